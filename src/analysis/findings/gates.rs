//! Rules on gatekeepers: actors on whom others depend to be heard; on those who are against it, and on those of whom
//! people think differently.

use super::{Facts, Finding, Rule, Severity, Subject};
use crate::analysis::network::ActorIx;
use crate::model::Actor;
use crate::model::terms::Stance;

pub fn find(facts: Facts, found: &mut Vec<Finding>) {
    let Facts { network, pass, .. } = facts;
    for (ix, _) in (0..).zip(&network.actors).filter(|(_, node)| !node.decides) {
        let Some(severity) = severity(pass.gates.holds(ix)) else { continue };
        found.push(about(facts, Rule::SingleGatekeeper, severity, ix));
        if is_doubtful(network.actor(ix)) {
            found.push(about(facts, Rule::DoubtfulGatekeeper, Severity::Medium, ix));
        }
    }
}

/// Those who can do much, and are against it.
pub fn opponents(facts: Facts, found: &mut Vec<Finding>) {
    let network = facts.network;
    for (ix, _) in (0..).zip(&network.actors) {
        let actor = network.actor(ix);
        let is_influential = actor.influence.is_some_and(|influence| influence.get() >= 4);
        if actor.stance == Some(Stance::Opposed) && is_influential {
            let finding = Finding::new(Rule::InfluentialOpponent, Severity::Medium, Subject::Actor(ix));
            found.push(finding.actors(vec![ix]));
        }
    }
}

/// Those whom some hold to be far more rightful than others do.
pub fn disputed(facts: Facts, found: &mut Vec<Finding>) {
    let network = facts.network;
    for (ix, _) in (0..).zip(&network.actors) {
        let opinions = network.actor(ix).ratings.iter().filter_map(|opinion| opinion.legitimacy);
        let (Some(least), Some(most)) = (opinions.clone().min(), opinions.max()) else { continue };
        if most.get() >= least.get() + 2 {
            let finding = Finding::new(Rule::DisputedLegitimacy, Severity::Low, Subject::Actor(ix));
            found.push(finding.actors(vec![ix]));
        }
    }
}

/// How much it matters that an actor is the gatekeeper of so many voices.
pub fn severity(holds: u32) -> Option<Severity> {
    match holds {
        0 => None,
        1 => Some(Severity::Low),
        2 => Some(Severity::Medium),
        _ => Some(Severity::High),
    }
}

fn about(facts: Facts, rule: Rule, severity: Severity, gatekeeper: ActorIx) -> Finding {
    let finding = Finding::new(rule, severity, Subject::Actor(gatekeeper));
    finding.actors(vec![gatekeeper]).voices(facts.pass.gates.behind(gatekeeper))
}

/// Sceptical of it, or against it.
pub fn is_unconvinced(actor: &Actor) -> bool {
    matches!(actor.stance, Some(Stance::Sceptical | Stance::Opposed))
}

/// Against it, or not held to be rightful.
pub fn is_doubtful(actor: &Actor) -> bool {
    is_unconvinced(actor) || actor.legitimacy.is_some_and(|legitimacy| legitimacy.get() <= 2)
}
