//! Certainty: what holds on all active ties, and what on the confirmed ones alone.

use jisr::analysis::Evidence;
use serde_json::{Value, json};

use crate::check::{
    analysis, ask, ask_confirmed_only, at_risk, belts, certainty, channel, depends, finding, findings, finds,
    fires, fires_as, hearing, joined, score, silent,
};
use crate::draft::{
    Draft, Entry, actor, chain, concern, donor, expected_kind, governor, map, ministry, partnership, police,
    step, step_on, tie, voice,
};

/// Three voices, two governors and a ministry.
fn people() -> Draft {
    map([voice("a"), voice("b"), voice("c"), governor("g"), governor("h"), ministry("m")])
}

/// The chain, of ties that nobody confirmed.
fn reported<const N: usize>(actors: [&str; N]) -> Vec<Entry> {
    chain(actors).into_iter().map(Entry::reported).collect()
}

/// One voice, two governors, a ministry, and these ties.
fn one_voice(ties: Vec<Entry>) -> Draft {
    map([voice("a"), governor("g"), governor("h"), ministry("m")]).and(ties)
}

#[test]
fn certain_holds_in_both() {
    fires(&one_voice(chain(["a", "m"])), "unanswered-voice", "a");
    let gone = tie("m", "informs", "a").reported().with("status", "dormant");
    fires(&one_voice(chain(["a", "m"])).and([gone]), "unanswered-voice", "a");
    // It may hold for different reasons.
    let two_ways = one_voice(chain(["a", "g", "m"])).and(reported(["a", "m"]));
    fires(&two_ways, "unanswered-voice", "a");
    assert_eq!(channel(&two_ways, "a"), "a m");
}

#[test]
fn depends_holds_only_on_all_ties() {
    depends(&one_voice(reported(["a", "m"])), "unanswered-voice", "a");
    depends(&one_voice(reported(["a", "g"])).and([tie("g", "informs", "m")]), "single-gatekeeper", "g");
    depends(&one_voice(reported(["a", "g"])), "unheard-voice", "a");
}

#[test]
fn at_risk_holds_only_on_confirmed_ties() {
    at_risk(&one_voice(reported(["a", "m"])), "isolated-voice", "a");
    at_risk(&one_voice(chain(["a", "g"])).and(reported(["g", "m"])), "unheard-voice", "a");
    at_risk(&one_voice(chain(["a", "m"])).and(reported(["m", "a"])), "unanswered-voice", "a");
}

#[test]
fn only_confirmed_is_confirmed() {
    let heard = one_voice(chain(["a", "m"]));
    silent(&heard, "isolated-voice");
    for confidence in [json!("reported"), json!("assumed"), Value::Null] {
        at_risk(&heard.but("a-informs-m", "confidence", confidence), "isolated-voice", "a");
    }
}

#[test]
fn two_findings_are_the_same_if_rule_and_subject_agree() {
    // To be isolated on confirmed ties is another finding than to be unheard on all.
    let both = one_voice(reported(["a", "g"]));
    depends(&both, "unheard-voice", "a");
    at_risk(&both, "isolated-voice", "a");
    // One gatekeeper on all ties, two on confirmed ones.
    let gates = one_voice(chain(["a", "g", "h", "m"])).and(reported(["g", "m"]));
    finds(&gates, "single-gatekeeper", &[("g", "certain"), ("h", "at-risk")]);
}

#[test]
fn severity_and_lists_come_from_all_ties_where_it_holds_there() {
    let gated = people().and(chain(["a", "g", "m"])).and(reported(["b", "g"])).and(reported(["c", "g"]));
    fires_as(&gated, "single-gatekeeper", "g", "high");
    assert_eq!(joined(&finding(&gated, "single-gatekeeper", "g")["voices"]), "a b c");
    // The other way round: of three on confirmed ties, two have another way.
    let gated = people().and([chain(["a", "g", "m"]), chain(["b", "g"]), chain(["c", "g"])].concat());
    fires_as(&gated, "single-gatekeeper", "g", "high");
    let less = gated.and(reported(["b", "m"])).and(reported(["c", "m"]));
    fires_as(&less, "single-gatekeeper", "g", "low");
    assert_eq!(joined(&finding(&less, "single-gatekeeper", "g")["voices"]), "a");
}

