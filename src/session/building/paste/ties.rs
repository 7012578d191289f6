//! Rows about ties: who their ends are, and which rows are about one tie, which about another one beside it.

use std::collections::{BTreeMap, HashMap};

use super::actors::{NewActors, say_spelling};
use super::cells::{Filled, Filling, is_absent};
use super::work::{MOST_CANDIDATES, Read, Work, nearest};
use super::{Candidate, Decision, ProblemSort, Reading, UnclearName, Use};
use crate::model::{ActorId, Id as _, Tie, TieKindId};
use crate::session::building::Refusal;
use crate::session::building::fields::TieField;
use crate::session::building::ids::Ids;
use crate::session::building::plausible;
use crate::words::{args, fold};

/// An end of a tie before anything is created for it.
enum End {
    Known(ActorId, String),
    New(String),
}

type Key = (ActorId, TieKindId, ActorId);

/// Reads rows about ties.
pub struct Ties {
    columns: [usize; 2],
    kind_at: Option<usize>,
    actors: NewActors,
    ids: Ids,
    places: HashMap<ActorId, usize>,
    /// Ties with the same ends and kind; those that hold both ways from either end.
    there: HashMap<Key, Vec<Candidate>>,
    new: Vec<Filled<Tie>>,
    rows: Vec<usize>,
    changed: BTreeMap<usize, Filled<Tie>>,
    /// The row that was first about a tie of the map.
    claimed: HashMap<usize, usize>,
    unclear: BTreeMap<String, usize>,
}

impl Ties {
    /// For a table whose rows have the ends of ties in these columns.
    pub fn new(work: &Work, from: usize, to: usize) -> Self {
        let map = work.reader.map;
        let mut ties = Self {
            columns: [from, to],
            kind_at: work.columns.iter().position(|column| column.used == Use::Tie(TieField::Kind)),
            actors: NewActors::new(work),
            ids: Ids::of_ties(map),
            places: map.actors.iter().enumerate().map(|(at, actor)| (actor.id.clone(), at)).collect(),
            there: HashMap::new(),
            new: Vec::new(),
            rows: Vec::new(),
            changed: BTreeMap::new(),
            claimed: HashMap::new(),
            unclear: BTreeMap::new(),
        };
        for (at, tie) in map.ties.iter().enumerate() {
            ties.learn(work, tie, Candidate::OnMap(at));
        }
        ties
    }

    fn learn(&mut self, work: &Work, tie: &Tie, candidate: Candidate) {
        let key = (tie.from.clone(), tie.kind.clone(), tie.to.clone());
        if tie.mutual.unwrap_or_else(|| work.reader.is_mutual(&tie.kind)) && tie.from != tie.to {
            let turned = (tie.to.clone(), tie.kind.clone(), tie.from.clone());
            self.there.entry(turned).or_default().push(candidate);
        }
        self.there.entry(key).or_default().push(candidate);
    }

    /// Reads a row.
    pub fn row(&mut self, work: &mut Work, number: usize, cells: &[String]) -> Read {
        let [from, to] = self.columns.map(|at| self.end(work, number, cells, at));
        let Some((from, to)) = from.zip(to) else { return Read::left_out() };
        let Ok(kind) = self.kind(work, number, cells) else { return Read::left_out() };
        if work.options.rows.get(&number) == Some(&Decision::Skip) {
            return Read::left_out();
        }
        let from = self.actor(work, number, self.columns[0], from);
        let to = self.actor(work, number, self.columns[1], to);
        if from == to {
            let text = work.reader.words.text("paste-to-itself");
            work.problem(number, None, ProblemSort::Remark, text);
        }
        let kind = kind.unwrap_or_else(|| self.likely_kind(work, number, &from, &to));
        self.tie(work, number, cells, (from, kind, to))
    }

