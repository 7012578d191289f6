//! What several actors, and the ties between them, have in common: what one sees before one changes them together.

use std::collections::{BTreeMap, BTreeSet};

use super::fields::{ActorField, TieField, common};
use crate::model::{Actor, ActorId, Map, Tie, TieId};
use crate::words::Words;

/// Actors that are looked at together, and the ties between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Together {
    /// The actors.
    pub actors: BTreeSet<ActorId>,
    /// The ties between two of them.
    pub ties: BTreeSet<TieId>,
    /// What all the actors say in each field; nothing where they differ.
    pub of_actors: Vec<(ActorField, Option<String>)>,
    /// What all the ties say in each field; nothing where they differ.
    pub of_ties: Vec<(TieField, Option<String>)>,
    /// Their tags, and how many actors and ties have each.
    pub tags: BTreeMap<String, usize>,
}

impl Together {
    /// What these have in common on a map. Names belong to one actor, and ends to one tie: those are left out.
    pub fn of(map: &Map, actors: BTreeSet<ActorId>, words: &Words) -> Self {
        let of_them: Vec<&Actor> = map.actors.iter().filter(|actor| actors.contains(&actor.id)).collect();
        let is_between =
            |tie: &&Tie| !tie.is_to_itself() && actors.contains(&tie.from) && actors.contains(&tie.to);
        let between: Vec<&Tie> = map.ties.iter().filter(is_between).collect();
        let own: BTreeSet<&str> =
            of_them.iter().flat_map(|actor| actor.fields.texts()).map(|(name, _)| name).collect();
        let own = own.into_iter().map(|name| ActorField::Own(name.to_owned()));
        let actor_fields =
            ActorField::ALL.iter().filter(|field| !matches!(field, ActorField::Name | ActorField::Aliases));
        let of_actors = actor_fields.cloned().chain(own).map(|field| {
            let said = common(&field, of_them.iter().copied(), map, words);
            (field, said)
        });
        let tie_fields = TieField::ALL.iter().filter(|field| !matches!(field, TieField::From | TieField::To));
        let of_ties = tie_fields.cloned().map(|field| {
            let said = common(&field, between.iter().copied(), map, words);
            (field, said)
        });
        let mut tags = BTreeMap::new();
        let tagged = of_them.iter().map(|actor| &actor.tags).chain(between.iter().map(|tie| &tie.tags));
        for tag in tagged.flatten() {
            *tags.entry(tag.clone()).or_default() += 1;
        }
        let (of_actors, of_ties) = (of_actors.collect(), of_ties.collect());
        let ties = between.into_iter().map(|tie| tie.id.clone()).collect();
        Self { actors, ties, of_actors, of_ties, tags }
    }
}
