//! Conflicts: what both sides of a merge have changed, each with its place and its values.

use serde_json::Value as Json;

use super::Needed;
use super::field::{Field, merge_bag, merge_field};
use super::renaming::{Names, put_about};
use crate::model::{About, Bag};

/// A part of a map: what it says of itself, one of its lists, or its layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// What the map says of itself.
    Header,
    /// Sources.
    Sources,
    /// Actors.
    Actors,
    /// Ties.
    Ties,
    /// Partnerships.
    Partnerships,
    /// Consultations.
    Consultations,
    /// Concerns.
    Concerns,
    /// Expected voices.
    ExpectedVoices,
    /// Laws and the like.
    Instruments,
    /// Saved views.
    Views,
    /// The story.
    Story,
    /// Comments.
    Comments,
    /// Levels.
    Levels,
    /// Kinds of actor.
    ActorKinds,
    /// Kinds of tie.
    TieKinds,
    /// Where people have put the actors.
    Layout,
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 16] = [
        Self::Header,
        Self::Sources,
        Self::Actors,
        Self::Ties,
        Self::Partnerships,
        Self::Consultations,
        Self::Concerns,
        Self::ExpectedVoices,
        Self::Instruments,
        Self::Views,
        Self::Story,
        Self::Comments,
        Self::Levels,
        Self::ActorKinds,
        Self::TieKinds,
        Self::Layout,
    ];

    /// Its key in a file; empty for what stands at the top.
    pub fn id(self) -> &'static str {
        match self {
            Self::Header => "",
            Self::Sources => "sources",
            Self::Actors => "actors",
            Self::Ties => "ties",
            Self::Partnerships => "partnerships",
            Self::Consultations => "consultations",
            Self::Concerns => "concerns",
            Self::ExpectedVoices => "expected_voices",
            Self::Instruments => "instruments",
            Self::Views => "views",
            Self::Story => "story",
            Self::Comments => "comments",
            Self::Levels => "levels",
            Self::ActorKinds => "actor_kinds",
            Self::TieKinds => "tie_kinds",
            Self::Layout => "layout",
        }
    }
}

/// Why something is a conflict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Clash {
    /// Both sides have changed a field, to different values. Ours is taken.
    BothChanged,
    /// One side has deleted what the other has changed. It stays, as it was changed.
    ChangedAndDeleted,
    /// One side has deleted what something of the other still refers to. It stays.
    StillNeeded,
    /// Both sides have moved items of a list, in different ways. They stand as in ours.
    BothMoved,
    /// What each side says of beginning and end does not go together. Those of ours are taken.
    EndsBeforeItBegins,
    /// One side has given a tie another end or kind, the other has changed what is said of it. Both are taken: whether what
    /// was said holds for what the tie is now, nobody has said.
    MadeAnother,
}

impl Clash {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::BothChanged,
        Self::ChangedAndDeleted,
        Self::StillNeeded,
        Self::BothMoved,
        Self::EndsBeforeItBegins,
        Self::MadeAnother,
    ];

    /// Its name for other programs.
    pub fn id(self) -> &'static str {
        match self {
            Self::BothChanged => "both-changed",
            Self::ChangedAndDeleted => "changed-and-deleted",
            Self::StillNeeded => "still-needed",
            Self::BothMoved => "both-moved",
            Self::EndsBeforeItBegins => "ends-before-it-begins",
            Self::MadeAnother => "made-another",
        }
    }
}

/// Something that both sides have changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// In which part.
    pub part: Part,
    /// The id of the element; for a step of the story its number before; empty for the part as a whole.
    pub id: String,
    /// The field, from the outside in: `name.en`, `members[police].role`; empty for the element as a whole.
    pub field: String,
    /// Why.
    pub clash: Clash,
    /// What it was; `None` where it was not there. Of an element that was changed and deleted: the fields that were changed.
    pub base: Option<Json>,
    /// What it is with us.
    pub ours: Option<Json>,
    /// What it is with them.
    pub theirs: Option<Json>,
    /// What refers to it, of what is still needed.
    pub needed_by: Vec<String>,
}

impl Conflict {
    /// The place as one text: `actors[police].name.en`.
    pub fn place(&self) -> String {
        let element = if self.id.is_empty() { String::new() } else { format!("[{}]", self.id) };
        let dot = if self.field.is_empty() || (self.part == Part::Header) { "" } else { "." };
        format!("{}{element}{dot}{}", self.part.id(), self.field)
    }

    /// Speaks of an element by another id.
    pub(super) fn rename(&mut self, part: Part, id: &str, name: &str) {
        let is_of_actor = self.part == Part::Layout && part == Part::Actors;
        if self.id == id && (self.part == part || is_of_actor) {
            name.clone_into(&mut self.id);
        }
        let user = format!("{}[{id}]", part.id());
        for other in self.needed_by.iter_mut().filter(|other| **other == user) {
            *other = format!("{}[{name}]", part.id());
        }
        self.needed_by.sort();
        if self.field.contains(id) {
            let ends = |letter: char| matches!(letter, '[' | ']' | ' ');
            let words = self.field.split_inclusive(ends).map(|word| match word.strip_suffix(ends) {
                Some(bare) if bare == id => format!("{name}{}", &word[bare.len()..]),
                _ => word.to_owned(),
            });
            self.field = words.collect();
        }
        for value in [&mut self.base, &mut self.ours, &mut self.theirs].into_iter().flatten() {
            rename_in(value, id, name);
            if self.part == Part::Comments {
                rename_about(value, part, &Names::from([(id.to_owned(), name.to_owned())]));
            }
        }
    }
}

