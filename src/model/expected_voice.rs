//! Expected voices: who ought to be on the map, and why.

use super::terms::Sensitivity;
use super::{ActorKindId, Bag, ExpectedVoiceId, SourceId, Text};

/// Somebody who ought to be heard in such a place.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ExpectedVoice {
    /// Its id.
    pub id: ExpectedVoiceId,
    /// Who it is.
    pub label: Text,
    /// Kinds of actor that would be this voice.
    pub kinds: Vec<ActorKindId>,
    /// Groups of people for whom an actor would have to speak.
    pub groups: Vec<String>,
    /// Why it is expected.
    pub why: Text,
    /// Who says so.
    pub source: Option<SourceId>,
    /// Who may see it.
    pub sensitivity: Sensitivity,
    /// Keys that this version does not know.
    pub extra: Bag,
}
