//! Kinds of actor and kinds of tie: the built-in tables, and what a map adds to them.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::terms::{
    Formality::{self, Formal, Hybrid, Informal},
    Sector, TieClass,
    VoiceDirection::{self, Backward, Both, Forward},
};
use super::{ActorKindId, Bag, Id, LevelId, Map, Text, TieKindId};

/// What a kind of actor brings with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ActorTraits<'m> {
    /// The formality of its actors, unless they say otherwise.
    pub formality: Formality,
    /// Its part of the security sector.
    pub sector: Sector,
    /// Whether it may use force or detain.
    pub force: bool,
    /// Whether, at a national-tier level, it can act on a community's concern.
    pub decides: bool,
    /// The level where such actors usually are.
    pub level: &'m str,
}

/// What a kind of tie brings with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TieTraits {
    /// What sort of relation it is.
    pub class: TieClass,
    /// Whether such ties hold both ways, unless they say otherwise.
    pub mutual: bool,
    /// Along which direction a voice can travel.
    pub voice: VoiceDirection,
}

/// A kind of actor that a map adds.
#[derive(Debug, Clone, PartialEq)]
pub struct ActorKind {
    /// Its id.
    pub id: ActorKindId,
    /// Its name.
    pub name: Text,
    /// See [`ActorTraits::formality`].
    pub formality: Formality,
    /// See [`ActorTraits::sector`].
    pub sector: Sector,
    /// See [`ActorTraits::force`].
    pub force: bool,
    /// See [`ActorTraits::decides`].
    pub decides: bool,
    /// See [`ActorTraits::level`].
    pub level: LevelId,
    /// Keys that this version does not know.
    pub extra: Bag,
}

/// A kind of tie that a map adds.
#[derive(Debug, Clone, PartialEq)]
pub struct TieKind {
    /// Its id.
    pub id: TieKindId,
    /// Its name, as a verb between two actors: "is kin of".
    pub name: Text,
    /// What it brings.
    pub traits: TieTraits,
    /// Keys that this version does not know.
    pub extra: Bag,
}

const fn actor(
    id: &'static str,
    formality: Formality,
    sector: Sector,
    force: bool,
    decides: bool,
    level: &'static str,
) -> (&'static str, ActorTraits<'static>) {
    (id, ActorTraits { formality, sector, force, decides, level })
}

const fn tie(
    id: &'static str,
    class: TieClass,
    mutual: bool,
    voice: VoiceDirection,
) -> (&'static str, TieTraits) {
    (id, TieTraits { class, mutual, voice })
}

