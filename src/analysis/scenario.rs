//! Scenarios: the map as it was at a date, without some actors, with planned ties or others that are not there.

use crate::model::terms::{Confidence, Status};
use crate::model::{ActorId, Date, Id, Map, SourceId, Tie, TieId, TieKindId};

/// What to suppose of a map.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Scenario {
    /// Only actors and ties that were there at some time within this date.
    pub at: Option<Date>,
    /// Actors that are supposed to be gone.
    pub without: Vec<ActorId>,
    /// Whether planned ties are supposed to be there.
    pub planned: bool,
    /// Ties that are supposed to be there: active, confirmed, with evidence, of middling strength.
    pub with: Vec<SupposedTie>,
}

/// A tie that is supposed to be there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SupposedTie {
    /// Whose.
    pub from: ActorId,
    /// Of what kind.
    pub kind: TieKindId,
    /// To whom.
    pub to: ActorId,
}

impl Scenario {
    /// Whether more is supposed than that one looks at a date.
    pub fn is_more_than_a_date(&self) -> bool {
        let date = Self { at: self.at, ..Self::default() };
        *self != date
    }

    /// Whether nothing is supposed.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The map as it would be. Places in partnerships, consultations and concerns of actors that are not there stay
    /// named, and count nowhere.
    pub fn apply(&self, map: &Map) -> Map {
        let mut map = map.clone();
        let then = |since, until| self.at.is_none_or(|at| at.is_within(since, until));
        map.actors.retain(|actor| then(actor.since, actor.until) && !self.without.contains(&actor.id));
        let there: std::collections::HashSet<&ActorId> = map.actors.iter().map(|actor| &actor.id).collect();
        map.ties
            .retain(|tie| then(tie.since, tie.until) && there.contains(&tie.from) && there.contains(&tie.to));
        if self.planned {
            let ties = map.ties.iter().enumerate().filter(|(_, tie)| tie.status == Status::Planned);
            let places: Vec<usize> = ties.map(|(place, _)| place).collect();
            for place in places {
                if let Some(tie) = map.ties.get_mut(place) {
                    tie.status = Status::Active;
                }
            }
        }
        for (number, supposed) in (1..).zip(&self.with) {
            let id = free_id(&map, number);
            let tie = Tie::new(id, supposed.from.clone(), supposed.kind.clone(), supposed.to.clone());
            map.ties.push(Tie {
                status: Status::Active,
                confidence: Confidence::Confirmed,
                evidence: supposed_evidence(),
                ..tie
            });
        }
        map
    }
}

/// What stands for the evidence of a tie that is only supposed.
pub fn supposed_evidence() -> Vec<SourceId> {
    vec![SourceId::new(SUPPOSED)]
}

/// Whether a tie is there only because it is supposed.
pub fn is_supposed(tie: &Tie) -> bool {
    matches!(tie.evidence.as_slice(), [source] if source.as_str() == SUPPOSED)
}

/// The evidence of a supposed tie: no id can be that, so no source of a map is.
const SUPPOSED: &str = "(supposed)";

fn free_id(map: &Map, number: usize) -> TieId {
    let mut id = TieId::new(&format!("supposed-{number}"));
    while map.ties.iter().any(|tie| tie.id == id) {
        id = TieId::new(&format!("{id}-x"));
    }
    id
}