    /// Hands over what was read.
    pub fn finish(self, work: &mut Work) {
        let map = work.reader.map;
        let changed = self.changed.into_iter().map(|(at, filled)| (at, filled.element));
        work.paste.changed_ties = changed.filter(|(at, tie)| *tie != map.ties[*at]).collect();
        work.paste.new_ties = self.new.into_iter().map(|filled| filled.element).collect();
        work.paste.new_actors = self.actors.into_actors();
        for (folded, rows) in self.unclear {
            let named = work.reader.actors_named(&folded);
            let Some(first) = named.first().and_then(|id| map.actor(id)) else { continue };
            work.paste.unclear_names.push(UnclearName {
                name: work.reader.words.name(&first.name, &first.id).to_owned(),
                rows,
                actors: named.iter().filter_map(|id| self.places.get(id).copied()).collect(),
                chosen: work.options.names.get(&folded).filter(|id| named.contains(id)).cloned(),
                folded,
            });
        }
    }

    fn tie(&mut self, work: &mut Work, number: usize, cells: &[String], key: Key) -> Read {
        let candidates: Vec<Candidate> =
            self.there.get(&key).into_iter().flatten().copied().take(MOST_CANDIDATES).collect();
        let different: Vec<usize> = candidates
            .iter()
            .map(|candidate| {
                let (filled, is_on_map) = self.filled(work, *candidate);
                let keys = self.keys();
                let filling = Filling { row: number, cells, keys: &keys, is_on_map };
                work.differing(&filled.element, &filled.said, &filling)
            })
            .collect();
        let best = nearest(&different);
        // A row is about what is on the map unless an earlier one already is; beside each other in a table they are parallel.
        let is_free = |at: &usize| matches!(candidates[*at], Candidate::OnMap(place) if !self.claimed.contains_key(&place));
        let of_map = (0..candidates.len()).filter(is_free).min_by_key(|at| different[*at]);
        let usual = match (best.filter(|at| different[*at] == 0), of_map) {
            (Some(same), _) => Decision::Same(same),
            (None, Some(same)) => Decision::Same(same),
            (None, None) => Decision::Another,
        };
        let is_asked = best.is_some_and(|at| different[at] > 0);
        let decision = work.decide(number, &different, usual, is_asked);
        let reading = match decision {
            Decision::Skip => Reading::LeftOut,
            Decision::Another => self.add(work, number, cells, key),
            Decision::Same(at) => self.merge(work, number, cells, candidates[at]),
        };
        Read { reading, candidates, decision, is_asked }
    }

    fn keys(&self) -> Vec<usize> {
        self.columns.into_iter().chain(self.kind_at).collect()
    }

    fn filled(&self, work: &Work, candidate: Candidate) -> (Filled<Tie>, bool) {
        let copy = |filled: &Filled<Tie>| Filled {
            element: filled.element.clone(),
            said: filled.said.clone(),
            differing: 0,
        };
        match candidate {
            Candidate::New { at, .. } => (copy(&self.new[at]), false),
            Candidate::OnMap(at) => {
                let known = self.changed.get(&at).map(copy);
                (known.unwrap_or_else(|| Filled::new(work.reader.map.ties[at].clone())), true)
            }
        }
    }

    fn add(&mut self, work: &mut Work, number: usize, cells: &[String], (from, kind, to): Key) -> Reading {
        let tie = Tie::new(self.ids.numbered("t"), from, kind, to);
        let mut filled = Filled::new(tie);
        let keys = self.keys();
        work.fill(&mut filled, &Filling { row: number, cells, keys: &keys, is_on_map: false });
        let at = self.new.len();
        self.learn(work, &filled.element.clone(), Candidate::New { at, row: number });
        self.new.push(filled);
        self.rows.push(number);
        Reading::NewTie(at)
    }

