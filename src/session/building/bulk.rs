//! One change to many: fields, tags, and where actors stand.

use std::collections::BTreeSet;

use super::fields::{ActorField, Reader, TieField, tie_thing};
use super::{Deed, Named, Refusal, Thing};
use crate::model::edit::Change;
use crate::model::terms::View;
use crate::model::{ActorId, Edit, Map, Position, Text, TieId};
use crate::words::{Words, args};

/// Sets a field of many actors; nothing typed clears it. Where one of them can't have it none is changed, and it is said
/// which one and why. Nothing where all say so already.
pub fn set_actors(
    map: &Map,
    ids: &BTreeSet<ActorId>,
    field: &ActorField,
    typed: &str,
    words: &Words,
) -> Result<Option<Named>, Refusal> {
    let reader = Reader::new(map, words);
    let mut edits = Vec::new();
    for (at, actor) in map.actors.iter().enumerate().filter(|(_, actor)| ids.contains(&actor.id)) {
        let mut changed = actor.clone();
        let put = field.put(&mut changed, typed, &reader);
        put.map_err(|why| of(words.name(&actor.name, &actor.id), &why, ids.len(), words))?;
        if changed != *actor {
            edits.push(Edit::Actor(Change::replace(at, changed)));
        }
    }
    Ok(named(edits, |count| field.deed(actors_thing(map, ids, count))))
}

/// Sets a field of many ties, as [`set_actors`] does.
pub fn set_ties(
    map: &Map,
    ids: &BTreeSet<TieId>,
    field: &TieField,
    typed: &str,
    words: &Words,
) -> Result<Option<Named>, Refusal> {
    let reader = Reader::new(map, words);
    let (mut edits, mut last) = (Vec::new(), 0);
    for (at, tie) in map.ties.iter().enumerate().filter(|(_, tie)| ids.contains(&tie.id)) {
        let mut changed = tie.clone();
        let put = field.put(&mut changed, typed, &reader);
        put.map_err(|why| of(&tie.id.to_string(), &why, ids.len(), words))?;
        if changed != *tie {
            last = at;
            edits.push(Edit::Tie(Change::replace(at, changed)));
        }
    }
    Ok(named(edits, |count| field.deed(if count == 1 { tie_thing(map, last) } else { Thing::Ties(count) })))
}

/// Adds a tag to actors and ties. Nothing where all have it.
pub fn tag(
    map: &Map,
    actors: &BTreeSet<ActorId>,
    ties: &BTreeSet<TieId>,
    tag: &str,
    words: &Words,
) -> Result<Option<Named>, Refusal> {
    let typed = checked_tag(map, tag, words)?;
    Ok(change_tags(
        map,
        actors,
        ties,
        |thing| Deed::Tag(typed.clone(), thing),
        |tags| {
            if !tags.contains(&typed) {
                tags.push(typed.clone());
            }
        },
    ))
}

/// Takes a tag from actors and ties. Nothing where none has it.
pub fn untag(map: &Map, actors: &BTreeSet<ActorId>, ties: &BTreeSet<TieId>, tag: &str) -> Option<Named> {
    let deed = |thing| Deed::Untag(tag.to_owned(), thing);
    change_tags(map, actors, ties, deed, |tags| tags.retain(|other| other != tag))
}

/// Puts actors where somebody dragged them, as one step. Who is not on the map, and places that are no numbers, are passed
/// over. Nothing where all stand there.
pub fn place(map: &Map, view: View, places: &[(ActorId, Position)]) -> Option<Named> {
    let is_place = |position: &Position| position.x.is_finite() && position.y.is_finite();
    let there: BTreeSet<&ActorId> = map.actors.iter().map(|actor| &actor.id).collect();
    let mut moved = BTreeSet::new();
    let mut edits = Vec::new();
    for (actor, position) in places.iter().filter(|(actor, place)| there.contains(actor) && is_place(place)) {
        if map.layout.place(view, actor) != Some(*position) {
            moved.insert(actor.clone());
            edits.push(Edit::Place { view, actor: actor.clone(), position: Some(*position) });
        }
    }
    let count = moved.len();
    named(edits, |_| Deed::Move(actors_thing(map, &moved, count)))
}

/// Lets the program place actors again. Nothing where nobody put any of them anywhere.
pub fn release(map: &Map, view: View, actors: &BTreeSet<ActorId>) -> Option<Named> {
    let pinned = map.layout.places.get(&view)?;
    let mut moved = BTreeSet::new();
    let mut edits = Vec::new();
    for actor in pinned.keys().filter(|actor| actors.contains(actor)) {
        moved.insert(actor.clone());
        edits.push(Edit::Place { view, actor: actor.clone(), position: None });
    }
    let count = moved.len();
    named(edits, |_| Deed::Release(actors_thing(map, &moved, count)))
}

fn named(edits: Vec<Edit>, deed: impl FnOnce(usize) -> Deed) -> Option<Named> {
    let count = edits.len();
    (count > 0).then(|| Named { deed: deed(count), edit: Edit::Batch(edits) })
}

/// Actors as a deed names them: one by its name, several by how many.
pub(super) fn actors_thing(map: &Map, ids: &BTreeSet<ActorId>, count: usize) -> Thing {
    match ids.first() {
        Some(id) if ids.len() == 1 => {
            Thing::One(map.actor(id).map_or_else(Text::default, |actor| actor.name.clone()))
        }
        _ => Thing::Actors(count),
    }
}

/// Why something can't be done to one of many.
fn of(name: &str, why: &Refusal, many: usize, words: &Words) -> Refusal {
    if many < 2 {
        return why.clone();
    }
    Refusal(words.say("refused-of", &args([("name", name.into()), ("why", why.text().into())])))
}

/// A tag has no commas, or it would be taken for two when it is typed.
fn checked_tag(map: &Map, tag: &str, words: &Words) -> Result<String, Refusal> {
    let mut tags = Reader::new(map, words).list(tag)?;
    match (tags.pop(), tags.is_empty()) {
        (Some(tag), true) => Ok(tag),
        (Some(_), false) => Err(Refusal(words.text("refused-one-tag"))),
        (None, _) => Err(Refusal(words.text("refused-no-tag"))),
    }
}

fn change_tags(
    map: &Map,
    actors: &BTreeSet<ActorId>,
    ties: &BTreeSet<TieId>,
    deed: impl FnOnce(Thing) -> Deed,
    change: impl Fn(&mut Vec<String>),
) -> Option<Named> {
    let mut edits = Vec::new();
    for (at, actor) in map.actors.iter().enumerate().filter(|(_, actor)| actors.contains(&actor.id)) {
        let mut changed = actor.clone();
        change(&mut changed.tags);
        if changed != *actor {
            edits.push(Edit::Actor(Change::replace(at, changed)));
        }
    }
    let changed_actors = edits.len();
    for (at, tie) in map.ties.iter().enumerate().filter(|(_, tie)| ties.contains(&tie.id)) {
        let mut changed = tie.clone();
        change(&mut changed.tags);
        if changed != *tie {
            edits.push(Edit::Tie(Change::replace(at, changed)));
        }
    }
    let changed_ties = edits.len() - changed_actors;
    let thing = match (changed_actors, changed_ties) {
        (_, 0) => actors_thing(map, actors, changed_actors),
        (0, _) => Thing::Ties(changed_ties),
        _ => Thing::Items(edits.len()),
    };
    named(edits, |_| deed(thing))
}
