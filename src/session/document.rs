//! One map that is open: where it came from, what it says, and what it would say if something were otherwise.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use super::building::{Deed, Named};
use super::files;
use super::keeping::{Fingerprint, Keeper};
use super::tally::{Figures, Tally};
use crate::analysis::{Analysis, Evidence, Scenario, analyze};
use crate::format::jisr::{Unreadable, read};
use crate::model::{Date, EditError, History, Map, Problem, Refused};
use crate::words::{Words, unreadable_text};

/// Where a map came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A file.
    File(PathBuf),
    /// A sample map, by its name.
    Sample(&'static str),
    /// A template, by its name.
    Template(&'static str),
}

/// A map that is open, and what it says.
#[derive(Debug)]
pub struct Document {
    /// Where it came from.
    pub source: Source,
    /// What is shown: what the map says as it is or, while something is supposed, what it would say.
    pub analysis: Arc<Analysis>,
    /// What panels count of it.
    pub tally: Arc<Tally>,
    /// The figures of the map as it is, while something is supposed of it.
    pub base: Option<Figures>,
    /// What is supposed.
    pub supposed: Supposed,
    /// What is wrong with the file without changing its meaning.
    pub remarks: Vec<Problem>,
    /// Another number for every opening.
    pub opened: u64,
    /// Another number for every other state of what is shown.
    pub revision: u64,
    /// The dates at which somebody or some tie comes or goes, in order.
    pub moments: Vec<Date>,
    /// What the last change moved, for somebody to see.
    pub moved: Option<Moved>,
    map: Arc<Map>,
    history: History<Deed>,
    /// The step of the history at which the map is as it lies in its file; `None` where no step leads there any more.
    saved: Option<usize>,
}

/// The figures as they were before a change, and when that was.
#[derive(Debug, Clone, Copy)]
pub struct Moved {
    /// The figures before.
    pub before: Figures,
    /// When they changed.
    pub at: Instant,
}

/// What a map says, and what panels count of it.
#[derive(Debug, Clone)]
pub struct Answers {
    /// What it says; it holds the map.
    pub analysis: Arc<Analysis>,
    /// What is counted.
    pub tally: Arc<Tally>,
    /// The figures of the map as it is, where something is supposed of it.
    pub base: Option<Figures>,
}

/// What is supposed of a map, and changes nothing in it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Supposed {
    /// A date, actors that are gone, ties that are there.
    pub scenario: Scenario,
    /// Which ties count.
    pub evidence: Evidence,
}

/// Why a file was not opened, and everything that is known about it.
#[derive(Debug)]
pub struct NotOpened {
    /// The file.
    pub path: PathBuf,
    /// Why, in a sentence.
    pub why: String,
    /// Everything that is wrong in it, where it could be read at all.
    pub problems: Vec<Problem>,
}

impl Supposed {
    /// Whether more is supposed than that one looks at a date.
    pub fn is_more_than_a_date(&self) -> bool {
        self.evidence != Evidence::All || !self.scenario.without.is_empty() || !self.scenario.with.is_empty()
    }
}

impl Answers {
    /// Works out what a map says, and would say.
    pub fn of(map: &Arc<Map>, supposed: &Supposed) -> Self {
        let scenario = &supposed.scenario;
        let base = supposed.is_more_than_a_date().then(|| {
            let at = Scenario { at: scenario.at, ..Scenario::default() };
            Tally::of(&analyze(Arc::new(at.apply(map)), Evidence::All)).figures
        });
        let map = if scenario.is_empty() { Arc::clone(map) } else { Arc::new(scenario.apply(map)) };
        let analysis = Arc::new(analyze(map, supposed.evidence));
        let tally = Arc::new(Tally::of(&analysis));
        Self { analysis, tally, base }
    }
}

impl Document {
    /// A map and what it says.
    pub fn new(source: Source, map: Map, remarks: Vec<Problem>, revision: u64) -> Self {
        let map = Arc::new(map);
        let supposed = Supposed::default();
        let Answers { analysis, tally, base } = Answers::of(&map, &supposed);
        let moments = moments(&map);
        Self {
            source,
            analysis,
            tally,
            base,
            supposed,
            remarks,
            opened: revision,
            revision,
            moments,
            moved: None,
            map,
            history: History::default(),
            saved: Some(0),
        }
    }

