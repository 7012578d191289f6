//! The view by levels: a band for each rung of the ladder, the camp at the bottom and the world at the top.
//!
//! The way leads from [`bands`] over [`order`] (few crossings) and [`rows`] (room for every name) to [`columns`] (who
//! stands where across), a last [`polish`], and [`route`] (which way ties run).

mod bands;
mod columns;
mod crossings;
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
    let mut bands = Bands::of(asked.network);
    let mut old = old(asked);
    let is_kept = if let Some(kept) = bands.as_before(&old) {
        rearrange(&mut bands, kept, keep_on, step(0))?
    } else {
        arrange(&mut bands, keep_on, step(0))?;
        false
    };
    if !is_kept {
        old.clear();
    }
    let plan = rows::plan(&bands, asked.names, asked.size, keep_on, step(1))?;
    let lettered = rows::lettered(asked.names, plan.lettering);
    let names = lettered.as_ref();
    let mirrored_in = asked.is_right_to_left.then_some(plan.size.width);
    let pins = pins::pins(asked, mirrored_in);
    let lines = columns::lines(&bands, &plan, names);
    let fixed = columns::Fixed { pins: &pins, staying: &staying(asked, &old, mirrored_in) };
    let mut across = columns::columns(&bands, &lines, fixed);
    polish::polish(&mut bands, &plan, names, fixed, &mut across, (keep_on, step(2)))?;
    let mut places = places(&bands, &plan, &across);
    pins::make_room(&bands, &plan, names, &pins, &mut places);
    let extent = extent(&plan, names, &pins, &places);
    let titles = plan.strips.iter().map(|strip| Rect::of_size(strip.title).moved(0.0, strip.top));
    let titles: Vec<Rect> = titles.collect();
    let ways = route::ways(
        Asked { names, ..asked },
        &places,
        (extent, &titles),
        (keep_on, step(3)),
        route::Around::Names,
    )?;
    let layout = Layout { extent, grounds: grounds(&bands, &plan, extent), places, ways };
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

/// Where everybody stood before an edit, as people read from left to right; nowhere where there was nothing before.
fn old(asked: Asked) -> Vec<Option<Point>> {
    let before = asked.before.and_then(|before| before.of_view(View::Levels));
    let room = Rect::of_size(asked.size);
    let mirrored = |at: Point| if asked.is_right_to_left { Point::new(-at.x, at.y) } else { at };
    let old = |actor| Some(mirrored(before?.place(asked, actor, room)?.at));
    (0..).take(asked.network.actors.len()).map(old).collect()
}

/// Leaves the bands as they were before an edit, unless an order made afresh crosses much less. Says whether they are left.
fn rearrange(bands: &mut Bands, kept: Bands, keep_on: KeepOn, progress: Progress) -> Result<bool, Stopped> {
    let go_on = || if keep_on(progress) { Ok(()) } else { Err(Stopped) };
    arrange(bands, keep_on, progress)?;
    let (mut before, mut afresh) = (Layers::of(&kept), Layers::of(bands));
    // What stands in for ties has no place from before.
    sift::sift(&mut before, &go_on)?;
    sift::sift(&mut afresh, &go_on)?;
    let (before, afresh) = (crossings::crossings(&before), crossings::crossings(&afresh));
    let is_kept = before <= afresh + afresh / 4 + 8;
    if is_kept {
        *bands = kept;
    }
    Ok(is_kept)
}

/// How far across those stay to whom nothing has happened; empty where everything is new.
fn staying(asked: Asked, old: &[Option<Point>], mirrored_in: Option<f32>) -> Vec<Option<f32>> {
    let Some(before) = asked.before.filter(|_| !old.is_empty()) else { return Vec::new() };
    let touched = before.touched(asked);
    let stays = |(actor, at): (u32, &Option<Point>)| {
        let x = at.filter(|_| !touched.contains(&asked.network.actor(actor).id))?.x;
        Some(mirrored_in.unwrap_or(0.0) + x)
    };
    (0..).zip(old).map(stays).collect()
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
fn extent(plan: &Plan, names: &[Name], pins: &[Option<Point>], places: &[Place]) -> Rect {
    let mut extent = Rect::of_size(plan.size);
    for ((_, place), name) in pins.iter().zip(places).zip(names).filter(|((pin, _), _)| pin.is_some()) {
        let mark = Rect::around(place.at, Size::new(2.0 * MARK, 2.0 * MARK));
        extent = extent.joined(&mark).joined(&place.side.room(place.at, MARK, name.size));
    }
    extent
}

/// The bands, over the whole width.
fn grounds(bands: &Bands, plan: &Plan, extent: Rect) -> Vec<Ground> {
    let strips = bands.all.iter().zip(&plan.strips).enumerate();
    let band = |(number, (band, strip)): (usize, (&bands::Band, &rows::Strip))| {
        let rect = Rect::new(Point::new(extent.min.x, strip.top), Point::new(extent.max.x, strip.bottom));
        Ground::Band { level: band.level, rect, is_tinted: number % 2 == 1 }
    };
    strips.map(band).collect()
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
    }
}

/// A count as a number to reckon with.
#[expect(clippy::cast_precision_loss, reason = "nobody has 2^53 actors")]
fn real(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests;
