//! The oracle asked about itself: small maps worked out by hand from the contract, and what must be true of every
//! random map.

use super::pass::Pass;
use super::random_maps;
use super::reading::Map;
use super::{analyze, rules, vocabulary};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

// ---------------------------------------------------------------------------------------------------------------------
// Small helpers
// ---------------------------------------------------------------------------------------------------------------------

fn actor(id: &str, kind: &str, level: &str) -> Value {
    json!({"id": id, "name": id, "kind": kind, "level": level, "evidence": ["s"]})
}

fn tie(id: &str, from: &str, kind: &str, to: &str) -> Value {
    json!({"id": id, "from": from, "to": to, "kind": kind, "confidence": "confirmed", "evidence": ["s"]})
}

/// The item with more of its fields filled in.
fn with(mut item: Value, more: Value) -> Value {
    let Value::Object(more) = more else {
        panic!("fields are an object");
    };
    for (key, value) in more {
        item[key] = value;
    }
    item
}

#[allow(clippy::needless_pass_by_value, reason = "Written where it is called, as a list of its own.")]
fn map(actors: Vec<Value>, ties: Vec<Value>) -> Value {
    json!({
        "jisr": 1,
        "title": "Worked by hand",
        "sources": [{"id": "s", "citation": "s"}],
        "actors": actors,
        "ties": ties,
    })
}

/// Rule, subject and certainty of each finding, in order, without those that every little map has.
fn findings(analysis: &Value) -> Vec<String> {
    let everywhere = ["no-partnership", "no-consultation", "unsourced"];
    let mut lines = Vec::new();
    for finding in analysis["findings"].as_array().unwrap() {
        let rule = finding["rule"].as_str().unwrap();
        if everywhere.contains(&rule) {
            continue;
        }
        let subject: Vec<&str> =
            finding["subject"].as_array().unwrap().iter().map(|id| id.as_str().unwrap()).collect();
        lines.push(format!(
            "{} {rule} {} {}",
            finding["severity"].as_str().unwrap(),
            subject.join(" "),
            finding["certainty"].as_str().unwrap(),
        ));
    }
    lines
}

fn voice<'a>(analysis: &'a Value, id: &str) -> &'a Value {
    let voices = analysis["voices"].as_array().unwrap();
    voices.iter().find(|voice| voice["actor"] == id).unwrap()
}

// ---------------------------------------------------------------------------------------------------------------------
// Worked by hand
// ---------------------------------------------------------------------------------------------------------------------

#[test]
fn a_chain_of_one_sure_and_one_unsure_tie() {
    let analysis = analyze(&json!({
        "jisr": 1,
        "title": "A chain",
        "as_of": "2012-06",
        "actors": [
            {"id": "m", "name": "M", "kind": "ministry", "level": "national"},
            {"id": "b", "name": "B", "kind": "governors-office", "level": "governorate"},
            {"id": "a", "name": "A", "kind": "tribal-leader", "level": "community"},
        ],
        "ties": [
            {"id": "t1", "from": "a", "to": "b", "kind": "informs", "strength": 4, "confidence": "confirmed"},
            {"id": "t2", "from": "b", "to": "m", "kind": "reports-to", "strength": 2},
        ],
    }));
    let finding = |severity: &str, rule: &str, subject: Value, certainty: &str| {
        json!({
            "rule": rule,
            "subject": subject,
            "severity": severity,
            "certainty": certainty,
            "depends_on": [],
        })
    };
    let gatekeeper = finding("low", "single-gatekeeper", json!(["b"]), "depends");
    let expected = json!({
        "map": {"title": "A chain", "actors": 3, "ties": 2, "as_of": "2012-06"},
        "decision_makers": ["m"],
        "decision_makers_assumed": false,
        "voices": [{
            "actor": "a", "heard": true, "answered": false, "strength": 2, "hops": 2,
            "channel": ["a", "b", "m"], "ties": ["t1", "t2"],
            "gatekeepers": ["b"], "backup": false, "external_only": false,
            "confirmed": {"heard": false, "answered": false},
        }],
        "belts": [{"actor": "b", "holds": 1, "carries": 1}],
        "expected_voices": [],
        "concerns": [],
        "findings": [
            finding("high", "unheard-voice", json!(["a"]), "at-risk"),
            finding("medium", "unanswered-voice", json!(["a"]), "depends"),
            finding("medium", "deaf-decision-maker", json!(["m"]), "at-risk"),
            finding("medium", "no-partnership", json!([]), "certain"),
            finding("medium", "no-consultation", json!([]), "certain"),
            with(gatekeeper, json!({"voices": ["a"]})),
            finding("low", "weak-channel", json!(["a"]), "depends"),
            finding("note", "unsourced", json!([]), "certain"),
        ],
        "scorecard": {
            "voices_heard": 1.0, "loops_closed": 0.0, "with_backup": 0.0, "expected_present": null,
            "crossings_per_voice": 1.0, "mixing": 0.0, "providers_overseen": null,
            "concerns_answered": null, "ties_with_evidence": 0.0,
            "findings": {"high": 0, "medium": 3, "low": 2, "note": 1},
        },
    });
    assert_eq!(analysis, expected);
}

