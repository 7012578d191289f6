//! How long it takes to find out where everybody stands, and how that grows: `cargo bench --bench layout`.

mod support;

use std::sync::Arc;

use divan::Bencher;
use jisr::analysis::{Network, TieIx};
use jisr::model::terms::View;
use jisr::model::{Language, Map};
use jisr::picture::geometry::Size;
use jisr::picture::layout::{Asked, layout};
use jisr::picture::names::names;
use jisr::words::Words;

fn main() {
    divan::main();
}

/// Bands by level, for a canvas of 1440 × 900.
#[divan::bench(args = [(500, 1_500), (5_000, 20_000), (50_000, 200_000)], max_time = 5)]
fn levels(bencher: Bencher, (actors, ties): (usize, usize)) {
    view(bencher, View::Levels, support::map(actors, ties));
}

/// The same for the samples.
#[divan::bench(args = ["jenin-2008", "jenin-2012", "valley-training"])]
fn levels_of_samples(bencher: Bencher, name: &str) {
    let bytes = std::fs::read(format!("sample-maps/{name}.jisr")).unwrap_or_default();
    if let Ok(reading) = jisr::format::jisr::read(&bytes) {
        view(bencher, View::Levels, reading.map);
    }
}

/// Actors near those they are tied to.
#[divan::bench(args = [(500, 1_500), (5_000, 20_000), (50_000, 200_000)], sample_count = 5, sample_size = 1)]
fn network(bencher: Bencher, (actors, ties): (usize, usize)) {
    view(bencher, View::Network, support::map(actors, ties));
}

/// Actors around the best tied one.
#[divan::bench(args = [(500, 1_500), (5_000, 20_000)], sample_count = 5, sample_size = 1)]
fn rings(bencher: Bencher, (actors, ties): (usize, usize)) {
    view(bencher, View::Rings, support::map(actors, ties));
}

/// Nobody of these is rated: all of them in the tray.
#[divan::bench(args = [(500, 1_500), (5_000, 20_000)], sample_count = 5, sample_size = 1)]
fn influence(bencher: Bencher, (actors, ties): (usize, usize)) {
    view(bencher, View::Influence, support::map(actors, ties));
}

/// Rows in an order that shows who belongs together.
#[divan::bench(args = [(500, 1_500), (5_000, 20_000)], sample_count = 5, sample_size = 1)]
fn matrix(bencher: Bencher, (actors, ties): (usize, usize)) {
    view(bencher, View::Matrix, support::map(actors, ties));
}

/// What a view costs, names already measured.
fn view(bencher: Bencher, view: View, map: Map) {
    let network = Network::of(Arc::new(map));
    let names = names(&network, &Words::of(&Language::new("en")));
    let ties: Vec<TieIx> = (0..).take(network.ties.len()).collect();
    let (size, centre, is_right_to_left) = (Size::new(860.0, 740.0), None, false);
    let asked = Asked {
        network: &network,
        view,
        size,
        names: &names,
        ties: &ties,
        centre,
        is_right_to_left,
        before: None,
    };
    bencher.bench_local(|| layout(asked, &|_| true));
}
