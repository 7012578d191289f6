//! The table of who is tied to whom: rows and columns in the same order, level by level, tied actors near each other.

mod order;

use super::tangle::Tangle;
use super::{Asked, GAP, Ground, Layout, MARK, Place, Side, Ways};
use crate::picture::geometry::{Point, Rect, Size};
use crate::picture::labels::scale;
use crate::picture::names::LINE;

/// The smallest and the largest cell.
const CELL: (f32, f32) = (18.5, 28.0);
/// Where cells of that height leave room for all names although letters shrink less than the picture, they are that high.
const SMALL_CELL: f32 = 22.5;
/// The room for names beside the rows, at least.
const NAMES: f32 = 150.0;
/// The room over the columns, for their marks.
const HEADS: f32 = 40.0;
/// What stays free at the far sides.
const EDGE: f32 = 10.0;
/// Of tables so many times as large as their room, names are cut off.
const MOST_GROWN: f32 = 4.0;
/// From the table to the middle of the marks of its rows.
const TO_MARK: f32 = MARK + GAP;

/// Lays the table out. An actor's place is the head of its row, its name beside it away from the table; the head of its
/// column is [`Layout::column`]. A tie's way is one point, the middle of the cell in the row of its giver and the column of
/// its receiver; a tie that holds both ways has another, [`Layout::across`].
///
/// The rows: the top of the ladder first, and within a level as [`order`] says. O((actors + ties) log ties), and what the
/// seriation of small levels takes on top, bounded.
pub fn layout(asked: Asked) -> Layout {
    let order = order::order(asked, &Tangle::of(asked));
    let widest = asked.names.iter().map(|name| name.size.width).fold(0.0, f32::max);
    let beside = |times: f32| NAMES.max(widest * times + GAP + TO_MARK + MARK + EDGE);
    let count = order.len() as f32;
    let (mut names, mut cell) = (beside(1.0), CELL.1);
    // Where the table is shown smaller than it is, names take more of it: a second look is near enough.
    for _ in 0..2 {
        let room = (asked.size.width - names - EDGE).min(asked.size.height - HEADS - EDGE);
        cell = height(room / count.max(1.0), count, asked.size, names);
        let zoom = zoom(cell, count, asked.size, names);
        names = beside((scale(zoom) / zoom).clamp(1.0, MOST_GROWN));
    }
    let side = cell * count;
    let left = if asked.is_right_to_left { EDGE } else { names };
    let corner = Point::new(left, HEADS);
    let rect = Rect::new(corner, corner.moved(side, side));
    let (head, name_side) = if asked.is_right_to_left {
        (rect.max.x + TO_MARK, Side::Right)
    } else {
        (rect.min.x - TO_MARK, Side::Left)
    };
    let mut places = vec![Place { at: Point::default(), side: name_side }; order.len()];
    for (row, actor) in order.iter().enumerate() {
        places[*actor as usize].at = Point::new(head, rect.min.y + (row as f32 + 0.5) * cell);
    }
    let width = names + side + EDGE;
    let mut layout = Layout {
        extent: Rect::new(Point::default(), Point::new(width, HEADS + side + EDGE)),
        grounds: vec![Ground::Table { rect, cell }],
        places,
        ways: Ways::default(),
        ..Layout::default()
    };
    layout.ways = cells(asked, &layout);
    layout
}

/// How high a cell is: as the room allows, but so that names do not hide each other where that can be had.
fn height(even: f32, count: f32, room: Size, names: f32) -> f32 {
    let cell = even.clamp(CELL.0, CELL.1);
    let zoom = |cell: f32| zoom(cell, count, room, names);
    let is_read = |cell: f32| LINE * scale(zoom(cell)) / zoom(cell) + 2.0 <= cell;
    if is_read(cell) || !is_read(SMALL_CELL) { cell } else { SMALL_CELL }
}

/// How large a table with cells of that height is shown, as a share of its size.
fn zoom(cell: f32, count: f32, room: Size, names: f32) -> f32 {
    let (width, height) = (names + cell * count + EDGE, HEADS + cell * count + EDGE);
    (room.width / width).min(room.height / height).clamp(0.02, 1.0)
}

fn cells(asked: Asked, layout: &Layout) -> Ways {
    let mut ways = Ways::default();
    for tie in asked.ties {
        let link = asked.network.link(*tie);
        let column = layout.column(link.to).map_or(0.0, |head| head.x);
        ways.push([Point::new(column, layout.places[link.from as usize].at.y)]);
    }
    ways
}
