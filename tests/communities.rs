//! Communities against the definition, against every partition of small graphs, and against what other programs find.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

use jisr::analysis::measures::communities::{Communities, communities};
use jisr::analysis::measures::graph::Rows;

/// Zachary 1977: the members of a karate club. Each actor, and whom of the later ones it is joined to.
const KARATE: &str = "\
    0 1 2 3 4 5 6 7 8 10 11 12 13 17 19 21 31; 1 2 3 7 13 17 19 21 30; 2 3 7 8 9 13 27 28 32; 3 7 12 13; \
    4 6 10; 5 6 10 16; 6 16; 8 30 32 33; 9 33; 13 33; 14 32 33; 15 32 33; 18 32 33; 19 33; 20 32 33; 22 \
    32 33; 23 25 27 29 32 33; 24 25 27 31; 25 31; 26 29 33; 27 33; 28 31 33; 29 32 33; 30 32 33; 31 32 \
    33; 32 33";

/// Knuth 1993: the characters of *Les Misérables*.
const LES_MISERABLES: &str = "\
    0 1; 1 2 3 4 5 6 7 8 9 10; 2 3 10; 3 10; 10 11 12 13 14 15 23 24 25 26 27 28 29 31 32 33 34 35 36 37 \
    38 43 44 48 49 51 55 58 64 68 69 70 71 72; 12 23; 16 17 18 19 20 21 22 23; 17 18 19 20 21 22 23 26 \
    55; 18 19 20 21 22 23; 19 20 21 22 23; 20 21 22 23; 21 22 23; 22 23; 23 24 25 27 29 30 31; 24 25 26 \
    27 41 42 50 68 69 70; 25 26 27 39 40 41 42 48 55 68 69 70 71 75; 26 27 43 49 51 54 55 72; 27 28 29 \
    31 33 43 48 58 68 69 70 71 72; 28 44 45; 29 34 35 36 37 38; 30 31; 34 35 36 37 38; 35 36 37 38; 36 \
    37 38; 37 38; 39 52 55; 41 42 55 57 62 68 69 70 71 75; 46 47 48; 48 55 57 58 59 60 61 62 63 64 65 66 \
    68 69 71 73 74 75 76; 49 50 51 54 55 56; 51 52 53 54 55; 54 55; 55 56 57 58 59 61 62 63 64 65; 57 58 \
    59 61 62 63 64 65 67; 58 59 60 61 62 63 64 65 66 70 76; 59 60 61 62 63 64 65 66; 60 61 62 63 64 65 \
    66; 61 62 63 64 65 66; 62 63 64 65 66 76; 63 64 65 66 76; 64 65 66 76; 65 66 76; 66 76; 68 69 70 71 \
    75; 69 70 71 75; 70 71 75; 71 75; 73 74";

/// Krackhardt 1990.
const KITE: &str = "0 1 2 3 5; 1 3 4 6; 2 3 5; 3 4 5 6; 4 6; 5 6 7; 6 7; 7 8; 8 9";

/// Padgett & Ansell 1993: marriages of Florentine families.
const FLORENTINE_FAMILIES: &str =
    "0 1; 1 5 6 7 8 9; 2 3 4 5; 3 4 11; 4 6 11; 6 7; 7 12; 8 12 13; 9 10; 11 12; 12 14";

/// Actors, ties drawn (some of them twice), and the best modularity that igraph 1.0.0 finds with 50 seeds
/// (`community_leiden`, `objective_function="modularity"`, `n_iterations=-1`).
const RANDOM: [(usize, usize, f64); 6] = [
    (20, 40, 0.368_686_868_686_868_7),
    (50, 120, 0.401_355_104_789_159_03),
    (100, 300, 0.386_812_897_355_156_3),
    (200, 500, 0.464_337_712_221_203_7),
    (400, 1200, 0.428_465_424_008_619),
    (1000, 3000, 0.438_804_488_803_533),
];

type Tie = (u32, u32);

#[test]
fn reaches_the_best_known_values() {
    for (name, text, actors, best, count) in [
        ("karate club", KARATE, 34, 0.419_789_612_097_304_4, Some(4)),
        ("Les Misérables", LES_MISERABLES, 77, 0.560_008_370_016_740_1, None),
        ("kite", KITE, 10, 0.222_222_222_222_222_27, None),
        ("Florentine families", FLORENTINE_FAMILIES, 15, 0.398_75, None),
    ] {
        let ties = read(text);
        let found = checked(actors, &ties);
        assert!(found.modularity.unwrap() >= best - 1e-9, "{name}: {:?}", found.modularity);
        assert!(count.is_none_or(|count| count == found.count), "{name}: {} communities", found.count);
    }
}

#[test]
fn is_no_worse_than_igraph_on_random_graphs() {
    for (actors, ties, theirs) in RANDOM {
        let ties = random(actors, ties, &mut Chance(actors as u64));
        let found = checked(actors, &ties).modularity.unwrap();
        assert!(found >= theirs - 1e-9, "{actors} actors: {found} and not {theirs}");
    }
}

