//! What is to be done waits for a save, and that takes long: that this is so, and how not to wait.

use std::time::Duration;

use egui::Ui;

use crate::app::command::{Answer, Command, Queue};
use crate::app::theme::{self, STEP};
use crate::app::widgets::{Text, button, sheet};
use crate::picture::ruler::Weight;
use crate::session::{After, Session};
use crate::words::args;

/// A sheet, as long as something waits for a save.
pub fn waiting_ui(ui: &Ui, session: &Session, queue: &mut Queue) {
    if session.is_saving() && session.is_saving_long().is_none() {
        // Whether it takes long is seen only later.
        ui.ctx().request_repaint_after(Duration::from_millis(100));
    }
    let (Some(after), Some(path), None) = (&session.after, session.is_saving_long(), &session.question)
    else {
        return;
    };
    let (words, palette) = (&session.words, session.settings.theme.palette());
    let title = words.say("waiting-title", &args([("file", path.display().to_string().into())]));
    let shown = sheet(ui, "waiting", 520.0, |ui| {
        Text::new(&title).size(theme::LARGE).weight(Weight::Bold).ink(palette.ink).show(ui);
        ui.add_space(STEP);
        Text::new(&words.text("waiting-what")).ink(palette.ink).show(ui);
        ui.add_space(3.0 * STEP);
        let mut given = None;
        ui.horizontal_wrapped(|ui| {
            if button(ui, palette, None, &words.text("waiting-stay"), true).clicked() {
                given = Some(Command::Answer(Answer::Cancel));
            }
            let is_leaving = *after == After::Quit;
            if is_leaving && button(ui, palette, None, &words.text("waiting-leave"), false).clicked() {
                given = Some(Command::LeaveAtOnce);
            }
        });
        given
    });
    let is_closed = shown.should_close();
    let given = shown.inner.or_else(|| is_closed.then_some(Command::Answer(Answer::Cancel)));
    queue.extend(given);
}
