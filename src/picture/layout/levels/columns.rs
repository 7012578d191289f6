//! How far across everybody stands: near its neighbours, spread over the width, never on somebody else.

use super::bands::Bands;
use super::line::Line;
use super::rows::Plan;
use crate::picture::geometry::Point;
use crate::picture::names::Name;

/// How much a tie within a band counts, a tie to another band being 1.
const BESIDE: f32 = 0.35;
/// How much it counts to stand evenly spread, a tie to another band being 1.
const EVEN: f32 = 1.4;
/// How often everybody is moved nearer to its neighbours.
const SWEEPS: usize = 10;

/// How far across an actor was put by hand.
pub fn pinned(pins: &[Option<Point>], actor: u32) -> Option<f32> {
    pins.get(actor as usize).copied().flatten().map(|at| at.x)
}

/// The lines of all bands.
pub fn lines(bands: &Bands, plan: &Plan, names: &[Name]) -> Vec<Line> {
    let each = bands.all.iter().zip(&plan.strips);
    each.map(|(band, strip)| Line::of(&band.actors, names, strip, plan.size.width, plan.beside)).collect()
}

/// How far across each actor stands. Bands are gone through from the top and from the bottom in turn, each actor drawn to
/// the mean of its neighbours and to where it would be if all stood evenly. O((actors + ties) × 10).
pub fn columns(bands: &Bands, lines: &[Line], pins: &[Option<Point>]) -> Vec<f32> {
    let mut across = vec![0.0; bands.of.len()];
    let even: Vec<Vec<f32>> = lines.iter().map(Line::even).collect();
    for ((band, line), even) in bands.all.iter().zip(lines).zip(&even) {
        put(&band.actors, &line.place(even), pins, &mut across);
    }
    let sweeps = if bands.of.len() > 5_000 { SWEEPS / 3 } else { SWEEPS };
    for sweep in 0..sweeps {
        for turn in 0..lines.len() {
            let at = if sweep % 2 == 0 { turn } else { lines.len() - 1 - turn };
            let actors = &bands.all[at].actors;
            let seats = actors.iter().zip(&even[at]);
            let wish = |(actor, even): (&u32, &f32)| {
                pinned(pins, *actor).unwrap_or_else(|| wish(bands, *actor, *even, &across))
            };
            let wanted: Vec<f32> = seats.map(wish).collect();
            put(actors, &lines[at].place(&wanted), pins, &mut across);
        }
    }
    across
}

/// Where an actor would like to stand.
pub fn wish(bands: &Bands, actor: u32, even: f32, across: &[f32]) -> f32 {
    let (mut sum, mut weight) = (even * EVEN, EVEN);
    for (other, _) in bands.neighbours.get(actor) {
        let counts = if bands.of[*other as usize] == bands.of[actor as usize] { BESIDE } else { 1.0 };
        sum += across[*other as usize] * counts;
        weight += counts;
    }
    sum / weight
}

fn put(actors: &[u32], places: &[f32], pins: &[Option<Point>], across: &mut [f32]) {
    for (actor, place) in actors.iter().zip(places) {
        across[*actor as usize] = pinned(pins, *actor).unwrap_or(*place);
    }
}
