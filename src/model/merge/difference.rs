//! What differs between two maps, counted: enough to say in a sentence what somebody was working on.

use super::conflict::Part;
use super::list::{Entry, align};
use crate::model::{Items as _, Map};

/// What differs between an old map and a new one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Difference {
    /// List by list, those that differ.
    pub lists: Vec<(Part, Change)>,
    /// The keys of what the map says of itself that differ: `title`, `place`, `as_of`, `languages`, `notes`, `aim`.
    pub header: Vec<&'static str>,
    /// Whether actors were put elsewhere.
    pub layout: bool,
    /// Whether anything else differs: the order of a list, what the program itself keeps, or keys that this version does
    /// not know.
    pub other: bool,
}

/// What differs between two lists.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Change {
    /// Items of the new one alone.
    pub added: usize,
    /// Items of the old one alone.
    pub removed: usize,
    /// Items of both that are not the same.
    pub changed: usize,
}

impl Difference {
    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What differs. Near-linear.
    pub fn between(old: &Map, new: &Map) -> Self {
        let mut found = Self::default();
        macro_rules! header {
            ($($field:ident),+) => {
                $(if old.$field != new.$field {
                    found.header.push(stringify!($field));
                })+
            };
        }
        header!(title, place, as_of, languages, notes, aim);
        macro_rules! lists {
            ($($field:ident: $part:ident,)+) => {
                $(if old.$field != new.$field {
                    found.list(Part::$part, &old.$field.whole(), &new.$field.whole());
                })+
            };
        }
        lists! {
            sources: Sources,
            actors: Actors,
            ties: Ties,
            partnerships: Partnerships,
            consultations: Consultations,
            concerns: Concerns,
            expected_voices: ExpectedVoices,
            instruments: Instruments,
            views: Views,
            story: Story,
            comments: Comments,
            levels: Levels,
            actor_kinds: ActorKinds,
            tie_kinds: TieKinds,
        }
        found.layout = old.layout.places != new.layout.places;
        found.other |= old.not_same != new.not_same
            || old.mappings != new.mappings
            || old.places != new.places
            || old.extra != new.extra
            || old.layout.extra != new.layout.extra;
        found
    }

    fn list<E: Entry>(&mut self, part: Part, old: &[E], new: &[E]) {
        let matched = align(old, new);
        let pairs = || matched.iter().zip(new).filter_map(|(place, item)| place.map(|place| (place, item)));
        let common = pairs().count();
        let change = Change {
            added: new.len() - common,
            removed: old.len().saturating_sub(common),
            changed: pairs().filter(|(place, item)| old[*place] != **item).count(),
        };
        self.other |= !pairs().map(|(place, _)| place).is_sorted();
        if change != Change::default() {
            self.lists.push((part, change));
        }
    }
}
