//! Concerns: what was raised, by whom, how it travelled, and what came back.

use super::terms::{Confidence, Medium, ResponseStatus, Scale, Sensitivity};
use super::{ActorId, Bag, ConcernId, ConsultationId, Date, SourceId, Text, counts_as_confirmed};

/// Something that people want to be changed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Concern {
    /// Its id.
    pub id: ConcernId,
    /// What it is.
    pub text: Text,
    /// On what scale it lies.
    pub scale: Option<Scale>,
    /// The consultation in which it came up.
    pub raised_in: Option<ConsultationId>,
    /// Who raised it; empty for all who took part in `raised_in`.
    pub raised_by: Vec<ActorId>,
    /// The actors whose conduct it is about.
    pub about: Vec<ActorId>,
    /// The actors for whom it is meant.
    pub addressed_to: Vec<ActorId>,
    /// Each time it was passed on.
    pub transmissions: Vec<Transmission>,
    /// What it was answered with.
    pub response: Option<Response>,
    /// How those who raised it learned of the answer.
    pub fed_back: Option<FedBack>,
    /// Who may see it.
    pub sensitivity: Sensitivity,
    /// Where this is known from.
    pub evidence: Vec<SourceId>,
    /// Whatever its authors want to say of it.
    pub notes: Text,
    /// Keys that this version does not know.
    pub extra: Bag,
}

impl Concern {
    /// Whether somebody answered, be it with a no.
    pub fn is_answered(&self) -> bool {
        self.response.as_ref().is_some_and(|response| response.status != ResponseStatus::None)
    }
}

/// One step of a concern's journey.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Transmission {
    /// Who passed it on.
    pub from: ActorId,
    /// To whom.
    pub to: ActorId,
    /// When.
    pub date: Option<Date>,
    /// By what means.
    pub medium: Option<Medium>,
    /// How sure people are of it; absent counts as confirmed.
    pub confidence: Option<Confidence>,
    /// Where it is known from.
    pub evidence: Vec<SourceId>,
    /// Keys that this version does not know.
    pub extra: Bag,
}

/// What a concern was answered with.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Response {
    /// Who answered.
    pub by: Option<ActorId>,
    /// What the answer was.
    pub status: ResponseStatus,
    /// When.
    pub date: Option<Date>,
    /// In what words.
    pub text: Text,
    /// How sure people are of it; absent counts as confirmed.
    pub confidence: Option<Confidence>,
    /// Where it is known from.
    pub evidence: Vec<SourceId>,
    /// Keys that this version does not know.
    pub extra: Bag,
}

/// How those who raised a concern learned of the answer.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FedBack {
    /// When.
    pub date: Option<Date>,
    /// To whom.
    pub to: Vec<ActorId>,
    /// How sure people are of it; absent counts as confirmed.
    pub confidence: Option<Confidence>,
    /// Where it is known from.
    pub evidence: Vec<SourceId>,
    /// Keys that this version does not know.
    pub extra: Bag,
}

macro_rules! sure {
    ($($type:ident),+) => {$(
        impl $type {
            /// Whether it counts in what is certain.
            pub fn is_confirmed(&self) -> bool {
                counts_as_confirmed(self.confidence)
            }
        }
    )+};
}

sure!(Transmission, Response, FedBack);
