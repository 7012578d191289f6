//! A map with every key that the contract names, each of them holding something. What stands last in a list is spare:
//! nothing refers to it.

use super::places::{path_of, set};
use serde_json::Value;

/// Its bytes, as they are saved.
pub const EXAMPLE: &str = include_str!("example.jisr");

/// The map as a value.
pub fn example() -> Value {
    serde_json::from_str(EXAMPLE).unwrap()
}

/// The map with another value at a JSON pointer, or without any.
pub fn example_with(pointer: &str, value: Option<Value>) -> Value {
    let mut map = example();
    set(&mut map, pointer, value);
    map
}

/// The JSON path to a pointer in the example.
pub fn example_path(pointer: &str) -> String {
    path_of(&example(), pointer)
}
