//! Rows: how many a band needs so that no name sits on another, how high the bands are, and the room for all of it.

use std::borrow::Cow;

use super::bands::{Band, Bands};
use super::line::{CLOSE, Line};
use super::{Stand, real};
use crate::analysis::{KeepOn, Progress, Stopped};
use crate::picture::geometry::Size;
use crate::picture::labels::scale;
use crate::picture::layout::{GAP, MARK, Side};
use crate::picture::names::Name;

/// How wide the title of a band is, and how far down its middle; the same for what explains it.
const TITLE: (f32, f32) = (94.0, 17.0);
const EXPLAINED: (f32, f32) = (130.0, 33.0);
/// How high the band of a level is where nobody is: as high as its title.
pub const EMPTY: f32 = 36.0;
/// Above the marks of a band's first row, and below the names of its last.
pub const PADDING: f32 = 9.0;
/// From row to row where the marks of one stand between the names of the next.
const INTERLOCKED: f32 = 42.0;
/// Between the names of such rows at least.
const PASSAGE: f32 = 10.0;
/// So high a row becomes to leave it, at most.
const TALL: f32 = 47.0;
/// How far up and down the marks of a single row may be set off from each other.
const OFFSET: f32 = 13.0;
/// Up to a room so many times as large as asked, all names are to be shown when all of it is looked at.
const MOST_LETTERED: f32 = 1.7;
/// The smallest room that is laid out in; less is only looked at from further away.
const LEAST: Size = Size::new(320.0, 240.0);

/// Where the bands and their rows are.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// The room for all of it.
    pub size: Size,
    /// From top to bottom.
    pub strips: Vec<Strip>,
    /// Between two names in a row at least.
    pub beside: f32,
    /// How much larger than asked names are reckoned with.
    pub lettering: f32,
}

/// The room of a band.
#[derive(Debug, Clone, Default)]
pub struct Strip {
    /// Its upper edge.
    pub top: f32,
    /// Its lower edge.
    pub bottom: f32,
    /// Where everybody stands, in the order of the band: how far down, and in which row.
    pub stands: Vec<Stand>,
    /// The room that is left for its title.
    pub title: Size,
    rows: Vec<f32>,
}

/// How much room everybody gets.
#[derive(Clone, Copy)]
struct Comfort {
    /// Between two names.
    beside: f32,
    /// Between the names of a row and the marks of the next.
    below: f32,
    /// Whether the marks of a row may stand between the names of the one above.
    is_interlocked: bool,
}

const COMFORTS: [Comfort; 4] = [
    Comfort { beside: 44.0, below: 22.0, is_interlocked: false },
    Comfort { beside: 28.0, below: 14.0, is_interlocked: false },
    Comfort { beside: 16.0, below: 9.0, is_interlocked: false },
    Comfort { beside: 12.0, below: 8.0, is_interlocked: true },
];

/// Plans bands and rows for a room of that size. As much comfort as fits; where nothing fits, a larger room of the same
/// proportions. A band has as few rows as its width allows. O(actors × tries).
pub fn plan(
    bands: &Bands,
    names: &[Name],
    size: Size,
    keep_on: KeepOn,
    progress: Progress,
) -> Result<Plan, Stopped> {
    // No room, or room without end, is no room to begin with.
    let sound = |length: f32| length.clamp(1.0, 100_000.0);
    let size = if size.width.is_nan() || size.height.is_nan() { LEAST } else { size };
    let size = Size::new(sound(size.width), sound(size.height));
    let mut factor = beginning(bands, names, size);
    loop {
        let room = Size::new(size.width * factor, size.height * factor);
        let lettering = lettering(factor);
        let lettered = lettered(names, lettering);
        for comfort in COMFORTS {
            if !keep_on(progress) {
                return Err(Stopped);
            }
            if let Some(strips) = strips(bands, &lettered, (room, factor), comfort) {
                let beside = comfort.beside;
                let mut plan = Plan { size: room, strips, beside, lettering };
                plan.stretch(bands);
                return Ok(plan);
            }
        }
        factor *= 1.04;
    }
}

