//! Building a map by the window: adding, tying, moving, deleting, trying, and taking back.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use jisr::app::{Command, Shell};
use jisr::format::jisr::write;
use jisr::model::terms::View;
use jisr::model::{Id as _, Map};
use jisr::picture::spotlight::Item;

use super::{DESK, LAPTOP, open, opened, settle, slow_window, window};

type Window = Harness<'static, Shell>;

fn map(window: &Window) -> &Map {
    window.state().session.document.as_ref().unwrap().map()
}

fn bytes(window: &Window) -> Vec<u8> {
    write(map(window))
}

fn button(window: &Window, at: Pos2, pressed: bool, modifiers: Modifiers) {
    window.event(Event::PointerButton { pos: at, button: PointerButton::Primary, pressed, modifiers });
}

fn drag(window: &mut Window, from: Pos2, to: Pos2, modifiers: Modifiers) {
    window.event(Event::ModifiersChanged(modifiers));
    window.event(Event::PointerMoved(from));
    window.run_steps(1);
    button(window, from, true, modifiers);
    window.run_steps(1);
    for share in [0.2, 0.5, 0.8, 1.0] {
        window.event(Event::PointerMoved(from.lerp(to, share)));
        window.run_steps(1);
    }
    button(window, to, false, modifiers);
    window.run_steps(1);
    window.event(Event::ModifiersChanged(Modifiers::NONE));
    settle(window);
}

/// Two clicks, close enough in time.
fn double_click(window: &mut Window, at: Pos2) {
    window.event(Event::PointerMoved(at));
    window.run_steps(4);
    for _ in 0..2 {
        button(window, at, true, Modifiers::NONE);
        button(window, at, false, Modifiers::NONE);
    }
    window.run_steps(2);
}

fn mark(window: &Window, name: &str) -> egui::Rect {
    window.get_by_role_and_label(Role::Button, name).rect()
}

fn type_into(window: &mut Window, label: &str, text: &str) {
    window.run_steps(2);
    window.get_by_role_and_label(Role::TextInput, label).type_text(text);
    window.run_steps(2);
    window.key_press(Key::Enter);
    settle(window);
}

fn undo(window: &mut Window) {
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(window);
}

fn redo(window: &mut Window) {
    window.key_press_modifiers(Modifiers::COMMAND, Key::Y);
    settle(window);
}

#[test]
fn a_double_click_on_a_band_adds_an_actor_there() {
    let mut window = open(slow_window(DESK), "jenin-2012");
    let before = bytes(&window);
    // To the right of everybody in the band of the communities.
    let canvas = window.get_by_role(Role::Canvas).rect();
    let elders = mark(&window, "Tribal leaders and elders");
    double_click(&mut window, Pos2::new(canvas.right() - 16.0, elders.center().y));
    type_into(&mut window, "Name of the new actor", "Youth council of the camp");
    let added = map(&window).actors.last().unwrap().clone();
    assert_eq!(map(&window).actors.len(), 32);
    assert_eq!((added.level.as_str(), added.kind.as_str()), ("community", "youth-group"));
    assert!(window.state().session.document.as_ref().unwrap().is_changed());
    window.get_by_label_contains("jenin-2012.jisr · not saved");
    let after = bytes(&window);
    undo(&mut window);
    assert_eq!(bytes(&window), before, "taken back, byte for byte");
    assert!(!window.state().session.document.as_ref().unwrap().is_changed());
    redo(&mut window);
    assert_eq!(bytes(&window), after);
    window.get_by_role_and_label(Role::Button, "Undo: add Youth council of the camp");
}

