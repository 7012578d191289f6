//! Orders against their definition: crossings counted pair by pair, and all orders of small maps tried.

use super::super::bands::{Band, Bands};
use super::super::crossings::crossings;
use super::super::layers::Layers;
use super::super::lists::Lists;
use super::super::order::{Best, Middle, order, sweeps};
use super::super::sift::sift;
use super::sample;
use crate::analysis::{Network, Progress};
use std::sync::Arc;

const PROGRESS: Progress = Progress { done: 0, of: 1 };

/// Numbers that look random and are the same every time (splitmix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        u32::try_from((mixed ^ (mixed >> 31)) % u64::from(end.max(1))).unwrap()
    }
}

/// Bands of so many actors, tied by chance, mostly to the next band.
fn bands(sizes: &[u32], ties: u32, far: bool, chance: &mut Chance) -> Bands {
    let of: Vec<u32> = (0..).zip(sizes).flat_map(|(band, size)| vec![band; *size as usize]).collect();
    let all = u32::try_from(of.len()).unwrap();
    let mut pairs = Vec::new();
    while pairs.len() < ties as usize {
        let (a, b) = (chance.below(all), chance.below(all));
        let apart = of[a as usize].abs_diff(of[b as usize]);
        let is_wanted = match apart {
            0 => chance.below(4) == 0,
            1 => true,
            _ => far && chance.below(3) == 0,
        };
        if a < b && is_wanted {
            pairs.push((a, b, 1 + chance.below(2)));
        }
    }
    pairs.sort_unstable();
    pairs.dedup_by_key(|pair| (pair.0, pair.1));
    let both: Vec<_> = pairs.iter().flat_map(|(a, b, ties)| [(*a, *b, *ties), (*b, *a, *ties)]).collect();
    let mut bands: Vec<Band> =
        (0..).zip(sizes).map(|(level, _)| Band { level, is_explained: false, actors: Vec::new() }).collect();
    for (actor, band) in (0..).zip(&of) {
        bands[*band as usize].actors.push(actor);
    }
    Bands { all: bands, neighbours: Lists::of(of.len(), &both), of, pairs }
}

/// By definition.
fn slow_crossings(layers: &Layers) -> u64 {
    let mut crossings = 0;
    let seat = |node: u32| layers.seat[node as usize];
    let load = |node: &u32, ends: &[(u32, u32)]| {
        ends.iter().map(|(_, weight)| u64::from(*weight)).sum::<u64>() + u64::from(!layers.is_stand_in(*node))
    };
    for layer in &layers.order {
        let steps =
            || layer.iter().flat_map(|node| layers.down.get(*node).iter().map(move |end| (*node, *end)));
        for (a, (b, weight)) in steps() {
            for (c, (d, other)) in steps() {
                if seat(a) < seat(c) && seat(b) > seat(d) {
                    crossings += u64::from(weight * other);
                }
            }
        }
        for a in layer {
            for (b, weight) in layers.beside.get(*a) {
                let between = || layer.iter().filter(|node| (seat(*a) + 1..seat(*b)).contains(&seat(**node)));
                let over: u64 = between().map(|node| load(node, layers.up.get(*node))).sum();
                let under: u64 = between().map(|node| load(node, layers.down.get(*node))).sum();
                crossings += u64::from(*weight) * over.min(under);
            }
        }
    }
    crossings
}

/// The least that any order costs.
fn least(layers: &mut Layers, layer: usize, from: usize) -> u64 {
    if layer == layers.order.len() {
        layers.reseat();
        return crossings(layers);
    }
    let width = layers.order[layer].len();
    if from + 1 >= width {
        return least(layers, layer + 1, 0);
    }
    let mut best = u64::MAX;
    for other in from..width {
        layers.order[layer].swap(from, other);
        best = best.min(least(layers, layer, from + 1));
        layers.order[layer].swap(from, other);
    }
    best
}

#[test]
fn crossings_are_what_they_are_by_definition() {
    let mut chance = Chance(3);
    for _ in 0..300 {
        let sizes: Vec<u32> = (0..=chance.below(5)).map(|_| 1 + chance.below(8)).collect();
        let ties = if sizes.len() == 1 && sizes[0] == 1 { 0 } else { chance.below(30) };
        let mut layers = Layers::of(&bands(&sizes, ties, true, &mut chance));
        assert_eq!(crossings(&layers), slow_crossings(&layers));
        let before = crossings(&layers);
        sift(&mut layers, &|| Ok(())).unwrap();
        assert_eq!(crossings(&layers), slow_crossings(&layers));
        assert!(crossings(&layers) <= before, "exchanges only ever help");
    }
}

#[test]
fn small_maps_get_the_best_order_there_is() {
    let mut chance = Chance(11);
    let shapes: [(&[u32], u32, bool); 5] = [
        (&[5, 5], 11, false),
        (&[7, 4], 12, false),
        (&[3, 4, 3], 9, true),
        (&[4, 4, 4], 14, false),
        (&[7], 8, false),
    ];
    let (mut tried, mut found, mut excess) = (0, 0, 0);
    for (sizes, ties, far) in shapes {
        for _ in 0..8 {
            let bands = bands(sizes, ties, far, &mut chance);
            let mut layers = Layers::of(&bands);
            let best = least(&mut layers.clone(), 0, 0);
            order(&mut layers, &|_| true, PROGRESS).unwrap();
            let cost = crossings(&layers);
            assert!(cost >= best);
            tried += 1;
            found += u32::from(cost == best);
            excess += cost - best;
        }
    }
    println!("{found} of {tried}, {excess} too many");
    assert_eq!((found, excess), (tried, 0));
}

#[test]
fn orders_are_no_worse_than_barycentres_alone() {
    let mut chance = Chance(5);
    let check = |bands: &Bands| {
        let (mut layers, mut plain) = (Layers::of(bands), Layers::of(bands));
        let mut best = Best { cost: crossings(&plain), order: plain.order.clone() };
        sweeps(&mut plain, Middle::Barycentre, &mut best, &|| Ok(())).unwrap();
        let before = crossings(&layers);
        order(&mut layers, &|_| true, PROGRESS).unwrap();
        assert!(crossings(&layers) <= best.cost);
        (before, best.cost, crossings(&layers))
    };
    for _ in 0..30 {
        let sizes: Vec<u32> = (0..2 + chance.below(4)).map(|_| 2 + chance.below(20)).collect();
        check(&bands(&sizes, 60, true, &mut chance));
    }
    for name in ["jenin-2008", "jenin-2012", "valley-before", "valley-training"] {
        let network = Network::of(Arc::new(sample(name)));
        println!("{name}: by id, barycentres, as ordered: {:?}", check(&Bands::of(&network)));
    }
}
