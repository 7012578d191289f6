//! Channels: which one is best, and the best way back.

use serde_json::{Value, json};

use crate::check::{channel, hearing, joined, routes_of};
use crate::draft::{Draft, Entry, chain, governor, map, ministry, tie, voice};

/// A voice `a`, others between, and two ministries `m` and `n`.
fn people() -> Draft {
    map([voice("a"), governor("b"), governor("c"), governor("d"), ministry("m"), ministry("n")])
}

fn informs(from: &str, to: &str, strength: u8) -> Entry {
    tie(from, "informs", to).strength(strength)
}

/// The best channel of `a` along these ties, with its strength.
#[track_caller]
fn best<const N: usize>(ties: [(&str, &str, u8); N]) -> (String, Value) {
    let map = people().and(ties.map(|(from, to, strength)| informs(from, to, strength)));
    (channel(&map, "a"), hearing(&map, "a")["strength"].clone())
}

#[track_caller]
fn is_best<const N: usize>(actors: &str, strength: u8, ties: [(&str, &str, u8); N]) {
    assert_eq!(best(ties), (actors.to_owned(), json!(strength)));
}

#[test]
fn a_channel_is_as_strong_as_its_weakest_tie() {
    is_best("a b c m", 2, [("a", "b", 5), ("b", "c", 2), ("c", "m", 4)]);
    is_best("a b c m", 1, [("a", "b", 1), ("b", "c", 2), ("c", "m", 4)]);
    is_best("a m", 5, [("a", "m", 5)]);
}

#[test]
fn a_channel_leads_the_way_the_voice_travels() {
    assert_eq!(best([("a", "b", 5), ("m", "b", 5)]), (String::new(), Value::Null));
    assert_eq!(best([("b", "a", 5), ("b", "m", 5)]), (String::new(), Value::Null));
}

#[test]
fn a_voice_without_a_channel_has_none_of_its_parts() {
    let unheard = hearing(&people(), "a");
    for key in ["channel", "ties", "strength", "hops"] {
        assert_eq!(unheard[key], Value::Null, "{key}");
    }
    let heard = hearing(&people().and(chain(["a", "b", "m"])), "a");
    assert_eq!(joined(&heard["ties"]), "a-informs-b b-informs-m");
    assert_eq!(heard["hops"], 2);
}

#[test]
fn a_channel_meets_one_decision_maker() {
    // The way on from the first one is no channel, however strong.
    is_best("a m", 1, [("a", "m", 1), ("m", "n", 5)]);
    is_best("a n", 1, [("a", "n", 1), ("n", "m", 5)]);
    is_best("a b n", 2, [("a", "b", 2), ("b", "n", 5), ("a", "m", 1), ("m", "b", 5)]);
}

#[test]
fn strength_comes_first() {
    is_best("a b c m", 4, [("a", "b", 4), ("b", "c", 4), ("c", "m", 4), ("a", "m", 3)]);
    is_best("a c n", 3, [("a", "b", 2), ("b", "m", 5), ("a", "c", 3), ("c", "n", 3)]);
}

#[test]
fn then_the_fewest_hops() {
    is_best("a d n", 3, [("a", "b", 3), ("b", "c", 3), ("c", "m", 3), ("a", "d", 3), ("d", "n", 3)]);
    // More strength than the weakest tie allows is no advantage.
    is_best("a d m", 3, [("a", "b", 3), ("b", "c", 5), ("c", "m", 5), ("a", "d", 5), ("d", "m", 3)]);
}

#[test]
fn then_the_smallest_sequence_of_ids() {
    is_best("a b m", 3, [("a", "c", 3), ("c", "m", 3), ("a", "b", 3), ("b", "m", 3)]);
    is_best("a b n", 3, [("a", "c", 3), ("c", "m", 3), ("a", "b", 3), ("b", "n", 3)]);
    is_best("a m", 3, [("a", "n", 3), ("a", "m", 3)]);
    is_best(
        "a b d n",
        3,
        [("a", "c", 3), ("c", "d", 3), ("d", "m", 2), ("a", "b", 3), ("b", "d", 3), ("d", "n", 3)],
    );
}

#[test]
fn ids_compare_as_text() {
    let between = |ids: [&str; 2]| map([voice("a"), ministry("m"), governor(ids[0]), governor(ids[1])]);
    for (first, second) in [("g10", "g9"), ("g-z", "g1"), ("g", "g-a"), ("9", "g")] {
        let ways = chain(["a", second, "m"]).into_iter().chain(chain(["a", first, "m"]));
        assert_eq!(channel(&between([second, first]).and(ways), "a"), format!("a {first} m"));
    }
}

