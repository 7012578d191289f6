//! Earlier versions: listed, compared, had back, deleted.

use std::fs;
use std::path::{Path, PathBuf};

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use jisr::app::{Command, Shell};
use jisr::format::jisr::read;
use jisr::model::Map;

use super::{LAPTOP, keeping_window, sample, settle};

type Window = Harness<'static, Shell>;

fn press(window: &mut Window, label: &str) {
    window.get_by_role_and_label(Role::Button, label).click();
    settle(window);
}

fn key(window: &mut Window, key: Key) {
    window.key_press_modifiers(Modifiers::COMMAND, key);
    settle(window);
}

fn map(window: &Window) -> Map {
    Map::clone(window.state().session.document.as_ref().unwrap().map())
}

fn show(window: &mut Window) {
    window.state_mut().ask(Command::Versions);
    settle(window);
}

/// The row of a version, which is called by its time.
fn look(window: &mut Window, at: usize) {
    window.get_all_by_label_contains("In the file until").nth(at).unwrap().click();
    settle(window);
}

/// A window with a map that was doubled and saved.
fn doubled(folder: &Path, name: &str) -> (Window, PathBuf) {
    let path = folder.join(name);
    fs::copy(sample("jenin-2012"), &path).unwrap();
    let mut window = keeping_window(LAPTOP, &folder.join("own"));
    window.state_mut().ask(Command::OpenFile(path.clone()));
    settle(&mut window);
    window.state_mut().ask(Command::ChooseAll);
    window.state_mut().ask(Command::Duplicate);
    settle(&mut window);
    key(&mut window, Key::S);
    (window, path)
}

#[test]
fn a_version_is_compared_had_back_and_that_is_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let (mut window, path) = doubled(folder.path(), "جنين.jisr");
    window.state_mut().ask(Command::ChooseAll);
    window.state_mut().ask(Command::Duplicate);
    settle(&mut window);
    let unsaved = map(&window);
    show(&mut window);
    window.get_by_label("The map that is open");
    window.get_by_label(&path.display().to_string());
    look(&mut window, 0);
    window.get_by_label_contains("31 actors");
    window.get_by_label_contains("Added: 93 actors");
    window.get_by_role_and_label(Role::Button, "Go back to it").click_accesskit();
    settle(&mut window);
    let original = read(&fs::read(sample("jenin-2012")).unwrap()).unwrap().sound().unwrap();
    // What is open is kept as a version first, on the disk.
    for _ in 0..50 {
        if map(&window) == original {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
        settle(&mut window);
    }
    assert_eq!(map(&window), original);
    assert!(window.state().session.is_unsaved(), "nothing is saved yet");
    window.get_by_label_contains("The map is what it was until");
    // What was open is kept too, though no file ever held it.
    show(&mut window);
    assert_eq!(window.get_all_by_label_contains("In the file until").count(), 2);
    look(&mut window, 0);
    window.get_by_label_contains("124 actors");
    window.key_press(egui::Key::Escape);
    settle(&mut window);
    key(&mut window, Key::Z);
    assert_eq!(map(&window), unsaved);
}

#[test]
fn versions_are_deleted_one_by_one_and_all_together_once_that_was_said_twice() {
    let folder = tempfile::tempdir().unwrap();
    let (mut window, path) = doubled(folder.path(), "map.jisr");
    key(&mut window, Key::Z);
    key(&mut window, Key::S);
    let kept = |window: &Window| window.state().session.keeper().versions(&path).len();
    assert_eq!(kept(&window), 2);
    show(&mut window);
    look(&mut window, 1);
    press(&mut window, "Delete this version");
    window.get_by_label("Delete this version? It can’t be had back.");
    press(&mut window, "Cancel");
    assert_eq!(kept(&window), 2);
    press(&mut window, "Delete this version");
    press(&mut window, "Delete");
    assert_eq!(kept(&window), 1);
    press(&mut window, "Delete all (1)");
    press(&mut window, "Delete");
    window.get_by_label("No earlier version of any map is kept here.");
    let left = fs::read_dir(folder.path().join("own/versions")).unwrap().count();
    assert_eq!(left, 0, "nothing is left, not even a name");
}

#[test]
fn versions_of_what_is_gone_are_found_opened_as_new_and_deleted() {
    let folder = tempfile::tempdir().unwrap();
    let (_, gone) = doubled(folder.path(), "gone.jisr");
    fs::create_dir(folder.path().join("other")).unwrap();
    fs::rename(&gone, folder.path().join("other/gone.jisr")).unwrap();
    let (mut window, path) = doubled(folder.path(), "here.jisr");
    show(&mut window);
    window.get_by_label_contains("The file is not there now");
    look(&mut window, 1);
    press(&mut window, "Open as a new map");
    assert_eq!((map(&window).actors.len(), window.state().session.file()), (31, None));
    assert!(window.state().session.is_unsaved(), "no file holds it");
    show(&mut window);
    press(&mut window, "Delete those of maps that are not there (1)");
    press(&mut window, "Delete");
    assert_eq!(window.state().session.keeper().shelves().len(), 1);
    assert_eq!(window.state().session.keeper().versions(&path).len(), 1);
}

#[test]
fn a_damaged_version_is_told_of_and_can_only_be_deleted() {
    let folder = tempfile::tempdir().unwrap();
    let (mut window, path) = doubled(folder.path(), "map.jisr");
    let kept = window.state().session.keeper().versions(&path);
    fs::write(&kept[0].path, "{ torn").unwrap();
    show(&mut window);
    look(&mut window, 0);
    window.get_by_label("This version is damaged: it can’t be read as a map.");
    assert!(window.query_by_label("Go back to it").is_none());
    press(&mut window, "Delete this version");
    press(&mut window, "Delete");
    assert!(window.state().session.keeper().versions(&path).is_empty());
}

#[test]
fn whoever_wants_no_drafts_has_no_versions_either() {
    let folder = tempfile::tempdir().unwrap();
    let (mut window, path) = doubled(folder.path(), "map.jisr");
    assert_eq!(window.state().session.keeper().versions(&path).len(), 1);
    window.state_mut().ask(Command::KeepDrafts(false));
    settle(&mut window);
    key(&mut window, Key::Z);
    key(&mut window, Key::S);
    assert_eq!(window.state().session.keeper().versions(&path).len(), 1, "none was added");
    show(&mut window);
    window.get_by_label_contains("Drafts and earlier versions are not kept");
    press(&mut window, "Delete all (1)");
    press(&mut window, "Delete");
    assert!(window.state().session.keeper().versions(&path).is_empty());
}
