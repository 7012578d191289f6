//! Building on the canvas: a double click adds an actor, a drag from an actor's edge ties it, a drag of its middle moves it.

use egui::{CursorIcon, Pos2, Response, Stroke, Ui, Vec2};

use super::{Canvas, Sight, kinds, naming};
use crate::analysis::{ActorIx, Analysis};
use crate::app::command::{Command, Queue};
use crate::app::theme::colour;
use crate::model::terms::View;
use crate::model::{ActorId, LevelId, Position, Rating};
use crate::picture::geometry::Point;
use crate::picture::layout::Ground;
use crate::picture::palette::Palette;
use crate::picture::scene::Mark;
use crate::session::building::{Named, Refusal, put};
use crate::session::{Drawn, Session};

/// From that share of its radius outwards a mark is its edge.
const EDGE: f32 = 0.62;
/// How far beyond it the edge still reaches, on the screen.
const REACH: f32 = 5.0;

/// What somebody is building.
#[derive(Default)]
pub enum Building {
    /// Nothing.
    #[default]
    Nothing,
    /// A tie is being drawn from that actor.
    Tying(ActorIx),
    /// Actors are being moved: the one that is held, from where.
    Moving(ActorIx, Pos2),
    /// A new actor is being named.
    Naming(naming::Naming),
    /// The kind of a new tie is being chosen.
    Kind(kinds::Choice),
}

/// Goes on building.
pub fn build_ui(ui: &mut Ui, canvas: &mut Canvas, response: &Response, sight: Sight, queue: &mut Queue) {
    match std::mem::take(&mut canvas.building) {
        Building::Nothing => {}
        Building::Tying(from) => tying_ui(ui, canvas, response, sight, from),
        Building::Moving(held, start) => moving_ui(ui, canvas, response, sight, (held, start), queue),
        Building::Naming(naming) => canvas.building = naming::naming_ui(ui, naming, sight, queue),
        Building::Kind(choice) => canvas.building = kinds::kinds_ui(ui, choice, sight, queue),
    }
}

/// Over the edge of an actor the pointer says that a tie can be drawn from there.
pub fn hint_ui(ui: &Ui, canvas: &Canvas, sight: Sight, pointer: Option<Pos2>) {
    let is_idle = matches!(canvas.building, Building::Nothing) && !sight.drawn.placed.layout.is_table();
    let Some((mark, true)) = pointer.filter(|_| is_idle).and_then(|pointer| grasp(canvas, sight, pointer))
    else {
        return;
    };
    let palette = sight.session.settings.theme.palette();
    let at = canvas.camera.to_screen(mark.at, sight.room);
    let stroke = Stroke::new(2.0, colour(palette.accent));
    ui.painter().circle_stroke(at, mark.radius * canvas.camera.zoom + REACH, stroke);
    ui.ctx().set_cursor_icon(CursorIcon::Crosshair);
}

/// Begins, where a drag or a double click asks for it.
pub fn begin(ui: &Ui, canvas: &mut Canvas, response: &Response, sight: Sight) {
    let Some(document) = &sight.session.document else { return };
    if !matches!(canvas.building, Building::Nothing) {
        return;
    }
    let (origin, shift) = ui.input(|input| (input.pointer.press_origin(), input.modifiers.shift));
    if response.drag_started() && !shift && !sight.drawn.placed.layout.is_table() {
        let grasped = origin.and_then(|origin| Some((grasp(canvas, sight, origin)?, origin)));
        if let Some(((mark, is_edge), origin)) = grasped {
            canvas.building =
                if is_edge { Building::Tying(mark.actor) } else { Building::Moving(mark.actor, origin) };
        }
    }
    if response.double_clicked()
        && let Some(pointer) = response.interact_pointer_pos()
        && grasp(canvas, sight, pointer).is_none()
    {
        let at = canvas.camera.to_picture(pointer, sight.room);
        let level = level_at(sight.drawn, &document.analysis, at);
        canvas.building = Building::Naming(naming::Naming::new(pointer, at, level));
    }
}

/// The mark under the pointer, and whether that is at its edge.
fn grasp<'a>(canvas: &Canvas, sight: Sight<'a>, pointer: Pos2) -> Option<(&'a Mark, bool)> {
    let place = canvas.camera.to_picture(pointer, sight.room);
    let reach = REACH / canvas.camera.zoom;
    let near = |mark: &&Mark| mark.at.distance(place) <= mark.radius + reach;
    let mark = sight.drawn.scene.marks.iter().rev().find(near)?;
    Some((mark, mark.at.distance(place) > mark.radius * EDGE))
}

/// The level of the band at a place.
pub fn level_at(drawn: &Drawn, analysis: &Analysis, at: Point) -> Option<LevelId> {
    drawn.placed.layout.grounds.iter().find_map(|ground| match ground {
        Ground::Band { level, rect, .. } if rect.min.y <= at.y && at.y < rect.max.y => {
            analysis.network.levels.get(*level as usize).map(|rung| rung.id.clone())
        }
        _ => None,
    })
}

