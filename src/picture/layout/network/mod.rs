//! The network: tied actors near each other, whatever their level, national ones rather up and local ones rather down.
//!
//! Forces decide who is near whom ([`forces`]); every group of actors that hang together gets a part of the
//! room ([`frames`]), marks and names are moved off each other, and small maps are tidied up ([`tidy`]). Nothing is left to
//! chance, and nothing starts from anywhere but the map itself; after a change everybody stays where they were ([`held`]).

mod forces;
mod frames;
mod held;
mod pins;
mod start;
mod tidy;

use super::apart::{Body, CLOSEST, around, move_apart, settle};
use super::tangle::Tangle;
use super::tray::Tray;
use super::{Asked, Layout, Place, Side, fan};
use crate::analysis::{ActorIx, KeepOn, Stopped};
use crate::model::terms::View;
use crate::picture::geometry::{Point, Rect, Size};

/// What stays free around the picture.
const EDGE: f32 = 14.0;
/// Up to so many actors, names get room too.
const MOST_NAMED: usize = 150;
/// How much of the room marks and names may take up before it grows.
const FULL: f32 = 0.46;
/// What an actor is reckoned with where names are not.
const BARE: f32 = 56.0;
/// How often bodies that overlap are moved apart, before more room is made.
const ROUNDS: usize = 60;
/// The same for many bodies: those that then still overlap are put aside one by one.
const FEWER_ROUNDS: usize = 20;
/// How often more room is made.
const GROWTHS: usize = 14;

/// Lays the network out. Actors without ties stand in a tray beside it; pinned ones stand where they were put, and take
/// their neighbours along a little. No two marks overlap, unless both are pinned.
///
/// O(rounds × (actors log actors + ties)), the rounds bounded; `keep_on` is asked between them.
pub fn layout(asked: Asked, keep_on: KeepOn) -> Result<Layout, Stopped> {
    let count = asked.network.actors.len();
    let tangle = Tangle::of(asked);
    if let Some(before) = asked.before.and_then(|before| before.of_view(VIEW)) {
        return Ok(held::layout(asked, &tangle, &before.read(asked.is_right_to_left)));
    }
    let pins = pins::pins(asked);
    let (alone, groups): (Vec<_>, Vec<_>) =
        tangle.components().into_iter().partition(|group| group.len() == 1);
    let alone: Vec<ActorIx> =
        alone.into_iter().flatten().filter(|actor| pins[*actor as usize].is_none()).collect();
    let tray = Tray::of(asked, &alone, true);
    let bodies = bodies(asked, count);
    let room = room(Tray::room_beside(tray.as_ref(), asked.size), &bodies, &groups);
    let is_alone: std::collections::BTreeSet<ActorIx> = alone.iter().copied().collect();
    let in_picture: Vec<ActorIx> = (0..).take(count).filter(|actor| !is_alone.contains(actor)).collect();
    let mut work = Work { asked, tangle: &tangle, keep_on, done: 0, of: forces::steps(&groups) };
    let mut shown = afresh(&mut work, &groups, bodies, &in_picture, room)?;
    pins::apply(&tangle, &pins, &in_picture, &mut shown);
    if !move_apart(&mut shown, None, if count > MOST_NAMED { 1 } else { ROUNDS }) {
        settle(&mut shown);
    }
    let mut places = vec![Place::default(); count];
    for (actor, body) in in_picture.iter().zip(&shown) {
        places[*actor as usize] = Place { at: body.at, side: body.side };
    }
    Ok(finish(asked, &shown, places, room, tray))
}

/// Places everybody without regard to any picture before, group by group, each in a frame of its own.
fn afresh(
    work: &mut Work,
    groups: &[Vec<ActorIx>],
    mut bodies: Vec<Body>,
    in_picture: &[ActorIx],
    room: Rect,
) -> Result<Vec<Body>, Stopped> {
    let need = |group: &Vec<ActorIx>| group.iter().map(|actor| need(&bodies[*actor as usize])).sum();
    let needs: Vec<f32> = groups.iter().map(need).collect();
    for (group, frame) in groups.iter().zip(frames::frames(&needs, room.grown(-EDGE))) {
        place_group(work, group, frame, &mut bodies)?;
    }
    Ok(in_picture.iter().map(|actor| bodies[*actor as usize]).collect())
}

