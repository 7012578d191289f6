//! The keys: which there are, what they do, and other ones for whoever wants them.

use egui::{Align, Layout, Ui, vec2};

use crate::app::command::{Command, Queue};
use crate::app::keymap::Keymap;
use crate::app::shell::Panels;
use crate::app::theme::{self, STEP};
use crate::app::widgets::{ROW, Text, button, row, scroll, sheet};
use crate::picture::ruler::Weight;
use crate::session::Session;
use crate::words::args;

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

/// How wide the column of keys is.
const KEYS: f32 = 190.0;

/// A sheet over the window with all keys.
pub fn keys_ui(ui: &Ui, session: &Session, panels: &mut Panels, keymap: &Keymap, queue: &mut Queue) {
    if !panels.is_telling_keys {
        panels.awaits_keys = None;
        return;
    }
    let (words, palette) = (&session.words, session.settings.theme.palette());
    let shown = sheet(ui, "keys", 560.0, |ui| {
        Text::new(&words.text("keys-title"))
            .size(theme::LARGE)
            .weight(Weight::Bold)
            .ink(palette.ink)
            .show(ui);
        Text::new(&words.text("keys-hint")).size(theme::QUIET).ink(palette.second_ink).show(ui);
        ui.add_space(2.0 * STEP);
        let height = (ui.ctx().content_rect().height() - 220.0).clamp(160.0, 520.0);
        scroll(height).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            // What has keys comes first, as before; the rest can be given some.
            let (with, without): (Vec<_>, Vec<_>) =
                Command::all().into_iter().partition(|command| keymap.keys(command).is_some());
            for command in &with {
                command_ui(ui, session, panels, keymap, command, queue);
            }
            for (keys, what) in OF_CANVAS {
                ui.horizontal(|ui| {
                    ui.set_height(ROW);
                    ui.allocate_ui_with_layout(vec2(KEYS, ROW), Layout::left_to_right(Align::Center), |ui| {
                        ui.set_min_width(KEYS);
                        Text::new(&words.text(keys)).ink(palette.second_ink).show(ui);
                    });
                    Text::new(&words.text(what)).ink(palette.second_ink).show(ui);
                });
            }
            for command in &without {
                command_ui(ui, session, panels, keymap, command, queue);
            }
        });
        ui.add_space(2.0 * STEP);
        button(ui, palette, None, &words.text("close"), true).clicked()
    });
    // Escape while keys are awaited only ends that.
    let is_closed = shown.should_close() && panels.awaits_keys.is_none();
    if shown.inner || is_closed {
        panels.is_telling_keys = false;
        panels.awaits_keys = None;
    }
}

/// The row of a command: pressed, it waits for new keys.
fn command_ui(
    ui: &mut Ui,
    session: &Session,
    panels: &Panels,
    keymap: &Keymap,
    command: &Command,
    queue: &mut Queue,
) {
    let (words, palette) = (&session.words, session.settings.theme.palette());
    let Some(message) = command.message() else { return };
    let (name, is_awaited) = (words.text(&message), panels.awaits_keys.as_ref() == Some(command));
    let keys = keymap.keys(command).map(|keys| ui.ctx().format_shortcut(&keys));
    let keys =
        if is_awaited { words.text("keys-press") } else { keys.unwrap_or_else(|| words.text("keys-none")) };
    let said =
        words.say("keys-of", &args([("command", name.as_str().into()), ("keys", keys.as_str().into())]));
    let weight = if keymap.is_changed(command) { Weight::Bold } else { Weight::Medium };
    let response = row(ui, palette, &said, is_awaited, |ui, rect| {
        Text::new(&keys).weight(weight).ink(palette.accent).paint(ui, rect.left_center(), KEYS - 8.0);
        let at = rect.left_center() + vec2(KEYS, 0.0);
        Text::new(&name).ink(palette.ink).paint(ui, at, rect.width() - KEYS);
    });
    if response.clicked() {
        let awaited = (!is_awaited).then(|| Box::new(command.clone()));
        queue.push(Command::AwaitKeys(awaited));
    }
    let usual = command.usual_keys();
    if keymap.is_changed(command) {
        response.context_menu(|ui| {
            if ui.button(words.text("keys-usual")).clicked() {
                queue.push(Command::GiveKeys(Box::new(command.clone()), usual));
                ui.close();
            }
        });
    }
}
