//! The rule on planned ties: who is to bring each about, and by when.

use super::{Facts, Finding, Rule, Severity, Subject};
use crate::analysis::network::TieIx;

pub fn find(facts: Facts, found: &mut Vec<Finding>) {
    let Facts { network, .. } = facts;
    // In both passes: who plans a tie need not have confirmed it.
    let is_open = |tie: &TieIx| {
        let plan = network.tie(*tie).plan.as_ref();
        network.is_planned(*tie) && plan.is_none_or(|plan| plan.owner.is_empty() || plan.due.is_none())
    };
    let open: Vec<TieIx> = (0..).zip(&network.ties).map(|(tie, _)| tie).filter(is_open).collect();
    if !open.is_empty() {
        found.push(Finding::new(Rule::PlannedWithoutOwner, Severity::Note, Subject::Map).ties(open));
    }
}
