//! The foot: the scorecard, the few figures that people ask for first.

use egui::{Align, Layout, Margin, Panel, Sense, Ui, Vec2};

use super::frame;
use crate::analysis::{Analysis, Certainty, VoiceState};
use crate::app::command::{Command, Queue, Tab};
use crate::app::shell::Panels;
use crate::app::theme::{self, STEP};
use crate::app::widgets::{Text, galley, pressable};
use crate::picture::palette::Colour;
use crate::picture::ruler::Weight;
use crate::session::Session;
use crate::words::args;

/// A figure of the foot.
struct Figure {
    value: String,
    label: &'static str,
    ink: Colour,
}

/// The foot.
pub fn foot_ui(ui: &mut Ui, session: &Session, panels: &Panels, queue: &mut Queue) {
    let palette = session.theme.palette();
    let Some(document) = &session.document else { return };
    Panel::bottom("foot").exact_size(theme::FOOT).frame(frame(palette, Margin::symmetric(20, 6))).show(
        ui,
        |ui| {
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                for figure in figures(session, &document.analysis) {
                    figure_ui(ui, session, &figure);
                }
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    findings_ui(ui, session, &document.analysis, panels, queue);
                });
            });
        },
    );
}

fn figure_ui(ui: &mut Ui, session: &Session, figure: &Figure) {
    let palette = session.theme.palette();
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

fn figures(session: &Session, analysis: &Analysis) -> Vec<Figure> {
    let (words, palette) = (&session.words, session.theme.palette());
    let of = |part: usize, whole: usize| {
        if whole == 0 {
            words.text("figure-none")
        } else {
            words.say("figure-of", &args([("part", part.into()), ("whole", whole.into())]))
        }
    };
    let voices: Vec<u32> = analysis.network.voices().collect();
    let count = |holds: &dyn Fn(u32) -> bool| voices.iter().filter(|voice| holds(**voice)).count();
    let heard = count(&|voice| analysis.pass.is_heard(voice));
    let closed = count(&|voice| analysis.state_of(voice) == VoiceState::LoopClosed);
    let backed = count(&|voice| analysis.pass.has_backup(voice));
    let missing = analysis.expected_voices.iter().filter(|voice| voice.state == VoiceState::Absent).count();
    let providers = analysis.network.actors.iter().filter(|node| node.is_provider()).count();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of a count")]
    let overseen =
        analysis.scorecard.providers_overseen.map_or(0, |share| (share * providers as f64).round() as usize);
    let evidence = analysis.scorecard.ties_with_evidence.map_or_else(
        || words.text("figure-none"),
        |share| words.say("figure-percent", &args([("percent", percent(share).into())])),
    );
    let tone = |is_good: bool, bad: Colour| if is_good { palette.ink } else { bad };
    vec![
        Figure {
            value: of(heard, voices.len()),
            label: "figure-heard",
            ink: tone(heard == voices.len(), palette.ink),
        },
        Figure { value: of(closed, voices.len()), label: "figure-closed", ink: palette.ink },
        Figure { value: of(backed, voices.len()), label: "figure-backup", ink: palette.ink },
        Figure {
            value: of(overseen, providers),
            label: "figure-overseen",
            ink: tone(overseen == providers, palette.warn),
        },
        Figure { value: missing.to_string(), label: "figure-missing", ink: tone(missing == 0, palette.bad) },
        Figure { value: evidence, label: "figure-evidence", ink: palette.ink },
    ]
}

fn percent(share: f64) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 100")]
    let percent = (share * 100.0).round() as usize;
    percent
}

fn findings_ui(ui: &mut Ui, session: &Session, analysis: &Analysis, panels: &Panels, queue: &mut Queue) {
    let palette = session.theme.palette();
    let unsure =
        analysis.findings.iter().filter(|finding| finding.certainty == Some(Certainty::Depends)).count();
    let all: usize = analysis.scorecard.findings.iter().sum();
    let counts = args([("findings", all.into()), ("unsure", unsure.into())]);
    let text = session.words.say("foot-findings", &counts);
    let shown = galley(ui.ctx(), &Text::new(&text).size(theme::QUIET).ink(palette.second_ink));
    if ui.available_width() < shown.size().x {
        return;
    }
    let (rect, response) = ui.allocate_exact_size(shown.size(), Sense::click());
    ui.painter().galley(rect.min, shown, theme::colour(palette.second_ink));
    let is_there = panels.is_right_open && panels.tab == Tab::Findings;
    if pressable(ui, response, &text, Some(is_there)).clicked() {
        queue.push(Command::Tab(Tab::Findings));
    }
}
