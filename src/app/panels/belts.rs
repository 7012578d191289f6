//! Transmission belts: who carries the voices of others, and whose.

use egui::Ui;

use crate::analysis::{ActorIx, Analysis, Belt};
use crate::app::command::{Command, Queue};
use crate::app::theme::{self, STEP};
use crate::app::widgets::{Text, notice, row};
use crate::picture::ruler::Weight;
use crate::picture::spotlight::{Item, carried_by};
use crate::session::Session;
use crate::words::args;

/// How many are listed.
const MOST: usize = 8;
/// How many voices of one are listed.
const MOST_VOICES: usize = 100;

/// Those who carry most.
pub fn belts_ui(ui: &mut Ui, session: &Session, analysis: &Analysis, queue: &mut Queue) {
    let (words, palette) = (&session.words, session.settings.theme.palette());
    if analysis.belts.is_empty() {
        return;
    }
    ui.add_space(3.0 * STEP);
    Text::new(&words.text("belts-title")).weight(Weight::Bold).ink(palette.ink).show(ui);
    ui.add_space(STEP);
    for belt in analysis.belts.iter().take(MOST) {
        let (name, load) = (words.actor(&analysis.network, belt.actor), load(session, belt));
        let response = row(ui, palette, &format!("{name}: {load}"), false, |ui, rect| {
            let quiet = Text::new(&load).size(theme::SMALL).ink(palette.second_ink);
            let width = quiet.paint_before(ui, rect.right_center());
            Text::new(name).ink(palette.ink).paint(ui, rect.left_center(), rect.width() - width - 8.0);
        });
        if response.clicked() {
            queue.push(Command::Look(Some(Item::Belt(belt.actor))));
        }
    }
    more_ui(ui, session, analysis.belts.len().saturating_sub(MOST));
}

/// One of them: what hangs on it.
pub fn belt_ui(ui: &mut Ui, session: &Session, analysis: &Analysis, actor: ActorIx, queue: &mut Queue) {
    let (words, palette) = (&session.words, session.settings.theme.palette());
    let network = &analysis.network;
    let name = words.actor(network, actor);
    Text::new(name).size(theme::HEADING).weight(Weight::Bold).ink(palette.ink).show(ui);
    let Some(belt) = analysis.belts.iter().find(|belt| belt.actor == actor) else { return };
    Text::new(&load(session, belt)).size(theme::QUIET).ink(palette.second_ink).show(ui);
    ui.add_space(2.0 * STEP);
    if belt.holds > 0 {
        let held = analysis.pass.gates.behind(actor);
        let names = args([("names", words.actors(network, held.as_slice(), 6).into())]);
        let heading = words.say("belt-holds", &args([("count", belt.holds.into())]));
        let body = words.say("belt-holds-why", &names);
        notice(ui, palette.warn, palette.warn_wash, &heading, &body, palette);
        ui.add_space(2.0 * STEP);
    }
    Text::new(&words.text("belt-voices")).weight(Weight::Bold).ink(palette.ink).show(ui);
    let voices = carried_by(analysis, actor);
    for voice in voices.iter().take(MOST_VOICES) {
        let name = words.actor(network, *voice);
        let response = row(ui, palette, name, false, |ui, rect| {
            Text::new(name).ink(palette.ink).paint(ui, rect.left_center(), rect.width());
        });
        if response.clicked() {
            queue.push(Command::Look(Some(Item::Actor(*voice))));
        }
    }
    more_ui(ui, session, voices.len().saturating_sub(MOST_VOICES));
}

fn load(session: &Session, belt: &Belt) -> String {
    session.words.say("belt-load", &args([("holds", belt.holds.into()), ("carries", belt.carries.into())]))
}

fn more_ui(ui: &mut Ui, session: &Session, more: usize) {
    if more > 0 {
        let text = session.words.say("left-more", &args([("count", more.into())]));
        Text::new(&text).size(theme::QUIET).ink(session.settings.theme.palette().second_ink).show(ui);
    }
}
