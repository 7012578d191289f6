//! The bands after a change: everybody stays where they were. Whoever is new comes to a free place near those it is tied
//! to, and a band that needs more room for them pushes the bands below it down.

use std::borrow::Cow;

use super::bands::{Band, Bands};
use super::pins::{self, bodies};
use super::rows::{EMPTY, PADDING, lettered, title};
use super::{grounds, pinned_extent, route};
use crate::analysis::{ActorIx, KeepOn, Progress, Stopped};
use crate::model::LevelId;
use crate::picture::geometry::{Point, Rect, Size};
use crate::picture::layout::before::{BandBefore, Before};
use crate::picture::layout::route::obstacles::Obstacles;
use crate::picture::layout::{Asked, GAP, Layout, MARK, Place, Side};
use crate::picture::names::Name;

/// Between the names of a row and the marks of a row that is added below it.
const BELOW: f32 = 14.0;

/// Lays a map out as it was laid out before. O(actors + ties), for each new actor the places in its band, and the ways of
/// those ties whose ends moved or in whose way somebody came.
pub fn layout(
    asked: Asked,
    before: &Before,
    (keep_on, progress): (KeepOn, Progress),
) -> Result<Layout, Stopped> {
    let held = Held::of(asked, before);
    // Who is new looks for those they are tied to, in whatever band these are: all who stay are placed first.
    let mut places: Vec<Option<Place>> = vec![None; asked.network.actors.len()];
    let mut strips: Vec<Strip> = held.bands.all.iter().map(|band| held.strip(band, &mut places)).collect();
    let mut top =
        held.bands.all.first().and_then(|band| before.band(held.level(band))).map_or(0.0, |b| b.top);
    for (number, (band, strip)) in held.bands.all.iter().zip(&mut strips).enumerate() {
        let side = if number == 0 { Side::Above } else { Side::Below };
        for actor in std::mem::take(&mut strip.waiting) {
            if !keep_on(progress) {
                return Err(Stopped);
            }
            let place = held.seat(band, strip, (actor, side), &places);
            strip.take(place, &held.names[actor as usize]);
            places[actor as usize] = Some(place);
        }
        strip.top = top;
        top = strip.bottom();
    }
    held.finish(&strips, &places, (keep_on, progress))
}

/// What is known before anybody is placed.
struct Held<'a> {
    asked: Asked<'a>,
    before: &'a Before,
    bands: Bands,
    /// The names as large as they were reckoned with before.
    names: Cow<'a, [Name]>,
    pins: Vec<Option<Point>>,
    width: f32,
}

/// A band as it was, and as it has to become. Places in it count from its upper edge.
struct Strip {
    old: Option<BandBefore>,
    top: f32,
    height: f32,
    title: Rect,
    /// Where nobody may come to stand.
    taken: Obstacles,
    /// Those who have no place yet.
    waiting: Vec<ActorIx>,
}

impl Strip {
    /// Whether it is where it was, to the last bit.
    fn is_still(&self) -> bool {
        self.old.is_some_and(|old| old.top.total_cmp(&self.top).is_eq())
    }

    fn bottom(&self) -> f32 {
        let is_as_high = |old: &BandBefore| (old.bottom - old.top).total_cmp(&self.height).is_eq();
        let old = self.old.filter(|old| self.is_still() && is_as_high(old));
        old.map_or(self.top + self.height, |old| old.bottom)
    }

    /// Somebody stands there now, and the band is as high as that takes.
    fn take(&mut self, place: Place, name: &Name) {
        for body in bodies(place, name) {
            self.taken.add(body);
        }
        let below = if place.side == Side::Above { 0.0 } else { GAP + name.size.height };
        self.height = self.height.max(place.at.y + MARK + below + PADDING);
    }
}

impl<'a> Held<'a> {
    fn of(asked: Asked<'a>, before: &'a Before) -> Self {
        Self {
            bands: Bands::of(asked.network),
            names: lettered(asked.names, before.lettering),
            pins: pins::pins(asked, None),
            width: before.extent.max.x.max(1.0),
            asked,
            before,
        }
    }

    fn level(&self, band: &Band) -> &LevelId {
        &self.asked.network.levels[band.level as usize].id
    }

