//! Looking at a map in other ways: several actors at once, a belt, a date, on the move.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2, pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use jisr::app::{Command, Shell};
use jisr::model::terms::View;
use jisr::picture::spotlight::Item;
use jisr::session::Motion;

use super::{DESK, LAPTOP, open, opened, settle, slow_window};

fn drag(window: &mut Harness<'static, Shell>, from: Pos2, to: Pos2, modifiers: Modifiers) {
    let button =
        |pos, pressed| Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers };
    window.event(Event::ModifiersChanged(modifiers));
    window.event(Event::PointerMoved(from));
    window.run_steps(1);
    window.event(button(from, true));
    window.run_steps(1);
    for step in [from.lerp(to, 0.3), from.lerp(to, 0.7), to] {
        window.event(Event::PointerMoved(step));
        window.run_steps(1);
    }
    window.event(button(to, false));
    window.run_steps(1);
    window.event(Event::ModifiersChanged(Modifiers::NONE));
    settle(window);
}

fn canvas(window: &Harness<'static, Shell>) -> egui::Rect {
    window.get_by_role(Role::Canvas).rect()
}

fn chosen(window: &Harness<'static, Shell>) -> usize {
    window.state().session.look.chosen.len()
}

#[test]
fn a_box_looks_at_everybody_in_it() {
    let mut window = opened("jenin-2012", DESK);
    let room = canvas(&window).shrink(3.0);
    drag(&mut window, room.left_top(), room.right_bottom(), Modifiers::SHIFT);
    assert_eq!(chosen(&window), 31);
    window.get_by_label("31 actors together");
    window.get_by_label_contains("68 ties between them");
    window.key_press(Key::Escape);
    settle(&mut window);
    assert_eq!(chosen(&window), 0);
    let half = pos2(room.right(), room.center().y);
    drag(&mut window, room.left_top(), half, Modifiers::SHIFT);
    let upper = chosen(&window);
    assert!(upper > 1 && upper < 31, "{upper}");
    drag(&mut window, room.left_bottom(), half, Modifiers::SHIFT | Modifiers::COMMAND);
    assert_eq!(chosen(&window), 31, "with Ctrl they come to those that were there");
}

#[test]
fn a_drag_without_shift_moves_the_picture() {
    let mut window = opened("jenin-2012", DESK);
    let room = canvas(&window);
    let before = window.get_by_role_and_label(Role::Button, "Jenin Governor's Office").rect();
    let from = room.left_bottom() + egui::vec2(12.0, -12.0);
    drag(&mut window, from, from + egui::vec2(60.0, -40.0), Modifiers::NONE);
    let after = window.get_by_role_and_label(Role::Button, "Jenin Governor's Office").rect();
    assert!((after.center() - before.center() - egui::vec2(60.0, -40.0)).length() < 8.0, "{before} {after}");
    assert_eq!(chosen(&window), 0);
}

#[test]
fn keys_choose_one_after_the_other() {
    let mut window = opened("jenin-2012", DESK);
    window.get_by_role(Role::Canvas).focus();
    window.run_steps(2);
    window.key_press(Key::ArrowDown);
    settle(&mut window);
    for key in [Key::ArrowDown, Key::ArrowLeft, Key::ArrowRight, Key::ArrowUp] {
        window.key_press_modifiers(Modifiers::SHIFT, key);
        settle(&mut window);
    }
    assert!(chosen(&window) >= 2, "{}", chosen(&window));
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    settle(&mut window);
    assert_eq!(chosen(&window), 31);
}

#[test]
fn a_belt_lights_the_voices_that_it_carries() {
    let mut window = opened("jenin-2012", DESK);
    let (belt, name, carries) = {
        let session = &window.state().session;
        let analysis = &session.document.as_ref().unwrap().analysis;
        let belt = analysis.belts[0];
        (
            belt.actor,
            session.words.actor(&analysis.network, belt.actor).to_owned(),
            belt.carries.max(belt.holds),
        )
    };
    window.get_by_label_contains(&format!("{name}: ")).click();
    settle(&mut window);
    assert_eq!(window.state().session.look.item, Some(Item::Belt(belt)));
    window.get_by_label("Whose voices pass here");
    let lit = window.state().session.drawn().unwrap().scene.lit.clone().unwrap();
    assert!(lit.marks.len() > carries as usize, "the belt and those whose voices it carries");
    assert!(!lit.lines.is_empty());
}

