//! How far the window is behind a change: from an edit until the answers are those of the changed map, and until it is
//! drawn anew: `cargo bench --bench answers`. Small maps are worked out at once, larger ones beside the window; both are
//! waited for as the window does, by looking whether they are there. And how long the window's own thread is held up
//! meanwhile, for each kind of action: the longest of its frames, from what people did to triangles.

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "a bench prints, stops at the first surprise, and counts little"
)]

mod support;
#[path = "frames/window.rs"]
#[allow(dead_code, reason = "another bench pans and hovers")]
mod window;

use std::sync::Arc;
use std::time::{Duration, Instant};

use egui::{Event, Key, Modifiers};
use jisr::app::{Command, Shell, Tab};
use jisr::format::jisr::write;
use jisr::model::terms::{Term as _, View};
use jisr::model::{Language, Rating};
use jisr::picture::geometry::Size;
use jisr::picture::lens::Lens;
use jisr::picture::spotlight::Item;
use jisr::session::building::fields::{ActorField, TieField, set_actor, set_tie};
use jisr::session::{Keeper, Recent, Session, Settings};
use jisr::words::Words;
use window::Window;

/// Actors and ties, and within how many milliseconds answers are wanted.
const SIZES: [(usize, usize, Option<f64>); 4] =
    [(150, 450, Some(50.0)), (500, 1_500, Some(50.0)), (5_000, 20_000, None), (50_000, 200_000, None)];
/// No frame may be longer than so many milliseconds.
const FRAME: f64 = 100.0;
/// How many changes are measured.
const CHANGES: usize = 21;
/// The room of the canvas in a window of 1440 × 900.
const ROOM: Size = Size { width: 870.0, height: 752.0 };

fn main() {
    println!("milliseconds behind a change (median of {CHANGES}; worst): strength of one tie, Levels\n");
    println!(
        "{:>7} {:>8} {:>9} {:>9} {:>9} {:>9} {:>9} {:>9}",
        "actors", "ties", "edit", "worst", "answers", "worst", "drawn", "worst"
    );
    for (actors, ties, goal) in SIZES {
        let mut session = open(actors, ties);
        let (mut edits, mut answers, mut drawings) = (Vec::new(), Vec::new(), Vec::new());
        for change in 0..CHANGES {
            let [edit, answer, drawn] = measure(&mut session, change);
            edits.push(edit);
            answers.push(answer);
            drawings.push(drawn);
        }
        let [edit, answer, drawn] = [edits, answers, drawings].map(median_and_worst);
        let verdict =
            goal.map_or("", |goal| if answer.0 <= goal { "answers ≤ goal" } else { "answers > goal" });
        println!(
            "{actors:>7} {ties:>8} {:>9.2} {:>9.2} {:>9.2} {:>9.2} {:>9.2} {:>9.2}  {verdict}",
            edit.0, edit.1, answer.0, answer.1, drawn.0, drawn.1
        );
        drop(session);
        frames(actors, ties);
    }
}

/// What somebody does, one thing after the other. Gives what happens in the frame beside it.
const ACTIONS: [(&str, Action); 13] = [
    ("strength of a tie", |shell, number| {
        edit_tie(&mut shell.session, number);
        Vec::new()
    }),
    ("name of an actor", |shell, number| {
        let session = &mut shell.session;
        let map = Arc::clone(session.document.as_ref().expect("a map").map());
        let actor = &map.actors[number * map.actors.len() / CHANGES].id;
        let named = set_actor(&map, actor, &ActorField::Name, &format!("Renamed {number}"), &session.words);
        session.edit(named.ok().flatten().expect("an edit")).expect("an edit that is taken");
        Vec::new()
    }),
    ("undo", |shell, _| asked(shell, Command::Undo)),
    ("save in the background", |shell, _| asked(shell, Command::Save)),
    ("look at an actor", |shell, number| {
        asked(shell, Command::Look(Some(Item::Actor(u32::try_from(number * 7).expect("few")))))
    }),
    ("look at a tie", |shell, number| {
        asked(shell, Command::Look(Some(Item::Tie(u32::try_from(number * 13).expect("few")))))
    }),
    ("look at a finding", |shell, number| asked(shell, Command::Look(Some(Item::Finding(number * 31))))),
    ("another tab", |shell, number| asked(shell, Command::Tab(TABS[number % TABS.len()]))),
    ("another lens", |shell, number| asked(shell, Command::Lens(Lens::ALL[number % 7]))),
    ("another view", |shell, number| asked(shell, Command::View(View::ALL[number % 2]))),
    ("search", |shell, number| match number % 5 {
        0 => asked(shell, Command::Find),
        1..4 => typed(["p", "o", "l"][number % 5 - 1]),
        _ => vec![key(Key::Escape)],
    }),
    ("quick line", |shell, number| match number % 7 {
        0 => asked(shell, Command::QuickAdd(String::new())),
        1..6 => typed(["police-3", "0000", " info", "rms ", "med"][number % 7 - 1]),
        _ => vec![key(Key::Escape)],
    }),
    ("undo all", |shell, _| asked(shell, Command::Undo)),
];

