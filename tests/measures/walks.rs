//! `PageRank` and eigenvector centrality.

use jisr::analysis::measures::eigenvector::eigenvector;
use jisr::analysis::measures::pagerank::pagerank;

use crate::graphs::{self, Chance, Ties};
use crate::{assert_all_near, assert_near, oracle};

#[test]
fn pagerank_solves_its_equation() {
    for ties in graphs::all() {
        let ours = pagerank(&ties.graph());
        assert_all_near(&ours, &oracle::pagerank(&ties.directed()), &format!("{ties:?}"));
        if ties.actors > 0 {
            assert_near(ours.iter().sum(), 1.0, "all together");
        }
    }
}

#[test]
fn pagerank_of_a_chain() {
    // Each hands on 0.85 of what it has to the next, and all get the same beside it.
    let ours = pagerank(&graphs::chain(10_000).graph());
    let mut theirs = vec![1.0];
    for _ in 1..10_000 {
        theirs.push(1.0 + 0.85 * theirs.last().unwrap());
    }
    let sum: f64 = theirs.iter().sum();
    assert_all_near(&ours, &theirs.iter().map(|value| value / sum).collect::<Vec<_>>(), "a chain");
}

#[test]
fn eigenvector_is_what_is_left_of_equal_values() {
    for ties in graphs::all() {
        let (ours, theirs) = (eigenvector(&ties.graph().both), oracle::eigenvector(&ties.undirected()));
        assert_eq!(ours.is_some(), theirs.is_some(), "{ties:?}");
        assert_all_near(&ours.unwrap_or_default(), &theirs.unwrap_or_default(), &format!("{ties:?}"));
    }
}

#[test]
fn eigenvector_of_sixty() {
    let mut chance = Chance(3);
    let ties = Ties::arcs(60, (0..100).map(|_| (chance.below(60), chance.below(60))));
    let theirs = oracle::eigenvector(&ties.undirected()).unwrap();
    assert_all_near(&eigenvector(&ties.graph().both).unwrap(), &theirs, "60 actors");
}

#[test]
fn eigenvector_of_a_chain() {
    // A half wave.
    for actors in [2_u32, 3, 100, 500, 1_000] {
        let wave = |actor: u32| (f64::from(actor + 1) / f64::from(actors + 1) * std::f64::consts::PI).sin();
        let largest = (0..actors).map(wave).fold(0.0, f64::max);
        let theirs: Vec<_> = (0..actors).map(|actor| wave(actor) / largest).collect();
        let ours = eigenvector(&graphs::chain(actors).graph().both).unwrap();
        assert_all_near(&ours, &theirs, &format!("a chain of {actors}"));
    }
}

#[test]
fn a_chain_beside_a_star_has_nothing() {
    let star = (1..9).map(|leaf| (0, leaf));
    let chain = (11..5_000).map(|actor| (actor - 1, actor));
    let ours = eigenvector(&Ties::arcs(5_000, star.chain(chain)).graph().both).unwrap();
    assert_near(ours[0], 1.0, "the middle of the star");
    assert_near(ours[1], 1.0 / 8.0_f64.sqrt(), "a leaf");
    assert!(ours[9..].iter().all(|value| *value == 0.0));
}
