//! Keeping marks and names off each other: finding what is near, and moving apart what overlaps.

use super::{GAP, MARK, Side};
use crate::analysis::ActorIx;
use crate::picture::geometry::{Point, Rect, Size};

/// How far apart names stay from marks and from each other.
const MARGIN: f32 = 3.0;
/// How far apart two marks stay, middle to middle, whatever else there is.
pub const CLOSEST: f32 = 2.0 * MARK + 4.0;

/// Points sorted into squares, to find those near a place.
pub struct Squares {
    origin: Point,
    side: f32,
    columns: usize,
    rows: usize,
    // Invariant: the members of square `s` are `members[starts[s]..starts[s + 1]]`, in order.
    starts: Vec<usize>,
    members: Vec<ActorIx>,
}

impl Squares {
    /// Sorts points into squares of at least that side; there are never many more squares than points. O(points).
    pub fn of(points: impl Iterator<Item = Point> + Clone, side: f32) -> Self {
        let bounds = around(points.clone()).unwrap_or_default();
        let count = points.clone().count();
        let fewest = (bounds.width() * bounds.height() / (2.0 * count as f32 + 16.0)).sqrt();
        let longest = bounds.width().max(bounds.height()) / (2.0 * count as f32 + 16.0);
        let side = side.max(fewest).max(longest).max(1.0);
        let mut squares = Self {
            origin: bounds.min,
            side,
            columns: whole(bounds.width() / side) + 1,
            rows: whole(bounds.height() / side) + 1,
            starts: Vec::new(),
            members: vec![0; count],
        };
        let square: Vec<usize> = points.map(|point| squares.square(point)).collect();
        let mut starts = vec![0; squares.columns * squares.rows + 1];
        for square in &square {
            starts[square + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        for (actor, square) in (0..).zip(&square) {
            squares.members[next[*square]] = actor;
            next[*square] += 1;
        }
        squares.starts = starts;
        squares
    }

    /// Those whose squares touch a rectangle, in a fixed order.
    pub fn near(&self, rect: Rect) -> impl Iterator<Item = ActorIx> {
        let (first, last) = (self.column(rect.min.x), self.column(rect.max.x));
        let (top, bottom) = (self.row(rect.min.y), self.row(rect.max.y));
        (top..=bottom).flat_map(move |row| self.in_row(row, first, last)).copied()
    }

    /// Those in squares within reach of a straight line, in a fixed order, once each.
    pub fn along(&self, from: Point, to: Point, reach: f32) -> Vec<ActorIx> {
        let (left, right) = if from.x <= to.x { (from, to) } else { (to, from) };
        let slope = if right.x - left.x > 1.0 { (right.y - left.y) / (right.x - left.x) } else { 0.0 };
        let mut found = Vec::new();
        for column in self.column(left.x - reach)..=self.column(right.x + reach) {
            let start = self.origin.x + column as f32 * self.side;
            let end = start + self.side;
            let (mut top, mut bottom) = (left.y.min(right.y), left.y.max(right.y));
            if slope != 0.0 {
                let at = |x: f32| left.y + (x.clamp(left.x, right.x) - left.x) * slope;
                let (one, other) = (at(start - reach), at(end + reach));
                (top, bottom) = (one.min(other), one.max(other));
            }
            for row in self.row(top - reach)..=self.row(bottom + reach) {
                found.extend_from_slice(self.in_row(row, column, column));
            }
        }
        found
    }

    fn in_row(&self, row: usize, first: usize, last: usize) -> &[ActorIx] {
        &self.members[self.starts[row * self.columns + first]..self.starts[row * self.columns + last + 1]]
    }

    fn square(&self, point: Point) -> usize {
        self.row(point.y) * self.columns + self.column(point.x)
    }

    fn column(&self, x: f32) -> usize {
        whole((x - self.origin.x) / self.side).min(self.columns - 1)
    }

    fn row(&self, y: f32) -> usize {
        whole((y - self.origin.y) / self.side).min(self.rows - 1)
    }
}

/// The smallest rectangle around points.
pub fn around(points: impl Iterator<Item = Point>) -> Option<Rect> {
    points.map(|point| Rect::new(point, point)).reduce(|a, b| a.joined(&b))
}

/// The whole part of a number, 0 for what is smaller.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "pictures are no billions of points wide"
)]
pub fn whole(number: f32) -> usize {
    number.max(0.0) as usize
}

