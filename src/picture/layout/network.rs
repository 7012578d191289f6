//! Network: by forces. Ties draw together, everybody pushes everybody off, and what is left is how the map hangs together.
//!
//! Fruchterman & Reingold (1991), with the pushes of those far away left out (their grid variant), from a start that only
//! ids and levels decide: the same map always looks the same, and one actor more changes little.

use std::collections::BTreeMap;

use super::{Asked, GAP, Layout, MARK, Place, Side, fan};
use crate::analysis::{ActorIx, KeepOn, Progress, Stopped};
use crate::model::Id as _;
use crate::model::terms::{Tier, View};
use crate::picture::geometry::{Point, Rect};

/// How often everybody moves.
const ROUNDS: usize = 260;
/// From that many actors on, fewer moves have to do.
const MANY: usize = 2_000;
/// The distance at which a pull and a push are even.
const EVEN: f32 = 118.0;
/// How strongly local actors are drawn down, and national ones up.
const BIAS: f32 = 0.012;
/// Beside the outermost actors.
const MARGIN: f32 = 64.0;

/// Lays the actors out by forces. O(rounds × (ties + actors × those near)).
pub fn layout(asked: Asked, keep_on: KeepOn) -> Result<Layout, Stopped> {
    let network = asked.network;
    let count = network.actors.len();
    let mut at: Vec<Point> = (0..).take(count).map(|actor| start(asked, actor)).collect();
    let rounds = if count > MANY { ROUNDS / 4 } else { ROUNDS };
    for round in 0..rounds {
        if !keep_on(Progress { done: round, of: rounds }) {
            return Err(Stopped);
        }
        let heat = EVEN * 0.9 * (1.0 - round as f32 / rounds as f32).powf(1.4) + 0.5;
        step(asked, &mut at, heat);
    }
    fit(asked, &mut at);
    apart(asked, &mut at);
    pin(asked, &mut at);
    let places: Vec<Place> = at.into_iter().map(|at| Place { at, side: Side::Below }).collect();
    let around = places.iter().fold(None, |around: Option<Rect>, place| {
        let here = Rect::new(place.at, place.at);
        Some(around.map_or(here, |around| around.joined(&here)))
    });
    let extent = around.map_or(Rect::of_size(asked.size), |around| around.grown(MARGIN));
    Ok(Layout { extent, grounds: Vec::new(), ways: fan::ways(asked, &places), places })
}

