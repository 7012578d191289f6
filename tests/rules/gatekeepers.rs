//! Gatekeepers and backup, voices that are heard from outside only, and transmission belts.

use crate::check::{belts, gatekeepers, hearing, silent};
use crate::draft::{Draft, chain, donor, governor, level, map, ministry, tie, voice};

/// A voice `a`, a neighbour `v`, others between, and two ministries `m` and `n`.
fn people() -> Draft {
    map([voice("a"), voice("v"), governor("b"), governor("c"), governor("d"), ministry("m"), ministry("n")])
}

#[track_caller]
fn is_gated(map: &Draft, voice: &str, by: &str) {
    assert_eq!(gatekeepers(map, voice), by);
    let hearing = hearing(map, voice);
    assert_eq!(hearing["backup"] == true, hearing["heard"] == true && by.is_empty(), "backup of {hearing}");
}

#[test]
fn a_gatekeeper_lies_on_every_channel() {
    let one_way = people().and(chain(["a", "b", "m"]));
    is_gated(&one_way, "a", "b");
    is_gated(&one_way.and(chain(["a", "c", "m"])), "a", "");
    // A second way to another decision-maker does as well.
    is_gated(&one_way.and(chain(["a", "c", "n"])), "a", "");
    // Half of a second way does not, nor one behind the gatekeeper.
    is_gated(&one_way.and(chain(["a", "c"])), "a", "b");
    is_gated(&one_way.and(chain(["b", "c", "n"])), "a", "b");
    is_gated(&one_way.and([tie("a", "informs", "m").with("status", "dormant")]), "a", "b");
}

#[test]
fn gatekeepers_may_be_many_and_need_not_be_next_to_the_voice() {
    is_gated(&people().and(chain(["a", "c", "b", "m"])), "a", "b c");
    let diamond = people().and(chain(["a", "b", "d", "m"])).and(chain(["a", "c", "d"]));
    is_gated(&diamond, "a", "d");
}

#[test]
fn neither_the_voice_nor_a_decision_maker_is_a_gatekeeper() {
    is_gated(&people().and(chain(["a", "m"])), "a", "");
    // All ways lead to one decision-maker, and then on to another: the channel ended before.
    is_gated(&people().and(chain(["a", "m", "n"])), "a", "");
    for way_on in [["a", "m", "b", "n"], ["a", "n", "b", "m"]] {
        let ways = people().and(chain(way_on));
        is_gated(&ways, "a", "");
        assert_eq!(belts(&ways), [""; 0]);
        silent(&ways, "single-gatekeeper");
    }
}

#[test]
fn a_voice_may_be_the_gatekeeper_of_another() {
    let neighbours = people().and(chain(["a", "v", "m"]));
    is_gated(&neighbours, "a", "v");
    is_gated(&neighbours, "v", "");
}

#[test]
fn who_is_not_heard_has_no_gatekeeper_and_no_backup() {
    let unheard = people().and(chain(["a", "b", "c"]));
    is_gated(&unheard, "a", "");
    assert_eq!(hearing(&unheard, "a")["backup"], false);
}

#[test]
fn a_way_round_by_way_of_the_voice_itself_is_no_way_round() {
    let loops = people().and(chain(["a", "b", "m"])).and(chain(["b", "a", "c", "b"]));
    is_gated(&loops, "a", "b");
}

#[track_caller]
fn is_external_only(map: &Draft) -> bool {
    hearing(map, "a")["external_only"].as_bool().unwrap()
}

