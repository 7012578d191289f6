//! Keys that have no place of their own in the model: an author's own fields, and what a newer version wrote.

use serde_json::Value;

/// Keys and values in the order of the file. Takes no room while empty, as nearly all are.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Bag(
    // Invariant: never `Some` of an empty map, so that equal bags compare equal.
    Option<Box<serde_json::Map<String, Value>>>,
);

impl Bag {
    /// Whether there is no key.
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.0.as_ref()?.get(key)
    }

    /// Sets a key, and gives back what it held.
    pub fn insert(&mut self, key: impl Into<String>, value: Value) -> Option<Value> {
        self.0.get_or_insert_default().insert(key.into(), value)
    }

    /// The keys and values, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&String, &Value)> {
        self.0.iter().flat_map(|map| map.iter())
    }
}

impl Bag {
    /// The keys, and their values as people would write them.
    pub fn texts(&self) -> impl Iterator<Item = (&str, String)> {
        self.iter().map(|(key, value)| {
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            (key.as_str(), text)
        })
    }
}

impl From<serde_json::Map<String, Value>> for Bag {
    fn from(map: serde_json::Map<String, Value>) -> Self {
        Self((!map.is_empty()).then(|| Box::new(map)))
    }
}

impl From<Bag> for serde_json::Map<String, Value> {
    fn from(bag: Bag) -> Self {
        bag.0.map(|map| *map).unwrap_or_default()
    }
}
