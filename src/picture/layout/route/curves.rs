//! Curves as points close to each other.

use crate::picture::geometry::Point;
use crate::picture::trim;

/// From one point of a curve to the next.
const STEP: f32 = 10.0;
/// Points that are no further off a straight line than that are left out.
const STRAIGHT: f32 = 0.12;
/// How far the inside of a rounded corner may be from where the corner was; the first that is free is taken.
const CUTS: [f32; 5] = [26.0, 15.0, 8.0, 4.0, 1.5];

/// A bow from one place to another. Its middle is `height` off the straight line, to the right as one goes; `shoulder`,
/// from 0 to 0.5, is how soon it gets there.
pub fn bow(from: Point, to: Point, height: f32, shoulder: f32) -> Vec<Point> {
    let length = from.distance(to).max(1.0);
    let off = height * 4.0 / 3.0 / length;
    let control = |share: f32| from.towards(to, share).moved(-(to.y - from.y) * off, (to.x - from.x) * off);
    let (first, second) = (control(shoulder), control(1.0 - shoulder));
    let at = |share: f32| {
        let (a, b, c) = (from.towards(first, share), first.towards(second, share), second.towards(to, share));
        a.towards(b, share).towards(b.towards(c, share), share)
    };
    let mut points: Vec<Point> = shares(length + height.abs()).map(at).collect();
    if let Some(last) = points.last_mut() {
        *last = to;
    }
    points
}

/// A way along corners, each rounded as widely as is free.
pub fn rounded(corners: &[Point], is_free: impl Fn(&[Point]) -> bool) -> Vec<Point> {
    let (Some(first), Some(last)) = (corners.first(), corners.last()) else { return Vec::new() };
    let mut points = vec![*first];
    for three in corners.windows(3) {
        let (before, corner, after) = (three[0], three[1], three[2]);
        if before.distance(corner) < 0.5 || corner.distance(after) < 0.5 {
            continue;
        }
        let mut arcs = CUTS.iter().map(|cut| arc(before, corner, after, *cut));
        let arc = arcs.find(|arc| is_free(arc)).unwrap_or_else(|| vec![corner]);
        if let Some((enters, rest)) = arc.split_first() {
            line_to(&mut points, *enters);
            points.extend(rest);
        }
    }
    line_to(&mut points, *last);
    points
}

/// A corner rounded so that it is no further from where it was, and reaches no further than halfway.
fn arc(before: Point, corner: Point, after: Point, cut: f32) -> Vec<Point> {
    let (one, other) = (before.distance(corner), corner.distance(after));
    let along = (corner.x - before.x) * (after.x - corner.x) + (corner.y - before.y) * (after.y - corner.y);
    let cosine = (along / (one * other)).clamp(-1.0, 1.0);
    let half_turn = ((1.0 - cosine) / 2.0).sqrt();
    let reach = (2.0 * cut / half_turn.max(0.01)).min(one * 0.5).min(other * 0.5);
    let (enters, leaves) = (corner.towards(before, reach / one), corner.towards(after, reach / other));
    let at = |share: f32| enters.towards(corner, share).towards(corner.towards(leaves, share), share);
    shares(reach * 2.0).map(at).collect()
}

/// A way so far beside another, to its right as it runs, both ends the same.
pub fn beside(points: &[Point], by: f32) -> Vec<Point> {
    let length: f32 = points.windows(2).map(|pair| pair[0].distance(pair[1])).sum();
    let reach = (length * 0.4).clamp(1.0, 70.0);
    let mut done = 0.0;
    let mut moved = Vec::with_capacity(points.len());
    for (at, point) in points.iter().enumerate() {
        let (before, after) = (points[at.saturating_sub(1)], points[(at + 1).min(points.len() - 1)]);
        done += before.distance(*point);
        let step = before.distance(after).max(f32::EPSILON);
        let left = if at + 1 == points.len() { 0.0 } else { length - done };
        let near = (done.min(left) / reach).clamp(0.0, 1.0);
        let off = by * near * (2.0 - near) / step;
        moved.push(point.moved(-(after.y - before.y) * off, (after.x - before.x) * off));
    }
    moved
}

/// The same without the points that straight lines do without.
pub fn simplified(points: &[Point]) -> Vec<Point> {
    trim::simplified(points, STRAIGHT)
}

/// Adds a straight line, in steps.
fn line_to(points: &mut Vec<Point>, to: Point) {
    if let Some(from) = points.last().copied().filter(|from| from.distance(to) > 0.5) {
        points.extend(shares(from.distance(to)).skip(1).map(|share| from.towards(to, share)));
    }
    // A share of 1 may be a hair off.
    if let Some(last) = points.last_mut() {
        *last = to;
    }
}

/// Shares from 0 to 1 for a curve of that length.
fn shares(length: f32) -> impl Iterator<Item = f32> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "cut to what fits")]
    let steps = (length / STEP).ceil().clamp(2.0, 400.0) as u16;
    (0..=steps).map(move |step| f32::from(step) / f32::from(steps))
}
