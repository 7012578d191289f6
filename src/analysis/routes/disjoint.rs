//! How many channels share nobody but their ends: by Menger (1927), the greatest flow where each actor lets one through.

use super::search::Ways;
use crate::analysis::network::ActorIx;

const NOBODY: u32 = u32::MAX;

/// The greatest number of channels that share no actor but the voice and the ends. Direct ties to one end are one
/// channel; several channels may lead to one end.
///
/// Ford & Fulkerson on the graph with every actor split in two, an entry and an exit, which exists only in the mind:
/// O(channels × (actors + arcs)).
pub fn count(ways: &Ways) -> u32 {
    let mut flow = Flow { before: vec![NOBODY; ways.graph.len()], after: vec![NOBODY; ways.graph.len()] };
    let direct: Vec<ActorIx> =
        ways.graph.out(ways.from).map(|(to, _)| to).filter(|to| ways.is_end(*to)).collect();
    let mut channels = u32::try_from(direct.len()).unwrap_or(u32::MAX);
    while flow.augment(ways) {
        channels += 1;
    }
    channels
}

/// The channels so far: for each actor inside one, who comes before it and who after.
struct Flow {
    before: Vec<ActorIx>,
    after: Vec<ActorIx>,
}

/// Half of an actor: where channels come in, or where they go out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    Entry,
    Exit,
}

impl Flow {
    /// Finds room for one more channel.
    fn augment(&mut self, ways: &Ways) -> bool {
        // From which half of whom each half was reached.
        let mut reached_from: [Vec<Option<(ActorIx, Half)>>; 2] =
            [vec![None; ways.graph.len()], vec![None; ways.graph.len()]];
        let slot = |half: Half| usize::from(half == Half::Exit);
        let mut open: Vec<(ActorIx, Half)> = Vec::new();
        let source = (ways.from, Half::Exit);
        for (to, _) in ways.graph.out(ways.from) {
            if ways.may_pass(to) && self.before[to as usize] != ways.from {
                reached_from[slot(Half::Entry)][to as usize] = Some(source);
                open.push((to, Half::Entry));
            }
        }
        while let Some((actor, half)) = open.pop() {
            let mut reach = |to: ActorIx, to_half: Half| {
                let seen = &mut reached_from[slot(to_half)][to as usize];
                if seen.is_none() {
                    *seen = Some((actor, half));
                    open.push((to, to_half));
                }
            };
            let (before, after) = (self.before[actor as usize], self.after[actor as usize]);
            match half {
                // A free actor lets one through; a taken one only sends back along the channel that takes it.
                Half::Entry if before == NOBODY => reach(actor, Half::Exit),
                Half::Entry => {
                    if before != ways.from {
                        reach(before, Half::Exit);
                    }
                }
                Half::Exit => {
                    for (to, _) in ways.graph.out(actor) {
                        if ways.is_end(to) && to != after {
                            self.turn((actor, half), to, &reached_from, ways.from);
                            return true;
                        }
                        if ways.may_pass(to) && to != after {
                            reach(to, Half::Entry);
                        }
                    }
                    if before != NOBODY {
                        reach(actor, Half::Entry);
                    }
                }
            }
        }
        false
    }

    /// Changes the channels along the way that was found, from its end to the beginning.
    fn turn(
        &mut self,
        last: (ActorIx, Half),
        end: ActorIx,
        reached_from: &[Vec<Option<(ActorIx, Half)>>; 2],
        source: ActorIx,
    ) {
        let slot = |half: Half| usize::from(half == Half::Exit);
        let mut way = vec![last];
        while let Some((actor, half)) = way.last().copied().filter(|(actor, _)| *actor != source) {
            let Some(previous) = reached_from[slot(half)][actor as usize] else { break };
            way.push(previous);
        }
        way.reverse();
        // First what is taken back, then what is laid anew.
        for pair in way.windows(2) {
            if let [(actor, Half::Entry), (before, Half::Exit)] = *pair
                && actor != before
            {
                self.before[actor as usize] = NOBODY;
                self.after[before as usize] = NOBODY;
            }
        }
        for pair in way.windows(2) {
            if let [(from, Half::Exit), (to, Half::Entry)] = *pair
                && from != to
            {
                self.after[from as usize] = to;
                self.before[to as usize] = from;
            }
        }
        self.after[last.0 as usize] = end;
        self.after[source as usize] = NOBODY;
    }
}
