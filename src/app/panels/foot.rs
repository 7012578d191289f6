//! The foot: the scorecard, the few figures that people ask for first.

use egui::{Align, Layout, Margin, Panel, Sense, Ui, Vec2};

use super::frame;
use crate::app::command::{Command, Queue, Tab};
use crate::app::shell::Panels;
use crate::app::theme::{self, STEP};
use crate::app::widgets::{Text, galley, pressable};
use crate::picture::palette::Colour;
use crate::picture::ruler::Weight;
use crate::session::Session;
use crate::session::tally::Figures;
use crate::words::args;

/// A figure of the foot.
struct Figure {
    value: String,
    label: &'static str,
    ink: Colour,
}

/// The foot.
pub fn foot_ui(ui: &mut Ui, session: &Session, panels: &Panels, queue: &mut Queue) {
    let palette = session.settings.theme.palette();
    let Some(document) = &session.document else { return };
    Panel::bottom("foot").exact_size(theme::FOOT).frame(frame(palette, Margin::symmetric(20, 6))).show(
        ui,
        |ui| {
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                for figure in figures(session, &document.tally.figures) {
                    figure_ui(ui, session, &figure);
                }
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    findings_ui(ui, session, &document.tally.figures, panels, queue);
                });
            });
        },
    );
}

fn figure_ui(ui: &mut Ui, session: &Session, figure: &Figure) {
    let palette = session.settings.theme.palette();
    let label = session.words.text(figure.label);
    let value =
        galley(ui.ctx(), &Text::new(&figure.value).size(theme::LARGE).weight(Weight::Bold).ink(figure.ink));
    let quiet = galley(ui.ctx(), &Text::new(&label).size(theme::SMALL).ink(palette.second_ink));
    let width = value.size().x.max(quiet.size().x) + 8.0 * STEP;
    if ui.available_width() < width + 150.0 {
        return;
    }
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width.max(108.0), 44.0), Sense::hover());
    ui.painter().galley(rect.left_top(), value, theme::colour(figure.ink));
    ui.painter().galley(rect.left_top() + Vec2::new(0.0, 25.0), quiet, theme::colour(palette.second_ink));
    let said = format!("{} {label}", figure.value);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &said));
    response.on_hover_text(session.words.text(&format!("{}-hint", figure.label)));
}

fn figures(session: &Session, counted: &Figures) -> Vec<Figure> {
    let (words, palette) = (&session.words, session.settings.theme.palette());
    let of = |part: usize, whole: usize| {
        if whole == 0 {
            words.text("figure-none")
        } else {
            words.say("figure-of", &args([("part", part.into()), ("whole", whole.into())]))
        }
    };
    let evidence = counted.evidence.map_or_else(
        || words.text("figure-none"),
        |percent| words.say("figure-percent", &args([("percent", percent.into())])),
    );
    let tone = |is_good: bool, bad: Colour| if is_good { palette.ink } else { bad };
    let figure = |value, label, ink| Figure { value, label, ink };
    vec![
        figure(of(counted.heard, counted.voices), "figure-heard", palette.ink),
        figure(of(counted.closed, counted.voices), "figure-closed", palette.ink),
        figure(of(counted.backed, counted.voices), "figure-backup", palette.ink),
        figure(
            of(counted.overseen, counted.providers),
            "figure-overseen",
            tone(counted.overseen == counted.providers, palette.warn),
        ),
        figure(counted.missing.to_string(), "figure-missing", tone(counted.missing == 0, palette.bad)),
        figure(evidence, "figure-evidence", palette.ink),
    ]
}

fn findings_ui(ui: &mut Ui, session: &Session, counted: &Figures, panels: &Panels, queue: &mut Queue) {
    let palette = session.settings.theme.palette();
    let counts = args([("findings", counted.findings.into()), ("unsure", counted.unsure.into())]);
    let text = session.words.say("foot-findings", &counts);
    let shown = galley(ui.ctx(), &Text::new(&text).size(theme::QUIET).ink(palette.second_ink));
    if ui.available_width() < shown.size().x {
        return;
    }
    let (rect, response) = ui.allocate_exact_size(shown.size(), Sense::click());
    ui.painter().galley(rect.min, shown, theme::colour(palette.second_ink));
    let is_there = session.settings.frame.is_right_open && panels.tab == Tab::Findings;
    if pressable(ui, response, &text, Some(is_there)).clicked() {
        queue.push(Command::Tab(Tab::Findings));
    }
}
