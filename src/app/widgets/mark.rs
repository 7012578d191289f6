//! Marks and lines as they stand in lists and legends: the same shapes as in the picture.

use egui::{Pos2, Rect, Shape, Stroke, Ui};

use crate::app::theme::colour;
use crate::picture::palette::Palette;
use crate::picture::scene::{self, Tone};

/// A mark.
pub fn mark_swatch(ui: &Ui, at: Pos2, radius: f32, shape: scene::Shape, tone: Tone, palette: &Palette) {
    let corners: Vec<Pos2> =
        shape.outline().iter().map(|corner| at + egui::vec2(corner.x, corner.y) * radius).collect();
    let fill = colour(tone.fill.unwrap_or(palette.panel));
    match tone.edge {
        Some(edge) if tone.is_broken => {
            let mut outline = corners.clone();
            outline.extend(corners.first());
            ui.painter().add(Shape::convex_polygon(corners, fill, Stroke::NONE));
            ui.painter().extend(Shape::dashed_line(&outline, Stroke::new(1.6, colour(edge)), 2.6, 1.8));
        }
        Some(edge) => {
            ui.painter().add(Shape::convex_polygon(corners, fill, Stroke::new(2.0, colour(edge))));
        }
        None => {
            ui.painter().add(Shape::convex_polygon(corners, fill, Stroke::NONE));
        }
    }
}

/// A line, from the left to the right of a rectangle.
pub fn line_swatch(ui: &Ui, rect: Rect, stroke: scene::Stroke) {
    let pen = Stroke::new(stroke.width, colour(stroke.colour));
    let ends = [rect.left_center(), rect.right_center()];
    let pattern = stroke.dash.pattern();
    if pattern.is_empty() {
        ui.painter().line_segment(ends, pen);
        return;
    }
    let (mut dashes, mut gaps) = (Vec::new(), Vec::new());
    for (at, length) in pattern.iter().enumerate() {
        if at % 2 == 0 { dashes.push(*length) } else { gaps.push(*length) }
    }
    ui.painter().extend(Shape::dashed_line_with_offset(&ends, pen, &dashes, &gaps, 0.0));
}