/// Strength before hops, hops before ids, and of parallel ties the strongest, then the one with the smallest id.
#[test]
fn the_best_of_many_channels() {
    let strong = json!({"strength": 5});
    let weak = json!({"strength": 1});
    let actors = vec![
        actor("v", "tribal-leader", "community"),
        actor("w", "youth-group", "community"),
        actor("b", "governors-office", "governorate"),
        actor("c", "court", "governorate"),
        actor("d", "media", "governorate"),
        actor("x", "ministry", "national"),
        actor("y", "parliament", "national"),
    ];
    let analysis = analyze(&map(
        actors,
        vec![
            // Straight up, but weak.
            with(tie("t0", "v", "informs", "x"), weak),
            // By d, c or b, all of strength 3 and two hops: by b, and to x rather than y.
            tie("t1", "v", "informs", "d"),
            tie("t2", "d", "informs", "x"),
            tie("t3", "v", "informs", "c"),
            tie("t4", "c", "informs", "x"),
            tie("t8", "v", "informs", "b"),
            tie("t7", "v", "refers-to", "b"),
            with(tie("t6", "v", "informs", "b"), json!({"strength": 2})),
            tie("t5", "b", "informs", "y"),
            tie("t9", "b", "informs", "x"),
            // Stronger by far, but no way on.
            with(tie("u1", "v", "informs", "w"), strong.clone()),
            // w has a longer way that is stronger than its short one, and it ends at the first decision-maker.
            with(tie("u2", "w", "informs", "y"), json!({"strength": 3})),
            with(tie("u3", "w", "informs", "d"), strong.clone()),
            with(tie("u4", "d", "informs", "c"), strong.clone()),
            with(tie("u5", "c", "informs", "y"), json!({"strength": 4})),
            with(tie("u6", "y", "informs", "x"), strong),
        ],
    ));
    // By w, d and c the weakest tie is 4.
    let v = voice(&analysis, "v");
    assert_eq!(v["channel"], json!(["v", "w", "d", "c", "y"]));
    assert_eq!(v["ties"], json!(["u1", "u3", "u4", "u5"]));
    assert_eq!((&v["strength"], &v["hops"]), (&json!(4), &json!(4)));
    assert_eq!(v["gatekeepers"], json!([]));
    assert_eq!(v["backup"], json!(true));
    let w = voice(&analysis, "w");
    assert_eq!(w["channel"], json!(["w", "d", "c", "y"]));
    // Inside: v's channel has w, d, c; w's has d, c.
    let belts = json!([
        {"actor": "c", "holds": 0, "carries": 2},
        {"actor": "d", "holds": 0, "carries": 2},
        {"actor": "w", "holds": 0, "carries": 1},
    ]);
    assert_eq!(analysis["belts"], belts);
    // Crossings: v w (both informal), w d (both informal), d c, c y (both formal): one each, for two voices.
    let crossings = &analysis["scorecard"]["crossings_per_voice"];
    assert_eq!(crossings, &json!(1.0));
}

#[test]
fn equal_channels_go_by_the_smallest_ids() {
    let analysis = analyze(&map(
        vec![
            actor("v", "tribal-leader", "community"),
            actor("d", "media", "governorate"),
            actor("c", "court", "governorate"),
            actor("y", "parliament", "national"),
            actor("x", "ministry", "national"),
        ],
        vec![
            tie("t1", "v", "informs", "d"),
            tie("t2", "d", "informs", "x"),
            tie("t8", "v", "informs", "c"),
            tie("t7", "v", "refers-to", "c"),
            with(tie("t6", "v", "informs", "c"), json!({"strength": 2})),
            with(tie("t5", "c", "informs", "y"), json!({"strength": 5})),
            tie("t9", "c", "informs", "x"),
        ],
    ));
    let v = voice(&analysis, "v");
    assert_eq!(v["channel"], json!(["v", "c", "x"]));
    assert_eq!(v["ties"], json!(["t7", "t9"]));
}

/// Which way each kind of tie lets the voice of `v` travel to the ministry, and back.
#[test]
fn which_way_a_voice_travels() {
    let travels = |kind: &str, mutual: Value, from: &str, to: &str| {
        let analysis = analyze(&map(
            vec![actor("v", "tribal-leader", "community"), actor("m", "ministry", "national")],
            vec![with(tie("t", from, kind, to), json!({"mutual": mutual}))],
        ));
        let v = voice(&analysis, "v").clone();
        (v["heard"] == true, v["answered"] == true)
    };
    let (up, down, both, none) = ((true, false), (false, true), (true, true), (false, false));
    for (kind, by_default, when_mutual) in [
        ("informs", up, both),
        ("reports-to", up, both),
        ("directs", up, both),
        ("advocates-to", up, both),
        ("refers-to", up, both),
        ("consults", down, both),
        ("covers", down, both),
        ("oversees", down, both),
        ("represents", down, both),
        ("partners-with", both, both),
        ("mediates-for", both, both),
        ("member-of", both, both),
        ("coordinates-with", both, both),
        ("funds", none, none),
        ("trains", none, none),
        ("equips", none, none),
        ("serves", none, none),
        ("contests", none, none),
        ("restricts", none, none),
        ("co-opts", none, none),
    ] {
        assert_eq!(travels(kind, Value::Null, "v", "m"), by_default, "{kind}");
        assert_eq!(travels(kind, json!(false), "v", "m"), by_default, "{kind}");
        assert_eq!(travels(kind, json!(true), "v", "m"), when_mutual, "{kind}");
        let turned = (by_default.1, by_default.0);
        assert_eq!(travels(kind, Value::Null, "m", "v"), turned, "{kind}");
    }
    assert_eq!(vocabulary::TIE_KINDS.len(), 20);
    assert_eq!(vocabulary::ACTOR_KINDS.len(), 38);
}

