//! Rings: one actor in the middle, those tied to it around it, those tied to them around those, and so on. Children stand
//! near their parents (radial drawing after Eades 1992); who is not reached stands in a tray.

use std::f32::consts::TAU;

use super::{Asked, Ground, Layout, MARK, Place, Side, fan};
use crate::analysis::ActorIx;
use crate::picture::geometry::{Point, Rect};

/// The least between two rings.
const APART: f32 = 92.0;
/// How long a part of its ring an actor needs with its name.
const ARC: f32 = 92.0;
/// Beside the outermost ring.
const MARGIN: f32 = 70.0;
/// The tray: how high a row of it is, how wide a place, how high its title.
const ROW: f32 = 76.0;
const WIDE: f32 = 112.0;
const TITLE: f32 = 34.0;

/// Lays the rings out. O(actors log actors + ties).
pub fn layout(asked: Asked) -> Layout {
    let count = asked.network.actors.len();
    let neighbours = neighbours(asked);
    let middle = asked.centre.filter(|actor| (*actor as usize) < count);
    let most_tied = (0..)
        .take(count)
        .max_by_key(|actor: &ActorIx| (neighbours[*actor as usize].len(), std::cmp::Reverse(*actor)));
    let Some(middle) = middle.or(most_tied) else {
        return Layout { extent: Rect::of_size(asked.size), ..Layout::default() };
    };
    let tree = Tree::of(middle, &neighbours);
    let angles = tree.angles();
    let radii = radii(asked, &tree);
    let outermost = radii.last().copied().unwrap_or(0.0);
    let half = (outermost + MARGIN).max(asked.size.height / 2.0);
    let half_width = (outermost + MARGIN + 30.0).max(asked.size.width / 2.0);
    let centre = Point::new(half_width, half);
    let mut places = vec![Place::default(); count];
    for actor in &tree.order {
        let (ring, angle) = (tree.ring[*actor as usize], angles[*actor as usize]);
        let radius = radii[ring];
        let at = centre.moved(radius * angle.cos(), radius * angle.sin());
        places[*actor as usize] = Place { at, side: side(ring, angle) };
    }
    let mut grounds: Vec<Ground> = (1..)
        .zip(radii.iter().skip(1))
        .map(|(hops, radius)| Ground::Ring { hops, centre, radius: *radius })
        .collect();
    let mut bottom = 2.0 * half;
    let unreached: Vec<ActorIx> =
        (0..).take(count).filter(|actor: &ActorIx| tree.ring[*actor as usize] == usize::MAX).collect();
    if !unreached.is_empty() {
        bottom = tray(&unreached, 2.0 * half_width, bottom, &mut places, &mut grounds);
    }
    Layout {
        extent: Rect::new(Point::default(), Point::new(2.0 * half_width, bottom)),
        grounds,
        ways: fan::ways(asked, &places),
        places,
    }
}

fn neighbours(asked: Asked) -> Vec<Vec<ActorIx>> {
    let mut neighbours = vec![Vec::new(); asked.network.actors.len()];
    for tie in asked.ties {
        let link = asked.network.link(*tie);
        neighbours[link.from as usize].push(link.to);
        neighbours[link.to as usize].push(link.from);
    }
    for list in &mut neighbours {
        list.sort_unstable();
        list.dedup();
    }
    neighbours
}

/// Who was reached from whom, breadth first.
struct Tree {
    order: Vec<ActorIx>,
    ring: Vec<usize>,
    children: Vec<Vec<ActorIx>>,
}

impl Tree {
    fn of(middle: ActorIx, neighbours: &[Vec<ActorIx>]) -> Self {
        let mut ring = vec![usize::MAX; neighbours.len()];
        let mut children = vec![Vec::new(); neighbours.len()];
        let mut order = vec![middle];
        ring[middle as usize] = 0;
        let mut head = 0;
        while let Some(actor) = order.get(head).copied() {
            head += 1;
            for other in &neighbours[actor as usize] {
                if ring[*other as usize] == usize::MAX {
                    ring[*other as usize] = ring[actor as usize] + 1;
                    children[actor as usize].push(*other);
                    order.push(*other);
                }
            }
        }
        Self { order, ring, children }
    }

