//! What may be meant at the caret: actors, kinds and details, the likeliest first.

use std::ops::Range;

use super::lexicon::{Detail, Lexicon, Meant};
use super::read::phrase;
use super::split::before_colon;
use super::tokens::{Sort, Token, tokens};
use crate::session::building::plausible;
use crate::words::{Words, fold};

/// How many are offered.
const MOST: usize = 8;

/// How many words before the caret may be the beginning of a verb.
const MOST_WORDS: usize = 3;

/// Something that may be meant at the caret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// What it replaces, in bytes of the line.
    pub range: Range<usize>,
    /// What is to stand there.
    pub insert: String,
    /// What to show.
    pub label: String,
    /// As what.
    pub sort: CompletionSort,
}

/// As what something is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CompletionSort {
    /// An actor of the map.
    Actor,
    /// A kind of tie.
    Kind,
    /// Something about a tie or an actor.
    Detail,
}

impl Lexicon {
    /// What may be meant at the caret (in bytes; in the middle of a character counts as before it).
    pub fn complete(&self, text: &str, caret: usize, words: &Words) -> Vec<Completion> {
        let caret = (0..=caret.min(text.len())).rfind(|at| text.is_char_boundary(*at)).unwrap_or_default();
        let before = &text[..caret];
        let all = tokens(before);
        let start = all.iter().rposition(|token| token.sort == Sort::End).map_or(0, |end| end + 1);
        let (head, details) = before_colon(&all[start..]);
        if let Some(details) = details {
            return self.details_at(before, head, details, words);
        }
        // A verb that touches the caret is still being typed.
        let split = self.split(before, head).filter(|split| split.middle.end < caret);
        match split {
            Some(split) => self.actors_at(before, split.to, caret, words),
            None => self.beginning(before, head, caret, words),
        }
    }

    /// Before there is a verb: an actor that goes on, or a verb that begins.
    fn beginning(&self, text: &str, head: &[Token], caret: usize, words: &Words) -> Vec<Completion> {
        let has_space = text.ends_with(char::is_whitespace);
        let (mut kinds, mut of_somebody) = (Vec::new(), Vec::new());
        let mut is_actor_known = false;
        for typed in usize::from(!has_space)..=MOST_WORDS.min(head.len().saturating_sub(1)) {
            let (from, verb) = head.split_at(head.len() - typed);
            let known = self.actor_of(text, from);
            if from.is_empty() || (verb.is_empty() && known.is_none()) {
                continue;
            }
            is_actor_known |= known.is_some();
            let start = verb.first().map_or(caret, |token| token.range.start);
            let found = self.kinds_at(phrase(text, verb), start..caret, known);
            // What follows the name of an actor is likelier a verb than what follows something else.
            if known.is_some() { &mut kinds } else { &mut of_somebody }.extend(found);
        }
        if !is_actor_known {
            kinds = of_somebody;
        }
        kinds.truncate(MOST);
        let actors =
            if is_actor_known && has_space { Vec::new() } else { self.actors_at(text, head, caret, words) };
        let (mut first, second) = if is_actor_known { (kinds, actors) } else { (actors, kinds) };
        first.extend(second);
        first.truncate(MOST);
        first
    }

    fn actor_of(&self, text: &str, tokens: &[Token]) -> Option<usize> {
        if let [Token { sort: Sort::Id(id), .. }] = tokens {
            return self.of_id(&text[id.clone()]);
        }
        match self.meant(phrase(text, tokens)) {
            Meant::Exactly(actor) => Some(actor),
            Meant::OneOf(few) => few.first().copied(),
            Meant::Like(_) | Meant::Nobody => None,
        }
    }

    /// Kinds that begin as typed: those that are plausible for the actor first.
    fn kinds_at(&self, typed: &str, range: Range<usize>, from: Option<usize>) -> Vec<Completion> {
        let folded = fold(typed);
        let order = match from {
            Some(actor) => plausible::tie_kinds_from(&self.map, &self.map.actors[actor]),
            None => self.kinds.iter().map(|(kind, _)| kind.clone()).collect(),
        };
        let begins = |form: &str| fold(form).starts_with(&folded);
        let forms = order.iter().map(|kind| self.form(kind)).filter(|form| begins(form));
        forms.map(|form| completion(&range, form, form, CompletionSort::Kind)).collect()
    }

