//! Names on the canvas: which ones have room, worked out once for each scene and zoom.

use std::sync::Arc;

use egui::epaint::Mesh;
use egui::{Color32, Painter, Rect, Shape, Vec2, pos2, vec2};

use super::Camera;
use super::panels::caption_at;
use crate::analysis::ActorIx;
use crate::app::theme::{self, colour};
use crate::app::widgets::{Letters, Text, galley};
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

/// The names that have room, as shapes: they are made once for each scene and zoom, and moved while one pans.
#[derive(Default)]
pub struct Names {
    key: Option<Key>,
    all: Sheet,
    lit: Sheet,
}

/// Names, and the grounds of all of them as triangles, which are cheaper than as many shapes.
#[derive(Default)]
struct Sheet {
    grounds: Arc<Mesh>,
    names: Vec<Shown>,
}

impl Sheet {
    fn of(names: Vec<Shown>) -> Self {
        Self { grounds: Arc::new(grounds(names.iter())), names }
    }
}

/// Grounds that keep ties from running through names.
fn grounds<'a>(names: impl Iterator<Item = &'a Shown>) -> Mesh {
    let mut mesh = Mesh::default();
    for (rect, ink) in names.flat_map(|name| &name.grounds) {
        mesh.add_colored_rect(*rect, *ink);
    }
    mesh
}

/// What shapes depend on.
struct Key {
    scene: u64,
    zoom: f32,
    seen: geometry::Rect,
    /// Where the origin of the picture was on the screen.
    origin: Vec2,
    letters: Letters,
}

/// A name at its place.
struct Shown {
    actor: ActorIx,
    room: Rect,
    grounds: Vec<(Rect, Color32)>,
    shapes: Vec<Shape>,
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
        self.make(painter, drawn, camera, room, palette);
        let by = (room.center() + camera.offset).to_vec2()
            - self.key.as_ref().map_or(Vec2::ZERO, |key| key.origin);
        let sheet = if matches!(which, Which::Lit) { &self.lit } else { &self.all };
        let is_wanted = |name: &&Shown| match which {
            Which::Near(actors) => actors.binary_search(&name.actor).is_ok(),
            Which::All | Which::Lit => true,
        };
        let mut behind = match which {
            Which::Near(_) => Arc::new(grounds(sheet.names.iter().filter(is_wanted))),
            Which::All | Which::Lit => Arc::clone(&sheet.grounds),
        };
        if !behind.is_empty() {
            if by != Vec2::ZERO {
                Arc::make_mut(&mut behind).translate(by);
            }
            painter.add(Shape::Mesh(behind));
        }
        for name in sheet.names.iter().filter(is_wanted) {
            if !name.room.translate(by).intersects(room) {
                continue;
            }
            for shape in &name.shapes {
                let mut shape = shape.clone();
                shape.translate(by);
                painter.add(shape);
            }
        }
        if let (Which::Lit, Some(lit)) = (which, &drawn.scene.lit) {
            for caption in &lit.captions {
                caption_at(painter, caption, camera.to_screen(caption.at, room));
            }
        }
    }

    fn make(&mut self, painter: &Painter, drawn: &Drawn, camera: &Camera, room: Rect, palette: &Palette) {
        let visible = camera.visible(room);
        let letters = Letters::of(painter.ctx());
        let is_known = self.key.as_ref().is_some_and(|key| {
            #[expect(clippy::float_cmp, reason = "at another zoom names have another size")]
            let is_same = key.scene == drawn.number && key.zoom == camera.zoom && key.letters == letters;
            is_same && key.seen.contains(visible.min) && key.seen.contains(visible.max)
        });
        if is_known {
            return;
        }
        let seen = visible.grown(visible.width() * 0.25);
        let (scene, names) = (&drawn.scene, &drawn.placed.names);
        let all = if camera.zoom < FAR {
            Vec::new()
        } else {
            labels(&scene.marks, names, camera.zoom, seen, scene.extent, |_| false)
        };
        let pen = Pen { painter, camera, room, palette };
        let all = all.iter().filter_map(|label| pen.name(&scene.marks, label, names, false));
        self.all = Sheet::of(all.collect());
        self.lit = scene.lit.as_ref().map_or_else(Sheet::default, |lit| {
            // What is lit is named, room or not, as long as it can be read.
            let few = lit.marks.len() <= 40;
            let lit_names = labels(&lit.marks, names, camera.zoom, seen, scene.extent, |_| few);
            Sheet::of(lit_names.iter().filter_map(|label| pen.name(&lit.marks, label, names, true)).collect())
        });
        let origin = (room.center() + camera.offset).to_vec2();
        self.key = Some(Key { scene: drawn.number, zoom: camera.zoom, seen, origin, letters });
    }
}

struct Pen<'a> {
    painter: &'a Painter,
    camera: &'a Camera,
    room: Rect,
    palette: &'a Palette,
}

impl Pen<'_> {
    fn name(&self, marks: &[Mark], label: &Label, names: &[Name], is_lit: bool) -> Option<Shown> {
        let mark = &marks[label.mark];
        let name = names.get(mark.actor as usize)?;
        let factor = scale(self.camera.zoom);
        let room = Rect::from_min_max(
            self.camera.to_screen(label.room.min, self.room),
            self.camera.to_screen(label.room.max, self.room),
        );
        let (mut grounds, mut shapes) = (Vec::new(), Vec::new());
        let weight = if is_lit { Weight::Bold } else { Weight::Medium };
        for (line, at) in name.lines.iter().zip(0_u8..) {
            let height = room.top() + LINE * factor * (f32::from(at) + 0.5);
            let text = Text::new(line)
                .size(TEXT * factor)
                .weight(weight)
                .ink(mark.ink)
                .right_to_left(name.is_right_to_left);
            let (ground, written) = self.write(&text, height, room, label.side);
            grounds.push(ground);
            shapes.push(written);
        }
        if let Some(badge) = mark.badge.as_ref().filter(|_| label.has_badge) {
            let ink =
                Text::new(&badge.text).size(theme::SMALL * factor).weight(Weight::Medium).ink(badge.ink);
            let text = galley(self.painter.ctx(), &ink);
            let width = text.size().x;
            let x = match label.side {
                Side::Below | Side::Above => room.center().x,
                Side::Right => room.left() + width / 2.0 + 6.0,
                Side::Left => room.right() - width / 2.0 - 6.0,
            };
            let middle = pos2(x, room.bottom() - 8.0 * factor);
            let ground = Rect::from_center_size(middle, text.size() + vec2(12.0, 0.0));
            shapes.push(Shape::rect_filled(ground, theme::PILL, colour(badge.wash)));
            shapes.push(Shape::galley(middle - text.size() / 2.0, text, colour(badge.ink)));
        }
        Some(Shown { actor: mark.actor, room, grounds, shapes })
    }

    /// One line of a name in the middle of that height, on a ground that keeps ties from running through it.
    fn write(&self, line: &Text, height: f32, room: Rect, side: Side) -> ((Rect, Color32), Shape) {
        let text = galley(self.painter.ctx(), line);
        let width = text.size().x;
        let left = match side {
            Side::Below | Side::Above => room.center().x - width / 2.0,
            Side::Right => room.left(),
            Side::Left => room.right() - width,
        };
        let corner = pos2(left, height - text.size().y / 2.0);
        let ground = Rect::from_min_size(corner, text.size()).expand2(vec2(2.0, -1.0));
        let paper = colour(self.palette.paper.faded(0.75));
        ((ground, paper), Shape::galley(corner, text, colour(self.palette.ink)))
    }
}
