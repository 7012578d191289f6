//! Audience: how many hearers each voice can reach.

use std::sync::Arc;

use jisr::analysis::measures::audience::audience;
use jisr::analysis::measures::{Wanted, measure};
use jisr::analysis::{Network, VoiceGraph};
use jisr::model::Map;

use crate::graphs::{Chance, Ties, all, chain};
use crate::whole_map::{actor, tie};
use crate::{on, oracle};

/// A map on which voices go along these arcs.
fn network(ties: &Ties) -> Network {
    let actors: Vec<_> =
        (0..).take(ties.actors).map(|number| actor(number, "tribal-leader", "community")).collect();
    let informs = |(number, (from, to, ..)): (u32, &crate::graphs::Tie)| {
        tie(number, &actors[*from as usize], "informs", &actors[*to as usize])
    };
    let ties = (0..).zip(&ties.ties).map(informs).collect();
    Network::of(Arc::new(Map { actors: actors.into(), ties, ..Map::default() }))
}

fn audiences(ties: &Ties, hearers: &[u32]) -> Vec<u32> {
    let network = network(ties);
    let all: Vec<_> = (0..).take(network.ties.len()).collect();
    audience(&VoiceGraph::of(&network, &all), hearers)
}

/// Whom each can reach, by hops.
fn agree(ties: &Ties, hearers: &[u32]) {
    let one_way = Ties::arcs(ties.actors, ties.ties.iter().map(|(from, to, ..)| (*from, *to)));
    let hops = oracle::hops(&one_way.directed());
    let of = |from: usize| {
        hearers.iter().filter(|to| **to as usize != from && hops[from][**to as usize].is_finite()).count()
    };
    let theirs: Vec<_> = (0..ties.actors).map(|from| u32::try_from(of(from)).unwrap()).collect();
    assert_eq!(audiences(ties, hearers), theirs, "{ties:?} {hearers:?}");
}

#[test]
fn whom_each_can_reach() {
    let mut chance = Chance(9);
    for ties in all() {
        let hearers: Vec<_> = (0..).take(ties.actors).filter(|_| chance.below(3) == 0).collect();
        agree(&ties, &hearers);
    }
}

#[test]
fn more_hearers_than_are_looked_at_together() {
    let mut chance = Chance(2);
    for ties in [600, 900, 1_500] {
        let ties = Ties::arcs(800, (0..ties).map(|_| (chance.below(800), chance.below(800))));
        agree(&ties, &(0..700).collect::<Vec<_>>());
    }
}

#[test]
fn a_long_chain() {
    let ours = audiences(&chain(50_000), &[0, 10, 49_999]);
    assert_eq!((ours[0], ours[9], ours[10], ours[49_998], ours[49_999]), (2, 2, 1, 1, 0));
}

#[test]
fn decision_makers_are_the_hearers_of_a_map() {
    let actors = vec![
        actor(0, "tribal-leader", "community"),
        actor(1, "ministry", "national"),
        actor(2, "parliament", "national"),
        actor(3, "municipality", "municipal"),
    ];
    let ties = vec![tie(0, &actors[0], "informs", &actors[1]), tie(1, &actors[1], "informs", &actors[2])];
    let network = Network::of(Arc::new(Map { actors: actors.into(), ties: ties.into(), ..Map::default() }));
    assert_eq!(network.decision_makers, [1, 2]);
    let measures = measure(&network, Wanted::default(), &on).unwrap();
    assert!(measures.actors.iter().map(|actor| actor.reaches).eq([2, 1, 0, 0]));
}
