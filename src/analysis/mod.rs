//! What a map says: who is heard, through whom, whether an answer comes back, who is missing, what stands in the way.
//!
//! Everything here is a pure function of a map, defined in `docs/method.md`. The way leads from [`Network`] (the map as
//! numbers) over [`Pass`] (what follows from one set of ties) to [`Analysis`] (both passes, and what they say).

mod bridges;
mod compare;
mod concerns;
mod expected_voices;
mod explain;
mod findings;
mod gatekeepers;
pub mod measures;
mod network;
mod pass;
mod plan;
mod progress;
mod reach;
mod routes;
mod scenario;
mod scorecard;
mod standing;
mod voice_graph;

use std::collections::HashMap;
use std::sync::Arc;

use crate::model::{Id as _, Map};
use findings::Facts;

pub use bridges::{Bridge, BridgeKind, bridges};
pub use compare::{Changes, Comparison, Move, WhatIf, compare, what_if};
pub use concerns::{ConcernState, Journey};
pub use expected_voices::VoiceState;
pub use explain::explain;
pub use findings::{
    ActorList, Certainty, Finding, Rule, Severity, Subject, is_overdue, is_unmeasured, women_counted,
};
pub use gatekeepers::{Gates, VoiceList};
pub use network::{ActorIx, Link, Network, Node, Role, Rung, TO_ITSELF, TieIx};
pub use pass::Pass;
pub use plan::{Plan, PlannedTie, plan};
pub use progress::{KeepOn, Progress, Stopped};
pub use reach::{Reach, Tree};
pub use routes::{Route, RouteError, Routes, best_routes, disjoint_routes, routes};
pub use scenario::{Scenario, SupposedTie, is_supposed};
pub use scorecard::{Scorecard, percent};
pub use standing::Effect;
pub use voice_graph::{Arc as VoiceArc, VoiceGraph};

/// Which ties count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Evidence {
    /// All active ties, and beside them the confirmed ones alone, to tell what is certain.
    #[default]
    All,
    /// The confirmed active ties alone.
    ConfirmedOnly,
}

impl Evidence {
    /// Whether something counts that is confirmed, or is not.
    pub fn counts(self, is_confirmed: bool) -> bool {
        is_confirmed || self == Self::All
    }
}

/// What a map says.
#[derive(Debug)]
pub struct Analysis {
    /// The map as numbers; every number below is a place in it.
    pub network: Network,
    /// What follows from the ties that count.
    pub pass: Pass,
    /// What follows from the confirmed ones alone; `None` where no others count.
    pub confirmed: Option<Pass>,
    /// Who carries the voices of others, those who hold most of them first.
    pub belts: Vec<Belt>,
    /// Who ought to be heard, in the order of ids.
    pub expected_voices: Vec<Expected>,
    /// How far each concern came, in the order of ids.
    pub journeys: Vec<Journey>,
    /// What is missing or at risk, the gravest first.
    pub findings: Vec<Finding>,
    /// The map in a dozen figures.
    pub scorecard: Scorecard,
}

/// A transmission belt: an actor inside somebody's best channel, or somebody's gatekeeper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Belt {
    /// Who.
    pub actor: ActorIx,
    /// How many voices it is a gatekeeper of.
    pub holds: u32,
    /// How many voices have it strictly inside their best channel.
    pub carries: u32,
}

/// How an expected voice fares.
#[derive(Debug, Clone)]
pub struct Expected {
    /// How it fares: the best of its actors.
    pub state: VoiceState,
    /// The actors that are this voice, in the order of ids.
    pub actors: ActorList,
    /// Whether it took part in any consultation.
    pub is_consulted: bool,
    /// Whether it belongs to any partnership.
    pub is_in_partnership: bool,
}

