//! Text in the right order: egui shapes letters and orders nothing, so what mixes directions is cut into runs here, and
//! the runs are put in the order in which they are seen.

use std::borrow::Cow;
use std::sync::Arc;

use egui::text::{ByteIndex, LayoutJob, LayoutSection, TextFormat};
use egui::{Galley, Response, Role, Sense, Ui, WidgetInfo};

use crate::app::theme::{self, colour};
use crate::picture::faces::{FaceId, parts};
use crate::picture::palette::Colour;
use crate::picture::ruler::{Weight, width};
use crate::words::{Run, base_direction, close_isolates, piece_of_run, visual_runs, without_isolates, wrap};

/// Tells texts whether the sentences of the window go from right to left.
pub fn set_direction(ctx: &egui::Context, is_right_to_left: bool) {
    ctx.data_mut(|data| data.insert_temp(direction_id(), is_right_to_left));
}

fn direction_id() -> egui::Id {
    egui::Id::unique("direction of sentences")
}

/// A text, and how it looks.
#[derive(Debug, Clone, Copy)]
pub struct Text<'a> {
    written: &'a str,
    size: f32,
    weight: Weight,
    ink: Option<Colour>,
    is_right_to_left: Option<bool>,
}

impl<'a> Text<'a> {
    /// Most text.
    pub fn new(text: &'a str) -> Self {
        Self { written: text, size: theme::BODY, weight: Weight::Regular, ink: None, is_right_to_left: None }
    }

    /// Letters of that size.
    pub fn size(self, size: f32) -> Self {
        Self { size, ..self }
    }

    /// Letters of that weight.
    pub fn weight(self, weight: Weight) -> Self {
        Self { weight, ..self }
    }

    /// Letters of that colour.
    pub fn ink(self, ink: Colour) -> Self {
        Self { ink: Some(ink), ..self }
    }

    /// Goes as a whole from right to left, or does not: for a part of a text, which as a whole does. Otherwise a sentence goes
    /// as its language does, and what stands for itself as its first letter does.
    pub fn right_to_left(self, is_right_to_left: bool) -> Self {
        Self { is_right_to_left: Some(is_right_to_left), ..self }
    }

    /// Whether the whole goes from right to left.
    fn goes_left(&self, ctx: &egui::Context) -> bool {
        self.is_right_to_left.unwrap_or_else(|| {
            let sentences = ctx.data(|data| data.get_temp(direction_id())).unwrap_or(false);
            base_direction(self.written, sentences)
        })
    }

    /// Shows it in the room that there is, in several lines if it has to be. A screen reader is given it as it was
    /// written.
    pub fn show(self, ui: &mut Ui) -> Response {
        let room = ui.available_width();
        let galley = galley_within(ui.ctx(), &self, room);
        let is_right = self.goes_left(ui.ctx()) && galley.rows.len() > 1;
        let wide = if is_right { room } else { galley.size().x };
        let (rect, response) = ui.allocate_exact_size(egui::vec2(wide, galley.size().y), Sense::hover());
        if ui.is_rect_visible(rect) {
            let at = if is_right { rect.right_top() } else { rect.left_top() };
            ui.painter().galley(at, galley, ui.visuals().text_color());
        }
        response.widget_info(|| spoken(Role::Label, self.written));
        response
    }

    /// Shows as much of it as fits, in one line, beginning (or, right to left, ending) at a place in the middle of that
    /// height.
    pub fn paint(self, ui: &Ui, at: egui::Pos2, room: f32) {
        let galley = galley_elided(ui, &self, room);
        ui.painter().galley(at - egui::vec2(0.0, galley.size().y / 2.0), galley, ui.visuals().text_color());
    }

    /// The same, ending at that place.
    pub fn paint_before(self, ui: &Ui, at: egui::Pos2) -> f32 {
        let galley = galley(ui.ctx(), &self);
        let width = galley.size().x;
        let corner = at - egui::vec2(width, galley.size().y / 2.0);
        ui.painter().galley(corner, galley, ui.visuals().text_color());
        width
    }
}

/// A text in one line.
pub fn galley(ctx: &egui::Context, text: &Text) -> Arc<Galley> {
    let mut job = LayoutJob::default();
    append(&mut job, text, text.written, text.goes_left(ctx));
    ctx.fonts_mut(|fonts| fonts.layout_job(job))
}

fn galley_within(ctx: &egui::Context, text: &Text, room: f32) -> Arc<Galley> {
    let measure = |line: &str| width(line, text.size, text.weight);
    let mut job = LayoutJob::default();
    let goes_left = text.goes_left(ctx);
    if goes_left {
        job.halign = egui::Align::RIGHT;
    }
    let mut lines = wrap(text.written, room, &measure);
    close_isolates(&mut lines);
    for (number, line) in lines.iter().enumerate() {
        if number > 0 {
            push(&mut job, "\n", FaceId::Text, text);
        }
        append(&mut job, text, line, goes_left);
    }
    if job.sections.is_empty() {
        append(&mut job, text, " ", goes_left);
    }
    let is_one_line = !job.text.contains('\n');
    if is_one_line {
        job.halign = egui::Align::LEFT;
    }
    ctx.fonts_mut(|fonts| fonts.layout_job(job))
}

