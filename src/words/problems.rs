//! Problems in words.

use super::{Words, args};
use crate::breakdown::Breakdown;
use crate::format::jisr::{Flaw, Unreadable};
use crate::model::{Advice, Map, Problem, Remark};

/// A problem in a sentence: what is wrong, what was found, and what would be right.
pub fn problem_text(words: &Words, problem: &Problem) -> String {
    let found = problem.found.as_deref().unwrap_or_default();
    let what = words.say(&format!("problem-{}", problem.fault.id()), &args([("found", found.into())]));
    match &problem.nearest {
        None => what,
        Some(nearest) => words.say(
            "problem-with-nearest",
            &args([("what", what.into()), ("nearest", nearest.as_str().into())]),
        ),
    }
}

/// That something broke down, in the words of that message; or that there is not enough memory for it.
pub fn breakdown_text(words: &Words, message: &str, breakdown: &Breakdown) -> String {
    if breakdown.is_memory {
        return words.text("breakdown-memory");
    }
    words.say(message, &args([("place", breakdown.to_string().into())]))
}

/// A remark on a map in a sentence.
pub fn remark_text(words: &Words, map: &Map, remark: &Remark) -> String {
    let tie = map.ties.get(remark.at).filter(|_| remark.advice == Advice::TieToItself);
    let name = tie.and_then(|tie| map.actors.iter().find(|actor| actor.id == tie.from));
    let what = args([
        ("actor", name.map_or("", |actor| words.name(&actor.name, &actor.id)).into()),
        ("found", remark.found.as_deref().unwrap_or_default().into()),
        ("verb", tie.map_or_else(String::new, |tie| words.tie_kind(map, &tie.kind)).into()),
    ]);
    words.say(&format!("remark-{}", remark.advice.id()), &what)
}

/// Why a file could not be read, in a sentence.
pub fn unreadable_text(words: &Words, unreadable: &Unreadable) -> String {
    match unreadable {
        Unreadable::TooLarge { most } => {
            words.say("unreadable-too-large", &args([("most", (most >> 20).into())]))
        }
        Unreadable::Empty => words.text("unreadable-empty"),
        Unreadable::NotAMap => words.text("unreadable-not-a-map"),
        Unreadable::BrokeDown(breakdown) => breakdown_text(words, "unreadable-broke-down", breakdown),
        Unreadable::NotText { line, column } => {
            words.say("unreadable-not-text", &args([("line", (*line).into()), ("column", (*column).into())]))
        }
        Unreadable::NotJson { line, column, flaw, .. } => {
            let args = args([("line", (*line).into()), ("column", (*column).into())]);
            let id = match flaw {
                Flaw::CutShort => "unreadable-cut-short",
                Flaw::Syntax => "unreadable-syntax",
                Flaw::TooDeep => "unreadable-too-deep",
            };
            words.say(id, &args)
        }
    }
}
