//! Knows where in the file it is, and what was wrong so far.

use std::borrow::Cow;

use serde_json::{Number, Value as Json};
use smol_str::SmolStr;

use super::{MOST_MEMORY, MOST_PROBLEMS, MOST_TEXT};
use crate::model::{Bag, Fault, JsonPath, Problem};

/// Knows where in the file it is, and what was wrong so far.
#[derive(Default)]
pub struct Reader {
    path: Vec<Segment>,
    /// What was wrong so far.
    pub problems: Vec<Problem>,
    /// How many problems there were besides.
    pub more: usize,
    /// How much memory the JSON takes that is being read, and what is kept of what was read, in bytes.
    pub held: usize,
    /// How much of it is kept for good: keys that this version does not know, and own fields.
    pub kept: usize,
    /// Whether that became more than a file may have. Nothing is read from there on, and nothing is said of it.
    pub is_full_up: bool,
    /// What the parser handed over last, where that was a number with all its digits.
    pub digits: Option<Number>,
}

enum Segment {
    Key(SmolStr),
    Index(usize),
}

impl Reader {
    /// Where it is.
    pub fn here(&self) -> JsonPath {
        if self.is_full() {
            // Nobody will ask where that was.
            return JsonPath::root();
        }
        self.path.iter().fold(JsonPath::root(), |path, segment| match segment {
            Segment::Key(key) => path.key(key),
            Segment::Index(index) => path.index(*index),
        })
    }

    /// Notes a problem. Twice the number that is ever shown is kept: the map's own rules are still to be checked.
    pub fn problem(&mut self, problem: Problem) {
        if self.is_full_up {
            return;
        }
        if self.is_full() {
            self.more += 1;
        } else {
            self.problems.push(problem);
        }
    }

    /// A key is a text like any other.
    pub fn looks_at_key(&mut self, key: &str) {
        if key.len() > MOST_TEXT {
            self.problem(self.here().fault(Fault::TextTooLong).found(key));
        }
    }

    /// Takes memory for JSON. The first that there is none for is a problem.
    pub fn hold(&mut self, bytes: usize) {
        self.held = self.held.saturating_add(bytes);
        if self.held > MOST_MEMORY && !self.is_full_up {
            let most = (MOST_MEMORY >> 20).to_string();
            self.problem(self.here().fault(Fault::TooMuchToKeep).found(most));
            self.is_full_up = true;
        }
    }

    /// Notes that something of what is being read is kept for good.
    pub fn keep(&mut self, bag: &Bag) {
        if !bag.is_empty() {
            self.kept += OBJECT;
        }
        self.kept += bag.iter().map(|(key, value)| entry(key) + beyond(value)).sum::<usize>();
    }

    /// Reads an item of a list, after which only what is kept of it takes memory.
    pub fn at_item<T>(&mut self, index: usize, read: impl FnOnce(&mut Self) -> T) -> T {
        let (held, kept) = (self.held, self.kept);
        let value = self.at_index(index, read);
        self.held = held + (self.kept - kept);
        value
    }

    fn is_full(&self) -> bool {
        self.problems.len() >= 2 * MOST_PROBLEMS
    }

    /// How many lists and objects it is in.
    pub fn depth(&self) -> usize {
        self.path.len()
    }

    /// Notes that a value is not what it should be.
    pub fn wrong<T>(&mut self, fault: Fault, json: &Json) -> Option<T> {
        self.problem(self.here().fault(fault).found(shown(json)));
        None
    }

    /// Reads something at a key of where it is.
    pub fn at_key<T>(&mut self, key: &str, read: impl FnOnce(&mut Self) -> T) -> T {
        self.at(Segment::Key(SmolStr::new(key)), read)
    }

    /// Reads something at a place of the list where it is.
    pub fn at_index<T>(&mut self, index: usize, read: impl FnOnce(&mut Self) -> T) -> T {
        self.at(Segment::Index(index), read)
    }

    fn at<T>(&mut self, segment: Segment, read: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(segment);
        let value = read(self);
        self.path.pop();
        value
    }
}

/// What an allocation takes beside what was asked for.
const ALLOCATION: usize = 16;

/// The memory that an entry of an object takes: its key, its hash, its place, and the value but for what lies beyond it.
pub fn entry(key: &str) -> usize {
    size_of::<Json>() + size_of::<String>() + 3 * size_of::<usize>() + text(key)
}

/// The memory that a text takes beyond its value.
pub fn text(text: &str) -> usize {
    text.len() + ALLOCATION
}

/// The memory that a value takes beyond itself, as it was counted while it was read.
fn beyond(json: &Json) -> usize {
    match json {
        Json::Null | Json::Bool(_) => 0,
        Json::Number(_) => NUMBER,
        Json::String(string) => text(string),
        Json::Array(items) => items.iter().map(|item| size_of::<Json>() + beyond(item)).sum(),
        Json::Object(entries) if entries.is_empty() => 0,
        Json::Object(entries) => {
            OBJECT + entries.iter().map(|(key, value)| entry(key) + beyond(value)).sum::<usize>()
        }
    }
}

/// The memory that an object takes as soon as it has an entry, for it leaves room for more.
pub const OBJECT: usize = 320;

/// The memory that a number takes beyond its value, for it keeps its digits.
pub const NUMBER: usize = 2 * ALLOCATION;

/// A value as a message can show it.
pub fn shown(json: &Json) -> Cow<'_, str> {
    match json {
        Json::String(text) => Cow::Borrowed(text),
        Json::Array(_) => Cow::Borrowed("[…]"),
        Json::Object(_) => Cow::Borrowed("{…}"),
        other => Cow::Owned(other.to_string()),
    }
}
