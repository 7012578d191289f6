//! Jisr's side: each task is a call of the library, on a graph that was built before the clock starts.

use std::sync::Arc;

use jisr::analysis::measures::{audience, betweenness, burt, communities, cores, cuts, pagerank};
use jisr::analysis::{
    ActorIx, Analysis, Evidence, Gates, Network, Route, TieIx, VoiceGraph, analyze, best_routes,
    disjoint_routes,
};

use super::clock::{Measured, measured};
use super::graph::Graph;

/// What a task took.
#[derive(Debug, Clone, Copy)]
pub struct Ours {
    /// On one thread.
    pub one: Measured,
    /// On two, if it can use them.
    pub two: Option<Measured>,
}

impl Ours {
    /// The time on the wall where two threads may be used.
    pub fn wall(&self) -> f64 {
        self.two.unwrap_or(self.one).wall
    }
}

/// Does a task.
pub fn run(task: &str, graph: &Graph) -> Ours {
    match task {
        "reach" => {
            let (voice_graph, voices, hearers) = (voice_graph(graph), graph.voices(), graph.hearers());
            let heard =
                |counts: Vec<u32>| voices.iter().map(|voice| f64::from(counts[*voice as usize])).sum();
            on_one(|| audience::audience(&voice_graph, &hearers), heard)
        }
        "disjoint" => {
            let analysis = analysis(graph, false);
            let count = |(from, to): &(ActorIx, ActorIx)| disjoint_routes(&analysis, *from, *to);
            on_one(|| graph.pairs.iter().map(count).collect(), of_each::<Vec<u32>, u32>)
        }
        "alternatives" | "alternatives-weighted" => {
            let is_weighted = task == "alternatives-weighted";
            let analysis = analysis(graph, is_weighted);
            let routes = |(from, to): &(ActorIx, ActorIx)| best_routes(&analysis, *from, *to, 3);
            let hops = |routes: Vec<Route>| {
                let worth = |route: &Route| if is_weighted { 1 } else { route.ties.len() };
                number(routes.iter().map(worth).sum())
            };
            let work = || graph.pairs.iter().map(routes).collect::<Vec<_>>();
            on_one(work, |found| of_each(found.into_iter().map(hops)))
        }
        "dominators" => {
            let (voice_graph, voices) = (voice_graph(graph), marks(&graph.voices(), graph.actors() + 1));
            let hears = marks(&graph.hearers(), graph.actors() + 1);
            let work = || Gates::of(&voice_graph, &hears, |actor| voices[actor as usize]);
            on_one(work, |gates| {
                let gate = |actor| gates.gatekeepers(actor).next().map_or(0, |gate| gate + 1);
                of_each((0..).take(graph.actors()).map(gate))
            })
        }
        measure => measures(measure, graph),
    }
}

fn measures(measure: &str, graph: &Graph) -> Ours {
    let graph = graph.tie_graph();
    match measure {
        "betweenness" => on_two(
            || betweenness::betweenness(&graph, &|_| true).unwrap_or_default(),
            of_each::<Vec<f64>, f64>,
        ),
        "constraint" => on_one(
            || burt::constraint(&graph.both),
            |found| of_each(found.into_iter().map(Option::unwrap_or_default)),
        ),
        "communities" => {
            on_one(|| communities::communities(&graph.both), |found| found.modularity.unwrap_or_default())
        }
        "articulation" => on_one(
            || cuts::cuts(&graph.both),
            |found| of_each(found.is_articulation.into_iter().map(u8::from)),
        ),
        "cores" => on_one(|| cores::core_numbers(&graph.both), of_each::<Vec<u32>, u32>),
        "pagerank" => on_one(|| pagerank::pagerank(&graph), of_each::<Vec<f64>, f64>),
        unknown => unreachable!("no task is called {unknown}"),
    }
}

fn on_one<T: Send>(work: impl Fn() -> T + Send + Sync, in_one: impl Fn(T) -> f64) -> Ours {
    Ours { one: measured(1, work, in_one), two: None }
}

fn on_two<T: Send>(work: impl Fn() -> T + Send + Sync, in_one: impl Fn(T) -> f64) -> Ours {
    Ours { one: measured(1, &work, &in_one), two: Some(measured(2, &work, &in_one)) }
}

/// One number for a value of each actor, in which it matters whose each is; `peers.py` does the same.
fn of_each<I: IntoIterator<Item = T>, T: Into<f64>>(values: I) -> f64 {
    let places = (1..=97_u8).cycle().map(f64::from);
    values.into_iter().zip(places).map(|(value, place)| value.into() * place).sum()
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn marks(actors: &[ActorIx], of: usize) -> Vec<bool> {
    let mut marks = vec![false; of];
    for actor in actors {
        marks[*actor as usize] = true;
    }
    marks
}

fn voice_graph(graph: &Graph) -> VoiceGraph {
    let network = Network::of(Arc::new(graph.map(true)));
    let ties: Vec<TieIx> = (0..).take(network.ties.len()).collect();
    VoiceGraph::of(&network, &ties)
}

fn analysis(graph: &Graph, strengths: bool) -> Analysis {
    analyze(Arc::new(graph.map(strengths)), Evidence::All)
}
