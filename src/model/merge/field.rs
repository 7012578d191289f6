//! Fields: values that are merged as a whole, texts language by language, own keys one by one, lists item by item.

use serde_json::{Map as Object, Value as Json};

use super::conflict::{Clash, Desk};
use super::list::{Entry, merge_list};
use super::order::{Lists, lay_out};
use crate::model::terms::{
    Agreement, Confidence, Consent, ConsultationKind, Formality, InstrumentKind, InstrumentStatus, Medium,
    PhaseState, Principle, Reliability, ResponseStatus, Scale, Sector, Sensitivity, Stance, Status,
    Term as _, TieClass, Tier, VoiceDirection,
};
use crate::model::{
    About, ActorId, ActorKindId, Attended, Bag, CommentId, ConcernId, ConsultationId, Date, ExpectedVoiceId,
    Id as _, InstrumentId, LevelId, PartnershipId, Rating, SavedViewId, SourceId, Text, TieId, TieKindId,
};

/// A value that can be merged.
pub(super) trait Field: Clone + PartialEq {
    /// Whether it means the same as if nobody had said anything.
    fn is_absent(&self) -> bool;
    /// As it stands in a file.
    fn show(&self) -> Json;
    /// Merges two values that are both there where either could be absent.
    fn settle_said(base: Option<&Self>, ours: &Self, theirs: &Self, desk: &mut Desk) -> Self {
        merge_field(base, ours, theirs, desk)
    }
    /// Merges two values that both differ from what was there, and from each other.
    fn settle(base: Option<&Self>, ours: &Self, theirs: &Self, desk: &mut Desk) -> Self {
        both_changed(base, ours, theirs, desk)
    }
}

/// Merges a field. Without a base, because both sides have added what it belongs to, what only one side says is taken.
pub(super) fn merge_field<T: Field>(base: Option<&T>, ours: &T, theirs: &T, desk: &mut Desk) -> T {
    let is_ours = ours == theirs || base == Some(theirs) || (base.is_none() && theirs.is_absent());
    let is_theirs = base == Some(ours) || (base.is_none() && ours.is_absent());
    match (is_ours, is_theirs) {
        (true, _) => ours.clone(),
        (false, true) => theirs.clone(),
        (false, false) => T::settle(base, ours, theirs, desk),
    }
}

fn both_changed<T: Field>(base: Option<&T>, ours: &T, theirs: &T, desk: &mut Desk) -> T {
    let show = |value: &T| (!value.is_absent()).then(|| value.show());
    desk.clash(Clash::BothChanged, [base.and_then(show), show(ours), show(theirs)]);
    ours.clone()
}

macro_rules! whole {
    ($($type:ty $(, absent as $absent:path)?: |$value:ident| $show:expr;)+) => {$(
        impl Field for $type {
            fn is_absent(&self) -> bool {
                false $(|| *self == $absent)?
            }
            fn show(&self) -> Json {
                let $value = self;
                Json::from($show)
            }
            $(fn settle_said(base: Option<&Self>, ours: &Self, theirs: &Self, desk: &mut Desk) -> Self {
                // What stands for nothing said elsewhere was said here.
                const _: fn(&$type) -> bool = |value| *value == $absent;
                let show = |value: &Self| Some(value.show());
                desk.clash(Clash::BothChanged, [base.and_then(show), show(ours), show(theirs)]);
                ours.clone()
            })?
        }
    )+};
}

whole! {
    bool: |value| *value;
    u64: |value| *value;
    Date: |date| date.to_string();
    Rating: |rating| rating.get();
    ActorId: |id| id.as_str();
    TieId: |id| id.as_str();
    PartnershipId: |id| id.as_str();
    ConsultationId: |id| id.as_str();
    ConcernId: |id| id.as_str();
    ExpectedVoiceId: |id| id.as_str();
    SourceId: |id| id.as_str();
    LevelId: |id| id.as_str();
    ActorKindId: |id| id.as_str();
    TieKindId: |id| id.as_str();
    CommentId: |id| id.as_str();
    SavedViewId: |id| id.as_str();
    InstrumentId: |id| id.as_str();
    Agreement: |term| term.id();
    Consent: |term| term.id();
    InstrumentKind: |term| term.id();
    ConsultationKind: |term| term.id();
    Formality: |term| term.id();
    Medium: |term| term.id();
    PhaseState: |term| term.id();
    Principle: |term| term.id();
    Reliability: |term| term.id();
    Scale: |term| term.id();
    Sector: |term| term.id();
    Stance: |term| term.id();
    TieClass: |term| term.id();
    Tier: |term| term.id();
    VoiceDirection: |term| term.id();
    Confidence, absent as Confidence::Reported: |term| term.id();
    ResponseStatus, absent as ResponseStatus::None: |term| term.id();
    InstrumentStatus, absent as InstrumentStatus::InForce: |term| term.id();
    About, absent as About::Map: |about| about.to_string();
    Sensitivity, absent as Sensitivity::Open: |term| term.id();
    Status, absent as Status::Active: |term| term.id();
    String: |text| text.as_str();
}

