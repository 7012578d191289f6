//! Which font draws which letters: those that are bundled, and behind them those that were found on this machine. What is
//! measured and what is drawn ask here, so that both are the same.

mod face;
mod known;

use std::sync::LazyLock;

use unicode_segmentation::UnicodeSegmentation as _;

pub use face::{Face, drawn_of};
pub use known::{Generation, add, generation, is_wanted, take_wanted};

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

impl Weight {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Regular, Self::Medium, Self::Bold];
}

/// Which of the faces of a weight draws something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FaceId {
    /// Vazirmatn, for Latin and Arabic letters and for both kinds of digits. What has no letter to be seen is its too.
    Text,
    /// Roboto, whose letters are Vazirmatn's Latin ones: Latin with any mark, phonetic letters, Greek, Cyrillic.
    Wide,
    /// Noto Sans Hebrew.
    Hebrew,
    /// The arrows and the tick, from the font of the icons.
    Signs,
    /// A font that was found on this machine, by its number.
    Found(usize),
    /// None has these letters: each is drawn as the box that [`FaceId::Wide`] has for that.
    Missing,
}

impl FaceId {
    /// Those that are bundled, in the order in which they are asked.
    pub const BUNDLED: [Self; 4] = [Self::Text, Self::Wide, Self::Hebrew, Self::Signs];
}

/// A part of a text that one face draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part<'t> {
    /// The characters.
    pub text: &'t str,
    /// The face.
    pub face: FaceId,
}

macro_rules! faces {
    ($($weight:literal),*) => {
        [$([
            include_bytes!(concat!("../../../assets/fonts/Vazirmatn-", $weight, ".ttf")).as_slice(),
            include_bytes!(concat!("../../../assets/fonts/Roboto-", $weight, "-subset.ttf")),
            include_bytes!(concat!("../../../assets/fonts/NotoSansHebrew-", $weight, "-subset.ttf")),
            include_bytes!("../../../assets/icons/phosphor-subset.ttf"),
        ]),*]
    };
}

/// The bundled fonts, weight by weight, in the order of [`FaceId::BUNDLED`].
static BYTES: [[&[u8]; 4]; 3] = faces!("Regular", "Medium", "Bold");

/// One that could not be read is missing; a test sees that none is.
static BUNDLED: LazyLock<[[Option<Face>; 4]; 3]> =
    LazyLock::new(|| BYTES.map(|weight| weight.map(|bytes| Face::of(bytes, 0))));

/// A face; nothing where there is none.
pub fn face(id: FaceId, weight: Weight) -> Option<&'static Face> {
    let place = match id {
        FaceId::Text => 0,
        FaceId::Wide | FaceId::Missing => 1,
        FaceId::Hebrew => 2,
        FaceId::Signs => 3,
        FaceId::Found(number) => return known::found(number),
    };
    BUNDLED[weight as usize][place].as_ref()
}

/// Whether a bundled font has a letter, on any machine. What is never seen counts as had.
pub fn is_bundled(letter: char) -> bool {
    is_shapeless(letter) || FaceId::BUNDLED.iter().any(|id| has(*id, Weight::Regular, letter))
}

/// The parts of a text, in the order in which it is read, each drawn by one face.
///
/// A word is drawn by the first face that has all of it, so that its letters join and look alike. A word that no face has
/// whole is drawn letter by letter, each with its marks, by the first face that has it; fonts of this machine are asked only
/// for what no bundled font has. Letters that none has are asked for
/// once: see [`take_wanted`]. Costs little more than reading the text.
///
/// ```
/// use jisr::picture::faces::{FaceId, Weight, parts};
/// let faces: Vec<_> = parts("Police «Київ»", Weight::Regular).iter().map(|part| part.face).collect();
/// assert_eq!(faces, [FaceId::Text, FaceId::Wide]);
/// ```
pub fn parts(text: &str, weight: Weight) -> Vec<Part<'_>> {
    if text.is_ascii() || text.chars().all(|letter| has(FaceId::Text, weight, letter)) {
        return if text.is_empty() { Vec::new() } else { vec![Part { text, face: FaceId::Text }] };
    }
    let mut parts = Parts { text, weight, start: 0, face: None, done: Vec::new() };
    let mut at = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let whole = word.trim_end_matches(char::is_whitespace);
        parts.word(at, whole);
        at += word.len();
    }
    parts.finish()
}

struct Parts<'t> {
    text: &'t str,
    weight: Weight,
    /// Where the part begins that is not done, and its face.
    start: usize,
    face: Option<FaceId>,
    done: Vec<Part<'t>>,
}

