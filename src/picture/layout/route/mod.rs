//! Which way every tie runs: in a gentle bow where that is free, around marks and names where it is not, and never on
//! another tie of the same two.

mod channels;
mod curves;
mod kept;
pub mod obstacles;
mod traffic;

use channels::Channels;
use curves::{beside, bow, rounded, simplified};
pub use kept::Kept;
use obstacles::Obstacles;
use traffic::Traffic;

use super::{Asked, Place, Ways};
use crate::analysis::{ActorIx, KeepOn, Progress, Stopped, TieIx};
use crate::picture::geometry::{Point, Rect};

/// Up to so many ties go around what is in their way; more run straight.
const CAREFUL: usize = 4_000;
/// So many looks at what may be in the way are taken in all, about a second's; ties that are left then run straight. Where
/// ties pass thousands of bands each takes as many.
const LOOKS: u64 = 100_000_000;
/// Between two ties of the same two actors, in the middle.
const FAN: f32 = 11.0;
/// What it costs a way around to turn by a right angle; a name that is run into costs 400.
const TURN: f32 = 60.0;
/// How high the gentlest bow is, as a share of its length, and at most.
const GENTLE: (f32, f32) = (0.045, 14.0);
/// The other bows that are tried, in gentlest ones, and how soon they rise.
const BOWS: [(f32, f32); 13] = [
    (1.0, 0.3),
    (-1.0, 0.3),
    (0.0, 0.3),
    (2.0, 0.28),
    (-2.0, 0.28),
    (3.0, 0.25),
    (-3.0, 0.25),
    (3.0, 0.12),
    (-3.0, 0.12),
    (4.4, 0.2),
    (-4.4, 0.2),
    (6.0, 0.2),
    (-6.0, 0.2),
];

/// Up to so many ties all bows are tried, for more only the first few.
const MOST_BOWED: usize = 600;
const FEW_BOWS: usize = 5;

/// What is worth a way with corners.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Around {
    /// Marks and names: where ties lead from row to row, corners are what one expects.
    Names,
    /// Marks alone: where ties are read by their directions, a name has one behind it rather than a corner.
    Marks,
}

/// The ties of two actors.
struct Bundle {
    ends: (ActorIx, ActorIx),
    /// Their places among the ties that are drawn.
    ties: Vec<usize>,
}

/// The ways of all ties that are drawn: those that are `kept` from the picture before, and new ones, of which short ones
/// choose first.
///
/// O(ties × what they pass), bounded; from 4,000 ties on all run straight, O(ties × log ties).
pub fn ways(
    asked: Asked,
    places: &[Place],
    (room, titles): (Rect, &[Rect]),
    (keep_on, progress): (KeepOn, Progress),
    around: Around,
    kept: Option<&Kept>,
) -> Result<Ways, Stopped> {
    let mut bundles = bundles(asked, places);
    let mut found: Vec<Vec<Point>> = vec![Vec::new(); asked.ties.len()];
    if let Some(kept) = kept {
        bundles.retain(|bundle| {
            let ties: Vec<TieIx> = bundle.ties.iter().map(|tie| asked.ties[*tie]).collect();
            let Some(paths) = kept.paths(bundle.ends, &ties) else { return true };
            for (tie, path) in bundle.ties.iter().zip(paths) {
                found[*tie] = path;
            }
            false
        });
    }
    let is_careful = asked.ties.len() <= CAREFUL && !bundles.is_empty();
    let mut router = is_careful.then(|| Router::of(asked, places, (room, titles), around));
    if let Some(router) = &mut router {
        // What is kept takes its room before anything new does.
        found.iter().filter(|path| !path.is_empty()).for_each(|path| router.traffic.add(path));
    }
    for bundle in &bundles {
        let ends = (places[bundle.ends.0 as usize].at, places[bundle.ends.1 as usize].at);
        let paths = match &mut router {
            Some(router) if router.obstacles.looks() < LOOKS => {
                if !keep_on(progress) {
                    return Err(Stopped);
                }
                router.paths(bundle, ends)
            }
            _ => plain(bundle, ends),
        };
        for (tie, mut path) in bundle.ties.iter().zip(paths) {
            if asked.network.link(asked.ties[*tie]).from != bundle.ends.0 {
                path.reverse();
            }
            found[*tie] = path;
        }
    }
    let mut ways = Ways::default();
    for way in found {
        ways.push(way);
    }
    Ok(ways)
}

