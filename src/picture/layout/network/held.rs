//! The network after a change: everybody stays where they were, and whoever is new comes to a free place near those it is
//! tied to.

use super::super::before::Before;
use super::super::route::obstacles::Obstacles;
use super::super::tangle::Tangle;
use super::super::{Asked, Ground, Layout, Place, Side, fan};
use super::{Body, EDGE, bodies, pins};
use crate::analysis::ActorIx;
use crate::picture::geometry::{Point, Rect};
use crate::picture::names::Name;

/// How far from the middle of its neighbours a new actor looks for a free place, and in how many directions.
const OUT: [f32; 7] = [0.0, 50.0, 75.0, 100.0, 130.0, 165.0, 210.0];
const DIRECTIONS: u8 = 12;
/// Places a side that are tried for somebody who is tied to nobody that was there.
const TRIES: u8 = 14;
/// Among more than so many, nobody looks for the place with most room.
const MANY: usize = 2_000;
/// Between the picture and somebody for whom nothing in it is free.
const OUTSIDE: f32 = 20.0;

/// Lays a map out as it was laid out before. O(actors + ties), and for each new actor some hundred places.
pub fn layout(asked: Asked, tangle: &Tangle, before: &Before) -> Layout {
    let (mut held, back) = Held::of(asked, before);
    let waiting = held.return_to(back);
    held.seat(tangle, waiting);
    let whole = held.bodies.iter().map(Body::whole);
    let is_new = |whole: &Rect| !before.extent.contains(whole.min) || !before.extent.contains(whole.max);
    let outside = whole.filter(is_new).map(|whole| whole.grown(EDGE));
    let extent = outside.fold(before.extent, |extent, whole| extent.joined(&whole));
    let places: Vec<Place> = held.bodies.iter().map(|body| Place { at: body.at, side: body.side }).collect();
    // A tray stays for as long as somebody stands in it.
    let tray = before.tray.filter(|(tray, _)| places.iter().any(|place| tray.contains(place.at)));
    let grounds = tray.map(|(rect, why)| Ground::Tray { rect, why }).into_iter().collect();
    Layout {
        extent,
        grounds,
        ways: fan::ways(asked, &places, extent, Some(before)),
        places,
        ..Layout::default()
    }
}

struct Held<'a> {
    before: &'a Before,
    bodies: Vec<Body>,
    is_placed: Vec<bool>,
    /// Where nobody may come to stand.
    taken: Obstacles,
}

impl<'a> Held<'a> {
    /// Places those who were there, and those whom somebody put somewhere; gives those who come back, too.
    fn of(asked: Asked<'a>, before: &'a Before) -> (Self, Vec<(ActorIx, Place)>) {
        let mut bodies = bodies(asked, asked.network.actors.len());
        let mut is_placed = vec![false; bodies.len()];
        let (mut standing, mut names, mut back) = (Vec::new(), Vec::new(), Vec::new());
        for (actor, pin) in (0..).zip(pins::pins(asked)) {
            let stood = before.stood(asked, actor);
            let side = stood.map_or(Side::Right, |stood| stood.side);
            let place = match (pin, stood) {
                (Some(at), _) => Place { at, side },
                (None, Some(stood)) if stood.is_recent => Place { at: stood.whole, side },
                (None, Some(stood)) => {
                    back.push((actor, Place { at: stood.whole, side }));
                    continue;
                }
                (None, None) => continue,
            };
            let body = &mut bodies[actor as usize];
            (body.at, body.side, is_placed[actor as usize]) = (place.at, place.side, true);
            standing.push(place);
            names.push(Name { size: body.name.unwrap_or_default(), ..Name::default() });
        }
        let taken = Obstacles::of(&standing, &names, &[], before.extent);
        (Self { before, bodies, is_placed, taken }, back)
    }

