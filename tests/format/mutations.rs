//! Random harm done to valid maps: to their bytes and to their values. Never a panic; and what is read without a problem
//! can be saved, opened and analysed.

use std::sync::Arc;

use crate::maps::places::{pointers, set};
use crate::maps::random::{any_json, rich_map};
use crate::maps::{check_all, compact};
use jisr::analysis::{Evidence, analyze};
use jisr::format::jisr::{MOST_PROBLEMS, Unreadable, read, write};
use jisr::model::Language;
use jisr::report;
use jisr::words::Words;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

/// What has to hold of any bytes whatever.
fn any_bytes_have_an_answer(bytes: &[u8]) {
    let reading = match read(bytes) {
        Ok(reading) => reading,
        Err(Unreadable::NotText { line, column }) => return assert!(line >= 1 && column >= 1),
        Err(Unreadable::NotJson { line, column, excerpt, .. }) => {
            assert!(excerpt.chars().count() <= 60);
            return is_a_place(bytes, line, column);
        }
        Err(_) => return,
    };
    assert!(reading.problems.len() <= MOST_PROBLEMS + 1);
    // A map that lacks something may be looked at, and is not saved; but it can be.
    let written = write(&reading.map);
    let is_valid = reading.problems.is_empty();
    let Ok(map) = reading.sound() else { return };
    let again = read(&written).unwrap_or_else(|error| panic!("{error:?} once saved"));
    assert_eq!(again.problems.is_empty(), is_valid, "{:#?}", again.problems);
    assert_eq!(String::from_utf8_lossy(&write(&again.map)), String::from_utf8_lossy(&written));
    let analysis = analyze(Arc::new(map), Evidence::All);
    report::json::analysis(&analysis, &Words::of(&Language::new("en")));
}

fn is_a_place(bytes: &[u8], line: usize, column: usize) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').split('\n').collect();
    assert!((1..=lines.len()).contains(&line), "line {line} of {}", lines.len());
    let columns = lines[line - 1].chars().count() + 1;
    assert!((1..=columns).contains(&column), "column {column} of {columns}");
}

#[derive(Debug, Clone)]
enum Harm {
    Flip(Index, u8),
    Insert(Index, Vec<u8>),
    Delete(Index, Index),
    /// Copies what lies between two places to a third.
    Copy(Index, Index, Index),
    Cut(Index),
}

/// What JSON is made of, and what could stand in its way.
const PIECES: &[&[u8]] = &[
    b"{",
    b"}",
    b"[",
    b"]",
    b"\"",
    b",",
    b":",
    b"\\",
    b"null",
    b"true",
    b"-",
    b"0",
    b"1e999",
    b".5",
    b"\"\"",
    b"{}",
    b"[]",
    b"\x00",
    b"\xFF",
    b"\xEF\xBB\xBF",
    b"\xE2\x80\x9C",
    b"\\ud800",
    b"\n",
    b"\"id\":",
    b"\"actors\":[],",
    b"\xC3",
    b"\"$serde_json::private::Number\":",
    b"{\"$serde_json::private::Number\":\"1\"}",
    b"[[[[[[[[[[[[[[[[[[[[[[[[",
];

fn harm() -> impl Strategy<Value = Harm> {
    let index = any::<Index>;
    prop_oneof![
        4 => (index(), 1..=255_u8).prop_map(|(at, bits)| Harm::Flip(at, bits)),
        4 => (index(), select(PIECES)).prop_map(|(at, piece)| Harm::Insert(at, piece.to_vec())),
        1 => (index(), vec(any::<u8>(), 1..8)).prop_map(|(at, bytes)| Harm::Insert(at, bytes)),
        2 => (index(), index()).prop_map(|(from, to)| Harm::Delete(from, to)),
        2 => (index(), index(), index()).prop_map(|(from, to, at)| Harm::Copy(from, to, at)),
        1 => index().prop_map(Harm::Cut),
    ]
}

impl Harm {
    fn hurt(&self, bytes: &mut Vec<u8>) {
        let place = |index: &Index| index.index(bytes.len() + 1);
        // Short stretches, so that the most of a map stays what it is.
        let stretch = |from: &Index, to: &Index| {
            let from = place(from);
            from..(from + to.index(40)).min(bytes.len())
        };
        match self {
            Self::Flip(at, bits) if !bytes.is_empty() => {
                let at = at.index(bytes.len());
                bytes[at] ^= bits;
            }
            Self::Flip(..) => {}
            Self::Insert(at, piece) => {
                let at = place(at);
                bytes.splice(at..at, piece.iter().copied());
            }
            Self::Delete(from, to) => {
                let stretch = stretch(from, to);
                bytes.drain(stretch);
            }
            Self::Copy(from, to, at) => {
                let (copied, at) = (bytes[stretch(from, to)].to_vec(), place(at));
                bytes.splice(at..at, copied);
            }
            Self::Cut(at) => {
                let at = place(at);
                bytes.truncate(at);
            }
        }
    }
}

