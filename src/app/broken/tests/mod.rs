//! Each part of the window is broken on purpose: the others go on, and nothing that was done is lost.

use std::cell::Cell;
use std::sync::Arc;
use std::time::{Duration, Instant};

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::Part;
use crate::app::{Command, Scripted, Shell};
use crate::model::Language;
use crate::session::building::add::actor;
use crate::session::{Keeper, Motion, Recent, Session, Settings};
use crate::words::Words;

thread_local! {
    static BREAKS: Cell<Option<Part>> = const { Cell::new(None) };
    static TIMES: Cell<usize> = const { Cell::new(0) };
}

/// What the window calls before it shows a part; only tests are built with it.
pub fn break_on_purpose(part: Part) {
    if BREAKS.get() == Some(part) {
        TIMES.set(TIMES.get() + 1);
        panic!("on purpose");
    }
}

fn window(folder: &std::path::Path) -> Harness<'static, Shell> {
    let keeper = Keeper::new(Some(folder.to_owned()));
    let builder = Harness::builder().with_size([1366.0, 768.0]).with_max_steps(40);
    let mut window = builder.build_eframe(|creation| {
        let mut settings = Settings::default();
        settings.motion = Motion::Less;
        let words = Words::of(&Language::new("en"));
        let session = Session::new(words, settings, Recent::load(None), keeper, Arc::new(|| {}));
        Shell::new(session, Box::new(Scripted::default()), &creation.egui_ctx)
    });
    window.state_mut().ask(Command::OpenTemplate("blank"));
    settle(&mut window);
    window
}

fn settle(window: &mut Harness<'static, Shell>) {
    let start = Instant::now();
    loop {
        window.run_steps(2);
        if !window.state_mut().session.poll() {
            break;
        }
        assert!(start.elapsed() < Duration::from_mins(1), "something never ends");
        std::thread::sleep(Duration::from_millis(5));
    }
    window.run_steps(3);
}

fn add(window: &mut Harness<'static, Shell>, name: &str) {
    let shell = window.state_mut();
    let map = shell.session.document.as_ref().unwrap().map();
    let named = actor(map, name, None, None, &shell.session.words).unwrap();
    shell.ask(Command::Change(Box::new(named)));
    settle(window);
}

/// Whether the draft in a folder holds a text.
fn has_draft_of(folder: &std::path::Path, text: &str) -> bool {
    let start = Instant::now();
    loop {
        let drafts = std::fs::read_dir(folder.join("drafts")).into_iter().flatten();
        let maps = drafts
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|is| is == "jisr"));
        if maps.into_iter().any(|path| std::fs::read_to_string(path).is_ok_and(|map| map.contains(text))) {
            return true;
        }
        if start.elapsed() > Duration::from_mins(1) {
            return false;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
}

const STANDING: [Part; 6] = [Part::Top, Part::Lenses, Part::Foot, Part::Left, Part::Right, Part::Canvas];
/// Some of those that lie over the window; all of them are closed and tried again alike.
const LYING_OVER: [Part; 3] = [Part::Quick, Part::Question, Part::Notes];

#[test]
fn a_part_that_breaks_down_says_so_and_the_others_go_on() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path());
    for part in STANDING.into_iter().chain(LYING_OVER) {
        let name = format!("Committee of the {part:?}");
        add(&mut window, &name);
        BREAKS.set(Some(part));
        TIMES.set(0);
        window.run_steps(4);
        assert_eq!(TIMES.get(), 1, "{part:?} is not shown again until somebody tries");
        assert_eq!(window.query_all_by_label("This part of the window broke down").count(), 1, "{part:?}");
        assert!(has_draft_of(folder.path(), &name), "{part:?}: it is in the draft");
        assert!(window.state().session.notes.is_empty(), "{part:?}: {:?}", window.state().session.notes);
        // What can be done meanwhile is done, and after a change it is tried again by itself.
        let before = window.state().session.document.as_ref().unwrap().map().actors.len();
        window.state_mut().ask(Command::Undo);
        settle(&mut window);
        assert_eq!(
            window.state().session.document.as_ref().unwrap().map().actors.len(),
            before - 1,
            "{part:?}"
        );
        assert_eq!(TIMES.get(), 2, "{part:?}");
        BREAKS.set(None);
        window.get_by_label("Try again").click();
        settle(&mut window);
        assert_eq!(window.query_all_by_label("This part of the window broke down").count(), 0, "{part:?}");
    }
}

#[test]
fn another_look_tries_again_by_itself() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path());
    BREAKS.set(Some(Part::Canvas));
    window.run_steps(4);
    BREAKS.set(None);
    window.run_steps(4);
    assert!(
        window.query_by_label("This part of the window broke down").is_some(),
        "nothing is tried unasked"
    );
    window.state_mut().ask(Command::View(crate::model::terms::View::Matrix));
    settle(&mut window);
    assert!(window.query_by_label("This part of the window broke down").is_none());
}

#[test]
fn what_lies_over_the_window_can_be_closed() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path());
    window.state_mut().ask(Command::Settings);
    settle(&mut window);
    BREAKS.set(Some(Part::Settings));
    window.run_steps(4);
    window.get_by_label("Close").click();
    BREAKS.set(None);
    settle(&mut window);
    assert!(window.query_by_label("This part of the window broke down").is_none());
    assert!(!window.state().panels.is_showing_settings);
}

#[test]
fn a_command_that_breaks_down_leaves_what_was_done_before() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path());
    add(&mut window, "Night watch of the camp");
    for _ in 0..5 {
        window.state_mut().doing(|_| panic!("on purpose"));
    }
    window.run_steps(4);
    assert_eq!(window.state().session.notes.len(), 1, "it is said once");
    window.get_by_label_contains("Jisr broke down over what you asked for");
    assert!(has_draft_of(folder.path(), "Night watch of the camp"));
    window.state_mut().ask(Command::Undo);
    settle(&mut window);
    assert_eq!(window.state().session.document.as_ref().unwrap().map().actors.len(), 0);
}
