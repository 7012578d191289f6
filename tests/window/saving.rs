//! Saving by the window, and what is asked before anything is lost.

use std::path::{Path, PathBuf};

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use jisr::app::{Command, Shell};
use jisr::format::jisr::{read, write};
use jisr::model::{Actor, Id as _, Map};

use super::{DESK, LAPTOP, keeping_window, sample, settle, window};

type Window = Harness<'static, Shell>;

fn on_disk(path: &Path) -> Map {
    read(&std::fs::read(path).unwrap()).unwrap().sound().unwrap()
}

fn add(window: &mut Window, name: &str) {
    window.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    window.run_steps(2);
    window.get_by_role_and_label(Role::TextInput, "Add actors and ties").type_text(name);
    window.run_steps(2);
    window.key_press(Key::Enter);
    settle(window);
    window.key_press(Key::Escape);
    settle(window);
}

fn save(window: &mut Window) {
    window.key_press_modifiers(Modifiers::COMMAND, Key::S);
    settle(window);
}

fn press(window: &mut Window, label: &str) {
    window.get_by_role_and_label(Role::Button, label).click();
    settle(window);
}

fn copy_of(folder: &Path, name: &str) -> PathBuf {
    let path = folder.join("map.jisr");
    std::fs::copy(sample(name), &path).unwrap();
    path
}

#[test]
fn a_map_is_saved_where_it_is_and_somewhere_else() {
    let folder = tempfile::tempdir().unwrap();
    let path = copy_of(folder.path(), "jenin-2012");
    let other = folder.path().join("other.jisr");
    let mut window = window(DESK, vec![Some(other.clone())]);
    window.state_mut().ask(Command::OpenFile(path.clone()));
    settle(&mut window);
    add(&mut window, "Football club of the camp");
    save(&mut window);
    assert!(!window.state().session.is_unsaved());
    assert_eq!(on_disk(&path).actors.len(), 32);
    add(&mut window, "Chess club of the camp");
    window.state_mut().ask(Command::SaveAs);
    settle(&mut window);
    assert_eq!((on_disk(&path).actors.len(), on_disk(&other).actors.len()), (32, 33));
    assert_eq!(window.state().session.file(), Some(other.as_path()));
}

#[test]
fn nothing_unsaved_is_closed_without_a_question() {
    let folder = tempfile::tempdir().unwrap();
    let path = copy_of(folder.path(), "jenin-2012");
    let mut window = window(DESK, Vec::new());
    window.state_mut().ask(Command::OpenFile(path.clone()));
    settle(&mut window);
    add(&mut window, "Football club of the camp");
    window.state_mut().ask(Command::Welcome);
    settle(&mut window);
    window.get_by_label_contains("” is not saved");
    press(&mut window, "Cancel");
    assert!(window.state().session.is_unsaved(), "everything is as it was");
    window.state_mut().ask(Command::OpenSample("jenin-2008"));
    settle(&mut window);
    press(&mut window, "Save it first");
    assert_eq!(on_disk(&path).actors.len(), 32);
    assert!(window.state().session.file().is_none(), "and then what was asked for is done");
    add(&mut window, "Football club");
    window.state_mut().ask(Command::Welcome);
    settle(&mut window);
    press(&mut window, "Don’t save");
    assert!(window.state().session.document.is_none());
}

#[test]
fn a_file_that_somebody_else_has_changed_is_not_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let path = copy_of(folder.path(), "jenin-2012");
    let mut window = keeping_window(LAPTOP, &folder.path().join("own"));
    window.state_mut().ask(Command::OpenFile(path.clone()));
    settle(&mut window);
    let mut theirs = on_disk(&path);
    theirs.actors[0].notes = "they wrote this".into();
    // By chance under the id that ours gets.
    let level = theirs.actors[0].level.clone();
    theirs.actors.push(Actor::new(
        "chess-club-of-the-camp".into(),
        "Checkers club".into(),
        "union".into(),
        level,
    ));
    add(&mut window, "Chess club of the camp");
    std::fs::write(&path, write(&theirs)).unwrap();
    save(&mut window);
    window.get_by_label_contains("was changed by somebody else");
    assert_eq!(on_disk(&path), theirs, "nothing was overwritten");
    press(&mut window, "Put both changes together");
    let merged = window.state().session.document.as_ref().unwrap().map().clone();
    assert_eq!((merged.actors.len(), &merged.actors[0].notes), (33, &theirs.actors[0].notes));
    let ids: Vec<&str> = merged.actors[31..].iter().map(|actor| actor.id.as_str()).collect();
    assert_eq!(ids, ["chess-club-of-the-camp", "checkers-club"]);
    assert!(window.state().session.notes.iter().any(|note| note.contains("Actor Checkers club")));
    assert_eq!(on_disk(&path), theirs, "and nothing is saved yet");
    save(&mut window);
    assert_eq!(on_disk(&path), *merged);
    // As one step it can be taken back.
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(&mut window);
    let back = window.state().session.document.as_ref().unwrap().map().clone();
    assert_eq!(back.actors.len(), 32);
    assert_ne!(back.actors[0].notes, theirs.actors[0].notes);
}

