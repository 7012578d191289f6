//! Cuts: actors and ties without which a part of the map would fall off.

use super::graph::Rows;
use crate::analysis::network::ActorIx;

/// What holds a graph together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cuts {
    /// Per actor: whether its component would fall apart without it.
    pub is_articulation: Vec<bool>,
    /// Pairs joined by a tie without which their component would fall apart; the smaller id first, in order.
    pub bridges: Vec<(ActorIx, ActorIx)>,
    /// Per actor: its component, numbered from 0 in the order of their first actors.
    pub component_of: Vec<u32>,
    /// How many components there are.
    pub components: u32,
}

const NEVER: u32 = u32::MAX;

/// Articulation actors, bridges and components of the undirected graph of merged ties, in one search depth first
/// (Hopcroft & Tarjan 1973). O(actors + ties).
pub fn cuts(graph: &Rows) -> Cuts {
    let actors = graph.actors();
    let mut search = Search {
        cuts: Cuts {
            is_articulation: vec![false; actors],
            bridges: Vec::new(),
            component_of: vec![NEVER; actors],
            components: 0,
        },
        numbers: vec![NEVER; actors],
        lowest: vec![NEVER; actors],
        seen: 0,
        open: Vec::new(),
    };
    for actor in (0..).take(actors) {
        if search.numbers[actor as usize] == NEVER {
            search.component(graph, actor);
            search.cuts.components += 1;
        }
    }
    search.cuts.bridges.sort_unstable();
    search.cuts
}

struct Search {
    cuts: Cuts,
    /// Per actor: when it was first seen.
    numbers: Vec<u32>,
    /// Per actor: the smallest number that it and those found from it are joined to.
    lowest: Vec<u32>,
    seen: u32,
    /// The way to where the search is: actors, from whom they were found, and how far their rows are looked through.
    open: Vec<(ActorIx, ActorIx, usize)>,
}

impl Search {
    fn enter(&mut self, graph: &Rows, actor: ActorIx, from: ActorIx) {
        self.numbers[actor as usize] = self.seen;
        self.lowest[actor as usize] = self.seen;
        self.seen += 1;
        self.cuts.component_of[actor as usize] = self.cuts.components;
        self.open.push((actor, from, graph.range(actor).start));
    }

    fn component(&mut self, graph: &Rows, root: ActorIx) {
        let mut found_from_root = 0;
        self.enter(graph, root, NEVER);
        while let Some((actor, from, place)) = self.open.last_mut() {
            let (actor, from) = (*actor, *from);
            if let Some(other) = graph.others().get(*place).filter(|_| *place < graph.range(actor).end) {
                *place += 1;
                let number = self.numbers[*other as usize];
                if number == NEVER {
                    self.enter(graph, *other, actor);
                } else if *other != from {
                    let lowest = &mut self.lowest[actor as usize];
                    *lowest = (*lowest).min(number);
                }
                continue;
            }
            self.open.pop();
            if from == NEVER {
                break;
            }
            found_from_root += u32::from(from == root);
            self.leave(actor, from, root);
        }
        self.cuts.is_articulation[root as usize] = found_from_root > 1;
    }

    /// Goes back from an actor to the one from whom it was found.
    fn leave(&mut self, actor: ActorIx, from: ActorIx, root: ActorIx) {
        let lowest = self.lowest[actor as usize];
        let before = self.numbers[from as usize];
        if lowest >= before && from != root {
            self.cuts.is_articulation[from as usize] = true;
        }
        if lowest > before {
            self.cuts.bridges.push((actor.min(from), actor.max(from)));
        }
        let above = &mut self.lowest[from as usize];
        *above = (*above).min(lowest);
    }
}
