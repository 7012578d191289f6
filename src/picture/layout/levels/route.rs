//! Which way ties run: between the actors of the rows that they pass, bowed where they would run through somebody, and
//! fanned apart where several join one pair.

use std::collections::BTreeMap;

use super::Band;
use crate::analysis::{ActorIx, TieIx};
use crate::picture::geometry::{Point, Rect};
use crate::picture::layout::{Asked, MARK, Place, Ways};

/// How far a tie stays from what it passes.
const CLEAR: f32 = 7.0;
/// How far apart the ties of one pair run.
const FAN: f32 = 11.0;
/// How many points a curve has between two of its corners.
const STEPS: u8 = 10;

/// A row of marks and names, and what stands in it from left to right.
struct Shelf {
    top: f32,
    bottom: f32,
    height: f32,
    /// Marks and names.
    taken: Vec<(f32, f32)>,
    /// Marks alone.
    marks: Vec<(f32, f32)>,
}

/// The ways of all ties.
pub fn ways(asked: Asked, bands: &[Band], places: &[Place]) -> Ways {
    let shelves = shelves(asked, bands, places);
    let fans = fans(asked);
    let mut ways = Ways::default();
    // Ties that passed a gap before make it narrower for those that come after.
    let mut used: Vec<Vec<f32>> = vec![Vec::new(); shelves.len()];
    for tie in asked.ties {
        let link = asked.network.link(*tie);
        let (from, to) = (places[link.from as usize].at, places[link.to as usize].at);
        let side = fans.get(tie).copied().unwrap_or(0.0);
        ways.push(way(&shelves, &mut used, from, to, side));
    }
    ways
}

fn shelves(asked: Asked, bands: &[Band], places: &[Place]) -> Vec<Shelf> {
    let mut shelves = Vec::new();
    for band in bands {
        for (number, row) in band.rows.iter().enumerate() {
            let height = band.height_of(number);
            let mut rooms: Vec<Rect> = row.iter().map(|actor| room(asked, places, *actor)).collect();
            rooms.sort_by(|a, b| a.min.x.total_cmp(&b.min.x));
            shelves.push(Shelf {
                top: height - MARK - 2.0,
                bottom: rooms.iter().map(|room| room.max.y).fold(height + MARK, f32::max),
                height,
                taken: rooms.iter().map(|room| (room.min.x - CLEAR, room.max.x + CLEAR)).collect(),
                marks: row
                    .iter()
                    .map(|actor| places[*actor as usize].at.x)
                    .map(|x| (x - MARK - CLEAR, x + MARK + CLEAR))
                    .collect(),
            });
        }
    }
    shelves
}

/// What an actor takes: its mark and its name.
fn room(asked: Asked, places: &[Place], actor: ActorIx) -> Rect {
    let place = places[actor as usize];
    let mark = Rect::new(place.at.moved(-MARK, -MARK), place.at.moved(MARK, MARK));
    let name = asked.names.get(actor as usize).map(|name| place.side.room(place.at, MARK, name.size));
    name.map_or(mark, |name| mark.joined(&name))
}

/// How far each tie of a pair with several runs beside the middle, seen from top to bottom or from left to right.
fn fans(asked: Asked) -> BTreeMap<TieIx, f32> {
    let mut pairs: BTreeMap<(ActorIx, ActorIx), Vec<TieIx>> = BTreeMap::new();
    for tie in asked.ties {
        pairs.entry(asked.network.link(*tie).pair()).or_default().push(*tie);
    }
    let several = pairs.into_values().filter(|ties| ties.len() > 1);
    several
        .flat_map(|ties| {
            let middle = (ties.len() - 1) as f32 / 2.0;
            ties.into_iter().enumerate().map(move |(at, tie)| (tie, (at as f32 - middle) * FAN))
        })
        .collect()
}

fn way(shelves: &[Shelf], used: &mut [Vec<f32>], from: Point, to: Point, side: f32) -> Vec<Point> {
    let is_level = |shelf: &Shelf, point: Point| (shelf.height - point.y).abs() < 0.5;
    if (from.y - to.y).abs() < 0.5 {
        let shelf = shelves.iter().find(|shelf| is_level(shelf, from));
        let (left, right) = if from.x <= to.x { (from, to) } else { (to, from) };
        let mut points = level_way(shelf, left, right, side);
        if from.x > to.x {
            points.reverse();
        }
        return points;
    }
    let (top, bottom) = if from.y < to.y { (from, to) } else { (to, from) };
    let passed: Vec<usize> = (0..shelves.len())
        .filter(|at| shelves[*at].height > top.y + 0.5 && shelves[*at].height < bottom.y - 0.5)
        .collect();
    let mut corners = vec![top];
    for at in &passed {
        let shelf = &shelves[*at];
        let last = corners[corners.len() - 1];
        // Where a straight line on from here would pass.
        let share = (shelf.height - last.y) / (bottom.y - last.y).max(1.0);
        let straight = last.x + (bottom.x - last.x) * share + side;
        let x = gap(shelf, &used[*at], straight);
        used[*at].push(x);
        corners.push(Point::new(x, shelf.top));
        corners.push(Point::new(x, shelf.bottom));
    }
    corners.push(bottom);
    let mut points = if corners.len() == 2 { bow(top, bottom, side) } else { smooth(&corners) };
    if from.y > to.y {
        points.reverse();
    }
    points
}

