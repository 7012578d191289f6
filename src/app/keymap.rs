//! Which keys do what: those that every command has at first, and those that somebody has given it.
//!
//! Modifiers match exactly. egui's own shortcuts ignore a Shift or Alt that is held beside them, so that Ctrl + Shift + S would
//! do what Ctrl + S does.

use std::collections::BTreeMap;

use egui::{Event, Key, KeyboardShortcut, Modifiers};

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

/// Keys that do something to a line of text while one is typed: with Ctrl or Command, and perhaps Shift.
const OF_LINE: [Key; 6] = [Key::A, Key::C, Key::V, Key::X, Key::Y, Key::Z];

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
        // Keys that somebody has given to another command are not taken from it by a later version.
        let is_free = |keys: &KeyboardShortcut| !self.0.values().any(|own| own.as_ref() == Some(keys));
        own.copied().unwrap_or_else(|| command.usual_keys().filter(is_free))
    }

    /// The commands that have keys, and these.
    pub fn bound(&self) -> Vec<(KeyboardShortcut, Command)> {
        let commands = Command::all().into_iter();
        commands.filter_map(|command| self.keys(&command).map(|keys| (keys, command))).collect()
    }

    /// The command that a press asks for: by the key as the layout has it or, where that is no Latin letter, digit or named
    /// key, by its place on the keyboard. So Ctrl + S is where it was when one types Arabic.
    pub fn asked(
        &self,
        key: Key,
        place: Option<Key>,
        held: Modifiers,
    ) -> Option<(KeyboardShortcut, Command)> {
        let bound = self.bound();
        let seconds = || {
            let commands = Command::all().into_iter().filter(|command| !self.is_changed(command));
            commands.filter_map(|command| command.second_keys().map(|keys| (keys, command)))
        };
        let find =
            |keys: KeyboardShortcut| bound.iter().cloned().chain(seconds()).find(|(other, _)| *other == keys);
        find(pressed(key, place, held)).or_else(|| {
            let place = place.filter(|place| *place != key && is_sign(key))?;
            find(pressed(place, Some(place), held))
        })
    }

    /// Takes the presses out of what has happened that ask for commands, with the letters that they would type, as far as the
    /// command `may` be asked for now.
    pub fn take(
        &self,
        events: &mut Vec<Event>,
        may: impl Fn(KeyboardShortcut, &Command) -> bool,
    ) -> Vec<Command> {
        let (mut taken, mut at) = (Vec::new(), 0);
        while let Some(event) = events.get(at) {
            let asked = match event {
                Event::Key { key, physical_key, pressed: true, modifiers, repeat } => self
                    .asked(*key, *physical_key, *modifiers)
                    .filter(|(keys, command)| may(*keys, command))
                    .map(|(_, command)| (command, *repeat)),
                _ => None,
            };
            let Some((command, is_repeated)) = asked else {
                at += 1;
                continue;
            };
            events.remove(at);
            // What Alt + 2 would type as well.
            if matches!(events.get(at), Some(Event::Text(_))) {
                events.remove(at);
            }
            if !is_repeated || command.repeats() {
                taken.push(command);
            }
        }
        taken
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

/// Whether keys do something to a line of text while one is typed, or type a letter there: Ctrl + Alt is how Windows sees
/// `AltGr`.
pub fn is_of_line(keys: KeyboardShortcut) -> bool {
    let KeyboardShortcut { modifiers, logical_key } = keys;
    let is_control = modifiers.command || modifiers.ctrl;
    is_control && (modifiers.alt || OF_LINE.contains(&logical_key))
}

/// What is pressed, as a shortcut: `key` as the layout has it, at that `place` of a keyboard for English. On a Mac both Ctrl
/// and Command are there, elsewhere they are one.
pub fn pressed(key: Key, place: Option<Key>, held: Modifiers) -> KeyboardShortcut {
    let ctrl = held.ctrl && (held.mac_cmd || !held.command);
    // Where a sign is typed with Shift, Shift belongs to the sign.
    let is_shifted = is_sign(key) && place.map_or_else(|| SHIFTED.contains(&key), |place| place != key);
    let shift = held.shift && !is_shifted;
    let modifiers = Modifiers { alt: held.alt, ctrl, shift, mac_cmd: false, command: held.command };
    KeyboardShortcut::new(modifiers, key)
}

/// Whether a key was pressed with nothing held beside it but, where that `may_shift`, Shift.
pub fn is_pressed_alone(input: &egui::InputState, wanted: Key, may_shift: bool) -> bool {
    input.events.iter().any(|event| match event {
        Event::Key { key, pressed: true, modifiers: held, .. } => {
            let is_held = held.ctrl || held.command || held.mac_cmd || held.alt || (held.shift && !may_shift);
            *key == wanted && !is_held
        }
        _ => false,
    })
}

/// Takes a key out of what has happened, where it was pressed with nothing held beside it: how often it was.
pub fn take_alone(ui: &egui::Ui, wanted: Key) -> usize {
    ui.input_mut(|input| {
        let before = input.events.len();
        let is_it = |event: &Event| {
            matches!(event, Event::Key { key, pressed: true, modifiers, .. } if *key == wanted && modifiers.is_none())
        };
        input.events.retain(|event| !is_it(event));
        before - input.events.len()
    })
}

/// Signs that a keyboard for English has above others.
const SHIFTED: [Key; 7] = [
    Key::Plus,
    Key::Colon,
    Key::Pipe,
    Key::Questionmark,
    Key::Exclamationmark,
    Key::OpenCurlyBracket,
    Key::CloseCurlyBracket,
];

/// Whether a key is one of the signs, which each layout has elsewhere.
fn is_sign(key: Key) -> bool {
    SHIFTED.contains(&key)
        || matches!(
            key,
            Key::Comma
                | Key::Backslash
                | Key::Slash
                | Key::OpenBracket
                | Key::CloseBracket
                | Key::Backtick
                | Key::Minus
                | Key::Period
                | Key::Equals
                | Key::Semicolon
                | Key::Quote
        )
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

    /// Every combination of modifiers as a keyboard reports it.
    fn all_held(is_mac: bool) -> Vec<Modifiers> {
        let each = 0..if is_mac { 16_u8 } else { 8 };
        each.map(|bits| {
            let is = |bit: u8| bits & bit != 0;
            Modifiers {
                alt: is(1),
                shift: is(2),
                ctrl: is(4),
                mac_cmd: is(8),
                command: if is_mac { is(8) } else { is(4) },
            }
        })
        .collect()
    }

    #[test]
    fn a_modifier_more_asks_for_another_command_or_for_none() {
        let keymap = Keymap::default();
        for is_mac in [false, true] {
            for (keys, command) in keymap.bound() {
                let key = keys.logical_key;
                // A plus has Shift in it.
                let place = if key == Key::Plus { Some(Key::Equals) } else { Some(key) };
                let mut times = 0;
                for held in all_held(is_mac) {
                    let wanted = pressed(key, place, held);
                    match keymap.asked(key, place, held) {
                        Some((had, _)) => assert_eq!(had, wanted, "{command:?} with {held:?}"),
                        None => assert_ne!(wanted, keys, "{command:?} with {held:?}"),
                    }
                    times += u8::from(keymap.asked(key, place, held).is_some_and(|(_, by)| by == command));
                }
                assert_eq!(times, 1 + u8::from(key == Key::Plus), "{command:?}");
            }
        }
    }

    #[test]
    fn save_as_is_not_save() {
        let held = Modifiers { ctrl: true, command: true, ..Modifiers::NONE };
        let asked = |held| Keymap::default().asked(Key::S, Some(Key::S), held).map(|(_, command)| command);
        assert_eq!(asked(held), Some(Command::Save));
        assert_eq!(asked(held | Modifiers::SHIFT), Some(Command::SaveAs));
        assert_eq!(asked(held | Modifiers::ALT), None);
        assert_eq!(asked(held | Modifiers::ALT | Modifiers::SHIFT), None);
        assert_eq!(asked(Modifiers::SHIFT), None);
    }

    #[test]
    fn on_other_layouts_the_place_counts_where_there_is_no_letter() {
        let keymap = Keymap::default();
        let held = Modifiers { ctrl: true, command: true, ..Modifiers::NONE };
        let asked = |key, place, held| keymap.asked(key, Some(place), held).map(|(_, command)| command);
        // French: the 4 has a quote, and the digit only with Shift.
        assert_eq!(
            asked(Key::Quote, Key::Num4, held),
            Some(Command::View(crate::model::terms::View::Influence))
        );
        // Dvorak: what is written on the key counts, and not its place.
        assert_eq!(asked(Key::O, Key::S, held), Some(Command::Open));
        // English: Ctrl + Shift + = is a plus, and Ctrl + Shift + , is no comma.
        assert_eq!(asked(Key::Plus, Key::Equals, held | Modifiers::SHIFT), Some(Command::ZoomIn));
        assert_eq!(asked(Key::Equals, Key::Equals, held), Some(Command::ZoomIn));
        assert_eq!(asked(Key::Comma, Key::Comma, held | Modifiers::SHIFT), None);
        // German: the equals sign is above the 0.
        assert_eq!(asked(Key::Equals, Key::Num0, held | Modifiers::SHIFT), Some(Command::ZoomIn));
    }

    #[test]
    fn second_keys_give_way_to_those_that_somebody_has_given() {
        let mut keymap = Keymap::default();
        let redo = KeyboardShortcut::new(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
        let held = Modifiers { ctrl: true, command: true, shift: true, ..Modifiers::NONE };
        let asked = |keymap: &Keymap| keymap.asked(Key::Z, Some(Key::Z), held).map(|(_, command)| command);
        assert_eq!(asked(&keymap), Some(Command::Redo));
        assert_eq!(keymap.give(&Command::Fit, Some(redo)), Ok(None));
        assert_eq!(asked(&keymap), Some(Command::Fit));
        assert_eq!(keymap.keys(&Command::Redo), Command::Redo.usual_keys(), "the other keys stay");
        assert_eq!(keymap.give(&Command::Fit, None), Ok(None));
        assert_eq!(keymap.give(&Command::Redo, None), Ok(None));
        assert_eq!(asked(&keymap), None, "whoever wants no keys has none");
    }

    #[test]
    fn keys_that_somebody_has_given_stay_theirs_in_a_later_version() {
        let settings = BTreeMap::from([("command-fit".to_owned(), "Ctrl+Shift+S".to_owned())]);
        let keymap = Keymap::of(&settings);
        assert_eq!(keymap.keys(&Command::SaveAs), None);
        let held = Modifiers { ctrl: true, command: true, shift: true, ..Modifiers::NONE };
        assert_eq!(keymap.asked(Key::S, Some(Key::S), held).map(|(_, by)| by), Some(Command::Fit));
    }

    #[test]
    fn a_press_is_taken_with_what_it_would_type_and_not_again_while_it_is_held() {
        let keymap = Keymap::default();
        let press = |key, modifiers, repeat| Event::Key {
            key,
            physical_key: Some(key),
            pressed: true,
            repeat,
            modifiers,
        };
        let ctrl = Modifiers { ctrl: true, command: true, ..Modifiers::NONE };
        let mut events = vec![
            press(Key::Num2, Modifiers::ALT, false),
            Event::Text("2".to_owned()),
            press(Key::S, ctrl, false),
            press(Key::S, ctrl, true),
            press(Key::Z, ctrl, true),
            press(Key::S, Modifiers::NONE, false),
            Event::Text("s".to_owned()),
        ];
        let taken = keymap.take(&mut events, |_, _| true);
        assert_eq!(taken, [Command::Tab(crate::app::command::Tab::Findings), Command::Save, Command::Undo]);
        assert_eq!(events, [press(Key::S, Modifiers::NONE, false), Event::Text("s".to_owned())]);
        assert!(keymap.take(&mut vec![press(Key::S, ctrl, false)], |_, _| false).is_empty());
    }
}
