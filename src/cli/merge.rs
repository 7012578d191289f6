//! `jisr merge`: two maps that were made from one, merged, with everything that is to be looked at.

use std::io::Write as _;
use std::path::Path;

use serde_json::{Value as Json, json};

use super::arguments::Merge;
use super::page::{Page, Tone};
use super::{Done, Failure, Outcome, files, print_json};
use crate::format::jisr::write;
use crate::model::Map;
use crate::model::merge::{Clash, Conflict, Merged, merge};
use crate::session::keeping::{Expect, Keeper, conflict_text, value_text};
use crate::words::{Words, args, without_isolates};

/// Exit 0: merged; 1: merged with conflicts; 2: a file could not be read or written.
pub fn run(command: &Merge, words: &Words) -> Outcome {
    let base = base(&command.base, words)?;
    let ours = files::map(&command.ours, words)?;
    let theirs = files::map(&command.theirs, words)?;
    let merged = merge(&base, &ours, &theirs);
    let code = u8::from(!merged.conflicts.is_empty());
    let bytes = write(&merged.map);
    if command.out.as_os_str() == "-" {
        if code != 0 {
            // The map goes where results go; nothing depends on what is said beside it being read.
            let said = sheet(Page::for_messages(), &command.out, &merged, words).render();
            let _ = anstream::stderr().write_all(said.as_bytes());
        }
        let done = Done::data(String::from_utf8_lossy(&bytes).into_owned())?;
        return Ok(Done { code, ..done });
    }
    // OUT may be OURS, as it is for git. Versions are what the window keeps: a merge has all three maps.
    let saved = Keeper::new(None).save(&command.out, &bytes, Expect::Anything);
    saved.map_err(|trouble| Failure::said(trouble.text(words)))?;
    let done = if command.json {
        print_json(&document(&merged, words))?
    } else {
        Done::page(sheet(Page::new(), &command.out, &merged, words))
    };
    Ok(Done { code, ..done })
}

/// The map that both were made from. Where git knows none it gives an empty file.
fn base(path: &Path, words: &Words) -> Result<Map, Failure> {
    let is_empty =
        path.as_os_str() != "-" && Keeper::new(None).read(path).is_ok_and(|(bytes, _)| bytes.is_empty());
    if is_empty { Ok(Map::default()) } else { files::map(path, words) }
}

fn sheet(mut page: Page, out: &Path, merged: &Merged, words: &Words) -> Page {
    let what = args([
        ("file", out.display().to_string().into()),
        ("actors", merged.map.actors.len().into()),
        ("ties", merged.map.tie_count().into()),
        ("count", merged.conflicts.len().into()),
    ]);
    if merged.conflicts.is_empty() {
        page.line(Tone::Good, &words.say("merge-done", &what));
        return page;
    }
    page.line(Tone::Warn, &words.say("merge-conflicts", &what));
    for conflict in &merged.conflicts {
        page.entry(&conflict.place(), &conflict_text(words, conflict));
        let values = [
            ("merge-base", &conflict.base),
            ("merge-ours", &conflict.ours),
            ("merge-theirs", &conflict.theirs),
        ];
        let rows: Vec<_> = values
            .into_iter()
            .map(|(name, value)| {
                vec![(Tone::Quiet, words.text(name)), (Tone::Plain, value_text(value.as_ref()))]
            })
            .collect();
        page.table(6, &rows);
    }
    page
}

fn document(merged: &Merged, words: &Words) -> Json {
    let conflicts: Vec<Json> =
        merged.conflicts.iter().map(|conflict| conflict_document(conflict, words)).collect();
    json!({
        "actors": merged.map.actors.len(),
        "ties": merged.map.tie_count(),
        "conflicts": conflicts,
    })
}

fn conflict_document(conflict: &Conflict, words: &Words) -> Json {
    let taken = match conflict.clash {
        Clash::BothChanged | Clash::BothMoved | Clash::EndsBeforeItBegins => "ours",
        Clash::ChangedAndDeleted | Clash::StillNeeded if conflict.ours.is_some() => "ours",
        Clash::ChangedAndDeleted | Clash::StillNeeded => "theirs",
    };
    json!({
        "place": conflict.place(),
        "part": conflict.part.id(),
        "id": conflict.id,
        "field": conflict.field,
        "conflict": conflict.clash.id(),
        "base": conflict.base,
        "ours": conflict.ours,
        "theirs": conflict.theirs,
        "taken": taken,
        "needed_by": conflict.needed_by,
        "message": without_isolates(&conflict_text(words, conflict)),
    })
}
