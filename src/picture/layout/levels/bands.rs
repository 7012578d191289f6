//! Who is in which band: the ladder from top to bottom, and the pairs of actors that are tied.

use std::collections::HashMap;

use super::lists::Lists;
use crate::analysis::{ActorIx, Network};
use crate::model::Id as _;
use crate::model::terms::Tier;
use crate::picture::geometry::Point;

/// The bands of a map, and what ties actors together.
#[derive(Debug, Clone)]
pub struct Bands {
    /// From the top of the ladder to its bottom.
    pub all: Vec<Band>,
    /// The place of each actor's band among them.
    pub of: Vec<u32>,
    /// With whom each actor is tied, and by how many ties.
    pub neighbours: Lists,
    /// The pairs that are tied, the smaller number first, and by how many ties, in order.
    pub pairs: Vec<(ActorIx, ActorIx, u32)>,
}

/// A band.
#[derive(Debug, Clone)]
pub struct Band {
    /// The place of its level among the network's levels.
    pub level: u32,
    /// Whether its title is explained in a second line.
    pub is_explained: bool,
    /// Who is in it, from the left. Those whom nothing ties come last.
    pub actors: Vec<ActorIx>,
}

impl Bands {
    /// The bands of a map, the actors of each in the order of ids. All ties count, drawn or not: what is filtered out of
    /// a picture leaves everybody else where they are. O(actors + ties × log ties).
    pub fn of(network: &Network) -> Self {
        let rungs: Vec<&str> = network.map.ladder().rungs().map(|(id, _, _)| id).collect();
        let mut bands: Vec<Band> = Vec::with_capacity(rungs.len());
        let mut band_of_level = vec![0; network.levels.len()];
        for id in rungs.into_iter().rev() {
            // The levels of a network are in the order of their ids.
            if let Ok(level) = network.levels.binary_search_by(|rung| rung.id.as_str().cmp(id)) {
                band_of_level[level] = u32::try_from(bands.len()).unwrap_or(u32::MAX);
                bands.push(Band {
                    level: u32::try_from(level).unwrap_or(u32::MAX),
                    is_explained: network.levels[level].tier != Tier::Local,
                    actors: Vec::new(),
                });
            }
        }
        let of: Vec<u32> = network.actors.iter().map(|node| band_of_level[node.level as usize]).collect();
        let pairs = pairs(network);
        let both_ways: Vec<_> =
            pairs.iter().flat_map(|(a, b, ties)| [(*a, *b, *ties), (*b, *a, *ties)]).collect();
        let neighbours = Lists::of(network.actors.len(), &both_ways);
        let mut this = Self { all: bands, of, neighbours, pairs };
        for is_tied in [true, false] {
            for (actor, band) in (0..).zip(&this.of) {
                if this.neighbours.has_none(actor) != is_tied {
                    this.all[*band as usize].actors.push(actor);
                }
            }
        }
        this
    }
}

impl Bands {
    /// The same with everybody in the order in which they stood before, whoever is new in the middle of those it is tied
    /// to; `None` where hardly anybody was there. O(actors × log actors + ties).
    pub fn as_before(&self, old: &[Option<Point>]) -> Option<Self> {
        let known = old.iter().flatten().count();
        if 10 * known < 7 * old.len() || known == 0 {
            return None;
        }
        let mut kept = self.clone();
        for band in &mut kept.all {
            let there = |actor: &u32| old[*actor as usize].map(|at| (*actor, at));
            let seats = seats(band.actors.iter().filter_map(there).collect());
            let seat_of: HashMap<u32, u32> = seats.iter().map(|(actor, _, seat)| (*actor, *seat)).collect();
            let seat = |actor: u32| {
                let new = || {
                    let x = self.middle(actor, old)?;
                    let next = seats.iter().find(|(_, at, _)| at.x > x)?;
                    Some(f64::from(next.2) - 0.5)
                };
                seat_of.get(&actor).map(|seat| f64::from(*seat)).or_else(new).unwrap_or(f64::MAX)
            };
            let mut order: Vec<(bool, f64, u32)> = (band.actors.iter())
                .map(|actor| (self.neighbours.has_none(*actor), seat(*actor), *actor))
                .collect();
            order.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.cmp(&b.2)));
            band.actors = order.into_iter().map(|(_, _, actor)| actor).collect();
        }
        Some(kept)
    }

    /// The mean of where those were that an actor is tied to.
    fn middle(&self, actor: u32, old: &[Option<Point>]) -> Option<f32> {
        let tied = self.neighbours.get(actor).iter().filter_map(|(other, _)| old[*other as usize]);
        let (sum, count) = tied.fold((0.0, 0.0_f32), |(sum, count), at| (sum + at.x, count + 1.0));
        (count > 0.0).then_some(sum / count)
    }
}

/// The seats that the actors of a band had, by where they stood: seats go through the rows by turns, and along each row.
fn seats(mut there: Vec<(u32, Point)>) -> Vec<(u32, Point, u32)> {
    there.sort_by(|a, b| a.1.y.total_cmp(&b.1.y).then(a.1.x.total_cmp(&b.1.x)).then(a.0.cmp(&b.0)));
    let rows: Vec<&[(u32, Point)]> = there.chunk_by(|a, b| (a.1.y - b.1.y).abs() < 1.0).collect();
    let turns = super::rows::turns(rows.len());
    let count = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let mut seats = Vec::with_capacity(there.len());
    for (turn, row) in (0..).zip(turns) {
        seats.extend((0..).zip(rows[row]).map(|(number, (actor, at))| (*actor, *at, number * count + turn)));
    }
    seats.sort_by_key(|(actor, _, seat)| (*seat, *actor));
    seats
}

/// The pairs that are tied, and by how many ties.
fn pairs(network: &Network) -> Vec<(ActorIx, ActorIx, u32)> {
    let mut ends: Vec<_> = network.ties.iter().map(crate::analysis::Link::pair).collect();
    ends.sort_unstable();
    let runs = ends.chunk_by(|a, b| a == b);
    runs.filter_map(|run| Some((run.first()?.0, run.first()?.1, u32::try_from(run.len()).ok()?))).collect()
}
