//! The rows of a pasted table, one after the other, as what they add to the map or change on it.

use std::collections::HashMap;

use super::{Paste, Problem, Reading, Row, TableKind, Use};
use crate::model::{Actor, ActorId, ActorKindId, Id as _, LevelId, Text, Tie, TieKindId};
use crate::session::building::Refusal;
use crate::session::building::fields::{ActorField, Reader, TieField};
use crate::session::building::guess::Guesser;
use crate::session::building::ids::Ids;
use crate::session::building::plausible;
use crate::words::{args, fold};

/// Reads all rows into what is pasted. It is refused where no column says whom a row is about.
pub fn read(
    paste: &mut Paste,
    rows: impl Iterator<Item = (usize, Vec<String>)>,
    reader: &Reader,
    keep_out_unknown: bool,
) -> Result<(), Refusal> {
    let map = reader.map;
    let column = |wanted: Use| paste.columns.iter().position(|column| column.used == wanted);
    let name = column(Use::Actor(ActorField::Name));
    let ends = column(Use::Tie(TieField::From)).zip(column(Use::Tie(TieField::To)));
    let mut rows_reader = Rows {
        reader,
        guesser: Guesser::new(map, reader.words),
        ids: Ids::of_actors(map),
        tie_ids: Ids::of_ties(map),
        places: map.actors.iter().enumerate().map(|(at, actor)| (actor.id.clone(), at)).collect(),
        new: HashMap::new(),
        ties: HashMap::new(),
        refused: HashMap::new(),
        keep_out_unknown,
        paste,
    };
    match (rows_reader.paste.kind, name, ends) {
        (TableKind::Actors, Some(name), _) => {
            for (number, cells) in rows {
                let reading = rows_reader.actor(number, &cells, name);
                rows_reader.paste.rows.push(Row { number, cells, reading });
            }
        }
        (TableKind::Ties, _, Some((from, to))) => {
            rows_reader.learn_ties();
            for (number, cells) in rows {
                let reading = rows_reader.tie(number, &cells, from, to);
                rows_reader.paste.rows.push(Row { number, cells, reading });
            }
        }
        (TableKind::Actors, ..) => return Err(Refusal(reader.words.text("paste-no-name-column"))),
        (TableKind::Ties, ..) => return Err(Refusal(reader.words.text("paste-no-ends"))),
    }
    Ok(())
}

/// An end of a tie before anything is created for it.
enum Who {
    Known(ActorId),
    New(String),
}

/// Where a tie is.
#[derive(Clone, Copy)]
enum Place {
    OnMap(usize),
    New(usize),
}

type TieKey = (ActorId, TieKindId, ActorId);

struct Rows<'p, 'm> {
    paste: &'p mut Paste,
    reader: &'p Reader<'m>,
    guesser: Guesser,
    ids: Ids,
    tie_ids: Ids,
    places: HashMap<ActorId, usize>,
    /// New actors by their folded names.
    new: HashMap<String, usize>,
    ties: HashMap<TieKey, Place>,
    /// Cells that were refused before: the same text is refused for the same reason.
    refused: HashMap<(usize, String), String>,
    keep_out_unknown: bool,
}

impl Rows<'_, '_> {
    fn problem(&mut self, row: usize, column: Option<usize>, is_remark: bool, text: String) {
        self.paste.problems.push(Problem { row, column, is_remark, text });
    }

    /// A row about an actor.
    fn actor(&mut self, number: usize, cells: &[String], name_at: usize) -> Reading {
        let name = cells.get(name_at).map_or("", String::as_str);
        if fold(name).is_empty() {
            let text = self.reader.words.text("paste-row-without-name");
            self.problem(number, Some(name_at), false, text);
            return Reading::LeftOut;
        }
        match self.who(name) {
            Err(why) => {
                self.problem(number, Some(name_at), false, why);
                Reading::LeftOut
            }
            Ok(Who::Known(id)) => self.changed_actor(number, cells, &id),
            Ok(Who::New(name)) => match self.new.get(&fold(&name)).copied() {
                Some(place) => {
                    let mut actor = self.paste.new_actors[place].clone();
                    self.fill_actor(&mut actor, number, cells);
                    self.paste.new_actors[place] = actor;
                    Reading::Again
                }
                None => self.new_actor_of_row(number, cells, &name),
            },
        }
    }

