//! What is lit in a scene, drawn over the rest: a channel and its way back, or whatever is looked at.

use super::{Anchor, Badge, Caption, Dash, Given, Line, Lit, Mark, Scene, Stroke, radius};
use crate::analysis::{ActorIx, TieIx};
use crate::picture::spotlight::Spotlight;
use crate::picture::trim::{bowed, middle, shifted, trimmed};
use crate::words::{Words, args};

/// Draws what a spotlight is on.
pub fn lit(given: Given, spotlight: &Spotlight, scene: &Scene) -> Lit {
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
        let points = trimmed(&bowed(ends[0], ends[1]), radius(given, *from) + 3.0, radius(given, *to) + 3.0);
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
        let strength = args([("strength", Words::strength(strength).into())]);
        lit.captions.push(Caption {
            at: middle(&line.points),
            anchor: Anchor::Middle,
            text: given.words.say("weakest-tie", &strength),
            size: 11.0,
            is_bold: true,
            ink: given.palette.on_accent,
            wash: Some(accent),
        });
    }
}