/// How much larger names come out beside everything else in a room that is so many times as large as asked: letters
/// shrink less than pictures do. In much larger rooms not all names will be shown anyway.
fn lettering(factor: f32) -> f32 {
    if factor > MOST_LETTERED { 1.0 } else { scale(1.0 / factor) * factor }
}

/// The room that a title takes, with what explains it: their places shrink with a room that is so many times as large as
/// asked, their letters do not; where those become too small, titles are left out.
pub fn title(is_explained: bool, factor: f32) -> Size {
    let times = factor.min(4.0);
    let (width, height) = if is_explained { EXPLAINED } else { TITLE };
    Size::new(14.0 + width * times, height + 7.0 * times)
}

/// Names, so many times as large.
pub fn lettered(names: &[Name], times: f32) -> Cow<'_, [Name]> {
    if times <= 1.0 {
        return Cow::Borrowed(names);
    }
    let size = |name: &Name| Size::new(name.size.width * times, name.size.height * times);
    Cow::Owned(names.iter().map(|name| Name { size: size(name), ..Name::default() }).collect())
}

/// How much larger than asked the room has to be by what all names take up, at least; growing begins there.
fn beginning(bands: &Bands, names: &[Name], size: Size) -> f32 {
    let needed: f32 = names.iter().map(|name| (name.size.width + 24.0) * INTERLOCKED).sum();
    let heads = real(bands.all.len()) * f64::from(EMPTY);
    let factor = (needed * 0.8 / (size.width * size.height)).sqrt();
    let least = (LEAST.width / size.width).min(LEAST.height / size.height);
    #[expect(clippy::cast_possible_truncation, reason = "heights of bands are no large numbers")]
    let high = heads as f32 / size.height;
    factor.max(least).max(high).max(1.0)
}

/// The bands in a room, as tight as the comfort allows; `None` where they do not fit.
fn strips(
    bands: &Bands,
    names: &[Name],
    (room, factor): (Size, f32),
    comfort: Comfort,
) -> Option<Vec<Strip>> {
    let mut top = 0.0;
    let mut strips = Vec::with_capacity(bands.all.len());
    for (number, band) in bands.all.iter().enumerate() {
        // All ties of those at the top lead down: their names are out of the way above them.
        let first = if number == 0 { Side::Above } else { Side::Below };
        let title = title(band.is_explained, factor);
        let empty = Strip { bottom: EMPTY, title, ..Strip::default() };
        let most = Size::new(room.width, room.height - top);
        let mut strip =
            if band.actors.is_empty() { empty } else { strip(band, names, first, (most, title), comfort)? };
        strip.moved(top);
        top = strip.bottom;
        strips.push(strip);
    }
    (top <= room.height).then_some(strips)
}

/// A band with as few rows as the width allows, from 0 down, the names of the first on that side; `None` where that is
/// too high.
fn strip(
    band: &Band,
    names: &[Name],
    first: Side,
    (room, title): (Size, Size),
    comfort: Comfort,
) -> Option<Strip> {
    let actors = &band.actors;
    let needed: f32 = actors.iter().map(|actor| names[*actor as usize].size.width.max(2.0 * MARK)).sum();
    let shrunk = if comfort.is_interlocked { 1.0 } else { 0.9 };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rows are counted, and few")]
    let fewest = ((needed * shrunk / room.width).floor() as usize).max(1);
    // Of hundreds of rows, one more or less makes no difference.
    for count in (fewest..=actors.len().max(fewest)).step_by(1 + fewest / 24) {
        let strip = Strip { title, ..rows(actors, names, first, count, comfort) };
        if strip.bottom > room.height {
            return None;
        }
        if Line::of(actors, names, &strip, room.width, comfort.beside).fits() {
            return Some(strip);
        }
    }
    None
}