    fn merge(&mut self, work: &mut Work, number: usize, cells: &[String], candidate: Candidate) -> Reading {
        let (mut filled, is_on_map) = self.filled(work, candidate);
        let keys = self.keys();
        work.fill(&mut filled, &Filling { row: number, cells, keys: &keys, is_on_map });
        match candidate {
            Candidate::New { at, row } => {
                self.new[at] = filled;
                Reading::Merged(row)
            }
            Candidate::OnMap(at) => {
                let is_same = filled.element == work.reader.map.ties[at];
                self.changed.insert(at, filled);
                match *self.claimed.entry(at).or_insert(number) {
                    first if first != number => Reading::Merged(first),
                    _ if is_same => Reading::Same,
                    _ => Reading::ChangedTie(at),
                }
            }
        }
    }

    /// The kind that a row says; nothing where it says none. Where it can't be read there is no tie.
    fn kind(&self, work: &mut Work, number: usize, cells: &[String]) -> Result<Option<TieKindId>, ()> {
        let cell = self.kind_at.and_then(|at| cells.get(at)).filter(|cell| !is_absent(cell));
        let Some(cell) = cell else { return Ok(None) };
        work.reader.tie_kind(cell).map(Some).map_err(|Refusal(why)| {
            work.problem(number, self.kind_at, ProblemSort::LeftOut, why);
        })
    }

    /// Whom a cell names, if it is somebody.
    fn end(&mut self, work: &mut Work, row: usize, cells: &[String], at: usize) -> Option<End> {
        let name = cells.get(at).map_or("", String::as_str);
        self.who(work, name).map_err(|why| work.problem(row, Some(at), ProblemSort::LeftOut, why)).ok()
    }

    fn who(&mut self, work: &mut Work, name: &str) -> Result<End, String> {
        let (folded, words) = (fold(name), work.reader.words);
        let id = name.strip_prefix('#').map(ActorId::new);
        if let Some(id) = id.filter(|id| self.places.contains_key(id)) {
            return Ok(End::Known(id, name.to_owned()));
        }
        if is_absent(name) || folded.is_empty() {
            return Err(words.text("paste-no-end"));
        }
        let name = work.reader.short_enough(name).map_err(|Refusal(why)| why)?;
        match work.reader.actors_named(name) {
            [one] => Ok(End::Known(one.clone(), name.to_owned())),
            [] if work.options.keep_out_unknown => {
                Err(work.reader.actor(name).err().map_or_else(String::new, |Refusal(why)| why))
            }
            [] => Ok(End::New(name.to_owned())),
            several => {
                *self.unclear.entry(folded.clone()).or_default() += 1;
                let chosen = work.options.names.get(&folded).filter(|id| several.contains(id));
                let why = || work.reader.actor(name).err().map_or_else(String::new, |Refusal(why)| why);
                chosen.map(|id| End::Known(id.clone(), name.to_owned())).ok_or_else(why)
            }
        }
    }

    fn actor(&mut self, work: &mut Work, row: usize, column: usize, end: End) -> ActorId {
        match end {
            End::Known(id, name) => {
                if let Some(at) = self.places.get(&id) {
                    say_spelling(work, row, column, &name, &work.reader.map.actors[*at].name.clone());
                }
                id
            }
            End::New(name) => {
                let known = self.actors.named(&fold(&name)).first().copied();
                let at = known.unwrap_or_else(|| self.actors.create(work, row, &name, (None, None)));
                let actor = self.actors.filled[at].element.clone();
                say_spelling(work, row, column, &name, &actor.name);
                actor.id
            }
        }
    }

    fn likely_kind(&self, work: &mut Work, row: usize, from: &ActorId, to: &ActorId) -> TieKindId {
        let map = work.reader.map;
        let find = |id: &ActorId| {
            let known = self.places.get(id).map(|at| &map.actors[*at]);
            known.or_else(|| self.actors.of_id(id))
        };
        let kind = find(from).zip(find(to)).map(|(from, to)| plausible::usual_kind(map, from, to));
        let kind = kind.unwrap_or_default();
        let named = work.reader.words.tie_kind(map, &kind);
        let text = work.reader.words.say("paste-tie-kind-guessed", &args([("kind", named.into())]));
        work.problem(row, None, ProblemSort::Remark, text);
        kind
    }
}
