//! How somebody sees an actor, field by field.

use super::Choices;
use super::told::{Told, date, optional, rating, text};
use super::{Reader, fields, gone};
use crate::model::edit::Change;
use crate::model::{Actor, ActorId, ActorRating, Edit, Map};
use crate::session::building::{Deed, Named, Refusal, Thing};
use crate::words::Words;

fields! {
    /// A field of how somebody sees an actor.
    RatingField {
        /// Who sees it so.
        By = "rated-by",
        /// The group of people that they speak for.
        Group = "rated-group",
        /// When.
        Date = "rated-date",
        /// How much the actor can move.
        Influence = "influence",
        /// How much it cares.
        Interest = "interest",
        /// How rightful they hold it to be.
        Legitimacy = "legitimacy",
        /// Where it stands towards the map's aim.
        Stance = "stance",
        /// Why.
        Why = "why",
    }
}

impl RatingField {
    fn put(&self, of: &mut ActorRating, typed: &str, reader: &Reader) -> Result<(), Refusal> {
        match self {
            Self::By => reader.put_text(&mut of.by, typed)?,
            Self::Group => reader.put_text(&mut of.group, typed)?,
            Self::Date => of.date = reader.date(typed)?,
            Self::Influence => of.influence = reader.rating(typed)?,
            Self::Interest => of.interest = reader.rating(typed)?,
            Self::Legitimacy => of.legitimacy = reader.rating(typed)?,
            Self::Stance => of.stance = reader.term("stance", typed)?,
            Self::Why => reader.put_text(&mut of.why, typed)?,
        }
        Ok(())
    }
}

/// Sets a field of how somebody sees an actor, by its place. Nothing where it says so already.
pub fn set_rating(
    map: &Map,
    actor: &ActorId,
    place: usize,
    field: &RatingField,
    typed: &str,
    words: &Words,
) -> Result<Option<Named>, Refusal> {
    let reader = Reader::new(map, words);
    change(map, actor, words, |actor| {
        let of = actor.ratings.get_mut(place).ok_or_else(|| gone(words))?;
        field.put(of, typed, &reader)
    })
}

/// Adds how somebody sees an actor, who is named.
pub fn add_rating(map: &Map, actor: &ActorId, by: &str, words: &Words) -> Result<Option<Named>, Refusal> {
    let reader = Reader::new(map, words);
    change(map, actor, words, |actor| {
        let mut of = ActorRating::default();
        reader.put_text(&mut of.by, by)?;
        actor.ratings.push(of);
        Ok(())
    })
}

/// Takes away how somebody sees an actor, by its place.
pub fn delete_rating(map: &Map, actor: &ActorId, place: usize, words: &Words) -> Result<Named, Refusal> {
    let deleted = change(map, actor, words, |actor| {
        if place >= actor.ratings.len() {
            return Err(gone(words));
        }
        actor.ratings.remove(place);
        Ok(())
    });
    deleted.and_then(|named| named.ok_or_else(|| gone(words)))
}

fn change(
    map: &Map,
    id: &ActorId,
    words: &Words,
    work: impl FnOnce(&mut Actor) -> Result<(), Refusal>,
) -> Result<Option<Named>, Refusal> {
    let at = map.actors.iter().position(|actor| actor.id == *id).ok_or_else(|| gone(words))?;
    let mut actor = map.actors[at].clone();
    work(&mut actor)?;
    let deed = Deed::Set("ratings", Thing::One(map.actors[at].name.clone()));
    Ok((actor != map.actors[at]).then(|| Named { deed, edit: Edit::Actor(Change::replace(at, actor)) }))
}

impl Told<ActorRating> for RatingField {
    fn id(&self) -> &'static str {
        self.id()
    }

    fn told(&self, of: &ActorRating, _: &Map, words: &Words) -> String {
        match self {
            Self::By => text(&of.by, words),
            Self::Group => text(&of.group, words),
            Self::Date => date(of.date),
            Self::Influence => rating(of.influence),
            Self::Interest => rating(of.interest),
            Self::Legitimacy => rating(of.legitimacy),
            Self::Stance => optional("stance", of.stance, words),
            Self::Why => text(&of.why, words),
        }
    }

    fn choices(&self) -> Option<Choices> {
        match self {
            Self::Influence | Self::Interest | Self::Legitimacy => Some(Choices::Rating),
            Self::Stance => Some(Choices::Stance),
            Self::By | Self::Group | Self::Date | Self::Why => None,
        }
    }

    fn may_be_empty(&self) -> bool {
        true
    }

    fn is_long(&self) -> bool {
        *self == Self::Why
    }
}
