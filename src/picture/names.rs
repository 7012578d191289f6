//! The names of actors as they stand in a picture: broken into lines, with the room that they take.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation as _;

use super::geometry::Size;
use super::ruler::{Weight, width};
use crate::analysis::{ActorIx, Network};
use crate::model::Language;
use crate::words::{ideographic_breaks, is_right_to_left, name_in};

/// The letters of a name, in points.
pub const TEXT: f32 = 12.0;
/// From one line to the next.
pub const LINE: f32 = 16.0;
/// The widest that a line becomes, unless a single word is wider.
pub const WIDEST: f32 = 118.0;
/// The widest of two lines of a single word each.
const MOST_BALANCED: f32 = 1.5 * WIDEST;
/// What is left of a name after so many lines is cut off.
const MOST_LINES: usize = 2;
/// So many letters (grapheme clusters) of a name are looked at: more than fit into the lines, however narrow they are. The
/// whole name stands in the details.
const MOST_LETTERS: usize = 120;
/// So many characters belong to a letter at most, with all its marks; a text can pile up any number of them.
const MOST_MARKS: usize = 12;

/// A name, broken into lines.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Name {
    /// The lines, as they are read.
    pub lines: Vec<String>,
    /// Whether the name as a whole goes from right to left.
    pub is_right_to_left: bool,
    /// The room they take.
    pub size: Size,
}

impl Name {
    /// Breaks a name into lines between its words. What it costs does not grow with names beyond all reading.
    pub fn of(name: &str) -> Self {
        let name = &*beginning(name);
        let (whole, is_right_to_left) = (measure(name), is_right_to_left(name));
        if whole <= WIDEST {
            return Self { lines: vec![name.to_owned()], is_right_to_left, size: Size::new(whole, LINE) };
        }
        // Where even halves would be too wide nobody looks for the best ones.
        let lines = if whole <= 2.0 * MOST_BALANCED + 24.0 { balanced(name) } else { None };
        let lines = lines.unwrap_or_else(|| cut(name));
        let widest = lines.iter().map(|line| measure(line)).fold(0.0, f32::max);
        let height = LINE * lines.len() as f32;
        Self { size: Size::new(widest, height), is_right_to_left, lines }
    }
}

/// The names of all actors in one line each, no wider than that: for tables.
pub fn short_names(network: &Network, language: &Language, most: f32) -> Vec<Name> {
    let short = |actor| {
        let name = beginning(name_of(network, language, actor));
        let line = fitting(&name, most);
        let size = Size::new(measure(&line), LINE);
        Name { size, is_right_to_left: is_right_to_left(&name), lines: vec![line] }
    };
    (0..).take(network.actors.len()).map(short).collect()
}

/// The names of all actors, in the reader's language, by their places.
pub fn names(network: &Network, language: &Language) -> Vec<Name> {
    (0..).take(network.actors.len()).map(|actor| Name::of(name_of(network, language, actor))).collect()
}

/// What an actor is called in a language, or its id.
fn name_of<'n>(network: &'n Network, language: &Language, actor: ActorIx) -> &'n str {
    let actor = network.actor(actor);
    name_in(language, &actor.name, &actor.id)
}

/// A name without what is beyond all reading; an ellipsis says that something is missing.
fn beginning(name: &str) -> Cow<'_, str> {
    // Most names are shorter than the limit whatever their letters are.
    if name.len() <= MOST_LETTERS {
        return Cow::Borrowed(name);
    }
    // A letter may have a million marks: what is looked at ends long before.
    let near = &name[..name.floor_char_boundary(MOST_LETTERS * MOST_MARKS * 4)];
    let mut end = 0;
    for letter in near.graphemes(true).take(MOST_LETTERS) {
        let marks = letter.char_indices().nth(MOST_MARKS).map(|(at, _)| at);
        end += marks.unwrap_or(letter.len());
        if marks.is_some() {
            break;
        }
    }
    if end == name.len() { Cow::Borrowed(name) } else { Cow::Owned(ended(&name[..end])) }
}

/// As much of a line as is no wider than that, and an ellipsis where something is missing.
fn fitting(line: &str, most: f32) -> String {
    if measure(line) <= most {
        return line.to_owned();
    }
    let ends: Vec<usize> = line.grapheme_indices(true).map(|(at, _)| at).collect();
    // The longer a beginning, the wider it is, but for a joined letter here and there: no line is wider than it may be.
    let mut count = ends.partition_point(|end| measure(&line[..*end]) <= most);
    while count > 1 && measure(&line[..ends[count - 1]]) > most {
        count -= 1;
    }
    ended(&line[..ends[count.saturating_sub(1)]])
}

/// A beginning, and that something is missing.
fn ended(beginning: &str) -> String {
    format!("{}…", beginning.trim_end())
}

fn measure(text: &str) -> f32 {
    width(text, TEXT, Weight::Medium)
}

