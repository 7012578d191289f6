//! One round: the best of all candidates, exactly.

use rayon::prelude::*;

use super::bounds::Bounds;
use super::candidates::Candidates;
use super::local::Local;
use super::{Candidate, Given, GoOn, Standing};
use crate::analysis::network::Network;
use crate::analysis::progress::Stopped;

/// The candidate that gains most; `None` where none gains anything.
pub fn best(
    network: &Network,
    given: Given,
    before: &Standing,
    go_on: GoOn,
) -> Result<Option<Candidate>, Stopped> {
    let bounds = Bounds::of(network, before);
    let local = Local::of(network, given, before);
    let candidates = Candidates::of(network, bounds, local, before);
    let mut best: Option<(i64, Candidate)> = None;
    // The higher the bound, the sooner a candidate is tried; whoever looks lower only when nothing higher was as good
    // as its bound never tries most of them.
    let mut below = i64::MAX;
    let mut least = candidates.guess(go_on)?.max(1);
    loop {
        let mut bounded = candidates.between(least, below, go_on)?;
        bounded.sort_unstable_by_key(|(bound, candidate)| {
            (std::cmp::Reverse(*bound), candidates.rank(*candidate))
        });
        try_in_order(network, given, before, &candidates, &bounded, &mut best, go_on)?;
        let floor = best.map_or(1, |(gain, _)| gain);
        if floor >= least || least <= 1 {
            break;
        }
        below = least;
        least = floor.max(least - (least / 4).max(1)).max(1);
    }
    Ok(best.map(|(_, candidate)| candidate))
}

/// Tries candidates in the order of their bounds, until no bound can beat what was found.
fn try_in_order(
    network: &Network,
    given: Given,
    before: &Standing,
    candidates: &Candidates,
    mut bounded: &[(i64, Candidate)],
    best: &mut Option<(i64, Candidate)>,
    go_on: GoOn,
) -> Result<(), Stopped> {
    let is_better = |gain: i64, candidate: Candidate, than: &Option<(i64, Candidate)>| {
        than.is_none_or(|(most, found)| {
            gain > most || (gain == most && candidates.rank(candidate) < candidates.rank(found))
        })
    };
    let mut batch = rayon::current_num_threads();
    while let Some((bound, candidate)) = bounded.first() {
        if !is_better(*bound, *candidate, best) {
            break;
        }
        go_on()?;
        let (now, later) = bounded.split_at(batch.min(bounded.len()));
        let gains: Vec<_> = now
            .par_iter()
            .map_init(|| network.clone(), |network, (_, candidate)| gain(network, given, before, *candidate))
            .collect();
        for ((bound, candidate), gain) in now.iter().zip(gains) {
            debug_assert!(gain <= *bound, "{candidate:?} gains {gain}, more than its bound {bound}");
            if gain > 0 && is_better(gain, *candidate, best) {
                *best = Some((gain, *candidate));
            }
        }
        bounded = later;
        batch = (batch * 2).min(32);
    }
    Ok(())
}

/// What a candidate gains: everything worked out with it.
fn gain(network: &mut Network, given: Given, before: &Standing, candidate: Candidate) -> i64 {
    if network.suppose(candidate.tie(network)).is_none() {
        return 0;
    }
    let after = Standing::of(network, given);
    network.withdraw();
    before.weight - after.weight
}
