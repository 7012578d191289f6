//! Ties: how one actor stands to another.

use super::terms::{Confidence, Formality, Medium, Sensitivity, Status};
use super::{ActorId, Bag, Date, Rating, SourceId, Text, TieId, TieKindId};

/// A tie reads *from · kind · to*: "police informs governor's office".
#[derive(Debug, Clone, PartialEq)]
pub struct Tie {
    /// Its id.
    pub id: TieId,
    /// Whose tie it is.
    pub from: ActorId,
    /// To whom.
    pub to: ActorId,
    /// Its kind, which says what sort of relation it is and which way a voice travels.
    pub kind: TieKindId,
    /// Whether it holds both ways, where that differs from what its kind brings.
    pub mutual: Option<bool>,
    /// How strong it is.
    pub strength: Option<Rating>,
    /// How far it stands on written rules.
    pub formality: Option<Formality>,
    /// Whether it is in use.
    pub status: Status,
    /// How sure we are of it.
    pub confidence: Confidence,
    /// By what means something travels along it.
    pub medium: Option<Medium>,
    /// How a planned tie is to come about. Boxed: few have one, and a map may hold millions of ties.
    pub plan: Option<Box<TiePlan>>,
    /// Who may see it.
    pub sensitivity: Sensitivity,
    /// Words to find it by.
    pub tags: Vec<String>,
    /// The authors' own fields: texts, numbers, yes or no.
    pub fields: Bag,
    /// Whatever its authors want to say of it.
    pub notes: Text,
    /// Where this is known from.
    pub evidence: Vec<SourceId>,
    /// The first day it held.
    pub since: Option<Date>,
    /// The last day it held.
    pub until: Option<Date>,
    /// Keys that this version does not know.
    pub extra: Bag,
}

impl Tie {
    /// A tie of which nothing more is known: active, reported, not rated.
    pub fn new(id: TieId, from: ActorId, kind: TieKindId, to: ActorId) -> Self {
        Self {
            id,
            from,
            to,
            kind,
            mutual: None,
            strength: None,
            formality: None,
            status: Status::Active,
            confidence: Confidence::Reported,
            medium: None,
            plan: None,
            sensitivity: Sensitivity::Open,
            tags: Vec::new(),
            fields: Bag::default(),
            notes: Text::default(),
            evidence: Vec::new(),
            since: None,
            until: None,
            extra: Bag::default(),
        }
    }

    /// Whether it joins an actor to itself: then it is drawn and listed, and counts nowhere.
    pub fn is_to_itself(&self) -> bool {
        self.from == self.to
    }

    /// Its strength for the analysis: a tie that nobody rated counts as middling.
    pub fn strength_or_middle(&self) -> Rating {
        self.strength.unwrap_or(Rating::MIDDLE)
    }
}

/// How a planned tie is to come about.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TiePlan {
    /// Who brings it about.
    pub owner: Text,
    /// By when.
    pub due: Option<Date>,
    /// Whatever is to be said of it.
    pub note: Text,
    /// Keys that this version does not know.
    pub extra: Bag,
}
