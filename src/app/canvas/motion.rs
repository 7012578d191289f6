//! The move from one layout to the next: actors travel to their new places, and their ties with them. It is short, and
//! left out where the picture is large or the reader wants less motion.

use std::sync::Arc;

use egui::{Rect, Ui};

use super::Camera;
use crate::analysis::Analysis;
use crate::picture::geometry::Point;
use crate::picture::scene::{Line, Mark};
use crate::session::{Document, Drawn};

/// How long it takes, in seconds.
const SECONDS: f64 = 0.22;
/// With more actors and ties than that nobody could follow them.
const MOST: usize = 1_500;

/// What was seen in the last frame.
pub struct Before {
    opened: u64,
    analysis: Arc<Analysis>,
    drawn: Drawn,
    camera: Camera,
    room: Rect,
}

impl Before {
    /// What is seen now.
    pub fn of(document: &Document, drawn: &Drawn, camera: Camera, room: Rect) -> Self {
        let (opened, analysis) = (document.opened, Arc::clone(&document.analysis));
        Self { opened, analysis, drawn: drawn.clone(), camera, room }
    }

    /// The same, looked at from elsewhere.
    pub fn look_from(&mut self, camera: Camera, room: Rect) {
        (self.camera, self.room) = (camera, room);
    }
}

/// A move under way.
pub struct Motion {
    start: f64,
    /// Where each actor comes from, in points of the new picture; `None` for one that was not there.
    from: Vec<Option<Point>>,
}

/// What is drawn on the way.
pub struct Halfway {
    /// The ties.
    pub lines: Vec<Line>,
    /// The actors.
    pub marks: Vec<Mark>,
    /// How much of the names is seen.
    pub names: f32,
}

impl Motion {
    /// The move from what was seen to a new drawing of the same map. `None` where nothing would be followed.
    pub fn between(
        before: &Before,
        document: &Document,
        drawn: &Drawn,
        camera: Camera,
        room: Rect,
        now: f64,
    ) -> Option<Self> {
        let is_small = |drawn: &Drawn| drawn.scene.marks.len() + drawn.scene.lines.len() <= MOST;
        if before.opened != document.opened || !is_small(&before.drawn) || !is_small(drawn) {
            return None;
        }
        let network = &document.analysis.network;
        let mut from = vec![None; network.actors.len()];
        for mark in &before.drawn.scene.marks {
            let id = &before.analysis.network.actor(mark.actor).id;
            let Some(actor) = network.place(id) else { continue };
            let seen_at = before.camera.to_screen(mark.at, before.room);
            from[actor as usize] = Some(camera.to_picture(seen_at, room));
        }
        Some(Self { start: now, from })
    }

    /// What is drawn now; `None` once everything has arrived.
    pub fn at(&self, now: f64, document: &Document, drawn: &Drawn) -> Option<Halfway> {
        #[expect(clippy::cast_possible_truncation, reason = "between 0 and 1")]
        let share = ((now - self.start) / SECONDS) as f32;
        if !(0.0..1.0).contains(&share) {
            return None;
        }
        // Fast at first, gentle at the end.
        let way = 1.0 - (1.0 - share).powi(3);
        let network = &document.analysis.network;
        let places = &drawn.placed.layout.places;
        let old = |actor: u32| self.from[actor as usize].unwrap_or(places[actor as usize].at);
        let lines = drawn.scene.lines.iter().map(|line| {
            let ends = line.tie.map(|tie| network.link(tie)).map(|link| (old(link.from), old(link.to)));
            let Some((start, end)) = ends else { return line.clone() };
            let last = (line.points.len().max(2) - 1) as f32;
            let points = line.points.iter().enumerate();
            let moved = points.map(|(at, point)| start.towards(end, at as f32 / last).towards(*point, way));
            Line { points: moved.collect(), ..line.clone() }
        });
        let marks = drawn.scene.marks.iter().map(|mark| {
            let at = old(mark.actor).towards(mark.at, way);
            Mark { at, ..mark.clone() }
        });
        let names = ((share - 0.6) / 0.4).max(0.0);
        Some(Halfway { lines: lines.collect(), marks: marks.collect(), names })
    }
}

/// The time that a move is measured by, in seconds.
pub fn now(ui: &Ui) -> f64 {
    ui.input(|input| input.time)
}
