//! Items of lists that are no records: words, ids, names, pairs. What each is known by is all that it says.

use std::borrow::Cow;

use serde_json::Value as Json;

use super::conflict::Desk;
use super::field::{Field as _, merge_field};
use super::list::Entry;
use super::records::all;
use crate::model::terms::{Confidence, Formality, Function, Sector, Term as _, TieClass};
use crate::model::{
    ActorId, ActorKindId, Id as _, Language, LevelId, NotSame, PartnershipId, SourceId, Text,
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
