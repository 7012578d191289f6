//! Lines cut to what is seen.

use egui::{Pos2, Rect};

use crate::picture::geometry::{self, Point, part_inside};

/// The parts of a line inside a rectangle, each with how far from the beginning it starts.
pub fn inside(points: &[Pos2], seen: Rect) -> Vec<(f32, Vec<Pos2>)> {
    let point = |at: Pos2| Point::new(at.x, at.y);
    let seen = geometry::Rect::new(point(seen.min), point(seen.max));
    let mut parts: Vec<(f32, Vec<Pos2>)> = Vec::new();
    let (mut length, mut goes_on) = (0.0, false);
    for pair in points.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let whole = from.distance(to);
        match part_inside(seen, point(from), point(to)) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use egui::pos2;

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