/// What an actor takes up: a mark and, where there is room for it, a name.
#[derive(Debug, Clone, Copy)]
pub struct Body {
    /// The middle of its mark.
    pub at: Point,
    /// On which side of it its name stands.
    pub side: Side,
    /// The room of the name; nothing where names are not reckoned with.
    pub name: Option<Size>,
    /// Whether it stays where it is.
    pub is_fixed: bool,
}

impl Body {
    /// The mark, with half of the room that is kept free around it.
    pub fn mark(&self) -> Rect {
        Rect::around(self.at, Size::new(CLOSEST, CLOSEST))
    }

    /// The name, with half of the room that is kept free around it.
    pub fn name(&self) -> Option<Rect> {
        self.name.map(|size| self.side.room(self.at, MARK, size).grown(MARGIN / 2.0))
    }

    /// The two of them.
    pub fn parts(&self) -> impl Iterator<Item = Rect> {
        std::iter::once(self.mark()).chain(self.name())
    }

    /// All of it.
    pub fn whole(&self) -> Rect {
        self.name().map_or(self.mark(), |name| name.joined(&self.mark()))
    }

    /// Whether anything of it overlaps anything of another.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.push(other).is_some()
    }

    /// The shortest move of the other that ends the worst overlap of the two.
    fn push(&self, other: &Self) -> Option<(f32, f32)> {
        let pairs = self.parts().flat_map(|own| other.parts().map(move |its| (own, its)));
        let moves = pairs.filter(|(own, its)| own.overlaps(its)).map(|(own, its)| way_out(&own, &its));
        moves.max_by(|a, b| length(*a).total_cmp(&length(*b)))
    }

    fn shift(&mut self, (x, y): (f32, f32), walls: Option<Rect>) {
        self.at = self.at.moved(x, y);
        if let Some(walls) = walls {
            self.keep_inside(walls);
        }
    }

    /// Moves it so that all of it is inside, if it fits.
    pub fn keep_inside(&mut self, walls: Rect) {
        let whole = self.whole();
        let inside = |low: f32, high: f32, least: f32, most: f32| {
            if high - low > most - least {
                (least + most - low - high) / 2.0
            } else {
                (least - low).max(0.0) - (high - most).max(0.0)
            }
        };
        let x = inside(whole.min.x, whole.max.x, walls.min.x, walls.max.x);
        let y = inside(whole.min.y, whole.max.y, walls.min.y, walls.max.y);
        self.at = self.at.moved(x, y);
    }
}

fn length((x, y): (f32, f32)) -> f32 {
    x.abs() + y.abs()
}

/// The shortest move, along one axis, of a rectangle out of another.
fn way_out(own: &Rect, its: &Rect) -> (f32, f32) {
    let (left, right) = (its.max.x - own.min.x, own.max.x - its.min.x);
    let (up, down) = (its.max.y - own.min.y, own.max.y - its.min.y);
    let x = if left < right { -left } else { right };
    let y = if up < down { -up } else { down };
    if x.abs() < y.abs() { (x, 0.0) } else { (0.0, y) }
}

/// Moves bodies apart, each pair by as little as will do, for so many rounds or until nothing overlaps; says whether that
/// is so. Those that are fixed stay. The idea is that of Misue, Eades, Lai and Sugiyama (1995), the force-scan, on pairs
/// that really overlap. O(rounds × bodies) where few overlap.
pub fn move_apart(bodies: &mut [Body], walls: Option<Rect>, rounds: usize) -> bool {
    let reach = bodies.iter().map(|body| {
        let whole = body.whole();
        let (x, y) = (
            (body.at.x - whole.min.x).max(whole.max.x - body.at.x),
            (body.at.y - whole.min.y).max(whole.max.y - body.at.y),
        );
        (x, y)
    });
    // Names change sides between rounds, never within them.
    let (wide, high) = reach.fold((CLOSEST, CLOSEST), |most, one| (most.0.max(one.0), most.1.max(one.1)));
    for _ in 0..rounds {
        let squares = Squares::of(bodies.iter().map(|body| body.at), wide.min(high) * 2.0);
        let mut is_clear = true;
        for one in 0..bodies.len() {
            let reach = Rect::around(bodies[one].at, Size::new(4.0 * wide, 4.0 * high));
            for other in squares.near(reach).map(|other| other as usize).filter(|other| *other > one) {
                if let Some(push) = bodies[one].push(&bodies[other]) {
                    is_clear &= bodies[one].is_fixed && bodies[other].is_fixed;
                    part(bodies, one, other, push, walls);
                }
            }
        }
        if is_clear {
            return true;
        }
    }
    false
}

