//! Details: everything that the map holds of what is looked at, for reading.

use egui::Ui;

use crate::analysis::{ActorIx, Analysis, Link, TieIx};
use crate::app::command::{Command, Queue};
use crate::app::theme::{self, STEP};
use crate::app::widgets::{Text, row};
use crate::model::terms::Term;
use crate::model::{Bag, Date, Id as _, Rating, SourceId};
use crate::picture::ruler::Weight;
use crate::picture::spotlight::Item;
use crate::session::Session;
use crate::words::args;

/// With more ties than that, the rest are counted and not listed.
const MOST: usize = 60;

/// The tab of details.
pub fn details_ui(ui: &mut Ui, session: &Session, queue: &mut Queue) {
    let Some(document) = &session.document else { return };
    let analysis = &document.analysis;
    if !session.look.chosen.is_empty() {
        return several_ui(ui, session, analysis, queue);
    }
    match session.look.item {
        Some(Item::Belt(actor)) => actor_ui(ui, session, analysis, actor, queue),
        Some(Item::Tie(tie)) => tie_ui(ui, session, analysis, tie, queue),
        Some(Item::Actor(_) | Item::Expected(_)) => match session.voice_looked_at() {
            Some(actor) => actor_ui(ui, session, analysis, actor, queue),
            None => map_ui(ui, session, analysis),
        },
        _ => map_ui(ui, session, analysis),
    }
}

/// Several actors that are looked at together.
fn several_ui(ui: &mut Ui, session: &Session, analysis: &Analysis, queue: &mut Queue) {
    let (words, palette) = (&session.words, session.settings.theme.palette());
    let (network, chosen) = (&analysis.network, &session.look.chosen);
    title(ui, session, &words.say("several", &args([("count", chosen.len().into())])));
    let is_between = |link: &&Link| chosen.contains(&link.from) && chosen.contains(&link.to);
    let between = network.ties.iter().filter(is_between).count();
    let ties = words.say("several-ties", &args([("count", between.into())]));
    Text::new(&ties).size(theme::QUIET).ink(palette.second_ink).show(ui);
    ui.add_space(2.0 * STEP);
    for actor in chosen.iter().take(MOST) {
        let name = words.actor(network, *actor);
        let response = row(ui, palette, name, false, |ui, rect| {
            Text::new(name).ink(palette.ink).paint(ui, rect.left_center(), rect.width());
        });
        if response.clicked() {
            queue.push(Command::Look(Some(Item::Actor(*actor))));
        }
    }
    if chosen.len() > MOST {
        let more = args([("count", (chosen.len() - MOST).into())]);
        Text::new(&words.say("left-more", &more)).size(theme::QUIET).ink(palette.second_ink).show(ui);
    }
}

fn title(ui: &mut Ui, session: &Session, text: &str) {
    let ink = session.settings.theme.palette().ink;
    Text::new(text).size(theme::HEADING).weight(Weight::Bold).ink(ink).show(ui);
    ui.add_space(STEP);
}

/// What a field is called, and what is in it; nothing where there is nothing.
fn field(ui: &mut Ui, session: &Session, label: &str, value: &str) {
    if value.trim().is_empty() {
        return;
    }
    let palette = session.settings.theme.palette();
    ui.add_space(STEP);
    Text::new(&session.words.text(label)).size(theme::SMALL).ink(palette.second_ink).show(ui);
    Text::new(value).ink(palette.ink).show(ui);
}

fn rating(session: &Session, rating: Option<Rating>) -> String {
    rating.map_or_else(String::new, |rating| {
        session.words.say("rating-of-five", &args([("rating", u32::from(rating.get()).into())]))
    })
}

fn terms(session: &Session, family: &str, terms: &[impl Term]) -> String {
    let words: Vec<String> = terms.iter().map(|term| session.words.term(family, *term)).collect();
    words.join(&session.words.text("list-comma"))
}

fn dates(session: &Session, since: Option<Date>, until: Option<Date>) -> String {
    let text = |date: Option<Date>| date.map_or_else(|| "…".to_owned(), |date| date.to_string());
    if since.is_none() && until.is_none() {
        return String::new();
    }
    session.words.say("from-until", &args([("since", text(since).into()), ("until", text(until).into())]))
}

