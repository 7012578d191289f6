//! Adding one actor or one tie, where nothing has to be read from a line.

use super::guess::{Guess, Guesser};
use super::ids::Ids;
use super::quick::NewActor;
use super::{Deed, Named, Refusal, Thing};
use crate::analysis::SupposedTie;
use crate::model::edit::Change;
use crate::model::terms::View;
use crate::model::{Edit, LevelId, Map, Position, Tie};
use crate::words::Words;

/// A new actor of a name: what it is is guessed from the name; on a level, where one was pointed at; put at a place of a
/// view, where one was pointed at.
pub fn actor(
    map: &Map,
    name: &str,
    level: Option<&LevelId>,
    place: Option<(View, Position)>,
    words: &Words,
) -> Result<Named, Refusal> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Refusal(words.text("add-no-name")));
    }
    let guess = Guesser::new(map, words).guess(name);
    let guess = Guess { level: level.cloned().unwrap_or_else(|| guess.level.clone()), ..guess };
    let new = NewActor::new(name, guess);
    let actor = new.actor(Ids::of_actors(map).named(name, "actor"));
    let deed = Deed::Add(Thing::One(actor.name.clone()));
    let put =
        place.map(|(view, position)| Edit::Place { view, actor: actor.id.clone(), position: Some(position) });
    let insert = Edit::Actor(Change::push(&map.actors, actor));
    Ok(Named { deed, edit: Edit::Batch(std::iter::once(insert).chain(put).collect()) })
}

/// A new tie between two actors, or of one to itself.
pub fn tie(map: &Map, tie: &SupposedTie, words: &Words) -> Result<Named, Refusal> {
    let (Some(from), Some(to)) = (map.actor(&tie.from), map.actor(&tie.to)) else {
        return Err(Refusal(words.text("edit-outdated")));
    };
    let deed = Deed::Add(Thing::Tie(from.name.clone(), to.name.clone()));
    let id = Ids::of_ties(map).of_tie(&tie.from, &tie.kind, &tie.to);
    let new = Tie::new(id, tie.from.clone(), tie.kind.clone(), tie.to.clone());
    Ok(Named { deed, edit: Edit::Tie(Change::push(&map.ties, new)) })
}