#[rustfmt::skip]
static ACTOR_KINDS: [(&str, ActorTraits<'static>); 38] = [
    //                                   formality sector                   force  decides level
    actor("police",                      Formal,   Sector::CoreSecurity,      true,  false, "governorate"),
    actor("national-security-forces",    Formal,   Sector::CoreSecurity,      true,  false, "governorate"),
    actor("armed-forces",                Formal,   Sector::CoreSecurity,      true,  false, "governorate"),
    actor("intelligence-service",        Formal,   Sector::CoreSecurity,      true,  false, "governorate"),
    actor("border-guard",                Formal,   Sector::CoreSecurity,      true,  false, "governorate"),
    actor("prison-service",              Formal,   Sector::CoreSecurity,      true,  false, "governorate"),
    actor("head-of-state",               Formal,   Sector::Oversight,         false, true,  "national"),
    actor("council-of-ministers",        Formal,   Sector::Oversight,         false, true,  "national"),
    actor("ministry",                    Formal,   Sector::Oversight,         false, true,  "national"),
    actor("parliament",                  Formal,   Sector::Oversight,         false, true,  "national"),
    actor("audit-body",                  Formal,   Sector::Oversight,         false, false, "national"),
    actor("human-rights-commission",     Formal,   Sector::Oversight,         false, false, "national"),
    actor("governors-office",            Formal,   Sector::LocalGovernment,   false, false, "governorate"),
    actor("municipality",                Formal,   Sector::LocalGovernment,   false, false, "municipal"),
    actor("village-council",             Formal,   Sector::LocalGovernment,   false, false, "community"),
    actor("court",                       Formal,   Sector::Justice,           false, false, "governorate"),
    actor("prosecution",                 Formal,   Sector::Justice,           false, false, "governorate"),
    actor("tribal-leader",               Informal, Sector::Customary,         false, false, "community"),
    actor("religious-leader",            Informal, Sector::Customary,         false, false, "community"),
    actor("camp-committee",              Hybrid,   Sector::Community,         false, false, "community"),
    actor("community-safety-committee",  Hybrid,   Sector::Community,         false, false, "governorate"),
    actor("business-leader",             Informal, Sector::Community,         false, false, "community"),
    actor("youth-group",                 Informal, Sector::Community,         false, false, "community"),
    actor("neighbourhood-group",         Informal, Sector::Community,         false, false, "community"),
    actor("womens-organisation",         Informal, Sector::CivilSociety,      false, false, "municipal"),
    actor("human-rights-organisation",   Informal, Sector::CivilSociety,      false, false, "municipal"),
    actor("civil-society-organisation",  Informal, Sector::CivilSociety,      false, false, "municipal"),
    actor("victims-group",               Informal, Sector::CivilSociety,      false, false, "municipal"),
    actor("union",                       Informal, Sector::CivilSociety,      false, false, "municipal"),
    actor("media",                       Informal, Sector::CivilSociety,      false, false, "governorate"),
    actor("academia",                    Informal, Sector::CivilSociety,      false, false, "national"),
    actor("political-faction",           Informal, Sector::Political,         false, false, "governorate"),
    actor("armed-group",                 Informal, Sector::NonStatutoryForce, true,  false, "community"),
    actor("private-security",            Informal, Sector::NonStatutoryForce, true,  false, "community"),
    actor("donor",                       Formal,   Sector::External,          false, false, "international"),
    actor("international-organisation",  Formal,   Sector::External,          false, false, "international"),
    actor("training-mission",            Formal,   Sector::External,          false, false, "international"),
    actor("foreign-force",               Formal,   Sector::External,          true,  false, "international"),
];

#[rustfmt::skip]
static TIE_KINDS: [(&str, TieTraits); 20] = [
    //                       class                     mutual voice
    tie("informs",           TieClass::Communication,  false, Forward),
    tie("reports-to",        TieClass::Authority,      false, Forward),
    tie("directs",           TieClass::Authority,      false, Forward),
    tie("advocates-to",      TieClass::Communication,  false, Forward),
    tie("refers-to",         TieClass::Service,        false, Forward),
    tie("consults",          TieClass::Communication,  false, Backward),
    tie("covers",            TieClass::Communication,  false, Backward),
    tie("oversees",          TieClass::Accountability, false, Backward),
    tie("represents",        TieClass::Representation, false, Backward),
    tie("partners-with",     TieClass::Partnership,    true,  Both),
    tie("funds",             TieClass::Support,        false, VoiceDirection::None),
    tie("trains",            TieClass::Support,        false, VoiceDirection::None),
    tie("equips",            TieClass::Support,        false, VoiceDirection::None),
    tie("serves",            TieClass::Service,        false, VoiceDirection::None),
    tie("mediates-for",      TieClass::Service,        false, Both),
    tie("contests",          TieClass::Adverse,        true,  VoiceDirection::None),
    tie("restricts",         TieClass::Adverse,        false, VoiceDirection::None),
    tie("co-opts",           TieClass::Adverse,        false, VoiceDirection::None),
    tie("member-of",         TieClass::Partnership,    false, Both),
    tie("coordinates-with",  TieClass::Partnership,    true,  Both),
];

/// The built-in kinds of actor, in the order of the documentation.
pub fn built_in_actor_kinds() -> impl Iterator<Item = (&'static str, ActorTraits<'static>)> {
    ACTOR_KINDS.iter().copied()
}

/// The built-in kinds of tie, in the order of the documentation.
pub fn built_in_tie_kinds() -> impl Iterator<Item = (&'static str, TieTraits)> {
    TIE_KINDS.iter().copied()
}

static ACTOR_KINDS_BY_ID: LazyLock<HashMap<&str, ActorTraits<'static>>> =
    LazyLock::new(|| built_in_actor_kinds().collect());

static TIE_KINDS_BY_ID: LazyLock<HashMap<&str, TieTraits>> = LazyLock::new(|| built_in_tie_kinds().collect());

/// The kinds that hold for one map.
#[derive(Debug, Clone)]
pub struct Vocabulary<'m> {
    own_actor_kinds: HashMap<&'m str, ActorTraits<'m>>,
    own_tie_kinds: HashMap<&'m str, TieTraits>,
}

impl<'m> Vocabulary<'m> {
    /// The built-in kinds and the map's own. A built-in kind stays what it is.
    pub fn of(map: &'m Map) -> Self {
        let own_actor_kinds = map.actor_kinds.iter().map(|kind| {
            let ActorKind { formality, sector, force, decides, ref level, .. } = *kind;
            (kind.id.as_str(), ActorTraits { formality, sector, force, decides, level: level.as_str() })
        });
        Self {
            own_actor_kinds: own_actor_kinds.collect(),
            own_tie_kinds: map.tie_kinds.iter().map(|kind| (kind.id.as_str(), kind.traits)).collect(),
        }
    }

    /// What a kind of actor brings, if there is such a kind.
    pub fn actor_kind(&self, kind: &ActorKindId) -> Option<ActorTraits<'_>> {
        ACTOR_KINDS_BY_ID.get(kind.as_str()).or_else(|| self.own_actor_kinds.get(kind.as_str())).copied()
    }

    /// What a kind of tie brings, if there is such a kind.
    pub fn tie_kind(&self, kind: &TieKindId) -> Option<TieTraits> {
        TIE_KINDS_BY_ID.get(kind.as_str()).or_else(|| self.own_tie_kinds.get(kind.as_str())).copied()
    }
}

/// Whether a kind of actor of that name is built in.
pub(super) fn is_built_in_actor_kind(id: &str) -> bool {
    ACTOR_KINDS_BY_ID.contains_key(id)
}

/// Whether a kind of tie of that name is built in.
pub(super) fn is_built_in_tie_kind(id: &str) -> bool {
    TIE_KINDS_BY_ID.contains_key(id)
}
