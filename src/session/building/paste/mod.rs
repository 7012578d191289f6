//! Rows of a table, as actors or as ties: what they mean is shown first, then one edit takes them over.
//!
//! A [`Table`] comes from the clipboard or from a file. [`Paste::read`] judges what the table is, whether it has a heading and
//! what its columns mean; whoever knows better says so in [`Options`] and reads it again. The options also hold what somebody
//! decided: which rows are about the same actor or tie, which of two values counts, in which order a column writes dates.
//!
//! - Nothing is lost silently. A column that is not understood becomes a field of the authors' own, under its heading; so does a
//!   cell that can't be read, and [`Paste::problems`] says so with its row, its column and the reason. Only rows that are
//!   nothing without what can't be read are left out.
//! - Nothing is merged on a name alone. Two rows of one name that differ in kind, level, area or a name in another language
//!   are two actors unless somebody says otherwise; where they agree they are one, and its lists gather what the rows say.
//!   Ties with the same ends and kind that say different things are parallel ties.
//! - Nothing that the map says is overwritten: what is empty there is filled, what differs is a [`Conflict`], for somebody to
//!   decide.

mod actors;
mod cells;
mod columns;
mod element;
mod headings;
mod sources;
mod table;
mod ties;
mod told;
mod work;

use std::collections::BTreeMap;

use super::fields::{ActorField, Reader, TieField};
use super::{Deed, Named, Refusal};
use crate::model::edit::Change;
use crate::model::{Actor, ActorId, Edit, Language, Map, Source, Tie};
use crate::words::Words;

pub use super::dates::{DateColumn, DateOrder};
pub use table::Table;

/// What the rows of a table are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableKind {
    /// Each row is an actor.
    Actors,
    /// Each row is a tie.
    Ties,
}

/// What a column is used for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Use {
    /// A field of the actors.
    Actor(ActorField),
    /// The name of the actors in that language.
    NameIn(Language),
    /// A field of the ties.
    Tie(TieField),
    /// Nothing.
    LeftOut,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its heading; empty without one.
    pub heading: String,
    /// What it is used for.
    pub used: Use,
    /// What its dates are like, where it holds dates.
    pub dates: Option<DateColumn>,
    /// Whether it is a field of the authors' own because its numbers are not on the scale from 1 to 5.
    pub has_other_scale: bool,
}

/// What becomes of a row, beside what has the same name or the same ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Decision {
    /// It is about this one of [`Row::candidates`].
    Same(usize),
    /// It is about another one.
    Another,
    /// It is left out.
    Skip,
}

/// Which of two values counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pick {
    /// The one that is there.
    Keep,
    /// The one of the row.
    Take,
    /// Both, one after the other, where a text can hold them.
    Both,
}

/// What somebody says of the dates of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateChoice {
    /// They are written in this order.
    Order(DateOrder),
    /// Those that may mean two days stay as text.
    Text,
}

/// What is known of a table before it is read, and what was decided; the rest is judged.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// What its rows are.
    pub kind: Option<TableKind>,
    /// Whether its first row is a heading.
    pub has_heading: Option<bool>,
    /// What its columns are used for, the first ones at least.
    pub columns: Vec<Option<Use>>,
    /// Whether a tie whose end is not on the map is left out, rather than the actor created.
    pub keep_out_unknown: bool,
    /// What becomes of rows, by their numbers.
    pub rows: BTreeMap<usize, Decision>,
    /// What becomes of all rows that are asked about and not decided one by one; the place of the candidate does not matter.
    pub all_asked: Option<Decision>,
    /// Which value counts in a row and a column.
    pub cells: BTreeMap<(usize, usize), Pick>,
    /// Which value counts wherever two differ and that is not decided one by one.
    pub all_cells: Option<Pick>,
    /// How dates are written, column by column.
    pub dates: BTreeMap<usize, DateChoice>,
    /// Whether the numbers of a column are days that a spreadsheet counts.
    pub serials: BTreeMap<usize, bool>,
    /// Whom a name means that several actors of the map have, by the folded name.
    pub names: BTreeMap<String, ActorId>,
    /// Whether sources that are not on the map are added to it.
    pub adds_sources: bool,
}

/// A table that was read for one map.
#[derive(Debug, Clone, PartialEq)]
pub struct Paste {
    /// What its rows are.
    pub kind: TableKind,
    /// Whether its first row is a heading.
    pub has_heading: bool,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows without the heading, in order; empty ones are passed over.
    pub rows: Vec<Row>,
    /// Everything that has to be said of cells and rows, in their order.
    pub problems: Vec<Problem>,
    /// Values that differ from what is there.
    pub conflicts: Vec<Conflict>,
    /// Names that several actors of the map have.
    pub unclear_names: Vec<UnclearName>,
    /// Sources that are cited and not on the map.
    pub unknown_sources: Vec<String>,
    /// Sources that are added.
    pub new_sources: Vec<Source>,
    /// Actors that are added.
    pub new_actors: Vec<Actor>,
    /// Ties that are added.
    pub new_ties: Vec<Tie>,
    /// Actors that change, by their place on the map.
    pub changed_actors: BTreeMap<usize, Actor>,
    /// Ties that change, by their place on the map.
    pub changed_ties: BTreeMap<usize, Tie>,
    places: Places,
}

