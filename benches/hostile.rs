//! Small files that are made to hurt: what it takes to check, analyse and draw any file of a megabyte:
//! `cargo bench --bench hostile`. Each is opened by a process of its own, whose high-water mark only Linux tells.

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench prints, and stops at the first surprise"
)]

use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use jisr::model::Language;
use jisr::model::terms::{Term as _, View};
use jisr::picture::geometry::Size;
use jisr::session::{Keeper, Recent, Session, Settings};
use jisr::words::Words;
use serde_json::{Value, json};

/// What any file of a megabyte may take.
const GOAL: (Duration, u64) = (Duration::from_secs(2), 500);
/// The room of the canvas in a window of 1440 × 900.
const ROOM: Size = Size { width: 870.0, height: 752.0 };

fn main() {
    if let Some(file) = std::env::args().find_map(|arg| arg.strip_prefix("--open=").map(str::to_owned)) {
        open(Path::new(&file));
        return;
    }
    println!(
        "seconds and MiB so far to open a file, and to draw it in each view (goal: 2 s each, 500 MiB)\n"
    );
    let folder = tempfile::tempdir().expect("a folder");
    for (name, map) in files() {
        let path = folder.path().join(format!("{name}.jisr"));
        let bytes = serde_json::to_vec(&map).expect("JSON");
        std::fs::write(&path, &bytes).expect("room for a file");
        print!("{name:<24} {:>5} KB ", bytes.len() / 1_000);
        std::io::stdout().flush().expect("somebody who reads");
        let this = std::env::current_exe().expect("a path");
        let opened = std::process::Command::new(this).arg(format!("--open={}", path.display())).status();
        if !opened.is_ok_and(|status| status.success()) {
            println!(" BROKE DOWN");
        }
    }
}

fn open(file: &Path) {
    let words = Words::of(&Language::new("en"));
    let wake = Arc::new(|| {});
    let mut session = Session::new(words, Settings::default(), Recent::load(None), Keeper::new(None), wake);
    let mut worst = Duration::ZERO;
    let mut tell = |what: &str, start: Instant| {
        worst = worst.max(start.elapsed());
        print!(" {what} {:.2}/{}", start.elapsed().as_secs_f64(), peak());
    };
    let start = Instant::now();
    session.open_file(file);
    while session.document.is_none() && session.not_opened.is_none() {
        session.poll();
        std::thread::sleep(Duration::from_millis(1));
    }
    tell("open", start);
    for view in View::ALL.iter().filter(|_| session.document.is_some()).copied().collect::<Vec<_>>() {
        session.show_view(view);
        let start = Instant::now();
        while session.draw(ROOM).is_none() | session.poll() {
            std::thread::sleep(Duration::from_millis(1));
        }
        tell(view.id(), start);
    }
    let is_reached = worst <= GOAL.0 && peak() <= GOAL.1;
    println!("{}", if is_reached { "" } else { "  > goal" });
}

fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok()).unwrap_or(0) >> 10
}

/// Files of about a megabyte, each with too much of something.
fn files() -> Vec<(&'static str, Value)> {
    let mut files = many_of_a_list();
    files.extend(long_and_deep());
    files.extend(shapes());
    files.extend(answers());
    files
}

fn map(keys: Value) -> Value {
    let mut map = json!({"jisr": 1, "title": "x"});
    let (Some(map_keys), Value::Object(keys)) = (map.as_object_mut(), keys) else { return map };
    map_keys.extend(keys);
    map
}

fn actor(number: usize, kind: &str, level: &str) -> Value {
    json!({"id": format!("a{number}"), "name": format!("A{number}"), "kind": kind, "level": level})
}

fn actors(count: usize) -> Vec<Value> {
    (0..count).map(|number| actor(number, "village-council", "community")).collect()
}

/// So many local actors, and one that decides after them.
fn heard_by_one(count: usize) -> Vec<Value> {
    actors(count).into_iter().chain([actor(count, "council-of-ministers", "national")]).collect()
}

fn tie(number: usize, from: usize, to: usize, kind: &str) -> Value {
    json!({"id": format!("t{number}"), "from": format!("a{from}"), "to": format!("a{to}"), "kind": kind})
}

fn list(count: usize, item: impl Fn(usize) -> Value) -> Vec<Value> {
    (0..count).map(item).collect()
}

fn two() -> Vec<Value> {
    heard_by_one(1)
}

/// So many levels, and an actor on each of the first.
fn ladder(levels: usize, actors: usize, ties: usize) -> Value {
    let rank = |at: usize| if at + 1 == levels { "national" } else { "local" };
    map(json!({
        "levels": list(levels, |at| json!({"id": format!("l{at}"), "name": "L", "tier": rank(at)})),
        "actors": list(actors, |at| actor(at, "police", &format!("l{}", at * levels / actors))),
        "ties": list(ties, |at| tie(at, at % actors, (at * 7_919 + 1) % actors, "informs")),
    }))
}

