//! What makes an element the one that it is, whatever its id: two people who add something to copies of one map may well
//! give it one id by chance.

use serde_json::Value as Json;

use super::conflict::Part;
use super::list::Entry;
use crate::model::fold;
use crate::model::ids::Ids;
use crate::model::terms::Term;
use crate::model::{
    Actor, ActorId, ActorKind, ActorKindId, Comment, CommentId, Concern, ConcernId, Consultation,
    ConsultationId, ExpectedVoice, ExpectedVoiceId, Id as _, Instrument, InstrumentId, Level, LevelId,
    Partnership, PartnershipId, SavedView, SavedViewId, Source, SourceId, Text, Tie, TieId, TieKind,
    TieKindId,
};

/// An item of one of the map's lists that have ids.
pub(super) trait Element: Entry {
    /// In which part of the map.
    const PART: Part;
    /// Whether both sides' versions of one element are two elements as soon as each has made something else of it.
    const IS_ONE_WHOLE: bool = false;
    /// Its id.
    fn id(&self) -> &str;
    /// Gives it another id.
    fn set_id(&mut self, id: &str);
    /// What it is, in each of the ways in which that can be said; nothing where it has no name.
    fn identities(&self) -> Vec<String>;
    /// A free id made of what it names.
    fn free_id(&self, ids: &mut Ids) -> String;

    /// Whether a later version under the same id can't be this one, changed: it was deleted, and its id taken for something
    /// else. Where in doubt, it was changed.
    fn is_replaced_by(&self, later: &Self) -> bool {
        let (Json::Object(before), Json::Object(after)) = (self.shown(), later.shown()) else { return false };
        let is_kept = |(key, value): (&String, &Json)| key != "id" && after.get(key) == Some(value);
        // Whose name is all that it says was given another name.
        !is_same(self, later) && before.len().min(after.len()) > 3 && !before.iter().any(is_kept)
    }
}

/// Whether two elements are one: what they are agrees in one of the ways in which it can be said.
pub(super) fn is_same<E: Element>(one: &E, other: &E) -> bool {
    if one == other {
        return true;
    }
    let known = one.identities();
    other.identities().iter().any(|identity| known.contains(identity))
}

/// All that an element says but its id.
pub(super) fn content<E: Element>(element: &E) -> String {
    let mut element = element.clone();
    element.set_id("");
    element.shown().to_string()
}

/// A text in each of its languages, as it is compared.
fn folded(text: &Text) -> Vec<String> {
    text.all().map(fold).filter(|name| !name.is_empty()).collect()
}

macro_rules! element {
    ($type:ident, $id:ident, $part:ident, $stem:literal, $text:ident $(, or $otherwise:expr)?) => {
        impl Element for $type {
            element!(@common $id, $part);
            fn identities(&self) -> Vec<String> {
                let names = folded(&self.$text);
                $(if names.is_empty() {
                    let otherwise: fn(&Self) -> Option<String> = $otherwise;
                    return otherwise(self).into_iter().collect();
                })?
                names
            }
            fn free_id(&self, ids: &mut Ids) -> String {
                ids.of_text::<$id>(&self.$text, $stem).to_string()
            }
        }
    };
    (@common $id:ident, $part:ident) => {
        const PART: Part = Part::$part;
        fn id(&self) -> &str {
            self.id.as_str()
        }
        fn set_id(&mut self, id: &str) {
            self.id = $id::new(id);
        }
    };
}

element!(Source, SourceId, Sources, "source", citation);
element!(
    Partnership,
    PartnershipId,
    Partnerships,
    "partnership",
    name,
    or | it | it.actor.as_ref().map(ToString::to_string)
);
element!(
    Consultation,
    ConsultationId,
    Consultations,
    "consultation",
    title,
    or | it | {
        let kind = it.kind.map(Term::id);
        it.date.map(|date| format!("{} {date} {}", kind.unwrap_or_default(), folded(&it.place).join(" ")))
    }
);
element!(Concern, ConcernId, Concerns, "concern", text);
element!(ExpectedVoice, ExpectedVoiceId, ExpectedVoices, "expected-voice", label);
element!(Instrument, InstrumentId, Instruments, "instrument", name);
element!(SavedView, SavedViewId, Views, "view", name);
element!(Comment, CommentId, Comments, "comment", text);
element!(Level, LevelId, Levels, "level", name);
element!(ActorKind, ActorKindId, ActorKinds, "kind", name);
element!(TieKind, TieKindId, TieKinds, "kind", name);

impl Element for Actor {
    element!(@common ActorId, Actors);

    fn identities(&self) -> Vec<String> {
        let (kind, level) = (&self.kind, &self.level);
        self.names().into_iter().map(|name| format!("{kind} {level} {name}")).collect()
    }

    fn free_id(&self, ids: &mut Ids) -> String {
        ids.of_text::<ActorId>(&self.name, "actor").to_string()
    }

    fn is_replaced_by(&self, later: &Self) -> bool {
        let names = self.names();
        self.kind != later.kind
            && self.level != later.level
            && !later.names().iter().any(|name| names.contains(name))
    }
}

impl Actor {
    /// Its name and its aliases, as they are compared.
    fn names(&self) -> Vec<String> {
        folded(&self.name).into_iter().chain(self.aliases.iter().flat_map(folded)).collect()
    }
}

impl Element for Tie {
    element!(@common TieId, Ties);
    const IS_ONE_WHOLE: bool = true;

    fn identities(&self) -> Vec<String> {
        vec![format!("{} {} {}", self.from, self.kind, self.to)]
    }

    fn free_id(&self, ids: &mut Ids) -> String {
        ids.of_tie(&self.from, &self.kind, &self.to).to_string()
    }

    /// An end or the kind may be changed, or the tie turned round; more than that is another tie.
    fn is_replaced_by(&self, later: &Self) -> bool {
        let is_turned = self.from == later.to && self.to == later.from;
        let kept = [self.from == later.from, self.kind == later.kind, self.to == later.to];
        kept.iter().filter(|kept| **kept).count() < 2 && !(is_turned && self.kind == later.kind)
    }
}
