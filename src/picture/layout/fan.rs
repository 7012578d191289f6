//! Ways between marks: straight for a single tie, bowed and fanned apart for several ties of one pair, and round a mark
//! that would stand in the way. On maps that people read name by name they are chosen with care for names too.

use super::apart::Squares;
use super::route::{self, Around};
use super::{Asked, Before, MARK, Place, Ways};
use crate::analysis::{ActorIx, Progress};
use crate::picture::geometry::{Point, Rect, distance_to_line};

/// How far apart the ties of one pair run, halfway.
const APART: f32 = 14.0;
/// How much clearance a way leaves to a mark that is not its own.
const CLEAR: f32 = MARK + 5.0;
/// The points of a bow.
const STEPS: u8 = 14;
/// How far a way swings out to get round a mark: the smallest swing that is enough is taken.
const SWINGS: [f32; 8] = [18.0, -18.0, 30.0, -30.0, 44.0, -44.0, 60.0, -60.0];
/// Up to so many actors and ties, every name counts.
const MOST_READ: usize = 150;
const MOST_READ_TIES: usize = 600;
/// Beyond so many ties nobody sees a single one, and all single ties run straight.
const MOST_ROUNDED: usize = 2_000;

/// The ways of all drawn ties, in a picture of that extent; after a change, those that can stay as they were `before` do.
/// O(ties log ties), and for each tie as many marks as it passes.
pub fn ways(asked: Asked, places: &[Place], extent: Rect, before: Option<&Before>) -> Ways {
    let is_read = places.len() <= MOST_READ && asked.ties.len() <= MOST_READ_TIES;
    let progress = Progress { done: 0, of: 1 };
    let chosen = || {
        let kept = before.map(|before| route::Kept::of(asked, before, places, asked.names, extent));
        route::ways(asked, places, (extent, &[]), (&|_| true, progress), Around::Marks, kept.as_ref())
    };
    match is_read.then(chosen) {
        Some(Ok(ways)) => ways,
        _ => plain(asked, places),
    }
}

/// The same without regard to names.
fn plain(asked: Asked, places: &[Place]) -> Ways {
    let marks = (asked.ties.len() <= MOST_ROUNDED).then(|| Marks::of(places));
    let mut lanes = lanes(asked).into_iter();
    let mut ways = Ways::default();
    for tie in asked.ties {
        let link = asked.network.link(*tie);
        let (first, second) = link.pair();
        let (lane, of) = lanes.next().unwrap_or((0, 1));
        let (from, to) = (places[first as usize].at, places[second as usize].at);
        let fan = (lane as f32 - (of as f32 - 1.0) / 2.0) * lane_width(from, to, of);
        let swing = marks.as_ref().map_or(0.0, |marks| marks.swing(from, to, (first, second), fan));
        let points = bow(from, to, fan + swing);
        // Lanes are counted from the smaller id, so that ties to and fro do not change sides.
        if link.from == first { ways.push(points) } else { ways.push(points.into_iter().rev()) }
    }
    ways
}

/// For each drawn tie, its lane among those of its pair, and how many those are.
fn lanes(asked: Asked) -> Vec<(usize, usize)> {
    let mut order: Vec<usize> = (0..asked.ties.len()).collect();
    let pair = |at: usize| asked.network.link(asked.ties[at]).pair();
    order.sort_by_key(|at| (pair(*at), *at));
    let mut lanes = vec![(0, 1); order.len()];
    for group in order.chunk_by(|a, b| pair(*a) == pair(*b)) {
        for (lane, at) in group.iter().enumerate() {
            lanes[*at] = (lane, group.len());
        }
    }
    lanes
}

/// Ties between actors that stand close, and many of them, run closer together.
fn lane_width(from: Point, to: Point, of: usize) -> f32 {
    APART.min(from.distance(to) * 0.8 / of.max(1) as f32)
}

/// A way that is so far beside the straight line, halfway. Straight ones are two points.
pub fn bow(from: Point, to: Point, by: f32) -> Vec<Point> {
    let length = from.distance(to);
    if by.abs() < 0.05 || length < 0.05 {
        return vec![from, to];
    }
    let (across, down) = ((to.y - from.y) / length, -(to.x - from.x) / length);
    // A quadratic Bézier curve passes halfway to its control point.
    let control = from.towards(to, 0.5).moved(across * by * 2.0, down * by * 2.0);
    let at = |share: f32| from.towards(control, share).towards(control.towards(to, share), share);
    let mut points: Vec<Point> = (0..STEPS).map(|step| at(f32::from(step) / f32::from(STEPS))).collect();
    points.push(to);
    points
}

/// The marks, and where to find them.
struct Marks<'a> {
    places: &'a [Place],
    squares: Squares,
}

impl<'a> Marks<'a> {
    fn of(places: &'a [Place]) -> Self {
        Self { places, squares: Squares::of(places.iter().map(|place| place.at), 4.0 * CLEAR) }
    }

    /// How far a way has to swing out beside its lane so that no mark but its own stands in it; 0 if it cannot.
    fn swing(&self, from: Point, to: Point, own: (ActorIx, ActorIx), fan: f32) -> f32 {
        let reach = SWINGS.iter().fold(0.0, |most: f32, swing| most.max(swing.abs())) + fan.abs() + CLEAR;
        let near = self.squares.along(from, to, reach);
        let others: Vec<Point> = (near.into_iter())
            .filter(|actor| *actor != own.0 && *actor != own.1)
            .map(|actor| self.places[actor as usize].at)
            .filter(|at| distance_to_line(*at, from, to) < reach)
            .collect();
        let closest = |by: f32| {
            let way = bow(from, to, by);
            let legs =
                way.windows(2).flat_map(|leg| others.iter().map(|at| distance_to_line(*at, leg[0], leg[1])));
            legs.fold(CLEAR, f32::min)
        };
        if others.is_empty() || closest(fan) >= CLEAR {
            return 0.0;
        }
        let longest = from.distance(to) * 0.3;
        let mut best = (closest(fan), 0.0);
        for swing in SWINGS.into_iter().filter(|swing| swing.abs() <= longest) {
            let clear = closest(fan + swing);
            if clear >= CLEAR {
                return swing;
            }
            // Better is not good enough for a bow, unless it is the difference between through and past.
            if clear > best.0 + 8.0 {
                best = (clear, swing);
            }
        }
        best.1
    }
}
