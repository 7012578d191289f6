//! What actors and ties have in common for whoever fills them from the cells of a row.

use super::Use;
use crate::model::terms::Function;
use crate::model::{Actor, Date, Language, Map, SourceId, Text, Tie};
use crate::session::building::Refusal;
use crate::session::building::fields::{ActorField, Reader, TieField, Told as _};
use crate::words::{Words, fold, is_right_to_left};

/// An actor or a tie.
pub trait Element: Clone + PartialEq {
    /// Puts a cell into a field. On a refusal the element is as it was.
    fn put(&mut self, used: &Use, typed: &str, reader: &Reader) -> Result<(), Refusal>;

    /// What a field says, as it would be typed.
    fn told(&self, used: &Use, map: &Map, words: &Words) -> String;

    /// A field of the authors' own.
    fn own(name: &str) -> Use;

    /// The list that a field holds, if it holds one.
    fn list(&mut self, used: &Use) -> Option<List<'_>>;

    /// The first and the last day, and whether a field is the first one.
    fn dates(&mut self, used: &Use) -> Option<(&mut Option<Date>, &mut Option<Date>, bool)>;
}

/// A list of an element.
pub enum List<'e> {
    Texts(&'e mut Vec<String>),
    Functions(&'e mut Vec<Function>),
    Sources(&'e mut Vec<SourceId>),
}

impl Element for Actor {
    fn put(&mut self, used: &Use, typed: &str, reader: &Reader) -> Result<(), Refusal> {
        match used {
            Use::Actor(field) => field.put(self, typed, reader),
            Use::NameIn(language) => put_name(&mut self.name, language, typed, reader),
            Use::Tie(_) | Use::LeftOut => Ok(()),
        }
    }

    fn told(&self, used: &Use, map: &Map, words: &Words) -> String {
        match used {
            Use::Actor(field) => field.told(self, map, words),
            Use::NameIn(language) => name_in(&self.name, language).unwrap_or_default().to_owned(),
            Use::Tie(_) | Use::LeftOut => String::new(),
        }
    }

    fn own(name: &str) -> Use {
        Use::Actor(ActorField::Own(name.to_owned()))
    }

    fn list(&mut self, used: &Use) -> Option<List<'_>> {
        match used {
            Use::Actor(ActorField::Area) => Some(List::Texts(&mut self.area)),
            Use::Actor(ActorField::Represents) => Some(List::Texts(&mut self.represents)),
            Use::Actor(ActorField::Tags) => Some(List::Texts(&mut self.tags)),
            Use::Actor(ActorField::Functions) => Some(List::Functions(&mut self.functions)),
            Use::Actor(ActorField::Evidence) => Some(List::Sources(&mut self.evidence)),
            _ => None,
        }
    }

    fn dates(&mut self, used: &Use) -> Option<(&mut Option<Date>, &mut Option<Date>, bool)> {
        match used {
            Use::Actor(field @ (ActorField::Since | ActorField::Until)) => {
                Some((&mut self.since, &mut self.until, *field == ActorField::Since))
            }
            _ => None,
        }
    }
}

impl Element for Tie {
    fn put(&mut self, used: &Use, typed: &str, reader: &Reader) -> Result<(), Refusal> {
        match used {
            Use::Tie(field) => field.put(self, typed, reader),
            _ => Ok(()),
        }
    }

    fn told(&self, used: &Use, map: &Map, words: &Words) -> String {
        match used {
            Use::Tie(field) => field.told(self, map, words),
            _ => String::new(),
        }
    }

    fn own(name: &str) -> Use {
        Use::Tie(TieField::Own(name.to_owned()))
    }

    fn list(&mut self, used: &Use) -> Option<List<'_>> {
        match used {
            Use::Tie(TieField::Tags) => Some(List::Texts(&mut self.tags)),
            Use::Tie(TieField::Evidence) => Some(List::Sources(&mut self.evidence)),
            _ => None,
        }
    }

    fn dates(&mut self, used: &Use) -> Option<(&mut Option<Date>, &mut Option<Date>, bool)> {
        match used {
            Use::Tie(field @ (TieField::Since | TieField::Until)) => {
                Some((&mut self.since, &mut self.until, *field == TieField::Since))
            }
            _ => None,
        }
    }
}

/// A name in a language, where it is given in several.
pub fn name_in<'n>(name: &'n Text, language: &Language) -> Option<&'n str> {
    match name {
        Text::Plain(_) => None,
        Text::ByLanguage(names) => {
            let known = names.iter().find(|(tag, _)| tag.base() == language.base());
            known.map(|(_, name)| name.as_str()).filter(|name| !name.is_empty())
        }
    }
}

/// Puts a name in one language beside the others.
fn put_name(name: &mut Text, language: &Language, typed: &str, reader: &Reader) -> Result<(), Refusal> {
    let typed = reader.short_enough(typed)?.to_owned();
    match name {
        Text::Plain(plain) if plain.is_empty() => *name = Text::ByLanguage(vec![(language.clone(), typed)]),
        Text::Plain(plain) if fold(plain) == fold(&typed) => {}
        Text::Plain(plain) => {
            let of_plain = language_of(plain, language, reader);
            let names = vec![(of_plain, std::mem::take(plain)), (language.clone(), typed)];
            *name = Text::ByLanguage(names);
        }
        Text::ByLanguage(names) => match names.iter_mut().find(|(tag, _)| tag.base() == language.base()) {
            Some((_, known)) => *known = typed,
            None => names.push((language.clone(), typed)),
        },
    }
    Ok(())
}

/// The language of a name that says none, beside one in another language: the reader's or one of the map's that is written in
/// such letters, or else none in particular.
fn language_of(plain: &str, other: &Language, reader: &Reader) -> Language {
    let is_right = is_right_to_left(plain);
    let all = std::iter::once(reader.words.language()).chain(&reader.map.languages);
    let mut fitting = all.filter(|tag| tag.base() != other.base() && tag.is_right_to_left() == is_right);
    fitting.next().cloned().unwrap_or_else(|| Language::new("und"))
}