#[test]
fn a_drag_from_the_edge_of_an_actor_ties_it() {
    let mut window = opened("jenin-2012", DESK);
    let (from, to) = (mark(&window, "Business leaders"), mark(&window, "Religious leaders, no ties"));
    let ties = map(&window).ties.len();
    drag(&mut window, from.center() - vec2(from.width() / 2.0 - 1.0, 0.0), to.center(), Modifiers::NONE);
    window.get_by_label_contains("Business leaders → Religious leaders");
    type_into(&mut window, "What kind of tie?", "inform");
    assert_eq!(map(&window).ties.len(), ties + 1);
    let tie = map(&window).ties.last().unwrap().clone();
    let name = |id| map(&window).actor(id).unwrap().name.all().next().unwrap().to_owned();
    assert_eq!(
        (name(&tie.from), tie.kind.as_str(), name(&tie.to)),
        ("Business leaders".to_owned(), "informs", "Religious leaders".to_owned())
    );
    assert!(matches!(window.state().session.look.item, Some(Item::Tie(_))), "it is looked at");
    undo(&mut window);
    assert_eq!(map(&window).ties.len(), ties);
}

#[test]
fn a_drag_of_its_middle_moves_an_actor_and_it_stays_there() {
    let mut window = opened("jenin-2012", DESK);
    window.state_mut().ask(Command::View(View::Network));
    settle(&mut window);
    let before = bytes(&window);
    let from = mark(&window, "Business leaders").center();
    drag(&mut window, from, from + vec2(40.0, 30.0), Modifiers::NONE);
    assert_eq!(map(&window).layout.places.len(), 1);
    let id = map(&window).actors.iter().find(|actor| actor.name.all().any(|name| name == "Business leaders"));
    let id = id.unwrap().id.clone();
    let put = map(&window).layout.place(View::Network, &id).unwrap();
    let drawn = window.state().session.drawn().unwrap().clone();
    let place = window.state().session.document.as_ref().unwrap().analysis.network.place(&id).unwrap();
    let at = drawn.placed.layout.places[place as usize].at;
    assert!((f64::from(at.x) - put.x).abs() < 0.5 && (f64::from(at.y) - put.y).abs() < 0.5, "{at:?} {put:?}");
    undo(&mut window);
    assert_eq!(bytes(&window), before);
}

#[test]
fn a_typed_line_adds_a_tie() {
    let mut window = opened("jenin-2012", LAPTOP);
    let ties = map(&window).ties.len();
    window.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    type_into(&mut window, "Add actors and ties", "business leaders informs religious leaders");
    assert_eq!(map(&window).ties.len(), ties + 1);
    // The line stays, and the next one is typed at once; what does not exist is created.
    type_into(&mut window, "Add actors and ties", "New Camp Football Club");
    assert_eq!(map(&window).actors.len(), 32);
    window.key_press(Key::Escape);
    settle(&mut window);
    undo(&mut window);
    undo(&mut window);
    assert_eq!((map(&window).actors.len(), map(&window).ties.len()), (31, ties));
}

#[test]
fn whoever_is_deleted_goes_with_its_ties_and_comes_back_with_them() {
    let mut window = opened("jenin-2012", DESK);
    let before = bytes(&window);
    window.get_by_role_and_label(Role::Button, "Hamas").click();
    settle(&mut window);
    window.key_press(Key::Delete);
    settle(&mut window);
    assert_eq!(map(&window).actors.len(), 30);
    window.get_by_label_contains("one actor");
    undo(&mut window);
    assert_eq!(bytes(&window), before);
}

#[test]
fn a_bridge_is_tried_and_kept_or_let_go() {
    let mut window = opened("jenin-2012", DESK);
    settle(&mut window);
    let before = bytes(&window);
    let findings = window.state().session.document.as_ref().unwrap().tally.figures.findings;
    window.state_mut().ask(Command::TryBridge(0));
    settle(&mut window);
    window.get_by_label_contains("Trying:");
    window.get_by_label_contains(&format!("{findings} → "));
    assert_eq!(bytes(&window), before, "nothing is in the map until it is kept");
    window.get_by_role_and_label(Role::Button, "Let it go").click();
    settle(&mut window);
    assert!(window.query_by_label_contains("Trying:").is_none());
    window.state_mut().ask(Command::TryBridge(0));
    settle(&mut window);
    window.get_by_role_and_label(Role::Button, "Keep the tie").click();
    settle(&mut window);
    assert_ne!(bytes(&window), before);
    assert!(window.query_by_label_contains("Trying:").is_none());
    let now = window.state().session.document.as_ref().unwrap().tally.figures.findings;
    assert!(now < findings, "{now} < {findings}");
    undo(&mut window);
    assert_eq!(bytes(&window), before);
}

