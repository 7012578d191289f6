//! Taking away what is looked at, with all that refers to it.

use super::{Deed, Named, Thing};
use crate::model::edit::{Change, remove_actor};
use crate::model::{ActorId, Edit, Map, TieId};

/// Actors with their ties and everything that names them, and how many ties that were. `None` where none of them is there.
pub fn actors(map: &Map, actors: &[ActorId]) -> Option<(Named, usize)> {
    let there: Vec<_> = actors.iter().filter_map(|id| map.actor(id)).collect();
    let deed = match there.as_slice() {
        [] => return None,
        [one] => Deed::Remove(Thing::One(one.name.clone())),
        several => Deed::Remove(Thing::Actors(several.len())),
    };
    let is_gone = |id: &ActorId| actors.contains(id);
    let ties = map.ties.iter().filter(|tie| is_gone(&tie.from) || is_gone(&tie.to)).count();
    // Each removal names places in the map as the one before left it.
    let mut left = map.clone();
    let mut edits = Vec::new();
    for actor in &there {
        let edit = remove_actor(&left, &actor.id);
        if edit.clone().apply(&mut left).is_ok() {
            edits.push(edit);
        }
    }
    Some((Named { deed, edit: Edit::Batch(edits) }, ties))
}

/// One tie.
pub fn tie(map: &Map, tie: &TieId) -> Option<Named> {
    let at = map.ties.iter().position(|other| other.id == *tie)?;
    let name = |id: &ActorId| map.actor(id).map(|actor| actor.name.clone()).unwrap_or_default();
    let tie = &map.ties[at];
    let deed = Deed::Remove(Thing::Tie(name(&tie.from), name(&tie.to)));
    Some(Named { deed, edit: Edit::Tie(Change::Remove { at }) })
}
