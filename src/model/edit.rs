//! Edits: every change to a map is a value that knows its own inverse.
//!
//! [`Edit::apply`] changes the map and gives the edit that takes the change back, so undo is nothing but applying what
//! `apply` returned. Edits say *where* they act (a place in a list), so that taking one back restores the order of the
//! list as well, and a file saved afterwards is the same byte for byte.

mod removal;
pub(in crate::model) mod small;

use std::fmt;

use super::terms::View;
use super::{
    Actor, ActorId, ActorKind, Bag, Comment, Concern, Consultation, Date, ExpectedVoice, Instrument, Items,
    Language, Layout, Level, Map, NotSame, Partnership, Position, SavedView, Source, Step, Text, Tie,
    TieKind,
};

pub use removal::{remove_actor, remove_consultation, remove_items, remove_source};

/// A change to a map.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    /// What the map says of itself.
    Header(Box<Header>),
    /// A source.
    Source(Change<Source>),
    /// An actor.
    Actor(Change<Actor>),
    /// A tie.
    Tie(Change<Tie>),
    /// A partnership.
    Partnership(Change<Partnership>),
    /// A consultation.
    Consultation(Change<Consultation>),
    /// A concern.
    Concern(Change<Concern>),
    /// An expected voice.
    ExpectedVoice(Change<ExpectedVoice>),
    /// A step of the story.
    Step(Change<Step>),
    /// A law or the like.
    Instrument(Change<Instrument>),
    /// A saved view.
    SavedView(Change<SavedView>),
    /// A comment.
    Comment(Change<Comment>),
    /// Two actors that are two.
    NotSame(Change<NotSame>),
    /// A level of the map's own ladder.
    Level(Change<Level>),
    /// A kind of actor that the map adds.
    ActorKind(Change<ActorKind>),
    /// A kind of tie that the map adds.
    TieKind(Change<TieKind>),
    /// Where an actor stands in a view; `None` takes it back into the hands of the program.
    Place {
        /// The view.
        view: View,
        /// The actor.
        actor: ActorId,
        /// Where.
        position: Option<Position>,
    },
    /// Where the program last drew the actors.
    Drawn(Box<Layout>),
    /// How tables of others were read, by name.
    Mappings(Bag),
    /// Several edits as one, in this order.
    Batch(Vec<Edit>),
}

/// A change to one list.
#[derive(Debug, Clone, PartialEq)]
pub enum Change<T> {
    /// Puts an item before what stands at a place (or at the end).
    Insert {
        /// The place, from 0 to the length of the list.
        at: usize,
        /// The item.
        item: Box<T>,
    },
    /// Takes the item at a place out.
    Remove {
        /// The place.
        at: usize,
    },
    /// Puts another item in the place of one.
    Replace {
        /// The place.
        at: usize,
        /// The item.
        item: Box<T>,
    },
    /// Moves an item to another place.
    Move {
        /// Where it is.
        from: usize,
        /// Where it will be.
        to: usize,
    },
}

/// What a map says of itself.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Header {
    /// What it is called.
    pub title: Text,
    /// The place that it is about.
    pub place: Text,
    /// The day for which it holds.
    pub as_of: Option<Date>,
    /// The languages its names are given in.
    pub languages: Vec<Language>,
    /// Whatever its authors want to say of it.
    pub notes: Text,
    /// The change that every stance is for or against.
    pub aim: Text,
}

impl Header {
    /// What a map says of itself now.
    pub fn of(map: &Map) -> Self {
        Self {
            title: map.title.clone(),
            place: map.place.clone(),
            as_of: map.as_of,
            languages: map.languages.clone(),
            notes: map.notes.clone(),
            aim: map.aim.clone(),
        }
    }

    /// Exchanges what a map says of itself with this.
    pub(crate) fn swap(&mut self, map: &mut Map) {
        std::mem::swap(&mut self.title, &mut map.title);
        std::mem::swap(&mut self.place, &mut map.place);
        std::mem::swap(&mut self.as_of, &mut map.as_of);
        std::mem::swap(&mut self.languages, &mut map.languages);
        std::mem::swap(&mut self.notes, &mut map.notes);
        std::mem::swap(&mut self.aim, &mut map.aim);
    }
}

/// Why an edit could not be applied; the map is as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EditError {
    place: usize,
    length: usize,
}

