//! Rings around an actor: everybody as many rings out as ties away (Freeman's target diagrams; Brandes, Kenis and Wagner
//! 2003), whoever is not reached in a tray beside them.

mod around;
mod order;

use super::apart::{Body, around as bounds};
use super::tangle::Tangle;
use super::tray::Tray;
use super::{Asked, GAP, Ground, Layout, MARK, Place, Side, fan};
use crate::analysis::ActorIx;
use crate::picture::geometry::{Point, Rect, Size};

/// From one ring to the next, at least.
const STEP: f32 = 74.0;
/// What stays free around the picture.
const EDGE: f32 = 12.0;
/// Beyond so many actors rings are laid out without regard to names.
const MOST_NAMED: usize = 120;
/// How many times rings are made a little larger, to get names off each other.
const GROWTHS: usize = 5;

/// An actor on a ring.
#[derive(Debug, Clone, Copy)]
pub struct Spot {
    /// Who.
    pub actor: ActorIx,
    /// At which angle: 0 to the right, a quarter turn further on down.
    pub angle: f32,
    /// How far out.
    pub radius: f32,
}

/// Lays the rings out. O((actors + ties) log ties), and for few actors a bounded search for room for names.
pub fn layout(asked: Asked) -> Layout {
    let count = asked.network.actors.len();
    if count == 0 {
        return Layout { extent: Rect::of_size(asked.size), ..Layout::default() };
    }
    let tangle = Tangle::of(asked);
    let centre = asked.centre.filter(|centre| (*centre as usize) < count).unwrap_or_else(|| best_tied(asked));
    let (hops, met) = tangle.hops(centre);
    let unreached: Vec<ActorIx> =
        (0..).take(count).filter(|actor| hops[*actor as usize] == u32::MAX).collect();
    // Rings are round: in a wide room a tray at its end takes nothing from them.
    let tray = Tray::of(asked, &unreached, asked.size.width < asked.size.height * 1.2);
    let room = Tray::room_beside(tray.as_ref(), asked.size);
    let room = Size::new(room.width.max(STEP), room.height.max(STEP));
    let is_named = met.len() <= MOST_NAMED;
    let rings = Rings::of(&hops, &met, room, is_named);
    let angles = order::angles(asked, &tangle, &rings);
    let (rings, bodies) = named(asked, rings, &angles, centre, is_named);
    finish(asked, &rings, &bodies, room, tray)
}

/// Whoever has most of the drawn ties; of several, the first.
fn best_tied(asked: Asked) -> ActorIx {
    let mut ties = vec![0_u32; asked.network.actors.len()];
    for tie in asked.ties {
        let link = asked.network.link(*tie);
        ties[link.from as usize] += 1;
        ties[link.to as usize] += 1;
    }
    (0..)
        .zip(&ties)
        .max_by_key(|(actor, ties)| (**ties, std::cmp::Reverse(*actor)))
        .map_or(0, |(actor, _)| actor)
}

/// Rings and who stands on them.
pub struct Rings {
    /// From the inside: who is one tie away, two, and so on.
    pub actors: Vec<Vec<ActorIx>>,
    /// How far out each is.
    pub radii: Vec<f32>,
    /// In how many rows, one behind the other, the actors of each stand.
    pub rows: Vec<usize>,
    /// From row to row, and from actor to actor.
    pub pitch: f32,
}

impl Rings {
    /// Rings as large as they need to be, and as the room allows.
    fn of(hops: &[u32], met: &[ActorIx], room: Size, is_named: bool) -> Self {
        let most = met.iter().map(|actor| hops[*actor as usize]).max().unwrap_or(0) as usize;
        let mut actors = vec![Vec::new(); most];
        for actor in met.iter().skip(1) {
            actors[hops[*actor as usize] as usize - 1].push(*actor);
        }
        // Names stand around the outermost ring: two lines of them above and below.
        let fits =
            (room.height / 2.0 - EDGE - MARK - GAP - 34.0).min(room.width / 2.0 - EDGE - MARK - GAP - 118.0);
        let pitch = if is_named { 48.0 } else { 2.0 * MARK + 8.0 };
        let mut rings = Self { actors, radii: Vec::new(), rows: Vec::new(), pitch };
        rings.stack(fits, is_named);
        if let Some(outermost) = rings.radii.last().copied().filter(|outermost| *outermost < fits) {
            rings.grow(fits / outermost);
        }
        rings
    }

