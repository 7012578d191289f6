//! Levels: a band for each level of the ladder, the bottom one at the bottom; the order within a band has few crossings,
//! and long ties run between the actors that they pass, not through them.
//!
//! The steps are those of layered drawing (Sugiyama, Tagawa & Toda 1981), with layers that are given: [`order`], [`place`],
//! [`route`]. Above [`CAREFUL`] actors and ties only the first two are taken, and ties run straight.

mod order;
mod place;
mod route;

use super::{Asked, Ground, Layout, MARK, Place, Side, straight};
use crate::analysis::{ActorIx, KeepOn, Progress, Stopped};
use crate::model::terms::View;
use crate::picture::geometry::{Point, Rect};

/// Up to so many actors and ties everything is done.
const CAREFUL: usize = 3_000;
/// Beside the outermost names.
const MARGIN: f32 = 14.0;
/// Between two names.
const BETWEEN: f32 = 18.0;
/// The room for a band's title, at the beginning of its first row.
const TITLE: f32 = 128.0;
/// The least that a row takes: a mark and a name of two lines. Where there is more, a badge has room too.
const ROW: f32 = 71.0;
/// Above the first row of a band and under its last.
const PADDING: f32 = 5.0;
/// The most that a picture grows in width before a band gets one more row.
const ROWS: usize = 4;

/// A band, the top one first.
struct Band {
    /// The place of its level.
    level: u32,
    /// Its actors, row by row, from left to right.
    rows: Vec<Vec<ActorIx>>,
    /// From its top to its bottom.
    span: (f32, f32),
}

/// Lays the actors out level by level. O(ties × sweeps) for the order; for routes, rows passed × actors on them.
pub fn layout(asked: Asked, keep_on: KeepOn) -> Result<Layout, Stopped> {
    let steps = |done| if keep_on(Progress { done, of: 4 }) { Ok(()) } else { Err(Stopped) };
    steps(0)?;
    let size = asked.network.actors.len() + asked.ties.len();
    let is_careful = size <= CAREFUL;
    let ordered = order::ordered(asked, levels_from_top(asked), is_careful);
    steps(1)?;
    let width = width(asked, &ordered);
    let mut bands: Vec<Band> = ordered
        .into_iter()
        .map(|(level, actors)| Band { level, rows: rows(asked, &actors, width), span: (0.0, 0.0) })
        .collect();
    let height = stack(&mut bands, asked.size.height);
    let mut places = place::places(asked, &bands, width);
    steps(2)?;
    if is_careful {
        order::untangle(asked, &mut bands, &mut places, width);
    }
    pin(asked, &mut places);
    steps(3)?;
    let ways = if is_careful { route::ways(asked, &bands, &places) } else { straight(asked, &places) };
    let grounds = (0..).zip(&bands).map(|(number, band): (usize, &Band)| Ground::Band {
        level: band.level,
        rect: Rect::new(Point::new(0.0, band.span.0), Point::new(width, band.span.1)),
        is_tinted: number % 2 == 1,
    });
    Ok(Layout {
        extent: Rect::new(Point::default(), Point::new(width, height)),
        grounds: grounds.collect(),
        places,
        ways,
    })
}

/// The levels that have actors, the top of the ladder first. On an empty map, all of them.
fn levels_from_top(asked: Asked) -> Vec<(u32, Vec<ActorIx>)> {
    let network = asked.network;
    let mut on_level: Vec<Vec<ActorIx>> = vec![Vec::new(); network.levels.len()];
    for (actor, node) in (0..).zip(&network.actors) {
        on_level[node.level as usize].push(actor);
    }
    let rungs: Vec<&str> = network.map.ladder().rungs().map(|(id, _, _)| id).collect();
    let place =
        |id: &str| (0..).zip(&network.levels).find(|(_, rung)| crate::model::Id::as_str(&rung.id) == id);
    let from_top = rungs
        .iter()
        .rev()
        .filter_map(|id| place(id))
        .map(|(level, _)| (level, std::mem::take(&mut on_level[level as usize])));
    let all: Vec<_> = from_top.collect();
    if network.actors.is_empty() {
        all
    } else {
        all.into_iter().filter(|(_, actors)| !actors.is_empty()).collect()
    }
}

/// How wide an actor stands: its name, or its mark.
fn slot(asked: Asked, actor: ActorIx) -> f32 {
    let name = asked.names.get(actor as usize).map_or(0.0, |name| name.size.width);
    name.max(2.0 * MARK + 10.0).max(58.0) + BETWEEN
}

/// The width of the picture: what there is, unless a level has so many actors that several rows don't hold them.
fn width(asked: Asked, ordered: &[(u32, Vec<ActorIx>)]) -> f32 {
    let needed = |actors: &[ActorIx]| {
        let sum: f32 = actors.iter().map(|actor| slot(asked, *actor)).sum();
        // A level of thousands becomes about as high as wide.
        let most = (ROWS as f32).max((sum / 900.0).sqrt().floor());
        sum / most * 1.12 + 2.0 * MARGIN + TITLE / most
    };
    let widest = ordered.iter().map(|(_, actors)| needed(actors)).fold(0.0, f32::max);
    asked.size.width.max(widest).max(240.0)
}

/// Puts the actors of a level into as few rows as hold them, in turn, so that neighbours in the order stand near.
fn rows(asked: Asked, actors: &[ActorIx], width: f32) -> Vec<Vec<ActorIx>> {
    let room = width - 2.0 * MARGIN;
    let mut count = 1;
    loop {
        let mut rows = vec![Vec::new(); count];
        for (at, actor) in actors.iter().enumerate() {
            rows[at % count].push(*actor);
        }
        let fits = rows.iter().enumerate().all(|(number, row): (usize, &Vec<ActorIx>)| {
            let title = if number == 0 { TITLE } else { 0.0 };
            row.iter().map(|actor| slot(asked, *actor)).sum::<f32>() + title <= room
        });
        if fits || count >= actors.len().max(1) {
            return rows;
        }
        count += 1;
    }
}

/// Gives every band its height; gives that of all. What is left over is shared out by rows.
fn stack(bands: &mut [Band], height: f32) -> f32 {
    let rows: usize = bands.iter().map(|band| band.rows.len()).sum();
    let needed = rows as f32 * ROW + bands.len() as f32 * 2.0 * PADDING;
    let extra = ((height - needed) / rows.max(1) as f32).max(0.0);
    let mut top = 0.0;
    for band in bands.iter_mut() {
        let bottom = top + band.rows.len() as f32 * (ROW + extra) + 2.0 * PADDING;
        band.span = (top, bottom);
        top = bottom;
    }
    top
}

impl Band {
    /// How high marks stand in a row: the room under it is for names.
    fn height_of(&self, row: usize) -> f32 {
        let share = (self.span.1 - self.span.0 - 2.0 * PADDING) / self.rows.len().max(1) as f32;
        self.span.0 + PADDING + share * row as f32 + (share - ROW) / 2.0 + MARK + 3.0
    }
}

/// Where people put somebody themselves, they stay.
fn pin(asked: Asked, places: &mut [Place]) {
    for (actor, place) in (0..).zip(places) {
        let id = &asked.network.actor(actor).id;
        if let Some(put) = asked.network.map.layout.place(View::Levels, id) {
            #[expect(clippy::cast_possible_truncation, reason = "a picture is no billions of points wide")]
            let at = Point::new(put.x as f32, put.y as f32);
            *place = Place { at, side: Side::Below };
        }
    }
}

#[cfg(test)]
mod tests;