#[test]
fn no_harm_to_the_bytes_of_a_map_makes_it_panic() {
    let cases = (rich_map(0..=4), vec(harm(), 1..=4), any::<bool>());
    check_all(6_000, &cases, |(map, harms, is_pretty)| {
        let mut bytes = if is_pretty { serde_json::to_vec_pretty(&map).unwrap() } else { compact(&map) };
        for harm in harms {
            harm.hurt(&mut bytes);
        }
        any_bytes_have_an_answer(&bytes);
    });
}

#[test]
fn no_bytes_at_all_make_it_panic() {
    check_all(3_000, &vec(any::<u8>(), 0..200), |bytes| any_bytes_have_an_answer(&bytes));
    let pieces = vec(select(PIECES), 0..60);
    check_all(3_000, &pieces, |pieces| {
        any_bytes_have_an_answer(&pieces.concat());
        let inside =
            [b"{\"jisr\":1,\"title\":\"x\",\"a\":".to_vec(), pieces.concat(), b"}".to_vec()].concat();
        any_bytes_have_an_answer(&inside);
    });
}

/// A value of plausible shape: such as stand somewhere in a map, or nearly.
fn plausible() -> impl Strategy<Value = Value> {
    let values = [
        json!(""),
        json!("a"),
        json!("b"),
        json!("police"),
        json!("informs"),
        json!("national"),
        json!("local"),
        json!("2012"),
        json!("2012-13-01"),
        json!(2012),
        json!(0),
        json!(1),
        json!(5),
        json!(6),
        json!(-1),
        json!(3.5),
        json!(null),
        json!(true),
        json!([]),
        json!({}),
        json!([null]),
        json!(["a", "a"]),
        json!({"id": "a"}),
        json!({"en": ""}),
        json!({"en": null}),
        json!({"x": 1}),
        json!([0, 0]),
        json!({"levels": {"": [0, 0]}}),
        json!({"$serde_json::private::Number": "1"}),
        json!("id"),
        json!([[]]),
        json!([{}]),
        json!("$"),
        json!({"from": "a", "to": "b"}),
        json!({"actor": "a"}),
        json!({"status": "none"}),
        json!("0"),
    ];
    prop_oneof![3 => select(values.to_vec()), 1 => any_json()]
}

#[derive(Debug, Clone)]
enum Change {
    Put(Value),
    /// What stands somewhere else in the map.
    Copy(Index),
    Take,
}

fn change() -> impl Strategy<Value = (Index, Change)> {
    let change = prop_oneof![
        4 => plausible().prop_map(Change::Put),
        3 => any::<Index>().prop_map(Change::Copy),
        1 => Just(Change::Take),
    ];
    (any::<Index>(), change)
}

fn changed(map: &mut Value, (at, change): (Index, Change)) {
    let places = pointers(map);
    let at = at.get(&places);
    match change {
        Change::Put(value) => set(map, at, Some(value)),
        Change::Copy(from) => {
            let value = map.pointer(&places[from.index(places.len())]).cloned();
            set(map, at, value);
        }
        Change::Take => set(map, at, None),
    }
}

#[test]
fn no_change_of_the_values_of_a_map_makes_it_panic() {
    check_all(6_000, &(rich_map(0..=5), vec(change(), 1..=6)), |(mut map, changes)| {
        for change in changes {
            changed(&mut map, change);
        }
        any_bytes_have_an_answer(&compact(&map));
    });
}

#[test]
fn any_value_may_stand_at_any_place_of_a_map() {
    let whole = crate::maps::example::example();
    let values = [
        json!(null),
        json!(""),
        json!("a"),
        json!(0),
        json!(2.5),
        json!(true),
        json!([]),
        json!({}),
        json!([""]),
        json!([{}]),
        json!({"a": {}}),
        json!([0, 0]),
        json!({"id": ""}),
        json!({"en": "x"}),
        json!({"$serde_json::private::Number": "1"}),
        json!({"$serde_json::private::Number": 1}),
    ];
    for pointer in pointers(&whole) {
        for value in &values {
            let mut map = whole.clone();
            set(&mut map, &pointer, Some(value.clone()));
            any_bytes_have_an_answer(&compact(&map));
        }
    }
}
