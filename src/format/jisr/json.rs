//! Any JSON, an item of a map at a time, with an eye on keys that stand twice and texts that are too long.

use std::fmt;
use std::str::FromStr as _;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map as Object, Number, Value as Json};

use super::reader::{self, Reader};
use super::{MOST_DEPTH, MOST_ITEMS, MOST_TEXT};
use crate::model::Fault;

/// The key under which the parser hands over a number with all its digits, where it is no 64-bit integer.
pub const NUMBER: &str = "$serde_json::private::Number";

/// Any JSON, with an eye on keys that stand twice and texts that are too long.
pub struct Node<'r>(pub &'r mut Reader);

impl Node<'_> {
    /// Stands in for the parser's own limit, and speaks its words.
    fn not_too_deep<E: Error>(&self) -> Result<(), E> {
        if self.0.depth() < MOST_DEPTH { Ok(()) } else { Err(E::custom("recursion limit exceeded")) }
    }
}

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
        self.0.hold(reader::NUMBER);
        Ok(Json::from(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        self.0.hold(reader::NUMBER);
        Ok(Json::from(value))
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    /// Only a number comes as a string of its own: texts of the file are lent.
    fn visit_string<E>(self, digits: String) -> Result<Json, E> {
        self.0.hold(reader::NUMBER + digits.len());
        self.0.digits = Number::from_str(&digits).ok();
        Ok(Json::Null)
    }

    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        if value.len() > MOST_TEXT {
            self.0.problem(self.0.here().fault(Fault::TextTooLong).found(value));
            return Ok(Json::Null);
        }
        self.0.hold(reader::text(value));
        Ok(if self.0.is_full_up { Json::Null } else { Json::from(value) })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let mut read = Vec::new();
        self.not_too_deep()?;
        loop {
            if self.0.is_full_up {
                while items.next_element::<IgnoredAny>()?.is_some() {}
                return Ok(Json::Null);
            }
            if read.len() == MOST_ITEMS {
                while items.next_element::<IgnoredAny>()?.is_some() {}
                self.0.problem(self.0.here().fault(Fault::ListTooLong).found(MOST_ITEMS.to_string()));
                return Ok(Json::Array(read));
            }
            match self.0.at_index(read.len(), |reader| items.next_element_seed(Node(reader)))? {
                Some(item) => {
                    self.0.hold(size_of::<Json>());
                    read.push(item);
                }
                None => return Ok(Json::Array(read)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Json, A::Error> {
        let mut read = Object::new();
        while let Some(key) = entries.next_key::<String>()? {
            if self.0.is_full_up {
                entries.next_value::<IgnoredAny>()?;
                continue;
            }
            self.0.looks_at_key(&key);
            if key != NUMBER {
                self.not_too_deep()?;
            }
            let value = self.0.at_key(&key, |reader| {
                if read.contains_key(&key) {
                    reader.problem(reader.here().fault(Fault::RepeatedKey));
                }
                entries.next_value_seed(Node(reader))
            })?;
            if let Some(number) = self.0.digits.take() {
                return Ok(Json::Number(number));
            }
            let object = if read.is_empty() { reader::OBJECT } else { 0 };
            self.0.hold(object + reader::entry(&key));
            read.insert(key, value);
        }
        // An object without keys has not been asked yet.
        self.not_too_deep()?;
        Ok(Json::Object(read))
    }
}
