//! An oracle for the analysis: a second, slow and obvious implementation of the analysis contract, written from its
//! text alone. Tests run it beside the product on the same maps and ask that both give the same answer.
//!
//! It takes a valid map as JSON and gives the object of 2.4 without the sentences meant for people.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "The maps given to the oracle are valid, and a test may stop at the first surprise."
)]

pub mod bridges;
mod concerns;
mod pass;
mod paths;
pub mod plan;
pub mod random_maps;
mod random_parts;
mod reading;
mod rules;
mod scorecard;
mod vocabulary;
mod worked;

use pass::{Pass, Voice};
use reading::Map;
use rules::Finding;
use serde_json::{Value, json};

const SEVERITIES: [&str; 4] = ["high", "medium", "low", "note"];

/// What the contract says of a valid map: the object of 2.4, findings without title, why, remedy, area and source.
pub fn analyze(map: &Value) -> Value {
    let map = &Map::read(map);
    let all = Pass::new(map, false);
    let confirmed = Pass::new(map, true);
    let findings = findings(&all, &confirmed);

    let mut by_severity = json!({});
    for severity in SEVERITIES {
        let counted = findings
            .iter()
            .filter(|(finding, certainty)| finding.severity == severity && *certainty != "at-risk");
        by_severity[severity] = json!(counted.count());
    }

    json!({
        "map": {
            "title": map.title,
            "actors": map.actors.len(),
            "ties": map.ties.len(),
            "as_of": map.as_of,
        },
        "decision_makers": map.ids(&map.decision_makers),
        "decision_makers_assumed": map.decision_makers_assumed,
        "voices": show_voices(&all, &confirmed),
        "belts": show_belts(&all),
        "expected_voices": show_expected_voices(&all),
        "concerns": show_concerns(&all),
        "findings": findings.iter().map(show_finding).collect::<Vec<Value>>(),
        "scorecard": scorecard::scorecard(&all, &by_severity),
    })
}

/// "A finding is `certain` in both, `depends` if it holds only on all ties, `at-risk` if it holds only on confirmed
/// ones. Two findings are the same if rule and subject agree; severity and lists come from the all-ties pass where it
/// holds there." They stand "by severity, then in the order of 2.2, then by subject".
fn findings(all: &Pass, confirmed: &Pass) -> Vec<(Finding, &'static str)> {
    let same = |a: &Finding, b: &Finding| a.rule == b.rule && a.subject == b.subject;
    let mut found: Vec<(Finding, &'static str)> = Vec::new();
    for (_, rule) in rules::IN_ORDER {
        let on_all = rule(all);
        let on_confirmed = rule(confirmed);
        for finding in &on_all {
            let also = on_confirmed.iter().any(|other| same(finding, other));
            let certainty = if also { "certain" } else { "depends" };
            found.push((finding.clone(), certainty));
        }
        for finding in &on_confirmed {
            if !on_all.iter().any(|other| same(finding, other)) {
                found.push((finding.clone(), "at-risk"));
            }
        }
    }
    found.sort_by_key(|(finding, _)| {
        let severity = SEVERITIES.iter().position(|s| *s == finding.severity);
        let rule = rules::IN_ORDER.iter().position(|(name, _)| *name == finding.rule);
        (severity, rule, finding.subject.clone())
    });
    found
}

fn show_finding((finding, certainty): &(Finding, &str)) -> Value {
    let mut shown = json!({
        "rule": finding.rule,
        "subject": finding.subject,
        "severity": finding.severity,
        "certainty": certainty,
        "depends_on": [],
    });
    if let Some(voices) = &finding.voices {
        shown["voices"] = json!(voices);
    }
    if let Some(ties) = &finding.ties {
        shown["ties"] = json!(ties);
    }
    shown
}

/// "`channel`, `ties`, `strength`, `hops` are null where not heard."
fn show_voices(all: &Pass, confirmed: &Pass) -> Vec<Value> {
    let show = |(voice, once_confirmed): (&Voice, &Voice)| {
        let channel = voice.channel.as_ref();
        json!({
            "actor": all.map.id(voice.actor),
            "heard": voice.heard(),
            "answered": voice.answered,
            "strength": channel.map(|channel| channel.strength),
            "hops": channel.map(paths::Channel::hops),
            "channel": channel.map(|channel| all.map.ids(&channel.actors)),
            "ties": channel.map(|channel| channel.ties.clone()),
            "gatekeepers": all.map.ids(&voice.gatekeepers),
            "backup": voice.backup(),
            "external_only": voice.external_only,
            "confirmed": {
                "heard": once_confirmed.heard(),
                "answered": once_confirmed.answered,
            },
        })
    };
    all.voices.iter().zip(&confirmed.voices).map(show).collect()
}

fn show_belts(all: &Pass) -> Vec<Value> {
    let show = |belt: &pass::Belt| {
        json!({
            "actor": all.map.id(belt.actor),
            "holds": belt.holds,
            "carries": belt.carries,
        })
    };
    all.belts.iter().map(show).collect()
}

fn show_expected_voices(all: &Pass) -> Vec<Value> {
    let mut expected_voices: Vec<_> = all.map.expected_voices.iter().collect();
    expected_voices.sort_by(|a, b| a.id.cmp(&b.id));
    let show = |expected: &reading::Expected| {
        json!({
            "id": expected.id,
            "state": concerns::state_of_expected(all, expected),
            "actors": all.map.ids(&concerns::matching(all.map, expected)),
            "consulted": concerns::is_consulted(all.map, expected),
            "in_partnership": concerns::is_in_partnership(all, expected),
        })
    };
    expected_voices.into_iter().map(show).collect()
}

fn show_concerns(all: &Pass) -> Vec<Value> {
    let mut concerns: Vec<_> = all.map.concerns.iter().collect();
    concerns.sort_by(|a, b| a.id.cmp(&b.id));
    let show = |concern: &reading::Concern| {
        let progress = concerns::progress(all, concern);
        json!({
            "id": concern.id,
            "state": progress.state,
            "stopped_at": progress.stopped_at.map(|actor| all.map.id(actor)),
        })
    };
    concerns.into_iter().map(show).collect()
}
