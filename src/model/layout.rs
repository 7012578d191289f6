//! Where people have put the actors by hand, view by view.

use std::collections::BTreeMap;

use super::terms::View;
use super::{ActorId, Bag};

/// A place in a view, in the view's own units: x to the right, y down.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Position {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

/// The places of all actors that somebody put somewhere.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Layout {
    /// View by view, actor by actor. A view without places is absent.
    pub places: BTreeMap<View, BTreeMap<ActorId, Position>>,
    /// Views that this version does not know.
    pub extra: Bag,
}

impl Layout {
    /// Where an actor was put.
    pub fn place(&self, view: View, actor: &ActorId) -> Option<Position> {
        self.places.get(&view)?.get(actor).copied()
    }

    /// Puts an actor somewhere, or takes it back into the hands of the program; gives where it was.
    pub fn put(&mut self, view: View, actor: &ActorId, position: Option<Position>) -> Option<Position> {
        if let Some(position) = position {
            return self.places.entry(view).or_default().insert(actor.clone(), position);
        }
        let places = self.places.get_mut(&view)?;
        let before = places.remove(actor);
        if places.is_empty() {
            self.places.remove(&view);
        }
        before
    }
}