fn tying_ui(ui: &Ui, canvas: &mut Canvas, response: &Response, sight: Sight, from: ActorIx) {
    let Some(pointer) = ui.input(|input| input.pointer.latest_pos()) else { return };
    let start = canvas.camera.to_screen(sight.drawn.placed.layout.places[from as usize].at, sight.room);
    let target = grasp(canvas, sight, pointer).map(|(mark, _)| mark).filter(|mark| mark.actor != from);
    if response.drag_stopped() {
        if let (Some(target), Some(document)) = (target, &sight.session.document) {
            let id = |actor: ActorIx| document.analysis.network.actor(actor).id.clone();
            let tries = ui.input(|input| input.modifiers.alt);
            let choice = kinds::Choice::new(document, id(from), id(target.actor), pointer, tries);
            canvas.building = choice.map_or(Building::Nothing, Building::Kind);
        }
        return;
    }
    if !response.dragged() {
        return;
    }
    canvas.building = Building::Tying(from);
    let palette = sight.session.settings.theme.palette();
    let stroke = Stroke::new(2.5, colour(palette.accent));
    let end = target.map_or(pointer, |mark| canvas.camera.to_screen(mark.at, sight.room));
    ui.painter().arrow(start, end - start, stroke);
    if let Some(mark) = target {
        ui.painter().circle_stroke(end, mark.radius * canvas.camera.zoom + REACH, stroke);
    }
    ui.ctx().set_cursor_icon(CursorIcon::Crosshair);
}

fn moving_ui(
    ui: &Ui,
    canvas: &mut Canvas,
    response: &Response,
    sight: Sight,
    (held, start): (ActorIx, Pos2),
    queue: &mut Queue,
) {
    let Some(pointer) = ui.input(|input| input.pointer.latest_pos()) else { return };
    let by = pointer - start;
    let moved = moved_with(sight.session, held);
    if response.drag_stopped() {
        queue.push(match dropped(canvas, sight, held, &moved, by, pointer) {
            Some(Ok(named)) => Command::Change(Box::new(named)),
            Some(Err(refusal)) => Command::Say(refusal.0),
            None => return,
        });
        return;
    }
    if !response.dragged() {
        return;
    }
    canvas.building = Building::Moving(held, start);
    paint_moved(ui, canvas, sight, &moved, by, sight.session.settings.theme.palette());
    ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
}

/// Whoever is looked at together moves together.
fn moved_with(session: &Session, held: ActorIx) -> Vec<ActorIx> {
    let chosen = &session.look.chosen;
    if chosen.contains(&held) { chosen.iter().copied().collect() } else { vec![held] }
}

/// What a drop does; nothing where it makes no sense.
fn dropped(
    canvas: &Canvas,
    sight: Sight,
    held: ActorIx,
    moved: &[ActorIx],
    by: Vec2,
    pointer: Pos2,
) -> Option<Result<Named, Refusal>> {
    let (drawn, session) = (sight.drawn, sight.session);
    let document = session.document.as_ref()?;
    let network = &document.analysis.network;
    let id = |actor: ActorIx| network.actor(actor).id.clone();
    let end = canvas.camera.to_picture(pointer, sight.room);
    if session.look.view == View::Influence {
        let (influence, interest) = ratings_at(drawn, session.words.language().is_right_to_left(), end)?;
        return Some(put::rate(document.map(), &id(held), influence, interest, &session.words));
    }
    let by = by / canvas.camera.zoom;
    let level = (session.look.view == View::Levels)
        .then(|| level_at(drawn, &document.analysis, end))
        .flatten()
        .filter(|level| *level != network.actor(held).level);
    let places: Vec<(ActorId, Position)> = moved
        .iter()
        .map(|actor| {
            let at = drawn.placed.layout.places[*actor as usize].at.moved(by.x, by.y);
            let level = level.as_ref().unwrap_or(&network.actor(*actor).level);
            (id(*actor), drawn.placed.position(Some(level), at))
        })
        .collect();
    Some(put::at(document.map(), session.look.view, &places, level.as_ref(), &session.words))
}

/// The ratings at a place of the grid.
fn ratings_at(drawn: &Drawn, is_right_to_left: bool, at: Point) -> Option<(Rating, Rating)> {
    let rect = drawn.placed.layout.grounds.iter().find_map(|ground| match ground {
        Ground::Grid { rect, .. } => Some(*rect),
        _ => None,
    })?;
    if !rect.contains(at) {
        return None;
    }
    let rating = |share: f32| {
        let number = (1..=5_u8).rev().find(|number| share >= f32::from(*number - 1) / 5.0).unwrap_or(1);
        Rating::new(number)
    };
    let across = (at.x - rect.min.x) / rect.width();
    let across = if is_right_to_left { 1.0 - across } else { across };
    Some((rating((rect.max.y - at.y) / rect.height())?, rating(across)?))
}

/// The moved ones where they would come to stand, and lines to those they are tied to.
fn paint_moved(ui: &Ui, canvas: &Canvas, sight: Sight, moved: &[ActorIx], by: Vec2, palette: &Palette) {
    let Some(document) = &sight.session.document else { return };
    let places = &sight.drawn.placed.layout.places;
    let is_moved = |actor: ActorIx| moved.binary_search(&actor).is_ok();
    let at = |actor: ActorIx| {
        let at = canvas.camera.to_screen(places[actor as usize].at, sight.room);
        if is_moved(actor) { at + by } else { at }
    };
    let thin = Stroke::new(1.5, colour(palette.accent.faded(0.6)));
    for tie in &sight.drawn.placed.ties {
        let link = document.analysis.network.link(*tie);
        if is_moved(link.from) || is_moved(link.to) {
            ui.painter().line_segment([at(link.from), at(link.to)], thin);
        }
    }
    let ring = Stroke::new(2.0, colour(palette.accent));
    for mark in sight.drawn.scene.marks.iter().filter(|mark| is_moved(mark.actor)) {
        let radius = mark.radius * canvas.camera.zoom;
        ui.painter().circle(at(mark.actor), radius, colour(palette.accent_wash.faded(0.8)), ring);
    }
}
