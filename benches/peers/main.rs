//! Jisr beside the programs that analysts use today, on the same graphs in one run: `cargo bench --bench peers`.
//!
//! `-- --task NAME` and `-- --size 5k|50k|250k`, each as often as wanted, choose what is run. The peers are installed by
//! `benches/peers/install.sh`, into a virtual environment. `graphs.py` makes the graphs, `peers.py` is the peers' side.

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a bench stops at the first surprise, and prints"
)]

mod clock;
mod graph;
mod ours;
mod table;
mod tasks;
mod theirs;

use graph::Graph;
use tasks::{TASKS, Task};
use theirs::Peers;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    // A test of all targets starts benches too, without this.
    if !args.iter().any(|arg| arg == "--bench") {
        return;
    }
    let Some(peers) = Peers::installed() else {
        eprintln!("The peers are not installed: run bash benches/peers/install.sh first.");
        return;
    };
    let (tasks, sizes) = (chosen(&args, "--task"), chosen(&args, "--size"));
    let is_chosen = |task: &&Task| tasks.is_empty() || tasks.contains(&task.name);
    table::head();
    let mut rows = Vec::new();
    for task in TASKS.iter().filter(is_chosen) {
        let own = [task.size];
        for size in if sizes.is_empty() { own.as_slice() } else { &sizes } {
            let graph = Graph::read(&peers.graph(size));
            let ours = ours::run(task.name, &graph);
            drop(graph);
            rows.push(table::rows(task, size, &ours, peers.run(task, size)));
        }
    }
    table::foot(&rows.concat());
}

/// What an option was given.
fn chosen<'a>(args: &'a [String], option: &str) -> Vec<&'a str> {
    args.windows(2).filter(|pair| pair[0] == option).map(|pair| pair[1].as_str()).collect()
}