/// The ties, by the two that they tie; those of close ones first.
fn bundles(asked: Asked, places: &[Place]) -> Vec<Bundle> {
    let pair = |tie: usize| asked.network.link(asked.ties[tie]).pair();
    let mut ties: Vec<usize> = (0..asked.ties.len()).collect();
    ties.sort_by_key(|tie| (pair(*tie), *tie));
    let runs = ties.chunk_by(|a, b| pair(*a) == pair(*b));
    let mut bundles: Vec<Bundle> =
        runs.map(|run| Bundle { ends: pair(run[0]), ties: run.to_vec() }).collect();
    let length =
        |bundle: &Bundle| places[bundle.ends.0 as usize].at.distance(places[bundle.ends.1 as usize].at);
    bundles.sort_by(|a, b| length(a).total_cmp(&length(b)).then(a.ends.cmp(&b.ends)));
    bundles
}

/// Straight, or fanned apart.
fn plain(bundle: &Bundle, ends: (Point, Point)) -> Vec<Vec<Point>> {
    let lanes = lanes(bundle.ties.len());
    let path = |lane: f32| {
        if lane == 0.0 { vec![ends.0, ends.1] } else { simplified(&bow(ends.0, ends.1, lane, 0.3)) }
    };
    lanes.map(path).collect()
}

/// How far each of so many ties is off the middle of them.
fn lanes(count: usize) -> impl Iterator<Item = f32> {
    let all = count as f32;
    // However many there are, they stay near each other.
    let apart = FAN.min(66.0 / all.max(1.0));
    (0..count).map(move |lane| (lane as f32 - (all - 1.0) / 2.0) * apart)
}

/// What finds ways one after another.
struct Router {
    obstacles: Obstacles,
    channels: Channels,
    traffic: Traffic,
    middle: Point,
    around: Around,
    /// How many bows are tried.
    bows: usize,
}

/// Ways for the ties of a bundle, and how bad they are.
struct Choice {
    cost: f32,
    is_free: bool,
    meets_mark: bool,
    paths: Vec<Vec<Point>>,
}

impl Router {
    fn of(asked: Asked, places: &[Place], (room, titles): (Rect, &[Rect]), around: Around) -> Self {
        let obstacles = Obstacles::of(places, asked.names, titles, room.grown(-1.5));
        let channels = Channels::of(&obstacles, room.grown(-3.0));
        let bows = if asked.ties.len() <= MOST_BOWED { BOWS.len() } else { FEW_BOWS };
        Self { channels, traffic: Traffic::of(room), obstacles, middle: room.centre(), bows, around }
    }

    fn paths(&mut self, bundle: &Bundle, ends: (Point, Point)) -> Vec<Vec<Point>> {
        let best = self.bowed(bundle, ends);
        let best = match best {
            Some(best) if best.is_free || self.around == Around::Marks && !best.meets_mark => Some(best),
            best => {
                let most = best.as_ref().map_or(f32::MAX, |best| best.cost);
                self.around(bundle, ends, most).or(best)
            }
        };
        let paths = best.map_or_else(|| plain(bundle, ends), |best| best.paths);
        for path in &paths {
            self.traffic.add(path);
        }
        paths.iter().map(|path| simplified(path)).collect()
    }

    /// The best bow.
    fn bowed(&self, bundle: &Bundle, (from, to): (Point, Point)) -> Option<Choice> {
        let length = from.distance(to);
        let gentle = (length * GENTLE.0).min(GENTLE.1);
        // Bows lead away from the middle of the picture, where there is more room.
        let (x, y) = (to.x - from.x, to.y - from.y);
        let centre = from.towards(to, 0.5);
        let outward =
            if (centre.x - self.middle.x) * -y + (centre.y - self.middle.y) * x >= 0.0 { 1.0 } else { -1.0 };
        let mut best: Option<Choice> = None;
        for (height, shoulder) in BOWS.into_iter().take(self.bows) {
            let height = height * gentle * outward;
            let bend = height.abs() * 160.0 / length.max(40.0) + height.abs() * 0.35;
            let most = best.as_ref().map_or(f32::MAX, |best| best.cost);
            let paths = lanes(bundle.ties.len()).map(|lane| bow(from, to, height + lane, shoulder));
            best = self.judged(bundle, paths, bend, most).or(best);
        }
        best
    }

