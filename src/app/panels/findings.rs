//! What is missing or at risk: a row for each rule and severity, which unfolds to its findings.

use egui::{Ui, Vec2};

use crate::analysis::{Analysis, Certainty, Finding, Rule, Severity};
use crate::app::command::{Command, Queue};
use crate::app::theme::{self, STEP, colour};
use crate::app::widgets::{Text, card, caret, pressable};
use crate::model::terms::Term as _;
use crate::picture::palette::{Colour, Palette};
use crate::picture::ruler::Weight;
use crate::picture::spotlight::Item;
use crate::session::Session;
use crate::words::{args, finding_text, rule_heading};

/// Of a rule with more findings than that, the rest are counted and not listed.
const MOST: usize = 60;

/// The tab of findings.
pub fn findings_ui(ui: &mut Ui, session: &Session, queue: &mut Queue) {
    let (words, palette) = (&session.words, session.settings.theme.palette());
    let Some(document) = &session.document else { return };
    let analysis = &document.analysis;
    let told: Vec<(usize, &Finding)> = analysis
        .findings
        .iter()
        .enumerate()
        .filter(|(_, finding)| finding.certainty != Some(Certainty::AtRisk))
        .collect();
    if told.is_empty() {
        Text::new(&words.text("findings-none")).ink(palette.second_ink).show(ui);
    }
    let silent = analysis.silent_if_unconfirmed_fail().len();
    for group in told.chunk_by(|(_, a), (_, b)| (a.rule, a.severity) == (b.rule, b.severity)) {
        let (_, first) = group[0];
        group_ui(ui, session, analysis, (first.rule, first.severity), group, queue);
    }
    if silent > 0 {
        ui.add_space(2.0 * STEP);
        let text = words.say("findings-silent", &args([("count", silent.into())]));
        Text::new(&text).size(theme::QUIET).ink(palette.second_ink).show(ui);
    }
}

/// The colours in which a severity is told.
fn colours(severity: Severity, palette: &Palette) -> (Colour, Colour) {
    match severity {
        Severity::High => (palette.bad, palette.bad_wash),
        Severity::Medium => (palette.warn, palette.warn_wash),
        Severity::Low | Severity::Note => (palette.second_ink, palette.band),
    }
}

fn group_ui(
    ui: &mut Ui,
    session: &Session,
    analysis: &Analysis,
    (rule, severity): (Rule, Severity),
    group: &[(usize, &Finding)],
    queue: &mut Queue,
) {
    let (words, palette) = (&session.words, session.settings.theme.palette());
    let heading = rule_heading(words, rule, severity, group.len());
    let fold = ui.scope_id().with(("rule", rule.id(), severity.id()));
    let holds_item = group.iter().any(|(at, _)| session.look.item == Some(Item::Finding(*at)));
    let is_open = ui.data(|data| data.get_temp(fold).unwrap_or(holds_item && group.len() <= MOST));
    let (ink, wash) = colours(severity, palette);
    let label = words.text(&format!("severity-{}", severity.id()));
    let room = ui.available_width();
    let inner = ui.horizontal_top(|ui| {
        let (rect, _) = ui.allocate_exact_size(Vec2::new(12.0, 22.0), egui::Sense::hover());
        caret(ui, palette, rect.center(), is_open);
        let badge = crate::app::widgets::galley(
            ui.ctx(),
            &Text::new(&label).size(theme::SMALL).weight(Weight::Medium).ink(ink),
        );
        let (rect, _) = ui.allocate_exact_size(Vec2::new(54.0, 22.0), egui::Sense::hover());
        ui.painter().rect_filled(rect.shrink2(Vec2::new(0.0, 1.0)), theme::PILL, colour(wash));
        ui.painter().galley(rect.center() - badge.size() / 2.0, badge, colour(ink));
        ui.vertical(|ui| {
            ui.add_space(2.0);
            Text::new(&heading).weight(Weight::Medium).ink(palette.ink).show(ui);
        });
    });
    let rect =
        egui::Rect::from_min_size(inner.response.rect.min, Vec2::new(room, inner.response.rect.height()));
    let response = ui.interact(rect, fold, egui::Sense::click());
    let said = format!("{label}: {heading}");
    if pressable(ui, response, &said, Some(is_open)).clicked() {
        ui.data_mut(|data| data.insert_temp(fold, !is_open));
    }
    if is_open {
        for (at, finding) in group.iter().take(MOST) {
            item_ui(ui, session, analysis, *at, finding, queue);
        }
        if group.len() > MOST {
            let more = args([("count", (group.len() - MOST).into())]);
            Text::new(&words.say("left-more", &more)).size(theme::QUIET).ink(palette.second_ink).show(ui);
        }
    }
    ui.add_space(STEP);
}

fn item_ui(
    ui: &mut Ui,
    session: &Session,
    analysis: &Analysis,
    at: usize,
    finding: &Finding,
    queue: &mut Queue,
) {
    let (words, palette) = (&session.words, session.settings.theme.palette());
    let item = Item::Finding(at);
    let is_chosen = session.look.item == Some(item);
    let text = finding_text(words, analysis, finding);
    let response = card(ui, palette, &text.title, is_chosen, |ui| {
        Text::new(&text.title).weight(Weight::Medium).ink(palette.ink).show(ui);
        if finding.certainty == Some(Certainty::Depends) {
            Text::new(&words.text("certainty-depends")).size(theme::SMALL).ink(palette.warn).show(ui);
        }
        if is_chosen {
            if finding.certainty == Some(Certainty::Certain) {
                let certain = words.text("certainty-certain");
                Text::new(&certain).size(theme::SMALL).ink(palette.second_ink).show(ui);
            }
            ui.add_space(STEP);
            Text::new(&text.why).size(theme::QUIET).ink(palette.ink).show(ui);
            ui.add_space(STEP);
            let remedy = words.say("findings-remedy", &args([("remedy", text.remedy.as_str().into())]));
            Text::new(&remedy).size(theme::QUIET).ink(palette.accent).show(ui);
            ui.add_space(STEP);
            let area = words.term("area", finding.rule.area());
            Text::new(&format!("{area} · {}", text.source))
                .size(theme::SMALL)
                .ink(palette.second_ink)
                .show(ui);
        }
    });
    if response.clicked() {
        queue.push(Command::Look((!is_chosen).then_some(item)));
    }
}