#[test]
fn what_if_somebody_left_or_unconfirmed_ties_failed() {
    let mut window = opened("jenin-2012", DESK);
    let before = bytes(&window);
    window.state_mut().ask(Command::ConfirmedOnly);
    settle(&mut window);
    window.get_by_label_contains("If unconfirmed ties failed");
    window.state_mut().ask(Command::DropTried);
    settle(&mut window);
    window.get_by_role_and_label(Role::Button, "Jenin Governor's Office").click();
    settle(&mut window);
    window.state_mut().ask(Command::Without);
    settle(&mut window);
    window.get_by_label_contains("If Jenin Governor's Office left");
    assert_eq!(window.state().session.document.as_ref().unwrap().analysis.network.actors.len(), 30);
    assert_eq!(bytes(&window), before);
}

#[test]
fn the_history_is_jumped_in() {
    let mut window = window(DESK, Vec::new());
    window.state_mut().ask(Command::OpenTemplate("blank"));
    settle(&mut window);
    let mut states = vec![bytes(&window)];
    window.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    for line in ["Camp committee", "Ministry of Interior", "camp committee informs ministry of interior"] {
        type_into(&mut window, "Add actors and ties", line);
        states.push(bytes(&window));
    }
    window.key_press(Key::Escape);
    settle(&mut window);
    assert_eq!((map(&window).actors.len(), map(&window).ties.len()), (2, 1));
    for step in [0, 3, 1, 2, 0] {
        window.state_mut().ask(Command::GoTo(step));
        settle(&mut window);
        assert_eq!(bytes(&window), states[step], "step {step}");
    }
    window.state_mut().ask(Command::Steps);
    settle(&mut window);
    window.get_by_role_and_label(Role::Button, "add Ministry of Interior").click();
    settle(&mut window);
    assert_eq!(bytes(&window), states[2]);
}

#[test]
fn a_field_is_typed_and_what_can_not_be_is_refused_in_words() {
    let mut window = opened("jenin-2012", DESK);
    let before = bytes(&window);
    window.get_by_role_and_label(Role::Button, "Business leaders").click();
    settle(&mut window);
    window.key_press_modifiers(Modifiers::ALT, Key::Num4);
    settle(&mut window);
    let label =
        |window: &Window, label: &str| window.get_by_role_and_label(Role::TextInput, label).rect().center();
    let place = label(&window, "Since");
    window.event(Event::PointerMoved(place));
    window.run_steps(1);
    window.get_by_role_and_label(Role::TextInput, "Since").focus();
    window.run_steps(2);
    window.get_by_role_and_label(Role::TextInput, "Since").type_text("soon");
    settle(&mut window);
    assert_eq!(bytes(&window), before, "nothing was changed");
    window.get_by_label_contains("soon");
    window.key_press(Key::Escape);
    settle(&mut window);
    window.get_by_role_and_label(Role::TextInput, "Since").focus();
    window.run_steps(2);
    for letter in ["2", "0", "0", "9"] {
        window.get_by_role_and_label(Role::TextInput, "Since").type_text(letter);
        window.run_steps(2);
    }
    window.key_press(Key::Enter);
    settle(&mut window);
    let actor =
        map(&window).actors.iter().find(|actor| actor.name.all().any(|name| name == "Business leaders"));
    assert_eq!(actor.unwrap().since, "2009".parse().ok());
    assert_eq!(
        window.state().session.document.as_ref().unwrap().history().position(),
        1,
        "a burst is one step"
    );
    window.get_by_role(Role::Canvas).focus();
    window.run_steps(2);
    undo(&mut window);
    assert_eq!(bytes(&window), before);
}

