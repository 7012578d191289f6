//! `jisr plan`: what the planned ties would do, each by itself and all together.

use std::sync::Arc;

use super::arguments::Plan as Typed;
use super::bridges::list;
use super::page::{Page, Tone};
use super::progress::Ticker;
use super::{Done, Failure, Outcome, files, print_json};
use crate::analysis::{Analysis, Effect, Evidence, Plan, TieIx, analyze, plan};
use crate::report;
use crate::words::{Words, args};

pub fn run(command: &Typed, words: &Words) -> Outcome {
    let map = files::map(&command.map, words)?;
    let analysis = analyze(Arc::new(map), Evidence::All);
    let ticker = Ticker::new();
    let planned = plan(&analysis, &|progress| ticker.goes_on(progress));
    drop(ticker);
    let Ok(planned) = planned else { return Err(Failure::said(words.text("stopped"))) };
    if command.json {
        return print_json(&report::json::plan(&analysis, &planned, words));
    }
    Ok(Done::page(sheet(&analysis, &planned, words)))
}

fn sheet(analysis: &Analysis, plan: &Plan, words: &Words) -> Page {
    let mut page = Page::new();
    page.line(Tone::Strong, words.read(&analysis.network.map.title));
    page.heading(&words.text("plan-heading"));
    if plan.ties.is_empty() {
        page.paragraph(2, Tone::Plain, &words.text("plan-none"));
        return page;
    }
    page.paragraph(2, Tone::Quiet, &words.text("plan-intro"));
    for (number, planned) in (1..).zip(&plan.ties) {
        page.gap();
        let tie = words.tie(&analysis.network, planned.tie);
        page.item(2, &format!("{number}. "), Tone::Strong, &tie);
        page.paragraph(5, Tone::Quiet, &who_and_when(analysis, planned.tie, words));
        tell(&mut page, analysis, words, &planned.alone);
    }
    if plan.ties.len() > 1 {
        page.heading(&words.text("plan-heading-together"));
        tell(&mut page, analysis, words, &plan.together);
    }
    page.gap();
    page.paragraph(2, Tone::Quiet, &words.text("plan-what-next"));
    page
}

/// Who brings a planned tie about, and by when.
fn who_and_when(analysis: &Analysis, tie: TieIx, words: &Words) -> String {
    let (owner, due) = words.owner_and_due(analysis.network.tie(tie));
    let due = due.map(|due| due.to_string());
    match (owner, due) {
        (Some(owner), Some(due)) => {
            words.say("plan-owner-and-due", &args([("owner", owner.into()), ("due", due.into())]))
        }
        (Some(owner), None) => words.say("plan-owner", &args([("owner", owner.into())])),
        (None, Some(due)) => words.say("plan-due", &args([("due", due.into())])),
        (None, None) => words.text("plan-nobody"),
    }
}

/// What ties would do.
fn tell(page: &mut Page, analysis: &Analysis, words: &Words, effect: &Effect) {
    let id = match effect.score {
        1.. => "plan-gains",
        0 => "plan-even",
        _ => "plan-costs",
    };
    let score = usize::try_from(effect.score.unsigned_abs()).unwrap_or(usize::MAX);
    page.paragraph(5, Tone::Quiet, &words.say(id, &args([("score", score.into())])));
    for (heading, tone, findings) in [
        ("bridges-closes", Tone::Good, &effect.closes),
        ("bridges-eases", Tone::Good, &effect.eases),
        ("bridges-opens", Tone::Warn, &effect.opens),
        ("bridges-worsens", Tone::Warn, &effect.worsens),
    ] {
        list(page, analysis, words, heading, tone, findings);
    }
}
