//! The order in which mixed text is drawn: the runs of a line from left to right, each to be shaped in one direction.
//!
//! Latin goes to the right, Arabic and Hebrew to the left, digits always to the right, and a line may hold all of them.
//! Who draws a line shapes the letters of each run and sets the runs side by side; which runs there are, and in which
//! order, is worked out here (Unicode Standard Annex 9, by the crate `unicode-bidi`).

use std::ops::Range;

use harfrust::{Direction, UnicodeBuffer, script};
use unicode_bidi::{BidiClass, Level, ParagraphBidiInfo, bidi_class, get_base_direction_full};
use unicode_segmentation::UnicodeSegmentation as _;

/// Whether a text as a whole goes from right to left: whether its first letter does (UAX 9, rules P2 and P3). A text
/// without letters does not.
///
/// ```
/// use jisr::words::is_right_to_left;
/// assert!(is_right_to_left("«شمس» (SHAMS)"));
/// assert!(!is_right_to_left("SHAMS «شمس»"));
/// assert!(!is_right_to_left("2012"));
/// ```
pub fn is_right_to_left(text: &str) -> bool {
    get_base_direction_full(text) == unicode_bidi::Direction::Rtl
}

/// A part of a line that is shaped in one direction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The characters in the order in which a shaper is to be given them.
    pub text: String,
    /// Whether the shaper is to lay them from right to left. It is what shapers that are not told guess from the first
    /// letter.
    pub is_right_to_left: bool,
}

/// The runs of a line, from left to right on the screen.
///
/// The line goes as a whole in the direction of its paragraph: `base_is_right_to_left` is [`is_right_to_left`] of all
/// the lines together, or that of the reader's language. A run of right-to-left letters keeps its characters as they
/// are read; the shaper turns them and mirrors its brackets. Where a shaper left to itself would not do so (a bracket
/// alone between Arabic words), or would where it should not (Persian digits), the characters of the run are turned and
/// mirrored here, so that every shaper draws the same.
///
/// Breaks within the line and tabs become spaces; marks that only tell the direction, and other characters that are
/// never seen, are left out, but for those that join letters or keep them apart. Every line is taken for itself: digits
/// right after a break do not know which letters stood before it. Costs little more than reading the line.
///
/// ```
/// use jisr::words::visual_runs;
/// let runs = visual_runs("مركز جنيف (DCAF) 2012", true);
/// let texts: Vec<&str> = runs.iter().map(|run| run.text.as_str()).collect();
/// assert_eq!(texts, ["2012", " (", "DCAF", "مركز جنيف ("]);
/// ```
pub fn visual_runs(line: &str, base_is_right_to_left: bool) -> Vec<Run> {
    placed_runs(line, base_is_right_to_left).into_iter().map(|placed| placed.run).collect()
}

/// A run, and which characters of its line it shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedRun {
    /// The run.
    pub run: Run,
    /// Its characters, counted from the beginning of the line.
    pub characters: Range<usize>,
    /// Whether one reads it from right to left, whatever the shaper is given.
    pub is_read_leftwards: bool,
}

/// The runs of a line, as [`visual_runs`] gives them, with the characters that each shows: for whoever has to know where
/// on the screen a character stands.
pub fn placed_runs(line: &str, base_is_right_to_left: bool) -> Vec<PlacedRun> {
    let line: String = line.chars().map(|letter| if is_break(letter) { ' ' } else { letter }).collect();
    if line.is_empty() {
        return Vec::new();
    }
    let base = if base_is_right_to_left { Level::rtl() } else { Level::ltr() };
    let bidi = ParagraphBidiInfo::new(&line, Some(base));
    let (levels, ranges) = bidi.visual_runs(0..line.len());
    let mut shaper = Shaper::default();
    let mut runs = Vec::new();
    for (range, is_right_to_left) in joined(&levels, ranges) {
        let mut start = line[..range.start].chars().count();
        let mut placed: Vec<PlacedRun> = Vec::new();
        for piece in shaper.pieces(&line[range]) {
            let characters = start..start + piece.chars().count();
            start = characters.end;
            let seen: String = piece.chars().filter(|letter| !is_unseen(*letter)).collect();
            if !seen.is_empty() {
                let run = shaper.run(&seen, is_right_to_left);
                placed.push(PlacedRun { run, characters, is_read_leftwards: is_right_to_left });
            }
        }
        if is_right_to_left {
            placed.reverse();
        }
        runs.extend(placed);
    }
    runs
}

