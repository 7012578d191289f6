//! `jisr bridges --json`: which new ties would close the most gaps.

use serde::Serialize;

use crate::analysis::{Analysis, Bridge, Finding};
use crate::model::terms::Term as _;

/// Ties that are not there, each with those before it in place.
#[derive(Debug, Serialize)]
pub struct BridgesDocument {
    /// The best first.
    pub bridges: Vec<BridgeDocument>,
}

/// A tie that is not there.
#[derive(Debug, Serialize)]
pub struct BridgeDocument {
    /// Whose it would be.
    pub from: String,
    /// To whom.
    pub to: String,
    /// Of what kind.
    pub kind: String,
    /// How much less all findings would weigh.
    pub score: u32,
    /// The findings that it closes.
    pub closes: Vec<FindingName>,
    /// The findings that it opens.
    pub opens: Vec<FindingName>,
}

/// Which finding.
#[derive(Debug, Serialize)]
pub struct FindingName {
    /// The rule.
    pub rule: &'static str,
    /// The ids of what it is about.
    pub subject: Vec<String>,
}

/// The bridges of a map.
pub fn bridges(analysis: &Analysis, bridges: &[Bridge]) -> BridgesDocument {
    let id = |actor| analysis.network.actor(actor).id.to_string();
    let document = |bridge: &Bridge| BridgeDocument {
        from: id(bridge.from),
        to: id(bridge.to),
        kind: bridge.kind.tie_kind().to_string(),
        score: bridge.score,
        closes: names(analysis, &bridge.closes),
        opens: names(analysis, &bridge.opens),
    };
    BridgesDocument { bridges: bridges.iter().map(document).collect() }
}

/// The names of findings.
pub(super) fn names(analysis: &Analysis, findings: &[Finding]) -> Vec<FindingName> {
    findings.iter().map(|finding| name(analysis, finding)).collect()
}

/// The name of a finding of an analysis, or of another on the same actors.
pub(super) fn name(analysis: &Analysis, finding: &Finding) -> FindingName {
    FindingName {
        rule: finding.rule.id(),
        subject: analysis.subject(finding.subject).into_iter().map(String::from).collect(),
    }
}
