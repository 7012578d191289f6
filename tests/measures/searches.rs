//! Betweenness and closeness.

use std::sync::atomic::{AtomicUsize, Ordering};

use jisr::analysis::Stopped;
use jisr::analysis::measures::betweenness::betweenness;
use jisr::analysis::measures::closeness::harmonic;

use crate::graphs::{self, Chance, Ties};
use crate::{assert_all_near, assert_near, on, oracle};

#[test]
fn betweenness_is_the_share_of_shortest_paths() {
    for ties in graphs::all() {
        let ours = betweenness(&ties.graph(), &on).unwrap();
        assert_all_near(&ours, &oracle::betweenness(&ties.directed()), &format!("{ties:?}"));
    }
}

#[test]
fn closeness_is_the_mean_of_one_by_hops() {
    for ties in graphs::all() {
        let ours = harmonic(&ties.graph(), &on).unwrap();
        assert_all_near(&ours, &oracle::closeness(&ties.directed()), &format!("{ties:?}"));
    }
}

/// More actors than are searched from at once.
fn seven_hundred() -> Ties {
    let mut chance = Chance(1);
    Ties::arcs(700, (0..1_500).map(|_| (chance.below(700), chance.below(700))))
}

#[test]
fn closeness_of_many() {
    let ties = seven_hundred();
    assert_all_near(
        &harmonic(&ties.graph(), &on).unwrap(),
        &oracle::closeness(&ties.directed()),
        "700 actors",
    );
}

#[test]
fn the_number_of_threads_changes_no_bit() {
    let graph = seven_hundred().graph();
    let with = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let bits = |values: Vec<f64>| values.into_iter().map(f64::to_bits).collect::<Vec<_>>();
        pool.install(|| (bits(betweenness(&graph, &on).unwrap()), bits(harmonic(&graph, &on).unwrap())))
    };
    let one = with(1);
    assert_eq!(with(2), one);
    assert_eq!(with(7), one);
}

#[test]
fn a_chain_of_ten_thousand() {
    const ACTORS: u32 = 10_000;
    let graph = graphs::chain(ACTORS).graph();
    let between = betweenness(&graph, &on).unwrap();
    let near = harmonic(&graph, &on).unwrap();
    let mut sum = 0.0;
    for (before, place) in (0..ACTORS).rev().zip((0..ACTORS as usize).rev().rev().rev()) {
        let after = f64::from(ACTORS - 1 - before);
        assert_near(between[place], f64::from(before) * after, "pairs before and after");
        assert_near(near[place], sum / f64::from(ACTORS - 1), "1 + 1/2 + 1/3 …");
        sum += 1.0 / (after + 1.0);
    }
}

#[test]
fn more_paths_than_a_number_can_count() {
    // 2^2000 shortest paths from end to end. Everyone where diamonds meet has all pairs before and after it; the two in the
    // middle of a diamond share theirs.
    const DIAMONDS: u32 = 2_000;
    let between = betweenness(&graphs::diamonds(DIAMONDS).graph(), &on).unwrap();
    let last = f64::from(3 * DIAMONDS);
    for (actor, ours) in (0_u32..).zip(between) {
        let diamond = f64::from(3 * (actor / 3));
        let theirs = match actor % 3 {
            0 => diamond * (last - diamond),
            _ => (diamond + 1.0) * (last - diamond - 2.0) / 2.0,
        };
        assert_near(ours, theirs, &format!("actor {actor}"));
    }
}

#[test]
fn they_stop_when_told_to() {
    let graph = seven_hundred().graph();
    let asked = AtomicUsize::new(0);
    let not_for_long = |_| asked.fetch_add(1, Ordering::Relaxed) < 2;
    assert_eq!(betweenness(&graph, &not_for_long), Err(Stopped));
    asked.store(0, Ordering::Relaxed);
    assert_eq!(harmonic(&graph, &not_for_long), Err(Stopped));
}
