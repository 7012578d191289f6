//! Maps for the tests of the file, its schema and its edits: one that has every key, mistakes to be made in it, and
//! random maps in which everything occurs.

#![allow(clippy::unwrap_used, clippy::panic, reason = "A test may stop at the first surprise.")]
#![allow(dead_code, reason = "Each test uses a part of this.")]

pub mod example;
pub mod mistakes;
pub mod places;
pub mod process;
pub mod random;
#[path = "../oracle/random_maps.rs"]
pub mod random_maps;
#[path = "../oracle/random_parts.rs"]
mod random_parts;
#[path = "../oracle/vocabulary.rs"]
mod vocabulary;
pub mod words;

use jisr::format::jisr::{Reading, read, write};
use jisr::model::Map;
use proptest::prelude::Strategy;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::Value;

/// The bytes of a value, as short as can be.
pub fn compact(value: &Value) -> Vec<u8> {
    serde_json::to_vec(value).unwrap()
}

/// Reads what has to be JSON that is an object, with problems or without.
pub fn reading(bytes: &[u8]) -> Reading {
    read(bytes).unwrap_or_else(|error| panic!("{error:?} in {}", String::from_utf8_lossy(bytes)))
}

/// Reads what has to be a valid map.
pub fn valid(bytes: &[u8]) -> Map {
    let Reading { map, problems } = reading(bytes);
    assert!(problems.is_empty(), "{problems:#?} in {}", String::from_utf8_lossy(bytes));
    map
}

/// What a valid map is saved as.
pub fn saved(bytes: &[u8]) -> Vec<u8> {
    write(&valid(bytes))
}

/// The same as a value.
pub fn saved_value(map: &Value) -> Value {
    serde_json::from_slice(&saved(&compact(map))).unwrap()
}

/// Runs a check on so many values, always the same ones.
pub fn check_all<S: Strategy>(cases: u32, values: &S, check: impl Fn(S::Value)) {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let run = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha)).run(
        values,
        |value| {
            check(value);
            Ok(())
        },
    );
    if let Err(error) = run {
        panic!("{error}");
    }
}
