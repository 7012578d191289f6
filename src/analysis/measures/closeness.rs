//! Harmonic closeness: how near an actor is to all others.

use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::graph::{Rows, TieGraph};
use crate::analysis::network::ActorIx;
use crate::analysis::progress::{KeepOn, Progress, Stopped, asked};

/// So many actors are searched from at once, one bit each.
const AT_ONCE: usize = 256;

/// So many searches are worked through before their sums are added, in order.
const TOGETHER: usize = 16;

type Bits = [u64; AT_ONCE / 64];

/// Harmonic closeness (Marchiori & Latora 2000; Rochat 2009): for each actor the sum over all others of 1 ÷ the number of
/// hops to them, 0 for those out of reach; divided by the number of others. Directed (the way out), unweighted, merged
/// arcs. Without others there is nothing to divide by, and the sum is 0.
///
/// Searches run backwards from 256 actors at once, one bit each (Then et al. 2014). O(actors × arcs ÷ 256) where ways are
/// short; never more than O(actors × arcs). On all cores; the same to the last bit however many there are.
pub fn harmonic(graph: &TieGraph, keep_on: KeepOn) -> Result<Vec<f64>, Stopped> {
    let actors = graph.into.actors();
    let mut sums = vec![0.0; actors];
    let batches: Vec<_> =
        (0..actors).step_by(AT_ONCE).map(|first| first..actors.min(first + AT_ONCE)).collect();
    let done = AtomicUsize::new(0);
    for together in batches.chunks(TOGETHER) {
        let of_batch = |targets: &std::ops::Range<usize>| {
            asked(keep_on, Progress { done: done.fetch_add(targets.len(), Ordering::Relaxed), of: actors })?;
            Ok(backwards(&graph.into, targets.clone()))
        };
        let found: Result<Vec<_>, _> = together.par_iter().map(of_batch).collect();
        for found in found? {
            for (sum, more) in sums.iter_mut().zip(found) {
                *sum += more;
            }
        }
    }
    let others = f64::from(u32::try_from(actors.saturating_sub(1)).unwrap_or(u32::MAX)).max(1.0);
    Ok(sums.into_iter().map(|sum| sum / others).collect())
}

/// Per actor: the sum over these targets of 1 ÷ the number of hops to them.
fn backwards(into: &Rows, targets: std::ops::Range<usize>) -> Vec<f64> {
    let actors = into.actors();
    let mut sums = vec![0.0; actors];
    let mut seen = vec![Bits::default(); actors];
    let mut now = vec![Bits::default(); actors];
    let mut next = vec![Bits::default(); actors];
    let mut front: Vec<ActorIx> = Vec::new();
    for (bit, target) in targets.enumerate() {
        seen[target][bit / 64] |= 1 << (bit % 64);
        now[target][bit / 64] |= 1 << (bit % 64);
        front.push(ActorIx::try_from(target).unwrap_or(ActorIx::MAX));
    }
    let mut reached: Vec<ActorIx> = Vec::new();
    let mut hops = 0.0;
    while !front.is_empty() {
        hops += 1.0;
        for actor in &front {
            let bits = std::mem::take(&mut now[*actor as usize]);
            for from in into.row(*actor) {
                spread(&bits, &seen[*from as usize], &mut next[*from as usize], || reached.push(*from));
            }
        }
        for actor in &reached {
            let place = *actor as usize;
            let mut count = 0;
            for (seen, new) in seen[place].iter_mut().zip(next[place]) {
                *seen |= new;
                count += new.count_ones();
            }
            sums[place] += f64::from(count) / hops;
        }
        std::mem::swap(&mut now, &mut next);
        std::mem::swap(&mut front, &mut reached);
        reached.clear();
    }
    sums
}

/// Passes on the bits that were not seen yet; `first` is called if they are the first to arrive.
fn spread(bits: &Bits, seen: &Bits, next: &mut Bits, first: impl FnOnce()) {
    let had = next.iter().any(|word| *word != 0);
    let mut has = false;
    for ((word, bits), seen) in next.iter_mut().zip(bits).zip(seen) {
        *word |= bits & !seen;
        has |= *word != 0;
    }
    if has && !had {
        first();
    }
}
