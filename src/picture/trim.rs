//! What is done to a line of points: ends cut off under the marks, a line beside it, its middle, fewer points, a bow.

use super::geometry::{Point, distance_to_line};

/// A line without what lies closer to its ends than that; empty where nothing is left.
pub fn trimmed(points: &[Point], start: f32, end: f32) -> Vec<Point> {
    let [first, .., last] = points else { return points.to_vec() };
    let (first, last) = (*first, *last);
    if first.distance(last) <= start + end {
        return Vec::new();
    }
    let mut kept = cut_start(points, start);
    kept.reverse();
    let mut kept = cut_start(&kept, end);
    kept.reverse();
    kept
}

/// A line without its beginning, up to where it leaves a circle around its first point.
fn cut_start(points: &[Point], radius: f32) -> Vec<Point> {
    let Some(first) = points.first().copied() else { return Vec::new() };
    let Some(outside) = points.iter().position(|point| point.distance(first) > radius) else {
        return Vec::new();
    };
    let (inner, outer) = (points[outside - 1], points[outside]);
    // Halving finds where the line leaves the circle, to a hundredth of a point and better.
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..12 {
        let middle = f32::midpoint(low, high);
        if inner.towards(outer, middle).distance(first) > radius { high = middle } else { low = middle }
    }
    std::iter::once(inner.towards(outer, high)).chain(points[outside..].iter().copied()).collect()
}

/// A line so far beside another, to its right as it runs.
pub fn shifted(points: &[Point], by: f32) -> Vec<Point> {
    let last = points.len().saturating_sub(1);
    let beside = |at: usize| {
        let (before, after) = (points[at.saturating_sub(1)], points[(at + 1).min(last)]);
        let length = before.distance(after).max(f32::EPSILON);
        points[at].moved(-(after.y - before.y) / length * by, (after.x - before.x) / length * by)
    };
    (0..points.len()).map(beside).collect()
}

/// A line with only the points that it needs to stay within `off` of its way (Ramer 1972, Douglas & Peucker 1973).
pub fn simplified(points: &[Point], off: f32) -> Vec<Point> {
    let mut kept = Vec::new();
    let mut open = vec![(0, points.len().saturating_sub(1))];
    while let Some((start, end)) = open.pop() {
        let distance = |at: &usize| distance_to_line(points[*at], points[start], points[end]);
        let farthest = (start + 1..end).max_by(|a, b| distance(a).total_cmp(&distance(b)));
        match farthest.filter(|at| distance(at) > off) {
            Some(middle) => open.extend([(middle, end), (start, middle)]),
            None => kept.extend(points.get(start)),
        }
    }
    kept.extend(points.last().filter(|_| points.len() > 1));
    kept
}

/// The place halfway along a line.
pub fn middle(points: &[Point]) -> Point {
    let length: f32 = points.windows(2).map(|pair| pair[0].distance(pair[1])).sum();
    let mut left = length / 2.0;
    for pair in points.windows(2) {
        let step = pair[0].distance(pair[1]);
        if step >= left && step > 0.0 {
            return pair[0].towards(pair[1], left / step);
        }
        left -= step;
    }
    points.first().copied().unwrap_or_default()
}

/// A gentle bow from one place to another.
pub fn bowed(from: Point, to: Point) -> Vec<Point> {
    let (x, y) = (to.x - from.x, to.y - from.y);
    let control = from.towards(to, 0.5).moved(-y * 0.18, x * 0.18);
    let at = |share: f32| from.towards(control, share).towards(control.towards(to, share), share);
    (0..=16_u8).map(|step| at(f32::from(step) / 16.0)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_are_cut_off_where_marks_are() {
        let line = [Point::new(0.0, 0.0), Point::new(50.0, 0.0), Point::new(100.0, 0.0)];
        let cut = trimmed(&line, 10.0, 20.0);
        assert!((cut[0].x - 10.0).abs() < 0.1 && (cut[cut.len() - 1].x - 80.0).abs() < 0.1, "{cut:?}");
        assert!(trimmed(&line, 60.0, 60.0).is_empty(), "marks that touch leave no line");
        assert_eq!(trimmed(&line[..1], 5.0, 5.0), line[..1], "a cell is a point");
        assert!((middle(&line).x - 50.0).abs() < 0.01);
        assert!(shifted(&line, 6.0).iter().all(|point| (point.y - 6.0).abs() < 0.01));
    }

    #[test]
    fn a_curve_keeps_its_way_with_fewer_points() {
        let curve: Vec<Point> = (0..=200_u8)
            .map(|step| f32::from(step) / 200.0)
            .map(|t| Point::new(300.0 * t, 80.0 * (t * std::f32::consts::PI).sin()))
            .collect();
        let few = simplified(&curve, 0.3);
        assert!(few.len() < 30, "{} points", few.len());
        assert_eq!((few[0], few[few.len() - 1]), (curve[0], curve[200]));
        for point in &curve {
            let off = few
                .windows(2)
                .map(|pair| distance_to_line(*point, pair[0], pair[1]))
                .fold(f32::MAX, f32::min);
            assert!(off <= 0.301, "{point:?} is {off} off");
        }
        let straight = [Point::new(0.0, 0.0), Point::new(5.0, 0.0), Point::new(9.0, 0.0)];
        assert_eq!(simplified(&straight, 0.3).len(), 2);
        assert_eq!(simplified(&straight[..1], 0.3).len(), 1);
        assert!(simplified(&[], 0.3).is_empty());
    }
}
