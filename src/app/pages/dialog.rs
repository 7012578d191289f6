//! While the system's dialog is open: what the window waits for, and a way on where that dialog is not to be seen.

use std::time::Duration;

use egui::{Align2, Area, Frame, Id, Margin, Order, Stroke, Ui, Vec2};

use crate::app::command::{Command, Queue};
use crate::app::run::files::Asking;
use crate::app::theme::{self, STEP, colour};
use crate::app::widgets::{Text, button};
use crate::session::Session;

/// Who sees a dialog at once need not be told of it.
const PATIENCE: Duration = Duration::from_millis(1500);

/// A strip at the top of the window.
pub fn dialog_ui(ui: &Ui, session: &Session, asking: Option<&Asking>, queue: &mut Queue) {
    if asking.is_none_or(|asking| asking.since.elapsed() < PATIENCE) {
        return;
    }
    let (words, palette) = (&session.words, session.settings.theme.palette());
    let area = Area::new(Id::unique("dialog"))
        .order(Order::Foreground)
        .anchor(Align2::CENTER_TOP, Vec2::new(0.0, 2.0 * STEP));
    area.show(ui.ctx(), |ui| {
        let frame = Frame::new()
            .fill(colour(palette.panel))
            .stroke(Stroke::new(1.0, colour(palette.accent)))
            .corner_radius(theme::ROUND)
            .shadow(ui.visuals().popup_shadow)
            .inner_margin(Margin::symmetric(14, 8));
        frame.show(ui, |ui| {
            ui.set_max_width(560.0);
            Text::new(&words.text("waiting-for-dialog")).ink(palette.ink).show(ui);
            ui.add_space(STEP);
            ui.horizontal(|ui| {
                if button(ui, palette, None, &words.text("waiting-own-page"), true).clicked() {
                    queue.push(Command::OwnFilePage);
                }
                if button(ui, palette, None, &words.text("unsaved-cancel"), false).clicked() {
                    queue.push(Command::StopAsking);
                }
            });
        });
    });
}
