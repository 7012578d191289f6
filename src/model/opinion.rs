//! Opinions: how somebody sees an actor, beside what the map's authors have agreed on.

use super::terms::Stance;
use super::{Bag, Date, Rating, Text};

/// How somebody sees an actor. The actor's own four values are what was agreed on; nothing is made up from these.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ActorRating {
    /// Who sees it so.
    pub by: Text,
    /// The group of people that they speak for.
    pub group: Text,
    /// When.
    pub date: Option<Date>,
    /// How much the actor can move.
    pub influence: Option<Rating>,
    /// How much it cares.
    pub interest: Option<Rating>,
    /// How rightful they hold it to be.
    pub legitimacy: Option<Rating>,
    /// Where it stands towards the map's aim.
    pub stance: Option<Stance>,
    /// Why.
    pub why: Text,
    /// Keys that this version does not know.
    pub extra: Bag,
}
