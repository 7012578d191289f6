//! The history of the map: what was done, step by step, and a way to any of them.

use egui::{Area, Frame, Id, Key, Margin, Order, Pos2, Ui};

use crate::app::command::{Command, Queue};
use crate::app::icons;
use crate::app::shell::Panels;
use crate::app::theme::{self, STEP, colour};
use crate::app::widgets::{ROW, Text, is_pressed_elsewhere, row, scroll};
use crate::picture::ruler::Weight;
use crate::session::Session;

/// The list, over the map.
pub fn steps_ui(ui: &Ui, session: &Session, panels: &mut Panels, queue: &mut Queue) {
    let Some(document) = session.document.as_ref().filter(|_| panels.is_showing_steps) else { return };
    let (words, palette) = (&session.words, session.settings.theme.palette());
    let history = document.history();
    let at = Pos2::new(60.0, theme::TOP + STEP);
    let area = Area::new(Id::unique("steps")).order(Order::Foreground).fixed_pos(at);
    let shown = area.show(ui.ctx(), |ui| {
        Frame::popup(ui.style()).inner_margin(Margin::same(12)).show(ui, |ui| {
            ui.set_width(320.0);
            let title = words.text("command-steps");
            Text::new(&title).size(theme::HEADING).weight(Weight::Bold).ink(palette.ink).show(ui);
            ui.add_space(STEP);
            let area = scroll(360.0).stick_to_bottom(true);
            // A history may be long: only what is seen of it is put into words.
            area.show_rows(ui, ROW, history.names().count() + 1, |ui, steps| {
                for step in steps {
                    let deed = step.checked_sub(1).and_then(|done| history.name(done));
                    let name = deed.map_or_else(|| words.text("steps-first"), |deed| deed.text(words));
                    let is_done = step <= history.position();
                    let response = row(ui, palette, &name, step == history.position(), |ui, rect| {
                        let ink = if is_done { palette.ink } else { palette.second_ink.faded(0.7) };
                        let icon = if step == history.position() { icons::CARET_RIGHT } else { ' ' };
                        ui.painter().text(
                            rect.left_center(),
                            egui::Align2::LEFT_CENTER,
                            icon,
                            theme::icon_font(theme::QUIET),
                            colour(palette.accent),
                        );
                        let from = rect.left_center() + egui::vec2(18.0, 0.0);
                        Text::new(&name).ink(ink).paint(ui, from, rect.width() - 20.0);
                    });
                    if response.clicked() {
                        queue.push(Command::GoTo(step));
                    }
                }
            });
        });
    });
    if is_pressed_elsewhere(ui.ctx(), &shown.response) || ui.input(|input| input.key_pressed(Key::Escape)) {
        panels.is_showing_steps = false;
    }
}
