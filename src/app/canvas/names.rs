//! Names on the canvas: which ones have room, worked out once for each scene and zoom.

use egui::{Painter, Rect, pos2, vec2};

use super::Camera;
use super::panels::caption_at;
use crate::analysis::ActorIx;
use crate::app::theme::{self, colour};
use crate::app::widgets::{Text, galley};
use crate::picture::geometry;
use crate::picture::labels::{Label, labels, scale};
use crate::picture::layout::Side;
use crate::picture::names::{LINE, Name, TEXT};
use crate::picture::palette::Palette;
use crate::picture::ruler::Weight;
use crate::picture::scene::Mark;
use crate::session::Drawn;

/// Below that zoom nothing is named that is not lit.
const FAR: f32 = 0.12;

/// Which names to paint.
pub enum Which<'a> {
    /// Those that have room.
    All,
    /// Those of what is lit.
    Lit,
    /// Those of these actors.
    Near(&'a [ActorIx]),
}

/// The names that have room.
#[derive(Default)]
pub struct Names {
    key: Option<(u64, f32, geometry::Rect)>,
    all: Vec<Label>,
    lit: Vec<Label>,
}

impl Names {
    /// Paints names.
    pub fn paint(
        &mut self,
        painter: &Painter,
        drawn: &Drawn,
        camera: &Camera,
        room: Rect,
        palette: &Palette,
        which: &Which,
    ) {
        self.place(drawn, camera, room);
        let names = &drawn.placed.names;
        let pen = Pen { painter, camera, room, palette };
        match which {
            Which::All => {
                for label in &self.all {
                    pen.name(&drawn.scene.marks[label.mark], label, names, false);
                }
            }
            Which::Near(actors) => {
                for label in self
                    .all
                    .iter()
                    .filter(|label| actors.binary_search(&drawn.scene.marks[label.mark].actor).is_ok())
                {
                    pen.name(&drawn.scene.marks[label.mark], label, names, false);
                }
            }
            Which::Lit => {
                let Some(lit) = &drawn.scene.lit else { return };
                for label in &self.lit {
                    pen.name(&lit.marks[label.mark], label, names, true);
                }
                for caption in &lit.captions {
                    caption_at(painter, caption, camera.to_screen(caption.at, room));
                }
            }
        }
    }

    fn place(&mut self, drawn: &Drawn, camera: &Camera, room: Rect) {
        let visible = camera.visible(room);
        let is_known = self.key.is_some_and(|(number, zoom, seen)| {
            #[expect(clippy::float_cmp, reason = "at another zoom names have another size")]
            let is_same = number == drawn.number && zoom == camera.zoom;
            is_same && seen.contains(visible.min) && seen.contains(visible.max)
        });
        if is_known {
            return;
        }
        let seen = visible.grown(visible.width() * 0.25);
        let (scene, names) = (&drawn.scene, &drawn.placed.names);
        self.all = if camera.zoom < FAR {
            Vec::new()
        } else {
            labels(&scene.marks, names, camera.zoom, seen, scene.extent, |_| false)
        };
        // What is lit is named, room or not, as long as it can be read.
        self.lit = scene.lit.as_ref().map_or_else(Vec::new, |lit| {
            let few = lit.marks.len() <= 40;
            labels(&lit.marks, names, camera.zoom, seen, scene.extent, |_| few)
        });
        self.key = Some((drawn.number, camera.zoom, seen));
    }
}

struct Pen<'a> {
    painter: &'a Painter,
    camera: &'a Camera,
    room: Rect,
    palette: &'a Palette,
}

impl Pen<'_> {
    fn name(&self, mark: &Mark, label: &Label, names: &[Name], is_lit: bool) {
        let Some(name) = names.get(mark.actor as usize) else { return };
        let factor = scale(self.camera.zoom);
        let room = Rect::from_min_max(
            self.camera.to_screen(label.room.min, self.room),
            self.camera.to_screen(label.room.max, self.room),
        );
        if !room.intersects(self.room) {
            return;
        }
        let weight = if is_lit { Weight::Bold } else { Weight::Medium };
        for (line, at) in name.lines.iter().zip(0_u8..) {
            let height = room.top() + LINE * factor * (f32::from(at) + 0.5);
            let text = Text::new(line).size(TEXT * factor).weight(weight).ink(mark.ink);
            self.write(&text, height, room, label.side);
        }
        if let Some(badge) = mark.badge.as_ref().filter(|_| label.has_badge) {
            let text = galley(
                self.painter.ctx(),
                &Text::new(&badge.text).size(theme::SMALL * factor).weight(Weight::Medium).ink(badge.ink),
            );
            let width = text.size().x;
            let x = match label.side {
                Side::Below | Side::Above => room.center().x,
                Side::Right => room.left() + width / 2.0 + 6.0,
                Side::Left => room.right() - width / 2.0 - 6.0,
            };
            let middle = pos2(x, room.bottom() - 8.0 * factor);
            let ground = Rect::from_center_size(middle, text.size() + vec2(12.0, 0.0));
            self.painter.rect_filled(ground, theme::PILL, colour(badge.wash));
            self.painter.galley(middle - text.size() / 2.0, text, colour(badge.ink));
        }
    }

    /// One line of a name in the middle of that height, on a ground that keeps ties from running through it.
    fn write(&self, line: &Text, height: f32, room: Rect, side: Side) {
        let text = galley(self.painter.ctx(), line);
        let width = text.size().x;
        let left = match side {
            Side::Below | Side::Above => room.center().x - width / 2.0,
            Side::Right => room.left(),
            Side::Left => room.right() - width,
        };
        let corner = pos2(left, height - text.size().y / 2.0);
        let ground = Rect::from_min_size(corner, text.size()).expand2(vec2(2.0, -1.0));
        self.painter.rect_filled(ground, 3.0, colour(self.palette.paper.faded(0.75)));
        self.painter.galley(corner, text, colour(self.palette.ink));
    }
}
