//! Two actors that look like one, and of which somebody said that they are two.

use super::ActorId;

/// A pair of actors that are two: nobody is asked again whether they are one.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NotSame(
    /// The one.
    pub ActorId,
    /// The other.
    pub ActorId,
);

impl NotSame {
    /// Whether an actor is one of the two.
    pub fn names(&self, actor: &ActorId) -> bool {
        self.0 == *actor || self.1 == *actor
    }

    /// Whether it is about these two, in whatever order.
    pub fn is_about(&self, one: &ActorId, other: &ActorId) -> bool {
        (&self.0, &self.1) == (one, other) || (&self.1, &self.0) == (one, other)
    }
}
