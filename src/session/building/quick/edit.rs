//! What a line that was read does to the map.

use super::{End, NewTie, Parsed, Reading};
use crate::model::edit::Change;
use crate::model::{Actor, ActorId, Edit, Map, Text, Tie};
use crate::session::building::ids::Ids;
use crate::session::building::{Deed, Named, Refusal, Thing};
use crate::words::{Words, args};

impl Parsed {
    /// One edit of everything that the line says, for the map for which it was read; what would be created is created. It is
    /// refused as long as something is not clear, or where there is nothing to do.
    pub fn to_edit(&self, map: &Map, words: &Words) -> Result<Named, Refusal> {
        if let Some(problem) = self.statements.iter().find_map(|statement| statement.problem.as_deref()) {
            return Err(Refusal(words.say("quick-not-yet", &args([("what", problem.into())]))));
        }
        let mut ids = Ids::of_actors(map);
        let actors: Vec<Actor> =
            self.creates.iter().map(|new| new.actor(ids.named(&new.name, "actor"))).collect();
        let mut tie_ids = Ids::of_ties(map);
        let ties: Vec<Tie> = self
            .statements
            .iter()
            .filter_map(|statement| match &statement.reading {
                Reading::Tie(tie) if !tie.is_there => Some(tie.tie(map, &actors, &mut tie_ids)),
                _ => None,
            })
            .collect();
        let deed = match (actors.as_slice(), ties.as_slice()) {
            ([], []) => {
                let is_there = !self.statements.is_empty();
                let why = if is_there { "quick-already-there" } else { "quick-nothing" };
                return Err(Refusal(words.text(why)));
            }
            ([], [tie]) => {
                let name =
                    |id: &ActorId| map.actor(id).map_or_else(Text::default, |actor| actor.name.clone());
                Deed::Add(Thing::Tie(name(&tie.from), name(&tie.to)))
            }
            ([actor], []) => Deed::Add(Thing::One(actor.name.clone())),
            ([], ties) => Deed::Add(Thing::Ties(ties.len())),
            (actors, []) => Deed::Add(Thing::Actors(actors.len())),
            (actors, ties) => Deed::AddBoth { actors: actors.len(), ties: ties.len() },
        };
        let push_actors = (map.actors.len()..).zip(actors);
        let push_actors =
            push_actors.map(|(at, item)| Edit::Actor(Change::Insert { at, item: Box::new(item) }));
        let push_ties = (map.ties.len()..).zip(ties);
        let push_ties = push_ties.map(|(at, item)| Edit::Tie(Change::Insert { at, item: Box::new(item) }));
        Ok(Named { deed, edit: Edit::Batch(push_actors.chain(push_ties).collect()) })
    }
}

impl NewTie {
    fn tie(&self, map: &Map, actors: &[Actor], ids: &mut Ids) -> Tie {
        let end = |end: &End| match end {
            End::Known(id) => id.clone(),
            End::New(new) => actors.get(*new).map_or_else(ActorId::default, |actor| actor.id.clone()),
        };
        let (from, to) = (end(&self.from), end(&self.to));
        let mut tie = Tie::new(ids.of_tie(&from, &self.kind, &to), from, self.kind.clone(), to);
        let is_mutual = map.vocabulary().tie_kind(&self.kind).is_some_and(|traits| traits.mutual);
        tie.mutual = (self.details.is_mutual && !is_mutual).then_some(true);
        tie.strength = self.details.strength;
        tie.status = self.details.status.unwrap_or(tie.status);
        tie.confidence = self.details.confidence.unwrap_or(tie.confidence);
        tie.medium = self.details.medium;
        tie.formality = self.details.formality;
        (tie.since, tie.until) = (self.details.since, self.details.until);
        tie
    }
}
