//! The last touch on small maps: actors step aside, one at a time, so that fewer ties cross, none runs through an actor that
//! it has nothing to do with, and names stand where nothing else is.
//!
//! What is weighed is what readers of such pictures stumble over (Purchase 1997; Davidson and Harel 1996 weigh likewise),
//! and, so that one tie more does not change the picture, how far an actor has gone from where the ties had put it.

use super::Work;
use crate::analysis::{ActorIx, Stopped};
use crate::picture::geometry::{Point, Rect, distance_to_line};
use crate::picture::layout::apart::Body;
use crate::picture::layout::route::obstacles::meets;
use crate::picture::layout::{MARK, Side};

/// How far actors step to look for a better place, sweep by sweep, as shares of the mean distance between actors.
const STEPS: [f32; 10] = [1.0, 0.7, 1.0, 0.7, 0.5, 0.35, 0.5, 0.25, 0.15, 0.1];
/// In how many directions they look.
const DIRECTIONS: u8 = 8;
/// How many looks at a tie all sweeps together may take.
const BUDGET: usize = 9_000_000;

/// Two ties cross.
const CROSSING: f32 = 4.0;
/// A tie runs through an actor it has nothing to do with.
const THROUGH: f32 = 16.0;
/// How near is through.
const NEAR: f32 = MARK + 9.0;
/// A tie runs under a name.
const UNDER: f32 = 1.6;
/// Two ties of one actor lie nearly on each other.
const ALIKE: f32 = 5.0;
/// A tie is so many times longer than the mean distance, squared.
const LONG: f32 = 0.5;
/// An actor has gone the mean distance from home, squared.
const AWAY: f32 = 6.0;
/// Something overlaps.
const OVERLAP: f32 = 1e4;
/// How much better a place has to be.
const BETTER: f32 = 0.3;

/// Tidies up actors inside a frame; bodies that do not overlap will not.
pub fn tidy(work: &mut Work, group: &[ActorIx], frame: Rect, bodies: &mut [Body]) -> Result<(), Stopped> {
    let place = |actor: ActorIx| group.binary_search(&actor).ok();
    let pairs = group.iter().enumerate().flat_map(|(own, actor)| {
        let later = work.tangle.of_actor(*actor).iter().filter(move |other| *other > actor);
        later.filter_map(move |other| Some((own, place(*other)?)))
    });
    let mut table = Table::of(bodies, pairs.collect(), frame);
    let effort = table.ties.len() * table.ties.len() * 2 * usize::from(DIRECTIONS) + 1;
    for (number, step) in STEPS.into_iter().enumerate() {
        if number > 2 && (number + 1) * effort > BUDGET {
            break;
        }
        table.sweep(step);
        work.step()?;
    }
    bodies.copy_from_slice(&table.bodies);
    Ok(())
}

struct Table {
    bodies: Vec<Body>,
    homes: Vec<Point>,
    /// Pairs of tied actors.
    ties: Vec<(usize, usize)>,
    /// The ties of every actor.
    own: Vec<Vec<usize>>,
    frame: Rect,
    /// The mean distance between actors.
    mean: f32,
}

impl Table {
    fn of(bodies: &[Body], ties: Vec<(usize, usize)>, frame: Rect) -> Self {
        let mut own = vec![Vec::new(); bodies.len()];
        for (tie, (from, to)) in ties.iter().enumerate() {
            own[*from].push(tie);
            own[*to].push(tie);
        }
        let mean = (frame.width() * frame.height() / bodies.len().max(1) as f32).sqrt();
        Self {
            homes: bodies.iter().map(|body| body.at).collect(),
            bodies: bodies.to_vec(),
            ties,
            own,
            frame,
            mean,
        }
    }

    /// Everybody looks around once, in order.
    fn sweep(&mut self, step: f32) {
        for actor in 0..self.bodies.len() {
            let now = self.bodies[actor];
            let mut best = (self.cost(actor, now, f32::MAX) - BETTER, now);
            for direction in 0..=DIRECTIONS {
                let angle = f32::from(direction) / f32::from(DIRECTIONS) * std::f32::consts::TAU;
                let out = if direction == DIRECTIONS { 0.0 } else { step * self.mean };
                let at = now.at.moved(out * angle.cos(), out * angle.sin());
                let tried = Body { at, ..now };
                if let Some(found) = self.with_best_side(actor, tried, best.0) {
                    best = found;
                }
            }
            self.bodies[actor] = best.1;
        }
    }

    /// The body at a place with its name on the best side, if that is better.
    fn with_best_side(&self, actor: usize, body: Body, least: f32) -> Option<(f32, Body)> {
        let mark = self.cost_of_mark(actor, body, least);
        if mark >= least {
            return None;
        }
        let mut best: Option<(f32, Body)> = None;
        for side in [Side::Below, Side::Right, Side::Left, Side::Above] {
            let tried = Body { side, ..body };
            let cost = mark + self.cost_of_name(actor, tried);
            if cost < best.map_or(least, |best| best.0) {
                best = Some((cost, tried));
            }
        }
        best
    }

