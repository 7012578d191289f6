//! The order of rows: by level, and within a level so that tied actors stand near each other.
//!
//! What is made small is the sum, over all pairs that are tied, of how many rows lie between them (the minimum linear
//! arrangement; Behrisch et al. 2016 compare ways to seriate a matrix and what each shows). It starts from the best of a few
//! barycentre orders (Mäkinen and Siirtola 2005) and, where a level is small enough, moves single actors to where they are
//! best for as long as that helps.

use std::cmp::Reverse;

use super::Asked;
use crate::analysis::ActorIx;
use crate::picture::layout::tangle::Tangle;

/// How often everybody goes to the middle of those it is tied to.
const SWEEPS: usize = 24;
/// How often each actor is moved to where it is best, at most.
const ROUNDS: usize = 20;
/// What moving actors one by one may cost, in looks at a tie.
const BUDGET: usize = 4_000_000;

/// The actors, row by row from the top. O(sweeps × (actors log actors + ties)) and a bounded number of improvements.
pub fn order(asked: Asked, tangle: &Tangle) -> Vec<ActorIx> {
    let network = asked.network;
    let height: Vec<_> = network.levels.iter().map(|rung| rung.at).collect();
    let mut rows: Vec<ActorIx> = (0..).take(tangle.len()).collect();
    let rung = |actor: &ActorIx| Reverse(height[network.node(*actor).level as usize]);
    rows.sort_by_key(|actor| (rung(actor), *actor));
    let levels: Vec<usize> = rows.chunk_by(|a, b| rung(a) == rung(b)).map(<[_]>::len).collect();
    seriated(tangle, rows, &levels)
}

/// The rows with every level seriated; `levels` are the lengths of the levels, from the top.
pub fn seriated(tangle: &Tangle, rows: Vec<ActorIx>, levels: &[usize]) -> Vec<ActorIx> {
    let by_ties = {
        let mut rows = rows.clone();
        each_level(&mut rows, levels, |level, _| {
            level.sort_by_key(|actor| (tangle.of_actor(*actor).len(), *actor));
        });
        rows
    };
    let mut starts = vec![rows];
    starts.push(by_ties);
    let mut best: Option<(u64, Vec<ActorIx>)> = None;
    for start in starts {
        let mut found = Rows::of(barycentred(tangle, start, levels));
        found.improve(tangle, levels);
        let cost = cost(tangle, &found.at);
        if best.as_ref().is_none_or(|(least, _)| cost < *least) {
            best = Some((cost, found.rows));
        }
    }
    best.map(|(_, rows)| rows).unwrap_or_default()
}

/// The sum over all tied pairs of how far apart their rows are.
pub fn cost(tangle: &Tangle, at: &[u32]) -> u64 {
    let actors = (0..).take(at.len());
    let pairs = actors.flat_map(|actor: ActorIx| {
        let later = tangle.of_actor(actor).iter().filter(move |other| **other > actor);
        later.map(move |other| u64::from(at[actor as usize].abs_diff(at[*other as usize])))
    });
    pairs.sum()
}

fn each_level(rows: &mut [ActorIx], levels: &[usize], mut act: impl FnMut(&mut [ActorIx], usize)) {
    let mut start = 0;
    for length in levels {
        act(&mut rows[start..start + length], start);
        start += length;
    }
}

/// Everybody goes to the middle of those it is tied to, over and over; the best order met is kept.
fn barycentred(tangle: &Tangle, mut rows: Vec<ActorIx>, levels: &[usize]) -> Vec<ActorIx> {
    let mut best = (cost(tangle, &places(&rows)), rows.clone());
    for _ in 0..SWEEPS {
        let at = places(&rows);
        let middle = |actor: ActorIx| {
            let tied = tangle.of_actor(actor);
            let own = f64::from(at[actor as usize]);
            let sum: f64 = tied.iter().map(|other| f64::from(at[*other as usize])).sum();
            // One's own row counts too, or two neighbours would change places for ever.
            (sum + own) / (tied.len() as f64 + 1.0)
        };
        let middles: Vec<f64> = (0..).take(at.len()).map(middle).collect();
        each_level(&mut rows, levels, |level, _| {
            level.sort_by(|a, b| middles[*a as usize].total_cmp(&middles[*b as usize]).then(a.cmp(b)));
        });
        let cost = cost(tangle, &places(&rows));
        if cost < best.0 {
            best = (cost, rows.clone());
        }
    }
    best.1
}

/// The row of every actor.
fn places(rows: &[ActorIx]) -> Vec<u32> {
    let mut at = vec![0; rows.len()];
    for (row, actor) in (0..).zip(rows) {
        at[*actor as usize] = row;
    }
    at
}

struct Rows {
    rows: Vec<ActorIx>,
    at: Vec<u32>,
}

impl Rows {
    fn of(rows: Vec<ActorIx>) -> Self {
        Self { at: places(&rows), rows }
    }

    /// Moves single actors to where they are best within their level, while that helps and the budget lasts.
    fn improve(&mut self, tangle: &Tangle, levels: &[usize]) {
        let mut budget = BUDGET;
        for _ in 0..ROUNDS {
            let mut has_moved = false;
            let mut start = 0;
            for length in levels.iter().copied() {
                let there = self.rows[start..start + length].to_vec();
                for actor in there {
                    let Some(left) = budget.checked_sub(self.effort(tangle, start, length)) else { return };
                    budget = left;
                    has_moved |= self.place_best(tangle, actor, start, length);
                }
                start += length;
            }
            if !has_moved {
                return;
            }
        }
    }

    fn effort(&self, tangle: &Tangle, start: usize, length: usize) -> usize {
        let level = &self.rows[start..start + length];
        level.iter().map(|actor| tangle.of_actor(*actor).len() + 1).sum()
    }

    /// Moves an actor, one row at a time, to the end of its level and back to its start, and leaves it where the whole
    /// was best.
    fn place_best(&mut self, tangle: &Tangle, actor: ActorIx, start: usize, length: usize) -> bool {
        let own = self.at[actor as usize] as usize;
        let (mut best, mut change) = ((0, own), 0);
        for row in own + 1..start + length {
            change += self.swap(tangle, row - 1);
            if change < best.0 {
                best = (change, row);
            }
        }
        for row in (start..start + length - 1).rev() {
            change += self.swap(tangle, row);
            if change < best.0 {
                best = (change, row);
            }
        }
        for row in start..best.1 {
            self.swap(tangle, row);
        }
        best.1 != own
    }

    /// Lets the actors of a row and the next change places; says by how much the cost grows.
    fn swap(&mut self, tangle: &Tangle, row: usize) -> i64 {
        let (upper, lower) = (self.rows[row], self.rows[row + 1]);
        let (mut above, mut below) = (0_i64, 0_i64);
        let own = self.at[upper as usize];
        for other in tangle.of_actor(upper).iter().filter(|other| **other != lower) {
            if self.at[*other as usize] > own { below -= 1 } else { below += 1 }
        }
        for other in tangle.of_actor(lower).iter().filter(|other| **other != upper) {
            if self.at[*other as usize] > own + 1 { above += 1 } else { above -= 1 }
        }
        self.rows.swap(row, row + 1);
        self.at.swap(upper as usize, lower as usize);
        above + below
    }
}
