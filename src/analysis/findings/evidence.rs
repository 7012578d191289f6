//! The rule on evidence: who and what is on the map without a source.

use super::{Facts, Finding, Rule, Severity, Subject};

pub fn find(facts: Facts, found: &mut Vec<Finding>) {
    let Facts { network, .. } = facts;
    // Ties of any status, in both passes: evidence is owed for a broken tie too.
    let actors = (0..).zip(&network.actors).filter(|(ix, _)| network.actor(*ix).evidence.is_empty());
    let ties = (0..).zip(&network.ties).filter(|(ix, _)| network.tie(*ix).evidence.is_empty());
    let (actors, ties): (Vec<_>, Vec<_>) =
        (actors.map(|(ix, _)| ix).collect(), ties.map(|(ix, _)| ix).collect());
    if !actors.is_empty() || !ties.is_empty() {
        found.push(Finding::new(Rule::Unsourced, Severity::Note, Subject::Map).actors(actors).ties(ties));
    }
}
