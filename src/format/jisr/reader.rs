//! Knows where in the file it is, and what was wrong so far.

use std::borrow::Cow;

use serde_json::Value as Json;
use smol_str::SmolStr;

use super::MOST_PROBLEMS;
use crate::model::{Fault, JsonPath, Problem};

/// Knows where in the file it is, and what was wrong so far.
#[derive(Default)]
pub struct Reader {
    path: Vec<Segment>,
    /// What was wrong so far.
    pub problems: Vec<Problem>,
}

enum Segment {
    Key(SmolStr),
    Index(usize),
}

impl Reader {
    /// Where it is.
    pub fn here(&self) -> JsonPath {
        self.path.iter().fold(JsonPath::root(), |path, segment| match segment {
            Segment::Key(key) => path.key(key),
            Segment::Index(index) => path.index(*index),
        })
    }

    /// Notes a problem. Twice the number that is ever shown is kept: the map's own rules are still to be checked.
    pub fn problem(&mut self, problem: Problem) {
        if self.problems.len() < 2 * MOST_PROBLEMS {
            self.problems.push(problem);
        }
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
