//! Keys on the canvas: from actor to actor along ties, closer and further away.

use egui::{EventFilter, Key, Response, Ui, Vec2};

use super::{Canvas, Sight};
use crate::analysis::ActorIx;
use crate::app::command::{Command, Queue};
use crate::app::keymap::is_pressed_alone;
use crate::picture::geometry::Point;
use crate::picture::spotlight::Item;
use crate::session::{Drawn, Session};

/// How far an arrow key looks to a side where no actor is looked at.
const STRIDE: f32 = 60.0;

/// Answers keys while the canvas has the focus.
pub fn travel_ui(ui: &Ui, canvas: &mut Canvas, response: &Response, sight: Sight, queue: &mut Queue) {
    let Sight { drawn, room, session } = sight;
    if !response.has_focus() {
        return;
    }
    // Arrows belong to the canvas while it has the focus; Tab still leads on.
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let stroke = ui.visuals().selection.stroke;
    ui.painter().rect_stroke(room.shrink(1.0), 0.0, stroke, egui::StrokeKind::Inside);
    let arrows = [
        (Key::ArrowLeft, Vec2::new(-1.0, 0.0)),
        (Key::ArrowRight, Vec2::new(1.0, 0.0)),
        (Key::ArrowUp, Vec2::new(0.0, -1.0)),
        (Key::ArrowDown, Vec2::new(0.0, 1.0)),
    ];
    for (_, way) in arrows.iter().filter(|(key, _)| ui.input(|input| is_pressed_alone(input, *key, true))) {
        let next = match session.actor_looked_at().or(session.look.chosen.last().copied()) {
            Some(actor) => next(drawn, session, actor, *way),
            None => first(drawn),
        };
        match next {
            Some(actor) => {
                let adds = ui.input(|input| input.modifiers.shift);
                let chosen = session.actors_looked_at().into_iter().chain([actor]);
                queue.push(if adds {
                    Command::Choose(chosen.collect())
                } else {
                    Command::Look(Some(Item::Actor(actor)))
                });
                canvas.camera.show(drawn.placed.layout.places[actor as usize].at, room);
            }
            None => canvas.camera.pan(-*way * STRIDE),
        }
    }
    // Where these are typed with Shift depends on the layout.
    let is = |key| ui.input(|input| is_pressed_alone(input, key, true));
    if is(Key::Plus) || is(Key::Equals) {
        queue.push(Command::ZoomIn);
    }
    if is(Key::Minus) {
        queue.push(Command::ZoomOut);
    }
    if is(Key::Num0) {
        queue.push(Command::Fit);
    }
}

/// The neighbour that lies most in a direction: near, and not far off to a side.
fn next(drawn: &Drawn, session: &Session, actor: ActorIx, way: Vec2) -> Option<ActorIx> {
    let network = &session.document.as_ref()?.analysis.network;
    let places = &drawn.placed.layout.places;
    let from = places.get(actor as usize)?.at;
    let other = |tie: crate::analysis::TieIx| {
        let link = network.link(tie);
        (link.from == actor).then_some(link.to).or_else(|| (link.to == actor).then_some(link.from))
    };
    let neighbours = drawn.scene.lines.iter().filter_map(|line| other(line.tie?));
    let cells = drawn.scene.cells.iter().filter_map(|cell| other(cell.tie));
    let cost = |to: Point| {
        let by = Vec2::new(to.x - from.x, to.y - from.y);
        let along = by.dot(way);
        (along > 1.0).then(|| along + 2.5 * by.dot(way.rot90()).abs())
    };
    let costs = neighbours.chain(cells).filter_map(|to| Some((cost(places[to as usize].at)?, to)));
    costs.min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1))).map(|(_, to)| to)
}

/// Where one begins: with the most important actor.
fn first(drawn: &Drawn) -> Option<ActorIx> {
    drawn
        .scene
        .marks
        .iter()
        .max_by_key(|mark| (mark.importance, std::cmp::Reverse(mark.actor)))
        .map(|mark| mark.actor)
}
