//! Sources: where the statements of a map come from.

use super::terms::{Consent, Reliability, Sensitivity};
use super::{Bag, Date, SourceId, Text};

/// A book, a report, an interview.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// How one would cite it.
    pub citation: Text,
    /// Of when it is.
    pub date: Option<Date>,
    /// How near it is to what it says.
    pub reliability: Option<Reliability>,
    /// Who may see it.
    pub sensitivity: Sensitivity,
    /// What those who told it agreed to.
    pub consent: Option<Consent>,
    /// The last day that it may be kept.
    pub keep_until: Option<Date>,
    /// Whatever the map's authors want to say of it.
    pub notes: Text,
    /// Keys that this version does not know.
    pub extra: Bag,
}
