//! Reading a map: an item at a time, collecting everything that is wrong.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr as _;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map as Object, Number, Value as Json};
use smol_str::SmolStr;

use super::records::{Fields, Record};
use super::value::{Value, shown, whole_number};
use super::{MOST_ACTORS, MOST_BYTES, MOST_ITEMS, MOST_PROBLEMS, MOST_TEXT, VERSION};
use crate::model::edit::Header;
use crate::model::{Bag, Fault, Id, JsonPath, Layout, Map, Problem, is_valid_id, slug, validate};

/// What came of reading a file: a map, and what is wrong with it.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The map, as far as it could be read. Where a problem is not harmless, something is missing from it: it is for
    /// looking at, not for saving over the file.
    pub map: Map,
    /// Everything that is wrong, in the order of the paths.
    pub problems: Vec<Problem>,
}

impl Reading {
    /// The map, if it still says what its file meant (see [`Fault::is_harmless`]); or else all problems.
    pub fn sound(self) -> Result<Map, Vec<Problem>> {
        let is_sound = self.problems.iter().all(|problem| problem.fault.is_harmless());
        if is_sound { Ok(self.map) } else { Err(self.problems) }
    }
}

/// Why nothing could be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// The file is larger than the limit.
    TooLarge {
        /// The limit in bytes.
        most: usize,
    },
    /// The file is empty.
    Empty,
    /// The bytes are no text.
    NotText {
        /// The line, from 1.
        line: usize,
        /// The column, in characters from 1.
        column: usize,
    },
    /// The text is no JSON.
    NotJson {
        /// The line, from 1.
        line: usize,
        /// The column, in characters from 1.
        column: usize,
        /// What is wrong there.
        flaw: Flaw,
        /// The end of the line up to there.
        excerpt: String,
    },
    /// The JSON is no object, so it is no map.
    NotAMap,
}

/// What can be wrong with JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// It ends too early: a file cut short.
    CutShort,
    /// Something stands where it may not.
    Syntax,
    /// Objects in lists in objects … deeper than 128.
    TooDeep,
}

/// Reads the bytes of a `.jisr` file. UTF-8, with or without a byte order mark, and UTF-16 with one.
///
/// Memory: the map, and one item of it as JSON. Time: linear in the number of bytes.
pub fn read(bytes: &[u8]) -> Result<Reading, Unreadable> {
    if bytes.len() > MOST_BYTES {
        return Err(Unreadable::TooLarge { most: MOST_BYTES });
    }
    let text = decode(bytes)?;
    if text.trim_ascii().is_empty() {
        return Err(Unreadable::Empty);
    }
    let mut reader = Reader::default();
    let mut json = serde_json::Deserializer::from_str(&text);
    let document =
        Document(&mut reader).deserialize(&mut json).and_then(|document| json.end().map(|()| document));
    let map = document.map_err(|error| unreadable(&text, &error))?.ok_or(Unreadable::NotAMap)?;
    let mut problems = reader.problems;
    problems.extend(validate(&map));
    problems.sort_by(|a, b| a.path.cmp(&b.path));
    if problems.len() > MOST_PROBLEMS {
        let more = problems.len() - MOST_PROBLEMS;
        problems.truncate(MOST_PROBLEMS);
        problems.push(JsonPath::root().fault(Fault::MoreProblems).found(more.to_string()));
    }
    Ok(Reading { map, problems })
}

/// The text of the bytes.
fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, Unreadable> {
    let utf16 = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let (pairs, rest) = bytes.as_chunks::<2>();
        let units = pairs.iter().map(|pair| unit(*pair));
        let text: Result<String, _> = char::decode_utf16(units).collect();
        // Half a character, or half a unit at the end: the place is not worth telling in an encoding nobody reads.
        text.ok()
            .filter(|_| rest.is_empty())
            .map(Cow::Owned)
            .ok_or(Unreadable::NotText { line: 1, column: 1 })
    };
    match bytes {
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => {
            let bytes = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
            std::str::from_utf8(bytes).map(Cow::Borrowed).map_err(|error| {
                let before = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
                let (line, column) =
                    (1 + before.matches('\n').count(), 1 + last_line(&before).chars().count());
                Unreadable::NotText { line, column }
            })
        }
    }
}

fn last_line(text: &str) -> &str {
    text.rsplit('\n').next().unwrap_or_default()
}