    /// Whoever comes back stands where they stood, unless somebody stands there now; gives all who have no place yet.
    fn return_to(&mut self, back: Vec<(ActorIx, Place)>) -> Vec<ActorIx> {
        for (actor, place) in back {
            let body = Body { at: place.at, side: place.side, ..self.bodies[actor as usize] };
            if self.is_free(&body) {
                self.put(actor, place);
                self.take(actor);
            }
        }
        (0..).zip(&self.is_placed).filter(|(_, is_placed)| !**is_placed).map(|(actor, _)| actor).collect()
    }

    fn put(&mut self, actor: ActorIx, place: Place) {
        let body = &mut self.bodies[actor as usize];
        (body.at, body.side) = (place.at, place.side);
        self.is_placed[actor as usize] = true;
    }

    fn take(&mut self, actor: ActorIx) {
        let body = self.bodies[actor as usize];
        for part in body.parts() {
            self.taken.add(part);
        }
    }

    fn is_free(&self, body: &Body) -> bool {
        body.parts().all(|part| self.taken.is_free(part))
    }

    /// Places the others: whoever is tied to somebody placed near them, the rest where there is most room.
    fn seat(&mut self, tangle: &Tangle, mut left: Vec<ActorIx>) {
        while !left.is_empty() {
            let count = left.len();
            left.retain(|actor| {
                let tied = tangle.of_actor(*actor).iter().map(|other| *other as usize);
                let near: Vec<Point> =
                    tied.filter(|other| self.is_placed[*other]).map(|other| self.bodies[other].at).collect();
                if near.is_empty() {
                    return true;
                }
                self.settle(*actor, middle(&near));
                false
            });
            if left.len() == count
                && let Some(actor) = left.pop()
            {
                let at = self.emptiest();
                self.settle(actor, at);
            }
        }
    }

    /// Places somebody as near to a place as it is free, the name on the first side that is.
    fn settle(&mut self, actor: ActorIx, at: Point) {
        let body = self.bodies[actor as usize];
        let ways = OUT.into_iter().flat_map(|out| (0..DIRECTIONS).map(move |turn| (out, turn)));
        let tried = ways.flat_map(|(out, turn)| {
            let angle = f32::from(turn) / f32::from(DIRECTIONS) * std::f32::consts::TAU;
            let at = at.moved(out * angle.cos(), out * angle.sin());
            [Side::Right, Side::Below, Side::Left, Side::Above].map(|side| Body { at, side, ..body })
        });
        let free = tried.into_iter().find(|body| self.is_free(body));
        let free = free.unwrap_or_else(|| self.outside(body));
        self.put(actor, Place { at: free.at, side: free.side });
        self.take(actor);
    }

    /// Below everything.
    fn outside(&self, body: Body) -> Body {
        let lowest =
            self.taken.all.iter().map(|taken| taken.rect.max.y).fold(self.before.extent.max.y, f32::max);
        let reach = body.whole().height() / 2.0 + OUTSIDE;
        Body { at: Point::new(self.before.extent.centre().x, lowest + reach), side: Side::Right, ..body }
    }

    /// The place in the picture that is farthest from everybody.
    fn emptiest(&self) -> Point {
        let frame: Rect = self.before.extent.grown(-EDGE);
        if self.bodies.len() > MANY {
            return frame.centre();
        }
        let share = |step: u8| (f32::from(step) + 0.5) / f32::from(TRIES);
        let spots = (0..TRIES).flat_map(|row| (0..TRIES).map(move |column| (row, column)));
        let spots = spots
            .map(|(row, column)| frame.min.moved(share(column) * frame.width(), share(row) * frame.height()));
        let nearest = |spot: &Point| {
            let placed = self.bodies.iter().zip(&self.is_placed).filter(|(_, is_placed)| **is_placed);
            placed.map(|(body, _)| body.at.distance(*spot)).fold(f32::MAX, f32::min)
        };
        spots.max_by(|a, b| nearest(a).total_cmp(&nearest(b))).unwrap_or_else(|| frame.centre())
    }
}

fn middle(points: &[Point]) -> Point {
    let sum = points.iter().fold(Point::default(), |sum, at| sum.moved(at.x, at.y));
    let count = points.len().max(1) as f32;
    Point::new(sum.x / count, sum.y / count)
}
