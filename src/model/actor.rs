//! Actors: the people, groups and institutions of a map.

use super::terms::{Formality, Function, Sensitivity, Stance};
use super::{ActorId, ActorKindId, ActorRating, Bag, Date, LevelId, Rating, SourceId, Text};

/// Somebody who matters for the safety of a community.
#[derive(Debug, Clone, PartialEq)]
pub struct Actor {
    /// Its id.
    pub id: ActorId,
    /// Its name.
    pub name: Text,
    /// Other names of it.
    pub aliases: Vec<Text>,
    /// Its kind, which brings formality, sector, force and the power to decide.
    pub kind: ActorKindId,
    /// Its level on the ladder.
    pub level: LevelId,
    /// The places where it is active; empty where that is not known.
    pub area: Vec<String>,
    /// Its formality, where it differs from what its kind brings.
    pub formality: Option<Formality>,
    /// What it does for safety.
    pub functions: Vec<Function>,
    /// The groups of people for whom it speaks.
    pub represents: Vec<String>,
    /// How much it can move.
    pub influence: Option<Rating>,
    /// How much it cares.
    pub interest: Option<Rating>,
    /// How rightful people hold it to be.
    pub legitimacy: Option<Rating>,
    /// Where it stands towards the map's aim.
    pub stance: Option<Stance>,
    /// How people see it, each by themselves.
    pub ratings: Vec<ActorRating>,
    /// Whether it can act on a community's concern, where that differs from what its kind brings.
    pub decides: Option<bool>,
    /// Whether it counts as a voice, where that differs from what its level and kind bring.
    pub voice: Option<bool>,
    /// Who may see it.
    pub sensitivity: Sensitivity,
    /// Words to find it by.
    pub tags: Vec<String>,
    /// The authors' own fields: texts, numbers, yes or no.
    pub fields: Bag,
    /// Whatever its authors want to say of it.
    pub notes: Text,
    /// Where this is known from.
    pub evidence: Vec<SourceId>,
    /// The first day it was there.
    pub since: Option<Date>,
    /// The last day it was there.
    pub until: Option<Date>,
    /// Keys that this version does not know.
    pub extra: Bag,
}

impl Actor {
    /// An actor of whom nothing more is known.
    pub fn new(id: ActorId, name: Text, kind: ActorKindId, level: LevelId) -> Self {
        Self {
            id,
            name,
            aliases: Vec::new(),
            kind,
            level,
            area: Vec::new(),
            formality: None,
            functions: Vec::new(),
            represents: Vec::new(),
            influence: None,
            interest: None,
            legitimacy: None,
            stance: None,
            ratings: Vec::new(),
            decides: None,
            voice: None,
            sensitivity: Sensitivity::Open,
            tags: Vec::new(),
            fields: Bag::default(),
            notes: Text::default(),
            evidence: Vec::new(),
            since: None,
            until: None,
            extra: Bag::default(),
        }
    }
}