/// In an order that does not depend on that of the lists.
pub(super) fn sort(conflicts: &mut [Conflict]) {
    conflicts.sort_by(|a, b| (a.part, &a.id, &a.field, a.clash).cmp(&(b.part, &b.id, &b.field, b.clash)));
}

/// Renames an id wherever it stands in a value.
fn rename_in(value: &mut Json, id: &str, name: &str) {
    match value {
        Json::String(text) if text == id => name.clone_into(text),
        Json::Array(items) => items.iter_mut().for_each(|item| rename_in(item, id, name)),
        Json::Object(object) => object.values_mut().for_each(|item| rename_in(item, id, name)),
        _ => {}
    }
}

/// What a comment is about may be the value, or a part of it.
fn rename_about(value: &mut Json, part: Part, names: &Names) {
    match value {
        Json::String(text) => {
            let mut about = About::read(text);
            put_about(&mut about, part, names);
            *text = about.to_string();
        }
        Json::Object(object) => {
            if let Some(about) = object.get_mut("about") {
                rename_about(about, part, names);
            }
        }
        _ => {}
    }
}

/// Where a merge is at work, and what it has to tell.
pub(super) struct Desk<'n> {
    needed: &'n Needed,
    part: Part,
    id: String,
    path: String,
    conflicts: Vec<Conflict>,
}

impl<'n> Desk<'n> {
    pub(super) fn new(needed: &'n Needed) -> Self {
        Self { needed, part: Part::Header, id: String::new(), path: String::new(), conflicts: Vec::new() }
    }

    /// All conflicts, sorted.
    pub(super) fn done(mut self) -> Vec<Conflict> {
        sort(&mut self.conflicts);
        self.conflicts
    }

    /// Goes to another part.
    pub(super) fn enter(&mut self, part: Part) {
        self.part = part;
    }

    /// Whether it is at a list of the map, and not within an element.
    pub(super) fn is_at_the_top(&self) -> bool {
        self.part != Part::Header && self.id.is_empty()
    }

    /// Works within an element of a list.
    pub(super) fn within<T>(&mut self, name: &str, work: impl FnOnce(&mut Self) -> T) -> T {
        if self.is_at_the_top() {
            name.clone_into(&mut self.id);
            let done = work(self);
            self.id.clear();
            return done;
        }
        self.at(&format!("[{name}]"), work)
    }

    /// Works within a key.
    pub(super) fn key<T>(&mut self, key: &str, work: impl FnOnce(&mut Self) -> T) -> T {
        let dot = if self.path.is_empty() { "" } else { "." };
        self.at(&format!("{dot}{key}"), work)
    }

    /// Works within a value whose keys stand in a file beside its own.
    pub(super) fn flat<T>(&mut self, key: &str, work: impl FnOnce(&mut Self) -> T) -> T {
        let outer = self.path.strip_suffix(key).map(|outer| outer.trim_end_matches('.').to_owned());
        let inner = outer.map(|outer| std::mem::replace(&mut self.path, outer));
        let done = work(self);
        if let Some(inner) = inner {
            self.path = inner;
        }
        done
    }

    fn at<T>(&mut self, more: &str, work: impl FnOnce(&mut Self) -> T) -> T {
        let length = self.path.len();
        self.path.push_str(more);
        let done = work(self);
        self.path.truncate(length);
        done
    }

    /// Merges a field.
    pub(super) fn field<T: Field>(&mut self, key: &str, base: Option<&T>, ours: &T, theirs: &T) -> T {
        // Nearly all are the same, and need no name.
        if ours == theirs {
            return ours.clone();
        }
        self.key(key, |desk| merge_field(base, ours, theirs, desk))
    }

    /// Merges keys that have no place of their own in the model.
    pub(super) fn extra(&mut self, base: Option<&Bag>, ours: &Bag, theirs: &Bag) -> Bag {
        merge_bag(base, ours, theirs, self)
    }

    /// Notes a conflict here.
    pub(super) fn clash(&mut self, clash: Clash, [base, ours, theirs]: [Option<Json>; 3]) {
        let (id, field) = (self.id.clone(), self.path.clone());
        let part = self.part;
        self.conflicts.push(Conflict { part, id, field, clash, base, ours, theirs, needed_by: Vec::new() });
    }

    /// Forgets conflicts over what is not there any more.
    pub(super) fn drop_conflicts(&mut self, part: Part, is_gone: impl Fn(&str) -> bool) {
        self.conflicts.retain(|conflict| conflict.part != part || !is_gone(&conflict.id));
    }

    /// Whether an element of this part has to stay.
    pub(super) fn is_needed(&self, id: &str) -> bool {
        self.is_at_the_top() && self.needed.contains_key(&(self.part, id.to_owned()))
    }

    /// Whether any element has to stay.
    pub(super) fn needs_any(&self) -> bool {
        self.is_at_the_top() && !self.needed.is_empty()
    }

    /// Notes that an element stays because it is needed.
    pub(super) fn still_needed(&mut self, id: &str, ours: Option<Json>, theirs: Option<Json>) {
        let users = self.needed.get(&(self.part, id.to_owned()));
        let needed_by = users.map(|users| users.iter().cloned().collect()).unwrap_or_default();
        let (part, id, field, clash) = (self.part, id.to_owned(), self.path.clone(), Clash::StillNeeded);
        self.conflicts.push(Conflict { part, id, field, clash, base: None, ours, theirs, needed_by });
    }
}