#[test]
fn external_only_is_heard_but_not_without_external_actors() {
    let people = people().and([donor("x"), donor("y")]);
    let abroad = people.and(chain(["a", "x", "m"]));
    assert!(is_external_only(&abroad));
    assert!(!is_external_only(&people));
    assert!(!is_external_only(&people.and(chain(["a", "x"]))));
    // Not one of them need be on every channel.
    assert!(is_external_only(&abroad.and(chain(["a", "y", "m"]))));
    // One way at home is enough, however weak.
    assert!(!is_external_only(&abroad.and(chain(["a", "b", "c", "m"]))));
    assert!(!is_external_only(&abroad.and([tie("a", "informs", "n").strength(1)])));
    assert!(is_external_only(&abroad.and(chain(["a", "b", "y", "n"]))));
    // It is the level that makes an actor external, not its kind.
    assert!(!is_external_only(&abroad.but("x", "level", "governorate")));
    assert!(is_external_only(&people.but("b", "level", "international").and(chain(["a", "b", "m"]))));
    let own_ladder = map([
        level("home", "local"),
        level("capital", "national"),
        level("abroad", "external"),
        voice("a").with("level", "home"),
        governor("b").with("level", "abroad"),
        ministry("m").with("level", "capital"),
    ]);
    assert!(is_external_only(&own_ladder.and(chain(["a", "b", "m"]))));
}

#[test]
fn a_belt_lies_strictly_inside_a_best_channel() {
    assert_eq!(belts(&people()), [""; 0]);
    assert_eq!(belts(&people().and(chain(["a", "m"]))), [""; 0]);
    assert_eq!(belts(&people().and(chain(["a", "b", "m", "n"]))), ["b 1 1"]);
    assert_eq!(belts(&people().and(chain(["a", "v", "m"]))), ["v 1 1"]);
    // On another channel than the best one nobody carries.
    let two_ways = people().and(chain(["a", "b", "m"])).and(chain(["a", "c", "m"]));
    assert_eq!(belts(&two_ways), ["b 0 1"]);
    // Nor on the channel of one who is no voice.
    assert_eq!(belts(&people().and(chain(["b", "c", "m"]))), [""; 0]);
    assert_eq!(belts(&people().and(chain(["a", "b", "c"]))), [""; 0]);
}

#[test]
fn belts_rank_by_what_they_hold_then_carry_then_by_id() {
    let voices = ["v1", "v2", "v3", "v4", "v5"];
    let people = map(voices.map(voice)).and(["b", "c", "d", "e", "f"].map(governor)).and([ministry("m")]);
    let ways = people
        // f holds two; e and b hold one; d carries two; c carries one.
        .and([chain(["v1", "f", "m"]), chain(["v2", "f"])].concat())
        .and([chain(["v3", "e", "m"]), chain(["v4", "b", "m"])].concat())
        .and([chain(["v5", "c", "m"]), chain(["v5", "d", "m"])].concat());
    assert_eq!(belts(&ways), ["f 2 2", "b 1 1", "e 1 1", "c 0 1"]);
    let ways = ways.and([tie("v4", "informs", "c"), tie("v4", "informs", "d")]);
    assert_eq!(belts(&ways), ["f 2 2", "e 1 1", "b 0 1", "c 0 1"]);
    // What one holds comes before what one carries.
    let busy = people
        .and([chain(["v1", "b", "m"]), chain(["v1", "c", "m"])].concat())
        .and([chain(["v2", "b"]), chain(["v2", "c"])].concat())
        .and(chain(["v3", "f", "m"]));
    assert_eq!(belts(&busy), ["f 1 1", "b 0 2"]);
    // And what one carries before the id.
    let carried = people
        .and([chain(["v1", "d", "m"]), chain(["v1", "e", "m"])].concat())
        .and([chain(["v2", "d"]), chain(["v2", "e"])].concat())
        .and([chain(["v3", "b", "m"]), chain(["v3", "c", "m"])].concat());
    assert_eq!(belts(&carried), ["d 0 2", "b 0 1"]);
}

#[test]
fn a_belt_holds_and_carries_voices_only() {
    let ways = people().and(chain(["d", "b", "m"])).and(chain(["a", "b"]));
    assert_eq!(belts(&ways), ["b 1 1"]);
}
