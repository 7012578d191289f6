//! The next best channels: simple paths in the order of best channels.
//!
//! Yen (1971) with the spurs of Lawler (1972): each next channel leaves a former one at some actor. A spur is judged with
//! its root: behind a weak root the spur that is best alone need not make the best whole.

use super::Route;
use super::search::Ways;
use crate::analysis::network::ActorIx;
use crate::model::Rating;

/// The `count` best channels after the best one.
pub fn after(ways: &Ways, best: &Route, count: usize) -> Vec<Route> {
    let mut found: Vec<Route> = Vec::new();
    let mut open: Vec<(Route, usize)> = Vec::new();
    let mut roots = Roots::default();
    let (mut last, mut deviates_at) = (best.clone(), 0);
    while found.len() < count {
        roots.insert(&last.actors);
        // Spurs before the place where the last one left its own parent were taken when the parent was. No way is found
        // twice: what goes on from a root as a former channel did is excluded.
        add_spurs(ways, &roots, &last, deviates_at, &mut open);
        let best = (0..open.len()).min_by(|a, b| open[*a].0.rank().cmp(&open[*b].0.rank()));
        let Some(best) = best else { break };
        (last, deviates_at) = open.swap_remove(best);
        found.push(last.clone());
    }
    found
}

/// The best ways that leave a channel at each of its actors from some place on.
fn add_spurs(ways: &Ways, roots: &Roots, last: &Route, from: usize, open: &mut Vec<(Route, usize)>) {
    let mut is_on_root = vec![false; ways.graph.len()];
    let mut most = Rating::MAX;
    let mut root = Roots::START;
    for (place, pair) in last.actors.windows(2).enumerate() {
        is_on_root[pair[0] as usize] = true;
        if place >= from {
            let gone_on: Vec<ActorIx> = roots.next(root).collect();
            open.extend(
                ways.best(&last.actors[..=place], &is_on_root, &gone_on, most).map(|route| (route, place)),
            );
        }
        if let Some(arc) = ways.graph.arc(pair[0], pair[1]) {
            most = most.min(arc.strength);
        }
        root = roots.follow(root, pair[1]);
    }
}

/// The beginnings of all channels found, as a tree: each root once, however long.
struct Roots {
    next: Vec<Vec<(ActorIx, usize)>>,
}

impl Default for Roots {
    fn default() -> Self {
        Self { next: vec![Vec::new()] }
    }
}

impl Roots {
    /// The root that holds the first actor alone, with which all channels begin.
    const START: usize = 0;

    fn insert(&mut self, actors: &[ActorIx]) {
        let mut root = Self::START;
        for actor in actors.iter().skip(1) {
            let known = self.next[root].iter().find(|(next, _)| next == actor).map(|(_, root)| *root);
            root = known.unwrap_or_else(|| {
                self.next.push(Vec::new());
                let new = self.next.len() - 1;
                self.next[root].push((*actor, new));
                new
            });
        }
    }

    /// How channels go on after a root.
    fn next(&self, root: usize) -> impl Iterator<Item = ActorIx> {
        self.next[root].iter().map(|(actor, _)| *actor)
    }

    fn follow(&self, root: usize, actor: ActorIx) -> usize {
        self.next[root].iter().find(|(next, _)| *next == actor).map_or(root, |(_, root)| *root)
    }
}
