//! A map without actors: what one does next.

use egui::{Align2, Area, Frame, Id, Margin, Order, Rect, Stroke, Ui};

use crate::app::command::{Command, Queue};
use crate::app::icons;
use crate::app::theme::{self, STEP, colour};
use crate::app::widgets::{Text, button};
use crate::picture::ruler::Weight;
use crate::session::Session;

/// A card in the middle of the empty canvas.
pub fn empty_ui(ui: &Ui, session: &Session, room: Rect, queue: &mut Queue) {
    let (words, palette) = (&session.words, session.settings.theme.palette());
    let area = Area::new(Id::unique("empty")).order(Order::Middle);
    area.pivot(Align2::CENTER_CENTER).fixed_pos(room.center()).show(ui.ctx(), |ui| {
        let frame = Frame::new()
            .fill(colour(palette.panel))
            .stroke(Stroke::new(1.0, colour(palette.hairline)))
            .corner_radius(theme::ROUND)
            .inner_margin(Margin::same(20));
        frame.show(ui, |ui| {
            ui.set_width(380.0_f32.min(room.width() - 80.0));
            Text::new(&words.text("empty-title"))
                .size(theme::LARGE)
                .weight(Weight::Bold)
                .ink(palette.ink)
                .show(ui);
            ui.add_space(STEP);
            for way in ["empty-double-click", "empty-type", "empty-paste", "empty-tie"] {
                Text::new(&words.text(way)).ink(palette.second_ink).show(ui);
            }
            ui.add_space(2.0 * STEP);
            if button(ui, palette, Some(icons::PLUS), &words.text("command-quick-add"), true).clicked() {
                queue.push(Command::QuickAdd(String::new()));
            }
        });
    });
}
