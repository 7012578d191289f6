//! Rows that were pasted: what they are read as, and what is left out, before they are taken over.

use egui::{ScrollArea, Ui};

use crate::app::command::{Command, Queue};
use crate::app::theme::{self, STEP};
use crate::app::widgets::{Text, button, sheet};
use crate::picture::ruler::Weight;
use crate::session::Session;
use crate::session::building::paste::{Paste, Reading};
use crate::words::args;

/// How many rows and problems are shown.
const MOST: usize = 200;

/// A sheet with what would become of the rows.
pub fn paste_ui(ui: &Ui, session: &mut Session, pasting: &mut Option<Box<Paste>>, queue: &mut Queue) {
    let Some(paste) = pasting else { return };
    let (words, palette) = (&session.words, session.settings.theme.palette());
    let shown = sheet(ui, "paste", 640.0, |ui| {
        let title = words.text("paste-title");
        Text::new(&title).size(theme::LARGE).weight(Weight::Bold).ink(palette.ink).show(ui);
        let counts = args([
            ("actors", paste.new_actors.len().into()),
            ("ties", paste.new_ties.len().into()),
            ("changed", (paste.changed_actors.len() + paste.changed_ties.len()).into()),
        ]);
        Text::new(&words.say("paste-counts", &counts)).ink(palette.ink).show(ui);
        ui.add_space(2.0 * STEP);
        ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
            for problem in paste.problems.iter().take(MOST) {
                let ink = if problem.is_remark { palette.second_ink } else { palette.warn };
                Text::new(&paste.problem_text(problem, words)).size(theme::QUIET).ink(ink).show(ui);
            }
            ui.add_space(STEP);
            for row in paste.rows.iter().take(MOST) {
                let ink = if row.reading == Reading::LeftOut { palette.second_ink } else { palette.ink };
                Text::new(&row.cells.join(" · ")).size(theme::QUIET).ink(ink).show(ui);
            }
        });
        ui.add_space(2.0 * STEP);
        ui.horizontal(|ui| {
            let takes = button(ui, palette, None, &words.text("paste-take"), true).clicked();
            (takes, button(ui, palette, None, &words.text("unsaved-cancel"), false).clicked())
        })
        .inner
    });
    let (takes, leaves) = shown.inner;
    if takes {
        match paste.to_edit(words) {
            Ok(named) => queue.push(Command::Change(Box::new(named))),
            Err(refusal) => session.notes.push(refusal.0),
        }
    }
    if takes || leaves || shown.should_close() {
        *pasting = None;
    }
}
