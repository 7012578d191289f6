//! What stays as somebody likes it: colours, sizes, languages, drafts, keys.

use std::path::Path;

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use jisr::app::Command;
use jisr::picture::palette::Theme;

use super::{DESK, LAPTOP, keeping_window, open, opened, settle, window};

fn press(window: &mut super::Harness<'static, jisr::app::Shell>, label: &str) {
    window.get_by_role_and_label(Role::Button, label).scroll_to_me();
    window.run_steps(4);
    window.get_by_role_and_label(Role::Button, label).click();
    settle(window);
}

#[test]
fn settings_are_found_by_keys_and_change_what_they_say() {
    let mut window = opened("jenin-2012", LAPTOP);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Comma);
    settle(&mut window);
    window.get_by_role_and_label(Role::Button, "Dark").click();
    settle(&mut window);
    window.get_by_role_and_label(Role::Button, "115 %").click();
    settle(&mut window);
    let settings = &window.state().session.settings;
    assert_eq!((settings.theme, settings.text_size), (Theme::Dark, 115));
    assert!((window.ctx.zoom_factor() - 1.15).abs() < 1e-6);
    window.get_by_role_and_label(Role::Button, "100 %").click();
    settle(&mut window);
    assert!((window.ctx.zoom_factor() - 1.0).abs() < 1e-6);
    window.key_press(Key::Escape);
    settle(&mut window);
    assert!(window.query_by_role_and_label(Role::Button, "115 %").is_none(), "the page is gone");
}

#[test]
fn names_are_read_in_the_language_that_was_chosen() {
    let mut window = opened("jenin-2012", DESK);
    let title = |window: &super::Harness<'static, jisr::app::Shell>| {
        let session = &window.state().session;
        session.document.as_ref().unwrap().title(&session.words).to_owned()
    };
    let english = title(&window);
    window.state_mut().ask(Command::Settings);
    settle(&mut window);
    window.get_by_role_and_label(Role::Button, "العربية (names only)").click();
    settle(&mut window);
    let arabic = title(&window);
    assert_ne!(arabic, english);
    assert!(arabic.chars().any(|letter| ('\u{600}'..'\u{700}').contains(&letter)), "{arabic}");
    window.get_by_role_and_label(Role::Button, "English").click();
    settle(&mut window);
    assert_eq!(title(&window), english);
}

#[test]
fn a_command_is_given_other_keys_and_whoever_had_them_is_named() {
    let mut window = opened("jenin-2012", LAPTOP);
    window.event(Event::Text("?".to_owned()));
    settle(&mut window);
    press(&mut window, "Light theme: –");
    window.get_by_role_and_label(Role::Button, "Light theme: Press the keys …");
    window.key_press_modifiers(Modifiers::COMMAND, Key::D);
    settle(&mut window);
    window.get_by_label_contains("were those of “The map at a date”");
    window.state_mut().ask(Command::Keys);
    window.state_mut().ask(Command::Theme(Theme::Dark));
    settle(&mut window);
    window.key_press_modifiers(Modifiers::COMMAND, Key::D);
    settle(&mut window);
    assert_eq!(window.state().session.settings.theme, Theme::Light);
    assert_eq!(
        window.state().session.settings.keys.get("command-theme-light").map(String::as_str),
        Some("Ctrl+D")
    );
    assert_eq!(window.state().session.settings.keys.get("command-dates").map(String::as_str), Some(""));
}

#[test]
fn what_would_be_typed_is_no_shortcut() {
    let mut window = opened("jenin-2012", LAPTOP);
    window.key_press(Key::F1);
    settle(&mut window);
    press(&mut window, "Light theme: –");
    window.key_press(Key::L);
    settle(&mut window);
    window.get_by_label_contains("Hold Ctrl or Alt");
    assert!(window.state().session.settings.keys.is_empty());
    press(&mut window, "Light theme: –");
    window.key_press(Key::Escape);
    settle(&mut window);
    // Escape ends the waiting, and the page stays.
    window.get_by_role_and_label(Role::Button, "Light theme: –");
}

fn drafts(folder: &Path) -> usize {
    fn files(folder: &Path) -> usize {
        let Ok(entries) = std::fs::read_dir(folder) else { return 0 };
        entries
            .map(|entry| entry.unwrap().path())
            .map(|path| if path.is_dir() { files(&path) } else { 1 })
            .sum()
    }
    files(&folder.join("drafts"))
}

#[test]
fn whoever_wants_no_draft_left_behind_has_none() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = open(keeping_window(DESK, folder.path()), "jenin-2012");
    let add = |window: &mut super::Harness<'static, jisr::app::Shell>| {
        window.state_mut().ask(Command::ChooseAll);
        window.state_mut().ask(Command::Duplicate);
        settle(window);
        std::thread::sleep(std::time::Duration::from_millis(2_600));
    };
    add(&mut window);
    assert!(drafts(folder.path()) > 0, "a draft is kept");
    window.state_mut().ask(Command::Settings);
    settle(&mut window);
    window.get_by_role_and_label(Role::Button, "Not kept").click();
    settle(&mut window);
    std::thread::sleep(std::time::Duration::from_millis(300));
    assert_eq!(drafts(folder.path()), 0, "it is gone at once");
    add(&mut window);
    assert_eq!(drafts(folder.path()), 0, "and none comes");
    window.get_by_role_and_label(Role::Button, "Kept").click();
    settle(&mut window);
    std::thread::sleep(std::time::Duration::from_millis(2_600));
    assert!(drafts(folder.path()) > 0, "what is not saved is kept again");
}

#[test]
fn a_window_without_a_map_has_settings_too() {
    let mut window = window(LAPTOP, Vec::new());
    settle(&mut window);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Comma);
    settle(&mut window);
    window.get_by_role_and_label(Role::Button, "Print");
}

#[test]
fn in_a_line_of_arabic_the_left_arrow_leads_on() {
    let mut window = opened("jenin-2012", DESK);
    window.state_mut().ask(Command::Language(Some(jisr::model::Language::new("ar"))));
    settle(&mut window);
    window.key_press_modifiers(Modifiers::ALT, Key::Num4);
    settle(&mut window);
    let title = |window: &super::Harness<'static, jisr::app::Shell>| {
        let session = &window.state().session;
        session.document.as_ref().unwrap().title(&session.words).to_owned()
    };
    let before = title(&window);
    window.get_by_role_and_label(Role::TextInput, "Title").focus();
    window.run_steps(2);
    window.key_press(Key::Home);
    window.run_steps(2);
    window.key_press(Key::ArrowLeft);
    window.run_steps(2);
    window.get_by_role_and_label(Role::TextInput, "Title").type_text("x");
    settle(&mut window);
    let mut wanted: Vec<char> = before.chars().collect();
    wanted.insert(1, 'x');
    assert_eq!(title(&window), wanted.into_iter().collect::<String>());
}
