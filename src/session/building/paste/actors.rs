//! Rows about actors: which rows are about one, which about another of the same name.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::cells::{Filled, Filling, is_absent};
use super::element::name_in;
use super::table::Table;
use super::work::{MOST_CANDIDATES, Read, Work, is_spelled_otherwise};
use super::{Candidate, Decision, ProblemSort, Reading, Use};
use crate::model::{Actor, ActorId, ActorKindId, Id as _, LevelId, Text};
use crate::session::building::Refusal;
use crate::session::building::fields::ActorField;
use crate::session::building::ids::Ids;
use crate::session::building::level_name;
use crate::words::{args, fold};

/// New actors, and how they come about.
pub struct NewActors {
    ids: Ids,
    /// By their folded names.
    named: HashMap<String, Vec<usize>>,
    /// With the columns that were said of each.
    pub filled: Vec<Filled<Actor>>,
    /// The row that each came from first.
    pub rows: Vec<usize>,
    by_id: HashMap<ActorId, usize>,
}

impl NewActors {
    /// None yet, for a map.
    pub fn new(work: &Work) -> Self {
        let ids = Ids::of_actors(work.reader.map);
        Self { ids, named: HashMap::new(), filled: Vec::new(), rows: Vec::new(), by_id: HashMap::new() }
    }

    /// Those of a name.
    pub fn named(&self, folded: &str) -> &[usize] {
        self.named.get(folded).map(Vec::as_slice).unwrap_or_default()
    }

    /// The one with that id.
    pub fn of_id(&self, id: &ActorId) -> Option<&Actor> {
        self.by_id.get(id).map(|at| &self.filled[*at].element)
    }

    /// Creates one, with what is said of it or else guessed from its name, which is said.
    pub fn create(
        &mut self,
        work: &mut Work,
        row: usize,
        name: &str,
        (kind, level): (Option<ActorKindId>, Option<LevelId>),
    ) -> usize {
        let (words, map) = (work.reader.words, work.reader.map);
        let guess = work.guesser.guess(name);
        let is_kind_said = kind.is_some() || guess.is_kind_named;
        let is_level_guessed = level.is_none() && guess.is_level_named;
        let kind = kind.or_else(|| guess.is_kind_named.then(|| guess.kind.clone()));
        let level = level.or_else(|| guess.is_level_named.then(|| guess.level.clone()));
        let guess = work.guesser.of(kind.as_ref(), level.as_ref());
        if !is_kind_said {
            let kind = words.actor_kind(map, &guess.kind);
            let text = words.say("paste-kind-guessed", &args([("name", name.into()), ("kind", kind.into())]));
            work.problem(row, None, ProblemSort::Remark, text);
        }
        if is_level_guessed {
            let level = level_name(map, &guess.level, words);
            let text = words.say("level-guessed", &args([("level", level.into())]));
            work.problem(row, None, ProblemSort::Remark, text);
        }
        let id: ActorId = self.ids.named(name, "actor");
        self.by_id.insert(id.clone(), self.filled.len());
        let actor = Actor::new(id, Text::Plain(name.to_owned()), guess.kind, guess.level);
        self.filled.push(Filled::new(actor));
        self.rows.push(row);
        let place = self.filled.len() - 1;
        self.named.entry(fold(name)).or_default().push(place);
        place
    }

    /// All of them.
    pub fn into_actors(self) -> Vec<Actor> {
        self.filled.into_iter().map(|filled| filled.element).collect()
    }
}

/// Reads rows about actors.
pub struct Actors {
    name_at: usize,
    new: NewActors,
    changed: BTreeMap<usize, Filled<Actor>>,
    /// The row that was first about an actor of the map.
    rows: HashMap<usize, usize>,
    /// What says of new actors who they are: the folded cells of the columns that do.
    facts: Vec<Facts>,
    places: HashMap<ActorId, usize>,
    /// Whether the table says who does what where, one activity or place a row: then places gather.
    gathers_places: bool,
}

/// What tells actors of one name apart.
#[derive(Default)]
struct Facts {
    cells: BTreeMap<usize, String>,
    areas: BTreeSet<String>,
}

impl Actors {
    /// For a table whose rows have the names of actors in that column.
    pub fn new(work: &Work, name_at: usize, table: &Table, body: usize) -> Self {
        let places = work.reader.map.actors.iter().enumerate();
        Self {
            name_at,
            new: NewActors::new(work),
            changed: BTreeMap::new(),
            rows: HashMap::new(),
            facts: Vec::new(),
            places: places.map(|(at, actor)| (actor.id.clone(), at)).collect(),
            gathers_places: gathers_places(work, name_at, table, body),
        }
    }

