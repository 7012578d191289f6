//! What people do, step by step.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use jisr::app::{Command, Shell};
use jisr::model::terms::View;
use jisr::picture::spotlight::Item;

use super::{DESK, LAPTOP, opened, sample, settle, window};

fn press(window: &mut Harness<'static, Shell>, label: &str) {
    window.get_by_role_and_label(Role::Button, label).click();
    settle(window);
}

fn looks_at(window: &Harness<'static, Shell>) -> Option<String> {
    let session = &window.state().session;
    let Some(Item::Actor(actor)) = session.look.item else { return None };
    Some(session.words.actor(&session.document.as_ref()?.analysis.network, actor).to_owned())
}

#[test]
fn the_welcome_page_leads_to_a_sample() {
    let mut window = window(DESK, Vec::new());
    settle(&mut window);
    press(&mut window, "Jenin 2012: the partnership");
    let session = &window.state().session;
    assert_eq!(session.document.as_ref().unwrap().map().actors.len(), 31);
    window.get_by_label("9 of 11 voices heard; 4 confirmed");
}

#[test]
fn a_file_is_picked_and_opened_and_remembered() {
    let mut window = window(LAPTOP, vec![None, Some(sample("valley-training"))]);
    settle(&mut window);
    press(&mut window, "Open a map …");
    assert!(window.state().session.document.is_none(), "the dialog was closed: nothing happens");
    press(&mut window, "Open a map …");
    assert_eq!(window.state().session.document.as_ref().unwrap().map().actors.len(), 69);
    assert_eq!(window.state().session.recent.paths.len(), 1);
}

#[test]
fn camp_committees_are_heard_through_the_steering_committee() {
    let mut window = opened("jenin-2012", DESK);
    press(&mut window, "Refugee camp committees");
    assert_eq!(looks_at(&window).as_deref(), Some("Refugee camp committees"));
    window.get_by_label_contains("As strong as its weakest tie");
    window.get_by_label_contains("the weakest tie");
    let (steps, strength) = {
        let session = &window.state().session;
        let analysis = &session.document.as_ref().unwrap().analysis;
        let actor = session.actor_looked_at().unwrap();
        let (strength, tree) = analysis.pass.reach.best(actor).unwrap();
        (tree.steps(actor).count(), strength.get())
    };
    assert_eq!(strength, 3, "what counts where nobody has rated a tie");
    window.get_by_label(&format!("Heard in {steps} steps. As strong as its weakest tie: not rated."));
    window.key_press(Key::Escape);
    settle(&mut window);
    assert_eq!(looks_at(&window), None, "Escape looks at the whole map again");
}

#[test]
fn an_expected_voice_tells_who_it_is_and_how_it_fares() {
    let mut window = opened("jenin-2008", LAPTOP);
    press(&mut window, "Local media: 1 tie, none active");
    assert!(matches!(window.state().session.look.item, Some(Item::Expected(_))));
    window.get_by_label("Of this actor the map shows 1 tie, none active.");
}

#[test]
fn a_filter_leaves_the_informal_ones() {
    let mut window = opened("jenin-2012", DESK);
    press(&mut window, "Filter");
    let before = window.get_all_by_role_and_label(Role::Button, "informal").count();
    assert_eq!(before, 1);
    press(&mut window, "informal");
    let session = &window.state().session;
    let analysis = &session.document.as_ref().unwrap().analysis;
    let shown = session.look.filter.actors(analysis).iter().filter(|shown| **shown).count();
    assert!(shown > 5 && shown < 31, "{shown}");
    assert!(
        window.query_by_role_and_label(Role::Button, "Council of Ministers").is_none(),
        "it is not drawn any more"
    );
    press(&mut window, "Show everything again");
    window.get_by_role_and_label(Role::Button, "Council of Ministers");
}

#[test]
fn a_misspelt_name_is_found() {
    let mut window = opened("jenin-2012", DESK);
    window.key_press_modifiers(Modifiers::COMMAND, Key::K);
    window.run_steps(3);
    window.get_by_role(Role::TextInput).type_text("goverors ofice");
    window.run_steps(3);
    window.key_press(Key::Enter);
    settle(&mut window);
    assert_eq!(looks_at(&window).as_deref(), Some("Jenin Governor's Office"));
}

