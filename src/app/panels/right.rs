//! The panel on the right: how a voice is heard, what is missing, what could be, and what the map holds.

use egui::{Margin, Panel, ScrollArea, Sense, Stroke, Ui, Vec2};

use super::{bridges, channel, details, findings, frame};
use crate::app::command::{Command, Queue, Tab};
use crate::app::shell::Panels;
use crate::app::theme::{STEP, colour};
use crate::app::widgets::{Text, galley, pressable};
use crate::picture::ruler::Weight;
use crate::session::Session;

/// The panel on the right.
pub fn right_ui(ui: &mut Ui, session: &mut Session, panels: &Panels, queue: &mut Queue) {
    let palette = session.settings.theme.palette();
    let panel = Panel::right("right").default_size(session.settings.frame.right).size_range(270.0..=560.0);
    let shown =
        panel.frame(frame(palette, Margin { left: 18, right: 12, top: 4, bottom: 0 })).show(ui, |ui| {
            tabs_ui(ui, session, panels.tab, queue);
            ui.add_space(2.0 * STEP);
            let area = ScrollArea::vertical().id_salt(panels.tab.id()).auto_shrink([false, false]);
            area.show(ui, |ui| {
                // The scroll bar has its own room.
                ui.set_width(ui.available_width() - 8.0);
                match panels.tab {
                    Tab::Channel => channel::channel_ui(ui, session, queue),
                    Tab::Findings => findings::findings_ui(ui, session, queue),
                    Tab::Bridges => bridges::bridges_ui(ui, session, queue),
                    Tab::Details => details::details_ui(ui, session, queue),
                }
                ui.add_space(4.0 * STEP);
            });
        });
    session.settings.frame.right = shown.response.rect.width();
}

fn tabs_ui(ui: &mut Ui, session: &Session, chosen: Tab, queue: &mut Queue) {
    let palette = session.settings.theme.palette();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 3.5 * STEP;
        for tab in Tab::ALL {
            let mut label = session.words.text(tab.id());
            if tab == Tab::Findings
                && let Some(document) = &session.document
            {
                let count: usize = document.analysis.scorecard.findings.iter().sum();
                label = format!("{label} {count}");
            }
            let is_chosen = tab == chosen;
            let weight = if is_chosen { Weight::Bold } else { Weight::Regular };
            let ink = if is_chosen { palette.accent } else { palette.second_ink };
            let text = galley(ui.ctx(), &Text::new(&label).weight(weight).ink(ink));
            let (rect, response) = ui.allocate_exact_size(Vec2::new(text.size().x, 34.0), Sense::click());
            ui.painter().galley(rect.center() - text.size() / 2.0, text, colour(ink));
            if is_chosen {
                let line = Stroke::new(2.5, colour(palette.accent));
                ui.painter().hline(rect.x_range(), rect.bottom() - 2.0, line);
            } else if response.hovered() {
                let line = Stroke::new(1.0, colour(palette.hairline));
                ui.painter().hline(rect.x_range(), rect.bottom() - 2.0, line);
            }
            if pressable(ui, response, &label, Some(is_chosen)).clicked() {
                queue.push(Command::Tab(tab));
            }
        }
    });
}