#[test]
fn ties_that_do_not_carry() {
    let silent = |more: Value| {
        let analysis = analyze(&map(
            vec![actor("v", "tribal-leader", "community"), actor("m", "ministry", "national")],
            vec![with(tie("t", "v", "informs", "m"), more)],
        ));
        findings(&analysis)
    };
    let isolated = vec!["high isolated-voice v certain", "medium deaf-decision-maker m certain"];
    assert_eq!(silent(json!({"status": "dormant"})), isolated);
    let planned = [&isolated[..], &["note planned-without-owner  certain"]].concat();
    assert_eq!(silent(json!({"status": "planned"})), planned);
    let owned = json!({"status": "planned", "plan": {"owner": "The mayor", "due": "2030"}});
    assert_eq!(silent(owned), isolated);
    assert_eq!(silent(json!({"to": "v"})), isolated);
    assert_eq!(
        silent(json!({"kind": "funds"})),
        vec!["high unheard-voice v certain", "medium deaf-decision-maker m certain",]
    );
    // Unsure: heard, but at risk of being isolated.
    assert_eq!(
        silent(json!({"confidence": null, "status": null, "strength": null})),
        vec![
            "high isolated-voice v at-risk",
            "medium unanswered-voice v depends",
            "medium deaf-decision-maker m at-risk",
        ]
    );
}

/// Three voices gated by one, which is doubtful; one of them also by a voice, and one only through outsiders.
#[test]
fn gatekeepers_and_outsiders() {
    let analysis = analyze(&map(
        vec![
            actor("a", "tribal-leader", "community"),
            actor("b", "village-council", "community"),
            actor("c", "municipality", "municipal"),
            with(actor("g", "governors-office", "governorate"), json!({"legitimacy": 2})),
            actor("o", "donor", "international"),
            actor("e", "youth-group", "municipal"),
            actor("m", "ministry", "national"),
        ],
        vec![
            tie("t1", "a", "informs", "b"),
            tie("t2", "b", "informs", "g"),
            tie("t3", "c", "coordinates-with", "g"),
            tie("t4", "g", "reports-to", "m"),
            tie("t5", "m", "contests", "g"),
            tie("t6", "o", "represents", "e"),
            tie("t7", "o", "advocates-to", "m"),
            tie("t8", "m", "consults", "c"),
        ],
    ));
    // c also tells m itself; t3 carries both ways, so b may go on by g and c: g still gates it, c does not.
    assert_eq!(voice(&analysis, "a")["gatekeepers"], json!(["b", "g"]));
    assert_eq!(voice(&analysis, "b")["gatekeepers"], json!(["g"]));
    assert_eq!(voice(&analysis, "c")["gatekeepers"], json!([]));
    assert_eq!(voice(&analysis, "e")["gatekeepers"], json!(["o"]));
    assert_eq!(voice(&analysis, "e")["external_only"], json!(true));
    assert_eq!(
        findings(&analysis),
        vec![
            "medium unanswered-voice a certain",
            "medium unanswered-voice b certain",
            "medium unanswered-voice c certain",
            "medium unanswered-voice e certain",
            "medium single-gatekeeper g certain",
            "medium doubtful-gatekeeper g certain",
            "medium external-only e certain",
            "medium contested-channel a certain",
            "medium contested-channel b certain",
            "medium patron-dependence e certain",
            "medium formal-informal-divide municipal certain",
            "low single-gatekeeper b certain",
            "low single-gatekeeper o certain",
        ]
    );
    let belts = json!([
        {"actor": "g", "holds": 2, "carries": 2},
        {"actor": "b", "holds": 1, "carries": 1},
        {"actor": "o", "holds": 1, "carries": 1},
    ]);
    assert_eq!(analysis["belts"], belts);
    // Pairs: ab ext, bg int, cg int, gm int, oe ext, om int, mc int (contests is adverse): (2 − 5) / 7.
    assert_eq!(analysis["scorecard"]["mixing"], json!(-3.0 / 7.0));
}

#[test]
fn who_oversees_those_with_force() {
    let arrests = |item: Value, area: Value| with(item, json!({"functions": ["arrest"], "area": area}));
    let analysis = analyze(&map(
        vec![
            arrests(actor("p", "police", "governorate"), json!(["north"])),
            arrests(actor("q", "police", "governorate"), json!(["south"])),
            arrests(actor("r", "border-guard", "governorate"), Value::Null),
            arrests(actor("s", "armed-group", "community"), json!([])),
            actor("o", "human-rights-commission", "national"),
            actor("f", "foreign-force", "international"),
            actor("d", "donor", "international"),
        ],
        vec![
            tie("t1", "d", "funds", "p"),
            tie("t2", "d", "trains", "q"),
            tie("t3", "d", "funds", "o"),
            tie("t4", "o", "oversees", "q"),
            tie("t5", "p", "oversees", "r"),
            tie("t6", "f", "equips", "s"),
            tie("t7", "d", "co-opts", "s"),
            tie("t8", "r", "partners-with", "q"),
        ],
    ));
    assert!(analysis["decision_makers_assumed"] == true);
    assert_eq!(analysis["decision_makers"], json!(["o"]));
    // The commission is the decision-maker assumed; q's voice runs to it, but no voice's does: s is an armed group, and
    // so no voice. s has force and is informal: no provider. f is external: no provider. p and r cooperate (t5), q and r
    // too (t8), but neither has authority over the other; p and q share no area.
    assert_eq!(
        findings(&analysis),
        vec![
            "high unaccountable-provider p certain",
            "high unaccountable-provider r certain",
            "medium deaf-decision-maker o certain",
            "medium overlapping-mandate p r certain",
            "medium overlapping-mandate q r certain",
            "medium support-without-oversight p certain",
            "medium support-without-oversight s certain",
            "medium co-optation s certain",
            "medium no-complaints-way  certain",
        ]
    );
    let overseen = &analysis["scorecard"]["providers_overseen"];
    assert_eq!(overseen, &json!(1.0 / 3.0));
}