/// Bridges are worked out on request, and take longer.
const TABS: [Tab; 3] = [Tab::Channel, Tab::Findings, Tab::Details];

type Action = fn(&mut Shell, usize) -> Vec<Event>;

fn asked(shell: &mut Shell, command: Command) -> Vec<Event> {
    shell.ask(command);
    Vec::new()
}

fn typed(text: &str) -> Vec<Event> {
    vec![Event::Text(text.to_owned())]
}

fn key(key: Key) -> Event {
    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE }
}

/// The longest of the frames from an action until everything that follows from it is there, in milliseconds; the action
/// itself belongs to the first of them.
fn longest(window: &mut Window, action: impl FnOnce(&mut Shell) -> Vec<Event>) -> f64 {
    let start = Instant::now();
    let events = action(&mut window.shell);
    let mut longest = start.elapsed() + window.frame(events);
    // What is worked out in one frame is shown in the next.
    let mut frames_to_go = 3;
    while frames_to_go > 0 {
        wait();
        longest = longest.max(window.frame(Vec::new()));
        let session = &mut window.shell.session;
        let is_behind = session.poll() || session.drawn().is_none();
        frames_to_go = if is_behind { 3 } else { frames_to_go - 1 };
    }
    longest.as_secs_f64() * 1_000.0
}

fn frames(actors: usize, ties: usize) {
    let mut window = Window::with(&support::map(actors, ties));
    for (name, action) in ACTIONS {
        let took = (0..CHANGES).map(|number| longest(&mut window, |shell| action(shell, number))).collect();
        let (median, worst) = median_and_worst(took);
        let verdict = if worst <= FRAME { "≤ goal" } else { "> goal" };
        println!("{:>18} longest frame {median:>9.2} {worst:>9.2}  {verdict}: {name}", "");
    }
}

fn open(actors: usize, ties: usize) -> Session {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("map.jisr");
    std::fs::write(&file, write(&support::map(actors, ties))).expect("a file");
    let words = Words::of(&Language::new("en"));
    let wake = Arc::new(|| {});
    let mut session = Session::new(words, Settings::default(), Recent::load(None), Keeper::new(None), wake);
    session.open_file(&file);
    // A drawing that is worked out beside the window is taken in by asking for it.
    while session.draw(ROOM).is_none() | session.poll() {
        wait();
    }
    session
}

fn edit_tie(session: &mut Session, change: usize) {
    let map = Arc::clone(session.document.as_ref().expect("a map").map());
    let tie = &map.ties[change * map.ties.len() / CHANGES];
    let other = if tie.strength == Rating::new(2) { "4" } else { "2" };
    let named = set_tie(&map, &tie.id, &TieField::Strength, other, &session.words);
    session.edit(named.ok().flatten().expect("an edit")).expect("an edit that is taken");
}

/// How long a change takes until it is done, answered, drawn.
fn measure(session: &mut Session, change: usize) -> [f64; 3] {
    let document = session.document.as_ref().expect("a map");
    let revision = document.revision;
    let start = Instant::now();
    edit_tie(session, change);
    let edit = start.elapsed();
    while session.document.as_ref().is_some_and(|document| document.revision == revision) {
        session.poll();
        wait();
    }
    let answered = start.elapsed();
    while session.draw(ROOM).is_none() {
        session.poll();
        wait();
    }
    let drawn = start.elapsed();
    [edit, answered, drawn].map(|took| took.as_secs_f64() * 1_000.0)
}

fn wait() {
    std::thread::sleep(Duration::from_micros(200));
}

fn median_and_worst(mut took: Vec<f64>) -> (f64, f64) {
    took.sort_by(f64::total_cmp);
    (took[took.len() / 2], took[took.len() - 1])
}
