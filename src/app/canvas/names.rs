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

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use egui::epaint::image::ImageData;
    use egui::epaint::{ColorImage, TextShape};
    use egui::{Context, FullOutput, RawInput, TextureId};

    use super::*;
    use crate::app::picker::Scripted;
    use crate::app::{Command, Shell};
    use crate::model::Language;
    use crate::picture::palette::Theme;
    use crate::session::{Keeper, Motion, Recent, Session, Settings};
    use crate::words::Words;

    /// A window, and the texture of letters as a graphics card has it.
    struct Screen {
        ctx: Context,
        shell: Shell,
        texture: ColorImage,
        /// The largest texture, and how many pixels a point has.
        most: usize,
        points: f32,
        frames: u32,
        fresh: Fresh,
    }

    /// The letters of texts that were drawn by a window that has drawn nothing else.
    type Fresh = BTreeMap<String, Vec<Vec<Color32>>>;

    impl Screen {
        fn new(map: &str) -> Self {
            let ctx = Context::default();
            let mut settings = Settings::default();
            settings.motion = Motion::Less;
            let words = Words::of(&Language::new("en"));
            let wake = Arc::new(|| {});
            let session = Session::new(words, settings, Recent::load(None), Keeper::new(None), wake);
            let mut shell = Shell::new(session, Box::new(Scripted::new(Vec::new())), &ctx);
            let sample = crate::session::starters::SAMPLES.iter().find(|(name, _)| *name == map).unwrap().0;
            shell.session.open_starter(crate::session::Source::Sample(sample));
            Self {
                ctx,
                shell,
                texture: ColorImage::default(),
                most: 2048,
                points: 1.0,
                frames: 0,
                fresh: Fresh::new(),
            }
        }

        /// Shows a frame, `first` before everything else; what is shown of letters.
        fn frame(&mut self, first: &str) -> Vec<TextShape> {
            let mut input = RawInput {
                screen_rect: Some(Rect::from_min_size(egui::Pos2::ZERO, vec2(1366.0, 768.0))),
                max_texture_side: Some(self.most),
                time: Some(f64::from(self.frames) / 60.0),
                ..RawInput::default()
            };
            input.viewports.entry(input.viewport_id).or_default().native_pixels_per_point = Some(self.points);
            self.frames += 1;
            let ctx = self.ctx.clone();
            let output = ctx.run_ui(input, |ui| {
                self.shell.step(ui.ctx());
                Text::new(first).size(17.0).paint(ui, pos2(0.0, 0.0), 9_000.0);
                self.shell.show(ui);
            });
            self.take(output)
        }

        fn take(&mut self, output: FullOutput) -> Vec<TextShape> {
            for delta in output.textures_delta.set.get(&TextureId::default()).into_iter().flatten() {
                let ImageData::Color(image) = &delta.image;
                match delta.pos {
                    None => self.texture = ColorImage::clone(image),
                    Some([x, y]) => {
                        let wide = self.texture.size[0];
                        for (row, pixels) in image.pixels.chunks(image.size[0]).enumerate() {
                            let start = (y + row) * wide + x;
                            self.texture.pixels[start..start + pixels.len()].copy_from_slice(pixels);
                        }
                    }
                }
            }
            let mut found = Vec::new();
            output.shapes.iter().for_each(|shape| texts(&shape.shape, &mut found));
            output.drop_without_applying_deltas();
            found
        }

        /// Shows a frame and compares each letter with the same, drawn by a window that has drawn nothing else. How many
        /// there were; none where the frame began before the window knew in which theme it would be.
        fn check(&mut self, first: &str) -> usize {
            let shown = self.frame(first);
            let theme = self.shell.session.settings.theme;
            let points = self.ctx.pixels_per_point();
            let fresh = Context::default();
            theme::install_fonts(&fresh);
            theme::apply(&fresh, theme);
            fresh.set_pixels_per_point(points);
            for _ in 0..2 {
                fresh.run_ui(RawInput::default(), |_| {}).drop_without_applying_deltas();
            }
            let smoothing = |ctx: &Context| ctx.fonts(|fonts| fonts.options().color_transfer_function);
            if smoothing(&self.ctx) != smoothing(&fresh) {
                return 0;
            }
            let key = |text: &TextShape| format!("{theme:?} {points} {:?}", text.galley.job);
            // What a line to type in puts together of runs has its letters elsewhere.
            let whole = |text: &&TextShape| text.galley.rows.len() == 1;
            let new: Vec<_> =
                shown.iter().filter(whole).filter(|text| !self.fresh.contains_key(&key(text))).collect();
            fresh
                .run_ui(RawInput::default(), |ui| {
                    let lay_out = |text: &&TextShape| {
                        let job = (*text.galley.job).clone();
                        (key(text), ui.ctx().fonts_mut(|fonts| fonts.layout_job(job)))
                    };
                    let laid: Vec<_> = new.iter().copied().map(|text| lay_out(&text)).collect();
                    let image = ui.ctx().fonts(|fonts| fonts.image());
                    self.fresh.extend(laid.into_iter().map(|(key, galley)| (key, letters(&image, &galley))));
                })
                .drop_without_applying_deltas();
            let mut count = 0;
            for text in shown.iter().filter(whole) {
                let seen = letters(&self.texture, &text.galley);
                assert!(seen == self.fresh[&key(text)], "{:?} shows something else", text.galley.text());
                count += seen.len();
            }
            count
        }
    }

    fn letters(image: &ColorImage, galley: &egui::Galley) -> Vec<Vec<Color32>> {
        let glyphs = galley.rows.iter().flat_map(|row| &row.row.glyphs);
        let seen = glyphs.filter(|glyph| !glyph.uv_rect.is_nothing());
        seen.map(|glyph| pixels(image, (glyph.uv_rect.min, glyph.uv_rect.max))).collect()
    }

    fn texts(shape: &Shape, found: &mut Vec<TextShape>) {
        match shape {
            Shape::Text(text) => found.push(text.clone()),
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| texts(shape, found)),
            _ => {}
        }
    }

    fn pixels(image: &ColorImage, (min, max): ([u16; 2], [u16; 2])) -> Vec<Color32> {
        let [left, top] = min.map(usize::from);
        let [right, bottom] = max.map(usize::from);
        (top..bottom)
            .flat_map(|y| image.pixels[y * image.size[0] + left..y * image.size[0] + right].to_vec())
            .collect()
    }

    #[test]
    fn names_are_what_they_are_at_every_start() {
        // Other letters come first each time, and the texture is made anew after another frame.
        let mut fresh = Fresh::new();
        for start in 0..8_u8 {
            let mut screen = Screen::new("jenin-2012");
            screen.fresh = std::mem::take(&mut fresh);
            let first: String = (0..start).map(|letter| char::from(b'z' - letter)).collect();
            for frame in 0..3 {
                if frame == start % 3 {
                    screen.most = 4096;
                }
                screen.frame(&first);
            }
            let letters = screen.check(&first);
            assert!(letters > 300, "{letters}");
            fresh = screen.fresh;
        }
    }

    #[test]
    fn names_are_what_they_are_after_whatever_changes_how_letters_are_drawn() {
        let mut screen = Screen::new("jenin-2012");
        screen.check("");
        for theme in [Theme::Dark, Theme::Light, Theme::Dark, Theme::Print] {
            screen.shell.ask(Command::Theme(theme));
            screen.frame("");
            (0..2).for_each(|_| assert!(screen.check("") > 300, "{theme:?}"));
        }
        for size in [150, 100] {
            screen.shell.session.settings.text_size = size;
            (0..2).for_each(|_| _ = screen.frame(""));
            screen.check("");
        }
        for points in [1.5, 1.0] {
            screen.points = points;
            (0..2).for_each(|_| _ = screen.frame(""));
            screen.check("");
        }
        screen.shell.canvas.camera.is_fitting = false;
        screen.shell.canvas.camera.zoom *= 1.07;
        (0..2).for_each(|_| _ = screen.frame(""));
        screen.check("");
    }

    #[test]
    fn names_are_what_they_are_while_the_texture_fills_and_is_made_anew() {
        let mut screen = Screen::new("jenin-2012");
        screen.most = 1024;
        screen.check("");
        screen.shell.canvas.camera.is_fitting = false;
        let (mut anew, mut full) = (0, 0.0);
        for step in 0..12_u8 {
            screen.shell.canvas.camera.zoom = 0.85 + f32::from(step % 12) * 0.035;
            screen.points = 1.0 + f32::from(step % 4) * 0.4;
            // In a frame that needs more than is left egui writes over what is there; it begins anew with the next.
            screen.frame("");
            let is_full = screen.ctx.fonts(|fonts| fonts.font_atlas_fill_ratio());
            anew += u32::from(is_full < full);
            full = is_full;
            screen.check("");
        }
        assert!(anew > 2, "{anew}");
    }
}