    /// How many are on each ring.
    fn counts(&self) -> Vec<usize> {
        let last = self.order.last().map_or(0, |actor| self.ring[*actor as usize]);
        let mut counts = vec![0; last + 1];
        for actor in &self.order {
            counts[self.ring[*actor as usize]] += 1;
        }
        counts
    }

    /// The angle of each: its share of its parent's wedge, by how many leaves hang on it; then evened out on each ring,
    /// the order kept.
    fn angles(&self) -> Vec<f32> {
        let mut leaves = vec![1.0_f32; self.ring.len()];
        for actor in self.order.iter().rev() {
            let sum: f32 = self.children[*actor as usize].iter().map(|child| leaves[*child as usize]).sum();
            leaves[*actor as usize] = sum.max(1.0);
        }
        let mut wedges = vec![(0.0_f32, TAU); self.ring.len()];
        let mut angles = vec![0.0_f32; self.ring.len()];
        for actor in &self.order {
            let (start, end) = wedges[*actor as usize];
            angles[*actor as usize] = f32::midpoint(start, end);
            let mut from = start;
            for child in &self.children[*actor as usize] {
                let wide = (end - start) * leaves[*child as usize] / leaves[*actor as usize];
                wedges[*child as usize] = (from, from + wide);
                from += wide;
            }
        }
        for ring in 1..self.counts().len() {
            let mut on_ring: Vec<ActorIx> =
                self.order.iter().copied().filter(|actor| self.ring[*actor as usize] == ring).collect();
            on_ring.sort_by(|a, b| angles[*a as usize].total_cmp(&angles[*b as usize]).then(a.cmp(b)));
            let count = on_ring.len() as f32;
            for (number, actor) in on_ring.iter().enumerate() {
                let even = TAU * (number as f32 + 0.5) / count;
                let angle = &mut angles[*actor as usize];
                *angle = 0.25 * *angle + 0.75 * even;
            }
        }
        angles
    }
}

/// How far out each ring is: there is room on it for everybody, and in the window for all of them if that can be.
fn radii(asked: Asked, tree: &Tree) -> Vec<f32> {
    let counts = tree.counts();
    let rings = counts.len().saturating_sub(1).max(1) as f32;
    let room = (asked.size.height.min(asked.size.width) / 2.0 - MARGIN) / rings;
    let step = room.clamp(APART, 150.0);
    let mut radii = vec![0.0];
    for count in counts.iter().skip(1) {
        let last = radii[radii.len() - 1];
        radii.push((last + step).max(*count as f32 * ARC / TAU));
    }
    radii
}

/// Names stand outwards.
fn side(ring: usize, angle: f32) -> Side {
    if ring == 0 {
        return Side::Below;
    }
    match (angle.cos(), angle.sin()) {
        (x, _) if x > 0.8 => Side::Right,
        (x, _) if x < -0.8 => Side::Left,
        (_, y) if y < 0.0 => Side::Above,
        _ => Side::Below,
    }
}

/// Puts those who are not reached under the rings; gives where the tray ends.
fn tray(actors: &[ActorIx], width: f32, top: f32, places: &mut [Place], grounds: &mut Vec<Ground>) -> f32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small whole number")]
    let columns = (width / WIDE).floor().max(1.0) as usize;
    let rows = actors.len().div_ceil(columns);
    for (number, actor) in actors.iter().enumerate() {
        let (row, column) = (number / columns, number % columns);
        let at = Point::new((column as f32 + 0.5) * WIDE, top + TITLE + row as f32 * ROW + MARK);
        places[*actor as usize] = Place { at, side: Side::Below };
    }
    let bottom = top + TITLE + rows as f32 * ROW;
    grounds.push(Ground::Tray { rect: Rect::new(Point::new(0.0, top), Point::new(width, bottom)) });
    bottom
}
