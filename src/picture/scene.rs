//! The scene: a map as shapes and text in plain numbers and colours, through a lens, with what is lit. Whoever draws it
//! needs to know nothing of maps; what can be touched says which actor or tie it is.

use super::geometry::{Point, Rect, Size};
use super::layout::{Layout, Side};
use super::legend::{Key, legend};
use super::lens::Seen;
use super::names::Name;
use super::palette::{Colour, Palette};
use super::spotlight::Spotlight;
use super::trim::{shifted, trimmed};
use crate::analysis::{ActorIx, Analysis, TieIx, is_supposed};
use crate::model::terms::{Formality, TieClass, Tier, VoiceDirection};
use crate::words::{Words, args};

/// A map, drawn.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scene {
    /// The room that all of it takes.
    pub extent: Rect,
    /// Under everything: bands, rings, tables.
    pub grounds: Vec<Panel>,
    /// Titles of grounds, and other words that belong to no actor.
    pub captions: Vec<Caption>,
    /// The ties, in the order of ids, the first at the back.
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

/// What a scene is made of.
#[derive(Clone, Copy)]
pub struct Given<'a> {
    /// The map and what it says.
    pub analysis: &'a Analysis,
    /// The ties of the layout.
    pub ties: &'a [TieIx],
    /// Where everything is.
    pub layout: &'a Layout,
    /// Half the width of a mark.
    pub mark: f32,
    /// The names.
    pub names: &'a [Name],
    /// The lens.
    pub seen: &'a Seen<'a>,
    /// The colours.
    pub palette: &'a Palette,
    /// Whom to draw: by place.
    pub is_shown: &'a [bool],
    /// The classes of ties to draw.
    pub classes: &'a dyn Fn(TieIx) -> bool,
    /// What is lit.
    pub spotlight: Option<&'a Spotlight>,
    /// The reader's words.
    pub words: &'a Words,
    /// Whether the reader's language runs from right to left.
    pub is_right_to_left: bool,
}

/// Draws a map.
pub fn scene(given: Given) -> Scene {
    let (grounds, captions) = super::grounds::grounds(given);
    let importance = importance(given.analysis);
    let shown = |tie: &TieIx| {
        let link = given.analysis.network.link(*tie);
        given.is_shown[link.from as usize] && given.is_shown[link.to as usize] && (given.classes)(*tie)
    };
    let ways = || given.ties.iter().zip(given.layout.ways.iter()).filter(|(tie, _)| shown(tie));
    let lines = ways().filter(|(_, way)| way.len() > 1).map(|(tie, way)| line(given, *tie, way));
    let cells = ways().filter(|(_, way)| way.len() == 1).flat_map(|(tie, way)| cells(given, *tie, way[0]));
    let everybody = (0..).take(given.analysis.network.actors.len());
    let marks = everybody.filter(|actor| given.is_shown[*actor as usize]);
    let mut scene = Scene {
        extent: given.layout.extent,
        grounds,
        captions,
        lines: lines.collect(),
        cells: cells.collect(),
        marks: marks.map(|actor| mark(given, actor, importance[actor as usize])).collect(),
        heads: Vec::new(),
        lit: None,
        legend: legend(given.seen, given.words),
    };
    let head = |mark: &Mark| {
        let at = given.layout.column(mark.actor)?;
        Some(Mark { at, has_name: false, badge: None, ..mark.clone() })
    };
    scene.heads = scene.marks.iter().filter_map(head).collect();
    scene.lit = given.spotlight.map(|spotlight| lit(given, spotlight, &scene));
    scene
}

/// How a tie of a class is drawn.
pub fn stroke_of(class: TieClass, palette: &Palette) -> Stroke {
    let (dash, width) = match class {
        TieClass::Partnership => (Dash::None, 2.0),
        TieClass::Authority => (Dash::None, 1.2),
        TieClass::Communication => (Dash::Long, 1.4),
        TieClass::Representation => (Dash::DashDotDot, 1.4),
        TieClass::Accountability => (Dash::DashDot, 1.4),
        TieClass::Service => (Dash::Short, 1.2),
        TieClass::Support => (Dash::Dots, 1.5),
        TieClass::Adverse => (Dash::Dense, 2.2),
    };
    let colour = if class == TieClass::Adverse { palette.bad } else { palette.tie };
    Stroke { colour, width, dash }
}

