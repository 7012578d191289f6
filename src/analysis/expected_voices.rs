//! Expected voices: whether they are on the map, and how well they are heard.

use std::collections::HashMap;

use super::network::{ActorIx, Network};
use super::pass::Pass;
use crate::model::terms::{Term, Tier};
use crate::model::{ExpectedVoice, Id};

/// How an expected voice fares, from worst to best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum VoiceState {
    /// No actor of the map is this voice.
    Absent,
    /// It has no active tie.
    Isolated,
    /// It has ties, and no channel.
    Unheard,
    /// It has a channel, and no answer comes back.
    Heard,
    /// It has a channel, and an answer can come back; or it decides itself.
    LoopClosed,
}

impl Term for VoiceState {
    const ALL: &'static [Self] =
        &[Self::Absent, Self::Isolated, Self::Unheard, Self::Heard, Self::LoopClosed];

    fn id(self) -> &'static str {
        match self {
            Self::Absent => "absent",
            Self::Isolated => "isolated",
            Self::Unheard => "unheard",
            Self::Heard => "heard",
            Self::LoopClosed => "loop-closed",
        }
    }
}

/// What does not depend on ties: who an expected voice is, and whether it was asked.
#[derive(Debug, Clone)]
pub struct Match {
    /// The actors that are this voice, in the order of ids.
    pub actors: Vec<ActorIx>,
    /// Whether one of them, or a listed group, took part in any consultation.
    pub is_consulted: bool,
}

/// Who each expected voice is, in the order of ids.
pub fn matches(network: &Network) -> Vec<Match> {
    let mut by_kind: HashMap<&str, Vec<ActorIx>> = HashMap::new();
    let mut by_group: HashMap<&str, Vec<ActorIx>> = HashMap::new();
    for (ix, node) in (0..).zip(&network.actors) {
        let actor = network.actor(ix);
        by_kind.entry(actor.kind.as_str()).or_default().push(ix);
        // A ministry may say that it represents everybody; that does not make it the people's voice.
        if matches!(node.tier, Tier::Local | Tier::Middle) {
            for group in &actor.represents {
                by_group.entry(group).or_default().push(ix);
            }
        }
    }
    let consultations = &network.map.consultations;
    let participants =
        network.places_of(consultations.iter().flat_map(|consultation| &consultation.participants));
    let matching = |expected: &ExpectedVoice| {
        let of_kind = expected.kinds.iter().filter_map(|kind| by_kind.get(kind.as_str()));
        let of_group = expected.groups.iter().filter_map(|group| by_group.get(group.as_str()));
        let mut actors: Vec<ActorIx> = of_kind.chain(of_group).flatten().copied().collect();
        actors.sort_unstable();
        actors.dedup();
        let took_part =
            |group: &String| consultations.iter().any(|consultation| consultation.groups.contains(group));
        let is_consulted = actors.iter().any(|actor| participants.binary_search(actor).is_ok())
            || expected.groups.iter().any(took_part);
        Match { actors, is_consulted }
    };
    network.expected_voices().map(matching).collect()
}

/// How an actor fares, whatever its level.
pub fn state_of(network: &Network, pass: &Pass, actor: ActorIx) -> VoiceState {
    let is_heard = pass.is_heard(actor);
    if network.node(actor).decides || (is_heard && pass.is_answered[actor as usize]) {
        VoiceState::LoopClosed
    } else if is_heard {
        VoiceState::Heard
    } else if pass.is_tied[actor as usize] {
        VoiceState::Unheard
    } else {
        VoiceState::Isolated
    }
}

/// The best state of any of some actors.
pub fn best_state(network: &Network, pass: &Pass, actors: &[ActorIx]) -> VoiceState {
    actors.iter().map(|actor| state_of(network, pass, *actor)).max().unwrap_or(VoiceState::Absent)
}

/// Whether one of some actors belongs to any partnership.
pub fn in_partnership(pass: &Pass, actors: &[ActorIx]) -> bool {
    pass.members.iter().flatten().any(|member| actors.binary_search(member).is_ok())
}
