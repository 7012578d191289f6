//! Settings that more than a value depends on.

use egui::KeyboardShortcut;

use crate::app::command::Command;
use crate::app::finder::Finder;
use crate::app::shell::Shell;
use crate::model::Language;
use crate::words::args;

/// Speaks another language from now on.
pub fn speak(shell: &mut Shell, language: Option<Language>) {
    shell.session.speak(language);
    // What can be found has other names now.
    shell.finder = Finder::default();
}

/// Gives a command keys, and says whose they were.
pub fn give_keys(shell: &mut Shell, command: &Command, keys: Option<KeyboardShortcut>) {
    let words = &shell.session.words;
    match shell.keymap.give(command, keys) {
        Ok(Some(other)) => {
            let name = other.message().map_or_else(String::new, |id| words.text(&id));
            shell.session.notes.push(words.say("keys-taken", &args([("command", name.into())])));
        }
        Ok(None) => {}
        Err(_) => shell.session.notes.push(words.text("keys-refused")),
    }
    shell.session.settings.keys = shell.keymap.settings();
}
