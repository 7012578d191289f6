//! Routes against the obvious: all simple channels enumerated and sorted, gatekeepers among them counted, the way back
//! likewise; disjoint channels and gatekeepers against petgraph.

use std::collections::BTreeSet;

use jisr::analysis::{ActorIx, Analysis, Route, RouteError, Routes, routes};
use petgraph::algo::dominators::simple_fast;
use petgraph::algo::ford_fulkerson;
use petgraph::graph::{DiGraph, NodeIndex};

use super::{analysis, on_random_maps};

/// Where channels may lead, and whom they may not pass.
struct Rules {
    from: ActorIx,
    ends: BTreeSet<ActorIx>,
    barred: BTreeSet<ActorIx>,
}

impl Rules {
    fn of(analysis: &Analysis, from: ActorIx, to: Option<ActorIx>) -> Self {
        let barred: BTreeSet<_> = analysis.network.decision_makers.iter().copied().collect();
        let ends = to.map_or_else(|| barred.clone(), |to| BTreeSet::from([to]));
        Self { from, ends, barred }
    }

    fn may_pass(&self, actor: ActorIx) -> bool {
        !self.barred.contains(&actor) && !self.ends.contains(&actor) && actor != self.from
    }
}

/// Every simple channel, the best first.
fn all_channels(analysis: &Analysis, rules: &Rules) -> Vec<Route> {
    fn walk(analysis: &Analysis, rules: &Rules, way: &mut Vec<ActorIx>, found: &mut Vec<Vec<ActorIx>>) {
        let last = *way.last().unwrap();
        for (to, _) in analysis.pass.graph.out(last) {
            if way.contains(&to) {
                continue;
            }
            way.push(to);
            if rules.ends.contains(&to) {
                found.push(way.clone());
            } else if rules.may_pass(to) {
                walk(analysis, rules, way, found);
            }
            way.pop();
        }
    }
    let mut found = Vec::new();
    walk(analysis, rules, &mut vec![rules.from], &mut found);
    sorted(analysis, found)
}

/// Every simple way back, the best first.
fn all_ways_back(analysis: &Analysis, rules: &Rules) -> Vec<Route> {
    fn walk(analysis: &Analysis, rules: &Rules, way: &mut Vec<ActorIx>, found: &mut Vec<Vec<ActorIx>>) {
        let last = *way.last().unwrap();
        for (to, _) in analysis.pass.graph.out(last) {
            way.push(to);
            if to == rules.from {
                found.push(way.clone());
            } else if rules.may_pass(to) && !way[..way.len() - 1].contains(&to) {
                walk(analysis, rules, way, found);
            }
            way.pop();
        }
    }
    let mut found = Vec::new();
    for end in &rules.ends {
        walk(analysis, rules, &mut vec![*end], &mut found);
    }
    sorted(analysis, found)
}

fn sorted(analysis: &Analysis, ways: Vec<Vec<ActorIx>>) -> Vec<Route> {
    let mut routes: Vec<Route> = ways
        .into_iter()
        .map(|actors| {
            let arcs: Vec<_> =
                actors.windows(2).map(|pair| analysis.pass.graph.arc(pair[0], pair[1]).unwrap()).collect();
            Route {
                ties: arcs.iter().map(|arc| arc.tie).collect(),
                strength: arcs.iter().map(|arc| arc.strength).min().unwrap(),
                actors,
            }
        })
        .collect();
    routes.sort_by_key(|route| (std::cmp::Reverse(route.strength), route.actors.len(), route.actors.clone()));
    routes
}

/// The greatest flow with every actor but the ends split in two, by petgraph.
fn disjoint_by_flow(analysis: &Analysis, rules: &Rules) -> u32 {
    let mut graph: DiGraph<(), u32> = DiGraph::new();
    let actors = analysis.network.actors.len();
    let entries: Vec<NodeIndex> = (0..actors).map(|_| graph.add_node(())).collect();
    let exits: Vec<NodeIndex> = (0..actors).map(|_| graph.add_node(())).collect();
    let goal = graph.add_node(());
    for actor in 0..u32::try_from(actors).unwrap() {
        let (entry, exit) = (entries[actor as usize], exits[actor as usize]);
        if rules.ends.contains(&actor) {
            graph.add_edge(entry, goal, u32::MAX / 4);
            continue;
        }
        if rules.may_pass(actor) {
            graph.add_edge(entry, exit, 1);
        }
        if rules.may_pass(actor) || actor == rules.from {
            for (to, _) in analysis.pass.graph.out(actor) {
                graph.add_edge(exit, entries[to as usize], 1);
            }
        }
    }
    ford_fulkerson(&graph, exits[rules.from as usize], goal).0
}

