//! The plan against the slow way: each planned tie made active in the file, everything worked out again.

use std::sync::Arc;

use jisr::analysis::{Evidence, Scenario, analyze, plan};
use jisr::model::Language;
use jisr::words::Words;
use serde_json::{Value, json};

use crate::{analysis, answers_of, on_random_maps, oracle, rounded, two};

/// The map with more ties planned: those that fell asleep or broke.
fn planning(map: &Value) -> Value {
    let mut map = map.clone();
    for tie in map["ties"].as_array_mut().into_iter().flatten() {
        if tie["status"] == "dormant" || tie["status"] == "broken" {
            tie["status"] = json!("planned");
        }
    }
    map
}

fn ours(map: &Value) -> Value {
    let analysis = analysis(map);
    let plan = plan(&analysis, &|_| true).expect("nobody stops it");
    let words = Words::of(&Language::new("en"));
    serde_json::to_value(jisr::report::json::plan(&analysis, &plan, &words)).unwrap()
}

fn agrees(map: &Value) {
    let map = planning(map);
    assert_eq!(ours(&map), oracle::plan::plan(&map), "plan of {map}");
}

fn agrees_as_if_active(map: &Value) {
    let map = planning(map);
    let scenario = Scenario { planned: true, ..Scenario::default() };
    let supposed = analyze(Arc::new(scenario.apply(&analysis(&map).network.map)), Evidence::All);
    let (ours, theirs) =
        (rounded(&answers_of(&supposed)), rounded(&oracle::analyze(&oracle::plan::as_if_active(&map))));
    for (key, expected) in theirs.as_object().unwrap() {
        assert_eq!(&ours[key], expected, "{key} of {map}, as if planned ties were active");
    }
}

#[test]
fn agrees_on_two_thousand_small_maps() {
    on_random_maps(2_000, 2..=9, agrees);
}

#[test]
fn agrees_on_three_hundred_larger_maps() {
    on_random_maps(300, 10..=25, agrees);
}

#[test]
fn agrees_as_if_all_planned_ties_were_active() {
    on_random_maps(1_000, 2..=15, agrees_as_if_active);
}

#[test]
fn stops_when_told_to() {
    let map = two(
        &json!([{ "id": "t", "from": "elders", "to": "cabinet", "kind": "informs", "status": "planned" }]),
    );
    assert!(plan(&analysis(&map), &|_| false).is_err());
    assert_eq!(plan(&analysis(&map), &|_| true).unwrap().ties.len(), 1);
}
