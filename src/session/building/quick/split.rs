//! A statement divided into two actors and what ties them, in the way that most speaks for.

use std::ops::Range;

use super::lexicon::{Lexicon, Meant, Verb};
use super::read::phrase;
use super::tokens::{Arrow, Sort, Token};
use crate::words::fold;

/// How many ways to read a statement are looked into; nobody types more verbs into one.
const MOST_WAYS: usize = 8;

/// What speaks for a way to read a statement, the weightiest first.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each speaks for itself, and they are compared in this order"
)]
struct Worth {
    /// Something stands on both sides of the verb.
    is_whole: bool,
    /// Both are on the map, or between quotation marks.
    is_known: bool,
    /// The verb has no capital letter, as names have: "Horizon Fund informs …".
    is_written_as_verb: bool,
    /// It is what the kind is called.
    is_label: bool,
    /// How well both are known.
    known: u8,
    /// How many words the verb has.
    words: usize,
}

/// A statement divided.
pub(super) struct Split<'t> {
    pub from: &'t [Token],
    pub to: &'t [Token],
    /// Where what ties them stands.
    pub middle: Range<usize>,
    pub how: How,
}

/// What ties the two.
pub(super) enum How {
    Verb(Verb),
    Arrow(Arrow),
}

/// A statement without what stands after its colon, and that.
pub(super) fn before_colon(tokens: &[Token]) -> (&[Token], Option<&[Token]>) {
    match tokens.iter().position(|token| token.sort == Sort::Colon) {
        Some(colon) => (&tokens[..colon], Some(&tokens[colon..])),
        None => (tokens, None),
    }
}

impl Lexicon {
    /// Divides a statement into two actors and what ties them, if it has that.
    pub(super) fn split<'t>(&self, text: &str, tokens: &'t [Token]) -> Option<Split<'t>> {
        let parts = |from: usize, to: usize, how| Split {
            from: &tokens[..from],
            to: &tokens[to..],
            middle: tokens[from].range.start..tokens[to - 1].range.end,
            how,
        };
        let arrow = tokens.iter().enumerate().find_map(|(place, token)| match token.sort {
            Sort::Arrow(arrow) => Some((place, arrow)),
            _ => None,
        });
        if let Some((place, arrow)) = arrow {
            return Some(parts(place, place + 1, How::Arrow(arrow)));
        }
        if tokens.is_empty() || self.known(text, tokens) == KNOWN {
            return None;
        }
        let words: Vec<String> = tokens
            .iter()
            .map(|token| match token.sort {
                Sort::Word => fold(&text[token.range.clone()]),
                _ => String::new(),
            })
            .collect();
        let ways = self.verbs_in(&words);
        let mut best: Option<(Worth, Split)> = None;
        for (range, verb) in ways.into_iter().take(MOST_WAYS) {
            let is_label = verb.is_label;
            let split = parts(range.start, range.end, How::Verb(verb));
            let known = self.known(text, split.from) + self.known(text, split.to);
            let has_capital = text[split.middle.clone()].starts_with(char::is_uppercase);
            let worth = Worth {
                is_whole: !split.from.is_empty() && !split.to.is_empty(),
                is_known: known == 2 * KNOWN,
                is_written_as_verb: !has_capital,
                is_label,
                known,
                words: range.len(),
            };
            // With a capital letter and nobody on one side it is part of a name: "Horizon Fund", "Partners for Peace".
            let is_name = !worth.is_whole && !worth.is_written_as_verb && !worth.is_label;
            if !is_name && best.as_ref().is_none_or(|(best, _)| worth > *best) {
                best = Some((worth, split));
            }
        }
        best.map(|(_, split)| split)
    }

    /// How well it is known whom a phrase means.
    fn known(&self, text: &str, tokens: &[Token]) -> u8 {
        match tokens {
            [] => 0,
            [Token { sort: Sort::Quoted(_) | Sort::Id(_), .. }] => KNOWN,
            _ => match self.meant(phrase(text, tokens)) {
                Meant::Exactly(_) => KNOWN,
                Meant::OneOf(few) if few.len() == 1 => 3,
                // Two of the very same name are as well known as one.
                Meant::OneOf(few) if self.is_name(phrase(text, tokens), &few) => KNOWN,
                Meant::OneOf(_) | Meant::Like(_) => 2,
                Meant::Nobody => 1,
            },
        }
    }

    /// Whether a phrase is the name of the first of a few.
    pub(super) fn is_name(&self, phrase: &str, few: &[usize]) -> bool {
        let folded = fold(phrase);
        few.first().is_some_and(|one| self.map.actors[*one].names().any(|name| fold(name) == folded))
    }
}

/// A name of the map, or what somebody put between quotes.
const KNOWN: u8 = 4;
