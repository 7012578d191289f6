//! Actors that somebody put somewhere: they stay there, and those tied to them come along a little.

use super::super::Asked;
use super::super::apart::Body;
use super::super::tangle::Tangle;
use super::VIEW;
use crate::analysis::ActorIx;
use crate::picture::geometry::Point;

/// How much of a pinned neighbour's move an actor makes too; of its neighbour's, that much of it, and so on.
const ALONG: f32 = 0.5;
/// How many ties away a pin is still felt.
const ROUNDS: usize = 4;

/// Where every actor was put, if it was.
pub fn pins(asked: Asked) -> Vec<Option<Point>> {
    let layout = &asked.network.map.layout;
    #[expect(clippy::cast_possible_truncation, reason = "a picture is no billions of points wide")]
    let pin = |actor: ActorIx| {
        let position = layout.place(VIEW, &asked.network.actor(actor).id)?;
        let at = Point::new(position.x as f32, position.y as f32);
        (at.x.abs() < FARTHEST && at.y.abs() < FARTHEST).then_some(at)
    };
    (0..).take(asked.network.actors.len()).map(pin).collect()
}

/// A pin farther out than this is a mistake, and would make everything else a dot.
const FARTHEST: f32 = 1e6;

/// Puts pinned actors where they belong. Each of the others makes the mean move of its neighbours, by half, so that what
/// hangs on a pinned actor does not stay behind.
pub fn apply(tangle: &Tangle, pins: &[Option<Point>], actors: &[ActorIx], bodies: &mut [Body]) {
    if pins.iter().all(Option::is_none) {
        return;
    }
    let mut moves = vec![(0.0_f32, 0.0_f32); pins.len()];
    for (actor, body) in actors.iter().zip(bodies.iter()) {
        if let Some(pin) = pins[*actor as usize] {
            moves[*actor as usize] = (pin.x - body.at.x, pin.y - body.at.y);
        }
    }
    for _ in 0..ROUNDS {
        let before = moves.clone();
        for actor in actors.iter().copied().filter(|actor| pins[*actor as usize].is_none()) {
            let tied = tangle.of_actor(actor);
            let sum = tied
                .iter()
                .map(|other| before[*other as usize])
                .fold((0.0, 0.0), |a, b| (a.0 + b.0, a.1 + b.1));
            let share = ALONG / tied.len().max(1) as f32;
            moves[actor as usize] = (sum.0 * share, sum.1 * share);
        }
    }
    for (actor, body) in actors.iter().zip(bodies) {
        match pins[*actor as usize] {
            Some(pin) => (body.at, body.is_fixed) = (pin, true),
            None => body.at = body.at.moved(moves[*actor as usize].0, moves[*actor as usize].1),
        }
    }
}
