//! `PageRank`: where one ends up who follows ties at random.

use super::graph::TieGraph;
use crate::analysis::network::ActorIx;

/// With this chance one follows a tie; otherwise one starts anywhere.
const DAMPING: f64 = 0.85;

/// Sweeps are done until all changes together are no more than this; what is then still missing is no more than
/// 0.85 ÷ 0.15 times as much.
const PRECISION: f64 = 1e-14;

/// No graph needs as many sweeps: each makes the error smaller by the damping at least.
const MOST_SWEEPS: usize = 1_000;

/// `PageRank` (Page et al. 1999), damping 0.85, directed, unweighted, merged arcs; from an actor without ties out one
/// goes on anywhere. The values add up to 1, and are right to 1e-12.
///
/// Those who go on anywhere do as those who start anew, so the values are the solution of y = 1 + 0.85 Σ y ÷ degree,
/// divided by its sum (Del Corso, Gullí & Romani 2005), which sweeps in place find quickly. O(sweeps × arcs), some dozens
/// of sweeps.
pub fn pagerank(graph: &TieGraph) -> Vec<f64> {
    let actors = graph.out.actors();
    let degree = |actor: ActorIx| graph.out.degree(actor).max(1);
    // What each actor passes on along each of its ties.
    let shares: Vec<f64> = (0..).take(actors).map(|actor| DAMPING / as_number(degree(actor))).collect();
    let mut passed = shares.clone();
    let mut total = as_number(actors);
    for _ in 0..MOST_SWEEPS {
        let (mut change, mut sum) = (0.0, 0.0);
        for actor in (0..).take(actors) {
            let place = actor as usize;
            let comes: f64 = graph.into.row(actor).iter().map(|from| passed[*from as usize]).sum();
            let value = 1.0 + comes;
            let passes_on = value * shares[place];
            change += (passes_on - passed[place]).abs() / shares[place];
            sum += value;
            passed[place] = passes_on;
        }
        total = sum;
        if change <= PRECISION * total {
            break;
        }
    }
    passed.iter().zip(&shares).map(|(passed, share)| passed / share / total).collect()
}

fn as_number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
