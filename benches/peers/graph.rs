//! The graphs that `graphs.py` makes, as Jisr holds them.

use std::path::Path;
use std::str::FromStr;

use jisr::analysis::ActorIx;
use jisr::analysis::measures::graph::{Rows, TieGraph};
use jisr::model::{Actor, Map, Rating, Text, Tie};

const LEVELS: [&str; 5] = ["community", "municipal", "governorate", "national", "international"];
const COMMUNITY: usize = 0;
const NATIONAL: usize = 3;

/// Actors, ties and pairs of actors, as they were drawn.
pub struct Graph {
    levels: Vec<usize>,
    /// From whom, to whom, how strong.
    ties: Vec<(ActorIx, ActorIx, u8)>,
    /// A voice, and who may hear it.
    pub pairs: Vec<(ActorIx, ActorIx)>,
}

impl Graph {
    /// Reads what `graphs.py` wrote: the three counts, then the levels, the ties and the pairs.
    pub fn read(path: &Path) -> Self {
        let text = std::fs::read_to_string(path.with_extension("txt")).expect("a graph");
        let mut words = text.split_ascii_whitespace();
        let [actors, ties, pairs] = [(); 3].map(|()| next(&mut words));
        Self {
            levels: (0..actors).map(|_| next(&mut words)).collect(),
            ties: (0..ties).map(|_| (next(&mut words), next(&mut words), next(&mut words))).collect(),
            pairs: (0..pairs).map(|_| (next(&mut words), next(&mut words))).collect(),
        }
    }

    /// The actors in whose voices one is interested.
    pub fn voices(&self) -> Vec<ActorIx> {
        self.on(COMMUNITY)
    }

    /// Those who should hear them.
    pub fn hearers(&self) -> Vec<ActorIx> {
        self.on(NATIONAL)
    }

    /// How many actors there are.
    pub fn actors(&self) -> usize {
        self.levels.len()
    }

    fn on(&self, level: usize) -> Vec<ActorIx> {
        (0..).zip(&self.levels).filter(|(_, own)| **own == level).map(|(actor, _)| actor).collect()
    }

    /// The graph that is measured.
    pub fn tie_graph(&self) -> TieGraph {
        let arcs = |turn: fn(&(ActorIx, ActorIx, u8)) -> (ActorIx, ActorIx)| {
            self.ties.iter().map(move |tie| (turn(tie), u32::from(tie.2))).map(|((a, b), c)| (a, b, c))
        };
        let actors = self.levels.len();
        let (out, into): (Vec<_>, Vec<_>) =
            (arcs(|tie| (tie.0, tie.1)).collect(), arcs(|tie| (tie.1, tie.0)).collect());
        let both = [out.as_slice(), into.as_slice()].concat();
        TieGraph { out: Rows::of(actors, &out), into: Rows::of(actors, &into), both: Rows::of(actors, &both) }
    }

    /// The graph as a map in which a voice travels along each tie one way. Its only decision-maker has no ties, so that
    /// it is in nobody's way: actors keep their numbers as places. Without `strengths` all ties are equally strong.
    pub fn map(&self, strengths: bool) -> Map {
        let id = |number: usize| format!("a{number:07}");
        let actor = |(number, level): (usize, &usize)| {
            let mut actor = Actor::new(
                id(number).as_str().into(),
                Text::default(),
                "ministry".into(),
                LEVELS[*level].into(),
            );
            actor.decides = Some(number == self.levels.len());
            actor
        };
        let tie = |(number, (from, to, strength)): (usize, &(ActorIx, ActorIx, u8))| {
            let end = |actor: ActorIx| id(actor as usize).as_str().into();
            let tie_id = format!("t{number:07}");
            let mut tie = Tie::new(tie_id.as_str().into(), end(*from), "informs".into(), end(*to));
            tie.strength = Rating::new(if strengths { *strength } else { 3 });
            tie
        };
        Map {
            actors: self.levels.iter().chain([&NATIONAL]).enumerate().map(actor).collect(),
            ties: self.ties.iter().enumerate().map(tie).collect(),
            ..Map::default()
        }
    }
}

fn next<'a, T: FromStr>(words: &mut impl Iterator<Item = &'a str>) -> T {
    words.next().and_then(|word| word.parse().ok()).expect("one more number")
}
