//! The last touch on small maps, where everybody has a place already: two change seats, or one moves a little, when ways
//! then cross less or run into fewer marks and names.

use super::bands::Bands;
use super::columns::{pinned, wish};
use super::line::Line;
use super::rows::Plan;
use crate::analysis::{KeepOn, Progress, Stopped};
use crate::picture::geometry::Point;
use crate::picture::layout::route::obstacles::{is_near, meets};
use crate::picture::layout::{MARK, Side};
use crate::picture::names::Name;

/// About so many comparisons of a way with something else; then it is good enough.
const COMPARISONS: u64 = 12_000_000;
/// Where fewer changes than that could be tried, none is.
const WORTHWHILE: u64 = 20;
/// Rounds over all bands, unless it stops getting better before.
const ROUNDS: usize = 6;
/// What it costs that two ways cross, that one runs into a mark or a name, and that it leads across the whole width.
const CROSSING: f32 = 1.0;
const THROUGH_MARK: f32 = 3.0;
const THROUGH_NAME: f32 = 1.3;
const THROUGH_OWN_NAME: f32 = 0.15;
const ACROSS: f32 = 3.5;
/// Two that change seats are not further apart than that.
const FAR: usize = 13;
/// How far one moves a little.
const LITTLE: [f32; 4] = [-55.0, -25.0, 25.0, 55.0];

/// Improves seats and places by what straight ways between them run into. Takes every step that makes it cheaper, in the
/// order of bands and seats, until there is none or 12 million comparisons are made; on maps so large that few steps could
/// be tried, nothing is done.
pub fn polish(
    bands: &mut Bands,
    plan: &Plan,
    names: &[Name],
    pins: &[Option<Point>],
    across: &mut Vec<f32>,
    go_on: (KeepOn, Progress),
) -> Result<(), Stopped> {
    let once = bands.pairs.len() * (bands.pairs.len() + bands.of.len() + bands.all.len());
    if once as u64 > COMPARISONS / WORTHWHILE {
        return Ok(());
    }
    let mut polisher = Polisher::of(bands, plan, names, pins, std::mem::take(across));
    for _ in 0..ROUNDS {
        let mut is_better = false;
        for band in 0..polisher.plan.strips.len() {
            if !(go_on.0)(go_on.1) {
                return Err(Stopped);
            }
            is_better |= polisher.improve(band);
        }
        if !is_better {
            break;
        }
    }
    *across = polisher.across;
    Ok(())
}

struct Polisher<'a> {
    bands: &'a mut Bands,
    plan: &'a Plan,
    names: &'a [Name],
    pins: &'a [Option<Point>],
    across: Vec<f32>,
    down: Vec<f32>,
    side: Vec<Side>,
    /// Where actors would rather stand than where their neighbours are.
    moved: Vec<f32>,
    left: u64,
}

impl<'a> Polisher<'a> {
    fn of(
        bands: &'a mut Bands,
        plan: &'a Plan,
        names: &'a [Name],
        pins: &'a [Option<Point>],
        across: Vec<f32>,
    ) -> Self {
        let mut this = Self {
            down: vec![0.0; across.len()],
            side: vec![Side::Below; across.len()],
            moved: vec![0.0; across.len()],
            bands,
            plan,
            names,
            pins,
            across,
            left: COMPARISONS,
        };
        for band in 0..this.plan.strips.len() {
            this.stand(band);
        }
        this
    }

    /// How far down everybody of a band stands.
    fn stand(&mut self, band: usize) {
        for (actor, stand) in self.bands.all[band].actors.iter().zip(&self.plan.strips[band].stands) {
            let pin = self.pins.get(*actor as usize).copied().flatten();
            self.side[*actor as usize] = stand.side;
            self.down[*actor as usize] = pin.map_or(stand.y, |pin| pin.y);
        }
    }

    /// Tries all exchanges and moves in a band. Says whether one was worth it.
    fn improve(&mut self, band: usize) -> bool {
        let tied = self.bands.all[band]
            .actors
            .iter()
            .filter(|actor| !self.bands.neighbours.has_none(**actor))
            .count();
        let mut is_better = false;
        if tied == 0 {
            return false;
        }
        let mut cost = self.cost(band);
        for first in 0..tied {
            for second in first + 1..tied.min(first + FAR) {
                is_better |=
                    self.attempt(band, &mut cost, |this| this.bands.all[band].actors.swap(first, second));
            }
            for little in LITTLE {
                let actor = self.bands.all[band].actors[first] as usize;
                is_better |= self.attempt(band, &mut cost, |this| this.moved[actor] += little);
            }
        }
        is_better
    }

