//! How long layouts take, and how that grows: `cargo bench --bench layout`.

mod support;

use std::sync::Arc;

use divan::Bencher;
use jisr::analysis::{Network, TieIx};
use jisr::model::terms::View;
use jisr::model::{Language, Map};
use jisr::picture::geometry::Size;
use jisr::picture::layout::{Asked, layout};
use jisr::picture::names::Name;

fn main() {
    divan::main();
}

/// Bands by level, for a canvas of 1440 × 900.
#[divan::bench(args = [(500, 1_500), (5_000, 20_000), (50_000, 200_000)], max_time = 5)]
fn levels(bencher: Bencher, (actors, ties): (usize, usize)) {
    view(bencher, support::map(actors, ties), View::Levels);
}

/// The same for the samples.
#[divan::bench(args = ["jenin-2008", "jenin-2012", "valley-training"])]
fn levels_of_samples(bencher: Bencher, name: &str) {
    let bytes = std::fs::read(format!("sample-maps/{name}.jisr")).unwrap_or_default();
    if let Ok(reading) = jisr::format::jisr::read(&bytes) {
        view(bencher, reading.map, View::Levels);
    }
}

/// What a view costs, names already measured.
fn view(bencher: Bencher, map: Map, view: View) {
    let network = Network::of(Arc::new(map));
    let language = Language::new("en");
    let names = (0..).take(network.actors.len());
    let names: Vec<Name> = names.map(|actor| Name::of(network.actor(actor).name.read(&language))).collect();
    let ties: Vec<TieIx> = (0..).take(network.ties.len()).collect();
    let (size, centre, is_right_to_left) = (Size::new(860.0, 740.0), None, false);
    let asked = Asked { network: &network, view, size, names: &names, ties: &ties, centre, is_right_to_left };
    bencher.bench_local(|| layout(asked, &|_| true));
}
