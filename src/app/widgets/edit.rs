//! Lines to type in, in any direction. egui lays all letters of a line from left to right, breaks lines of Arabic at their
//! wrong end, and turns the digits between Arabic letters; here a line is put together from runs that are each right, and
//! the caret is told where on the screen each character stands.

use std::ops::Range;
use std::sync::Arc;

use egui::epaint::text::{Glyph, PlacedRow, Row};
use egui::text::{CCursor, CCursorRange, CharIndex, LayoutJob, TextFormat};
use egui::{Color32, Galley, Key, Pos2, Rect, Response, TextBuffer, TextEdit, Ui, Vec2, pos2, vec2};

use super::text::pieces;
use crate::app::theme;
use crate::picture::faces::{FaceId, parts};
use crate::picture::ruler::{Weight, width};
use crate::words::{PlacedRun, Run, is_right_to_left, placed_runs, wrap};

/// Parts of a text, in bytes, and their colours: in order, and none over another.
pub type Inks = Vec<(Range<usize>, Color32)>;

/// Adds a line to type in; one that `is_long` breaks into several. `style` says what else it is to be like.
pub fn edit(
    ui: &mut Ui,
    text: &mut String,
    is_long: bool,
    style: impl for<'t> FnOnce(TextEdit<'t>) -> TextEdit<'t>,
) -> Response {
    edit_coloured(ui, text, is_long, theme::BODY, &|_| Inks::new(), style)
}

/// The same with letters of that size, parts of the text in colours of their own.
pub fn edit_coloured(
    ui: &mut Ui,
    text: &mut String,
    is_long: bool,
    size: f32,
    inks: &dyn Fn(&str) -> Inks,
    style: impl for<'t> FnOnce(TextEdit<'t>) -> TextEdit<'t>,
) -> Response {
    let hand = Hand { size, is_long, ink: ui.visuals().text_color() };
    let mut layouter = |ui: &Ui, text: &dyn TextBuffer, room: f32| {
        lay_out(ui, text.as_str(), room, hand, &inks(text.as_str()))
    };
    let goes_left = is_right_to_left(text);
    let edit = if is_long { TextEdit::multiline(text) } else { TextEdit::singleline(text) };
    turn_arrows(ui, goes_left);
    let mut output = style(edit.layouter(&mut layouter)).show(ui);
    turn_arrows(ui, goes_left);
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

/// In a line that goes to the left, the arrow to the left leads on: egui takes it for back. Done twice it undoes itself.
fn turn_arrows(ui: &Ui, goes_left: bool) {
    if !goes_left {
        return;
    }
    ui.input_mut(|input| {
        for event in &mut input.events {
            let egui::Event::Key { key, .. } = event else { continue };
            *key = match *key {
                Key::ArrowLeft => Key::ArrowRight,
                Key::ArrowRight => Key::ArrowLeft,
                other => other,
            };
        }
    });
}

/// Whether something in a text is of a script that is read from right to left, its digits included: egui shapes these from
/// right to left too.
fn has_leftwards(text: &str) -> bool {
    text.chars().any(|letter| {
        matches!(letter, '\u{590}'..='\u{8ff}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}')
    })
}

/// How it is written.
#[derive(Clone, Copy)]
struct Hand {
    size: f32,
    is_long: bool,
    ink: Color32,
}

impl Hand {
    fn format(self, ink: Color32, face: FaceId) -> TextFormat {
        TextFormat {
            font_id: theme::face_font(self.size, Weight::Regular, face),
            color: ink,
            line_height: Some((self.size * 1.38).round()),
            ..TextFormat::default()
        }
    }

    /// As egui lays it out.
    fn plain(self, ui: &Ui, text: &str, room: f32, inks: &Inks) -> Arc<Galley> {
        let mut job = LayoutJob::default();
        job.wrap.max_width = room;
        job.break_on_newline = self.is_long;
        job.keep_trailing_whitespace = true;
        let mut done = 0;
        for (part, ink) in inks {
            let between = text.get(done..part.start).zip(text.get(part.clone()));
            let Some((before, inside)) = between else { continue };
            self.add(&mut job, before, self.ink);
            self.add(&mut job, inside, *ink);
            done = part.end;
        }
        self.add(&mut job, text.get(done..).unwrap_or_default(), self.ink);
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    }

    fn add(self, job: &mut LayoutJob, text: &str, ink: Color32) {
        if text.is_empty() {
            job.append("", 0.0, self.format(ink, FaceId::Text));
        }
        for part in parts(text, Weight::Regular) {
            job.append(part.text, 0.0, self.format(ink, part.face));
        }
    }

    /// A run of one direction.
    fn run(self, ui: &Ui, run: &Run) -> Arc<Galley> {
        let mut job =
            LayoutJob { break_on_newline: false, keep_trailing_whitespace: true, ..LayoutJob::default() };
        for (piece, face) in pieces(run, Weight::Regular) {
            job.append(&piece, 0.0, self.format(self.ink, face));
        }
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    }
}

fn lay_out(ui: &Ui, text: &str, room: f32, hand: Hand, inks: &Inks) -> Arc<Galley> {
    if !has_leftwards(text) {
        return hand.plain(ui, text, if hand.is_long { room } else { f32::INFINITY }, inks);
    }
    let shape = |run: &Run| hand.run(ui, run);
    let plain = |text: &str| hand.plain(ui, text, f32::INFINITY, &Inks::new());
    let whole = plain(text);
    let Some(mut page) = Page::of(&whole, &plain(" "), room, is_right_to_left(text)) else { return whole };
    for line in lines(text, room, hand) {
        page.add(&line, &shape, inks);
    }
    Arc::new(page.finish())
}

/// A line, with the spaces at its end.
struct Line<'t> {
    text: &'t str,
    /// Where in the whole text it begins, in bytes.
    start: usize,
    ends_paragraph: bool,
}