#[test]
fn severity_and_lists_come_from_confirmed_ties_where_it_holds_only_there() {
    let gated = people().and([chain(["a", "g", "m"]), chain(["b", "g"])].concat());
    fires_as(&gated, "single-gatekeeper", "g", "medium");
    let freed = gated.and(reported(["a", "m"])).and(reported(["b", "m"]));
    at_risk(&freed, "single-gatekeeper", "g");
    let finding = finding(&freed, "single-gatekeeper", "g");
    assert_eq!(finding["severity"], "medium");
    assert_eq!(joined(&finding["voices"]), "a b");
}

#[test]
fn answers_beside_the_findings_come_from_all_ties() {
    let ways = one_voice(reported(["a", "g", "m"]))
        .and(reported(["m", "a"]))
        .and([expected_kind("e", "tribal-leader")]);
    let answers = ask(&ways);
    assert_eq!(joined(&answers["voices"][0]["channel"]), "a g m");
    assert_eq!(belts(&ways), ["g 1 1"]);
    assert_eq!(answers["expected_voices"][0]["state"], "loop-closed");
    assert_eq!(answers["scorecard"]["voices_heard"], 1.0);
    assert_eq!(hearing(&ways, "a")["confirmed"], json!({"heard": false, "answered": false}));
    let confirmed =
        ways.but("a-informs-g", "confidence", "confirmed").but("g-informs-m", "confidence", "confirmed");
    assert_eq!(hearing(&confirmed, "a")["confirmed"], json!({"heard": true, "answered": false}));
    let confirmed = ways.but("m-informs-a", "confidence", "confirmed");
    assert_eq!(hearing(&confirmed, "a")["confirmed"], json!({"heard": false, "answered": true}));
}

#[test]
fn members_by_an_unconfirmed_tie_are_members_on_all_ties_only() {
    let side = one_voice(vec![tie("a", "member-of", "h").reported()]);
    at_risk(&side.and([partnership("p", ["g"]).with("actor", "h")]), "one-sided-partnership", "p");
}

/// Every rule that asks for ties is as sure as the ties are: silenced by an unconfirmed one it is at risk, fired by one
/// it depends.
#[test]
fn each_rule_on_ties_is_as_sure_as_the_ties() {
    let map = map([
        voice("a"),
        actor("f", "village-council", "community"),
        police("p").with("functions", ["arrest"]),
        governor("g").with("functions", ["arrest"]),
        ministry("m"),
        donor("x"),
        expected_kind("e", "tribal-leader"),
        partnership("q", ["g"]).with("actor", "f"),
        concern("k", ["a"]).with("transmissions", [step("a", "g")]),
    ]);
    for (rule, subject, tie) in [
        ("isolated-voice", "a", tie("a", "serves", "g")),
        ("deaf-decision-maker", "m", tie("a", "informs", "m")),
        ("formal-informal-divide", "community", tie("a", "informs", "f")),
        ("unaccountable-provider", "p", tie("m", "oversees", "p")),
        ("overlapping-mandate", "g p", tie("p", "directs", "g")),
        ("no-partnership", "", tie("a", "member-of", "f")),
        ("one-sided-partnership", "q", tie("a", "member-of", "f")),
        ("absent-from-partnership", "e", tie("a", "member-of", "f")),
        ("unmapped-transmission", "k a g", tie("a", "informs", "g")),
    ] {
        assert_eq!(certainty(&map, rule, subject), "certain", "{rule}");
        assert_eq!(certainty(&map.and([tie.clone().reported()]), rule, subject), "at-risk", "{rule}");
        assert_eq!(certainty(&map.and([tie]), rule, subject), "", "{rule}");
    }
    let heard = map.and([tie("a", "informs", "g"), tie("g", "informs", "m")]);
    let unsure = heard.but("a-informs-g", "confidence", "reported");
    for (rule, subject, map) in [
        ("unheard-voice", "a", map.and([tie("a", "serves", "g").reported()])),
        ("unanswered-voice", "a", unsure.clone()),
        ("single-gatekeeper", "g", unsure.clone()),
        ("doubtful-gatekeeper", "g", unsure.but("g", "stance", "opposed")),
        ("weak-channel", "a", unsure.but("a-informs-g", "strength", 1)),
        ("external-only", "a", unsure.but("g", "level", "international")),
        ("contested-channel", "a", heard.and([tie("g", "contests", "m").reported()])),
        ("patron-dependence", "a", map.and([tie("x", "funds", "a").reported()])),
        ("support-without-oversight", "p", map.and([tie("x", "funds", "p").reported()])),
        ("co-optation", "a", map.and([tie("x", "co-opts", "a").reported()])),
        // The tie onto it is confirmed: that it is a belt is not.
    ] {
        assert_eq!(certainty(&map, rule, subject), "depends", "{rule}");
    }
}

