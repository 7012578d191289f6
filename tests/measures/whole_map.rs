//! All measures together, of real maps: which ties count, which groups there are, and what stands where.

use std::sync::Arc;

use jisr::analysis::measures::brokerage::Roles;
use jisr::analysis::measures::{ActorMeasures, Measures, Wanted, measure};
use jisr::analysis::{Network, Stopped};
use jisr::model::terms::Status;
use jisr::model::{Actor, Map, Rating, Text, Tie};

use crate::graphs::{Chance, Ties};
use crate::oracle::{self, count, joined};
use crate::{assert_near, assert_optional_near, on};

/// Kind and level, and which of the three formalities the kind has.
const ACTORS: [(&str, &str, u32); 5] = [
    ("tribal-leader", "community", 0),
    ("camp-committee", "community", 1),
    ("municipality", "municipal", 2),
    ("police", "governorate", 2),
    ("ministry", "national", 2),
];

/// A kind of tie, and whether it is adverse.
const TIES: [(&str, bool); 4] =
    [("informs", false), ("funds", false), ("contests", true), ("coordinates-with", false)];

/// An actor whose id is its number, so that ids are in the order of numbers.
pub fn actor(number: u32, kind: &str, level: &str) -> Actor {
    let id = format!("a{number:05}");
    Actor::new(id.as_str().into(), Text::from(id.as_str()), kind.into(), level.into())
}

pub fn tie(number: u32, from: &Actor, kind: &str, to: &Actor) -> Tie {
    Tie::new(format!("t{number:05}").as_str().into(), from.id.clone(), kind.into(), to.id.clone())
}

/// What a random map is made of: the kind of each actor; of each tie the kind, whether it is active, and itself.
struct Parts {
    actors: Vec<usize>,
    ties: Vec<(usize, bool, crate::graphs::Tie)>,
}

impl Parts {
    fn random(seed: u64) -> Self {
        let mut chance = Chance(seed);
        let actors = chance.below(12);
        let many = if actors > 0 { chance.below(4 * actors) } else { 0 };
        let mut tie = || {
            let ends = (chance.below(actors), chance.below(actors));
            let tie = (ends.0, ends.1, 1 + chance.below(5), chance.below(3) == 0);
            (chance.below(4) as usize, chance.below(5) > 0, tie)
        };
        let ties = (0..many).map(|_| tie()).collect();
        Self { actors: (0..actors).map(|_| chance.below(5) as usize).collect(), ties }
    }

    fn map(&self) -> Map {
        let actors: Vec<_> = (0..)
            .zip(&self.actors)
            .map(|(number, kind)| actor(number, ACTORS[*kind].0, ACTORS[*kind].1))
            .collect();
        let tie = |(number, (kind, is_active, ends)): (u32, &(usize, bool, crate::graphs::Tie))| {
            let mut tie = tie(number, &actors[ends.0 as usize], TIES[*kind].0, &actors[ends.1 as usize]);
            tie.strength = Rating::new(u8::try_from(ends.2).unwrap());
            tie.mutual = Some(ends.3);
            tie.status = if *is_active { Status::Active } else { Status::Dormant };
            tie
        };
        let ties = (0..).zip(&self.ties).map(tie).collect();
        Map { actors: actors.into(), ties, ..Map::default() }
    }

    fn counted(&self, with_adverse: bool) -> Ties {
        let counts = |kind: usize, is_active: bool| is_active && (with_adverse || !TIES[kind].1);
        let ties = self.ties.iter().filter(|(kind, is_active, _)| counts(*kind, *is_active));
        Ties { actors: self.actors.len(), ties: ties.map(|(.., tie)| *tie).collect() }
    }
}

fn measured(map: Map, wanted: Wanted) -> (Network, Measures) {
    let network = Network::of(Arc::new(map));
    let measures = measure(&network, wanted, &on).unwrap();
    (network, measures)
}

