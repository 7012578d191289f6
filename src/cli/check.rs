//! `jisr check`: every problem of every file, with its place, and remarks on what is allowed and yet is perhaps not meant.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::{Value as Json, json};

use super::arguments::Check;
use super::page::{Page, Tone};
use super::{Done, Outcome, files, print_json};
use crate::format::jisr::{Flaw, Reading, Unreadable, read, write};
use crate::model::{Map, Problem, Remark, remarks};
use crate::picture::faces::is_bundled;
use crate::words::{Words, args, problem_text, remark_text, unreadable_text, without_isolates};

/// More remarks are counted, and not listed.
const MOST_REMARKS: usize = 1_000;

/// More letters than that are not listed on the page.
const MOST_LETTERS: usize = 24;

/// How a file fares, from best to worst: what the command ends with is the worst of its files.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Verdict {
    Clean,
    Problems,
    Unreadable,
}

/// Exit 0: all clean, remarks or not; 1: problems; 2: a file could not be read.
pub fn run(command: &Check, words: &Words) -> Outcome {
    let mut page = Page::new();
    let mut documents = Vec::new();
    let mut worst = Verdict::Clean;
    for path in &command.maps {
        let (verdict, document) = check(path, &mut page, words);
        worst = worst.max(verdict);
        documents.push(document);
    }
    let code = match worst {
        Verdict::Clean => 0,
        Verdict::Problems => 1,
        Verdict::Unreadable => 2,
    };
    let done = if command.json { print_json(&json!({ "files": documents }))? } else { Done::page(page) };
    Ok(Done { code, ..done })
}

fn check(path: &Path, page: &mut Page, words: &Words) -> (Verdict, Json) {
    let name = path.display().to_string();
    let bytes = match crate::session::files::bytes(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            let reason = crate::session::files::why_not_read(path, &error, words);
            page.complaint(&reason);
            let document = json!({
                "file": name, "status": "unreadable", "fault": "not-opened", "line": null, "column": null, "reason": without_isolates(&reason)
            });
            return (Verdict::Unreadable, document);
        }
    };
    match read(&bytes) {
        Err(unreadable) => {
            files::unreadable_page(page, path, &unreadable, words);
            (Verdict::Unreadable, unreadable_document(&name, &unreadable, words))
        }
        Ok(Reading { map, problems }) if problems.is_empty() => {
            let what = args([
                ("file", name.as_str().into()),
                ("actors", map.actors.len().into()),
                ("ties", map.tie_count().into()),
            ]);
            page.line(Tone::Good, &words.say("file-clean", &what));
            let remarks = remarked(&map, page, words);
            let document = json!({"file": name, "status": "clean", "problems": [], "remarks": remarks});
            (Verdict::Clean, with_letters(document, &map, page, words))
        }
        Ok(Reading { map, problems }) => {
            files::problems_page(page, path, &problems, words);
            let listed: Vec<_> = problems.iter().map(|problem| problem_document(problem, words)).collect();
            let remarks = remarked(&map, page, words);
            let document =
                json!({"file": name, "status": "problems", "problems": listed, "remarks": remarks});
            (Verdict::Problems, with_letters(document, &map, page, words))
        }
    }
}

/// Remarks, on the page and as data: nothing that has to be changed.
fn remarked(map: &Map, page: &mut Page, words: &Words) -> Vec<Json> {
    let remarks = remarks(map);
    if remarks.is_empty() {
        return Vec::new();
    }
    page.paragraph(2, Tone::Quiet, &words.say("file-remarks", &args([("count", remarks.len().into())])));
    let document = |remark: &Remark| {
        let message = remark_text(words, map, remark);
        page.entry(remark.path.as_str(), &message);
        json!({"path": remark.path.as_str(), "remark": remark.advice.id(), "message": without_isolates(&message)})
    };
    let documents = remarks.iter().take(MOST_REMARKS).map(document).collect();
    if remarks.len() > MOST_REMARKS {
        let more = args([("count", (remarks.len() - MOST_REMARKS).into())]);
        page.paragraph(2, Tone::Quiet, &words.say("sheet-left-out", &more));
    }
    documents
}

/// Remarks which letters no bundled font has: whether they are seen depends on the machine that shows the map. It is no
/// problem of the file.
fn with_letters(mut document: Json, map: &Map, page: &mut Page, words: &Words) -> Json {
    let text = write(map);
    let text = String::from_utf8_lossy(&text);
    let letters: BTreeSet<char> = text.chars().filter(|letter| !is_bundled(*letter)).collect();
    if letters.is_empty() {
        return document;
    }
    let mut shown: Vec<String> = letters.iter().take(MOST_LETTERS).map(char::to_string).collect();
    if letters.len() > MOST_LETTERS {
        shown.push("…".to_owned());
    }
    let what = args([("count", letters.len().into()), ("letters", shown.join(" ").into())]);
    page.paragraph(2, Tone::Quiet, &words.say("check-letters", &what));
    document["letters_without_font"] = letters.iter().map(char::to_string).collect();
    document
}

fn problem_document(problem: &Problem, words: &Words) -> Json {
    json!({
        "path": problem.path.as_str(),
        "fault": problem.fault.id(),
        "found": problem.found,
        "nearest": problem.nearest,
        "message": without_isolates(&problem_text(words, problem)),
    })
}

fn unreadable_document(name: &str, unreadable: &Unreadable, words: &Words) -> Json {
    let place = match unreadable {
        Unreadable::NotJson { line, column, .. } | Unreadable::NotText { line, column } => {
            Some((line, column))
        }
        _ => None,
    };
    let flaw = match unreadable {
        Unreadable::TooLarge { .. } => "too-large",
        Unreadable::Empty => "empty",
        Unreadable::NotText { .. } => "not-text",
        Unreadable::NotJson { flaw: Flaw::CutShort, .. } => "cut-short",
        Unreadable::NotJson { flaw: Flaw::Syntax, .. } => "syntax",
        Unreadable::NotJson { flaw: Flaw::TooDeep, .. } => "too-deep",
        Unreadable::NotAMap => "not-a-map",
        Unreadable::BrokeDown(_) => "broke-down",
    };
    json!({
        "file": name,
        "status": "unreadable",
        "fault": flaw,
        "line": place.map(|(line, _)| line),
        "column": place.map(|(_, column)| column),
        "reason": without_isolates(&unreadable_text(words, unreadable)),
    })
}
