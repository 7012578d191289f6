//! Rules on what was planned: outcomes that are late or were never looked at, and planned ties that nobody has taken on.

use serde_json::{Value, json};

use crate::check::{
    ask_at, ask_confirmed_only, ask_planned, finding, findings, fires, fires_for, joined, silent,
};
use crate::draft::{Draft, governor, map, partnership, tie, voice};

/// A partnership with these outcomes, its plan done, on a map of February 2013.
#[allow(clippy::needless_pass_by_value, reason = "written where it is called, as a list of its own")]
fn with_outcomes<const N: usize>(outcomes: [Value; N]) -> Draft {
    let partnership = partnership("p", ["a", "g"]).with("outcomes", outcomes.as_slice());
    map([voice("a"), governor("g"), partnership.with("phases", json!({"plan": "done"}))]).as_of("2013-02")
}

/// An open outcome whose `due` has ended before the map's `as_of` begins.
#[test]
fn overdue_outcome() {
    let rule = "overdue-outcome";
    let due = |due: &str| with_outcomes([json!({"goal": "Light", "due": due})]);
    fires(&due("2012"), rule, "p");
    fires(&due("2013-01"), rule, "p");
    fires(&due("2013-01-31"), rule, "p");
    for not_over in ["2013", "2013-02", "2013-02-01", "2013-03-01", "2014"] {
        silent(&due(not_over), rule);
    }
    // To the day.
    fires(&due("2013-02-01").as_of("2013-02-02"), rule, "p");
    silent(&due("2013-02-01").as_of("2013-02-01"), rule);
    fires(&due("2012").as_of("2013"), rule, "p");
    silent(&due("2013-01").as_of("2013"), rule);
    fires(&due("2012-02").as_of("2012-03-01"), rule, "p");
    silent(&due("2012-02").as_of("2012-02-29"), rule);
    silent(&with_outcomes([json!({"goal": "Light"})]), rule);
    // Without a day of its own the map does not know what is late.
    let undated = map([partnership("p", []).with("outcomes", json!([{"due": "2001"}]))]);
    silent(&undated, rule);
    // The phase of the plan plays no part.
    fires(&due("2012").but("p", "phases", Value::Null), rule, "p");
    let two =
        due("2012").and([partnership("o", []).with("outcomes", json!([{"due": "2001"}, {"due": "2002"}]))]);
    fires_for(&two, rule, ["o", "p"]);
    let why = finding(&due("2012"), rule, "p")["why"].as_str().unwrap().to_owned();
    assert!(why.contains("Light"), "{why}");
}

/// Exactly the plain strings `reached` and `dropped` close an outcome, all else leaves it open.
#[test]
fn what_closes_an_outcome() {
    let rule = "overdue-outcome";
    let with_status = |status: Value| with_outcomes([json!({"due": "2012", "status": status})]);
    silent(&with_status(json!("reached")), rule);
    silent(&with_status(json!("dropped")), rule);
    for open in [
        json!("open"),
        json!("Reached"),
        json!("reached "),
        json!("done"),
        json!({"en": "reached"}),
        Value::Null,
    ] {
        fires(&with_status(open), rule, "p");
    }
    // One that is open is enough.
    let two = with_outcomes([json!({"due": "2012", "status": "reached"}), json!({"due": "2011"})]);
    fires(&two, rule, "p");
}

/// The plan `done` and an outcome, not `dropped`, that has an indicator and no measurement.
#[test]
fn unmeasured_outcome() {
    let rule = "unmeasured-outcome";
    let outcome = json!({"goal": "Light", "indicator": "Lamps"});
    let unmeasured = with_outcomes([outcome.clone()]);
    fires(&unmeasured, rule, "p");
    let but = |key: &str, value: Value| {
        let mut outcome = outcome.clone();
        outcome[key] = value;
        with_outcomes([outcome])
    };
    silent(&but("measurements", json!([{"value": "12"}])), rule);
    silent(&but("measurements", json!([{}])), rule);
    fires(&but("measurements", json!([])), rule, "p");
    silent(&but("indicator", Value::Null), rule);
    silent(&but("indicator", json!({"en": "", "ar": ""})), rule);
    silent(&but("status", json!("dropped")), rule);
    // What is said to be reached should have been looked at too.
    fires(&but("status", json!("reached")), rule, "p");
    fires(&but("status", json!({"en": "dropped"})), rule, "p");
    for plan in ["not-started", "under-way"] {
        silent(&unmeasured.but("p", "phases", json!({"plan": plan})), rule);
    }
    silent(&unmeasured.but("p", "phases", Value::Null), rule);
}

/// Planned ties, other than of an actor to itself, without an owner or without a due date (in both passes).
#[test]
fn planned_without_owner() {
    let rule = "planned-without-owner";
    let people = map([voice("a"), governor("g")]);
    let planning = |plan: Value| people.and([tie("a", "informs", "g").planned().with("plan", plan)]);
    let ties = |map: &Draft| joined(&finding(map, rule, "")["ties"]);
    for open in [
        Value::Null,
        json!({}),
        json!({"owner": "The mayor"}),
        json!({"due": "2030"}),
        json!({"owner": "", "due": "2030"}),
        json!({"owner": {"en": ""}, "due": "2030"}),
        json!({"note": "Soon"}),
    ] {
        fires(&planning(open), rule, "");
    }
    let full = json!({"owner": "The mayor", "due": "2030"});
    silent(&planning(full.clone()), rule);
    silent(&planning(json!({"owner": {"ar": "المحافظ"}, "due": "2030-05"})), rule);
    let open = planning(Value::Null);
    assert_eq!(ties(&open), "a-informs-g");
    // Of ties that are planned only.
    for status in ["active", "dormant", "broken"] {
        silent(&open.but("a-informs-g", "status", status), rule);
    }
    // Confirmed or not: it is certain either way, and names the same.
    let reported = open.but("a-informs-g", "confidence", "assumed");
    fires(&reported, rule, "");
    assert_eq!(ties(&reported), "a-informs-g");
    assert_eq!(findings(&ask_confirmed_only(&reported), rule).len(), 1);
    // One finding for all of them; those with both are not named.
    let several = open.and([
        tie("g", "informs", "a").planned(),
        tie("g", "contests", "a").planned(),
        tie("g", "funds", "a").planned().with("plan", full),
        tie("a", "informs", "a").planned(),
    ]);
    assert_eq!(ties(&several), "a-informs-g g-contests-a g-informs-a");
    silent(&people.and([tie("a", "informs", "a").planned()]), rule);
    // At a date only what is there then; and what is taken to be there is not planned.
    let dated = open.but("a-informs-g", "since", "2020");
    assert_eq!(findings(&ask_at(&dated, "2019"), rule).len(), 0);
    assert_eq!(findings(&ask_at(&dated, "2020"), rule).len(), 1);
    assert_eq!(findings(&ask_planned(&open), rule).len(), 0);
}
