//! The tray beside a picture: those who have no place in it, with their names beside them.

use super::apart::{beside, whole};
use super::{Asked, Ground, MARK, Place, Placeless, Side};
use crate::analysis::ActorIx;
use crate::model::terms::View;
use crate::picture::geometry::{Point, Rect, Size};
use crate::picture::labels::scale;

/// Between a picture and its tray.
const BESIDE: f32 = 14.0;
/// What a tray leaves free on its inside.
const PADDING: f32 = 12.0;
/// The room for its title: over a column, or before the rows of a strip.
const TITLE: Size = Size::new(178.0, 32.0);
/// Between one actor and the next, in a column and in a row.
const BETWEEN: Size = Size::new(20.0, 8.0);
/// Beyond so many actors a tray has marks alone, side by side.
const MOST_NAMED: usize = 60;
/// In a picture so many times as large as its room, letters are as large as they become.
const MOST_GROWN: f32 = 4.0;
/// From mark to mark where they stand without names.
const PITCH: f32 = 2.0 * MARK + 6.0;

/// A tray that is filled.
pub struct Tray {
    why: Placeless,
    size: Size,
    /// The room that was asked for, for the picture and the tray.
    room: Size,
    is_below: bool,
    is_right_to_left: bool,
    places: Vec<(ActorIx, Point, Side)>,
}

impl Tray {
    /// Puts actors into a tray, in the order given; `None` for nobody. It is a column at the end of the room or, where
    /// `may_lie_below` and that takes less, a strip along its bottom. O(actors).
    pub fn of(asked: Asked, actors: &[ActorIx], may_lie_below: bool) -> Option<Self> {
        if actors.is_empty() {
            return None;
        }
        let room = asked.size;
        let column = if actors.len() > MOST_NAMED {
            Self::marks(actors, room.height)
        } else {
            Self::column(asked, actors, room.height)
        };
        let strip =
            (may_lie_below && actors.len() <= MOST_NAMED).then(|| Self::strip(asked, actors, room.width));
        let share = column.size.width / room.width.max(1.0);
        let strip = strip.filter(|strip| strip.size.height / room.height.max(1.0) < share);
        let mut tray = strip.unwrap_or(column);
        (tray.room, tray.is_right_to_left) = (room, asked.is_right_to_left);
        tray.why = match asked.view {
            View::Influence => Placeless::Unrated,
            View::Rings => Placeless::Unreached,
            View::Levels | View::Network | View::Matrix
                if actors.iter().any(|actor| asked.network.tie_count(*actor) > 0) =>
            {
                Placeless::Inactive
            }
            View::Levels | View::Network | View::Matrix => Placeless::Untied,
        };
        if asked.is_right_to_left {
            for (_, at, side) in &mut tray.places {
                at.x = tray.size.width - at.x;
                *side = if *side == Side::Right { Side::Left } else { *side };
            }
        }
        Some(tray)
    }

    fn new(size: Size, is_below: bool, places: Vec<(ActorIx, Point, Side)>) -> Self {
        Self { why: Placeless::Untied, size, room: size, is_below, is_right_to_left: false, places }
    }

    /// Columns of actors with their names beside them.
    fn column(asked: Asked, actors: &[ActorIx], height: f32) -> Self {
        let mut places = Vec::new();
        let (mut left, mut down, mut widest) = (PADDING, TITLE.height, 0.0_f32);
        for actor in actors.iter().copied() {
            let room = room(asked, actor);
            if down > TITLE.height && down + room.height + PADDING > height {
                left += widest + PADDING;
                (down, widest) = (TITLE.height, 0.0);
            }
            places.push((actor, Point::new(left + MARK, down + room.height / 2.0), Side::Right));
            down += room.height + BETWEEN.height;
            widest = widest.max(room.width);
        }
        let least = TITLE.height + 2.0 * MARK + PADDING;
        Self::new(Size::new((left + widest + PADDING).max(TITLE.width), height.max(least)), false, places)
    }

