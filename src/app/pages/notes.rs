//! What has to be said and belongs to no place of its own: at the foot of the window, until somebody has read it.

use egui::{Align2, Area, Frame, Id, Margin, Stroke, Ui, Vec2};

use crate::app::icons;
use crate::app::theme::{self, STEP, colour};
use crate::app::widgets::{Text, icon_button};
use crate::session::Session;

/// More than so many would cover what they are about: the older ones wait below them.
const MOST: usize = 3;

/// What was not read yet, the last at the bottom.
pub fn notes_ui(ui: &Ui, session: &mut Session) {
    if session.notes.is_empty() {
        return;
    }
    let palette = session.settings.theme.palette();
    let close = session.words.text("close");
    let area = Area::new(Id::unique("notes"))
        .anchor(Align2::CENTER_BOTTOM, Vec2::new(0.0, -theme::FOOT - 3.0 * STEP));
    // What was said twice is read once.
    session.notes.dedup();
    let waiting = session.notes.len().saturating_sub(MOST);
    let mut read = None;
    area.show(ui.ctx(), |ui| {
        for (at, note) in session.notes.iter().enumerate().skip(waiting) {
            let frame = Frame::new()
                .fill(colour(palette.panel))
                .stroke(Stroke::new(1.0, colour(palette.warn)))
                .corner_radius(theme::ROUND)
                .shadow(ui.visuals().popup_shadow)
                .inner_margin(Margin::symmetric(14, 8));
            frame.show(ui, |ui| {
                ui.horizontal(|ui| {
                    ui.set_max_width(560.0);
                    ui.vertical(|ui| {
                        ui.set_max_width(500.0);
                        Text::new(note).ink(palette.ink).show(ui);
                    });
                    if icon_button(ui, palette, icons::X, &close, false).clicked() {
                        read = Some(at);
                    }
                });
            });
            ui.add_space(STEP);
        }
    });
    if let Some(at) = read {
        session.notes.remove(at);
    }
}
