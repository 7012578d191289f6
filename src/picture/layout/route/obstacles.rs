//! What ways have to keep out of: marks and names, found by where they are.

use std::cell::Cell;

use super::{side, square};
use crate::analysis::ActorIx;
use crate::picture::geometry::{Point, Rect, Size, part_inside};
use crate::picture::layout::{MARK, Place};
use crate::picture::names::Name;

/// How far ways keep away from a mark.
const FROM_MARK: f32 = 3.0;
/// How far ways keep away from a name.
const FROM_NAME: f32 = 1.5;
/// How large a square is in which things are looked up, at least.
const SQUARE: f32 = 48.0;
/// How many squares there may be for each thing, and beside that: a picture that is nearly empty has larger ones.
const SQUARES: (usize, usize) = (16, 1 << 16);

/// Something to keep out of.
#[derive(Debug, Clone, Copy)]
pub struct Obstacle {
    /// Its room.
    pub rect: Rect,
    /// Whose it is; [`NOBODY`] for the title of a band.
    pub owner: ActorIx,
    /// Whether it is a name or a title, and not a mark.
    pub is_text: bool,
}

/// Whose something is that is no actor's.
pub const NOBODY: ActorIx = ActorIx::MAX;

/// Marks, names, and the titles of bands.
pub struct Obstacles {
    /// All of them.
    pub all: Vec<Obstacle>,
    /// Where a way may come near each of them: most are ruled out by that alone.
    near: Vec<Rect>,
    room: Rect,
    from: Point,
    across: usize,
    /// How large a square is.
    side: f32,
    squares: Vec<Vec<u32>>,
    /// How many things and squares were looked at so far.
    looks: Cell<u64>,
}

/// What a way runs into.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hits {
    /// Marks of others.
    pub marks: u32,
    /// Names of others, and titles.
    pub names: u32,
    /// Whether it leaves the room.
    pub is_outside: bool,
    /// Names of the two that it ties.
    pub own_names: u32,
}

impl Hits {
    /// What all that costs.
    pub fn cost(&self) -> f32 {
        let weighted =
            1_500 * self.marks + 400 * self.names + 12 * self.own_names + 2_000 * u32::from(self.is_outside);
        f32::from(u16::try_from(weighted).unwrap_or(u16::MAX))
    }

    fn count(&mut self, obstacle: &Obstacle, ends: (u32, u32)) {
        match (obstacle.owner == ends.0 || obstacle.owner == ends.1, obstacle.is_text) {
            (false, false) => self.marks += 1,
            (false, true) => self.names += 1,
            (true, true) => self.own_names += 1,
            (true, false) => {}
        }
    }
}

impl Obstacles {
    /// The marks and names of all actors, and titles, in a room that ways should not leave.
    pub fn of(places: &[Place], names: &[Name], titles: &[Rect], room: Rect) -> Self {
        let mut all = Vec::with_capacity(places.len() * 2 + titles.len());
        for (owner, (place, name)) in (0..).zip(places.iter().zip(names)) {
            let mark = Rect::around(place.at, Size::new(2.0 * MARK, 2.0 * MARK));
            all.push(Obstacle { rect: mark, owner, is_text: false });
            let rect = place.side.room(place.at, MARK, name.size);
            all.push(Obstacle { rect, owner, is_text: true });
        }
        all.extend(titles.iter().map(|rect| Obstacle { rect: *rect, owner: NOBODY, is_text: true }));
        let rects = all.iter().map(|obstacle| obstacle.rect);
        let whole = rects.reduce(|a, b| a.joined(&b)).unwrap_or_default().grown(FROM_MARK);
        let side = side(whole, SQUARE, SQUARES.0 * all.len() + SQUARES.1);
        let across = square(whole.width(), side) + 1;
        let down = square(whole.height(), side) + 1;
        let near = all.iter().map(|obstacle| obstacle.rect.grown(FROM_MARK)).collect();
        let mut this = Self {
            all,
            near,
            room,
            from: whole.min,
            across,
            side,
            squares: vec![Vec::new(); across * down],
            looks: Cell::new(0),
        };
        for number in 0..this.all.len() {
            for at in this.squares_of(this.near[number]) {
                this.squares[at].push(u32::try_from(number).unwrap_or(u32::MAX));
            }
        }
        this
    }

    /// What a way of one actor to another runs into, each thing once; no need to go on where that costs more than `most`.
    /// Its points should be close to each other.
    pub fn hits(&self, way: &[Point], ends: (u32, u32), most: f32) -> Hits {
        let mut hits =
            Hits { is_outside: way.iter().any(|point| !self.room.contains(*point)), ..Hits::default() };
        // Few things are met: looking through them is faster than any set.
        let mut met: Vec<u32> = Vec::new();
        for pair in way.windows(2) {
            let (from, to) = (pair[0], pair[1]);
            let leg = Rect::new(
                Point::new(from.x.min(to.x), from.y.min(to.y)),
                Point::new(from.x.max(to.x), from.y.max(to.y)),
            );
            for at in self.squares_of(leg) {
                self.looks.set(self.looks.get() + 1 + self.squares[at].len() as u64);
                for number in &self.squares[at] {
                    if touches(&self.near[*number as usize], &leg)
                        && !met.contains(number)
                        && self.is_met(*number, from, to)
                    {
                        met.push(*number);
                        hits.count(&self.all[*number as usize], ends);
                        if hits.cost() > most {
                            return hits;
                        }
                    }
                }
            }
        }
        hits
    }