fn maps() -> impl Iterator<Item = (Parts, Wanted)> {
    let both = |seed: u64| [false, true].map(|with_adverse| (seed, with_adverse));
    (0..200)
        .flat_map(both)
        .map(|(seed, with_adverse)| (Parts::random(seed), Wanted { with_adverse, ..Wanted::default() }))
}

#[test]
fn each_actor_has_its_own() {
    for (parts, wanted) in maps() {
        let (_, measures) = measured(parts.map(), wanted);
        let ties = parts.counted(wanted.with_adverse);
        let (arcs, table, what) = (ties.directed(), ties.undirected(), format!("{ties:?}"));
        let all = |of: fn(&ActorMeasures) -> Option<f64>| measures.actors.iter().map(of).collect::<Vec<_>>();
        let some = |theirs: Vec<f64>| theirs.into_iter().map(Some).collect::<Vec<_>>();
        let sums = table.iter().map(|row| row.iter().sum()).collect();
        let into = |actor: usize| arcs.iter().filter(|row| row[actor] > 0.0).count();
        let degrees = |degree: &dyn Fn(usize) -> usize| {
            some((0..ties.actors).map(|actor| count(degree(actor))).collect())
        };
        let same = |of: fn(&ActorMeasures) -> Option<f64>, theirs: &[Option<f64>]| {
            assert_optional_near(&all(of), theirs, &what);
        };
        same(|actor| Some(actor.degree.into()), &degrees(&|actor| joined(&table, actor).len()));
        same(|actor| Some(actor.in_degree.into()), &degrees(&into));
        same(|actor| Some(actor.out_degree.into()), &degrees(&|actor| joined(&arcs, actor).len()));
        same(|actor| Some(u32::try_from(actor.strength).unwrap().into()), &some(sums));
        same(|actor| actor.betweenness, &some(oracle::betweenness(&arcs)));
        if ties.actors == 1 {
            assert_eq!(measures.actors[0].closeness, None);
        } else {
            same(|actor| actor.closeness, &some(oracle::closeness(&arcs)));
        }
        let eigenvector = oracle::eigenvector(&table).map_or(vec![None; ties.actors], some);
        same(|actor| actor.eigenvector, &eigenvector);
        same(|actor| Some(actor.pagerank), &some(oracle::pagerank(&arcs)));
        same(|actor| actor.clustering, &oracle::clustering(&table));
        same(|actor| actor.constraint, &oracle::constraint(&table));
        same(|actor| actor.effective_size, &oracle::effective_size(&table));
        let cores = oracle::cores(&table);
        assert!(measures.actors.iter().map(|actor| actor.core).eq(cores), "{what}");
        let components = oracle::components(&table).into_iter().map(|component| component + 1);
        assert!(measures.actors.iter().map(|actor| actor.component).eq(components), "{what}");
        let articulations = oracle::articulations(&table);
        assert!(measures.actors.iter().map(|actor| actor.is_articulation).eq(articulations), "{what}");
    }
}

#[test]
fn brokerage_is_by_level_and_by_formality() {
    let list = |roles: Roles| {
        [roles.coordinator, roles.itinerant, roles.gatekeeper, roles.representative, roles.liaison]
    };
    for (parts, wanted) in maps() {
        let (_, measures) = measured(parts.map(), wanted);
        let arcs = parts.counted(wanted.with_adverse).directed();
        // Both kinds of the community are on one level, and the first of them has a formality of its own.
        let levels: Vec<u32> =
            parts.actors.iter().map(|kind| u32::try_from((*kind).max(1)).unwrap()).collect();
        let formalities: Vec<u32> = parts.actors.iter().map(|kind| ACTORS[*kind].2).collect();
        let of_levels = measures.actors.iter().map(|actor| list(actor.brokerage.level));
        let of_formalities = measures.actors.iter().map(|actor| list(actor.brokerage.formality));
        assert_eq!(of_levels.collect::<Vec<_>>(), oracle::brokerage(&arcs, &levels));
        assert_eq!(of_formalities.collect::<Vec<_>>(), oracle::brokerage(&arcs, &formalities));
    }
}

