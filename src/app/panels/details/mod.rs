//! Details: everything that the map holds of what is looked at, each field in a line to type in.

mod editor;
mod evidence;
mod own;
mod ratings;
mod several;

use egui::Ui;

use crate::analysis::{ActorIx, Analysis, TO_ITSELF, TieIx};
use crate::app::command::{Command, Queue};
use crate::app::icons;
use crate::app::theme::{self, STEP};
use crate::app::widgets::{Hinted, Text, button, row};
use crate::model::{Bag, Id as _, Map, SourceId};
use crate::picture::ruler::Weight;
use crate::picture::spotlight::Item;
use crate::session::Session;
use crate::session::building::fields::{ActorField, MapField, TieField, set_actor, set_map, set_tie};
use crate::session::building::sources::Subject;
use crate::words::{Words, args};
use editor::Editor;

/// With more ties than that, the rest are counted and not listed.
const MOST: usize = 60;

/// The tab of details.
pub fn details_ui(ui: &mut Ui, session: &Session, queue: &mut Queue) {
    let Some(document) = &session.document else { return };
    let analysis = &document.analysis;
    if !session.look.chosen.is_empty() {
        return several::several_ui(ui, session, document, queue);
    }
    match session.look.item {
        Some(Item::Belt(actor)) => actor_ui(ui, session, analysis, actor, queue),
        Some(Item::Tie(tie)) => tie_ui(ui, session, analysis, tie, queue),
        Some(Item::Actor(_) | Item::Expected(_)) => match session.voice_looked_at() {
            Some(actor) => actor_ui(ui, session, analysis, actor, queue),
            None => map_ui(ui, session, document.map(), queue),
        },
        _ => map_ui(ui, session, document.map(), queue),
    }
}

fn title(ui: &mut Ui, session: &Session, text: &str) {
    let ink = session.settings.theme.palette().ink;
    Text::new(text).size(theme::HEADING).weight(Weight::Bold).ink(ink).show(ui);
    ui.add_space(STEP);
}

fn actor_ui(ui: &mut Ui, session: &Session, analysis: &Analysis, actor: ActorIx, queue: &mut Queue) {
    let (Some(document), words) = (&session.document, &session.words) else { return };
    let (map, id) = (document.map(), &analysis.network.actor(actor).id);
    let Some(told) = map.actor(id) else { return };
    title(ui, session, words.actor(&analysis.network, actor));
    let mut editor = Editor::new(ui, session, map, id.as_str(), queue);
    let own = own_fields(&told.fields).map(ActorField::Own);
    // Evidence is picked below, from the sources.
    let fields = ActorField::ALL.iter().filter(|field| **field != ActorField::Evidence);
    editor.fields(fields.cloned().chain(own), told, |field, typed| set_actor(map, id, field, typed, words));
    editor.new_one("field-own-new", |name| {
        set_actor(map, id, &ActorField::Own(name.to_owned()), &words.text("field-own-empty"), words)
    });
    evidence::evidence_ui(ui, session, map, &Subject::Actor(id.clone()), &told.evidence, queue);
    ratings::ratings_ui(ui, session, map, told, queue);
    ui.add_space(2.0 * STEP);
    buttons_ui(ui, session, &[Command::Duplicate, Command::Without, Command::Delete], queue);
    ties_ui(ui, session, analysis, actor, queue);
}

fn ties_ui(ui: &mut Ui, session: &Session, analysis: &Analysis, actor: ActorIx, queue: &mut Queue) {
    let (words, palette) = (&session.words, session.settings.theme.palette());
    let network = &analysis.network;
    let links = (0..).zip(&network.ties);
    let ties: Vec<TieIx> =
        links.filter(|(_, link)| link.from == actor || link.to == actor).map(|(tie, _)| tie).collect();
    ui.add_space(3.0 * STEP);
    let count = args([("count", ties.len().into())]);
    Text::new(&words.say("details-ties", &count)).weight(Weight::Bold).ink(palette.ink).show(ui);
    listed_ui(ui, session, analysis, &ties, queue);
    let own: Vec<TieIx> = (TO_ITSELF..)
        .zip(&network.to_itself)
        .filter(|(_, link)| link.from == actor)
        .map(|(tie, _)| tie)
        .collect();
    if !own.is_empty() {
        ui.add_space(STEP);
        let count = args([("count", own.len().into())]);
        Text::new(&words.say("details-to-itself", &count)).weight(Weight::Bold).ink(palette.ink).show(ui);
        listed_ui(ui, session, analysis, &own, queue);
    }
}

