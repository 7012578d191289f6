//! The keys: which there are, and what they do.

use egui::{Grid, Id, Modal, ScrollArea, Ui};

use crate::app::command::Command;
use crate::app::shell::Panels;
use crate::app::theme::{self, STEP};
use crate::app::widgets::{Text, button};
use crate::picture::ruler::Weight;
use crate::session::Session;

/// Keys of the canvas, which are no commands: what they are called, and what they do.
const OF_CANVAS: [(&str, &str); 7] = [
    ("keys-tab", "keys-tab-what"),
    ("keys-arrows", "keys-arrows-what"),
    ("keys-add", "keys-add-what"),
    ("keys-box", "keys-box-what"),
    ("keys-zoom", "keys-zoom-what"),
    ("keys-enter", "keys-enter-what"),
    ("keys-escape", "keys-escape-what"),
];

/// A sheet over the window with all keys.
pub fn keys_ui(ui: &Ui, session: &Session, panels: &mut Panels) {
    if !panels.is_telling_keys {
        return;
    }
    let (words, palette) = (&session.words, session.settings.theme.palette());
    let shown = Modal::new(Id::unique("keys")).show(ui.ctx(), |ui| {
        ui.set_width(460.0);
        Text::new(&words.text("keys-title"))
            .size(theme::LARGE)
            .weight(Weight::Bold)
            .ink(palette.ink)
            .show(ui);
        ui.add_space(2.0 * STEP);
        ScrollArea::vertical().max_height(440.0).show(ui, |ui| {
            Grid::new("keys").num_columns(2).spacing([24.0, 6.0]).show(ui, |ui| {
                for command in Command::all() {
                    let (Some(keys), Some(message)) = (command.keys(), command.message()) else { continue };
                    let keys = ui.ctx().format_shortcut(&keys);
                    Text::new(&keys).weight(Weight::Medium).ink(palette.accent).show(ui);
                    Text::new(&words.text(&message)).ink(palette.ink).show(ui);
                    ui.end_row();
                }
                for (keys, what) in OF_CANVAS {
                    Text::new(&words.text(keys)).weight(Weight::Medium).ink(palette.accent).show(ui);
                    Text::new(&words.text(what)).ink(palette.ink).show(ui);
                    ui.end_row();
                }
            });
        });
        ui.add_space(2.0 * STEP);
        button(ui, palette, None, &words.text("close"), true).clicked()
    });
    if shown.inner || shown.should_close() {
        panels.is_telling_keys = false;
    }
}