#[test]
fn bridge_ties_are_all_ties_between_the_two_ends() {
    for (parts, wanted) in maps() {
        let (network, measures) = measured(parts.map(), wanted);
        let bridges = oracle::bridges(&parts.counted(wanted.with_adverse).undirected());
        let theirs: Vec<_> = (0_u32..)
            .zip(&parts.ties)
            .filter(|(_, (kind, is_active, _))| *is_active && (wanted.with_adverse || !TIES[*kind].1))
            .filter(|(_, (.., (a, b, ..)))| bridges.contains(&(*a.min(b), *a.max(b))))
            .map(|(number, _)| format!("t{number:05}"))
            .collect();
        let ours: Vec<_> = measures.bridge_ties.iter().map(|tie| network.tie(*tie).id.to_string()).collect();
        assert_eq!(ours, theirs);
    }
}

#[test]
fn the_map_as_a_whole() {
    for (parts, wanted) in maps() {
        let (_, measures) = measured(parts.map(), wanted);
        let (ties, map) = (parts.counted(wanted.with_adverse), measures.map);
        let arcs: usize =
            ties.directed().iter().map(|row| row.iter().filter(|strength| **strength > 0.0).count()).sum();
        let actors = count(ties.actors);
        let density = (ties.actors >= 2).then(|| count(arcs) / (actors * (actors - 1.0)));
        assert_optional_near(&[map.density], &[density], "density");
        assert_eq!(map.components, measures.actors.iter().map(|actor| actor.component).max().unwrap_or(0));
        assert_eq!(map.communities, measures.actors.iter().map(|actor| actor.community).max().unwrap_or(0));
        assert_eq!(map.modularity.is_some(), arcs > 0);
        if let Some(ours) = map.modularity {
            assert_near(ours, modularity(&ties, &measures), "modularity");
        }
    }
}

/// Newman & Girvan's, each joined pair counting once, of the communities found.
fn modularity(ties: &Ties, measures: &Measures) -> f64 {
    let mut table = ties.undirected();
    for cell in table.iter_mut().flatten().filter(|cell| **cell > 0.0) {
        *cell = 1.0;
    }
    let of = |actor: usize| measures.actors[actor].community;
    let sums: Vec<f64> = table.iter().map(|row| row.iter().sum()).collect();
    let all: f64 = sums.iter().sum();
    let pairs = (0..ties.actors).flat_map(|a| (0..ties.actors).map(move |b| (a, b)));
    pairs.filter(|(a, b)| of(*a) == of(*b)).map(|(a, b)| (table[a][b] - sums[a] * sums[b] / all) / all).sum()
}

#[test]
fn a_map_of_nobody() {
    let (_, measures) = measured(Map::default(), Wanted::default());
    assert!(measures.actors.is_empty() && measures.bridge_ties.is_empty());
    assert_eq!((measures.map.components, measures.map.communities), (0, 0));
    assert_eq!(
        (measures.map.density, measures.map.reciprocity, measures.map.centralization),
        (None, None, None)
    );
}

#[test]
fn betweenness_of_a_large_map_is_left_out_unless_asked_for() {
    let actors: Vec<_> = (0..20_001).map(|number| actor(number, "tribal-leader", "community")).collect();
    let ties = vec![tie(0, &actors[0], "informs", &actors[1]), tie(1, &actors[1], "informs", &actors[2])];
    let map = Map { actors: actors.into(), ties: ties.into(), ..Map::default() };
    let (_, without) = measured(map.clone(), Wanted::default());
    assert!(without.actors.iter().all(|actor| actor.betweenness.is_none() && actor.closeness.is_some()));
    let (_, with) = measured(map, Wanted { exact: true, ..Wanted::default() });
    assert_eq!(with.actors[1].betweenness, Some(1.0));
}

#[test]
fn it_stops_when_told_to() {
    let network = Network::of(Arc::new(Parts::random(1).map()));
    assert_eq!(measure(&network, Wanted::default(), &|_| false), Err(Stopped));
}
