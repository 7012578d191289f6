//! Which keys do what: those that every command has at first, and those that somebody has given it.

use std::collections::BTreeMap;

use egui::{Key, KeyboardShortcut, Modifiers};

use super::command::Command;

/// The modifiers of a shortcut, as they are written in the settings, in the order in which they are written.
const MODIFIERS: [(&str, Modifiers); 4] = [
    ("Ctrl", Modifiers::COMMAND),
    ("Control", Modifiers::CTRL),
    ("Alt", Modifiers::ALT),
    ("Shift", Modifiers::SHIFT),
];

/// Keys that belong to lines of text, whatever else they might do.
const OF_TEXT: [Key; 3] = [Key::C, Key::V, Key::X];

/// The keys that somebody has given to commands; `None` where somebody wants a command to have none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Keymap(BTreeMap<String, Option<KeyboardShortcut>>);

/// Keys that no command can have: they would be typed into a line of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Typed;

impl Keymap {
    /// What settings say, by the messages that are the names of commands. What can't be understood is left out.
    pub fn of(settings: &BTreeMap<String, String>) -> Self {
        let entries = settings.iter().filter_map(|(command, keys)| {
            let keys = if keys.is_empty() { None } else { Some(read(keys)?) };
            Some((command.clone(), keys))
        });
        Self(entries.collect())
    }

    /// How settings say it.
    pub fn settings(&self) -> BTreeMap<String, String> {
        let written = |keys: &Option<KeyboardShortcut>| keys.map_or_else(String::new, write);
        self.0.iter().map(|(command, keys)| (command.clone(), written(keys))).collect()
    }

    /// The keys of a command.
    pub fn keys(&self, command: &Command) -> Option<KeyboardShortcut> {
        let own = command.message().and_then(|id| self.0.get(&id));
        own.copied().unwrap_or_else(|| command.usual_keys())
    }

    /// The commands that have keys, those with the most modifiers first: what is held beside a shortcut does not keep it
    /// from being one, so Ctrl + Shift + D has to be asked for before Ctrl + D.
    pub fn bound(&self) -> Vec<(KeyboardShortcut, Command)> {
        let commands = Command::all().into_iter();
        let mut bound: Vec<_> =
            commands.filter_map(|command| self.keys(&command).map(|keys| (keys, command))).collect();
        bound.sort_by_key(|(keys, _)| {
            let held = keys.modifiers;
            std::cmp::Reverse(u8::from(held.alt) + u8::from(held.shift) + u8::from(held.command || held.ctrl))
        });
        bound
    }

    /// Gives a command keys, or takes them from it; gives the command that had them until now.
    pub fn give(
        &mut self,
        command: &Command,
        keys: Option<KeyboardShortcut>,
    ) -> Result<Option<Command>, Typed> {
        if keys.is_some_and(is_typed) {
            return Err(Typed);
        }
        let had = keys.and_then(|keys| {
            self.bound().into_iter().find(|(other, with)| *other == keys && with != command)
        });
        if let Some((_, other)) = &had {
            self.put(other, None);
        }
        self.put(command, keys);
        Ok(had.map(|(_, other)| other))
    }

    /// Whether a command has other keys than at first.
    pub fn is_changed(&self, command: &Command) -> bool {
        command.message().is_some_and(|id| self.0.contains_key(&id))
    }

    /// What is as at first is not written down: should a later version give other keys, one gets them.
    fn put(&mut self, command: &Command, keys: Option<KeyboardShortcut>) {
        let Some(id) = command.message() else { return };
        if keys == command.usual_keys() {
            self.0.remove(&id);
        } else {
            self.0.insert(id, keys);
        }
    }
}