fn line(given: Given, tie: TieIx, way: &[Point]) -> Line {
    let link = given.analysis.network.link(tie);
    let class = stroke_of(link.class, given.palette);
    let stroke = match given.seen.tie(tie) {
        // What is only tried looks like nothing else.
        _ if is_supposed(given.analysis.network.tie(tie)) => {
            Stroke { colour: given.palette.accent, width: 3.0, dash: Dash::Short }
        }
        Some((colour, width)) => Stroke { colour, width, ..class },
        None if link.is_active => class,
        None => Stroke { colour: class.colour.faded(0.4), ..class },
    };
    let (start, end) = (radius(given, link.from), radius(given, link.to));
    let is_both_ways = link.is_mutual || link.voice == VoiceDirection::Both;
    Line {
        tie: Some(tie),
        points: trimmed(way, start + 2.0, end + 2.0),
        stroke,
        starts_with_arrow: is_both_ways && link.class != TieClass::Partnership,
        ends_with_arrow: !(is_both_ways && link.class == TieClass::Partnership),
    }
}

/// A tie in a table: the cell of its ends, and where it holds both ways, the one across.
fn cells(given: Given, tie: TieIx, at: Point) -> impl Iterator<Item = Cell> {
    let link = given.analysis.network.link(tie);
    let class = super::legend::class_colour(link.class, given.palette);
    let fill = given.seen.tie(tie).map_or(class, |(colour, _)| colour);
    let size = Size::new(given.mark * 2.0, given.mark * 2.0);
    let cell = move |at| Cell { tie, rect: Rect::around(at, size), fill, is_hollow: !link.is_active };
    let across = link.is_mutual.then(|| given.layout.across(at)).flatten();
    std::iter::once(at).chain(across).map(cell)
}

fn radius(given: Given, actor: ActorIx) -> f32 {
    given.mark * given.seen.actor(actor).scale
}

fn mark(given: Given, actor: ActorIx, importance: u32) -> Mark {
    let node = given.analysis.network.node(actor);
    let place = given.layout.places[actor as usize];
    let tone = given.seen.actor(actor);
    // In a table names stand in a column of their own, line by line.
    let is_table = given.layout.is_table();
    Mark {
        actor,
        at: place.at,
        radius: given.mark * tone.scale,
        shape: Shape::of(node.tier, node.formality),
        tone,
        ground: given.palette.panel,
        decides: node.decides,
        halo: None,
        side: place.side,
        has_name: true,
        ink: given.palette.ink,
        badge: given.seen.badge(actor, given.words).filter(|_| !is_table),
        may_turn: !is_table,
        importance,
    }
}

/// Who should be named first where there is no room for all: those who decide, those who carry others, the silent, and
/// those with many ties.
fn importance(analysis: &Analysis) -> Vec<u32> {
    let network = &analysis.network;
    let mut importance = vec![0_u32; network.actors.len()];
    for tie in &analysis.pass.ties {
        let link = network.link(*tie);
        importance[link.from as usize] += 1;
        importance[link.to as usize] += 1;
    }
    for belt in &analysis.belts {
        importance[belt.actor as usize] += 5 * (belt.holds + belt.carries);
    }
    for (actor, node) in (0..).zip(&network.actors) {
        let is_silent = node.is_voice() && !analysis.pass.is_heard(actor);
        importance[actor as usize] += 1_000 * u32::from(node.decides) + 500 * u32::from(is_silent);
    }
    importance
}

