//! Who stands where on a ring: near those it is tied to, so that ties are short and cross little.

use std::f32::consts::{PI, TAU};

use super::super::Asked;
use super::super::tangle::Tangle;
use super::Rings;
use crate::analysis::ActorIx;

/// How often everybody turns towards those it is tied to.
const SWEEPS: usize = 16;
/// How often neighbours on a ring change places if that shortens ties.
const ROUNDS: usize = 12;
/// Beyond so many actors nobody changes places one by one.
const MOST_SWAPPED: usize = 1_500;
/// How far actors stand evenly, and how far near those they are tied to, at least: the fuller a ring, the more evenly.
const EVEN: f32 = 0.35;

/// The actors of every ring with their angles, in order around it. Nobody is closer to the next than rings allow.
/// O(sweeps × (actors log actors + ties)).
pub fn angles(asked: Asked, tangle: &Tangle, rings: &Rings) -> Vec<Vec<(ActorIx, f32)>> {
    let mut turning = Turning::of(asked, tangle, rings);
    for _ in 0..SWEEPS {
        for ring in 0..rings.actors.len() {
            turning.turn(ring);
        }
    }
    if tangle.len() <= MOST_SWAPPED {
        for _ in 0..ROUNDS {
            let mut has_moved = false;
            for ring in 0..rings.actors.len() {
                has_moved |= turning.swap(ring);
            }
            if !has_moved {
                break;
            }
        }
    }
    turning.upright(asked);
    let ring = |actors: Vec<ActorIx>| {
        actors.into_iter().map(|actor| (actor, turning.angle[actor as usize])).collect()
    };
    turning.order.iter().cloned().map(ring).collect()
}

struct Turning<'a> {
    tangle: &'a Tangle,
    rings: &'a Rings,
    /// The ring of every actor; none for who is in the middle, and for who is on no ring.
    ring: Vec<Option<usize>>,
    angle: Vec<f32>,
    order: Vec<Vec<ActorIx>>,
}

impl<'a> Turning<'a> {
    /// To start with, everybody behind the first neighbour further in, those of the first ring by level.
    fn of(asked: Asked, tangle: &'a Tangle, rings: &'a Rings) -> Self {
        let mut ring = vec![None; tangle.len()];
        let mut angle = vec![0.0_f32; tangle.len()];
        let mut order = rings.actors.clone();
        for (number, actors) in order.iter_mut().enumerate() {
            for actor in actors.iter() {
                ring[*actor as usize] = Some(number);
            }
            let parent = |actor: ActorIx| {
                let tied = tangle.of_actor(actor).iter();
                tied.copied().find(|other| number > 0 && ring[*other as usize] == Some(number - 1))
            };
            let start = |actor: &ActorIx| parent(*actor).map_or(0.0, |parent| angle[parent as usize]);
            let level = |actor: &ActorIx| asked.network.node(*actor).level;
            actors.sort_by(|a, b| start(a).total_cmp(&start(b)).then((level(a), a).cmp(&(level(b), b))));
            let step = TAU / actors.len().max(1) as f32;
            for (at, actor) in actors.iter().enumerate() {
                angle[*actor as usize] = at as f32 * step;
            }
        }
        Self { tangle, rings, ring, angle, order }
    }

    /// Turns everybody on a ring towards those it is tied to, those further in counting most.
    fn turn(&mut self, ring: usize) {
        let mut wanted: Vec<(f32, ActorIx)> =
            self.order[ring].iter().map(|actor| (self.wanted(*actor, ring), *actor)).collect();
        wanted.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let targets: Vec<f32> = wanted.iter().map(|(angle, _)| *angle).collect();
        // Of several rows, those of one row have to keep their distance, and the others stand between them.
        let apart = self.rings.pitch / self.rings.radii[ring] / self.rings.rows[ring] as f32;
        let (first, found) = spread(&targets, apart);
        self.order[ring] = (0..wanted.len()).map(|at| wanted[(first + at) % wanted.len()].1).collect();
        for (actor, angle) in self.order[ring].iter().zip(found) {
            self.angle[*actor as usize] = angle;
        }
    }

    fn wanted(&self, actor: ActorIx, ring: usize) -> f32 {
        let own = self.angle[actor as usize];
        let (mut x, mut y) = (0.5 * own.cos(), 0.5 * own.sin());
        for other in self.tangle.of_actor(actor) {
            let weight = match self.ring[*other as usize] {
                Some(further_in) if further_in < ring => 2.0,
                Some(_) => 1.0,
                None => continue,
            };
            let angle = self.angle[*other as usize];
            x += weight * angle.cos();
            y += weight * angle.sin();
        }
        y.atan2(x)
    }

