//! How long a tie has held, as it is said: "since 2023", "until March 2012", "from 2010 to 2012", "2010–2012".

use super::lexicon::Lexicon;
use super::read::{Reader, phrase};
use super::tokens::{Sort, Token};
use super::{Reading, Statement};
use crate::model::Date;
use crate::session::building::dates::{CellDate, DateReader};
use crate::session::building::wording;
use crate::words::{Words, args, fold};

/// The longest date, in words: "12 March 2012", "3 of May 2012".
const LONGEST: usize = 4;

/// The words for it, in the languages of the catalogue.
pub struct TimeWords {
    since: Vec<String>,
    /// The same, and yet often part of a name: "Women from Camp 2".
    from: Vec<String>,
    until: Vec<String>,
    to: Vec<String>,
    dates: DateReader,
}

/// From when until when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    pub since: Option<Date>,
    pub until: Option<Date>,
}

/// What is said of the time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// This.
    Span(Span),
    /// This may be one day or another one.
    Either(String, Date, Date),
    /// This stands where a date should, and is none.
    NoDate(String),
}

impl TimeWords {
    pub fn new(words: &Words) -> Self {
        let list = |message: &str| wording::phrases(words, message).collect();
        Self {
            since: list("quick-since"),
            from: list("quick-from"),
            until: list("quick-until"),
            to: list("quick-to"),
            dates: DateReader::new(words),
        }
    }

    /// What a phrase says that is nothing but a time.
    pub fn read(&self, text: &str) -> Option<Said> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let (first, rest) = words.split_first()?;
        let is = |list: &[String], word: &str| list.contains(&fold(word));
        if (is(&self.since, first) || is(&self.from, first)) && !rest.is_empty() {
            let middle =
                rest.iter().position(|word| is(&self.to, word) || is(&self.until, word) || is_dash(word));
            return Some(match middle {
                Some(middle) => self.both(&rest[..middle].join(" "), &rest[middle + 1..].join(" ")),
                None => self.both(&rest.join(" "), ""),
            });
        }
        if is(&self.until, first) && !rest.is_empty() {
            return Some(self.both("", &rest.join(" ")));
        }
        // Two years with a dash between them.
        let (since, until) = text.split_once(['–', '—', '-'])?;
        let is_year = |year: &str| {
            year.trim().chars().count() == 4 && matches!(self.dates.read(year.trim()), CellDate::Plain(_))
        };
        (is_year(since) && is_year(until)).then(|| self.both(since.trim(), until.trim()))
    }

    fn both(&self, since: &str, until: &str) -> Said {
        let mut span = Span { since: None, until: None };
        for (text, date) in [(since, &mut span.since), (until, &mut span.until)] {
            if text.is_empty() {
                continue;
            }
            match self.dates.read(text) {
                CellDate::Plain(read) | CellDate::WithTime(read) => *date = Some(read),
                CellDate::Either(one, other) => return Said::Either(text.to_owned(), one, other),
                CellDate::ShortYear(_) | CellDate::Serial(_) | CellDate::None => {
                    return Said::NoDate(text.to_owned());
                }
            }
        }
        Said::Span(span)
    }

    /// Whether a word may begin a time.
    fn begins(&self, word: &str) -> bool {
        let folded = fold(word);
        self.since.contains(&folded) || self.from.contains(&folded) || self.until.contains(&folded)
    }

    /// Whether a word that may begin a time is often part of a name.
    fn may_name(&self, word: &str) -> bool {
        self.from.contains(&fold(word))
    }

    /// Whether what should be a date may rather be the rest of a name.
    fn may_be_name(&self, first: &str, said: &Said) -> bool {
        let is_no_date = matches!(said, Said::NoDate(typed) if !typed.starts_with(char::is_numeric));
        is_no_date && self.may_name(first)
    }
}

fn is_dash(word: &str) -> bool {
    matches!(word, "-" | "–" | "—")
}

