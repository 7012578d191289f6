//! How the voice that is looked at is heard: step by step, through whom it has to pass, which other ways there are, and
//! whether an answer comes back.

use egui::{Sense, Stroke, Ui, Vec2, pos2};

use super::{belts, bridges};
use crate::analysis::{ActorIx, Analysis, Route, RouteError, Routes};
use crate::app::command::{Command, Queue};
use crate::app::icons;
use crate::app::theme::{self, STEP, colour};
use crate::app::widgets::{Text, icon_button, mark_swatch, notice, pressable};
use crate::picture::ruler::Weight;
use crate::picture::scene::{Shape, Tone};
use crate::picture::spotlight::Item;
use crate::session::Session;
use crate::words::{Words, args, heard_for_certain};

/// The tab of channels.
pub fn channel_ui(ui: &mut Ui, session: &mut Session, queue: &mut Queue) {
    match (session.look.item, session.voice_looked_at()) {
        (Some(Item::Belt(actor)), _) => {
            let Some(document) = &session.document else { return };
            belts::belt_ui(ui, session, &document.analysis, actor, queue);
        }
        (_, Some(actor)) => actor_ui(ui, session, actor, queue),
        (_, None) => nobody_ui(ui, session, queue),
    }
    ui.add_space(4.0 * STEP);
    bridges::short_ui(ui, session, queue);
}

/// Nobody is looked at: what can be done, and how it stands as a whole.
fn nobody_ui(ui: &mut Ui, session: &Session, queue: &mut Queue) {
    let (words, palette) = (&session.words, session.settings.theme.palette());
    Text::new(&words.text("channel-nobody"))
        .size(theme::HEADING)
        .weight(Weight::Bold)
        .ink(palette.ink)
        .show(ui);
    ui.add_space(STEP);
    let Some(document) = &session.document else { return };
    if document.analysis.network.actors.is_empty() {
        Text::new(&words.text("map-is-empty")).ink(palette.second_ink).show(ui);
        return;
    }
    Text::new(&words.text("channel-nobody-hint")).ink(palette.second_ink).show(ui);
    ui.add_space(3.0 * STEP);
    let analysis = &document.analysis;
    let counted = &document.tally.figures;
    let figures = args([
        ("voices", counted.voices.into()),
        ("heard", counted.heard.into()),
        ("certain", heard_for_certain(words, counted.heard, counted.certain).into()),
        ("answered", counted.closed.into()),
    ]);
    let text = words.say("channel-summary", &figures);
    notice(ui, palette.accent, palette.accent_wash, &words.text("channel-summary-title"), &text, palette);
    let silent: Vec<ActorIx> =
        analysis.network.voices().filter(|voice| !analysis.pass.is_heard(*voice)).collect();
    if !silent.is_empty() {
        ui.add_space(2.0 * STEP);
        let names = words.actors(&analysis.network, &silent, 6);
        notice(ui, palette.bad, palette.bad_wash, &words.text("channel-silent-title"), &names, palette);
    }
    belts::belts_ui(ui, session, analysis, queue);
}

fn actor_ui(ui: &mut Ui, session: &mut Session, actor: ActorIx, queue: &mut Queue) {
    // Asking for the routes works them out; the rest only reads.
    let found = match session.routes(actor) {
        Some(Ok(routes)) => Ok(routes.clone()),
        Some(Err(error)) => Err(*error),
        None => return,
    };
    let Some(document) = &session.document else { return };
    let analysis = &document.analysis;
    let (words, palette) = (&session.words, session.settings.theme.palette());
    let network = &analysis.network;
    let name = words.actor(network, actor);
    let routes = match found {
        Err(RouteError::Decides | RouteError::SameActor) => {
            Text::new(name).size(theme::HEADING).weight(Weight::Bold).ink(palette.ink).show(ui);
            Text::new(&words.text("channel-decides")).ink(palette.second_ink).show(ui);
            return;
        }
        Ok(routes) => routes,
    };
    let Some(best) = &routes.best else {
        Text::new(name).size(theme::HEADING).weight(Weight::Bold).ink(palette.ink).show(ui);
        ui.add_space(2.0 * STEP);
        let is_tied = analysis.pass.is_tied[actor as usize];
        let why = if is_tied {
            words.text("channel-unheard-why")
        } else {
            let standing = words.without_active_ties(analysis, &[actor]);
            let count = network.tie_count(actor).into();
            words.say("channel-isolated-why", &args([("count", count), ("standing", standing.into())]))
        };
        notice(ui, palette.bad, palette.bad_wash, &words.text("channel-unheard"), &why, palette);
        return;
    };
    let shown = session.look.route.as_ref().unwrap_or(best);
    title_ui(ui, session, analysis, shown);
    ui.add_space(3.0 * STEP);
    steps_ui(ui, session, analysis, shown, queue);
    ui.add_space(2.0 * STEP);
    pages_ui(ui, session, &routes, shown, queue);
    ui.add_space(2.0 * STEP);
    gatekeepers_ui(ui, session, analysis, &routes);
    ui.add_space(2.0 * STEP);
    way_back_ui(ui, session, analysis, &routes);
}

fn title_ui(ui: &mut Ui, session: &Session, analysis: &Analysis, route: &Route) {
    let (words, palette) = (&session.words, session.settings.theme.palette());
    let (Some(first), Some(last)) = (route.actors.first(), route.actors.last()) else { return };
    let ends = args([
        ("from", words.actor(&analysis.network, *first).into()),
        ("to", words.actor(&analysis.network, *last).into()),
    ]);
    let title = words.say("channel-title", &ends);
    Text::new(&title).size(theme::HEADING).weight(Weight::Bold).ink(palette.ink).show(ui);
    let figures = args([
        ("hops", route.ties.len().into()),
        ("strength", Words::strength(route.rated(&analysis.network)).into()),
    ]);
    Text::new(&words.say("channel-strength", &figures)).size(theme::QUIET).ink(palette.second_ink).show(ui);
}

