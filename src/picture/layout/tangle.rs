//! Who is tied to whom by the ties that are drawn, whichever way they run.

use super::Asked;
use crate::analysis::ActorIx;

/// The neighbours of every actor, once each, in the order of ids.
pub struct Tangle {
    // Invariant: the neighbours of actor `a` are `neighbours[starts[a]..starts[a + 1]]`.
    starts: Vec<usize>,
    neighbours: Vec<ActorIx>,
}

impl Tangle {
    /// What the drawn ties of a map make of it. O((actors + ties) log ties).
    pub fn of(asked: Asked) -> Self {
        let ends = asked.ties.iter().map(|tie| {
            let link = asked.network.link(*tie);
            (link.from, link.to)
        });
        Self::between(asked.network.actors.len(), ends)
    }

    /// So many actors, and those who are tied.
    pub fn between(actors: usize, ends: impl IntoIterator<Item = (ActorIx, ActorIx)>) -> Self {
        let mut arcs: Vec<_> = ends.into_iter().flat_map(|(from, to)| [(from, to), (to, from)]).collect();
        arcs.sort_unstable();
        arcs.dedup();
        let mut starts = vec![0; actors + 1];
        for (from, _) in &arcs {
            starts[*from as usize + 1] += 1;
        }
        for actor in 0..actors {
            starts[actor + 1] += starts[actor];
        }
        Self { starts, neighbours: arcs.into_iter().map(|(_, to)| to).collect() }
    }

    /// How many actors there are.
    pub fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// Those an actor is tied to.
    pub fn of_actor(&self, actor: ActorIx) -> &[ActorIx] {
        &self.neighbours[self.starts[actor as usize]..self.starts[actor as usize + 1]]
    }

    /// Everybody's distance from an actor in ties, and whom one meets in which order; `u32::MAX` for those it does not
    /// reach.
    pub fn hops(&self, from: ActorIx) -> (Vec<u32>, Vec<ActorIx>) {
        let mut hops = vec![u32::MAX; self.len()];
        let mut met = vec![from];
        hops[from as usize] = 0;
        let mut next = 0;
        while let Some(actor) = met.get(next).copied() {
            next += 1;
            for neighbour in self.of_actor(actor) {
                if hops[*neighbour as usize] == u32::MAX {
                    hops[*neighbour as usize] = hops[actor as usize] + 1;
                    met.push(*neighbour);
                }
            }
        }
        (hops, met)
    }

    /// The actors that hang together, group by group: the largest group first, then by the smallest id; each in the order
    /// of ids.
    pub fn components(&self) -> Vec<Vec<ActorIx>> {
        let mut is_met = vec![false; self.len()];
        let mut components = Vec::new();
        for start in (0..).take(self.len()) {
            if is_met[start as usize] {
                continue;
            }
            is_met[start as usize] = true;
            let mut component = vec![start];
            let mut next = 0;
            while let Some(actor) = component.get(next).copied() {
                next += 1;
                for neighbour in self.of_actor(actor) {
                    if !is_met[*neighbour as usize] {
                        is_met[*neighbour as usize] = true;
                        component.push(*neighbour);
                    }
                }
            }
            component.sort_unstable();
            components.push(component);
        }
        components.sort_by_key(|component| std::cmp::Reverse(component.len()));
        components
    }
}
