//! What is supposed, above the map: that it is only supposed is seen at any time, and how to keep it or let it go.

use egui::{Align, Layout, Margin, Panel, Ui};

use super::frame;
use crate::analysis::Evidence;
use crate::app::command::{Command, Queue};
use crate::app::icons;
use crate::app::theme::{self, STEP, colour};
use crate::app::widgets::{Text, button, spoken};
use crate::model::{ActorId, Id as _, Map};
use crate::picture::ruler::Weight;
use crate::session::{Session, Supposed};
use crate::words::{Words, args};

/// A bar, while something is supposed.
pub fn trying_ui(ui: &mut Ui, session: &Session, queue: &mut Queue) {
    let palette = session.settings.theme.palette();
    let Some(document) = session.document.as_ref().filter(|document| document.supposed.is_more_than_a_date())
    else {
        return;
    };
    let words = &session.words;
    let ground = frame(palette, Margin::symmetric(16, 0)).fill(colour(palette.accent_wash));
    Panel::top("trying").exact_size(theme::DATES).frame(ground).show(ui, |ui| {
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 2.0 * STEP;
            let text = told(&document.supposed, document.map(), words);
            let (rect, response) = ui.allocate_exact_size(
                egui::vec2(ui.available_width() - 230.0, theme::DATES),
                egui::Sense::hover(),
            );
            Text::new(&text).weight(Weight::Medium).ink(palette.accent).paint(
                ui,
                rect.left_center(),
                rect.width(),
            );
            response.widget_info(|| spoken(egui::Role::Label, &text));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if button(ui, palette, Some(icons::X), &words.text("try-drop"), false).clicked() {
                    queue.push(Command::DropTried);
                }
                if !document.supposed.scenario.with.is_empty()
                    && button(ui, palette, Some(icons::PLUS), &words.text("try-keep"), true).clicked()
                {
                    queue.push(Command::KeepTried);
                }
            });
        });
    });
}

/// What is supposed, in words.
fn told(supposed: &Supposed, map: &Map, words: &Words) -> String {
    let name =
        |id: &ActorId| map.actor(id).map_or(id.as_str(), |actor| words.name(&actor.name, id)).to_owned();
    let mut parts = Vec::new();
    for tie in &supposed.scenario.with {
        let kind = words.tie_kind(map, &tie.kind);
        let tie =
            args([("from", name(&tie.from).into()), ("kind", kind.into()), ("to", name(&tie.to).into())]);
        parts.push(words.say("try-with", &tie));
    }
    for actor in &supposed.scenario.without {
        parts.push(words.say("try-without", &args([("name", name(actor).into())])));
    }
    if supposed.evidence == Evidence::ConfirmedOnly {
        parts.push(words.text("try-confirmed"));
    }
    parts.join(&words.text("list-comma"))
}
