//! `jisr merge`: two maps that were made from one, merged, with everything that is to be looked at.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};

use super::arguments::Merge;
use super::page::{Page, Tone};
use super::{Done, Failure, Outcome, files, print_json};
use crate::format::jisr::write;
use crate::model::Map;
use crate::model::merge::{Clash, Conflict, Merged, merge};
use crate::session::files::Access;
use crate::session::keeping::{Expect, Keeper, conflict_place, conflict_text, kept_apart_text, value_text};
use crate::words::{Words, args, without_isolates};

/// Exit 0: merged; 1: merged with conflicts; 2: a file could not be read or written.
pub fn run(command: &Merge, words: &Words) -> Outcome {
    let inputs = [&command.base, &command.ours, &command.theirs].map(PathBuf::as_path);
    if inputs.iter().filter(|path| path.as_os_str() == "-").count() > 1 {
        return Err(Failure::said(words.text("merge-one-stdin")));
    }
    let base = base(&command.base, words)?;
    let ours = files::map(&command.ours, words)?;
    let theirs = files::map(&command.theirs, words)?;
    let merged = merge(&base, &ours, &theirs);
    let code = u8::from(!merged.conflicts.is_empty());
    let bytes = write(&merged.map);
    if command.out.as_os_str() == "-" {
        if code != 0 || !merged.kept_apart.is_empty() {
            // The map goes where results go; nothing depends on what is said beside it being read.
            let said = sheet(Page::for_messages(), &command.out, &merged, words).render();
            let _ = anstream::stderr().write_all(said.as_bytes());
        }
        let done = Done::data(String::from_utf8_lossy(&bytes).into_owned())?;
        return Ok(Done { code, ..done });
    }
    files::may_replace(&command.out, words)?;
    // OUT may be OURS, as it is for git. Versions are what the window keeps: a merge has all three maps.
    let access = Access::of(&command.out, &inputs);
    let saved = Keeper::new(None).save(&command.out, &bytes, Expect::Anything);
    let settled = access.settle(saved.is_ok());
    saved.map_err(|trouble| Failure::said(trouble.text(words)))?;
    settled.map_err(|error| files::not_written(&command.out, &error, words))?;
    let done = if command.json {
        print_json(&document(&merged, words))?
    } else {
        Done::page(sheet(Page::new(), &command.out, &merged, words))
    };
    Ok(Done { code, ..done })
}

/// The map that both were made from. Where git knows none it gives an empty file.
fn base(path: &Path, words: &Words) -> Result<Map, Failure> {
    // Read once: what comes through a pipe is gone then.
    let bytes = files::read_bytes(path, words)?;
    if bytes.is_empty() && path.as_os_str() != "-" {
        return Ok(Map::default());
    }
    files::map_of(path, &bytes, words)
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
    } else {
        page.line(Tone::Warn, &words.say("merge-conflicts", &what));
    }
    for conflict in &merged.conflicts {
        page.entry(&conflict_place(words, merged, conflict), &conflict_text(words, merged, conflict));
        let place = [vec![(Tone::Quiet, words.text("merge-place")), (Tone::Quiet, conflict.place())]];
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
        page.table(6, &place.into_iter().chain(rows).collect::<Vec<_>>());
    }
    if !merged.kept_apart.is_empty() {
        let count = merged.kept_apart.len();
        page.line(Tone::Plain, &words.say("merge-apart", &args([("count", count.into())])));
        for apart in &merged.kept_apart {
            page.item(2, "", Tone::Plain, &kept_apart_text(words, merged, apart));
        }
    }
    page
}

fn document(merged: &Merged, words: &Words) -> Json {
    let conflicts: Vec<Json> =
        merged.conflicts.iter().map(|conflict| conflict_document(conflict, merged, words)).collect();
    let kept_apart: Vec<Json> = merged
        .kept_apart
        .iter()
        .map(|apart| {
            json!({
                "part": apart.part.id(),
                "was": apart.was,
                "now": apart.now,
                "message": without_isolates(&kept_apart_text(words, merged, apart)),
            })
        })
        .collect();
    json!({
        "actors": merged.map.actors.len(),
        "ties": merged.map.tie_count(),
        "conflicts": conflicts,
        "kept_apart": kept_apart,
    })
}

fn conflict_document(conflict: &Conflict, merged: &Merged, words: &Words) -> Json {
    let taken = match conflict.clash {
        Clash::BothChanged | Clash::BothMoved | Clash::EndsBeforeItBegins => "ours",
        Clash::ChangedAndDeleted | Clash::StillNeeded if conflict.ours.is_some() => "ours",
        Clash::ChangedAndDeleted | Clash::StillNeeded => "theirs",
        Clash::MadeAnother => "both",
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
        "name": without_isolates(&conflict_place(words, merged, conflict)),
        "message": without_isolates(&conflict_text(words, merged, conflict)),
    })
}
