//! One map that is open: where it came from, what it says, and what it would say if something were otherwise.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use super::building::{Deed, Named};
use super::files;
use super::job::drop_beside;
use super::keeping::{Fingerprint, Keeper};
use super::tally::{Figures, Tally};
use crate::analysis::{Analysis, Evidence, Scenario, analyze};
use crate::format::jisr::{Unreadable, read};
use crate::model::{Date, EditError, History, Map, Problem, Refused};
use crate::words::{Words, unreadable_text};

/// The answers of so many actors are not given up while the window waits.
const LARGE: usize = 2_000;

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
    /// How often the map was changed since it was opened, forwards or backwards: what is shown follows a little later.
    pub edition: u64,
    /// The dates at which somebody or some tie comes or goes, in order.
    pub moments: Vec<Date>,
    /// What the last change moved, for somebody to see.
    pub moved: Option<Moved>,
    map: Arc<Map>,
    history: History<Deed>,
    /// A number for the map after each step of the history, and before the first one. A step can come to lead to another map; a
    /// number never comes back.
    states: Vec<u64>,
    /// The greatest of these numbers so far.
    newest: u64,
    /// The number of the map whose answers are shown.
    shown: u64,
    /// The state that lies in its file; `None` where none of this document does.
    saved: Option<State>,
}

/// One state of a map, told from all others that it has had since it was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct State(u64);

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
        self.evidence != Evidence::All || self.scenario.is_more_than_a_date()
    }
}

impl Answers {
    /// How many bytes working them out takes at least.
    pub fn least(map: &Map) -> usize {
        300 * (map.actors.len() + map.ties.len())
    }

    /// Works out what a map says, and would say.
    pub fn of(map: &Arc<Map>, supposed: &Supposed) -> Self {
        #[cfg(test)]
        super::breakdowns::tests::break_on_purpose(map, "answers");
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
            edition: 0,
            moments,
            moved: None,
            map,
            history: History::default(),
            states: vec![0],
            newest: 0,
            shown: 0,
            saved: Some(State::default()),
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
        self.saved != Some(self.present_state())
    }

    /// The state that it is in.
    pub(super) fn present_state(&self) -> State {
        State(self.states.get(self.history.position()).copied().unwrap_or(self.newest))
    }

    /// It lies in a file now, as it was in a state.
    pub(super) fn is_saved(&mut self, source: Source, state: State) {
        self.source = source;
        self.saved = Some(state);
    }

    /// It was recovered from a draft: no file holds it as it is.
    pub(super) fn is_recovered(&mut self) {
        self.saved = None;
    }

    /// Does something to the map; as a part of what was done last, where it `goes_on`.
    pub(super) fn edit(&mut self, named: Named, goes_on: bool) -> Result<(), Refused> {
        let position = self.history.position();
        // A step that lies in the file already is not changed any more.
        let joins = goes_on && position > 0 && self.is_changed();
        // The map changes as a whole or, should something break down on the way, not at all.
        let mut map = Arc::clone(&self.map);
        if joins {
            self.history.extend(Arc::make_mut(&mut map), named.edit)?;
            self.map = map;
            self.states.truncate(position);
        } else {
            self.history.run(Arc::make_mut(&mut map), named.deed, named.edit)?;
            self.map = map;
            self.states.truncate(position + 1);
        }
        self.newest += 1;
        self.states.push(self.newest);
        self.edition += 1;
        self.moments = moments(&self.map);
        Ok(())
    }

    /// A number for the map whose answers are shown: whenever it is again as it was, by taking back or doing again, that is its
    /// number.
    pub fn state(&self) -> u64 {
        self.shown
    }

    /// Goes back or on to a step of the history, by the number of steps that are done then.
    pub(super) fn go_to(&mut self, step: usize) -> Result<(), EditError> {
        let map = Arc::make_mut(&mut self.map);
        self.edition += 1;
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
        let old = std::mem::replace(&mut self.analysis, answers.analysis);
        if old.network.actors.len() > LARGE {
            drop_beside(old);
        }
        self.tally = answers.tally;
        self.base = answers.base;
        self.supposed = supposed;
        self.shown = self.states.get(self.history.position()).copied().unwrap_or(self.newest);
        self.revision = revision;
    }

