//! Picking files: on the window's own page where the desktop has no dialog, and what is asked before a file is overwritten.

use std::fs;
use std::path::{Path, PathBuf};

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use jisr::app::{Command, Picked, Shell};
use jisr::format::jisr::{read, write};
use jisr::model::Map;

use super::{DESK, LAPTOP, asking_window, sample, settle, window};

type Window = Harness<'static, Shell>;

const ALT: Modifiers = Modifiers::ALT;

fn on_disk(path: &Path) -> Map {
    read(&fs::read(path).unwrap()).unwrap().sound().unwrap()
}

fn press(window: &mut Window, label: &str) {
    window.get_by_role_and_label(Role::Button, label).click();
    settle(window);
}

fn type_in(window: &mut Window, label: &str, text: &str) {
    window.get_by_role_and_label(Role::TextInput, label).type_text(text);
    settle(window);
}

fn key(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    settle(window);
}

/// A window in which a map of a folder is open, and that asks for files on its own page.
fn at(folder: &Path, times: usize) -> Window {
    let path = folder.join("open.jisr");
    fs::copy(sample("jenin-2012"), &path).unwrap();
    let mut window = asking_window(LAPTOP, vec![Picked::NoDialog; times], &folder.join("own"));
    window.state_mut().ask(Command::OpenFile(path));
    settle(&mut window);
    window
}

fn file(window: &Window) -> PathBuf {
    window.state().session.file().unwrap().to_owned()
}