/// A place that only the id and the level decide: a hash of the id (FNV-1a) to the side, the tier up.
fn start(asked: Asked, actor: ActorIx) -> Point {
    let id = asked.network.actor(actor).id.as_str();
    let hash =
        id.bytes().fold(0x811C_9DC5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let spread = (asked.network.actors.len() as f32).sqrt() * EVEN;
    let share = |bits: u32| (bits & 0xFFFF) as f32 / 65_535.0 - 0.5;
    let height = match asked.network.node(actor).tier {
        Tier::Local => 0.35,
        Tier::Middle => 0.0,
        Tier::National => -0.35,
        Tier::External => -0.5,
    };
    Point::new(share(hash) * spread, (share(hash >> 16) * 0.6 + height) * spread * 0.7)
}

fn step(asked: Asked, at: &mut [Point], heat: f32) {
    let mut force = vec![Point::default(); at.len()];
    let reach = 2.6 * EVEN;
    #[expect(clippy::cast_possible_truncation, reason = "a picture is no billions of squares wide")]
    let square = |point: Point| ((point.x / reach).floor() as i32, (point.y / reach).floor() as i32);
    let mut squares: BTreeMap<(i32, i32), Vec<usize>> = BTreeMap::new();
    for (actor, point) in at.iter().enumerate() {
        squares.entry(square(*point)).or_default().push(actor);
    }
    for (actor, point) in at.iter().enumerate() {
        let (x, y) = square(*point);
        let near = (x - 1..=x + 1).flat_map(|x| (y - 1..=y + 1).map(move |y| (x, y)));
        for other in near.filter_map(|square| squares.get(&square)).flatten() {
            let distance = point.distance(at[*other]).max(1.0);
            if *other != actor && distance < reach {
                let push = EVEN * EVEN / (distance * distance);
                force[actor] = force[actor]
                    .moved((point.x - at[*other].x) * push / 6.0, (point.y - at[*other].y) * push / 6.0);
            }
        }
        // Towards the middle, so that parts that nothing joins do not drift off.
        let bias = match asked.network.actors[actor].tier {
            Tier::Local => BIAS,
            Tier::Middle => 0.0,
            Tier::National | Tier::External => -BIAS,
        };
        force[actor] = force[actor].moved(-point.x * 0.03, -point.y * 0.045 + bias * EVEN * 10.0);
    }
    for tie in asked.ties {
        let link = asked.network.link(*tie);
        let (a, b) = (link.from as usize, link.to as usize);
        let distance = at[a].distance(at[b]).max(1.0);
        let pull = distance / EVEN * 0.11;
        let by = Point::new((at[b].x - at[a].x) * pull, (at[b].y - at[a].y) * pull);
        force[a] = force[a].moved(by.x, by.y);
        force[b] = force[b].moved(-by.x, -by.y);
    }
    for (point, force) in at.iter_mut().zip(force) {
        let length = force.distance(Point::default()).max(1e-3);
        let most = length.min(heat) / length;
        *point = point.moved(force.x * most, force.y * most);
    }
}

/// Stretches the picture to the shape of the room.
fn fit(asked: Asked, at: &mut [Point]) {
    let Some(first) = at.first().copied() else { return };
    let around =
        at.iter().fold(Rect::new(first, first), |around, point| around.joined(&Rect::new(*point, *point)));
    let (width, height) = (asked.size.width - 2.0 * MARGIN, asked.size.height - 2.0 * MARGIN);
    // Not more than half as much again in one direction as in the other: distances mean something.
    let (x, y) = (width / around.width().max(1.0), height / around.height().max(1.0));
    let (x, y) = (x.min(y * 1.6), y.min(x * 1.6));
    let least = 0.75;
    let middle = around.centre();
    let centre = Point::new(asked.size.width / 2.0, asked.size.height / 2.0);
    for point in at {
        *point = Point::new(
            centre.x + (point.x - middle.x) * x.max(least),
            centre.y + (point.y - middle.y) * y.max(least),
        );
    }
}

/// Moves marks and names off each other, each pair half of the way.
fn apart(asked: Asked, at: &mut [Point]) {
    if at.len() > MANY {
        return;
    }
    let room = |actor: usize, at: &[Point]| {
        let name = asked.names.get(actor).map(|name| name.size).unwrap_or_default();
        let half = (name.width / 2.0).max(MARK) + 4.0;
        let point = at[actor];
        Rect::new(point.moved(-half, -MARK - 4.0), point.moved(half, MARK + GAP + name.height + 4.0))
    };
    for _ in 0..120 {
        let mut is_free = true;
        for a in 0..at.len() {
            for b in a + 1..at.len() {
                let (one, two) = (room(a, at), room(b, at));
                if !one.overlaps(&two) {
                    continue;
                }
                is_free = false;
                let (x, y) = (
                    one.max.x.min(two.max.x) - one.min.x.max(two.min.x),
                    one.max.y.min(two.max.y) - one.min.y.max(two.min.y),
                );
                // The shorter way out.
                let (x, y) = if x < y { (x / 2.0 + 0.5, 0.0) } else { (0.0, y / 2.0 + 0.5) };
                let right = if at[a].x <= at[b].x { 1.0 } else { -1.0 };
                let down = if at[a].y <= at[b].y { 1.0 } else { -1.0 };
                at[a] = at[a].moved(-x * right, -y * down);
                at[b] = at[b].moved(x * right, y * down);
            }
        }
        if is_free {
            break;
        }
    }
}

/// Where people put somebody themselves, they stay.
fn pin(asked: Asked, at: &mut [Point]) {
    for (actor, point) in (0..).zip(at) {
        if let Some(put) = asked.network.map.layout.place(View::Network, &asked.network.actor(actor).id) {
            #[expect(clippy::cast_possible_truncation, reason = "a picture is no billions of points wide")]
            let here = Point::new(put.x as f32, put.y as f32);
            *point = here;
        }
    }
}
