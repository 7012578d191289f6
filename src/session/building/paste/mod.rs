//! Rows pasted from a spreadsheet, as actors or as ties: what they mean is shown first, then one edit takes them over.
//!
//! [`Paste::read`] judges by itself what the table is, whether it has a heading, and what its columns mean; whoever knows
//! better says so in [`Options`] and reads it again. Nothing is lost silently: a column that is not understood becomes a
//! field of the authors' own, and every cell that can't be read is in [`Paste::problems`] with its row, its column, what
//! is wrong and what to do. Such a cell is left out and its row taken over without it, unless the row is nothing without it.

mod columns;
mod rows;
mod table;

use std::collections::BTreeMap;

use super::fields::{ActorField, Reader, TieField};
use super::{Deed, Named, Refusal};
use crate::model::edit::Change;
use crate::model::{Actor, Edit, Map, Tie};
use crate::words::{Words, args};

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
}

/// What is known of a table before it is read; the rest is judged.
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
    /// Everything that is not taken over, and everything that was guessed and should be looked at.
    pub problems: Vec<Problem>,
    /// Actors that are added.
    pub new_actors: Vec<Actor>,
    /// Ties that are added.
    pub new_ties: Vec<Tie>,
    /// Actors that change, by their place on the map.
    pub changed_actors: BTreeMap<usize, Actor>,
    /// Ties that change, by their place on the map.
    pub changed_ties: BTreeMap<usize, Tie>,
    places: (usize, usize),
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Which row of the text it was, from 1 on.
    pub number: usize,
    /// Its cells.
    pub cells: Vec<String>,
    /// What becomes of it.
    pub reading: Reading,
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
    /// It says what an earlier row said, or adds to it.
    Again,
    /// It says what the map says already.
    Same,
    /// It is left out; a problem says why.
    LeftOut,
}

/// Something about a cell or a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Which row of the text, from 1 on.
    pub row: usize,
    /// Which column, from 0 on, if it is about one cell.
    pub column: Option<usize>,
    /// Whether it is only something to look at: nothing is left out.
    pub is_remark: bool,
    /// What, and what to do.
    pub text: String,
}

impl Paste {
    /// Reads a table for a map. Costs one reading of the text and a few look-ups for each cell.
    pub fn read(text: &str, options: &Options, map: &Map, words: &Words) -> Result<Self, Refusal> {
        let table = table::Table::of(text);
        let reader = Reader::new(map, words);
        let mut layout = columns::layout(&table, options.kind, options.has_heading, &reader);
        choose(&mut layout.columns, &options.columns, layout.kind);
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
            new_actors: Vec::new(),
            new_ties: Vec::new(),
            changed_actors: BTreeMap::new(),
            changed_ties: BTreeMap::new(),
            places: (map.actors.len(), map.ties.len()),
        };
        rows::read(&mut paste, table.rows.into_iter().skip(body), &reader, options.keep_out_unknown)?;
        Ok(paste)
    }

    /// One edit that takes over what can be, for the map for which it was read.
    pub fn to_edit(&self, words: &Words) -> Result<Named, Refusal> {
        let added = self.new_actors.len() + self.new_ties.len();
        let changed = self.changed_actors.len() + self.changed_ties.len();
        if added + changed == 0 {
            return Err(Refusal(words.text("paste-nothing")));
        }
        let mut edits = Vec::with_capacity(added + changed);
        let changed_actors = self.changed_actors.iter();
        edits.extend(changed_actors.map(|(at, item)| Edit::Actor(Change::replace(*at, item.clone()))));
        let changed_ties = self.changed_ties.iter();
        edits.extend(changed_ties.map(|(at, item)| Edit::Tie(Change::replace(*at, item.clone()))));
        for (at, item) in (self.places.0..).zip(&self.new_actors) {
            edits.push(Edit::Actor(Change::Insert { at, item: Box::new(item.clone()) }));
        }
        for (at, item) in (self.places.1..).zip(&self.new_ties) {
            edits.push(Edit::Tie(Change::Insert { at, item: Box::new(item.clone()) }));
        }
        Ok(Named { deed: Deed::Paste { added, changed }, edit: Edit::Batch(edits) })
    }

    /// The columns of which nothing is taken over.
    pub fn left_out(&self) -> impl Iterator<Item = (usize, &Column)> {
        self.columns.iter().enumerate().filter(|(_, column)| column.used == Use::LeftOut)
    }

    /// A problem with its place: "Row 3, kind: …".
    pub fn problem_text(&self, problem: &Problem, words: &Words) -> String {
        let column = problem.column.and_then(|at| self.columns.get(at));
        let label = column.map(|column| match &column.used {
            _ if !column.heading.is_empty() => column.heading.clone(),
            Use::Actor(ActorField::Own(name)) | Use::Tie(TieField::Own(name)) => name.clone(),
            Use::Actor(field) => words.text(&format!("column-{}", field.id())),
            Use::Tie(field) => words.text(&format!("column-{}", field.id())),
            Use::LeftOut => String::new(),
        });
        let what = problem.text.as_str();
        match label.filter(|label| !label.is_empty()) {
            Some(label) => words.say(
                "paste-at-cell",
                &args([("row", problem.row.into()), ("column", label.into()), ("what", what.into())]),
            ),
            None => words.say("paste-at-row", &args([("row", problem.row.into()), ("what", what.into())])),
        }
    }
}

/// Uses columns as somebody chose. Another column that was judged to hold the same is left out, and so listed as such; a field
/// that such rows do not have can't be chosen.
fn choose(columns: &mut [Column], chosen: &[Option<Use>], kind: TableKind) {
    let fits = |wanted: &Use| match wanted {
        Use::Actor(_) => kind == TableKind::Actors,
        Use::Tie(_) => kind == TableKind::Ties,
        Use::LeftOut => true,
    };
    let chosen: BTreeMap<usize, &Use> = chosen
        .iter()
        .enumerate()
        .filter_map(|(at, wanted)| Some((at, wanted.as_ref().filter(|wanted| fits(wanted))?)))
        .collect();
    for (at, column) in columns.iter_mut().enumerate() {
        match chosen.get(&at) {
            Some(wanted) => column.used = (*wanted).clone(),
            None if chosen.values().any(|wanted| **wanted == column.used) => column.used = Use::LeftOut,
            None => {}
        }
    }
}
