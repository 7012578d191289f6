//! Changing many together, and what a map has of its own: levels, kinds, sources, evidence.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use jisr::app::{Command, Shell};
use jisr::model::Map;
use jisr::picture::spotlight::Item;

use super::{DESK, opened, settle};

type Window = Harness<'static, Shell>;

fn map(window: &Window) -> &Map {
    window.state().session.document.as_ref().unwrap().map()
}

/// Types into a line of that label, and ends it with Enter.
fn enter(window: &mut Window, label: &str, text: &str) {
    let line = window.get_by_role_and_label(Role::TextInput, label);
    line.scroll_to_me();
    line.focus();
    window.run_steps(3);
    window.get_by_role_and_label(Role::TextInput, label).type_text(text);
    window.run_steps(2);
    window.key_press(Key::Enter);
    settle(window);
}

fn press(window: &mut Window, role: Role, label: &str) {
    window.get_by_role_and_label(role, label).scroll_to_me();
    window.run_steps(3);
    window.get_by_role_and_label(role, label).click();
    settle(window);
}

fn undo(window: &mut Window) {
    window.state_mut().ask(Command::Undo);
    settle(window);
}

fn details(window: &mut Window, item: Option<Item>) {
    window.state_mut().ask(Command::Look(item));
    settle(window);
    window.key_press_modifiers(Modifiers::ALT, Key::Num4);
    settle(window);
}

#[test]
fn what_many_have_in_common_is_seen_and_changed_together() {
    let mut window = opened("jenin-2012", DESK);
    let before = map(&window).clone();
    window.state_mut().ask(Command::Choose(vec![0, 3, 5, 8]));
    settle(&mut window);
    window.get_by_label("4 actors together");
    window.get_by_role_and_label(Role::ComboBox, "Level: (different)");
    press(&mut window, Role::ComboBox, "Stance: (different)");
    window.get_by_role_and_label(Role::Button, "sceptical").click();
    settle(&mut window);
    let changed = |map: &Map| {
        let stances = map.actors.iter().zip(&before.actors);
        stances.filter(|(now, then)| now.stance != then.stance).count()
    };
    assert!(changed(map(&window)) >= 3, "{}", changed(map(&window)));
    window.get_by_role_and_label(Role::ComboBox, "Stance: sceptical");
    undo(&mut window);
    assert_eq!(*map(&window), before, "one step for all of them");
    enter(&mut window, "Add a tag to all of them", "round two");
    let tagged = map(&window).actors.iter().filter(|actor| actor.tags.contains(&"round two".to_owned()));
    assert_eq!(tagged.count(), 4);
}

#[test]
fn a_level_is_added_named_moved_and_taken_away() {
    let mut window = opened("jenin-2008", DESK);
    details(&mut window, None);
    let rungs = |window: &Window| map(window).ladder().rungs().count();
    let before = rungs(&window);
    enter(&mut window, "New level", "Region");
    assert_eq!(rungs(&window), before + 1);
    let place =
        |window: &Window| map(window).levels.iter().position(|level| level.id.to_string() == "region");
    assert_eq!(place(&window), Some(3), "below the capital");
    press(&mut window, Role::Button, "Region");
    press(&mut window, Role::Button, "One rung down");
    assert_eq!(place(&window), Some(2));
    press(&mut window, Role::Button, "Delete");
    assert_eq!((rungs(&window), place(&window)), (before, None));
    undo(&mut window);
    assert_eq!(place(&window), Some(2));
}

#[test]
fn a_kind_in_use_is_not_taken_away_before_its_actors_have_another() {
    let mut window = opened("jenin-2008", DESK);
    details(&mut window, None);
    enter(&mut window, "New kind of actor", "Water committee");
    details(&mut window, Some(Item::Actor(0)));
    let session = &window.state().session;
    let id = session.document.as_ref().unwrap().analysis.network.actor(0).id.clone();
    let before = session.words.actor_kind(map(&window), &map(&window).actor(&id).unwrap().kind);
    press(&mut window, Role::ComboBox, &format!("Kind: {before}"));
    press(&mut window, Role::Button, "Water committee");
    let kind = |window: &Window| map(window).actor(&id).unwrap().kind.to_string();
    assert_eq!(kind(&window), "water-committee");
    details(&mut window, None);
    press(&mut window, Role::Button, "Water committee");
    press(&mut window, Role::Button, "Delete");
    assert_eq!(kind(&window), "water-committee", "refused");
    window.get_by_label_contains("the map uses it");
    press(&mut window, Role::ComboBox, "What is of it becomes …");
    press(&mut window, Role::Button, "Youth group");
    assert_eq!((kind(&window).as_str(), map(&window).actor_kinds.len()), ("youth-group", 0));
    undo(&mut window);
    assert_eq!(kind(&window), "water-committee");
}

