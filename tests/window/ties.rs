//! Ties that are easily forgotten: of an actor to itself, parallel, not active, not rated.

use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use jisr::app::{Command, Shell};
use jisr::model::terms::View;
use jisr::picture::spotlight::Item;

use super::{DESK, settle, window};

const MAP: &str = r#"{"jisr": 1, "title": "Ties", "actors": [
    {"id": "a", "name": "Fund", "kind": "civil-society-organisation", "level": "municipal"},
    {"id": "b", "name": "Association", "kind": "union", "level": "municipal"},
    {"id": "c", "name": "Circle", "kind": "youth-group", "level": "community"},
    {"id": "d", "name": "Club", "kind": "youth-group", "level": "community"},
    {"id": "m", "name": "Ministry", "kind": "ministry", "level": "national"}],
  "ties": [
    {"id": "t0", "from": "b", "to": "a", "kind": "informs", "strength": 1},
    {"id": "t1", "from": "b", "to": "a", "kind": "informs"},
    {"id": "s1", "from": "a", "to": "a", "kind": "informs"},
    {"id": "s2", "from": "a", "to": "a", "kind": "funds"},
    {"id": "x", "from": "c", "to": "a", "kind": "informs", "status": "broken"},
    {"id": "z", "from": "d", "to": "b", "kind": "informs"},
    {"id": "y", "from": "b", "to": "m", "kind": "reports-to"}]}"#;

fn opened(folder: &std::path::Path) -> Harness<'static, Shell> {
    let path = folder.join("ties.jisr");
    std::fs::write(&path, MAP).unwrap();
    let mut window = window(DESK, Vec::new());
    window.state_mut().ask(Command::OpenFile(path));
    settle(&mut window);
    window
}

fn look_at(window: &mut Harness<'static, Shell>, id: &str) {
    let network = &window.state().session.document.as_ref().unwrap().analysis.network;
    let actor = network.place(&id.into()).unwrap();
    window.state_mut().ask(Command::Look(Some(Item::Actor(actor))));
    settle(window);
}

#[test]
fn ties_to_itself_are_listed_and_looked_at_and_count_nowhere() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = opened(folder.path());
    window.get_by_role_and_label(Role::Button, "Details").click();
    settle(&mut window);
    window.get_by_label("5 actors, 5 ties");
    look_at(&mut window, "a");
    window.get_by_label("3 ties");
    window.get_by_label("2 ties to itself, which count nowhere");
    window.get_by_role_and_label(Role::Button, "Fund → informs → Fund").click_accesskit();
    settle(&mut window);
    let session = &window.state().session;
    let Some(Item::Tie(tie)) = session.look.item else { panic!("{:?}", session.look.item) };
    assert_eq!(session.document.as_ref().unwrap().analysis.network.tie(tie).id, "s1".into());
    window.get_by_label("Strength: not rated");
    // It is lit in every view, and stays looked at when the map is edited.
    for view in [View::Levels, View::Network, View::Rings, View::Influence, View::Matrix] {
        window.state_mut().ask(Command::View(view));
        settle(&mut window);
        let lit = window.state().session.drawn().unwrap().scene.lit.clone().unwrap();
        let shown = lit.lines.iter().filter_map(|line| line.tie).chain(lit.cells.iter().map(|cell| cell.tie));
        assert!(shown.into_iter().any(|shown| shown == tie), "{view:?}");
    }
    window.state_mut().ask(Command::Delete);
    settle(&mut window);
    let map = window.state().session.document.as_ref().unwrap().map().clone();
    assert!(map.ties.iter().all(|tie| tie.id != "s1".into()), "and it can be deleted");
    window.state_mut().ask(Command::Undo);
    settle(&mut window);
    assert_eq!(window.state().session.document.as_ref().unwrap().map().ties.len(), 7);
}

#[test]
fn what_is_not_active_is_told_and_what_nobody_rated_is_not_three_of_five() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = opened(folder.path());
    look_at(&mut window, "c");
    window.get_by_label_contains("Of this actor the map shows 1 tie, none active.");
    assert!(window.query_all_by_label_contains("1 tie, none active").count() > 1, "under its name, too");
    assert!(window.query_by_label_contains("no ties").is_none());
    look_at(&mut window, "d");
    window.get_by_label_contains("As strong as its weakest tie: not rated.");
    assert!(window.query_by_label_contains("3 of 5").is_none());
    let lit = window.state().session.drawn().unwrap().scene.lit.clone().unwrap();
    assert!(lit.captions.iter().any(|caption| caption.text == "weakest: not rated"), "{:?}", lit.captions);
    window.state_mut().ask(Command::View(View::Network));
    settle(&mut window);
    let scene = window.state().session.drawn().unwrap().scene.clone();
    assert!(scene.captions.iter().any(|caption| caption.text == "No active ties"), "{:?}", scene.captions);
}

#[test]
fn what_is_shown_beside_a_map_waits_for_none() {
    let mut window = window(super::LAPTOP, Vec::new());
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Enter);
    settle(&mut window);
    window.state_mut().ask(Command::OpenSample("jenin-2012"));
    settle(&mut window);
    assert!(
        window.query_by_label("Add actors and ties").is_none(),
        "the line was asked for on the welcome page"
    );
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Enter);
    settle(&mut window);
    assert!(window.query_all_by_label("Add actors and ties").next().is_some());
}
