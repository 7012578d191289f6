//! Places in a map: its records, and every other value.

use serde_json::{Map, Value};

/// What an object of a map is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Record {
    Map,
    Source,
    Actor,
    Rating,
    Tie,
    Plan,
    Partnership,
    Member,
    Phases,
    Principle,
    Outcome,
    Measurement,
    Consultation,
    Concern,
    Transmission,
    Response,
    FedBack,
    ExpectedVoice,
    Instrument,
    SavedView,
    Filter,
    Step,
    Comment,
    Level,
    ActorKind,
    TieKind,
    Layout,
}

/// Every kind of record but the map itself: where it stands in which other.
pub const PARTS: &[(Record, &str, Record)] = &[
    (Record::Map, "sources", Record::Source),
    (Record::Map, "actors", Record::Actor),
    (Record::Actor, "ratings", Record::Rating),
    (Record::Map, "ties", Record::Tie),
    (Record::Tie, "plan", Record::Plan),
    (Record::Map, "partnerships", Record::Partnership),
    (Record::Partnership, "members", Record::Member),
    (Record::Partnership, "phases", Record::Phases),
    (Record::Partnership, "principles", Record::Principle),
    (Record::Partnership, "outcomes", Record::Outcome),
    (Record::Outcome, "measurements", Record::Measurement),
    (Record::Map, "consultations", Record::Consultation),
    (Record::Map, "concerns", Record::Concern),
    (Record::Concern, "transmissions", Record::Transmission),
    (Record::Concern, "response", Record::Response),
    (Record::Concern, "fed_back", Record::FedBack),
    (Record::Map, "expected_voices", Record::ExpectedVoice),
    (Record::Map, "instruments", Record::Instrument),
    (Record::Map, "views", Record::SavedView),
    (Record::SavedView, "filter", Record::Filter),
    (Record::Map, "story", Record::Step),
    (Record::Map, "comments", Record::Comment),
    (Record::Map, "levels", Record::Level),
    (Record::Map, "actor_kinds", Record::ActorKind),
    (Record::Map, "tie_kinds", Record::TieKind),
    (Record::Map, "layout", Record::Layout),
    (Record::Map, "places", Record::Layout),
];

/// Every record of a map: what it is, and the JSON pointer to it.
pub fn records(map: &Value) -> Vec<(Record, String)> {
    let mut found = Vec::new();
    collect_records(map, Record::Map, String::new(), &mut found);
    found
}

fn collect_records(value: &Value, kind: Record, pointer: String, found: &mut Vec<(Record, String)>) {
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                collect_records(item, kind, format!("{pointer}/{index}"), found);
            }
        }
        Value::Object(object) => {
            for (_, key, part) in PARTS.iter().filter(|(whole, ..)| *whole == kind) {
                if let Some(value) = object.get(*key) {
                    collect_records(value, *part, format!("{pointer}/{key}"), found);
                }
            }
            found.push((kind, pointer));
        }
        _ => {}
    }
}

/// The JSON pointers to everything below a value, and to itself.
pub fn pointers(value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    collect_pointers(value, String::new(), &mut found);
    found
}

fn collect_pointers(value: &Value, pointer: String, found: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                collect_pointers(item, format!("{pointer}/{index}"), found);
            }
        }
        Value::Object(object) => {
            for (key, item) in object {
                collect_pointers(item, format!("{pointer}/{}", escaped(key)), found);
            }
        }
        _ => {}
    }
    found.push(pointer);
}

fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

/// Puts a value at a JSON pointer, where a key may be new; or takes away what is there.
pub fn set(map: &mut Value, pointer: &str, value: Option<Value>) {
    let Some((whole, key)) = pointer.rsplit_once('/') else {
        *map = value.unwrap_or_default();
        return;
    };
    let key = key.replace("~1", "/").replace("~0", "~");
    let whole = map.pointer_mut(whole).unwrap_or_else(|| panic!("no {whole}"));
    match (whole, value) {
        (Value::Object(object), Some(value)) => {
            object.insert(key, value);
        }
        (Value::Object(object), None) => {
            object.shift_remove(&key);
        }
        (Value::Array(items), value) => {
            let index: usize = key.parse().unwrap();
            match value {
                Some(value) if index == items.len() => items.push(value),
                Some(value) => items[index] = value,
                None => {
                    items.remove(index);
                }
            }
        }
        (other, _) => panic!("{other} holds nothing"),
    }
}

/// The JSON path (`$.ties[3].kind`) to what a JSON pointer leads to.
pub fn path_of(map: &Value, pointer: &str) -> String {
    let mut path = "$".to_owned();
    let mut here = Some(map);
    for key in pointer.split('/').skip(1) {
        if here.is_some_and(Value::is_array) {
            path = format!("{path}[{key}]");
        } else if key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
            path = format!("{path}.{key}");
        } else {
            path = format!("{path}['{key}']");
        }
        here = here.and_then(|whole| whole.pointer(&format!("/{key}")));
    }
    path
}

/// A map without what means the same when it is absent: nulls, empty lists, texts and objects, and usual values.
pub fn essence(map: &Value) -> Value {
    match map {
        Value::Object(object) => {
            let kept = object.iter().map(|(key, value)| (key, essence(value))).filter(|(key, value)| {
                let is_usual = matches!(
                    (key.as_str(), value.as_str()),
                    ("status", Some("active" | "none" | "in-force"))
                        | ("confidence", Some("reported"))
                        | ("sensitivity", Some("open"))
                );
                let is_no =
                    matches!(key.as_str(), "settled" | "with_inactive") && *value == Value::Bool(false);
                !is_usual && !is_no && !is_nothing(value)
            });
            Value::Object(kept.map(|(key, value)| (key.clone(), value)).collect::<Map<_, _>>())
        }
        Value::Array(items) => Value::Array(items.iter().map(essence).collect()),
        other => other.clone(),
    }
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(object) => object.is_empty(),
        _ => false,
    }
}