#[test]
fn an_own_kind_is_added_and_can_be_chosen() {
    let mut window = opened("jenin-2012", DESK);
    details(&mut window, None);
    enter(&mut window, "New kind of actor", "Police");
    assert_eq!(map(&window).actor_kinds.len(), 0);
    window.get_by_label_contains("There is one called “Police”");
    window.get_by_role_and_label(Role::TextInput, "New kind of actor").focus();
    window.run_steps(2);
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.run_steps(2);
    enter(&mut window, "New kind of actor", "Water committee");
    assert_eq!(map(&window).actor_kinds.last().unwrap().id.to_string(), "water-committee");
    press(&mut window, Role::Button, "Water committee");
    press(&mut window, Role::ComboBox, "Formality: informal");
    window.get_by_role_and_label(Role::Button, "hybrid").click();
    settle(&mut window);
    assert_eq!(map(&window).actor_kinds.last().unwrap().formality, jisr::model::terms::Formality::Hybrid);
    enter(&mut window, "New kind of tie, as a verb: is kin of", "is kin of");
    assert_eq!(map(&window).tie_kinds.last().unwrap().id.to_string(), "is-kin-of");
}

#[test]
fn evidence_is_picked_added_and_taken_away() {
    let mut window = opened("jenin-2012", DESK);
    details(&mut window, Some(Item::Actor(0)));
    let id = window.state().session.document.as_ref().unwrap().analysis.network.actor(0).id.clone();
    let evidence = |window: &Window| map(window).actor(&id).unwrap().evidence.len();
    let (before, sources) = (evidence(&window), map(&window).sources.len());
    enter(&mut window, "New source: type how to cite it", "Interview 7, Jenin, 2012");
    assert_eq!((evidence(&window), map(&window).sources.len()), (before + 1, sources + 1));
    undo(&mut window);
    assert_eq!((evidence(&window), map(&window).sources.len()), (before, sources), "one step");
    let removals = window.query_all_by_label("Take this evidence away").count();
    assert_eq!(removals, before);
}

#[test]
fn another_name_how_others_see_it_and_a_law_are_typed_in_details() {
    let mut window = opened("jenin-2012", DESK);
    details(&mut window, Some(Item::Actor(0)));
    let before = map(&window).clone();
    let id = window.state().session.document.as_ref().unwrap().analysis.network.actor(0).id.clone();
    let actor = |window: &Window| map(window).actor(&id).unwrap().clone();
    enter(&mut window, "Other names", "The Zephyr");
    assert_eq!(actor(&window).aliases, ["The Zephyr".into()]);
    enter(&mut window, "New view of it: type who sees it so", "A shopkeeper");
    press(&mut window, Role::Button, "A shopkeeper");
    enter(&mut window, "Why", "They come late.");
    assert_eq!(actor(&window).ratings[0].why, "They come late.".into());
    press(&mut window, Role::Button, "Delete");
    assert_eq!(actor(&window).ratings, []);
    details(&mut window, None);
    enter(&mut window, "New law or the like: type its name", "Police Law");
    press(&mut window, Role::Button, "Police Law");
    press(&mut window, Role::ComboBox, "Status: in force");
    window.get_by_role_and_label(Role::Button, "draft").click();
    settle(&mut window);
    assert_eq!(map(&window).instruments[0].status, jisr::model::terms::InstrumentStatus::Draft);
    for _ in 0..20 {
        undo(&mut window);
    }
    assert_eq!(*map(&window), before, "all of it can be taken back");
}
