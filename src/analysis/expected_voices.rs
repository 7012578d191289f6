//! Expected voices: whether they are on the map, and how well they are heard.

use std::collections::{HashMap, HashSet};

use super::findings::ActorList;
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
    /// The actors that are this voice, in the order of ids. Voices of the same kinds and groups share one list.
    pub actors: ActorList,
    /// Which list that is: voices of one list fare alike.
    pub list: usize,
    /// Whether one of them, or a listed group, took part in any consultation.
    pub is_consulted: bool,
}

/// The kinds (false) and groups (true) by which an expected voice is recognised, sorted.
type Criteria<'n> = Vec<(bool, &'n str)>;

/// Who each expected voice is, in the order of ids.
pub fn matches<'n>(network: &'n Network) -> Vec<Match> {
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
    let asked: HashSet<&String> =
        consultations.iter().flat_map(|consultation| &consultation.groups).collect();
    let mut known: HashMap<Criteria, (usize, ActorList, bool)> = HashMap::new();
    let matching = |expected: &'n ExpectedVoice| {
        let of_kind = expected.kinds.iter().map(|kind| (false, kind.as_str()));
        let of_group = expected.groups.iter().map(|group| (true, group.as_str()));
        let list = |(is_group, name): &(bool, &'n str)| {
            if *is_group { by_group.get(name) } else { by_kind.get(name) }
        };
        let mut asks: Vec<_> = of_kind.chain(of_group).filter(|ask| list(ask).is_some()).collect();
        asks.sort_unstable();
        asks.dedup();
        let number = known.len();
        let (list, actors, took_part) = known.entry(asks).or_insert_with_key(|asks| {
            let mut actors: Vec<ActorIx> = asks.iter().filter_map(list).flatten().copied().collect();
            actors.sort_unstable();
            actors.dedup();
            let took_part = actors.iter().any(|actor| participants.binary_search(actor).is_ok());
            (number, actors.into(), took_part)
        });
        let is_consulted = *took_part || expected.groups.iter().any(|group| asked.contains(group));
        Match { actors: actors.clone(), list: *list, is_consulted }
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
    actors.iter().any(|actor| pass.is_member[*actor as usize])
}