    /// Reads a file and works out what it says. A file with problems that matter is not opened: something would be missing
    /// from what is shown.
    pub fn open(
        path: &Path,
        keeper: &Keeper,
        words: &Words,
        revision: u64,
    ) -> Result<(Self, Fingerprint), Box<NotOpened>> {
        let failed = |why, problems| Box::new(NotOpened { path: path.to_owned(), why, problems });
        let (bytes, print) = keeper
            .read(path)
            .map_err(|error| failed(files::why_not_read(path, &error, words), Vec::new()))?;
        let reading =
            read(&bytes).map_err(|unreadable| failed(why_unreadable(&unreadable, words), Vec::new()))?;
        let remarks = reading.problems.clone();
        match reading.sound() {
            Ok(map) => Ok((Self::new(Source::File(path.to_owned()), map, remarks, revision), print)),
            Err(problems) => Err(failed(words.text("not-opened-problems"), problems)),
        }
    }

    /// The map itself, whatever is supposed.
    pub fn map(&self) -> &Arc<Map> {
        &self.map
    }

    /// What was done to it.
    pub fn history(&self) -> &History<Deed> {
        &self.history
    }

    /// Whether it differs from what lies in its file.
    pub fn is_changed(&self) -> bool {
        self.saved != Some(self.history.position())
    }

    /// It lies in a file now, as it was at a step of its history.
    pub(super) fn is_saved(&mut self, source: Source, step: usize) {
        self.source = source;
        self.saved = Some(step);
    }

    /// It was recovered from a draft: no file holds it as it is.
    pub(super) fn is_recovered(&mut self) {
        self.saved = None;
    }

    /// Does something to the map; as a part of what was done last, where it `goes_on`.
    pub(super) fn edit(&mut self, named: Named, goes_on: bool) -> Result<(), Refused> {
        let position = self.history.position();
        // A step that lies in the file already is not changed any more.
        let joins = goes_on && position > 0 && self.saved != Some(position);
        let map = Arc::make_mut(&mut self.map);
        if joins {
            self.history.extend(map, named.edit)?;
        } else {
            self.history.run(map, named.deed, named.edit)?;
            self.saved = self.saved.filter(|saved| *saved <= position);
        }
        self.moments = moments(&self.map);
        Ok(())
    }

    /// Goes back or on to a step of the history, by the number of steps that are done then.
    pub(super) fn go_to(&mut self, step: usize) -> Result<(), EditError> {
        let map = Arc::make_mut(&mut self.map);
        while self.history.position() > step && self.history.undo(map)?.is_some() {}
        while self.history.position() < step && self.history.redo(map)?.is_some() {}
        self.moments = moments(&self.map);
        Ok(())
    }

    /// Shows what the map would say if something were otherwise.
    pub fn show(&mut self, answers: Answers, supposed: Supposed, revision: u64) {
        let before = self.tally.figures;
        if before != answers.tally.figures {
            self.moved = Some(Moved { before, at: Instant::now() });
        }
        self.analysis = answers.analysis;
        self.tally = answers.tally;
        self.base = answers.base;
        self.supposed = supposed;
        self.revision = revision;
    }

    /// What it is called.
    pub fn title<'a>(&'a self, words: &Words) -> &'a str {
        words.read(&self.map.title)
    }
}

/// When somebody or some tie comes or goes. What ends with a date is there until then, and gone at the next.
fn moments(map: &Map) -> Vec<Date> {
    let actors = map.actors.iter().flat_map(|actor| [actor.since, actor.until]);
    let ties = map.ties.iter().flat_map(|tie| [tie.since, tie.until]);
    let mut moments: Vec<Date> = actors.chain(ties).flatten().collect();
    moments.sort_unstable();
    moments.dedup();
    moments
}

fn why_unreadable(unreadable: &Unreadable, words: &Words) -> String {
    let why = unreadable_text(words, unreadable);
    match unreadable {
        Unreadable::NotJson { excerpt, .. } => format!("{why}\n{excerpt}⟵"),
        _ => why,
    }
}
