//! Lines to type in, in any direction. egui lays all letters of a line from left to right, breaks lines of Arabic at their
//! wrong end, and turns the digits between Arabic letters; here a line is put together from runs that are each right, and
//! the caret is told where on the screen each character stands.

use std::sync::Arc;

use egui::epaint::text::{Glyph, PlacedRow, Row};
use egui::text::{CCursor, CCursorRange, CharIndex, LayoutJob};
use egui::{Galley, Pos2, Rect, Response, TextBuffer, TextEdit, Ui, Vec2, pos2, vec2};

use crate::app::theme;
use crate::picture::ruler::{Weight, width};
use crate::words::{PlacedRun, is_right_to_left, placed_runs, wrap};

/// Adds a line to type in; one that `is_long` breaks into several. `style` says what else it is to be like.
pub fn edit(
    ui: &mut Ui,
    text: &mut String,
    is_long: bool,
    style: impl for<'t> FnOnce(TextEdit<'t>) -> TextEdit<'t>,
) -> Response {
    let mut layouter = |ui: &Ui, text: &dyn TextBuffer, room: f32| lay_out(ui, text.as_str(), room, is_long);
    let edit = if is_long { TextEdit::multiline(text) } else { TextEdit::singleline(text) };
    let mut output = style(edit.layouter(&mut layouter)).show(ui);
    let pointer = output.response.interact_pointer_pos().filter(|_| has_leftwards(output.galley.text()));
    if let Some(pointer) = pointer {
        let at = CCursor::new(nearest(&output.galley, pointer - output.galley_pos));
        let kept =
            output.cursor_range.filter(|_| output.response.dragged() && !output.response.drag_started());
        let secondary = kept.map_or(at, |range| range.secondary);
        output.state.cursor.set_char_range(Some(CCursorRange { primary: at, secondary, h_pos: None }));
        output.state.store(ui.ctx(), output.response.id);
    }
    output.response.response
}

/// Whether something in a text is read from right to left.
fn has_leftwards(text: &str) -> bool {
    text.chars().any(|letter| is_right_to_left(letter.encode_utf8(&mut [0; 4])))
}

fn lay_out(ui: &Ui, text: &str, room: f32, is_long: bool) -> Arc<Galley> {
    let ink = ui.visuals().text_color();
    let font = theme::font(theme::BODY, Weight::Regular);
    let plain = |text: &str, room: f32| {
        let mut job = LayoutJob::simple(text.to_owned(), font.clone(), ink, room);
        job.break_on_newline = is_long;
        job.keep_trailing_whitespace = true;
        for section in &mut job.sections {
            section.format.line_height = Some((theme::BODY * 1.38).round());
        }
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    if !has_leftwards(text) {
        return plain(text, if is_long { room } else { f32::INFINITY });
    }
    let shape = |run: &str| plain(run, f32::INFINITY);
    let whole = shape(text);
    let Some(mut page) = Page::of(&whole, &shape(" "), room, is_right_to_left(text)) else { return whole };
    for line in lines(text, room, is_long) {
        page.add(&line, &shape);
    }
    Arc::new(page.finish())
}

/// A line, with the spaces at its end.
struct Line<'t> {
    text: &'t str,
    ends_paragraph: bool,
}

fn lines(text: &str, room: f32, is_long: bool) -> Vec<Line<'_>> {
    if !is_long {
        return vec![Line { text, ends_paragraph: false }];
    }
    let measure = |line: &str| width(line, theme::BODY, Weight::Regular);
    let mut lines = Vec::new();
    let mut paragraphs = text.split('\n').peekable();
    while let Some(paragraph) = paragraphs.next() {
        let ends_paragraph = paragraphs.peek().is_some();
        let mut start = 0;
        let wrapped = wrap(paragraph, room, &measure);
        for (number, line) in wrapped.iter().enumerate().skip(1) {
            // What was left out at a break belongs to the line before it.
            let ahead = wrapped[number - 1].len();
            let next = paragraph.get(start + ahead..).and_then(|rest| rest.find(line.as_str()));
            let Some(next) = next.filter(|_| !line.is_empty()) else { continue };
            let end = start + ahead + next;
            lines.push(Line { text: &paragraph[start..end], ends_paragraph: false });
            start = end;
        }
        lines.push(Line { text: &paragraph[start..], ends_paragraph });
    }
    lines
}

/// Lines that are put together, from top to bottom.
struct Page {
    galley: Galley,
    /// A row without letters, and a letter to make others of.
    empty: Row,
    letter: Glyph,
    room: f32,
    is_right_to_left: bool,
}

/// The edges of a character: where one is before it and after it, as one reads.
type Edges = (f32, f32);

impl Page {
    /// Of a text that was laid out somehow; nothing where not even a space can be.
    fn of(galley: &Galley, space: &Galley, room: f32, is_right_to_left: bool) -> Option<Self> {
        let row = &space.rows.first()?.row;
        let letter = *row.glyphs.first()?;
        let mut empty = Row::clone(row);
        empty.glyphs.clear();
        empty.visuals.mesh.clear();
        empty.visuals.mesh_bounds = Rect::NOTHING;
        (empty.visuals.glyph_index_start, empty.visuals.glyph_vertex_range) = (0, 0..0);
        let mut galley = galley.clone();
        galley.rows.clear();
        Some(Self {
            galley,
            empty,
            letter,
            room: if room.is_finite() { room } else { 0.0 },
            is_right_to_left,
        })
    }