#[test]
fn what_was_not_saved_is_offered_at_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("own");
    let path = copy_of(folder.path(), "jenin-2012");
    {
        let mut window = keeping_window(DESK, &own);
        window.state_mut().ask(Command::OpenFile(path.clone()));
        settle(&mut window);
        add(&mut window, "Football club of the camp");
        // Closed without being asked, as by a crash: what is dropped writes its draft.
    }
    let mut window = keeping_window(DESK, &own);
    window.state_mut().session.look_for_drafts();
    settle(&mut window);
    window.get_by_label("Not saved when Jisr was closed");
    press(&mut window, "Recover");
    let session = &window.state().session;
    assert_eq!(session.document.as_ref().unwrap().map().actors.len(), 32);
    assert!(session.is_unsaved());
    save(&mut window);
    assert_eq!(on_disk(&path).actors.len(), 32);
}

#[test]
fn what_is_changed_while_a_file_is_being_opened_is_asked_about() {
    let folder = tempfile::tempdir().unwrap();
    let (path, own) = (copy_of(folder.path(), "jenin-2012"), folder.path().join("own"));
    let mut window = keeping_window(DESK, &own);
    window.state_mut().ask(Command::OpenFile(path));
    settle(&mut window);
    // All three are done in one frame: the file is still being read when the map is changed.
    window.state_mut().ask(Command::OpenFile(sample("valley-training")));
    window.state_mut().ask(Command::ChooseAll);
    window.state_mut().ask(Command::Duplicate);
    settle(&mut window);
    let actors = |window: &Window| window.state().session.document.as_ref().unwrap().map().actors.len();
    assert_eq!(actors(&window), 62, "the changed map is still there");
    press(&mut window, "Don’t save");
    assert_eq!(actors(&window), 69, "and gives way once that was said");
}

/// A window that was closed without being asked, as by a crash, after somebody had added an actor.
fn after_a_crash(folder: &Path) -> (PathBuf, Window) {
    let (own, path) = (folder.join("own"), copy_of(folder, "jenin-2012"));
    let mut window = keeping_window(DESK, &own);
    window.state_mut().ask(Command::OpenFile(path.clone()));
    settle(&mut window);
    add(&mut window, "Football club of the camp");
    drop(window);
    (path, keeping_window(DESK, &own))
}

#[test]
fn a_draft_is_offered_when_its_file_is_opened_and_looked_at_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let (path, mut window) = after_a_crash(folder.path());
    window.state_mut().ask(Command::OpenFile(folder.path().join("own/../map.jisr")));
    settle(&mut window);
    window.get_by_label("There is work on this map that was not saved");
    window.get_by_label_contains("Added: 1 actor.");
    press(&mut window, "Look at both");
    window.get_by_label("Added: Football club of the camp.");
    let actors = |window: &Window| window.state().session.document.as_ref().unwrap().map().actors.len();
    assert_eq!(actors(&window), 32);
    press(&mut window, "The file");
    assert_eq!(actors(&window), 31);
    add(&mut window, "Chess club of the camp");
    assert_eq!(actors(&window), 31, "neither is changed");
    press(&mut window, "Recover");
    assert_eq!((actors(&window), window.state().session.is_unsaved()), (32, true));
    save(&mut window);
    assert_eq!(on_disk(&path).actors.len(), 32);
}

#[test]
fn a_draft_is_thrown_away_or_left_for_later() {
    let folder = tempfile::tempdir().unwrap();
    let (path, mut window) = after_a_crash(folder.path());
    window.state_mut().ask(Command::OpenFile(path.clone()));
    settle(&mut window);
    press(&mut window, "Decide later");
    assert!(window.query_by_label("There is work on this map that was not saved").is_none());
    // As long as this window lives it is on its welcome page, and offered when the file is opened again.
    window.state_mut().ask(Command::Welcome);
    settle(&mut window);
    press(&mut window, "Open its file");
    press(&mut window, "Throw away");
    assert!(!window.state().session.is_unsaved() && window.state().session.drafts.is_empty());
    assert_eq!(on_disk(&path).actors.len(), 31);
}