#[test]
fn without_a_dialog_a_map_is_opened_and_saved_by_keys_alone() {
    let folder = tempfile::tempdir().unwrap();
    let maps = folder.path().join("خرائط");
    fs::create_dir(&maps).unwrap();
    fs::copy(sample("valley-training"), maps.join("وادي.jisr")).unwrap();
    fs::write(maps.join("notes.txt"), "").unwrap();
    let mut window = at(folder.path(), 2);
    key(&mut window, Modifiers::COMMAND, Key::O);
    window.get_by_label_contains("This desktop has no file dialog");
    window.get_by_role_and_label(Role::Button, "Folder خرائط");
    window.get_by_role_and_label(Role::Button, "open.jisr");
    // Tab completes, and the folder that is typed is shown.
    type_in(&mut window, "Name or path of the file", "خر");
    key(&mut window, Modifiers::NONE, Key::Tab);
    window.get_by_role_and_label(Role::Button, "وادي.jisr");
    assert!(window.query_by_role_and_label(Role::Button, "notes.txt").is_none(), "maps only, at first");
    press(&mut window, "All files");
    window.get_by_role_and_label(Role::Button, "notes.txt");
    press(&mut window, "Jisr maps");
    window.get_by_role_and_label(Role::TextInput, "Name or path of the file").focus();
    settle(&mut window);
    type_in(&mut window, "Name or path of the file", "و");
    key(&mut window, Modifiers::NONE, Key::Tab);
    key(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(file(&window), maps.join("وادي.jisr"));
    // And saved beside it: the arrow up leaves the folder.
    key(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    key(&mut window, ALT, Key::ArrowUp);
    key(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(on_disk(&folder.path().join("وادي.jisr")).actors.len(), 69);
    assert_eq!(file(&window), folder.path().join("وادي.jisr"));
}

#[test]
fn what_cant_be_had_is_said_and_the_page_stays() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = at(folder.path(), 1);
    key(&mut window, Modifiers::COMMAND, Key::O);
    type_in(&mut window, "Name or path of the file", "opne.jisr");
    key(&mut window, Modifiers::NONE, Key::Enter);
    window.get_by_label_contains("open.jisr?");
    for _ in 0..9 {
        key(&mut window, Modifiers::NONE, Key::Backspace);
    }
    type_in(&mut window, "Name or path of the file", "nowhere/x.jisr");
    key(&mut window, Modifiers::NONE, Key::Enter);
    window.get_by_label_contains("nowhere is not there");
    key(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.query_by_label("Name or path of the file").is_none(), "Escape closes it");
    assert_eq!(file(&window), folder.path().join("open.jisr"), "and nothing was done");
}

#[test]
fn a_folder_that_is_not_there_is_made_when_a_map_is_saved_in_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = at(folder.path(), 1);
    key(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    key(&mut window, Modifiers::COMMAND, Key::A);
    type_in(&mut window, "Name of the new file", "2026/May/mine");
    key(&mut window, Modifiers::NONE, Key::Enter);
    window.get_by_label_contains("is not there");
    press(&mut window, "Make the folder, and save there");
    let path = folder.path().join("2026").join("May").join("mine.jisr");
    assert_eq!(on_disk(&path).actors.len(), 31);
    assert_eq!(file(&window), path);
}

#[test]
fn names_of_folders_however_long_leave_the_page_in_the_window() {
    let folder = tempfile::tempdir().unwrap();
    let mut deep = folder.path().to_owned();
    for number in 0..6 {
        deep.push(format!("{} {number}", "a folder of a very long name".repeat(5)));
    }
    fs::create_dir_all(&deep).unwrap();
    let mut window = at(folder.path(), 1);
    key(&mut window, Modifiers::COMMAND, Key::O);
    let typed = format!("{}{}none", deep.display(), std::path::MAIN_SEPARATOR);
    type_in(&mut window, "Name or path of the file", &typed);
    key(&mut window, Modifiers::NONE, Key::Enter);
    window.get_by_label_contains("There is no file");
    for label in ["Open", "Cancel"] {
        let rect = window.get_by_role_and_label(Role::Button, label).rect();
        assert!(rect.top() > 0.0 && rect.bottom() < LAPTOP[1], "{label}: {rect:?}");
    }
    let title = window.get_by_label("Open a map").rect();
    assert!(title.top() > 0.0, "{title:?}");
}

#[test]
fn a_large_folder_is_shown_and_sought() {
    let folder = tempfile::tempdir().unwrap();
    for number in 0..10_000 {
        fs::write(folder.path().join(format!("map {number}.jisr")), "").unwrap();
    }
    let mut window = at(folder.path(), 1);
    key(&mut window, Modifiers::COMMAND, Key::O);
    window.get_by_label("10002 files and folders");
    window.get_by_role_and_label(Role::Button, "map 0.jisr");
    assert!(
        window.query_by_role_and_label(Role::Button, "map 9999.jisr").is_none(),
        "only what is in sight is drawn"
    );
    type_in(&mut window, "Name or path of the file", "9999");
    window.get_by_role_and_label(Role::Button, "map 9999.jisr");
    window.get_by_label("1 file or folder");
}

#[test]
fn save_as_has_keys_of_its_own_and_leaves_the_original() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("open.jisr");
    fs::copy(sample("jenin-2012"), &path).unwrap();
    let other = folder.path().join("other.jisr");
    let mut window = window(DESK, vec![Some(other.clone())]);
    window.state_mut().ask(Command::OpenFile(path.clone()));
    settle(&mut window);
    let before = fs::read(&path).unwrap();
    window.state_mut().ask(Command::ChooseAll);
    window.state_mut().ask(Command::Duplicate);
    settle(&mut window);
    window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    settle(&mut window);
    assert_eq!(fs::read(&path).unwrap(), before, "the original is as it was");
    assert_eq!(on_disk(&other).actors.len(), 62);
}

#[test]
fn a_file_is_asked_about_by_the_name_that_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str| {
        let path = folder.path().join(name);
        fs::write(&path, "precious").unwrap();
        path
    };
    fs::create_dir(folder.path().join("folder.jisr")).unwrap();
    // What the dialog gives, and what it would overwrite.
    for (given, there) in [
        ("Jenin", "Jenin.jisr"),
        ("Jenin.", "Jenin.jisr"),
        ("Jenin.jisr ", "Jenin.jisr"),
        ("Jenin.jisr", "Jenin.jisr"),
        ("Jenin.json", "Jenin.json.jisr"),
        ("a.jisr.jisr", "a.jisr.jisr"),
    ] {
        let there = put(there);
        let picked = vec![Picked::File(folder.path().join(given)); 2];
        let mut window = asking_window(DESK, picked, &folder.path().join("own"));
        window.state_mut().ask(Command::OpenTemplate("blank"));
        settle(&mut window);
        window.state_mut().ask(Command::Save);
        settle(&mut window);
        window.get_by_label_contains("There is already a file");
        assert_eq!(fs::read_to_string(&there).unwrap(), "precious", "{given:?}");
        key(&mut window, Modifiers::NONE, Key::Escape);
        assert!(window.state().session.file().is_none(), "{given:?}");
        window.state_mut().ask(Command::SaveAs);
        settle(&mut window);
        press(&mut window, "Save over it");
        assert_eq!(file(&window), there, "{given:?}");
        assert_eq!(on_disk(&there), **window.state().session.document.as_ref().unwrap().map());
        // What was there is kept.
        let kept = window.state().session.keeper().versions(&there);
        let held = window.state().session.keeper().version(&kept[0]).unwrap();
        assert_eq!(String::from_utf8(held).unwrap(), "precious");
    }
    // A folder of that name is no file to save over.
    let mut window =
        asking_window(DESK, vec![Picked::File(folder.path().join("folder"))], &folder.path().join("own"));
    window.state_mut().ask(Command::OpenTemplate("blank"));
    window.state_mut().ask(Command::SaveAs);
    settle(&mut window);
    window.get_by_label_contains("that is a folder");
    assert!(folder.path().join("folder.jisr").is_dir());
}