impl<T: Field> Field for Option<T> {
    fn is_absent(&self) -> bool {
        self.is_none()
    }

    fn show(&self) -> Json {
        self.as_ref().map_or(Json::Null, Field::show)
    }

    fn settle(base: Option<&Self>, ours: &Self, theirs: &Self, desk: &mut Desk) -> Self {
        match (ours, theirs) {
            (Some(ours), Some(theirs)) => {
                Some(T::settle_said(base.and_then(Option::as_ref), ours, theirs, desk))
            }
            _ => both_changed(base, ours, theirs, desk),
        }
    }
}

impl<T: Field> Field for Box<T> {
    fn is_absent(&self) -> bool {
        T::is_absent(self)
    }

    fn show(&self) -> Json {
        T::show(self)
    }

    fn settle(base: Option<&Self>, ours: &Self, theirs: &Self, desk: &mut Desk) -> Self {
        Self::new(T::settle(base.map(|base| &**base), ours, theirs, desk))
    }
}

/// A yes that was said; a no is as if nobody had said anything.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Flag(pub(super) bool);

impl Field for Flag {
    fn is_absent(&self) -> bool {
        !self.0
    }

    fn show(&self) -> Json {
        Json::Bool(self.0)
    }
}

impl Field for Attended {
    fn is_absent(&self) -> bool {
        self.is_empty()
    }

    fn show(&self) -> Json {
        self.iter().collect()
    }

    /// Each group on its own.
    fn settle(base: Option<&Self>, ours: &Self, theirs: &Self, desk: &mut Desk) -> Self {
        let groups = |attended: &Self| -> Vec<(String, u64)> {
            attended.iter().map(|(group, heads)| (group.to_owned(), heads)).collect()
        };
        let sides = [base.map(groups).unwrap_or_default(), groups(ours), groups(theirs)];
        let [base, ours, theirs] =
            sides.each_ref().map(|side| side.iter().map(|(group, heads)| (group, heads)).collect::<Vec<_>>());
        let merged = merge_entries([&base, &ours, &theirs], |group, heads| {
            desk.key(group, |desk| take(heads.map(Option::<&&u64>::copied), desk))
        });
        merged.into_iter().map(|(group, heads)| (group.clone(), heads)).collect()
    }
}

impl<E: Entry> Field for Vec<E> {
    fn is_absent(&self) -> bool {
        self.is_empty()
    }

    fn show(&self) -> Json {
        self.iter().map(Entry::shown).collect()
    }

    fn settle(base: Option<&Self>, ours: &Self, theirs: &Self, desk: &mut Desk) -> Self {
        merge_list(base.map(Vec::as_slice).unwrap_or_default(), ours, theirs, desk)
    }
}

impl Field for Text {
    fn is_absent(&self) -> bool {
        self.is_empty()
    }

    fn show(&self) -> Json {
        match self {
            Self::Plain(text) => Json::from(text.as_str()),
            Self::ByLanguage(texts) => {
                texts.iter().map(|(language, text)| (language.to_string(), text.as_str())).collect()
            }
        }
    }

    /// Each language on its own; a plain text and one by languages have nothing in common.
    fn settle(base: Option<&Self>, ours: &Self, theirs: &Self, desk: &mut Desk) -> Self {
        fn texts(text: &Text) -> Option<Vec<(&crate::model::Language, &String)>> {
            match text {
                Text::Plain(text) => text.is_empty().then(Vec::new),
                Text::ByLanguage(texts) => {
                    Some(texts.iter().map(|(language, text)| (language, text)).collect())
                }
            }
        }
        let before = base.map_or_else(|| Some(Vec::new()), texts);
        let (Some(before), Some(with_us), Some(with_them)) = (before, texts(ours), texts(theirs)) else {
            return both_changed(base, ours, theirs, desk);
        };
        let merged = merge_entries([&before, &with_us, &with_them], |language, texts| {
            desk.key(language.as_str(), |desk| take(texts.map(Option::<&&String>::copied), desk))
        });
        if merged.is_empty() {
            return ours.clone();
        }
        Self::ByLanguage(merged.into_iter().map(|(language, text)| (language.clone(), text)).collect())
    }
}