/// What a parser's error means to a person.
fn unreadable(text: &str, error: &serde_json::Error) -> Unreadable {
    let flaw = if error.is_eof() {
        Flaw::CutShort
    } else if error.to_string().starts_with("recursion limit") {
        Flaw::TooDeep
    } else {
        Flaw::Syntax
    };
    let line = text.split('\n').nth(error.line().saturating_sub(1)).unwrap_or_default();
    // The parser counts bytes: people count characters.
    let before = line.get(..error.column().min(line.len())).unwrap_or(line);
    let column = before.chars().count().max(1);
    let skip = before.chars().count().saturating_sub(60);
    let excerpt = before.chars().skip(skip).collect();
    Unreadable::NotJson { line: error.line(), column, flaw, excerpt }
}

/// Knows where in the file it is, and what was wrong so far.
#[derive(Default)]
pub struct Reader {
    path: Vec<Segment>,
    problems: Vec<Problem>,
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

    /// Reads a record from its object.
    pub fn record<R: Record>(&mut self, object: Object<String, Json>) -> R {
        let mut record = R::blank();
        record.fields(&mut FromObject { object, reader: self });
        record
    }
}

/// Fills the fields of a record from an object.
struct FromObject<'r> {
    object: Object<String, Json>,
    reader: &'r mut Reader,
}

impl FromObject<'_> {
    /// The value of a key; whether there was one.
    fn take<T: Value>(&mut self, key: &'static str, slot: &mut T) -> bool {
        // `shift_remove` keeps the order of the keys that remain, which are the unknown ones.
        let Some(json) = self.object.shift_remove(key).filter(|json| !json.is_null()) else { return false };
        if let Some(value) = self.reader.at_key(key, |reader| T::read(json, reader)) {
            *slot = value;
        }
        true
    }

    fn missing(&mut self, key: &'static str) {
        self.reader.problem(self.reader.here().key(key).fault(Fault::Missing));
    }
}

impl Fields for FromObject<'_> {
    fn id<T: Id + Value>(&mut self, _: &'static str, slot: &mut T) {
        let is_there = self.take("id", slot);
        if !is_there {
            self.missing("id");
        } else if !is_valid_id(slot.as_str())
            && (!slot.as_str().is_empty() || !self.reader.has_problem_at("id"))
        {
            let problem = self.reader.here().key("id").fault(Fault::NotAnId).found(slot.as_str());
            self.reader.problem(problem.nearest(slug(slot.as_str())));
        }
    }

    fn required<T: Value>(&mut self, key: &'static str, _: &'static str, slot: &mut T) {
        if !self.take(key, slot) {
            self.missing(key);
        }
    }

    fn optional<T: Value>(&mut self, key: &'static str, _: &'static str, slot: &mut T) {
        self.take(key, slot);
    }

    fn rest(&mut self, extra: &mut Bag) {
        *extra = std::mem::take(&mut self.object).into();
    }
}

impl Reader {
    /// Whether the last problem was at that key of where it is.
    fn has_problem_at(&self, key: &str) -> bool {
        self.problems.last().is_some_and(|last| last.path == self.here().key(key))
    }
}

/// The whole file. `None` where it is JSON but no object.
struct Document<'r>(&'r mut Reader);

impl<'de> DeserializeSeed<'de> for Document<'_> {
    type Value = Option<Map>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Document<'_> {
    type Value = Option<Map>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_str<E>(self, _: &str) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        while items.next_element::<serde::de::IgnoredAny>()?.is_some() {}
        Ok(None)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let reader = self.0;
        let mut map = Map::default();
        let mut rest = Object::new();
        let mut lists_read: Vec<String> = Vec::new();
        while let Some(key) = entries.next_key::<String>()? {
            if key == NUMBER {
                entries.next_value::<String>()?;
                return Ok(None);
            }
            if lists_read.contains(&key) || rest.contains_key(&key) {
                reader.problem(JsonPath::root().key(&key).fault(Fault::RepeatedKey));
            }
            reader.path.push(Segment::Key(SmolStr::new(&key)));
            macro_rules! entry {
                ($($list:ident),+) => {
                    match key.as_str() {
                        $(stringify!($list) => {
                            let items = List { reader: &mut *reader, most: most(&key), items: &mut map.$list };
                            entries.next_value_seed(items)?;
                            lists_read.push(key);
                        })+
                        _ => {
                            let value = entries.next_value_seed(Node(&mut *reader))?;
                            rest.insert(key, value);
                        }
                    }
                };
            }
            entry!(
                sources,
                actors,
                ties,
                partnerships,
                consultations,
                concerns,
                expected_voices,
                story,
                levels,
                actor_kinds,
                tie_kinds
            );
            reader.path.pop();
        }
        reader.head(&mut map, rest);
        Ok(Some(map))
    }
}

