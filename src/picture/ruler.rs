//! How wide a text is: shaped with the fonts that draw it, so that a picture is laid out alike on a screen, in a file, and
//! where there is neither.

use unicode_segmentation::UnicodeSegmentation as _;

use super::faces::{FaceId, face, parts};

pub use super::faces::Weight;

/// How wide a line of text is, its letters of a size in points. Each run of one script should be asked for alone where
/// several are mixed; the sum is the same.
pub fn width(text: &str, size: f32, weight: Weight) -> f32 {
    let of_part = |part: &super::faces::Part| {
        let Some(face) = face(part.face, weight) else {
            return part.text.chars().count() as f32 / 2.0;
        };
        if part.face == FaceId::Missing {
            let one = |cluster: &str| {
                let is_there = cluster.chars().next().is_some_and(|letter| face.has(letter));
                if is_there { face.width(cluster) } else { face.missing() }
            };
            part.text.graphemes(true).map(one).sum()
        } else {
            face.width(part.text)
        }
    };
    parts(text, weight).iter().map(of_part).sum::<f32>() * size
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_weight_measures_latin_and_arabic() {
        for weight in Weight::ALL {
            let (one, two) = (width("Jenin", 12.0, weight), width("Jenin", 24.0, weight));
            assert!(one > 20.0 && (two - 2.0 * one).abs() < 0.01, "{one} {two}");
        }
        // Joined letters are narrower than the same letters apart.
        let joined = width("جنين", 12.0, Weight::Regular);
        let apart: f32 = "جنين".chars().map(|letter| width(&letter.to_string(), 12.0, Weight::Regular)).sum();
        assert!(joined < apart, "{joined} {apart}");
    }

    #[test]
    fn marks_and_what_has_no_shape_take_no_room_and_what_no_font_has_takes_that_of_a_box() {
        let of = |text: &str| width(text, 12.0, Weight::Medium);
        assert!((of("Z\u{327}ulm") - of("Zulm")).abs() < 0.6);
        assert!((of("e\u{301}") - of("é")).abs() < 0.01);
        assert!((of("\u{2068}جنين\u{2069}") - of("جنين")).abs() < 0.01);
        assert!(of("\u{10381}") > 3.0);
        assert!((of("\u{10381}\u{10382}") - 2.0 * of("\u{10381}")).abs() < 0.01);
    }
}
