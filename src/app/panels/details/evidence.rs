//! Where something is known from: sources of the map, picked or added.

use egui::{ComboBox, Role, Ui, Vec2};

use super::editor::Editor;
use super::{MOST, cited};
use crate::app::command::Queue;
use crate::app::icons;
use crate::app::theme::{self, STEP};
use crate::app::widgets::{Hinted, Text, choice, galley_elided, icon_button, spoken};
use crate::model::{Id as _, Map, SourceId};
use crate::session::Session;
use crate::session::building::sources::{SourceDraft, Subject, cite, cite_new, uncite};

/// The evidence for something; each can be taken away, others can be picked, and new ones added.
pub fn evidence_ui(
    ui: &mut Ui,
    session: &Session,
    map: &Map,
    subject: &Subject,
    evidence: &[SourceId],
    queue: &mut Queue,
) {
    let (words, palette) = (&session.words, session.settings.theme.palette());
    ui.add_space(STEP);
    let label = Text::new(&words.text("field-evidence")).size(theme::SMALL).ink(palette.second_ink).show(ui);
    label.hint(words.text("meaning-evidence"));
    for source in evidence.iter().take(MOST) {
        ui.horizontal_top(|ui| {
            let width = ui.available_width() - 36.0;
            ui.allocate_ui(Vec2::new(width, 0.0), |ui| {
                ui.set_width(width);
                Text::new(&cited(map, source, words)).size(theme::QUIET).ink(palette.ink).show(ui);
            });
            let remove = words.text("evidence-remove");
            if icon_button(ui, palette, icons::X, &remove, false).clicked() {
                queue.change(uncite(map, subject, source, words));
            }
        });
    }
    pick_ui(ui, session, map, subject, evidence, queue);
    let key = key(subject);
    let mut editor = Editor::new(ui, session, map, &key, queue);
    editor.new_one("evidence-new", |citation| {
        let draft = SourceDraft { citation: citation.to_owned(), ..SourceDraft::default() };
        cite_new(map, subject, &draft, words).map(Some)
    });
}

/// The sources of the map that are not given yet.
fn pick_ui(
    ui: &mut Ui,
    session: &Session,
    map: &Map,
    subject: &Subject,
    evidence: &[SourceId],
    queue: &mut Queue,
) {
    let words = &session.words;
    let others = || map.sources.iter().filter(|source| !evidence.contains(&source.id));
    if others().next().is_none() {
        return;
    }
    let label = words.text("evidence-pick");
    let width = ui.available_width() - 8.0;
    let combo = ComboBox::from_id_salt(("evidence", key(subject))).width(width).selected_text(galley_elided(
        ui,
        &Text::new(&label),
        width - 24.0,
    ));
    let shown = combo.show_ui(ui, |ui| {
        ui.set_max_width(width);
        for source in others() {
            if choice(ui, false, &cited(map, &source.id, words)).clicked() {
                queue.change(cite(map, subject, &source.id, words));
            }
        }
    });
    shown.response.widget_info(|| spoken(Role::ComboBox, &label));
}

fn key(subject: &Subject) -> String {
    match subject {
        Subject::Actor(id) => format!("actor-{}", id.as_str()),
        Subject::Tie(id) => format!("tie-{}", id.as_str()),
        Subject::Consultation(id) => format!("consultation-{}", id.as_str()),
        Subject::Concern(id) => format!("concern-{}", id.as_str()),
    }
}
