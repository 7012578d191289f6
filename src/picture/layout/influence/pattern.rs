//! How the actors of one cell stand: in rows, names below the marks or beside them.

use super::super::apart::{CLOSEST, below, beside, whole};
use super::super::{Asked, MARK, Side};
use crate::analysis::ActorIx;
use crate::picture::geometry::{Point, Size};

/// What a cell leaves free on its inside.
const PADDING: f32 = 6.0;
/// Between one actor and the next.
const BETWEEN: f32 = 5.0;
/// Beyond so many actors a cell is laid out without regard to names.
const MOST_NAMED: usize = 30;

/// Rows of actors.
pub struct Pattern {
    /// The widths that actors take, row by row.
    rows: Vec<Vec<f32>>,
    /// The heights of the rows.
    heights: Vec<f32>,
    /// On which side names stand, where people read from left to right.
    side: Side,
    /// The least room for all that.
    pub least: Size,
}

impl Pattern {
    /// Rows in which every name can be read, in that room, if there are any; the plainest of them.
    pub fn named(asked: Asked, actors: &[ActorIx], room: Size) -> Option<Self> {
        if actors.len() > MOST_NAMED {
            return None;
        }
        let size =
            |actor: &ActorIx| asked.names.get(*actor as usize).map(|name| name.size).unwrap_or_default();
        let names: Vec<Size> = actors.iter().map(size).collect();
        let under: Vec<Size> = names.iter().copied().map(below).collect();
        let aside: Vec<Size> = names.iter().copied().map(beside).collect();
        let columns = |sizes: &[Size], side: Side| -> Option<Self> {
            let patterns = (1..=sizes.len().max(1)).map(|columns| Self::in_columns(columns, side, sizes));
            let fitting = patterns.filter(|pattern| pattern.fits(room));
            // The nearer to the shape of the room, the more evenly it fills it.
            let slack =
                |pattern: &Self| (room.width / pattern.least.width).max(room.height / pattern.least.height);
            fitting.min_by(|a, b| slack(a).total_cmp(&slack(b)))
        };
        let flowing = || Some(Self::flowing(room.width, &aside)).filter(|pattern| pattern.fits(room));
        columns(&under, Side::Below).or_else(|| columns(&aside, Side::Right)).or_else(flowing)
    }

    /// Marks alone, spread over the room as evenly as can be.
    pub fn marks(count: usize, room: Size) -> Self {
        let shape = (room.width / room.height.max(1.0)).max(0.1);
        let columns = whole((count as f32 * shape).sqrt().round()).clamp(1, count.max(1));
        let side = CLOSEST - BETWEEN;
        Self::in_columns(columns, Side::Below, &vec![Size::new(side, side); count])
    }

    /// So many columns, each as wide as its widest actor.
    fn in_columns(columns: usize, side: Side, sizes: &[Size]) -> Self {
        let mut widths = vec![0.0_f32; columns];
        for (number, size) in sizes.iter().enumerate() {
            widths[number % columns] = widths[number % columns].max(size.width);
        }
        let rows = sizes.chunks(columns);
        let heights = rows.clone().map(highest).collect();
        Self::new(rows.map(|row| widths[..row.len()].to_vec()).collect(), heights, side)
    }

    /// Rows filled one after the other, like words.
    fn flowing(width: f32, sizes: &[Size]) -> Self {
        let mut rows: Vec<Vec<Size>> = Vec::new();
        let mut left = 0.0;
        for size in sizes {
            match rows.last_mut() {
                Some(row) if size.width <= left => row.push(*size),
                _ => {
                    rows.push(vec![*size]);
                    left = width - 2.0 * PADDING + BETWEEN;
                }
            }
            left -= size.width + BETWEEN;
        }
        let heights = rows.iter().map(|row| highest(row)).collect();
        Self::new(
            rows.iter().map(|row| row.iter().map(|size| size.width).collect()).collect(),
            heights,
            Side::Right,
        )
    }

    fn new(rows: Vec<Vec<f32>>, heights: Vec<f32>, side: Side) -> Self {
        let widest = rows.iter().map(|row| all(row)).fold(0.0, f32::max);
        let least = Size::new(widest + 2.0 * PADDING, all(&heights) + 2.0 * PADDING);
        Self { rows, heights, side, least }
    }

    fn fits(&self, room: Size) -> bool {
        self.least.width <= room.width && self.least.height <= room.height
    }

    /// Where the actors stand in a room of that size, in order, and the sides of their names.
    pub fn spots(&self, room: Size, is_right_to_left: bool) -> Vec<(Point, Side)> {
        let spare = |room: f32, least: f32, count: usize| ((room - least) / (count as f32 + 1.0)).max(0.0);
        let down = spare(room.height, self.least.height, self.heights.len());
        let most = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let across = spare(room.width, self.least.width, most);
        let mut spots = Vec::new();
        let mut top = PADDING + down;
        for (row, height) in self.rows.iter().zip(&self.heights) {
            let mut left = PADDING + across;
            for width in row {
                spots.push(match self.side {
                    Side::Right => (Point::new(left + MARK, top + height / 2.0), Side::Right),
                    side => (Point::new(left + width / 2.0, top + MARK), side),
                });
                left += width + BETWEEN + across;
            }
            top += height + BETWEEN + down;
        }
        if is_right_to_left {
            for (at, side) in &mut spots {
                at.x = room.width - at.x;
                *side = if *side == Side::Right { Side::Left } else { *side };
            }
        }
        spots
    }
}

/// Lengths one after the other, with what is between them.
fn all(lengths: &[f32]) -> f32 {
    lengths.iter().sum::<f32>() + BETWEEN * (lengths.len() as f32 - 1.0).max(0.0)
}

fn highest(row: &[Size]) -> f32 {
    row.iter().map(|size| size.height).fold(0.0, f32::max)
}
