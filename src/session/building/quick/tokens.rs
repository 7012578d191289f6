//! The line taken apart: statements, and in them words, quotes, ids, arrows, and what stands after the colon.

use std::ops::Range;

/// A part of the line. Places are bytes of the whole line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub range: Range<usize>,
    /// What it is.
    pub sort: Sort,
}

/// What a part of the line is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sort {
    /// Something between spaces.
    Word,
    /// Something between quotation marks: where it stands without them.
    Quoted(Range<usize>),
    /// `#` and an id: where the id stands.
    Id(Range<usize>),
    /// An arrow.
    Arrow(Arrow),
    /// A colon behind a word.
    Colon,
    /// A comma behind a word.
    Comma,
    /// What stands between two statements.
    End,
}

/// Where an arrow points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrow {
    /// From what stands before it to what stands after it.
    Forward,
    /// The other way.
    Backward,
    /// Both ways.
    Both,
}

/// Written arrows, those that begin others later.
const ARROWS: [(&str, Arrow); 9] = [
    ("<->", Arrow::Both),
    ("<=>", Arrow::Both),
    ("↔", Arrow::Both),
    ("-->", Arrow::Forward),
    ("->", Arrow::Forward),
    ("=>", Arrow::Forward),
    ("→", Arrow::Forward),
    ("<-", Arrow::Backward),
    ("←", Arrow::Backward),
];

const QUOTES: [(char, &str); 6] = [('"', "\""), ('“', "”"), ('„', "“”"), ('«', "»"), ('»', "«"), ('”', "”")];

/// Takes a line apart. No two parts share a byte, and each begins and ends between two characters.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(letter) = text[at..].chars().next() {
        let token = if matches!(letter, ';' | '؛' | '\n' | '\r') {
            Some(Token { range: at..at + letter.len_utf8(), sort: Sort::End })
        } else if letter.is_whitespace() {
            None
        } else {
            Some(special(text, at, letter).unwrap_or_else(|| word(text, at)))
        };
        at = token.as_ref().map_or(at + letter.len_utf8(), |token| token.range.end);
        tokens.extend(token);
    }
    tokens
}

/// A quotation, an id, an arrow, a colon or a comma.
fn special(text: &str, at: usize, letter: char) -> Option<Token> {
    let rest = &text[at..];
    if let Some((mark, arrow)) = ARROWS.iter().find(|(mark, _)| rest.starts_with(mark)) {
        return Some(Token { range: at..at + mark.len(), sort: Sort::Arrow(*arrow) });
    }
    if let Some((_, ends)) = QUOTES.iter().find(|(open, _)| *open == letter) {
        let start = at + letter.len_utf8();
        // Without a second mark it goes on to the end: somebody is still typing.
        let end = text[start..].find(|letter| ends.contains(letter));
        let inner = start..end.map_or(text.len(), |end| start + end);
        let close = text[inner.end..].chars().next().map_or(0, char::len_utf8);
        return Some(Token { range: at..inner.end + close, sort: Sort::Quoted(inner) });
    }
    if letter == '#' {
        let length = rest[1..].find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-');
        let id = at + 1..length.map_or(text.len(), |length| at + 1 + length);
        return (!id.is_empty()).then_some(Token { range: at..id.end, sort: Sort::Id(id) });
    }
    let after = at + letter.len_utf8();
    match letter {
        ':' if ends(text, after) => Some(Token { range: at..after, sort: Sort::Colon }),
        ',' | '،' if ends(text, after) => Some(Token { range: at..after, sort: Sort::Comma }),
        _ => None,
    }
}

/// A word: up to a space, the end of the statement, or something that is no word.
fn word(text: &str, at: usize) -> Token {
    let is_end = |(offset, letter): (usize, char)| {
        let place = at + offset;
        let ends_it = letter.is_whitespace()
            || matches!(letter, ';' | '؛')
            || (matches!(letter, ':' | ',' | '،') && ends(text, place + letter.len_utf8()))
            || ARROWS.iter().any(|(mark, _)| text[place..].starts_with(mark));
        (offset > 0 && ends_it).then_some(place)
    };
    let end = text[at..].char_indices().find_map(is_end).unwrap_or(text.len());
    Token { range: at..end, sort: Sort::Word }
}

/// Whether a space or nothing comes next.
fn ends(text: &str, at: usize) -> bool {
    text[at..].chars().next().is_none_or(|letter| letter.is_whitespace() || matches!(letter, ';' | '؛'))
}
