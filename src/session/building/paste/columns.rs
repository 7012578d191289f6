//! What the columns of a pasted table mean: by their headings, or by what stands in them.

use std::collections::{BTreeSet, HashMap};

use super::table::Table;
use super::{Column, TableKind, Use};
use crate::session::building::fields::{ActorField, Reader, TieField};
use crate::session::building::wording;
use crate::words::{Words, args, fold};

/// How many cells of a column are looked at.
const SOME: usize = 200;

/// What a table is, whether its first row is a heading, and what its columns are.
pub struct Layout {
    pub kind: TableKind,
    pub has_heading: bool,
    pub columns: Vec<Column>,
}

/// Judges a table, but for what is known of it already.
pub fn layout(table: &Table, kind: Option<TableKind>, has_heading: Option<bool>, reader: &Reader) -> Layout {
    let first = table.rows.first().map(|(_, cells)| cells.as_slice()).unwrap_or_default();
    let ties = Headings::new(TieField::ALL, TieField::id, Use::Tie, reader.words);
    let actors = Headings::new(ActorField::ALL, ActorField::id, Use::Actor, reader.words);
    let as_ties = ties.read(first);
    let as_actors = actors.read(first);
    let has = |uses: &[Option<Use>], wanted: &Use| uses.iter().flatten().any(|found| found == wanted);
    let (from, to) = (Use::Tie(TieField::From), Use::Tie(TieField::To));
    let is_tie_heading = has(&as_ties, &from) && has(&as_ties, &to);
    let is_actor_heading = has(&as_actors, &Use::Actor(ActorField::Name))
        || as_actors.iter().flatten().count() * 2 > first.len().max(2);
    let has_heading = has_heading.unwrap_or(is_tie_heading || is_actor_heading);
    let body = &table.rows[usize::from(has_heading).min(table.rows.len())..];
    let cells: Vec<Vec<&str>> = (0..table.width)
        .map(|column| {
            let cell =
                |(_, row): &'_ (usize, Vec<String>)| row.get(column).is_some_and(|cell| !cell.is_empty());
            let some = body.iter().filter(|row| cell(row)).take(SOME);
            some.map(|(_, row)| row[column].as_str()).collect()
        })
        .collect();
    let kind = kind.unwrap_or_else(|| {
        let is_ties = if has_heading { is_tie_heading } else { looks_like_ties(&cells, reader) };
        if is_ties { TableKind::Ties } else { TableKind::Actors }
    });
    let mut uses = match (has_heading, kind) {
        (false, _) => vec![None; table.width],
        (true, TableKind::Ties) => as_ties,
        (true, TableKind::Actors) => as_actors,
    };
    uses.resize(table.width, None);
    match kind {
        TableKind::Ties => fill_ties(&mut uses, &cells, has_heading, reader),
        TableKind::Actors => fill_actors(&mut uses, &cells, has_heading, reader),
    }
    let headings: Vec<&str> =
        if has_heading { first.iter().map(String::as_str).collect() } else { Vec::new() };
    Layout { kind, has_heading, columns: columns(uses, &headings, &cells, kind, reader.words) }
}

/// What headings mean.
struct Headings {
    known: HashMap<String, Vec<Use>>,
}

impl Headings {
    fn new<F: Clone>(
        all: &[F],
        id: impl Fn(&F) -> &'static str,
        of: impl Fn(F) -> Use,
        words: &Words,
    ) -> Self {
        let mut known: HashMap<String, Vec<Use>> = HashMap::new();
        // Labels count before other words, so that these are added when all labels are there.
        for field in all {
            for word in [words.text(&format!("column-{}", id(field))), id(field).to_owned()] {
                known.entry(fold(&word)).or_default().push(of(field.clone()));
            }
        }
        for field in all {
            for word in wording::phrases(words, &format!("heading-{}", id(field))) {
                known.entry(word).or_default().push(of(field.clone()));
            }
        }
        Self { known }
    }

    /// What each heading means, nothing twice.
    fn read(&self, headings: &[String]) -> Vec<Option<Use>> {
        let mut taken: BTreeSet<Use> = BTreeSet::new();
        let mut read = |heading: &String| {
            let meant = self.known.get(&fold(heading))?;
            let free = meant.iter().find(|one| !taken.contains(one))?.clone();
            taken.insert(free.clone());
            Some(free)
        };
        headings.iter().map(&mut read).collect()
    }
}

/// Whether most cells of a column can be read as something.
fn most(cells: &[&str], is_readable: impl Fn(&str) -> bool) -> bool {
    let readable = cells.iter().filter(|cell| is_readable(cell)).count();
    !cells.is_empty() && readable * 10 >= cells.len() * 6
}

fn is_actor(cell: &str, reader: &Reader) -> bool {
    !reader.actors_named(cell).is_empty()
}

