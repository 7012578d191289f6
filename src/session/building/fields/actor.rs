//! The fields of an actor.

use super::{Reader, fields, functions, put_own, since, sources, until};
use crate::model::Actor;
use crate::session::building::{Deed, Refusal, Thing};

fields! {
    /// A field of an actor.
    ActorField {
        /// Its name.
        Name = "name",
        /// Its other names.
        Aliases = "aliases",
        /// Its kind.
        Kind = "kind",
        /// Its level.
        Level = "level",
        /// Where it is active.
        Area = "area",
        /// Its formality, where that differs from what its kind brings.
        Formality = "formality",
        /// What it does for safety.
        Functions = "functions",
        /// For whom it speaks.
        Represents = "represents",
        /// How much it can move.
        Influence = "influence",
        /// How much it cares.
        Interest = "interest",
        /// How rightful people hold it to be.
        Legitimacy = "legitimacy",
        /// Where it stands towards the map's aim.
        Stance = "stance",
        /// Whether it can act on a concern, where that differs from what its kind brings.
        Decides = "decides",
        /// Whether it counts as a voice, where that differs from what its level and kind bring.
        Voice = "is-voice",
        /// Who may see it.
        Sensitivity = "sensitivity",
        /// Words to find it by.
        Tags = "tags",
        /// What its authors want to say of it.
        Notes = "notes",
        /// Where this is known from.
        Evidence = "evidence",
        /// The first day it was there.
        Since = "since",
        /// The last day it was there.
        Until = "until",
    }
    /// A field of the authors' own.
    Own
}

impl ActorField {
    /// Puts what was typed into an actor. On a refusal the actor is as it was.
    pub(in crate::session::building) fn put(
        &self,
        actor: &mut Actor,
        typed: &str,
        reader: &Reader,
    ) -> Result<(), Refusal> {
        match self {
            Self::Name => {
                let mut name = actor.name.clone();
                reader.put_text(&mut name, typed)?;
                if name.all().all(|name| name.trim().is_empty()) {
                    return Err(Refusal(reader.words.text("refused-no-name")));
                }
                actor.name = name;
            }
            Self::Aliases => actor.aliases = reader.names(&actor.aliases, typed)?,
            Self::Kind => actor.kind = reader.actor_kind(typed)?,
            Self::Level => actor.level = reader.level(typed)?,
            Self::Area => actor.area = reader.list(typed)?,
            Self::Formality => actor.formality = reader.term("formality", typed)?,
            Self::Functions => actor.functions = functions(typed, reader)?,
            Self::Represents => actor.represents = reader.list(typed)?,
            Self::Influence => actor.influence = reader.rating(typed)?,
            Self::Interest => actor.interest = reader.rating(typed)?,
            Self::Legitimacy => actor.legitimacy = reader.rating(typed)?,
            Self::Stance => actor.stance = reader.term("stance", typed)?,
            Self::Decides => actor.decides = reader.yes_or_no(typed)?,
            Self::Voice => actor.voice = reader.yes_or_no(typed)?,
            Self::Sensitivity => actor.sensitivity = reader.term("sensitivity", typed)?.unwrap_or_default(),
            Self::Tags => actor.tags = reader.list(typed)?,
            Self::Notes => reader.put_text(&mut actor.notes, typed)?,
            Self::Evidence => actor.evidence = sources(typed, reader)?,
            Self::Since => actor.since = since(typed, actor.until, reader)?,
            Self::Until => actor.until = until(typed, actor.since, reader)?,
            Self::Own(key) => put_own(&mut actor.fields, key, typed, reader)?,
        }
        Ok(())
    }

    /// What setting it is called.
    pub(in crate::session::building) fn deed(&self, thing: Thing) -> Deed {
        match self {
            Self::Own(key) => Deed::SetOwn(key.clone(), thing),
            field => Deed::Set(field.id(), thing),
        }
    }
}
