//! The network after an edit: everybody stays where they were, those who are new come to stand near those they are tied to,
//! and only they, those whose ties have changed, and whoever was in their way look for a better place.

use super::super::apart::{Body, around, move_apart, settle};
use super::super::{Before, Side};
use super::{EDGE, MOST_NAMED, ROUNDS, Work, tidy};
use crate::analysis::{ActorIx, Stopped};
use crate::picture::geometry::{Point, Rect};

/// If fewer of all actors than this were there, it is another picture.
const KNOWN: f32 = 0.7;
/// How far from the middle of its neighbours a new actor looks for a free place, and in how many directions.
const OUT: [f32; 7] = [0.0, 50.0, 75.0, 100.0, 130.0, 165.0, 210.0];
const DIRECTIONS: u8 = 12;
/// Places a side that are tried for somebody who is tied to nobody that was there.
const TRIES: u8 = 14;

/// Places actors (in the order of ids) whose bodies are given, as they were before; `None` where too few of them were
/// there. O(actors + ties), for each new actor a search for a free place, and on small maps the last touch.
pub fn places(
    work: &mut Work,
    before: &Before,
    actors: &[ActorIx],
    bodies: &[Body],
    room: Rect,
) -> Option<Result<Vec<Body>, Stopped>> {
    let old = |actor: &ActorIx| before.place(work.asked, *actor, room);
    let mut bodies = bodies.to_vec();
    let mut is_placed = vec![false; actors.len()];
    for (at, actor) in actors.iter().enumerate() {
        if let Some(place) = old(actor) {
            (bodies[at].at, bodies[at].side, is_placed[at]) = (place.at, place.side, true);
        }
    }
    let known = is_placed.iter().filter(|is| **is).count();
    if (known as f32) < actors.len() as f32 * KNOWN || known == 0 {
        return None;
    }
    let frame = room.grown(-EDGE);
    let touched = before.touched(work.asked);
    let is_touched = |actor: &ActorIx| touched.contains(&work.asked.network.actor(*actor).id);
    let mut may_move: Vec<bool> =
        actors.iter().zip(&is_placed).map(|(actor, is_placed)| !is_placed || is_touched(actor)).collect();
    place_new(work, actors, &mut bodies, &mut is_placed, frame);
    let starts: Vec<Point> = bodies.iter().map(|body| body.at).collect();
    if !move_apart(&mut bodies, None, if actors.len() > MOST_NAMED { 1 } else { 4 * ROUNDS }) {
        settle(&mut bodies);
    }
    if actors.len() > MOST_NAMED {
        return Some(Ok(bodies));
    }
    for ((body, start), may_move) in bodies.iter().zip(&starts).zip(&mut may_move) {
        *may_move |= body.at.distance(*start) > 0.5;
    }
    let whole = around(bodies.iter().map(Body::whole).flat_map(|rect| [rect.min, rect.max]));
    let frame = whole.map_or(frame, |whole| whole.joined(&frame));
    let tidied = tidy::tidy(work, actors, frame, &mut bodies, |at| may_move[at]);
    Some(tidied.map(|()| bodies))
}

/// Places those who were not there: whoever is tied to somebody placed near them, the others where there is most room.
fn place_new(work: &Work, actors: &[ActorIx], bodies: &mut [Body], is_placed: &mut [bool], frame: Rect) {
    let at_of = |actor: ActorIx| actors.binary_search(&actor).ok();
    let mut left: Vec<usize> = (0..actors.len()).filter(|at| !is_placed[*at]).collect();
    while !left.is_empty() {
        let before = left.len();
        left.retain(|at| {
            let tied = work.tangle.of_actor(actors[*at]).iter().filter_map(|other| at_of(*other));
            let near: Vec<Point> =
                tied.filter(|other| is_placed[*other]).map(|other| bodies[other].at).collect();
            if near.is_empty() {
                return true;
            }
            bodies[*at] = near_to(middle(&near), bodies, is_placed, bodies[*at]);
            is_placed[*at] = true;
            false
        });
        if left.len() == before
            && let Some(at) = left.pop()
        {
            bodies[at].at = emptiest(bodies, is_placed, frame);
            is_placed[at] = true;
        }
    }
}

fn middle(points: &[Point]) -> Point {
    let sum = points.iter().fold(Point::default(), |sum, at| sum.moved(at.x, at.y));
    let count = points.len().max(1) as f32;
    Point::new(sum.x / count, sum.y / count)
}

/// A body as near to a place as it is free, its name on the first side that is.
fn near_to(at: Point, bodies: &[Body], is_placed: &[bool], body: Body) -> Body {
    let is_free = |tried: &Body| {
        let mut others = bodies.iter().zip(is_placed).filter(|(_, is_placed)| **is_placed);
        others.all(|(other, _)| !other.overlaps(tried))
    };
    // On maps without names, whoever overlaps is put aside later, by itself.
    let outs = if bodies.len() > MOST_NAMED { &OUT[..1] } else { &OUT };
    for out in outs {
        for direction in 0..DIRECTIONS {
            let angle = f32::from(direction) / f32::from(DIRECTIONS) * std::f32::consts::TAU;
            for side in [Side::Right, Side::Below, Side::Left, Side::Above] {
                let tried = Body { at: at.moved(out * angle.cos(), out * angle.sin()), side, ..body };
                if is_free(&tried) {
                    return tried;
                }
            }
        }
    }
    Body { at, ..body }
}

/// The place in a frame that is farthest from everybody.
fn emptiest(bodies: &[Body], is_placed: &[bool], frame: Rect) -> Point {
    let share = |step: u8| (f32::from(step) + 0.5) / f32::from(TRIES);
    let spots = (0..TRIES).flat_map(|row| (0..TRIES).map(move |column| (row, column)));
    let spots = spots
        .map(|(row, column)| frame.min.moved(share(column) * frame.width(), share(row) * frame.height()));
    let nearest = |spot: &Point| {
        let placed = bodies.iter().zip(is_placed).filter(|(_, is_placed)| **is_placed);
        placed.map(|(body, _)| body.at.distance(*spot)).fold(f32::MAX, f32::min)
    };
    spots.max_by(|a, b| nearest(a).total_cmp(&nearest(b))).unwrap_or_else(|| frame.centre())
}
