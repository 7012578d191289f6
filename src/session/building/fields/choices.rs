//! What there is to choose from in a field.

use crate::model::terms::{
    Confidence, Consent, Formality, InstrumentKind, InstrumentStatus, Medium, Reliability, Sector,
    Sensitivity, Stance, Status, Term, TieClass, Tier, VoiceDirection,
};
use crate::model::{Id as _, LevelId, Map, Rating, built_in_actor_kinds, built_in_tie_kinds};
use crate::session::building::level_name;
use crate::words::Words;

/// What there is to choose from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choices {
    /// The kinds of actor.
    ActorKinds,
    /// The kinds of tie.
    TieKinds,
    /// The levels.
    Levels,
    /// Formal, informal, hybrid.
    Formality,
    /// Where one stands.
    Stance,
    /// Who may see it.
    Sensitivity,
    /// Whether it is in use.
    Status,
    /// How sure it is.
    Confidence,
    /// By what means.
    Medium,
    /// From 1 to 5.
    Rating,
    /// Yes and no.
    YesOrNo,
    /// Parts of the security sector.
    Sector,
    /// Local, national, between, beyond.
    Tier,
    /// Sorts of relation.
    TieClass,
    /// Along which direction a voice travels.
    VoiceDirection,
    /// How near a source is to what it says.
    Reliability,
    /// What those who told it agreed to.
    Consent,
    /// What a law or the like is.
    Instrument,
    /// Whether it holds.
    InstrumentStatus,
}

impl Choices {
    /// All of them, as they would be typed.
    pub fn labels(self, map: &Map, words: &Words) -> Vec<String> {
        match self {
            Self::ActorKinds => {
                let own = map.actor_kinds.iter().map(|kind| kind.id.clone());
                let built_in = built_in_actor_kinds().map(|(id, _)| id.into());
                sorted(own.chain(built_in).map(|kind| words.actor_kind(map, &kind)))
            }
            Self::TieKinds => {
                let own = map.tie_kinds.iter().map(|kind| kind.id.clone());
                let built_in = built_in_tie_kinds().map(|(id, _)| id.into());
                sorted(own.chain(built_in).map(|kind| words.tie_kind(map, &kind)))
            }
            Self::Levels => {
                map.ladder().rungs().map(|(id, ..)| level_name(map, &LevelId::new(id), words)).collect()
            }
            Self::Formality => terms::<Formality>("formality", words),
            Self::Stance => terms::<Stance>("stance", words),
            Self::Sensitivity => terms::<Sensitivity>("sensitivity", words),
            Self::Status => terms::<Status>("status", words),
            Self::Confidence => terms::<Confidence>("confidence", words),
            Self::Medium => terms::<Medium>("medium", words),
            Self::Rating => Rating::ALL.iter().map(|rating| rating.get().to_string()).collect(),
            Self::YesOrNo => vec![words.text("yes"), words.text("no")],
            Self::Sector => terms::<Sector>("sector", words),
            Self::Tier => terms::<Tier>("tier", words),
            Self::TieClass => terms::<TieClass>("tie-class", words),
            Self::VoiceDirection => terms::<VoiceDirection>("voice-direction", words),
            Self::Reliability => terms::<Reliability>("reliability", words),
            Self::Consent => terms::<Consent>("consent", words),
            Self::Instrument => terms::<InstrumentKind>("instrument", words),
            Self::InstrumentStatus => terms::<InstrumentStatus>("instrument-status", words),
        }
    }
}

fn terms<T: Term>(family: &str, words: &Words) -> Vec<String> {
    T::ALL.iter().map(|term| words.term(family, *term)).collect()
}

fn sorted(labels: impl Iterator<Item = String>) -> Vec<String> {
    let mut labels: Vec<String> = labels.collect();
    labels.sort_unstable();
    labels.dedup();
    labels
}
