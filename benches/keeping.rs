//! How long after a change it is in its draft, and how long a save takes: `cargo bench --bench keeping`. Nobody waits for either
//! of them; a change is promised to be in its draft within five seconds.

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench prints, and stops at the first surprise"
)]

mod support;

use std::io::{Read as _, Seek as _, SeekFrom};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use jisr::format::jisr::write;
use jisr::model::Map;
use jisr::session::keeping::{About, Autosave, Expect, Keeper, Pace};

const SIZES: [(usize, usize); 3] = [(500, 1_500), (5_000, 20_000), (50_000, 200_000)];
/// A change is told so often, while drafts are being written.
const EVERY: Duration = Duration::from_millis(300);
/// For so long.
const FOR: Duration = Duration::from_secs(20);
const PROMISED: f64 = 5.0;

fn main() {
    println!("{:>7} {:>8} {:>9} {:>9} {:>9}", "actors", "ties", "bytes", "save, s", "draft, s");
    for (actors, ties) in SIZES {
        let map = Arc::new(support::map(actors, ties));
        let folder = tempfile::tempdir().expect("a folder");
        let keeper = Keeper::new(Some(folder.path().join("own")));
        let start = Instant::now();
        let bytes = write(&map);
        keeper.save(&folder.path().join("m.jisr"), &bytes, Expect::Anything).expect("a save");
        let saved = start.elapsed().as_secs_f64();
        let behind = furthest_behind(&keeper, &map, folder.path()).as_secs_f64();
        let verdict = if behind <= PROMISED { "draft ≤ goal" } else { "draft > goal" };
        println!("{actors:>7} {ties:>8} {:>9} {saved:>9.2} {behind:>9.2}  {verdict}", bytes.len());
    }
}

/// The longest time between a change and the draft that holds it, while somebody goes on changing.
fn furthest_behind(keeper: &Keeper, map: &Arc<Map>, folder: &Path) -> Duration {
    let autosave = Autosave::start(keeper, About::default(), Pace::default());
    let start = Instant::now();
    let (mut changes, mut written, mut furthest) = (Vec::new(), 0, Duration::ZERO);
    while start.elapsed() < FOR || written < changes.len() {
        let is_due = changes.last().is_none_or(|last: &Instant| last.elapsed() >= EVERY);
        if start.elapsed() < FOR && is_due {
            changes.push(Instant::now());
            let (number, map) = (changes.len(), Arc::clone(map));
            // The number of the change stands at the end, where it is quickly read.
            autosave.changed(move || {
                let mut bytes = write(&map);
                bytes.extend((number as u64).to_le_bytes());
                bytes
            });
        }
        std::thread::sleep(Duration::from_millis(5));
        let number = number_in_draft(folder).unwrap_or_default();
        if number > written {
            furthest = furthest.max(changes[written].elapsed());
            written = number;
        }
    }
    furthest
}

/// The number of the last change that is in the draft.
fn number_in_draft(folder: &Path) -> Option<usize> {
    let names = std::fs::read_dir(folder.join("own/drafts")).ok()?.flatten().map(|entry| entry.path());
    let is_map = |path: &std::path::PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        path.extension().is_some_and(|ending| ending == "jisr") && !name.starts_with('.')
    };
    let mut file = std::fs::File::open(names.filter(is_map).max()?).ok()?;
    let mut bytes = [0; 8];
    file.seek(SeekFrom::End(-8)).and_then(|_| file.read_exact(&mut bytes)).ok()?;
    usize::try_from(u64::from_le_bytes(bytes)).ok()
}
