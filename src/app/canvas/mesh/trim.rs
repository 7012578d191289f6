//! Lines made small: points that nobody would miss are left out, and what lies outside is cut away.

use egui::{Pos2, Rect, Vec2};

/// A line may come so far off its true way, in points of the screen.
const TRUE: f32 = 0.3;

/// The same line with as few points as keep it on its way (Douglas & Peucker 1973).
pub fn simplified(points: &[Pos2]) -> Vec<Pos2> {
    let Some((first, last)) = points.first().zip(points.last()) else { return Vec::new() };
    let mut kept = vec![*first];
    between(points, &mut kept);
    if points.len() > 1 {
        kept.push(*last);
    }
    kept
}

/// Adds the points between the ends that are needed.
fn between(points: &[Pos2], kept: &mut Vec<Pos2>) {
    let [first, inner @ .., last] = points else { return };
    let off = |point: &Pos2| distance(*point, *first, *last);
    let farthest = inner.iter().map(off).enumerate().max_by(|a, b| a.1.total_cmp(&b.1));
    if let Some((at, off)) = farthest
        && off > TRUE
    {
        between(&points[..=at + 1], kept);
        kept.push(points[at + 1]);
        between(&points[at + 1..], kept);
    }
}

fn distance(point: Pos2, from: Pos2, to: Pos2) -> f32 {
    let along = to - from;
    let length = along.length_sq();
    let share = if length > 0.0 { ((point - from).dot(along) / length).clamp(0.0, 1.0) } else { 0.0 };
    point.distance(from + along * share)
}

/// The parts of a line inside a rectangle, each with how far from the beginning it starts.
pub fn inside(points: &[Pos2], seen: Rect) -> Vec<(f32, Vec<Pos2>)> {
    let mut parts: Vec<(f32, Vec<Pos2>)> = Vec::new();
    let (mut length, mut goes_on) = (0.0, false);
    for pair in points.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let whole = from.distance(to);
        match clipped(from, to - from, seen) {
            Some((start, end)) => {
                let (first, last) = (from + (to - from) * start, from + (to - from) * end);
                match parts.last_mut() {
                    Some((_, part)) if goes_on && start <= 0.0 => part.push(last),
                    _ => parts.push((length + whole * start, vec![first, last])),
                }
                goes_on = end >= 1.0;
            }
            None => goes_on = false,
        }
        length += whole;
    }
    parts
}

/// From where to where, as shares of its length, a stretch is inside a rectangle (Liang & Barsky 1984).
fn clipped(from: Pos2, along: Vec2, seen: Rect) -> Option<(f32, f32)> {
    let (mut start, mut end) = (0.0_f32, 1.0_f32);
    for (away, room) in [
        (-along.x, from.x - seen.left()),
        (along.x, seen.right() - from.x),
        (-along.y, from.y - seen.top()),
        (along.y, seen.bottom() - from.y),
    ] {
        if away.abs() < f32::EPSILON {
            if room < 0.0 {
                return None;
            }
        } else if away < 0.0 {
            start = start.max(room / away);
        } else {
            end = end.min(room / away);
        }
    }
    (start < end).then_some((start, end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::pos2;

    #[test]
    fn a_curve_keeps_its_way_with_fewer_points() {
        let curve: Vec<Pos2> = (0..=200_u8)
            .map(|step| f32::from(step) / 200.0)
            .map(|t| pos2(300.0 * t, 80.0 * (t * std::f32::consts::PI).sin()))
            .collect();
        let few = simplified(&curve);
        assert!(few.len() < 30, "{} points", few.len());
        assert_eq!((few[0], few[few.len() - 1]), (curve[0], curve[200]));
        for point in &curve {
            let off = few.windows(2).map(|pair| distance(*point, pair[0], pair[1])).fold(f32::MAX, f32::min);
            assert!(off <= TRUE + 0.001, "{point} is {off} off");
        }
        assert_eq!(simplified(&[pos2(0.0, 0.0), pos2(5.0, 0.0), pos2(9.0, 0.0)]).len(), 2);
        assert_eq!(simplified(&[pos2(1.0, 1.0)]).len(), 1);
        assert!(simplified(&[]).is_empty());
    }

    #[test]
    fn what_is_cut_away_is_outside_and_what_stays_is_inside() {
        let seen = Rect::from_min_max(pos2(0.0, 0.0), pos2(100.0, 100.0));
        // In, out on the right, back in lower down.
        let line = [pos2(50.0, 20.0), pos2(150.0, 20.0), pos2(150.0, 80.0), pos2(50.0, 80.0)];
        let parts = inside(&line, seen);
        assert_eq!(parts.len(), 2);
        assert_eq!(parts[0], (0.0, vec![pos2(50.0, 20.0), pos2(100.0, 20.0)]));
        assert_eq!(parts[1].1, [pos2(100.0, 80.0), pos2(50.0, 80.0)]);
        assert!((parts[1].0 - (100.0 + 60.0 + 50.0)).abs() < 0.001, "{}", parts[1].0);
        let whole = inside(&[pos2(10.0, 10.0), pos2(20.0, 20.0), pos2(30.0, 10.0)], seen);
        assert_eq!(whole.len(), 1);
        assert_eq!(whole[0].1.len(), 3);
        assert!(inside(&[pos2(-50.0, -1.0), pos2(200.0, -1.0)], seen).is_empty());
    }
}
