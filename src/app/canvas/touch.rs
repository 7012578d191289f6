//! What is under the pointer. The rectangle around each tie is worked out once for each scene.

use crate::picture::geometry::{Point, Rect, distance_to_line};
use crate::picture::scene::{Mark, Scene};
use crate::picture::spotlight::Item;

use super::Camera;

/// Up to so many lines the nearest one to the pointer is looked for.
pub const MOST: usize = 20_000;

/// The rectangles around the ties of a scene.
#[derive(Default)]
pub struct Touch {
    scene: u64,
    around: Vec<Rect>,
}

impl Touch {
    /// The actor or the tie at a place of the picture.
    pub fn item_at(&mut self, number: u64, scene: &Scene, camera: Camera, place: Point) -> Option<Item> {
        let slack = 4.0 / camera.zoom;
        let near = |mark: &&Mark| mark.at.distance(place) <= mark.radius + slack;
        if let Some(mark) = scene.marks.iter().chain(&scene.heads).rev().find(near) {
            return Some(Item::Actor(mark.actor));
        }
        if let Some(cell) = scene.cells.iter().find(|cell| cell.rect.contains(place)) {
            return Some(Item::Tie(cell.tie));
        }
        if scene.lines.len() > MOST {
            return None;
        }
        if self.scene != number || self.around.len() != scene.lines.len() {
            self.around = scene.lines.iter().map(|line| around(&line.points)).collect();
            self.scene = number;
        }
        let slack = 5.0 / camera.zoom;
        let close =
            scene.lines.iter().zip(&self.around).filter(|(_, rect)| rect.grown(slack).contains(place));
        let distance = |points: &[Point]| {
            points.windows(2).map(|pair| distance_to_line(place, pair[0], pair[1])).fold(f32::MAX, f32::min)
        };
        let distances = close.filter_map(|(line, _)| Some((distance(&line.points), line.tie?)));
        let nearest = distances.min_by(|a, b| a.0.total_cmp(&b.0))?;
        (nearest.0 <= slack).then_some(Item::Tie(nearest.1))
    }
}

/// The rectangle around some points.
fn around(points: &[Point]) -> Rect {
    let first = points.first().copied().unwrap_or_default();
    points.iter().fold(Rect::new(first, first), |around, point| around.joined(&Rect::new(*point, *point)))
}
