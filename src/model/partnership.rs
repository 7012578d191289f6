//! Partnerships: actors who have agreed to work on safety together.

use super::terms::{Agreement, Confidence, Phase, PhaseState, Principle, Sensitivity};
use super::{ActorId, Bag, Date, PartnershipId, Rating, SourceId, Text, counts_as_confirmed};

/// A partnership, and how far it has come.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Partnership {
    /// Its id.
    pub id: PartnershipId,
    /// Its name.
    pub name: Text,
    /// The actor that stands for it on the map, such as a steering committee.
    pub actor: Option<ActorId>,
    /// Who belongs to it (besides those with an active `member-of` tie to its actor).
    pub members: Vec<Member>,
    /// What it is for.
    pub purpose: Text,
    /// On what it rests.
    pub agreement: Option<Agreement>,
    /// The authority in which it is anchored.
    pub anchored_in: Option<ActorId>,
    /// How sure people are of that; absent counts as confirmed.
    pub anchor_confidence: Option<Confidence>,
    /// How far each phase has come.
    pub phases: Phases,
    /// How it keeps to the five principles, in somebody's judgement.
    pub principles: Vec<PrincipleRating>,
    /// What it wants to reach, and how one would know.
    pub outcomes: Vec<Outcome>,
    /// Who may see it.
    pub sensitivity: Sensitivity,
    /// Keys that this version does not know.
    pub extra: Bag,
}

impl Partnership {
    /// Whether it counts in what is certain in whom the partnership is anchored.
    pub fn is_anchor_confirmed(&self) -> bool {
        counts_as_confirmed(self.anchor_confidence)
    }
}

/// Somebody who belongs to a partnership.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Member {
    /// Who.
    pub actor: ActorId,
    /// As what: member, chair, secretary …
    pub role: Text,
    /// How sure people are of it; absent counts as confirmed.
    pub confidence: Option<Confidence>,
    /// Where it is known from.
    pub evidence: Vec<SourceId>,
    /// Keys that this version does not know.
    pub extra: Bag,
}

impl Member {
    /// Whether it counts in what is certain.
    pub fn is_confirmed(&self) -> bool {
        counts_as_confirmed(self.confidence)
    }
}

/// How far each phase has come; `None` where nobody said.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Phases {
    /// Agreeing to work together.
    pub agreement: Option<PhaseState>,
    /// Forming the committee.
    pub committee: Option<PhaseState>,
    /// Asking people.
    pub consultation: Option<PhaseState>,
    /// Making the plan.
    pub plan: Option<PhaseState>,
    /// Keys that this version does not know.
    pub extra: Bag,
}

impl Phases {
    /// The state of one phase.
    pub fn get(&self, phase: Phase) -> Option<PhaseState> {
        match phase {
            Phase::Agreement => self.agreement,
            Phase::Committee => self.committee,
            Phase::Consultation => self.consultation,
            Phase::Plan => self.plan,
        }
    }
}

/// One person's judgement on one principle.
#[derive(Debug, Clone, PartialEq)]
pub struct PrincipleRating {
    /// Which principle.
    pub principle: Principle,
    /// The judgement.
    pub rating: Option<Rating>,
    /// Whose it is.
    pub rated_by: Text,
    /// When.
    pub date: Option<Date>,
    /// Why.
    pub why: Text,
    /// Keys that this version does not know.
    pub extra: Bag,
}

/// What a partnership wants to reach, and how one would know.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Outcome {
    /// What is to be reached.
    pub goal: Text,
    /// By what one would know.
    pub indicator: Text,
    /// How it is measured: `qualitative`, `quantitative` …
    pub measure: Text,
    /// How things stood at first.
    pub baseline: Text,
    /// How things are to stand.
    pub target: Text,
    /// Who sees to it.
    pub owner: Text,
    /// By when.
    pub due: Option<Date>,
    /// How things stood since.
    pub measurements: Vec<Measurement>,
    /// How it goes: `open`, `reached` …
    pub status: Text,
    /// Keys that this version does not know.
    pub extra: Bag,
}

impl Outcome {
    /// Whether somebody gave it up.
    pub fn is_dropped(&self) -> bool {
        self.status == Text::from("dropped")
    }

    /// Whether it is neither reached nor given up. Only these two plain words close it.
    pub fn is_open(&self) -> bool {
        !self.is_dropped() && self.status != Text::from("reached")
    }
}

/// How things stood with an outcome, one day.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Measurement {
    /// When.
    pub date: Option<Date>,
    /// How they stood.
    pub value: Text,
    /// Who says so.
    pub by: Text,
    /// Whatever is to be said of it.
    pub note: Text,
    /// Keys that this version does not know.
    pub extra: Bag,
}
