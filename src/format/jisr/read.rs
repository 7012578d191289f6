//! Reading a map: an item at a time, collecting everything that is wrong.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map as Object, Value as Json};

use super::json::Node;
use super::reader::{Reader, entry, shown};
use super::record::{Fields as _, FromObject, Record};
use super::value::{AnyObject, Value as _, whole_number};
use super::{MOST_ACTORS, MOST_BYTES, MOST_ITEMS, MOST_PROBLEMS, VERSION};
use crate::breakdown::{Breakdown, guarded_with};
use crate::model::edit::Header;
use crate::model::{Fault, Items, JsonPath, Map, Problem, validate_and_count};

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
    /// A mistake of this program: it broke down over these bytes, there.
    BrokeDown(Breakdown),
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
/// Memory: the map, and one item of it as JSON; keys that this version does not know and own fields no more than
/// [`MOST_MEMORY`](super::MOST_MEMORY). Time: linear in the number of bytes. Never a panic: a mistake of this program is an
/// error like any other.
pub fn read(bytes: &[u8]) -> Result<Reading, Unreadable> {
    // A map takes more memory than its text.
    guarded_with(bytes.len(), || read_all(bytes))
        .unwrap_or_else(|breakdown| Err(Unreadable::BrokeDown(breakdown)))
}

fn read_all(bytes: &[u8]) -> Result<Reading, Unreadable> {
    #[cfg(test)]
    assert!(!bytes.starts_with(BREAKS), "on purpose");
    if bytes.len() > MOST_BYTES {
        return Err(Unreadable::TooLarge { most: MOST_BYTES });
    }
    let text = decode(bytes)?;
    if text.trim_ascii().is_empty() {
        return Err(Unreadable::Empty);
    }
    let mut reader = Reader::default();
    let mut json = serde_json::Deserializer::from_str(&text);
    // `Node` keeps count of the depth itself: the parser would stop at 127.
    json.disable_recursion_limit();
    let document =
        Document(&mut reader).deserialize(&mut json).and_then(|document| json.end().map(|()| document));
    let map = document.map_err(|error| unreadable(&text, &error))?.ok_or(Unreadable::NotAMap)?;
    let Reader { mut problems, mut more, is_full_up, .. } = reader;
    // What was not read is missed everywhere; only why it was not read is worth saying.
    let (broken_rules, besides) = if is_full_up { (Vec::new(), 0) } else { validate_and_count(&map) };
    problems.extend(broken_rules);
    more += besides;
    problems.sort_by(|a, b| a.path.cmp(&b.path));
    if problems.len() > MOST_PROBLEMS {
        more += problems.len() - MOST_PROBLEMS;
        problems.truncate(MOST_PROBLEMS);
        problems.push(JsonPath::root().fault(Fault::MoreProblems).found(more.to_string()));
    }
    Ok(Reading { map, problems })
}

/// What a test breaks the reader with.
#[cfg(test)]
const BREAKS: &[u8] = b"break down";

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
    let before = &line[..line.ceil_char_boundary(error.column())];
    let column = before.chars().count().max(1);
    let skip = before.chars().count().saturating_sub(60);
    let excerpt = before.chars().skip(skip).collect();
    Unreadable::NotJson { line: error.line(), column, flaw, excerpt }
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
            reader.looks_at_key(&key);
            if lists_read.contains(&key) || rest.contains_key(&key) {
                reader.problem(JsonPath::root().key(&key).fault(Fault::RepeatedKey));
            }
            macro_rules! entry {
                ($($list:ident),+) => {
                    match key.as_str() {
                        $(stringify!($list) => {
                            reader.at_key(&key, |reader| {
                                let items = &mut map.$list;
                                entries.next_value_seed(List { reader, most: most(&key), items, of: PhantomData })
                            })?;
                            if !lists_read.contains(&key) {
                                lists_read.push(key);
                            }
                        })+
                        _ => {
                            let value = reader.at_key(&key, |reader| entries.next_value_seed(Node(reader)))?;
                            // The whole file is a number, handed over as an object by the parser.
                            if reader.digits.take().is_some() {
                                return Ok(None);
                            }
                            reader.hold(entry(&key));
                            if !reader.is_full_up {
                                rest.insert(key, value);
                            }
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
                instruments,
                views,
                story,
                comments,
                levels,
                actor_kinds,
                tie_kinds
            );
        }
        head(&mut map, rest, reader);
        Ok(Some(map))
    }
}

fn most(list: &str) -> usize {
    if list == "actors" { MOST_ACTORS } else { MOST_ITEMS }
}

/// Everything of a map that is no list.
fn head(map: &mut Map, rest: Object<String, Json>, reader: &mut Reader) {
    let mut fields = FromObject { object: rest, reader };
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
    header.swap(map);
    fields.optional("not_same", "", &mut map.not_same);
    fields.optional("layout", "", &mut map.layout);
    fields.optional("places", "", &mut map.places);
    let mut mappings = AnyObject::default();
    fields.optional("mappings", "", &mut mappings);
    map.mappings = mappings.0;
    fields.rest(&mut map.extra);
}

/// A list of records, read one at a time into its place. A record that is no object leaves a blank one, so that the
/// places of the others stay those of the file.
struct List<'r, R, L: Items<R>> {
    reader: &'r mut Reader,
    most: usize,
    items: &'r mut L,
    of: PhantomData<R>,
}

impl<'de, R: Record, L: Items<R>> DeserializeSeed<'de> for List<'_, R, L> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de, R: Record, L: Items<R>> Visitor<'de> for List<'_, R, L> {
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
        let Self { reader, most, items: read, .. } = self;
        read.empty();
        loop {
            if read.count() == most {
                while items.next_element::<serde::de::IgnoredAny>()?.is_some() {}
                reader.problem(reader.here().fault(Fault::ListTooLong).found(most.to_string()));
                return Ok(());
            }
            if reader.is_full_up {
                while items.next_element::<serde::de::IgnoredAny>()?.is_some() {}
                return Ok(());
            }
            let record = reader.at_item(read.count(), |reader| {
                let item = items.next_element_seed(Node(reader))?;
                Ok(item.map(|item| R::read(item, reader).unwrap_or_else(R::blank)))
            })?;
            match record {
                Some(record) => read.add(record),
                None => return Ok(()),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_that_breaks_down_says_so() {
        assert!(matches!(read(BREAKS), Err(Unreadable::BrokeDown(_))));
        assert!(matches!(read(b"break"), Err(Unreadable::NotJson { .. })), "and reads on");
    }
}