#[test]
fn overlapping_mandates() {
    let holds = |first: Value, second: Value, ties: Vec<Value>| {
        let analysis = analyze(&map(
            vec![
                with(actor("z", "court", "governorate"), first),
                with(actor("c", "tribal-leader", "governorate"), second),
            ],
            ties,
        ));
        let found = findings(&analysis);
        found.contains(&"medium overlapping-mandate c z certain".to_string())
    };
    let both = json!({"functions": ["mediate", "adjudicate"], "area": ["north"]});
    assert!(holds(both.clone(), both.clone(), vec![]));
    assert!(holds(both.clone(), both.clone(), vec![tie("t", "c", "contests", "z")]));
    assert!(holds(both.clone(), both.clone(), vec![tie("t", "c", "serves", "z")]));
    assert!(!holds(both.clone(), both.clone(), vec![tie("t", "c", "reports-to", "z")]));
    let nowhere = json!({"functions": ["adjudicate"]});
    assert!(holds(both.clone(), nowhere, vec![]));
    let elsewhere = json!({"functions": ["adjudicate"], "area": ["south"]});
    assert!(!holds(both.clone(), elsewhere, vec![]));
    let otherwise = json!({"functions": ["mediate"], "area": ["north"]});
    assert!(!holds(both, otherwise, vec![]));
}

#[test]
fn a_level_with_a_divide() {
    let divided = |ties: Vec<Value>| {
        let analysis = analyze(&map(
            vec![
                actor("f", "village-council", "community"),
                actor("h", "camp-committee", "community"),
                actor("j", "community-safety-committee", "community"),
                actor("i", "tribal-leader", "community"),
                actor("k", "union", "community"),
            ],
            ties,
        ));
        let found = findings(&analysis);
        found.contains(&"medium formal-informal-divide community certain".to_string())
    };
    assert!(divided(vec![]));
    assert!(divided(vec![tie("t", "i", "informs", "k")]));
    assert!(divided(vec![tie("t", "i", "contests", "f")]));
    assert!(!divided(vec![tie("t", "i", "informs", "f")]));
    assert!(!divided(vec![tie("t", "h", "serves", "f")]));
    assert!(!divided(vec![tie("t", "i", "informs", "h")]));
    assert!(!divided(vec![tie("t", "h", "informs", "j")]));
}

#[test]
fn partnerships_consultations_and_expected_voices() {
    let mut map = map(
        vec![
            actor("body", "community-safety-committee", "governorate"),
            actor("gov", "governors-office", "governorate"),
            actor("women", "womens-organisation", "municipal"),
            actor("youth", "youth-group", "community"),
            with(actor("ngo", "donor", "international"), json!({"represents": ["refugees"]})),
            actor("min", "ministry", "national"),
        ],
        vec![
            tie("t1", "women", "member-of", "body"),
            with(tie("t2", "gov", "member-of", "body"), json!({"confidence": null})),
            tie("t3", "body", "partners-with", "min"),
        ],
    );
    map["partnerships"] = json!([
        {
            "id": "p1", "name": "P1", "actor": "body", "agreement": "written", "anchored_in": "gov",
            "phases": {"plan": "done", "consultation": "done"},
            "principles": [
                {"principle": "fairness", "rating": 1},
                {"principle": "fairness", "rating": 5},
                {"principle": "fairness", "rating": 3},
                {"principle": "fairness", "rating": 1},
                {"principle": "performance", "rating": 2},
                {"principle": "performance", "rating": 3},
                {"principle": "accountability", "rating": null},
            ],
            "outcomes": [{"goal": "g", "indicator": null}, {"goal": "g", "indicator": "i"}],
        },
        {"id": "p0", "name": "P0", "members": [{"actor": "gov"}], "phases": {"plan": "under-way"}},
    ]);
    map["consultations"] =
        json!([{"id": "c1", "kind": "survey", "participants": ["gov"], "groups": ["women"]}]);
    map["expected_voices"] = json!([
        {"id": "e5", "label": "e", "kinds": ["ministry", "youth-group"], "groups": []},
        {"id": "e4", "label": "e", "kinds": ["union"], "groups": ["women"]},
        {"id": "e3", "label": "e", "kinds": ["youth-group"], "groups": ["refugees"]},
        {"id": "e2", "label": "e", "kinds": [], "groups": ["refugees"]},
        {"id": "e1", "label": "e", "kinds": ["womens-organisation"], "groups": ["women"]},
    ]);
    let analysis = analyze(&map);
    // Fairness 1 1 3 5: median 2. Performance 2 3: 2.5. The rest are not rated.
    assert_eq!(
        findings(&analysis),
        vec![
            "high missing-voice e2 certain",
            "high missing-voice e4 certain",
            "high isolated-voice youth certain",
            "medium unanchored-partnership p0 certain",
            "medium one-sided-partnership p0 certain",
            "medium one-sided-partnership p1 at-risk",
            "medium absent-from-partnership e3 certain",
            "medium absent-from-partnership e5 certain",
            "medium plan-without-consultation p0 certain",
            "low single-gatekeeper body certain",
            "low weak-principle p1 fairness certain",
            "low plan-without-outcomes p0 certain",
            "low unconsulted-voice e3 certain",
            "low unconsulted-voice e5 certain",
            "note weak-principle p0 certain",
            "note weak-principle p1 certain",
            "note unmeasured-outcome p1 certain",
        ]
    );
    let no_partnership = analysis["findings"]
        .as_array()
        .unwrap()
        .iter()
        .find(|finding| finding["rule"] == "no-partnership")
        .unwrap();
    assert_eq!(no_partnership["certainty"], json!("at-risk"));
    let state = |id: &str, state: &str, actors: Value, consulted: bool, in_partnership: bool| {
        json!({
            "id": id, "state": state, "actors": actors, "consulted": consulted,
            "in_partnership": in_partnership,
        })
    };
    assert_eq!(
        analysis["expected_voices"],
        json!([
            state("e1", "loop-closed", json!(["women"]), true, true),
            state("e2", "absent", json!([]), false, false),
            state("e3", "isolated", json!(["youth"]), false, false),
            state("e4", "absent", json!([]), true, false),
            state("e5", "loop-closed", json!(["min", "youth"]), false, false),
        ])
    );
    assert_eq!(analysis["scorecard"]["expected_present"], json!(0.6));
}

