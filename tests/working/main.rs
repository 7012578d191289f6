//! An afternoon of work, by chance: thousands of changes, taken back, done again, saved, opened, broken off and recovered;
//! after each the session is compared with a plain list of states.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first surprise, and says where"
)]

mod changes;
mod plain;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use jisr::analysis::{Evidence, analyze};
use jisr::format::jisr::write;
use jisr::model::terms::View;
use jisr::model::{Language, LevelId, Position};
use jisr::picture::geometry::Size;
use jisr::report::json::analysis;
use jisr::session::building::put;
use jisr::session::drawing::Placed;
use jisr::session::{Keeper, Question, Recent, Session, Settings, Source};
use jisr::words::Words;
use proptest::prelude::RngExt as _;
use proptest::test_runner::{RngAlgorithm, TestRng};

use plain::Plain;

/// How many steps an afternoon has.
const STEPS: usize = 2_000;
/// The answers are worked out anew by themselves after so many steps.
const ANSWERED: usize = 20;

fn session(folder: &Path) -> Session {
    let keeper = Keeper::new(Some(folder.join("own")));
    let words = Words::of(&Language::new("en"));
    Session::new(words, Settings::default(), Recent::load(None), keeper, Arc::new(|| {}))
}

fn settle(session: &mut Session) {
    while session.poll() {
        std::thread::sleep(Duration::from_micros(100));
    }
}

/// What somebody does next.
enum Step {
    Change,
    Type,
    Undo,
    Redo,
    GoTo,
    Save,
    SaveElsewhere,
    Open,
    BreakOff,
}

fn next(chance: &mut TestRng) -> Step {
    match chance.random_range(0..1_000) {
        0..600 => Step::Change,
        600..700 => Step::Type,
        700..800 => Step::Undo,
        800..870 => Step::Redo,
        870..930 => Step::GoTo,
        930..970 => Step::Save,
        970..984 => Step::SaveElsewhere,
        984..992 => Step::Open,
        _ => Step::BreakOff,
    }
}

fn work(seed: u64) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("map.jisr");
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-maps/jenin-2008.jisr");
    std::fs::copy(sample, &file).unwrap();
    let mut chance = TestRng::from_seed(RngAlgorithm::ChaCha, &[u8::try_from(seed).unwrap(); 32]);
    let mut session = session(folder.path());
    session.open_file(&file);
    settle(&mut session);
    let mut plain = Plain::opened(&file);
    let mut done = [0_usize; 9];
    for step in 0..STEPS {
        let what = next(&mut chance);
        let place = match what {
            Step::Change => 0,
            Step::Type => 1,
            Step::Undo => 2,
            Step::Redo => 3,
            Step::GoTo => 4,
            Step::Save => 5,
            Step::SaveElsewhere => 6,
            Step::Open => 7,
            Step::BreakOff => 8,
        };
        done[place] += 1;
        session = take(session, &mut plain, &mut chance, &what, folder.path());
        let at = format!("seed {seed}, step {step}");
        compare(&session, &plain, &at);
        if step % ANSWERED == 0 {
            settle(&mut session);
            let document = session.document.as_ref().unwrap();
            let fresh = analyze(Arc::clone(document.map()), Evidence::All);
            let told = |of| serde_json::to_value(analysis(of, &session.words)).unwrap();
            assert_eq!(told(&document.analysis), told(&fresh), "{at}: the answers are those of the map");
        }
    }
    assert!(done.iter().all(|count| *count > 0), "seed {seed}: everything was done: {done:?}");
    assert!(plain.longest > 30, "seed {seed}: histories grow long: {}", plain.longest);
}

/// Does one step, in the session and in the plain list alike.
fn take(
    mut session: Session,
    plain: &mut Plain,
    chance: &mut TestRng,
    what: &Step,
    folder: &Path,
) -> Session {
    match what {
        Step::Change => {
            if let Some(named) = changes::any(&session, chance) {
                let edit = named.edit.clone();
                plain.change(edit, session.edit(named).is_ok());
            }
        }
        Step::Type => {
            // A word, letter by letter: one step.
            let burst = chance.random_range(0..3);
            for named in changes::typing(&session, chance) {
                let edit = named.edit.clone();
                plain.type_on(edit, session.edit_on(named, burst).is_ok(), burst);
            }
        }
        Step::Undo => {
            session.undo();
            plain.go_to(plain.at.saturating_sub(1));
        }
        Step::Redo => {
            session.redo();
            plain.go_to(plain.at + 1);
        }
        Step::GoTo => {
            let to = chance.random_range(0..=plain.states.len());
            session.go_to(to);
            plain.go_to(to);
        }
        Step::Save => {
            let file = plain.file.clone();
            session.save(&file);
            settle(&mut session);
            plain.save(&file);
        }
        Step::SaveElsewhere => {
            let file = folder.join(format!("map-{}.jisr", chance.random_range(0..4)));
            session.save(&file);
            settle(&mut session);
            // What was saved there before is asked about.
            if let Some(Question::Exists { path, there }) = session.question.take() {
                session.save_over_other(&path, there);
                settle(&mut session);
            }
            plain.save(&file);
        }
        Step::Open => {
            let file = plain.file.clone();
            session.open_file(&file);
            settle(&mut session);
            plain.open();
        }
        Step::BreakOff => return break_off(session, plain, folder),
    }
    session
}