    /// What it is called.
    pub fn title<'a>(&'a self, words: &Words) -> &'a str {
        words.read(&self.map.title)
    }
}

/// When somebody or some tie comes or goes, in the order of dates. What ends with a date is there until then, and gone at the next
/// moment: that begins on the day after, and is as vague as it may be without anything else coming or going within it.
fn moments(map: &Map) -> Vec<Date> {
    let since =
        || map.actors.iter().map(|actor| actor.since).chain(map.ties.iter().map(|tie| tie.since)).flatten();
    let until =
        || map.actors.iter().map(|actor| actor.until).chain(map.ties.iter().map(|tie| tie.until)).flatten();
    let (beginnings, ends) = (Date::beginnings(since()), Date::ends(until()));
    let after = |end: &Date| end.after().find(|date| date.is_steady(&beginnings, &ends));
    let mut moments: Vec<Date> = since().chain(until()).chain(ends.iter().filter_map(after)).collect();
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Actor, Text};

    fn map(spans: &[(&str, &str)]) -> Map {
        let actor = |(number, (since, until)): (usize, &(&str, &str))| {
            let mut actor = Actor::new(
                format!("a{number}").as_str().into(),
                Text::from("Somebody"),
                "youth-group".into(),
                "community".into(),
            );
            (actor.since, actor.until) = (since.parse().ok(), until.parse().ok());
            actor
        };
        Map { actors: spans.iter().enumerate().map(actor).collect(), ..Map::default() }
    }

    fn stops(spans: &[(&str, &str)]) -> String {
        moments(&map(spans)).iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_ends_has_a_stop_without_it() {
        assert_eq!(stops(&[("2010", "2012")]), "2010 2012 2013");
        assert_eq!(stops(&[("", "2012-06")]), "2012-06 2012-07");
        assert_eq!(stops(&[("", "2012-06-30")]), "2012-06-30 2012-07-01");
        assert_eq!(stops(&[("2010", "")]), "2010");
        assert_eq!(stops(&[("", "9999")]), "9999");
        // Where something else begins within the year after, the stop is before that.
        let gap = [("2010", "2010"), ("2010-06", "2010-08"), ("2010-06-15", "2010-06-15"), ("2011-02", "")];
        assert_eq!(stops(&gap), "2010 2010-06 2010-06-15 2010-06-16 2010-08 2010-09 2011-01 2011-02");
    }

    /// On the day after something ended, those who are there are those whom some stop shows.
    #[test]
    fn every_state_after_an_end_is_shown_by_a_stop() {
        let mut seed = 7_u32;
        let mut chance = |below: u32| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 8) % below
        };
        let mut any = || {
            let (year, month, day) = (2008 + chance(4), 1 + chance(12), 1 + chance(28));
            match chance(4) {
                0 => String::new(),
                1 => format!("{year}"),
                2 => format!("{year}-{month:02}"),
                _ => format!("{year}-{month:02}-{day:02}"),
            }
        };
        for _ in 0..300 {
            let spans: Vec<(String, String)> = (0..4).map(|_| (any(), any())).collect();
            let spans: Vec<(&str, &str)> = spans.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
            let map = map(&spans);
            let there = |at: Date| -> Vec<bool> {
                map.actors.iter().map(|actor| at.is_within(actor.since, actor.until)).collect()
            };
            let stops = moments(&map);
            for end in map.actors.iter().filter_map(|actor| actor.until) {
                let day = end.after().last().unwrap();
                assert!(stops.iter().any(|stop| there(*stop) == there(day)), "{spans:?}: {day} of {stops:?}");
            }
            assert!(stops.is_sorted(), "{stops:?}");
        }
    }
}