/// Everybody with the name beside it, which packs more tightly than below, nowhere yet.
fn bodies(asked: Asked, count: usize) -> Vec<Body> {
    let name = |actor: usize| asked.names.get(actor).map(|name| name.size).filter(|_| count <= MOST_NAMED);
    let body = |actor| Body { at: Point::default(), side: Side::Right, name: name(actor), is_fixed: false };
    (0..count).map(body).collect()
}

/// How much room a body needs for itself.
fn need(body: &Body) -> f32 {
    body.name.map_or(BARE * BARE, |name| CLOSEST * CLOSEST + (name.width + 10.0) * (name.height + 10.0))
}

/// The room asked for, or more of the same shape if the bodies need it.
fn room(size: Size, bodies: &[Body], groups: &[Vec<ActorIx>]) -> Rect {
    let size = Size::new(size.width.max(200.0), size.height.max(160.0));
    let needed: f32 = groups.iter().flatten().map(|actor| need(&bodies[*actor as usize])).sum::<f32>() / FULL;
    let times = (needed / (size.width * size.height)).sqrt().max(1.0);
    Rect::of_size(Size::new(size.width * times, size.height * times))
}

/// Long work, and how far it has come.
pub struct Work<'a> {
    asked: Asked<'a>,
    tangle: &'a Tangle,
    keep_on: KeepOn<'a>,
    done: usize,
    of: usize,
}

impl Work<'_> {
    /// One step is done.
    fn step(&mut self) -> Result<(), Stopped> {
        self.done += 1;
        let progress = crate::analysis::Progress { done: self.done.min(self.of), of: self.of };
        if (self.keep_on)(progress) { Ok(()) } else { Err(Stopped) }
    }
}

/// Places actors that hang together into their frame.
fn place_group(work: &mut Work, group: &[ActorIx], frame: Rect, bodies: &mut [Body]) -> Result<(), Stopped> {
    let found = forces::places(work, group)?;
    let homes = frames::fitted(&found, frame);
    let mut own: Vec<Body> =
        group.iter().zip(&homes).map(|(actor, at)| Body { at: *at, ..bodies[*actor as usize] }).collect();
    let frame = part(&mut own, &homes, frame);
    if own.len() <= MOST_NAMED {
        tidy::tidy(work, group, frame, &mut own)?;
    }
    for (actor, body) in group.iter().zip(own) {
        bodies[*actor as usize] = body;
    }
    Ok(())
}

/// Moves bodies apart inside a frame; where that does not succeed, in a larger one. Gives the frame that was large enough.
fn part(bodies: &mut [Body], homes: &[Point], frame: Rect) -> Rect {
    let is_large = bodies.len() > MOST_NAMED;
    let mut walls = frame;
    for growth in 0..GROWTHS {
        let times = 1.0 + 0.04 * growth as f32;
        walls = Rect::around(frame.centre(), Size::new(frame.width() * times, frame.height() * times));
        for (body, home) in bodies.iter_mut().zip(homes) {
            let centre = frame.centre();
            body.at = centre.moved((home.x - centre.x) * times, (home.y - centre.y) * times);
            body.keep_inside(walls);
        }
        if move_apart(bodies, Some(walls), if is_large { FEWER_ROUNDS } else { 4 * ROUNDS }) {
            return walls;
        }
        if is_large {
            break;
        }
    }
    settle(bodies);
    walls
}

fn finish(asked: Asked, shown: &[Body], places: Vec<Place>, room: Rect, tray: Option<Tray>) -> Layout {
    let mut places = places;
    let whole = around(shown.iter().map(Body::whole).flat_map(|rect| [rect.min, rect.max]));
    let picture = whole.map_or(room, |whole| whole.grown(EDGE).joined(&room));
    let mut layout = Layout { extent: picture, ..Layout::default() };
    if let Some(tray) = tray {
        let ground = tray.set_beside(picture, &mut places);
        layout.extent = picture.joined(&ground.rect());
        layout.grounds.push(ground);
    }
    Layout { ways: fan::ways(asked, &places, layout.extent, None), places, ..layout }
}

/// The view whose pins count here.
const VIEW: View = View::Network;
