//! How long it takes to find out where everybody stands: `cargo bench --bench layout`.

mod support;

use std::sync::Arc;

use divan::Bencher;
use jisr::analysis::{Network, TieIx};
use jisr::model::Language;
use jisr::model::terms::View;
use jisr::picture::geometry::Size;
use jisr::picture::layout::{Asked, layout};
use jisr::picture::names::names;
use jisr::words::Words;

fn main() {
    divan::main();
}

/// Actors near those they are tied to.
#[divan::bench(args = [(500, 1_500), (5_000, 20_000), (50_000, 200_000)], sample_count = 5, sample_size = 1)]
fn network(bencher: Bencher, size: (usize, usize)) {
    view(bencher, View::Network, size);
}

/// Actors around the best tied one.
#[divan::bench(args = [(500, 1_500), (5_000, 20_000)], sample_count = 5, sample_size = 1)]
fn rings(bencher: Bencher, size: (usize, usize)) {
    view(bencher, View::Rings, size);
}

/// Nobody of these is rated: all of them in the tray.
#[divan::bench(args = [(500, 1_500), (5_000, 20_000)], sample_count = 5, sample_size = 1)]
fn influence(bencher: Bencher, size: (usize, usize)) {
    view(bencher, View::Influence, size);
}

/// Rows in an order that shows who belongs together.
#[divan::bench(args = [(500, 1_500), (5_000, 20_000)], sample_count = 5, sample_size = 1)]
fn matrix(bencher: Bencher, size: (usize, usize)) {
    view(bencher, View::Matrix, size);
}

fn view(bencher: Bencher, view: View, (actors, ties): (usize, usize)) {
    let network = Network::of(Arc::new(support::map(actors, ties)));
    let names = names(&network, &Words::of(&Language::new("en")));
    let ties: Vec<TieIx> = (0..).zip(&network.ties).map(|(tie, _)| tie).collect();
    let asked = Asked {
        network: &network,
        view,
        size: Size::new(860.0, 740.0),
        names: &names,
        ties: &ties,
        centre: None,
        is_right_to_left: false,
    };
    bencher.bench_local(|| layout(asked, &|_| true));
}
