//! Matrix: who is tied to whom, as a table. Rows and columns stand in the same order: level by level from the top of the
//! ladder, and within a level so that those with the same neighbours stand together.
//!
//! A row begins with its actor: that is where the actor's mark stands. The column of an actor is as far from the first
//! column as its row is from the first row.

use std::collections::BTreeSet;

use super::{Asked, Ground, Layout, Place, Side, Ways};
use crate::analysis::ActorIx;
use crate::picture::geometry::{Point, Rect};

/// The least and the most that a cell takes.
const CELLS: (f32, f32) = (17.0, 28.0);
/// The room for the names at the beginning of the rows.
const NAMES: f32 = 176.0;
/// Over the table, and on its other sides.
const MARGIN: f32 = 18.0;
/// On a level with more actors than that the order is by neighbours' barycentres alone.
const SERIATED: usize = 200;

/// Lays the table out. O(ties × levels), and on each level O(actors²) where it has no more than [`SERIATED`].
pub fn layout(asked: Asked) -> Layout {
    let order = order(asked);
    let count = order.len().max(1) as f32;
    let room = (asked.size.height - 2.0 * MARGIN).min(asked.size.width - NAMES - 2.0 * MARGIN);
    let cell = (room / count).clamp(CELLS.0, CELLS.1).floor();
    let side = cell * count;
    let width = (NAMES + side + 2.0 * MARGIN).max(asked.size.width);
    let height = (side + 2.0 * MARGIN).max(asked.size.height);
    // The table and its names stand in the middle together.
    let start = (width - NAMES - side) / 2.0;
    let top = (height - side) / 2.0;
    let left = if asked.is_right_to_left { start } else { start + NAMES };
    let rect = Rect::new(Point::new(left, top), Point::new(left + side, top + side));
    let mut row_of = vec![0.0_f32; order.len()];
    let mut places = vec![Place::default(); order.len()];
    for (row, actor) in order.iter().enumerate() {
        let along = (row as f32 + 0.5) * cell;
        row_of[*actor as usize] = along;
        places[*actor as usize] = if asked.is_right_to_left {
            Place { at: Point::new(rect.max.x + cell * 0.6, top + along), side: Side::Right }
        } else {
            Place { at: Point::new(rect.min.x - cell * 0.6, top + along), side: Side::Left }
        };
    }
    let mut ways = Ways::default();
    for tie in asked.ties {
        let link = asked.network.link(*tie);
        let (down, along) = (row_of[link.from as usize], row_of[link.to as usize]);
        let x = if asked.is_right_to_left { rect.max.x - along } else { rect.min.x + along };
        ways.push([Point::new(x, top + down)]);
    }
    Layout {
        extent: Rect::new(Point::default(), Point::new(width, height)),
        grounds: vec![Ground::Table { rect, cell }],
        places,
        ways,
    }
}

/// Level by level; within a level a nearest-neighbour chain by how many neighbours two actors share, improved by turning
/// parts of it round as long as that helps (2-opt).
fn order(asked: Asked) -> Vec<ActorIx> {
    let network = asked.network;
    let mut sets: Vec<BTreeSet<ActorIx>> = vec![BTreeSet::new(); network.actors.len()];
    for tie in asked.ties {
        let link = network.link(*tie);
        sets[link.from as usize].insert(link.to);
        sets[link.to as usize].insert(link.from);
    }
    let rungs = network.map.ladder().rungs().map(|(id, _, _)| id).collect::<Vec<_>>();
    let mut order = Vec::with_capacity(network.actors.len());
    for id in rungs.iter().rev() {
        let on_level = (0..).zip(&network.actors).filter(|(_, node)| {
            network
                .levels
                .get(node.level as usize)
                .is_some_and(|rung| crate::model::Id::as_str(&rung.id) == *id)
        });
        let actors: Vec<ActorIx> = on_level.map(|(actor, _)| actor).collect();
        order.extend(if actors.len() > SERIATED {
            by_degree(actors, &sets)
        } else {
            seriated(actors, &sets)
        });
    }
    order
}

fn by_degree(mut actors: Vec<ActorIx>, sets: &[BTreeSet<ActorIx>]) -> Vec<ActorIx> {
    actors.sort_by_key(|actor| (std::cmp::Reverse(sets[*actor as usize].len()), *actor));
    actors
}

/// How unlike the neighbourhoods of two actors are: 1 − Jaccard, each counted among its own neighbours.
fn unlike(a: ActorIx, b: ActorIx, sets: &[BTreeSet<ActorIx>]) -> f32 {
    let (one, two) = (&sets[a as usize], &sets[b as usize]);
    let is_tied = usize::from(one.contains(&b));
    let shared = one.intersection(two).count() + 2 * is_tied;
    let all = one.union(two).count() + 2 - is_tied;
    1.0 - shared as f32 / all.max(1) as f32
}

fn seriated(actors: Vec<ActorIx>, sets: &[BTreeSet<ActorIx>]) -> Vec<ActorIx> {
    let mut left = by_degree(actors, sets);
    if left.len() < 3 {
        return left;
    }
    let mut chain = vec![left.remove(0)];
    while !left.is_empty() {
        let last = chain[chain.len() - 1];
        let distance = |actor: &ActorIx| unlike(last, *actor, sets);
        let nearest = (0..left.len()).min_by(|a, b| distance(&left[*a]).total_cmp(&distance(&left[*b])));
        chain.push(left.remove(nearest.unwrap_or(0)));
    }
    let cost = |a: usize, b: usize, chain: &[ActorIx]| match (chain.get(a), chain.get(b)) {
        (Some(a), Some(b)) => unlike(*a, *b, sets),
        _ => 0.0,
    };
    for _ in 0..8 {
        let mut is_better = false;
        for from in 1..chain.len() {
            for to in from + 1..chain.len() {
                let before = cost(from - 1, from, &chain) + cost(to, to + 1, &chain);
                let after = cost(from - 1, to, &chain) + cost(from, to + 1, &chain);
                if after + 1e-4 < before {
                    chain[from..=to].reverse();
                    is_better = true;
                }
            }
        }
        if !is_better {
            break;
        }
    }
    chain
}
