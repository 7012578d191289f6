//! Bridges: the new ties that would close the most gaps, and what each would close.

use egui::Ui;

use crate::analysis::{Analysis, Bridge, Finding};
use crate::app::command::{Command, Queue};
use crate::app::icons;
use crate::app::theme::{self, STEP};
use crate::app::widgets::{Hinted, Text, button, card, chip};
use crate::picture::ruler::Weight;
use crate::picture::spotlight::Item;
use crate::session::{Proposals, Session};
use crate::words::{args, finding_text};

/// How many of them stand on the tab of channels.
const FEW: usize = 3;
/// So wide is what is pressed to try one.
const TRY: f32 = 44.0;
/// How many of what a tie closes is told before it is looked at.
const MOST: usize = 6;

/// The tab of bridges.
pub fn bridges_ui(ui: &mut Ui, session: &Session, queue: &mut Queue) {
    let (words, palette) = (&session.words, session.settings.theme.palette());
    title_ui(ui, session);
    Text::new(&words.text("bridges-hint")).size(theme::QUIET).ink(palette.second_ink).show(ui);
    ui.add_space(2.0 * STEP);
    list_ui(ui, session, usize::MAX, queue);
}

/// The first few of them.
pub fn short_ui(ui: &mut Ui, session: &Session, queue: &mut Queue) {
    title_ui(ui, session);
    ui.add_space(STEP);
    list_ui(ui, session, FEW, queue);
}

fn title_ui(ui: &mut Ui, session: &Session) {
    let title = session.words.text("bridges-title");
    let ink = session.settings.theme.palette().ink;
    Text::new(&title).size(theme::HEADING).weight(Weight::Bold).ink(ink).show(ui);
}

fn list_ui(ui: &mut Ui, session: &Session, most: usize, queue: &mut Queue) {
    let (words, palette) = (&session.words, session.settings.theme.palette());
    let Some(document) = &session.document else { return };
    match &session.proposals {
        Proposals::NotAsked => {
            Text::new(&words.text("bridges-large")).size(theme::QUIET).ink(palette.second_ink).show(ui);
            if button(ui, palette, Some(icons::BRIDGE), &words.text("command-bridges"), false).clicked() {
                queue.push(Command::Bridges);
            }
        }
        Proposals::Working(job) => {
            let progress = job.progress();
            let figures = args([("done", progress.done.into()), ("of", progress.of.into())]);
            Text::new(&words.say("bridges-working", &figures))
                .size(theme::QUIET)
                .ink(palette.second_ink)
                .show(ui);
            if button(ui, palette, Some(icons::X), &words.text("stop"), false).clicked() {
                queue.push(Command::StopBridges);
            }
            ui.ctx().request_repaint_after(std::time::Duration::from_millis(250));
        }
        Proposals::Found(found) if found.is_empty() => {
            Text::new(&words.text("bridges-tab-none")).size(theme::QUIET).ink(palette.second_ink).show(ui);
        }
        Proposals::Found(found) => {
            for (at, bridge) in found.iter().enumerate().take(most) {
                bridge_ui(ui, session, &document.analysis, at, bridge, queue);
            }
        }
    }
}

fn bridge_ui(
    ui: &mut Ui,
    session: &Session,
    analysis: &Analysis,
    at: usize,
    bridge: &Bridge,
    queue: &mut Queue,
) {
    let (words, palette) = (&session.words, session.settings.theme.palette());
    let item = Item::Bridge(at);
    let is_chosen = session.look.item == Some(item);
    let title = words.supposed_tie(&analysis.network, bridge.from, &bridge.kind.tie_kind(), bridge.to);
    let response = card(ui, palette, &title, is_chosen, |ui| {
        let counts = args([
            ("closes", bridge.closes.len().into()),
            ("eases", bridge.eases.len().into()),
            ("score", bridge.score.into()),
        ]);
        // Beside what is pressed to try it.
        ui.scope(|ui| {
            ui.set_max_width(ui.available_width() - TRY);
            Text::new(&title).weight(Weight::Medium).ink(palette.ink).show(ui);
            Text::new(&words.say("bridges-tab-closes", &counts))
                .size(theme::QUIET)
                .ink(palette.second_ink)
                .show(ui);
        });
        if !is_chosen {
            return;
        }
        told_ui(ui, session, analysis, "bridges-closing", &bridge.closes, palette.good);
        told_ui(ui, session, analysis, "bridges-easing", &bridge.eases, palette.good);
        told_ui(ui, session, analysis, "bridges-opening", &bridge.opens, palette.bad);
        told_ui(ui, session, analysis, "bridges-worsening", &bridge.worsens, palette.bad);
    });
    // Over the card, which can be pressed as a whole.
    let try_it = words.text("bridges-try");
    let room = egui::Rect::from_min_size(
        response.rect.right_bottom() - egui::vec2(52.0, 32.0),
        egui::vec2(TRY, 26.0),
    );
    let mut over = ui.new_child(egui::UiBuilder::new().max_rect(room).id_salt(("try", at)));
    let is_tried = chip(&mut over, palette, &try_it, true, false).hint(words.text("bridges-try-hint"));
    if is_tried.clicked() {
        queue.push(Command::TryBridge(at));
    } else if response.clicked() {
        queue.push(Command::Look((!is_chosen).then_some(item)));
    }
}

fn told_ui(
    ui: &mut Ui,
    session: &Session,
    analysis: &Analysis,
    heading: &str,
    findings: &[Finding],
    ink: crate::picture::palette::Colour,
) {
    if findings.is_empty() {
        return;
    }
    let (words, palette) = (&session.words, session.settings.theme.palette());
    ui.add_space(STEP);
    Text::new(&words.text(heading)).size(theme::QUIET).weight(Weight::Bold).ink(ink).show(ui);
    for finding in findings.iter().take(MOST) {
        let text = finding_text(words, analysis, finding);
        Text::new(&format!("· {}", text.title)).size(theme::QUIET).ink(palette.ink).show(ui);
    }
    if findings.len() > MOST {
        let more = args([("count", (findings.len() - MOST).into())]);
        Text::new(&words.say("left-more", &more)).size(theme::QUIET).ink(palette.second_ink).show(ui);
    }
}
