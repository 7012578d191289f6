//! The scorecard: each figure, and null where there is nothing to divide by.

use serde_json::{Value, json};

use crate::check::{ask, ask_confirmed_only, finding, fires_as, score};
use crate::draft::{
    Draft, Entry, actor, chain, concern, donor, expected_kind, governor, map, ministry, police, tie, voice,
};

#[track_caller]
fn scores(map: &Draft, figure: &str, value: impl Into<Value>) {
    assert_eq!(score(map, figure), value.into(), "{figure} of {}", map.json());
}

#[test]
fn nothing_to_divide_by_is_null() {
    let empty = map([]);
    for figure in [
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
        scores(&empty, figure, Value::Null);
        // Actors that are no voices and no providers, and no tie between them, change nothing.
        scores(&map([governor("g"), ministry("m"), donor("x")]), figure, Value::Null);
    }
    scores(&empty, "findings", json!({"high": 0, "medium": 0, "low": 0, "note": 0}));
}

/// Four voices and a ministry.
fn four() -> Draft {
    map(["a", "b", "c", "d"].map(voice)).and([governor("g"), ministry("m")])
}

#[test]
fn voices_heard_of_all_voices() {
    scores(&four(), "voices_heard", 0.0);
    let heard = four().and(chain(["a", "g", "m"]));
    scores(&heard, "voices_heard", 0.25);
    scores(&heard.and([tie("b", "serves", "m"), tie("m", "informs", "c")]), "voices_heard", 0.25);
    scores(&heard.and(chain(["d", "c", "b", "a"])), "voices_heard", 1.0);
    // Of voices, not of actors.
    scores(&heard.and([governor("h"), tie("h", "informs", "m")]), "voices_heard", 0.25);
}

#[test]
fn loops_closed_of_all_voices() {
    scores(&four(), "loops_closed", 0.0);
    let heard = four().and(chain(["a", "m"]));
    scores(&heard, "loops_closed", 0.0);
    scores(&heard.and(chain(["m", "b"])), "loops_closed", 0.0);
    scores(&heard.and(chain(["m", "g", "a"])), "loops_closed", 0.25);
    scores(&heard.and([tie("b", "partners-with", "a")]), "loops_closed", 0.0);
}

#[test]
fn voices_with_backup_of_all_voices() {
    scores(&four(), "with_backup", 0.0);
    let gated = four().and(chain(["a", "g", "m"]));
    scores(&gated, "with_backup", 0.0);
    scores(&gated.and(chain(["a", "b", "m"])), "with_backup", 0.5);
    scores(&gated.and(chain(["a", "m"])), "with_backup", 0.25);
}

#[test]
fn expected_voices_present_of_all_expected() {
    let expecting = four().and([expected_kind("e", "union"), expected_kind("f", "tribal-leader")]);
    scores(&expecting, "expected_present", 0.5);
    scores(&expecting.but("f", "kinds", ["media"]), "expected_present", 0.0);
    scores(&expecting.and([actor("u", "union", "national")]), "expected_present", 1.0);
}

/// A way of one hop each over actors of these formalities, from an informal voice to a formal ministry.
fn over<const N: usize>(formalities: [&str; N]) -> Draft {
    let between = ["b", "c", "d"].into_iter().zip(formalities);
    let between: Vec<_> = between.map(|(id, formality)| governor(id).with("formality", formality)).collect();
    let along = [["a", "b"], ["b", "c"], ["c", "d"]].into_iter().take(N);
    let last = if N == 0 { "a" } else { ["b", "c", "d"][N - 1] };
    let ties: Vec<_> = along.chain([[last, "m"]]).map(|[from, to]| tie(from, "informs", to)).collect();
    map([voice("a"), ministry("m")]).and(between).and(ties)
}

#[test]
fn a_crossing_joins_an_informal_or_hybrid_actor_to_a_formal_one() {
    scores(&over([]), "crossings_per_voice", 1.0);
    scores(&over(["informal"]), "crossings_per_voice", 1.0);
    scores(&over(["hybrid"]), "crossings_per_voice", 1.0);
    scores(&over(["formal"]), "crossings_per_voice", 1.0);
    scores(&over(["hybrid", "informal", "hybrid"]), "crossings_per_voice", 1.0);
    scores(&over(["formal", "informal"]), "crossings_per_voice", 3.0);
    scores(&over(["formal", "hybrid"]), "crossings_per_voice", 3.0);
    scores(&over(["formal", "formal", "formal"]), "crossings_per_voice", 1.0);
    scores(&over([]).but("m", "formality", "informal"), "crossings_per_voice", 0.0);
    scores(&over(["hybrid"]).but("a", "formality", "formal"), "crossings_per_voice", 2.0);
}

#[test]
fn crossings_count_over_best_channels_and_heard_voices() {
    // Each channel counts its own, on ties that it shares too.
    let shared = over(["informal"]).and([voice("v"), tie("v", "informs", "b")]);
    scores(&shared, "crossings_per_voice", 1.0);
    let unequal = over(["formal", "informal"]).and([voice("v"), tie("v", "informs", "m")]);
    scores(&unequal, "crossings_per_voice", 2.0);
    // Who is not heard neither crosses nor divides.
    scores(&unequal.and([voice("w"), tie("w", "serves", "m")]), "crossings_per_voice", 2.0);
    // Another channel than the best one does not count.
    let two_ways = over(["formal", "informal"]).and([tie("a", "informs", "m").strength(2)]);
    scores(&two_ways, "crossings_per_voice", 3.0);
    let unheard = map([voice("a"), ministry("m"), tie("m", "informs", "a")]);
    scores(&unheard, "crossings_per_voice", Value::Null);
}