fn actor_ui(ui: &mut Ui, session: &Session, analysis: &Analysis, actor: ActorIx, queue: &mut Queue) {
    let words = &session.words;
    let network = &analysis.network;
    let (told, node) = (network.actor(actor), network.node(actor));
    title(ui, session, words.actor(network, actor));
    field(ui, session, "field-kind", &words.actor_kind(&network.map, &told.kind));
    field(ui, session, "field-level", &words.level(network, node.level));
    field(ui, session, "field-formality", &words.term("formality", node.formality));
    let comma = words.text("list-comma");
    field(ui, session, "field-area", &told.area.join(&comma));
    field(ui, session, "field-functions", &terms(session, "function", &told.functions));
    field(ui, session, "field-represents", &told.represents.join(&comma));
    field(ui, session, "field-influence", &rating(session, told.influence));
    field(ui, session, "field-interest", &rating(session, told.interest));
    field(ui, session, "field-legitimacy", &rating(session, told.legitimacy));
    let stance = told.stance.map_or_else(String::new, |stance| words.term("stance", stance));
    field(ui, session, "field-stance", &stance);
    if node.decides {
        field(ui, session, "field-decides", &words.text("yes"));
    }
    field(ui, session, "field-sensitivity", &words.term("sensitivity", told.sensitivity));
    field(ui, session, "field-dates", &dates(session, told.since, told.until));
    field(ui, session, "field-tags", &told.tags.join(&comma));
    fields(ui, session, &told.fields);
    field(ui, session, "field-notes", words.read(&told.notes));
    evidence(ui, session, analysis, &told.evidence);
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
    for tie in ties.iter().take(MOST) {
        let text = words.tie(network, *tie);
        let item = Item::Tie(*tie);
        let response = row(ui, palette, &text, session.look.item == Some(item), |ui, rect| {
            Text::new(&text).size(theme::QUIET).ink(palette.ink).paint(ui, rect.left_center(), rect.width());
        });
        if response.on_hover_text(&text).clicked() {
            queue.push(Command::Look(Some(item)));
        }
    }
    if ties.len() > MOST {
        let more = args([("count", (ties.len() - MOST).into())]);
        Text::new(&words.say("left-more", &more)).size(theme::QUIET).ink(palette.second_ink).show(ui);
    }
}

fn tie_ui(ui: &mut Ui, session: &Session, analysis: &Analysis, tie: TieIx, queue: &mut Queue) {
    let (words, palette) = (&session.words, session.settings.theme.palette());
    let network = &analysis.network;
    let (told, link) = (network.tie(tie), network.link(tie));
    title(ui, session, &words.tie(network, tie));
    for actor in [link.from, link.to] {
        let name = words.actor(network, actor);
        let response = row(ui, palette, name, false, |ui, rect| {
            Text::new(name).ink(palette.accent).paint(ui, rect.left_center(), rect.width());
        });
        if response.clicked() {
            queue.push(Command::Look(Some(Item::Actor(actor))));
        }
    }
    field(ui, session, "field-class", &words.term("tie-class", link.class));
    let strength = told.strength.map_or_else(|| words.text("not-rated"), |_| rating(session, told.strength));
    field(ui, session, "field-strength", &strength);
    field(ui, session, "field-status", &words.term("status", told.status));
    field(ui, session, "field-confidence", &words.term("confidence", told.confidence));
    let medium = told.medium.map_or_else(String::new, |medium| words.term("medium", medium));
    field(ui, session, "field-medium", &medium);
    let formality = told.formality.map_or_else(String::new, |formality| words.term("formality", formality));
    field(ui, session, "field-formality", &formality);
    if link.is_mutual {
        field(ui, session, "field-mutual", &words.text("yes"));
    }
    field(ui, session, "field-sensitivity", &words.term("sensitivity", told.sensitivity));
    field(ui, session, "field-dates", &dates(session, told.since, told.until));
    field(ui, session, "field-tags", &told.tags.join(&words.text("list-comma")));
    fields(ui, session, &told.fields);
    field(ui, session, "field-notes", words.read(&told.notes));
    evidence(ui, session, analysis, &told.evidence);
}

fn map_ui(ui: &mut Ui, session: &Session, analysis: &Analysis) {
    let words = &session.words;
    let map = &analysis.network.map;
    title(ui, session, words.read(&map.title));
    field(ui, session, "field-place", words.read(&map.place));
    field(ui, session, "field-as-of", &map.as_of.map_or_else(String::new, |date| date.to_string()));
    let counts = args([("actors", map.actors.len().into()), ("ties", map.ties.len().into())]);
    field(ui, session, "field-size", &words.say("sheet-counts", &counts));
    field(ui, session, "field-notes", words.read(&map.notes));
    let sources: Vec<SourceId> = map.sources.iter().map(|source| source.id.clone()).collect();
    evidence(ui, session, analysis, &sources);
}

/// The authors' own fields.
fn fields(ui: &mut Ui, session: &Session, bag: &Bag) {
    let palette = session.settings.theme.palette();
    for (name, value) in bag.texts() {
        ui.add_space(STEP);
        Text::new(name).size(theme::SMALL).ink(palette.second_ink).show(ui);
        Text::new(&value).ink(palette.ink).show(ui);
    }
}

/// Where something is known from.
fn evidence(ui: &mut Ui, session: &Session, analysis: &Analysis, evidence: &[SourceId]) {
    let (words, palette) = (&session.words, session.settings.theme.palette());
    if evidence.is_empty() {
        return;
    }
    ui.add_space(2.0 * STEP);
    Text::new(&words.text("field-evidence")).size(theme::SMALL).ink(palette.second_ink).show(ui);
    for id in evidence.iter().take(MOST) {
        let source = analysis.network.map.sources.iter().find(|source| source.id == *id);
        let citation =
            source.map(|source| words.read(&source.citation)).filter(|citation| !citation.is_empty());
        Text::new(citation.unwrap_or(id.as_str())).size(theme::QUIET).ink(palette.ink).show(ui);
        ui.add_space(2.0);
    }
}
