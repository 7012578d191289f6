//! Problems in words.

use super::{Words, args};
use crate::format::jisr::{Flaw, Unreadable};
use crate::model::Problem;

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

/// Why a file could not be read, in a sentence.
pub fn unreadable_text(words: &Words, unreadable: &Unreadable) -> String {
    match unreadable {
        Unreadable::TooLarge { most } => {
            words.say("unreadable-too-large", &args([("most", (most >> 20).into())]))
        }
        Unreadable::Empty => words.text("unreadable-empty"),
        Unreadable::NotAMap => words.text("unreadable-not-a-map"),
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