/// In which order seats go through so many rows: neighbours stand in rows that are not next to each other, where there are
/// enough; the first one under the title.
pub fn turns(rows: usize) -> Vec<usize> {
    (1..rows).step_by(2).chain((0..rows).step_by(2)).collect()
}

/// A band with so many rows.
fn rows(actors: &[u32], names: &[Name], first: Side, count: usize, comfort: Comfort) -> Strip {
    let turns = turns(count);
    let row_of = |seat: usize| turns[seat % count];
    let mut heights = vec![0.0_f32; count];
    for (seat, actor) in actors.iter().enumerate() {
        let height = &mut heights[row_of(seat)];
        *height = height.max(names[*actor as usize].size.height);
    }
    let side = |row: usize| if row == 0 { first } else { Side::Below };
    let mut at = PADDING + MARK;
    let (mut rows, mut bottom, mut after_next) = (Vec::with_capacity(count), EMPTY, 0.0);
    for (row, height) in heights.iter().enumerate() {
        let name = GAP + height;
        let below = if side(row) == Side::Above { 0.0 } else { name };
        at += name - below;
        rows.push(at);
        bottom = f32::max(bottom, at + MARK + below + PADDING);
        let next = if comfort.is_interlocked {
            // Ways pass between the names of a row and the next. A name with words under it stands between names there,
            // but must not reach the marks of the row after.
            let passage = (height + PASSAGE).clamp(INTERLOCKED, TALL);
            let free = std::mem::replace(&mut after_next, at + MARK + below + CLOSE + MARK);
            (at + passage).max(free)
        } else {
            at + 2.0 * MARK + below + comfort.below
        };
        at = next;
    }
    let stand = |seat: usize| Stand { y: rows[row_of(seat)], row: row_of(seat), side: side(row_of(seat)) };
    Strip { bottom, stands: (0..actors.len()).map(stand).collect(), rows, ..Strip::default() }
}

impl Strip {
    fn moved(&mut self, by: f32) {
        self.top += by;
        self.bottom += by;
        self.rows.iter_mut().for_each(|row| *row += by);
        self.stands.iter_mut().for_each(|stand| stand.y += by);
    }

    /// Grows by so much, between its rows, above and below.
    fn grow(&mut self, by: f32) {
        #[expect(clippy::cast_possible_truncation, reason = "rows are few")]
        let each = by / (real(self.rows.len()) + 1.0) as f32;
        let mut more = each;
        let mut moves = vec![0.0; self.rows.len()];
        for (row, moved) in self.rows.iter_mut().zip(&mut moves) {
            *row += more;
            *moved = more;
            more += each;
        }
        for stand in &mut self.stands {
            stand.y += moves[stand.row];
        }
        if let [_] = self.rows.as_slice()
            && self.stands.len() > 2
        {
            let offset = (each * 0.6).min(OFFSET);
            for (seat, stand) in self.stands.iter_mut().enumerate() {
                stand.y += if seat % 2 == 0 { offset } else { -offset };
            }
        }
        self.bottom += by;
    }
}

impl Plan {
    /// Fills the height: what is left over goes to the bands, more to those with more rows.
    fn stretch(&mut self, bands: &Bands) {
        let left = self.size.height - self.strips.last().map_or(0.0, |strip| strip.bottom);
        let is_empty = bands.of.is_empty();
        #[expect(clippy::cast_possible_truncation, reason = "rows are few")]
        let share = |strip: &Strip| match strip.rows.len() {
            0 => f32::from(u8::from(is_empty)),
            rows => real(rows) as f32 + 0.7,
        };
        let all: f32 = self.strips.iter().map(share).sum();
        let mut moved = 0.0;
        for strip in &mut self.strips {
            let more = if all > 0.0 { left.max(0.0) * share(strip) / all } else { 0.0 };
            strip.moved(moved);
            strip.grow(more);
            moved += more;
        }
    }
}
