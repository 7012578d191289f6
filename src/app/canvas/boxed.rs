//! A box drawn with Shift held: whoever is in it is looked at together.

use egui::{Pos2, Rect, Response, Stroke, StrokeKind, Ui};

use super::{Canvas, Sight};
use crate::analysis::ActorIx;
use crate::app::command::{Command, Queue};
use crate::app::theme::{self, colour};
use crate::picture::palette::Palette;

/// Draws a box while Shift is held; whether one is being drawn.
pub fn box_ui(ui: &Ui, canvas: &mut Canvas, response: &Response, sight: Sight, queue: &mut Queue) -> bool {
    let (modifiers, origin, pointer) =
        ui.input(|input| (input.modifiers, input.pointer.press_origin(), input.pointer.latest_pos()));
    if response.drag_started() && modifiers.shift {
        canvas.boxed = origin;
    }
    let (Some(start), Some(end)) = (canvas.boxed, pointer) else {
        canvas.boxed = None;
        return false;
    };
    let drawn_box = Rect::from_two_pos(start, end);
    if response.drag_stopped() {
        canvas.boxed = None;
        let mut actors = inside(canvas, sight, drawn_box);
        if modifiers.command {
            actors.extend(sight.session.actors_looked_at());
        }
        queue.push(Command::Choose(actors));
    } else if response.dragged() {
        paint(ui, drawn_box, sight.session.settings.theme.palette());
    } else {
        canvas.boxed = None;
    }
    true
}

fn inside(canvas: &Canvas, sight: Sight, drawn_box: Rect) -> Vec<ActorIx> {
    let at = |mark: &crate::picture::scene::Mark| -> Pos2 { canvas.camera.to_screen(mark.at, sight.room) };
    let marks = sight.drawn.scene.marks.iter().filter(|mark| drawn_box.contains(at(mark)));
    marks.map(|mark| mark.actor).collect()
}

fn paint(ui: &Ui, rect: Rect, palette: &Palette) {
    let stroke = Stroke::new(1.0, colour(palette.accent));
    let fill = colour(palette.accent.faded(0.1));
    ui.painter().rect(rect, theme::ROUND_SMALL, fill, stroke, StrokeKind::Inside);
}