/// The program ends without asking; what was not saved is recovered by the next one.
fn break_off(old: Session, plain: &mut Plain, folder: &Path) -> Session {
    drop(old);
    let mut session = session(folder);
    session.look_for_drafts();
    settle(&mut session);
    assert_eq!(
        session.drafts.len(),
        usize::from(plain.is_unsaved()),
        "a draft of what is not saved, and no other"
    );
    if plain.is_unsaved() {
        session.recover(0);
        plain.recover();
    } else {
        session.open_file(&plain.file);
        settle(&mut session);
        plain.open();
    }
    session
}

fn compare(session: &Session, plain: &Plain, at: &str) {
    let document = session.document.as_ref().unwrap_or_else(|| panic!("{at}: a map is open"));
    assert!(write(document.map()) == *plain.state(), "{at}: the map is another one");
    assert_eq!(document.history().position(), plain.at, "{at}");
    let (undo, redo) = session.next_steps();
    assert_eq!(undo.is_some(), plain.at > 0, "{at}: what can be taken back");
    assert_eq!(redo.is_some(), plain.at + 1 < plain.states.len(), "{at}: what can be done again");
    assert_eq!(session.is_unsaved(), plain.is_unsaved(), "{at}: whether it is saved");
    assert_eq!(session.file(), Some(plain.file.as_path()), "{at}");
    assert!(std::fs::read(&plain.file).unwrap() == plain.on_disk, "{at}: the file holds something else");
    assert!(session.notes.is_empty(), "{at}: {:?}", session.notes);
    assert_eq!(session.question, None, "{at}");
}

/// Where everybody stands, and which way ties run.
fn picture(session: &mut Session) -> Arc<Placed> {
    settle(session);
    loop {
        if let Some(drawn) = session.draw(Size::new(900.0, 700.0)) {
            return drawn.placed;
        }
        std::thread::sleep(Duration::from_millis(1));
    }
}

/// What is taken back, or done again, is drawn again as it was: nobody stands elsewhere for it.
#[test]
fn what_is_taken_back_is_drawn_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    for (seed, view) in (1..).zip([View::Levels, View::Network, View::Matrix]) {
        let mut session = session(folder.path());
        session.open_starter(Source::Sample("jenin-2012"));
        session.show_view(view);
        let mut chance = TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]);
        let mut pictures = vec![picture(&mut session)];
        while pictures.len() < 4 {
            let done = changes::any(&session, &mut chance).is_some_and(|named| session.edit(named).is_ok());
            if done {
                pictures.push(picture(&mut session));
            }
        }
        let last = pictures.len() - 1;
        for at in (0..last).rev().chain(1..=last).chain([0, last]) {
            session.go_to(at);
            let drawn = picture(&mut session);
            assert_eq!(drawn.layout, pictures[at].layout, "{view:?}, step {at}");
            assert_eq!(drawn.names, pictures[at].names);
        }
        // What is only supposed changes no step, and lets go again without a trace.
        let somebody = session.document.as_ref().unwrap().map().actors[0].id.clone();
        let mut supposed = session.document.as_ref().unwrap().supposed.clone();
        supposed.scenario.without.push(somebody);
        let plain = session.document.as_ref().unwrap().supposed.clone();
        session.suppose(supposed);
        picture(&mut session);
        session.suppose(plain);
        assert_eq!(picture(&mut session).layout, pictures[last].layout, "{view:?}");
    }
}

/// Two actors, one of them dragged to another level and taken back.
#[test]
fn two_who_are_alone_do_not_change_places() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("two.jisr");
    let map = r#"{"jisr": 1, "title": "Two", "actors": [
        {"id": "loja", "name": "Loja Water Board", "kind": "municipality", "level": "municipal"},
        {"id": "quito", "name": "Quito Forum", "kind": "union", "level": "municipal"}]}"#;
    std::fs::write(&file, map).unwrap();
    let mut session = session(folder.path());
    session.open_file(&file);
    let before = picture(&mut session);
    let map = session.document.as_ref().unwrap().map();
    let to = Position { x: 400.0, y: 600.0 };
    let level = LevelId::from("community");
    let named = put::at(map, View::Levels, &[("loja".into(), to)], Some(&level), &session.words).unwrap();
    session.edit(named).unwrap();
    let moved = picture(&mut session);
    assert_ne!(before.layout, moved.layout);
    session.undo();
    assert_eq!(picture(&mut session).layout, before.layout);
    session.redo();
    assert_eq!(picture(&mut session).layout, moved.layout);
}

#[test]
fn an_afternoon_of_work_is_what_a_plain_list_of_states_says() {
    std::thread::scope(|scope| {
        for seed in 1..=2 {
            scope.spawn(move || work(seed));
        }
    });
}