    fn cost(&self, actor: usize, body: Body, least: f32) -> f32 {
        self.cost_of_mark(actor, body, least) + self.cost_of_name(actor, body)
    }

    /// What is wrong with a mark at a place and with the ties that lead to it there; no need to be exact beyond `least`.
    fn cost_of_mark(&self, actor: usize, body: Body, least: f32) -> f32 {
        let home = self.homes[actor];
        let away = body.at.distance(home) / self.mean;
        let mut cost = away * away * AWAY;
        let mark = body.mark();
        if mark.min.x < self.frame.min.x
            || mark.max.x > self.frame.max.x
            || mark.min.y < self.frame.min.y
            || mark.max.y > self.frame.max.y
        {
            return cost + OVERLAP;
        }
        for (tie, (from, to)) in self.ties.iter().enumerate() {
            if *from != actor && *to != actor {
                cost += through(distance_to_line(body.at, self.bodies[*from].at, self.bodies[*to].at));
            } else {
                let other = if *from == actor { *to } else { *from };
                cost += self.cost_of_tie(tie, actor, body.at, other);
            }
            if cost >= least {
                return cost;
            }
        }
        cost
    }

    /// What is wrong with a tie from a place to another actor.
    fn cost_of_tie(&self, tie: usize, actor: usize, at: Point, other: usize) -> f32 {
        let end = self.bodies[other].at;
        let room = Rect::new(at, at).joined(&Rect::new(end, end));
        let long = at.distance(end) / self.mean;
        let mut cost = long * long * LONG;
        for (crossed, (from, to)) in self.ties.iter().enumerate() {
            if crossed == tie {
                continue;
            }
            let (from_at, to_at) = (self.bodies[*from].at, self.bodies[*to].at);
            if *from == actor || *to == actor {
                let third = if *from == actor { *to } else { *from };
                cost += alike(at, end, self.bodies[third].at) * if third > other { 1.0 } else { 0.0 };
            } else if *from == other || *to == other {
                cost += alike(end, at, if *from == other { to_at } else { from_at });
            } else if crosses(at, end, from_at, to_at) {
                cost += CROSSING;
            }
        }
        let near = room.grown(NEAR);
        for (third, body) in self.bodies.iter().enumerate() {
            if third == actor || third == other {
                continue;
            }
            if near.contains(body.at) {
                cost += through(distance_to_line(body.at, at, end));
            }
            if body.name().is_some_and(|name| name.overlaps(&room) && meets(name, at, end)) {
                cost += UNDER;
            }
        }
        cost
    }

    /// What is wrong with a name there.
    fn cost_of_name(&self, actor: usize, body: Body) -> f32 {
        let mut cost = match body.side {
            Side::Below => 0.0,
            Side::Right | Side::Left => 0.8,
            Side::Above => 1.2,
        };
        let whole = body.whole();
        if whole.min.x < self.frame.min.x
            || whole.max.x > self.frame.max.x
            || whole.min.y < self.frame.min.y
            || whole.max.y > self.frame.max.y
        {
            cost += OVERLAP;
        }
        let near = self.bodies.iter().enumerate().filter(|(other, _)| *other != actor);
        cost += near.filter(|(_, other)| other.overlaps(&body)).count() as f32 * OVERLAP;
        let Some(name) = body.name() else { return cost };
        for (tie, (from, to)) in self.ties.iter().enumerate() {
            let at = |end: usize| if end == actor { body.at } else { self.bodies[end].at };
            if meets(name, at(*from), at(*to)) {
                cost += if self.own[actor].contains(&tie) { 1.2 * UNDER } else { UNDER };
            }
        }
        cost
    }
}

/// What a tie costs that passes an actor at that distance.
fn through(distance: f32) -> f32 {
    if distance >= NEAR { 0.0 } else { THROUGH * (1.0 - 0.7 * distance / NEAR) }
}

/// What two ties that part at a place cost if they part hardly at all.
fn alike(from: Point, one: Point, other: Point) -> f32 {
    let (ax, ay, bx, by) = (one.x - from.x, one.y - from.y, other.x - from.x, other.y - from.y);
    let lengths = (ax.hypot(ay) * bx.hypot(by)).max(1.0);
    let (cos, sin) = ((ax * bx + ay * by) / lengths, (ax * by - ay * bx).abs() / lengths);
    // A sine of ¼ is 14 degrees.
    if cos <= 0.0 || sin >= 0.25 { 0.0 } else { ALIKE * (1.0 - sin / 0.25) }
}

/// Whether two straight lines cross.
fn crosses(a: Point, b: Point, c: Point, d: Point) -> bool {
    let side = |p: Point, q: Point, r: Point| (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    (side(a, b, c) > 0.0) != (side(a, b, d) > 0.0) && (side(c, d, a) > 0.0) != (side(c, d, b) > 0.0)
}