fn looks_like_ties(cells: &[Vec<&str>], reader: &Reader) -> bool {
    let has_kinds = cells.iter().any(|cells| most(cells, |cell| reader.is_tie_kind(cell)));
    let known = cells.iter().filter(|cells| most(cells, |cell| is_actor(cell, reader))).count();
    (cells.len() >= 3 && has_kinds) || known >= 2
}

/// Gives a field to the first column that has none and looks like it, unless another column has it.
fn fill(uses: &mut [Option<Use>], cells: &[Vec<&str>], wanted: Use, is_readable: impl Fn(&str) -> bool) {
    if uses.iter().flatten().any(|taken| *taken == wanted) {
        return;
    }
    let free = uses.iter().zip(cells).position(|(taken, cells)| taken.is_none() && most(cells, &is_readable));
    if let Some(free) = free {
        uses[free] = Some(wanted);
    }
}

fn fill_ties(uses: &mut [Option<Use>], cells: &[Vec<&str>], has_heading: bool, reader: &Reader) {
    let of = Use::Tie;
    fill(uses, cells, of(TieField::Kind), |cell| reader.is_tie_kind(cell));
    fill(uses, cells, of(TieField::From), |cell| is_actor(cell, reader));
    fill(uses, cells, of(TieField::To), |cell| is_actor(cell, reader));
    if has_heading {
        return;
    }
    fill(uses, cells, of(TieField::Status), |cell| reader.is_term("status", cell));
    fill(uses, cells, of(TieField::Confidence), |cell| reader.is_term("confidence", cell));
    fill(uses, cells, of(TieField::Formality), |cell| reader.is_term("formality", cell));
    fill(uses, cells, of(TieField::Medium), |cell| reader.is_term("medium", cell));
    fill(uses, cells, of(TieField::Strength), |cell| reader.is_rating(cell));
    fill(uses, cells, of(TieField::From), |_| true);
    fill(uses, cells, of(TieField::To), |_| true);
}

fn fill_actors(uses: &mut [Option<Use>], cells: &[Vec<&str>], has_heading: bool, reader: &Reader) {
    let of = Use::Actor;
    let name = of(ActorField::Name);
    let is_said = |cell: &str| {
        reader.is_actor_kind(cell)
            || reader.is_level(cell)
            || reader.is_rating(cell)
            || reader.is_term("formality", cell)
    };
    // A name is what is nothing else; but a list of one column is one of names, even if they are called "Police".
    if !uses.contains(&Some(name.clone())) {
        let free = |(used, _): &(&Option<Use>, _)| used.is_none();
        let mut all = uses.iter().zip(cells).enumerate().filter(|(_, pair)| free(pair));
        let place = all.clone().find(|(_, (_, cells))| !cells.is_empty() && !most(cells, is_said));
        let place = place.or_else(|| all.next()).map(|(place, _)| place);
        if let Some(place) = place {
            uses[place] = Some(name);
        }
    }
    fill(uses, cells, of(ActorField::Kind), |cell| reader.is_actor_kind(cell));
    fill(uses, cells, of(ActorField::Level), |cell| reader.is_level(cell));
    if has_heading {
        return;
    }
    fill(uses, cells, of(ActorField::Formality), |cell| reader.is_term("formality", cell));
    fill(uses, cells, of(ActorField::Stance), |cell| reader.is_term("stance", cell));
    fill(uses, cells, of(ActorField::Sensitivity), |cell| reader.is_term("sensitivity", cell));
}

/// The columns: what is not understood becomes a field of the authors' own, under its heading.
fn columns(
    all: Vec<Option<Use>>,
    headings: &[&str],
    cells: &[Vec<&str>],
    kind: TableKind,
    words: &Words,
) -> Vec<Column> {
    let mut names: BTreeSet<String> = BTreeSet::new();
    let mut column = |(at, known): (usize, Option<Use>)| {
        let heading = headings.get(at).copied().unwrap_or_default().to_owned();
        let mut own = || {
            let number = words.say("paste-column", &args([("number", (at + 1).into())]));
            let mut name = if heading.is_empty() { number.clone() } else { heading.clone() };
            if !names.insert(name.clone()) {
                name = format!("{name} · {number}");
                names.insert(name.clone());
            }
            match kind {
                TableKind::Actors => Use::Actor(ActorField::Own(name)),
                TableKind::Ties => Use::Tie(TieField::Own(name)),
            }
        };
        let is_empty = cells.get(at).is_none_or(Vec::is_empty);
        let used = known.unwrap_or_else(|| if is_empty { Use::LeftOut } else { own() });
        Column { heading: heading.clone(), used }
    };
    all.into_iter().enumerate().map(&mut column).collect()
}
