//! Rules on concerns: whether they arrived, were answered, and the answer came back.

use std::collections::BTreeSet;

use super::{Facts, Finding, Rule, Severity, Subject};
use crate::analysis::concerns::ConcernState;

pub fn find(facts: Facts, found: &mut Vec<Finding>) {
    for (ix, journey) in (0..).zip(facts.journeys) {
        let (rule, severity) = match journey.state {
            ConcernState::Raised | ConcernState::OnTheWay => (Rule::UntransmittedConcern, Severity::High),
            ConcernState::Transmitted => (Rule::UnansweredConcern, Severity::Medium),
            ConcernState::Answered => (Rule::FeedbackMissing, Severity::Medium),
            ConcernState::FedBack => continue,
        };
        let mut raisers = journey.raisers.clone();
        raisers.sort_unstable();
        raisers.dedup();
        let finding = Finding::new(rule, severity, Subject::Concern(ix)).actors(raisers);
        found.push(finding.by(journey.stopped_at.into_iter().collect()));
    }
    unmapped(facts, found);
}

/// Concerns passed on where the map has no tie that carries a voice that way; each way once.
fn unmapped(facts: Facts, found: &mut Vec<Finding>) {
    let Facts { network, pass, .. } = facts;
    for (ix, concern) in (0..).zip(network.concerns()) {
        let mut ways = BTreeSet::new();
        for step in &concern.transmissions {
            ways.extend(network.place(&step.from).zip(network.place(&step.to)));
        }
        for (from, to) in ways {
            if from != to && pass.graph.arc(from, to).is_none() {
                let subject = Subject::Passing(ix, from, to);
                let finding = Finding::new(Rule::UnmappedTransmission, Severity::Note, subject);
                found.push(finding.actors(vec![from.min(to), from.max(to)]));
            }
        }
    }
}
