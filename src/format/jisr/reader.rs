//! Knows where in the file it is, and what was wrong so far.

use std::borrow::Cow;

use serde_json::{Number, Value as Json};
use smol_str::SmolStr;

use super::{MOST_PROBLEMS, MOST_TEXT};
use crate::model::{Fault, JsonPath, Problem};

/// Knows where in the file it is, and what was wrong so far.
#[derive(Default)]
pub struct Reader {
    path: Vec<Segment>,
    /// What was wrong so far.
    pub problems: Vec<Problem>,
    /// How many problems there were besides.
    pub more: usize,
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

/// A value as a message can show it.
pub fn shown(json: &Json) -> Cow<'_, str> {
    match json {
        Json::String(text) => Cow::Borrowed(text),
        Json::Array(_) => Cow::Borrowed("[…]"),
        Json::Object(_) => Cow::Borrowed("{…}"),
        other => Cow::Owned(other.to_string()),
    }
}
