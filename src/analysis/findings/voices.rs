//! Rules on voices: who is missing, who is not heard, and how well the others are.

use std::collections::HashMap;

use super::{Facts, Finding, Rule, Severity, Subject};
use crate::analysis::network::{ActorIx, TieIx};
use crate::analysis::reach::reached_from;
use crate::model::terms::Tier;

/// A channel with more weak ties than this is not better told by naming them all.
const MOST_TIES: usize = 16;

pub fn find(facts: Facts, found: &mut Vec<Finding>) {
    missing(facts, found);
    heard(facts, found);
    contested(facts, found);
    deaf(facts, found);
    patrons(facts, found);
}

fn missing(facts: Facts, found: &mut Vec<Finding>) {
    for (ix, matching) in (0..).zip(facts.matches) {
        if matching.actors.is_empty() {
            found.push(Finding::new(Rule::MissingVoice, Severity::High, Subject::Expected(ix)));
        }
    }
}

/// Isolated, unheard, unanswered, weakly heard, heard only through actors from outside.
fn heard(facts: Facts, found: &mut Vec<Finding>) {
    let Facts { network, pass, .. } = facts;
    for voice in network.voices() {
        let about = |rule, severity| {
            Finding::new(rule, severity, Subject::Actor(voice)).actors(vec![voice]).voices(vec![voice])
        };
        let Some((strength, tree)) = pass.reach.best(voice) else {
            let is_tied = pass.is_tied[voice as usize];
            let rule = if is_tied { Rule::UnheardVoice } else { Rule::IsolatedVoice };
            found.push(about(rule, Severity::High));
            continue;
        };
        if !pass.is_answered[voice as usize] {
            found.push(about(Rule::UnansweredVoice, Severity::Medium));
        }
        if strength.get() <= 2 {
            let is_weakest = |tie: &TieIx| network.link(*tie).strength == strength;
            let weakest = tree.steps(voice).map(|(_, tie)| tie).filter(is_weakest);
            let mut weakest: Vec<TieIx> = weakest.take(MOST_TIES).collect();
            weakest.sort_unstable();
            found.push(about(Rule::WeakChannel, Severity::Low).ties(weakest));
        }
        if pass.is_external_only(voice) {
            let mut external: Vec<ActorIx> = tree.steps(voice).map(|(actor, _)| actor).collect();
            external.retain(|actor| network.node(*actor).tier == Tier::External);
            found.push(about(Rule::ExternalOnly, Severity::Medium).by(external));
        }
    }
}

/// Two neighbours on a best channel who are also against each other. Who co-opts another is not against it.
fn contested(facts: Facts, found: &mut Vec<Finding>) {
    let Facts { network, pass, .. } = facts;
    let mut adverse: HashMap<(ActorIx, ActorIx), Vec<TieIx>> = HashMap::new();
    for tie in &pass.ties {
        let link = network.link(*tie);
        if link.is_contest() {
            adverse.entry(link.pair()).or_default().push(*tie);
        }
    }
    if adverse.is_empty() {
        return;
    }
    let between = |from: ActorIx, to: ActorIx| adverse.get(&(from.min(to), from.max(to)));
    let is_contested = pass.reach.sum_along(|tree, actor, after: bool| {
        after || tree.next(actor).is_some_and(|(to, _)| between(actor, to).is_some())
    });
    for voice in network.voices().filter(|voice| is_contested[*voice as usize] == Some(true)) {
        let Some((_, tree)) = pass.reach.best(voice) else { continue };
        let (mut ties, mut sides, mut from) = (Vec::new(), Vec::new(), voice);
        for (to, _) in tree.steps(voice) {
            if let Some(against) = between(from, to) {
                ties.extend(against);
                sides.extend([from, to]);
            }
            from = to;
        }
        ties.sort_unstable();
        let finding = Finding::new(Rule::ContestedChannel, Severity::Medium, Subject::Actor(voice));
        // The text speaks of the first pair from the voice; the ties name them all.
        sides.truncate(2);
        found.push(finding.actors(vec![voice]).voices(vec![voice]).ties(ties).by(sides));
    }
}

/// Decision-makers whom no voice reaches, not even through other decision-makers.
fn deaf(facts: Facts, found: &mut Vec<Finding>) {
    let Facts { network, pass, .. } = facts;
    let is_reached = reached_from(&pass.graph, network.voices(), |_| true);
    for actor in network.decision_makers.iter().filter(|actor| !is_reached[**actor as usize]) {
        let finding = Finding::new(Rule::DeafDecisionMaker, Severity::Medium, Subject::Actor(*actor));
        found.push(finding.actors(vec![*actor]));
    }
}

/// Whom a voice works with beyond its place.
#[derive(Clone, Copy, PartialEq)]
enum Beyond {
    Nobody,
    One(ActorIx),
    Several,
}

/// Voices whose only cooperative partner beyond the local level is one actor from outside.
fn patrons(facts: Facts, found: &mut Vec<Finding>) {
    let Facts { network, pass, .. } = facts;
    let mut beyond = vec![Beyond::Nobody; network.actors.len()];
    let cooperative = || pass.ties.iter().filter(|tie| network.link(**tie).is_cooperative());
    for tie in cooperative() {
        let link = network.link(*tie);
        for (near, far) in [(link.from, link.to), (link.to, link.from)] {
            if network.node(far).tier != Tier::Local {
                let seen = &mut beyond[near as usize];
                *seen = match *seen {
                    Beyond::Nobody => Beyond::One(far),
                    Beyond::One(other) if other == far => Beyond::One(far),
                    _ => Beyond::Several,
                };
            }
        }
    }
    let patron_of = |voice: ActorIx| match beyond[voice as usize] {
        Beyond::One(patron) if network.node(patron).tier == Tier::External => Some(patron),
        _ => None,
    };
    let mut ties: HashMap<ActorIx, Vec<TieIx>> = HashMap::new();
    for tie in cooperative() {
        let link = network.link(*tie);
        for (near, far) in [(link.from, link.to), (link.to, link.from)] {
            if patron_of(near) == Some(far) && network.node(near).is_voice() {
                ties.entry(near).or_default().push(*tie);
            }
        }
    }
    for voice in network.voices() {
        if let Some(patron) = patron_of(voice) {
            let finding = Finding::new(Rule::PatronDependence, Severity::Medium, Subject::Actor(voice));
            let ties = ties.remove(&voice).unwrap_or_default();
            found.push(finding.actors(vec![voice]).voices(vec![voice]).ties(ties).by(vec![patron]));
        }
    }
}