/// Behind a weak first tie the shortest way on is better than the strongest: the best channel of `a` does not go on as
/// that of `b` does.
#[test]
fn a_best_channel_is_not_made_of_best_channels() {
    let ways = people().but("b", "level", "community").and([
        informs("a", "b", 1),
        informs("b", "m", 2),
        informs("b", "c", 5),
        informs("c", "m", 5),
    ]);
    assert_eq!(channel(&ways, "b"), "b c m");
    assert_eq!(channel(&ways, "a"), "a b m");
    assert_eq!(hearing(&ways, "a")["strength"], 1);
    // Nor by ids.
    let ways = people().but("d", "level", "community").and([
        informs("a", "d", 1),
        informs("d", "b", 1),
        informs("b", "m", 1),
        informs("d", "c", 5),
        informs("c", "m", 5),
    ]);
    assert_eq!(channel(&ways, "d"), "d c m");
    assert_eq!(channel(&ways, "a"), "a d b m");
}

#[test]
fn heard_is_to_have_a_channel_and_answered_to_have_a_way_back() {
    let fares = |ties: Vec<Entry>| {
        let hearing = hearing(&people().and(ties), "a");
        (hearing["heard"] == true, hearing["answered"] == true)
    };
    assert_eq!(fares(vec![]), (false, false));
    assert_eq!(fares(chain(["a", "b", "m"])), (true, false));
    assert_eq!(fares(chain(["m", "b", "a"])), (false, true));
    // The answer may come by another way, and from another decision-maker.
    assert_eq!(fares([chain(["a", "b", "m"]), chain(["n", "c", "a"])].concat()), (true, true));
    // Half a way is none.
    assert_eq!(fares([chain(["a", "b", "m"]), chain(["c", "a"])].concat()), (true, false));
}

/// The way back to `a` along these ties, with its strength.
#[track_caller]
fn way_back<const N: usize>(ties: [(&str, &str, u8); N]) -> (String, Value) {
    let back = routes_of(&people().and(ties.map(|(from, to, strength)| informs(from, to, strength))), "a");
    (joined(&back["way_back"]["actors"]), back["way_back"]["strength"].clone())
}

#[track_caller]
fn is_way_back<const N: usize>(actors: &str, strength: u8, ties: [(&str, &str, u8); N]) {
    assert_eq!(way_back(ties), (actors.to_owned(), json!(strength)));
}

#[test]
fn the_way_back_is_the_best_path_by_the_same_order() {
    assert_eq!(way_back([("a", "m", 5)]), (String::new(), Value::Null));
    is_way_back("m a", 2, [("m", "a", 2)]);
    // Strength, then hops, then ids, which are read from the decision-maker on.
    is_way_back("m b c a", 4, [("m", "b", 4), ("b", "c", 4), ("c", "a", 4), ("m", "a", 3)]);
    is_way_back("n d a", 3, [("m", "b", 3), ("b", "c", 3), ("c", "a", 3), ("n", "d", 3), ("d", "a", 3)]);
    is_way_back("m d a", 3, [("m", "d", 3), ("d", "a", 3), ("n", "b", 3), ("b", "a", 3)]);
    is_way_back("m b a", 3, [("m", "b", 3), ("b", "a", 3), ("m", "c", 3), ("c", "a", 3)]);
    // A weak first tie: the shortest way on, not the strongest.
    is_way_back("m b a", 1, [("m", "b", 1), ("b", "a", 1), ("b", "c", 5), ("c", "a", 5)]);
}

#[test]
fn the_routes_name_the_same_best_channel() {
    let ways = people().and(chain(["a", "c", "m"])).and(chain(["a", "b", "m"]));
    let routes = routes_of(&ways, "a");
    assert_eq!(joined(&routes["best"]["actors"]), channel(&ways, "a"));
    assert_eq!(joined(&routes["gatekeepers"]), "");
}

/// The greatest number of channels of `a` that share nobody but it and decision-makers.
#[track_caller]
fn disjoint<const N: usize>(ties: [(&str, &str); N]) -> Value {
    let map = people().and([governor("e"), governor("f")]);
    let ties = ties.map(|(from, to)| tie(from, "informs", to));
    routes_of(&map.and(ties), "a")["disjoint"].clone()
}

#[test]
fn disjoint_channels_share_nobody_but_the_voice_and_decision_makers() {
    assert_eq!(disjoint([]), 0);
    assert_eq!(disjoint([("a", "b"), ("b", "m"), ("b", "n")]), 1);
    assert_eq!(disjoint([("a", "b"), ("b", "m"), ("a", "c"), ("c", "m")]), 2);
    assert_eq!(disjoint([("a", "b"), ("b", "d"), ("a", "c"), ("c", "d"), ("d", "m")]), 1);
    assert_eq!(disjoint([("a", "m"), ("a", "n"), ("a", "b"), ("b", "m")]), 3);
    // Two that can only be had by giving up the best one, which blocks both.
    let crossed =
        [("a", "b"), ("b", "d"), ("d", "m"), ("a", "c"), ("c", "d"), ("b", "e"), ("e", "f"), ("f", "n")];
    assert_eq!(disjoint(crossed), 2);
}

#[test]
fn parallel_direct_ties_to_one_decision_maker_are_one_channel() {
    let twice = people().and([tie("a", "informs", "m"), tie("a", "advocates-to", "m")]);
    assert_eq!(routes_of(&twice, "a")["disjoint"], 1);
}