    fn new_actor_of_row(&mut self, number: usize, cells: &[String], name: &str) -> Reading {
        let kind = self.said(cells, &ActorField::Kind, |reader, cell| reader.actor_kind(cell).ok());
        let level = self.said(cells, &ActorField::Level, |reader, cell| reader.level(cell).ok());
        let place = self.new_actor(name, kind, level, number);
        let mut actor = self.paste.new_actors[place].clone();
        self.fill_actor(&mut actor, number, cells);
        self.paste.new_actors[place] = actor;
        Reading::NewActor(place)
    }

    /// What a row says in a column of the actor that decides what else is guessed.
    fn said<T>(
        &self,
        cells: &[String],
        field: &ActorField,
        read: impl Fn(&Reader, &str) -> Option<T>,
    ) -> Option<T> {
        let is_it = |used: &Use| matches!(used, Use::Actor(other) if other == field);
        let at = self.paste.columns.iter().position(|column| is_it(&column.used))?;
        cells.get(at).filter(|cell| !cell.is_empty()).and_then(|cell| read(self.reader, cell))
    }

    fn changed_actor(&mut self, number: usize, cells: &[String], id: &ActorId) -> Reading {
        let Some(at) = self.places.get(id).copied() else { return Reading::LeftOut };
        let before = &self.reader.map.actors[at];
        let earlier = self.paste.changed_actors.remove(&at);
        let is_again = earlier.is_some();
        let mut actor = earlier.unwrap_or_else(|| before.clone());
        self.fill_actor(&mut actor, number, cells);
        if actor == *before {
            return Reading::Same;
        }
        self.paste.changed_actors.insert(at, actor);
        if is_again { Reading::Again } else { Reading::ChangedActor(at) }
    }

    /// Puts the cells of a row into an actor; empty ones change nothing.
    fn fill_actor(&mut self, actor: &mut Actor, number: usize, cells: &[String]) {
        for (at, cell) in cells.iter().enumerate().take(self.paste.columns.len()) {
            let Use::Actor(field) = &self.paste.columns[at].used else { continue };
            if *field == ActorField::Name || cell.is_empty() {
                continue;
            }
            if let Some(why) = self.refused.get(&(at, cell.clone())).cloned() {
                self.problem(number, Some(at), false, why);
                continue;
            }
            let Err(Refusal(why)) = field.put(actor, cell, self.reader) else { continue };
            if *field == ActorField::Kind && self.put_guessed_kind(actor, cell) {
                continue;
            }
            let is_date = holds_dates(&self.paste.columns[at].used);
            self.refuse(number, at, cell, why, is_date);
        }
    }

    /// "Police station" is no name of a kind, and yet says which one it is.
    fn put_guessed_kind(&self, actor: &mut Actor, cell: &str) -> bool {
        let guess = self.guesser.guess(cell);
        if guess.is_kind_named {
            actor.kind = guess.kind;
        }
        guess.is_kind_named
    }

    /// Notes that a cell is left out. Whether a date is refused may depend on the rest of its row.
    fn refuse(&mut self, row: usize, column: usize, cell: &str, why: String, depends: bool) {
        if !depends {
            self.refused.insert((column, cell.to_owned()), why.clone());
        }
        self.problem(row, Some(column), false, why);
    }

