//! Who is in which band: the ladder from top to bottom, and the pairs of actors that are tied.

use super::lists::Lists;
use crate::analysis::{ActorIx, Network};
use crate::model::Id as _;
use crate::model::terms::Tier;

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

/// The pairs that are tied, and by how many ties.
fn pairs(network: &Network) -> Vec<(ActorIx, ActorIx, u32)> {
    let mut ends: Vec<_> = network.ties.iter().map(crate::analysis::Link::pair).collect();
    ends.sort_unstable();
    let runs = ends.chunk_by(|a, b| a == b);
    runs.filter_map(|run| Some((run.first()?.0, run.first()?.1, u32::try_from(run.len()).ok()?))).collect()
}
