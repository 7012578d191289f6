//! Where actors stand within their rows: near those to whom they are tied, and never on each other.

use super::{BETWEEN, Band, MARGIN, TITLE, slot};
use crate::analysis::ActorIx;
use crate::picture::geometry::Point;
use crate::picture::layout::{Asked, Place, Side};

/// How often everybody moves towards their neighbours.
const ROUNDS: usize = 6;

/// The places of all actors.
pub fn places(asked: Asked, bands: &[Band], width: f32) -> Vec<Place> {
    let mut places = vec![Place::default(); asked.network.actors.len()];
    for band in bands {
        for (number, row) in band.rows.iter().enumerate() {
            let height = band.height_of(number);
            let wanted = evenly(asked, row, number, width);
            for (actor, x) in row.iter().zip(&wanted) {
                places[*actor as usize] = Place { at: Point::new(*x, height), side: Side::Below };
            }
        }
    }
    let mut pulls: Vec<(f32, u32)> = vec![(0.0, 0); places.len()];
    for _ in 0..ROUNDS {
        pulls.fill((0.0, 0));
        for tie in asked.ties {
            let link = asked.network.link(*tie);
            for (one, other) in [(link.from, link.to), (link.to, link.from)] {
                let pull = &mut pulls[one as usize];
                *pull = (pull.0 + places[other as usize].at.x, pull.1 + 1);
            }
        }
        for band in bands {
            for (number, row) in band.rows.iter().enumerate() {
                let even = evenly(asked, row, number, width);
                // Some way to the neighbours, mostly to where all have the same room: neither a heap nor a grid.
                let wanted: Vec<f32> = row
                    .iter()
                    .zip(&even)
                    .map(|(actor, even)| match pulls[*actor as usize] {
                        (_, 0) => *even,
                        (sum, count) => 0.3 * (sum / count as f32) + 0.7 * even,
                    })
                    .collect();
                for (actor, x) in row.iter().zip(apart(asked, row, &wanted, bounds(asked, number, width))) {
                    places[*actor as usize].at.x = x;
                }
            }
        }
    }
    places
}

/// Where a row may stand: its title has the beginning of the first one.
fn bounds(asked: Asked, row: usize, width: f32) -> (f32, f32) {
    let title = if row == 0 { TITLE } else { 0.0 };
    if asked.is_right_to_left { (MARGIN, width - MARGIN - title) } else { (MARGIN + title, width - MARGIN) }
}

/// All with the same room between them; every second row is shifted, so that names and ties find gaps.
fn evenly(asked: Asked, row: &[ActorIx], number: usize, width: f32) -> Vec<f32> {
    let (start, end) = bounds(asked, number, width);
    let taken: f32 = row.iter().map(|actor| slot(asked, *actor)).sum();
    let gap = ((end - start - taken) / (row.len() as f32 + 1.0)).max(0.0);
    let mut x = start + gap;
    row.iter()
        .map(|actor| {
            let slot = slot(asked, *actor);
            let middle = x + slot / 2.0;
            x += slot + gap;
            middle
        })
        .collect()
}

/// The places nearest to those wanted, in the least squares, that keep the order and leave room for names: pooling of
/// adjacent violators (Ayer et al. 1955) on what is left once the room is taken out.
fn apart(asked: Asked, row: &[ActorIx], wanted: &[f32], (start, end): (f32, f32)) -> Vec<f32> {
    let mut offset = 0.0;
    let offsets: Vec<f32> = row
        .iter()
        .map(|actor| {
            let half = slot(asked, *actor) / 2.0;
            offset += half;
            let here = offset;
            offset += half;
            here
        })
        .collect();
    let mut pools: Vec<(f32, usize)> = Vec::new();
    for (wanted, offset) in wanted.iter().zip(&offsets) {
        pools.push((wanted - offset, 1));
        while let [.., (before, many), (last, few)] = pools.as_slice()
            && before > last
        {
            let joined = (before * *many as f32 + last * *few as f32) / (many + few) as f32;
            let count = many + few;
            pools.truncate(pools.len() - 2);
            pools.push((joined, count));
        }
    }
    let most = (end - BETWEEN / 2.0 - offset).max(start);
    let levels =
        pools.into_iter().flat_map(|(level, count)| std::iter::repeat_n(level.clamp(start, most), count));
    levels.zip(offsets).map(|(level, offset)| level + offset).collect()
}
