//! The cells of a row, put into an actor or a tie: what is empty is filled, lists gather, what differs is asked, and what
//! can't be read is kept as a field.

use std::collections::BTreeSet;

use super::element::{Element, List};
use super::sources::Cited;
use super::work::Work;
use super::{Conflict, Pick, ProblemSort, Use};
use crate::model::Date;
use crate::model::terms::Function;
use crate::session::building::Refusal;
use crate::session::building::dates::{CellDate, DateOrder};
use crate::session::building::fields::{ActorField, TieField, plain_number};
use crate::words::{args, fold};

/// What stands between two texts that a field holds together.
const BETWEEN: &str = "; ";

/// Whether a cell says nothing.
pub fn is_absent(cell: &str) -> bool {
    let bare = cell.trim();
    bare.is_empty()
        || bare.chars().all(|letter| matches!(letter, '-' | '–' | '—'))
        || ["\"\"", "na", "n/a", "#n/a", "n.a.", "n.a"].iter().any(|word| bare.eq_ignore_ascii_case(word))
}

/// What an element is filled with.
pub struct Filling<'f> {
    /// The row.
    pub row: usize,
    /// Its cells.
    pub cells: &'f [String],
    /// The columns that say whom it is about.
    pub keys: &'f [usize],
    /// Whether the element is on the map, and not new.
    pub is_on_map: bool,
}

/// An element, the columns that earlier rows have filled in it, and how many values differ.
pub struct Filled<E> {
    pub element: E,
    pub said: BTreeSet<usize>,
    pub differing: usize,
}

impl<E: Element> Filled<E> {
    /// One that nothing has been put into.
    pub fn new(element: E) -> Self {
        Self { element, said: BTreeSet::new(), differing: 0 }
    }
}

impl Work<'_, '_> {
    /// Counts the values of a row that differ from what an element says, and changes nothing.
    pub fn differing<E: Element>(&mut self, element: &E, said: &BTreeSet<usize>, filling: &Filling) -> usize {
        let (problems, conflicts) = (self.paste.problems.len(), self.paste.conflicts.len());
        let mut filled = Filled { element: element.clone(), said: said.clone(), differing: 0 };
        self.fill(&mut filled, filling);
        self.paste.problems.truncate(problems);
        self.paste.conflicts.truncate(conflicts);
        filled.differing
    }

    /// Puts the cells of a row into an element.
    pub fn fill<E: Element>(&mut self, filled: &mut Filled<E>, filling: &Filling) {
        let columns = self.columns.clone();
        for (at, (cell, column)) in filling.cells.iter().zip(columns.iter()).enumerate() {
            if column.used == Use::LeftOut || filling.keys.contains(&at) || is_absent(cell) {
                continue;
            }
            if filled.element.list(&column.used).is_some() {
                self.gather(filled, filling, at, cell);
            } else if filled.element.dates(&column.used).is_some() {
                self.put_date(filled, filling, at, cell);
            } else {
                self.put(filled, filling, at, cell);
            }
        }
    }

    fn put<E: Element>(&mut self, filled: &mut Filled<E>, filling: &Filling, at: usize, cell: &str) {
        let columns = self.columns.clone();
        let used = &columns[at].used;
        let typed = if is_number(used) { whole(cell) } else { cell.to_owned() };
        let key = (at, cell.to_owned());
        if let Some(why) = self.refused.get(&key).cloned() {
            return self.keep(filled, filling, at, cell, why);
        }
        let mut changed = filled.element.clone();
        match changed.put(used, &typed, self.reader) {
            Ok(()) => self.settle(filled, changed, filling, at, used, cell),
            Err(Refusal(why)) => {
                if self.put_guessed_kind(filled, filling, at, cell) {
                    return;
                }
                self.refused.insert(key, why.clone());
                self.keep(filled, filling, at, cell, why);
            }
        }
    }

    /// "Police station" is no name of a kind, and yet says which one it is. What it says beyond that is kept.
    fn put_guessed_kind<E: Element>(
        &mut self,
        filled: &mut Filled<E>,
        filling: &Filling,
        at: usize,
        cell: &str,
    ) -> bool {
        let columns = self.columns.clone();
        let guess = self.guesser.guess(cell);
        if columns[at].used != Use::Actor(ActorField::Kind) || !guess.is_kind_named {
            return false;
        }
        let words = self.reader.words;
        let kind = words.actor_kind(self.reader.map, &guess.kind);
        let mut changed = filled.element.clone();
        if changed.put(&columns[at].used, &kind, self.reader).is_err() {
            return false;
        }
        self.settle(filled, changed, filling, at, &columns[at].used, cell);
        let why = words.say("paste-kind-read", &args([("typed", cell.into()), ("kind", kind.into())]));
        self.keep_as(filled, filling, at, cell, why, ProblemSort::Remark);
        true
    }