    /// Lets neighbours on a ring change places where that makes their ties shorter.
    fn swap(&mut self, ring: usize) -> bool {
        let count = self.order[ring].len();
        let mut has_moved = false;
        for at in 0..if count > 2 { count } else { 0 } {
            let next = (at + 1) % count;
            let (one, other) = (self.order[ring][at], self.order[ring][next]);
            let before = self.length(one) + self.length(other);
            self.angle.swap(one as usize, other as usize);
            if self.length(one) + self.length(other) < before - 0.5 {
                self.order[ring].swap(at, next);
                has_moved = true;
            } else {
                self.angle.swap(one as usize, other as usize);
            }
        }
        has_moved
    }

    /// How long the ties of an actor are, but for those to the middle.
    fn length(&self, actor: ActorIx) -> f32 {
        let place = |actor: ActorIx| {
            let radius = self.ring[actor as usize].map(|ring| self.rings.radii[ring])?;
            let (sin, cos) = self.angle[actor as usize].sin_cos();
            Some((radius * cos, radius * sin))
        };
        let Some(own) = place(actor) else { return 0.0 };
        let tied = self.tangle.of_actor(actor).iter().filter_map(|other| place(*other));
        tied.map(|other| (own.0 - other.0).hypot(own.1 - other.1)).sum()
    }

    /// Turns the whole so that, on the whole, the national level is up and the communities are down.
    fn upright(&mut self, asked: Asked) {
        let height =
            |actor: ActorIx| asked.network.levels[asked.network.node(actor).level as usize].at as f32;
        let on_rings: Vec<ActorIx> = self.order.iter().flatten().copied().collect();
        let mean = on_rings.iter().map(|actor| height(*actor)).sum::<f32>() / on_rings.len().max(1) as f32;
        let (mut x, mut y) = (0.0, 0.0);
        for actor in &on_rings {
            let angle = self.angle[*actor as usize];
            x += (height(*actor) - mean) * angle.cos();
            y += (height(*actor) - mean) * angle.sin();
        }
        let turn = if x.hypot(y) < 1e-3 { 0.0 } else { -PI / 2.0 - y.atan2(x) };
        for actor in on_rings {
            self.angle[actor as usize] += turn;
        }
    }
}

/// Angles as near as can be to those wanted (sorted, between −π and π), each at least `apart` from the next, all around;
/// evenly spread if there is no room for that. They start after the widest gap: gives who is first there, and the angles
/// from it on. Pool adjacent violators (Barlow et al. 1972), O(angles).
fn spread(wanted: &[f32], apart: f32) -> (usize, Vec<f32>) {
    let count = wanted.len();
    let Some(last) = count.checked_sub(1) else { return (0, Vec::new()) };
    let gap = |at: usize| if at == 0 { wanted[0] + TAU - wanted[last] } else { wanted[at] - wanted[at - 1] };
    let first = (0..count).max_by(|a, b| gap(*a).total_cmp(&gap(*b)).then(b.cmp(a))).unwrap_or(0);
    let turned: Vec<f32> = (0..count)
        .map(|at| wanted[(first + at) % count] + if first + at >= count { TAU } else { 0.0 })
        .collect();
    let even = TAU / count as f32;
    let apart = apart.min(even);
    let mut pools: Vec<(f32, usize)> = Vec::new();
    for (at, angle) in turned.iter().enumerate() {
        let mut pool = (angle - at as f32 * apart, 1);
        while let Some(before) = pools.last().copied().filter(|before| before.0 > pool.0) {
            let size = before.1 + pool.1;
            pool = ((before.0 * before.1 as f32 + pool.0 * pool.1 as f32) / size as f32, size);
            pools.pop();
        }
        pools.push(pool);
    }
    let near = pools.iter().flat_map(|(angle, size)| std::iter::repeat_n(*angle, *size));
    let near: Vec<f32> = near.enumerate().map(|(at, angle)| angle + at as f32 * apart).collect();
    let middle = near.iter().sum::<f32>() / count as f32;
    let evenly = |at: usize| middle + (at as f32 - last as f32 / 2.0) * even;
    // The gap between the last and the first has to be wide enough too.
    let open = TAU - (near[last] - near[0]);
    let share =
        if open < apart && even > open { ((apart - open) / (even - open)).clamp(EVEN, 1.0) } else { EVEN };
    let angles =
        near.iter().enumerate().map(|(at, angle)| angle * (1.0 - share) + evenly(at) * share).collect();
    (first, angles)
}
