//! On which unconfirmed ties alone a finding hangs.

use jisr::analysis::{Evidence, explain};
use serde_json::{Value, json};

use crate::check::{analysis, at_risk, depends, depends_on, document, findings, fires};
use crate::draft::{Draft, Entry, chain, governor, map, ministry, police, tie, voice};

/// A voice `a`, governors between, and a ministry `m`.
fn people() -> Draft {
    map([voice("a"), ministry("m")]).and(["b", "c", "d", "e", "f", "g"].map(governor))
}

/// The chain, of ties that nobody confirmed.
fn reported<const N: usize>(actors: [&str; N]) -> Vec<Entry> {
    chain(actors).into_iter().map(Entry::reported).collect()
}

#[test]
fn the_unconfirmed_tie_whose_removal_alone_flips_it() {
    let one = people().and(reported(["a", "m"]));
    depends(&one, "unanswered-voice", "a");
    assert_eq!(depends_on(&one, "unanswered-voice", "a"), "a-informs-m");
    // At risk: without that tie it would hold.
    at_risk(&one, "isolated-voice", "a");
    assert_eq!(depends_on(&one, "isolated-voice", "a"), "a-informs-m");
}

#[test]
fn a_confirmed_tie_is_nothing_to_doubt() {
    let half = people().and(chain(["a", "b"])).and(reported(["b", "m"]));
    assert_eq!(depends_on(&half, "unanswered-voice", "a"), "b-informs-m");
    let certain = people().and(chain(["a", "b", "m"]));
    fires(&certain, "unanswered-voice", "a");
    assert_eq!(depends_on(&certain, "unanswered-voice", "a"), "");
}

/// Certain is what holds in both passes; without one tie of the first it need not.
#[test]
fn a_certain_finding_may_hang_on_one_too() {
    let ways = people()
        .and([chain(["a", "b", "m"]), chain(["c", "m"]), chain(["d", "m"])].concat())
        .and([tie("b", "contests", "m"), tie("d", "contests", "m")])
        .and([
            tie("a", "informs", "c").strength(4).reported(),
            tie("a", "informs", "d").strength(5).reported(),
        ])
        .but("c-informs-m", "strength", 4)
        .but("d-informs-m", "strength", 5);
    fires(&ways, "contested-channel", "a");
    assert_eq!(depends_on(&ways, "contested-channel", "a"), "a-informs-d");
}

/// A finding on two actors, or on ties that carry no voice, hangs on the ties of its actors.
#[test]
fn findings_that_are_not_about_voices_hang_on_ties_too() {
    let arresting = |id: &str| police(id).with("functions", ["arrest"]);
    let directed = map([arresting("p"), arresting("q"), tie("q", "directs", "p").reported()]);
    at_risk(&directed, "overlapping-mandate", "p q");
    assert_eq!(depends_on(&directed, "overlapping-mandate", "p q"), "q-directs-p");
    let overseen = map([police("p"), governor("g"), tie("g", "oversees", "p").reported()]);
    at_risk(&overseen, "unaccountable-provider", "p");
    assert_eq!(depends_on(&overseen, "unaccountable-provider", "p"), "g-oversees-p");
    let co_opted = people().and([tie("b", "co-opts", "a").reported()]);
    depends(&co_opted, "co-optation", "a");
    assert_eq!(depends_on(&co_opted, "co-optation", "a"), "b-co-opts-a");
}

#[test]
fn where_either_of_two_is_enough_neither_flips_it_alone() {
    let two_ways = people().and(reported(["a", "b", "m"])).and(reported(["a", "c", "m"]));
    depends(&two_ways, "unanswered-voice", "a");
    assert_eq!(depends_on(&two_ways, "unanswered-voice", "a"), "");
    // What both ways share does.
    let shared = people().and(reported(["a", "b", "d", "m"])).and(reported(["a", "c", "d"]));
    assert_eq!(depends_on(&shared, "unanswered-voice", "a"), "d-informs-m");
}

#[test]
fn ties_on_the_best_channel_are_tried_and_ties_of_the_actors() {
    // b-informs-c touches no actor of the finding: it is on the best channel.
    let way = people().and(chain(["a", "b"])).and(reported(["b", "c"])).and(chain(["c", "m"]));
    assert_eq!(depends_on(&way, "unanswered-voice", "a"), "b-informs-c");
    // m-informs-a is on no best channel: it touches the voice.
    let way_back = people().and(chain(["a", "m"])).and(reported(["m", "a"]));
    at_risk(&way_back, "unanswered-voice", "a");
    assert_eq!(depends_on(&way_back, "unanswered-voice", "a"), "m-informs-a");
}

#[test]
fn a_tie_far_from_the_actors_of_the_finding_is_not_named() {
    // The ministry has no channel of its own, and the tie from a to b does not touch it.
    let far = people().and(reported(["a", "b"])).and(chain(["b", "m"]));
    at_risk(&far, "deaf-decision-maker", "m");
    assert_eq!(depends_on(&far, "deaf-decision-maker", "m"), "");
    let near = people().and(chain(["a", "b"])).and(reported(["b", "m"]));
    assert_eq!(depends_on(&near, "deaf-decision-maker", "m"), "b-informs-m");
}

#[test]
fn more_than_five_are_no_explanation() {
    let five = people().and(reported(["a", "b", "c", "d", "e", "m"]));
    let all_five = "a-informs-b b-informs-c c-informs-d d-informs-e e-informs-m";
    assert_eq!(depends_on(&five, "unanswered-voice", "a"), all_five);
    let six = people().and(reported(["a", "b", "c", "d", "e", "f", "m"]));
    depends(&six, "unanswered-voice", "a");
    assert_eq!(depends_on(&six, "unanswered-voice", "a"), "");
    // Only those that flip it count.
    let five_of_six = five.and([tie("a", "serves", "f").reported()]);
    assert_eq!(depends_on(&five_of_six, "unanswered-voice", "a"), all_five);
}

#[test]
fn ties_that_do_not_count_anyway_are_not_named() {
    let beside = people().and(reported(["a", "m"])).and([
        tie("a", "serves", "b").reported(),
        tie("a", "partners-with", "m").reported().with("status", "dormant"),
    ]);
    assert_eq!(depends_on(&beside, "unanswered-voice", "a"), "a-informs-m");
}

#[test]
fn only_the_findings_that_were_asked_about_are_explained() {
    let map = people().and(reported(["a", "b", "m"]));
    let mut analysis = analysis(&map, Evidence::All);
    let explained = |answers: &Value| -> Vec<String> {
        let all = answers["findings"].as_array().unwrap();
        let explained = all.iter().filter(|finding| finding["depends_on"] != json!([]));
        explained.map(|finding| finding["rule"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(explained(&document(&analysis)), [""; 0]);
    let all = document(&analysis)["findings"].as_array().unwrap().clone();
    let place = all.iter().position(|finding| finding["rule"] == "single-gatekeeper").unwrap();
    assert!(explain(&mut analysis, &[place], || true));
    assert_eq!(explained(&document(&analysis)), ["single-gatekeeper"]);
}

#[test]
fn on_confirmed_ties_alone_there_is_nothing_to_explain() {
    let map = people().and(chain(["a", "m"])).and(reported(["m", "a"]));
    let mut analysis = analysis(&map, Evidence::ConfirmedOnly);
    let places: Vec<_> = (0..analysis.findings.len()).collect();
    assert!(explain(&mut analysis, &places, || true));
    let found = findings(&document(&analysis), "unanswered-voice");
    assert_eq!(found[0]["depends_on"], json!([]));
}