    /// Reads a row.
    pub fn row(&mut self, work: &mut Work, number: usize, cells: &[String]) -> Read {
        let name = cells.get(self.name_at).map_or("", String::as_str);
        let (folded, id) = (fold(name), name.strip_prefix('#').map(ActorId::new));
        let by_id = id.and_then(|id| self.places.get(&id).copied());
        if by_id.is_none() && (is_absent(name) || folded.is_empty()) {
            let text = work.reader.words.text("paste-row-without-name");
            work.problem(number, Some(self.name_at), ProblemSort::LeftOut, text);
            return Read::left_out();
        }
        if let Err(Refusal(why)) = work.reader.short_enough(name) {
            work.problem(number, Some(self.name_at), ProblemSort::LeftOut, why);
            return Read::left_out();
        }
        let candidates = self.candidates(work, name, &folded, by_id);
        let different: Vec<usize> =
            candidates.iter().map(|candidate| self.different(work, *candidate, cells)).collect();
        let alike: Vec<usize> = (0..different.len()).filter(|at| different[*at] == 0).collect();
        let usual = match alike.as_slice() {
            [one] => Decision::Same(*one),
            _ => Decision::Another,
        };
        let is_asked = !candidates.is_empty() && alike.len() != 1;
        let decision = work.decide(number, &different, usual, is_asked);
        let reading = match decision {
            Decision::Skip => Reading::LeftOut,
            Decision::Another => self.add(work, number, name, cells),
            Decision::Same(at) => self.merge(work, number, candidates[at], name, cells),
        };
        Read { reading, candidates, decision, is_asked }
    }

    /// Hands over what was read.
    pub fn finish(self, work: &mut Work) {
        let map = work.reader.map;
        let changed = self.changed.into_iter().map(|(at, filled)| (at, filled.element));
        work.paste.changed_actors = changed.filter(|(at, actor)| *actor != map.actors[*at]).collect();
        work.paste.new_actors = self.new.into_actors();
    }

    fn candidates(&self, work: &Work, name: &str, folded: &str, by_id: Option<usize>) -> Vec<Candidate> {
        if let Some(at) = by_id {
            return vec![Candidate::OnMap(at)];
        }
        let known = work.reader.actors_named(name).iter().filter_map(|id| self.places.get(id));
        let known = known.map(|at| Candidate::OnMap(*at));
        let new = self.new.named(folded).iter();
        let new = new.map(|at| Candidate::New { at: *at, row: self.new.rows[*at] });
        known.chain(new).take(MOST_CANDIDATES).collect()
    }

    fn add(&mut self, work: &mut Work, number: usize, name: &str, cells: &[String]) -> Reading {
        let kind = self.said(work, cells, &Use::Actor(ActorField::Kind)).and_then(|cell| kind(work, cell));
        let level = self.said(work, cells, &Use::Actor(ActorField::Level));
        let level = level.and_then(|cell| work.reader.level(cell).ok());
        let place = self.new.create(work, number, name, (kind, level));
        if let Use::NameIn(language) = &work.columns[self.name_at].used {
            let names = vec![(language.clone(), name.to_owned())];
            self.new.filled[place].element.name = Text::ByLanguage(names);
        }
        self.facts.push(Facts::default());
        self.learn(work, place, cells);
        let filling = Filling { row: number, cells, keys: &[self.name_at], is_on_map: false };
        work.fill(&mut self.new.filled[place], &filling);
        Reading::NewActor(place)
    }

    fn merge(
        &mut self,
        work: &mut Work,
        number: usize,
        candidate: Candidate,
        name: &str,
        cells: &[String],
    ) -> Reading {
        let keys = [self.name_at];
        let (reading, known) = match candidate {
            Candidate::New { at, row } => {
                let filling = Filling { row: number, cells, keys: &keys, is_on_map: false };
                work.fill(&mut self.new.filled[at], &filling);
                self.learn(work, at, cells);
                (Reading::Merged(row), &self.new.filled[at].element)
            }
            Candidate::OnMap(at) => {
                let before = &work.reader.map.actors[at];
                let filled = self.changed.entry(at).or_insert_with(|| Filled::new(before.clone()));
                let first = *self.rows.entry(at).or_insert(number);
                let filling = Filling { row: number, cells, keys: &keys, is_on_map: true };
                work.fill(filled, &filling);
                let reading = match (first == number, filled.element == *before) {
                    (false, _) => Reading::Merged(first),
                    (true, true) => Reading::Same,
                    (true, false) => Reading::ChangedActor(at),
                };
                (reading, &filled.element)
            }
        };
        say_spelling(work, number, self.name_at, name, &known.name.clone());
        reading
    }