#[test]
fn how_far_concerns_get() {
    let mut map = map(
        vec![
            actor("a", "tribal-leader", "community"),
            actor("b", "governors-office", "governorate"),
            actor("c", "court", "governorate"),
            actor("m", "ministry", "national"),
        ],
        vec![
            tie("t1", "a", "coordinates-with", "b"),
            with(tie("t2", "b", "partners-with", "m"), json!({"confidence": "assumed"})),
        ],
    );
    map["consultations"] = json!([{"id": "c1", "kind": "survey", "participants": ["c", "a"]}]);
    let sent = |from: &str, to: &str, date: Value| json!({"from": from, "to": to, "date": date});
    map["concerns"] = json!([
        {"id": "k9", "text": "no raiser"},
        // The second is dated before the first, so b did not have it by then.
        {"id": "k1", "text": "too early", "raised_by": ["a"], "transmissions": [
            sent("a", "b", json!("2012-05")), sent("b", "m", json!("2012")),
        ]},
        // An undated one comes last, wherever it stands.
        {"id": "k2", "text": "arrived", "raised_by": ["a"], "transmissions": [
            sent("b", "m", Value::Null), sent("a", "b", json!("2012")),
        ]},
        {"id": "k3", "text": "from a consultation", "raised_in": "c1", "transmissions": [
            sent("b", "m", json!("2012")),
        ]},
        {"id": "k4", "text": "answered on the spot", "raised_by": ["a"], "raised_in": "c1",
         "response": {"by": "b", "status": "declined"}},
        {"id": "k5", "text": "told", "raised_by": ["a"], "response": {"by": "b", "status": "noted"},
         "fed_back": {"date": "2012", "to": []}},
        {"id": "k6", "text": "told of nothing", "raised_by": ["m"], "response": {"status": "none"},
         "fed_back": {}},
        {"id": "k7", "text": "round in circles", "raised_by": ["a"], "transmissions": [
            sent("a", "c", Value::Null), sent("c", "a", Value::Null), sent("a", "c", Value::Null),
        ]},
    ]);
    let analysis = analyze(&map);
    let state = |id: &str, state: &str, at: Value| json!({"id": id, "state": state, "stopped_at": at});
    assert_eq!(
        analysis["concerns"],
        json!([
            state("k1", "on-the-way", json!("b")),
            state("k2", "transmitted", Value::Null),
            state("k3", "raised", json!("c")),
            state("k4", "answered", Value::Null),
            state("k5", "fed-back", Value::Null),
            state("k6", "transmitted", Value::Null),
            state("k7", "on-the-way", json!("c")),
            state("k9", "raised", Value::Null),
        ])
    );
    let about_concerns: Vec<String> = findings(&analysis)
        .into_iter()
        .filter(|line| ["concern", "feedback", "unmapped"].iter().any(|word| line.contains(word)))
        .collect();
    assert_eq!(
        about_concerns,
        vec![
            "high untransmitted-concern k1 certain",
            "high untransmitted-concern k3 certain",
            "high untransmitted-concern k7 certain",
            "high untransmitted-concern k9 certain",
            "medium unanswered-concern k2 certain",
            "medium unanswered-concern k6 certain",
            "medium feedback-missing k4 certain",
            "note unmapped-transmission k1 b m at-risk",
            "note unmapped-transmission k2 b m at-risk",
            "note unmapped-transmission k3 b m at-risk",
            "note unmapped-transmission k7 a c certain",
            "note unmapped-transmission k7 c a certain",
        ]
    );
    assert_eq!(analysis["scorecard"]["concerns_answered"], json!(0.25));
}

