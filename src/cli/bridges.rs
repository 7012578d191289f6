//! `jisr bridges`: which new ties would close the most gaps.

use std::sync::Arc;

use super::arguments::Bridges;
use super::page::{Page, Tone};
use super::progress::Ticker;
use super::{Done, Failure, Outcome, files, print_json};
use crate::analysis::{Analysis, Bridge, Evidence, Finding, analyze, bridges};
use crate::report;
use crate::words::{Words, args, finding_text};

/// Of a long list, so many findings are told one by one.
const MOST: usize = 8;

pub fn run(command: &Bridges, words: &Words) -> Outcome {
    let map = files::map(&command.map, words)?;
    let analysis = analyze(Arc::new(map), Evidence::All);
    let ticker = Ticker::new();
    let found = bridges(&analysis, command.top.into(), &|progress| ticker.goes_on(progress));
    drop(ticker);
    let Ok(found) = found else { return Err(Failure::said(words.text("stopped"))) };
    if command.json {
        return print_json(&report::json::bridges(&analysis, &found));
    }
    Ok(Done::page(sheet(&analysis, &found, words)))
}

fn sheet(analysis: &Analysis, bridges: &[Bridge], words: &Words) -> Page {
    let mut page = Page::new();
    page.line(Tone::Strong, words.read(&analysis.network.map.title));
    page.heading(&words.text("bridges-heading"));
    if bridges.is_empty() {
        page.paragraph(2, Tone::Plain, &words.text("bridges-none"));
        return page;
    }
    page.paragraph(2, Tone::Quiet, &words.text("bridges-intro"));
    for (number, bridge) in (1..).zip(bridges) {
        page.gap();
        let verb = words.text(&format!("tie-kind-{}", bridge.kind.tie_kind()));
        let name = |actor| words.actor(&analysis.network, actor);
        let ends =
            [("from", name(bridge.from).into()), ("verb", verb.into()), ("to", name(bridge.to).into())];
        page.item(2, &format!("{number}. "), Tone::Strong, &words.say("tie-in-words", &args(ends)));
        page.paragraph(5, Tone::Quiet, &words.say("bridges-score", &args([("score", bridge.score.into())])));
        for (heading, tone, findings) in [
            ("bridges-closes", Tone::Good, &bridge.closes),
            ("bridges-eases", Tone::Good, &bridge.eases),
            ("bridges-opens", Tone::Warn, &bridge.opens),
            ("bridges-worsens", Tone::Warn, &bridge.worsens),
        ] {
            list(&mut page, analysis, words, heading, tone, findings);
        }
    }
    page.gap();
    page.paragraph(2, Tone::Quiet, &words.text("bridges-what-next"));
    page
}

/// Findings under a heading, the first of many.
pub fn list(
    page: &mut Page,
    analysis: &Analysis,
    words: &Words,
    heading: &str,
    tone: Tone,
    findings: &[Finding],
) {
    if findings.is_empty() {
        return;
    }
    page.paragraph(5, tone, &words.say(heading, &args([("count", findings.len().into())])));
    for finding in findings.iter().take(MOST) {
        page.item(7, "· ", Tone::Plain, &finding_text(words, analysis, finding).title);
    }
    let left_out = findings.len().saturating_sub(MOST);
    if left_out > 0 {
        page.paragraph(7, Tone::Quiet, &words.say("sheet-left-out", &args([("count", left_out.into())])));
    }
}
