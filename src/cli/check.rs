//! `jisr check`: every problem of every file, with its place.

use std::path::Path;

use serde_json::{Value as Json, json};

use super::arguments::Check;
use super::page::{Page, Tone};
use super::{Done, Outcome, files, print_json};
use crate::format::jisr::{Flaw, Reading, Unreadable, read};
use crate::model::Problem;
use crate::words::{Words, args, problem_text, unreadable_text};

/// How a file fares, from best to worst: what the command ends with is the worst of its files.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Verdict {
    Clean,
    Problems,
    Unreadable,
}

/// Exit 0: all clean; 1: problems; 2: a file could not be read.
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
                "file": name, "status": "unreadable", "fault": "not-opened", "line": null, "column": null, "reason": reason
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
                ("ties", map.ties.len().into()),
            ]);
            page.line(Tone::Good, &words.say("file-clean", &what));
            (Verdict::Clean, json!({"file": name, "status": "clean", "problems": []}))
        }
        Ok(Reading { problems, .. }) => {
            files::problems_page(page, path, &problems, words);
            let listed: Vec<_> = problems.iter().map(|problem| problem_document(problem, words)).collect();
            (Verdict::Problems, json!({"file": name, "status": "problems", "problems": listed}))
        }
    }
}

fn problem_document(problem: &Problem, words: &Words) -> Json {
    json!({
        "path": problem.path.as_str(),
        "fault": problem.fault.id(),
        "found": problem.found,
        "nearest": problem.nearest,
        "message": problem_text(words, problem),
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
    };
    json!({
        "file": name,
        "status": "unreadable",
        "fault": flaw,
        "line": place.map(|(line, _)| line),
        "column": place.map(|(_, column)| column),
        "reason": unreadable_text(words, unreadable),
    })
}