fn most(list: &str) -> usize {
    if list == "actors" { MOST_ACTORS } else { MOST_ITEMS }
}

impl Reader {
    /// Everything of a map that is no list.
    fn head(&mut self, map: &mut Map, rest: Object<String, Json>) {
        let mut fields = FromObject { object: rest, reader: self };
        match fields.object.shift_remove("jisr").filter(|version| !version.is_null()) {
            None => fields.missing("jisr"),
            Some(version) if whole_number(&version) == Some(VERSION) => {}
            Some(version) => {
                let problem = JsonPath::root().key("jisr").fault(Fault::OtherVersion).found(shown(&version));
                fields.reader.problem(problem.nearest(Some(VERSION.to_string())));
            }
        }
        let mut header = Header::blank();
        header.fields(&mut fields);
        let Header { title, place, as_of, languages, notes } = header;
        (map.title, map.place, map.as_of, map.languages, map.notes) = (title, place, as_of, languages, notes);
        let mut layout = Layout::default();
        fields.optional("layout", "", &mut layout);
        map.layout = layout;
        fields.rest(&mut map.extra);
    }
}

/// A list of records, read one at a time into its place. A record that is no object leaves a blank one, so that the
/// places of the others stay those of the file.
struct List<'r, R> {
    reader: &'r mut Reader,
    most: usize,
    items: &'r mut Vec<R>,
}

impl<'de, R: Record> DeserializeSeed<'de> for List<'_, R> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de, R: Record> Visitor<'de> for List<'_, R> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_bool<E>(self, value: bool) -> Result<(), E> {
        self.reader.wrong::<()>(Fault::NotAList, &Json::Bool(value));
        Ok(())
    }

    fn visit_u64<E>(self, value: u64) -> Result<(), E> {
        self.reader.wrong::<()>(Fault::NotAList, &Json::from(value));
        Ok(())
    }

    fn visit_i64<E>(self, value: i64) -> Result<(), E> {
        self.reader.wrong::<()>(Fault::NotAList, &Json::from(value));
        Ok(())
    }

    fn visit_str<E>(self, value: &str) -> Result<(), E> {
        self.reader.wrong::<()>(Fault::NotAList, &Json::from(value));
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<(), A::Error> {
        let value = Node(&mut *self.reader).visit_map(entries)?;
        self.reader.wrong::<()>(Fault::NotAList, &value);
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let Self { reader, most, items: read } = self;
        read.clear();
        loop {
            if read.len() == most {
                while items.next_element::<serde::de::IgnoredAny>()?.is_some() {}
                reader.problem(reader.here().fault(Fault::ListTooLong).found(most.to_string()));
                return Ok(());
            }
            reader.path.push(Segment::Index(read.len()));
            let item = items.next_element_seed(Node(&mut *reader))?;
            let record = item.map(|item| R::read(item, reader).unwrap_or_else(R::blank));
            reader.path.pop();
            let Some(record) = record else { return Ok(()) };
            read.push(record);
        }
    }
}

/// The key under which the parser hands over a number with all its digits, where it is no 64-bit integer.
const NUMBER: &str = "$serde_json::private::Number";

/// Any JSON, with an eye on keys that stand twice and texts that are too long.
struct Node<'r>(&'r mut Reader);

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(Json::from(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(Json::from(value))
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        if value.len() > MOST_TEXT {
            self.0.problem(self.0.here().fault(Fault::TextTooLong).found(value));
            return Ok(Json::Null);
        }
        Ok(Json::from(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let mut read = Vec::new();
        loop {
            self.0.path.push(Segment::Index(read.len()));
            let item = items.next_element_seed(Node(&mut *self.0))?;
            self.0.path.pop();
            match item {
                Some(item) => read.push(item),
                None => return Ok(Json::Array(read)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Json, A::Error> {
        let mut read = Object::new();
        while let Some(key) = entries.next_key::<String>()? {
            if key == NUMBER && read.is_empty() {
                let digits: String = entries.next_value()?;
                return Ok(Number::from_str(&digits).map_or(Json::String(digits), Json::Number));
            }
            self.0.path.push(Segment::Key(SmolStr::new(&key)));
            let value = entries.next_value_seed(Node(&mut *self.0))?;
            if read.contains_key(&key) {
                self.0.problem(self.0.here().fault(Fault::RepeatedKey));
            }
            self.0.path.pop();
            read.insert(key, value);
        }
        Ok(Json::Object(read))
    }
}
