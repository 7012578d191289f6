//! Saved views: ways to look at a map that somebody wants to come back to.

use super::terms::{Confidence, Formality, Sector, TieClass};
use super::{ActorId, ActorKindId, Bag, ConcernId, Date, LevelId, PartnershipId, SavedViewId, Text};

/// A way to look at the map, under a name.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SavedView {
    /// Its id.
    pub id: SavedViewId,
    /// Its name.
    pub name: Text,
    /// The view.
    pub view: Option<String>,
    /// The lens to look through.
    pub lens: Option<String>,
    /// The concern whose journey is shown.
    pub concern: Option<ConcernId>,
    /// The actor in the middle.
    pub centre: Option<ActorId>,
    /// The day that is looked at.
    pub at: Option<Date>,
    /// What is drawn.
    pub filter: ViewFilter,
    /// The actors in the light.
    pub focus: Vec<ActorId>,
    /// Keys that this version does not know.
    pub extra: Bag,
}

/// What a saved view draws. An empty list stands for everything; several lists have to agree.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ViewFilter {
    /// Actors of these kinds.
    pub kinds: Vec<ActorKindId>,
    /// Actors on these levels.
    pub levels: Vec<LevelId>,
    /// Actors of these sectors.
    pub sectors: Vec<Sector>,
    /// Actors of these formalities.
    pub formalities: Vec<Formality>,
    /// Actors who speak for one of these groups.
    pub groups: Vec<String>,
    /// Actors who belong to one of these partnerships.
    pub partnerships: Vec<PartnershipId>,
    /// Actors and ties with one of these words.
    pub tags: Vec<String>,
    /// Ties of which people are so sure.
    pub confidences: Vec<Confidence>,
    /// Classes of ties that are not drawn.
    pub hidden_classes: Vec<TieClass>,
    /// Whether ties that are not in use are drawn too.
    pub with_inactive: bool,
    /// Keys that this version does not know.
    pub extra: Bag,
}
