//! Betweenness: on how many shortest ways between others an actor lies.

use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::graph::TieGraph;
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
/// O(actors × arcs) time on all cores; O(64 × actors) memory.
pub fn betweenness(graph: &TieGraph, keep_on: KeepOn) -> Result<Vec<f64>, Stopped> {
    let actors = graph.out.actors();
    let done = AtomicUsize::new(0);
    let block_of = |block: usize| {
        let mut search = Search::new(actors);
        for source in actors * block / BLOCKS..actors * (block + 1) / BLOCKS {
            asked(keep_on, Progress { done: done.fetch_add(1, Ordering::Relaxed), of: actors })?;
            search.add(graph, ActorIx::try_from(source).unwrap_or(NEVER));
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
    /// Per actor: hops from the source.
    hops: Vec<u32>,
    /// Per actor: the number of shortest paths from the source, made smaller level by level where it grew huge.
    paths: Vec<f64>,
    /// Per actor: what each path through it is worth to the actor before it.
    worth: Vec<f64>,
    order: Vec<ActorIx>,
    /// Where in `order` each level starts, and by what its counts were made smaller.
    levels: Vec<(usize, f64)>,
    sums: Vec<f64>,
}

impl Search {
    fn new(actors: usize) -> Self {
        Self {
            hops: vec![NEVER; actors],
            paths: vec![0.0; actors],
            worth: vec![0.0; actors],
            order: Vec::with_capacity(actors),
            levels: Vec::new(),
            sums: vec![0.0; actors],
        }
    }

    fn add(&mut self, graph: &TieGraph, source: ActorIx) {
        self.forward(graph, source);
        self.backward(graph);
        for actor in &self.order {
            self.hops[*actor as usize] = NEVER;
        }
    }

    /// Counts shortest paths, level by level.
    fn forward(&mut self, graph: &TieGraph, source: ActorIx) {
        self.order.clear();
        self.levels.clear();
        self.order.push(source);
        self.levels.push((0, 1.0));
        self.hops[source as usize] = 0;
        self.paths[source as usize] = 1.0;
        let (mut start, mut next) = (0, 1);
        while start < self.order.len() {
            let end = self.order.len();
            for place in start..end {
                let actor = self.order[place];
                let paths = self.paths[actor as usize];
                for to in graph.out.row(actor) {
                    let hops = &mut self.hops[*to as usize];
                    if *hops == NEVER {
                        *hops = next;
                        self.paths[*to as usize] = paths;
                        self.order.push(*to);
                    } else if *hops == next {
                        self.paths[*to as usize] += paths;
                    }
                }
            }
            self.close_level(end);
            start = end;
            next += 1;
        }
    }

    /// Notes a level whose paths are counted, and keeps the counts in range.
    fn close_level(&mut self, start: usize) {
        if start >= self.order.len() {
            return;
        }
        let level = &self.order[start..];
        let most = level.iter().map(|actor| self.paths[*actor as usize]).fold(0.0, f64::max);
        let smaller = if most > HUGE { 1.0 / most } else { 1.0 };
        if smaller < 1.0 {
            for actor in level {
                self.paths[*actor as usize] *= smaller;
            }
        }
        self.levels.push((start, smaller));
    }

    /// Adds up from the farthest level to the source, each actor reading from those after it.
    fn backward(&mut self, graph: &TieGraph) {
        let mut end = self.order.len();
        for (start, smaller) in self.levels.iter().rev() {
            for actor in &self.order[*start..end] {
                let place = *actor as usize;
                let next = self.hops[place] + 1;
                let after = graph.out.row(*actor).iter().filter(|to| self.hops[**to as usize] == next);
                let worth: f64 = after.map(|to| self.worth[*to as usize]).sum();
                let passing = self.paths[place] * worth;
                self.worth[place] = (1.0 + passing) / self.paths[place] * smaller;
                if *start > 0 {
                    self.sums[place] += passing;
                }
            }
            end = *start;
        }
    }
}
