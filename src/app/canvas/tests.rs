//! Whether every letter on the screen is the one that is meant: what a shape shows of the texture of letters is compared
//! with the same text, drawn by a window that has drawn nothing else.

#![expect(
    clippy::redundant_closure_for_method_calls,
    reason = "the methods named alone are not general enough"
)]

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::epaint::image::ImageData;
use egui::epaint::{ColorImage, TextShape};
use egui::{Color32, Context, FullOutput, RawInput, Rect, Shape, TextureId, pos2, vec2};

use crate::app::picker::Scripted;
use crate::app::theme;
use crate::app::widgets::Text;
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
    assert!(anew > 0, "the texture was never made anew");
}
