//! The fields of what a map has of its own: the rungs of its ladder, its kinds, its sources.

use super::Choices;
use super::told::{Told, date, optional, yes_or_no};
use super::{Reader, fields, gone};
use crate::model::{ActorKind, ActorKindId, Id as _, LevelId, Map, Source, SourceId, TieKind, TieKindId};
use crate::session::building::kinds::{
    ActorKindDraft, TieKindDraft, change_actor_kind, change_level, change_tie_kind,
};
use crate::session::building::sources::{SourceDraft, change_source};
use crate::session::building::{Named, Refusal, level_name};
use crate::words::Words;

fields! {
    /// A field of a rung of the ladder.
    LevelField {
        /// What it is called.
        Name = "name",
        /// Whether it counts as local or as national.
        Tier = "tier",
    }
}

fields! {
    /// A field of a kind of actor.
    ActorKindField {
        /// What it is called.
        Name = "name",
        /// What its actors rest on.
        Formality = "formality",
        /// Its part of the security sector.
        Sector = "sector",
        /// Whether it may use force or detain.
        Force = "force",
        /// Whether it can act on a concern.
        Decides = "decides",
        /// Where such actors usually are.
        Level = "usual-level",
    }
}

fields! {
    /// A field of a kind of tie.
    TieKindField {
        /// What it is called.
        Name = "name",
        /// What sort of relation it is.
        Class = "class",
        /// Whether such ties hold both ways.
        Mutual = "mutual",
        /// Along which direction a voice can travel.
        Voice = "voice",
    }
}

fields! {
    /// A field of a source.
    SourceField {
        /// How one would cite it.
        Citation = "citation",
        /// Of when it is.
        Date = "date",
        /// How near it is to what it says.
        Reliability = "reliability",
        /// Who may see it.
        Sensitivity = "sensitivity",
        /// What those who told it agreed to.
        Consent = "consent",
        /// The last day that it may be kept.
        KeepUntil = "keep-until",
        /// What the authors want to say of it.
        Notes = "notes",
    }
}

/// Sets a field of a level. Nothing where it says so already.
pub fn set_level(
    map: &Map,
    id: &LevelId,
    field: &LevelField,
    typed: &str,
    words: &Words,
) -> Result<Option<Named>, Refusal> {
    let ladder = map.ladder();
    let (.., tier) = ladder.rungs().find(|(rung, ..)| *rung == id.as_str()).ok_or_else(|| gone(words))?;
    match field {
        LevelField::Name => change_level(map, id, typed, tier, words),
        LevelField::Tier => {
            let tier = Reader::new(map, words).term("tier", typed)?.unwrap_or(tier);
            change_level(map, id, &level_name(map, id, words), tier, words)
        }
    }
}

/// Sets a field of one of the map's own kinds of actor. Nothing where it says so already.
pub fn set_actor_kind(
    map: &Map,
    id: &ActorKindId,
    field: &ActorKindField,
    typed: &str,
    words: &Words,
) -> Result<Option<Named>, Refusal> {
    let reader = Reader::new(map, words);
    let kind = map.actor_kinds.iter().find(|kind| kind.id == *id).ok_or_else(|| gone(words))?;
    let mut draft = ActorKindDraft::of(kind, words);
    match field {
        ActorKindField::Name => typed.clone_into(&mut draft.name),
        ActorKindField::Formality => {
            draft.formality = reader.term("formality", typed)?.unwrap_or(kind.formality);
        }
        ActorKindField::Sector => draft.sector = reader.term("sector", typed)?.unwrap_or(kind.sector),
        ActorKindField::Force => draft.force = reader.yes_or_no(typed)?.unwrap_or_default(),
        ActorKindField::Decides => draft.decides = reader.yes_or_no(typed)?.unwrap_or_default(),
        ActorKindField::Level => draft.level = reader.level(typed)?,
    }
    change_actor_kind(map, id, &draft, words)
}

/// Sets a field of one of the map's own kinds of tie. Nothing where it says so already.
pub fn set_tie_kind(
    map: &Map,
    id: &TieKindId,
    field: &TieKindField,
    typed: &str,
    words: &Words,
) -> Result<Option<Named>, Refusal> {
    let reader = Reader::new(map, words);
    let kind = map.tie_kinds.iter().find(|kind| kind.id == *id).ok_or_else(|| gone(words))?;
    let mut draft = TieKindDraft::of(kind, words);
    let traits = &mut draft.traits;
    match field {
        TieKindField::Name => typed.clone_into(&mut draft.name),
        TieKindField::Class => traits.class = reader.term("tie-class", typed)?.unwrap_or(traits.class),
        TieKindField::Mutual => traits.mutual = reader.yes_or_no(typed)?.unwrap_or_default(),
        TieKindField::Voice => traits.voice = reader.term("voice-direction", typed)?.unwrap_or(traits.voice),
    }
    change_tie_kind(map, id, &draft, words)
}

