//! Straight ties, and bowed ones where several join one pair.

use std::collections::BTreeMap;

use super::{Asked, Place, Ways};
use crate::analysis::ActorIx;
use crate::picture::geometry::Point;

/// How far apart the middles of ties of one pair are.
const APART: f32 = 12.0;
/// How many points a bow has.
const STEPS: u8 = 12;

/// The ways of all ties between the places of their ends, those of one pair fanned apart.
pub fn ways(asked: Asked, places: &[Place]) -> Ways {
    let mut counts: BTreeMap<(ActorIx, ActorIx), (usize, usize)> = BTreeMap::new();
    for tie in asked.ties {
        counts.entry(asked.network.link(*tie).pair()).or_default().0 += 1;
    }
    let mut ways = Ways::default();
    for tie in asked.ties {
        let link = asked.network.link(*tie);
        let (from, to) = (places[link.from as usize].at, places[link.to as usize].at);
        let (count, number) = counts.get(&link.pair()).copied().unwrap_or((1, 0));
        if let Some(known) = counts.get_mut(&link.pair()) {
            known.1 += 1;
        }
        let side = (number as f32 - (count.saturating_sub(1)) as f32 / 2.0) * APART;
        // Seen from the smaller id, whichever way a tie reads.
        ways.push(bow(from, to, if link.from < link.to { side } else { -side }));
    }
    ways
}

/// A line whose middle is so far beside the straight one.
fn bow(from: Point, to: Point, side: f32) -> Vec<Point> {
    let length = from.distance(to);
    if side == 0.0 || length < 1.0 {
        return vec![from, to];
    }
    // Half of what the control point is off is what the curve is.
    let across = Point::new(-(to.y - from.y) / length, (to.x - from.x) / length);
    let control = from.towards(to, 0.5).moved(across.x * side * 2.0, across.y * side * 2.0);
    let at = |share: f32| from.towards(control, share).towards(control.towards(to, share), share);
    (0..=STEPS).map(|step| at(f32::from(step) / f32::from(STEPS))).collect()
}
