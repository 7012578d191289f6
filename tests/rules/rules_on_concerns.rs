//! Rules on consultations, on concerns, and on evidence.

use serde_json::{Value, json};

use crate::check::{finding, fires, fires_for, joined, silent};
use crate::draft::{
    Draft, chain, concern, consultation, expected_group, expected_kind, governor, map, ministry, step,
    step_on, tie, voice,
};

/// There are voices, and no consultation is recorded.
#[test]
fn no_consultation() {
    let rule = "no-consultation";
    fires(&map([voice("a")]), rule, "");
    fires(&map([voice("a"), voice("b")]), rule, "");
    // Any consultation, of whomever.
    silent(&map([voice("a"), consultation("c", [])]), rule);
    silent(&map([voice("a"), governor("g"), consultation("c", ["g"])]), rule);
    silent(&map([governor("g"), ministry("m")]), rule);
    silent(&map([voice("a").with("level", "governorate")]), rule);
}

/// An expected voice that the map has, of which no matching actor or listed group took part in any consultation (only
/// where one exists).
#[test]
fn unconsulted_voice() {
    let rule = "unconsulted-voice";
    let expecting = map([voice("a"), voice("b"), governor("g"), expected_kind("e", "tribal-leader")]);
    let asked = expecting.and([consultation("c", ["g"])]);
    fires(&asked, rule, "e");
    // One of them, in any consultation.
    silent(&asked.but("c", "participants", ["g", "b"]), rule);
    silent(&asked.and([consultation("d", ["a"])]), rule);
    fires(&asked.and([consultation("d", ["g"])]), rule, "e");
    // Or a listed group.
    let women = asked.but("e", "groups", ["women"]);
    fires(&women, rule, "e");
    silent(&women.but("c", "groups", ["youth", "women"]), rule);
    fires(&women.but("c", "groups", ["youth"]), rule, "e");
    fires(&asked.but("c", "groups", ["women"]), rule, "e");
    // One who represents a listed group is a matching actor: to represent the group of a consultation is not enough.
    let by_group =
        map([voice("a").with("represents", ["women"]), expected_group("e", "women"), consultation("c", [])]);
    fires(&by_group, rule, "e");
    silent(&by_group.but("c", "participants", ["a"]), rule);
    silent(&by_group.but("c", "groups", ["women"]), rule);
    // Whom the map does not have is missing, not unconsulted.
    silent(&asked.but("e", "kinds", ["union"]), rule);
    // Without a consultation it is no-consultation.
    silent(&expecting, rule);
    fires_for(&asked.and([expected_kind("d", "tribal-leader")]), rule, ["d", "e"]);
}

/// Over all consultations whose `attended` counts both `women` and `men`, with at least one head: women are under 30 % of
/// the two.
#[test]
fn outnumbered_women() {
    let rule = "outnumbered-women";
    let with = |attended: Value| map([voice("a"), consultation("c", []).with("attended", attended)]);
    fires(&with(json!({"women": 29, "men": 71})), rule, "");
    silent(&with(json!({"women": 30, "men": 70})), rule);
    silent(&with(json!({"women": 50, "men": 50})), rule);
    fires(&with(json!({"women": 0, "men": 1})), rule, "");
    silent(&with(json!({"women": 1, "men": 0})), rule);
    silent(&with(json!({"women": 0, "men": 0})), rule);
    // Both have to be counted, and others play no part.
    silent(&with(json!({"men": 80})), rule);
    silent(&with(json!({"women": 1})), rule);
    silent(&with(json!({})), rule);
    silent(&with(Value::Null), rule);
    silent(&with(json!({"women": 30, "men": 70, "youth": 900})), rule);
    // Over all consultations together, those that count one alone left out.
    let few = with(json!({"women": 2, "men": 8}));
    fires(&few, rule, "");
    silent(&few.and([consultation("d", []).with("attended", json!({"women": 9, "men": 1}))]), rule);
    fires(&few.and([consultation("d", []).with("attended", json!({"women": 90}))]), rule, "");
    fires(&few.and([consultation("d", []).with("attended", json!({"women": 2, "men": 5}))]), rule, "");
    // 3 of 10 are enough.
    silent(
        &few.and([consultation("d", []).with("attended", json!({"women": 1, "men": 0}))]).but(
            "c",
            "attended",
            json!({"women": 2, "men": 7}),
        ),
        rule,
    );
    // As many as a file can hold.
    let most = u64::MAX;
    silent(&with(json!({"women": most, "men": most})), rule);
    fires(&with(json!({"women": most / 4, "men": most})), rule, "");
}

