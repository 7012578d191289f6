//! What a frame costs: the whole window, worked out and made into triangles, without a graphics card:
//! `cargo bench --bench frames`. Beside it, in the same run, what `egui_graphs` takes for the same graph in the same room,
//! in a package of its own (`egui_graphs/`), because it wants an older egui. Numbers of actors choose sizes, and `alone`
//! leaves the peer out: `cargo bench --bench frames -- 500 alone`.

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "a bench prints, stops at the first surprise, and counts little"
)]

#[path = "../support/mod.rs"]
mod support;

mod peer;
mod window;

use window::{Moves, Window};

/// As in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Actors, ties, and how many milliseconds a frame may take while somebody pans.
const SIZES: [(usize, usize, f64); 3] = [(500, 1_500, 2.0), (5_000, 20_000, 6.0), (50_000, 200_000, 16.0)];

fn main() {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    let is_asked_for = |actors: usize| {
        !asked.iter().any(|one| one.parse::<usize>().is_ok()) || asked.contains(&actors.to_string())
    };
    let peer = if asked.iter().any(|one| one == "alone") { None } else { peer::Peer::build() };
    println!("CPU milliseconds a frame (median of 60; worst), run and tessellated; window of 1440 × 900\n");
    println!(
        "{:>7} {:>8}  {:<22} {:>8} {:>8} {:>12} {:>8}",
        "actors", "ties", "frame", "Jisr", "worst", "egui_graphs", "×"
    );
    for (actors, ties, goal) in SIZES.into_iter().filter(|(actors, ..)| is_asked_for(*actors)) {
        let mut window = Window::with(&support::map(actors, ties));
        let picture = window.picture();
        let theirs = peer.as_ref().map(|peer| peer.run(&picture));
        for moves in Moves::ALL {
            let ours = window.frames(moves);
            let theirs = theirs.as_ref().and_then(|theirs| theirs.get(moves.id())).copied();
            let (shown, times) = theirs.map_or_else(
                || ("—".to_owned(), "—".to_owned()),
                |theirs| (format!("{theirs:.2}"), format!("{:.1}", theirs / ours.median)),
            );
            let is_asked = matches!(moves, Moves::PanAll | Moves::PanClose);
            let verdict = if !is_asked {
                ""
            } else if ours.median <= goal {
                "≤ goal"
            } else {
                "> goal"
            };
            println!(
                "{actors:>7} {ties:>8}  {:<22} {:>8.2} {:>8.2} {shown:>12} {times:>8}  {verdict}",
                moves.id(),
                ours.median,
                ours.worst
            );
        }
    }
    println!(
        "\ngoals while panning: {}",
        SIZES.map(|(actors, _, goal)| format!("{actors}: {goal} ms")).join(", ")
    );
}