#[test]
fn rows_of_a_spreadsheet_are_looked_at_and_taken_over() {
    let mut window = opened("jenin-2012", DESK);
    let rows = "name\tkind\tlevel\nCamp Youth Forum\tyouth group\tcommunity\nNew Clinic\t\tmunicipal\n";
    window.event(Event::Paste(rows.to_owned()));
    settle(&mut window);
    window.get_by_label_contains("2 actors");
    assert_eq!(map(&window).actors.len(), 31, "nothing is taken over before somebody says so");
    window.get_by_role_and_label(Role::Button, "Take it over").click();
    settle(&mut window);
    assert_eq!(map(&window).actors.len(), 33);
    undo(&mut window);
    assert_eq!(map(&window).actors.len(), 31);
}

#[test]
fn rows_are_decided_on_and_enter_takes_them_over() {
    let mut window = opened("jenin-2012", LAPTOP);
    let rows = "Name\tArabic name\tsince\tsource\nAdonis\tجمعية ادونيس\t01/03/2011\tInterview 3\n\
        Adonis\tجمعية حقوق وطن\t02/03/2011\tInterview 4\n";
    window.event(Event::Paste(rows.to_owned()));
    settle(&mut window);
    window.get_by_label_contains("2 actors");
    window.get_by_role_and_label(Role::ComboBox, "Arabic name: name in العربية");
    // Columns, rows and sources are decided in one press each.
    window.get_by_role_and_label(Role::Button, "day first (2011-03-01)").click();
    settle(&mut window);
    window.get_by_role_and_label(Role::Button, "Add 2 sources").click();
    settle(&mut window);
    window.get_by_role_and_label(Role::Button, "row 3 · new · Adonis").click();
    settle(&mut window);
    window.get_by_role_and_label(Role::Button, "the same as row 2").click();
    settle(&mut window);
    window.get_by_label_contains("1 actor,");
    window.get_by_label_contains("“جمعية ادونيس” is there, the row says");
    window.get_by_role_and_label(Role::Button, "another one").click();
    settle(&mut window);
    // What is pressed while it is decided is not for the map.
    window.key_press(Key::Delete);
    settle(&mut window);
    assert_eq!(map(&window).actors.len(), 31);
    let sources = map(&window).sources.len();
    window.key_press(Key::Enter);
    settle(&mut window);
    assert_eq!((map(&window).actors.len(), map(&window).sources.len()), (33, sources + 2));
    assert_eq!(map(&window).actors[31].since, "2011-03-01".parse().ok());
    undo(&mut window);
    window.event(Event::Paste(rows.to_owned()));
    settle(&mut window);
    window.key_press(Key::Escape);
    settle(&mut window);
    assert!(window.query_by_label_contains("What was pasted").is_none());
    assert_eq!((map(&window).actors.len(), map(&window).sources.len()), (31, sources));
}

#[test]
fn many_rows_are_read_beside_the_window() {
    let mut window = opened("jenin-2012", DESK);
    let row = |at| format!("Women's group {at}\twomen's organisation\tcommunity\n");
    let rows = format!("name\tkind\tlevel\n{}", (0..8_000).map(row).collect::<Vec<_>>().concat());
    window.event(Event::Paste(rows));
    window.run_steps(2);
    for _ in 0..600 {
        if window.query_by_label_contains("8000 actors").is_some() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
        window.run_steps(1);
    }
    window.get_by_label_contains("8000 actors");
    assert!(window.query_all_by_label_contains("· new ·").count() < 60, "only what is in sight is drawn");
}
