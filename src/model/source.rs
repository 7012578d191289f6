//! Sources: where the statements of a map come from.

use super::terms::Reliability;
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
    /// Keys that this version does not know.
    pub extra: Bag,
}