    /// Rows of actors with their names beside them, after the title.
    fn strip(asked: Asked, actors: &[ActorIx], width: f32) -> Self {
        let mut rows: Vec<Vec<(ActorIx, f32, Size)>> = vec![Vec::new()];
        let (mut along, mut widest) = (TITLE.width, width);
        for actor in actors.iter().copied() {
            let room = room(asked, actor);
            if along > TITLE.width && along + room.width + PADDING > width {
                rows.push(Vec::new());
                along = TITLE.width;
            }
            if let Some(row) = rows.last_mut() {
                row.push((actor, along + MARK, room));
            }
            along += room.width + BETWEEN.width;
            widest = widest.max(along);
        }
        let (mut places, mut top) = (Vec::new(), BETWEEN.height);
        for row in rows {
            let height = row.iter().map(|(_, _, room)| room.height).fold(2.0 * MARK, f32::max);
            let at = |x: f32| Point::new(x, top + height / 2.0);
            places.extend(row.into_iter().map(|(actor, x, _)| (actor, at(x), Side::Right)));
            top += height + BETWEEN.height;
        }
        Self::new(Size::new(widest, top), true, places)
    }

    /// Rows of marks in a column, filled before the next begins.
    fn marks(actors: &[ActorIx], height: f32) -> Self {
        let rows = whole((height - TITLE.height - PADDING) / PITCH).max(1);
        let per_row = actors.len().div_ceil(rows).max(4);
        let place = |(number, actor): (usize, &ActorIx)| {
            let (column, row) = ((number % per_row) as f32, (number / per_row) as f32);
            let at = Point::new(PADDING + MARK + column * PITCH, TITLE.height + MARK + row * PITCH);
            (*actor, at, Side::Below)
        };
        let width = (2.0 * PADDING + per_row as f32 * PITCH).max(TITLE.width);
        let used = TITLE.height + actors.len().div_ceil(per_row) as f32 * PITCH + PADDING;
        let places = actors.iter().enumerate().map(place).collect();
        Self::new(Size::new(width, height.max(used)), false, places)
    }

    /// What is left of the room that was asked for.
    pub fn room_beside(tray: Option<&Self>, size: Size) -> Size {
        match tray {
            Some(tray) if tray.is_below => Size::new(size.width, size.height - tray.size.height - BESIDE),
            Some(tray) => Size::new(size.width - tray.size.width - BESIDE, size.height),
            None => size,
        }
    }

    /// Sets it down below a picture, or at its end: to the right of it, or to the left where the reader's language runs so.
    /// Gives its ground.
    pub fn set_beside(&self, picture: Rect, places: &mut [Place]) -> Ground {
        // Letters do not shrink with a picture that is larger than its room.
        let grown =
            (picture.width() / self.room.width.max(1.0)).max(picture.height() / self.room.height.max(1.0));
        let times = (scale(1.0 / grown.clamp(1.0, MOST_GROWN)) * grown.clamp(1.0, MOST_GROWN)).max(1.0);
        let own = Size::new(self.size.width * times, self.size.height * times);
        let mut size = own;
        let corner = if self.is_below {
            size.width = size.width.max(picture.width());
            Point::new(picture.min.x, picture.max.y + BESIDE)
        } else {
            size.height = size.height.max(picture.height());
            let left = picture.min.x - BESIDE - size.width;
            Point::new(if self.is_right_to_left { left } else { picture.max.x + BESIDE }, picture.min.y)
        };
        // In a strip that is longer than it was made, those who read from right to left begin at its right end.
        let ahead = if self.is_right_to_left { size.width - own.width } else { 0.0 };
        for (actor, at, side) in &self.places {
            places[*actor as usize] =
                Place { at: corner.moved(at.x * times + ahead, at.y * times), side: *side };
        }
        Ground::Tray { rect: Rect::new(corner, corner.moved(size.width, size.height)), why: self.why }
    }
}

/// The room of an actor with the name beside it.
fn room(asked: Asked, actor: ActorIx) -> Size {
    beside(asked.names.get(actor as usize).map(|name| name.size).unwrap_or_default())
}