    fn add(&mut self, line: &Line, shape: &dyn Fn(&str) -> Arc<Galley>) {
        let mut row = self.empty.clone();
        let characters: Vec<char> = line.text.chars().collect();
        let mut edges = vec![None; characters.len()];
        let mut width = 0.0;
        for placed in placed_runs(line.text, self.is_right_to_left) {
            let shaped = shape(&placed.run.text);
            let Some(shaped) = shaped.rows.first() else { continue };
            let characters = &characters[placed.characters.clone()];
            place(&mut edges[placed.characters.clone()], characters, &placed, &shaped.row, width);
            take(&mut row, &shaped.row, width);
            width += shaped.row.size.x;
        }
        row.size.x = width;
        row.glyphs = self.glyphs(&characters, &edges, width, row.visuals.mesh.vertices.len());
        if self.is_right_to_left {
            lead_from_the_right(&mut row);
        }
        let y = self.empty.size.y * rows(self.galley.rows.len());
        let placed =
            PlacedRow { pos: pos2(0.0, y), row: Arc::new(row), ends_with_newline: line.ends_paragraph };
        self.galley.rows.push(placed);
    }

    /// A letter for each character, in the order in which they are read: the caret goes by them, and what is seen by the
    /// mesh. A character without a shape stands where the one before it ends.
    fn glyphs(
        &self,
        characters: &[char],
        edges: &[Option<Edges>],
        width: f32,
        vertices: usize,
    ) -> Vec<Glyph> {
        let mut end = if self.is_right_to_left { width } else { 0.0 };
        let letters = characters.iter().zip(edges).map(|(chr, edges)| {
            let (before, after) = edges.unwrap_or((end, end));
            end = after;
            #[expect(
                clippy::cast_possible_truncation,
                reason = "a line of text has no four thousand million corners"
            )]
            let first_vertex = vertices as u32;
            let mut letter = self.letter;
            (letter.chr, letter.first_vertex) = (*chr, first_vertex);
            (letter.pos.x, letter.advance_width) = (before, after - before);
            letter
        });
        letters.collect()
    }

    fn finish(mut self) -> Galley {
        let widest = self.galley.rows.iter().map(|row| row.row.size.x.abs()).fold(self.room, f32::max);
        let (mut bounds, mut corners, mut indices) = (Rect::NOTHING, 0, 0);
        for row in &mut self.galley.rows {
            row.pos.x = if self.is_right_to_left { widest } else { 0.0 };
            let visuals = &row.row.visuals;
            bounds |= visuals.mesh_bounds.translate(row.pos.to_vec2());
            corners += visuals.mesh.vertices.len();
            indices += visuals.mesh.indices.len();
        }
        let height = self.empty.size.y * rows(self.galley.rows.len());
        self.galley.rect = Rect::from_min_size(Pos2::ZERO, vec2(widest, height));
        (self.galley.mesh_bounds, self.galley.num_vertices, self.galley.num_indices) =
            (bounds, corners, indices);
        self.galley
    }
}

#[expect(clippy::cast_precision_loss, reason = "a text has no millions of lines")]
fn rows(count: usize) -> f32 {
    count as f32
}

/// Adds what is seen of a run to a row, so far from its left end.
fn take(row: &mut Row, run: &Row, x: f32) {
    let mut mesh = run.visuals.mesh.clone();
    mesh.translate(vec2(x, 0.0));
    row.visuals.mesh.append(mesh);
    row.visuals.mesh_bounds |= run.visuals.mesh_bounds.translate(vec2(x, 0.0));
    row.visuals.glyph_vertex_range = 0..row.visuals.mesh.vertices.len();
}

/// Finds the edges of the characters of a run. There is a letter for each as a rule; two that are joined into one have only
/// that, and marks are told by what they stand on.
fn place(edges: &mut [Option<Edges>], characters: &[char], placed: &PlacedRun, run: &Row, x: f32) {
    // egui adds letters without a shape for characters that it takes to have none.
    let is_shown = |letter: &&Glyph| letter.advance_width > 0.0 || !letter.uv_rect.is_nothing();
    let mut letters: Vec<&Glyph> = run.glyphs.iter().filter(is_shown).collect();
    if placed.is_read_leftwards {
        letters.reverse();
    }
    let mut missing = characters.len().saturating_sub(letters.len());
    let mut at = 0;
    for letter in letters {
        while missing > 0 && characters.get(at).is_some_and(|chr| *chr != letter.chr) {
            at += 1;
            missing -= 1;
        }
        let (left, right) = (x + letter.pos.x, x + letter.pos.x + letter.advance_width);
        if let Some(edges) = edges.get_mut(at) {
            *edges = Some(if placed.is_read_leftwards { (right, left) } else { (left, right) });
        }
        at += 1;
    }
}

