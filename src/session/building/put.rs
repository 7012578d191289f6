//! Putting actors somewhere by hand: at a place of a view, on another level, on the grid of influence and interest.

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
    let place = |(actor, position): &(ActorId, Position)| Edit::Place {
        view,
        actor: actor.clone(),
        position: Some(*position),
    };
    let ids: Vec<&ActorId> = places.iter().map(|(actor, _)| actor).collect();
    let lift = level.map(|level| {
        let moved = ids.iter().filter_map(|id| at_level(map, id, level));
        moved.collect::<Vec<_>>()
    });
    let edits = lift.into_iter().flatten().chain(places.iter().map(place)).collect();
    Ok(Named { deed: Deed::Move(thing(map, &ids, words)?), edit: Edit::Batch(edits) })
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

fn thing(map: &Map, ids: &[&ActorId], words: &Words) -> Result<Thing, Refusal> {
    match ids {
        [] => Err(Refusal(words.text("put-nobody"))),
        [one] => Ok(Thing::One(map.actor(one).map(|actor| actor.name.clone()).unwrap_or_default())),
        several => Ok(Thing::Actors(several.len())),
    }
}