/// Works out what a valid map says.
///
/// Time and memory are linear in actors and ties, but for what a map can make long by itself: the pairs of
/// `overlapping-mandate`, and channels that are written out.
pub fn analyze(map: Arc<Map>, evidence: Evidence) -> Analysis {
    let network = Network::of(map);
    let matches = expected_voices::matches(&network);
    let work_out = |evidence| {
        let (pass, journeys) = (Pass::of(&network, evidence), Journey::all(&network, evidence));
        let facts = Facts { network: &network, pass: &pass, matches: &matches, journeys: &journeys };
        let found = findings::find(facts);
        (pass, journeys, found)
    };
    let (pass, journeys, mut found) = work_out(evidence);
    let confirmed = (evidence == Evidence::All).then(|| work_out(Evidence::ConfirmedOnly));
    let confirmed = confirmed.map(|(pass, _, others)| {
        found = findings::join(std::mem::take(&mut found), others);
        pass
    });
    findings::rank(&mut found);
    let expected_voices = expected(&network, &pass, &matches);
    let facts = Facts { network: &network, pass: &pass, matches: &matches, journeys: &journeys };
    Analysis {
        belts: belts(&pass),
        scorecard: scorecard::scorecard(facts, &found),
        expected_voices,
        findings: found,
        network,
        pass,
        confirmed,
        journeys,
    }
}

fn belts(pass: &Pass) -> Vec<Belt> {
    let belt = |actor: ActorIx| Belt {
        actor,
        holds: pass.gates.holds(actor),
        carries: pass.carries[actor as usize],
    };
    let mut belts: Vec<_> =
        (0..).zip(&pass.carries).filter(|(ix, _)| pass.is_belt(*ix)).map(|(ix, _)| belt(ix)).collect();
    belts.sort_by_key(|belt| (std::cmp::Reverse((belt.holds, belt.carries)), belt.actor));
    belts
}

fn expected(network: &Network, pass: &Pass, matches: &[expected_voices::Match]) -> Vec<Expected> {
    let mut known: HashMap<usize, (VoiceState, bool)> = HashMap::new();
    let fares = |matching: &expected_voices::Match| {
        let (state, is_in_partnership) = *known.entry(matching.list).or_insert_with(|| {
            let state = expected_voices::best_state(network, pass, &matching.actors);
            (state, expected_voices::in_partnership(pass, &matching.actors))
        });
        Expected {
            state,
            is_consulted: matching.is_consulted,
            is_in_partnership,
            actors: matching.actors.clone(),
        }
    };
    matches.iter().map(fares).collect()
}

impl Analysis {
    /// The ids that name what a finding is about, as the rule's definition says.
    pub fn subject(&self, subject: Subject) -> Vec<&str> {
        let network = &self.network;
        let actor = |ix: ActorIx| network.actor(ix).id.as_str();
        match subject {
            Subject::Map => Vec::new(),
            Subject::Actor(ix) => vec![actor(ix)],
            Subject::Pair(a, b) => vec![actor(a), actor(b)],
            Subject::Level(ix) => vec![network.levels[ix as usize].id.as_str()],
            Subject::Expected(ix) => vec![network.expected_voice(ix).id.as_str()],
            Subject::Partnership(ix) => vec![network.partnership(ix).id.as_str()],
            Subject::Principle(ix, principle) => vec![network.partnership(ix).id.as_str(), principle],
            Subject::Concern(ix) => vec![network.concern(ix).id.as_str()],
            Subject::Passing(ix, from, to) => vec![network.concern(ix).id.as_str(), actor(from), actor(to)],
        }
    }

    /// How an actor fares.
    pub fn state_of(&self, actor: ActorIx) -> VoiceState {
        expected_voices::state_of(&self.network, &self.pass, actor)
    }

    /// How many of the voices that are heard are heard on confirmed ties alone; `None` where no others count.
    pub fn heard_for_certain(&self) -> Option<usize> {
        let confirmed = self.confirmed.as_ref()?;
        Some(self.network.voices().filter(|voice| confirmed.is_heard(*voice)).count())
    }

    /// The local actors that would fall silent if every unconfirmed tie failed.
    pub fn silent_if_unconfirmed_fail(&self) -> Vec<ActorIx> {
        let Some(confirmed) = &self.confirmed else { return Vec::new() };
        let falls = |voice: &ActorIx| self.pass.is_heard(*voice) && !confirmed.is_heard(*voice);
        self.network.voices().filter(falls).collect()
    }
}