fn many_of_a_list() -> Vec<(&'static str, Value)> {
    let own = |at: usize| json!({"id": format!("k{at}"), "name": "k", "formality": "formal"});
    let members = |at: usize| list(10, |one| json!({"actor": format!("a{}", (at * 31 + one * 7) % 3_000)}));
    let partnership = |at: usize| json!({"id": format!("p{at}"), "name": "P", "members": members(at)});
    let step = |from: usize| json!({"from": format!("a{}", from % 2_000), "to": format!("a{}", (from * 7 + 1) % 2_000)});
    let cited = list(6, |at| {
        let mut cited = actor(at, "police", "national");
        cited["evidence"] = list(10_000, |source| json!(format!("s{source}"))).into();
        cited
    });
    vec![
        ("own kinds", map(json!({"actor_kinds": list(17_000, own), "actors": two()}))),
        ("partnerships", map(json!({"actors": actors(3_000), "partnerships": list(3_000, partnership)}))),
        (
            "story",
            map(
                json!({"actors": two(), "story": list(20_000, |_| json!({"caption": "s", "focus": ["a0"]}))}),
            ),
        ),
        (
            "sources",
            map(
                json!({"sources": list(10_000, |at| json!({"id": format!("s{at}"), "citation": "c"})), "actors": cited}),
            ),
        ),
        (
            "transmissions",
            map(
                json!({"actors": heard_by_one(2_000), "concerns": [{"id": "k", "text": "x", "raised_by": ["a0"],
            "transmissions": list(17_000, step)}]}),
            ),
        ),
        ("unknown numbers", map(json!({"actors": two(), "x-new": vec![1; 490_000]}))),
        ("unknown objects", map(json!({"actors": two(), "x-new": vec![json!({"a": 0}); 120_000]}))),
        ("unknown keys", map((0..90_000).map(|at| (format!("k{at}"), json!(0))).collect::<Value>())),
    ]
}

fn long_and_deep() -> Vec<(&'static str, Value)> {
    let named = |name: String| {
        let mut pair = two();
        pair[0]["name"] = name.into();
        map(json!({"actors": pair, "ties": [tie(0, 0, 1, "informs")]}))
    };
    let ids = list(
        1_300,
        |at| json!({"id": "a".repeat(at + 1), "name": "x", "kind": "police", "level": "national"}),
    );
    let titled = json!({"jisr": 1, "title": "x ".repeat(480_000), "actors": two()});
    let mut crowd = actors(4_500);
    for actor in &mut crowd {
        actor["name"] = format!("{} {}", "W".repeat(40), "ab ".repeat(40)).into();
    }
    vec![
        ("a name of one word", named("x".repeat(980_000))),
        ("a name of many words", named("ab ".repeat(320_000))),
        ("an Arabic name", named("لجنة ".repeat(100_000))),
        ("a tower of marks", named(format!("a{}", "\u{301}".repeat(480_000)))),
        ("long names", map(json!({"actors": crowd, "ties": [tie(0, 0, 1, "informs")]}))),
        ("a long title", titled),
        ("long ids", map(json!({"actors": ids}))),
    ]
}

fn shapes() -> Vec<(&'static str, Value)> {
    let chain = |count: usize| list(count, |at| tie(at, at, at + 1, "coordinates-with"));
    let star = list(8_500, |at| tie(at, at, 8_500, "informs"));
    let pairs = list(3_900, |at| tie(at, 2 * at, 2 * at + 1, "informs"));
    let pins: Value =
        (0..5_000).map(|at| (format!("a{at}"), json!([at * 7_919 % 2_000, at % 100]))).collect();
    let mut flat = map(json!({"actors": actors(5_000), "ties": chain(3_000)}));
    flat["layout"] = json!({"levels": pins});
    vec![
        ("levels", ladder(20_000, 2, 1)),
        ("levels, one actor each", ladder(6_000, 6_000, 3_900)),
        ("levels, long ties", ladder(6_000, 5_000, 4_000)),
        ("parallel ties", map(json!({"actors": two(), "ties": list(18_000, |at| tie(at, 0, 1, "informs"))}))),
        (
            "fewer parallel ties",
            map(json!({"actors": two(), "ties": list(3_999, |at| tie(at, 0, 1, "informs"))})),
        ),
        ("a star", map(json!({"actors": heard_by_one(8_500), "ties": star}))),
        ("pairs on one level", map(json!({"actors": heard_by_one(8_000), "ties": pairs}))),
        (
            "a crowd and one tie",
            map(json!({"actors": heard_by_one(14_000), "ties": [tie(0, 0, 14_000, "informs")]})),
        ),
        ("a chain", map(json!({"actors": heard_by_one(8_000), "ties": chain(8_000)}))),
        ("a shorter chain", map(json!({"actors": heard_by_one(3_900), "ties": chain(3_900)}))),
        ("pins on a line", flat),
    ]
}

fn answers() -> Vec<(&'static str, Value)> {
    let police = |count: usize, more: Value| {
        list(count, |at| {
            let mut actor = actor(at, "police", "governorate");
            actor["functions"] = json!(["arrest"]);
            actor["area"] = more.clone();
            actor
        })
    };
    let expected = |at: usize| json!({"id": format!("e{at}"), "label": "V", "kinds": ["village-council"]});
    let against = list(3_200, |at| tie(5_000 + at, at, at + 1, "contests"));
    let chain = list(3_200, |at| tie(at, at, at + 1, "coordinates-with"));
    let contested = [chain, against].concat();
    let one = list(5_000, |at| tie(at, at + 1, 0, "member-of"));
    let same = list(4_500, |at| json!({"id": format!("p{at}"), "name": "P", "actor": "a0"}));
    vec![
        ("overlapping mandates", map(json!({"actors": police(9_000, json!([]))}))),
        ("areas", map(json!({"actors": police(1_600, list(60, |at| json!(format!("x{at}"))).into())}))),
        ("expected voices", map(json!({"actors": actors(7_000), "expected_voices": list(9_000, expected)}))),
        ("a contested chain", map(json!({"actors": heard_by_one(3_200), "ties": contested}))),
        ("one partner of all", map(json!({"actors": actors(5_001), "ties": one, "partnerships": same}))),
    ]
}
