//! A table that somebody has pasted, while it is decided what becomes of its rows. Small ones are read at once, large ones
//! beside the window; until that is done, what was read before is shown.

use std::sync::Arc;

use super::building::paste::{Options, Paste, Table};
use super::building::{Named, Refusal};
use super::job::{Job, Poll, Wake};
use super::{AT_ONCE, Session};
use crate::model::{Language, Map};
use crate::words::Words;

/// Up to so many bytes of text, or so many rows, are read at once.
const SMALL_TEXT: usize = 100_000;
const FEW_ROWS: usize = 1_000;

/// Where the rows come from.
#[derive(Clone)]
enum Input {
    Text(Arc<str>),
    Table(Arc<Table>),
}

/// What came of reading.
struct Outcome {
    table: Arc<Table>,
    paste: Result<Paste, Refusal>,
}

/// A table, and what was decided of it.
pub struct Pasting {
    input: Input,
    options: Options,
    map: Arc<Map>,
    language: Language,
    read: Option<Paste>,
    /// Why it could not be read with what was decided last.
    refusal: Option<Refusal>,
    reading: Option<Job<Outcome>>,
    wake: Wake,
}

impl Session {
    /// Begins to read rows that were pasted, for the map that is open.
    pub fn paste_rows(&self, text: String) -> Option<Pasting> {
        self.pasting(Input::Text(text.into()))
    }

    /// The same with rows that something else has taken apart.
    pub fn paste_table(&self, table: Table) -> Option<Pasting> {
        self.pasting(Input::Table(Arc::new(table)))
    }

    fn pasting(&self, input: Input) -> Option<Pasting> {
        let mut pasting = Pasting {
            input,
            options: Options::default(),
            map: Arc::clone(self.document.as_ref()?.map()),
            language: self.words.language().clone(),
            read: None,
            refusal: None,
            reading: None,
            wake: Arc::clone(&self.wake),
        };
        pasting.read_again();
        Some(pasting)
    }
}

impl Pasting {
    /// What was read last; nothing before the first reading is done.
    pub fn read(&self) -> Option<&Paste> {
        self.read.as_ref()
    }

    /// Why it can't be read with what was decided last; what was read before is there for somebody to decide otherwise.
    pub fn refusal(&self) -> Option<&Refusal> {
        self.refusal.as_ref()
    }

    /// What was decided so far.
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// The map for which it is read.
    pub fn map(&self) -> &Arc<Map> {
        &self.map
    }

    /// Whether it is being read, so that what is shown is not the last word.
    pub fn is_reading(&self) -> bool {
        self.reading.is_some()
    }

    /// Takes in what was read; reads again where the map has changed meanwhile.
    pub fn poll(&mut self, map: &Arc<Map>, words: &Words) {
        if let Some(job) = self.reading.take() {
            match job.poll() {
                Poll::Working(_) => self.reading = Some(job),
                Poll::Done(outcome) => self.take(outcome),
                Poll::Lost(_) => self.refusal = Some(Refusal(words.text("paste-lost"))),
            }
        }
        if !Arc::ptr_eq(map, &self.map) {
            self.map = Arc::clone(map);
            self.read_again();
        }
    }

    /// Decides something, and reads the table again with that.
    pub fn decide(&mut self, decide: impl FnOnce(&mut Options)) {
        let before = self.options.clone();
        decide(&mut self.options);
        if self.options != before {
            self.read_again();
        }
    }

    /// One edit of all that is taken over, or why there is none; nothing while it is being read.
    pub fn to_edit(&self, words: &Words) -> Option<Result<Named, Refusal>> {
        if self.is_reading() {
            return None;
        }
        let refused = self.refusal.clone().map(Err);
        refused.or_else(|| self.read.as_ref().map(|paste| paste.to_edit(words)))
    }

    fn read_again(&mut self) {
        let is_small = match &self.input {
            Input::Text(text) => text.len() <= SMALL_TEXT,
            Input::Table(table) => table.rows.len() <= FEW_ROWS,
        };
        let is_small_map = self.map.actors.len() + self.map.ties.len() <= AT_ONCE;
        let (input, options) = (self.input.clone(), self.options.clone());
        let (map, language) = (Arc::clone(&self.map), self.language.clone());
        let work = move || {
            let table = match input {
                Input::Text(text) => Arc::new(Table::of(&text)),
                Input::Table(table) => table,
            };
            let paste = Paste::read(&table, &options, &map, &Words::of(&language));
            Outcome { table, paste }
        };
        if is_small && is_small_map {
            self.reading = None;
            let outcome = work();
            self.take(outcome);
        } else {
            // The one before is told to stop listening.
            self.reading = Some(Job::start(Arc::clone(&self.wake), move |_| work()));
        }
    }

    fn take(&mut self, outcome: Outcome) {
        self.input = Input::Table(outcome.table);
        match outcome.paste {
            Ok(paste) => (self.read, self.refusal) = (Some(paste), None),
            Err(refusal) => self.refusal = Some(refusal),
        }
    }
}