/// What does not fit is cut off at its end, which on the screen may be its left.
pub fn galley_elided(ui: &Ui, text: &Text, room: f32) -> Arc<Galley> {
    let whole = galley(ui.ctx(), text);
    if whole.size().x <= room {
        return whole;
    }
    let letters: Vec<char> = text.written.chars().collect();
    let cut = |length: usize| letters[..length].iter().collect::<String>().trim_end().to_owned() + "…";
    let (mut low, mut high) = (0, letters.len());
    while low + 1 < high {
        let middle = usize::midpoint(low, high);
        if width(&cut(middle), text.size, text.weight) <= room { low = middle } else { high = middle }
    }
    let is_right_to_left = Some(text.goes_left(ui.ctx()));
    galley(ui.ctx(), &Text { written: &cut(low), is_right_to_left, ..*text })
}

/// What a screen reader is told of a text.
pub fn spoken(role: Role, text: &str) -> WidgetInfo {
    WidgetInfo::labeled(role, true, without_isolates(text))
}

/// One line, its runs in the order in which they are seen.
fn append(job: &mut LayoutJob, text: &Text, line: &str, goes_left: bool) {
    for run in visual_runs(line, goes_left) {
        for (piece, face) in pieces(&run, text.weight) {
            push(job, &piece, face, text);
        }
    }
}

/// The parts of a run that one face draws each, from left to right. Where the font changes egui goes on to the right.
pub fn pieces(run: &Run, weight: Weight) -> Vec<(Cow<'_, str>, FaceId)> {
    let parts = parts(&run.text, weight);
    if !run.is_right_to_left || parts.len() < 2 {
        return parts.iter().map(|part| (Cow::Borrowed(part.text), part.face)).collect();
    }
    parts.iter().rev().map(|part| (Cow::Owned(piece_of_run(part.text, true)), part.face)).collect()
}

/// A piece as a section of its own. `LayoutJob::append` joins what looks alike into one section, and what is one section is
/// shaped in one direction: digits and Latin letters between Arabic ones would come out backwards.
fn push(job: &mut LayoutJob, piece: &str, face: FaceId, text: &Text) {
    let start = ByteIndex(job.text.len());
    job.text.push_str(piece);
    let byte_range = start..ByteIndex(job.text.len());
    job.sections.push(LayoutSection { leading_space: 0.0, byte_range, format: format(text, face) });
}

fn format(text: &Text, face: FaceId) -> TextFormat {
    TextFormat {
        font_id: theme::face_font(text.size, text.weight, face),
        color: text.ink.map_or(egui::Color32::PLACEHOLDER, colour),
        line_height: Some((text.size * 1.38).round()),
        ..TextFormat::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The digits and Latin letters from left to right on the screen, and where they begin.
    fn seen(written: &str) -> (String, f32) {
        let ctx = egui::Context::default();
        theme::install_fonts(&ctx);
        let mut seen = (String::new(), 0.0);
        ctx.run_ui(egui::RawInput::default(), |ui| {
            let galley = galley(ui.ctx(), &Text::new(written));
            let glyphs = galley.rows[0].glyphs.iter().filter(|glyph| glyph.chr.is_ascii_alphanumeric());
            let mut glyphs: Vec<_> = glyphs.map(|glyph| (glyph.pos.x, glyph.chr)).collect();
            glyphs.sort_by(|a, b| a.0.total_cmp(&b.0));
            seen = (glyphs.iter().map(|(_, letter)| *letter).collect(), glyphs[0].0);
        })
        .drop_without_applying_deltas();
        seen
    }

    #[test]
    fn a_sign_of_the_icons_stands_between_arabic_words() {
        let ctx = egui::Context::default();
        theme::install_fonts(&ctx);
        ctx.run_ui(egui::RawInput::default(), |ui| {
            let of = |written: &str| galley(ui.ctx(), &Text::new(written));
            let whole = of("\u{62c}\u{646}\u{64a}\u{646} \u{2192} \u{634}\u{645}\u{633}");
            let arrow = whole.rows[0].glyphs.iter().find(|glyph| glyph.chr == '\u{2192}').unwrap().pos.x;
            let last = of(" \u{634}\u{645}\u{633}").size().x;
            assert!((arrow - last).abs() < 2.0, "{arrow} after {last}");
        })
        .drop_without_applying_deltas();
    }

    #[test]
    fn digits_and_latin_letters_between_arabic_ones_run_from_left_to_right() {
        for (written, whole) in [
            ("\u{62c}\u{646}\u{64a}\u{646} 2012: \u{627}\u{644}", "2012"),
            ("\u{646}\u{62e}\u{628} oversees \u{642}\u{648}\u{627}\u{62a}", "oversees"),
            ("SHAMS \u{634}\u{645}\u{633} 7", "SHAMS7"),
        ] {
            assert_eq!(seen(written).0, whole, "{written}");
        }
        // An arrow of the icon font stands between what it stands between.
        let (digits, at) = seen("1 \u{62c}\u{646} \u{2192} \u{634}\u{645} 2");
        assert_eq!(digits, "21");
        assert!(at < 1.0);
        assert!(seen("2012 \u{62c}\u{646}").1 > 5.0, "what begins in a line of Arabic stands on its right");
        assert!(seen("\u{62c}\u{646} 2012").1 < 1.0, "and what ends it, on its left");
    }
}