#[test]
fn the_open_file_by_another_name_is_saved_and_one_that_changes_meanwhile_is_asked_about_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("open.jisr");
    fs::copy(sample("jenin-2012"), &path).unwrap();
    let again = folder.path().join("no").join("..").join("open.jisr");
    fs::create_dir(folder.path().join("no")).unwrap();
    let other = folder.path().join("other.jisr");
    fs::write(&other, "first").unwrap();
    let picked = vec![Picked::File(again), Picked::File(other.clone())];
    let mut window = asking_window(DESK, picked, &folder.path().join("own"));
    window.state_mut().ask(Command::OpenFile(path.clone()));
    settle(&mut window);
    window.state_mut().ask(Command::ChooseAll);
    window.state_mut().ask(Command::Duplicate);
    window.state_mut().ask(Command::SaveAs);
    settle(&mut window);
    assert!(window.state().session.question.is_none(), "it is the one that is open");
    assert_eq!(on_disk(&path).actors.len(), 62);
    window.state_mut().ask(Command::SaveAs);
    settle(&mut window);
    window.get_by_label_contains("There is already a file");
    fs::write(&other, "second").unwrap();
    press(&mut window, "Save over it");
    window.get_by_label_contains("There is already a file");
    assert_eq!(fs::read_to_string(&other).unwrap(), "second");
    press(&mut window, "Save over it");
    assert_eq!(on_disk(&other).actors.len(), 62);
}

#[test]
fn a_dialog_that_nobody_sees_is_told_of_and_can_be_left() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = asking_window(DESK, vec![Picked::Waiting], &folder.path().join("own"));
    window.state_mut().ask(Command::Open);
    settle(&mut window);
    std::thread::sleep(std::time::Duration::from_millis(1600));
    settle(&mut window);
    window.get_by_label_contains("A dialog of this desktop is asking");
    press(&mut window, "Pick the file here");
    window.get_by_role_and_label(Role::TextInput, "Name or path of the file");
    // Shown at once to whoever likes it better.
    press(&mut window, "Cancel");
    window.state_mut().ask(Command::UseOwnFilePage(true));
    window.state_mut().ask(Command::Open);
    settle(&mut window);
    window.get_by_role_and_label(Role::TextInput, "Name or path of the file");
    assert!(window.query_by_label_contains("This desktop has no file dialog").is_none());
}

#[test]
fn a_place_that_was_picked_for_one_map_is_not_taken_for_another() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = at(folder.path(), 1);
    key(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    type_in(&mut window, "Name of the new file", "x");
    window.state_mut().ask(Command::OpenSample("jenin-2008"));
    settle(&mut window);
    key(&mut window, Modifiers::NONE, Key::Enter);
    window.get_by_label_contains("by then another map was open");
    let names: Vec<_> =
        fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 2, "{names:?}");
    let bytes = fs::read(folder.path().join("open.jisr")).unwrap();
    assert_eq!(bytes, fs::read(sample("jenin-2012")).unwrap());
}

#[test]
fn under_a_sheet_no_key_reaches_the_map() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = at(folder.path(), 0);
    window.state_mut().ask(Command::ChooseAll);
    settle(&mut window);
    window.state_mut().ask(Command::Settings);
    settle(&mut window);
    key(&mut window, Modifiers::NONE, Key::Delete);
    assert!(!window.state().session.is_unsaved());
    key(&mut window, Modifiers::NONE, Key::Escape);
    assert!(!window.state().session.look.chosen.is_empty(), "Escape closed the sheet and nothing else");
    key(&mut window, Modifiers::COMMAND, Key::Delete);
    assert!(!window.state().session.is_unsaved(), "that is another key");
    assert_eq!(on_disk(&file(&window)), {
        let map = window.state().session.document.as_ref().unwrap().map().clone();
        read(&write(&map)).unwrap().sound().unwrap()
    });
}
