//! What the columns of a table mean: by their headings, or by what stands in them, unless somebody has said it.

use std::collections::{BTreeMap, BTreeSet};

use super::cells::is_absent;
use super::headings::{self, Headings};
use super::table::Table;
use super::{Column, DateChoice, Options, TableKind, Use};
use crate::session::building::dates::DateReader;
use crate::session::building::fields::{ActorField, Reader, TieField, plain_number};
use crate::words::{Words, args};

/// How many cells of a column are looked at to see what they are.
const SOME: usize = 200;

/// What a table is, whether its first row is a heading, and what its columns are.
pub struct Layout {
    pub kind: TableKind,
    pub has_heading: bool,
    pub columns: Vec<Column>,
}

/// Judges a table, but for what is known of it already.
pub fn layout(table: &Table, options: &Options, reader: &Reader) -> Layout {
    let first = table.rows.first().map(|(_, cells)| cells.as_slice()).unwrap_or_default();
    let as_ties = Headings::of_ties(reader.words).read(first);
    let as_actors = Headings::of_actors(reader.words).read(first);
    let has = |uses: &[Option<Use>], wanted: &Use| uses.iter().flatten().any(|found| found == wanted);
    let (from, to) = (Use::Tie(TieField::From), Use::Tie(TieField::To));
    let is_tie_heading = has(&as_ties, &from) && has(&as_ties, &to);
    let is_actor_heading = has(&as_actors, &Use::Actor(ActorField::Name))
        || as_actors.iter().flatten().count() * 2 > first.len().max(2);
    let has_heading = options.has_heading.unwrap_or(is_tie_heading || is_actor_heading);
    let body = &table.rows[usize::from(has_heading).min(table.rows.len())..];
    let cells: Vec<Vec<&str>> =
        (0..table.width).map(|column| filled(body, column).take(SOME).collect()).collect();
    let kind = options.kind.unwrap_or_else(|| {
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
    let mut columns = columns(uses, &headings, &cells, options, kind, reader.words);
    find_dates(&mut columns, body, options, reader.words);
    Layout { kind, has_heading, columns }
}

/// The cells of a column in which something stands.
fn filled(body: &[(usize, Vec<String>)], column: usize) -> impl Iterator<Item = &str> {
    body.iter()
        .filter_map(move |(_, row)| row.get(column))
        .map(String::as_str)
        .filter(|cell| !is_absent(cell))
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
    let is_named = uses.iter().flatten().any(|used| *used == name || matches!(used, Use::NameIn(_)));
    // A name is what is nothing else; but a list of one column is one of names, even if they are called "Police".
    if !is_named {
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
    judged: Vec<Option<Use>>,
    headings: &[&str],
    cells: &[Vec<&str>],
    options: &Options,
    kind: TableKind,
    words: &Words,
) -> Vec<Column> {
    let chosen = chosen(options, kind);
    let mut names: BTreeSet<String> = BTreeSet::new();
    let mut columns = Vec::with_capacity(judged.len());
    for (at, judged) in judged.into_iter().enumerate() {
        let heading = headings.get(at).copied().unwrap_or_default();
        let number = words.say("paste-column", &args([("number", (at + 1).into())]));
        let mut name = if heading.is_empty() { number.clone() } else { heading.to_owned() };
        if !names.insert(name.clone()) {
            name = format!("{name} · {number}");
            names.insert(name.clone());
        }
        let is_other_scale = |used: &Use| is_rating(used) && is_on_other_scale(heading, &cells[at]);
        // What somebody has chosen for one column is no longer judged to be another one.
        let judged = judged.filter(|used| !chosen.values().any(|wanted| *wanted == used));
        let has_other_scale = !chosen.contains_key(&at) && judged.as_ref().is_some_and(is_other_scale);
        let used = match (chosen.get(&at), judged.filter(|_| !has_other_scale)) {
            (Some(wanted), _) => (*wanted).clone(),
            (None, Some(used)) => used,
            (None, None) if cells.get(at).is_none_or(Vec::is_empty) => Use::LeftOut,
            (None, None) => own(kind, name),
        };
        columns.push(Column { heading: heading.to_owned(), used, dates: None, has_other_scale });
    }
    columns
}

/// A field of the authors' own.
pub fn own(kind: TableKind, name: String) -> Use {
    match kind {
        TableKind::Actors => Use::Actor(ActorField::Own(name)),
        TableKind::Ties => Use::Tie(TieField::Own(name)),
    }
}

/// What somebody chose; a field that such rows do not have can't be chosen, and none for two columns.
fn chosen(options: &Options, kind: TableKind) -> BTreeMap<usize, &Use> {
    let fits = |wanted: &Use| match wanted {
        Use::Actor(_) | Use::NameIn(_) => kind == TableKind::Actors,
        Use::Tie(_) => kind == TableKind::Ties,
        Use::LeftOut => true,
    };
    let mut chosen: BTreeMap<usize, &Use> = BTreeMap::new();
    for (at, wanted) in options.columns.iter().enumerate() {
        let Some(wanted) = wanted.as_ref().filter(|wanted| fits(wanted)) else { continue };
        if *wanted == Use::LeftOut || !chosen.values().any(|taken| *taken == wanted) {
            chosen.insert(at, wanted);
        }
    }
    chosen
}

fn is_rating(used: &Use) -> bool {
    matches!(
        used,
        Use::Actor(ActorField::Influence | ActorField::Interest | ActorField::Legitimacy)
            | Use::Tie(TieField::Strength)
    )
}

/// Whether a column counts something else than from 1 to 5: its heading says so, or a fifth of its numbers are above 5.
fn is_on_other_scale(heading: &str, cells: &[&str]) -> bool {
    if headings::scale(heading).is_some_and(|most| most != 5) {
        return true;
    }
    let numbers: Vec<f64> =
        cells.iter().filter_map(|cell| plain_number(cell).replace(',', ".").parse().ok()).collect();
    let above = numbers.iter().filter(|number| **number > 5.0).count();
    above > 0 && above * 5 >= numbers.len()
}

/// Looks at the dates of the columns that hold dates.
fn find_dates(columns: &mut [Column], body: &[(usize, Vec<String>)], options: &Options, words: &Words) {
    let reader = DateReader::new(words);
    for (at, column) in columns.iter_mut().enumerate().filter(|(_, column)| holds_dates(&column.used)) {
        let mut dates = reader.column(filled(body, at));
        match options.dates.get(&at) {
            Some(DateChoice::Order(order)) => dates.order = Some(*order),
            Some(DateChoice::Text) => dates.order = None,
            None => {}
        }
        dates.takes_serials = options.serials.get(&at).copied().unwrap_or(dates.takes_serials);
        column.dates = Some(dates);
    }
}

/// Whether a column holds dates.
pub fn holds_dates(used: &Use) -> bool {
    matches!(
        used,
        Use::Actor(ActorField::Since | ActorField::Until) | Use::Tie(TieField::Since | TieField::Until)
    )
}
