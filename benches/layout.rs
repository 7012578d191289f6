//! How long it takes to find out where everybody stands, and how that grows: `cargo bench --bench layout`.

mod support;

use std::sync::Arc;

use divan::Bencher;
use jisr::analysis::{Network, TieIx};
use jisr::model::terms::View;
use jisr::model::{Language, Map};
use jisr::picture::geometry::Size;
use jisr::picture::layout::{Asked, Before, layout};
use jisr::picture::names::{Name, names};

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

/// The network after an edit, from the picture before it.
#[divan::bench(args = [(150, 450), (500, 1_500), (5_000, 20_000)], sample_count = 5, sample_size = 1)]
fn network_again(bencher: Bencher, (actors, ties): (usize, usize)) {
    let map = support::map(actors, ties);
    let mut edited = map.clone();
    edited.ties.pop();
    view_after(bencher, View::Network, map, edited);
}

/// The levels after an edit, from the picture before it.
#[divan::bench(args = [(150, 450), (500, 1_500), (5_000, 20_000)], sample_count = 5, sample_size = 1)]
fn levels_again(bencher: Bencher, (actors, ties): (usize, usize)) {
    let map = support::map(actors, ties);
    let mut edited = map.clone();
    edited.ties.pop();
    view_after(bencher, View::Levels, map, edited);
}

/// What a view costs, names already measured.
fn view(bencher: Bencher, view: View, map: Map) {
    Asking::of(map).with(view, None, |asked| bencher.bench_local(|| layout(asked, &|_| true)));
}

/// What a view costs after that of another map.
fn view_after(bencher: Bencher, view: View, before: Map, map: Map) {
    let before = Asking::of(before)
        .with(view, None, |asked| layout(asked, &|_| true).ok().map(|layout| Before::of(asked, &layout)));
    Asking::of(map).with(view, before.as_ref(), |asked| bencher.bench_local(|| layout(asked, &|_| true)));
}

/// What a layout is asked with.
struct Asking {
    network: Network,
    names: Vec<Name>,
    ties: Vec<TieIx>,
}

impl Asking {
    fn of(map: Map) -> Self {
        let network = Network::of(Arc::new(map));
        let names = names(&network, &Language::new("en"));
        let ties: Vec<TieIx> = (0..).take(network.ties.len()).collect();
        Self { network, names, ties }
    }

    fn with<T>(&self, view: View, before: Option<&Before>, ask: impl FnOnce(Asked) -> T) -> T {
        let Self { network, names, ties } = self;
        let (size, centre, is_right_to_left) = (Size::new(860.0, 740.0), None, false);
        ask(Asked { network, view, size, names, ties, centre, is_right_to_left, before })
    }
}
