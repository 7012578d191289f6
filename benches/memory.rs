//! The most memory that a file of a million ties takes, read and worked out: `cargo bench --bench memory`.
//!
//! The figure is the process's own high-water mark, which only Linux tells.

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench stops at the first surprise, and prints"
)]

mod support;

use std::sync::Arc;

use jisr::analysis::{Evidence, analyze};
use jisr::format::jisr::{read, write};

fn main() {
    // The map that is written would count too: a process of its own writes it.
    let path = std::env::temp_dir().join(format!("jisr-memory-{}.jisr", std::process::id()));
    if let Some(path) = std::env::args().find_map(|arg| arg.strip_prefix("--write=").map(str::to_owned)) {
        let mut map = support::map(250_000, 1_000_000);
        // With a source named at each tie the file would be larger than the largest that is read.
        map.ties.iter_mut().for_each(|tie| tie.evidence.clear());
        std::fs::write(path, write(&map)).expect("room for the file");
        return;
    }
    let written = std::process::Command::new(std::env::current_exe().expect("a path"))
        .arg(format!("--write={}", path.display()))
        .status();
    assert!(written.is_ok_and(|status| status.success()), "the file was not written");
    let bytes = std::fs::read(&path).expect("the file");
    std::fs::remove_file(&path).expect("the file to go");
    println!("file                          {:>6} MiB", bytes.len() >> 20);
    let map = read(&bytes).expect("a map").sound().expect("a valid map");
    drop(bytes);
    println!("peak after reading it         {}", peak());
    let analysis = analyze(Arc::new(map), Evidence::All);
    println!("peak after working it out     {}", peak());
    println!("findings                      {:>6}", analysis.findings.len());
}

fn peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
    kib.map_or_else(|| "     –".to_owned(), |kib| format!("{:>6} MiB", kib >> 10))
}