#[test]
fn counts_leave_at_risk_out() {
    let counts = |map: &Draft| score(map, "findings");
    let certain = one_voice(chain(["a", "m"]));
    let unsure = one_voice(reported(["a", "m"]));
    // Beside what they have in common, the second map has an isolated voice and a deaf ministry at risk.
    at_risk(&unsure, "isolated-voice", "a");
    at_risk(&unsure, "deaf-decision-maker", "m");
    assert_eq!(counts(&unsure), counts(&certain));
    let alone = one_voice(vec![]);
    fires(&alone, "isolated-voice", "a");
    assert_eq!(counts(&alone)["high"], 1);
    assert_eq!(counts(&unsure)["high"], 0);
}

/// The voices that would fall silent if every unconfirmed tie failed.
#[track_caller]
fn would_fall_silent(map: &Draft, evidence: Evidence) -> String {
    let analysis = analysis(map, evidence);
    let silent = analysis.silent_if_unconfirmed_fail();
    silent.iter().map(|ix| analysis.network.actor(*ix).id.to_string()).collect::<Vec<_>>().join(" ")
}

#[test]
fn who_would_fall_silent() {
    let ways = people().and(chain(["a", "g", "m"])).and(reported(["b", "g"]));
    assert_eq!(would_fall_silent(&ways, Evidence::All), "b");
    assert_eq!(would_fall_silent(&ways.but("g-informs-m", "confidence", "assumed"), Evidence::All), "a b");
    // Neither one that has a confirmed way beside, nor one that is silent anyway.
    assert_eq!(would_fall_silent(&ways.and([tie("b", "informs", "m")]), Evidence::All), "");
    assert_eq!(would_fall_silent(&ways.and(reported(["g", "c"])), Evidence::All), "b");
    assert_eq!(would_fall_silent(&ways, Evidence::ConfirmedOnly), "");
}

#[test]
fn on_confirmed_ties_alone_there_is_one_pass_and_no_certainty() {
    let mixed = people().and(chain(["a", "g", "m"])).and(reported(["b", "g"])).and(reported(["m", "a"]));
    let answers = ask_confirmed_only(&mixed);
    for finding in answers["findings"].as_array().unwrap() {
        assert_eq!(finding["certainty"], Value::Null, "{finding}");
    }
    // As if the others were not there.
    let without = mixed.but("b-informs-g", "status", "dormant").but("m-informs-a", "status", "dormant");
    let mut expected = ask(&without);
    for finding in expected["findings"].as_array_mut().unwrap() {
        assert_eq!(finding["certainty"], "certain", "{finding}");
        finding["certainty"] = Value::Null;
        // A tie that does not count here may be active all the same.
        let title = finding["title"].as_str().unwrap().replace("none active:", "not counted:");
        finding["title"] = Value::from(title);
    }
    assert_eq!(answers, expected);
    assert_eq!(findings(&answers, "isolated-voice").len(), 2);
}

/// Each confidence, absent first, and whether what has it is there on confirmed ties.
fn confidences() -> Vec<(Value, bool)> {
    let words = ["confirmed", "reported", "assumed"];
    let said = words.map(|word| (json!(word), word == "confirmed"));
    std::iter::once((Value::Null, true)).chain(said).collect()
}

