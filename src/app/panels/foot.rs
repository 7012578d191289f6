//! The foot: the scorecard, the few figures that people ask for first.

use std::sync::Arc;
use std::time::Duration;

use egui::{Align, Galley, Layout, Margin, Panel, Pos2, Sense, Ui, Vec2};

use super::frame;
use crate::app::command::{Command, Queue, Tab};
use crate::app::shell::Panels;
use crate::app::theme::{self, STEP};
use crate::app::widgets::{Hinted, Text, galley, pressable, spoken};
use crate::picture::palette::{Colour, Palette};
use crate::picture::ruler::Weight;
use crate::session::tally::Figures;
use crate::session::{Document, Session};
use crate::words::args;

/// For so long what a change moved is seen.
const SEEN: Duration = Duration::from_secs(5);
/// For so long it fades at the end of that.
const FADES: Duration = Duration::from_millis(700);

/// A figure of the foot.
struct Figure {
    value: String,
    moved: Option<Step>,
    /// What it is called, in the catalogue.
    id: &'static str,
    label: String,
    ink: Colour,
}

/// What the last change did to a figure.
struct Step {
    text: String,
    is_good: bool,
    /// How much of it is still seen, from 0 to 1.
    strength: f32,
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
                wake_for_steps(ui, session, document);
                for figure in figures(session, document) {
                    figure_ui(ui, session, &figure);
                }
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    findings_ui(ui, session, document, panels, queue);
                });
            });
        },
    );
}

fn figure_ui(ui: &mut Ui, session: &Session, figure: &Figure) {
    let palette = session.settings.theme.palette();
    let label = &figure.label;
    let value =
        galley(ui.ctx(), &Text::new(&figure.value).size(theme::LARGE).weight(Weight::Bold).ink(figure.ink));
    let quiet = galley(ui.ctx(), &Text::new(label).size(theme::SMALL).ink(palette.second_ink));
    let width = value.size().x.max(quiet.size().x) + 8.0 * STEP;
    if ui.available_width() < width + 150.0 {
        return;
    }
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width.max(108.0), 44.0), Sense::hover());
    if let Some(step) = &figure.moved {
        step_ui(ui, palette, rect.left_top() + Vec2::new(value.size().x + 8.0, 5.0), step);
    }
    ui.painter().galley(rect.left_top(), value, theme::colour(figure.ink));
    ui.painter().galley(rect.left_top() + Vec2::new(0.0, 25.0), quiet, theme::colour(palette.second_ink));
    let moved = figure.moved.as_ref().map_or_else(String::new, |step| format!(" ({})", step.text));
    let said = format!("{} {label}{moved}", figure.value);
    response.widget_info(|| spoken(egui::Role::Label, &said));
    response.hint(session.words.text(&format!("{}-hint", figure.id)));
}

/// What a change did, beside the figure.
fn step_ui(ui: &Ui, palette: &Palette, at: Pos2, step: &Step) {
    let (ink, wash) = step_colours(palette, step);
    let text = step_galley(ui, palette, step);
    let ground = egui::Rect::from_min_size(at, text.size()).expand2(Vec2::new(5.0, 1.0));
    ui.painter().rect_filled(ground, theme::PILL, theme::colour(wash));
    ui.painter().galley(at, text, theme::colour(ink));
}

fn step_galley(ui: &Ui, palette: &Palette, step: &Step) -> Arc<Galley> {
    let (ink, _) = step_colours(palette, step);
    galley(ui.ctx(), &Text::new(&step.text).size(theme::SMALL).weight(Weight::Bold).ink(ink))
}

fn step_colours(palette: &Palette, step: &Step) -> (Colour, Colour) {
    let (ink, wash) =
        if step.is_good { (palette.good, palette.good_wash) } else { (palette.bad, palette.bad_wash) };
    (ink.faded(step.strength), wash.faded(step.strength))
}

/// Paints again when what a change did begins to fade, and while it fades.
fn wake_for_steps(ui: &Ui, session: &Session, document: &Document) {
    let Some(moved) = document.moved.filter(|moved| moved.at.elapsed() < SEEN) else { return };
    let left = SEEN.saturating_sub(moved.at.elapsed());
    if session.may_move() && left <= FADES {
        ui.ctx().request_repaint();
    } else {
        let fades = if session.may_move() { FADES } else { Duration::ZERO };
        ui.ctx().request_repaint_after(left.saturating_sub(fades));
    }
}

