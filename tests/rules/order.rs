//! The table of rules as a whole, and the order of findings.

use jisr::analysis::{Rule, Severity};
use jisr::model::terms::Term as _;
use serde_json::{Value, json};

use crate::check::{RULES, ask, finding, fires_for, joined};
use crate::draft::{
    Draft, actor, chain, concern, donor, expected, expected_kind, governor, level, map, ministry,
    partnership, police, rating, step, tie, voice,
};

#[test]
fn the_rules_are_those_of_the_table_in_its_order() {
    let ours: Vec<_> = Rule::ALL.iter().map(|rule| (rule.id(), rule.area().id())).collect();
    assert_eq!(ours, RULES.map(|(rule, _, area, _)| (rule, area)));
    let severities: Vec<_> = Severity::ALL.iter().map(|severity| severity.id()).collect();
    assert_eq!(severities, ["high", "medium", "low", "note"]);
}

/// All findings in order: severity, rule, subject, certainty.
#[track_caller]
fn lines(map: &Draft) -> Vec<String> {
    let answers = ask(map);
    let line = |finding: &Value| {
        let text = |key: &str| finding[key].as_str().unwrap().to_owned();
        let subject = joined(&finding["subject"]);
        format!("{} {} [{subject}] {}", text("severity"), text("rule"), text("certainty"))
    };
    answers["findings"].as_array().unwrap().iter().map(line).collect()
}

#[test]
fn by_severity_then_in_the_order_of_the_table_then_by_subject() {
    let map = map(["z", "d", "c", "b", "a"].map(voice))
        .and([governor("g").with("stance", "sceptical"), actor("h", "court", "governorate"), ministry("m")])
        .and([chain(["c", "g", "m"]), chain(["b", "g"]), chain(["a", "g"]), chain(["h", "m"])].concat())
        .and([tie("d", "informs", "h").reported()])
        .and([expected_kind("f", "union"), expected_kind("e", "media")])
        .and([partnership("p2", []), partnership("p1", [])])
        .but("p1", "principles", [rating("fairness", 1), rating("accountability", 2)])
        .but("z", "evidence", json!([]));
    let expected = [
        "high missing-voice [e] certain",
        "high missing-voice [f] certain",
        "high isolated-voice [d] at-risk",
        "high isolated-voice [z] certain",
        "high single-gatekeeper [g] certain",
        "medium unanswered-voice [a] certain",
        "medium unanswered-voice [b] certain",
        "medium unanswered-voice [c] certain",
        "medium unanswered-voice [d] depends",
        "medium doubtful-gatekeeper [g] certain",
        "medium no-partnership [] certain",
        "medium unanchored-partnership [p1] certain",
        "medium unanchored-partnership [p2] certain",
        "medium one-sided-partnership [p1] certain",
        "medium one-sided-partnership [p2] certain",
        "medium no-consultation [] certain",
        "low single-gatekeeper [h] depends",
        "low weak-principle [p1 accountability] certain",
        "low weak-principle [p1 fairness] certain",
        "note weak-principle [p1] certain",
        "note weak-principle [p2] certain",
        "note unsourced [] certain",
    ];
    assert_eq!(lines(&map), expected);
}

#[test]
fn subjects_of_many_ids_compare_id_by_id() {
    let ways = map([voice("a"), voice("b"), voice("b-c"), concern("k", []), concern("k-2", [])]);
    let ways = ways
        .but("k", "transmissions", [step("b-c", "a"), step("b", "b-c"), step("b", "a"), step("a", "b")])
        .but("k-2", "transmissions", [step("a", "b")]);
    fires_for(&ways, "unmapped-transmission", ["k a b", "k b a", "k b b-c", "k b-c a", "k-2 a b"]);
    let arresting = |id: &str| police(id).with("functions", ["arrest"]);
    let pairs = map([arresting("q"), arresting("p-1"), arresting("p")]);
    fires_for(&pairs, "overlapping-mandate", ["p p-1", "p q", "p-1 q"]);
}

/// Lists are sorted by id unless ranked; so are the lists of lists.
#[test]
fn lists_are_sorted_by_id() {
    let answers = ask(&map(["v-2", "v-10", "v", "b"].map(voice)).and([
        ministry("n"),
        ministry("m"),
        expected("f"),
        expected("e"),
        concern("l", []),
        concern("k", []),
    ]));
    let ids = |list: &str, key: &str| -> Vec<String> {
        let entries = answers[list].as_array().unwrap();
        entries.iter().map(|entry| entry[key].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(ids("voices", "actor"), ["b", "v", "v-10", "v-2"]);
    assert_eq!(ids("expected_voices", "id"), ["e", "f"]);
    assert_eq!(ids("concerns", "id"), ["k", "l"]);
    assert_eq!(joined(&answers["decision_makers"]), "m n");
}

#[test]
fn lists_of_a_finding_are_sorted_by_id() {
    let ways = map([voice("b"), voice("a"), governor("z"), governor("y"), governor("g"), ministry("m")]);
    let weak = |from: &str, to: &str, id: &str| tie(from, "informs", to).strength(1).with("id", id);
    // The channel of a goes over t3, t1, t2.
    let ways =
        ways.and([weak("a", "z", "t3"), weak("z", "y", "t1"), weak("y", "m", "t2"), weak("b", "z", "t0")]);
    assert_eq!(joined(&finding(&ways, "weak-channel", "a")["ties"]), "t1 t2 t3");
    assert_eq!(joined(&finding(&ways, "single-gatekeeper", "z")["voices"]), "a b");
    let contested =
        ways.and([tie("y", "contests", "m").with("id", "u9"), tie("z", "contests", "a").with("id", "u10")]);
    assert_eq!(joined(&finding(&contested, "contested-channel", "a")["ties"]), "u10 u9");
    let supported = map([donor("y"), donor("x"), police("p")])
        .and([tie("y", "funds", "p").with("id", "t2"), tie("x", "equips", "p").with("id", "t1")]);
    assert_eq!(joined(&finding(&supported, "support-without-oversight", "p")["ties"]), "t1 t2");
    let unsourced = ways.but("z", "evidence", json!([])).but("b", "evidence", json!([]));
    let unsourced = unsourced.but("t3", "evidence", json!([])).but("t1", "evidence", json!([]));
    assert_eq!(joined(&finding(&unsourced, "unsourced", "")["actors"]), "b z");
    assert_eq!(joined(&finding(&unsourced, "unsourced", "")["ties"]), "t1 t3");
    let passed = ways.and([concern("k", ["z", "b"]).with("transmissions", [step("z", "b"), step("y", "a")])]);
    assert_eq!(joined(&finding(&passed, "untransmitted-concern", "k")["actors"]), "b z");
    assert_eq!(joined(&finding(&passed, "unmapped-transmission", "k y a")["actors"]), "a y");
}

#[test]
fn levels_stand_in_the_order_of_their_ids_not_of_the_ladder() {
    let ladder = map([level("z", "local"), level("y", "middle"), level("x", "national")]);
    let both = ladder.and(["x", "y", "z"].map(|id| governor(&format!("formal-{id}")).with("level", id)));
    let both = both.and(["x", "y", "z"].map(|id| voice(&format!("informal-{id}")).with("level", id)));
    fires_for(&both, "formal-informal-divide", ["x", "y", "z"]);
}
