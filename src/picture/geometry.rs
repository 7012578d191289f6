//! Points, sizes and rectangles, and what can be asked of them. Lengths are in points; x runs to the right, y down.

/// A place.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    /// To the right.
    pub x: f32,
    /// Down.
    pub y: f32,
}

impl Point {
    /// A place.
    pub const fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }

    /// How far another place is.
    pub fn distance(self, other: Self) -> f32 {
        (self.x - other.x).hypot(self.y - other.y)
    }

    /// The place a share of the way to another.
    pub fn towards(self, other: Self, share: f32) -> Self {
        Self { x: self.x + (other.x - self.x) * share, y: self.y + (other.y - self.y) * share }
    }

    /// The place so far to the right and down.
    pub fn moved(self, x: f32, y: f32) -> Self {
        Self { x: self.x + x, y: self.y + y }
    }
}

/// How much room something takes.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Size {
    /// Across.
    pub width: f32,
    /// Down.
    pub height: f32,
}

impl Size {
    /// So wide and so high.
    pub const fn new(width: f32, height: f32) -> Self {
        Self { width, height }
    }
}

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Rect {
    /// Its top left corner.
    pub min: Point,
    /// Its bottom right corner.
    pub max: Point,
}

impl Rect {
    /// The rectangle between two corners.
    pub const fn new(min: Point, max: Point) -> Self {
        Self { min, max }
    }

    /// The rectangle around a point.
    pub fn around(centre: Point, size: Size) -> Self {
        let (x, y) = (size.width / 2.0, size.height / 2.0);
        Self { min: centre.moved(-x, -y), max: centre.moved(x, y) }
    }

    /// From the corner at the top left.
    pub fn of_size(size: Size) -> Self {
        Self { min: Point::default(), max: Point::new(size.width, size.height) }
    }

    /// How wide it is.
    pub fn width(&self) -> f32 {
        self.max.x - self.min.x
    }

    /// How high it is.
    pub fn height(&self) -> f32 {
        self.max.y - self.min.y
    }

    /// Its middle.
    pub fn centre(&self) -> Point {
        self.min.towards(self.max, 0.5)
    }

    /// The same, so much larger on every side.
    pub fn grown(&self, by: f32) -> Self {
        Self { min: self.min.moved(-by, -by), max: self.max.moved(by, by) }
    }

    /// The same, so far to the right and down.
    pub fn moved(&self, x: f32, y: f32) -> Self {
        Self { min: self.min.moved(x, y), max: self.max.moved(x, y) }
    }

    /// Whether a point lies in it.
    pub fn contains(&self, point: Point) -> bool {
        (self.min.x..=self.max.x).contains(&point.x) && (self.min.y..=self.max.y).contains(&point.y)
    }

    /// Whether the two share more than an edge.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.min.x < other.max.x
            && other.min.x < self.max.x
            && self.min.y < other.max.y
            && other.min.y < self.max.y
    }

    /// The smallest rectangle that holds both.
    pub fn joined(&self, other: &Self) -> Self {
        Self {
            min: Point::new(self.min.x.min(other.min.x), self.min.y.min(other.min.y)),
            max: Point::new(self.max.x.max(other.max.x), self.max.y.max(other.max.y)),
        }
    }
}

/// From where to where, as shares of its length, a straight line is inside a rectangle, if more than a point or an edge of
/// it is (Liang, Y.-D. & Barsky, B. (1984), *ACM Transactions on Graphics* 3(1)).
pub fn part_inside(rect: Rect, from: Point, to: Point) -> Option<(f32, f32)> {
    let (mut enters, mut leaves) = (0.0_f32, 1.0_f32);
    let sides =
        [(from.x, to.x - from.x, rect.min.x, rect.max.x), (from.y, to.y - from.y, rect.min.y, rect.max.y)];
    for (start, along, low, high) in sides {
        if along.abs() < f32::EPSILON {
            if start <= low || start >= high {
                return None;
            }
            continue;
        }
        let (a, b) = ((low - start) / along, (high - start) / along);
        enters = enters.max(a.min(b));
        leaves = leaves.min(a.max(b));
    }
    (enters < leaves).then_some((enters, leaves))
}

/// How far a point is from the line between two others.
pub fn distance_to_line(point: Point, from: Point, to: Point) -> f32 {
    let (x, y) = (to.x - from.x, to.y - from.y);
    let length = x * x + y * y;
    if length <= f32::EPSILON {
        return point.distance(from);
    }
    let share = ((point.x - from.x) * x + (point.y - from.y) * y) / length;
    point.distance(from.towards(to, share.clamp(0.0, 1.0)))
}
