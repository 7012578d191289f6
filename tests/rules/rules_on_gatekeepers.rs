//! Rules on gatekeepers: actors on whom others depend to be heard; on opponents, and on those of whom people think
//! differently.

use serde_json::{Value, json};

use crate::check::{finding, fires, fires_as, fires_for, joined, silent};
use crate::draft::{Draft, chain, governor, map, ministry, tie, voice};

/// Four voices, two governors, a ministry; `a` is heard through `g` alone.
fn gated() -> Draft {
    map(["a", "b", "c", "d"].map(voice))
        .and(["g", "h"].map(governor))
        .and([ministry("m")])
        .and(chain(["a", "g", "m"]))
}

/// One finding per gatekeeper: all voices it gates. High, medium, low: it holds at least 3, 2, 1.
#[test]
fn single_gatekeeper() {
    let rule = "single-gatekeeper";
    let voices = |map: &Draft| joined(&finding(map, rule, "g")["voices"]);
    let one = gated();
    fires_as(&one, rule, "g", "low");
    assert_eq!(voices(&one), "a");
    let two = one.and([tie("b", "informs", "g")]);
    fires_as(&two, rule, "g", "medium");
    assert_eq!(voices(&two), "a b");
    let three = two.and([tie("c", "informs", "g")]);
    fires_as(&three, rule, "g", "high");
    assert_eq!(voices(&three), "a b c");
    let four = three.and([tie("d", "informs", "g")]);
    fires_as(&four, rule, "g", "high");
    assert_eq!(voices(&four), "a b c d");
    // Another way for one of them takes that one out.
    fires_as(&three.and([tie("c", "informs", "m")]), rule, "g", "medium");
    fires_as(&three.and(chain(["c", "h", "m"])), rule, "g", "medium");
    fires_as(&three.and([tie("c", "informs", "m").with("status", "dormant")]), rule, "g", "high");
    // Another way for all of them takes the gatekeeper out.
    silent(&one.and([tie("a", "informs", "m")]), rule);
    silent(&one.and(chain(["a", "h", "m"])), rule);
    // Without a channel there is no gate.
    silent(&one.but("g-informs-m", "status", "dormant"), rule);
    // Only voices are held.
    silent(&one.but("a", "level", "governorate"), rule);
    fires_as(&one.and([tie("h", "informs", "g")]), rule, "g", "low");
}

#[test]
fn single_gatekeepers_may_be_many() {
    let rule = "single-gatekeeper";
    let row = gated().and(chain(["b", "h", "g"]));
    fires_for(&row, rule, ["g", "h"]);
    // A voice may be one.
    fires_for(&gated().and([tie("b", "informs", "a")]), rule, ["g", "a"]);
}

/// A gatekeeper whose stance is sceptical or opposed, or whose legitimacy is ≤ 2.
#[test]
fn doubtful_gatekeeper() {
    let rule = "doubtful-gatekeeper";
    silent(&gated(), rule);
    for stance in ["sceptical", "opposed"] {
        fires(&gated().but("g", "stance", stance), rule, "g");
    }
    for stance in ["champion", "supportive", "neutral"] {
        silent(&gated().but("g", "stance", stance), rule);
    }
    for legitimacy in [1, 2] {
        fires(&gated().but("g", "legitimacy", legitimacy), rule, "g");
        fires(&gated().but("g", "legitimacy", legitimacy).but("g", "stance", "champion"), rule, "g");
        fires(&gated().but("g", "legitimacy", legitimacy).but("g", "stance", "opposed"), rule, "g");
    }
    for legitimacy in [3, 4, 5] {
        silent(&gated().but("g", "legitimacy", legitimacy), rule);
        fires(&gated().but("g", "legitimacy", legitimacy).but("g", "stance", "opposed"), rule, "g");
    }
    // Neither influence nor interest makes one doubtful, nor what is not known.
    silent(&gated().but("g", "influence", 1).but("g", "interest", 1), rule);
    silent(&gated().but("g", "stance", Value::Null).but("g", "legitimacy", Value::Null), rule);
    // Others may doubt as they like: a gatekeeper it must be.
    for other in ["a", "h", "m"] {
        silent(&gated().but(other, "stance", "opposed").but(other, "legitimacy", 1), rule);
    }
    let opposed = gated().but("g", "stance", "opposed");
    silent(&opposed.and([tie("a", "informs", "m")]), rule);
    silent(&opposed.but("a", "level", "governorate"), rule);
    // One finding, whatever it holds.
    fires(&opposed.and([tie("b", "informs", "g"), tie("c", "informs", "g")]), rule, "g");
}

/// An actor whose stance is opposed and whose influence is ≥ 4.
#[test]
fn influential_opponent() {
    let rule = "influential-opponent";
    let opponent = map([governor("g").with("stance", "opposed").with("influence", 4), voice("a")]);
    fires_as(&opponent, rule, "g", "medium");
    fires(&opponent.but("g", "influence", 5), rule, "g");
    for influence in [1, 2, 3] {
        silent(&opponent.but("g", "influence", influence), rule);
    }
    silent(&opponent.but("g", "influence", Value::Null), rule);
    for stance in ["champion", "supportive", "neutral", "sceptical"] {
        silent(&opponent.but("g", "stance", stance), rule);
    }
    silent(&opponent.but("g", "stance", Value::Null), rule);
    // Whoever it is, wherever it stands, whatever else is said of it.
    for (kind, level) in [("donor", "international"), ("ministry", "national"), ("armed-group", "community")]
    {
        fires(&opponent.but("g", "kind", kind).but("g", "level", level), rule, "g");
    }
    fires(&opponent.but("g", "legitimacy", 5).but("g", "interest", 1), rule, "g");
}

/// Of two or more `ratings` of an actor that rate legitimacy, the greatest is at least 2 above the least.
#[test]
fn disputed_legitimacy() {
    let rule = "disputed-legitimacy";
    let rated = |ratings: &[Option<u8>]| {
        let one = |legitimacy: &Option<u8>| json!({"by": "Somebody", "legitimacy": legitimacy});
        gated().but("g", "ratings", ratings.iter().map(one).collect::<Vec<_>>())
    };
    fires(&rated(&[Some(2), Some(4)]), rule, "g");
    fires(&rated(&[Some(5), Some(1)]), rule, "g");
    fires(&rated(&[Some(3), Some(4), Some(5)]), rule, "g");
    silent(&rated(&[Some(3), Some(4)]), rule);
    silent(&rated(&[Some(3), Some(3)]), rule);
    silent(&rated(&[Some(1)]), rule);
    silent(&rated(&[]), rule);
    // Who says nothing of legitimacy does not count, and neither does what was agreed on.
    silent(&rated(&[Some(5), None]), rule);
    silent(&rated(&[Some(5)]).but("g", "legitimacy", 1), rule);
    let of_influence = json!([{"influence": 1}, {"influence": 5}, {"legitimacy": 3}]);
    silent(&gated().but("g", "ratings", of_influence), rule);
    // Anybody, with ties or without.
    let anybody = gated().and([voice("z").with("ratings", json!([{"legitimacy": 1}, {"legitimacy": 3}]))]);
    fires(&anybody, rule, "z");
    let text = finding(&rated(&[Some(2), Some(4)]), rule, "g")["why"].as_str().unwrap().to_owned();
    assert!(text.contains("from 2 to 4"), "{text}");
}
