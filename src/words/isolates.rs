//! Names in sentences: each a block of its own, whatever its script, so that the sentence keeps its order.
//!
//! "مركز ← وزارة" says the opposite of "مركز → وزارة" to who reads it from the other side, and between two names in Arabic
//! letters an arrow, a bracket or a number belongs to them. What is put into a sentence therefore stands between two
//! characters without a shape, an isolate and its end (Unicode Standard Annex 9, X5a–X6a); [`visual_runs`](super::visual_runs)
//! and terminals that order text heed them. Only what needs it is set apart: a map in one script has none of them.

use std::borrow::Cow;

use unicode_bidi::{BidiClass, bidi_class};

/// Goes to the right until its end.
const TO_THE_RIGHT: char = '\u{2066}';
/// Goes to the left until its end.
const TO_THE_LEFT: char = '\u{2067}';
/// Goes until its end as its first letter does.
const AS_IT_BEGINS: char = '\u{2068}';
/// The end of any of them.
const END: char = '\u{2069}';

/// A text as a block within a sentence that goes to the left, or does not. What is a sentence already, in which something
/// is set apart, goes as the sentence around it does; anything else as its first letter. Isolates that have no end, or ends
/// that have no beginning, are left out: they would reach beyond the text.
///
/// ```
/// use jisr::words::isolated;
/// assert_eq!(isolated("Police", false), "Police");
/// assert_eq!(isolated("مركز (2009)", false), "\u{2068}مركز (2009)\u{2069}");
/// assert_eq!(isolated("2012-06-30", true), "\u{2068}2012-06-30\u{2069}");
/// ```
pub fn isolated(text: &str, is_right_to_left: bool) -> Cow<'_, str> {
    if !needs_isolation(text, is_right_to_left) {
        return Cow::Borrowed(text);
    }
    let text = balanced(text);
    let begin = match (has_isolates(&text), is_right_to_left) {
        (false, _) => AS_IT_BEGINS,
        (true, false) => TO_THE_RIGHT,
        (true, true) => TO_THE_LEFT,
    };
    Cow::Owned(format!("{begin}{text}{END}"))
}

/// A text without isolates, as it goes into files, to other programs and to screen readers.
pub fn without_isolates(text: &str) -> Cow<'_, str> {
    if has_isolates(text) {
        Cow::Owned(text.chars().filter(|letter| !is_isolate(*letter)).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// Whether a line as a whole goes from right to left, where what is around it does or does not: a sentence as its language
/// does; a name that stands for itself, with letters that go the other way, as its first letter does.
pub fn base_direction(text: &str, is_right_to_left: bool) -> bool {
    if has_isolates(text) || !needs_isolation(text, is_right_to_left) {
        is_right_to_left
    } else {
        super::is_right_to_left(text)
    }
}

/// The lines of a text that was broken, each with what was set apart across its ends begun and ended in itself.
pub fn close_isolates(lines: &mut [String]) {
    let mut open: Vec<char> = Vec::new();
    for at in 0..lines.len() {
        if open.is_empty() && !has_isolates(&lines[at]) {
            continue;
        }
        let mut line: String = open.iter().collect();
        for (byte, letter) in lines[at].char_indices() {
            match letter {
                AS_IT_BEGINS => {
                    // What comes on the next lines goes as the first letter on this one does.
                    let inside: String = std::iter::once(&lines[at][byte + letter.len_utf8()..])
                        .chain(lines[at + 1..].iter().map(String::as_str))
                        .collect();
                    let begin = if begins_leftwards(&inside) { TO_THE_LEFT } else { TO_THE_RIGHT };
                    open.push(begin);
                    line.push(begin);
                }
                TO_THE_LEFT | TO_THE_RIGHT => {
                    open.push(letter);
                    line.push(letter);
                }
                END if open.pop().is_none() => {}
                letter => line.push(letter),
            }
        }
        line.extend(open.iter().map(|_| END));
        lines[at] = line;
    }
}

/// Whether what was set apart goes to the left: whether its first letter does, before its end.
fn begins_leftwards(inside: &str) -> bool {
    let mut depth = 0_usize;
    for letter in inside.chars() {
        match letter {
            END if depth == 0 => return false,
            END => depth -= 1,
            TO_THE_LEFT | TO_THE_RIGHT | AS_IT_BEGINS => depth += 1,
            _ if depth > 0 => {}
            letter => match bidi_class(letter) {
                BidiClass::L => return false,
                BidiClass::R | BidiClass::AL => return true,
                _ => {}
            },
        }
    }
    false
}

fn is_isolate(letter: char) -> bool {
    matches!(letter, TO_THE_RIGHT | TO_THE_LEFT | AS_IT_BEGINS | END)
}

/// Whether something in a text is set apart.
pub(super) fn has_isolates(text: &str) -> bool {
    !text.is_ascii() && text.chars().any(is_isolate)
}

/// A text without isolates that reach beyond it: all are left out where one has no end, or an end no beginning.
pub fn balanced(text: &str) -> Cow<'_, str> {
    if is_balanced(text) { Cow::Borrowed(text) } else { without_isolates(text) }
}

fn is_balanced(text: &str) -> bool {
    let mut open = 0_usize;
    for letter in text.chars().filter(|letter| is_isolate(*letter)) {
        match (letter, open) {
            (END, 0) => return false,
            (END, _) => open -= 1,
            _ => open += 1,
        }
    }
    open == 0
}

/// Whether a text would change the order of a sentence around it, or be changed by it.
fn needs_isolation(text: &str, is_right_to_left: bool) -> bool {
    use BidiClass::{AL, B, BN, CS, EN, ES, ET, L, NSM, ON, R, S, WS};
    if !is_right_to_left {
        return !text.is_ascii()
            && text.chars().any(|letter| {
                letter > '\u{58f}'
                    && !matches!(bidi_class(letter), L | EN | ES | ET | CS | NSM | BN | B | S | WS | ON)
            });
    }
    text.chars().any(|letter| !matches!(bidi_class(letter), R | AL | NSM | BN | B | S | WS | ON))
}
