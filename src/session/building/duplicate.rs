//! Copies of actors, with their ties or without.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::bulk::actors_thing;
use super::ids::Ids;
use super::{Deed, Named, Refusal};
use crate::model::edit::Change;
use crate::model::{Actor, ActorId, Edit, Map, Text};
use crate::words::{Words, args, fold};

/// From which number on a name is not looked at for the number of an earlier copy.
const MOST: usize = 100;

/// Copies actors under names that nobody has yet: "Police (2)". With their ties, a tie between two that are copied is copied
/// between the copies, any other goes to the same partner. Where they stand and who else names them is not copied.
pub fn duplicate(
    map: &Map,
    actors: &BTreeSet<ActorId>,
    with_ties: bool,
    words: &Words,
) -> Result<Named, Refusal> {
    let mut ids = Ids::of_actors(map);
    let mut names: HashSet<String> = map.actors.iter().flat_map(Actor::names).map(fold).collect();
    let mut copies: BTreeMap<&ActorId, ActorId> = BTreeMap::new();
    let mut edits = Vec::new();
    for actor in map.actors.iter().filter(|actor| actors.contains(&actor.id)) {
        let mut copy = actor.clone();
        let plain =
            if actor.name.is_empty() { Text::Plain(actor.id.to_string()) } else { actor.name.clone() };
        copy.name = free_name(&plain, &names, words);
        // What people call or think of the one they do not call or think of its copy.
        (copy.aliases, copy.ratings) = (Vec::new(), Vec::new());
        names.extend(copy.name.all().map(fold));
        copy.id = ids.of_text(&copy.name, "actor");
        copies.insert(&actor.id, copy.id.clone());
        edits.push(Edit::Actor(Change::Insert { at: map.actors.len() + edits.len(), item: Box::new(copy) }));
    }
    if edits.is_empty() {
        return Err(Refusal(words.text("refused-nobody")));
    }
    let mut ids = Ids::of_ties(map);
    let mut at = map.ties.len();
    for tie in map.ties.iter().filter(|_| with_ties) {
        let (from, to) = (copies.get(&tie.from), copies.get(&tie.to));
        if from.is_none() && to.is_none() {
            continue;
        }
        let mut copy = tie.clone();
        copy.from = from.unwrap_or(&tie.from).clone();
        copy.to = to.unwrap_or(&tie.to).clone();
        copy.id = ids.of_tie(&copy.from, &copy.kind, &copy.to);
        edits.push(Edit::Tie(Change::Insert { at, item: Box::new(copy) }));
        at += 1;
    }
    let originals: BTreeSet<ActorId> = copies.keys().map(|id| (*id).clone()).collect();
    let deed = Deed::Duplicate(actors_thing(map, &originals, originals.len()));
    Ok(Named { deed, edit: Edit::Batch(edits) })
}

/// The name with the first number that makes it free in all its languages.
fn free_name(name: &Text, taken: &HashSet<String>, words: &Words) -> Text {
    let numbered = |name: &str, number: usize| {
        let number = number.to_string();
        words.say_bare("duplicate-name", &args([("name", name.into()), ("number", number.into())]))
    };
    // A copy of a copy is another copy of the first one.
    let bare = |name: &str| {
        let end = (2..MOST).map(|number| numbered("", number)).find(|end| name.ends_with(end.as_str()));
        let bare = end.and_then(|end| name.strip_suffix(end.as_str()).map(str::to_owned));
        bare.filter(|bare| !bare.trim().is_empty()).unwrap_or_else(|| name.to_owned())
    };
    let with = |number: usize| match name {
        Text::Plain(name) => Text::Plain(numbered(&bare(name), number)),
        Text::ByLanguage(names) => {
            let one = |(language, name): &(_, String)| match name.trim() {
                "" => (crate::model::Language::clone(language), String::new()),
                _ => (crate::model::Language::clone(language), numbered(&bare(name), number)),
            };
            Text::ByLanguage(names.iter().map(one).collect())
        }
    };
    // Among one more number than there are names one is free.
    let is_free = |name: &Text| name.all().all(|name| name.is_empty() || !taken.contains(&fold(name)));
    (2..=taken.len() + 2).map(with).find(is_free).unwrap_or_else(|| with(2))
}
