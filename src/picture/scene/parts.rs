//! What a scene consists of.

use crate::analysis::{ActorIx, TieIx};
use crate::model::terms::{Formality, Tier};
use crate::picture::geometry::{Point, Rect};
use crate::picture::layout::Side;
use crate::picture::legend::Key;
use crate::picture::palette::Colour;

/// A map, drawn.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scene {
    /// The room that all of it takes.
    pub extent: Rect,
    /// Under everything: bands, rings, tables.
    pub grounds: Vec<Panel>,
    /// Titles of grounds, and other words that belong to no actor.
    pub captions: Vec<Caption>,
    /// The ties, in the order of ids, the first at the back; then those of an actor to itself.
    pub lines: Vec<Line>,
    /// The ties, where they are cells of a table.
    pub cells: Vec<Cell>,
    /// The actors, over the ties.
    pub marks: Vec<Mark>,
    /// In a table, the actors once more, each at the head of its column, without a name.
    pub heads: Vec<Mark>,
    /// What is lit, drawn over all this once it is dimmed.
    pub lit: Option<Lit>,
    /// What the colours mean.
    pub legend: Vec<Key>,
}

/// What is lit.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Lit {
    /// The ties.
    pub lines: Vec<Line>,
    /// The ties, where they are cells of a table.
    pub cells: Vec<Cell>,
    /// The actors.
    pub marks: Vec<Mark>,
    /// What is said about them.
    pub captions: Vec<Caption>,
}

/// A ground.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Panel {
    /// A rectangle.
    Rect {
        /// Where.
        rect: Rect,
        /// Its colour.
        fill: Colour,
        /// The line around it.
        edge: Option<Colour>,
    },
    /// The band of a level: it goes on to both sides, wherever the picture ends.
    Band {
        /// Where it begins and ends.
        rect: Rect,
        /// Its colour.
        fill: Colour,
        /// The line over it.
        edge: Colour,
    },
    /// A ring.
    Ring {
        /// Its middle.
        centre: Point,
        /// How far out.
        radius: f32,
        /// Its colour.
        edge: Colour,
    },
    /// A straight line.
    Rule {
        /// From here.
        from: Point,
        /// To there.
        to: Point,
        /// Its colour.
        edge: Colour,
    },
}

/// Words at a place, one line.
#[derive(Debug, Clone, PartialEq)]
pub struct Caption {
    /// Where: what `anchor` says of it.
    pub at: Point,
    /// Which point of it `at` is.
    pub anchor: Anchor,
    /// The words, as they are read.
    pub text: String,
    /// How large the letters are.
    pub size: f32,
    /// Whether they are bold.
    pub is_bold: bool,
    /// Their colour.
    pub ink: Colour,
    /// The colour behind them.
    pub wash: Option<Colour>,
}

/// Which point of a caption stands at its place; it is in the middle of that height.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// Its left end.
    Left,
    /// Its middle.
    Middle,
    /// Its right end.
    Right,
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub colour: Colour,
    /// How wide it is.
    pub width: f32,
    /// How it is broken.
    pub dash: Dash,
}

impl Stroke {
    /// An unbroken line.
    pub const fn plain(colour: Colour, width: f32) -> Self {
        Self { colour, width, dash: Dash::None }
    }
}

/// How a line is broken: the class of a tie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dash {
    /// Not at all.
    None,
    /// Dots.
    Dots,
    /// Short dashes.
    Short,
    /// Short dashes close to each other.
    Dense,
    /// Long dashes.
    Long,
    /// A dash, a dot.
    DashDot,
    /// Two dots, a dash.
    DashDotDot,
}

impl Dash {
    /// Lengths of line and gap in turn, for a line one point wide.
    pub fn pattern(self) -> &'static [f32] {
        match self {
            Self::None => &[],
            Self::Dots => &[1.5, 3.5],
            Self::Short => &[5.0, 3.5],
            Self::Dense => &[3.0, 2.0],
            Self::Long => &[10.0, 4.0],
            Self::DashDot => &[9.0, 3.0, 1.5, 3.0],
            Self::DashDotDot => &[9.0, 3.0, 1.5, 3.0, 1.5, 3.0],
        }
    }
}

/// A tie.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Which; `None` for one that is not there.
    pub tie: Option<TieIx>,
    /// Its points, up to the marks of its ends.
    pub points: Vec<Point>,
    /// How it is drawn.
    pub stroke: Stroke,
    /// Whether there is an arrow at its start.
    pub starts_with_arrow: bool,
    /// Whether there is an arrow at its end.
    pub ends_with_arrow: bool,
}

