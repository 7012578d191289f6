//! Differences, and values of conflicts, in words.

use serde_json::Value as Json;

use crate::model::merge::{Change, Difference, Part};
use crate::words::{Words, args};

/// What differs, in a sentence for each way of differing; empty where nothing does.
pub fn difference_text(words: &Words, difference: &Difference) -> String {
    let counted = |count: fn(&Change) -> usize| -> Vec<String> {
        let lists = difference.lists.iter().filter(|(_, change)| count(change) > 0);
        lists.map(|(part, change)| count_text(words, *part, count(change))).collect()
    };
    let mut changed = counted(|change| change.changed);
    changed.extend(difference.header.iter().map(|field| words.text(header(field))));
    if difference.layout {
        changed.push(words.text("part-layout"));
    }
    if difference.other {
        changed.push(words.text("difference-other"));
    }
    let sentences = [
        ("difference-added", counted(|change| change.added)),
        ("difference-changed", changed),
        ("difference-removed", counted(|change| change.removed)),
    ];
    let say = |(message, what): &(&str, Vec<String>)| {
        let what: Vec<&str> = what.iter().map(String::as_str).collect();
        words.say(message, &args([("what", words.list(&what, usize::MAX).into())]))
    };
    let said: Vec<String> = sentences.iter().filter(|(_, what)| !what.is_empty()).map(say).collect();
    said.join(" ")
}

fn count_text(words: &Words, part: Part, count: usize) -> String {
    let message = match part {
        Part::Sources => "part-sources",
        Part::Actors => "part-actors",
        Part::Ties => "part-ties",
        Part::Partnerships => "part-partnerships",
        Part::Consultations => "part-consultations",
        Part::Concerns => "part-concerns",
        Part::ExpectedVoices => "part-expected-voices",
        Part::Instruments => "part-instruments",
        Part::Views => "part-views",
        Part::Comments => "part-comments",
        Part::Story => "part-story",
        Part::Levels => "part-levels",
        Part::ActorKinds => "part-actor-kinds",
        Part::TieKinds => "part-tie-kinds",
        Part::Layout => "part-layout",
        Part::Header => "difference-other",
    };
    words.say(message, &args([("count", count.into())]))
}

fn header(field: &str) -> &'static str {
    match field {
        "title" => "part-title",
        "place" => "part-place",
        "as_of" => "part-as-of",
        "languages" => "part-languages",
        "notes" => "part-notes",
        "aim" => "part-aim",
        _ => "difference-other",
    }
}

/// A value of a conflict: a text as it is, anything else as it stands in a file, a dash for nothing.
pub fn value_text(value: Option<&Json>) -> String {
    match value {
        None => "—".to_owned(),
        Some(Json::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}
