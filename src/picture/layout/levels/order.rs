//! The order of actors within their bands: few crossings.

use super::Band;
use super::place::places;
use crate::analysis::ActorIx;
use crate::picture::geometry::Point;
use crate::picture::layout::{Asked, Place};

/// How often the bands are gone through.
const SWEEPS: usize = 16;
/// How often neighbours are tried in each other's place.
const ROUNDS: usize = 8;
/// Up to so many ties crossings are counted after each change.
const COUNTED: usize = 400;

/// Orders each band by the barycentres of its actors' neighbours (Sugiyama et al. 1981), up and down in turn. Ties of
/// equal barycentres, and where it all begins, are decided by ids.
pub fn ordered(
    asked: Asked,
    mut bands: Vec<(u32, Vec<ActorIx>)>,
    is_careful: bool,
) -> Vec<(u32, Vec<ActorIx>)> {
    let neighbours = neighbours(asked);
    // Between 0 and 1, so that bands of different lengths compare.
    let mut along = vec![0.5_f32; asked.network.actors.len()];
    for (_, actors) in &bands {
        spread(actors, &mut along);
    }
    let sweeps = if is_careful { SWEEPS } else { 4 };
    for sweep in 0..sweeps {
        let is_down = sweep % 2 == 0;
        for step in 0..bands.len() {
            let band = if is_down { step } else { bands.len() - 1 - step };
            let actors = &mut bands[band].1;
            let mut keyed: Vec<(f32, f32, ActorIx)> = actors
                .iter()
                .map(|actor| {
                    (
                        mean(&neighbours[*actor as usize], &along).unwrap_or(along[*actor as usize]),
                        along[*actor as usize],
                        *actor,
                    )
                })
                .collect();
            keyed.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.cmp(&b.2)));
            *actors = keyed.into_iter().map(|(_, _, actor)| actor).collect();
            spread(actors, &mut along);
        }
    }
    bands
}

/// Exchanges actors of a band as long as that leaves fewer crossings, or as many and shorter ties.
pub fn untangle(asked: Asked, bands: &mut [Band], found: &mut Vec<Place>, width: f32) {
    if asked.ties.len() > COUNTED {
        return;
    }
    let mut best = cost(asked, found);
    for _ in 0..ROUNDS {
        let before = best;
        for band in 0..bands.len() {
            for (a, b) in exchanges(&bands[band]) {
                exchange(&mut bands[band], a, b);
                let tried = places(asked, bands, width);
                let cost = cost(asked, &tried);
                if cost < best {
                    best = cost;
                    *found = tried;
                } else {
                    exchange(&mut bands[band], a, b);
                }
            }
        }
        if best >= before {
            break;
        }
    }
}

/// Places of a band that are worth exchanging: neighbours in a row, and those over each other.
fn exchanges(band: &Band) -> Vec<((usize, usize), (usize, usize))> {
    let mut pairs = Vec::new();
    for (number, row) in band.rows.iter().enumerate() {
        for at in 0..row.len() {
            for other in at + 1..row.len().min(at + 4) {
                pairs.push(((number, at), (number, other)));
            }
            for (below, row) in band.rows.iter().enumerate().skip(number + 1) {
                for other in at.saturating_sub(1)..row.len().min(at + 2) {
                    pairs.push(((number, at), (below, other)));
                }
            }
        }
    }
    pairs
}

fn exchange(band: &mut Band, a: (usize, usize), b: (usize, usize)) {
    let (first, second) = (band.rows[a.0][a.1], band.rows[b.0][b.1]);
    band.rows[a.0][a.1] = second;
    band.rows[b.0][b.1] = first;
}

/// What is to be small: crossings, ties that run through somebody, and a little the length of all ties.
fn cost(asked: Asked, places: &[Place]) -> f32 {
    let ends: Vec<(ActorIx, ActorIx)> = pairs(asked);
    let at = |actor: ActorIx| places[actor as usize].at;
    let crossings = crossings(&ends, &at);
    let length: f32 = ends.iter().map(|(from, to)| at(*from).distance(at(*to))).sum();
    crossings as f32 + length / 400.0
}

/// The pairs of actors that are tied, once each.
pub fn pairs(asked: Asked) -> Vec<(ActorIx, ActorIx)> {
    let mut pairs: Vec<_> = asked.ties.iter().map(|tie| asked.network.link(*tie).pair()).collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// How many of the straight lines between pairs cross each other, ends in common not counted. O(pairs²).
pub fn crossings(ends: &[(ActorIx, ActorIx)], at: &impl Fn(ActorIx) -> Point) -> usize {
    let side = |a: Point, b: Point, c: Point| (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    let mut count = 0;
    for (number, (a, b)) in ends.iter().enumerate() {
        for (c, d) in &ends[number + 1..] {
            if a == c || a == d || b == c || b == d {
                continue;
            }
            let (pa, pb, pc, pd) = (at(*a), at(*b), at(*c), at(*d));
            let apart =
                side(pa, pb, pc) * side(pa, pb, pd) < 0.0 && side(pc, pd, pa) * side(pc, pd, pb) < 0.0;
            count += usize::from(apart);
        }
    }
    count
}

fn neighbours(asked: Asked) -> Vec<Vec<ActorIx>> {
    let mut neighbours = vec![Vec::new(); asked.network.actors.len()];
    for tie in asked.ties {
        let link = asked.network.link(*tie);
        neighbours[link.from as usize].push(link.to);
        neighbours[link.to as usize].push(link.from);
    }
    neighbours
}

fn mean(neighbours: &[ActorIx], along: &[f32]) -> Option<f32> {
    let sum: f32 = neighbours.iter().map(|other| along[*other as usize]).sum();
    (!neighbours.is_empty()).then(|| sum / neighbours.len() as f32)
}

fn spread(actors: &[ActorIx], along: &mut [f32]) {
    for (at, actor) in actors.iter().enumerate() {
        along[*actor as usize] = (at as f32 + 0.5) / actors.len() as f32;
    }
}
