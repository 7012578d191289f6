//! Where ways run already, and in which direction, so that the next one does not lie on them.

use super::{side, square};
use crate::picture::geometry::{Point, Rect};

/// How large a square is, at least, and how many there may be: a picture of a size that nobody looks at has larger ones.
const SQUARE: f32 = 9.0;
const SQUARES: usize = 6_000_000;
/// How near to its ends it does not matter where a way runs.
const NEAR_END: f32 = 36.0;
/// Ways that run within 45° of each other count as running alike.
const DIRECTIONS: usize = 4;

/// How many ways run through each square, by direction.
pub struct Traffic {
    from: Point,
    across: usize,
    down: usize,
    /// How large a square is.
    side: f32,
    counts: Vec<[u8; DIRECTIONS]>,
}

impl Traffic {
    /// Nothing runs anywhere in the room yet.
    pub fn of(room: Rect) -> Self {
        let side = side(room, SQUARE, SQUARES);
        let (across, down) = (square(room.width(), side) + 1, square(room.height(), side) + 1);
        Self { from: room.min, across, down, side, counts: vec![[0; DIRECTIONS]; across * down] }
    }

    /// Over how much of its length a way would lie on others, in points. Near its ends many meet, and that does not count.
    pub fn shared(&self, way: &[Point]) -> f32 {
        let mut shared = 0.0;
        for (from, to) in steps(way) {
            let (middle, direction) = (from.towards(to, 0.5), direction(from, to));
            if let Some(at) = self.at(middle) {
                let near = [direction, (direction + 1) % DIRECTIONS, (direction + 3) % DIRECTIONS];
                let alike = u16::from(self.counts[at][near[0]])
                    + u16::from(self.counts[at][near[1]]) / 2
                    + u16::from(self.counts[at][near[2]]) / 2;
                if alike > 0 {
                    shared += from.distance(to) * f32::from(alike.min(3));
                }
            }
        }
        shared
    }

    /// Adds a way.
    pub fn add(&mut self, way: &[Point]) {
        for (from, to) in steps(way) {
            if let Some(at) = self.at(from.towards(to, 0.5)) {
                let count = &mut self.counts[at][direction(from, to)];
                *count = count.saturating_add(1);
            }
        }
    }

    fn at(&self, point: Point) -> Option<usize> {
        let (x, y) = (point.x - self.from.x, point.y - self.from.y);
        let (column, row) = (square(x, self.side), square(y, self.side));
        (x >= 0.0 && y >= 0.0 && column < self.across && row < self.down)
            .then_some(row * self.across + column)
    }
}

/// The steps of a way without those near its ends.
fn steps(way: &[Point]) -> impl Iterator<Item = (Point, Point)> {
    let ends = way.first().copied().zip(way.last().copied());
    let is_far = |a: Point, b: Point| (a.x - b.x).powi(2) + (a.y - b.y).powi(2) > NEAR_END * NEAR_END;
    let is_inside = move |at: Point| ends.is_some_and(|(a, b)| is_far(at, a) && is_far(at, b));
    way.windows(2).map(|pair| (pair[0], pair[1])).filter(move |(from, to)| is_inside(*from) && is_inside(*to))
}

/// One of four directions, each the same both ways.
fn direction(from: Point, to: Point) -> usize {
    let (x, y) = (to.x - from.x, to.y - from.y);
    match (x * y >= 0.0, x.abs() > y.abs()) {
        (true, true) => 0,
        (true, false) => 1,
        (false, false) => 2,
        (false, true) => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::geometry::Size;

    #[test]
    fn a_picture_as_wide_as_a_town_takes_no_more_memory_than_a_large_one() {
        for (wide, high) in [(833_000.0, 720_000.0), (1e9, 10.0), (10.0, 1e12), (1e15, 1e15)] {
            let traffic = Traffic::of(Rect::of_size(Size::new(wide, high)));
            assert!(traffic.counts.len() <= 2 * SQUARES, "{} squares", traffic.counts.len());
        }
        let read = Traffic::of(Rect::of_size(Size::new(20_000.0, 17_000.0)));
        assert!((read.side - SQUARE).abs() < f32::EPSILON);
    }
}
