//! Sifting: everybody is moved along its layer and put where the least crosses.
//!
//! Matuszewski, C., Schönfeld, R. & Molitor, P. (1999). Using sifting for k-layer straightline crossing minimization.
//! *Graph Drawing*, LNCS 1731, 217–224. Here ties within a layer count too.

use super::crossings::Load;
use super::layers::Layers;
use crate::analysis::Stopped;

/// About so many exchanges a layer and round.
const EXCHANGES: usize = 16_000;
/// Rounds over all layers, unless it stops getting better before.
const ROUNDS: usize = 8;
const FEWER_ROUNDS: usize = 2;

/// Moves everybody to where the least crosses, layer by layer, until it does not get better. In a layer of n, each moves
/// at most 16,000 / n seats either way. What costs the same stays where it is.
pub fn sift(layers: &mut Layers, go_on: &dyn Fn() -> Result<(), Stopped>) -> Result<(), Stopped> {
    let rounds = match layers.seat.len() {
        0..=600 => ROUNDS,
        601..=20_000 => FEWER_ROUNDS,
        _ => 1,
    };
    for _ in 0..rounds {
        let mut is_better = false;
        for layer in 0..layers.order.len() {
            go_on()?;
            let width = layers.order[layer].len();
            if width < 2 {
                continue;
            }
            let mut bench = Bench::of(layers, layer);
            let far = (EXCHANGES / width).max(2);
            for member in (0..).take(width) {
                is_better |= bench.sift(member, far);
            }
            let order: Vec<u32> =
                bench.seats.iter().map(|member| layers.order[layer][*member as usize]).collect();
            layers.order[layer] = order;
            layers.reseat_layer(layer);
        }
        if !is_better {
            break;
        }
    }
    Ok(())
}

/// A layer on which seats are exchanged, its neighbours fixed. Members are numbered by the seats they had first.
struct Bench {
    seats: Vec<u32>,
    at: Vec<u32>,
    /// Where each member's ties lead to in the layers above and below: seats in order, and weights.
    ends: [Vec<Vec<(u32, u32)>>; 2],
    beside: Vec<Vec<(u32, u32)>>,
    loads: Vec<Load>,
    sums: Vec<Load>,
}

impl Bench {
    fn of(layers: &Layers, layer: usize) -> Self {
        let order = &layers.order[layer];
        let sorted = |ends: &[(u32, u32)]| {
            let mut ends: Vec<_> =
                ends.iter().map(|(node, weight)| (layers.seat[*node as usize], *weight)).collect();
            ends.sort_unstable();
            ends
        };
        let loads: Vec<Load> = order.iter().map(|node| Load::of(layers, *node)).collect();
        let seats: Vec<u32> = (0..).take(order.len()).collect();
        Self {
            ends: [
                order.iter().map(|node| sorted(layers.up.get(*node))).collect(),
                order.iter().map(|node| sorted(layers.down.get(*node))).collect(),
            ],
            beside: order.iter().map(|node| sorted(layers.beside.get(*node))).collect(),
            sums: Load::sums(&loads),
            loads,
            at: seats.clone(),
            seats,
        }
    }

    /// Moves a member along and leaves it at the best seat. Says whether that is another one.
    fn sift(&mut self, member: u32, far: usize) -> bool {
        let start = self.at[member as usize] as usize;
        let (mut cost, mut best, mut least) = (0, start, 0);
        let mut seat = start;
        while seat > 0 && start - seat < far {
            seat -= 1;
            cost += self.exchange(seat);
            if cost < least {
                (least, best) = (cost, seat);
            }
        }
        while seat + 1 < self.seats.len() && (seat < start || seat - start < far) {
            cost += self.exchange(seat);
            seat += 1;
            if cost < least {
                (least, best) = (cost, seat);
            }
        }
        while seat > best {
            seat -= 1;
            self.exchange(seat);
        }
        best != start
    }

    /// Exchanges a seat with the next. Gives how much that adds to what crosses.
    fn exchange(&mut self, seat: usize) -> i64 {
        let (left, right) = (self.seats[seat], self.seats[seat + 1]);
        let before = self.cost_beside(left) + self.cost_beside(right);
        let mut change = 0;
        for ends in &self.ends {
            change += excess(&ends[left as usize], &ends[right as usize]);
        }
        self.seats.swap(seat, seat + 1);
        self.at[left as usize] += 1;
        self.at[right as usize] -= 1;
        let (start, load) = (self.sums[seat], self.loads[right as usize]);
        self.sums[seat + 1] = Load { over: start.over + load.over, under: start.under + load.under };
        change + self.cost_beside(left) + self.cost_beside(right) - before
    }

    /// What a member's ties within the layer cross. A tie of two that are exchanged crosses nothing either way.
    fn cost_beside(&self, member: u32) -> i64 {
        let here = self.at[member as usize] as usize;
        let cost = |(other, weight): &(u32, u32)| {
            let there = self.at[*other as usize] as usize;
            u64::from(*weight) * Load::between(&self.sums, here.min(there), here.max(there))
        };
        i64::try_from(self.beside[member as usize].iter().map(cost).sum::<u64>()).unwrap_or(i64::MAX / 8)
    }
}

/// How much more crosses if the one with the `left` ends stood to the right of the other.
fn excess(left: &[(u32, u32)], right: &[(u32, u32)]) -> i64 {
    inversions(right, left) - inversions(left, right)
}

/// What crosses if the first stands to the left of the second. Both in order of seats. O(ends).
fn inversions(first: &[(u32, u32)], second: &[(u32, u32)]) -> i64 {
    let (mut crossings, mut passed, mut at) = (0, 0, 0);
    for (seat, weight) in first {
        while let Some((end, other)) = second.get(at).filter(|(end, _)| end < seat) {
            debug_assert!(end < seat);
            passed += i64::from(*other);
            at += 1;
        }
        crossings += i64::from(*weight) * passed;
    }
    crossings
}