#[test]
fn finds_the_best_of_all_partitions_of_small_graphs() {
    let mut chance = Chance(1);
    for _ in 0..100 {
        let actors = 2 + chance.below(7);
        let ties = random(actors, 1 + chance.below(2 * actors), &mut chance);
        let found = checked(actors, &ties).modularity;
        let best = partitions(actors).into_iter().filter_map(|of| modularity(&of, &ties)).reduce(f64::max);
        match (found, best) {
            (Some(found), Some(best)) => assert!((found - best).abs() < 1e-12, "{found} of {best}: {ties:?}"),
            unlike => assert_eq!(unlike, (None, None)),
        }
    }
}

#[test]
fn is_never_below_greedy_merging() {
    let mut chance = Chance(2);
    for _ in 0..300 {
        let actors = 2 + chance.below(39);
        let ties = random(actors, 1 + chance.below(3 * actors), &mut chance);
        let found = checked(actors, &ties);
        if let Some(greedy) = modularity(&greedy(actors, &ties), &ties) {
            assert!(found.modularity.unwrap() >= greedy - 1e-12, "{found:?}, greedily {greedy}: {ties:?}");
        }
    }
}

#[test]
fn says_the_same_twice() {
    for (actors, ties) in [(300, 900), (20_000, 60_000)] {
        let ties = random(actors, ties, &mut Chance(3));
        assert_eq!(communities(&rows(actors, &ties)), communities(&rows(actors, &ties)));
    }
}

#[test]
fn strength_does_not_count() {
    let mut chance = Chance(4);
    let ties = random(30, 60, &mut chance);
    let mut arcs = Vec::new();
    for (a, b) in &ties {
        let strength = 1 + u32::try_from(chance.below(5)).unwrap();
        arcs.extend([(*a, *b, strength), (*b, *a, strength)]);
    }
    assert_eq!(communities(&Rows::of(30, &arcs)), communities(&rows(30, &ties)));
}

#[test]
fn without_ties_everybody_is_alone_and_modularity_undefined() {
    for actors in [0, 1, 5, 20_000] {
        let found = checked(actors, &[]);
        assert_eq!(found.count as usize, actors);
        assert_eq!(found.modularity, None);
    }
}

#[test]
fn one_tie_and_some_without() {
    let found = checked(5, &[(1, 3)]);
    assert_eq!(found.of, [0, 1, 2, 1, 3]);
    assert_eq!(found.modularity, Some(0.0));
}

#[test]
fn two_cliques_joined_by_a_tie() {
    let clique = |from: u32| (from..from + 6).flat_map(move |a| (a + 1..from + 6).map(move |b| (a, b)));
    let mut ties: Vec<Tie> = clique(0).chain(clique(6)).collect();
    ties.push((5, 6));
    let found = checked(12, &ties);
    assert_eq!(found.of, [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1]);
}

#[test]
fn a_star_is_one_community() {
    for actors in [3_u32, 50, 20_000] {
        let ties: Vec<Tie> = (1..actors).map(|other| (0, other)).collect();
        let found = checked(actors as usize, &ties);
        assert_eq!((found.count, found.modularity), (1, Some(0.0)), "{actors} actors");
    }
}

#[test]
fn a_chain_of_a_hundred_thousand() {
    let ties: Vec<Tie> = (1..100_000).map(|actor| (actor - 1, actor)).collect();
    let found = checked(100_000, &ties);
    // Equal pieces of √actors each are best, and give 1 − 2 ⁄ √ties, near enough.
    assert!(found.modularity.unwrap() > 0.99, "{:?}", found.modularity);
}

#[test]
fn many_actors_with_hubs() {
    let mut chance = Chance(5);
    let mut ties = random(30_000, 90_000, &mut chance);
    ties.extend((2..30_000).filter(|other| other % 3 == 0).flat_map(|other| [(0, other), (1, other)]));
    ties.sort_unstable();
    ties.dedup();
    checked(30_000, &ties);
}

/// Communities that are sound: numbered in order, each connected, of the modularity they say.
fn checked(actors: usize, ties: &[Tie]) -> Communities {
    let graph = rows(actors, ties);
    let found = communities(&graph);
    assert_eq!(found.of.len(), actors);
    let mut next = 0;
    for community in &found.of {
        assert!(*community <= next, "{community} comes before {next}");
        next += u32::from(*community == next);
    }
    assert_eq!(found.count, next);
    assert_eq!(connected_parts(&graph, &found.of), found.count, "each community is connected");
    let definition =
        if actors > 2000 { modularity_by_sums(&found.of, ties) } else { modularity(&found.of, ties) };
    match (found.modularity, definition) {
        (Some(said), Some(is)) => assert!((said - is).abs() < 1e-12, "says {said}, is {is}"),
        unlike => assert_eq!(unlike, (None, None)),
    }
    found
}