/// Sets a field of a source. Nothing where it says so already.
pub fn set_source(
    map: &Map,
    id: &SourceId,
    field: &SourceField,
    typed: &str,
    words: &Words,
) -> Result<Option<Named>, Refusal> {
    let source = map.sources.iter().find(|source| source.id == *id).ok_or_else(|| gone(words))?;
    let mut draft = SourceDraft::of(source, words);
    let reader = Reader::new(map, words);
    match field {
        SourceField::Citation => typed.clone_into(&mut draft.citation),
        SourceField::Date => typed.clone_into(&mut draft.date),
        SourceField::Reliability => {
            draft.reliability = reader.term("reliability", typed)?;
        }
        SourceField::Sensitivity => {
            draft.sensitivity = reader.term("sensitivity", typed)?.unwrap_or_default();
        }
        SourceField::Consent => draft.consent = reader.term("consent", typed)?,
        SourceField::KeepUntil => typed.clone_into(&mut draft.keep_until),
        SourceField::Notes => typed.clone_into(&mut draft.notes),
    }
    change_source(map, id, &draft, words)
}

impl Told<LevelId> for LevelField {
    fn id(&self) -> &'static str {
        self.id()
    }

    fn told(&self, level: &LevelId, map: &Map, words: &Words) -> String {
        match self {
            Self::Name => level_name(map, level, words),
            Self::Tier => {
                let ladder = map.ladder();
                let rung = ladder.rungs().find(|(rung, ..)| *rung == level.as_str());
                optional("tier", rung.map(|(.., tier)| tier), words)
            }
        }
    }

    fn choices(&self) -> Option<Choices> {
        (*self == Self::Tier).then_some(Choices::Tier)
    }
}

impl Told<ActorKind> for ActorKindField {
    fn id(&self) -> &'static str {
        self.id()
    }

    fn told(&self, kind: &ActorKind, map: &Map, words: &Words) -> String {
        match self {
            Self::Name => words.read(&kind.name).to_owned(),
            Self::Formality => words.term("formality", kind.formality),
            Self::Sector => words.term("sector", kind.sector),
            Self::Force => yes_or_no(Some(kind.force), words),
            Self::Decides => yes_or_no(Some(kind.decides), words),
            Self::Level => level_name(map, &kind.level, words),
        }
    }

    fn choices(&self) -> Option<Choices> {
        match self {
            Self::Name => None,
            Self::Formality => Some(Choices::Formality),
            Self::Sector => Some(Choices::Sector),
            Self::Force | Self::Decides => Some(Choices::YesOrNo),
            Self::Level => Some(Choices::Levels),
        }
    }
}

impl Told<TieKind> for TieKindField {
    fn id(&self) -> &'static str {
        self.id()
    }

    fn told(&self, kind: &TieKind, _: &Map, words: &Words) -> String {
        match self {
            Self::Name => words.read(&kind.name).to_owned(),
            Self::Class => words.term("tie-class", kind.traits.class),
            Self::Mutual => yes_or_no(Some(kind.traits.mutual), words),
            Self::Voice => words.term("voice-direction", kind.traits.voice),
        }
    }

    fn choices(&self) -> Option<Choices> {
        match self {
            Self::Name => None,
            Self::Class => Some(Choices::TieClass),
            Self::Mutual => Some(Choices::YesOrNo),
            Self::Voice => Some(Choices::VoiceDirection),
        }
    }
}

impl Told<Source> for SourceField {
    fn id(&self) -> &'static str {
        self.id()
    }

    fn told(&self, source: &Source, _: &Map, words: &Words) -> String {
        match self {
            Self::Citation => words.read(&source.citation).to_owned(),
            Self::Date => date(source.date),
            Self::Reliability => optional("reliability", source.reliability, words),
            Self::Sensitivity => words.term("sensitivity", source.sensitivity),
            Self::Consent => optional("consent", source.consent, words),
            Self::KeepUntil => date(source.keep_until),
            Self::Notes => words.read(&source.notes).to_owned(),
        }
    }

    fn choices(&self) -> Option<Choices> {
        match self {
            Self::Reliability => Some(Choices::Reliability),
            Self::Sensitivity => Some(Choices::Sensitivity),
            Self::Consent => Some(Choices::Consent),
            Self::Citation | Self::Date | Self::KeepUntil | Self::Notes => None,
        }
    }

    fn may_be_empty(&self) -> bool {
        !matches!(self, Self::Citation | Self::Sensitivity)
    }

    fn is_long(&self) -> bool {
        matches!(self, Self::Citation | Self::Notes)
    }
}
