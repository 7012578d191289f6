//! What holds a map together: degrees, cores, cuts, clustering.

use jisr::analysis::measures::clustering::clustering;
use jisr::analysis::measures::cores::core_numbers;
use jisr::analysis::measures::cuts::cuts;
use jisr::analysis::measures::degrees::{centralization, density, reciprocity, strength};

use crate::graphs;
use crate::oracle::{self, count, joined};
use crate::{assert_near, assert_optional_near};

#[test]
fn cores_are_who_is_left() {
    for ties in graphs::all() {
        assert_eq!(core_numbers(&ties.graph().both), oracle::cores(&ties.undirected()), "{ties:?}");
    }
}

#[test]
fn cuts_are_what_makes_more_components() {
    for ties in graphs::all() {
        let (cuts, table) = (cuts(&ties.graph().both), ties.undirected());
        let components = oracle::components(&table);
        assert_eq!(cuts.components, components.iter().max().map_or(0, |most| most + 1), "{ties:?}");
        assert_eq!(cuts.component_of, components, "{ties:?}");
        assert_eq!(cuts.is_articulation, oracle::articulations(&table), "{ties:?}");
        assert_eq!(cuts.bridges, oracle::bridges(&table), "{ties:?}");
    }
}

#[test]
fn a_chain_is_all_cuts() {
    const ACTORS: u32 = 200_000;
    let graph = graphs::chain(ACTORS).graph().both;
    let cuts = cuts(&graph);
    assert!((1..).zip(&cuts.bridges).all(|(actor, bridge)| *bridge == (actor - 1, actor)));
    assert_eq!(cuts.bridges.len(), ACTORS as usize - 1);
    assert_eq!(cuts.is_articulation.iter().filter(|is| **is).count(), ACTORS as usize - 2);
    assert_eq!(cuts.components, 1);
    assert!(core_numbers(&graph).iter().all(|core| *core == 1));
}

#[test]
fn clustering_is_the_share_of_neighbours_tied() {
    for ties in graphs::all() {
        let theirs = oracle::clustering(&ties.undirected());
        assert_optional_near(&clustering(&ties.graph().both), &theirs, &format!("{ties:?}"));
    }
}

#[test]
fn degrees_and_what_follows_from_them() {
    for ties in graphs::all() {
        let (graph, arcs, table) = (ties.graph(), ties.directed(), ties.undirected());
        let (actors, what) = (count(ties.actors), format!("{ties:?}"));
        let all = || 0..ties.actors;
        let pairs: Vec<_> = all().flat_map(|a| joined(&arcs, a).into_iter().map(move |b| (a, b))).collect();
        let returned = pairs.iter().filter(|(a, b)| arcs[*b][*a] > 0.0).count();
        let degrees: Vec<_> = all().map(|actor| count(joined(&table, actor).len())).collect();
        let most = degrees.iter().copied().fold(0.0, f64::max);
        let above: f64 = degrees.iter().map(|degree| most - degree).sum();
        let same = |ours: Option<f64>, is_there: bool, theirs: f64| {
            assert_optional_near(&[ours], &[is_there.then_some(theirs)], &what);
        };
        same(density(&graph), ties.actors >= 2, count(pairs.len()) / (actors * (actors - 1.0)));
        same(reciprocity(&graph), !pairs.is_empty(), count(returned) / count(pairs.len()));
        same(centralization(&graph.both), ties.actors >= 3, above / ((actors - 1.0) * (actors - 2.0)));
        for (actor, row) in (0..).zip(&table) {
            assert_near(
                count(usize::try_from(strength(&graph.both, actor)).unwrap()),
                row.iter().sum(),
                &what,
            );
        }
    }
}
