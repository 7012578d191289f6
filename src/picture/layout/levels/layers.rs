//! Bands as layers: a tie that passes bands has a stand-in in each of them, so that ties only run within a layer or to
//! the next. What crosses what is then a matter of the order in each layer alone.
//!
//! Sugiyama, K., Tagawa, S. & Toda, M. (1981). Methods for visual understanding of hierarchical system structures. *IEEE
//! Transactions on Systems, Man, and Cybernetics* 11(2), 109–125.

use super::bands::Bands;
use super::lists::Lists;

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
    /// tie would be if it ran straight between two even rows. O(actors + pairs × bands).
    pub fn of(bands: &Bands) -> Self {
        let actors = bands.of.len();
        let shares = shares(bands);
        let mut layer_of: Vec<u32> = bands.of.clone();
        let mut share_of = shares.clone();
        let (mut steps, mut beside) = (Vec::new(), Vec::new());
        for (a, b, weight) in &bands.pairs {
            let (a, b) = if bands.of[*a as usize] <= bands.of[*b as usize] { (*a, *b) } else { (*b, *a) };
            let (top, bottom) = (bands.of[a as usize], bands.of[b as usize]);
            if top == bottom {
                beside.extend([(a, b, *weight), (b, a, *weight)]);
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
