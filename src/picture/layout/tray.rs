//! The tray beside a picture: those who have no place in it, one under the other with their names beside them.

use super::apart::{beside, whole};
use super::{Asked, Ground, MARK, Place, Side};
use crate::analysis::ActorIx;
use crate::picture::geometry::{Point, Rect};

/// What a tray leaves free on its inside.
const PADDING: f32 = 12.0;
/// The room for its title.
const TITLE: f32 = 32.0;
/// Between one actor and the next.
const BETWEEN: f32 = 8.0;
/// The narrowest tray in which its title fits.
const NARROWEST: f32 = 168.0;
/// Beyond so many the tray has marks alone, side by side.
const MOST_NAMED: usize = 60;
/// From mark to mark where they stand without names.
const PITCH: f32 = 2.0 * MARK + 6.0;

/// A tray that is filled.
pub struct Tray {
    /// How wide it is.
    pub width: f32,
    /// How high.
    height: f32,
    places: Vec<(ActorIx, Point, Side)>,
}

impl Tray {
    /// Puts actors into a tray beside a picture of that height, in the order given; `None` for nobody. O(actors).
    pub fn of(asked: Asked, actors: &[ActorIx], height: f32) -> Option<Self> {
        if actors.is_empty() {
            return None;
        }
        Some(if actors.len() <= MOST_NAMED {
            Self::named(asked, actors, height)
        } else {
            Self::marks(asked, actors, height)
        })
    }

    /// Columns of actors with their names beside them.
    fn named(asked: Asked, actors: &[ActorIx], height: f32) -> Self {
        let size = |actor: ActorIx| {
            beside(asked.names.get(actor as usize).map(|name| name.size).unwrap_or_default())
        };
        let mut tray =
            Self { width: PADDING, height: height.max(TITLE + 2.0 * MARK + PADDING), places: Vec::new() };
        let (mut down, mut widest) = (TITLE, 0.0_f32);
        for actor in actors.iter().copied() {
            let room = size(actor);
            if down > TITLE && down + room.height + PADDING > tray.height {
                tray.width += widest + PADDING;
                (down, widest) = (TITLE, 0.0);
            }
            let at = Point::new(tray.width + MARK, down + room.height / 2.0);
            tray.places.push((actor, at, Side::Right));
            down += room.height + BETWEEN;
            widest = widest.max(room.width);
        }
        tray.width = (tray.width + widest + PADDING).max(NARROWEST);
        tray.mirrored(asked.is_right_to_left)
    }

    /// Rows of marks, filled before the next begins.
    fn marks(asked: Asked, actors: &[ActorIx], height: f32) -> Self {
        let rows = whole((height - TITLE - PADDING) / PITCH).max(1);
        let per_row = actors.len().div_ceil(rows).max(4);
        let place = |(number, actor): (usize, &ActorIx)| {
            let (column, row) = ((number % per_row) as f32, (number / per_row) as f32);
            let at = Point::new(PADDING + MARK + column * PITCH, TITLE + MARK + row * PITCH);
            (*actor, at, Side::Below)
        };
        let used = actors.len().div_ceil(per_row) as f32;
        let tray = Self {
            width: (2.0 * PADDING + per_row as f32 * PITCH).max(NARROWEST),
            height: height.max(TITLE + used * PITCH + PADDING),
            places: actors.iter().enumerate().map(place).collect(),
        };
        tray.mirrored(asked.is_right_to_left)
    }

    fn mirrored(mut self, is_right_to_left: bool) -> Self {
        if is_right_to_left {
            for (_, at, side) in &mut self.places {
                at.x = self.width - at.x;
                *side = if *side == Side::Right { Side::Left } else { *side };
            }
        }
        self
    }

    /// Sets it down at the end of a picture, where readers get last: to the right of it, or to the left where the reader's
    /// language runs so. Gives its ground.
    pub fn set_beside(&self, picture: Rect, is_right_to_left: bool, places: &mut [Place]) -> Ground {
        let left =
            if is_right_to_left { picture.min.x - BESIDE - self.width } else { picture.max.x + BESIDE };
        let corner = Point::new(left, picture.min.y);
        for (actor, at, side) in &self.places {
            places[*actor as usize] = Place { at: corner.moved(at.x, at.y), side: *side };
        }
        Ground::Tray { rect: Rect::new(corner, corner.moved(self.width, self.height)) }
    }
}

/// Between a picture and its tray.
pub const BESIDE: f32 = 16.0;
