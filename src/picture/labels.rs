//! Labels: which names stand where. None over another or over a mark; the most important ones first where there is no
//! room for all.

use std::collections::HashMap;

use super::geometry::{Point, Rect, Size};
use super::layout::Side;
use super::names::Name;
use super::scene::Mark;
use crate::analysis::{ActorIx, Analysis, VoiceState};

/// The least width of a badge, and its height with what is between it and the name.
const BADGE: Size = Size::new(56.0, 17.0);
/// How far apart names stay.
const APART: f32 = 2.0;
/// How large a square is in which what is in the way is looked up.
const SQUARE: f32 = 64.0;

/// A name at its place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Label {
    /// The place of its mark among the marks.
    pub mark: usize,
    /// Where the name stands, badge included.
    pub room: Rect,
    /// On which side of the mark.
    pub side: Side,
    /// Whether the mark's badge is shown under it.
    pub has_badge: bool,
}

/// How large names are when a picture is magnified so many times: they grow and shrink less than the picture, and stay
/// readable.
pub fn scale(zoom: f32) -> f32 {
    zoom.clamp(0.85, 1.25)
}

/// Names the marks of a picture that is magnified `zoom` times, those in `visible` (in the picture's own points).
///
/// Names are tried in the order of importance, on the side that the layout left for them and then on the others, as long as
/// they stay within the picture; one for which no side is free is left out, unless `is_forced`. O(marks × log marks).
pub fn labels(
    marks: &[Mark],
    names: &[Name],
    zoom: f32,
    visible: Rect,
    picture: Rect,
    is_forced: impl Fn(&Mark) -> bool,
) -> Vec<Label> {
    let share = scale(zoom) / zoom;
    let mut taken = Taken::default();
    let mut order: Vec<usize> = (0..marks.len()).filter(|at| visible.contains(marks[*at].at)).collect();
    for at in &order {
        let mark = &marks[*at];
        taken.add(Rect::around(mark.at, Size::new(mark.radius * 2.0, mark.radius * 2.0)), Some(*at));
    }
    order.retain(|at| marks[*at].has_name);
    order.sort_by_key(|at| (!is_forced(&marks[*at]), std::cmp::Reverse(marks[*at].importance), *at));
    let mut labels = Vec::new();
    for at in order {
        let mark = &marks[at];
        let Some(name) = names.get(mark.actor as usize) else { continue };
        let room = |has_badge: bool, side: Side| room(mark, name, has_badge, side, share);
        let all = [mark.side, Side::Below, Side::Right, Side::Left, Side::Above];
        let sides = if mark.may_turn { all.as_slice() } else { &all[..1] };
        // A badge is left out before a name is.
        let with_badge = mark.badge.is_some();
        let badges = if with_badge { [true, false].as_slice() } else { &[false] };
        let mut tries = badges.iter().flat_map(|badge| sides.iter().map(move |side| (*badge, *side)));
        let is_within = |room: Rect| !mark.may_turn || picture.joined(&room) == picture;
        let found = tries.find(|(badge, side)| {
            let room = room(*badge, *side);
            is_within(room) && taken.is_free(room, at)
        });
        let forced = is_forced(mark).then_some((with_badge, mark.side));
        let Some((has_badge, side)) = found.or(forced) else { continue };
        let room = room(has_badge, side);
        taken.add(room, None);
        labels.push(Label { mark: at, room, side, has_badge });
    }
    labels.sort_by_key(|label| label.mark);
    labels
}

/// The names with the room that they take where silence is said under them: a layout that leaves it needs no name to step
/// aside for the words under another. By the places of their actors.
pub fn rooms(analysis: &Analysis, names: &[Name]) -> Vec<Name> {
    let is_badged = |actor: ActorIx| {
        let is_told = !matches!(analysis.state_of(actor), VoiceState::LoopClosed | VoiceState::Absent);
        analysis.network.node(actor).is_voice() && is_told
    };
    let room = |(actor, name): (ActorIx, &Name)| Name {
        size: if is_badged(actor) { with_badge(name.size) } else { name.size },
        ..name.clone()
    };
    (0..).zip(names).map(room).collect()
}

fn with_badge(name: Size) -> Size {
    Size::new(name.width.max(BADGE.width), name.height + BADGE.height)
}

/// The room that a name takes with its badge.
fn room(mark: &Mark, name: &Name, has_badge: bool, side: Side, scale: f32) -> Rect {
    let taken = if has_badge { with_badge(name.size) } else { name.size };
    side.room(mark.at, mark.radius, Size::new(taken.width * scale, taken.height * scale))
}

/// Where something stands already.
#[derive(Default)]
struct Taken {
    squares: HashMap<(i32, i32), Vec<Obstacle>>,
}

/// What takes room; a mark says which it is.
type Obstacle = (Rect, Option<usize>);

impl Taken {
    /// Takes room, for a mark or for a name.
    fn add(&mut self, rect: Rect, mark: Option<usize>) {
        for square in squares(rect) {
            self.squares.entry(square).or_default().push((rect, mark));
        }
    }

    /// Whether nothing is there but the mark itself.
    fn is_free(&self, rect: Rect, own: usize) -> bool {
        let wide = rect.grown(APART);
        squares(wide).all(|square| {
            let there = self.squares.get(&square).map_or([].as_slice(), Vec::as_slice);
            there.iter().all(|(other, mark)| *mark == Some(own) || !other.overlaps(&wide))
        })
    }
}

/// The squares that a rectangle touches.
fn squares(rect: Rect) -> impl Iterator<Item = (i32, i32)> {
    #[expect(clippy::cast_possible_truncation, reason = "pictures are no billions of squares wide")]
    let square = |point: Point| ((point.x / SQUARE).floor() as i32, (point.y / SQUARE).floor() as i32);
    let (first, last) = (square(rect.min), square(rect.max));
    (first.0..=last.0).flat_map(move |x| (first.1..=last.1).map(move |y| (x, y)))
}

/// Which of them overlap, by their places: a name on another, or on the mark of another. For tests and for measuring.
pub fn overlapping(rooms: &[(Rect, Rect)]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (a, (mark, name)) in rooms.iter().enumerate() {
        for (b, (other_mark, other_name)) in rooms.iter().enumerate() {
            if a < b && (name.overlaps(other_name) || mark.overlaps(other_mark))
                || a != b && name.overlaps(other_mark)
            {
                found.push((a, b));
            }
        }
    }
    found
}
