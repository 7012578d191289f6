//! What changed between two maps, or between two dates of one: who came and went, which findings closed and opened, whose
//! voice moved.

use std::collections::{BTreeMap, BTreeSet};

use super::expected_voices::VoiceState;
use super::findings::{Certainty, Finding, Rule};
use super::{Analysis, Evidence, Scenario, analyze};
use crate::model::terms::Term as _;
use crate::model::{Actor, ActorId, Id, Map, TieId};

/// What changed. Things are the same if their ids are, whatever they are called.
#[derive(Debug, Clone)]
pub struct Comparison {
    /// Actors.
    pub actors: Changes<ActorId>,
    /// Ties.
    pub ties: Changes<TieId>,
    /// Findings of the old analysis that no longer hold, by their places, the gravest first. Those that would hold only
    /// if unconfirmed ties failed count on neither side.
    pub closed: Vec<usize>,
    /// Findings of the new analysis that did not hold before, by their places, the gravest first.
    pub opened: Vec<usize>,
    /// Actors that are voices on either side and fare otherwise than before, in the order of ids.
    pub voices: Vec<Move>,
    /// Whether both have actors, and not one id in common: they are hardly two states of one map.
    pub is_unrelated: bool,
}

/// What was added, removed and changed, each in the order of ids.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changes<I> {
    /// Only in the new one.
    pub added: Vec<I>,
    /// Only in the old one.
    pub removed: Vec<I>,
    /// In both, and not the same.
    pub changed: Vec<I>,
}

impl<I> Changes<I> {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty() && self.changed.is_empty()
    }
}

/// A voice that fares otherwise than before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// Whose.
    pub actor: ActorId,
    /// How it fared; absent where the old map does not have it.
    pub before: VoiceState,
    /// How it fares; absent where the new map does not have it.
    pub after: VoiceState,
}

/// Compares what two maps say. Near-linear in actors, ties and findings of both.
pub fn compare(old: &Analysis, new: &Analysis) -> Comparison {
    let actors = changes(old.network.map.actors.iter(), new.network.map.actors.iter(), |actor| &actor.id);
    let in_common = |actor: &Actor| new.network.place(&actor.id).is_some();
    Comparison {
        ties: changes(old.network.map.ties.iter(), new.network.map.ties.iter(), |tie| &tie.id),
        closed: missing_from(old, new),
        opened: missing_from(new, old),
        voices: moves(old, new),
        is_unrelated: !old.network.actors.is_empty()
            && !new.network.actors.is_empty()
            && !old.network.map.actors.iter().any(in_common),
        actors,
    }
}

/// A map as it is, and as it would be.
#[derive(Debug)]
pub struct WhatIf {
    /// As it is, on all active ties; at the date of the scenario.
    pub before: Analysis,
    /// As it would be.
    pub after: Analysis,
    /// What would change.
    pub comparison: Comparison,
}

/// What a scenario would change: actors gone, ties supposed, unconfirmed ties failing.
pub fn what_if(map: &Map, scenario: &Scenario, evidence: Evidence) -> WhatIf {
    let today = Scenario { at: scenario.at, ..Scenario::default() };
    let before = analyze(today.apply(map).into(), Evidence::All);
    let after = analyze(scenario.apply(map).into(), evidence);
    let mut comparison = compare(&before, &after);
    if scenario.planned {
        // That they are not planned any more is no gain.
        comparison.closed.retain(|place| before.findings[*place].rule != Rule::PlannedWithoutOwner);
    }
    WhatIf { before, after, comparison }
}

fn changes<'m, T: PartialEq + 'm, I: Id + 'm>(
    old: impl Iterator<Item = &'m T>,
    new: impl Iterator<Item = &'m T>,
    id: impl Fn(&'m T) -> &'m I,
) -> Changes<I> {
    let old: BTreeMap<&I, &T> = old.map(|item| (id(item), item)).collect();
    let new: BTreeMap<&I, &T> = new.map(|item| (id(item), item)).collect();
    let ids = |items: &BTreeMap<&I, &T>, is_told: &dyn Fn(&I, &T) -> bool| -> Vec<I> {
        items.iter().filter(|(id, item)| is_told(id, item)).map(|(id, _)| (*id).clone()).collect()
    };
    Changes {
        added: ids(&new, &|id, _| !old.contains_key(id)),
        removed: ids(&old, &|id, _| !new.contains_key(id)),
        changed: ids(&new, &|id, item| old.get(id).is_some_and(|old| **old != *item)),
    }
}

/// The places of the findings that the other analysis has not.
fn missing_from(analysis: &Analysis, other: &Analysis) -> Vec<usize> {
    let holds = |finding: &&Finding| finding.certainty != Some(Certainty::AtRisk);
    let name = |analysis: &Analysis, finding: &Finding| {
        let subject: Vec<String> = analysis.subject(finding.subject).into_iter().map(String::from).collect();
        (finding.rule.id(), subject)
    };
    let others: BTreeSet<_> =
        other.findings.iter().filter(holds).map(|finding| name(other, finding)).collect();
    let own = analysis.findings.iter().enumerate().filter(|(_, finding)| holds(finding));
    own.filter(|(_, finding)| !others.contains(&name(analysis, finding))).map(|(place, _)| place).collect()
}

fn moves(old: &Analysis, new: &Analysis) -> Vec<Move> {
    let voices = |analysis: &Analysis| -> Vec<ActorId> {
        let network = &analysis.network;
        network.voices().map(|voice| network.actor(voice).id.clone()).collect()
    };
    let both: BTreeSet<ActorId> = voices(old).into_iter().chain(voices(new)).collect();
    let state = |analysis: &Analysis, actor: &ActorId| {
        analysis.network.place(actor).map_or(VoiceState::Absent, |place| analysis.state_of(place))
    };
    let moved = |actor: ActorId| {
        let (before, after) = (state(old, &actor), state(new, &actor));
        (before != after).then_some(Move { actor, before, after })
    };
    both.into_iter().filter_map(moved).collect()
}
