//! One band's actors across: how far apart they have to stand, and where they stand nearest to where they would like to.

use super::real;
use super::rows::Strip;
use crate::picture::geometry::{Point, Size};
use crate::picture::layout::{MARK, Side};
use crate::picture::names::Name;

/// At the left and right edge of the room.
const MARGIN: f32 = 10.0;
/// Above and below names and marks, something counts as beside them.
pub const CLOSE: f32 = 4.0;
/// Between the marks of two rows, and between a mark and a name of another row.
const MARKS_APART: f32 = 22.0;

/// The actors of a band, each with those before it from which it has to keep away.
///
/// Invariant: distances are kept in the order of seats, so that whatever keeps them on the way from the left and on the
/// way from the right keeps them at the mean of both.
pub struct Line {
    low: Vec<f32>,
    high: Vec<f32>,
    /// By seat, where its own begin in `before`.
    starts: Vec<usize>,
    before: Vec<(usize, f32)>,
}

impl Line {
    /// A band of actors in a room of that width, names at least `beside` apart. Only the last two in its own row and in
    /// those above and below can come near an actor: O(actors).
    pub fn of(actors: &[u32], names: &[Name], strip: &Strip, width: f32, beside: f32) -> Self {
        let mut line = Self {
            low: Vec::with_capacity(actors.len()),
            high: Vec::with_capacity(actors.len()),
            starts: vec![0],
            before: Vec::new(),
        };
        let rows = strip.stands.iter().map(|stand| stand.row + 1).max().unwrap_or(0);
        let mut last: Vec<[Option<usize>; 2]> = vec![[None; 2]; rows];
        let body = |seat: usize| Body {
            y: strip.stands[seat].y,
            side: strip.stands[seat].side,
            size: names[actors[seat] as usize].size,
        };
        for (seat, stand) in strip.stands.iter().enumerate() {
            let here = body(seat);
            let half = (here.size.width / 2.0).max(MARK);
            let low = MARGIN + half;
            let high = (width - MARGIN - half).max(low.min(width / 2.0));
            line.low.push(low.min(high).max(here.after_title(strip).min(high)));
            line.high.push(high);
            let near = last.iter().take(stand.row + 2).skip(stand.row.saturating_sub(1));
            for other in near.flatten().flatten() {
                let apart = body(*other).apart(&here, beside);
                if apart > 0.0 {
                    line.before.push((*other, apart));
                }
            }
            line.starts.push(line.before.len());
            let [newest, _] = last[stand.row];
            last[stand.row] = [Some(seat), newest];
        }
        line
    }

    /// Whether everybody has room.
    pub fn fits(&self) -> bool {
        let least = self.least();
        least.iter().zip(&self.high).all(|(least, high)| *least <= high + 0.01)
    }

    fn len(&self) -> usize {
        self.low.len()
    }

    /// The actors that one has to keep away from, and how far.
    fn before(&self, seat: usize) -> &[(usize, f32)] {
        &self.before[self.starts[seat]..self.starts[seat + 1]]
    }

    /// How far left everybody can be.
    fn least(&self) -> Vec<f32> {
        self.moved_right(&self.low)
    }

    /// How far right everybody can be.
    fn most(&self) -> Vec<f32> {
        self.moved_left(&self.high)
    }

    /// Moves everybody to the right as far as it must be to keep away from those before.
    fn moved_right(&self, wanted: &[f32]) -> Vec<f32> {
        let mut places = wanted.to_vec();
        for seat in 0..places.len() {
            for (other, apart) in self.before(seat) {
                places[seat] = places[seat].max(places[*other] + apart);
            }
        }
        places
    }

    /// Moves everybody to the left as far as it must be for those after.
    fn moved_left(&self, wanted: &[f32]) -> Vec<f32> {
        let mut places = wanted.to_vec();
        for seat in (0..places.len()).rev() {
            for (other, apart) in self.before(seat) {
                places[*other] = places[*other].min(places[seat] - apart);
            }
        }
        places
    }

    /// The places, spread evenly.
    pub fn even(&self) -> Vec<f32> {
        let count = real(self.len());
        let (start, end) = (MARGIN, self.high.iter().copied().fold(0.0, f32::max) + 3.0 * MARGIN);
        #[expect(clippy::cast_possible_truncation, reason = "a share")]
        let share = |seat: usize| ((real(seat) + 0.5) / count) as f32;
        (0..self.len()).map(|seat| start + (end - start) * share(seat)).collect()
    }

    /// Where everybody stands, near to where it would like to and in the order of seats where that matters: the mean of
    /// what comes out from the left and from the right, as Brandes & Köpf (2002, *Graph Drawing*, LNCS 2265) take the
    /// mean of extreme layouts, then everybody moved nearer as far as its neighbours let it. O(actors).
    pub fn place(&self, wanted: &[f32]) -> Vec<f32> {
        let (least, most) = (self.least(), self.most());
        // Where there is not enough room, what is too much stands out at the right.
        let within = |seat: usize| wanted[seat].min(most[seat]).max(least[seat]);
        let wanted: Vec<f32> = (0..self.len()).map(within).collect();
        let (left, right) = (self.moved_right(&wanted), self.moved_left(&wanted));
        let mut places: Vec<f32> = left.iter().zip(&right).map(|(a, b)| f32::midpoint(*a, *b)).collect();
        for _ in 0..3 {
            self.relax(&wanted, &mut places);
        }
        self.moved_right(&places)
    }

    fn relax(&self, wanted: &[f32], places: &mut [f32]) {
        let mut most = self.high.clone();
        for seat in (0..self.len()).rev() {
            let least = self.before(seat).iter().map(|(other, apart)| places[*other] + apart);
            let least = least.fold(self.low[seat], f32::max);
            places[seat] = wanted[seat].min(most[seat]).max(least);
            for (other, apart) in self.before(seat) {
                most[*other] = most[*other].min(places[seat] - apart);
            }
        }
    }
}

/// A mark with its name.
struct Body {
    y: f32,
    side: Side,
    size: Size,
}

impl Body {
    /// The mark and the name: half the width, upper and lower edge.
    fn parts(&self) -> [(f32, f32, f32); 2] {
        let name = self.side.room(Point::new(0.0, self.y), MARK, self.size);
        [(MARK, self.y - MARK, self.y + MARK), (name.width() / 2.0, name.min.y, name.max.y)]
    }

    /// How far another has to be to the right, so that nothing sits on anything.
    fn apart(&self, other: &Self, beside: f32) -> f32 {
        let mut apart = 0.0_f32;
        for (is_name, (half, top, bottom)) in [false, true].into_iter().zip(self.parts()) {
            for (is_other_name, (other_half, other_top, other_bottom)) in
                [false, true].into_iter().zip(other.parts())
            {
                if top < other_bottom + CLOSE && other_top < bottom + CLOSE {
                    let gap = match (is_name, is_other_name) {
                        (true, true) => beside,
                        (false, false) => MARKS_APART,
                        _ => beside.min(MARKS_APART / 2.0),
                    };
                    apart = apart.max(half + other_half + gap);
                }
            }
        }
        apart
    }

    /// How far to the right it has to be so that it does not sit on the title of its band.
    fn after_title(&self, strip: &Strip) -> f32 {
        let parts = self.parts().into_iter().filter(|(_, upper, _)| *upper < strip.top + strip.title.height);
        parts.map(|(half, _, _)| strip.title.width + half).fold(0.0, f32::max)
    }
}
