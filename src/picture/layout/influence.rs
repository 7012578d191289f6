//! Influence: how much actors can move, up, by how much they care, to the side. Who is not rated stands in a tray, never
//! at a made-up place.

use std::collections::BTreeMap;

use super::{Asked, GAP, Ground, Layout, MARK, Place, Side, fan};
use crate::analysis::ActorIx;
use crate::picture::geometry::{Point, Rect};

/// Around the grid: room for what is written on its axes.
const MARGIN: f32 = 34.0;
/// How wide the tray is.
const TRAY: f32 = 150.0;
/// How high an actor stands with its name.
const HIGH: f32 = 2.0 * MARK + GAP + 34.0;
/// How wide an actor stands with its name.
const WIDE: f32 = 104.0;
/// The title of the tray.
const TITLE: f32 = 34.0;

/// Lays the grid out. O(actors log actors).
pub fn layout(asked: Asked) -> Layout {
    let mut cells: BTreeMap<(u8, u8), Vec<ActorIx>> = BTreeMap::new();
    let mut unrated = Vec::new();
    for actor in (0..).take(asked.network.actors.len()) {
        let told = asked.network.actor(actor);
        match (told.interest, told.influence) {
            (Some(interest), Some(influence)) => {
                cells.entry((interest.get(), influence.get())).or_default().push(actor);
            }
            _ => unrated.push(actor),
        }
    }
    // Everybody has room in the fullest cell: a grid may be larger than the window.
    let fullest = cells.values().map(Vec::len).max().unwrap_or(1);
    let (tray_columns, tray) = tray_width(asked, unrated.len());
    let (columns, rows) = shape_of_cells(asked, fullest, tray);
    let grid_width = (asked.size.width - tray - 2.0 * MARGIN).max(5.0 * columns as f32 * WIDE);
    let grid_height = (asked.size.height - 2.0 * MARGIN).max(5.0 * rows as f32 * HIGH);
    let left = if asked.is_right_to_left { tray + MARGIN } else { MARGIN };
    let grid = Rect::new(Point::new(left, MARGIN), Point::new(left + grid_width, MARGIN + grid_height));
    let mut places = vec![Place::default(); asked.network.actors.len()];
    for ((interest, influence), actors) in &cells {
        let across = if asked.is_right_to_left { 5 - interest } else { interest - 1 };
        let (width, height) = (grid.width() / 5.0, grid.height() / 5.0);
        let corner = grid.min.moved(f32::from(across) * width, f32::from(5 - influence) * height);
        fill(&mut places, actors, Rect::new(corner, corner.moved(width, height)), columns);
    }
    let height = MARGIN * 2.0 + grid_height;
    let width = grid_width + 2.0 * MARGIN + tray;
    let mut grounds = vec![Ground::Grid { rect: grid }];
    let mut bottom = height;
    if !unrated.is_empty() {
        let left = if asked.is_right_to_left { 0.0 } else { width - tray };
        let needed = TITLE + unrated.len().div_ceil(tray_columns) as f32 * HIGH;
        bottom = bottom.max(needed);
        let rect = Rect::new(Point::new(left, 0.0), Point::new(left + tray, bottom));
        grounds.push(Ground::Tray { rect });
        let inner = Rect::new(rect.min.moved(0.0, TITLE), Point::new(rect.max.x, rect.min.y + needed));
        fill(&mut places, &unrated, inner, tray_columns);
    }
    Layout {
        extent: Rect::new(Point::default(), Point::new(width, bottom)),
        grounds,
        ways: fan::ways(asked, &places),
        places,
    }
}

/// How many columns the tray has, and how wide it is.
fn tray_width(asked: Asked, count: usize) -> (usize, f32) {
    if count == 0 {
        return (1, 0.0);
    }
    let rows = ((asked.size.height - TITLE) / HIGH).floor().max(1.0);
    let columns = (count as f32 / rows).ceil().max(1.0);
    // A tray of thousands is about as high as wide.
    let columns = columns.min((count as f32).sqrt().ceil());
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small whole number")]
    let whole = columns as usize;
    (whole, TRAY.max(columns * (WIDE + 20.0)))
}

/// In how many columns and rows the fullest cell holds its actors: as the room is shaped.
fn shape_of_cells(asked: Asked, fullest: usize, tray: f32) -> (usize, usize) {
    let width = ((asked.size.width - tray - 2.0 * MARGIN) / 5.0 / WIDE).max(1.0);
    let height = ((asked.size.height - 2.0 * MARGIN) / 5.0 / HIGH).max(1.0);
    let mut columns = 1;
    while columns < fullest {
        let rows = fullest.div_ceil(columns);
        if rows as f32 / height <= columns as f32 / width {
            break;
        }
        columns += 1;
    }
    (columns, fullest.div_ceil(columns))
}

/// Puts actors into a room, row by row, in the middle of it.
fn fill(places: &mut [Place], actors: &[ActorIx], room: Rect, columns: usize) {
    let columns = columns.min(actors.len()).max(1);
    let rows = actors.len().div_ceil(columns);
    for (number, actor) in actors.iter().enumerate() {
        let (row, column) = (number / columns, number % columns);
        let in_row = if row + 1 == rows { actors.len() - row * columns } else { columns };
        let x = room.min.x + room.width() * (column as f32 + 0.5) / in_row as f32;
        let share = room.height() / rows as f32;
        let y = room.min.y + share * row as f32 + (share - HIGH) / 2.0 + MARK;
        places[*actor as usize] = Place { at: Point::new(x, y), side: Side::Below };
    }
}