/// The place in a row nearest to one wanted where neither an actor nor another tie is; where names leave no gap, one
/// between marks.
fn gap(shelf: &Shelf, used: &[f32], wanted: f32) -> f32 {
    let crowd = |x: f32| used.iter().filter(|other| (**other - x).abs() < 6.0).count();
    let cost = |x: &f32| (x - wanted).abs() + 12.0 * crowd(*x) as f32;
    let beside = |taken: &[(f32, f32)]| {
        let is_free = |x: &f32| taken.iter().all(|(start, end)| x <= start || x >= end);
        let near = [0.0, 7.0, -7.0, 14.0, -14.0].into_iter().map(|by| wanted + by);
        let edges = taken.iter().flat_map(|(start, end)| {
            [*start - 1.0, *start - 8.0, *start - 15.0, *end + 1.0, *end + 8.0, *end + 15.0]
        });
        near.chain(edges).filter(is_free).min_by(|a, b| cost(a).total_cmp(&cost(b)))
    };
    // A long way round is worse than a way under a name.
    let far = |x: &f32| (x - wanted).abs() < 260.0;
    beside(&shelf.taken).filter(far).or_else(|| beside(&shelf.marks)).unwrap_or(wanted)
}

/// Within a row, from left to right: straight to a neighbour, and over those who stand between.
fn level_way(shelf: Option<&Shelf>, left: Point, right: Point, side: f32) -> Vec<Point> {
    let is_between = |(start, end): &&(f32, f32)| {
        let middle = (start + end) / 2.0;
        middle > left.x + MARK && middle < right.x - MARK
    };
    let between = shelf.map_or(0, |shelf| shelf.taken.iter().filter(is_between).count());
    if between == 0 {
        return bow(left, right, side);
    }
    let over = left.y - (MARK + 9.0 + 3.0 * between as f32).min(30.0) - side.abs();
    let inset = ((right.x - left.x) * 0.16).min(46.0);
    smooth(&[left, Point::new(left.x + inset, over), Point::new(right.x - inset, over), right])
}

/// A line that bows so far to a side in its middle.
fn bow(from: Point, to: Point, side: f32) -> Vec<Point> {
    if side == 0.0 {
        return vec![from, to];
    }
    let length = from.distance(to).max(1.0);
    let normal = Point::new(-(to.y - from.y) / length, (to.x - from.x) / length);
    // Half of what the control point is off is what the curve is.
    let control = from.towards(to, 0.5).moved(normal.x * side * 2.0, normal.y * side * 2.0);
    let at = |share: f32| from.towards(control, share).towards(control.towards(to, share), share);
    (0..=STEPS).map(|step| at(f32::from(step) / f32::from(STEPS))).collect()
}

/// A curve through corners: cubic Hermite with monotone tangents (Fritsch & Carlson 1980) in height, so that it never
/// swings out of a gap that it has to pass.
fn smooth(corners: &[Point]) -> Vec<Point> {
    let count = corners.len();
    let slopes: Vec<f32> = corners
        .windows(2)
        .map(|pair| (pair[1].x - pair[0].x) / (pair[1].y - pair[0].y).abs().max(1.0))
        .collect();
    let tangent = |at: usize| match at {
        0 => slopes[0],
        _ if at == count - 1 => slopes[count - 2],
        _ if slopes[at - 1] * slopes[at] <= 0.0 => 0.0,
        _ => 2.0 * slopes[at - 1] * slopes[at] / (slopes[at - 1] + slopes[at]),
    };
    let is_rising = corners.windows(2).all(|pair| pair[1].y > pair[0].y);
    if !is_rising {
        return rounded(corners);
    }
    let mut points = vec![corners[0]];
    for (at, pair) in corners.windows(2).enumerate() {
        let (a, b) = (pair[0], pair[1]);
        let height = b.y - a.y;
        let (start, end) = (tangent(at) * height, tangent(at + 1) * height);
        for step in 1..=STEPS {
            let t = f32::from(step) / f32::from(STEPS);
            let (t2, t3) = (t * t, t * t * t);
            let x = (2.0 * t3 - 3.0 * t2 + 1.0) * a.x
                + (t3 - 2.0 * t2 + t) * start
                + (3.0 * t2 - 2.0 * t3) * b.x
                + (t3 - t2) * end;
            points.push(Point::new(x, a.y + height * t));
        }
    }
    points
}

/// A line through corners, each of which is cut off by a curve.
fn rounded(corners: &[Point]) -> Vec<Point> {
    let mut points = vec![corners[0]];
    for three in corners.windows(3) {
        let (before, corner, after) = (three[0], three[1], three[2]);
        let radius = 26.0_f32.min(before.distance(corner) * 0.5).min(corner.distance(after) * 0.5);
        let start = corner.towards(before, radius / before.distance(corner).max(1.0));
        let end = corner.towards(after, radius / corner.distance(after).max(1.0));
        let at = |share: f32| start.towards(corner, share).towards(corner.towards(end, share), share);
        points.extend((0..=6_u8).map(|step| at(f32::from(step) / 6.0)));
    }
    points.extend(corners.last());
    points
}
