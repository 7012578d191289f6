//! The analysis against an oracle by other hands: slow, obvious, and written from the definitions alone.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

mod bridges;
#[path = "../oracle/mod.rs"]
mod oracle;
mod plan;
mod routes;

use std::sync::Arc;

use jisr::analysis::{Analysis, Evidence, analyze};
use jisr::model::Language;
use jisr::words::Words;
use jisr::{format, report};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value, json};

/// The analysis of a map.
fn analysis(map: &Value) -> Analysis {
    let bytes = serde_json::to_vec(map).unwrap();
    let reading = format::jisr::read(&bytes).expect("a map");
    analyze(Arc::new(reading.sound().expect("a valid map")), Evidence::All)
}

/// What the program says of a map, without the sentences, which the oracle does not write.
fn answers(map: &Value) -> Value {
    answers_of(&analysis(map))
}

fn answers_of(analysis: &Analysis) -> Value {
    let words = Words::of(&Language::new("en"));
    let document = report::json::analysis(analysis, &words);
    let mut answers = serde_json::to_value(document).unwrap();
    for finding in answers["findings"].as_array_mut().unwrap() {
        let is_gate = finding["rule"] == "single-gatekeeper";
        let is_plan = finding["rule"] == "planned-without-owner";
        finding.as_object_mut().unwrap().retain(|key, _| match key.as_str() {
            "rule" | "subject" | "severity" | "certainty" | "depends_on" => true,
            "voices" => is_gate,
            "ties" => is_plan,
            _ => false,
        });
    }
    answers
}

/// Numbers as numbers, whatever their digits: 1, 1.0, and sums in another order.
fn rounded(value: &Value) -> Value {
    match value {
        Value::Number(number) => json!((number.as_f64().unwrap() * 1e9).round().to_string()),
        Value::Array(items) => items.iter().map(rounded).collect(),
        Value::Object(entries) => entries.iter().map(|(key, value)| (key.clone(), rounded(value))).collect(),
        other => other.clone(),
    }
}

fn agrees(map: &Value) {
    let (ours, theirs) = (rounded(&answers(map)), rounded(&oracle::analyze(map)));
    for (key, expected) in theirs.as_object().unwrap() {
        assert_eq!(&ours[key], expected, "{key} of {map}");
    }
}

/// A local actor and one that decides.
fn two(ties: &Value) -> Value {
    json!({
        "jisr": 1,
        "title": "Two",
        "actors": [
            { "id": "elders", "name": "Elders", "kind": "tribal-leader", "level": "community" },
            { "id": "cabinet", "name": "Cabinet", "kind": "council-of-ministers", "level": "national" },
        ],
        "ties": ties,
    })
}

/// Holds so many random maps of so many actors against something; the same maps every time.
fn on_random_maps(cases: u32, actors: std::ops::RangeInclusive<usize>, check: impl Fn(&Value)) {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha))
        .run(&oracle::random_maps::map(actors), |map| {
            check(&map);
            Ok(())
        })
        .unwrap();
}

#[test]
fn agrees_on_five_thousand_small_maps() {
    on_random_maps(5_000, 2..=10, agrees);
}

#[test]
fn agrees_on_five_thousand_larger_maps() {
    on_random_maps(5_000, 11..=40, agrees);
}