/// The steps of a way, joined by a line as in the picture; the weakest tie is marked.
fn steps_ui(ui: &mut Ui, session: &Session, analysis: &Analysis, route: &Route, queue: &mut Queue) {
    let (words, palette) = (&session.words, session.settings.theme.palette());
    let network = &analysis.network;
    let weakest = route.weakest(network);
    let last = route.actors.len() - 1;
    for (at, actor) in route.actors.iter().enumerate() {
        let height = if at == last { 26.0 } else { 50.0 };
        let (rect, response) =
            ui.allocate_exact_size(Vec2::new(ui.available_width(), height), Sense::click());
        let middle = pos2(rect.left() + 10.0, rect.top() + 12.0);
        if at < last {
            let is_weakest = weakest == Some(at);
            let stroke = Stroke::new(
                if is_weakest { 3.0 } else { 4.0 },
                colour(if is_weakest { palette.warn } else { palette.accent }),
            );
            ui.painter().line_segment([middle, middle + Vec2::new(0.0, height)], stroke);
        }
        let node = network.node(*actor);
        let shape = Shape::of(node.tier, node.formality);
        let ink = match (node.tier, node.formality) {
            (crate::model::terms::Tier::External, _) => palette.external,
            (_, crate::model::terms::Formality::Formal) => palette.formal,
            (_, crate::model::terms::Formality::Informal) => palette.informal,
            (_, crate::model::terms::Formality::Hybrid) => palette.hybrid,
        };
        mark_swatch(ui, middle, 8.5, shape, Tone::full(ink), palette);
        let name = words.actor(network, *actor);
        let at_name = pos2(rect.left() + 32.0, middle.y);
        Text::new(name).weight(Weight::Bold).ink(palette.ink).paint(ui, at_name, rect.width() - 34.0);
        let mut said = name.to_owned();
        if let Some(tie) = route.ties.get(at) {
            let mut text = words.step(network, *tie, *actor);
            if weakest == Some(at) {
                let strength = args([("strength", Words::strength(network.tie(*tie).strength).into())]);
                text = format!("{text} · {}", words.say("channel-weakest", &strength));
            }
            let ink = if weakest == Some(at) { palette.warn } else { palette.second_ink };
            let below = at_name + Vec2::new(0.0, 18.0);
            Text::new(&text).size(theme::QUIET).ink(ink).paint(ui, below, rect.width() - 34.0);
            said = format!("{said}, {text}");
        }
        if pressable(ui, response, &said, None).clicked() {
            queue.push(Command::Look(Some(Item::Actor(*actor))));
        }
    }
}

/// Paging through the best way and the next ones.
fn pages_ui(ui: &mut Ui, session: &Session, routes: &Routes, shown: &Route, queue: &mut Queue) {
    let (words, palette) = (&session.words, session.settings.theme.palette());
    let number = routes.alternatives.iter().position(|route| route == shown).map_or(0, |at| at + 1);
    let count = routes.alternatives.len() + 1;
    ui.horizontal(|ui| {
        if count > 1 {
            let turn = |to: usize| Command::Route(to % count);
            if icon_button(ui, palette, icons::CARET_LEFT, &words.text("channel-previous"), false).clicked() {
                queue.push(turn(number + count - 1));
            }
            let place = args([("number", (number + 1).into()), ("count", count.into())]);
            Text::new(&words.say("channel-way", &place)).size(theme::QUIET).ink(palette.ink).show(ui);
            if icon_button(ui, palette, icons::CARET_RIGHT, &words.text("channel-next"), false).clicked() {
                queue.push(turn(number + 1));
            }
        }
        let apart = args([("disjoint", routes.disjoint.into())]);
        Text::new(&words.say("channel-disjoint", &apart)).size(theme::QUIET).ink(palette.second_ink).show(ui);
    });
}

fn gatekeepers_ui(ui: &mut Ui, session: &Session, analysis: &Analysis, routes: &Routes) {
    let (words, palette) = (&session.words, session.settings.theme.palette());
    if routes.gatekeepers.is_empty() {
        let body = words.text("channel-backup-why");
        notice(ui, palette.good, palette.good_wash, &words.text("channel-backup"), &body, palette);
        return;
    }
    let count = args([("count", routes.gatekeepers.len().into())]);
    let names = words.actors(&analysis.network, &routes.gatekeepers, 6);
    let body = words.say("channel-gatekeepers-why", &args([("names", names.into())]));
    notice(ui, palette.warn, palette.warn_wash, &words.say("channel-gatekeepers", &count), &body, palette);
}

fn way_back_ui(ui: &mut Ui, session: &Session, analysis: &Analysis, routes: &Routes) {
    let (words, palette) = (&session.words, session.settings.theme.palette());
    let Some(route) = &routes.way_back else {
        let body = words.text("channel-unanswered-why");
        notice(ui, palette.warn, palette.warn_wash, &words.text("channel-unanswered"), &body, palette);
        return;
    };
    let name = |actor| words.apart(words.actor(&analysis.network, actor));
    let names: Vec<_> = route.actors.iter().map(|actor| name(*actor)).collect();
    let body = names.join(&words.text("channel-arrow"));
    notice(ui, palette.good, palette.good_wash, &words.text("channel-answered"), &body, palette);
}
