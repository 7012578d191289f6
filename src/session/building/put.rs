//! Putting actors somewhere by hand: at a place of a view, on another level, on the grid of influence and interest.

use std::collections::BTreeSet;

use super::bulk::{self, actors_thing};
use super::{Deed, Named, Refusal, Thing};
use crate::model::edit::Change;
use crate::model::terms::View;
use crate::model::{Actor, ActorId, Edit, LevelId, Map, Position, Rating};
use crate::words::Words;

/// Puts actors at places of a view, and on a level, where they were dropped on another one.
pub fn at(
    map: &Map,
    view: View,
    places: &[(ActorId, Position)],
    level: Option<&LevelId>,
    words: &Words,
) -> Result<Named, Refusal> {
    let ids: BTreeSet<ActorId> = places.iter().map(|(actor, _)| actor.clone()).collect();
    let lifted = level.map(|level| ids.iter().filter_map(|id| at_level(map, id, level)).collect::<Vec<_>>());
    let mut edits = lifted.unwrap_or_default();
    edits.extend(bulk::place(map, view, places).map(|named| named.edit));
    if edits.is_empty() {
        return Err(Refusal(words.text("put-nobody")));
    }
    Ok(Named { deed: Deed::Move(actors_thing(map, &ids, ids.len())), edit: Edit::Batch(edits) })
}

/// Rates an actor's influence and interest, as it was dropped on the grid of both.
pub fn rate(
    map: &Map,
    actor: &ActorId,
    influence: Rating,
    interest: Rating,
    words: &Words,
) -> Result<Named, Refusal> {
    let at = map.actors.iter().position(|other| other.id == *actor);
    let Some(at) = at else { return Err(Refusal(words.text("edit-outdated"))) };
    let rated = Actor { influence: Some(influence), interest: Some(interest), ..map.actors[at].clone() };
    let thing = Thing::One(rated.name.clone());
    Ok(Named { deed: Deed::Set("influence", thing), edit: Edit::Actor(Change::replace(at, rated)) })
}

fn at_level(map: &Map, id: &ActorId, level: &LevelId) -> Option<Edit> {
    let at = map.actors.iter().position(|actor| actor.id == *id && actor.level != *level)?;
    let moved = Actor { level: level.clone(), ..map.actors[at].clone() };
    Some(Edit::Actor(Change::replace(at, moved)))
}
