//! The published schemas: valid by the standard, true of every map and every answer, and false of what is no map.

#![allow(clippy::unwrap_used, clippy::panic, reason = "A test may stop at the first surprise.")]

mod maps;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use jisr::analysis::{Evidence, analyze};
use jisr::format::jisr::{schema, write};
use jisr::model::{Fault, Language};
use jisr::report;
use jisr::words::Words;
use jsonschema::Validator;
use maps::example::{EXAMPLE, example, example_with};
use maps::mistakes::{Mistake, mistakes};
use maps::places::{pointers, records};
use maps::random::rich_map;
use maps::words::USES;
use maps::{check_all, compact, reading, saved_value, valid};
use serde_json::{Value, json};

static OF_MAPS: LazyLock<Validator> = LazyLock::new(|| jsonschema::draft202012::new(&schema()).unwrap());

static OF_ANALYSES: LazyLock<Validator> =
    LazyLock::new(|| jsonschema::draft202012::new(&report::json::analysis_schema()).unwrap());

/// What the schema says against a value, with its place.
fn objections(schema: &Validator, value: &Value) -> Vec<String> {
    schema.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

fn is_valid_map(map: &Value) {
    assert_eq!(objections(&OF_MAPS, map), [""; 0], "{map}");
}

fn is_a_schema(schema: &Value) {
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    if let Err(error) = jsonschema::draft202012::meta::validate(schema) {
        panic!("{}: {error}", error.instance_path());
    }
    // Whatever it refers to is there, and whatever is there is referred to.
    let text = serde_json::to_string(schema).unwrap();
    let definitions = schema["$defs"].as_object().unwrap();
    for name in definitions.keys() {
        assert!(text.contains(&format!("\"$ref\":\"#/$defs/{name}\"")), "nothing refers to {name}");
    }
    for pointer in pointers(schema).iter().filter(|pointer| pointer.ends_with("/$ref")) {
        let target = schema.pointer(pointer).and_then(Value::as_str).unwrap();
        assert!(schema.pointer(target.trim_start_matches('#')).is_some(), "{target} at {pointer} is nowhere");
    }
}

/// Every property says what it means; the views of the layout share one description.
fn is_explained(schema: &Value) {
    let places = pointers(schema);
    let is_view = |at: &str| at.contains("/layout/") || at.contains("/places/");
    let properties = places.iter().filter(|at| at.ends_with("/properties") && !is_view(at));
    for pointer in properties {
        for (key, property) in schema.pointer(pointer).and_then(Value::as_object).unwrap() {
            let meaning = property["description"].as_str().unwrap_or_default();
            assert!(!meaning.is_empty(), "{pointer}/{key}");
        }
    }
}

#[test]
fn the_schema_of_maps_is_a_schema() {
    is_a_schema(&schema());
    is_explained(&schema());
    assert_eq!(schema(), schema(), "the same each time");
}

#[test]
fn the_schema_of_analyses_is_a_schema() {
    is_a_schema(&report::json::analysis_schema());
    is_explained(&report::json::analysis_schema());
}

#[test]
fn random_valid_maps_are_valid_by_the_schema_as_they_are_and_once_saved() {
    check_all(1_000, &rich_map(0..=12), |map| {
        is_valid_map(&map);
        is_valid_map(&saved_value(&map));
    });
}

#[test]
fn the_example_is_valid_by_the_schema_with_every_key_and_every_word() {
    is_valid_map(&example());
    for (pointer, words, _) in USES {
        for word in *words {
            is_valid_map(&example_with(pointer, Some(json!(word))));
        }
    }
}

#[test]
fn null_is_absent_for_the_schema_too() {
    let whole = example();
    let mut pointers = vec!["/title/ar".to_owned(), "/layout/levels/police".to_owned()];
    for (_, record) in records(&whole) {
        let keys = whole.pointer(&record).unwrap().as_object().unwrap().keys();
        pointers.extend(keys.map(|key| format!("{record}/{key}")));
    }
    let mut failures = Vec::new();
    for pointer in pointers {
        let (null, absent) = (example_with(&pointer, Some(Value::Null)), example_with(&pointer, None));
        if OF_MAPS.is_valid(&null) != OF_MAPS.is_valid(&absent) {
            failures.push(pointer);
        }
    }
    assert!(failures.is_empty(), "{failures:?}");
}

#[test]
fn every_analysis_is_valid_by_its_schema() {
    let words = Words::of(&Language::new("en"));
    check_all(800, &rich_map(0..=15), |map| {
        let map = Arc::new(valid(&compact(&map)));
        for evidence in [Evidence::All, Evidence::ConfirmedOnly] {
            let analysis = analyze(Arc::clone(&map), evidence);
            let answer = serde_json::to_value(report::json::analysis(&analysis, &words)).unwrap();
            assert_eq!(objections(&OF_ANALYSES, &answer), [""; 0], "{answer}");
        }
    });
}

#[test]
fn an_analysis_that_lacks_something_is_not_valid() {
    let analysis = analyze(Arc::new(valid(EXAMPLE.as_bytes())), Evidence::All);
    let words = Words::of(&Language::new("en"));
    let answer = serde_json::to_value(report::json::analysis(&analysis, &words)).unwrap();
    assert_eq!(objections(&OF_ANALYSES, &answer), [""; 0]);
    for key in answer.as_object().unwrap().keys() {
        let mut less = answer.clone();
        less.as_object_mut().unwrap().shift_remove(key);
        assert!(!OF_ANALYSES.is_valid(&less), "without {key}");
        let mut other = answer.clone();
        other[key] = json!("something else");
        assert!(!OF_ANALYSES.is_valid(&other), "with another {key}");
    }
}

/// What a schema cannot say: what holds between values, and of days that never were.
const BEYOND_A_SCHEMA: &[Fault] = &[
    Fault::UnknownKind,
    Fault::UnknownLevel,
    Fault::ImpossibleDate,
    Fault::EndsBeforeItBegins,
    Fault::RepeatedId,
    Fault::Dangling,
    Fault::LooseReference,
    Fault::BuiltInKind,
];

#[test]
fn what_is_no_map_is_not_valid() {
    let mut failures = Vec::new();
    for Mistake { at, value, said, .. } in mistakes() {
        let is_beyond = said.iter().all(|said| BEYOND_A_SCHEMA.contains(&said.1));
        if !is_beyond && OF_MAPS.is_valid(&example_with(at, value.clone())) {
            failures.push(format!("{at} = {value:?}: {:?}", said[0].1));
        }
    }
    for other in
        [json!([]), json!(3), json!(null), json!("x"), json!({}), json!({"jisr": 1}), json!({"title": "x"})]
    {
        if OF_MAPS.is_valid(&other) {
            failures.push(other.to_string());
        }
    }
    assert!(failures.is_empty(), "{} are valid:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn what_a_schema_cannot_say_is_valid() {
    // A day that never was may be one that any month could have.
    let said = |mistake: &Mistake| mistake.said[0].1;
    for mistake in mistakes().into_iter().filter(|mistake| BEYOND_A_SCHEMA.contains(&said(mistake))) {
        if said(&mistake) != Fault::ImpossibleDate {
            is_valid_map(&example_with(mistake.at, mistake.value));
        }
    }
}

#[test]
fn what_the_schema_refuses_is_refused_in_reading() {
    let whole = example();
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
        json!([null]),
    ];
    let mut failures = BTreeSet::new();
    for pointer in pointers(&whole) {
        for value in &values {
            let map = example_with(&pointer, Some(value.clone()));
            let is_read = jisr::format::jisr::read(&compact(&map)).is_ok_and(|reading| {
                reading.problems.iter().all(|problem| BEYOND_A_SCHEMA.contains(&problem.fault))
            });
            if is_read != OF_MAPS.is_valid(&map) {
                failures.insert(format!("{pointer} = {value}: read {is_read}"));
            }
        }
    }
    let failures: Vec<String> = failures.into_iter().collect();
    assert!(failures.is_empty(), "{} differ:\n{}", failures.len(), failures.join("\n"));
}

/// Every file below a folder with the extension of a map.
fn maps_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(maps_below(&path));
        } else if path.extension().is_some_and(|extension| extension == "jisr") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn sample_maps() -> Vec<PathBuf> {
    let found = maps_below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-maps"));
    assert!(!found.is_empty(), "there are sample maps");
    found
}

#[test]
fn every_sample_map_is_valid_by_the_schema() {
    for path in sample_maps() {
        let map: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        assert_eq!(objections(&OF_MAPS, &map), [""; 0], "{}", path.display());
    }
}

#[test]
fn every_sample_map_is_read_without_a_problem() {
    for path in sample_maps() {
        assert_eq!(reading(&fs::read(&path).unwrap()).problems, [], "{}", path.display());
    }
}

#[test]
fn every_sample_map_is_saved_as_it_lies_here() {
    let is_other = |path: &PathBuf| {
        let bytes = fs::read(path).unwrap();
        write(&reading(&bytes).map) != bytes
    };
    let others: Vec<PathBuf> = sample_maps().into_iter().filter(is_other).collect();
    assert!(others.is_empty(), "{others:?}");
}