    /// Rings one after the other; one that is too full for its place gets several rows, unless its names are to be read.
    fn stack(&mut self, fits: f32, is_named: bool) {
        let mut inner = 0.0_f32;
        let share = fits / self.actors.len().max(1) as f32;
        for (number, ring) in (1_u16..).zip(&self.actors) {
            let needed = ring.len() as f32 * self.pitch / std::f32::consts::TAU;
            let least = inner + STEP;
            let roomy = (2.0 * least).max(share * f32::from(number));
            let mut rows = 1;
            // Behind each other, rows have the room of the middle one.
            while !is_named
                && rows < ring.len()
                && needed / rows as f32 > roomy + (rows as f32 - 1.0) * self.pitch / 2.0
            {
                rows += 1;
            }
            let depth = (rows as f32 - 1.0) * self.pitch / 2.0;
            let radius = (least + depth).max(needed / rows as f32);
            self.radii.push(radius);
            self.rows.push(rows);
            inner = radius + depth;
        }
    }

    fn grow(&mut self, by: f32) {
        for radius in &mut self.radii {
            *radius *= by;
        }
    }

    /// Where everybody stands at those angles, the inmost ring first.
    pub fn spots(&self, angles: &[Vec<(ActorIx, f32)>]) -> Vec<Vec<Spot>> {
        let ring = |(number, angles): (usize, &Vec<(ActorIx, f32)>)| {
            let (radius, rows) = (self.radii[number], self.rows[number]);
            let spot = |(at, (actor, angle)): (usize, &(ActorIx, f32))| {
                let row = (at % rows) as f32 - (rows as f32 - 1.0) / 2.0;
                Spot { actor: *actor, angle: *angle, radius: radius + row * self.pitch }
            };
            angles.iter().enumerate().map(spot).collect()
        };
        angles.iter().enumerate().map(ring).collect()
    }
}

/// The side of a mark that looks away from the middle.
pub fn outward(angle: f32) -> Side {
    match (angle.cos(), angle.sin()) {
        (x, _) if x > 0.64 => Side::Right,
        (x, _) if x < -0.64 => Side::Left,
        (_, y) if y < 0.0 => Side::Above,
        _ => Side::Below,
    }
}

/// How much overlaps on rings of these radii, and where everybody stands on them.
type Grown = (usize, Vec<f32>, Vec<(ActorIx, Body)>);

/// Finds room for names, on rings that grow a little if need be. Who is in the middle comes last among the bodies.
fn named(
    asked: Asked,
    mut rings: Rings,
    angles: &[Vec<(ActorIx, f32)>],
    centre: ActorIx,
    is_named: bool,
) -> (Rings, Vec<(ActorIx, Body)>) {
    let mut best: Option<Grown> = None;
    for _ in 0..=if is_named { GROWTHS } else { 0 } {
        let mut spots = rings.spots(angles);
        let (overlaps, bodies) = if is_named {
            around::make_room(asked, &mut spots, centre)
        } else {
            (0, around::plain(&spots, centre))
        };
        if best.as_ref().is_none_or(|(least, _, _)| overlaps < *least) {
            best = Some((overlaps, rings.radii.clone(), bodies));
        }
        if overlaps == 0 {
            break;
        }
        rings.grow(1.09);
    }
    let (_, radii, bodies) = best.unwrap_or_default();
    (Rings { radii, ..rings }, bodies)
}

fn finish(asked: Asked, rings: &Rings, bodies: &[(ActorIx, Body)], room: Size, tray: Option<Tray>) -> Layout {
    let mut places = vec![Place::default(); asked.network.actors.len()];
    let mut picture: Option<Rect> = None;
    for (actor, body) in bodies {
        places[*actor as usize] = Place { at: body.at, side: body.side };
        let whole = body.whole();
        picture = Some(picture.map_or(whole, |picture| picture.joined(&whole)));
    }
    let circles = (1..).zip(&rings.radii).map(|(hops, radius)| Ground::Ring {
        hops,
        centre: Point::default(),
        radius: *radius,
    });
    let mut grounds: Vec<Ground> = circles.collect();
    // The outermost ring first: inner ones lie over it.
    grounds.reverse();
    let corners = grounds.iter().map(Ground::rect).chain(picture);
    let whole = bounds(corners.flat_map(|rect| [rect.min, rect.max])).unwrap_or_default().grown(EDGE);
    // Where there is more room than is taken, it is left evenly around.
    let picture = whole.joined(&Rect::around(whole.centre(), room));
    let mut layout = Layout { extent: picture, grounds, ..Layout::default() };
    if let Some(tray) = tray {
        let ground = tray.set_beside(picture, &mut places);
        layout.extent = picture.joined(&ground.rect());
        layout.grounds.push(ground);
    }
    Layout { ways: fan::ways(asked, &places, layout.extent, None), places, ..layout }
}
