//! Small graphs: random ones, the same every time, and those that are known to be awkward.

use jisr::analysis::measures::graph::{Rows, TieGraph};

/// From whom, to whom, how strong, whether mutual.
pub type Tie = (u32, u32, u32, bool);

/// Ties as a map has them: parallel ones, and ties of an actor to itself.
#[derive(Debug, Clone)]
pub struct Ties {
    pub actors: usize,
    pub ties: Vec<Tie>,
}

impl Ties {
    pub fn new(actors: usize, pairs: &[(u32, u32)]) -> Self {
        let tie = |(number, (from, to)): (u32, &(u32, u32))| (*from, *to, 1 + number % 5, number % 3 == 0);
        Self { actors, ties: (0..).zip(pairs).map(tie).collect() }
    }

    /// One way, strength 1.
    pub fn arcs(actors: usize, arcs: impl IntoIterator<Item = (u32, u32)>) -> Self {
        Self { actors, ties: arcs.into_iter().map(|(from, to)| (from, to, 1, false)).collect() }
    }

    /// As the program merges them.
    pub fn graph(&self) -> TieGraph {
        let (mut arcs, mut pairs) = (Vec::new(), Vec::new());
        for (from, to, strength, is_mutual) in self.ties.iter().copied() {
            arcs.push((from, to, strength));
            if is_mutual {
                arcs.push((to, from, strength));
            }
            pairs.extend([(from, to, strength), (to, from, strength)]);
        }
        let back: Vec<_> = arcs.iter().map(|(from, to, strength)| (*to, *from, *strength)).collect();
        let rows = |arcs: &[_]| Rows::of(self.actors, arcs);
        TieGraph { out: rows(&arcs), into: rows(&back), both: rows(&pairs) }
    }

    /// Strengths from each to each, 0 without a tie.
    pub fn directed(&self) -> Vec<Vec<f64>> {
        self.table(|table, (from, to, strength, is_mutual)| {
            table[from as usize][to as usize] += f64::from(strength);
            if is_mutual {
                table[to as usize][from as usize] += f64::from(strength);
            }
        })
    }

    /// Strengths between each two, 0 without a tie.
    pub fn undirected(&self) -> Vec<Vec<f64>> {
        self.table(|table, (from, to, strength, _)| {
            table[from as usize][to as usize] += f64::from(strength);
            table[to as usize][from as usize] += f64::from(strength);
        })
    }

    fn table(&self, add: impl Fn(&mut Vec<Vec<f64>>, Tie)) -> Vec<Vec<f64>> {
        let mut table = vec![vec![0.0; self.actors]; self.actors];
        for tie in self.ties.iter().filter(|(from, to, ..)| from != to) {
            add(&mut table, *tie);
        }
        table
    }
}

/// Numbers that look random and are the same every time (splitmix64, Steele et al. 2014).
pub struct Chance(pub u64);

impl Chance {
    pub fn below(&mut self, end: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        u32::try_from((mixed ^ (mixed >> 31)) % u64::from(end.max(1))).unwrap()
    }
}

/// The awkward ones, and four hundred random ones of one to twelve actors.
pub fn all() -> impl Iterator<Item = Ties> {
    awkward().into_iter().chain((0..400).map(random))
}

pub fn random(seed: u64) -> Ties {
    let mut chance = Chance(seed);
    let actors = 1 + chance.below(12);
    let most = actors * [1, 2, 4][chance.below(3) as usize];
    let ties = chance.below(1 + most);
    let mut tie = || (chance.below(actors), chance.below(actors), 1 + chance.below(5), chance.below(3) == 0);
    Ties { actors: actors as usize, ties: (0..ties).map(|_| tie()).collect() }
}

fn awkward() -> Vec<Ties> {
    let star: Vec<_> = (1..7).map(|leaf| (0, leaf)).collect();
    let back: Vec<_> = (1..7).map(|leaf| (leaf, 0)).collect();
    let complete: Vec<_> = (0..6).flat_map(|a| (0..a).map(move |b| (a, b))).collect();
    let chain: Vec<_> = (1..10).map(|a| (a - 1, a)).collect();
    let ring: Vec<_> = (0..7).map(|a| (a, (a + 1) % 7)).collect();
    let diamond = [(0, 1), (0, 2), (1, 3), (2, 3), (3, 4), (4, 5), (4, 6), (5, 7), (6, 7)];
    vec![
        Ties::new(0, &[]),
        Ties::new(1, &[]),
        Ties::new(1, &[(0, 0)]),
        Ties::new(2, &[]),
        Ties::new(2, &[(1, 0)]),
        Ties::new(5, &[]),
        Ties::new(7, &star),
        Ties::new(7, &back),
        Ties::new(6, &complete),
        Ties::new(10, &chain),
        Ties::new(7, &ring),
        Ties::new(8, &diamond),
        // Two components alike, two not alike, and somebody alone.
        Ties::new(6, &[(0, 1), (1, 2), (3, 4), (4, 5)]),
        Ties::new(7, &[(0, 1), (1, 2), (2, 0), (4, 5), (5, 6)]),
        Ties::new(9, &[(0, 1), (1, 2), (2, 3), (5, 6), (6, 7), (7, 8)]),
        // Two triangles that meet in one actor, and two joined by a tie that is there twice.
        Ties::new(5, &[(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (4, 2)]),
        Ties::new(6, &[(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3), (2, 3), (3, 2)]),
    ]
}

/// A chain of so many actors, one way.
pub fn chain(actors: u32) -> Ties {
    Ties::arcs(actors as usize, (1..actors).map(|actor| (actor - 1, actor)))
}

/// So many diamonds, each beginning where the last one ends: each doubles the number of shortest paths.
pub fn diamonds(diamonds: u32) -> Ties {
    let of = |diamond: u32| {
        let first = 3 * diamond;
        [(first, first + 1), (first, first + 2), (first + 1, first + 3), (first + 2, first + 3)]
    };
    Ties::arcs(3 * diamonds as usize + 1, (0..diamonds).flat_map(of))
}
