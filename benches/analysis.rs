//! How long the full analysis takes, and how that grows: `cargo bench --bench analysis`.

mod support;

use std::sync::Arc;

use divan::Bencher;
use jisr::analysis::{Evidence, analyze, bridges};

fn main() {
    divan::main();
}

/// Both passes, all findings, the scorecard; from a map in memory, without its sentences.
#[divan::bench(args = [(500, 2_000), (5_000, 20_000), (50_000, 200_000)])]
fn full_analysis(bencher: Bencher, (actors, ties): (usize, usize)) {
    let map = Arc::new(support::map(actors, ties));
    bencher.bench_local(|| analyze(Arc::clone(&map), Evidence::All));
}

/// Ten times the ties, ten times the time: four ties an actor, from a thousand to a million.
#[divan::bench(args = [1_000, 10_000, 100_000, 1_000_000], sample_count = 10)]
fn growth(bencher: Bencher, ties: usize) {
    let map = Arc::new(support::map(ties / 4, ties));
    let counted = bencher.counter(divan::counter::ItemsCount::new(ties));
    counted.bench_local(|| analyze(Arc::clone(&map), Evidence::All));
}

/// The ten ties that would close the most gaps.
#[divan::bench(args = [(500, 2_000), (5_000, 20_000)], sample_count = 3, sample_size = 1)]
fn ten_bridges(bencher: Bencher, (actors, ties): (usize, usize)) {
    let analysis = analyze(Arc::new(support::map(actors, ties)), Evidence::All);
    bencher.bench_local(|| bridges(&analysis, 10, &|_| true));
}
