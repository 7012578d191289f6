//! Rules on concerns: whether they arrived, were answered, and the answer came back.

use std::collections::BTreeSet;

use super::{Facts, Finding, Rule, Severity, Subject};
use crate::analysis::concerns::{ConcernState, counted};
use crate::analysis::network::ActorIx;

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
    accused(facts, found);
}

/// Concerns that nobody who decides has yet, and whose way there passes somebody whom they are about.
fn accused(facts: Facts, found: &mut Vec<Finding>) {
    let Facts { network, pass, journeys, .. } = facts;
    let mut nestings = None;
    for (ix, (concern, journey)) in (0..).zip(network.concerns().zip(journeys)) {
        if journey.is_transmitted || concern.about.is_empty() {
            continue;
        }
        let nestings = nestings.get_or_insert_with(|| pass.reach.nestings());
        let voices = journey.raisers.iter().copied().filter(|raiser| network.node(*raiser).is_voice());
        let voices: Vec<ActorIx> = voices.collect();
        let (voices, met) = pass.reach.meeting(nestings, &voices, &network.places_of(&concern.about));
        if voices.is_empty() {
            continue;
        }
        let finding = Finding::new(Rule::ChannelThroughAccused, Severity::Medium, Subject::Concern(ix));
        found.push(finding.actors(voices.clone()).voices(voices).by(met));
    }
}

/// Concerns passed on where the map has no tie that carries a voice that way; each way once.
fn unmapped(facts: Facts, found: &mut Vec<Finding>) {
    let Facts { network, pass, .. } = facts;
    for (ix, concern) in (0..).zip(network.concerns()) {
        let mut ways = BTreeSet::new();
        for step in counted(concern, pass.evidence) {
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
