//! How long reading and writing take: `cargo bench --bench format`.

mod support;

use divan::Bencher;
use divan::counter::BytesCount;
use jisr::format::jisr::{read, write};

fn main() {
    divan::main();
}

const SIZES: [(usize, usize); 3] = [(500, 2_000), (5_000, 20_000), (50_000, 200_000)];

#[divan::bench(args = SIZES, sample_count = 20)]
fn read_map(bencher: Bencher, (actors, ties): (usize, usize)) {
    let bytes = write(&support::map(actors, ties));
    bencher.counter(BytesCount::of_slice(&bytes)).bench_local(|| read(&bytes));
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn write_map(bencher: Bencher, (actors, ties): (usize, usize)) {
    let map = support::map(actors, ties);
    bencher.bench_local(|| write(&map));
}
