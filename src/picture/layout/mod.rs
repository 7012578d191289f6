//! Layouts: where every actor stands and which way every tie runs, a file for each view.
//!
//! The same question always gets the same answer, and each can be worked out without a screen.

mod apart;
mod before;
mod fan;
mod influence;
mod levels;
mod matrix;
mod network;
mod rings;
mod route;
mod tangle;
mod tray;

pub use before::Before;

use super::geometry::{Point, Rect, Size};
use super::names::Name;
use crate::analysis::{ActorIx, KeepOn, Network, Stopped, TieIx};
use crate::model::terms::View;

/// Half the width of an actor's mark, as layouts reckon with it.
pub const MARK: f32 = 15.0;
/// Between a mark and its name.
pub const GAP: f32 = 4.0;

/// What is to be laid out, and in which room.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// The map. What people put somewhere themselves (`network.map.layout`) stays there.
    pub network: &'a Network,
    /// In which way.
    pub view: View,
    /// The room there is. A layout fills it where it can, and takes more where it must.
    pub size: Size,
    /// The names, by the places of their actors.
    pub names: &'a [Name],
    /// The ties that are drawn, in the order of ids.
    pub ties: &'a [TieIx],
    /// Who is in the middle of [`View::Rings`]; `None` for whoever has most ties.
    pub centre: Option<ActorIx>,
    /// Whether the reader's language runs from right to left, so that bands, tables and trays begin there.
    pub is_right_to_left: bool,
    /// The picture that people have before them: [`View::Network`] and [`View::Levels`] leave everybody where they are in
    /// it, whatever the room. `None` for a picture that depends on the map alone.
    pub before: Option<&'a Before>,
}

/// Where everything is.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Layout {
    /// The room that all of it takes; it may start anywhere.
    pub extent: Rect,
    /// What lies under actors and ties, from back to front.
    pub grounds: Vec<Ground>,
    /// Where each actor stands, by its place.
    pub places: Vec<Place>,
    /// Which way each drawn tie runs, in the order of [`Asked::ties`].
    pub ways: Ways,
    /// In [`View::Levels`], how much larger than asked names were reckoned with; 0 elsewhere.
    pub lettering: f32,
    /// In [`View::Levels`], the room for the title of each band, by the place of its level; empty elsewhere.
    pub titles: Vec<Size>,
}

impl Layout {
    /// Whether ties are cells of a table.
    pub fn is_table(&self) -> bool {
        self.table().is_some()
    }

    /// In a table, the middle of the cell whose row and column change places with those of another.
    pub fn across(&self, cell: Point) -> Option<Point> {
        let (rect, is_mirrored) = self.table()?;
        let along = if is_mirrored { rect.max.x - cell.x } else { cell.x - rect.min.x };
        Some(Point::new(self.column_at(cell.y)?, rect.min.y + along))
    }

    /// In a table, the head of an actor's column: the middle of its second mark, over the table.
    pub fn column(&self, actor: ActorIx) -> Option<Point> {
        let (rect, _) = self.table()?;
        let row = self.places.get(actor as usize)?.at.y;
        Some(Point::new(self.column_at(row)?, rect.min.y - MARK - GAP))
    }

    /// The middle of the column that belongs to a row.
    fn column_at(&self, row: f32) -> Option<f32> {
        let (rect, is_mirrored) = self.table()?;
        let down = row - rect.min.y;
        Some(if is_mirrored { rect.max.x - down } else { rect.min.x + down })
    }

    /// The bands, by the places of their levels.
    pub fn bands(&self) -> impl Iterator<Item = (u32, Rect)> {
        self.grounds.iter().filter_map(|ground| match ground {
            Ground::Band { level, rect, .. } => Some((*level, *rect)),
            _ => None,
        })
    }

    /// The table, and whether it runs from right to left: the diagonal starts where the first column is.
    fn table(&self) -> Option<(Rect, bool)> {
        let rect = self.grounds.iter().find_map(|ground| match ground {
            Ground::Table { rect, .. } => Some(*rect),
            _ => None,
        })?;
        Some((rect, self.places.first().is_some_and(|place| place.at.x > rect.max.x)))
    }
}

