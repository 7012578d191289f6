//! Betweenness: on how many shortest ways between others an actor lies.

use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::graph::{Rows, TieGraph};
use crate::analysis::network::ActorIx;
use crate::analysis::progress::{KeepOn, Progress, Stopped, asked};

/// The sources are worked through in so many blocks, each with a sum of its own: the sums are added in the order of the
/// blocks, so that the result is the same to the last bit however many threads there are.
const BLOCKS: usize = 64;

/// Where counts of paths would leave the range of numbers, they are made smaller by this; only ratios matter.
const HUGE: f64 = 1e150;

const NEVER: u32 = u32::MAX;

/// Betweenness centrality (Freeman 1977) by the method of Brandes (2001): for each actor, the sum over all ordered pairs
/// of others of the share of shortest paths between them that pass it. Raw, directed, unweighted, merged arcs.
///
/// O(actors × arcs) time on all cores; O(64 × actors + threads × arcs) memory.
pub fn betweenness(graph: &TieGraph, keep_on: KeepOn) -> Result<Vec<f64>, Stopped> {
    let actors = graph.out.actors();
    let done = AtomicUsize::new(0);
    let block_of = |block: usize| {
        let mut search = Search::new(&graph.out);
        for source in actors * block / BLOCKS..actors * (block + 1) / BLOCKS {
            asked(keep_on, Progress { done: done.fetch_add(1, Ordering::Relaxed), of: actors })?;
            search.add(&graph.out, ActorIx::try_from(source).unwrap_or(NEVER));
        }
        Ok(search.sums)
    };
    let blocks: Result<Vec<_>, _> = (0..BLOCKS).into_par_iter().map(block_of).collect();
    let mut sums = vec![0.0; actors];
    for block in blocks? {
        for (sum, more) in sums.iter_mut().zip(block) {
            *sum += more;
        }
    }
    Ok(sums)
}

/// What one search after another needs, and the sums so far.
struct Search {
    seen: Vec<Seen>,
    /// Per actor: what each path through it is worth to the actor before it.
    worth: Vec<f64>,
    /// Whom the search came to, the nearest first; room for one more than there are.
    order: Vec<ActorIx>,
    /// Whom shortest paths go on to, by the order in which the search came to those whom they come from; room for one
    /// more than there are arcs.
    after: Vec<ActorIx>,
    /// Where in `after` those of each place in the order start, and the end.
    starts: Vec<usize>,
    levels: Vec<Level>,
    sums: Vec<f64>,
}

/// How an actor was come to. Side by side, since both are asked for together.
#[derive(Clone, Copy)]
struct Seen {
    /// The number of shortest paths from the source, made smaller level by level where it grew huge.
    paths: f64,
    /// Hops from the source.
    hops: u32,
}

impl Seen {
    const NOT: Self = Self { paths: 0.0, hops: NEVER };
}

/// Actors equally far from the source.
struct Level {
    /// Where in the order they start.
    start: usize,
    /// By what their paths were made smaller.
    smaller: f64,
}

impl Search {
    fn new(graph: &Rows) -> Self {
        let actors = graph.actors();
        Self {
            seen: vec![Seen::NOT; actors],
            worth: vec![0.0; actors],
            order: vec![0; actors + 1],
            after: vec![0; graph.arcs() + 1],
            starts: vec![0; actors + 1],
            levels: Vec::new(),
            sums: vec![0.0; actors],
        }
    }

    fn add(&mut self, graph: &Rows, source: ActorIx) {
        let end = self.forward(graph, source);
        self.backward(end);
        for actor in &self.order[..end] {
            self.seen[*actor as usize] = Seen::NOT;
        }
    }

    /// Counts shortest paths, level by level; gives how many actors it came to.
    fn forward(&mut self, graph: &Rows, source: ActorIx) -> usize {
        self.levels.clear();
        self.levels.push(Level { start: 0, smaller: 1.0 });
        self.order[0] = source;
        self.seen[source as usize] = Seen { paths: 1.0, hops: 0 };
        let (mut level, mut next, mut arcs) = (0..1, 0, 0);
        // There are no more paths to anybody on the level.
        let mut most = 1.0;
        while !level.is_empty() {
            next += 1;
            let (mut end, arcs_before) = (level.end, arcs);
            // What is in local variables is not read again after each write.
            let (seen, order) = (self.seen.as_mut_slice(), self.order.as_mut_slice());
            let (after, starts) = (self.after.as_mut_slice(), self.starts.as_mut_slice());
            for place in level.clone() {
                let actor = order[place];
                let more = [0.0, seen[actor as usize].paths];
                for to in graph.row(actor) {
                    // A processor that guesses whether somebody is new guesses wrong too often: whoever it is is written
                    // down, and written over if he is not.
                    let seen = &mut seen[*to as usize];
                    let is_new = usize::from(seen.hops == NEVER);
                    let is_next = is_new | usize::from(seen.hops == next);
                    seen.hops = if seen.hops == NEVER { next } else { seen.hops };
                    seen.paths += more[is_next];
                    order[end] = *to;
                    end += is_new;
                    after[arcs] = *to;
                    arcs += is_next;
                }
                starts[place + 1] = arcs;
            }
            level = level.end..end;
            most *= f64::from(u32::try_from(arcs - arcs_before).unwrap_or(u32::MAX));
            let mut smaller = 1.0;
            if most > HUGE {
                (most, smaller) = self.kept_in_range(level.clone());
            }
            self.levels.push(Level { start: level.start, smaller });
        }
        level.end
    }

    /// Makes the counts of a level smaller, if they are huge; gives the greatest, and by what they were made smaller.
    fn kept_in_range(&mut self, level: Range<usize>) -> (f64, f64) {
        let level = &self.order[level];
        let most = level.iter().map(|actor| self.seen[*actor as usize].paths).fold(0.0, f64::max);
        if most <= HUGE {
            return (most, 1.0);
        }
        let smaller = 1.0 / most;
        for actor in level {
            self.seen[*actor as usize].paths *= smaller;
        }
        (1.0, smaller)
    }

    /// Adds up from the farthest level to the source, each actor reading from those after it.
    fn backward(&mut self, mut end: usize) {
        for Level { start, smaller } in self.levels.iter().rev() {
            for place in *start..end {
                let actor = self.order[place] as usize;
                let after = &self.after[self.starts[place]..self.starts[place + 1]];
                let worth: f64 = after.iter().map(|to| self.worth[*to as usize]).sum();
                let paths = self.seen[actor].paths;
                let passing = paths * worth;
                self.worth[actor] = (1.0 + passing) / paths * smaller;
                if *start > 0 {
                    self.sums[actor] += passing;
                }
            }
            end = *start;
        }
    }
}
