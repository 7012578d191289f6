//! Concerns: how far each one came on its journey.

use std::collections::BTreeSet;

use super::Evidence;
use super::network::{ActorIx, Network};
use crate::model::terms::Term;
use crate::model::{Concern, Transmission};

/// How far a concern came. Each state includes that nothing after it happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ConcernState {
    /// Somebody raised it.
    Raised,
    /// Somebody passed it on.
    OnTheWay,
    /// A decision-maker has it.
    Transmitted,
    /// It was answered, by whomever: what is settled lower down is settled.
    Answered,
    /// Those who raised it know of the answer.
    FedBack,
}

impl Term for ConcernState {
    const ALL: &'static [Self] =
        &[Self::Raised, Self::OnTheWay, Self::Transmitted, Self::Answered, Self::FedBack];

    fn id(self) -> &'static str {
        match self {
            Self::Raised => "raised",
            Self::OnTheWay => "on-the-way",
            Self::Transmitted => "transmitted",
            Self::Answered => "answered",
            Self::FedBack => "fed-back",
        }
    }
}

/// A concern's journey.
#[derive(Debug, Clone)]
pub struct Journey {
    /// How far it came.
    pub state: ConcernState,
    /// Whether a decision-maker has it, answered or not.
    pub is_transmitted: bool,
    /// Where it got stuck. `None` once it is transmitted or answered, and where nobody is known to have raised it.
    pub stopped_at: Option<ActorIx>,
    /// Who raised it, in the order of the file.
    pub raisers: Vec<ActorIx>,
}

impl Journey {
    /// How far all concerns came, in the order of ids, by what counts.
    pub fn all(network: &Network, evidence: Evidence) -> Vec<Self> {
        network.concerns().map(|concern| Self::of(network, concern, evidence)).collect()
    }

    /// Follows a concern from those who raised it, transmission by transmission.
    fn of(network: &Network, concern: &Concern, evidence: Evidence) -> Self {
        let raisers = raisers(network, concern);
        let mut has_it: BTreeSet<ActorIx> = raisers.iter().copied().collect();
        let mut last = None;
        for step in in_time_order(counted(concern, evidence)) {
            let (Some(from), Some(to)) = (network.place(&step.from), network.place(&step.to)) else {
                continue;
            };
            if has_it.contains(&from) {
                has_it.insert(to);
                last = Some(to);
            }
        }
        let is_transmitted = has_it.iter().any(|actor| network.node(*actor).decides);
        let is_fed_back =
            concern.fed_back.as_ref().is_some_and(|fed_back| evidence.counts(fed_back.is_confirmed()));
        let answer = concern.response.as_ref().filter(|answer| evidence.counts(answer.is_confirmed()));
        let state = if concern.is_answered() && answer.is_some() {
            if is_fed_back { ConcernState::FedBack } else { ConcernState::Answered }
        } else if is_transmitted {
            ConcernState::Transmitted
        } else if last.is_some() {
            ConcernState::OnTheWay
        } else {
            ConcernState::Raised
        };
        let is_stuck = state < ConcernState::Transmitted;
        let stopped_at = last.or(raisers.first().copied()).filter(|_| is_stuck);
        Self { state, is_transmitted, stopped_at, raisers }
    }
}

/// Who raised a concern: those named, or else those who took part where it came up.
fn raisers(network: &Network, concern: &Concern) -> Vec<ActorIx> {
    let participants = || {
        let consultation = concern.raised_in.as_ref()?;
        let asked = network.map.consultations.iter().find(|item| item.id == *consultation)?;
        Some(asked.participants.as_slice())
    };
    let raisers = if concern.raised_by.is_empty() {
        participants().unwrap_or_default()
    } else {
        concern.raised_by.as_slice()
    };
    raisers.iter().filter_map(|actor| network.place(actor)).collect()
}

/// The transmissions of a concern that count, in the order of the file.
pub fn counted(concern: &Concern, evidence: Evidence) -> impl Iterator<Item = &Transmission> {
    concern.transmissions.iter().filter(move |step| evidence.counts(step.is_confirmed()))
}

/// By date; those without one last; of one date, in the order of the file.
fn in_time_order<'c>(transmissions: impl Iterator<Item = &'c Transmission>) -> Vec<&'c Transmission> {
    let mut steps: Vec<_> = transmissions.collect();
    steps.sort_by_key(|step| (step.date.is_none(), step.date));
    steps
}