/// Where an actor stands.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Place {
    /// The middle of its mark.
    pub at: Point,
    /// On which side of it its name stands, unless there is no room.
    pub side: Side,
}

/// A side of a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Side {
    /// Under it, centred.
    #[default]
    Below,
    /// Over it, centred.
    Above,
    /// To its left.
    Left,
    /// To its right.
    Right,
}

impl Side {
    /// Where a name of that size stands, beside a mark of half width `mark`.
    pub fn room(self, at: Point, mark: f32, size: Size) -> Rect {
        let (x, y) = (mark + GAP + size.width / 2.0, mark + GAP + size.height / 2.0);
        let centre = match self {
            Self::Below => at.moved(0.0, y),
            Self::Above => at.moved(0.0, -y),
            Self::Left => at.moved(-x, 0.0),
            Self::Right => at.moved(x, 0.0),
        };
        Rect::around(centre, size)
    }
}

/// Something that lies under the actors and tells what their places mean.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Ground {
    /// The band of a level (its place in [`Network::levels`]); every second one is tinted.
    Band {
        /// Which.
        level: u32,
        /// Where.
        rect: Rect,
        /// Whether it is tinted.
        is_tinted: bool,
    },
    /// Everybody so many ties from the middle.
    Ring {
        /// How many.
        hops: u32,
        /// The middle.
        centre: Point,
        /// How far out.
        radius: f32,
    },
    /// The grid of influence (up) by interest (to the right, or to the left where that is how people read), 1 to 5.
    Grid {
        /// Where.
        rect: Rect,
        /// How many times larger than usual the room for its numbers is: they do not shrink with the picture.
        times: f32,
    },
    /// Beside a picture: those who have no place in it.
    Tray {
        /// Where.
        rect: Rect,
        /// Why they have none.
        why: Placeless,
    },
    /// The cells of a table; lines between them are `cell` apart.
    Table {
        /// Where.
        rect: Rect,
        /// How wide and high a cell is.
        cell: f32,
    },
}

/// Why somebody has no place in a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placeless {
    /// No tie is known of them.
    Untied,
    /// Ties are known of some of them, but none is drawn: none is in use.
    Inactive,
    /// No tie leads to them from whoever is in the middle.
    Unreached,
    /// Nobody has rated their influence and interest.
    Unrated,
}

impl Ground {
    /// The room it takes.
    pub fn rect(&self) -> Rect {
        match self {
            Self::Band { rect, .. }
            | Self::Grid { rect, .. }
            | Self::Tray { rect, .. }
            | Self::Table { rect, .. } => *rect,
            Self::Ring { centre, radius, .. } => Rect::new(*centre, *centre).grown(*radius),
        }
    }
}

/// Which way ties run: points joined by straight lines, close enough to look like a curve. A tie of an actor to another
/// begins and ends in the middle of their marks; what is under a mark is cut off when it is drawn.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Ways {
    // Invariant: the points of way `n` are `points[ends[n - 1]..ends[n]]`, those of the first start at 0.
    points: Vec<Point>,
    ends: Vec<u32>,
}

impl Ways {
    /// The points of the way at a place.
    pub fn get(&self, way: usize) -> &[Point] {
        let start = if way == 0 { 0 } else { self.ends[way - 1] as usize };
        &self.points[start..self.ends[way] as usize]
    }

    /// Adds a way. In [`View::Matrix`] a way is a single point: the middle of its cell.
    pub fn push(&mut self, points: impl IntoIterator<Item = Point>) {
        self.points.extend(points);
        self.ends.push(u32::try_from(self.points.len()).unwrap_or(u32::MAX));
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &[Point]> {
        (0..self.len()).map(|way| self.get(way))
    }
}

/// Lays a map out.
pub fn layout(asked: Asked, keep_on: KeepOn) -> Result<Layout, Stopped> {
    match asked.view {
        View::Levels => levels::layout(asked, keep_on),
        View::Network => network::layout(asked, keep_on),
        View::Rings => Ok(rings::layout(asked)),
        View::Influence => Ok(influence::layout(asked)),
        View::Matrix => Ok(matrix::layout(asked)),
    }
}
