//! The camera: which part of a picture is seen, and how large.

use egui::{Pos2, Rect, Vec2};

use crate::picture::geometry::{self, Point};

/// The furthest and the closest that one can look.
const ZOOMS: (f32, f32) = (0.02, 6.0);

/// Which part of a picture is seen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Camera {
    /// How many points of the screen one of the picture takes.
    pub zoom: f32,
    /// Where the origin of the picture is on the screen, from the middle of the room there is.
    pub offset: Vec2,
    /// Whether it shows all of the picture, whatever happens to the room.
    pub is_fitting: bool,
}

impl Default for Camera {
    fn default() -> Self {
        Self { zoom: 1.0, offset: Vec2::ZERO, is_fitting: true }
    }
}

impl Camera {
    /// Shows all of a picture in a room; not larger than it is, unless it is small.
    pub fn fit(&mut self, extent: geometry::Rect, room: Rect) {
        let (width, height) = (extent.width().max(1.0), extent.height().max(1.0));
        let zoom = (room.width() / width).min(room.height() / height);
        self.zoom = zoom.clamp(ZOOMS.0, 1.0);
        let middle = extent.centre();
        self.offset = -Vec2::new(middle.x, middle.y) * self.zoom;
        self.is_fitting = true;
    }

    /// Where a point of the picture is on the screen.
    pub fn to_screen(self, point: Point, room: Rect) -> Pos2 {
        room.center() + self.offset + Vec2::new(point.x, point.y) * self.zoom
    }

    /// Which point of the picture is at a place on the screen.
    pub fn to_picture(self, place: Pos2, room: Rect) -> Point {
        let from = (place - room.center() - self.offset) / self.zoom;
        Point::new(from.x, from.y)
    }

    /// The part of the picture that is seen in a room.
    pub fn visible(&self, room: Rect) -> geometry::Rect {
        geometry::Rect::new(self.to_picture(room.min, room), self.to_picture(room.max, room))
    }

    /// Looks somewhat to a side.
    pub fn pan(&mut self, by: Vec2) {
        self.offset += by;
        self.is_fitting = false;
    }

    /// Looks closer, or from further away; what is at that place stays there.
    pub fn zoom_at(&mut self, place: Pos2, factor: f32, room: Rect) {
        let point = self.to_picture(place, room);
        self.zoom = (self.zoom * factor).clamp(ZOOMS.0, ZOOMS.1);
        self.offset += place - self.to_screen(point, room);
        self.is_fitting = false;
    }

    /// Brings a point into view, if it is not there.
    pub fn show(&mut self, point: Point, room: Rect) {
        let inner = room.shrink(60.0);
        let place = self.to_screen(point, room);
        if !inner.contains(place) {
            self.pan(inner.clamp(place) - place);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn room() -> Rect {
        Rect::from_min_size(Pos2::new(200.0, 90.0), Vec2::new(800.0, 600.0))
    }

    #[test]
    fn what_is_under_the_pointer_stays_there() {
        let mut camera = Camera::default();
        let place = Pos2::new(431.0, 222.0);
        let before = camera.to_picture(place, room());
        camera.zoom_at(place, 2.5, room());
        let after = camera.to_picture(place, room());
        assert!(before.distance(after) < 0.01, "{before:?} {after:?}");
    }

    #[test]
    fn all_of_a_picture_fits() {
        let mut camera = Camera::default();
        let extent = geometry::Rect::new(Point::new(-100.0, -50.0), Point::new(2_300.0, 1_500.0));
        camera.fit(extent, room());
        let seen = camera.visible(room()).grown(0.1);
        assert!(seen.contains(extent.min) && seen.contains(extent.max), "{seen:?}");
        assert!(camera.zoom < 1.0);
    }
}
