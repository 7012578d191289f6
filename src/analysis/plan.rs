//! What planned ties would do, each by itself and all together.

use std::cmp::Reverse;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::concerns::Journey;
use super::findings::Rule;
use super::network::{Network, TieIx};
use super::progress::{KeepOn, Progress, Stopped, asked};
use super::standing::{Effect, Given, Standing};
use super::{Analysis, Evidence, expected_voices};

/// What the planned ties of a map would do.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Each by itself, those that gain most first.
    pub ties: Vec<PlannedTie>,
    /// All of them together.
    pub together: Effect,
}

/// A planned tie, and what it would do by itself.
#[derive(Debug, Clone)]
pub struct PlannedTie {
    /// Which.
    pub tie: TieIx,
    /// What it would do.
    pub alone: Effect,
}

/// What the planned ties would do, those of an actor to itself left out, which count nowhere. On all active ties, whatever
/// the analysis counted; what is only planned without an owner plays no part.
///
/// Findings weigh as for [`bridges`](super::bridges()). Equal scores: by the ids of the ties.
///
/// Complexity: one more pass over actors and ties for each planned tie, on all cores.
pub fn plan(analysis: &Analysis, keep_on: KeepOn) -> Result<Plan, Stopped> {
    let network = &analysis.network;
    let matches = expected_voices::matches(network);
    let journeys = Journey::all(network, Evidence::All);
    let given = Given { matches: &matches, journeys: &journeys };
    let before = standing(network, given);
    let places = (0..).zip(&network.ties).map(|(tie, _)| tie);
    let planned: Vec<TieIx> = places.filter(|tie| network.is_planned(*tie)).collect();
    let done = AtomicUsize::new(0);
    let alone = |network: &mut Network, tie: &TieIx| {
        asked(keep_on, Progress { done: done.fetch_add(1, Ordering::Relaxed), of: planned.len() + 1 })?;
        let effect = effect(network, given, &before, std::slice::from_ref(tie));
        Ok(PlannedTie { tie: *tie, alone: effect })
    };
    let ties: Result<Vec<_>, _> =
        planned.par_iter().map_init(|| network.clone(), |network, tie| alone(network, tie)).collect();
    let mut ties = ties?;
    ties.sort_by_key(|planned| (Reverse(planned.alone.score), planned.tie));
    Ok(Plan { ties, together: effect(&mut network.clone(), given, &before, &planned) })
}

/// What these ties would do if they were active.
fn effect(network: &mut Network, given: Given, before: &Standing, ties: &[TieIx]) -> Effect {
    for tie in ties {
        network.set_active(*tie, true);
    }
    let after = standing(network, given);
    for tie in ties {
        network.set_active(*tie, false);
    }
    Effect::of(before, &after)
}

/// How the map stands, the rule on planned ties left out: it would only say that a tie is not planned any more.
fn standing(network: &Network, given: Given) -> Standing {
    let mut standing = Standing::of(network, given);
    standing.findings.retain(|finding| finding.rule != Rule::PlannedWithoutOwner);
    standing
}