fn lines(text: &str, room: f32, hand: Hand) -> Vec<Line<'_>> {
    if !hand.is_long {
        return vec![Line { text, start: 0, ends_paragraph: false }];
    }
    let measure = |line: &str| width(line, hand.size, Weight::Regular);
    let (mut lines, mut before) = (Vec::new(), 0);
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
            lines.push(Line { text: &paragraph[start..end], start: before + start, ends_paragraph: false });
            start = end;
        }
        lines.push(Line { text: &paragraph[start..], start: before + start, ends_paragraph });
        before += paragraph.len() + 1;
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

/// Where a character is.
#[derive(Clone)]
struct Spot {
    /// Where one is before it and after it, as one reads.
    edges: (f32, f32),
    /// Its corners in the mesh.
    corners: Range<usize>,
}

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

    fn add(&mut self, line: &Line, shape: &dyn Fn(&Run) -> Arc<Galley>, inks: &Inks) {
        let mut row = self.empty.clone();
        let characters: Vec<char> = line.text.chars().collect();
        let mut spots = vec![None; characters.len()];
        let mut width = 0.0;
        for placed in placed_runs(line.text, self.is_right_to_left) {
            let shaped = shape(&placed.run);
            let Some(shaped) = shaped.rows.first() else { continue };
            let at = (width, row.visuals.mesh.vertices.len());
            place(
                &mut spots[placed.characters.clone()],
                &characters[placed.characters.clone()],
                &placed,
                &shaped.row,
                at,
            );
            take(&mut row, &shaped.row, width);
            width += shaped.row.size.x;
        }
        for ((byte, _), spot) in line.text.char_indices().zip(&spots) {
            let ink = inks.iter().find(|(part, _)| part.contains(&(line.start + byte))).map(|(_, ink)| *ink);
            if let (Some(ink), Some(spot)) = (ink, spot) {
                let corners = row.visuals.mesh.vertices.get_mut(spot.corners.clone()).unwrap_or_default();
                for corner in corners {
                    corner.color = ink;
                }
            }
        }
        row.size.x = width;
        row.glyphs = self.glyphs(&characters, &spots, width, row.visuals.mesh.vertices.len());
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
    fn glyphs(&self, characters: &[char], spots: &[Option<Spot>], width: f32, vertices: usize) -> Vec<Glyph> {
        let mut end = if self.is_right_to_left { width } else { 0.0 };
        let letters = characters.iter().zip(spots).map(|(chr, spot)| {
            let (before, after) = spot.as_ref().map_or((end, end), |spot| spot.edges);
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

/// Finds where the characters of a run are, which begins so far from the left end of its row and with that corner of its
/// mesh. There is a letter for each as a rule; two that are joined into one have only that.
fn place(
    spots: &mut [Option<Spot>],
    characters: &[char],
    placed: &PlacedRun,
    run: &Row,
    (x, corner): (f32, usize),
) {
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
        let edges = if placed.is_read_leftwards { (right, left) } else { (left, right) };
        let first = corner + letter.first_vertex as usize;
        let corners = if letter.uv_rect.is_nothing() { first..first } else { first..first + 4 };
        if let Some(spot) = spots.get_mut(at) {
            *spot = Some(Spot { edges, corners });
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
        coloured(text, room, is_long, &Inks::new())
    }

    fn coloured(text: &str, room: f32, is_long: bool, inks: &Inks) -> (Vec<Pos2>, Galley) {
        let ctx = egui::Context::default();
        theme::install_fonts(&ctx);
        let mut found = None;
        ctx.run_ui(egui::RawInput::default(), |ui| {
            let hand = Hand { size: theme::BODY, is_long, ink: Color32::BLACK };
            let galley = lay_out(ui, text, room, hand, inks);
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
    fn what_has_a_colour_of_its_own_is_seen_in_it() {
        let text = "جنين 2012";
        let (_, galley) = coloured(text, 200.0, false, &vec![(9..13, Color32::RED)]);
        let corners = &galley.rows[0].row.visuals.mesh.vertices;
        let red: Vec<f32> = corners.iter().filter(|at| at.color == Color32::RED).map(|at| at.pos.x).collect();
        let other = corners.iter().filter(|at| at.color != Color32::RED).map(|at| at.pos.x);
        assert_eq!(red.len(), 16, "four digits");
        assert!(other.fold(f32::INFINITY, f32::min) > red.iter().copied().fold(f32::NEG_INFINITY, f32::max));
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_typed_every_character_has_its_place(text in "[a-cابلآن0-9٣() \\n\u{200f}\u{200d}\u{651}\u{64e}«»→👍-]{0,24}") {
            for is_long in [true, false] {
                let text = if is_long { text.clone() } else { text.replace('\n', " ") };
                let (carets, galley) = carets(&text, 60.0, is_long);
                let count: usize = galley.rows.iter().map(|row| row.char_count_including_newline().0).sum();
                proptest::prop_assert_eq!(count, text.chars().count());
                proptest::prop_assert!(carets.iter().all(|at| at.x.is_finite() && at.y.is_finite()));
            }
        }
    }

    #[test]
    fn other_text_is_left_to_egui() {
        let (_, galley) = carets("Jenin 2012", 200.0, false);
        assert!(galley.rows[0].pos.x.abs() < 0.01);
        assert!(galley.rect.width() < 100.0);
    }
}
