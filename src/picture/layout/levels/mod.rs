//! The view by levels: a band for each rung of the ladder, the camp at the bottom and the world at the top.
//!
//! The way leads from [`bands`] over [`order`] (few crossings) and [`rows`] (room for every name) to [`columns`] (who
//! stands where across), a last [`polish`], and [`route`] (which way ties run).

mod bands;
mod columns;
mod crossings;
mod held;
mod layers;
mod line;
mod lists;
mod order;
mod pins;
mod polish;
mod rows;
mod sift;

use bands::Bands;
use layers::Layers;
use rows::Plan;

use super::{Asked, Ground, Layout, MARK, Place, Side, Ways, route};
use crate::analysis::{KeepOn, Progress, Stopped};
use crate::model::terms::View;
use crate::picture::geometry::{Point, Rect, Size};
use crate::picture::names::Name;

/// Steps that [`Progress`] tells of.
const STEPS: usize = 4;

/// How far down an actor stands, in which row of its band, and on which side its name is.
#[derive(Debug, Clone, Copy)]
struct Stand {
    y: f32,
    row: usize,
    side: Side,
}

/// Lays a map out by levels.
///
/// Up to some hundred ties O(ties²) for the last touch, for which a fixed effort is allowed; apart from that about
/// O(ties × log ties), and what ways go around.
pub fn layout(asked: Asked, keep_on: KeepOn) -> Result<Layout, Stopped> {
    let step = |done| Progress { done, of: STEPS };
    if let Some(before) = asked.before.and_then(|before| before.of_view(View::Levels)) {
        return held::layout(asked, &before.read(asked.is_right_to_left), (keep_on, step(3)));
    }
    let mut bands = Bands::of(asked.network);
    arrange(&mut bands, keep_on, step(0))?;
    let plan = rows::plan(&bands, asked.names, asked.size, keep_on, step(1))?;
    let lettered = rows::lettered(asked.names, plan.lettering);
    let names = lettered.as_ref();
    let mirrored_in = asked.is_right_to_left.then_some(plan.size.width);
    let pins = pins::pins(asked, mirrored_in);
    let lines = columns::lines(&bands, &plan, names);
    let mut across = columns::columns(&bands, &lines, &pins);
    polish::polish(&mut bands, &plan, names, &pins, &mut across, (keep_on, step(2)))?;
    let mut places = places(&bands, &plan, &across);
    pins::make_room(&bands, &plan, names, &pins, &mut places);
    let extent = pinned_extent(Rect::of_size(plan.size), names, &pins, &places);
    let rooms = plan.strips.iter().map(|strip| Rect::of_size(strip.title).moved(0.0, strip.top));
    let rooms: Vec<Rect> = rooms.collect();
    let ways = route::ways(
        Asked { names, ..asked },
        &places,
        (extent, &rooms),
        (keep_on, step(3)),
        route::Around::Names,
        None,
    )?;
    let tops = std::iter::once(0.0).chain(plan.strips.iter().map(|strip| strip.bottom));
    let edges: Vec<(f32, f32)> = tops.zip(&plan.strips).map(|(top, strip)| (top, strip.bottom)).collect();
    let grounds = grounds(&bands, &edges, extent);
    let titles = titles(asked, &bands, plan.strips.iter().map(|strip| strip.title));
    let layout = Layout { extent, grounds, places, ways, lettering: plan.lettering, titles };
    Ok(mirrored_in.map_or_else(|| layout.clone(), |width| mirrored(&layout, width)))
}

/// Orders the bands so that few ties cross.
fn arrange(bands: &mut Bands, keep_on: KeepOn, progress: Progress) -> Result<(), Stopped> {
    let mut layers = Layers::of(bands);
    order::order(&mut layers, keep_on, progress)?;
    for (band, layer) in bands.all.iter_mut().zip(&layers.order) {
        let tied: Vec<u32> = layer.iter().copied().filter(|node| !layers.is_stand_in(*node)).collect();
        band.actors.splice(..tied.len(), tied);
    }
    Ok(())
}

fn places(bands: &Bands, plan: &Plan, across: &[f32]) -> Vec<Place> {
    let mut places = vec![Place::default(); across.len()];
    for (band, strip) in bands.all.iter().zip(&plan.strips) {
        for (actor, stand) in band.actors.iter().zip(&strip.stands) {
            let at = Point::new(across[*actor as usize], stand.y);
            places[*actor as usize] = Place { at, side: stand.side };
        }
    }
    places
}

/// The room that was planned, and those who were put outside it.
fn pinned_extent(planned: Rect, names: &[Name], pins: &[Option<Point>], places: &[Place]) -> Rect {
    let mut extent = planned;
    for ((_, place), name) in pins.iter().zip(places).zip(names).filter(|((pin, _), _)| pin.is_some()) {
        let mark = Rect::around(place.at, Size::new(2.0 * MARK, 2.0 * MARK));
        extent = extent.joined(&mark).joined(&place.side.room(place.at, MARK, name.size));
    }
    extent
}

/// The bands, over the whole width, by their upper and lower edges.
fn grounds(bands: &Bands, edges: &[(f32, f32)], extent: Rect) -> Vec<Ground> {
    let strips = bands.all.iter().zip(edges).enumerate();
    let band = |(number, (band, (top, bottom))): (usize, (&bands::Band, &(f32, f32)))| {
        let rect = Rect::new(Point::new(extent.min.x, *top), Point::new(extent.max.x, *bottom));
        Ground::Band { level: band.level, rect, is_tinted: number % 2 == 1 }
    };
    strips.map(band).collect()
}

/// The room of the title of each band, by the place of its level.
fn titles(asked: Asked, bands: &Bands, sizes: impl Iterator<Item = Size>) -> Vec<Size> {
    let mut titles = vec![Size::default(); asked.network.levels.len()];
    for (band, size) in bands.all.iter().zip(sizes) {
        titles[band.level as usize] = size;
    }
    titles
}

/// The same as in a mirror, for those who read from right to left.
fn mirrored(layout: &Layout, width: f32) -> Layout {
    let point = |at: Point| Point::new(width - at.x, at.y);
    let rect = |rect: Rect| {
        Rect::new(Point::new(width - rect.max.x, rect.min.y), Point::new(width - rect.min.x, rect.max.y))
    };
    let ground = |ground: &Ground| match *ground {
        Ground::Band { level, rect: band, is_tinted } => Ground::Band { level, rect: rect(band), is_tinted },
        other => other,
    };
    let mut ways = Ways::default();
    layout.ways.iter().for_each(|way| ways.push(way.iter().map(|at| point(*at))));
    Layout {
        extent: rect(layout.extent),
        grounds: layout.grounds.iter().map(ground).collect(),
        places: layout.places.iter().map(|place| Place { at: point(place.at), ..*place }).collect(),
        ways,
        ..layout.clone()
    }
}

/// A count as a number to reckon with.
#[expect(clippy::cast_precision_loss, reason = "nobody has 2^53 actors")]
fn real(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests;