    /// A band with those who stay in it.
    fn strip(&self, band: &Band, places: &mut [Option<Place>]) -> Strip {
        let old = self.before.band(self.level(band));
        let title =
            old.map_or_else(|| title(band.is_explained, self.before.lettering.max(1.0)), |old| old.title);
        let height = old.map_or_else(|| EMPTY.max(title.height), |old| old.bottom - old.top);
        let (mut recent, mut back, mut waiting) = (Vec::new(), Vec::new(), Vec::new());
        for actor in band.actors.iter().copied() {
            let stood = self.before.stood(self.asked, actor).filter(|stood| stood.level == *self.level(band));
            let place = stood.map(|stood| Place { at: stood.at, side: stood.side });
            if let Some(pin) = self.pins.get(actor as usize).copied().flatten() {
                // What was put somewhere counts from where the band was then, and stays inside it.
                let down = pin.y - old.map_or(0.0, |old| old.origin);
                let at = Point::new(pin.x, down.clamp(MARK, (height - MARK).max(MARK)));
                recent.push((actor, Place { at, side: place.map_or(Side::Below, |place| place.side) }));
            } else if let Some(place) = place {
                let is_recent = stood.is_some_and(|stood| stood.is_recent);
                if is_recent { recent.push((actor, place)) } else { back.push((actor, place)) }
            } else {
                waiting.push(actor);
            }
        }
        let names: Vec<Name> = recent.iter().map(|(actor, _)| self.names[*actor as usize].clone()).collect();
        let standing: Vec<Place> = recent.iter().map(|(_, place)| *place).collect();
        let corner = if self.asked.is_right_to_left { self.width - title.width } else { 0.0 };
        let title = Rect::of_size(title).moved(corner, 0.0);
        let room = Rect::of_size(Size::new(self.width, height));
        let taken = Obstacles::of(&standing, &names, &[title], room);
        let mut strip = Strip { old, top: 0.0, height, title, taken, waiting };
        for (actor, place) in recent {
            places[actor as usize] = Some(place);
        }
        // Whoever comes back stands where they stood, unless somebody stands there now.
        for (actor, place) in back {
            let name = &self.names[actor as usize];
            if bodies(place, name).iter().all(|body| strip.taken.is_free(*body)) {
                strip.take(place, name);
                places[actor as usize] = Some(place);
            } else {
                strip.waiting.push(actor);
            }
        }
        strip
    }

    /// The free place in a band that is nearest to those whom an actor is tied to, or one in a row of its own below all
    /// others.
    fn seat(
        &self,
        band: &Band,
        strip: &Strip,
        (actor, side): (ActorIx, Side),
        places: &[Option<Place>],
    ) -> Place {
        let name = &self.names[actor as usize];
        let (above, below) = match side {
            Side::Above => (MARK + GAP + name.size.height, MARK),
            _ => (MARK, MARK + GAP + name.size.height),
        };
        let seated = band.actors.iter().filter_map(|other| places[*other as usize]);
        let mut rows: Vec<f32> = seated.map(|place| place.at.y).collect();
        rows.push((strip.height + above - below) / 2.0);
        // A name may be higher than those that are there: the band grows by that much, and not by a row.
        rows.retain(|row| *row >= above + PADDING);
        rows.sort_by(f32::total_cmp);
        rows.dedup_by(|a, b| (*a - *b).abs() < 1.0);
        let across = self.beside(actor, places).unwrap_or(self.width / 2.0);
        let wanted = Place { at: Point::new(across, strip.height / 2.0), side };
        if let Some(at) = pins::nearest(&strip.taken, name, wanted, &rows, self.width) {
            return Place { at, side };
        }
        let lowest = strip.taken.all.iter().map(|body| body.rect.max.y).fold(0.0, f32::max);
        let half = (name.size.width / 2.0).max(MARK) + GAP;
        let across = across.clamp(half.min(self.width / 2.0), (self.width - half).max(self.width / 2.0));
        Place { at: Point::new(across, lowest + BELOW + above), side }
    }

    /// The mean of how far across those stand that an actor is tied to.
    fn beside(&self, actor: ActorIx, places: &[Option<Place>]) -> Option<f32> {
        let tied = self.bands.neighbours.get(actor).iter();
        let tied = tied.filter_map(|(other, _)| places[*other as usize]);
        let (sum, count) = tied.fold((0.0, 0.0_f32), |(sum, count), place| (sum + place.at.x, count + 1.0));
        (count > 0.0).then_some(sum / count)
    }

    fn finish(
        &self,
        strips: &[Strip],
        in_bands: &[Option<Place>],
        (keep_on, progress): (KeepOn, Progress),
    ) -> Result<Layout, Stopped> {
        let Self { asked, before, bands, .. } = self;
        let mut places = vec![Place::default(); in_bands.len()];
        for (band, strip) in bands.all.iter().zip(strips) {
            for actor in &band.actors {
                let place = in_bands[*actor as usize].unwrap_or_default();
                let stood =
                    before.stood(*asked, *actor).filter(|stood| stood.at == place.at && strip.is_still());
                let at = stood.map_or_else(|| place.at.moved(0.0, strip.top), |stood| stood.whole);
                places[*actor as usize] = Place { at, ..place };
            }
        }
        let edges: Vec<(f32, f32)> = strips.iter().map(|strip| (strip.top, strip.bottom())).collect();
        let top = edges.first().map_or(0.0, |edges| edges.0);
        let bottom = edges.last().map_or(0.0, |edges| edges.1);
        let old = before.extent;
        let whole = Rect::new(Point::new(old.min.x, top.min(old.min.y)), Point::new(old.max.x, bottom));
        let extent = pinned_extent(whole, &self.names, &self.pins, &places);
        let rooms: Vec<Rect> = strips.iter().map(|strip| strip.title.moved(0.0, strip.top)).collect();
        let kept = route::Kept::of(*asked, before, &places, &self.names, extent);
        let ways = route::ways(
            Asked { names: &self.names, ..*asked },
            &places,
            (extent, &rooms),
            (keep_on, progress),
            route::Around::Names,
            Some(&kept),
        )?;
        let sizes = strips.iter().map(|strip| Size::new(strip.title.width(), strip.title.height()));
        let (grounds, titles) = (grounds(bands, &edges, extent), super::titles(*asked, bands, sizes));
        Ok(Layout { extent, grounds, places, ways, lettering: before.lettering, titles })
    }
}
