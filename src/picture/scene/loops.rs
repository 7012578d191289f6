//! Ties of an actor to itself: a loop beside its mark, and in a table a cell of the diagonal.

use super::{Cell, Given, Line, Mark, Scene, radius, stroke};
use crate::analysis::{ActorIx, TieIx};
use crate::model::terms::TieClass;
use crate::picture::geometry::{Point, Rect, Size, part_inside};
use crate::picture::layout::Side;

/// Half the width of the smallest loop, as a share of its mark, and by how much each further one is larger.
const LOOP: f32 = 0.8;
const STEP: f32 = 0.35;
/// However many loops an actor has, the largest is so many times as large as its mark.
const MOST: f32 = 2.2;
/// Of how many steps a loop is made.
const STEPS: u8 = 40;
/// A mark may have a ring around it: loops begin and end outside of that.
const RING: f32 = 4.0;
/// The corners of a mark where loops may stand, the first one by preference.
const CORNERS: [f32; 4] = [-45.0, -135.0, 45.0, 135.0];
/// In a picture with more lines or more loops than that, all loops stand in the first corner that the name leaves free.
const CAREFUL: (usize, usize) = (4_000, 200);

/// A tie of an actor to itself in a table: the cell where its row and its column meet. `None` in other pictures.
pub fn cell(given: Given, tie: TieIx) -> Option<Cell> {
    let link = given.analysis.network.link(tie);
    let column = given.layout.column(link.from)?;
    let at = Point::new(column.x, given.layout.places[link.from as usize].at.y);
    super::cells(given, tie, at).next()
}

/// Draws the ties of actors to themselves as loops, over the other ties; nothing in a table. O(loops × lines) where both are
/// few, O(loops) where they are many.
pub fn draw(given: Given, ties: &[TieIx], scene: &mut Scene) {
    if given.layout.is_table() {
        return;
    }
    let owner = |tie: &TieIx| given.analysis.network.link(*tie).from;
    let mut ties = ties.to_vec();
    ties.sort_by_key(|tie| (owner(tie), *tie));
    let is_careful = scene.lines.len() <= CAREFUL.0 && ties.len() <= CAREFUL.1;
    let mut loops = Vec::new();
    for own in ties.chunk_by(|a, b| owner(a) == owner(b)) {
        let Some(actor) = own.first().map(owner) else { continue };
        let mark = given.layout.places[actor as usize];
        let size = radius(given, actor);
        let corner = corner(mark.at, size, mark.side, actor, if is_careful { Some(scene) } else { None });
        for (nth, tie) in own.iter().enumerate() {
            let points = way(mark.at, size, corner, nth, own.len());
            let rect =
                points.iter().fold(Rect::new(mark.at, mark.at), |all, at| all.joined(&Rect::new(*at, *at)));
            scene.extent = scene.extent.joined(&rect.grown(2.0));
            let class = given.analysis.network.link(*tie).class;
            loops.push(Line {
                tie: Some(*tie),
                points,
                stroke: stroke(given, *tie),
                starts_with_arrow: false,
                ends_with_arrow: class != TieClass::Partnership,
            });
        }
    }
    loops.sort_by_key(|line| line.tie);
    scene.lines.extend(loops);
}

/// A loop from a mark of half width `size` back to it, in that direction; the later ones are around the earlier ones.
fn way(at: Point, size: f32, corner: f32, nth: usize, count: usize) -> Vec<Point> {
    let step = STEP.min((MOST - LOOP) / count.max(1) as f32);
    let own = size * (LOOP + step * nth as f32);
    let towards = |from: Point, degrees: f32, by: f32| {
        let angle = degrees.to_radians();
        from.moved(by * angle.cos(), by * angle.sin())
    };
    let middle = towards(at, corner, size + own * 0.75);
    // From where it leaves the ring of the mark, round to where it comes back to it: where two circles meet.
    let (away, ring) = (middle.distance(at), size + RING);
    let cosine = (away * away + own * own - ring * ring) / (2.0 * away * own);
    let hidden = cosine.clamp(-1.0, 1.0).acos().to_degrees();
    let round = (0..=STEPS).map(|step| f32::from(step) / f32::from(STEPS));
    let degrees = round.map(|part| corner + 180.0 + hidden + (360.0 - 2.0 * hidden) * part);
    degrees.map(|degrees| towards(middle, degrees, own)).collect()
}

/// The corner of a mark with most room for a loop: not where its name stands, nor where other marks and lines are.
fn corner(at: Point, size: f32, name: Side, own: ActorIx, among: Option<&Scene>) -> f32 {
    let is_at_name = |corner: f32| match name {
        Side::Left => corner.abs() > 90.0,
        Side::Right => corner.abs() < 90.0,
        Side::Above => corner < 0.0,
        Side::Below => corner > 0.0,
    };
    let cost = |corner: f32| {
        let angle = corner.to_radians();
        let middle = at.moved(size * 1.9 * angle.cos(), size * 1.9 * angle.sin());
        let room = Rect::around(middle, Size::new(size * 1.8, size * 1.8));
        let Some(scene) = among else { return u32::from(is_at_name(corner)) };
        let near = |mark: &&Mark| mark.actor != own && room.grown(mark.radius).contains(mark.at);
        let marks = scene.marks.iter().filter(near).count();
        let meets =
            |line: &&Line| line.points.windows(2).any(|pair| part_inside(room, pair[0], pair[1]).is_some());
        let lines = scene.lines.iter().filter(meets).count();
        let costs = 100 * marks + 2 * lines + 3 * usize::from(is_at_name(corner));
        u32::try_from(costs).unwrap_or(u32::MAX)
    };
    CORNERS.into_iter().min_by_key(|corner| cost(*corner)).unwrap_or(CORNERS[0])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loop_begins_and_ends_at_its_mark_and_the_next_is_around_it() {
        let at = Point::new(100.0, 100.0);
        for corner in CORNERS {
            for count in [1, 2, 7, 500] {
                let loops: Vec<Vec<Point>> =
                    (0..count).map(|nth| way(at, 15.0, corner, nth, count)).collect();
                for points in &loops {
                    let (first, last) = (points[0], points[points.len() - 1]);
                    assert!(points.len() > 10);
                    let is_at_ring = |point: Point| (point.distance(at) - (15.0 + RING)).abs() < 0.1;
                    assert!(is_at_ring(first) && is_at_ring(last), "at the mark");
                    assert!(points.iter().all(|point| point.distance(at) > 15.0), "and not under it");
                    assert!(
                        points.iter().all(|point| point.distance(at) < 15.0 * 5.0),
                        "however many there are"
                    );
                }
                let reach =
                    |points: &Vec<Point>| points.iter().map(|point| point.distance(at)).fold(0.0, f32::max);
                assert!(loops.windows(2).all(|pair| reach(&pair[0]) < reach(&pair[1])));
            }
        }
    }

    #[test]
    fn a_loop_leaves_the_name_alone() {
        let at = Point::new(0.0, 0.0);
        for (side, expected) in
            [(Side::Below, -45.0), (Side::Right, -135.0), (Side::Above, 45.0), (Side::Left, -45.0)]
        {
            assert!((corner(at, 15.0, side, 0, None) - expected).abs() < 0.1, "{side:?}");
        }
    }
}
