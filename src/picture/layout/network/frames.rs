//! Frames: which part of the room each group of actors gets, and how a group is fitted into its frame.

use super::start::Spot;
use crate::picture::geometry::{Point, Rect, Size};

/// How much of a place along an axis comes from the order of actors alone, so that no few far ones squeeze all others
/// together.
const BY_ORDER: f64 = 0.5;
/// Between frames.
const BETWEEN: f32 = 18.0;

/// Cuts the room into frames with areas as the needs, the largest first, as nearly square as can be: a squarified treemap
/// (Bruls, Huizing and van Wijk 2000). O(needs).
pub fn frames(needs: &[f32], room: Rect) -> Vec<Rect> {
    let all: f32 = needs.iter().sum();
    let per_need = room.width() * room.height() / all.max(f32::EPSILON);
    let areas: Vec<f32> = needs.iter().map(|need| need * per_need).collect();
    let mut frames = Vec::with_capacity(needs.len());
    let (mut left, mut at) = (room, 0);
    while at < areas.len() {
        let side = left.width().min(left.height()).max(1.0);
        let worst = |row: &[f32]| {
            let sum: f32 = row.iter().sum();
            let (least, most) = row
                .iter()
                .fold((f32::MAX, 0.0_f32), |(least, most), area| (least.min(*area), most.max(*area)));
            (side * side * most / (sum * sum)).max(sum * sum / (side * side * least))
        };
        let mut end = at + 1;
        while end < areas.len() && worst(&areas[at..=end]) <= worst(&areas[at..end]) {
            end += 1;
        }
        left = cut(left, &areas[at..end], &mut frames);
        at = end;
    }
    if frames.len() > 1 {
        for frame in &mut frames {
            *frame = frame.grown(-BETWEEN / 2.0);
        }
    }
    frames
}

/// Cuts a row of frames off the shorter side; gives what is left.
fn cut(room: Rect, areas: &[f32], frames: &mut Vec<Rect>) -> Rect {
    let sum: f32 = areas.iter().sum();
    let is_wide = room.width() >= room.height();
    let (side, depth) = if is_wide {
        (room.height(), sum / room.height().max(1.0))
    } else {
        (room.width(), sum / room.width().max(1.0))
    };
    let mut along = 0.0;
    for area in areas {
        let length = area / sum * side;
        let frame = if is_wide {
            Rect::new(room.min.moved(0.0, along), room.min.moved(depth, along + length))
        } else {
            Rect::new(room.min.moved(along, 0.0), room.min.moved(along + length, depth))
        };
        frames.push(frame);
        along += length;
    }
    let corner = if is_wide { room.min.moved(depth, 0.0) } else { room.min.moved(0.0, depth) };
    Rect::new(corner, room.max)
}

/// Up to so many actors a group stays together instead of filling its frame: nothing is told by a long tie of two.
const FEW: usize = 5;
/// How large a group of so few gets, from end to end, for each actor.
const EACH: f32 = 64.0;

/// Fits places into a frame: each axis is stretched to fill it, and evened out.
pub fn fitted(places: &[Spot], frame: Rect) -> Vec<Point> {
    let most = if places.len() <= FEW { places.len() as f32 * EACH } else { f32::MAX };
    let frame = Rect::around(frame.centre(), Size::new(frame.width().min(most), frame.height().min(most)));
    let across = evened(&places.iter().map(|place| place[0]).collect::<Vec<_>>());
    let down = evened(&places.iter().map(|place| place[1]).collect::<Vec<_>>());
    let place =
        |(x, y): (f32, f32)| Point::new(frame.min.x + x * frame.width(), frame.min.y + y * frame.height());
    across.into_iter().zip(down).map(place).collect()
}

/// Values as shares of the way from the least to the most, partly by their order alone.
fn evened(values: &[f64]) -> Vec<f32> {
    let (least, most) = values
        .iter()
        .fold((f64::MAX, f64::MIN), |(least, most), value| (least.min(*value), most.max(*value)));
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| values[*a].total_cmp(&values[*b]).then(a.cmp(b)));
    let mut evened = vec![0.5; values.len()];
    if most - least < 1e-9 {
        return evened;
    }
    let steps = (values.len() as f64 - 1.0).max(1.0);
    for (rank, at) in order.into_iter().enumerate() {
        let share = (values[at] - least) / (most - least);
        let share = share * (1.0 - BY_ORDER) + rank as f64 / steps * BY_ORDER;
        #[expect(clippy::cast_possible_truncation, reason = "between 0 and 1")]
        let share = share as f32;
        evened[at] = share;
    }
    evened
}