    /// A new actor of a name, with what is said of it or else guessed.
    fn new_actor(
        &mut self,
        name: &str,
        kind: Option<ActorKindId>,
        level: Option<LevelId>,
        row: usize,
    ) -> usize {
        let guess = self.guesser.guess(name);
        let is_said = kind.is_some() || guess.is_kind_named;
        let kind = kind.or_else(|| guess.is_kind_named.then(|| guess.kind.clone()));
        let level = level.or_else(|| guess.is_level_named.then(|| guess.level.clone()));
        let guess = self.guesser.of(kind.as_ref(), level.as_ref());
        if !is_said {
            let words = self.reader.words;
            let kind = words.actor_kind(self.reader.map, &guess.kind);
            let what = args([("name", name.into()), ("kind", kind.into())]);
            let text = words.say("paste-kind-guessed", &what);
            self.problem(row, None, true, text);
        }
        let id = self.ids.named(name, "actor");
        self.paste.new_actors.push(Actor::new(id, Text::Plain(name.to_owned()), guess.kind, guess.level));
        let place = self.paste.new_actors.len() - 1;
        self.new.insert(fold(name), place);
        place
    }

    /// Whom a cell names.
    fn who(&self, name: &str) -> Result<Who, String> {
        let is_id = name.starts_with('#') && self.places.contains_key(&ActorId::new(&name[1..]));
        match self.reader.actors_named(name) {
            [] if !is_id => {
                let name = self.reader.short_enough(name).map_err(|Refusal(why)| why)?;
                Ok(Who::New(name.to_owned()))
            }
            _ => self.reader.actor(name).map(Who::Known).map_err(|Refusal(why)| why),
        }
    }

    /// What ties are there, from either end if they hold both ways.
    fn learn_ties(&mut self) {
        for (at, tie) in self.reader.map.ties.iter().enumerate() {
            let place = Place::OnMap(at);
            self.learn_tie(tie, place);
        }
    }

    fn learn_tie(&mut self, tie: &Tie, place: Place) {
        let is_mutual = || self.reader.is_mutual(&tie.kind);
        if tie.mutual.unwrap_or_else(is_mutual) {
            let turned = (tie.to.clone(), tie.kind.clone(), tie.from.clone());
            self.ties.entry(turned).or_insert(place);
        }
        self.ties.entry((tie.from.clone(), tie.kind.clone(), tie.to.clone())).or_insert(place);
    }

    /// A row about a tie.
    fn tie(&mut self, number: usize, cells: &[String], from_at: usize, to_at: usize) -> Reading {
        let Some((from, to)) = self.ends(number, cells, from_at, to_at) else { return Reading::LeftOut };
        let kind_at = self.paste.columns.iter().position(|column| column.used == Use::Tie(TieField::Kind));
        let cell = kind_at.and_then(|at| cells.get(at)).map_or("", String::as_str);
        let kind = if cell.is_empty() {
            None
        } else {
            match self.reader.tie_kind(cell) {
                Ok(kind) => Some(kind),
                Err(Refusal(why)) => {
                    self.problem(number, kind_at, false, why);
                    return Reading::LeftOut;
                }
            }
        };
        let [from, to] = [from, to].map(|who| self.created(who, number));
        let kind = kind.unwrap_or_else(|| self.likely_kind(&from, &to, number));
        self.put_tie(number, cells, (from, kind, to))
    }

    fn put_tie(&mut self, number: usize, cells: &[String], key: TieKey) -> Reading {
        match self.ties.get(&key).copied() {
            Some(Place::OnMap(at)) => {
                let before = &self.reader.map.ties[at];
                let earlier = self.paste.changed_ties.remove(&at);
                let is_again = earlier.is_some();
                let mut tie = earlier.unwrap_or_else(|| before.clone());
                self.fill_tie(&mut tie, number, cells);
                if tie == *before {
                    return Reading::Same;
                }
                self.paste.changed_ties.insert(at, tie);
                if is_again { Reading::Again } else { Reading::ChangedTie(at) }
            }
            Some(Place::New(at)) => {
                let mut tie = self.paste.new_ties[at].clone();
                self.fill_tie(&mut tie, number, cells);
                self.paste.new_ties[at] = tie;
                Reading::Again
            }
            None => {
                let (from, kind, to) = key;
                let mut tie = Tie::new(self.tie_ids.numbered("t"), from, kind, to);
                self.fill_tie(&mut tie, number, cells);
                let place = self.paste.new_ties.len();
                self.learn_tie(&tie, Place::New(place));
                self.paste.new_ties.push(tie);
                Reading::NewTie(place)
            }
        }
    }