#[test]
fn the_map_is_shown_as_it_was_at_a_date() {
    let mut window = opened("jenin-2012", LAPTOP);
    window.get_by_role_and_label(Role::Button, "The map at a date").click();
    settle(&mut window);
    let whole = window.state().session.document.as_ref().unwrap().analysis.network.ties.len();
    let camp = {
        let network = &window.state().session.document.as_ref().unwrap().analysis.network;
        network.place(&"camp-committee".into()).unwrap()
    };
    window.state_mut().ask(Command::Look(Some(Item::Actor(camp))));
    let first = window.state().session.document.as_ref().unwrap().moments[0];
    window.state_mut().ask(Command::At(Some(first)));
    settle(&mut window);
    let session = &window.state().session;
    let document = session.document.as_ref().unwrap();
    let then = document.analysis.network.ties.len();
    assert!(then < whole, "{then} of {whole} ties at {first}");
    assert_eq!(document.map().ties.len(), whole, "the map itself is as it was");
    let looked_at = session.actor_looked_at().map(|actor| document.analysis.network.actor(actor).id.clone());
    assert_eq!(looked_at, Some("camp-committee".into()), "whom one looks at stays");
    let slider = window.get_by_role(Role::Slider);
    assert!(slider.accesskit_node().label().unwrap().contains(&first.to_string()));
    slider.focus();
    window.run_steps(2);
    window.key_press(Key::ArrowRight);
    settle(&mut window);
    let document = window.state().session.document.as_ref().unwrap();
    assert_eq!(document.supposed.scenario.at, document.moments.get(1).copied());
    window.get_by_role_and_label(Role::Button, "The map at a date").click();
    settle(&mut window);
    let document = window.state().session.document.as_ref().unwrap();
    assert_eq!(document.analysis.network.ties.len(), whole, "without the dates in sight all of it is shown");
}

#[test]
fn views_move_into_each_other_unless_less_motion_is_wanted() {
    let mut window = open(slow_window(DESK), "jenin-2012");
    for (motion, moves) in [(Motion::Full, true), (Motion::Less, false)] {
        window.state_mut().session.settings.motion = motion;
        window.state_mut().ask(Command::View(View::Network));
        let frames = window.run();
        assert_eq!(frames > 8, moves, "{motion:?}: {frames} frames");
        // A frame is a sixtieth of a second: a quarter of a second at most, and what it takes to settle.
        assert!(frames <= 15 + 4, "{motion:?}: {frames} frames");
        window.state_mut().ask(Command::View(View::Levels));
        window.run();
    }
}

#[test]
fn the_window_is_divided_as_it_was_left() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("settings.json");
    let (mut settings, _) = jisr::session::Settings::load(Some(file.clone()));
    settings.motion = Motion::Less;
    let mut window = opened("jenin-2012", DESK);
    window.state_mut().session.settings = settings;
    window.state_mut().ask(Command::LeftPanel);
    window.state_mut().ask(Command::Theme(jisr::picture::palette::Theme::Dark));
    settle(&mut window);
    let (again, broken) = jisr::session::Settings::load(Some(file));
    assert_eq!(broken, None);
    assert!(!again.frame.is_left_open && again.frame.is_right_open);
    assert_eq!(again.theme, jisr::picture::palette::Theme::Dark);
    assert_eq!(again.frame.window, (DESK[0], DESK[1]));
}

#[test]
fn a_large_map_stays_in_sight_while_it_is_drawn_anew() {
    let mut window = opened("valley-training", DESK);
    window.state_mut().ask(Command::ChooseAll);
    window.state_mut().ask(Command::Duplicate);
    settle(&mut window);
    let marks = |window: &Harness<Shell>| window.state().session.drawn().map(|drawn| drawn.scene.marks.len());
    assert_eq!(marks(&window), Some(138));
    window.state_mut().ask(Command::Choose(vec![0]));
    window.state_mut().ask(Command::Delete);
    window.run_steps(1);
    let session = &window.state().session;
    assert!(session.drawn().is_none(), "the new drawing is not there yet");
    assert_eq!(
        session.drawn_before().map(|drawn| drawn.scene.marks.len()),
        Some(138),
        "and the old one is seen"
    );
    settle(&mut window);
    assert_eq!(marks(&window), Some(137));
}
