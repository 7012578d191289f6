//! A program that saves and autosaves without pause is killed at 500 random instants, and each time everything that was
//! promised is there, whole.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, SystemTime};

use jisr::session::keeping::{About, Autosave, Expect, KEPT, Keeper, Pace};

use super::{bytes_of, number_in};

const TIMES: usize = 500;
const FOLDER: &str = "JISR_TEST_KILLED_IN";
const FIRST: &str = "JISR_TEST_KILLED_FROM";

fn keeper(folder: &Path) -> Keeper {
    Keeper::new(Some(folder.join("own")))
}

/// What is killed. In the test run itself it has nothing to do.
#[test]
fn the_one_that_is_killed() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let first: usize = std::env::var(FIRST).unwrap().parse().unwrap();
    let folder = Path::new(&folder);
    let file = folder.join("m.jisr");
    let keeper = keeper(folder);
    let pace = Pace { gather: Duration::ZERO, within: Duration::ZERO, again: Duration::ZERO };
    let autosave = Autosave::start(&keeper, About { path: Some(file.clone()), print: None }, pace);
    let mut out = std::io::stdout();
    let mut promise = |number: usize| {
        // Nobody has been promised what has not been read whole.
        let _ = out.write_all(format!("\npromised {number}.\n").as_bytes()).and_then(|()| out.flush());
    };
    // Should nobody kill it, it ends.
    for number in first..first + 100_000 {
        autosave.changed(move || bytes_of(number));
        // Now and then both are at work at once.
        if number % 3 != 0 {
            autosave.flush().unwrap();
            promise(number);
        }
        if number % 2 == 0 {
            let saved = keeper.save(&file, &bytes_of(number), Expect::Anything).unwrap();
            promise(number);
            autosave.saved(About { path: Some(file.clone()), print: Some(saved.print) }, u64::MAX);
        }
    }
}

/// Runs it for so long, kills it, and tells what it had promised last.
fn run_and_kill(folder: &Path, first: usize, after: Duration) -> Option<usize> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "killed::the_one_that_is_killed", "--nocapture", "--test-threads", "1"])
        .env(FOLDER, folder)
        .env(FIRST, first.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    std::thread::sleep(after);
    // On Unix this is SIGKILL.
    child.kill().unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
    let numbers = lines.filter_map(|line| line.strip_prefix("promised ")?.strip_suffix('.')?.parse().ok());
    let last = numbers.last();
    assert!(!child.wait().unwrap().success(), "it was killed, and did not end by itself");
    last
}

#[test]
fn killed_at_any_instant_nothing_that_was_promised_is_lost() {
    // What a killed program wrote is there whether it reached the disk or not: in memory it does more in a moment.
    let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap();
    let file = folder.path().join("m.jisr");
    let keeper = keeper(folder.path());
    keeper.save(&file, &bytes_of(0), Expect::Nothing).unwrap();
    let seed = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap().subsec_nanos();
    let mut random = u64::from(seed);
    let (mut there, mut next, mut worked, mut drafts_found) = (0, 1, 0, 0);
    for time in 0..TIMES {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let after = Duration::from_micros(3_000 + (random >> 33) % 47_000);
        let promised = run_and_kill(folder.path(), next, after);
        let at = format!("kill {time} after {after:?}, promised {promised:?}");
        worked += usize::from(promised.is_some());
        let in_file =
            number_in(&std::fs::read(&file).unwrap()).unwrap_or_else(|| panic!("{at}: a torn file"));
        for version in keeper.versions(&file) {
            assert!(number_in(&std::fs::read(&version.path).unwrap()).is_some(), "{at}: a torn version");
        }
        let drafts = keeper.drafts();
        assert!(drafts.len() <= 1, "{at}: {} drafts", drafts.len());
        drafts_found += drafts.len();
        let in_draft =
            drafts.iter().map(|draft| number_in(&draft.bytes().unwrap()).expect("a draft is whole"));
        let newest = in_draft.chain([in_file]).max().unwrap();
        // Exactly the last one, or one of those that were being written.
        let is_promised = |promised| (promised..=promised + 2).contains(&newest);
        assert!(promised.map_or_else(|| newest == there || is_promised(next), is_promised), "{at}: {newest}");
        // As after a start at which somebody has thrown the draft away.
        for draft in drafts {
            draft.discard().unwrap();
        }
        there = in_file;
        next = newest + 1;
    }
    // One too many may have been left; the next one that is not killed sees to it.
    keeper.save(&file, &bytes_of(next), Expect::Anything).unwrap();
    assert_eq!(keeper.versions(&file).len(), KEPT);
    assert!(
        worked > TIMES / 2 && drafts_found > TIMES / 10,
        "it was at work {worked} times, {drafts_found} drafts"
    );
}