    /// Changes something in a band, and takes it back if it is not worth it.
    fn attempt(&mut self, band: usize, cost: &mut f32, change: impl FnOnce(&mut Self)) -> bool {
        if self.left == 0 {
            return false;
        }
        let order = self.bands.all[band].actors.clone();
        let before: Vec<(f32, f32)> =
            order.iter().map(|actor| (self.across[*actor as usize], self.moved[*actor as usize])).collect();
        change(self);
        self.stand(band);
        self.put(band);
        let new = self.cost(band);
        if new < *cost - 0.01 {
            *cost = new;
            return true;
        }
        for (actor, (across, moved)) in order.iter().zip(before) {
            self.across[*actor as usize] = across;
            self.moved[*actor as usize] = moved;
        }
        self.bands.all[band].actors = order;
        self.stand(band);
        false
    }

    /// Places a band anew.
    fn put(&mut self, band: usize) {
        let (actors, strip) = (&self.bands.all[band].actors, &self.plan.strips[band]);
        let line = Line::of(actors, self.names, strip, self.plan.size.width, self.plan.beside);
        let wish = |(actor, even): (&u32, &f32)| {
            let wish = || wish(self.bands, *actor, *even, &self.across) + self.moved[*actor as usize];
            pinned(self.pins, *actor).unwrap_or_else(wish)
        };
        let wanted: Vec<f32> = actors.iter().zip(&line.even()).map(wish).collect();
        for (actor, place) in actors.iter().zip(line.place(&wanted)) {
            self.across[*actor as usize] = pinned(self.pins, *actor).unwrap_or(place);
        }
    }

    fn at(&self, actor: u32) -> Point {
        Point::new(self.across[actor as usize], self.down[actor as usize])
    }

    /// What everything costs that has to do with a band: its ties, and what others run into in it.
    fn cost(&mut self, band: usize) -> f32 {
        let pairs = &self.bands.pairs;
        let is_here = |actor: u32| self.bands.of[actor as usize] as usize == band;
        let mut cost = 0.0;
        let mut comparisons = 0;
        for (at, (a, b, weight)) in pairs.iter().enumerate() {
            let is_of_band = is_here(*a) || is_here(*b);
            let (from, to) = (self.at(*a), self.at(*b));
            let weight = f32::from(u8::try_from(*weight).unwrap_or(u8::MAX)).sqrt();
            let (top, bottom) = (from.y.min(to.y), from.y.max(to.y));
            let mut tie = 0.0;
            for (number, strip) in self.plan.strips.iter().enumerate() {
                if strip.top > bottom || strip.bottom < top || !is_of_band && number != band {
                    continue;
                }
                comparisons += strip.stands.len() as u64;
                tie += self.met(number, (*a, *b), from, to);
            }
            if is_of_band {
                tie += (from.x - to.x).abs() / self.plan.size.width * ACROSS;
                comparisons += pairs.len() as u64;
                for (other_at, (c, d, other)) in pairs.iter().enumerate() {
                    // Two of the band are compared once.
                    let is_done = other_at <= at && (is_here(*c) || is_here(*d));
                    let is_joined = a == c || a == d || b == c || b == d;
                    if !is_done && !is_joined && do_cross(from, to, self.at(*c), self.at(*d)) {
                        tie += CROSSING * f32::from(u8::try_from(*other).unwrap_or(u8::MAX)).sqrt();
                    }
                }
            }
            cost += tie * weight;
        }
        self.left = self.left.saturating_sub(comparisons);
        cost
    }

    /// What it costs a straight way to run into what stands in a band.
    fn met(&self, band: usize, ends: (u32, u32), from: Point, to: Point) -> f32 {
        let mut cost = 0.0;
        let (left, right) = (from.x.min(to.x), from.x.max(to.x));
        for actor in &self.bands.all[band].actors {
            let at = self.at(*actor);
            // Most stand to one side of the way, mark and name.
            let half = self.names[*actor as usize].size.width.max(2.0 * MARK) / 2.0 + 3.0;
            if at.x + half < left || at.x - half > right {
                continue;
            }
            let is_own = *actor == ends.0 || *actor == ends.1;
            if !is_own && is_near(at, from, to, MARK + 3.0) {
                cost += THROUGH_MARK;
            }
            let room = self.side[*actor as usize].room(at, MARK, self.names[*actor as usize].size);
            if meets(room, from, to) {
                cost += if is_own { THROUGH_OWN_NAME } else { THROUGH_NAME };
            }
        }
        cost
    }
}

/// Whether two lines have a point in common.
pub fn do_cross(a: Point, b: Point, c: Point, d: Point) -> bool {
    let side = |p: Point, q: Point, r: Point| (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    side(a, b, c) * side(a, b, d) < 0.0 && side(c, d, a) * side(c, d, b) < 0.0
}