#[test]
fn an_own_ladder_and_own_kinds() {
    let mut map = map(
        vec![
            actor("fam", "notable-family", "national"),
            actor("kin", "notable-family", "national"),
            with(actor("shura", "notable-family", "top"), json!({"decides": true})),
            with(actor("pm", "head-of-state", "top"), json!({"decides": false})),
        ],
        vec![
            tie("t1", "fam", "kin-of", "kin"),
            with(tie("t2", "shura", "asks", "kin"), json!({"strength": 1})),
            tie("t3", "shura", "kin-of", "shura"),
            tie("t4", "kin", "feuds-with", "shura"),
        ],
    );
    map["levels"] = json!([
        {"id": "national", "name": "N", "tier": "local"},
        {"id": "top", "name": "T", "tier": "national"},
    ]);
    map["actor_kinds"] = json!([{
        "id": "notable-family", "name": "Notable family", "formality": "informal", "sector": "customary",
        "force": false, "decides": false, "level": "national",
    }]);
    map["tie_kinds"] = json!([
        {"id": "kin-of", "name": "k", "class": "partnership", "mutual": true, "voice": "forward"},
        {"id": "asks", "name": "a", "class": "communication", "mutual": false, "voice": "backward"},
        {"id": "feuds-with", "name": "f", "class": "adverse", "mutual": true, "voice": "none"},
    ]);
    let analysis = analyze(&map);
    assert_eq!(analysis["decision_makers"], json!(["shura"]));
    assert_eq!(analysis["decision_makers_assumed"], json!(false));
    assert_eq!(voice(&analysis, "fam")["channel"], json!(["fam", "kin", "shura"]));
    assert_eq!(voice(&analysis, "fam")["strength"], json!(1));
    assert_eq!(voice(&analysis, "kin")["ties"], json!(["t2"]));
    assert_eq!(
        findings(&analysis),
        vec![
            "medium unanswered-voice fam certain",
            "medium unanswered-voice kin certain",
            "medium contested-channel fam certain",
            "medium contested-channel kin certain",
            "medium formal-informal-divide top certain",
            "low single-gatekeeper kin certain",
            "low weak-channel fam certain",
            "low weak-channel kin certain",
        ]
    );
}

#[test]
fn a_map_with_nothing_in_it() {
    let analysis = analyze(&json!({"jisr": 1, "title": "Empty", "actors": null}));
    assert_eq!(analysis["voices"], json!([]));
    assert_eq!(analysis["findings"], json!([]));
    assert_eq!(analysis["scorecard"]["voices_heard"], Value::Null);
    assert_eq!(analysis["scorecard"]["mixing"], Value::Null);
}

// ---------------------------------------------------------------------------------------------------------------------
// True of every random map
// ---------------------------------------------------------------------------------------------------------------------

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    /// Two ways of finding the best channel that have nothing in common find the same one; gatekeepers are inside it;
    /// where there is none but the voice has backup, taking out any one actor leaves a channel.
    #[test]
    fn both_ways_of_finding_channels_agree(map in random_maps::map(1..=13)) {
        let map = Map::read(&map);
        for confirmed_only in [false, true] {
            let pass = Pass::new(&map, confirmed_only);
            for voice in &pass.voices {
                let walked = pass.graph.best_by_walking_all_paths(&map, voice.actor);
                let searched = pass.graph.best_by_thresholds(&map, voice.actor);
                prop_assert_eq!(&walked, &searched);
                let reached = pass.graph.reaches(voice.actor, &map.decision_makers, &[]);
                prop_assert_eq!(walked.is_some(), reached);
                for gatekeeper in &voice.gatekeepers {
                    prop_assert!(walked.as_ref().unwrap().inside().contains(gatekeeper));
                }
            }
        }
    }

    #[test]
    fn random_maps_are_valid(map in random_maps::map(0..=25)) {
        let problems = problems(&map);
        prop_assert!(problems.is_empty(), "{:?}", problems);
        analyze(&map);
    }
}

/// What is wrong with a map: ids that are ill-formed or not unique, references that lead nowhere, dates out of order.
fn problems(map: &Value) -> Vec<String> {
    let mut problems = Vec::new();
    let mut known: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    let lists = [
        "sources",
        "levels",
        "actor_kinds",
        "tie_kinds",
        "actors",
        "ties",
        "partnerships",
        "consultations",
        "concerns",
        "expected_voices",
    ];
    for list in lists {
        let ids = known.entry(list).or_default();
        for item in map[list].as_array().into_iter().flatten() {
            let id = item["id"].as_str().unwrap_or_default();
            let legal = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
            if !id.starts_with(legal) || !id.chars().all(|c| legal(c) || c == '-') {
                problems.push(format!("{list}: ill-formed id {id:?}"));
            }
            if !ids.insert(id.to_string()) {
                problems.push(format!("{list}: {id} twice"));
            }
        }
    }
    let actor_kinds = vocabulary::ACTOR_KINDS.iter().map(|row| row.0.to_string());
    known.get_mut("actor_kinds").unwrap().extend(actor_kinds);
    let tie_kinds = vocabulary::TIE_KINDS.iter().map(|row| row.0.to_string());
    known.get_mut("tie_kinds").unwrap().extend(tie_kinds);
    if known["levels"].is_empty() {
        let ladder = vocabulary::LADDER.iter().map(|row| row.0.to_string());
        known.get_mut("levels").unwrap().extend(ladder);
    }

    // Every reference: the list that it is in, the way to it, and the list that it leads to.
    let references = [
        ("actor_kinds", "level", "levels"),
        ("actors", "kind", "actor_kinds"),
        ("actors", "level", "levels"),
        ("actors", "evidence", "sources"),
        ("ties", "kind", "tie_kinds"),
        ("ties", "from", "actors"),
        ("ties", "to", "actors"),
        ("ties", "evidence", "sources"),
        ("partnerships", "actor", "actors"),
        ("partnerships", "anchored_in", "actors"),
        ("partnerships", "members/actor", "actors"),
        ("consultations", "participants", "actors"),
        ("concerns", "raised_in", "consultations"),
        ("concerns", "raised_by", "actors"),
        ("concerns", "transmissions/from", "actors"),
        ("concerns", "transmissions/to", "actors"),
        ("concerns", "response/by", "actors"),
        ("concerns", "fed_back/to", "actors"),
        ("expected_voices", "kinds", "actor_kinds"),
    ];
    for (list, way, leads_to) in references {
        for item in map[list].as_array().into_iter().flatten() {
            let mut ends = vec![item];
            for key in way.split('/') {
                let next = ends.iter().map(|value| &value[key]);
                ends = next
                    .flat_map(|value| match value {
                        Value::Array(values) => values.iter().collect(),
                        value => vec![value],
                    })
                    .filter(|value| !value.is_null())
                    .collect();
            }
            for end in ends {
                if !end.as_str().is_some_and(|id| known[leads_to].contains(id)) {
                    problems.push(format!("{list} {way}: {end} leads nowhere"));
                }
            }
        }
    }
    for item in ["actors", "ties"].iter().flat_map(|list| map[list].as_array().into_iter().flatten()) {
        if let (Some(since), Some(until)) = (item["since"].as_str(), item["until"].as_str())
            && since > until
        {
            problems.push(format!("{since} is after {until}"));
        }
    }
    problems
}