#[test]
fn every_view_shows_every_actor() {
    let mut window = opened("jenin-2012", DESK);
    for (label, view) in [
        ("Network", View::Network),
        ("Rings", View::Rings),
        ("Influence", View::Influence),
        ("Matrix", View::Matrix),
        ("Levels", View::Levels),
    ] {
        press(&mut window, label);
        assert_eq!(window.state().session.look.view, view);
        window.get_by_role_and_label(Role::Button, "Jenin Governor's Office");
    }
}

#[test]
fn findings_unfold_and_light_what_they_are_about() {
    let mut window = opened("jenin-2012", DESK);
    window.key_press_modifiers(Modifiers::ALT, Key::Num2);
    settle(&mut window);
    press(&mut window, "High: 2 local actors have no active tie");
    press(&mut window, "No ties on the map: Young unemployed people");
    assert!(matches!(window.state().session.look.item, Some(Item::Finding(_))));
    window.get_by_label_contains("What could be done:");
}

#[test]
fn bridges_are_proposed_without_being_asked_for() {
    let mut window = opened("jenin-2012", DESK);
    window.key_press_modifiers(Modifiers::ALT, Key::Num3);
    settle(&mut window);
    let found = window.state().session.proposals.found().len();
    assert!(found >= 3, "{found}");
    window.state_mut().ask(Command::Look(Some(Item::Bridge(0))));
    settle(&mut window);
    window.get_by_label("Closes");
}

#[test]
fn keys_alone_lead_from_actor_to_actor() {
    let mut window = opened("jenin-2012", DESK);
    window.get_by_role(Role::Canvas).focus();
    window.run_steps(2);
    window.key_press(Key::ArrowDown);
    settle(&mut window);
    let first = looks_at(&window).expect("the first key looks at somebody");
    let mut seen = vec![first];
    for key in [Key::ArrowDown, Key::ArrowLeft, Key::ArrowUp, Key::ArrowRight, Key::ArrowDown] {
        window.key_press(key);
        settle(&mut window);
        seen.extend(looks_at(&window));
    }
    seen.sort_unstable();
    seen.dedup();
    assert!(seen.len() > 1, "arrows lead on: {seen:?}");
}

#[test]
fn an_unreadable_file_says_what_is_wrong_and_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("broken.jisr");
    std::fs::write(&path, r#"{"jisr": 1, "title": "x", "actors": [{"id": "a", "name": "A", "kind": "polise", "level": "national"}]}"#).unwrap();
    let mut window = opened("jenin-2012", DESK);
    window.state_mut().ask(Command::OpenFile(path.clone()));
    settle(&mut window);
    window.get_by_label("$.actors[0].kind");
    window.get_by_label_contains("police");
    assert_eq!(
        window.state().session.document.as_ref().unwrap().map().actors.len(),
        31,
        "what was open stays open"
    );
    press(&mut window, "Close");
    assert!(window.state().session.not_opened.is_none());
    std::fs::write(&path, "{ nonsense").unwrap();
    window.state_mut().ask(Command::OpenFile(path));
    settle(&mut window);
    window.get_by_label_contains("line 1");
}

#[test]
fn every_command_can_be_found_by_its_name_and_run() {
    let mut window = opened("valley-training", LAPTOP);
    for command in Command::all() {
        let message = command.message().expect("a command without parameters has a name");
        assert!(!window.state().session.words.text(&message).is_empty());
        window.state_mut().ask(command);
        settle(&mut window);
        if window.state().session.document.is_none() {
            window = opened("valley-training", LAPTOP);
        }
    }
}

#[test]
fn an_empty_map_says_what_to_do() {
    let mut window = window(LAPTOP, Vec::new());
    window.state_mut().ask(Command::OpenTemplate("blank"));
    settle(&mut window);
    for view in ["Network", "Rings", "Influence", "Matrix", "Levels"] {
        press(&mut window, view);
    }
    window.get_by_label("This map has no actors yet.");
}

#[test]
fn nothing_moves_while_nobody_does_anything() {
    let mut window = opened("jenin-2012", DESK);
    let steps = window.run();
    assert!(steps <= 4, "the window settles at once: {steps} steps");
    let delay = window.output().viewport_output.values().map(|viewport| viewport.repaint_delay).min();
    assert!(delay.is_none_or(|delay| delay > std::time::Duration::from_hours(1)), "{delay:?}");
    let _ = window.root().accesskit_node();
}
