//! The scene: a map as shapes and text in plain numbers and colours, through a lens, with what is lit. Whoever draws it
//! needs to know nothing of maps; what can be touched says which actor or tie it is.

mod lit;
mod loops;
mod parts;

use super::geometry::{Point, Rect, Size};
use super::layout::Layout;
use super::legend::legend;
use super::lens::Seen;
use super::names::Name;
use super::palette::Palette;
use super::spotlight::Spotlight;
use super::trim::trimmed;
use crate::analysis::{ActorIx, Analysis, TO_ITSELF, TieIx, is_supposed};
use crate::model::terms::{TieClass, VoiceDirection};
use crate::words::Words;
use lit::lit;

pub use parts::{Anchor, Badge, Caption, Cell, Dash, Line, Lit, Mark, Panel, Scene, Shape, Stroke, Tone};

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
    let to_itself =
        (TO_ITSELF..).take(given.analysis.network.to_itself.len()).filter(shown).collect::<Vec<_>>();
    let mut scene = Scene {
        extent: given.layout.extent,
        grounds,
        captions,
        lines: lines.collect(),
        cells: cells.chain(to_itself.iter().filter_map(|tie| loops::cell(given, *tie))).collect(),
        marks: marks.map(|actor| mark(given, actor, importance[actor as usize])).collect(),
        heads: Vec::new(),
        lit: None,
        legend: legend(given.seen, given.words),
    };
    loops::draw(given, &to_itself, &mut scene);
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

fn stroke(given: Given, tie: TieIx) -> Stroke {
    let link = given.analysis.network.link(tie);
    let class = stroke_of(link.class, given.palette);
    match given.seen.tie(tie) {
        // What is only tried looks like nothing else.
        _ if is_supposed(given.analysis.network.tie(tie)) => {
            Stroke { colour: given.palette.accent, width: 3.0, dash: Dash::Short }
        }
        Some((colour, width)) => Stroke { colour, width, ..class },
        None if link.is_active => class,
        None => Stroke { colour: class.colour.faded(0.4), ..class },
    }
}

fn line(given: Given, tie: TieIx, way: &[Point]) -> Line {
    let link = given.analysis.network.link(tie);
    let (start, end) = (radius(given, link.from), radius(given, link.to));
    let is_both_ways = link.is_mutual || link.voice == VoiceDirection::Both;
    Line {
        tie: Some(tie),
        points: trimmed(way, start + 2.0, end + 2.0),
        stroke: stroke(given, tie),
        starts_with_arrow: is_both_ways && link.class != TieClass::Partnership,
        ends_with_arrow: !(is_both_ways && link.class == TieClass::Partnership),
    }
}

/// A tie in a table: the cell of its ends, and where it holds both ways, the one across.
fn cells(given: Given, tie: TieIx, at: Point) -> impl Iterator<Item = Cell> {
    let link = given.analysis.network.link(tie);
    let class = crate::picture::legend::class_colour(link.class, given.palette);
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
