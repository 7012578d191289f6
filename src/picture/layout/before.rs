//! What a picture looked like before the map changed, so that the next one looks much the same.

use std::collections::{BTreeMap, BTreeSet};

use super::{Asked, Ground, Layout, Place};
use crate::analysis::{ActorIx, Network};
use crate::model::ActorId;
use crate::model::terms::View;
use crate::picture::geometry::{Rect, Size};

/// Where everybody was, and who was tied to whom. Actors are known by their ids: their numbers change with the map.
#[derive(Debug, Clone, PartialEq)]
pub struct Before {
    view: View,
    is_right_to_left: bool,
    size: Size,
    picture: Rect,
    places: BTreeMap<ActorId, Place>,
    pairs: BTreeSet<(ActorId, ActorId)>,
}

impl Before {
    /// What was asked, and the answer. O((actors + ties) log ties).
    pub fn of(asked: Asked, layout: &Layout) -> Self {
        let tray = layout.grounds.iter().find_map(|ground| match ground {
            Ground::Tray { rect, .. } => Some(*rect),
            _ => None,
        });
        // Who stood in the tray had no place in the picture.
        let is_shown = |place: &Place| !tray.is_some_and(|tray| tray.contains(place.at));
        let shown = (0..).zip(&layout.places).filter(|(_, place)| is_shown(place));
        Self {
            view: asked.view,
            is_right_to_left: asked.is_right_to_left,
            size: asked.size,
            picture: tray.map_or(layout.extent, |tray| without(layout.extent, tray)),
            places: shown.map(|(actor, place)| (asked.network.actor(actor).id.clone(), *place)).collect(),
            pairs: asked.ties.iter().map(|tie| ids(asked.network, asked.network.link(*tie).pair())).collect(),
        }
    }

    /// The same if it was of that view.
    pub fn of_view(&self, view: View) -> Option<&Self> {
        (self.view == view).then_some(self)
    }

    /// Where somebody was; in a room of another size, there in proportion.
    pub fn place(&self, asked: Asked, actor: ActorIx, room: Rect) -> Option<Place> {
        let place = *self.places.get(&asked.network.actor(actor).id)?;
        if self.size == asked.size && self.is_right_to_left == asked.is_right_to_left {
            return Some(place);
        }
        let share = |at: f32, low: f32, length: f32| (at - low) / length.max(1.0);
        let mut x = share(place.at.x, self.picture.min.x, self.picture.width());
        if self.is_right_to_left != asked.is_right_to_left {
            x = 1.0 - x;
        }
        let y = share(place.at.y, self.picture.min.y, self.picture.height());
        Some(Place { at: room.min.moved(x * room.width(), y * room.height()), ..place })
    }

    /// Those who have got ties to others, or lost them.
    pub fn touched(&self, asked: Asked) -> BTreeSet<ActorId> {
        let now: BTreeSet<(ActorId, ActorId)> =
            asked.ties.iter().map(|tie| ids(asked.network, asked.network.link(*tie).pair())).collect();
        self.pairs.symmetric_difference(&now).flat_map(|(one, other)| [one.clone(), other.clone()]).collect()
    }
}

fn ids(network: &Network, (one, other): (ActorIx, ActorIx)) -> (ActorId, ActorId) {
    (network.actor(one).id.clone(), network.actor(other).id.clone())
}

/// What a tray beside or below a picture leaves of the whole.
fn without(whole: Rect, tray: Rect) -> Rect {
    let mut rest = whole;
    if tray.min.y > whole.min.y {
        rest.max.y = tray.min.y;
    } else if tray.min.x > whole.min.x {
        rest.max.x = tray.min.x;
    } else {
        rest.min.x = tray.max.x;
    }
    rest
}