impl Field for Bag {
    fn is_absent(&self) -> bool {
        self.is_empty()
    }

    fn show(&self) -> Json {
        Json::Object(self.clone().into())
    }

    fn settle(base: Option<&Self>, ours: &Self, theirs: &Self, desk: &mut Desk) -> Self {
        merge_bag(base, ours, theirs, desk)
    }
}

/// Each key on its own, and the keys of objects within.
pub(super) fn merge_bag(base: Option<&Bag>, ours: &Bag, theirs: &Bag, desk: &mut Desk) -> Bag {
    if ours == theirs || base == Some(theirs) {
        return ours.clone();
    }
    if base == Some(ours) {
        return theirs.clone();
    }
    let [base, ours, theirs] = [base, Some(ours), Some(theirs)]
        .map(|bag| bag.map(|bag| Object::from(bag.clone())).unwrap_or_default());
    merge_objects(&base, &ours, &theirs, desk).into()
}

fn merge_objects(
    base: &Object<String, Json>,
    ours: &Object<String, Json>,
    theirs: &Object<String, Json>,
    desk: &mut Desk,
) -> Object<String, Json> {
    let [base, ours, theirs] = [base, ours, theirs].map(|object| object.iter().collect::<Vec<_>>());
    let merged = merge_entries([&base, &ours, &theirs], |key, values| {
        desk.key(key, |desk| match values.map(Option::<&&Json>::copied) {
            [before, Some(Json::Object(ours)), Some(Json::Object(theirs))] if ours != theirs => {
                let before = before.and_then(Json::as_object).cloned().unwrap_or_default();
                Some(Json::Object(merge_objects(&before, ours, theirs, desk)))
            }
            values => take(values, desk),
        })
    });
    merged.into_iter().map(|(key, value)| (key.clone(), value)).collect()
}

/// Takes one of two values, each of which may be absent.
fn take<T: Clone + PartialEq>(values: [Option<&T>; 3], desk: &mut Desk) -> Option<T>
where
    Json: From<T>,
{
    let [base, ours, theirs] = values;
    if base == ours && ours != theirs {
        return theirs.cloned();
    }
    if ours != theirs && base != theirs {
        desk.clash(Clash::BothChanged, values.map(|value| value.cloned().map(Json::from)));
    }
    ours.cloned()
}

/// Merges keys and values, in the order of lists.
fn merge_entries<'v, K: Ord + ?Sized, V, M>(
    [base, ours, theirs]: [&[(&'v K, &'v V)]; 3],
    mut settle: impl FnMut(&'v K, [Option<&&'v V>; 3]) -> Option<M>,
) -> Vec<(&'v K, M)> {
    let keys = |entries: &[(&'v K, &'v V)]| entries.iter().map(|(key, _)| *key).collect::<Vec<_>>();
    let lists = Lists::by_key(&keys(base), &keys(ours), &keys(theirs));
    let places = lists.places();
    let mut merged: Vec<Option<(&K, M)>> = places
        .iter()
        .map(|[in_base, in_ours, in_theirs]| {
            let at = |entries: &[(&'v K, &'v V)], place: &Option<usize>| place.map(|place| entries[place]);
            let [base, ours, theirs] = [at(base, in_base), at(ours, in_ours), at(theirs, in_theirs)];
            let key = ours.or(theirs)?.0;
            let value = |entry: &'_ Option<(&'v K, &'v V)>| entry.map(|(_, value)| value);
            let values = [value(&base), value(&ours), value(&theirs)];
            let [base, ours, theirs] = &values;
            settle(key, [base.as_ref(), ours.as_ref(), theirs.as_ref()]).map(|value| (key, value))
        })
        .collect();
    let order = lay_out(&lists, |token| merged[token].is_some());
    order.tokens.into_iter().filter_map(|token| merged[token].take()).collect()
}
