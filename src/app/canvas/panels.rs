//! Grounds and their titles on the canvas.

use std::sync::Arc;

use egui::{Galley, Painter, Pos2, Rect, Stroke, pos2};

use super::Camera;
use crate::app::theme::{self, colour};
use crate::app::widgets::{Text, galley};
use crate::picture::palette::Colour;
use crate::picture::ruler::Weight;
use crate::picture::scene::{Anchor, Caption, Panel, Scene};

/// Paints the grounds of a scene. As a veil they lie, somewhat transparent, over everything that is not lit.
pub fn paint(painter: &Painter, scene: &Scene, camera: &Camera, room: Rect, veil: Option<f32>) {
    let ink = |ink: Colour| colour(veil.map_or(ink, |veil| ink.faded(veil)));
    let place = |point| camera.to_screen(point, room);
    if veil.is_some()
        && scene.grounds.iter().all(|panel| !matches!(panel, Panel::Rect { .. } | Panel::Band { .. }))
    {
        painter.rect_filled(
            room,
            0.0,
            painter.ctx().global_style().visuals.panel_fill.gamma_multiply(veil.unwrap_or(1.0)),
        );
    }
    for panel in &scene.grounds {
        match panel {
            Panel::Rect { rect, fill, edge } => {
                let rect = Rect::from_min_max(place(rect.min), place(rect.max));
                painter.rect_filled(rect, 0.0, ink(*fill));
                if let Some(edge) = edge.filter(|_| veil.is_none()) {
                    painter.rect_stroke(rect, 0.0, Stroke::new(1.0, colour(edge)), egui::StrokeKind::Middle);
                }
            }
            Panel::Band { rect, fill, edge } => {
                let band = Rect::from_x_y_ranges(room.x_range(), place(rect.min).y..=place(rect.max).y);
                painter.rect_filled(band, 0.0, ink(*fill));
                if veil.is_none() {
                    painter.hline(room.x_range(), band.top(), Stroke::new(1.0, colour(*edge)));
                }
            }
            Panel::Ring { centre, radius, edge } if veil.is_none() => {
                painter.circle_stroke(place(*centre), radius * camera.zoom, Stroke::new(1.0, colour(*edge)));
            }
            Panel::Rule { from, to, edge } if veil.is_none() => {
                painter.line_segment([place(*from), place(*to)], Stroke::new(1.0, colour(*edge)));
            }
            Panel::Ring { .. } | Panel::Rule { .. } => {}
        }
    }
    // Titles keep their size; from far away there is no room for them.
    if camera.zoom > 0.25 {
        // What is said below a title goes before the title does.
        let mut title = Rect::NOTHING;
        for caption in &scene.captions {
            let (corner, text) = set(painter, caption, place(caption.at));
            let rect = Rect::from_min_size(corner, text.size());
            if caption.is_bold {
                title = rect;
            } else if rect.intersects(title.shrink(2.0)) {
                continue;
            }
            paint_set(painter, caption, corner, text);
        }
    }
}

/// Words, and the corner where they begin.
fn set(painter: &Painter, caption: &Caption, at: Pos2) -> (Pos2, Arc<Galley>) {
    let weight = if caption.is_bold { Weight::Bold } else { Weight::Regular };
    let text =
        galley(painter.ctx(), &Text::new(&caption.text).size(caption.size).weight(weight).ink(caption.ink));
    let width = text.size().x;
    let left = match caption.anchor {
        Anchor::Left => at.x,
        Anchor::Middle => at.x - width / 2.0,
        Anchor::Right => at.x - width,
    };
    (pos2(left, at.y - text.size().y / 2.0), text)
}

/// Paints words at a place, in the size that they have on paper.
pub fn caption_at(painter: &Painter, caption: &Caption, at: Pos2) {
    let (corner, text) = set(painter, caption, at);
    paint_set(painter, caption, corner, text);
}

fn paint_set(painter: &Painter, caption: &Caption, corner: Pos2, text: Arc<Galley>) {
    if let Some(wash) = caption.wash {
        let ground = Rect::from_min_size(corner, text.size()).expand2(egui::vec2(7.0, 2.0));
        painter.rect_filled(ground, theme::PILL, colour(wash));
    }
    painter.galley(corner, text, colour(caption.ink));
}
