//! Instruments: laws, decrees and the like, on which what actors do for safety stands.

use super::terms::{Function, InstrumentKind, InstrumentStatus, Sensitivity};
use super::{ActorId, Bag, Date, InstrumentId, SourceId, Text};

/// A law, or something like it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Instrument {
    /// Its id.
    pub id: InstrumentId,
    /// What it is called.
    pub name: Text,
    /// What it is.
    pub kind: Option<InstrumentKind>,
    /// Whether it holds.
    pub status: InstrumentStatus,
    /// The actors to whom it gives something to do.
    pub covers: Vec<ActorId>,
    /// What it gives them to do; empty for whatever they do.
    pub functions: Vec<Function>,
    /// Of when it is.
    pub date: Option<Date>,
    /// Where this is known from.
    pub evidence: Vec<SourceId>,
    /// Whatever the map's authors want to say of it.
    pub notes: Text,
    /// Who may see it.
    pub sensitivity: Sensitivity,
    /// Keys that this version does not know.
    pub extra: Bag,
}