    fn actors_at(&self, text: &str, tokens: &[Token], caret: usize, words: &Words) -> Vec<Completion> {
        let start = tokens.first().map_or(caret, |token| token.range.start);
        let typed = match tokens {
            [Token { sort: Sort::Quoted(inner) | Sort::Id(inner), .. }] => &text[inner.clone()],
            _ => phrase(text, tokens),
        };
        let offer = |actor: usize| {
            let name = self.offered(actor, words);
            completion(&(start..caret), &self.spelled(actor), &name, CompletionSort::Actor)
        };
        self.likely(typed, MOST).into_iter().map(offer).collect()
    }

    /// How an actor is typed so that nobody else is meant: by its name if that will do, or else by its id.
    fn spelled(&self, actor: usize) -> String {
        let name = &self.names[actor];
        let is_plain = tokens(name).iter().all(|token| matches!(token.sort, Sort::Word | Sort::Comma));
        if is_plain && self.is_name_of(name, actor) {
            name.clone()
        } else {
            format!("#{}", self.map.actors[actor].id)
        }
    }

    fn details_at(&self, text: &str, head: &[Token], details: &[Token], words: &Words) -> Vec<Completion> {
        let last = details.iter().rposition(|token| matches!(token.sort, Sort::Colon | Sort::Comma));
        let typed = &details[last.map_or(0, |mark| mark + 1)..];
        let range = typed.first().map_or(text.len(), |token| token.range.start)..text.len();
        let folded = fold(phrase(text, typed));
        let forms: Vec<String> = match self.split(text, head) {
            Some(split) => {
                let has_verb = matches!(split.how, super::split::How::Verb(_));
                self.tie_details(has_verb, words)
            }
            None => self.kinds_and_levels(words),
        };
        let begins = forms.into_iter().filter(|form| fold(form).starts_with(&folded));
        begins.take(MOST).map(|form| completion(&range, &form, &form, CompletionSort::Detail)).collect()
    }

    /// One form for each thing that may be said of a tie.
    fn tie_details(&self, has_verb: bool, words: &Words) -> Vec<String> {
        let kinds = self.kinds.iter().map(|(_, form)| form.clone()).filter(|_| !has_verb);
        let mut seen: Vec<&Detail> = Vec::new();
        let mut others = Vec::new();
        for (form, detail) in &self.details {
            let is_digit = form.chars().all(|letter| letter.is_ascii_digit());
            if !is_digit && !matches!(detail, Detail::Kind(_)) && !seen.contains(&detail) {
                seen.push(detail);
                others.push(self.written(form, detail, words));
            }
        }
        kinds.chain(others).collect()
    }

    /// A detail as the catalogue writes it, rather than as it is compared.
    fn written(&self, form: &str, detail: &Detail, words: &Words) -> String {
        match detail {
            Detail::Status(status) => words.term("status", *status),
            Detail::Confidence(confidence) => words.term("confidence", *confidence),
            Detail::Medium(medium) => words.term("medium", *medium),
            Detail::Formality(formality) => words.term("formality", *formality),
            Detail::Kind(verb) => self.form(&verb.kind).to_owned(),
            Detail::Strength(_) | Detail::Mutual => form.to_owned(),
        }
    }

    fn kinds_and_levels(&self, words: &Words) -> Vec<String> {
        let own = self.map.actor_kinds.iter().map(|kind| kind.id.clone());
        let built_in = crate::model::built_in_actor_kinds().map(|(id, _)| id.into());
        let kinds = own.chain(built_in).map(|kind| words.actor_kind(&self.map, &kind));
        let levels = self.map.ladder().rungs().map(|(id, ..)| id.into());
        let levels = levels.map(|level| super::super::level_name(&self.map, &level, words));
        levels.chain(kinds).collect()
    }
}

fn completion(range: &Range<usize>, insert: &str, label: &str, sort: CompletionSort) -> Completion {
    Completion { range: range.clone(), insert: insert.to_owned(), label: label.to_owned(), sort }
}