impl Lexicon {
    /// A statement without the time at its end, and what that says. Words without a digit after them are part of a name
    /// ("Friends since school"), but for those after a name of the map; and so is all of a name that the map knows.
    pub(super) fn without_time<'t>(
        &self,
        text: &str,
        tokens: &'t [Token],
    ) -> (&'t [Token], Option<(&'t [Token], Said)>) {
        let earliest = tokens.len().saturating_sub(2 * LONGEST + 2).max(1);
        for start in earliest..tokens.len() {
            let (head, rest) = tokens.split_at(start);
            let words_only = rest.iter().all(|token| matches!(token.sort, Sort::Word | Sort::Comma));
            let first = &text[rest[0].range.clone()];
            if !words_only || !self.time.begins(first) {
                continue;
            }
            let typed = phrase(text, rest);
            let may_be_time = typed.chars().any(char::is_numeric)
                || (!self.time.may_name(first) && self.ends_in_name(text, head, start));
            if !may_be_time || self.ends_in_name(text, tokens, start) {
                continue;
            }
            if let Some(said) = self.time.read(typed).filter(|said| !self.time.may_be_name(first, said)) {
                return (head, Some((rest, said)));
            }
        }
        (tokens, None)
    }

    /// Whether the words around a place are one name of the map.
    fn ends_in_name(&self, text: &str, tokens: &[Token], start: usize) -> bool {
        (0..start).any(|from| self.is_called(phrase(text, &tokens[from..])))
    }
}

/// What a statement says, and the time that it says.
pub fn with_time(text: String, since: Option<Date>, until: Option<Date>, words: &Words) -> String {
    let dates = |date: Option<Date>| date.map_or_else(String::new, |date| date.to_string());
    let what = args([
        ("text", text.as_str().into()),
        ("since", dates(since).into()),
        ("until", dates(until).into()),
    ]);
    match (since, until) {
        (None, None) => text,
        (Some(_), None) => words.say("quick-text-since", &what),
        (None, Some(_)) => words.say("quick-text-until", &what),
        (Some(_), Some(_)) => words.say("quick-text-both", &what),
    }
}

impl Reader<'_> {
    /// Puts a time where it belongs: into the tie, or into the actor that is new.
    pub(super) fn put_time(&mut self, said: &Said, statement: &mut Statement) {
        let span = match said {
            Said::Span(span) => *span,
            Said::NoDate(typed) => {
                statement.problem.get_or_insert(self.say("quick-no-date", "typed", typed));
                return;
            }
            Said::Either(typed, one, other) => {
                let what = args([
                    ("typed", typed.as_str().into()),
                    ("one", one.to_string().into()),
                    ("other", other.to_string().into()),
                ]);
                statement.problem.get_or_insert(self.words.say("refused-two-dates", &what));
                return;
            }
        };
        let (since, until) = match &mut statement.reading {
            Reading::Tie(tie) => (&mut tie.details.since, &mut tie.details.until),
            Reading::NewActor(new) => {
                let new = &mut self.parsed.creates[*new];
                (&mut new.since, &mut new.until)
            }
            Reading::There(_) => {
                statement.problem.get_or_insert(self.words.text("quick-already-there"));
                return;
            }
            Reading::Unclear => return,
        };
        *since = span.since.or(*since);
        *until = span.until.or(*until);
    }

    /// Refuses what would end before it begins.
    pub(super) fn check_time(&self, statement: &mut Statement) {
        let (since, until) = match &statement.reading {
            Reading::Tie(tie) => (tie.details.since, tie.details.until),
            Reading::NewActor(new) => (self.parsed.creates[*new].since, self.parsed.creates[*new].until),
            Reading::There(_) | Reading::Unclear => return,
        };
        if let Some((since, until)) = since.zip(until).filter(|(since, until)| !since.may_precede(*until)) {
            let what = args([("since", since.to_string().into()), ("until", until.to_string().into())]);
            statement.problem.get_or_insert(self.words.say("refused-ends-before", &what));
        }
    }
}
