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
    let first = ways.graph.row(ways.from);
    let direct = first.iter().filter(|to| ways.is_end(**to)).count();
    // No more than there are first and last steps: where all are taken, nothing need be sought.
    let most = first.iter().filter(|to| ways.may_pass(**to)).count().min(last_steps(ways));
    let mut flow = Flow::new(ways.graph.len());
    let mut channels = 0;
    while channels < most && flow.augment(ways) {
        channels += 1;
    }
    u32::try_from(direct + channels).unwrap_or(u32::MAX)
}

/// How many actors can be the last before an end.
fn last_steps(ways: &Ways) -> usize {
    let ends = (0..).take(ways.graph.len()).filter(|actor| ways.is_end(*actor));
    let mut last: Vec<ActorIx> = ends.flat_map(|end| ways.graph.into(end).map(|(from, _)| from)).collect();
    last.retain(|from| ways.may_pass(*from));
    last.sort_unstable();
    last.dedup();
    last.len()
}

/// The channels so far: for each actor inside one, who comes before it and who after.
struct Flow {
    before: Vec<ActorIx>,
    after: Vec<ActorIx>,
    search: Search,
}

/// What one search after another needs.
struct Search {
    /// From which half of whom each half was reached; entries first, then exits.
    reached_from: [Vec<Option<Place>>; 2],
    reached: Vec<Place>,
    open: Vec<Place>,
}

type Place = (ActorIx, Half);

/// Half of an actor: where channels come in, or where they go out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    Entry,
    Exit,
}

impl Half {
    fn slot(self) -> usize {
        usize::from(self == Self::Exit)
    }
}

impl Search {
    fn reach(&mut self, to: Place, from: Place) {
        let seen = &mut self.reached_from[to.1.slot()][to.0 as usize];
        if seen.is_none() {
            *seen = Some(from);
            self.reached.push(to);
            self.open.push(to);
        }
    }

    fn forget(&mut self) {
        for (actor, half) in self.reached.drain(..) {
            self.reached_from[half.slot()][actor as usize] = None;
        }
        self.open.clear();
    }
}

impl Flow {
    fn new(actors: usize) -> Self {
        let nowhere = || vec![None; actors];
        Self {
            before: vec![NOBODY; actors],
            after: vec![NOBODY; actors],
            search: Search { reached_from: [nowhere(), nowhere()], reached: Vec::new(), open: Vec::new() },
        }
    }

    /// Finds room for one more channel.
    fn augment(&mut self, ways: &Ways) -> bool {
        let search = &mut self.search;
        search.forget();
        let source = (ways.from, Half::Exit);
        for to in ways.graph.row(ways.from) {
            if ways.may_pass(*to) && self.before[*to as usize] != ways.from {
                search.reach((*to, Half::Entry), source);
            }
        }
        while let Some((actor, half)) = search.open.pop() {
            let (before, after) = (self.before[actor as usize], self.after[actor as usize]);
            match half {
                // A free actor lets one through; a taken one only sends back along the channel that takes it.
                Half::Entry if before == NOBODY => search.reach((actor, Half::Exit), (actor, half)),
                Half::Entry => {
                    if before != ways.from {
                        search.reach((before, Half::Exit), (actor, half));
                    }
                }
                Half::Exit => {
                    for to in ways.graph.row(actor).iter().filter(|to| **to != after) {
                        if ways.is_end(*to) {
                            self.turn((actor, half), *to, source.0);
                            return true;
                        }
                        if ways.may_pass(*to) {
                            search.reach((*to, Half::Entry), (actor, half));
                        }
                    }
                    if before != NOBODY {
                        search.reach((actor, Half::Entry), (actor, half));
                    }
                }
            }
        }
        false
    }

    /// Changes the channels along the way that was found, from its end to the beginning.
    fn turn(&mut self, last: Place, end: ActorIx, source: ActorIx) {
        let mut way = vec![last];
        while let Some((actor, half)) = way.last().copied().filter(|(actor, _)| *actor != source) {
            let Some(previous) = self.search.reached_from[half.slot()][actor as usize] else { break };
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
