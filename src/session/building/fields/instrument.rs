//! Laws and the like, field by field.

use super::Choices;
use super::told::{Told, date, list, optional, sources, text};
use super::{Reader, fields, functions, gone};
use crate::model::edit::Change;
use crate::model::{ActorId, Edit, Id as _, Instrument, InstrumentId, Map};
use crate::session::building::ids::Ids;
use crate::session::building::{Deed, Named, Refusal, Thing};
use crate::words::Words;

fields! {
    /// A field of a law or the like.
    InstrumentField {
        /// What it is called.
        Name = "name",
        /// What it is.
        Kind = "instrument-kind",
        /// Whether it holds.
        Status = "instrument-status",
        /// The actors to whom it gives something to do.
        Covers = "covers",
        /// What it gives them to do.
        Functions = "functions-given",
        /// Of when it is.
        Date = "date",
        /// Who may see it.
        Sensitivity = "sensitivity",
        /// Where this is known from.
        Evidence = "evidence",
        /// What the authors want to say of it.
        Notes = "notes",
    }
}

impl InstrumentField {
    fn put(&self, of: &mut Instrument, typed: &str, reader: &Reader) -> Result<(), Refusal> {
        match self {
            Self::Name => {
                reader.put_text(&mut of.name, typed)?;
                if of.name.all().all(|name| name.trim().is_empty()) {
                    return Err(Refusal(reader.words.text("refused-no-name")));
                }
            }
            Self::Kind => of.kind = reader.term("instrument", typed)?,
            Self::Status => of.status = reader.term("instrument-status", typed)?.unwrap_or_default(),
            Self::Covers => of.covers = covered(&of.covers, typed, reader)?,
            Self::Functions => of.functions = functions(typed, reader)?,
            Self::Date => of.date = reader.date(typed)?,
            Self::Sensitivity => of.sensitivity = reader.term("sensitivity", typed)?.unwrap_or_default(),
            Self::Evidence => of.evidence = super::sources(typed, reader)?,
            Self::Notes => reader.put_text(&mut of.notes, typed)?,
        }
        Ok(())
    }
}

/// Actors by their names, between semicolons. Whoever is covered without being on the map stays so.
fn covered(known: &[ActorId], typed: &str, reader: &Reader) -> Result<Vec<ActorId>, Refusal> {
    let mut covered: Vec<ActorId> = Vec::new();
    for part in typed.split([';', '؛', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
        let gone = known.iter().find(|id| part.strip_prefix('#') == Some(id.as_str()));
        let actor = gone.cloned().map_or_else(|| reader.actor(part), Ok)?;
        if !covered.contains(&actor) {
            covered.push(actor);
        }
    }
    Ok(covered)
}

/// An actor as it would be typed between semicolons: by its name, or by its id where that leaves a doubt.
fn typed(map: &Map, id: &ActorId, words: &Words) -> String {
    let name = map.actor(id).map(|actor| words.read(&actor.name)).filter(|name| !name.trim().is_empty());
    let is_plain = |name: &&str| {
        let bearers = map.actors.iter().filter(|actor| actor.names().any(|other| other == *name));
        !name.contains([';', '؛', '\n', '#']) && bearers.take(2).count() == 1
    };
    name.filter(is_plain).map_or_else(|| format!("#{id}"), str::to_owned)
}

/// Sets a field of a law or the like. Nothing where it says so already.
pub fn set_instrument(
    map: &Map,
    id: &InstrumentId,
    field: &InstrumentField,
    typed: &str,
    words: &Words,
) -> Result<Option<Named>, Refusal> {
    let reader = Reader::new(map, words);
    let at = place(map, id).ok_or_else(|| gone(words))?;
    let before = &map.instruments[at];
    let mut instrument = before.clone();
    field.put(&mut instrument, typed, &reader)?;
    let deed = Deed::Set(field.id(), Thing::One(before.name.clone()));
    let is_changed = instrument != *before;
    Ok(is_changed.then(|| Named { deed, edit: Edit::Instrument(Change::replace(at, instrument)) }))
}

/// Adds a law or the like of that name, and gives its id.
pub fn add_instrument(map: &Map, name: &str, words: &Words) -> Result<(InstrumentId, Named), Refusal> {
    let mut ids = Ids::new(map.instruments.iter().map(|instrument| instrument.id.as_str()));
    let mut instrument = Instrument { id: ids.named(name, "instrument"), ..Instrument::default() };
    InstrumentField::Name.put(&mut instrument, name, &Reader::new(map, words))?;
    let deed = Deed::Add(Thing::One(instrument.name.clone()));
    let id = instrument.id.clone();
    Ok((id, Named { deed, edit: Edit::Instrument(Change::push(&map.instruments, instrument)) }))
}

/// Takes a law or the like out of the map.
pub fn delete_instrument(map: &Map, id: &InstrumentId, words: &Words) -> Result<Named, Refusal> {
    let at = place(map, id).ok_or_else(|| gone(words))?;
    let deed = Deed::Remove(Thing::One(map.instruments[at].name.clone()));
    Ok(Named { deed, edit: Edit::Instrument(Change::Remove { at }) })
}

fn place(map: &Map, id: &InstrumentId) -> Option<usize> {
    map.instruments.iter().position(|instrument| instrument.id == *id)
}

impl Told<Instrument> for InstrumentField {
    fn id(&self) -> &'static str {
        self.id()
    }

    fn told(&self, of: &Instrument, map: &Map, words: &Words) -> String {
        match self {
            Self::Name => text(&of.name, words),
            Self::Kind => optional("instrument", of.kind, words),
            Self::Status => words.term("instrument-status", of.status),
            Self::Covers => {
                let covered: Vec<String> = of.covers.iter().map(|id| typed(map, id, words)).collect();
                covered.join("; ")
            }
            Self::Functions => {
                let given: Vec<String> =
                    of.functions.iter().map(|function| words.term("function", *function)).collect();
                list(&given)
            }
            Self::Date => date(of.date),
            Self::Sensitivity => words.term("sensitivity", of.sensitivity),
            Self::Evidence => sources(&of.evidence),
            Self::Notes => text(&of.notes, words),
        }
    }

    fn choices(&self) -> Option<Choices> {
        match self {
            Self::Kind => Some(Choices::Instrument),
            Self::Status => Some(Choices::InstrumentStatus),
            Self::Sensitivity => Some(Choices::Sensitivity),
            _ => None,
        }
    }

    fn may_be_empty(&self) -> bool {
        !matches!(self, Self::Name | Self::Status | Self::Sensitivity)
    }

    fn is_long(&self) -> bool {
        *self == Self::Notes
    }
}