fn agrees(analysis: &Analysis, from: ActorIx, to: Option<ActorIx>, most: usize) {
    let rules = Rules::of(analysis, from, to);
    let routes: Routes = match routes(analysis, from, to, most) {
        Ok(routes) => routes,
        Err(error) => {
            let decides = analysis.network.node(from).decides;
            assert!(if to == Some(from) { error == RouteError::SameActor } else { decides && to.is_none() });
            return;
        }
    };
    let channels = all_channels(analysis, &rules);
    let first: Vec<Route> = routes.best.iter().chain(&routes.alternatives).cloned().collect();
    let expected: Vec<Route> = channels.iter().take(most + 1).cloned().collect();
    assert_eq!(first, expected);
    let inside =
        |route: &Route| route.actors[1..route.actors.len() - 1].iter().copied().collect::<BTreeSet<_>>();
    let passed_by_all = channels.iter().map(inside).reduce(|a, b| &a & &b).unwrap_or_default();
    assert_eq!(routes.gatekeepers, passed_by_all.into_iter().collect::<Vec<_>>());
    assert_eq!(routes.way_back, all_ways_back(analysis, &rules).first().cloned());
    assert_eq!(routes.disjoint, disjoint_by_flow(analysis, &rules));
}

#[test]
fn routes_agree_with_all_simple_channels_enumerated() {
    on_random_maps(1_500, 2..=9, |map| {
        let analysis = analysis(map);
        let actors = || 0..u32::try_from(analysis.network.actors.len()).unwrap();
        for from in actors() {
            agrees(&analysis, from, None, 6);
            for to in actors() {
                agrees(&analysis, from, Some(to), 4);
            }
        }
    });
}

#[test]
fn the_best_route_of_a_voice_is_the_channel_of_the_analysis() {
    on_random_maps(1_000, 20..=40, |map| {
        let analysis = analysis(map);
        for voice in analysis.network.voices() {
            let routes = routes(&analysis, voice, None, 0).unwrap();
            let best = analysis.pass.reach.best(voice);
            let along = best.map(|(strength, tree)| {
                let (actors, ties): (Vec<_>, Vec<_>) = tree.steps(voice).unzip();
                Route { actors: [vec![voice], actors].concat(), ties, strength }
            });
            assert_eq!(routes.best, along);
            let mut gates: Vec<_> = analysis.pass.gates.gatekeepers(voice).collect();
            gates.sort_unstable();
            assert_eq!(routes.gatekeepers, gates);
            assert_eq!(routes.disjoint, disjoint_by_flow(&analysis, &Rules::of(&analysis, voice, None)));
        }
    });
}

/// Dominators by petgraph (Cooper, Harvey & Kennedy) on the graph turned round, from a root before all decision-makers.
#[test]
fn gatekeepers_are_the_dominators_of_petgraph() {
    on_random_maps(300, 60..=200, |map| {
        let analysis = analysis(map);
        let mut turned: DiGraph<(), ()> = DiGraph::new();
        let actors = u32::try_from(analysis.network.actors.len()).unwrap();
        let nodes: Vec<NodeIndex> = (0..actors).map(|_| turned.add_node(())).collect();
        let root = turned.add_node(());
        for decision_maker in &analysis.network.decision_makers {
            turned.add_edge(root, nodes[*decision_maker as usize], ());
        }
        for actor in 0..actors {
            for (to, _) in analysis.pass.graph.out(actor) {
                turned.add_edge(nodes[to as usize], nodes[actor as usize], ());
            }
        }
        let dominators = simple_fast(&turned, root);
        for actor in 0..actors {
            let theirs: BTreeSet<ActorIx> = dominators
                .strict_dominators(nodes[actor as usize])
                .into_iter()
                .flatten()
                .filter(|node| *node != root)
                .map(|node| u32::try_from(node.index()).unwrap())
                .filter(|gate| !analysis.network.node(*gate).decides)
                .collect();
            if !analysis.network.node(actor).decides {
                assert_eq!(analysis.pass.gates.gatekeepers(actor).collect::<BTreeSet<_>>(), theirs);
            }
        }
    });
}
