//! The grid of influence by interest: everybody in the cell of the two ratings (Mendelow 1991; the form that workshops
//! draw on a flip chart), and whoever is not rated in a tray beside it, never at a made-up place.

use super::apart::{CLOSEST, below, beside};
use super::tray::{BESIDE, Tray};
use super::{Asked, Ground, Layout, MARK, Place, Side, fan};
use crate::analysis::ActorIx;
use crate::picture::geometry::{Point, Rect, Size};

/// Cells a side: ratings are from 1 to 5.
const CELLS: usize = 5;
/// The room for the labels of the axes: beside the grid where reading begins, below it, above it, and on the last side.
const LABELS: (f32, f32, f32, f32) = (30.0, 36.0, 24.0, 10.0);
/// What a cell leaves free on its inside.
const PADDING: f32 = 7.0;
/// Between one actor and the next.
const BETWEEN: f32 = 7.0;
/// The grid grows so many times beyond its room for the sake of names; for marks, as much as it takes.
const MOST_GROWN: f32 = 1.5;
/// The smallest cell.
const SMALLEST: Size = Size::new(72.0, 60.0);
/// Beyond so many actors a cell is laid out without regard to names.
const MOST_NAMED: usize = 24;

/// Lays the grid out. Actors that share a cell stand in rows and columns in the order of ids, with names below them or,
/// where that is tighter, beside them. O(actors).
pub fn layout(asked: Asked) -> Layout {
    let (cells, unrated) = sorted(asked);
    let mut places = vec![Place::default(); asked.network.actors.len()];
    let tray = Tray::of(asked, &unrated, asked.size.height);
    let beside = tray.as_ref().map_or(0.0, |tray| tray.width + BESIDE);
    let (before, under, over, after) = LABELS;
    let room = Size::new(
        ((asked.size.width - before - after - beside) / CELLS as f32).max(SMALLEST.width),
        ((asked.size.height - under - over) / CELLS as f32).max(SMALLEST.height),
    );
    let cell = cell_size(asked, &cells, room);
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
    let mut layout = Layout { extent: picture, grounds: vec![Ground::Grid { rect }], ..Layout::default() };
    if let Some(tray) = tray {
        let ground = tray.set_beside(picture, asked.is_right_to_left, &mut places);
        layout.extent = picture.joined(&ground.rect());
        layout.grounds.push(ground);
    }
    Layout { ways: fan::ways(asked, &places), places, ..layout }
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

/// How large cells have to be, all alike, so that everybody fits.
fn cell_size(asked: Asked, cells: &[Vec<ActorIx>], room: Size) -> Size {
    let mut cell = room;
    for actors in cells {
        let pattern = Pattern::of(asked, actors, room);
        let grown = (pattern.least.width / room.width).max(pattern.least.height / room.height);
        let least =
            if grown <= MOST_GROWN { pattern.least } else { Pattern::marks(actors.len(), room).least };
        cell = Size::new(cell.width.max(least.width), cell.height.max(least.height));
    }
    cell
}

/// Puts the actors of a cell into it, evenly.
fn fill(asked: Asked, actors: &[ActorIx], cell: Rect, places: &mut [Place]) {
    let room = Size::new(cell.width(), cell.height());
    let named = Pattern::of(asked, actors, room);
    let fits = named.least.width <= room.width + 0.5 && named.least.height <= room.height + 0.5;
    let pattern = if fits { named } else { Pattern::marks(actors.len(), room) };
    let spare = |room: f32, least: f32, count: usize| ((room - least) / (count as f32 + 1.0)).max(0.0);
    let across = spare(room.width, pattern.least.width, pattern.widths.len());
    let down = spare(room.height, pattern.least.height, pattern.heights.len());
    let columns = starts(&pattern.widths, across);
    let rows = starts(&pattern.heights, down);
    for (number, actor) in actors.iter().enumerate() {
        let (column, row) = (number % columns.len(), number / columns.len());
        let (width, height) = (pattern.widths[column], pattern.heights[row]);
        let corner = cell.min.moved(columns[column], rows[row]);
        let at = match pattern.side {
            Side::Right => corner.moved(MARK, height / 2.0),
            Side::Left => corner.moved(width - MARK, height / 2.0),
            _ => corner.moved(width / 2.0, MARK),
        };
        places[*actor as usize] = Place { at, side: pattern.side };
    }
}

/// Where rows or columns start.
fn starts(lengths: &[f32], spare: f32) -> Vec<f32> {
    let mut at = PADDING + spare;
    let start = |length: &f32| {
        let start = at;
        at += length + BETWEEN + spare;
        start
    };
    lengths.iter().map(start).collect()
}

/// How the actors of a cell stand in rows and columns.
struct Pattern {
    widths: Vec<f32>,
    heights: Vec<f32>,
    side: Side,
    least: Size,
}

impl Pattern {
    /// The rows and columns that make the cell grow least; names below, if beside is not better.
    fn of(asked: Asked, actors: &[ActorIx], room: Size) -> Self {
        if actors.len() > MOST_NAMED {
            return Self::marks(actors.len(), room);
        }
        let size =
            |actor: &ActorIx| asked.names.get(*actor as usize).map(|name| name.size).unwrap_or_default();
        let names: Vec<Size> = actors.iter().map(size).collect();
        let aside = if asked.is_right_to_left { Side::Left } else { Side::Right };
        let sides = [
            (Side::Below, names.iter().copied().map(below).collect::<Vec<_>>()),
            (aside, names.iter().copied().map(beside).collect()),
        ];
        let patterns = sides
            .iter()
            .flat_map(|(side, sizes)| (1..=sizes.len()).map(|columns| Self::with(columns, *side, sizes)));
        let growth =
            |pattern: &Self| (pattern.least.width / room.width).max(pattern.least.height / room.height);
        // What fits is good; the first that does is the plainest.
        let best = patterns.min_by(|a, b| growth(a).max(1.0).total_cmp(&growth(b).max(1.0)));
        best.unwrap_or_else(|| Self::marks(actors.len(), room))
    }

    fn with(columns: usize, side: Side, sizes: &[Size]) -> Self {
        let (mut widths, mut heights) =
            (vec![0.0_f32; columns], vec![0.0_f32; sizes.len().div_ceil(columns)]);
        for (number, size) in sizes.iter().enumerate() {
            let (column, row) = (number % columns, number / columns);
            widths[column] = widths[column].max(size.width);
            heights[row] = heights[row].max(size.height);
        }
        Self::new(widths, heights, side)
    }

    /// Marks alone, spread over the room as evenly as can be.
    fn marks(count: usize, room: Size) -> Self {
        let side = CLOSEST - BETWEEN;
        let shape = (room.width / room.height).max(0.1);
        let columns = super::apart::whole((count as f32 * shape).sqrt().round()).clamp(1, count.max(1));
        Self::new(vec![side; columns], vec![side; count.div_ceil(columns)], Side::Below)
    }

    fn new(widths: Vec<f32>, heights: Vec<f32>, side: Side) -> Self {
        let all = |lengths: &[f32]| {
            lengths.iter().sum::<f32>() + 2.0 * PADDING + BETWEEN * (lengths.len() as f32 - 1.0).max(0.0)
        };
        let least = Size::new(all(&widths), all(&heights));
        Self { widths, heights, side, least }
    }
}