#[test]
fn members_are_confirmed_unless_they_say_otherwise() {
    let partners = map([voice("a"), governor("g"), ministry("m"), partnership("p", [])]);
    let sides = |confidence: Value| {
        partners.but("p", "members", json!([{"actor": "g"}, {"actor": "a", "confidence": confidence}]))
    };
    for (confidence, is_confirmed) in confidences() {
        let map = sides(confidence);
        if is_confirmed {
            silent(&map, "one-sided-partnership");
        } else {
            at_risk(&map, "one-sided-partnership", "p");
            at_risk(&map, "no-partnership", "");
        }
    }
    // Twice in the list, once for sure: it is there.
    let twice = json!([{"actor": "g"}, {"actor": "a", "confidence": "assumed"}, {"actor": "a"}]);
    silent(&partners.but("p", "members", twice), "one-sided-partnership");
    // Who oversees from the same table counts only as far as that is sure.
    let overseen = map([police("q"), governor("g"), tie("g", "oversees", "q"), partnership("p", [])]);
    let table = |confidence: &str| {
        let members = json!([{"actor": "q", "confidence": confidence}]);
        overseen.but("p", "actor", "g").but("p", "members", members)
    };
    fires(&table("confirmed"), "unaccountable-provider", "q");
    depends(&table("reported"), "unaccountable-provider", "q");
}

#[test]
fn an_anchorage_is_confirmed_unless_it_says_otherwise() {
    let anchored = map([voice("a"), governor("g"), partnership("p", ["a", "g"])]);
    let anchored = anchored.but("p", "agreement", "written").but("p", "anchored_in", "g");
    for (confidence, is_confirmed) in confidences() {
        let map = anchored.but("p", "anchor_confidence", confidence);
        if is_confirmed {
            silent(&map, "unanchored-partnership");
        } else {
            at_risk(&map, "unanchored-partnership", "p");
        }
    }
}

#[test]
fn steps_of_a_concern_are_confirmed_unless_they_say_otherwise() {
    let asked = map([voice("a"), governor("g"), ministry("m"), concern("k", ["a"])]);
    for (confidence, is_confirmed) in confidences() {
        let mut step = step("a", "m");
        step["confidence"] = confidence.clone();
        let sent = asked.but("k", "transmissions", [step]);
        let answer = json!({"by": "m", "status": "noted", "confidence": confidence.clone()});
        let answered = asked.but("k", "response", answer);
        let told = json!({"date": "2012", "confidence": confidence});
        let told = asked.but("k", "response", json!({"status": "noted"})).but("k", "fed_back", told);
        if is_confirmed {
            fires(&sent, "unanswered-concern", "k");
            fires(&sent, "unmapped-transmission", "k a m");
            fires(&answered, "feedback-missing", "k");
            silent(&told, "feedback-missing");
        } else {
            depends(&sent, "unanswered-concern", "k");
            at_risk(&sent, "untransmitted-concern", "k");
            depends(&sent, "unmapped-transmission", "k a m");
            depends(&answered, "feedback-missing", "k");
            at_risk(&answered, "untransmitted-concern", "k");
            at_risk(&told, "feedback-missing", "k");
        }
        // What the answers show is how it stands on all of them.
        assert_eq!(ask(&sent)["concerns"][0]["state"], "transmitted");
        let confirmed = ask_confirmed_only(&sent);
        assert_eq!(confirmed["concerns"][0]["state"], if is_confirmed { "transmitted" } else { "raised" });
    }
}

#[test]
fn a_step_that_is_not_sure_breaks_the_way_of_those_after_it() {
    let asked = map([voice("a"), governor("g"), ministry("m"), concern("k", ["a"])]);
    let mut first = step_on("2010", "a", "g");
    first["confidence"] = json!("reported");
    let sent = asked.but("k", "transmissions", [first, step_on("2011", "g", "m")]);
    depends(&sent, "unanswered-concern", "k");
    at_risk(&sent, "untransmitted-concern", "k");
    assert_eq!(ask_confirmed_only(&sent)["concerns"][0]["stopped_at"], "a");
}