/// Two actors of each formality, on three levels, and these ties.
fn mixed<const N: usize>(ties: [Entry; N]) -> Draft {
    let hybrid = |id: &str| actor(id, "camp-committee", "community");
    map([governor("f1"), ministry("f2"), hybrid("h1"), hybrid("h2"), voice("i1"), donor("i2")])
        .but("i2", "formality", "informal")
        .and(ties)
}

#[test]
fn mixing_is_the_e_i_index_on_three_formalities() {
    scores(&mixed([]), "mixing", Value::Null);
    for (a, b, mixing) in [
        ("f1", "f2", -1.0),
        ("h1", "h2", -1.0),
        ("i1", "i2", -1.0),
        ("f1", "h1", 1.0),
        ("h1", "i1", 1.0),
        ("i1", "f1", 1.0),
    ] {
        scores(&mixed([tie(a, "informs", b)]), "mixing", mixing);
        scores(&mixed([tie(b, "informs", a)]), "mixing", mixing);
    }
    scores(&mixed([tie("f1", "informs", "f2"), tie("f1", "informs", "h1")]), "mixing", 0.0);
    let three_to_one =
        [("f1", "h1"), ("h1", "i1"), ("i1", "f1"), ("h1", "h2")].map(|(a, b)| tie(a, "informs", b));
    scores(&mixed(three_to_one), "mixing", 0.5);
}

#[test]
fn mixing_merges_ties_and_leaves_adverse_and_inactive_ones_out() {
    let parallel = [tie("f1", "informs", "f2"), tie("f1", "informs", "h1"), tie("h1", "consults", "f1")];
    scores(&mixed(parallel), "mixing", 0.0);
    let within = mixed([tie("f1", "informs", "f2")]);
    // What carries no voice mixes as well as what does.
    scores(&within.and([tie("f1", "funds", "h1")]), "mixing", 0.0);
    for kind in ["contests", "restricts", "co-opts"] {
        scores(&within.and([tie("f1", kind, "h1")]), "mixing", -1.0);
    }
    scores(&within.and([tie("f1", "informs", "h1").with("status", "broken")]), "mixing", -1.0);
    scores(&mixed([tie("f1", "contests", "h1")]), "mixing", Value::Null);
}

#[test]
fn providers_overseen_of_all_providers() {
    let two = map([police("p"), police("q"), governor("g")]);
    scores(&two, "providers_overseen", 0.0);
    let overseen = two.and([tie("g", "oversees", "p")]);
    scores(&overseen, "providers_overseen", 0.5);
    scores(&overseen.and([tie("p", "oversees", "q")]), "providers_overseen", 0.5);
    scores(&overseen.and([tie("g", "directs", "q")]), "providers_overseen", 0.5);
    scores(&overseen.but("g-oversees-p", "status", "dormant"), "providers_overseen", 0.0);
    // Neither an informal force nor an external one is a provider.
    scores(&overseen.but("q", "formality", "informal"), "providers_overseen", 1.0);
    scores(&overseen.but("q", "level", "international"), "providers_overseen", 1.0);
    scores(&map([actor("x", "armed-group", "community")]), "providers_overseen", Value::Null);
}

#[test]
fn concerns_answered_of_all_concerns() {
    let answered = |id: &str| concern(id, ["a"]).with("response", json!({"status": "declined"}));
    let two = four().and([concern("k", ["m"]), concern("l", ["a"])]);
    scores(&two, "concerns_answered", 0.0);
    scores(&two.and([answered("n"), answered("o").with("fed_back", json!({}))]), "concerns_answered", 0.5);
}

#[test]
fn ties_with_evidence_of_all_ties() {
    let two = four().and([tie("a", "informs", "m"), tie("b", "contests", "m")]);
    scores(&two, "ties_with_evidence", 1.0);
    scores(&two.but("a-informs-m", "evidence", json!([])), "ties_with_evidence", 0.5);
    scores(&two.but("a-informs-m", "evidence", Value::Null), "ties_with_evidence", 0.5);
    // Of any status.
    for status in ["dormant", "broken", "planned"] {
        let past = two.but("b-contests-m", "status", status);
        scores(&past, "ties_with_evidence", 1.0);
        scores(&past.but("b-contests-m", "evidence", json!([])), "ties_with_evidence", 0.5);
    }
}

#[test]
fn findings_count_by_severity() {
    let gated = four().and([chain(["a", "g", "m"]), chain(["b", "g"]), chain(["c", "g"])].concat());
    fires_as(&gated, "single-gatekeeper", "g", "high");
    finding(&gated, "isolated-voice", "d");
    // Unanswered: a, b, c. No partnership, no consultation.
    scores(&gated, "findings", json!({"high": 2, "medium": 5, "low": 0, "note": 0}));
    let unsourced = gated.but("d", "evidence", json!([]));
    scores(&unsourced, "findings", json!({"high": 2, "medium": 5, "low": 0, "note": 1}));
    let weak = unsourced.but("a-informs-g", "strength", 2);
    scores(&weak, "findings", json!({"high": 2, "medium": 5, "low": 1, "note": 1}));
}

#[test]
fn figures_stand_on_all_active_ties_or_on_confirmed_ones_alone() {
    let half = four().and([tie("a", "informs", "m"), tie("b", "informs", "m").reported()]);
    scores(&half, "voices_heard", 0.5);
    assert_eq!(ask_confirmed_only(&half)["scorecard"]["voices_heard"], 0.25);
    // Evidence is owed for all ties alike.
    let unsourced = half.but("b-informs-m", "evidence", json!([]));
    assert_eq!(ask(&unsourced)["scorecard"]["ties_with_evidence"], 0.5);
    assert_eq!(ask_confirmed_only(&unsourced)["scorecard"]["ties_with_evidence"], 0.5);
}
