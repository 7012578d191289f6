//! What is known while a table is read row by row, and what has to be said of its rows.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::actors::Actors;
use super::sources::Sources;
use super::table::Table;
use super::ties::Ties;
use super::{
    Candidate, Column, Decision, Options, Paste, Problem, ProblemSort, Reading, Row, TableKind, Use,
};
use crate::model::{Source, SourceId};
use crate::session::building::Refusal;
use crate::session::building::dates::DateReader;
use crate::session::building::fields::{ActorField, Reader, TieField};
use crate::session::building::guess::Guesser;
use crate::words::fold;

/// Among more than these of one name, or with the same ends, nobody is looked for.
pub const MOST_CANDIDATES: usize = 24;

/// Reads all rows into what is pasted. It is refused where no column says whom a row is about.
pub fn read(
    paste: &mut Paste,
    table: &Table,
    body: usize,
    options: &Options,
    reader: &Reader,
) -> Result<(), Refusal> {
    let columns: Arc<[Column]> = paste.columns.clone().into();
    let column = |wanted: &Use| columns.iter().position(|column| column.used == *wanted);
    let name = column(&Use::Actor(ActorField::Name));
    let name = name.or_else(|| columns.iter().position(|column| matches!(column.used, Use::NameIn(_))));
    let ends = column(&Use::Tie(TieField::From)).zip(column(&Use::Tie(TieField::To)));
    let kind = paste.kind;
    let labels = (0..columns.len()).map(|at| paste.column_label(at, reader.words)).collect();
    let mut work = Work {
        reader,
        options,
        guesser: Guesser::new(reader.map, reader.words),
        dates: DateReader::new(reader.words),
        sources: Sources::new(reader.map, options.adds_sources),
        refused: HashMap::new(),
        labels,
        columns,
        paste,
    };
    let rows = table.rows.iter().skip(body);
    match (kind, name, ends) {
        (TableKind::Actors, Some(name), _) => {
            let mut actors = Actors::new(&work, name, table, body);
            for (number, cells) in rows {
                let read = actors.row(&mut work, *number, cells);
                work.push(*number, cells, read);
            }
            actors.finish(&mut work);
        }
        (TableKind::Ties, _, Some((from, to))) => {
            let mut ties = Ties::new(&work, from, to);
            for (number, cells) in rows {
                let read = ties.row(&mut work, *number, cells);
                work.push(*number, cells, read);
            }
            ties.finish(&mut work);
        }
        (TableKind::Actors, ..) => return Err(Refusal(reader.words.text("paste-no-name-column"))),
        (TableKind::Ties, ..) => return Err(Refusal(reader.words.text("paste-no-ends"))),
    }
    work.finish(table);
    Ok(())
}

/// What was read in a row.
pub struct Read {
    pub reading: Reading,
    pub candidates: Vec<Candidate>,
    pub decision: Decision,
    pub is_asked: bool,
}

impl Read {
    /// A row that is left out.
    pub fn left_out() -> Self {
        Self { reading: Reading::LeftOut, candidates: Vec::new(), decision: Decision::Skip, is_asked: false }
    }
}

/// What is known while rows are read.
pub struct Work<'p, 'm> {
    pub paste: &'p mut Paste,
    pub reader: &'p Reader<'m>,
    pub options: &'p Options,
    pub columns: Arc<[Column]>,
    /// What the columns are called.
    pub labels: Vec<String>,
    pub guesser: Guesser,
    pub dates: DateReader,
    pub sources: Sources,
    /// Cells that were refused before: the same text is refused for the same reason.
    pub refused: HashMap<(usize, String), String>,
}

impl Work<'_, '_> {
    /// Says something of a cell or a row.
    pub fn problem(&mut self, row: usize, column: Option<usize>, sort: ProblemSort, text: String) {
        self.paste.problems.push(Problem { row, column, sort, text });
    }

    /// What becomes of a row that may be about several, by what somebody decided or else by itself. `different` counts for
    /// each candidate what the row says otherwise.
    pub fn decide(&self, row: usize, different: &[usize], usual: Decision, is_asked: bool) -> Decision {
        let fits = |decision: &Decision| match decision {
            Decision::Same(at) => *at < different.len(),
            Decision::Another | Decision::Skip => true,
        };
        if let Some(decided) = self.options.rows.get(&row).copied().filter(fits) {
            return decided;
        }
        match self.options.all_asked.filter(|_| is_asked) {
            Some(Decision::Same(_)) => nearest(different).map_or(usual, Decision::Same),
            Some(other) => other,
            None => usual,
        }
    }

    fn push(&mut self, number: usize, cells: &[String], read: Read) {
        let Read { reading, candidates, decision, is_asked } = read;
        let cells = cells.to_vec();
        self.paste.rows.push(Row { number, cells, reading, candidates, decision, is_asked });
    }

    /// The sources to add that something cites: rows that are left out cite nothing.
    fn cited(&mut self) -> Vec<Source> {
        let paste = &*self.paste;
        let actors =
            paste.new_actors.iter().chain(paste.changed_actors.values()).map(|actor| &actor.evidence);
        let ties = paste.new_ties.iter().chain(paste.changed_ties.values()).map(|tie| &tie.evidence);
        let cited: BTreeSet<&SourceId> = actors.chain(ties).flatten().collect();
        let mut new = std::mem::take(&mut self.sources.new);
        new.retain(|source| cited.contains(&source.id));
        new
    }

    /// Takes over what was found of sources, and says what the text itself has wrong.
    fn finish(&mut self, table: &Table) {
        self.paste.unknown_sources = std::mem::take(&mut self.sources.unknown);
        self.paste.new_sources = self.cited();
        let rows: BTreeSet<usize> = self.paste.rows.iter().map(|row| row.number).collect();
        for row in table.open_quotes.iter().filter(|row| rows.contains(row)) {
            let text = self.reader.words.text("paste-open-quote");
            self.problem(*row, None, ProblemSort::Remark, text);
        }
        self.paste.problems.sort_by_key(|problem| problem.row);
    }
}

/// The candidate of which least is said otherwise.
pub fn nearest(different: &[usize]) -> Option<usize> {
    (0..different.len()).min_by_key(|at| different[*at])
}

/// Whether two spellings are one but for case, spaces and the like.
pub fn is_spelled_otherwise(name: &str, known: &str) -> bool {
    name != known && fold(name) == fold(known)
}