/// A tie as a cell of a table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cell {
    /// Which.
    pub tie: TieIx,
    /// Where.
    pub rect: Rect,
    /// Its colour.
    pub fill: Colour,
    /// Whether it is only an outline: a tie that is not in use.
    pub is_hollow: bool,
}

/// The shape of a mark: the formality of an actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shape {
    /// A square with round corners: formal.
    Square,
    /// A circle: informal.
    Circle,
    /// A hexagon: hybrid.
    Hexagon,
    /// A diamond: external.
    Diamond,
}

impl Shape {
    /// The shape of an actor.
    pub fn of(tier: Tier, formality: Formality) -> Self {
        match (tier, formality) {
            (Tier::External, _) => Self::Diamond,
            (_, Formality::Formal) => Self::Square,
            (_, Formality::Informal) => Self::Circle,
            (_, Formality::Hybrid) => Self::Hexagon,
        }
    }

    /// Its outline around the origin, for a half width of 1.
    pub fn outline(self) -> Vec<Point> {
        match self {
            Self::Square => {
                let (half, corner) = (0.9, 0.3);
                let arc = |x: f32, y: f32, from: f32| {
                    (0..=4_u8).map(move |step| {
                        let angle = (from + f32::from(step) * 22.5).to_radians();
                        let (x, y) = (x * (half - corner), y * (half - corner));
                        Point::new(x + corner * angle.cos(), y + corner * angle.sin())
                    })
                };
                arc(1.0, 1.0, 0.0)
                    .chain(arc(-1.0, 1.0, 90.0))
                    .chain(arc(-1.0, -1.0, 180.0))
                    .chain(arc(1.0, -1.0, 270.0))
                    .collect()
            }
            Self::Circle => regular(28, 0.0, 1.0),
            Self::Hexagon => regular(6, 30.0, 1.12),
            Self::Diamond => regular(4, 0.0, 1.08),
        }
    }
}

fn regular(corners: u8, first: f32, radius: f32) -> Vec<Point> {
    let corner = |number: u8| {
        let angle = (first + 360.0 * f32::from(number) / f32::from(corners)).to_radians();
        Point::new(radius * angle.cos(), radius * angle.sin())
    };
    (0..corners).map(corner).collect()
}

/// How a mark is coloured.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tone {
    /// Its inside; `None` where it is hollow.
    pub fill: Option<Colour>,
    /// Its outline.
    pub edge: Option<Colour>,
    /// Whether the outline is broken.
    pub is_broken: bool,
    /// How large it is beside others.
    pub scale: f32,
}

impl Tone {
    /// Filled.
    pub const fn full(fill: Colour) -> Self {
        Self { fill: Some(fill), edge: None, is_broken: false, scale: 1.0 }
    }

    /// Filled, in a ring.
    pub const fn ringed(fill: Colour, edge: Colour) -> Self {
        Self { fill: Some(fill), edge: Some(edge), is_broken: false, scale: 1.0 }
    }

    /// Only an outline, and that broken: what is silent, or not known.
    pub const fn hollow(edge: Colour) -> Self {
        Self { fill: None, edge: Some(edge), is_broken: true, scale: 1.0 }
    }
}

/// A few words under a name.
#[derive(Debug, Clone, PartialEq)]
pub struct Badge {
    /// The words.
    pub text: String,
    /// Their colour.
    pub ink: Colour,
    /// The colour behind them.
    pub wash: Colour,
}

/// An actor.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Which.
    pub actor: ActorIx,
    /// Its middle.
    pub at: Point,
    /// Half its width.
    pub radius: f32,
    /// Its shape.
    pub shape: Shape,
    /// Its colours.
    pub tone: Tone,
    /// What shines through where it is hollow.
    pub ground: Colour,
    /// Whether it decides, which a tick in it shows.
    pub decides: bool,
    /// A wide soft ring around it.
    pub halo: Option<Colour>,
    /// On which side its name stands, if there is room.
    pub side: Side,
    /// Whether its name is part of this mark, or stands elsewhere.
    pub has_name: bool,
    /// The colour of its name.
    pub ink: Colour,
    /// What stands under its name.
    pub badge: Option<Badge>,
    /// Whether its name may stand on another side too.
    pub may_turn: bool,
    /// The greater, the sooner its name is shown where there is no room for all.
    pub importance: u32,
}
