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
    /// How many came of each group. Groups may overlap.
    pub attended: Attended,
    /// Who may see it.
    pub sensitivity: Sensitivity,
    /// Where this is known from.
    pub evidence: Vec<SourceId>,
    /// Whatever its authors want to say of it.
    pub notes: Text,
    /// Keys that this version does not know.
    pub extra: Bag,
}

/// Heads by group, in the order of the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attended(
    // Invariant: no group twice.
    Vec<(String, u64)>,
);

impl Attended {
    /// How many came of a group; `None` where nobody counted them.
    pub fn of(&self, group: &str) -> Option<u64> {
        self.0.iter().find(|(known, _)| known == group).map(|(_, heads)| *heads)
    }

    /// Says how many came of a group, or that nobody counted them.
    pub fn set(&mut self, group: &str, heads: Option<u64>) {
        let place = self.0.iter().position(|(known, _)| known == group);
        match (place, heads) {
            (Some(place), Some(heads)) => self.0[place].1 = heads,
            (Some(place), None) => _ = self.0.remove(place),
            (None, Some(heads)) => self.0.push((group.to_owned(), heads)),
            (None, None) => {}
        }
    }

    /// The groups that were counted, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, u64)> {
        self.0.iter().map(|(group, heads)| (group.as_str(), *heads))
    }

    /// Whether nobody was counted.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<(String, u64)> for Attended {
    fn from_iter<I: IntoIterator<Item = (String, u64)>>(groups: I) -> Self {
        let mut attended = Self::default();
        for (group, heads) in groups {
            attended.set(&group, Some(heads));
        }
        attended
    }
}