/// These read no ties, or those of any status.
const ALWAYS_CERTAIN: &[&str] = &[
    "missing-voice",
    "influential-opponent",
    "disputed-legitimacy",
    "no-legal-basis",
    "no-complaints-way",
    "unconvinced-decision-maker",
    "weak-principle",
    "plan-without-consultation",
    "plan-without-outcomes",
    "overdue-outcome",
    "unmeasured-outcome",
    "planned-without-owner",
    "no-consultation",
    "unconsulted-voice",
    "outnumbered-women",
    "unsourced",
];
/// These hold where a tie, a member, an anchorage or a step of a concern is missing, and so on confirmed ones wherever on all.
const NEVER_DEPENDS: &[&str] = &[
    "isolated-voice",
    "deaf-decision-maker",
    "formal-informal-divide",
    "overlapping-mandate",
    "complaints-without-follow-up",
    "no-partnership",
    "one-sided-partnership",
    "absent-from-partnership",
    "unanchored-partnership",
    "untransmitted-concern",
];
/// These hold where a tie is there.
const NEVER_AT_RISK: &[&str] = &["co-optation"];
/// It holds where nobody oversees, but also where who oversees came to sit at the same table, which is rare.
const RARELY_DEPENDS: &[&str] = &["unaccountable-provider"];

/// A district with what the process needs: a law, a plan, heads counted, opinions, and steps that are not sure.
#[test]
fn the_process_and_how_sure_each_step_is() {
    let mut map = map(
        vec![
            actor("camp", "camp-committee", "community"),
            with(actor("clan", "tribal-leader", "community"), json!({"voice": false})),
            with(
                actor("gov", "governors-office", "governorate"),
                json!({"ratings": [{"legitimacy": 2}, {"legitimacy": 4}, {"influence": 1}]}),
            ),
            with(actor("police", "police", "governorate"), json!({"functions": ["arrest", "investigate"]})),
            actor("min", "ministry", "national"),
        ],
        vec![
            tie("t1", "camp", "informs", "police"),
            tie("t2", "police", "reports-to", "min"),
            tie("t3", "min", "informs", "camp"),
            tie("t4", "min", "oversees", "police"),
            with(tie("t5", "camp", "informs", "gov"), json!({"status": "planned", "plan": {"due": "2012"}})),
        ],
    );
    map["as_of"] = json!("2012-03");
    map["instruments"] = json!([
        {"id": "i1", "name": "Law", "covers": ["police"], "functions": ["arrest"]},
        {"id": "i2", "name": "Draft", "covers": ["police"], "status": "draft"},
    ]);
    map["partnerships"] = json!([{
        "id": "p", "name": "P", "agreement": "bylaw", "anchored_in": "gov", "anchor_confidence": "assumed",
        "members": [{"actor": "gov"}, {"actor": "camp", "confidence": "reported"}],
        "phases": {"plan": "done", "consultation": "done"},
        "principles": vocabulary::PRINCIPLES.map(|principle| json!({"principle": principle, "rating": 3})),
        "outcomes": [
            {"goal": "g", "indicator": "i", "due": "2012-02", "status": "open"},
            {"goal": "h", "indicator": "i", "due": "2011", "status": "reached", "measurements": [{"value": "3"}]},
        ],
    }]);
    map["consultations"] = json!([
        {"id": "c1", "attended": {"women": 2, "men": 5}},
        {"id": "c2", "attended": {"women": 40}},
    ]);
    map["concerns"] = json!([
        {"id": "k1", "raised_by": ["camp"], "about": ["police"]},
        {"id": "k2", "raised_by": ["camp"],
            "transmissions": [{"from": "camp", "to": "min", "confidence": "assumed"}]},
        {"id": "k3", "raised_by": ["camp"], "response": {"by": "gov", "status": "noted"},
            "fed_back": {"date": "2012", "confidence": "reported"}},
    ]);
    // The camp's channel is camp, police, ministry. 2 of 7 are 29 %. February 2012 is over before March 2012.
    assert_eq!(
        findings(&analyze(&map)),
        vec![
            "high untransmitted-concern k1 certain",
            "high untransmitted-concern k2 at-risk",
            "medium no-legal-basis police certain",
            "medium no-complaints-way  certain",
            "medium unanchored-partnership p at-risk",
            "medium one-sided-partnership p at-risk",
            "medium channel-through-accused k1 certain",
            "medium unanswered-concern k2 depends",
            "medium feedback-missing k3 at-risk",
            "low single-gatekeeper police certain",
            "low disputed-legitimacy gov certain",
            "low overdue-outcome p certain",
            "low outnumbered-women  certain",
            "note unmeasured-outcome p certain",
            "note planned-without-owner  certain",
            "note unmapped-transmission k2 camp min depends",
        ]
    );
    // Alone and together it is the same one: a second way to nobody, which closes and opens nothing.
    let plan = super::plan::plan(&map);
    assert_eq!(plan["ties"][0]["tie"], "t5");
    assert_eq!(plan["ties"][0]["due"], "2012");
    assert_eq!(plan["together"], json!({"score": 0, "closes": [], "opens": []}));
    // With a way on from there, stronger than the other, the concern gets round those it is about.
    map["ties"]
        .as_array_mut()
        .unwrap()
        .push(with(tie("t6", "gov", "informs", "min"), json!({"strength": 5})));
    map["ties"][4]["strength"] = json!(5);
    let plan = super::plan::plan(&map);
    assert_eq!(
        plan["together"],
        json!({
            "score": 3 + 1,
            "closes": [
                {"rule": "channel-through-accused", "subject": ["k1"]},
                {"rule": "single-gatekeeper", "subject": ["police"]},
            ],
            "opens": [],
        })
    );
}