/// How long the lists of the map were for which a table was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Places {
    sources: usize,
    actors: usize,
    ties: usize,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Which row of the table it was, from 1 on.
    pub number: usize,
    /// Its cells.
    pub cells: Vec<String>,
    /// What becomes of it.
    pub reading: Reading,
    /// What has its name, or its ends and kind.
    pub candidates: Vec<Candidate>,
    /// What was decided, by somebody or by itself.
    pub decision: Decision,
    /// Whether somebody should decide: nothing says that it is the same, and nothing that it is another one.
    pub is_asked: bool,
}

/// Something that a row may be about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Candidate {
    /// What stands at this place on the map.
    OnMap(usize),
    /// What is new, by its place in [`Paste::new_actors`] or [`Paste::new_ties`], and the row that it came from first.
    New {
        /// Its place.
        at: usize,
        /// The row.
        row: usize,
    },
}

/// What becomes of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// A new actor, by its place in [`Paste::new_actors`].
    NewActor(usize),
    /// It changes an actor, by its place on the map.
    ChangedActor(usize),
    /// A new tie, by its place in [`Paste::new_ties`].
    NewTie(usize),
    /// It changes a tie, by its place on the map.
    ChangedTie(usize),
    /// It is about what this earlier row was about, and is merged with it.
    Merged(usize),
    /// It says what the map says already.
    Same,
    /// It is left out; a problem says why, or somebody wanted it.
    LeftOut,
}

/// Something about a cell or a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Which row of the table, from 1 on.
    pub row: usize,
    /// Which column, from 0 on, if it is about one cell.
    pub column: Option<usize>,
    /// How much it weighs.
    pub sort: ProblemSort,
    /// What, and what to do.
    pub text: String,
}

/// How much a problem weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProblemSort {
    /// Something was understood that should be looked at.
    Remark,
    /// A cell can't be read and is kept as a field of the authors' own.
    Kept,
    /// The row is left out.
    LeftOut,
}

/// A value of a row that differs from what is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The row.
    pub row: usize,
    /// The column.
    pub column: usize,
    /// What is there, on the map or from an earlier row.
    pub there: String,
    /// What the row says.
    pub here: String,
    /// Which one counts.
    pub pick: Pick,
    /// Whether both can.
    pub may_be_both: bool,
}

/// A name that several actors of the map have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnclearName {
    /// As it is written.
    pub name: String,
    /// The same, folded: how [`Options::names`] knows it.
    pub folded: String,
    /// In how many rows.
    pub rows: usize,
    /// The places on the map of those who have it.
    pub actors: Vec<usize>,
    /// Who was chosen.
    pub chosen: Option<ActorId>,
}

impl Paste {
    /// Reads a table for a map. Costs a few look-ups for each cell.
    pub fn read(table: &Table, options: &Options, map: &Map, words: &Words) -> Result<Self, Refusal> {
        let reader = Reader::new(map, words);
        let layout = columns::layout(table, options, &reader);
        let body = usize::from(layout.has_heading).min(table.rows.len());
        if table.rows.len() == body {
            return Err(Refusal(words.text("paste-empty")));
        }
        let mut paste = Self {
            kind: layout.kind,
            has_heading: layout.has_heading,
            columns: layout.columns,
            rows: Vec::with_capacity(table.rows.len()),
            problems: Vec::new(),
            conflicts: Vec::new(),
            unclear_names: Vec::new(),
            unknown_sources: Vec::new(),
            new_sources: Vec::new(),
            new_actors: Vec::new(),
            new_ties: Vec::new(),
            changed_actors: BTreeMap::new(),
            changed_ties: BTreeMap::new(),
            places: Places { sources: map.sources.len(), actors: map.actors.len(), ties: map.ties.len() },
        };
        work::read(&mut paste, table, body, options, &reader)?;
        Ok(paste)
    }

    /// One edit that takes over what can be, for the map for which it was read.
    pub fn to_edit(&self, words: &Words) -> Result<Named, Refusal> {
        let added = self.new_actors.len() + self.new_ties.len();
        let changed = self.changed_actors.len() + self.changed_ties.len();
        if added + changed == 0 {
            return Err(Refusal(words.text("paste-nothing")));
        }
        let mut edits = Vec::with_capacity(added + changed + self.new_sources.len());
        for (at, item) in (self.places.sources..).zip(&self.new_sources) {
            edits.push(Edit::Source(Change::Insert { at, item: Box::new(item.clone()) }));
        }
        let changed_actors = self.changed_actors.iter();
        edits.extend(changed_actors.map(|(at, item)| Edit::Actor(Change::replace(*at, item.clone()))));
        let changed_ties = self.changed_ties.iter();
        edits.extend(changed_ties.map(|(at, item)| Edit::Tie(Change::replace(*at, item.clone()))));
        for (at, item) in (self.places.actors..).zip(&self.new_actors) {
            edits.push(Edit::Actor(Change::Insert { at, item: Box::new(item.clone()) }));
        }
        for (at, item) in (self.places.ties..).zip(&self.new_ties) {
            edits.push(Edit::Tie(Change::Insert { at, item: Box::new(item.clone()) }));
        }
        Ok(Named { deed: Deed::Paste { added, changed }, edit: Edit::Batch(edits) })
    }

    /// The columns of which nothing is taken over.
    pub fn left_out(&self) -> impl Iterator<Item = (usize, &Column)> {
        self.columns.iter().enumerate().filter(|(_, column)| column.used == Use::LeftOut)
    }
}
