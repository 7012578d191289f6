//! Breaking a text into lines that fit a width.

use unicode_segmentation::UnicodeSegmentation as _;

/// Breaks a text into lines no wider than `width`, each in the order in which it is read; `measure` says how wide a
/// piece of text is, in the unit of `width`.
///
/// As many words stand on a line as fit. Breaks that the author made stay, and empty lines with them. A word too long for
/// any line is broken between characters, never between a letter and its marks; a single character may be wider than
/// the line. Compound words may break behind a hyphen, a dash or a slash. Marks that stand alone, as French sets them
/// (`: ; ! ? « »`), stay with their word. Spaces at a break are left out. There is always at least one line.
///
/// Each word is measured once; a word of *n* characters that has to be broken, O(log *n*) times for each of its lines.
///
/// ```
/// use jisr::words::wrap;
/// let lines = wrap("Council of Conciliation Elders", 12.0, &|text| text.chars().count() as f32);
/// assert_eq!(lines, ["Council of", "Conciliation", "Elders"]);
/// ```
pub fn wrap(text: &str, width: f32, measure: &dyn Fn(&str) -> f32) -> Vec<String> {
    let mut page =
        Page { width, measure, lines: Vec::new(), line: String::new(), used: 0.0, space: "", gap: 0.0 };
    for paragraph in text.split("\r\n").flat_map(|part| part.split(BREAKS)) {
        let words = words(paragraph);
        for together in words.chunk_by(|word, next| word.is_opening() || next.is_closing()) {
            page.add(together);
        }
        page.end_line();
    }
    page.lines
}

const BREAKS: [char; 7] = ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];

/// A part of a text that is broken only in need.
#[derive(Clone, Copy)]
struct Word<'t> {
    text: &'t str,
    /// What stands between it and the next, if that comes on the same line.
    space: &'t str,
}

impl Word<'_> {
    /// A mark that belongs to the word behind it.
    fn is_opening(&self) -> bool {
        self.text.chars().all(|mark| "«‹([{“‘„¿¡".contains(mark))
    }

    /// A mark that belongs to the word before it.
    fn is_closing(&self) -> bool {
        self.text.chars().all(|mark| "»›)]}”’.,:;!?…،؛؟%‰٪–—-/".contains(mark))
    }
}

fn words(paragraph: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut rest = paragraph.trim_start_matches(is_space);
    while !rest.is_empty() {
        let (text, behind) = rest.split_at(rest.find(is_space).unwrap_or(rest.len()));
        rest = behind.trim_start_matches(is_space);
        let space = &behind[..behind.len() - rest.len()];
        let mut start = 0;
        let mut ends = joints(text);
        ends.extend(ideographic_breaks(text));
        ends.sort_unstable();
        ends.dedup();
        for end in ends {
            words.push(Word { text: &text[start..end], space: "" });
            start = end;
        }
        words.push(Word { text: &text[start..], space });
    }
    words
}

/// A space at which a line may break; others are there to prevent it.
fn is_space(letter: char) -> bool {
    letter == '\u{200b}' || letter.is_whitespace() && !matches!(letter, '\u{a0}' | '\u{2007}' | '\u{202f}')
}

/// Where a compound word may break: behind a hyphen between parts of three letters, so that "al-" stays with its name.
fn joints(word: &str) -> Vec<usize> {
    let (mut joints, mut letters, mut hyphen) = (Vec::new(), 0, None);
    for (at, letter) in word.char_indices() {
        if letter.is_alphabetic() {
            letters += 1;
            if letters == 3 {
                joints.extend(hyphen.take());
            }
        } else if matches!(letter, '-' | '‐' | '–' | '—' | '/') {
            hyphen = (letters >= 3).then_some(at + letter.len_utf8());
            letters = 0;
        }
    }
    joints
}

/// Where a line may break in scripts that write no spaces, Chinese and Japanese, and where Korean may: in bytes, between two
/// characters of which one is of such a script (Unicode Standard Annex 14).
///
/// ```
/// use jisr::words::ideographic_breaks;
/// assert_eq!(ideographic_breaks("妇女会。"), [3, 6]);
/// assert!(ideographic_breaks("Police").is_empty());
/// ```
pub fn ideographic_breaks(text: &str) -> Vec<usize> {
    let is_ideographic = |letter: char| {
        matches!(letter, '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}'
            | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ffef}' | '\u{1b000}'..='\u{1b2ff}' | '\u{20000}'..='\u{3ffff}')
    };
    if !text.chars().any(is_ideographic) {
        return Vec::new();
    }
    let beside = |at: usize| text[..at].chars().next_back().into_iter().chain(text[at..].chars().next());
    let ends = unicode_linebreak::linebreaks(text).map(|(at, _)| at).filter(|at| *at < text.len());
    ends.filter(|at| beside(*at).any(is_ideographic) && !beside(*at).any(char::is_whitespace)).collect()
}

/// The lines so far, and the one that is being filled.
struct Page<'a, 't> {
    width: f32,
    measure: &'a dyn Fn(&str) -> f32,
    lines: Vec<String>,
    line: String,
    used: f32,
    // Between the last word and the next, and how wide it is.
    space: &'t str,
    gap: f32,
}

impl<'t> Page<'_, 't> {
    /// Adds words that stay together, unless no line is wide enough for that.
    fn add(&mut self, words: &[Word<'t>]) {
        let measure = |text: &str| if text.is_empty() { 0.0 } else { (self.measure)(text) };
        let widths: Vec<_> = words.iter().map(|word| (measure(word.text), measure(word.space))).collect();
        let all: f32 = widths.iter().map(|(own, space)| own + space).sum();
        let all = all - widths.last().map_or(0.0, |(_, space)| *space);
        if all <= self.width && !self.has_room(all) {
            self.end_line();
        }
        for (word, (own, space)) in words.iter().zip(widths) {
            if !self.has_room(own) {
                self.end_line();
            }
            if own > self.width {
                self.add_broken(word.text);
            } else {
                self.line.push_str(self.space);
                self.line.push_str(word.text);
                self.used += self.gap + own;
            }
            (self.space, self.gap) = (word.space, space);
        }
    }

    fn has_room(&self, width: f32) -> bool {
        self.line.is_empty() || self.used + self.gap + width <= self.width
    }

    /// Adds a word on lines of its own. The last of them may take more words.
    fn add_broken(&mut self, word: &str) {
        let ends: Vec<usize> = word.grapheme_indices(true).map(|(at, one)| at + one.len()).collect();
        let (mut start, mut from) = (0, 0);
        loop {
            let fits = |count: usize| (self.measure)(&word[start..ends[from + count - 1]]) <= self.width;
            let count = most(ends.len() - from, fits);
            let end = ends[from + count - 1];
            self.line.push_str(&word[start..end]);
            (start, from) = (end, from + count);
            if from == ends.len() {
                break;
            }
            self.end_line();
        }
        self.used = (self.measure)(&self.line);
    }

    fn end_line(&mut self) {
        self.lines.push(std::mem::take(&mut self.line));
        (self.used, self.space, self.gap) = (0.0, "", 0.0);
    }
}

/// The largest number up to `end` that fits, at least one. Steps are doubled first, so that what is tried is never much
/// longer than what fits.
fn most(end: usize, fits: impl Fn(usize) -> bool) -> usize {
    let (mut good, mut bad) = (1, 2);
    while bad <= end && fits(bad) {
        (good, bad) = (bad, bad * 2);
    }
    bad = bad.min(end + 1);
    while bad - good > 1 {
        let middle = usize::midpoint(good, bad);
        if fits(middle) { good = middle } else { bad = middle }
    }
    good
}
