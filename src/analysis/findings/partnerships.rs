//! Rules on partnerships: whether there is one, on what it rests, who is in it, how it works.

use std::collections::{BTreeMap, BTreeSet};

use super::gates::is_unconvinced;
use super::{Facts, Finding, Rule, Severity, Subject};
use crate::analysis::expected_voices::in_partnership;
use crate::analysis::network::{ActorIx, TieIx};
use crate::model::terms::{Agreement, Formality::Formal, PhaseState, Principle, Term as _, TieClass, Tier};
use crate::model::{Map, Outcome, Partnership, Rating};

pub fn find(facts: Facts, found: &mut Vec<Finding>) {
    none(facts, found);
    absent(facts, found);
    for (ix, partnership) in (0..).zip(facts.network.partnerships()) {
        anchorage(facts, ix, partnership, found);
        principles(ix, partnership, found);
        plan(ix, partnership, found);
        outcomes(facts, ix, partnership, found);
    }
    sponsors(facts, found);
    unconvinced(facts, found);
}

fn about(rule: Rule, severity: Severity, partnership: u32) -> Finding {
    Finding::new(rule, severity, Subject::Partnership(partnership))
}

/// Whether a partnership has formal members, and whether it has others.
fn sides(facts: Facts, partnership: u32) -> (bool, bool) {
    let members = &facts.pass.members[partnership as usize];
    let is_formal = |actor: &ActorIx| facts.network.node(*actor).formality == Formal;
    (members.iter().any(is_formal), members.iter().any(|actor| !is_formal(actor)))
}

fn none(facts: Facts, found: &mut Vec<Finding>) {
    let has_voices = facts.network.voices().next().is_some();
    let has_partnership =
        (0..).zip(facts.network.partnerships()).any(|(ix, _)| sides(facts, ix) == (true, true));
    if has_voices && !has_partnership {
        found.push(Finding::new(Rule::NoPartnership, Severity::Medium, Subject::Map));
    }
}

/// Expected voices that the map has, and no partnership.
fn absent(facts: Facts, found: &mut Vec<Finding>) {
    if facts.network.partnerships().len() == 0 {
        return;
    }
    for (ix, matching) in (0..).zip(facts.matches) {
        if !matching.actors.is_empty() && !in_partnership(facts.pass, &matching.actors) {
            let finding = Finding::new(Rule::AbsentFromPartnership, Severity::Medium, Subject::Expected(ix));
            found.push(finding.actors(&matching.actors));
        }
    }
}

fn anchorage(facts: Facts, ix: u32, partnership: &Partnership, found: &mut Vec<Finding>) {
    let is_loose = matches!(partnership.agreement, None | Some(Agreement::None | Agreement::Verbal));
    let named = partnership.anchored_in.as_ref();
    let named = named.filter(|_| facts.pass.evidence.counts(partnership.is_anchor_confirmed()));
    let anchor = named.and_then(|actor| facts.network.place(actor));
    let is_anchored = anchor
        .map(|actor| facts.network.node(actor))
        .is_some_and(|node| node.formality == Formal && matches!(node.tier, Tier::Middle | Tier::National));
    if is_loose || !is_anchored {
        let anchor: Vec<ActorIx> = anchor.into_iter().collect();
        found.push(about(Rule::UnanchoredPartnership, Severity::Medium, ix).actors(anchor));
    }
    if sides(facts, ix) != (true, true) {
        let members = facts.pass.members[ix as usize].clone();
        found.push(about(Rule::OneSidedPartnership, Severity::Medium, ix).actors(members));
    }
}

/// Partnerships whose body is supported, and by one and the same actor from outside alone.
fn sponsors(facts: Facts, found: &mut Vec<Finding>) {
    let Facts { network, pass, .. } = facts;
    let body = |partnership: &Partnership| partnership.actor.as_ref().and_then(|actor| network.place(actor));
    let mut support: BTreeMap<ActorIx, Vec<TieIx>> =
        network.partnerships().filter_map(body).map(|actor| (actor, Vec::new())).collect();
    for tie in &pass.ties {
        let link = network.link(*tie);
        if link.class == TieClass::Support
            && let Some(ties) = support.get_mut(&link.to)
        {
            ties.push(*tie);
        }
    }
    for (ix, partnership) in (0..).zip(network.partnerships()) {
        let Some(ties) = body(partnership).and_then(|actor| support.get(&actor)) else { continue };
        let sponsors: BTreeSet<ActorIx> = ties.iter().map(|tie| network.link(*tie).from).collect();
        let mut sponsors = sponsors.into_iter();
        let (Some(sponsor), None) = (sponsors.next(), sponsors.next()) else { continue };
        if network.node(sponsor).tier == Tier::External {
            let finding = about(Rule::SponsorDependence, Severity::Low, ix).ties(ties.clone());
            found.push(finding.actors(body(partnership).into_iter().collect::<Vec<_>>()).by(vec![sponsor]));
        }
    }
}