/// Moves two bodies apart, both by half unless one is fixed.
fn part(bodies: &mut [Body], one: usize, other: usize, (x, y): (f32, f32), walls: Option<Rect>) {
    let share = match (bodies[one].is_fixed, bodies[other].is_fixed) {
        (true, true) => return,
        (true, false) => 0.0,
        (false, true) => 1.0,
        (false, false) => 0.5,
    };
    let more = |by: f32| if by == 0.0 { 0.0 } else { by + 0.2_f32.copysign(by) };
    if share > 0.0 {
        bodies[one].shift((-more(x) * share, -more(y) * share), walls);
    }
    if share < 1.0 {
        bodies[other].shift((more(x) * (1.0 - share), more(y) * (1.0 - share)), walls);
    }
}

/// Puts every mark that still overlaps another on the nearest free spot of a honeycomb, one by one in the order of ids, so
/// that no two marks overlap afterwards, but for those that are fixed. The room may grow.
pub fn settle(bodies: &mut [Body]) {
    let mut taken = Taken::new(bodies.len());
    let mut left = Vec::new();
    // Who is fixed is placed first, then whoever has nobody in the way.
    for pass in [true, false] {
        for (at, body) in bodies.iter().enumerate().filter(|(_, body)| body.is_fixed == pass) {
            if pass || taken.is_free(body.at) { taken.take(body.at) } else { left.push(at) }
        }
    }
    for at in left {
        let spot = taken.nearest_free(bodies[at].at);
        taken.take(spot);
        bodies[at].at = spot;
    }
}

/// Places that marks have taken, by squares that hold at most a few.
struct Taken {
    squares: std::collections::BTreeMap<(i32, i32), Vec<Point>>,
    /// For a square, how far around it nothing was free any more; what is taken stays taken.
    full: std::collections::BTreeMap<(i32, i32), i32>,
    most: i32,
}

impl Taken {
    fn new(marks: usize) -> Self {
        // A square spiral of that many rings has more spots than there are marks.
        let most = i32::try_from(whole((marks as f32).sqrt()) + 4).unwrap_or(i32::MAX);
        Self { squares: std::collections::BTreeMap::new(), full: std::collections::BTreeMap::new(), most }
    }

    #[expect(clippy::cast_possible_truncation, reason = "pictures are no billions of points wide")]
    fn square(at: Point) -> (i32, i32) {
        ((at.x / CLOSEST).floor() as i32, (at.y / CLOSEST).floor() as i32)
    }

    fn take(&mut self, at: Point) {
        self.squares.entry(Self::square(at)).or_default().push(at);
    }

    fn is_free(&self, at: Point) -> bool {
        let (column, row) = Self::square(at);
        let near = (column - 1..=column + 1).flat_map(|x| (row - 1..=row + 1).map(move |y| (x, y)));
        let mut there = near.filter_map(|square| self.squares.get(&square)).flatten();
        there.all(|other| (other.x - at.x).abs() >= CLOSEST || (other.y - at.y).abs() >= CLOSEST)
    }

    fn nearest_free(&mut self, at: Point) -> Point {
        let square = Self::square(at);
        for ring in self.full.get(&square).copied().unwrap_or(1)..=4 * self.most {
            let out = ring as f32 * CLOSEST * 0.5;
            let steps = 6 * ring;
            let spots = (0..steps).map(|step| {
                let angle = step as f32 / steps as f32 * std::f32::consts::TAU;
                at.moved(out * angle.cos(), out * angle.sin())
            });
            if let Some(spot) = spots.into_iter().find(|spot| self.is_free(*spot)) {
                self.full.insert(square, ring);
                return spot;
            }
        }
        // Not reached: the spiral is larger than all marks together. To be sure, beyond everything.
        at.moved(self.most as f32 * CLOSEST, 0.0)
    }
}

/// How wide an actor is with its name beside it, and how high.
pub fn beside(name: Size) -> Size {
    Size::new(2.0 * MARK + GAP + name.width, name.height.max(2.0 * MARK))
}

/// How wide an actor is with its name below it, and how high.
pub fn below(name: Size) -> Size {
    Size::new(name.width.max(2.0 * MARK), 2.0 * MARK + GAP + name.height)
}