/// In a heap of random maps every rule holds somewhere, in every certainty that it can have, and channels are long
/// and short, guarded and not, there and not.
#[test]
fn random_maps_have_everything_in_them() {
    let strategy = random_maps::map(2..=40);
    let mut runner = TestRunner::deterministic();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for _ in 0..1500 {
        let map = strategy.new_tree(&mut runner).unwrap().current();
        let analysis = analyze(&map);
        let mut see = |what: String| *seen.entry(what).or_default() += 1;
        for voice in analysis["voices"].as_array().unwrap() {
            see(format!("hops {}", voice["hops"]));
            see(format!("strength {}", voice["strength"]));
            see(format!("backup {}", voice["backup"]));
            see(format!("loop {} {}", voice["heard"], voice["answered"]));
            see(format!("gatekeepers {}", voice["gatekeepers"].as_array().unwrap().len()));
        }
        for finding in analysis["findings"].as_array().unwrap() {
            let rule = finding["rule"].as_str().unwrap();
            see(format!("{rule} {}", finding["severity"].as_str().unwrap()));
            see(format!("{rule} {}", finding["certainty"].as_str().unwrap()));
        }
        for expected in analysis["expected_voices"].as_array().unwrap() {
            see(format!("expected {}", expected["state"].as_str().unwrap()));
        }
        for concern in analysis["concerns"].as_array().unwrap() {
            see(format!("concern {}", concern["state"].as_str().unwrap()));
        }
        see(format!("assumed {}", analysis["decision_makers_assumed"]));
        for (share, value) in analysis["scorecard"].as_object().unwrap() {
            see(format!("{share} {}", if value.is_null() { "undefined" } else { "defined" }));
        }
    }

    let mut wanted: Vec<String> = Vec::new();
    let mut want = |what: &str, cases: &[&str]| {
        wanted.extend(cases.iter().map(|case| format!("{what} {case}")));
    };
    want("hops", &["null", "1", "2", "3", "4", "5", "6"]);
    want("strength", &["null", "1", "2", "3", "4", "5"]);
    want("backup", &["true", "false"]);
    want("loop", &["true true", "true false", "false true", "false false"]);
    want("gatekeepers", &["0", "1", "2", "3"]);
    want("assumed", &["true", "false"]);
    want("expected", &["absent", "isolated", "unheard", "heard", "loop-closed"]);
    want("concern", &["raised", "on-the-way", "transmitted", "answered", "fed-back"]);
    want("single-gatekeeper", &["high", "medium", "low"]);
    want("weak-principle", &["low", "note"]);
    for share in [
        "voices_heard",
        "loops_closed",
        "with_backup",
        "expected_present",
        "crossings_per_voice",
        "mixing",
        "providers_overseen",
        "concerns_answered",
        "ties_with_evidence",
    ] {
        want(share, &["defined", "undefined"]);
    }
    // With more ties, the rest may come to hold and may cease to.
    for (rule, _) in rules::IN_ORDER {
        want(rule, &["certain"]);
        if !ALWAYS_CERTAIN.contains(&rule) {
            if !NEVER_AT_RISK.contains(&rule) {
                want(rule, &["at-risk"]);
            }
            if !NEVER_DEPENDS.contains(&rule) && !RARELY_DEPENDS.contains(&rule) {
                want(rule, &["depends"]);
            }
        }
    }
    for rule in ALWAYS_CERTAIN.iter().chain(NEVER_DEPENDS) {
        assert!(!seen.contains_key(&format!("{rule} depends")), "{rule}");
    }
    for rule in ALWAYS_CERTAIN.iter().chain(NEVER_AT_RISK) {
        assert!(!seen.contains_key(&format!("{rule} at-risk")), "{rule}");
    }
    let missing: Vec<String> = wanted.into_iter().filter(|what| !seen.contains_key(what)).collect();
    assert!(missing.is_empty(), "never seen: {missing:?}; seen: {seen:#?}");
}
