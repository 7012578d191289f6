//! `jisr analyze`: what a map says.

mod sheet;

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::arguments::{Analyze, ScenarioArguments};
use super::changes::Changed;
use super::{Done, Failure, Outcome, files, message, print_json};
use crate::analysis::{Analysis, Evidence, Scenario, SupposedTie, WhatIf, analyze, explain, what_if};
use crate::model::{ActorId, Date, Id as _, Map, TieKindId, built_in_tie_kinds, nearest};
use crate::report;
use crate::words::{Words, args};

pub use sheet::figures;

/// Longer than this nobody waits for the ties on which findings hang.
const PATIENCE: Duration = Duration::from_secs(5);

pub fn run(command: &Analyze, words: &Words) -> Outcome {
    let map = files::map(&command.map, words)?;
    let typed = scenario(&command.scenario, &map, words)?;
    let scenario = Scenario { planned: command.planned, ..typed };
    let evidence = if command.confirmed_only { Evidence::ConfirmedOnly } else { Evidence::All };
    let is_supposed = scenario.is_more_than_a_date() || command.confirmed_only;
    if is_supposed && !command.json {
        let WhatIf { before, mut after, comparison } = what_if(&map, &scenario, evidence);
        if command.explain {
            explain_all(&mut after, words);
        }
        let changed = Changed { old: &before, new: &after, comparison: &comparison, words };
        return Ok(Done::page(sheet::sheet(&after, &scenario, Some(&changed), command.explain, words)));
    }
    let map = if scenario.is_empty() { map } else { scenario.apply(&map) };
    let mut analysis = analyze(Arc::new(map), evidence);
    if command.explain {
        explain_all(&mut analysis, words);
    }
    if command.json {
        return print_json(&report::json::analysis(&analysis, words));
    }
    Ok(Done::page(sheet::sheet(&analysis, &scenario, None, command.explain, words)))
}

fn explain_all(analysis: &mut Analysis, words: &Words) {
    let places: Vec<usize> = (0..analysis.findings.len()).collect();
    let start = Instant::now();
    if !explain(analysis, &places, || start.elapsed() < PATIENCE) {
        message(words.text("explain-left-out"));
    }
}

/// What is to be supposed, with ids that the map has.
fn scenario(typed: &ScenarioArguments, map: &Map, words: &Words) -> Result<Scenario, Failure> {
    let scenario = Scenario {
        at: typed.at.as_ref().map(|text| date(text, words)).transpose()?,
        without: typed.without.iter().map(|id| actor(id, map, words)).collect::<Result<_, _>>()?,
        with: typed.with.iter().map(|tie| supposed(tie, map, words)).collect::<Result<_, _>>()?,
        planned: false,
    };
    let gone =
        scenario.with.iter().flat_map(|tie| [&tie.from, &tie.to]).find(|end| scenario.without.contains(end));
    match gone {
        Some(end) => Err(Failure::said(words.say("usage-tie-to-gone", &args([("id", end.as_str().into())])))),
        None => Ok(scenario),
    }
}

/// A date as it was typed.
pub fn date(typed: &str, words: &Words) -> Result<Date, Failure> {
    let not_a_date = |_| Failure::said(words.say("usage-not-a-date", &args([("value", typed.into())])));
    typed.parse::<Date>().map_err(not_a_date)
}

fn supposed(typed: &str, map: &Map, words: &Words) -> Result<SupposedTie, Failure> {
    let parts: Vec<&str> = typed.split(':').collect();
    let [from, kind, to] = parts.as_slice() else {
        return Err(Failure::said(words.say("usage-not-a-tie", &args([("value", typed.into())]))));
    };
    let id = TieKindId::new(kind);
    if map.vocabulary().tie_kind(&id).is_none() {
        let known: BTreeSet<&str> = built_in_tie_kinds()
            .map(|(id, _)| id)
            .chain(map.tie_kinds.iter().map(|own| own.id.as_str()))
            .collect();
        return Err(unknown("no-such-tie-kind", kind, nearest(kind, known), words));
    }
    let (from, to) = (actor(from, map, words)?, actor(to, map, words)?);
    if from == to {
        return Err(Failure::said(words.text("usage-tie-to-itself")));
    }
    Ok(SupposedTie { from, kind: id, to })
}

/// An actor of the map by its id, or what was probably meant.
pub fn actor(typed: &str, map: &Map, words: &Words) -> Result<ActorId, Failure> {
    let id = ActorId::new(typed);
    if map.actors.iter().any(|actor| actor.id == id) {
        return Ok(id);
    }
    let by_id = nearest(typed, map.actors.iter().map(|actor| actor.id.as_str()));
    // Somebody may type a name instead: then its actor is meant.
    let by_name = || {
        let names: Vec<_> =
            map.actors.iter().flat_map(|actor| actor.names().map(move |name| (name, actor))).collect();
        let near = nearest(typed, names.iter().map(|(name, _)| *name))?;
        names.into_iter().find(|(name, _)| *name == near).map(|(_, actor)| actor.id.as_str())
    };
    Err(unknown("no-such-actor", typed, by_id.or_else(by_name), words))
}

fn unknown(message: &str, typed: &str, near: Option<&str>, words: &Words) -> Failure {
    let sentence = words.say(message, &args([("id", typed.into())]));
    let hint = near.map(|near| format!(" {}", words.did_you_mean(near)));
    Failure::said(sentence + &hint.unwrap_or_default())
}