    /// The cell of the column with that use.
    fn said<'c>(&self, work: &Work, cells: &'c [String], used: &Use) -> Option<&'c str> {
        let at = work.columns.iter().position(|column| column.used == *used)?;
        cells.get(at).map(String::as_str).filter(|cell| !is_absent(cell))
    }

    /// The columns that tell actors of one name apart, with what a row says there.
    fn telling<'c>(
        &self,
        work: &Work,
        cells: &'c [String],
    ) -> impl Iterator<Item = (usize, Use, &'c str)> + use<'c> {
        let name_at = self.name_at;
        let tells = |used: &Use| {
            matches!(
                used,
                Use::NameIn(_) | Use::Actor(ActorField::Kind | ActorField::Level | ActorField::Area)
            )
        };
        let columns = work.columns.clone();
        cells.iter().enumerate().filter_map(move |(at, cell)| {
            let used = &columns.get(at)?.used;
            (at != name_at && tells(used) && !is_absent(cell)).then(|| (at, used.clone(), cell.as_str()))
        })
    }

    fn learn(&mut self, work: &Work, place: usize, cells: &[String]) {
        let telling: Vec<_> = self.telling(work, cells).collect();
        let facts = &mut self.facts[place];
        for (at, used, cell) in telling {
            if used == Use::Actor(ActorField::Area) {
                facts.areas.extend(areas(work, cell));
            } else {
                facts.cells.entry(at).or_insert_with(|| fold(cell));
            }
        }
    }

    /// How many of the columns that tell actors apart say something else of a candidate than a row does.
    fn different(&self, work: &Work, candidate: Candidate, cells: &[String]) -> usize {
        let differs = |(at, used, cell): &(usize, Use, &str)| match (candidate, used) {
            (Candidate::New { at: new, .. }, Use::Actor(ActorField::Area)) => {
                self.is_elsewhere(work, cell, &self.facts[new].areas)
            }
            (Candidate::New { at: new, .. }, _) => {
                self.facts[new].cells.get(at).is_some_and(|known| *known != fold(cell))
            }
            (Candidate::OnMap(place), used) => {
                let known = self.changed.get(&place).map(|filled| &filled.element);
                let known = known.unwrap_or(&work.reader.map.actors[place]);
                match used {
                    Use::Actor(ActorField::Area) => {
                        let there = known.area.iter().map(|area| fold(area)).collect();
                        self.is_elsewhere(work, cell, &there)
                    }
                    Use::Actor(ActorField::Kind) => kind(work, cell).is_some_and(|kind| kind != known.kind),
                    Use::Actor(ActorField::Level) => {
                        work.reader.level(cell).is_ok_and(|level| level != known.level)
                    }
                    Use::NameIn(language) => {
                        name_in(&known.name, language).is_some_and(|name| fold(name) != fold(cell))
                    }
                    _ => false,
                }
            }
        };
        self.telling(work, cells).filter(differs).count()
    }

    fn is_elsewhere(&self, work: &Work, cell: &str, there: &BTreeSet<String>) -> bool {
        !self.gathers_places && !there.is_empty() && !areas(work, cell).any(|area| there.contains(&area))
    }
}

/// The kind that a cell names, or is words for.
fn kind(work: &Work, cell: &str) -> Option<ActorKindId> {
    let named = work.reader.is_actor_kind(cell).then(|| work.reader.actor_kind(cell).ok()).flatten();
    named.or_else(|| {
        let guess = work.guesser.guess(cell);
        guess.is_kind_named.then_some(guess.kind)
    })
}

fn areas(work: &Work, cell: &str) -> impl Iterator<Item = String> + use<> {
    work.reader.list(cell).unwrap_or_default().into_iter().map(|area| fold(&area))
}

/// Whether rows gather places: the table has a column of activities, or says the same of one name and place in several rows
/// that differ elsewhere, as tables of who does what where do and lists of bodies don't.
fn gathers_places(work: &Work, name_at: usize, table: &Table, body: usize) -> bool {
    let place = |wanted: Use| work.columns.iter().position(|column| column.used == wanted);
    let Some(area_at) = place(Use::Actor(ActorField::Area)) else { return false };
    if place(Use::Actor(ActorField::Functions)).is_some() {
        return true;
    }
    let mut seen: HashMap<(String, String), &[String]> = HashMap::new();
    let again = table.rows.iter().skip(body).filter(|(_, cells)| {
        let cell = |at: usize| cells.get(at).map(|cell| fold(cell)).filter(|cell| !cell.is_empty());
        let Some(key) = cell(name_at).zip(cell(area_at)) else { return false };
        *seen.entry(key).or_insert(cells) != cells.as_slice()
    });
    // A slip or two makes no such table.
    again.count() * 10 > table.rows.len() - body
}

/// Says that a name was taken for one that is spelled otherwise.
pub fn say_spelling(work: &mut Work, row: usize, column: usize, name: &str, known: &Text) {
    let is_written = known.all().any(|known| known == name);
    let alike = known.all().find(|known| is_spelled_otherwise(name, known));
    if let Some(known) = alike.filter(|_| !is_written) {
        let what = args([("typed", name.into()), ("name", known.into())]);
        let text = work.reader.words.say("paste-spelled-otherwise", &what);
        work.problem(row, Some(column), ProblemSort::Remark, text);
    }
}
