//! `jisr compare`: what changed between two maps or two dates, and what it did to the voices.

use super::analyze::date;
use super::arguments::Compare;
use super::changes::Changed;
use super::page::{Page, Tone};
use super::{Done, Failure, Outcome, files, message, print_json};
use crate::analysis::{Analysis, Changes, Comparison, Evidence, Scenario, analyze, compare};
use crate::model::{ActorId, Date, Id, Map, TieId};
use crate::report;
use crate::words::{Words, args};

/// Where a list is long, so many of its items are shown.
const MOST: usize = 12;

pub fn run(command: &Compare, words: &Words) -> Outcome {
    let dates: Vec<Date> = command.at.iter().map(|text| date(text, words)).collect::<Result<_, _>>()?;
    if dates.len() > 2 {
        return Err(Failure::said(words.text("compare-too-many-dates")));
    }
    let old = files::map(&command.old, words)?;
    let new = match &command.new {
        Some(new) => files::map(new, words)?,
        None => old.clone(),
    };
    // One date and two maps: both at that date. One date and one map: the map then, and as it is.
    let last = if command.new.is_some() || dates.len() == 2 { dates.last() } else { None };
    let (old, new) = (slice(&old, dates.first()), slice(&new, last));
    let comparison = compare(&old, &new);
    if comparison.is_unrelated {
        message(words.text("compare-unrelated"));
    }
    if command.json {
        return print_json(&report::json::compare(&old, &new, &comparison));
    }
    Ok(Done::page(sheet(
        &Changed { old: &old, new: &new, comparison: &comparison, words },
        [dates.first(), last],
    )))
}

/// What a map says, as it was at a date.
fn slice(map: &Map, at: Option<&Date>) -> Analysis {
    let scenario = Scenario { at: at.copied(), ..Scenario::default() };
    analyze(scenario.apply(map).into(), Evidence::All)
}

fn sheet(changed: &Changed, dates: [Option<&Date>; 2]) -> Page {
    let mut page = Page::new();
    for (sign, analysis, at) in [("−", changed.old, dates[0]), ("+", changed.new, dates[1])] {
        let map = &analysis.network.map;
        let date = at.copied().or(map.as_of).map(|date| format!(" · {date}"));
        let title =
            format!("{}{}", changed.words.apart(changed.words.read(&map.title)), date.unwrap_or_default());
        page.item(0, &format!("{sign} "), Tone::Strong, &title);
    }
    changed.voices(&mut page);
    changed.findings(&mut page);
    elements(&mut page, changed);
    changed.figures(&mut page);
    page
}

/// Who and what was added, removed and changed.
fn elements(page: &mut Page, changed: &Changed) {
    let Changed { words, comparison, .. } = changed;
    let Comparison { actors, ties, .. } = comparison;
    page.heading(&words.text("compare-heading-elements"));
    if actors.is_empty() && ties.is_empty() {
        page.paragraph(2, Tone::Quiet, &words.text("compare-no-elements"));
    }
    let name = |analysis: &Analysis, id: &ActorId| {
        let place = analysis.network.place(id);
        place.map_or_else(|| id.to_string(), |actor| words.actor(&analysis.network, actor).to_owned())
    };
    lists(
        page,
        words,
        ["compare-actors-added", "compare-actors-removed", "compare-actors-changed"],
        actors,
        &|side, id| name(if side == Side::Old { changed.old } else { changed.new }, id),
    );
    let tie = |analysis: &Analysis, id: &TieId| {
        let network = &analysis.network;
        network.tie_place(id).map_or_else(|| id.to_string(), |place| words.tie(network, place))
    };
    lists(
        page,
        words,
        ["compare-ties-added", "compare-ties-removed", "compare-ties-changed"],
        ties,
        &|side, id| tie(if side == Side::Old { changed.old } else { changed.new }, id),
    );
}

#[derive(Clone, Copy, PartialEq)]
enum Side {
    Old,
    New,
}

fn lists<I: Id>(
    page: &mut Page,
    words: &Words,
    headings: [&str; 3],
    changes: &Changes<I>,
    name: &dyn Fn(Side, &I) -> String,
) {
    let lists = [(Side::New, &changes.added), (Side::Old, &changes.removed), (Side::New, &changes.changed)];
    for (heading, (side, ids)) in headings.into_iter().zip(lists) {
        if ids.is_empty() {
            continue;
        }
        page.paragraph(2, Tone::Plain, &words.say(heading, &args([("count", ids.len().into())])));
        for id in ids.iter().take(MOST) {
            page.item(4, "· ", Tone::Plain, &name(side, id));
        }
        let left_out = ids.len().saturating_sub(MOST);
        if left_out > 0 {
            page.paragraph(4, Tone::Quiet, &words.say("sheet-left-out", &args([("count", left_out.into())])));
        }
    }
}
