//! A map built from a paper by the window alone: ten actors and twelve ties of Jenin (Homel & Masson), typed, taken back, done
//! again, broken off and recovered.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use jisr::app::{Command, Shell};
use jisr::format::jisr::write;
use jisr::model::Map;

use super::{LAPTOP, keeping_window, settle};

type Window = Harness<'static, Shell>;

/// What the paper says, a tie a line; whoever is named for the first time is created.
const SAID: [&str; 12] = [
    "Tribal leaders informs Jenin Camp Popular Committee",
    "Jenin Camp Popular Committee member of Community Safety Steering Committee",
    "Women's rights centres advocates to Community Safety Steering Committee",
    "Local media covers Village councils",
    "Village councils member of Community Safety Steering Committee",
    "Business leaders member of Community Safety Steering Committee",
    "Community Safety Steering Committee reports to Jenin Governor's Office",
    "Jenin Governor's Office reports to Council of Ministers",
    "Council of Ministers directs Palestinian Civil Police",
    "Palestinian Civil Police informs Jenin Governor's Office",
    "Jenin Governor's Office consults Tribal leaders",
    "Council of Ministers informs Jenin Governor's Office",
];

fn map(window: &Window) -> &Map {
    window.state().session.document.as_ref().unwrap().map()
}

fn bytes(window: &Window) -> Vec<u8> {
    write(map(window))
}

#[test]
fn a_map_is_built_from_a_paper_taken_back_done_again_broken_off_and_recovered() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = keeping_window(LAPTOP, folder.path());
    settle(&mut window);
    window.get_by_role_and_label(Role::Button, "New map").click();
    settle(&mut window);
    // An empty map says what one does next.
    window.get_by_label("Who matters for safety here?");
    let before = bytes(&window);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    window.run_steps(2);
    for (number, line) in SAID.into_iter().enumerate() {
        window.get_by_role_and_label(Role::TextInput, "Add actors and ties").type_text(line);
        window.run_steps(2);
        if number == 0 {
            window.get_by_label("New actor “Tribal leaders”: Tribal leader, Community");
        }
        window.key_press(Key::Enter);
        settle(&mut window);
        assert_eq!(map(&window).ties.len(), number + 1, "{line}");
    }
    window.key_press(Key::Escape);
    settle(&mut window);
    assert_eq!(map(&window).actors.len(), 10);
    let level = |name: &str| {
        let named = map(&window).actors.iter().find(|actor| actor.name.all().any(|is| is == name));
        named.unwrap().level.to_string()
    };
    assert_eq!(level("Community Safety Steering Committee"), "governorate");
    assert_eq!(level("Council of Ministers"), "national");
    let heard = window.state().session.document.as_ref().unwrap().tally.figures.heard;
    assert!(heard >= 5, "{heard} are heard through the committee");

    let after = bytes(&window);
    for _ in SAID {
        window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        settle(&mut window);
    }
    assert_eq!(bytes(&window), before, "all of it taken back");
    for _ in SAID {
        window.key_press_modifiers(Modifiers::COMMAND, Key::Y);
        settle(&mut window);
    }
    assert_eq!(bytes(&window), after, "and done again");

    drop(window);
    let mut window = keeping_window(LAPTOP, folder.path());
    window.state_mut().session.look_for_drafts();
    settle(&mut window);
    window.get_by_role_and_label(Role::Button, "Recover").click();
    settle(&mut window);
    assert_eq!(bytes(&window), after, "recovered as it was");
    assert!(window.state().session.is_unsaved());
    window.state_mut().ask(Command::Undo);
    settle(&mut window);
    assert_eq!(bytes(&window), after, "a recovered map begins its history anew");
}