/// A part of a run for a shaper that is given it alone: one without letters does not know which way the run goes.
pub fn piece_of_run(piece: &str, is_right_to_left: bool) -> String {
    Shaper::default().run(piece, is_right_to_left).text
}

/// Runs of levels that differ only in how deep they are nested are one.
fn joined(levels: &[Level], ranges: Vec<Range<usize>>) -> Vec<(Range<usize>, bool)> {
    let mut joined: Vec<(Range<usize>, bool)> = Vec::new();
    for range in ranges.into_iter().filter(|range| !range.is_empty()) {
        let is_right_to_left = levels[range.start].is_rtl();
        match joined.last_mut() {
            Some((last, true)) if is_right_to_left && range.end == last.start => last.start = range.start,
            Some((last, false)) if !is_right_to_left && last.end == range.start => last.end = range.end,
            _ => joined.push((range, is_right_to_left)),
        }
    }
    joined
}

/// What a shaper that is not told the direction makes of a text.
#[derive(Default)]
struct Shaper(UnicodeBuffer);

impl Shaper {
    /// Parts of a text in each of which all letters go one way.
    fn pieces<'t>(&mut self, text: &'t str) -> Vec<&'t str> {
        let (mut pieces, mut start, mut last) = (Vec::new(), 0, None);
        for (at, letter) in text.char_indices() {
            let way = self.way_of(letter);
            if way.is_some() {
                if last.is_some() && last != way {
                    pieces.push(&text[start..at]);
                    start = at;
                }
                last = way;
            }
        }
        pieces.push(&text[start..]);
        pieces.retain(|piece| !piece.is_empty());
        pieces
    }

    /// A piece as the shaper needs it.
    fn run(&mut self, piece: &str, is_right_to_left: bool) -> Run {
        let guess = self.guess(piece).unwrap_or_default();
        let text = if guess == is_right_to_left { piece.to_owned() } else { turned(piece) };
        Run { text, is_right_to_left: guess }
    }

    fn way_of(&mut self, letter: char) -> Option<bool> {
        match letter {
            _ if letter.is_ascii() => letter.is_ascii_alphabetic().then_some(false),
            // Marks go with what they stand on.
            _ if bidi_class(letter) == BidiClass::NSM => None,
            _ => self.guess(letter.encode_utf8(&mut [0; 4])),
        }
    }

    /// Whether the letters would be laid from right to left; nothing where there are none.
    fn guess(&mut self, text: &str) -> Option<bool> {
        self.0.clear();
        self.0.push_str(text);
        self.0.guess_segment_properties();
        let has_letters = self.0.script() != script::UNKNOWN;
        has_letters.then(|| self.0.direction() == Direction::RightToLeft)
    }
}

/// The characters the other way round and mirrored, marks still behind what they stand on.
fn turned(text: &str) -> String {
    text.graphemes(true).rev().flat_map(str::chars).map(mirrored).collect()
}

/// Characters that look the other way in a right-to-left run (`BidiMirroring.txt` of the Unicode Character Database, as
/// far as they stand in names and numbers).
const MIRRORED: [(char, char); 31] = [
    ('(', ')'),
    ('[', ']'),
    ('{', '}'),
    ('<', '>'),
    ('«', '»'),
    ('‹', '›'),
    ('≤', '≥'),
    ('≪', '≫'),
    ('⁅', '⁆'),
    ('⁽', '⁾'),
    ('₍', '₎'),
    ('⌈', '⌉'),
    ('⌊', '⌋'),
    ('❨', '❩'),
    ('❪', '❫'),
    ('❬', '❭'),
    ('❮', '❯'),
    ('❰', '❱'),
    ('❲', '❳'),
    ('❴', '❵'),
    ('⟦', '⟧'),
    ('⟨', '⟩'),
    ('⟪', '⟫'),
    ('〈', '〉'),
    ('《', '》'),
    ('「', '」'),
    ('『', '』'),
    ('【', '】'),
    ('〔', '〕'),
    ('（', '）'),
    ('［', '］'),
];

fn mirrored(letter: char) -> char {
    let pair = MIRRORED.iter().find(|(left, right)| [*left, *right].contains(&letter));
    pair.map_or(letter, |(left, right)| if letter == *left { *right } else { *left })
}

fn is_break(letter: char) -> bool {
    matches!(letter, '\t'..='\r' | '\u{1c}'..='\u{1f}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Characters without a shape, which some fonts show as a box. Those that join or part letters, U+200C and U+200D, are
/// for the shaper.
fn is_unseen(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}