    /// Takes a change over where the field is empty, and asks where it says something else.
    fn settle<E: Element>(
        &mut self,
        filled: &mut Filled<E>,
        changed: E,
        filling: &Filling,
        at: usize,
        used: &Use,
        cell: &str,
    ) {
        let is_own = matches!(used, Use::Actor(ActorField::Own(_)) | Use::Tie(TieField::Own(_)));
        let is_notes = matches!(used, Use::Actor(ActorField::Notes) | Use::Tie(TieField::Notes));
        let was_said = filled.said.contains(&at);
        filled.said.insert(at);
        if changed == filled.element {
            return;
        }
        let there = filled.element.told(used, self.reader.map, self.reader.words);
        let is_filled = if filling.is_on_map || is_own { !there.is_empty() } else { was_said };
        if !is_filled {
            filled.element = changed;
            return;
        }
        let may_be_both = is_own || is_notes;
        let between = if is_notes { "\n" } else { BETWEEN };
        if may_be_both && there.split(between).any(|part| part == cell) {
            return;
        }
        filled.differing += 1;
        let usual = if may_be_both && !filling.is_on_map { Pick::Both } else { Pick::Keep };
        let said = self.options.cells.get(&(filling.row, at)).or(self.options.all_cells.as_ref());
        let pick = said.copied().filter(|pick| *pick != Pick::Both || may_be_both).unwrap_or(usual);
        match pick {
            Pick::Keep => {}
            Pick::Take => filled.element = changed,
            Pick::Both => {
                // Two texts that are each short enough may be too long together; the one that is there stays.
                let both = format!("{there}{between}{cell}");
                let _ = filled.element.put(used, &both, self.reader);
            }
        }
        let here = cell.to_owned();
        self.paste.conflicts.push(Conflict { row: filling.row, column: at, there, here, pick, may_be_both });
    }

    /// Keeps a cell that can't be read as a field of the authors' own, and says why.
    fn keep<E: Element>(
        &mut self,
        filled: &mut Filled<E>,
        filling: &Filling,
        at: usize,
        cell: &str,
        why: String,
    ) {
        self.keep_as(filled, filling, at, cell, why, ProblemSort::Kept);
    }

    fn keep_as<E: Element>(
        &mut self,
        filled: &mut Filled<E>,
        filling: &Filling,
        at: usize,
        cell: &str,
        why: String,
        sort: ProblemSort,
    ) {
        let label = self.labels[at].clone();
        let used = E::own(&label);
        let mut changed = filled.element.clone();
        if let Err(Refusal(why)) = changed.put(&used, cell, self.reader) {
            return self.problem(filling.row, Some(at), ProblemSort::LeftOut, why);
        }
        self.settle(filled, changed, filling, at, &used, cell);
        let what = args([("why", why.into()), ("field", label.into())]);
        let text = self.reader.words.say("paste-kept", &what);
        self.problem(filling.row, Some(at), sort, text);
    }

    /// Adds what a cell says to a list; the parts that can't be read are kept as a field that gathers them.
    fn gather<E: Element>(&mut self, filled: &mut Filled<E>, filling: &Filling, at: usize, cell: &str) {
        let columns = self.columns.clone();
        let used = &columns[at].used;
        filled.said.insert(at);
        let (mut unread, mut why) = (Vec::new(), None);
        match filled.element.list(used) {
            Some(List::Texts(list)) => match self.reader.list(cell) {
                Ok(parts) => add_texts(list, parts),
                Err(Refusal(refusal)) => (unread, why) = (vec![cell.to_owned()], Some(refusal)),
            },
            Some(List::Functions(list)) => {
                for part in self.reader.list(cell).unwrap_or_default() {
                    match self.reader.term::<Function>("function", &part) {
                        Ok(function) => list.extend(function.filter(|function| !list.contains(function))),
                        Err(Refusal(refusal)) => {
                            unread.push(part);
                            why.get_or_insert(refusal);
                        }
                    }
                }
            }
            Some(List::Sources(list)) => {
                for cited in self.sources.cited(cell, self.reader) {
                    match cited {
                        Cited::Source(source) if list.contains(&source) => {}
                        Cited::Source(source) => list.push(source),
                        Cited::Unknown(citation) => {
                            let refusal = self.reader.refuse("paste-unknown-source", &citation);
                            why.get_or_insert(refusal.0);
                            unread.push(citation);
                        }
                    }
                }
            }
            None => {}
        }
        if let Some(why) = why {
            self.keep_parts(filled, filling, at, &unread, why);
        }
    }