fn figures(session: &Session, document: &Document) -> Vec<Figure> {
    let (words, palette) = (&session.words, session.settings.theme.palette());
    let (counted, moved) = (&document.tally.figures, Seen::of(session, document));
    let of = |part: usize, whole: usize| {
        if whole == 0 {
            words.text("figure-none")
        } else {
            words.say("figure-of", &args([("part", part.into()), ("whole", whole.into())]))
        }
    };
    let percent = |share: Option<usize>| {
        share.map_or_else(
            || words.text("figure-none"),
            |percent| words.say("figure-percent", &args([("percent", percent.into())])),
        )
    };
    let tone = |is_good: bool, bad: Colour| if is_good { palette.ink } else { bad };
    // While something is supposed: how it is, and how it would be.
    let both = |told: &dyn Fn(&Figures) -> String| match document.base.as_ref().map(told) {
        Some(base) if base != told(counted) => words
            .say("figure-before-after", &args([("before", base.into()), ("after", told(counted).into())])),
        _ => told(counted),
    };
    let figure = |told: &dyn Fn(&Figures) -> String, part: fn(&Figures) -> usize, is_more_good, id, ink| {
        let moved = moved.and_then(|moved| moved.step(part, counted, is_more_good));
        Figure { value: both(told), moved, id, label: words.text(id), ink }
    };
    let heard = figure(&|f| of(f.heard, f.voices), |f| f.heard, true, "figure-heard", palette.ink);
    vec![
        with_certain(heard, session, counted),
        figure(&|f| of(f.closed, f.voices), |f| f.closed, true, "figure-closed", palette.ink),
        figure(&|f| of(f.backed, f.voices), |f| f.backed, true, "figure-backup", palette.ink),
        figure(
            &|f| of(f.overseen, f.providers),
            |f| f.overseen,
            true,
            "figure-overseen",
            tone(counted.overseen == counted.providers, palette.warn),
        ),
        figure(
            &|f| f.missing.to_string(),
            |f| f.missing,
            false,
            "figure-missing",
            tone(counted.missing == 0, palette.bad),
        ),
        figure(&|f| percent(f.evidence), |f| f.evidence.unwrap_or(0), true, "figure-evidence", palette.ink),
    ]
}

/// Beside how many are heard: how many of them on confirmed ties alone.
fn with_certain(heard: Figure, session: &Session, counted: &Figures) -> Figure {
    let Some(count) = counted.certain.filter(|_| counted.heard > 0) else { return heard };
    let told = args([("label", heard.label.as_str().into()), ("count", count.into())]);
    Figure { label: session.words.say("figure-heard-certain", &told), ..heard }
}

/// The figures before the last change, as long as that is new, and how much of it is still seen.
#[derive(Clone, Copy)]
struct Seen {
    before: Figures,
    strength: f32,
}

impl Seen {
    fn of(session: &Session, document: &Document) -> Option<Self> {
        let moved = document.moved?;
        let left = SEEN.checked_sub(moved.at.elapsed())?;
        let fading = (left.as_secs_f32() / FADES.as_secs_f32()).min(1.0);
        Some(Self { before: moved.before, strength: if session.may_move() { fading } else { 1.0 } })
    }

    fn step(self, part: fn(&Figures) -> usize, now: &Figures, is_more_good: bool) -> Option<Step> {
        let (then, now) = (part(&self.before), part(now));
        (now != then).then(|| Step {
            text: if now > then { format!("+{}", now - then) } else { format!("−{}", then - now) },
            is_good: (now > then) == is_more_good,
            strength: self.strength,
        })
    }
}

/// The findings, on the right: they lead to their tab.
fn findings_ui(ui: &mut Ui, session: &Session, document: &Document, panels: &Panels, queue: &mut Queue) {
    let palette = session.settings.theme.palette();
    let counted = &document.tally.figures;
    let counts = args([("findings", counted.findings.into()), ("unsure", counted.unsure.into())]);
    // While something is supposed: how many there are, and would be.
    let base = document.base.filter(|base| base.findings != counted.findings);
    let text = base.map_or_else(
        || session.words.say("foot-findings", &counts),
        |base| {
            let both = args([("before", base.findings.into()), ("after", counted.findings.into())]);
            session.words.say("foot-findings-supposed", &both)
        },
    );
    let shown = galley(ui.ctx(), &Text::new(&text).size(theme::QUIET).ink(palette.second_ink));
    if ui.available_width() < shown.size().x {
        return;
    }
    let (rect, response) = ui.allocate_exact_size(shown.size(), Sense::click());
    ui.painter().galley(rect.min, shown, theme::colour(palette.second_ink));
    let step = Seen::of(session, document).and_then(|seen| seen.step(|f| f.findings, counted, false));
    let said = step.as_ref().map_or_else(|| text.clone(), |step| format!("{text} ({})", step.text));
    if let Some(step) = step {
        // Right-aligned: what is written before it stands on its left.
        let width = step_galley(ui, palette, &step).size().x + 14.0;
        if ui.available_width() > width {
            step_ui(ui, palette, rect.left_top() - Vec2::new(width, 0.0), &step);
        }
    }
    let is_there = session.settings.frame.is_right_open && panels.tab == Tab::Findings;
    let response = pressable(ui, response, &said, Some(is_there));
    if response.hint(session.words.text("foot-findings-hint")).clicked() {
        queue.push(Command::Tab(Tab::Findings));
    }
}
