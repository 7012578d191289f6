//! Room for names around rings: actors turn a little, and names take the side where nothing is.

use super::super::apart::{Body, CLOSEST};
use super::super::{Asked, Side};
use super::{Spot, outward};
use crate::analysis::ActorIx;
use crate::picture::geometry::Point;

/// How often everybody looks for a better place.
const SWEEPS: usize = 10;
/// How far an actor turns to look for one, in points along its ring.
const TURNS: [f32; 9] = [0.0, 9.0, -9.0, 18.0, -18.0, 30.0, -30.0, 44.0, -44.0];
/// What an overlap weighs against everything else.
const OVERLAP: f32 = 100.0;

/// Everybody's body with its name looking away from the middle, without regard to others.
pub fn plain(spots: &[Vec<Spot>], centre: ActorIx) -> Vec<(ActorIx, Body)> {
    let body = |spot: &Spot| {
        (
            spot.actor,
            Body { at: at(spot.angle, spot.radius), side: outward(spot.angle), name: None, is_fixed: false },
        )
    };
    let middle = Body { at: Point::default(), side: Side::Below, name: None, is_fixed: true };
    spots.iter().flatten().map(body).chain([(centre, middle)]).collect()
}

/// Turns actors and chooses sides so that little overlaps; says how many overlaps are left. Nobody overtakes anybody on
/// its ring. O(actors²) with a large, fixed factor: for maps that people read name by name.
pub fn make_room(asked: Asked, spots: &mut [Vec<Spot>], centre: ActorIx) -> (usize, Vec<(ActorIx, Body)>) {
    let mut bodies = plain(spots, centre);
    for (actor, body) in &mut bodies {
        body.name = asked.names.get(*actor as usize).map(|name| name.size);
    }
    let home: Vec<Vec<f32>> = spots.iter().map(|ring| ring.iter().map(|spot| spot.angle).collect()).collect();
    for _ in 0..SWEEPS {
        let mut has_moved = false;
        let mut at = 0;
        for (ring, home) in spots.iter_mut().zip(&home) {
            for (number, angle) in home.iter().enumerate() {
                has_moved |= improve(&mut bodies, at, ring, number, *angle);
                at += 1;
            }
        }
        has_moved |= improve_middle(&mut bodies);
        if !has_moved {
            break;
        }
    }
    let overlaps = (0..bodies.len()).map(|at| overlaps(&bodies, at, &bodies[at].1)).sum();
    (overlaps, bodies)
}

/// Looks for the best angle and side of one actor while all others stay; says whether it changed.
fn improve(
    bodies: &mut [(ActorIx, Body)],
    at_body: usize,
    ring: &mut [Spot],
    number: usize,
    home: f32,
) -> bool {
    let spot = ring[number];
    let now = bodies[at_body].1;
    let cost = |body: &Body, angle: f32| {
        let turned = (angle - home) * spot.radius / 20.0;
        let side = match (body.side, outward(angle)) {
            (side, outward) if side == outward => 0.0,
            (Side::Below, _) => 1.0,
            (Side::Above, _) => 1.5,
            _ => 2.5,
        };
        overlaps(bodies, at_body, body) as f32 * OVERLAP + turned * turned + side
    };
    let mut best = (cost(&now, spot.angle), now, spot.angle);
    for turn in TURNS {
        let angle = spot.angle + turn / spot.radius;
        if turn != 0.0 && !is_free(ring, number, angle) {
            continue;
        }
        for side in [outward(angle), Side::Below, Side::Above, Side::Right, Side::Left] {
            let body = Body { at: at(angle, spot.radius), side, ..now };
            let cost = cost(&body, angle);
            if cost < best.0 - 0.01 {
                best = (cost, body, angle);
            }
        }
    }
    let has_moved = best.1.at != now.at || best.1.side != now.side;
    (bodies[at_body].1, ring[number].angle) = (best.1, best.2);
    has_moved
}

/// Whether an actor turned so far stays between its neighbours on the ring.
fn is_free(ring: &[Spot], number: usize, angle: f32) -> bool {
    if ring.len() < 2 {
        return true;
    }
    let apart = CLOSEST * 1.1 / ring[number].radius;
    let (before, after) =
        (ring[(number + ring.len() - 1) % ring.len()].angle, ring[(number + 1) % ring.len()].angle);
    let turn = |from: f32, to: f32| (to - from).rem_euclid(std::f32::consts::TAU);
    ring.len() == 2 && turn(before, angle).min(turn(angle, before)) >= apart
        || turn(before, angle) >= apart
            && turn(angle, after) >= apart
            && turn(before, angle) < turn(before, after)
}

/// The side on which the name of who is in the middle is best.
fn improve_middle(bodies: &mut [(ActorIx, Body)]) -> bool {
    let Some(last) = bodies.len().checked_sub(1) else { return false };
    let now = bodies[last].1;
    let sides =
        [now.side, Side::Below, Side::Above, Side::Right, Side::Left].map(|side| Body { side, ..now });
    let best = sides.into_iter().min_by_key(|body| overlaps(bodies, last, body)).unwrap_or(now);
    bodies[last].1 = best;
    best.side != now.side
}

fn overlaps(bodies: &[(ActorIx, Body)], own: usize, body: &Body) -> usize {
    let others = bodies.iter().enumerate().filter(|(at, _)| *at != own);
    others.filter(|(_, (_, other))| body.overlaps(other)).count()
}

fn at(angle: f32, radius: f32) -> Point {
    Point::new(radius * angle.cos(), radius * angle.sin())
}
