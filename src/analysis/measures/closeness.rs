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

/// Up to so many actors all searches run together, whatever the map is like.
const FEW: usize = 2_000;

/// Where more than one in so many actors was reached last, everybody looks.
const CROWD: usize = 12;

/// Searches together are given up once they have looked at each actor so often, and on average fewer than so many of them
/// met: each for itself is quicker then.
const PATIENCE: usize = 2;
const ALONE: usize = 4;

type Bits = [u64; AT_ONCE / 64];

/// Harmonic closeness (Marchiori & Latora 2000; Rochat 2009): for each actor the sum over all others of 1 ÷ the number of
/// hops to them, 0 for those out of reach; divided by the number of others. Directed (the way out), unweighted, merged
/// arcs. Without others there is nothing to divide by, and the sum is 0.
///
/// Searches run backwards from 256 actors at once, one bit each (Then et al. 2014); where most actors are reached at once,
/// each looks whether it is, instead of being told (Beamer, Asanović & Patterson 2012). On long chains, where hardly two
/// searches ever meet, they run one by one. O(actors × arcs ÷ 256) where ways are short; never more than
/// O(actors × arcs). On all cores; the same to the last bit however many there are.
pub fn harmonic(graph: &TieGraph, keep_on: KeepOn) -> Result<Vec<f64>, Stopped> {
    let actors = graph.into.actors();
    let mut sums = vec![0.0; actors];
    let batches: Vec<_> =
        (0..actors).step_by(AT_ONCE).map(|first| first..actors.min(first + AT_ONCE)).collect();
    let done = AtomicUsize::new(0);
    for together in batches.chunks(TOGETHER) {
        let of_batch = |targets: &std::ops::Range<usize>| {
            asked(keep_on, Progress { done: done.fetch_add(targets.len(), Ordering::Relaxed), of: actors })?;
            let together = backwards(graph, targets.clone());
            Ok(together.unwrap_or_else(|| one_by_one(&graph.into, targets.clone())))
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

/// Per actor: the sum over these targets of 1 ÷ the number of hops to them. `None` where searches hardly ever meet.
fn backwards(graph: &TieGraph, targets: std::ops::Range<usize>) -> Option<Vec<f64>> {
    let TieGraph { into, out, .. } = graph;
    let actors = into.actors();
    let mut all = Bits::default();
    let mut sums = vec![0.0; actors];
    let mut seen = vec![Bits::default(); actors];
    let mut now = vec![Bits::default(); actors];
    let mut next = vec![Bits::default(); actors];
    let mut front: Vec<ActorIx> = Vec::new();
    for (bit, target) in targets.enumerate() {
        all[bit / 64] |= 1 << (bit % 64);
        seen[target][bit / 64] |= 1 << (bit % 64);
        now[target][bit / 64] |= 1 << (bit % 64);
        front.push(ActorIx::try_from(target).unwrap_or(ActorIx::MAX));
    }
    let mut reached: Vec<ActorIx> = Vec::new();
    let (mut hops, mut met, mut looked_at) = (0.0, 0_usize, 0_usize);
    while !front.is_empty() {
        hops += 1.0;
        if front.len() * CROWD > actors {
            look(out, &all, &now, &seen, (&mut next, &mut reached));
            for actor in &front {
                now[*actor as usize] = Bits::default();
            }
        } else {
            for actor in &front {
                let bits = std::mem::take(&mut now[*actor as usize]);
                for from in into.row(*actor) {
                    spread(&bits, &seen[*from as usize], &mut next[*from as usize], || reached.push(*from));
                }
            }
        }
        for actor in &reached {
            let place = *actor as usize;
            let mut count = 0;
            for (seen, new) in seen[place].iter_mut().zip(next[place]) {
                *seen |= new;
                count += new.count_ones();
            }
            met += count as usize;
            sums[place] += f64::from(count) / hops;
        }
        looked_at += reached.len();
        if actors > FEW && looked_at > PATIENCE * actors && met < ALONE * looked_at {
            return None;
        }
        std::mem::swap(&mut now, &mut next);
        std::mem::swap(&mut front, &mut reached);
        reached.clear();
    }
    Some(sums)
}

/// Everybody looks whether those it leads to were reached last. The same as [`spread`] from all of those, with far fewer
/// places of the memory to go to; whoever is reached by all already does not look.
fn look(
    out: &Rows,
    all: &Bits,
    now: &[Bits],
    seen: &[Bits],
    (next, reached): (&mut [Bits], &mut Vec<ActorIx>),
) {
    for (actor, seen) in (0..).zip(seen) {
        let missing: Bits = std::array::from_fn(|word| all[word] & !seen[word]);
        if missing == Bits::default() {
            continue;
        }
        let mut found = Bits::default();
        for to in out.row(actor) {
            for (found, now) in found.iter_mut().zip(&now[*to as usize]) {
                *found |= now;
            }
            if (0..missing.len()).all(|word| missing[word] & !found[word] == 0) {
                break;
            }
        }
        let new: Bits = std::array::from_fn(|word| found[word] & missing[word]);
        if new != Bits::default() {
            next[actor as usize] = new;
            reached.push(actor);
        }
    }
}

/// The same as [`backwards`], one search after the other.
fn one_by_one(into: &Rows, targets: std::ops::Range<usize>) -> Vec<f64> {
    let mut sums = vec![0.0; into.actors()];
    let mut seen_by = vec![u32::MAX; into.actors()];
    let mut order: Vec<ActorIx> = Vec::with_capacity(into.actors());
    for (search, target) in (0..).zip(targets) {
        order.clear();
        order.push(ActorIx::try_from(target).unwrap_or(ActorIx::MAX));
        seen_by[target] = search;
        let (mut start, mut hops) = (0, 0.0);
        while start < order.len() {
            hops += 1.0;
            let share = 1.0 / hops;
            let end = order.len();
            for at in start..end {
                for from in into.row(order[at]) {
                    let place = *from as usize;
                    if seen_by[place] != search {
                        seen_by[place] = search;
                        sums[place] += share;
                        order.push(*from);
                    }
                }
            }
            start = end;
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Actors in a row, each tied to the next, both ways; and some ties across.
    fn graph(actors: u32, across: impl Iterator<Item = (u32, u32)>) -> TieGraph {
        let along = (1..actors).flat_map(|actor| [(actor - 1, actor, 1), (actor, actor - 1, 1)]);
        let arcs: Vec<_> = along.chain(across.map(|(from, to)| (from, to, 1))).collect();
        let turned: Vec<_> = arcs.iter().map(|(from, to, strength)| (*to, *from, *strength)).collect();
        let (out, into) = (Rows::of(actors as usize, &arcs), Rows::of(actors as usize, &turned));
        TieGraph { both: out.clone(), out, into }
    }

    #[test]
    fn searches_together_and_one_by_one_find_the_same() {
        let spread =
            |number: u32| (number.wrapping_mul(2_654_435_761) % 900, number.wrapping_mul(40_503) % 900);
        for across in [3, 40, 900, 6_000] {
            let graph = graph(900, (0..across).map(spread));
            for targets in [0..256, 256..512, 700..900] {
                let alone = one_by_one(&graph.into, targets.clone());
                let Some(together) = backwards(&graph, targets) else { continue };
                for (a, b) in alone.iter().zip(together) {
                    assert!((a - b).abs() < 1e-9, "{a} {b}, {across} ties across");
                }
            }
        }
    }

    #[test]
    fn on_a_long_chain_searches_run_one_by_one() {
        assert!(backwards(&graph(5_000, std::iter::empty()), 0..256).is_none());
        let sums = harmonic(&graph(5_000, std::iter::empty()), &|_| true).unwrap();
        let first: f64 = (1..5_000).map(|hops| 1.0 / f64::from(hops)).sum::<f64>() / 4_999.0;
        assert!((sums[0] - first).abs() < 1e-12 && (sums[4_999] - first).abs() < 1e-12);
        assert!(sums[2_500] > sums[0]);
    }
}