/// Ties, each of which can be looked at.
fn listed_ui(ui: &mut Ui, session: &Session, analysis: &Analysis, ties: &[TieIx], queue: &mut Queue) {
    let (words, palette, network) = (&session.words, session.settings.theme.palette(), &analysis.network);
    for tie in ties.iter().take(MOST) {
        let text = words.tie(network, *tie);
        let item = Item::Tie(*tie);
        let response = row(ui, palette, &text, session.look.item == Some(item), |ui, rect| {
            Text::new(&text).size(theme::QUIET).ink(palette.ink).paint(ui, rect.left_center(), rect.width());
        });
        if response.hint(&text).clicked() {
            queue.push(Command::Look(Some(item)));
        }
    }
    if ties.len() > MOST {
        let more = args([("count", (ties.len() - MOST).into())]);
        Text::new(&words.say("left-more", &more)).size(theme::QUIET).ink(palette.second_ink).show(ui);
    }
}

fn tie_ui(ui: &mut Ui, session: &Session, analysis: &Analysis, tie: TieIx, queue: &mut Queue) {
    let (Some(document), words) = (&session.document, &session.words) else { return };
    let network = &analysis.network;
    let (map, id) = (document.map(), &network.tie(tie).id);
    title(ui, session, &words.tie(network, tie));
    // One that is only tried is no tie of the map.
    let Some(told) = map.ties.iter().find(|other| other.id == *id) else { return };
    let class = words.term("tie-class", network.link(tie).class);
    let ink = session.settings.theme.palette().second_ink;
    Text::new(&class).size(theme::QUIET).ink(ink).show(ui);
    let mut editor = Editor::new(ui, session, map, id.as_str(), queue);
    let own = own_fields(&told.fields).map(TieField::Own);
    let fields = TieField::ALL.iter().filter(|field| **field != TieField::Evidence);
    editor.fields(fields.cloned().chain(own), told, |field, typed| set_tie(map, id, field, typed, words));
    editor.new_one("field-own-new", |name| {
        set_tie(map, id, &TieField::Own(name.to_owned()), &words.text("field-own-empty"), words)
    });
    evidence::evidence_ui(ui, session, map, &Subject::Tie(id.clone()), &told.evidence, queue);
    ui.add_space(2.0 * STEP);
    buttons_ui(ui, session, &[Command::Delete], queue);
}

fn map_ui(ui: &mut Ui, session: &Session, map: &Map, queue: &mut Queue) {
    let (words, palette) = (&session.words, session.settings.theme.palette());
    title(ui, session, words.read(&map.title));
    let counts = args([("actors", map.actors.len().into()), ("ties", map.tie_count().into())]);
    Text::new(&words.say("sheet-counts", &counts)).size(theme::QUIET).ink(palette.second_ink).show(ui);
    let mut editor = Editor::new(ui, session, map, "map", queue);
    editor.fields(MapField::ALL.iter().cloned(), map, |field, typed| set_map(map, field, typed, words));
    own::own_ui(ui, session, map, queue);
}

/// The authors' own fields, by their names.
fn own_fields(fields: &Bag) -> impl Iterator<Item = String> {
    fields.texts().map(|(name, _)| name.to_owned())
}

fn buttons_ui(ui: &mut Ui, session: &Session, commands: &[Command], queue: &mut Queue) {
    let palette = session.settings.theme.palette();
    ui.horizontal_wrapped(|ui| {
        for command in commands {
            let Some(message) = command.message() else { continue };
            let icon = (*command == Command::Delete).then_some(icons::TRASH);
            if button(ui, palette, icon, &session.words.text(&message), false).clicked() {
                queue.push(command.clone());
            }
        }
    });
}

/// A source as it is cited.
fn cited(map: &Map, id: &SourceId, words: &Words) -> String {
    let source = map.sources.iter().find(|source| source.id == *id);
    let citation = source.map(|source| words.read(&source.citation)).filter(|citation| !citation.is_empty());
    citation.map_or_else(|| id.to_string(), str::to_owned)
}
