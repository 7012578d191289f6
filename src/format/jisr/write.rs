//! Writing a map: its keys in their order, its lists an item at a time.

use serde::ser::{Serialize, SerializeMap as _, SerializeSeq as _, Serializer};
use serde_json::{Map as Object, Value as Json};

use super::VERSION;
use super::records::{Fields, Record};
use super::value::Value;
use crate::model::edit::Header;
use crate::model::{Bag, Id, Map};

/// The bytes of a map: UTF-8 JSON, two spaces deep, one newline at the end.
///
/// What means the same when absent is left out; what this version does not know stands after what it knows. Reading the
/// bytes again and writing them gives the same bytes.
pub fn write(map: &Map) -> Vec<u8> {
    let mut bytes = Vec::new();
    // Neither a vector nor a value of ours fails to be written.
    if serde_json::to_writer_pretty(&mut bytes, &Document(map)).is_ok() {
        bytes.push(b'\n');
    }
    bytes
}

/// The object of a record.
pub(super) fn write_record(mut record: impl Record) -> Object<String, Json> {
    let mut writer = Writer::default();
    record.fields(&mut writer);
    writer.object
}

/// Takes the fields out of a record that nobody needs any more.
#[derive(Default)]
struct Writer {
    object: Object<String, Json>,
}

impl Writer {
    fn put(&mut self, key: &str, slot: &impl Value) {
        self.object.insert(key.to_owned(), slot.write());
    }
}

impl Fields for Writer {
    fn id<T: Id + Value>(&mut self, _: &'static str, slot: &mut T) {
        self.put("id", slot);
    }

    fn required<T: Value>(&mut self, key: &'static str, _: &'static str, slot: &mut T) {
        self.put(key, slot);
    }

    fn optional<T: Value>(&mut self, key: &'static str, _: &'static str, slot: &mut T) {
        if !slot.is_default() {
            self.put(key, slot);
        }
    }

    fn rest(&mut self, extra: &mut Bag) {
        self.object.extend(Object::from(std::mem::take(extra)));
    }
}

struct Document<'m>(&'m Map);

impl Serialize for Document<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let map = self.0;
        let mut out = serializer.serialize_map(None)?;
        out.serialize_entry("jisr", &VERSION)?;
        let mut head = Writer::default();
        Header::of(map).fields(&mut head);
        for (key, value) in &head.object {
            out.serialize_entry(key, value)?;
        }
        macro_rules! lists {
            ($($list:ident),+) => {$(
                if !map.$list.is_empty() {
                    out.serialize_entry(stringify!($list), &List(&map.$list))?;
                }
            )+};
        }
        lists!(
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
        if !map.layout.is_default() {
            out.serialize_entry("layout", &map.layout.write())?;
        }
        for (key, value) in map.extra.iter() {
            out.serialize_entry(key, value)?;
        }
        out.end()
    }
}

struct List<'m, R>(&'m [R]);

impl<R: Record> Serialize for List<'_, R> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_seq(Some(self.0.len()))?;
        for record in self.0 {
            out.serialize_element(&write_record(record.clone()))?;
        }
        out.end()
    }
}
