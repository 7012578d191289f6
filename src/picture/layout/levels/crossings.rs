//! How many ties cross in an order of the layers.

use super::layers::Layers;

/// What an order costs: the crossings between neighbouring layers, ties counted one by one, and what a tie within a
/// layer crosses. That one passes over or under those between its ends, on the side where it crosses less; everybody
/// that it has to go around counts as one crossing more.
///
/// O(steps × log steps), by an accumulator tree: Barth, W., Mutzel, P. & Jünger, M. (2004). Simple and efficient bilayer
/// cross counting. *Journal of Graph Algorithms and Applications* 8(2), 179–194.
pub fn crossings(layers: &Layers) -> u64 {
    let between: u64 = (1..layers.order.len()).map(|lower| crossings_between(layers, lower)).sum();
    let within: u64 = (0..layers.order.len()).map(|layer| crossings_within(layers, layer)).sum();
    between + within
}

/// The crossings between a layer and the one above.
fn crossings_between(layers: &Layers, lower: usize) -> u64 {
    let width = layers.order[lower].len();
    let mut tree = Sums::of(width);
    let mut crossings = 0;
    for upper in &layers.order[lower - 1] {
        let ends =
            || layers.down.get(*upper).iter().map(|(node, weight)| (layers.seat[*node as usize], *weight));
        for (seat, weight) in ends() {
            crossings += u64::from(weight) * tree.after(seat as usize);
        }
        for (seat, weight) in ends() {
            tree.add(seat as usize, u64::from(weight));
        }
    }
    crossings
}

/// What the ties within a layer cross.
fn crossings_within(layers: &Layers, layer: usize) -> u64 {
    let order = &layers.order[layer];
    let loads: Vec<Load> = order.iter().map(|node| Load::of(layers, *node)).collect();
    let sums = Load::sums(&loads);
    let mut crossings = 0;
    for (seat, node) in order.iter().enumerate() {
        for (other, weight) in layers.beside.get(*node) {
            let end = layers.seat[*other as usize] as usize;
            if end > seat {
                crossings += u64::from(*weight) * Load::between(&sums, seat, end);
            }
        }
    }
    crossings
}

/// What somebody costs a tie that passes over or under it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Load {
    /// Over it.
    pub over: u64,
    /// Under it.
    pub under: u64,
}

impl Load {
    /// What a node costs.
    pub fn of(layers: &Layers, node: u32) -> Self {
        let sum = |ends: &[(u32, u32)]| ends.iter().map(|(_, weight)| u64::from(*weight)).sum::<u64>();
        let itself = u64::from(!layers.is_stand_in(node));
        Self { over: sum(layers.up.get(node)) + itself, under: sum(layers.down.get(node)) + itself }
    }

    /// Sums of all loads before each seat, and after the last.
    pub fn sums(loads: &[Self]) -> Vec<Self> {
        let mut sums = vec![Self::default()];
        let mut sum = Self::default();
        for load in loads {
            sum = Self { over: sum.over + load.over, under: sum.under + load.under };
            sums.push(sum);
        }
        sums
    }

    /// What a tie between two seats crosses, the smaller seat first.
    pub fn between(sums: &[Self], from: usize, to: usize) -> u64 {
        let (start, end) = (sums[from + 1], sums[to]);
        (end.over - start.over).min(end.under - start.under)
    }
}

/// Sums over seats (a binary indexed tree: Fenwick 1994).
struct Sums {
    tree: Vec<u64>,
    all: u64,
}

impl Sums {
    fn of(width: usize) -> Self {
        Self { tree: vec![0; width + 1], all: 0 }
    }

    fn add(&mut self, seat: usize, weight: u64) {
        self.all += weight;
        let mut at = seat + 1;
        while let Some(sum) = self.tree.get_mut(at) {
            *sum += weight;
            at += at & at.wrapping_neg();
        }
    }

    /// The sum of all after a seat.
    fn after(&self, seat: usize) -> u64 {
        let (mut at, mut until) = (seat + 1, 0);
        while at > 0 {
            until += self.tree[at];
            at -= at & at.wrapping_neg();
        }
        self.all - until
    }
}
