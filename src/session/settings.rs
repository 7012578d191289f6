//! Settings: what stays as somebody likes it, from one start to the next.
//!
//! One small JSON file, for this user alone. A file that can't be read is set aside, never overwritten, and that is said.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::keeping::{Clerk, tighten_file};
use crate::model::Language;
use crate::picture::palette::Theme;

/// What stays as somebody likes it.
#[derive(Debug, Clone)]
pub struct Settings {
    /// In which colours.
    pub theme: Theme,
    /// How much moves.
    pub motion: Motion,
    /// In which language; `None` is the system's.
    pub language: Option<Language>,
    /// How large everything is, in per cent of what is meant; one of [`TEXT_SIZES`].
    pub text_size: u16,
    /// Whether drafts of unsaved work, and earlier versions, are kept.
    pub keeps_drafts: bool,
    /// Whether files are asked for on the window's own page, and not by the system's dialog.
    pub own_file_page: bool,
    /// The keys that somebody has given to commands, by the names of their messages.
    pub keys: BTreeMap<String, String>,
    /// How the window is divided.
    pub frame: Frame,
    file: Option<PathBuf>,
    kept: Record,
    clerk: Clerk,
}

/// How large everything can be, in per cent of what is meant.
pub const TEXT_SIZES: [u16; 5] = [90, 100, 115, 130, 150];

impl Default for Settings {
    fn default() -> Self {
        let kept = Record::default();
        Self {
            theme: Theme::default(),
            motion: kept.motion,
            language: kept.language.clone(),
            text_size: kept.text_size,
            keeps_drafts: kept.keeps_drafts,
            own_file_page: kept.own_file_page,
            keys: kept.keys.clone(),
            frame: kept.frame,
            file: None,
            kept,
            clerk: Clerk::default(),
        }
    }
}

/// How much moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Motion {
    /// As the system asks for.
    #[default]
    System,
    /// Short moves from one view to the next.
    Full,
    /// Nothing.
    Less,
}

/// How the window is divided: which panels are open, and how wide.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Frame {
    /// Whether the panel on the left is open.
    pub is_left_open: bool,
    /// How wide it is.
    pub left: f32,
    /// Whether the panel on the right is open.
    pub is_right_open: bool,
    /// How wide it is.
    pub right: f32,
    /// The size of the window.
    pub window: (f32, f32),
}

impl Default for Frame {
    fn default() -> Self {
        Self { is_left_open: true, left: 240.0, is_right_open: true, right: 330.0, window: (1440.0, 900.0) }
    }
}

/// The file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct Record {
    theme: String,
    motion: Motion,
    #[serde(with = "language")]
    language: Option<Language>,
    text_size: u16,
    keeps_drafts: bool,
    own_file_page: bool,
    keys: BTreeMap<String, String>,
    frame: Frame,
}

impl Default for Record {
    fn default() -> Self {
        Self {
            theme: String::new(),
            motion: Motion::default(),
            language: None,
            text_size: 100,
            keeps_drafts: true,
            own_file_page: false,
            keys: BTreeMap::new(),
            frame: Frame::default(),
        }
    }
}

/// A language in the file: its tag, or null for the system's.
mod language {
    use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer};

    use crate::model::Language;

    #[expect(clippy::ref_option, reason = "serde gives it so")]
    pub fn serialize<S: Serializer>(language: &Option<Language>, to: S) -> Result<S::Ok, S::Error> {
        language.as_ref().map(Language::as_str).serialize(to)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Language>, D::Error> {
        let tag = Option::<String>::deserialize(from)?;
        Ok(tag.filter(|tag| Language::is_valid(tag)).map(|tag| Language::new(&tag)))
    }
}

/// A settings file that could not be read, and where it lies now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// Where it lies; `None` where it could not be moved, and nothing is kept this time.
    pub to: Option<PathBuf>,
    /// What was wrong with it.
    pub why: String,
}

