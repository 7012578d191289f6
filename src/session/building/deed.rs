//! What was done to a map, as the history names it: "Undo: tie police → governor".

use crate::model::{Edit, Text};
use crate::words::{Words, args};

/// An edit and what it is called.
#[derive(Debug, Clone, PartialEq)]
pub struct Named {
    /// What it is called.
    pub deed: Deed,
    /// What it does, to the map for which it was made.
    pub edit: Edit,
}

/// Why something typed or asked for becomes no edit: what is wrong and what to do, in the reader's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal(pub String);

impl Refusal {
    /// Says so.
    pub fn text(&self) -> &str {
        &self.0
    }
}

/// What was done. Names are kept as they were then, in all their languages: what they belong to may be gone.
#[derive(Debug, Clone, PartialEq)]
pub enum Deed {
    /// Something was added.
    Add(Thing),
    /// Something was added that was partly actors, partly ties.
    AddBoth {
        /// How many actors.
        actors: usize,
        /// How many ties.
        ties: usize,
    },
    /// Rows of a table were taken over.
    Paste {
        /// How many of them are new.
        added: usize,
        /// How many changed what was there.
        changed: usize,
    },
    /// A field was set or cleared: its label is asked for by its id.
    Set(&'static str, Thing),
    /// One of the authors' own fields was set or cleared.
    SetOwn(String, Thing),
    /// Something was changed as a whole.
    Change(Thing),
    /// Something was taken away, with what referred to it.
    Remove(Thing),
    /// Actors were copied.
    Duplicate(Thing),
    /// Something was put elsewhere.
    Move(Thing),
    /// Something was given back into the hands of the program.
    Release(Thing),
    /// A tag was added.
    Tag(String, Thing),
    /// A tag was taken away.
    Untag(String, Thing),
    /// A source was given for something.
    Cite(Thing),
    /// A source is given for something no more.
    Uncite(Thing),
    /// The map was made again what it was until then.
    Restore(String),
}

/// To what it was done.
#[derive(Debug, Clone, PartialEq)]
pub enum Thing {
    /// Something with a name.
    One(Text),
    /// A tie between two.
    Tie(Text, Text),
    /// So many actors.
    Actors(usize),
    /// So many ties.
    Ties(usize),
    /// So many actors and ties.
    Items(usize),
    /// The map itself.
    Map,
}

impl Deed {
    /// What it is called, to stand after "Undo:".
    pub fn text(&self, words: &Words) -> String {
        let say = |id: &str, what: &Thing| words.say(id, &args([("what", what.text(words).into())]));
        let with = |id: &str, name: &str, value: &str, what: &Thing| {
            let what = what.text(words);
            match name {
                "tag" => words.say(id, &args([("tag", value.into()), ("what", what.into())])),
                _ => words.say(id, &args([("field", value.into()), ("what", what.into())])),
            }
        };
        match self {
            // A tie is a deed by itself.
            Self::Add(tie @ Thing::Tie(..)) => tie.text(words),
            Self::Add(what) => say("deed-add", what),
            Self::AddBoth { actors, ties } => {
                let (actors, ties) = (Thing::Actors(*actors).text(words), Thing::Ties(*ties).text(words));
                let both = words.list(&[&actors, &ties], 2);
                words.say("deed-add", &args([("what", both.into())]))
            }
            Self::Paste { added, changed } => {
                words.say("deed-paste", &args([("added", (*added).into()), ("changed", (*changed).into())]))
            }
            Self::Set(field, what) => {
                with("deed-set", "field", &words.text(&format!("column-{field}")), what)
            }
            Self::SetOwn(field, what) => with("deed-set", "field", field, what),
            Self::Change(what) => say("deed-change", what),
            Self::Remove(what) => say("deed-remove", what),
            Self::Duplicate(what) => say("deed-duplicate", what),
            Self::Move(what) => say("deed-move", what),
            Self::Release(what) => say("deed-release", what),
            Self::Tag(tag, what) => with("deed-tag", "tag", tag, what),
            Self::Untag(tag, what) => with("deed-untag", "tag", tag, what),
            Self::Cite(what) => say("deed-cite", what),
            Self::Uncite(what) => say("deed-uncite", what),
            Self::Restore(until) => words.say("deed-restore", &args([("until", until.as_str().into())])),
        }
    }
}

impl Thing {
    fn text(&self, words: &Words) -> String {
        let count = |id: &str, count: usize| words.say(id, &args([("count", count.into())]));
        match self {
            Self::One(name) => words.read(name).to_owned(),
            Self::Tie(from, to) => {
                let ends = [("from", words.read(from).into()), ("to", words.read(to).into())];
                words.say("thing-tie", &args(ends))
            }
            Self::Actors(many) => count("thing-actors", *many),
            Self::Ties(many) => count("thing-ties", *many),
            Self::Items(many) => count("thing-items", *many),
            Self::Map => words.text("thing-map"),
        }
    }
}
