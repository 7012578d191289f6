//! A file that could not be opened: why, and every problem with its place. What was open stays open.

use egui::Ui;

use crate::app::command::Command;
use crate::app::command::Queue;
use crate::app::icons;
use crate::app::theme::{self, STEP};
use crate::app::widgets::{Text, button, scroll, sheet};
use crate::picture::ruler::Weight;
use crate::session::Session;
use crate::words::{args, problem_text};

/// With more problems than that, the rest are counted.
const MOST: usize = 500;

/// A sheet over the window with all that is wrong in a file.
pub fn problems_ui(ui: &Ui, session: &mut Session, queue: &mut Queue) {
    let palette = session.settings.theme.palette();
    let Some(not_opened) = &session.not_opened else { return };
    let words = &session.words;
    let shown = sheet(ui, "problems", 620.0, |ui| {
        let file = not_opened.path.display().to_string();
        let title = words.say("not-opened", &args([("file", file.into())]));
        Text::new(&title).size(theme::LARGE).weight(Weight::Bold).ink(palette.bad).show(ui);
        ui.add_space(STEP);
        Text::new(&not_opened.why).ink(palette.ink).show(ui);
        ui.add_space(2.0 * STEP);
        scroll(360.0).show(ui, |ui| {
            for problem in not_opened.problems.iter().take(MOST) {
                Text::new(problem.path.as_str()).size(theme::SMALL).ink(palette.accent).show(ui);
                Text::new(&problem_text(words, problem)).size(theme::QUIET).ink(palette.ink).show(ui);
                ui.add_space(STEP);
            }
            if not_opened.problems.len() > MOST {
                let more = args([("count", (not_opened.problems.len() - MOST).into())]);
                Text::new(&words.say("left-more", &more)).size(theme::QUIET).ink(palette.second_ink).show(ui);
            }
        });
        ui.add_space(2.0 * STEP);
        Text::new(&words.text("not-opened-lost-nothing")).size(theme::QUIET).ink(palette.second_ink).show(ui);
        ui.add_space(2.0 * STEP);
        ui.horizontal(|ui| {
            let again = button(ui, palette, Some(icons::FOLDER_OPEN), &words.text("not-opened-other"), true)
                .clicked();
            let close = button(ui, palette, None, &words.text("close"), false).clicked();
            (again, close)
        })
        .inner
    });
    let (again, close) = shown.inner;
    if again {
        queue.push(Command::Open);
    }
    if again || close || shown.should_close() {
        session.not_opened = None;
    }
}