    /// Around what is in the way, if that costs less than `most`.
    fn around(&mut self, bundle: &Bundle, (from, to): (Point, Point), most: f32) -> Option<Choice> {
        let corners = self.channels.way(from, to, bundle.ends)?;
        let corners = self.shortened(corners, bundle.ends);
        let path = rounded(&corners, |arc| {
            let hits = self.obstacles.hits(arc, bundle.ends, f32::MAX);
            hits.marks == 0 && hits.names == 0
        });
        let length: f32 = path.windows(2).map(|pair| pair[0].distance(pair[1])).sum();
        let turns: f32 = corners.windows(3).map(|three| turned(three[0], three[1], three[2])).sum();
        let bend = 10.0 + (length - from.distance(to)) * 0.4 + turns * TURN;
        // Where a gap is narrow, ties of the same two keep closer to each other.
        let mut best: Option<Choice> = None;
        for (apart, narrow) in [(0.65, 0.0), (0.4, 10.0), (0.25, 25.0)] {
            let most = best.as_ref().map_or(most, |best| best.cost);
            let paths = lanes(bundle.ties.len()).map(|lane| beside(&path, lane * apart));
            best = self.judged(bundle, paths, bend + narrow, most).or(best);
        }
        best
    }

    /// Without corners that it can do without.
    fn shortened(&self, mut corners: Vec<Point>, ends: (ActorIx, ActorIx)) -> Vec<Point> {
        let mut at = 1;
        while at + 1 < corners.len() {
            let (before, after) = (corners[at - 1], corners[at + 1]);
            let around = [before, corners[at], after];
            let straight = [before, after];
            let hits = |way: &[Point]| self.obstacles.hits(way, ends, f32::MAX);
            if hits(&straight) <= hits(&around) {
                corners.remove(at);
                at = at.saturating_sub(1).max(1);
            } else {
                at += 1;
            }
        }
        corners
    }

    /// Those ways as a choice, if they cost less than `most`.
    fn judged(
        &self,
        bundle: &Bundle,
        ways: impl Iterator<Item = Vec<Point>>,
        bend: f32,
        most: f32,
    ) -> Option<Choice> {
        let (mut cost, mut is_free, mut meets_mark) = (bend, true, false);
        let mut paths = Vec::with_capacity(bundle.ties.len());
        for path in ways {
            if cost >= most {
                return None;
            }
            let hits = self.obstacles.hits(&path, bundle.ends, most - cost);
            is_free &= hits.marks == 0 && hits.names == 0 && !hits.is_outside;
            meets_mark |= hits.marks > 0;
            cost += hits.cost();
            if cost < most {
                cost += (self.traffic.shared(&path) * 0.3).min(150.0);
            }
            paths.push(path);
        }
        (cost < most).then_some(Choice { cost, is_free, meets_mark, paths })
    }
}

/// How large the squares of a grid over a room are: that large, or as large as they have to be for no more than `most` of
/// them.
fn side(room: Rect, least: f32, most: usize) -> f32 {
    let area = f64::from(room.width().max(0.0)) * f64::from(room.height().max(0.0));
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        reason = "a length, and how many squares fit into a memory"
    )]
    let side = (area / most.max(1) as f64).sqrt() as f32;
    // A room of hardly any width has a square for each step along it.
    let along = room.width().max(room.height()) * 4.0 / most.max(1) as f32;
    side.max(along).max(least)
}

/// In which square of a grid so wide a length ends.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "pictures are no billions of squares wide"
)]
fn square(length: f32, wide: f32) -> usize {
    (length / wide).max(0.0) as usize
}

/// How far a way turns at a corner, from 0 to 2 for right back.
fn turned(before: Point, corner: Point, after: Point) -> f32 {
    let along = (corner.x - before.x) * (after.x - corner.x) + (corner.y - before.y) * (after.y - corner.y);
    1.0 - along / (before.distance(corner) * corner.distance(after)).max(f32::EPSILON)
}
