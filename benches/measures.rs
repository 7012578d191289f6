//! How long each network measure takes by itself: `cargo bench --bench measures`.

mod support;

use std::sync::Arc;

use divan::{Bencher, black_box};
use jisr::analysis::measures::graph::{Rows, TieGraph};
use jisr::analysis::measures::{
    audience, betweenness, brokerage, burt, closeness, clustering, communities, cores, cuts, degrees,
    eigenvector, pagerank,
};
use jisr::analysis::{Network, VoiceGraph};

fn main() {
    divan::main();
}

/// Those that grow with the ties.
const SIZES: [(usize, usize); 3] = [(500, 2_000), (5_000, 20_000), (50_000, 200_000)];

/// Those that grow with the actors times the ties.
const SMALL: [(usize, usize); 2] = [(500, 2_000), (5_000, 20_000)];

fn network((actors, ties): (usize, usize)) -> Network {
    Network::of(Arc::new(support::map(actors, ties)))
}

fn graph(size: (usize, usize)) -> TieGraph {
    TieGraph::of(&network(size), false)
}

/// A measure of the ties without direction.
fn undirected<T>(bencher: Bencher, size: (usize, usize), measure: impl Fn(&Rows) -> T) {
    let graph = graph(size);
    bencher.bench_local(|| measure(&graph.both));
}

/// The merging of parallel ties, which all measures but one begin with.
#[divan::bench(args = SIZES, max_time = 2)]
fn merged_ties(bencher: Bencher, size: (usize, usize)) {
    let network = network(size);
    bencher.bench_local(|| TieGraph::of(&network, false));
}

#[divan::bench(args = SIZES, max_time = 2)]
fn degrees_of_the_map(bencher: Bencher, size: (usize, usize)) {
    let graph = graph(size);
    bencher.bench_local(|| {
        black_box(degrees::density(&graph));
        black_box(degrees::reciprocity(&graph));
        degrees::centralization(&graph.both)
    });
}

#[divan::bench(args = SMALL, max_time = 5)]
fn betweenness(bencher: Bencher, size: (usize, usize)) {
    let graph = graph(size);
    bencher.bench_local(|| betweenness::betweenness(&graph, &|_| true));
}

#[divan::bench(args = SMALL, max_time = 5)]
fn harmonic_closeness(bencher: Bencher, size: (usize, usize)) {
    let graph = graph(size);
    bencher.bench_local(|| closeness::harmonic(&graph, &|_| true));
}

#[divan::bench(args = SIZES, max_time = 2)]
fn pagerank(bencher: Bencher, size: (usize, usize)) {
    let graph = graph(size);
    bencher.bench_local(|| pagerank::pagerank(&graph));
}

#[divan::bench(args = SIZES, max_time = 2)]
fn eigenvector(bencher: Bencher, size: (usize, usize)) {
    undirected(bencher, size, eigenvector::eigenvector);
}

#[divan::bench(args = SIZES, max_time = 2)]
fn core_numbers(bencher: Bencher, size: (usize, usize)) {
    undirected(bencher, size, cores::core_numbers);
}

#[divan::bench(args = SIZES, max_time = 2)]
fn clustering(bencher: Bencher, size: (usize, usize)) {
    undirected(bencher, size, clustering::clustering);
}

#[divan::bench(args = SIZES, max_time = 2)]
fn constraint(bencher: Bencher, size: (usize, usize)) {
    undirected(bencher, size, burt::constraint);
}

#[divan::bench(args = SIZES, max_time = 2)]
fn effective_size(bencher: Bencher, size: (usize, usize)) {
    undirected(bencher, size, burt::effective_size);
}

#[divan::bench(args = SIZES, max_time = 5)]
fn communities(bencher: Bencher, size: (usize, usize)) {
    undirected(bencher, size, communities::communities);
}

#[divan::bench(args = SIZES, max_time = 2)]
fn articulation_and_bridges(bencher: Bencher, size: (usize, usize)) {
    undirected(bencher, size, cuts::cuts);
}

#[divan::bench(args = SIZES, max_time = 2)]
fn brokerage_by_level(bencher: Bencher, size: (usize, usize)) {
    let network = network(size);
    let graph = TieGraph::of(&network, false);
    let levels: Vec<u32> = network.actors.iter().map(|node| node.level).collect();
    bencher.bench_local(|| brokerage::brokerage(&graph, &levels));
}

/// How many decision-makers each voice can reach.
#[divan::bench(args = SIZES, max_time = 2)]
fn audience(bencher: Bencher, size: (usize, usize)) {
    let network = network(size);
    let active = (0..).zip(&network.ties).filter(|(_, link)| link.is_active).map(|(tie, _)| tie);
    let voices = VoiceGraph::of(&network, &active.collect::<Vec<_>>());
    bencher.bench_local(|| audience::audience(&voices, &network.decision_makers));
}