    /// Both ends of a tie, if both are somebody and not the same.
    fn ends(&mut self, row: usize, cells: &[String], from: usize, to: usize) -> Option<(Who, Who)> {
        let mut end = |at: usize| {
            let name = cells.get(at).map_or("", String::as_str);
            let who = if fold(name).is_empty() && !name.starts_with('#') {
                Err(self.reader.words.text("paste-no-end"))
            } else {
                self.who(name)
            };
            let who = match who {
                Ok(Who::New(name)) if self.keep_out_unknown => {
                    Err(self.reader.actor(&name).err().map_or_else(String::new, |Refusal(why)| why))
                }
                other => other,
            };
            who.map_err(|why| self.problem(row, Some(at), false, why)).ok()
        };
        let (from, to) = (end(from)?, end(to)?);
        let is_same = match (&from, &to) {
            (Who::Known(from), Who::Known(to)) => from == to,
            (Who::New(from), Who::New(to)) => fold(from) == fold(to),
            _ => false,
        };
        if is_same {
            let text = self.reader.words.text("quick-itself");
            self.problem(row, None, false, text);
            return None;
        }
        Some((from, to))
    }

    fn created(&mut self, who: Who, row: usize) -> ActorId {
        match who {
            Who::Known(id) => id,
            Who::New(name) => {
                let known = self.new.get(&fold(&name)).copied();
                let place = known.unwrap_or_else(|| self.new_actor(&name, None, None, row));
                self.paste.new_actors[place].id.clone()
            }
        }
    }

    fn likely_kind(&mut self, from: &ActorId, to: &ActorId, row: usize) -> TieKindId {
        let find = |id: &ActorId| {
            let known = self.places.get(id).map(|at| &self.reader.map.actors[*at]);
            known.or_else(|| self.paste.new_actors.iter().rev().find(|actor| actor.id == *id))
        };
        let kind =
            find(from).zip(find(to)).map(|(from, to)| plausible::usual_kind(self.reader.map, from, to));
        let kind = kind.unwrap_or_default();
        let named = self.reader.words.tie_kind(self.reader.map, &kind);
        let text = self.reader.words.say("paste-tie-kind-guessed", &args([("kind", named.into())]));
        self.problem(row, None, true, text);
        kind
    }

    /// Puts the cells of a row into a tie; empty ones change nothing.
    fn fill_tie(&mut self, tie: &mut Tie, number: usize, cells: &[String]) {
        for (at, cell) in cells.iter().enumerate().take(self.paste.columns.len()) {
            let Use::Tie(field) = &self.paste.columns[at].used else { continue };
            let is_key = matches!(field, TieField::From | TieField::To | TieField::Kind);
            if is_key || cell.is_empty() {
                continue;
            }
            if let Some(why) = self.refused.get(&(at, cell.clone())).cloned() {
                self.problem(number, Some(at), false, why);
                continue;
            }
            let Err(Refusal(why)) = field.put(tie, cell, self.reader) else { continue };
            let is_date = holds_dates(&self.paste.columns[at].used);
            self.refuse(number, at, cell, why, is_date);
        }
    }
}

/// Whether a column holds dates, of which one may be refused for what another says.
fn holds_dates(used: &Use) -> bool {
    matches!(
        used,
        Use::Actor(ActorField::Since | ActorField::Until) | Use::Tie(TieField::Since | TieField::Until)
    )
}
