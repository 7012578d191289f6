//! How a map stands on all its active ties, and what a change of them does to that: for ties that are proposed, and for
//! those that are planned.

use super::Evidence;
use super::concerns::Journey;
use super::expected_voices::Match;
use super::findings::{self, Facts, Finding, Severity};
use super::network::Network;
use super::pass::Pass;

/// What no tie changes.
#[derive(Clone, Copy)]
pub struct Given<'a> {
    pub matches: &'a [Match],
    pub journeys: &'a [Journey],
}

/// What follows from all active ties, and what it weighs.
pub struct Standing {
    pub pass: Pass,
    /// In the order of [`findings::find`].
    pub findings: Vec<Finding>,
    pub weight: i64,
}

impl Standing {
    pub fn of(network: &Network, given: Given) -> Self {
        let pass = Pass::of(network, Evidence::All);
        let Given { matches, journeys } = given;
        let findings = findings::find(Facts { network, pass: &pass, matches, journeys });
        let weight = findings.iter().map(|finding| weight(finding.severity)).sum();
        Self { pass, findings, weight }
    }
}

/// How much a finding counts.
pub const fn weight(severity: Severity) -> i64 {
    match severity {
        Severity::High => 8,
        Severity::Medium => 3,
        Severity::Low => 1,
        Severity::Note => 0,
    }
}

/// What a change of ties does.
#[derive(Debug, Clone)]
pub struct Effect {
    /// How much less all findings weigh; below nothing where they weigh more.
    pub score: i64,
    /// The findings that it closes, the gravest first.
    pub closes: Vec<Finding>,
    /// The findings that it opens, the gravest first.
    pub opens: Vec<Finding>,
    /// The findings that stay and matter less, as they were.
    pub eases: Vec<Finding>,
    /// The findings that stay and matter more, as they would be.
    pub worsens: Vec<Finding>,
}

impl Effect {
    /// From one state to another.
    pub fn of(before: &Standing, after: &Standing) -> Self {
        let is_graver =
            |own: &Finding, other: Option<&Finding>| other.is_some_and(|other| other.severity > own.severity);
        Self {
            score: before.weight - after.weight,
            closes: compared(&before.findings, &after.findings, |_, other| other.is_none()),
            opens: compared(&after.findings, &before.findings, |_, other| other.is_none()),
            eases: compared(&before.findings, &after.findings, is_graver),
            worsens: compared(&after.findings, &before.findings, is_graver),
        }
    }
}

/// The findings of one list that are to be told beside those of the same name in another, the gravest first. Both in the
/// order of [`findings::find`]. Without their ties, some of which are only supposed.
fn compared(
    findings: &[Finding],
    others: &[Finding],
    is_told: impl Fn(&Finding, Option<&Finding>) -> bool,
) -> Vec<Finding> {
    let other = |finding: &Finding| {
        let place = others.binary_search_by_key(&finding.key(), Finding::key).ok()?;
        others.get(place)
    };
    let told = findings.iter().filter(|finding| is_told(finding, other(finding)));
    let mut told: Vec<_> = told.map(|finding| Finding { ties: Vec::new(), ..finding.clone() }).collect();
    findings::rank(&mut told);
    told
}