/// Two lines as nearly alike as can be, if that is enough.
fn balanced(name: &str) -> Option<Vec<String>> {
    let spaces = name.match_indices(' ').map(|(at, _)| at).chain(ideographic_breaks(name));
    let breaks = spaces.map(|at| (name[..at].trim_end(), name[at..].trim_start()));
    let halves = breaks.map(|(first, last)| (measure(first).max(measure(last)), first, last));
    let (widest, first, last) = halves.min_by(|a, b| a.0.total_cmp(&b.0))?;
    let single_word = !first.contains(' ') && !last.contains(' ');
    (widest <= WIDEST || single_word && widest <= MOST_BALANCED)
        .then(|| vec![first.to_owned(), last.to_owned()])
}

/// As many words as fit on each line; what is left is cut off.
fn cut(name: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for (word, space) in name.split_whitespace().flat_map(pieces) {
        let fits = lines.last().is_some_and(|line| measure(&format!("{line}{space}{word}")) <= WIDEST);
        if let Some(line) = lines.last_mut().filter(|_| fits) {
            line.push_str(space);
            line.push_str(word);
        } else if lines.len() < MOST_LINES {
            lines.push(word.to_owned());
        } else {
            shorten(&mut lines, true);
            return lines;
        }
    }
    shorten(&mut lines, false);
    lines
}

/// What a word may be broken into, and what stands before each piece on its line.
fn pieces(word: &str) -> Vec<(&str, &'static str)> {
    let (mut pieces, mut start) = (Vec::new(), 0);
    for end in ideographic_breaks(word).into_iter().chain([word.len()]) {
        pieces.push((&word[start..end], if start == 0 { " " } else { "" }));
        start = end;
    }
    pieces
}

/// Cuts lines that are too wide, which a single long word can be, and marks where something is missing.
fn shorten(lines: &mut [String], is_more: bool) {
    let last = lines.len().saturating_sub(1);
    for (number, line) in lines.iter_mut().enumerate() {
        let shorter = fitting(line, WIDEST);
        let is_cut = shorter.len() != line.len() || shorter != *line;
        *line = if is_more && number == last && !is_cut { ended(line) } else { shorter };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_name_is_one_line_and_a_long_one_is_cut_after_two() {
        assert_eq!(Name::of("SHAMS").lines, ["SHAMS"]);
        assert_eq!(
            Name::of("Palestinian Legislative Council").lines,
            ["Palestinian", "Legislative Council"],
            "the two lines are as nearly alike as can be"
        );
        let long = Name::of("Geneva Centre for the Democratic Control of Armed Forces (DCAF)");
        assert_eq!(long.lines.len(), 2);
        assert!(long.lines[1].ends_with('…') && long.size.width <= WIDEST + 12.0, "{long:?}");
        let one_word = Name::of(&"x".repeat(400));
        assert!(one_word.size.width <= WIDEST + 12.0 && one_word.lines[0].ends_with('…'));
        assert_eq!(Name::of("").lines, [""]);
        // Scripts without spaces break between their characters.
        let name = "全国妇女儿童权益保护联合会".repeat(2);
        let chinese = Name::of(&name);
        assert_eq!(chinese.lines.len(), 2, "{chinese:?}");
        assert_eq!(chinese.lines.concat(), name);
    }

    #[test]
    fn a_name_beyond_all_reading_is_looked_at_no_further_than_can_be_read() {
        let letters = ["x", "ii ", "م", "نس ", "\u{200b}", "e\u{301}\u{301}", "👩\u{200d}👩"];
        for letter in letters {
            let long = letter.repeat(100_000);
            let name = Name::of(&long);
            assert!(name.lines.iter().all(|line| line.len() < 3_000), "{} bytes", name.lines[0].len());
            let last = name.lines.last().unwrap();
            assert!(last.ends_with('…') && !last.ends_with("……"), "{last}");
            // The same as of a name that is only a little too long.
            assert_eq!(name, Name::of(&letter.repeat(MOST_LETTERS + 10)));
        }
        // A letter under a tower of marks.
        let tower = format!("a{}", "\u{301}".repeat(100_000));
        assert!(Name::of(&tower).lines[0].len() < 100);
    }

    #[test]
    fn a_cut_is_as_long_as_fits_and_between_letters() {
        for name in [
            "Geneva Centre for the Democratic Control",
            "لجنة الحماية المجتمعية في المخيم",
            "e\u{301}".repeat(60).as_str(),
        ] {
            for most in [0.0, 20.0, 60.0, 126.0] {
                let cut = fitting(name, most);
                let Some(kept) = cut.strip_suffix('…') else { continue };
                assert!(name.starts_with(kept) && (measure(kept) <= most || kept.is_empty()), "{cut}");
                assert!(
                    name.grapheme_indices(true)
                        .any(|(at, _)| at == kept.len() || name[kept.len()..].starts_with(' '))
                );
            }
        }
    }
}
