//! How wide a text is: shaped with the fonts that are bundled, so that a picture is laid out alike on a screen, in a
//! file, and where there is neither.

use std::sync::LazyLock;

use harfrust::{FontRef, ShapeOptions, ShaperData, UnicodeBuffer};

/// How heavy letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// For most text.
    Regular,
    /// For what is named.
    Medium,
    /// For headings.
    Bold,
}

/// The bundled fonts, Vazirmatn in three weights: one face for Latin and Arabic, with both kinds of digits.
pub const FONTS: [(Weight, &[u8]); 3] = [
    (Weight::Regular, include_bytes!("../../assets/fonts/Vazirmatn-Regular.ttf")),
    (Weight::Medium, include_bytes!("../../assets/fonts/Vazirmatn-Medium.ttf")),
    (Weight::Bold, include_bytes!("../../assets/fonts/Vazirmatn-Bold.ttf")),
];

struct Face {
    font: FontRef<'static>,
    shaping: ShaperData,
    units: f32,
}

/// In the order of [`FONTS`]. A face that could not be read is missing; a test sees that none is.
static FACES: LazyLock<Vec<Option<Face>>> = LazyLock::new(|| {
    let face = |bytes: &'static [u8]| {
        let font = FontRef::new(bytes).ok()?;
        let shaping = ShaperData::new(&font);
        let units = shaping.shaper(&font).build().units_per_em();
        Some(Face { shaping, units: units as f32, font })
    };
    FONTS.iter().map(|(_, bytes)| face(bytes)).collect()
});

/// How wide a line of text is, its letters of a size in points. Each run of one script should be asked for alone where
/// several are mixed; the sum is the same.
pub fn width(text: &str, size: f32, weight: Weight) -> f32 {
    let Some(Some(face)) = FACES.get(weight as usize) else {
        return text.chars().count() as f32 * size / 2.0;
    };
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.guess_segment_properties();
    let glyphs = face.shaping.shaper(&face.font).build().shape(buffer, ShapeOptions::new());
    // What the face lacks, arrows and ticks, is taken from the icons, which are as wide as they are high.
    let shaped = glyphs.glyph_infos().iter().zip(glyphs.glyph_positions());
    let advances =
        shaped.map(|(glyph, place)| if glyph.glyph_id == 0 { face.units } else { place.x_advance as f32 });
    advances.sum::<f32>() * size / face.units
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_weight_measures_latin_and_arabic() {
        for (weight, _) in FONTS {
            assert!(FACES[weight as usize].is_some());
            let (one, two) = (width("Jenin", 12.0, weight), width("Jenin", 24.0, weight));
            assert!(one > 20.0 && (two - 2.0 * one).abs() < 0.01, "{one} {two}");
        }
        // Joined letters are narrower than the same letters apart.
        let joined = width("جنين", 12.0, Weight::Regular);
        let apart: f32 = "جنين".chars().map(|letter| width(&letter.to_string(), 12.0, Weight::Regular)).sum();
        assert!(joined < apart, "{joined} {apart}");
    }
}
