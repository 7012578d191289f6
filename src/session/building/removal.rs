//! Deleting actors and ties with everything that names them, and saying beforehand what goes.

use std::collections::BTreeSet;

use super::bulk::actors_thing;
use super::fields::tie_thing;
use super::{Deed, Named, Refusal, Thing};
use crate::model::edit::{Change, remove_items};
use crate::model::{ActorId, Edit, Map, TieId};
use crate::words::{Words, args};

/// A deletion, and what goes with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Removal {
    /// The edit.
    pub named: Named,
    /// How many actors go.
    pub actors: usize,
    /// How many ties go, those of the actors among them.
    pub ties: usize,
    /// How many partnerships name one of the actors.
    pub partnerships: usize,
    /// How many consultations do.
    pub consultations: usize,
    /// How many concerns do.
    pub concerns: usize,
    /// How many instruments do.
    pub instruments: usize,
    /// How many saved views do.
    pub views: usize,
    /// How many steps of the story do.
    pub steps: usize,
}

/// Deletes actors and ties. It is refused where none of them is on the map.
pub fn remove(
    map: &Map,
    actors: &BTreeSet<ActorId>,
    ties: &BTreeSet<TieId>,
    words: &Words,
) -> Result<Removal, Refusal> {
    let edit = remove_items(map, actors, ties);
    let Edit::Batch(edits) = &edit else { return Err(Refusal(words.text("refused-nobody"))) };
    if edits.is_empty() {
        return Err(Refusal(words.text("refused-nobody")));
    }
    let count = |is_one: fn(&Edit) -> bool| edits.iter().filter(|edit| is_one(edit)).count();
    let gone = count(|edit| matches!(edit, Edit::Actor(Change::Remove { .. })));
    let gone_ties = count(|edit| matches!(edit, Edit::Tie(Change::Remove { .. })));
    let thing = match (gone, edits.as_slice()) {
        (0, [Edit::Tie(Change::Remove { at })]) => tie_thing(map, *at),
        (0, _) => Thing::Ties(gone_ties),
        _ if ties.is_empty() => actors_thing(map, actors, gone),
        _ => Thing::Items(gone + gone_ties),
    };
    Ok(Removal {
        actors: gone,
        ties: gone_ties,
        partnerships: count(|edit| matches!(edit, Edit::Partnership(_))),
        consultations: count(|edit| matches!(edit, Edit::Consultation(_))),
        concerns: count(|edit| matches!(edit, Edit::Concern(_))),
        instruments: count(|edit| matches!(edit, Edit::Instrument(_))),
        views: count(|edit| matches!(edit, Edit::SavedView(_))),
        steps: count(|edit| matches!(edit, Edit::Step(_))),
        named: Named { deed: Deed::Remove(thing), edit },
    })
}

impl Removal {
    /// What goes, and what will name it no more, to be read before one says yes.
    pub fn text(&self, words: &Words) -> String {
        let part =
            |id: &str, count: usize| (count > 0).then(|| words.say(id, &args([("count", count.into())])));
        let gone = [part("thing-actors", self.actors), part("thing-ties", self.ties)];
        let changed = [
            part("removal-partnerships", self.partnerships),
            part("removal-consultations", self.consultations),
            part("removal-concerns", self.concerns),
            part("removal-instruments", self.instruments),
            part("removal-views", self.views),
            part("removal-steps", self.steps),
        ];
        let list = |parts: Vec<String>| {
            let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
            words.list(&parts, parts.len())
        };
        let gone = list(gone.into_iter().flatten().collect());
        let changed = list(changed.into_iter().flatten().collect());
        if changed.is_empty() {
            words.say("removal-goes", &args([("gone", gone.into())]))
        } else {
            words.say("removal-goes-and", &args([("gone", gone.into()), ("changed", changed.into())]))
        }
    }
}