impl EditError {
    /// The place that the edit named, in a list that does not have it.
    pub fn place(&self) -> usize {
        self.place
    }
}

impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no place {} in a list of {}", self.place, self.length)
    }
}

impl std::error::Error for EditError {}

impl Edit {
    /// Changes the map, and gives the edit that takes the change back. On an error the map is as it was.
    pub fn apply(self, map: &mut Map) -> Result<Edit, EditError> {
        Ok(match self {
            Self::Header(mut header) => {
                header.swap(map);
                Self::Header(header)
            }
            Self::Source(change) => Self::Source(change.apply(&mut map.sources)?),
            Self::Actor(change) => Self::Actor(change.apply(&mut map.actors)?),
            Self::Tie(change) => Self::Tie(change.apply(&mut map.ties)?),
            Self::Partnership(change) => Self::Partnership(change.apply(&mut map.partnerships)?),
            Self::Consultation(change) => Self::Consultation(change.apply(&mut map.consultations)?),
            Self::Concern(change) => Self::Concern(change.apply(&mut map.concerns)?),
            Self::ExpectedVoice(change) => Self::ExpectedVoice(change.apply(&mut map.expected_voices)?),
            Self::Step(change) => Self::Step(change.apply(&mut map.story)?),
            Self::Instrument(change) => Self::Instrument(change.apply(&mut map.instruments)?),
            Self::SavedView(change) => Self::SavedView(change.apply(&mut map.views)?),
            Self::Comment(change) => Self::Comment(change.apply(&mut map.comments)?),
            Self::NotSame(change) => Self::NotSame(change.apply(&mut map.not_same)?),
            Self::Level(change) => Self::Level(change.apply(&mut map.levels)?),
            Self::ActorKind(change) => Self::ActorKind(change.apply(&mut map.actor_kinds)?),
            Self::TieKind(change) => Self::TieKind(change.apply(&mut map.tie_kinds)?),
            Self::Place { view, actor, position } => {
                let before = map.layout.put(view, &actor, position);
                Self::Place { view, actor, position: before }
            }
            Self::Drawn(mut places) => {
                std::mem::swap(&mut *places, &mut map.places);
                Self::Drawn(places)
            }
            Self::Mappings(mappings) => Self::Mappings(std::mem::replace(&mut map.mappings, mappings)),
            Self::Batch(edits) => Self::Batch(apply_all(edits, map)?),
        })
    }
}

/// Applies edits in order; gives their inverses in the order in which they are to be applied. All or nothing.
fn apply_all(edits: Vec<Edit>, map: &mut Map) -> Result<Vec<Edit>, EditError> {
    let mut inverses = Vec::with_capacity(edits.len());
    for edit in edits {
        match edit.apply(map) {
            Ok(inverse) => inverses.push(inverse),
            Err(error) => {
                for inverse in inverses.into_iter().rev() {
                    // What was just applied can be taken back: its place exists.
                    inverse.apply(map)?;
                }
                return Err(error);
            }
        }
    }
    inverses.reverse();
    Ok(inverses)
}

impl<T> Change<T> {
    /// An item at the end of a list.
    pub fn push(list: impl IntoIterator<IntoIter: ExactSizeIterator>, item: T) -> Self {
        Self::Insert { at: list.into_iter().len(), item: Box::new(item) }
    }

    /// Another item in the place of one.
    pub fn replace(at: usize, item: T) -> Self {
        Self::Replace { at, item: Box::new(item) }
    }

    fn apply(self, list: &mut impl Items<T>) -> Result<Self, EditError> {
        let length = list.count();
        let within = |place: usize| if place < length { Ok(place) } else { Err(EditError { place, length }) };
        Ok(match self {
            Self::Insert { at, item } => {
                if at > length {
                    return Err(EditError { place: at, length });
                }
                list.put(at, *item);
                Self::Remove { at }
            }
            Self::Remove { at } => Self::Insert { at, item: Box::new(list.take(within(at)?)) },
            Self::Replace { at, item } => {
                Self::Replace { at, item: Box::new(list.exchange(within(at)?, *item)) }
            }
            Self::Move { from, to } => {
                let (from, to) = (within(from)?, within(to)?);
                let item = list.take(from);
                list.put(to, item);
                Self::Move { from: to, to: from }
            }
        })
    }
}
