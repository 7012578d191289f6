//! The order within each layer: sweeps that put everybody in the middle of its neighbours, then exchanges.
//!
//! Barycentres after Sugiyama et al. (1981); medians after Eades, P. & Wormald, N. (1994). Edge crossings in drawings of
//! bipartite graphs. *Algorithmica* 11, 379–403.

use super::crossings::crossings;
use super::layers::Layers;
use super::sift::sift;
use crate::analysis::{KeepOn, Progress, Stopped};

/// Up to so many nodes, stand-ins included, several beginnings are tried.
const FEW: usize = 400;
/// How many beginnings times nodes.
const BEGINNINGS: usize = 1_200;
/// As many beginnings at most.
const MOST_BEGINNINGS: usize = 30;

/// How sweeps put somebody in the middle of its neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Middle {
    /// At the mean of their places.
    Barycentre,
    /// At the median of their places, the mean where there are two.
    Median,
}

/// Orders the layers so that few ties cross. What costs the same is left as it is, so that a map that changes little is
/// reordered little.
///
/// O(steps × log steps) a sweep; exchanges are as many as [`sift`] allows itself.
pub fn order(layers: &mut Layers, keep_on: KeepOn, progress: Progress) -> Result<(), Stopped> {
    let go_on = || if keep_on(progress) { Ok(()) } else { Err(Stopped) };
    let first = layers.order.clone();
    let few = layers.seat.len() <= FEW;
    let mut best = Best { cost: crossings(layers), order: first.clone() };
    let beginnings = (BEGINNINGS / layers.seat.len().max(1)).clamp(3, MOST_BEGINNINGS);
    for beginning in (0..).take(if few { beginnings } else { 1 }) {
        layers.order.clone_from(&first);
        if beginning > 0 {
            mix(layers, beginning);
        }
        layers.reseat();
        let mut here = Best { cost: crossings(layers), order: layers.order.clone() };
        for kind in [Middle::Barycentre, Middle::Median] {
            sweeps(layers, kind, &mut here, &go_on)?;
        }
        here.put_back(layers);
        let (mut cost, mut rounds) = (here.cost, if few { 4 } else { 1 });
        while rounds > 0 {
            rounds -= 1;
            sift(layers, &go_on)?;
            here.see(layers);
            if here.cost >= cost {
                break;
            }
            cost = here.cost;
            sweeps(layers, Middle::Barycentre, &mut here, &go_on)?;
            here.put_back(layers);
        }
        if here.cost < best.cost {
            best = here;
        }
    }
    best.put_back(layers);
    turn(layers, &first);
    Ok(())
}

/// Of an order and its mirror image, which cost the same, takes the one that is more like the order by ids.
fn turn(layers: &mut Layers, first: &[Vec<u32>]) {
    let mut alike = 0.0;
    for (before, after) in first.iter().zip(&layers.order) {
        let middle = super::real(after.len()) / 2.0 - 0.5;
        let off = |seat: usize| super::real(seat) - middle;
        alike += before
            .iter()
            .enumerate()
            .map(|(seat, node)| off(seat) * off(layers.seat[*node as usize] as usize))
            .sum::<f64>();
    }
    if alike < 0.0 {
        layers.order.iter_mut().for_each(|layer| layer.reverse());
        layers.reseat();
    }
}

/// The cheapest order seen.
pub struct Best {
    /// What it costs.
    pub cost: u64,
    /// The order.
    pub order: Vec<Vec<u32>>,
}

impl Best {
    /// Takes the order there is, if it is cheaper. Says whether it is.
    fn see(&mut self, layers: &Layers) -> bool {
        let cost = crossings(layers);
        let is_better = cost < self.cost;
        if is_better {
            self.cost = cost;
            self.order.clone_from(&layers.order);
        }
        is_better
    }

    fn put_back(&self, layers: &mut Layers) {
        layers.order.clone_from(&self.order);
        layers.reseat();
    }
}

/// Down and up, until it does not get better any more.
pub fn sweeps(
    layers: &mut Layers,
    kind: Middle,
    best: &mut Best,
    go_on: &dyn Fn() -> Result<(), Stopped>,
) -> Result<(), Stopped> {
    let (most, patience) = match layers.seat.len() {
        0..=2_000 => (24, 4),
        2_001..=20_000 => (8, 2),
        _ => (3, 1),
    };
    let mut in_vain = 0;
    for _ in 0..most {
        go_on()?;
        for layer in 1..layers.order.len() {
            sort(layers, layer, kind, true);
        }
        let is_better = best.see(layers);
        for layer in (0..layers.order.len().saturating_sub(1)).rev() {
            sort(layers, layer, kind, false);
        }
        in_vain = if best.see(layers) || is_better { 0 } else { in_vain + 1 };
        if in_vain >= patience {
            break;
        }
    }
    Ok(())
}

/// Puts everybody of a layer in the middle of its neighbours above or below. Neighbours in the same layer have half a
/// say, and somebody without any neighbour there stays where it is.
fn sort(layers: &mut Layers, layer: usize, kind: Middle, from_above: bool) {
    let fixed = if from_above { layer - 1 } else { layer + 1 };
    let share = |node: &u32, layer: usize| {
        (f64::from(layers.seat[*node as usize]) + 0.5) / super::real(layers.order[layer].len())
    };
    let mut middles: Vec<(f64, u32)> = Vec::with_capacity(layers.order[layer].len());
    let mut ends: Vec<(f64, f64)> = Vec::new();
    for node in &layers.order[layer] {
        let steps = if from_above { layers.up.get(*node) } else { layers.down.get(*node) };
        ends.clear();
        ends.extend(steps.iter().map(|(end, weight)| (share(end, fixed), f64::from(*weight))));
        let middle = match kind {
            _ if ends.is_empty() => share(node, layer),
            Middle::Median => median(&mut ends),
            Middle::Barycentre => {
                let beside = layers.beside.get(*node).iter();
                ends.extend(beside.map(|(end, weight)| (share(end, layer), f64::from(*weight) / 2.0)));
                let weight: f64 = ends.iter().map(|(_, weight)| weight).sum();
                ends.iter().map(|(share, weight)| share * weight).sum::<f64>() / weight
            }
        };
        middles.push((middle, *node));
    }
    middles.sort_by(|a, b| a.0.total_cmp(&b.0));
    for (seat, (_, node)) in (0..).zip(&middles) {
        layers.seat[*node as usize] = seat;
    }
    layers.order[layer] = middles.into_iter().map(|(_, node)| node).collect();
}

fn median(ends: &mut [(f64, f64)]) -> f64 {
    ends.sort_by(|a, b| a.0.total_cmp(&b.0));
    let middle = ends.len() / 2;
    if ends.len() % 2 == 1 { ends[middle].0 } else { f64::midpoint(ends[middle - 1].0, ends[middle].0) }
}

/// Another beginning: turned around, then as chance has it, always the same (splitmix64, Steele et al. 2014).
fn mix(layers: &mut Layers, number: u64) {
    let mut state = number;
    let mut chance = |end: usize| {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % end.max(1) as u64).unwrap_or_default()
    };
    for layer in &mut layers.order {
        if number == 1 {
            layer.reverse();
        } else {
            (1..layer.len()).rev().for_each(|at| layer.swap(at, chance(at + 1)));
        }
    }
}
