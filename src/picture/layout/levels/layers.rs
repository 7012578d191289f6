//! Bands as layers: a tie that passes bands has a stand-in in each of them, so that ties only run within a layer or to
//! the next. What crosses what is then a matter of the order in each layer alone.
//!
//! Sugiyama, K., Tagawa, S. & Toda, M. (1981). Methods for visual understanding of hierarchical system structures. *IEEE
//! Transactions on Systems, Man, and Cybernetics* 11(2), 109–125.

use super::bands::Bands;
use super::lists::Lists;

/// So many stand-ins a map gets, or as many as it has actors and pairs. On a ladder of thousands of rungs ties pass millions
/// of bands; those that pass most then have no say in the order.
const STAND_INS: usize = 400_000;

/// Layers of actors (numbered as in the network) and stand-ins (numbered after them).
#[derive(Debug, Clone)]
pub struct Layers {
    /// Who is in each layer, from the left; top layer first.
    pub order: Vec<Vec<u32>>,
    /// Where everybody is in its layer.
    pub seat: Vec<u32>,
    /// Who is tied to whom in the layer above.
    pub up: Lists,
    /// Who is tied to whom in the layer below.
    pub down: Lists,
    /// Who is tied to whom in the same layer.
    pub beside: Lists,
    /// How many actors there are.
    pub actors: u32,
}

impl Layers {
    /// The layers of the actors that are tied at all, in the order in which their bands have them, stand-ins where their
    /// tie would be if it ran straight between two even rows. O(actors + pairs + stand-ins), of which there are no more than
    /// [`STAND_INS`].
    pub fn of(bands: &Bands) -> Self {
        let actors = bands.of.len();
        let shares = shares(bands);
        let mut layer_of: Vec<u32> = bands.of.clone();
        let mut share_of = shares.clone();
        let (mut steps, mut beside) = (Vec::new(), Vec::new());
        let longest = longest(bands);
        for (a, b, weight) in &bands.pairs {
            let (a, b) = if bands.of[*a as usize] <= bands.of[*b as usize] { (*a, *b) } else { (*b, *a) };
            let (top, bottom) = (bands.of[a as usize], bands.of[b as usize]);
            if top == bottom {
                beside.extend([(a, b, *weight), (b, a, *weight)]);
                continue;
            }
            if bottom - top > longest {
                continue;
            }
            let mut last = a;
            for layer in top + 1..bottom {
                let stand_in = u32::try_from(layer_of.len()).unwrap_or(u32::MAX);
                let way = f64::from(layer - top) / f64::from(bottom - top);
                layer_of.push(layer);
                share_of.push(shares[a as usize] * (1.0 - way) + shares[b as usize] * way);
                steps.push((last, stand_in, *weight));
                last = stand_in;
            }
            steps.push((last, b, *weight));
        }
        let all = layer_of.len();
        let mut order = vec![Vec::new(); bands.all.len()];
        for (node, layer) in (0..).zip(&layer_of) {
            if node as usize >= actors || !bands.neighbours.has_none(node) {
                order[*layer as usize].push(node);
            }
        }
        for layer in &mut order {
            layer
                .sort_by(|a: &u32, b| share_of[*a as usize].total_cmp(&share_of[*b as usize]).then(a.cmp(b)));
        }
        let turned: Vec<_> = steps.iter().map(|(upper, lower, weight)| (*lower, *upper, *weight)).collect();
        let mut this = Self {
            order,
            seat: vec![0; all],
            up: Lists::of(all, &turned),
            down: Lists::of(all, &steps),
            beside: Lists::of(all, &beside),
            actors: u32::try_from(actors).unwrap_or(u32::MAX),
        };
        this.reseat();
        this
    }

    /// Whether somebody is a stand-in.
    pub fn is_stand_in(&self, node: u32) -> bool {
        node >= self.actors
    }

    /// Writes down where everybody is, after orders have changed.
    pub fn reseat(&mut self) {
        (0..self.order.len()).for_each(|layer| self.reseat_layer(layer));
    }

    /// Writes down where everybody of a layer is.
    pub fn reseat_layer(&mut self, layer: usize) {
        for (seat, node) in (0..).zip(&self.order[layer]) {
            self.seat[*node as usize] = seat;
        }
    }
}

/// How many bands a tie may lead on, so that all stand-ins together are no more than there may be.
fn longest(bands: &Bands) -> u32 {
    let far = |(a, b, _): &(u32, u32, u32)| bands.of[*a as usize].abs_diff(bands.of[*b as usize]);
    let mut lengths: Vec<u32> = bands.pairs.iter().map(far).filter(|far| *far > 1).collect();
    lengths.sort_unstable();
    let mut sum = 0_usize;
    let over = lengths.iter().find(|length| {
        sum += **length as usize - 1;
        sum > STAND_INS
    });
    over.map_or(u32::MAX, |length| length - 1)
}

/// How far along its band each actor is, from 0 to 1.
fn shares(bands: &Bands) -> Vec<f64> {
    let mut shares = vec![0.5; bands.of.len()];
    for band in &bands.all {
        let count = u32::try_from(band.actors.len()).unwrap_or(u32::MAX);
        for (seat, actor) in (0_u32..).zip(&band.actors) {
            shares[*actor as usize] = (f64::from(seat) + 0.5) / f64::from(count);
        }
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::super::bands::Band;
    use super::*;

    /// So many bands with an actor in each, and ties from each of the first to one that is so far up.
    fn ladder(bands: u32, ties: u32, far: u32) -> Bands {
        let band = |level| Band { level, is_explained: false, actors: vec![level] };
        let pairs: Vec<_> = (0..ties).map(|from| (from, from + far, 1)).collect();
        let both: Vec<_> = pairs.iter().flat_map(|(a, b, ties)| [(*a, *b, *ties), (*b, *a, *ties)]).collect();
        Bands {
            all: (0..bands).map(band).collect(),
            of: (0..bands).collect(),
            neighbours: Lists::of(bands as usize, &both),
            pairs,
        }
    }

    #[test]
    fn ties_past_thousands_of_bands_do_not_fill_the_memory() {
        let layers = Layers::of(&ladder(8_000, 4_000, 4_000));
        assert!(layers.seat.len() <= 8_000 + STAND_INS, "{} nodes", layers.seat.len());
        let (few, many) = (ladder(300, 100, 200), ladder(300, 100, 20));
        assert_eq!(Layers::of(&few).seat.len(), 300 + 100 * 199, "no ladder that people climb is cut short");
        assert_eq!(Layers::of(&many).seat.len(), 300 + 100 * 19);
    }
}
