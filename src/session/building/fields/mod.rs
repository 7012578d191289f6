//! Setting a field from what somebody typed into it: an edit, or the reason why it is refused.
//!
//! What may be typed is read as people write it: words in the reader's language or as the file has them, in any case and
//! spelling of letters; numbers in any digits; dates in any order that leaves no doubt. Nothing typed clears a field.

mod actor;
mod choices;
mod dates;
mod header;
mod instrument;
mod own;
mod rating;
mod reader;
mod tie;
mod told;

use serde_json::Value;

use super::{Deed, Named, Refusal, Thing};
use crate::model::edit::Change;
use crate::model::terms::Function;
use crate::model::{ActorId, Bag, Date, Edit, Map, SourceId, Text, TieId};
use crate::words::{Words, args};

pub use actor::ActorField;
pub use choices::Choices;
pub use dates::plain_number;
pub use header::MapField;
pub use instrument::{InstrumentField, add_instrument, delete_instrument, set_instrument};
pub use own::{
    ActorKindField, LevelField, SourceField, TieKindField, set_actor_kind, set_level, set_source,
    set_tie_kind,
};
pub use rating::{RatingField, add_rating, delete_rating, set_rating};
pub use reader::Reader;
pub use tie::TieField;
pub use told::{Told, common};

/// Sets a field of an actor. Nothing where it says so already.
pub fn set_actor(
    map: &Map,
    id: &ActorId,
    field: &ActorField,
    typed: &str,
    words: &Words,
) -> Result<Option<Named>, Refusal> {
    let reader = Reader::new(map, words);
    let at = map.actors.iter().position(|actor| actor.id == *id).ok_or_else(|| gone(words))?;
    let mut actor = map.actors[at].clone();
    field.put(&mut actor, typed, &reader)?;
    Ok((actor != map.actors[at]).then(|| {
        let deed = field.deed(Thing::One(map.actors[at].name.clone()));
        Named { deed, edit: Edit::Actor(Change::replace(at, actor)) }
    }))
}

/// Sets a field of a tie. Nothing where it says so already.
pub fn set_tie(
    map: &Map,
    id: &TieId,
    field: &TieField,
    typed: &str,
    words: &Words,
) -> Result<Option<Named>, Refusal> {
    let reader = Reader::new(map, words);
    let at = map.ties.iter().position(|tie| tie.id == *id).ok_or_else(|| gone(words))?;
    let mut tie = map.ties[at].clone();
    field.put(&mut tie, typed, &reader)?;
    Ok((tie != map.ties[at]).then(|| {
        let deed = field.deed(tie_thing(map, at));
        Named { deed, edit: Edit::Tie(Change::replace(at, tie)) }
    }))
}

/// Sets something that the map says of itself. Nothing where it says so already.
pub fn set_map(map: &Map, field: &MapField, typed: &str, words: &Words) -> Result<Option<Named>, Refusal> {
    let reader = Reader::new(map, words);
    let before = crate::model::edit::Header::of(map);
    let mut header = before.clone();
    field.put(&mut header, typed, &reader)?;
    Ok((header != before)
        .then(|| Named { deed: Deed::Set(field.id(), Thing::Map), edit: Edit::Header(Box::new(header)) }))
}

/// Why nothing can be done to something that is not there.
pub(super) fn gone(words: &Words) -> Refusal {
    Refusal(words.text("refused-gone"))
}

/// A tie as a deed names it.
pub(super) fn tie_thing(map: &Map, at: usize) -> Thing {
    let name = |id: &ActorId| map.actor(id).map_or_else(Text::default, |actor| actor.name.clone());
    map.ties.get(at).map_or(Thing::Ties(1), |tie| Thing::Tie(name(&tie.from), name(&tie.to)))
}

/// Sets one of the authors' own fields. What was a number, or yes or no, stays so if what is typed is one.
fn put_own(fields: &mut Bag, key: &str, typed: &str, reader: &Reader) -> Result<(), Refusal> {
    let (key, typed) = (reader.short_enough(key.trim())?, reader.short_enough(typed.trim())?);
    if key.is_empty() {
        return Err(Refusal(reader.words.text("refused-no-field-name")));
    }
    if typed.is_empty() {
        let mut map: serde_json::Map<String, Value> = std::mem::take(fields).into();
        map.shift_remove(key);
        *fields = map.into();
        return Ok(());
    }
    let value = match fields.get(key) {
        Some(Value::Number(number)) if number.to_string() == typed => return Ok(()),
        Some(Value::Number(_)) => typed.parse().map_or_else(|_| typed.into(), Value::Number),
        Some(Value::Bool(_)) => {
            reader.yes_or_no(typed).ok().flatten().map_or_else(|| typed.into(), Value::Bool)
        }
        _ => typed.into(),
    };
    fields.insert(key, value);
    Ok(())
}

/// A first day, which does not come after the last one.
fn since(typed: &str, until: Option<Date>, reader: &Reader) -> Result<Option<Date>, Refusal> {
    let since = reader.date(typed)?;
    lasts(since, until, reader).map(|()| since)
}

/// A last day, which does not come before the first one.
fn until(typed: &str, since: Option<Date>, reader: &Reader) -> Result<Option<Date>, Refusal> {
    let until = reader.date(typed)?;
    lasts(since, until, reader).map(|()| until)
}

/// Refuses what would end before it begins.
fn lasts(since: Option<Date>, until: Option<Date>, reader: &Reader) -> Result<(), Refusal> {
    match (since, until) {
        (Some(since), Some(until)) if !since.may_precede(until) => {
            let what = args([("since", since.to_string().into()), ("until", until.to_string().into())]);
            Err(Refusal(reader.words.say("refused-ends-before", &what)))
        }
        _ => Ok(()),
    }
}

/// Sources that were typed.
fn sources(typed: &str, reader: &Reader) -> Result<Vec<SourceId>, Refusal> {
    // A citation may have commas itself.
    if let Ok(one) = reader.source(typed) {
        return Ok(vec![one]);
    }
    let mut sources = Vec::new();
    let separators: &[char] =
        if typed.contains([';', '؛', '\n']) { &[';', '؛', '\n'] } else { &[',', '،'] };
    for part in typed.split(separators).filter(|part| !part.trim().is_empty()) {
        let source = reader.source(part)?;
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    Ok(sources)
}

/// What somebody does for safety, as it was typed.
fn functions(typed: &str, reader: &Reader) -> Result<Vec<Function>, Refusal> {
    let mut functions = Vec::new();
    for part in reader.list(typed)? {
        let function = reader.term("function", &part)?;
        functions.extend(function.filter(|function| !functions.contains(function)));
    }
    Ok(functions)
}

/// Fields by a word for each: its id, which is also that of its label in the catalogue.
macro_rules! fields {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $id:literal,)+ }
        $($(#[$own_doc:meta])* $own:ident)?) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)+
            $($(#[$own_doc])* $own(String),)?
        }

        impl $name {
            /// All of them, in the order in which they are shown.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The word for it; `column-…` is its label, `heading-…` what a column of it may be called.
            pub fn id(&self) -> &'static str {
                match self {
                    $(Self::$variant => $id,)+
                    $(Self::$own(_) => "own",)?
                }
            }
        }
    };
}
use fields;
