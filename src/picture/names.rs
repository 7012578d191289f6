//! The names of actors as they stand in a picture: broken into lines, with the room that they take.

use super::geometry::Size;
use super::ruler::{Weight, width};
use crate::analysis::Network;
use crate::words::{Words, ideographic_breaks, is_right_to_left};

/// The letters of a name, in points.
pub const TEXT: f32 = 12.0;
/// From one line to the next.
pub const LINE: f32 = 16.0;
/// The widest that a line becomes, unless a single word is wider.
pub const WIDEST: f32 = 118.0;
/// What is left of a name after so many lines is cut off.
const MOST_LINES: usize = 2;

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
    /// Breaks a name into lines between its words.
    pub fn of(name: &str) -> Self {
        let (whole, is_right_to_left) = (measure(name), is_right_to_left(name));
        if whole <= WIDEST {
            return Self { lines: vec![name.to_owned()], is_right_to_left, size: Size::new(whole, LINE) };
        }
        let lines = balanced(name).unwrap_or_else(|| cut(name));
        let widest = lines.iter().map(|line| measure(line)).fold(0.0, f32::max);
        let height = LINE * lines.len() as f32;
        Self { size: Size::new(widest, height), is_right_to_left, lines }
    }
}

/// The names of all actors in one line each, no wider than that: for tables.
pub fn short_names(network: &Network, words: &Words, most: f32) -> Vec<Name> {
    let short = |actor| {
        let name = words.actor(network, actor);
        let mut line = name.to_owned();
        while measure(&line) > most && line.pop().is_some() {}
        if line.len() < name.len() {
            line = format!("{}…", line.trim_end());
        }
        let size = Size::new(measure(&line), LINE);
        Name { size, is_right_to_left: is_right_to_left(name), lines: vec![line] }
    };
    (0..).take(network.actors.len()).map(short).collect()
}

/// The names of all actors, in the reader's language, by their places.
pub fn names(network: &Network, words: &Words) -> Vec<Name> {
    (0..).take(network.actors.len()).map(|actor| Name::of(words.actor(network, actor))).collect()
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
    (widest <= WIDEST || single_word && widest <= 1.5 * WIDEST)
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
        let mut is_cut = is_more && number == last;
        while measure(line) > WIDEST && line.pop().is_some() {
            is_cut = true;
        }
        if is_cut {
            let end = line.trim_end().len();
            line.truncate(end);
            line.push('…');
        }
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
}
