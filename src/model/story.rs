//! The story: the steps in which a map is told to a room.

use super::terms::Sensitivity;
use super::{ActorId, Bag, Date, SavedViewId, Text};

/// One step of the story.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Step {
    /// What it is called.
    pub title: Text,
    /// What is said.
    pub caption: Text,
    /// A saved view to show. The step's own view, lens and focus win over it.
    pub show: Option<SavedViewId>,
    /// The view to show it in.
    pub view: Option<String>,
    /// The actors in the light.
    pub focus: Vec<ActorId>,
    /// The lens to look through.
    pub lens: Option<String>,
    /// The rules whose findings are shown.
    pub findings: Vec<String>,
    /// The day that is shown.
    pub at: Option<Date>,
    /// A second day, beside which that one is set: before and after.
    pub compare_at: Option<Date>,
    /// What the trainer says. The room never sees it.
    pub notes: Text,
    /// Who may see it.
    pub sensitivity: Sensitivity,
    /// Keys that this version does not know.
    pub extra: Bag,
}
