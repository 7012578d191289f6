//! How somebody looks at a map: view, lens, what is selected, what is filtered away. It changes nothing of the map.

use std::collections::BTreeSet;

use super::filter::Filter;
use crate::analysis::{ActorIx, Route};
use crate::model::terms::View;
use crate::picture::lens::Lens;
use crate::picture::spotlight::Item;

/// How somebody looks at a map.
#[derive(Debug, Clone, PartialEq)]
pub struct Look {
    /// In which way it is laid out.
    pub view: View,
    /// What the colours stand for.
    pub lens: Lens,
    /// What is looked at.
    pub item: Option<Item>,
    /// Actors that are looked at together; none or several.
    pub chosen: BTreeSet<ActorIx>,
    /// Another way of the voice that is looked at, where somebody pages through them.
    pub route: Option<Route>,
    /// What is drawn.
    pub filter: Filter,
    /// Who is in the middle of the rings.
    pub centre: Option<ActorIx>,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            view: View::Levels,
            lens: Lens::Voices,
            item: None,
            chosen: BTreeSet::new(),
            route: None,
            filter: Filter::default(),
            centre: None,
        }
    }
}
