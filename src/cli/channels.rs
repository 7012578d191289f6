//! `jisr channels`: how one actor is heard, in detail.

use std::sync::Arc;

use super::analyze::actor;
use super::arguments::Channels;
use super::page::{Page, Tone};
use super::{Done, Failure, Outcome, files, print_json};
use crate::analysis::{Analysis, Evidence, Network, Route, RouteError, Routes, analyze, routes};
use crate::model::terms::Confidence;
use crate::report;
use crate::words::{Words, args};

pub fn run(command: &Channels, words: &Words) -> Outcome {
    let map = files::map(&command.map, words)?;
    let from = actor(&command.from, &map, words)?;
    let to = command.to.as_ref().map(|to| actor(to, &map, words)).transpose()?;
    let analysis = analyze(Arc::new(map), Evidence::All);
    let network = &analysis.network;
    // Both were found on the map.
    let Some(from) = network.place(&from) else { return Err(Failure::said(words.text("channels-nobody"))) };
    let to = to.and_then(|to| network.place(&to));
    let routes = routes(&analysis, from, to, command.alternatives.into()).map_err(|error| {
        let id = match error {
            RouteError::Decides => "channels-decides",
            RouteError::SameActor => "channels-same-actor",
        };
        Failure::said(words.say(id, &args([("actor", words.actor(network, from).into())])))
    })?;
    if command.json {
        return print_json(&report::json::channels(network, &routes));
    }
    Done::yes(sheet(&analysis, &routes, command.alternatives, words).render())
}

/// `wanted`: how many alternatives were asked for.
fn sheet(analysis: &Analysis, routes: &Routes, wanted: u16, words: &Words) -> Page {
    let network = &analysis.network;
    let mut page = Page::new();
    let from = words.actor(network, routes.from);
    let to = routes.to.map_or_else(|| words.text("channels-any"), |to| words.actor(network, to).to_owned());
    page.line(Tone::Strong, &format!("{} → {}", words.apart(from), words.apart(&to)));
    let ends = || [("from", from.into()), ("to", to.as_str().into())];
    match &routes.best {
        None => page.paragraph(2, Tone::Bad, &words.say("channels-none", &args(ends()))),
        Some(best) => {
            page.heading(&words.text("channels-heading-best"));
            steps(&mut page, analysis, best, words);
            if wanted > 0 {
                alternatives(&mut page, analysis, routes, words);
            }
            page.heading(&words.text("channels-heading-loss"));
            let disjoint = words.say("channels-disjoint", &args([("count", routes.disjoint.into())]));
            page.paragraph(2, Tone::Plain, &disjoint);
            let names = words.actors(network, &routes.gatekeepers, usize::MAX);
            let gates = args([("names", names.into()), ("count", routes.gatekeepers.len().into())]);
            let tone = if routes.gatekeepers.is_empty() { Tone::Good } else { Tone::Warn };
            page.paragraph(2, tone, &words.say("channels-gatekeepers", &gates));
        }
    }
    page.heading(&words.text("channels-heading-back"));
    match &routes.way_back {
        None => page.paragraph(2, Tone::Warn, &words.say("channels-no-way-back", &args(ends()))),
        Some(back) => steps(&mut page, analysis, back, words),
    }
    page
}

/// A path, actor by actor, with the tie that leads on from each.
fn steps(page: &mut Page, analysis: &Analysis, route: &Route, words: &Words) {
    let network = &analysis.network;
    page.paragraph(2, Tone::Quiet, &measure(network, route, words));
    for (place, actor) in route.actors.iter().enumerate() {
        page.item(2, "● ", Tone::Plain, words.actor(network, *actor));
        let Some(tie) = route.ties.get(place) else { continue };
        let (link, known) = (network.link(*tie), network.tie(*tie));
        let confidence = match known.confidence {
            Confidence::Confirmed => "confidence-confirmed",
            Confidence::Reported => "confidence-reported",
            Confidence::Assumed => "confidence-assumed",
        };
        let strength = known.strength.map_or_else(
            || words.text("strength-not-rated"),
            |strength| words.say("strength-rated", &args([("strength", u32::from(strength.get()).into())])),
        );
        let what = words.say(
            "channels-step",
            &args([
                ("tie", words.tie(network, *tie).into()),
                ("id", known.id.to_string().into()),
                ("strength", strength.into()),
                ("confidence", words.text(confidence).into()),
            ]),
        );
        let is_weakest = link.strength == route.strength && route.ties.len() > 1;
        page.item(2, "│   ", if is_weakest { Tone::Warn } else { Tone::Quiet }, &what);
    }
}

fn alternatives(page: &mut Page, analysis: &Analysis, routes: &Routes, words: &Words) {
    page.heading(&words.text("channels-heading-alternatives"));
    if routes.alternatives.is_empty() {
        page.paragraph(2, Tone::Quiet, &words.text("channels-no-alternatives"));
    }
    for (number, route) in (2..).zip(&routes.alternatives) {
        let name = |actor| words.apart(words.actor(&analysis.network, actor));
        let way: Vec<_> = route.actors.iter().map(|actor| name(*actor)).collect();
        page.item(2, &format!("{number}. "), Tone::Plain, &way.join(" › "));
        page.paragraph(5, Tone::Quiet, &measure(&analysis.network, route, words));
    }
}

fn measure(network: &Network, route: &Route, words: &Words) -> String {
    let what =
        [("strength", Words::strength(route.rated(network)).into()), ("hops", route.ties.len().into())];
    words.say("channels-measure", &args(what))
}
