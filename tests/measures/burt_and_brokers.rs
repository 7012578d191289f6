//! Structural holes and brokerage.

use jisr::analysis::measures::brokerage::brokerage;
use jisr::analysis::measures::burt::{constraint, effective_size};

use crate::graphs::{self, Chance, Ties};
use crate::{assert_optional_near, oracle};

#[test]
fn constraint_and_effective_size() {
    for ties in graphs::all() {
        let (graph, table, what) = (ties.graph().both, ties.undirected(), format!("{ties:?}"));
        assert_optional_near(&constraint(&graph), &oracle::constraint(&table), &what);
        assert_optional_near(&effective_size(&graph), &oracle::effective_size(&table), &what);
    }
}

#[track_caller]
fn agree(ties: &Ties, groups: &[u32]) {
    let ours = brokerage(&ties.graph(), groups);
    let ours = ours.iter().map(|roles| {
        [roles.coordinator, roles.itinerant, roles.gatekeeper, roles.representative, roles.liaison]
    });
    assert_eq!(ours.collect::<Vec<_>>(), oracle::brokerage(&ties.directed(), groups), "{ties:?} {groups:?}");
}

#[test]
fn brokers_of_open_pairs() {
    let mut chance = Chance(5);
    for ties in graphs::all() {
        for kinds in [1, 2, 4] {
            let groups: Vec<_> = (0..ties.actors).map(|_| chance.below(kinds)).collect();
            agree(&ties, &groups);
        }
    }
}

#[test]
fn groups_may_have_any_number() {
    agree(&Ties::arcs(3, [(0, 1), (1, 2)]), &[u32::MAX, 7, u32::MAX]);
}

#[test]
fn a_hub_between_thousands() {
    let into = (1..=5_000).map(|actor| (actor, 0));
    let out = (5_001..=10_000).map(|actor| (0, actor));
    let ties = Ties::arcs(10_001, into.chain(out));
    let groups: Vec<_> = (0..10_001).map(|actor| actor % 2).collect();
    let hub = brokerage(&ties.graph(), &groups)[0];
    assert_eq!(hub.coordinator, 2_500 * 2_500);
    assert_eq!(hub.itinerant, 2_500 * 2_500);
    assert_eq!(hub.gatekeeper, 2_500 * 2_500);
    assert_eq!(hub.representative, 2_500 * 2_500);
    assert_eq!(hub.liaison, 0);
}