/// A concern `k` that `a` raised, passed on in these steps along ties.
fn raised<const N: usize>(steps: [Value; N]) -> Draft {
    map([voice("a"), governor("g"), ministry("m"), concern("k", ["a"]).with("transmissions", steps)])
}

/// The same, answered.
fn answered<const N: usize>(steps: [Value; N]) -> Draft {
    raised(steps).but("k", "response", json!({"by": "g", "status": "noted"}))
}

/// Neither transmitted nor answered.
#[test]
fn untransmitted_concern() {
    let rule = "untransmitted-concern";
    fires(&raised([]), rule, "k");
    fires(&raised([step("a", "g")]), rule, "k");
    fires(&raised([step("g", "m")]), rule, "k");
    silent(&raised([step("a", "g"), step("g", "m")]), rule);
    fires(&raised([step_on("2010", "g", "m"), step_on("2011", "a", "g")]), rule, "k");
    silent(&raised([]).but("k", "raised_by", ["a", "m"]), rule);
    // What is settled lower down is settled.
    silent(&answered([]), rule);
    silent(&answered([]).but("k", "fed_back", json!({})), rule);
    fires(&raised([]).but("k", "response", json!({"by": "m", "status": "none"})), rule, "k");
    fires(&raised([]).but("k", "fed_back", json!({})), rule, "k");
    fires(&raised([]).but("k", "raised_by", Value::Null), rule, "k");
    fires_for(&raised([]).and([concern("j", ["g"])]), rule, ["j", "k"]);
    silent(&map([voice("a")]), rule);
}

/// A concern that no decision-maker has (answered or not), and the best channel of a raiser that is a heard voice meets, after
/// the raiser and counting the decision-maker at its end, an actor that the concern is `about`.
#[test]
fn channel_through_accused() {
    let rule = "channel-through-accused";
    let about =
        |about: &[&str]| raised([]).and([governor("h")]).and(chain(["a", "g", "m"])).but("k", "about", about);
    fires(&about(&["g"]), rule, "k");
    fires(&about(&["m"]), rule, "k");
    fires(&about(&["h", "g"]), rule, "k");
    silent(&about(&[]), rule);
    silent(&about(&["h"]), rule);
    // Not the raiser itself, and not whom nobody knows.
    silent(&about(&["a"]), rule);
    silent(&about(&["x"]), rule);
    // The best channel: a better way round closes it, a worse one does not.
    let accused = about(&["g"]);
    silent(&accused.and(chain(["a", "m"])), rule);
    silent(
        &accused.and(chain(["a", "h", "m"])).but("a-informs-h", "strength", 4).but(
            "h-informs-m",
            "strength",
            4,
        ),
        rule,
    );
    fires(&accused.and(chain(["a", "h", "m"])), rule, "k");
    // A heard voice: neither one who is not heard, nor one that is no voice.
    silent(&accused.but("g-informs-m", "status", "broken"), rule);
    silent(&accused.but("a", "voice", false), rule);
    fires(&accused.but("a", "level", "governorate").but("a", "voice", true), rule, "k");
    // Of several raisers one is enough, however it was raised.
    let two = accused.and([voice("b")]).but("k", "raised_by", ["b", "a"]);
    fires(&two, rule, "k");
    assert_eq!(joined(&finding(&two, rule, "k")["voices"]), "a");
    silent(&two.but("k", "raised_by", ["b"]), rule);
    let at_a_meeting = accused.but("k", "raised_by", Value::Null).and([consultation("c", ["a"])]);
    fires(&at_a_meeting.but("k", "raised_in", "c"), rule, "k");
    // Whoever decides has it already: answered or not.
    silent(&accused.but("k", "transmissions", [step("a", "m")]), rule);
    silent(&accused.but("k", "raised_by", ["a", "m"]), rule);
    fires(&accused.but("k", "transmissions", [step("a", "g")]), rule, "k");
    fires(&accused.but("k", "response", json!({"by": "g", "status": "noted"})), rule, "k");
    fires_for(&accused.and([concern("j", ["a"]).with("about", ["g"])]), rule, ["j", "k"]);
}

