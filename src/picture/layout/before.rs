//! What a picture looked like before the map changed: from then on everybody stays where they were.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::{Asked, Ground, Layout, Placeless, Side};
use crate::analysis::ActorIx;
use crate::model::terms::View;
use crate::model::{ActorId, LevelId, TieId};
use crate::picture::geometry::{Point, Rect, Size};

/// Where everybody was, and which way ties ran. Actors are known by their ids: their numbers change with the map. Those
/// who have left the map are remembered, so that whoever comes back stands where they stood.
#[derive(Debug, Clone, PartialEq)]
pub struct Before {
    view: View,
    is_right_to_left: bool,
    /// The room that all of it took.
    pub extent: Rect,
    /// Those who had no place in the picture, and why.
    pub tray: Option<(Rect, Placeless)>,
    /// How much larger than asked names were reckoned with.
    pub lettering: f32,
    bands: BTreeMap<LevelId, BandBefore>,
    places: BTreeMap<ActorId, PlaceBefore>,
    paths: BTreeMap<TieId, Vec<Point>>,
}

/// The band of a level.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BandBefore {
    /// Its upper edge.
    pub top: f32,
    /// Its lower edge.
    pub bottom: f32,
    /// The upper edge that it had when the map was first laid out: what was put somewhere by hand counts from there.
    pub origin: f32,
    /// The room of its title.
    pub title: Size,
}

/// Where somebody stood.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaceBefore {
    /// On which level.
    pub level: LevelId,
    /// How far across, and how far down; in [`View::Levels`] from the upper edge of the band.
    pub at: Point,
    /// The same in the whole of the picture.
    pub whole: Point,
    /// On which side the name was.
    pub side: Side,
    /// The room of the name.
    pub name: Size,
    /// Whether they were in the last picture, and not only in an earlier one.
    pub is_recent: bool,
}

impl Before {
    /// What was asked, and the answer. O(actors + points of ties).
    pub fn of(asked: Asked, layout: &Layout) -> Self {
        let network = asked.network;
        let known = asked.before.and_then(|before| before.of_view(asked.view));
        let known = known.map(|before| before.read(asked.is_right_to_left));
        let bands: BTreeMap<LevelId, BandBefore> = layout
            .bands()
            .map(|(level, rect)| {
                let id = network.levels[level as usize].id.clone();
                let origin = known.as_ref().and_then(|known| known.bands.get(&id)).map(|band| band.origin);
                let title = layout.titles.get(level as usize).copied().unwrap_or_default();
                let (top, bottom) = (rect.min.y, rect.max.y);
                (id, BandBefore { top, bottom, origin: origin.unwrap_or(top), title })
            })
            .collect();
        let mut places = known.map(|known| known.into_owned().places).unwrap_or_default();
        for place in places.values_mut() {
            place.is_recent = false;
        }
        for (actor, place) in (0..).zip(&layout.places) {
            let level = network.levels[network.actors[actor as usize].level as usize].id.clone();
            let at = place.at.moved(0.0, -bands.get(&level).map_or(0.0, |band| band.top));
            let name = asked.names.get(actor as usize).map(|name| name.size).unwrap_or_default();
            let stood = PlaceBefore { level, at, whole: place.at, side: place.side, name, is_recent: true };
            places.insert(network.actor(actor).id.clone(), stood);
        }
        let tray = layout.grounds.iter().find_map(|ground| match ground {
            Ground::Tray { rect, why } => Some((*rect, *why)),
            _ => None,
        });
        let paths = asked.ties.iter().zip(layout.ways.iter());
        Self {
            view: asked.view,
            is_right_to_left: asked.is_right_to_left,
            extent: layout.extent,
            tray,
            lettering: layout.lettering,
            bands,
            places,
            paths: paths.map(|(tie, path)| (network.tie(*tie).id.clone(), path.to_vec())).collect(),
        }
    }

    /// The same if it was of that view, and anybody of the map was in it.
    pub fn of_view(&self, view: View) -> Option<&Self> {
        (self.view == view && !self.places.is_empty()).then_some(self)
    }

    /// The same for people who read in that direction: as in a mirror, if it was made for others.
    pub fn read(&self, is_right_to_left: bool) -> Cow<'_, Self> {
        if self.is_right_to_left == is_right_to_left {
            return Cow::Borrowed(self);
        }
        let mut this = self.clone();
        this.is_right_to_left = is_right_to_left;
        let axis = self.extent.min.x + self.extent.max.x;
        for place in this.places.values_mut() {
            place.at.x = axis - place.at.x;
            place.whole.x = place.at.x;
            place.side = match place.side {
                Side::Left => Side::Right,
                Side::Right => Side::Left,
                side => side,
            };
        }
        if let Some((tray, _)) = &mut this.tray {
            (tray.min.x, tray.max.x) = (axis - tray.max.x, axis - tray.min.x);
        }
        for point in this.paths.values_mut().flatten() {
            point.x = axis - point.x;
        }
        Cow::Owned(this)
    }

    /// The band of a level.
    pub fn band(&self, level: &LevelId) -> Option<BandBefore> {
        self.bands.get(level).copied()
    }

    /// Where somebody stood, wherever they belong now.
    pub fn stood(&self, asked: Asked, actor: ActorIx) -> Option<&PlaceBefore> {
        self.places.get(&asked.network.actor(actor).id)
    }

    /// Which way a tie ran.
    pub fn path(&self, tie: &TieId) -> Option<&[Point]> {
        self.paths.get(tie).map(Vec::as_slice)
    }
}