    fn keep_parts<E: Element>(
        &mut self,
        filled: &mut Filled<E>,
        filling: &Filling,
        at: usize,
        parts: &[String],
        why: String,
    ) {
        let label = self.labels[at].clone();
        let used = E::own(&label);
        let there = filled.element.told(&used, self.reader.map, self.reader.words);
        let mut all: Vec<&str> = there.split(BETWEEN).filter(|part| !part.is_empty()).collect();
        let known = all.len();
        for part in parts {
            if !all.iter().any(|known| fold(known) == fold(part)) {
                all.push(part);
            }
        }
        let is_new = all.len() > known;
        if is_new && let Err(Refusal(why)) = filled.element.put(&used, &all.join(BETWEEN), self.reader) {
            return self.problem(filling.row, Some(at), ProblemSort::LeftOut, why);
        }
        let what = args([("why", why.into()), ("field", label.into())]);
        let text = self.reader.words.say("paste-kept", &what);
        self.problem(filling.row, Some(at), ProblemSort::Kept, text);
    }

    fn put_date<E: Element>(&mut self, filled: &mut Filled<E>, filling: &Filling, at: usize, cell: &str) {
        let columns = self.columns.clone();
        let used = &columns[at].used;
        let (date, remark) = match self.date(at, cell) {
            Ok(read) => read,
            Err(why) => return self.keep(filled, filling, at, cell, why),
        };
        let mut changed = filled.element.clone();
        let Some((since, until, is_since)) = changed.dates(used) else { return };
        *(if is_since { &mut *since } else { &mut *until }) = Some(date);
        if let (Some(since), Some(until)) = (*since, *until)
            && !since.may_precede(until)
        {
            let what = args([("since", since.to_string().into()), ("until", until.to_string().into())]);
            let why = self.reader.words.say("paste-ends-before", &what);
            return self.keep(filled, filling, at, cell, why);
        }
        self.settle(filled, changed, filling, at, used, cell);
        if let Some(remark) = remark {
            self.problem(filling.row, Some(at), ProblemSort::Remark, remark);
        }
    }

    /// The date of a cell and what has to be said of it, or why it stays a text.
    fn date(&self, at: usize, cell: &str) -> Result<(Date, Option<String>), String> {
        let words = self.reader.words;
        let column = self.columns[at].dates.unwrap_or_default();
        let say = |id: &str, date: Date| {
            words.say(id, &args([("typed", cell.into()), ("date", date.to_string().into())]))
        };
        match self.dates.read(cell) {
            CellDate::Plain(date) => Ok((date, None)),
            CellDate::ShortYear(date) => Ok((date, Some(say("paste-short-year", date)))),
            CellDate::WithTime(date) => Ok((date, Some(say("paste-time-left-out", date)))),
            CellDate::Either(one, other) => match column.order {
                Some(DateOrder::DayFirst) => Ok((one, Some(say("paste-date-ordered", one)))),
                Some(DateOrder::MonthFirst) => Ok((other, Some(say("paste-date-ordered", other)))),
                None => {
                    let what = args([
                        ("typed", cell.into()),
                        ("one", one.to_string().into()),
                        ("other", other.to_string().into()),
                    ]);
                    Err(words.say("paste-date-either", &what))
                }
            },
            CellDate::Serial(date) if column.takes_serials => {
                Ok((date, Some(say("paste-date-serial", date))))
            }
            CellDate::Serial(date) => Err(say("paste-date-number", date)),
            CellDate::None => {
                // A year of another calendar looks like one that can be read.
                let refusal = self.reader.date(cell).err();
                Err(refusal.unwrap_or_else(|| self.reader.refuse("refused-not-a-date", cell)).0)
            }
        }
    }
}

fn add_texts(list: &mut Vec<String>, parts: Vec<String>) {
    for part in parts {
        let folded = fold(&part);
        let is_there =
            list.iter().any(|known| *known == part || (!folded.is_empty() && fold(known) == folded));
        if !is_there {
            list.push(part);
        }
    }
}

fn is_number(used: &Use) -> bool {
    matches!(
        used,
        Use::Actor(ActorField::Influence | ActorField::Interest | ActorField::Legitimacy)
            | Use::Tie(TieField::Strength)
    )
}

/// A whole number as programs write it that know only decimals: "3.0".
fn whole(cell: &str) -> String {
    let plain = plain_number(cell);
    match plain.split_once(['.', ',']) {
        Some((whole, rest)) if !rest.is_empty() && rest.bytes().all(|byte| byte == b'0') => whole.to_owned(),
        _ => cell.to_owned(),
    }
}