fn lit(given: Given, spotlight: &Spotlight, scene: &Scene) -> Lit {
    let palette = given.palette;
    let mut lit = Lit::default();
    for line in &scene.lines {
        if line.tie.is_some_and(|tie| spotlight.ties.binary_search(&tie).is_ok()) {
            let width = line.stroke.width.max(2.0);
            lit.lines.push(Line { stroke: Stroke { width, ..line.stroke }, ..line.clone() });
        }
    }
    let on_way =
        [&spotlight.channel, &spotlight.way_back].into_iter().flatten().flat_map(|route| &route.ties);
    let told: Vec<TieIx> = on_way.chain(&spotlight.ties).copied().collect();
    lit.cells.extend(scene.cells.iter().filter(|cell| told.contains(&cell.tie)));
    lit_routes(given, spotlight, scene, &mut lit);
    for (from, to) in &spotlight.ghosts {
        let ends = [*from, *to].map(|actor| given.layout.places[actor as usize].at);
        let points = trimmed(
            &super::trim::bowed(ends[0], ends[1]),
            radius(given, *from) + 3.0,
            radius(given, *to) + 3.0,
        );
        let stroke = Stroke { colour: palette.accent, width: 3.0, dash: Dash::Short };
        let ghost = Line { tie: None, points, stroke, starts_with_arrow: false, ends_with_arrow: true };
        lit.lines.push(ghost);
    }
    let is_lit = |actor: ActorIx| spotlight.actors.binary_search(&actor).is_ok();
    for mark in scene.marks.iter().filter(|mark| is_lit(mark.actor)) {
        let is_gate = spotlight.gatekeepers.binary_search(&mark.actor).is_ok();
        let is_on_way = spotlight.channel.as_ref().is_some_and(|route| route.actors.contains(&mark.actor));
        let halo = match (is_gate, is_on_way || spotlight.subject == Some(mark.actor)) {
            (true, _) => Some(palette.warn.faded(0.35)),
            (_, true) => Some(palette.accent.faded(0.18)),
            _ if spotlight.is_choice => Some(palette.accent.faded(0.25)),
            _ => None,
        };
        let gate = Badge { text: given.words.text("gatekeeper"), ink: palette.warn, wash: palette.warn_wash };
        let badge = if is_gate { Some(gate) } else { mark.badge.clone() };
        lit.marks.push(Mark { halo, badge, ..mark.clone() });
    }
    lit
}

fn lit_routes(given: Given, spotlight: &Spotlight, scene: &Scene, lit: &mut Lit) {
    let (network, accent) = (&given.analysis.network, given.palette.accent);
    let drawn = |tie: TieIx| {
        scene.lines.binary_search_by_key(&Some(tie), |line| line.tie).ok().map(|at| &scene.lines[at])
    };
    // A channel runs the way the voice does, whichever way its ties read.
    let along = |actors: &[ActorIx], tie: TieIx, step: usize| {
        let line = drawn(tie)?;
        let is_turned = network.link(tie).from != actors[step];
        let mut points = line.points.clone();
        if is_turned {
            points.reverse();
        }
        Some(points)
    };
    if let Some(route) = &spotlight.way_back {
        for (step, tie) in route.ties.iter().enumerate() {
            let Some(points) = along(&route.actors, *tie, step) else { continue };
            lit.lines.push(Line {
                tie: Some(*tie),
                points: shifted(&points, 6.0),
                stroke: Stroke { colour: accent, width: 1.6, dash: Dash::Short },
                starts_with_arrow: false,
                ends_with_arrow: true,
            });
        }
    }
    let Some(route) = &spotlight.channel else { return };
    for (step, tie) in route.ties.iter().enumerate() {
        let Some(points) = along(&route.actors, *tie, step) else { continue };
        let stroke = Stroke::plain(accent, 4.0);
        lit.lines.push(Line {
            tie: Some(*tie),
            points,
            stroke,
            starts_with_arrow: false,
            ends_with_arrow: true,
        });
    }
    if let Some((tie, strength)) = spotlight.weakest(given.analysis)
        && let Some(line) = drawn(tie)
    {
        let strength = args([("strength", u32::from(strength.get()).into())]);
        lit.captions.push(Caption {
            at: super::trim::middle(&line.points),
            anchor: Anchor::Middle,
            text: given.words.say("weakest-tie", &strength),
            size: 11.0,
            is_bold: true,
            ink: given.palette.on_accent,
            wash: Some(accent),
        });
    }
}
