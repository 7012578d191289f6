//! A font, as far as text is measured with it.

use std::collections::BTreeSet;

use harfrust::{FontRef, ShapeOptions, ShaperData, UnicodeBuffer};
use read_fonts::TableProvider as _;

/// The highest character that can be.
const MOST: u32 = 0x10_ffff;

/// A font with its bytes, which are kept as long as the program runs.
pub struct Face {
    /// The file.
    pub bytes: &'static [u8],
    /// Which of the fonts in it.
    pub index: u32,
    /// How far the middle of a line is above its base line, in ems.
    pub middle: f32,
    font: FontRef<'static>,
    shaping: ShaperData,
    units: f32,
    /// A bit for each character that it has.
    letters: Vec<u64>,
    /// How wide the box is for what it lacks.
    missing: f32,
}

impl std::fmt::Debug for Face {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Face")
            .field("bytes", &self.bytes.len())
            .field("index", &self.index)
            .finish_non_exhaustive()
    }
}

impl Face {
    /// The face of a file; nothing where it can't be read.
    pub fn of(bytes: &'static [u8], index: u32) -> Option<Self> {
        let font = FontRef::from_index(bytes, index).ok()?;
        let shaping = ShaperData::new(&font);
        let units = shaping.shaper(&font).build().units_per_em() as f32;
        if units <= 0.0 {
            return None;
        }
        let middle = middle(&font)? / units;
        let mut face =
            Self { bytes, index, middle, letters: letters(&font), font, shaping, units, missing: 0.0 };
        face.missing = face.advance("\u{10ffff}") / units;
        Some(face)
    }

    /// Whether it has a letter.
    pub fn has(&self, letter: char) -> bool {
        let code = u32::from(letter);
        self.letters.get((code / 64) as usize).is_some_and(|bits| bits & (1 << (code % 64)) != 0)
    }

    /// How wide a text is, in ems, all in one direction.
    pub fn width(&self, text: &str) -> f32 {
        self.advance(text) / self.units
    }

    /// How wide the box is that stands for a letter that it lacks, in ems.
    pub fn missing(&self) -> f32 {
        self.missing
    }

    fn advance(&self, text: &str) -> f32 {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        let glyphs = self.shaping.shaper(&self.font).build().shape(buffer, ShapeOptions::new());
        glyphs.glyph_positions().iter().map(|place| place.x_advance as f32).sum()
    }
}

/// Half of what a line rises above the base line, less what it and the gap between lines fall below it.
fn middle(font: &FontRef) -> Option<f32> {
    let sum = |above: i16, below: i16, gap: i16| (f32::from(above) + f32::from(below) - f32::from(gap)) / 2.0;
    let typographic = font.os2().ok().filter(|table| {
        table.fs_selection().contains(read_fonts::tables::os2::SelectionFlags::USE_TYPO_METRICS)
    });
    if let Some(table) = typographic {
        return Some(sum(table.s_typo_ascender(), table.s_typo_descender(), table.s_typo_line_gap()));
    }
    let table = font.hhea().ok()?;
    Some(sum(table.ascender().to_i16(), table.descender().to_i16(), table.line_gap().to_i16()))
}

fn letters(font: &FontRef) -> Vec<u64> {
    let mut letters = Vec::new();
    let subtable = font.cmap().ok().and_then(|table| table.best_subtable());
    let Some((_, _, subtable)) = subtable else { return letters };
    for (code, glyph) in subtable.iter().filter(|(code, _)| *code <= MOST) {
        if glyph.to_u32() == 0 {
            continue;
        }
        let place = (code / 64) as usize;
        if letters.len() <= place {
            letters.resize(place + 1, 0);
        }
        letters[place] |= 1 << (code % 64);
    }
    letters
}

/// The letters of a set that a font of a file has and that can be drawn: pictures in colours have no outline.
pub fn drawn_of(bytes: &[u8], index: u32, wanted: &BTreeSet<char>) -> BTreeSet<char> {
    let Ok(font) = FontRef::from_index(bytes, index) else { return BTreeSet::new() };
    let Ok(cmap) = font.cmap() else { return BTreeSet::new() };
    let outlines = font.loca(None).ok().zip(font.glyf().ok());
    let has_others = font.cff().is_ok() || font.cff2().is_ok();
    let is_drawn = |letter: &char| {
        let Some(glyph) = cmap.map_codepoint(*letter).filter(|glyph| glyph.to_u32() != 0) else {
            return false;
        };
        let outline =
            outlines.as_ref().and_then(|(places, outlines)| places.get_glyf(glyph, outlines).ok().flatten());
        has_others || outline.is_some()
    };
    wanted.iter().copied().filter(is_drawn).collect()
}
