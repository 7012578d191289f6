//! The records of a map, field by field: what each is known by, and what its fields are.
//!
//! A record is put together from its fields by name, so that one which is added to the model and forgotten here does not
//! compile.

use std::borrow::Cow;

use serde_json::{Map as Object, Value as Json};

use super::conflict::{Clash, Desk};
use super::element::is_same;
use super::field::{Field, Flag, merge_field};
use super::list::{Entry, changes};
use crate::model::terms::{Confidence, Formality, Function, Sector, Term as _, TieClass};
use crate::model::{
    Actor, ActorId, ActorKind, ActorKindId, ActorRating, Comment, Concern, Consultation, Date, ExpectedVoice,
    FedBack, Id as _, Instrument, Language, Level, LevelId, Measurement, Member, NotSame, Outcome,
    Partnership, PartnershipId, Phases, PrincipleRating, Response, SavedView, Source, SourceId, Step, Text,
    Tie, TieKind, TiePlan, TieTraits, Transmission, ViewFilter,
};

macro_rules! words {
    ($($type:ty $(, $order:ident)?: |$word:ident| $text:expr;)+) => {$(
        impl Entry for $type {
            $(const $order: bool = true;)?
            fn key(&self) -> Cow<'_, str> {
                let $word = self;
                Cow::Borrowed($text)
            }
            fn shown(&self) -> Json {
                Json::from(self.key())
            }
            fn merge(_: Option<&Self>, ours: &Self, _: &Self, _: &mut Desk) -> Self {
                // Words of one key are one word.
                ours.clone()
            }
        }
    )+};
}

words! {
    String: |word| word.as_str();
    ActorId: |id| id.as_str();
    ActorKindId: |id| id.as_str();
    SourceId: |id| id.as_str();
    LevelId: |id| id.as_str();
    PartnershipId: |id| id.as_str();
    Confidence: |term| term.id();
    Formality: |term| term.id();
    Function: |term| term.id();
    Sector: |term| term.id();
    TieClass: |term| term.id();
    // The main one comes first.
    Language, IN_ORDER: |language| language.as_str();
}

/// A name among others, in all its languages.
impl Entry for Text {
    fn key(&self) -> Cow<'_, str> {
        Cow::Owned(all(self))
    }

    fn shown(&self) -> Json {
        self.show()
    }

    fn merge(base: Option<&Self>, ours: &Self, theirs: &Self, desk: &mut Desk) -> Self {
        merge_field(base, ours, theirs, desk)
    }
}

/// A pair is known by the two, in whatever order.
impl Entry for NotSame {
    fn key(&self) -> Cow<'_, str> {
        let (one, other) = (self.0.as_str().min(self.1.as_str()), self.0.as_str().max(self.1.as_str()));
        Cow::Owned(format!("{one} {other}"))
    }

    fn shown(&self) -> Json {
        Json::from(vec![self.0.as_str(), self.1.as_str()])
    }

    fn merge(_: Option<&Self>, ours: &Self, _: &Self, _: &mut Desk) -> Self {
        ours.clone()
    }
}

/// Stands for the keys that have no name here.
const OWN: &str = "";

/// How a record is merged and shown; and `entry`, if it is an item of a list, by what it is known there. Flags are yes or
/// no, and no where nobody said anything.
macro_rules! record {
    ($type:ident { $($field:ident),+ } $(flags { $($flag:ident),+ })?) => {
        impl $type {
            fn merge_fields(base: Option<&Self>, ours: &Self, theirs: &Self, desk: &mut Desk) -> Self {
                Self {
                    $($field: desk.field(
                        stringify!($field), base.map(|base| &base.$field), &ours.$field, &theirs.$field),)+
                    $($($flag: desk.field(
                        stringify!($flag), base.map(|base| Flag(base.$flag)).as_ref(),
                        &Flag(ours.$flag), &Flag(theirs.$flag)).0,)+)?
                    extra: desk.extra(base.map(|base| &base.extra), &ours.extra, &theirs.extra),
                }
            }

            fn all_parts(&self) -> Vec<(&'static str, Json)> {
                let mut parts = Vec::new();
                $(if !self.$field.is_absent() {
                    parts.push((stringify!($field), self.$field.show()));
                })+
                $($(if self.$flag {
                    parts.push((stringify!($flag), Json::Bool(true)));
                })+)?
                if !self.extra.is_empty() {
                    parts.push((OWN, self.extra.show()));
                }
                parts
            }
        }
    };
}

