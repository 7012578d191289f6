//! Reading files, saying why one could not be read, what new ones are called, and who may see one that is made of others.

use std::fs::{self, File, Metadata, Permissions};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use super::browse::has_ending;
use crate::format::jisr::MOST_BYTES;
use crate::model::nearest;
use crate::words::{Words, args};

/// The bytes of a file, as far as any file is read; one byte more tells that it is too large.
pub fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = MOST_BYTES as u64 + 1;
    if path.as_os_str() == "-" {
        io::stdin().lock().take(most).read_to_end(&mut bytes)?;
    } else {
        let file = File::open(path)?;
        // A folder opens on some systems and fails only when it is read.
        file.take(most).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

/// What Linux tells of this process; nothing elsewhere.
pub fn own_status() -> String {
    fs::read_to_string("/proc/self/status").unwrap_or_default()
}

/// Who may see a file that is made of others: nobody who may not see each of those. A new file has what they have in common;
/// from one that is there what is too much is taken.
///
/// Only permissions that a system states as bits are known (Unix). What comes through a pipe has none.
#[derive(Debug)]
pub struct Access {
    path: PathBuf,
    before: Option<Permissions>,
    wanted: Option<Permissions>,
}

impl Access {
    /// Of a file that is about to be written. One that is there is closed now to whom it is to be closed, before anything
    /// stands in it that they may not see.
    pub fn of(path: &Path, made_of: &[&Path]) -> Self {
        let file = |path: &Path| fs::metadata(path).ok().filter(Metadata::is_file);
        let before = file(path);
        let sources: Vec<Metadata> = made_of.iter().filter_map(|path| file(path)).collect();
        let wanted = common(before.as_ref(), &sources);
        let before = before.map(|before| before.permissions());
        let access =
            Self { path: path.to_owned(), wanted: wanted.filter(|new| before.as_ref() != Some(new)), before };
        if access.before.is_some() {
            // It may be somebody else's: then the file that replaces it is closed.
            let _ = access.put(access.wanted.as_ref());
        }
        access
    }

    /// The file was written, or was not: then it is as it was.
    pub fn settle(self, is_written: bool) -> io::Result<()> {
        match (is_written, &self.before) {
            (true, _) => self.put(self.wanted.as_ref()),
            (false, before) => self.put(before.as_ref().filter(|_| self.wanted.is_some())),
        }
    }

    fn put(&self, permissions: Option<&Permissions>) -> io::Result<()> {
        match permissions.map(|permissions| fs::set_permissions(&self.path, permissions.clone())) {
            // A disk without permissions, as most sticks are, has none to keep.
            Some(Err(error))
                if !matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::PermissionDenied) =>
            {
                Err(error)
            }
            _ => Ok(()),
        }
    }
}

#[cfg(unix)]
fn common(file: Option<&Metadata>, sources: &[Metadata]) -> Option<Permissions> {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
    let first = sources.first()?;
    let mut mode = sources.iter().fold(0o666, |mode, source| mode & source.mode());
    // What one group may see is nothing to another one.
    let group = file.unwrap_or(first).gid();
    if sources.iter().any(|source| source.gid() != group) {
        mode &= 0o606 | ((mode & 0o006) << 3);
    }
    // The owner of a file may do with it what he may; of a new one, read and write it.
    let mode = file.map_or(mode | 0o600, |file| file.mode() & (mode | 0o7700));
    Some(Permissions::from_mode(mode & 0o7777))
}

#[cfg(not(unix))]
fn common(_: Option<&Metadata>, _: &[Metadata]) -> Option<Permissions> {
    None
}

/// Why a file could not be opened, as a sentence.
pub fn why_not_read(path: &Path, error: &io::Error, words: &Words) -> String {
    let name = || ("file", path.display().to_string().into());
    match error.kind() {
        io::ErrorKind::NotFound => no_such_file(path, words),
        io::ErrorKind::PermissionDenied => words.say("file-forbidden", &args([name()])),
        io::ErrorKind::IsADirectory => words.say("file-is-a-folder", &args([name()])),
        _ => words.say("file-not-read", &args([name(), ("reason", error.to_string().into())])),
    }
}

/// There is no such file; perhaps one of nearly that name beside it was meant.
pub fn no_such_file(path: &Path, words: &Words) -> String {
    let sentence = words.say("file-missing", &args([("file", path.display().to_string().into())]));
    let meant = near_file(path).map(|near| format!(" {}", words.did_you_mean(&near)));
    sentence + &meant.unwrap_or_default()
}