/// In how many parts the communities fall, counted by joining ends (which is another way than the program's).
fn connected_parts(graph: &Rows, of: &[u32]) -> u32 {
    fn top(above: &mut [u32], mut actor: u32) -> u32 {
        while above[actor as usize] != actor {
            above[actor as usize] = above[above[actor as usize] as usize];
            actor = above[actor as usize];
        }
        actor
    }
    let mut above: Vec<u32> = (0..).take(of.len()).collect();
    let mut parts = u32::try_from(of.len()).unwrap();
    for actor in (0..).take(of.len()) {
        for other in graph.row(actor).iter().filter(|other| of[**other as usize] == of[actor as usize]) {
            let (a, b) = (top(&mut above, actor), top(&mut above, *other));
            if a != b {
                above[a as usize] = b;
                parts -= 1;
            }
        }
    }
    parts
}

/// Newman & Girvan, as it is written: over all ordered pairs of actors in one community.
fn modularity(of: &[u32], ties: &[Tie]) -> Option<f64> {
    let actors = of.len();
    let mut joined = vec![vec![0.0; actors]; actors];
    for (a, b) in ties {
        joined[*a as usize][*b as usize] = 1.0;
        joined[*b as usize][*a as usize] = 1.0;
    }
    let degrees: Vec<f64> = joined.iter().map(|row| row.iter().sum()).collect();
    let twice: f64 = degrees.iter().sum();
    let mut sum = 0.0;
    for a in 0..actors {
        for b in (0..actors).filter(|b| of[a] == of[*b]) {
            sum += joined[a][b] - degrees[a] * degrees[b] / twice;
        }
    }
    (!ties.is_empty()).then(|| sum / twice)
}

/// The same by community, for graphs that have too many pairs.
fn modularity_by_sums(of: &[u32], ties: &[Tie]) -> Option<f64> {
    let mut within = 0.0;
    let mut degrees = vec![0.0; of.len()];
    for (a, b) in ties {
        let (a, b) = (of[*a as usize], of[*b as usize]);
        within += f64::from(u8::from(a == b));
        degrees[a as usize] += 1.0;
        degrees[b as usize] += 1.0;
    }
    let twice: f64 = degrees.iter().sum();
    let by_chance: f64 = degrees.iter().map(|degrees| (degrees / twice) * (degrees / twice)).sum();
    (!ties.is_empty()).then(|| 2.0 * within / twice - by_chance)
}

/// Every way to part so many actors.
fn partitions(actors: usize) -> Vec<Vec<u32>> {
    let mut all = vec![Vec::new()];
    for _ in 0..actors {
        let mut longer = Vec::new();
        for of in all {
            for community in 0..=of.iter().max().map_or(0, |most| most + 1) {
                longer.push([of.as_slice(), &[community]].concat());
            }
        }
        all = longer;
    }
    all
}

/// Clauset, Newman & Moore 2004: the two communities that gain most by it become one, as long as any gain.
fn greedy(actors: usize, ties: &[Tie]) -> Vec<u32> {
    let mut of: Vec<u32> = (0..).take(actors).collect();
    let mut joined = vec![vec![0_i64; actors]; actors];
    for (a, b) in ties {
        joined[*a as usize][*b as usize] += 1;
        joined[*b as usize][*a as usize] += 1;
    }
    let mut degrees: Vec<i64> = joined.iter().map(|row| row.iter().sum()).collect();
    let twice: i64 = degrees.iter().sum();
    loop {
        let mut best = (0, 0, 0);
        for a in 0..actors {
            for b in a + 1..actors {
                best = best.max((twice * joined[a][b] - degrees[a] * degrees[b], a, b));
            }
        }
        let (gain, a, b) = best;
        if gain == 0 {
            return of;
        }
        #[allow(clippy::needless_range_loop, reason = "rows and columns of one matrix")]
        for other in 0..actors {
            let moved = std::mem::take(&mut joined[b][other]);
            joined[a][other] += moved;
            joined[other][a] += std::mem::take(&mut joined[other][b]);
        }
        degrees[a] += std::mem::take(&mut degrees[b]);
        for community in of.iter_mut().filter(|community| **community as usize == b) {
            *community = u32::try_from(a).unwrap();
        }
    }
}

fn rows(actors: usize, ties: &[Tie]) -> Rows {
    let arcs: Vec<_> = ties.iter().flat_map(|(a, b)| [(*a, *b, 1), (*b, *a, 1)]).collect();
    Rows::of(actors, &arcs)
}

fn read(text: &str) -> Vec<Tie> {
    let mut ties = Vec::new();
    for row in text.split(';') {
        let mut actors = row.split_whitespace().map(|actor| actor.parse::<u32>().unwrap());
        let first = actors.next().unwrap();
        ties.extend(actors.map(|other| (first, other)));
    }
    ties
}

/// Ties between any two, without doubles.
fn random(actors: usize, ties: usize, chance: &mut Chance) -> Vec<Tie> {
    let mut end = || u32::try_from(chance.below(actors)).unwrap();
    let drawn: Vec<Tie> = (0..ties).map(|_| (end(), end())).collect();
    let in_order = drawn.into_iter().map(|(a, b)| (a.min(b), a.max(b)));
    let mut ties: Vec<Tie> = in_order.filter(|(a, b)| a != b).collect();
    ties.sort_unstable();
    ties.dedup();
    ties
}

/// Numbers that look random and are the same every time (splitmix64, Steele et al. 2014).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % end as u64).unwrap()
    }
}