macro_rules! entry {
    ($type:ident, |$item:ident| $key:expr $(, $trait:ident)* $(; then $then:expr)?) => {
        impl Entry for $type {
            $(const $trait: bool = true;)*
            fn key(&self) -> Cow<'_, str> {
                let $item = self;
                $key
            }
            fn shown(&self) -> Json {
                object(self.all_parts())
            }
            fn parts(&self) -> Vec<(&'static str, Json)> {
                self.all_parts()
            }
            fn merge(base: Option<&Self>, ours: &Self, theirs: &Self, desk: &mut Desk) -> Self {
                #[allow(unused_mut, reason = "Only some are changed once more.")]
                let mut merged = Self::merge_fields(base, ours, theirs, desk);
                $($then(base, ours, theirs, &mut merged, desk);)?
                merged
            }
        }
    };
}

macro_rules! field {
    ($type:ident) => {
        impl Field for $type {
            fn is_absent(&self) -> bool {
                self.all_parts().is_empty()
            }
            fn show(&self) -> Json {
                object(self.all_parts())
            }
            fn settle(base: Option<&Self>, ours: &Self, theirs: &Self, desk: &mut Desk) -> Self {
                Self::merge_fields(base, ours, theirs, desk)
            }
        }
    };
}

fn object(parts: Vec<(&'static str, Json)>) -> Json {
    let mut whole = Object::new();
    for (key, value) in parts {
        match value {
            Json::Object(own) if key == OWN || key == "traits" => whole.extend(own),
            value => _ = whole.insert(key.to_owned(), value),
        }
    }
    Json::Object(whole)
}

record!(Source { id, citation, date, reliability, sensitivity, consent, keep_until, notes });
entry!(Source, |source| Cow::Borrowed(source.id.as_str()));

record!(Actor {
    id,
    name,
    aliases,
    kind,
    level,
    area,
    formality,
    functions,
    represents,
    influence,
    interest,
    legitimacy,
    stance,
    ratings,
    decides,
    voice,
    sensitivity,
    tags,
    fields,
    notes,
    evidence,
    since,
    until
});
entry!(Actor, |actor| Cow::Borrowed(actor.id.as_str()); then |base: Option<&Self>, ours: &Self, theirs: &Self, merged: &mut Self, desk: &mut Desk| {
    let period = |actor: &Self| (actor.since, actor.until);
    (merged.since, merged.until) = lasting(base.map(period), period(ours), period(theirs), period(merged), desk);
});

record!(ActorRating { by, group, date, influence, interest, legitimacy, stance, why });
entry!(
    ActorRating,
    |rating| Cow::Owned(join([&all(&rating.by), &all(&rating.group), &date(rating.date)])),
    BY_LIKENESS
);

record!(Tie {
    id,
    from,
    to,
    kind,
    mutual,
    strength,
    formality,
    status,
    confidence,
    medium,
    plan,
    sensitivity,
    tags,
    fields,
    notes,
    evidence,
    since,
    until
});
entry!(Tie, |tie| Cow::Borrowed(tie.id.as_str()); then |base: Option<&Self>, ours: &Self, theirs: &Self, merged: &mut Self, desk: &mut Desk| {
    let period = |tie: &Self| (tie.since, tie.until);
    (merged.since, merged.until) = lasting(base.map(period), period(ours), period(theirs), period(merged), desk);
    if let Some(base) = base {
        note_made_another(base, ours, theirs, desk);
    }
});

record!(TiePlan { owner, due, note });
field!(TiePlan);

record!(Partnership {
    id,
    name,
    actor,
    members,
    purpose,
    agreement,
    anchored_in,
    anchor_confidence,
    phases,
    principles,
    outcomes,
    sensitivity
});
entry!(Partnership, |partnership| Cow::Borrowed(partnership.id.as_str()));

record!(Member { actor, role, confidence, evidence });
entry!(Member, |member| Cow::Borrowed(member.actor.as_str()), BY_LIKENESS);

record!(Phases { agreement, committee, consultation, plan });
field!(Phases);

record!(PrincipleRating { principle, rating, rated_by, date, why });
entry!(
    PrincipleRating,
    |rating| Cow::Owned(join([rating.principle.id(), &all(&rating.rated_by), &date(rating.date)])),
    BY_LIKENESS
);

record!(Outcome { goal, indicator, measure, baseline, target, owner, due, measurements, status });
entry!(Outcome, |outcome| Cow::Owned(all(&outcome.goal)), BY_LIKENESS);

record!(Measurement { date, value, by, note });
entry!(
    Measurement,
    |measured| Cow::Owned(join([&date(measured.date), &all(&measured.by), ""])),
    BY_LIKENESS,
    IN_ORDER
);

record!(Consultation {
    id,
    kind,
    title,
    date,
    place,
    attendance,
    participants,
    groups,
    attended,
    sensitivity,
    evidence,
    notes
});
entry!(Consultation, |consultation| Cow::Borrowed(consultation.id.as_str()));

record!(Concern {
    id,
    text,
    scale,
    raised_in,
    raised_by,
    about,
    addressed_to,
    transmissions,
    response,
    fed_back,
    sensitivity,
    evidence,
    notes
});
entry!(Concern, |concern| Cow::Borrowed(concern.id.as_str()));

record!(Transmission { from, to, date, medium, confidence, evidence });
entry!(
    Transmission,
    |step| Cow::Owned(join([step.from.as_str(), step.to.as_str(), &date(step.date)])),
    BY_LIKENESS,
    IN_ORDER
);

record!(Response { by, status, date, text, confidence, evidence });
field!(Response);

record!(FedBack { date, to, confidence, evidence });
field!(FedBack);

record!(ExpectedVoice { id, label, kinds, groups, why, source, sensitivity });
entry!(ExpectedVoice, |expected| Cow::Borrowed(expected.id.as_str()));

record!(Step { title, caption, show, view, focus, lens, findings, at, compare_at, notes, sensitivity });
entry!(Step, |step| Cow::Owned(all(&step.caption)), BY_LIKENESS, BY_NUMBER, IN_ORDER);

record!(Instrument { id, name, kind, status, covers, functions, date, sensitivity, evidence, notes });
entry!(Instrument, |instrument| Cow::Borrowed(instrument.id.as_str()));

record!(SavedView { id, name, view, lens, concern, centre, at, filter, focus });
entry!(SavedView, |view| Cow::Borrowed(view.id.as_str()));

record!(ViewFilter {
    kinds,
    levels,
    sectors,
    formalities,
    groups,
    partnerships,
    tags,
    confidences,
    hidden_classes
} flags { with_inactive });
field!(ViewFilter);

record!(Comment { id, about, text, by, date, sensitivity } flags { settled });
entry!(Comment, |comment| Cow::Borrowed(comment.id.as_str()));

record!(Level { id, name, tier });
entry!(Level, |level| Cow::Borrowed(level.id.as_str()), IN_ORDER);

record!(ActorKind { id, name, formality, sector, force, decides, level });
entry!(ActorKind, |kind| Cow::Borrowed(kind.id.as_str()));

record!(TieKind { id, name, traits });
entry!(TieKind, |kind| Cow::Borrowed(kind.id.as_str()));

impl Field for TieTraits {
    fn is_absent(&self) -> bool {
        false
    }

    fn show(&self) -> Json {
        object(vec![
            ("class", self.class.show()),
            ("mutual", self.mutual.show()),
            ("voice", self.voice.show()),
        ])
    }

    fn settle(base: Option<&Self>, ours: &Self, theirs: &Self, desk: &mut Desk) -> Self {
        desk.flat("traits", |desk| Self {
            class: desk.field("class", base.map(|base| &base.class), &ours.class, &theirs.class),
            mutual: desk.field("mutual", base.map(|base| &base.mutual), &ours.mutual, &theirs.mutual),
            voice: desk.field("voice", base.map(|base| &base.voice), &ours.voice, &theirs.voice),
        })
    }
}

/// From when until when.
type Period = (Option<Date>, Option<Date>);

/// Beginning and end are fields of their own, but the one side's beginning may lie after the other one's end.
fn lasting(base: Option<Period>, ours: Period, theirs: Period, merged: Period, desk: &mut Desk) -> Period {
    let (Some(since), Some(until)) = merged else { return merged };
    if since.may_precede(until) || merged == ours {
        return merged;
    }
    let show = |(since, until): Period| Some(Json::Array(vec![since.show(), until.show()]));
    let values = [base.and_then(show), show(ours), show(theirs)];
    desk.key("until", |desk| desk.clash(Clash::EndsBeforeItBegins, values));
    ours
}

/// What a tie says was said of its ends and its kind. Called where both sides have changed it.
fn note_made_another(base: &Tie, ours: &Tie, theirs: &Tie, desk: &mut Desk) {
    if is_same(base, ours) == is_same(base, theirs) {
        return;
    }
    let ([_, with_us], [_, with_them]) = (changes(base, ours), changes(base, theirs));
    let (our_parts, their_parts) = (ours.all_parts(), theirs.all_parts());
    let is_left = |part: &(&'static str, Json)| our_parts.contains(part) && their_parts.contains(part);
    let before = object(base.all_parts().into_iter().filter(|part| !is_left(part)).collect());
    desk.clash(Clash::MadeAnother, [before, with_us, with_them].map(Some));
}

/// A text in all its languages.
fn all(text: &Text) -> String {
    text.all().collect::<Vec<_>>().join(" / ")
}

fn date(date: Option<Date>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

fn join(parts: [&str; 3]) -> String {
    let written: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    written.join(" ")
}