fn near_file(path: &Path) -> Option<String> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let entries = fs::read_dir(folder.unwrap_or(Path::new("."))).ok()?;
    let mut names: Vec<String> =
        entries.flatten().filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort_unstable();
    let near = nearest(path.file_name()?.to_str()?, names.iter().map(String::as_str))?.to_owned();
    Some(folder.map_or_else(|| near.clone(), |folder| folder.join(&near).display().to_string()))
}

/// The ending of maps.
pub const ENDING: &str = "jisr";

/// A name is no longer than this, with room for its ending. In bytes: most disks bear 255.
const LONGEST: usize = 200;

/// The path at which a file is really written, if somebody has typed this one: with its ending, and without dots and spaces
/// at its end, which some disks leave out. `None` where nothing is left of its name.
pub fn with_ending(path: &Path, ending: &str) -> Option<PathBuf> {
    let name = path.file_name()?;
    let Some(name) = name.to_str() else {
        // A name that is no text is left as it is.
        let mut whole = name.to_owned();
        if !has_ending(name, ending) {
            whole.push(format!(".{ending}"));
        }
        return Some(path.with_file_name(whole));
    };
    let name = name.trim_end_matches(|letter: char| letter == '.' || letter.is_whitespace());
    if name.is_empty() || name.eq_ignore_ascii_case(&format!(".{ending}")) {
        return None;
    }
    let has = has_ending(name.as_ref(), ending);
    Some(path.with_file_name(if has { name.to_owned() } else { format!("{name}.{ending}") }))
}

/// A name for a new file: a title without what no disk bears in a name, and an ending.
pub fn name_for(title: &str, ending: &str) -> String {
    let is_unseen = |letter: char| {
        letter.is_control()
            || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let bearable = |letter: char| match letter {
        '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => ' ',
        letter if is_unseen(letter) => ' ',
        letter => letter,
    };
    let name: String = title.chars().map(bearable).collect();
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let longest =
        name.char_indices().map(|(at, letter)| at + letter.len_utf8()).take_while(|end| *end <= LONGEST);
    let name = &name[..longest.last().unwrap_or(0)];
    let name = name.trim_matches(|letter: char| letter == '.' || letter.is_whitespace());
    // What Windows takes for a device.
    let is_device = |name: &str| {
        let name = name.split('.').next().unwrap_or_default().to_ascii_uppercase();
        matches!(name.as_str(), "CON" | "PRN" | "AUX" | "NUL")
            || matches!(name.strip_prefix("COM").or_else(|| name.strip_prefix("LPT")), Some(number) if number.len() == 1)
    };
    match name {
        "" => format!("map.{ending}"),
        name if is_device(name) => format!("{name}_.{ending}"),
        name => format!("{name}.{ending}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_written_with_its_ending() {
        let named = |name: &str| {
            let path = with_ending(&Path::new("/maps").join(name), "jisr")?;
            Some(path.file_name()?.to_str()?.to_owned())
        };
        for (typed, written) in [
            ("Jenin", Some("Jenin.jisr")),
            ("Jenin.jisr", Some("Jenin.jisr")),
            ("Jenin.JISR", Some("Jenin.JISR")),
            ("Jenin.jisr.jisr", Some("Jenin.jisr.jisr")),
            ("Jenin.json", Some("Jenin.json.jisr")),
            ("Jenin 2.0", Some("Jenin 2.0.jisr")),
            ("Jenin.", Some("Jenin.jisr")),
            ("Jenin .. ", Some("Jenin.jisr")),
            ("Jenin.jisr ", Some("Jenin.jisr")),
            ("جنين", Some("جنين.jisr")),
            (".jisr", None),
            (" ", None),
            ("...", None),
            ("..", None),
        ] {
            assert_eq!(named(typed).as_deref(), written, "{typed:?}");
        }
    }

    #[test]
    fn a_title_becomes_a_name_that_every_disk_bears() {
        for (title, name) in [
            ("Jenin 2012", "Jenin 2012.jisr"),
            ("Who: a/b\\c?", "Who a b c.jisr"),
            ("..  ", "map.jisr"),
            ("", "map.jisr"),
            ("con", "con_.jisr"),
            ("LPT1.x", "LPT1.x_.jisr"),
            ("\u{202e}جنين\u{200f}\n2012", "جنين 2012.jisr"),
        ] {
            assert_eq!(name_for(title, "jisr"), name, "{title:?}");
        }
        let long = name_for(&"ج".repeat(1000), "jisr");
        assert!(long.len() <= 255 && long.ends_with("ج.jisr"));
    }
}
