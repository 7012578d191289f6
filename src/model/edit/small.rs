//! Small edits: a look at what they touched tells that nothing became wrong, so that a large map need not be looked through
//! for every letter that somebody types.

use super::{Change, Edit};
use crate::model::validity::{is_known_actor_kind, is_known_tie_kind};
use crate::model::{Actor, ActorId, Date, Id, Map, SourceId, Tie, TieId};

/// Edits of more parts are not small.
const MOST: usize = 8;

/// What a small edit puts into a map, by ids.
#[derive(Debug, Default)]
pub struct Touched {
    actors: Vec<ActorId>,
    ties: Vec<TieId>,
    placed: Vec<ActorId>,
}

/// What an edit touches; `None` where it may make something wrong elsewhere, or touches much.
pub fn touched(edit: &Edit) -> Option<Touched> {
    let mut touched = Touched::default();
    touched.add(edit)?;
    (touched.actors.len() + touched.ties.len() + touched.placed.len() <= MOST).then_some(touched)
}

impl Touched {
    fn add(&mut self, edit: &Edit) -> Option<()> {
        match edit {
            Edit::Batch(edits) if edits.len() <= MOST => edits.iter().try_for_each(|edit| self.add(edit)),
            Edit::Actor(Change::Insert { item, .. } | Change::Replace { item, .. }) => {
                self.actors.push(item.id.clone());
                Some(())
            }
            Edit::Tie(Change::Insert { item, .. } | Change::Replace { item, .. }) => {
                self.ties.push(item.id.clone());
                Some(())
            }
            Edit::Place { actor, .. } => {
                self.placed.push(actor.clone());
                Some(())
            }
            // Nothing that has to be there refers to a tie, or to a place in a list; and what may name nothing may name
            // anything.
            Edit::Tie(_)
            | Edit::Actor(Change::Move { .. })
            | Edit::Header(_)
            | Edit::NotSame(_)
            | Edit::Drawn(_)
            | Edit::Mappings(_) => Some(()),
            _ => None,
        }
    }

    /// Whether everything that an edit put into the map is right in itself, and nothing can refer any more to what is no
    /// longer there. `inverse` takes the edit back. O(actors + ties), a comparison each.
    pub fn is_sound(&self, map: &Map, inverse: &Edit) -> bool {
        self.keeps_ids(inverse)
            && self.placed.iter().all(|actor| map.actor(actor).is_some())
            && is_once(&self.actors, map.actors.iter().map(|actor| &actor.id))
            && is_once(&self.ties, map.ties.iter().map(|tie| &tie.id))
            && map
                .actors
                .iter()
                .filter(|actor| self.actors.contains(&actor.id))
                .all(|actor| is_right(map, actor))
            && map.ties.iter().filter(|tie| self.ties.contains(&tie.id)).all(|tie| is_right_tie(map, tie))
    }

    /// Whether every actor that was replaced has a successor of its id.
    fn keeps_ids(&self, inverse: &Edit) -> bool {
        match inverse {
            Edit::Batch(edits) => edits.iter().all(|edit| self.keeps_ids(edit)),
            Edit::Actor(Change::Insert { item, .. } | Change::Replace { item, .. }) => {
                self.actors.contains(&item.id)
            }
            _ => true,
        }
    }
}

/// Whether each of some ids stands in a list once.
fn is_once<'m, I: Id + 'm>(ids: &[I], list: impl Iterator<Item = &'m I>) -> bool {
    if ids.is_empty() {
        return true;
    }
    let mut unique = ids.to_vec();
    unique.sort_unstable();
    unique.dedup();
    list.filter(|id| ids.contains(id)).count() == unique.len() && ids.iter().all(|id| !id.as_str().is_empty())
}

fn is_right(map: &Map, actor: &Actor) -> bool {
    is_known_actor_kind(map, &actor.kind)
        && map.ladder().rungs().any(|(id, _, _)| id == actor.level.as_str())
        && has_sources(map, &actor.evidence)
        && may_last(actor.since, actor.until)
}

fn is_right_tie(map: &Map, tie: &Tie) -> bool {
    is_known_tie_kind(map, &tie.kind)
        && [&tie.from, &tie.to].into_iter().all(|end| map.actor(end).is_some())
        && has_sources(map, &tie.evidence)
        && may_last(tie.since, tie.until)
}

fn has_sources(map: &Map, evidence: &[SourceId]) -> bool {
    evidence.iter().all(|id| map.sources.iter().any(|source| source.id == *id))
}

fn may_last(since: Option<Date>, until: Option<Date>) -> bool {
    since.zip(until).is_none_or(|(since, until)| since.may_precede(until))
}
