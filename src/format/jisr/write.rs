//! Writing a map: its keys in their order, its lists an item at a time.

use serde::ser::{Serialize, SerializeMap, SerializeSeq as _, Serializer};

use super::VERSION;
use super::record::{Record, write_record};
use super::value::{AnyObject, Value};
use crate::model::Map;
use crate::model::edit::Header;

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

struct Document<'m>(&'m Map);

impl Serialize for Document<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let map = self.0;
        let mut out = serializer.serialize_map(None)?;
        out.serialize_entry("jisr", &VERSION)?;
        for (key, value) in &write_record(Header::of(map)) {
            out.serialize_entry(key, value)?;
        }
        macro_rules! lists {
            ($($list:ident),+) => {$(
                if !map.$list.is_empty() {
                    out.serialize_entry(stringify!($list), &List(|| map.$list.iter()))?;
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
            instruments,
            views,
            story,
            comments,
            levels,
            actor_kinds,
            tie_kinds
        );
        entry(&mut out, "not_same", &map.not_same)?;
        entry(&mut out, "layout", &map.layout)?;
        entry(&mut out, "places", &map.places)?;
        entry(&mut out, "mappings", &AnyObject(map.mappings.clone()))?;
        for (key, value) in map.extra.iter() {
            out.serialize_entry(key, value)?;
        }
        out.end()
    }
}

/// A key whose value is not left out.
fn entry<M: SerializeMap>(out: &mut M, key: &str, value: &impl Value) -> Result<(), M::Error> {
    if value.is_default() { Ok(()) } else { out.serialize_entry(key, &value.write()) }
}

/// The items of a list.
struct List<F>(F);

impl<'m, R: Record + 'm, I: ExactSizeIterator<Item = &'m R>, F: Fn() -> I> Serialize for List<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let items = (self.0)();
        let mut out = serializer.serialize_seq(Some(items.len()))?;
        for record in items {
            out.serialize_element(&write_record(record.clone()))?;
        }
        out.end()
    }
}
