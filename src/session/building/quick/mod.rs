//! The line for quick adding: what one types is read while one types, and becomes actors and ties.
//!
//! ```text
//! line      = statement { (";" | new line) statement }
//! statement = actor                                     adds an actor
//!           | actor verb actor                          ties two
//!           | actor ("->" | "<-" | "<->") actor         likewise, of the kind that is likeliest
//! and then  [ time ] [ ":" detail { "," detail } ]      of an actor: its kind, its level, a time
//!                                                       of a tie: its kind, weak, 4, planned, assumed, both ways, a time …
//! time      = "since" date | "until" date | "from" date "to" date
//! actor     = words | "words in quotes" | #id
//! ```
//!
//! - A verb is what a kind is called, or one of its other forms in the catalogues; forms as "is funded by" turn the tie
//!   round. Case, accents and Arabic letter variants do not matter, and a slip in a longer verb is forgiven.
//! - Where words can be read in several ways, that reading counts in which both actors are on the map; or else the one whose
//!   verb is written as a verb ("informs", not "Fund" with a capital letter, and not a form that may be a noun); or else the
//!   one in which most is known: names of the map before new ones, long names and verbs before short ones. So a name that
//!   has a verb in it is that name. Quotes force: what stands in them is a name, and never another one that is merely like it.
//! - An actor is found as the search box finds it. What is not found would be created, and [`Parsed::creates`] says so, for
//!   somebody to confirm; [`Parsed::to_edit`] then makes one edit of everything.
//! - In a statement that is written from right to left, ← points forward.

mod complete;
mod doubts;
mod edit;
mod lexicon;
mod read;
mod split;
mod time;
mod tokens;

use std::ops::Range;
use std::sync::Arc;

use crate::model::terms::{Confidence, Formality, Medium, Status};
use crate::model::{Actor, ActorId, Date, Map, Rating, Text, TieKindId};
use crate::words::{Words, args};

use super::guess::Guess;
use super::level_name;

pub use complete::{Completion, CompletionSort};
pub use lexicon::Lexicon;

/// Reads a line for a map, of which it makes a copy. While one types, keep a [`Lexicon`] for each state of the map, and ask that.
pub fn parse(text: &str, map: &Map, words: &Words) -> Parsed {
    Lexicon::new(Arc::new(map.clone()), words).parse(text, words)
}

/// What was read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Parsed {
    /// Statement by statement.
    pub statements: Vec<Statement>,
    /// What is where, for colouring: in order, disjoint, between characters.
    pub spans: Vec<Span>,
    /// Actors that are not on the map yet.
    pub creates: Vec<NewActor>,
}

/// One thing that the line says.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// Where it stands, in bytes of the line.
    pub range: Range<usize>,
    /// What it says.
    pub reading: Reading,
    /// The same in words.
    pub text: String,
    /// Why nothing can be made of it yet, and what to do.
    pub problem: Option<String>,
    /// What was guessed, and what else it might be.
    pub doubts: Vec<Doubt>,
}

/// What a statement says.
#[derive(Debug, Clone, PartialEq)]
pub enum Reading {
    /// Nothing that could be used.
    Unclear,
    /// A new actor, by its place in [`Parsed::creates`].
    NewActor(usize),
    /// An actor that is there already.
    There(ActorId),
    /// A tie.
    Tie(Box<NewTie>),
}

/// One end of a tie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End {
    /// An actor of the map.
    Known(ActorId),
    /// A new one, by its place in [`Parsed::creates`].
    New(usize),
}

/// A tie that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct NewTie {
    /// Whose it is.
    pub from: End,
    /// To whom.
    pub to: End,
    /// Its kind.
    pub kind: TieKindId,
    /// Whether the kind was said; otherwise it is the likeliest one.
    pub is_kind_said: bool,
    /// Whether such a tie is there already, so that there is nothing to add.
    pub is_there: bool,
    /// What else was said of it.
    pub details: Details,
}

/// What may be said of a tie after the colon.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Details {
    /// Its strength.
    pub strength: Option<Rating>,
    /// Whether it is in use.
    pub status: Option<Status>,
    /// How sure it is.
    pub confidence: Option<Confidence>,
    /// By what means.
    pub medium: Option<Medium>,
    /// How formal it is.
    pub formality: Option<Formality>,
    /// Whether it was said that it holds both ways.
    pub is_mutual: bool,
    /// The first day it held.
    pub since: Option<Date>,
    /// The last day it held.
    pub until: Option<Date>,
}

/// An actor that would be created.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewActor {
    /// Its name.
    pub name: String,
    /// What it was said or is guessed to be.
    pub guess: Guess,
    /// Whether its level was said, rather than guessed.
    pub is_level_said: bool,
    /// The first day it was there.
    pub since: Option<Date>,
    /// The last day it was there.
    pub until: Option<Date>,
}

impl NewActor {
    /// One of whom nothing more was said.
    pub(super) fn new(name: &str, guess: Guess) -> Self {
        Self { name: name.to_owned(), guess, is_level_said: false, since: None, until: None }
    }

    /// What would be created, in words.
    pub fn text(&self, map: &Map, words: &Words) -> String {
        let Self { name, guess, .. } = self;
        let (kind, level) = (words.actor_kind(map, &guess.kind), level_name(map, &guess.level, words));
        let what = [("name", name.as_str().into()), ("kind", kind.into()), ("level", level.into())];
        words.say("quick-new-actor", &args(what))
    }
}

/// Something that was guessed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// What, in words.
    pub text: String,
    /// What else might be meant.
    pub choices: Vec<Choice>,
}

/// Another reading, which one gets by typing something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is to be replaced, in bytes of the line.
    pub range: Range<usize>,
    /// By what.
    pub insert: String,
    /// What it means.
    pub text: String,
}

/// A part of the line that was recognised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// As what.
    pub sort: SpanSort,
}

/// As what a part of the line was recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpanSort {
    /// An actor of the map.
    Actor,
    /// One of several, or one of a similar name.
    Doubtful,
    /// An actor that would be created.
    NewActor,
    /// A kind of tie.
    Kind,
    /// Something about a tie or an actor.
    Detail,
    /// An arrow, or what stands between other parts.
    Mark,
    /// Something that is not understood.
    Unknown,
}

impl NewActor {
    /// The actor, with an id to be given later.
    pub(super) fn actor(&self, id: ActorId) -> Actor {
        let name = Text::Plain(self.name.clone());
        let mut actor = Actor::new(id, name, self.guess.kind.clone(), self.guess.level.clone());
        (actor.since, actor.until) = (self.since, self.until);
        actor
    }
}
