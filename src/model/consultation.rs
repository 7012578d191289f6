//! Consultations: occasions on which people were asked.

use super::terms::{ConsultationKind, Sensitivity};
use super::{ActorId, Bag, ConsultationId, Date, SourceId, Text};

/// An occasion on which people were asked what they need.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Consultation {
    /// Its id.
    pub id: ConsultationId,
    /// How people were asked.
    pub kind: Option<ConsultationKind>,
    /// What it was called.
    pub title: Text,
    /// When it was.
    pub date: Option<Date>,
    /// Where it was.
    pub place: Text,
    /// How many came.
    pub attendance: Option<u64>,
    /// The actors who took part.
    pub participants: Vec<ActorId>,
    /// The groups of people who took part.
    pub groups: Vec<String>,
    /// Who may see it.
    pub sensitivity: Sensitivity,
    /// Where this is known from.
    pub evidence: Vec<SourceId>,
    /// Whatever its authors want to say of it.
    pub notes: Text,
    /// Keys that this version does not know.
    pub extra: Bag,
}
