//! The drafts of the file that was just opened: what differs, and what becomes of them.

use std::time::SystemTime;

use egui::Ui;

use crate::app::command::{Answer, Command, Queue};
use crate::app::icons;
use crate::app::theme::{self, STEP};
use crate::app::widgets::{Text, button, scroll, sheet};
use crate::picture::ruler::Weight;
use crate::session::{Question, Session};
use crate::words::args;

/// A sheet with each of them.
pub fn drafts_ui(ui: &Ui, session: &Session, queue: &mut Queue) {
    if session.question != Some(Question::Drafts) {
        return;
    }
    let (words, palette) = (&session.words, session.settings.theme.palette());
    let here = session.drafts_here();
    let file = session.file().map(|path| path.display().to_string()).unwrap_or_default();
    let shown = sheet(ui, "drafts", 620.0, |ui| {
        let of = args([("count", here.len().into())]);
        Text::new(&words.say("drafts-title", &of))
            .size(theme::LARGE)
            .weight(Weight::Bold)
            .ink(palette.ink)
            .show(ui);
        ui.add_space(STEP);
        Text::new(&file).size(theme::QUIET).ink(palette.second_ink).show(ui);
        Text::new(&words.text("drafts-what")).ink(palette.ink).show(ui);
        ui.add_space(2.0 * STEP);
        let mut given = None;
        scroll(360.0).show(ui, |ui| {
            for at in &here {
                given = draft_ui(ui, session, *at).or(given.take());
                ui.add_space(2.0 * STEP);
            }
        });
        if button(ui, palette, None, &words.text("drafts-later"), false).clicked() {
            given = Some(Command::Answer(Answer::Cancel));
        }
        given
    });
    let is_closed = shown.should_close();
    let given = shown.inner.or_else(|| is_closed.then_some(Command::Answer(Answer::Cancel)));
    queue.extend(given);
}

fn draft_ui(ui: &mut Ui, session: &Session, at: usize) -> Option<Command> {
    let (words, palette) = (&session.words, session.settings.theme.palette());
    let draft = session.drafts.get(at)?;
    Text::new(&draft.text(words, SystemTime::now())).ink(palette.ink).show(ui);
    ui.add_space(STEP);
    let mut given = None;
    ui.horizontal_wrapped(|ui| {
        let mut ask = |ui: &mut Ui, icon, label, is_first, command| {
            if button(ui, palette, Some(icon), &words.text(label), is_first).clicked() {
                given = Some(command);
            }
        };
        if draft.map.is_some() {
            ask(ui, icons::HISTORY, "draft-recover", true, Command::Recover(at));
            ask(ui, icons::EYE, "draft-both", false, Command::LookAtBoth(at));
        }
        ask(ui, icons::TRASH, "draft-discard", false, Command::DiscardDraft(at));
    });
    given
}
