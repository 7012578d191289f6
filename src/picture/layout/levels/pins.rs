//! Those whom somebody put somewhere by hand, and room for them.

use super::bands::Bands;
use super::rows::Plan;
use crate::picture::geometry::{Point, Rect, Size};
use crate::picture::layout::route::obstacles::Obstacles;
use crate::picture::layout::{Asked, MARK, Place};
use crate::picture::names::Name;

/// From one place that is tried to the next.
const STEP: f32 = 6.0;
/// What stands free of others is at least so far from them.
const APART: f32 = 2.0;
/// Nobody is further away than that.
const FARTHEST: f64 = 1.0e6;

/// Where each actor was put, if it was; `width` across where the picture will be mirrored.
pub fn pins(asked: Asked, mirrored_in: Option<f32>) -> Vec<Option<Point>> {
    let network = asked.network;
    let pin = |actor| {
        let position = network.map.layout.place(asked.view, &network.actor(actor).id)?;
        let is_sound = |number: f64| number.is_finite() && number.abs() < FARTHEST;
        #[expect(clippy::cast_possible_truncation, reason = "a place in a picture")]
        let at = Point::new(position.x as f32, position.y as f32);
        let at = mirrored_in.map_or(at, |width| Point::new(width - at.x, at.y));
        (is_sound(position.x) && is_sound(position.y)).then_some(at)
    };
    let pins: Vec<_> = (0..).take(network.actors.len()).map(pin).collect();
    if pins.iter().any(Option::is_some) { pins } else { Vec::new() }
}

/// Puts those who were put somewhere there, and moves those upon whom they come to the nearest free place in their bands.
/// O(actors), and for each that has to move, the places in its band.
pub fn make_room(bands: &Bands, plan: &Plan, names: &[Name], pins: &[Option<Point>], places: &mut [Place]) {
    if pins.is_empty() {
        return;
    }
    let room = Rect::of_size(plan.size);
    let pinned =
        pins.iter().zip(places.iter()).filter_map(|(pin, place)| Some(Place { at: (*pin)?, ..*place }));
    let pinned: Vec<Place> = pinned.collect();
    let pinned_names: Vec<Name> =
        names.iter().zip(pins).filter(|(_, pin)| pin.is_some()).map(|(name, _)| name.clone()).collect();
    let there = Obstacles::of(&pinned, &pinned_names, &[], room);
    let (mut staying, mut staying_names, mut moving) = (pinned, pinned_names, Vec::new());
    for (band, strip) in bands.all.iter().zip(&plan.strips) {
        for actor in &band.actors {
            let place = &mut places[*actor as usize];
            if let Some(at) = pins[*actor as usize] {
                place.at = at;
            } else if bodies(*place, &names[*actor as usize]).iter().all(|body| there.is_free(*body)) {
                staying.push(*place);
                staying_names.push(names[*actor as usize].clone());
            } else {
                moving.push((*actor, strip));
            }
        }
    }
    let mut taken = Obstacles::of(&staying, &staying_names, &[], room);
    for (actor, strip) in moving {
        let (name, place) = (&names[actor as usize], &mut places[actor as usize]);
        let mut rows: Vec<f32> = strip.stands.iter().map(|stand| stand.y).collect();
        rows.sort_by(|a, b| (a - place.at.y).abs().total_cmp(&(b - place.at.y).abs()).then(a.total_cmp(b)));
        rows.dedup();
        if let Some(at) = nearest(&taken, name, *place, &rows, plan.size.width) {
            place.at = at;
        }
        for body in bodies(*place, name) {
            taken.add(body);
        }
    }
}

/// The nearest place in a band where an actor and its name sit on nothing.
pub fn nearest(taken: &Obstacles, name: &Name, place: Place, rows: &[f32], width: f32) -> Option<Point> {
    let from = place.at;
    let half = name.size.width.max(2.0 * MARK) / 2.0 + 4.0;
    let mut best: Option<(f32, Point)> = None;
    for y in rows {
        let mut off = 0.0;
        while off < width && best.is_none_or(|(cost, _)| off + (y - from.y).abs() < cost) {
            for x in [from.x - off, from.x + off] {
                let place = Place { at: Point::new(x, *y), ..place };
                let is_free = x >= half
                    && x <= width - half
                    && bodies(place, name).iter().all(|body| taken.is_free(*body));
                let cost = off + (y - from.y).abs();
                if is_free && best.is_none_or(|(least, _)| cost < least) {
                    best = Some((cost, place.at));
                }
            }
            off += STEP;
        }
    }
    best.map(|(_, at)| at)
}

/// An actor's mark and its name, and a little around them.
pub fn bodies(place: Place, name: &Name) -> [Rect; 2] {
    let mark = Rect::around(place.at, Size::new(2.0 * MARK, 2.0 * MARK));
    [mark.grown(APART), place.side.room(place.at, MARK, name.size).grown(APART)]
}