/// Transmitted, not answered.
#[test]
fn unanswered_concern() {
    let rule = "unanswered-concern";
    let transmitted = raised([step("a", "m")]);
    fires(&transmitted, rule, "k");
    fires(&transmitted.but("k", "response", json!({"by": "m", "status": "none"})), rule, "k");
    for status in ["noted", "accepted", "declined", "acted-on"] {
        silent(&transmitted.but("k", "response", json!({"status": status})), rule);
    }
    fires(&transmitted.but("k", "fed_back", json!({})), rule, "k");
    silent(&raised([step("a", "g")]), rule);
    silent(&transmitted.but("m", "level", "governorate"), rule);
}

/// Answered, not fed back.
#[test]
fn feedback_missing() {
    let rule = "feedback-missing";
    fires(&answered([step("a", "m")]), rule, "k");
    fires(&answered([]), rule, "k");
    for fed_back in [json!({}), json!({"date": "2012"}), json!({"to": ["a"]})] {
        silent(&answered([]).but("k", "fed_back", fed_back), rule);
    }
    fires(&answered([]).but("k", "fed_back", Value::Null), rule, "k");
    silent(&raised([step("a", "m")]), rule);
    silent(&answered([]).but("k", "response", json!({"by": "g", "status": "none"})), rule);
}

/// A recorded transmission between two actors with no arc that way; subject: concern, from, to (once each).
#[test]
fn unmapped_transmission() {
    let rule = "unmapped-transmission";
    let passed = raised([step("a", "g")]);
    fires(&passed, rule, "k a g");
    silent(&raised([]), rule);
    // An arc, that way.
    silent(&passed.and([tie("a", "informs", "g")]), rule);
    silent(&passed.and([tie("g", "consults", "a")]), rule);
    silent(&passed.and([tie("g", "partners-with", "a")]), rule);
    silent(&passed.and([tie("g", "informs", "a").with("mutual", true)]), rule);
    fires(&passed.and([tie("g", "informs", "a")]), rule, "k a g");
    fires(&passed.and([tie("a", "serves", "g")]), rule, "k a g");
    fires(&passed.and([tie("a", "informs", "g").with("status", "dormant")]), rule, "k a g");
    // An arc, not a way over others.
    fires(&passed.and([tie("a", "informs", "m"), tie("m", "informs", "g")]), rule, "k a g");
    // Once each, each way.
    fires(&raised([step("a", "g"), step_on("2010", "a", "g")]), rule, "k a g");
    fires_for(&raised([step("g", "a"), step("a", "g")]), rule, ["k a g", "k g a"]);
    let two = passed.and([concern("j", ["g"]).with("transmissions", [step("a", "g")])]);
    fires_for(&two, rule, ["j a g", "k a g"]);
    // Recorded is enough: it need not have been followed.
    fires(&raised([step("g", "m")]), rule, "k g m");
    fires(&answered([step("a", "g")]), rule, "k a g");
    // Two actors it takes.
    silent(&raised([step("a", "a")]), rule);
}

/// Actors or ties (of any status, in both passes) without evidence: one finding a map.
#[test]
fn unsourced() {
    let rule = "unsourced";
    let sourced = map([voice("a"), governor("g"), tie("a", "informs", "g")]);
    silent(&sourced, rule);
    silent(&map([]), rule);
    let names = |map: &Draft| {
        let finding = finding(map, rule, "");
        (joined(&finding["actors"]), joined(&finding["ties"]))
    };
    let shown = |actors: &str, ties: &str| (actors.to_owned(), ties.to_owned());
    for nothing in [json!([]), Value::Null] {
        let actor = sourced.but("g", "evidence", nothing.clone());
        fires(&actor, rule, "");
        assert_eq!(names(&actor), shown("g", ""));
        let tie = sourced.but("a-informs-g", "evidence", nothing.clone());
        fires(&tie, rule, "");
        assert_eq!(names(&tie), shown("", "a-informs-g"));
        // One finding for all.
        let all = tie.but("g", "evidence", nothing.clone()).but("a", "evidence", nothing);
        fires(&all, rule, "");
        assert_eq!(names(&all), shown("a g", "a-informs-g"));
    }
    // Of any status, and confirmed or not: it is certain either way, and names the same.
    let unsourced = sourced.but("a-informs-g", "evidence", json!([]));
    for status in ["dormant", "broken", "planned"] {
        fires(&unsourced.but("a-informs-g", "status", status), rule, "");
    }
    let reported = unsourced.but("a-informs-g", "confidence", "reported");
    fires(&reported, rule, "");
    assert_eq!(names(&reported), shown("", "a-informs-g"));
    // What else is in the map may stand without.
    silent(&sourced.and([concern("k", ["a"]), consultation("c", ["a"])]), rule);
}