    /// How many things and squares were looked at so far, to see what ways run into.
    pub fn looks(&self) -> u64 {
        self.looks.get()
    }

    /// Whether nothing overlaps a rectangle.
    pub fn is_free(&self, rect: Rect) -> bool {
        let mut near = self.squares_of(rect).flat_map(|at| &self.squares[at]);
        near.all(|number| !self.all[*number as usize].rect.overlaps(&rect))
    }

    /// Adds something that is nobody's.
    pub fn add(&mut self, rect: Rect) {
        let number = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        self.all.push(Obstacle { rect, owner: NOBODY, is_text: true });
        self.near.push(rect.grown(FROM_MARK));
        for at in self.squares_of(rect.grown(FROM_MARK)) {
            self.squares[at].push(number);
        }
    }

    fn is_met(&self, number: u32, from: Point, to: Point) -> bool {
        let Obstacle { rect, is_text, .. } = self.all[number as usize];
        if is_text {
            meets(rect.grown(FROM_NAME), from, to)
        } else {
            is_near(rect.centre(), from, to, MARK + FROM_MARK)
        }
    }

    fn squares_of(&self, rect: Rect) -> impl Iterator<Item = usize> + use<> {
        let across = self.across;
        let down = self.squares.len() / across.max(1);
        let column = |x: f32| square(x - self.from.x, self.side).min(across.saturating_sub(1));
        let row = |y: f32| square(y - self.from.y, self.side).min(down.saturating_sub(1));
        let (first, last) = (column(rect.min.x), column(rect.max.x));
        (row(rect.min.y)..=row(rect.max.y))
            .flat_map(move |row| (first..=last).map(move |column| row * across + column))
    }
}

/// Whether a point is nearer than that to the line between two others.
pub fn is_near(point: Point, from: Point, to: Point, reach: f32) -> bool {
    let (x, y) = (to.x - from.x, to.y - from.y);
    let length = (x * x + y * y).max(f32::EPSILON);
    let share = (((point.x - from.x) * x + (point.y - from.y) * y) / length).clamp(0.0, 1.0);
    let (off_x, off_y) = (point.x - from.x - x * share, point.y - from.y - y * share);
    off_x * off_x + off_y * off_y < reach * reach
}

/// Whether two rectangles share anything; one may be a line, or a point.
fn touches(a: &Rect, b: &Rect) -> bool {
    a.min.x <= b.max.x && b.min.x <= a.max.x && a.min.y <= b.max.y && b.min.y <= a.max.y
}

/// Whether a line has a part within a rectangle.
pub fn meets(rect: Rect, from: Point, to: Point) -> bool {
    part_inside(rect, from, to).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::layout::Side;

    fn spread(count: u16, apart: (f32, f32)) -> Obstacles {
        let at =
            |number: u16| Point::new(f32::from(number % 100) * apart.0, f32::from(number / 100) * apart.1);
        let places: Vec<Place> =
            (0..count).map(|number| Place { at: at(number), side: Side::Below }).collect();
        let names = vec![
            Name { lines: Vec::new(), is_right_to_left: false, size: Size::new(80.0, 16.0) };
            usize::from(count)
        ];
        Obstacles::of(&places, &names, &[], Rect::of_size(Size::new(1e6, 1e6)))
    }

    #[test]
    fn a_picture_that_is_nearly_empty_has_no_more_squares_than_things() {
        for apart in [(8_000.0, 7_000.0), (1e7, 0.0), (0.0, 1e9)] {
            let squares = spread(4_000, apart).squares.len();
            assert!(squares <= 2 * (SQUARES.0 * 8_000 + SQUARES.1), "{squares} squares");
        }
        let read = spread(4_000, (120.0, 90.0));
        assert!((read.side - SQUARE).abs() < f32::EPSILON);
        // What is met does not depend on how large squares are.
        let (near, far) = (spread(400, (300.0, 300.0)), spread(400, (300.0, 30_000.0)));
        let way = |down: f32| [Point::new(-50.0, down), Point::new(40_000.0, down)];
        let ends = (NOBODY - 1, NOBODY - 1);
        assert_eq!(near.hits(&way(300.0), ends, f32::MAX).marks, 100);
        assert_eq!(far.hits(&way(30_000.0), ends, f32::MAX).marks, 100);
    }
}
