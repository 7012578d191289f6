//! The minimap: all of the picture in a corner, and which part of it is seen, once that is not all.

use egui::{Rect, Role, Sense, Stroke, Ui, Vec2, WidgetInfo};

use super::Camera;
use crate::app::theme::{self, colour};
use crate::picture::geometry::Point;
use crate::picture::palette::Palette;
use crate::picture::scene::Scene;

/// The largest that it becomes.
const SIZE: Vec2 = Vec2::new(168.0, 120.0);
/// Of so many marks, every so manyth is enough.
const MOST: usize = 1_500;

/// Shows the minimap where the picture is larger than the room; pressing it looks there.
pub fn minimap_ui(ui: &mut Ui, camera: &mut Camera, scene: &Scene, room: Rect, palette: &Palette) {
    let seen = camera.visible(room);
    let (extent, area) = (scene.extent, |rect: &crate::picture::geometry::Rect| rect.width() * rect.height());
    let is_all_seen = seen.grown(8.0).contains(extent.min) && seen.grown(8.0).contains(extent.max);
    if is_all_seen || area(&extent) <= 0.0 {
        return;
    }
    let scale = (SIZE.x / extent.width()).min(SIZE.y / extent.height());
    let size = Vec2::new(extent.width(), extent.height()) * scale;
    let rect = Rect::from_min_size(room.right_bottom() - size - Vec2::splat(12.0), size);
    let response = ui.interact(rect, ui.scope_id().with("minimap"), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::new(Role::Image));
    let painter = ui.painter().with_clip_rect(rect.expand(1.0));
    painter.rect(
        rect,
        theme::ROUND_SMALL,
        colour(palette.panel.faded(0.92)),
        Stroke::new(1.0, colour(palette.hairline)),
        egui::StrokeKind::Outside,
    );
    let place = |point: Point| rect.min + Vec2::new(point.x - extent.min.x, point.y - extent.min.y) * scale;
    let every = (scene.marks.len() / MOST).max(1);
    for mark in scene.marks.iter().step_by(every) {
        let ink = mark.tone.fill.or(mark.tone.edge).unwrap_or(palette.tie);
        painter.circle_filled(place(mark.at), 1.6, colour(ink));
    }
    let window = Rect::from_min_max(place(seen.min), place(seen.max));
    painter.rect_stroke(window, 2.0, Stroke::new(1.5, colour(palette.accent)), egui::StrokeKind::Inside);
    if let Some(pointer) = response.interact_pointer_pos() {
        let to = (pointer - rect.min) / scale;
        let wanted = camera.to_screen(Point::new(extent.min.x + to.x, extent.min.y + to.y), room);
        camera.pan(room.center() - wanted);
        ui.ctx().request_repaint();
    }
}