/// Decision-makers who are sceptical or opposed.
fn unconvinced(facts: Facts, found: &mut Vec<Finding>) {
    let network = facts.network;
    for actor in network.decision_makers.iter().filter(|actor| is_unconvinced(network.actor(**actor))) {
        let finding = Finding::new(Rule::UnconvincedDecisionMaker, Severity::Medium, Subject::Actor(*actor));
        found.push(finding.actors(vec![*actor]));
    }
}

/// Principles rated low by most; and, in one note, those that nobody rated.
fn principles(ix: u32, partnership: &Partnership, found: &mut Vec<Finding>) {
    let mut unrated = Vec::new();
    for principle in Principle::ALL {
        let ratings = partnership.principles.iter().filter(|rating| rating.principle == *principle);
        match doubled_median(ratings.filter_map(|rating| rating.rating).collect()) {
            None => unrated.push(*principle),
            Some(doubled) if doubled <= 2 * 2 => {
                let subject = Subject::Principle(ix, principle.id());
                let mut finding = Finding::new(Rule::WeakPrinciple, Severity::Low, subject);
                finding.principles = vec![*principle];
                found.push(finding);
            }
            Some(_) => {}
        }
    }
    if !unrated.is_empty() {
        let mut finding = about(Rule::WeakPrinciple, Severity::Note, ix);
        finding.principles = unrated;
        found.push(finding);
    }
}

/// Twice the median, which is a whole number: the middle rating, or the mean of the middle two.
fn doubled_median(mut ratings: Vec<Rating>) -> Option<u8> {
    ratings.sort_unstable();
    let upper = ratings.get(ratings.len() / 2)?;
    let lower = ratings.get((ratings.len() - 1) / 2)?;
    Some(lower.get() + upper.get())
}

fn plan(ix: u32, partnership: &Partnership, found: &mut Vec<Finding>) {
    let has_begun = |state| matches!(state, Some(PhaseState::UnderWay | PhaseState::Done));
    if !has_begun(partnership.phases.plan) {
        return;
    }
    if partnership.phases.consultation != Some(PhaseState::Done) {
        found.push(about(Rule::PlanWithoutConsultation, Severity::Medium, ix));
    }
    if partnership.outcomes.iter().all(|outcome| outcome.indicator.is_empty()) {
        found.push(about(Rule::PlanWithoutOutcomes, Severity::Low, ix));
    }
}

/// Outcomes that should have been reached by now, and those that nobody has looked at since the plan was done.
fn outcomes(facts: Facts, ix: u32, partnership: &Partnership, found: &mut Vec<Finding>) {
    if partnership.outcomes.iter().any(|outcome| is_overdue(&facts.network.map, outcome)) {
        found.push(about(Rule::OverdueOutcome, Severity::Low, ix));
    }
    if partnership.phases.plan == Some(PhaseState::Done) && partnership.outcomes.iter().any(is_unmeasured) {
        found.push(about(Rule::UnmeasuredOutcome, Severity::Note, ix));
    }
}

/// Whether an outcome is open, though the time for it has ended before the day of which the map speaks.
pub fn is_overdue(map: &Map, outcome: &Outcome) -> bool {
    let due = map.as_of.zip(outcome.due);
    outcome.is_open() && due.is_some_and(|(now, due)| !now.may_precede(due))
}

/// Whether it is said by what one would know of an outcome, and nobody has looked.
pub fn is_unmeasured(outcome: &Outcome) -> bool {
    !outcome.is_dropped() && !outcome.indicator.is_empty() && outcome.measurements.is_empty()
}
