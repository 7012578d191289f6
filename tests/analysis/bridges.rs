//! Bridges against the slow way: every candidate tried, everything worked out again.

use jisr::analysis::bridges;
use serde_json::{Value, json};

use crate::{analysis, on_random_maps, oracle};

fn ours(map: &Value, top: usize) -> Value {
    let analysis = analysis(map);
    let found = bridges(&analysis, top, &|_| true).expect("nobody stops it");
    serde_json::to_value(jisr::report::json::bridges(&analysis, &found)).unwrap()
}

fn agrees(map: &Value) {
    assert_eq!(ours(map, 10), oracle::bridges::bridges(map, 10), "bridges of {map}");
}

#[test]
fn agrees_on_nine_hundred_small_maps() {
    on_random_maps(900, 2..=7, agrees);
}

#[test]
fn agrees_on_a_hundred_larger_maps() {
    on_random_maps(100, 8..=14, agrees);
}

#[test]
fn stops_when_told_to() {
    let map = json!({
        "jisr": 1,
        "title": "Two",
        "actors": [
            { "id": "elders", "name": "Elders", "kind": "tribal-leader", "level": "community" },
            { "id": "cabinet", "name": "Cabinet", "kind": "council-of-ministers", "level": "national" },
        ],
    });
    assert!(bridges(&analysis(&map), 10, &|_| false).is_err());
}