impl<'t> Parts<'t> {
    fn word(&mut self, at: usize, word: &str) {
        if let Some(face) = self.bundled(word) {
            return self.next(at, face);
        }
        let is_bundled = word.graphemes(true).all(|cluster| self.bundled(cluster).is_some());
        if let Some(face) = self.found(word).filter(|_| !is_bundled) {
            return self.next(at, face);
        }
        for (start, cluster) in word.grapheme_indices(true) {
            let face = self.face_of(cluster).or_else(|| {
                // Rather without a mark than without the letter.
                cluster.chars().next().and_then(|letter| self.face_of(letter.encode_utf8(&mut [0; 4])))
            });
            if face.is_none() {
                known::want(cluster);
            }
            self.next(at + start, face.unwrap_or(FaceId::Missing));
        }
    }

    fn face_of(&self, text: &str) -> Option<FaceId> {
        self.bundled(text).or_else(|| self.found(text))
    }

    /// The first bundled face that has all of it.
    fn bundled(&self, text: &str) -> Option<FaceId> {
        FaceId::BUNDLED.into_iter().find(|id| self.has_all(*id, text))
    }

    /// The first face that was found and has all of it.
    fn found(&self, text: &str) -> Option<FaceId> {
        (0..known::count()).map(FaceId::Found).find(|id| self.has_all(*id, text))
    }

    fn has_all(&self, id: FaceId, text: &str) -> bool {
        text.chars().all(|letter| has(id, self.weight, letter))
    }

    fn next(&mut self, at: usize, face: FaceId) {
        if self.face == Some(face) {
            return;
        }
        self.end(at);
        (self.start, self.face) = (at, Some(face));
    }

    fn end(&mut self, at: usize) {
        if at > self.start {
            let face = self.face.unwrap_or(FaceId::Text);
            self.done.push(Part { text: &self.text[self.start..at], face });
        }
    }

    fn finish(mut self) -> Vec<Part<'t>> {
        self.end(self.text.len());
        self.done
    }
}

fn has(id: FaceId, weight: Weight, letter: char) -> bool {
    // The other signs of that font are icons, at code points that anybody may use otherwise.
    let is_icon = id == FaceId::Signs && !letter.is_ascii() && !SIGNS.contains(&letter);
    !is_icon && (is_shapeless(letter) || face(id, weight).is_some_and(|face| face.has(letter)))
}

/// The signs that stand in texts and that only the font of the icons has.
pub const SIGNS: [char; 4] = ['\u{2190}', '\u{2192}', '\u{27F5}', '\u{2713}'];

/// Characters that have no shape in any font, and those that only choose one.
fn is_shapeless(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faces(text: &str) -> Vec<(&str, FaceId)> {
        parts(text, Weight::Medium).into_iter().map(|part| (part.text, part.face)).collect()
    }

    #[test]
    fn every_bundled_face_is_read() {
        for weight in Weight::ALL {
            for id in FaceId::BUNDLED {
                assert!(face(id, weight).is_some(), "{id:?} {weight:?}");
            }
        }
    }

    #[test]
    fn a_word_is_drawn_by_one_face_where_one_has_it() {
        use FaceId::{Hebrew, Signs, Text, Wide};
        assert_eq!(faces(""), []);
        assert_eq!(faces("مركز المرأة (2009)"), [("مركز المرأة (2009)", Text)]);
        assert_eq!(faces("Z\u{327}ulm ʿAlī Ward"), [("Z\u{327}ulm ʿAlī ", Wide), ("Ward", Text)]);
        assert_eq!(faces("Nguyễn Huệ"), [("Nguyễn Huệ", Wide)]);
        assert_eq!(faces("ГО Σύλλογος"), [("ГО Σύλλογος", Wide)]);
        assert_eq!(faces("צה\"ל"), [("צה", Hebrew), ("\"", Text), ("ל", Hebrew)]);
        assert_eq!(faces("a → b"), [("a ", Text), ("→ ", Signs), ("b", Text)]);
        assert_eq!(faces("\u{2068}police\u{2069}"), [("\u{2068}police\u{2069}", Text)]);
    }

    #[test]
    fn what_no_bundled_font_has_is_missing_letter_by_letter_and_asked_for() {
        use FaceId::{Missing, Text};
        assert_eq!(
            faces("a\u{10381}\u{10382}b c"),
            [("a", Text), ("\u{10381}\u{10382}", Missing), ("b c", Text)]
        );
        assert!(!is_bundled('\u{10381}') && is_bundled('ệ') && is_bundled('\u{200d}') && is_bundled('→'));
        assert!(!is_bundled('\u{e30c}'), "an icon is no letter");
    }
}
