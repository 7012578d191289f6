//! A draft and its file, looked at by turns: which one is in the window, what differs, and what becomes of them.

use std::time::SystemTime;

use egui::{Margin, Panel, ScrollArea, Ui};

use super::frame;
use crate::app::command::{Command, Queue};
use crate::app::icons;
use crate::app::theme::{self, STEP, colour};
use crate::app::widgets::{Text, button, chip};
use crate::picture::ruler::Weight;
use crate::session::{Chosen, Session};
use crate::words::args;

/// How high the list of what differs is, at most.
const LIST: f32 = 96.0;
/// With more lines than that the rest are counted.
const MOST: usize = 1_000;

/// A bar, while both are looked at.
pub fn both_ui(ui: &mut Ui, session: &Session, queue: &mut Queue) {
    let (Some(is_draft), Some((draft, changes))) = (session.looks_at_both(), session.draft_looked_at())
    else {
        return;
    };
    let (words, palette) = (&session.words, session.settings.theme.palette());
    let ground = frame(palette, Margin::symmetric(16, 8)).fill(colour(palette.accent_wash));
    Panel::top("both").frame(ground).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = STEP;
            for (label, shows_draft) in [("both-file", false), ("both-draft", true)] {
                let is_chosen = is_draft == shows_draft;
                if chip(ui, palette, &words.text(label), is_chosen, true).clicked() && !is_chosen {
                    queue.push(Command::ShowOther);
                }
            }
            ui.add_space(2.0 * STEP);
            for (icon, label, chosen) in [
                (icons::HISTORY, "draft-recover", Chosen::Draft),
                (icons::TRASH, "draft-discard", Chosen::File),
                (icons::X, "drafts-later", Chosen::Later),
            ] {
                let is_first = chosen == Chosen::Draft;
                if button(ui, palette, Some(icon), &words.text(label), is_first).clicked() {
                    queue.push(Command::ChooseOfBoth(chosen));
                }
            }
        });
        Text::new(&draft.text(words, SystemTime::now())).weight(Weight::Medium).ink(palette.accent).show(ui);
        ScrollArea::vertical().max_height(LIST).auto_shrink([false, true]).show(ui, |ui| {
            for line in changes.iter().take(MOST) {
                Text::new(line).size(theme::QUIET).ink(palette.ink).show(ui);
            }
            if changes.len() > MOST {
                let more = args([("count", (changes.len() - MOST).into())]);
                Text::new(&words.say("left-more", &more)).size(theme::QUIET).ink(palette.second_ink).show(ui);
            }
        });
    });
}
