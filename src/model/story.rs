//! The story: the steps in which a map is told to a room.

use super::{ActorId, Bag, Text};

/// One step of the story.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Step {
    /// What is said.
    pub caption: Text,
    /// The view to show it in.
    pub view: Option<String>,
    /// The actors in the light.
    pub focus: Vec<ActorId>,
    /// The lens to look through.
    pub lens: Option<String>,
    /// The rules whose findings are shown.
    pub findings: Vec<String>,
    /// Keys that this version does not know.
    pub extra: Bag,
}
