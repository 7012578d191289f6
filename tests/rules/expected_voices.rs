//! Expected voices: who is one, how it fares, whether it was asked and whether it belongs anywhere.

use serde_json::{Value, json};

use crate::check::{ask_confirmed_only, expected_voice, joined};
use crate::draft::{
    Draft, actor, chain, consultation, donor, expected, expected_group, expected_kind, governor, map,
    ministry, partnership, tie, voice,
};

/// The actors that are the expected voice `e`.
#[track_caller]
fn matching(map: &Draft) -> String {
    joined(&expected_voice(map, "e")["actors"])
}

#[test]
fn an_actor_of_a_listed_kind_matches_on_whatever_level() {
    for level in ["community", "municipal", "governorate", "national", "international"] {
        let there = map([actor("a", "union", level), expected_kind("e", "union")]);
        assert_eq!(matching(&there), "a", "{level}");
    }
    let another = map([voice("a"), expected_kind("e", "union")]);
    assert_eq!(matching(&another), "");
    let any_of = another.but("e", "kinds", ["union", "tribal-leader"]);
    assert_eq!(matching(&any_of.and([actor("b", "union", "municipal")])), "a b");
    assert_eq!(matching(&map([voice("a"), expected("e")])), "");
}

#[test]
fn an_actor_that_represents_a_listed_group_matches_on_local_and_middle_levels_only() {
    for (level, who) in [
        ("community", "a"),
        ("municipal", "a"),
        ("governorate", "a"),
        ("national", ""),
        ("international", ""),
    ] {
        let there =
            map([actor("a", "media", level).with("represents", ["women"]), expected_group("e", "women")]);
        assert_eq!(matching(&there), who, "{level}");
        // By its kind it matches even so.
        assert_eq!(matching(&there.but("e", "kinds", ["media"])), "a", "{level}");
    }
    let other_group = map([voice("a").with("represents", ["youth"]), expected_group("e", "women")]);
    assert_eq!(matching(&other_group), "");
    assert_eq!(matching(&other_group.but("e", "groups", ["women", "youth"])), "a");
    assert_eq!(matching(&other_group.but("a", "represents", ["youth", "women"])), "a");
}

/// How the expected voice `e` fares.
#[track_caller]
fn state(map: &Draft) -> Value {
    expected_voice(map, "e")["state"].clone()
}

/// Governors are expected: the rules on voices do not ask about them.
fn governors() -> Draft {
    map([expected_kind("e", "governors-office"), voice("b"), ministry("m")])
}

#[test]
fn states_from_absent_to_loop_closed() {
    assert_eq!(state(&governors()), "absent");
    let there = governors().and([governor("g")]);
    assert_eq!(state(&there), "isolated");
    assert_eq!(state(&there.and([tie("g", "informs", "b").with("status", "planned")])), "isolated");
    assert_eq!(state(&there.and([tie("g", "contests", "b")])), "unheard");
    assert_eq!(state(&there.and([tie("m", "informs", "g")])), "unheard");
    let heard = there.and(chain(["g", "b", "m"]));
    assert_eq!(state(&heard), "heard");
    assert_eq!(state(&heard.and([tie("m", "informs", "g")])), "loop-closed");
}

#[test]
fn the_best_state_of_any_matching_actor() {
    let two = governors().and([governor("g"), governor("h"), tie("h", "informs", "b")]);
    assert_eq!(state(&two), "unheard");
    assert_eq!(state(&two.and([tie("g", "informs", "m")])), "heard");
    // One is heard, the other could be answered: no loop is closed.
    assert_eq!(state(&two.and([tie("g", "informs", "m"), tie("m", "informs", "h")])), "heard");
    assert_eq!(state(&two.and([tie("m", "partners-with", "h")])), "loop-closed");
}

#[test]
fn a_decision_maker_is_loop_closed_with_ties_or_without() {
    let lonely = map([ministry("m"), expected_kind("e", "ministry")]);
    assert_eq!(state(&lonely), "loop-closed");
    assert_eq!(state(&lonely.and([voice("a"), tie("m", "serves", "a")])), "loop-closed");
    assert_eq!(
        state(&lonely.and([ministry("n")]).but("m", "decides", false).but("n", "kind", "parliament")),
        "isolated"
    );
    // One that is only assumed to decide, too.
    assert_eq!(state(&lonely.but("m", "decides", false)), "loop-closed");
    assert_eq!(state(&lonely.but("m", "level", "governorate")), "isolated");
}

#[test]
fn unconfirmed_ties_count_unless_left_out() {
    let reported = governors().and([governor("g"), tie("g", "informs", "m").reported()]);
    assert_eq!(state(&reported), "heard");
    assert_eq!(ask_confirmed_only(&reported)["expected_voices"][0]["state"], "isolated");
}

#[test]
fn consulted_is_a_matching_actor_or_a_listed_group_even_when_absent() {
    let is_consulted = |map: &Draft| expected_voice(map, "e")["consulted"] == true;
    let there = map([voice("a"), voice("b"), expected_kind("e", "tribal-leader").with("groups", ["women"])]);
    assert!(!is_consulted(&there));
    assert!(!is_consulted(&there.and([consultation("c", [])])));
    assert!(is_consulted(&there.and([consultation("c", ["b"])])));
    assert!(is_consulted(&there.and([consultation("c", []), consultation("d", ["a"])])));
    assert!(!is_consulted(&there.and([governor("g"), consultation("c", ["g"])])));
    assert!(is_consulted(&there.and([consultation("c", []).with("groups", ["youth", "women"])])));
    assert!(!is_consulted(&there.and([consultation("c", []).with("groups", ["youth"])])));
    let absent = map([expected_group("e", "women"), consultation("c", []).with("groups", ["women"])]);
    assert_eq!(state(&absent), "absent");
    assert!(is_consulted(&absent));
    // A group that merely came along with an actor is no group that was asked.
    assert!(!is_consulted(&absent.but("c", "groups", json!([]))));
}

#[test]
fn in_partnership_is_a_matching_member_of_any() {
    let is_in = |map: &Draft| expected_voice(map, "e")["in_partnership"] == true;
    let there = map([voice("a"), voice("b"), governor("g"), donor("x"), expected_kind("e", "tribal-leader")]);
    assert!(!is_in(&there));
    assert!(!is_in(&there.and([partnership("p", ["g"])])));
    assert!(is_in(&there.and([partnership("p", ["g"]), partnership("q", ["b"])])));
    let with_actor = there.and([partnership("p", []).with("actor", "g")]);
    assert!(!is_in(&with_actor));
    assert!(is_in(&with_actor.and([tie("a", "member-of", "g")])));
    assert!(!is_in(&with_actor.and([tie("a", "member-of", "x")])));
    assert!(!is_in(&with_actor.and([tie("a", "member-of", "g").with("status", "dormant")])));
}