impl Settings {
    /// What a file holds; what it does not say is as at first. Without a file nothing is kept.
    pub fn load(file: Option<PathBuf>) -> (Self, Option<SetAside>) {
        let Some(file) = file else { return (Self::default(), None) };
        tighten_file(&file);
        let text = match fs::read_to_string(&file) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return (Self { file: Some(file), ..Self::default() }, None);
            }
            Err(error) => return set_aside(file, error.to_string()),
        };
        match serde_json::from_str::<Record>(&text) {
            Ok(record) => (Self::of(record, file), None),
            Err(error) => set_aside(file, error.to_string()),
        }
    }

    /// Writes down what has changed. That it could not be written is no reason to disturb anybody.
    pub fn keep(&mut self) {
        let record = self.record();
        let Some(file) = self.file.as_ref().filter(|_| record != self.kept) else { return };
        if let Ok(text) = serde_json::to_string_pretty(&record) {
            self.clerk.write(file.clone(), text.into_bytes());
        }
        self.kept = record;
    }

    fn of(record: Record, file: PathBuf) -> Self {
        let theme = Theme::ALL.iter().copied().find(|theme| theme.id() == record.theme);
        Self {
            theme: theme.unwrap_or_default(),
            motion: record.motion,
            language: record.language.clone(),
            text_size: TEXT_SIZES.into_iter().find(|size| *size == record.text_size).unwrap_or(100),
            keeps_drafts: record.keeps_drafts,
            own_file_page: record.own_file_page,
            keys: record.keys.clone(),
            frame: record.frame,
            file: Some(file),
            kept: record,
            clerk: Clerk::default(),
        }
    }

    fn record(&self) -> Record {
        Record {
            theme: self.theme.id().to_owned(),
            motion: self.motion,
            language: self.language.clone(),
            text_size: self.text_size,
            keeps_drafts: self.keeps_drafts,
            own_file_page: self.own_file_page,
            keys: self.keys.clone(),
            frame: self.frame,
        }
    }
}

/// Moves a file out of the way, to the first name that is free.
fn set_aside(file: PathBuf, why: String) -> (Settings, Option<SetAside>) {
    let names = (1..100).map(|number| file.with_extension(format!("broken-{number}.json")));
    let to = names.into_iter().find(|name| !name.exists());
    let to = to.filter(|to| fs::rename(&file, to).is_ok());
    // What can't be moved is not overwritten either.
    let kept = to.as_ref().map(|_| file);
    (Settings { file: kept, ..Settings::default() }, Some(SetAside { to, why }))
}

/// Whether the system asks for less motion; `None` where it can't be asked.
pub fn system_asks_for_less() -> Option<bool> {
    let answer = |program: &str, arguments: &[&str]| {
        let output = std::process::Command::new(program).args(arguments).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    };
    if cfg!(target_os = "macos") {
        return answer("defaults", &["read", "com.apple.universalaccess", "reduceMotion"])
            .map(|said| said == "1");
    }
    if cfg!(target_os = "windows") {
        let key = r"HKCU\Control Panel\Desktop\WindowMetrics";
        return answer("reg", &["query", key, "/v", "MinAnimate"]).map(|said| said.ends_with('0'));
    }
    answer("gsettings", &["get", "org.gnome.desktop.interface", "enable-animations"])
        .map(|said| said == "false")
}

/// Where this program's settings are, below the folder that the system has for them.
pub fn file_in(folder: &Path) -> PathBuf {
    folder.join("settings.json")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_liked_is_liked_at_the_next_start() {
        let folder = tempfile::tempdir().unwrap();
        let file = file_in(&folder.path().join("deep"));
        let (mut settings, broken) = Settings::load(Some(file.clone()));
        assert_eq!((settings.theme, broken), (Theme::Light, None));
        settings.theme = Theme::Dark;
        settings.motion = Motion::Less;
        settings.language = Some(Language::new("ar"));
        settings.text_size = 130;
        settings.keeps_drafts = false;
        settings.own_file_page = true;
        settings.keys.insert("command-fit".to_owned(), "Ctrl+S".to_owned());
        settings.frame.left = 300.0;
        settings.keep();
        settings.clerk.wait();
        let (again, broken) = Settings::load(Some(file));
        assert_eq!(broken, None);
        assert_eq!(again.record(), settings.record());
    }

    #[test]
    fn a_broken_file_is_set_aside_and_kept() {
        let folder = tempfile::tempdir().unwrap();
        let file = file_in(folder.path());
        for (number, nonsense) in [(1, "{ not json"), (2, r#"{"frame": 7}"#)] {
            fs::write(&file, nonsense).unwrap();
            let (mut settings, broken) = Settings::load(Some(file.clone()));
            let aside = broken.unwrap().to.unwrap();
            assert_eq!(fs::read_to_string(&aside).unwrap(), nonsense);
            assert!(aside.to_string_lossy().contains(&number.to_string()));
            settings.theme = Theme::Dark;
            settings.keep();
            settings.clerk.wait();
            assert_eq!(Settings::load(Some(file.clone())).0.theme, Theme::Dark);
            fs::remove_file(&file).unwrap();
        }
    }

    #[test]
    fn what_a_file_does_not_know_yet_is_as_at_first() {
        let folder = tempfile::tempdir().unwrap();
        let file = file_in(folder.path());
        fs::write(&file, r#"{"theme": "no such", "from-later": 1}"#).unwrap();
        let (settings, broken) = Settings::load(Some(file));
        assert_eq!((settings.theme, settings.frame, broken), (Theme::Light, Frame::default(), None));
    }
}