/// Counts a row from its right end to the left: then what comes last ends at its left, where the caret is while one types.
fn lead_from_the_right(row: &mut Row) {
    let by = vec2(-row.size.x, 0.0);
    row.visuals.mesh.translate(by);
    row.visuals.mesh_bounds = row.visuals.mesh_bounds.translate(by);
    for glyph in &mut row.glyphs {
        glyph.pos += by;
    }
    row.size.x = by.x;
}

/// The place between characters that is nearest to a point of a text.
fn nearest(galley: &Galley, point: Vec2) -> usize {
    let mut before = 0;
    let mut best = (f32::INFINITY, 0);
    for row in &galley.rows {
        let above = (row.pos.y - point.y).max(point.y - row.pos.y - row.row.size.y).max(0.0);
        for column in 0..=row.row.glyphs.len() {
            let beside = (row.pos.x + row.row.x_offset(CharIndex(column)) - point.x).abs();
            // Lines first: who presses beside a line means its end.
            let far = above * 10_000.0 + beside;
            if far < best.0 {
                best = (far, before + column);
            }
        }
        before += row.char_count_including_newline().0;
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where the caret stands before each character and at the end, and what the text says.
    fn carets(text: &str, room: f32, is_long: bool) -> (Vec<Pos2>, Galley) {
        let ctx = egui::Context::default();
        theme::install_fonts(&ctx);
        let mut found = None;
        ctx.run_ui(egui::RawInput::default(), |ui| {
            let galley = lay_out(ui, text, room, is_long);
            let carets = (0..=text.chars().count()).map(|at| galley.pos_from_cursor(CCursor::new(at)).min);
            found = Some((carets.collect(), Galley::clone(&galley)));
        })
        .drop_without_applying_deltas();
        found.unwrap()
    }

    #[test]
    fn the_caret_goes_to_the_left_in_arabic_and_to_the_right_in_its_digits() {
        let (carets, galley) = carets("جنين 2012", 200.0, false);
        assert_eq!(galley.rows[0].row.glyphs.len(), 9, "a letter for each character");
        assert!(carets[0].x > 190.0, "one begins at the right: {carets:?}");
        assert!((0..4).all(|at| carets[at + 1].x < carets[at].x), "letters to the left: {carets:?}");
        assert!((5..8).all(|at| carets[at + 1].x > carets[at].x), "digits to the right: {carets:?}");
        assert!(
            carets[9].x <= carets[5].x + 1.0,
            "and what comes next stands at the left of all: {carets:?}"
        );
    }

    #[test]
    fn joined_letters_leave_every_character_a_place() {
        for text in ["لا إله", "السلام عليكم", "مُحَمَّد", "لله", "أب (DCAF) 12", "فلا"]
        {
            let (carets, galley) = carets(text, 300.0, false);
            assert_eq!(galley.rows[0].row.glyphs.len(), text.chars().count(), "{text}");
            assert!(
                carets.iter().all(|at| at.x.is_finite() && at.x >= -1.0 && at.x <= 301.0),
                "{text}: {carets:?}"
            );
        }
    }

    #[test]
    fn lines_are_broken_where_one_reads_on() {
        let text = "شراكة السلامة المجتمعية التي بُنيت من الأسفل إلى جانب برنامج المانحين";
        let (carets, galley) = carets(text, 160.0, true);
        assert!(galley.rows.len() > 2);
        assert!(carets.windows(2).all(|pair| pair[1].y >= pair[0].y), "one reads from the top to the bottom");
        let first: String = galley.rows[0].row.glyphs.iter().map(|glyph| glyph.chr).collect();
        assert!(text.starts_with(&first), "{first}");
        let all: String =
            galley.rows.iter().flat_map(|row| row.row.glyphs.iter().map(|glyph| glyph.chr)).collect();
        assert_eq!(all, text, "nothing is lost at breaks");
    }

    #[test]
    fn paragraphs_keep_their_breaks() {
        let text = "سطر أول\n\nسطر 2 ثالث\n";
        let (carets, galley) = carets(text, 200.0, true);
        assert_eq!(galley.rows.len(), 4);
        assert_eq!(
            galley.rows.iter().map(|row| row.ends_with_newline).collect::<Vec<_>>(),
            [true, true, true, false]
        );
        let count: usize = galley.rows.iter().map(|row| row.char_count_including_newline().0).sum();
        assert_eq!(count, text.chars().count());
        assert!(carets.last().unwrap().y > carets[0].y);
    }

    #[test]
    fn a_press_finds_the_nearest_place() {
        let text = "جنين 2012";
        let (carets, galley) = carets(text, 200.0, false);
        for (at, caret) in carets.iter().enumerate() {
            let found = nearest(&galley, caret.to_vec2() + vec2(0.2, 5.0));
            assert!((carets[found].x - caret.x).abs() < 1.0, "{at}: {found}");
        }
    }

    #[test]
    fn other_text_is_left_to_egui() {
        let (_, galley) = carets("Jenin 2012", 200.0, false);
        assert_eq!(galley.rows[0].pos.x, 0.0);
        assert!(galley.rect.width() < 100.0);
    }
}
