//! Bridges against the slow way: every candidate tried, everything worked out again.

use jisr::analysis::bridges;
use serde_json::{Value, json};

use crate::{analysis, on_random_maps, oracle, two};

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
    let map = two(&json!([]));
    assert!(bridges(&analysis(&map), 10, &|_| false).is_err());
}

/// A weak channel between two who are against each other becomes as strong as the new tie: two steps stronger than it was,
/// while ways that are one step stronger are contested too.
#[test]
fn a_channel_may_become_stronger_by_two() {
    let actor =
        |id: &str, kind: &str, level: &str| json!({"id": id, "name": id, "kind": kind, "level": level});
    let tie = |id: &str, from: &str, kind: &str, to: &str, strength: u8| json!({"id": id, "from": from, "kind": kind, "to": to, "strength": strength, "evidence": ["s"]});
    let map = json!({
        "jisr": 1,
        "title": "Two ways",
        "sources": [{"id": "s", "citation": "A source"}],
        "actors": [
            actor("a", "tribal-leader", "community"),
            actor("b", "village-council", "community"),
            actor("v", "municipality", "municipal"),
            actor("w", "governors-office", "governorate"),
            actor("x", "governors-office", "governorate"),
            actor("y", "governors-office", "governorate"),
            actor("z", "ministry", "national"),
        ],
        "ties": [
            tie("t1", "a", "informs", "b", 1),
            tie("t2", "b", "contests", "a", 3),
            tie("t3", "b", "informs", "v", 3),
            tie("t4", "v", "informs", "w", 2),
            tie("t5", "v", "contests", "w", 3),
            tie("t6", "w", "informs", "z", 2),
            tie("t7", "v", "informs", "x", 3),
            tie("t8", "x", "informs", "y", 3),
            tie("t9", "y", "informs", "z", 3),
            tie("u1", "z", "informs", "a", 3),
            tie("u2", "z", "informs", "b", 3),
            tie("u3", "z", "informs", "v", 3),
        ],
    });
    agrees(&map);
}
