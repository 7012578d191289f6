//! The next best channels: simple paths in the order of best channels.
//!
//! Yen (1971) with the spurs of Lawler (1972): each next channel leaves a former one at some actor. A spur is judged with
//! its root: behind a weak root the spur that is best alone need not make the best whole.

use std::collections::{BTreeMap, BTreeSet};

use super::Route;
use super::search::Ways;
use crate::analysis::network::ActorIx;
use crate::model::Rating;

/// The `count` best channels after the best one.
pub fn after(ways: &Ways, best: &Route, count: usize) -> Vec<Route> {
    let mut found: Vec<(Route, usize)> = vec![(best.clone(), 0)];
    let mut open: Vec<(Route, usize)> = Vec::new();
    let mut seen: BTreeSet<Vec<ActorIx>> = BTreeSet::from([best.actors.clone()]);
    // Where channels found so far go on after each root.
    let mut gone_on: BTreeMap<Vec<ActorIx>, BTreeSet<ActorIx>> = BTreeMap::new();
    while found.len() <= count {
        let Some((last, deviates_at)) = found.last().cloned() else { break };
        for place in 0..last.actors.len() - 1 {
            gone_on.entry(last.actors[..=place].to_vec()).or_default().insert(last.actors[place + 1]);
        }
        // Spurs before the place where the last one left its own parent were taken when the parent was.
        for place in deviates_at..last.actors.len() - 1 {
            let root = &last.actors[..=place];
            let not_next: Vec<ActorIx> = gone_on[root].iter().copied().collect();
            let most = last.ties[..place].iter().map(|tie| strength_of(&last, ways, *tie)).min();
            if let Some(route) = ways.best(root, &not_next, most.unwrap_or(Rating::MAX))
                && seen.insert(route.actors.clone())
            {
                open.push((route, place));
            }
        }
        let Some(next) = (0..open.len()).min_by(|a, b| open[*a].0.rank().cmp(&open[*b].0.rank())) else {
            break;
        };
        found.push(open.swap_remove(next));
    }
    found.into_iter().skip(1).map(|(route, _)| route).collect()
}

fn strength_of(route: &Route, ways: &Ways, tie: u32) -> Rating {
    let place = route.ties.iter().position(|other| *other == tie).unwrap_or(0);
    ways.graph.arc(route.actors[place], route.actors[place + 1]).map_or(Rating::MAX, |arc| arc.strength)
}