/// Whether keys would be typed into a line of text, or do something there.
fn is_typed(keys: KeyboardShortcut) -> bool {
    let KeyboardShortcut { modifiers, logical_key } = keys;
    let is_of_function =
        logical_key.name().strip_prefix('F').is_some_and(|number| number.parse::<u8>().is_ok());
    let is_held = modifiers.command || modifiers.ctrl || modifiers.alt;
    let is_of_text = modifiers.command && !modifiers.alt && OF_TEXT.contains(&logical_key);
    !is_of_function && (!is_held || is_of_text)
}

/// What is pressed, as a shortcut. On a Mac both Ctrl and Command are there, elsewhere they are one.
pub fn pressed(key: Key, held: Modifiers) -> KeyboardShortcut {
    let ctrl = held.ctrl && !held.command;
    let modifiers =
        Modifiers { alt: held.alt, ctrl, shift: held.shift, mac_cmd: false, command: held.command };
    KeyboardShortcut::new(modifiers, key)
}

fn write(keys: KeyboardShortcut) -> String {
    let held = keys.modifiers;
    let is_held = [held.command, held.ctrl, held.alt, held.shift];
    let held = MODIFIERS.iter().zip(is_held).filter(|(_, is_held)| *is_held).map(|((name, _), _)| *name);
    held.chain([keys.logical_key.name()]).collect::<Vec<_>>().join("+")
}

fn read(text: &str) -> Option<KeyboardShortcut> {
    // The key itself may be a plus.
    let mut rest = text;
    let mut modifiers = Modifiers::NONE;
    while let Some((name, more)) = rest.split_once('+')
        && let Some((_, modifier)) = MODIFIERS.iter().find(|(known, _)| *known == name)
    {
        modifiers |= *modifier;
        rest = more;
    }
    let keys = KeyboardShortcut::new(modifiers, Key::from_name(rest)?);
    (!is_typed(keys)).then_some(keys)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ctrl(key: Key) -> KeyboardShortcut {
        KeyboardShortcut::new(Modifiers::COMMAND, key)
    }

    #[test]
    fn no_two_commands_have_the_same_keys_at_first() {
        let keymap = Keymap::default();
        let bound = keymap.bound();
        for (at, (keys, command)) in bound.iter().enumerate() {
            assert!(!bound[at + 1..].iter().any(|(other, _)| other == keys), "{command:?}");
            assert!(!is_typed(*keys), "{command:?}");
        }
    }

    #[test]
    fn every_shortcut_is_read_as_it_was_written() {
        for (keys, command) in Keymap::default().bound() {
            assert_eq!(read(&write(keys)), Some(keys), "{command:?}");
        }
        for nonsense in ["", "Ctrl", "Ctrl+", "Hyper+S", "S", "Shift+S", "Ctrl+C", "Ctrl+NoSuchKey"] {
            assert_eq!(read(nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn whoever_is_given_keys_has_them_alone() {
        let mut keymap = Keymap::default();
        assert_eq!(keymap.give(&Command::Fit, Some(ctrl(Key::S))), Ok(Some(Command::Save)));
        assert_eq!(keymap.keys(&Command::Fit), Some(ctrl(Key::S)));
        assert_eq!(keymap.keys(&Command::Save), None);
        let again = Keymap::of(&keymap.settings());
        assert_eq!(again, keymap);
        assert_eq!(keymap.give(&Command::Save, Some(ctrl(Key::S))), Ok(Some(Command::Fit)));
        assert_eq!(keymap.give(&Command::Fit, Command::Fit.usual_keys()), Ok(None));
        assert_eq!(keymap, Keymap::default(), "what is as at first is not written down");
        assert_eq!(
            keymap.give(&Command::Fit, Some(KeyboardShortcut::new(Modifiers::NONE, Key::F))),
            Err(Typed)
        );
    }

    #[test]
    fn more_modifiers_are_asked_for_first() {
        let bound = Keymap::default().bound();
        let place = |wanted: &Command| bound.iter().position(|(_, command)| command == wanted);
        assert!(place(&Command::Duplicate) < place(&Command::Dates));
    }
}
