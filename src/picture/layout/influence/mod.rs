//! The grid of influence by interest: everybody in the cell of the two ratings (Mendelow 1991; the form that workshops
//! draw on a flip chart), and whoever is not rated in a tray beside it, never at a made-up place.

mod pattern;

use pattern::Pattern;

use super::tray::Tray;
use super::{Asked, Ground, Layout, Place, fan};
use crate::analysis::ActorIx;
use crate::picture::geometry::{Point, Rect, Size};

/// Cells a side: ratings are from 1 to 5.
const CELLS: usize = 5;
/// The room for the labels of the axes: beside the grid where reading begins, below it, above it, and on the last side.
const LABELS: (f32, f32, f32, f32) = (30.0, 36.0, 24.0, 10.0);
/// So many times cells grow beyond their room, at most, so that names can be read; the least that is enough is taken.
const GROWTHS: [f32; 12] = [1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 2.0, 2.2];
/// Beyond that, the numbers at the axes become small with the picture.
const MOST_TIMES: f32 = 4.0;
/// The smallest cell.
const SMALLEST: Size = Size::new(72.0, 60.0);

/// Lays the grid out. Actors that share a cell stand in rows and columns in the order of ids, with names below them or,
/// where that is tighter, beside them. O(actors).
pub fn layout(asked: Asked) -> Layout {
    let (cells, unrated) = sorted(asked);
    let mut places = vec![Place::default(); asked.network.actors.len()];
    let tray = Tray::of(asked, &unrated, true);
    let beside = Tray::room_beside(tray.as_ref(), asked.size);
    let (before, under, over, after) = LABELS;
    let room = Size::new(
        ((beside.width - before - after) / CELLS as f32).max(SMALLEST.width),
        ((beside.height - under - over) / CELLS as f32).max(SMALLEST.height),
    );
    let cell = cell_size(asked, &cells, room);
    // The picture is larger than its room by about as much as its cells are.
    let times = (cell.width / room.width).max(cell.height / room.height).clamp(1.0, MOST_TIMES);
    let (before, under, over) = (before * times, under * times, over * times);
    let (left, right) = if asked.is_right_to_left { (after, before) } else { (before, after) };
    let corner = Point::new(left, over);
    let rect = Rect::new(corner, corner.moved(cell.width * CELLS as f32, cell.height * CELLS as f32));
    for (number, actors) in cells.iter().enumerate() {
        let (interest, influence) = (number % CELLS, number / CELLS);
        let column = if asked.is_right_to_left { CELLS - 1 - interest } else { interest };
        let row = CELLS - 1 - influence;
        let corner = rect.min.moved(column as f32 * cell.width, row as f32 * cell.height);
        fill(asked, actors, Rect::new(corner, corner.moved(cell.width, cell.height)), &mut places);
    }
    let picture = Rect::new(rect.min.moved(-left, -over), rect.max.moved(right, under));
    let mut layout =
        Layout { extent: picture, grounds: vec![Ground::Grid { rect, times }], ..Layout::default() };
    if let Some(tray) = tray {
        let ground = tray.set_beside(picture, &mut places);
        layout.extent = picture.joined(&ground.rect());
        layout.grounds.push(ground);
    }
    Layout { ways: fan::ways(asked, &places, layout.extent, None), places, ..layout }
}

/// Who is in which cell (row by row from the bottom, the least interest first), and who is in none.
fn sorted(asked: Asked) -> (Vec<Vec<ActorIx>>, Vec<ActorIx>) {
    let (mut cells, mut unrated) = (vec![Vec::new(); CELLS * CELLS], Vec::new());
    for ix in (0..).take(asked.network.actors.len()) {
        let actor = asked.network.actor(ix);
        match (actor.influence, actor.interest) {
            (Some(influence), Some(interest)) => {
                let (row, column) = (usize::from(influence.get()) - 1, usize::from(interest.get()) - 1);
                cells[row * CELLS + column].push(ix);
            }
            _ => unrated.push(ix),
        }
    }
    (cells, unrated)
}

/// How large cells have to be, all alike: as large as it takes to read the names, within reason, and in any case so large
/// that no two marks overlap.
fn cell_size(asked: Asked, cells: &[Vec<ActorIx>], room: Size) -> Size {
    let grown = |times: f32| Size::new(room.width * times, room.height * times);
    let fits = |actors: &[ActorIx], times: f32| Pattern::named(asked, actors, grown(times)).is_some();
    let named = cells.iter().filter_map(|actors| GROWTHS.into_iter().find(|times| fits(actors, *times)));
    let cell = grown(named.fold(1.0, f32::max));
    let marks = cells.iter().map(|actors| Pattern::marks(actors.len(), cell).least);
    marks.fold(cell, |cell, least| Size::new(cell.width.max(least.width), cell.height.max(least.height)))
}

/// Puts the actors of a cell into it, evenly.
fn fill(asked: Asked, actors: &[ActorIx], cell: Rect, places: &mut [Place]) {
    let room = Size::new(cell.width(), cell.height());
    let pattern = Pattern::named(asked, actors, room).unwrap_or_else(|| Pattern::marks(actors.len(), room));
    for (actor, (at, side)) in actors.iter().zip(pattern.spots(room, asked.is_right_to_left)) {
        places[*actor as usize] = Place { at: cell.min.moved(at.x, at.y), side };
    }
}
