//! Folders, as a page shows them from which one picks a file: what is in one, read beside the window, and where to begin.

use std::cmp::Ordering;
use std::ffi::{OsStr, OsString};
use std::fs::{self, DirEntry};
use std::io;
use std::path::{Component, Path, PathBuf};
use std::time::SystemTime;

use super::files::no_such_file;
use crate::analysis::Progress;
use crate::words::{Words, args, fold};

/// Of a folder with more entries than that, the rest are counted.
pub const MOST: usize = 100_000;

/// What is in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it is called.
    pub name: OsString,
    /// The same to be read and to be sought: what is no text is replaced by a sign.
    pub label: String,
    /// Whether it is a folder.
    pub is_folder: bool,
    /// Whether it is not shown at first.
    pub is_hidden: bool,
    /// How many bytes a file has.
    pub bytes: u64,
    /// When it was changed last, where that is known.
    pub modified: Option<SystemTime>,
    /// What it is ordered and sought by.
    key: String,
}

/// A folder, as it was when it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// Which.
    pub folder: PathBuf,
    /// What is in it, folders first, each by its name. Devices and links that lead nowhere are left out.
    pub entries: Vec<Entry>,
    /// How many more there are.
    pub more: usize,
    /// Why it could not be read, or not to its end, as a sentence.
    pub trouble: Option<String>,
}

/// What a path leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// A folder, and what is in it.
    Folder(Box<Listing>),
    /// A file.
    File(PathBuf),
    /// Nothing yet, in a folder that is there.
    Nothing {
        /// The path.
        path: PathBuf,
        /// That there is nothing, as a sentence.
        why: String,
    },
    /// Nothing, in a folder that is not there either.
    NoFolder {
        /// Which is not there.
        folder: PathBuf,
        /// That it is not, as a sentence.
        why: String,
    },
    /// It can't be known: why, as a sentence.
    Trouble(String),
}

impl Listing {
    /// Reads a folder. It is asked between entries whether to go on.
    pub fn read(folder: &Path, words: &Words, keep_on: &dyn Fn(Progress) -> bool) -> Self {
        let mut listing = Self { folder: folder.to_owned(), entries: Vec::new(), more: 0, trouble: None };
        let read = match fs::read_dir(folder) {
            Ok(read) => read,
            Err(error) => {
                listing.trouble = Some(why_not_listed(folder, &error, words));
                return listing;
            }
        };
        for (number, entry) in read.enumerate() {
            if number % 256 == 0 && !keep_on(Progress { done: number, of: 0 }) {
                break;
            }
            match entry {
                Ok(_) if listing.entries.len() >= MOST => listing.more += 1,
                Ok(entry) => listing.entries.extend(Entry::of(&entry)),
                Err(error) => {
                    listing.trouble = Some(why_not_listed(folder, &error, words));
                    break;
                }
            }
        }
        listing.entries.sort_unstable_by(order);
        listing
    }

    /// The places of those that are shown: with what is hidden or without, files of an ending or all, and of these what has
    /// `sought` in its name.
    pub fn shown(&self, with_hidden: bool, ending: Option<&str>, sought: &str) -> Vec<usize> {
        let sought = fold(sought.trim());
        let is_shown = |entry: &Entry| {
            let is_wanted = entry.is_folder || ending.is_none_or(|ending| has_ending(&entry.name, ending));
            is_wanted && (with_hidden || !entry.is_hidden) && entry.key.contains(&sought)
        };
        self.entries.iter().enumerate().filter(|(_, entry)| is_shown(entry)).map(|(at, _)| at).collect()
    }

    /// What the beginning of a name can become: as far as all names that begin so agree, with a slash after the only folder.
    /// Capitals and accents need not be typed. `None` where nothing begins so.
    pub fn complete(&self, typed: &str, ending: Option<&str>) -> Option<String> {
        let with_hidden = typed.starts_with('.');
        let wanted = fold(typed);
        let all: Vec<&Entry> = self
            .shown(with_hidden, ending, "")
            .into_iter()
            .map(|at| &self.entries[at])
            .filter(|entry| entry.label.starts_with(typed) || entry.key.starts_with(&wanted))
            .collect();
        // Who types it exactly means it exactly.
        let exact: Vec<&Entry> = all.iter().copied().filter(|entry| entry.label.starts_with(typed)).collect();
        let all = if exact.is_empty() { all } else { exact };
        let (first, rest) = all.split_first()?;
        let common = rest.iter().fold(first.label.as_str(), |common, entry| shared(common, &entry.label));
        let is_only_folder = rest.is_empty() && first.is_folder;
        let slash = if is_only_folder { std::path::MAIN_SEPARATOR_STR } else { "" };
        (common.len() >= typed.len() || rest.is_empty()).then(|| format!("{common}{slash}"))
    }
}

impl Entry {
    fn of(entry: &DirEntry) -> Option<Self> {
        // What a link leads to counts.
        let metadata = fs::metadata(entry.path()).ok()?;
        let is_folder = metadata.is_dir();
        let name = entry.file_name();
        let label = name.to_string_lossy().into_owned();
        (is_folder || metadata.is_file()).then(|| Self {
            is_hidden: is_hidden(&name, &metadata),
            key: fold(&label),
            label,
            name,
            is_folder,
            bytes: metadata.len(),
            modified: metadata.modified().ok(),
        })
    }
}

/// As much of both as is the same.
fn shared<'a>(one: &'a str, other: &str) -> &'a str {
    let same = one.char_indices().zip(other.chars()).find(|((_, a), b)| a != b);
    let length = same.map_or(one.len().min(other.len()), |((at, _), _)| at);
    one.get(..length).unwrap_or(one)
}

/// Folders first, and 2 before 10.
fn order(a: &Entry, b: &Entry) -> Ordering {
    b.is_folder.cmp(&a.is_folder).then_with(|| natural(&a.key, &b.key)).then_with(|| a.name.cmp(&b.name))
}

/// By letters, and by numbers where both have some.
fn natural(a: &str, b: &str) -> Ordering {
    let (mut a, mut b) = (a, b);
    loop {
        let number =
            |text: &str| text.len() - text.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
        let (digits_a, digits_b) = (number(a), number(b));
        let step = if digits_a > 0 && digits_b > 0 {
            let (one, other) = (a[..digits_a].trim_start_matches('0'), b[..digits_b].trim_start_matches('0'));
            (a, b) = (&a[digits_a..], &b[digits_b..]);
            one.len().cmp(&other.len()).then_with(|| one.cmp(other))
        } else {
            let (mut one, mut other) = (a.chars(), b.chars());
            let letters = (one.next(), other.next());
            (a, b) = (one.as_str(), other.as_str());
            if letters == (None, None) {
                return Ordering::Equal;
            }
            letters.0.cmp(&letters.1)
        };
        if step != Ordering::Equal {
            return step;
        }
    }
}

#[cfg(windows)]
fn is_hidden(_name: &OsStr, metadata: &fs::Metadata) -> bool {
    const HIDDEN: u32 = 2;
    std::os::windows::fs::MetadataExt::file_attributes(metadata) & HIDDEN != 0
}

#[cfg(not(windows))]
fn is_hidden(name: &OsStr, _metadata: &fs::Metadata) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

/// Whether a name ends in a dot and that, in capitals or not, with something before it.
pub fn has_ending(name: &OsStr, ending: &str) -> bool {
    let (name, ending) = (name.as_encoded_bytes(), ending.as_bytes());
    name.len()
        .checked_sub(ending.len() + 1)
        .filter(|at| *at > 0)
        .is_some_and(|at| name[at] == b'.' && name[at + 1..].eq_ignore_ascii_case(ending))
}

/// Where what is typed leads to from a folder: `~` is the home, `..` goes up. What is pasted often has a space or the end of a
/// line around it; a name that really has one can be chosen, but not typed.
pub fn resolve(folder: &Path, home: Option<&Path>, typed: &str) -> PathBuf {
    let typed = typed.trim();
    let rest = typed.strip_prefix('~').filter(|rest| rest.is_empty() || rest.starts_with(is_slash));
    let path = match (home, rest) {
        (Some(home), Some(rest)) => home.join(rest.trim_start_matches(is_slash)),
        _ => folder.join(typed),
    };
    let mut clean = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                clean.pop();
            }
            Component::CurDir => {}
            part => clean.push(part),
        }
    }
    clean
}

/// What is typed, in two parts: the folder, with its slash, and the beginning of a name.
pub fn parts(typed: &str) -> (&str, &str) {
    typed.split_at(typed.rfind(is_slash).map_or(0, |at| at + 1))
}

fn is_slash(letter: char) -> bool {
    std::path::is_separator(letter)
}

/// Looks where a path leads to. It may take as long as the disk does.
pub fn look(path: &Path, words: &Words, keep_on: &dyn Fn(Progress) -> bool) -> Found {
    match fs::metadata(path) {
        Ok(metadata) if metadata.is_dir() => Found::Folder(Box::new(Listing::read(path, words, keep_on))),
        Ok(_) => Found::File(path.to_owned()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let folder = path.parent().unwrap_or(path);
            match fs::metadata(folder) {
                Ok(metadata) if metadata.is_dir() => {
                    Found::Nothing { path: path.to_owned(), why: no_such_file(path, words) }
                }
                Ok(_) => Found::Trouble(why_not_listed(folder, &io::ErrorKind::NotADirectory.into(), words)),
                Err(error) => {
                    let why = why_not_listed(folder, &error, words);
                    match error.kind() {
                        io::ErrorKind::NotFound => Found::NoFolder { folder: folder.to_owned(), why },
                        _ => Found::Trouble(why),
                    }
                }
            }
        }
        Err(error) => Found::Trouble(why_not_listed(path, &error, words)),
    }
}

/// Makes a folder, with those above it that are not there, and looks where a path leads to then.
pub fn make(folder: &Path, path: &Path, words: &Words, keep_on: &dyn Fn(Progress) -> bool) -> Found {
    match fs::create_dir_all(folder) {
        Ok(()) => look(path, words, keep_on),
        Err(error) => {
            let what =
                args([("folder", folder.display().to_string().into()), ("reason", error.to_string().into())]);
            Found::Trouble(words.say("folder-not-made", &what))
        }
    }
}

/// Why a folder can't be shown, as a sentence.
fn why_not_listed(folder: &Path, error: &io::Error, words: &Words) -> String {
    let name = || ("folder", folder.display().to_string().into());
    match error.kind() {
        io::ErrorKind::NotFound => words.say("folder-missing", &args([name()])),
        io::ErrorKind::PermissionDenied => words.say("folder-forbidden", &args([name()])),
        io::ErrorKind::NotADirectory => words.say("folder-is-a-file", &args([name()])),
        _ => words.say("folder-not-read", &args([name(), ("reason", error.to_string().into())])),
    }
}

/// Sticks, cards and other disks that are connected, as far as the system says where they are.
pub fn volumes() -> Vec<PathBuf> {
    if cfg!(windows) {
        let drives = ('A'..='Z').map(|letter| PathBuf::from(format!("{letter}:\\")));
        return drives.filter(|drive| drive.exists()).collect();
    }
    if cfg!(target_os = "macos") {
        let read = fs::read_dir("/Volumes").into_iter().flatten().flatten();
        return read.map(|entry| entry.path()).collect();
    }
    fs::read_to_string("/proc/self/mounts").map(|mounts| mounted(&mounts)).unwrap_or_default()
}

/// Where sticks and other disks are mounted, by the table of mounts.
fn mounted(table: &str) -> Vec<PathBuf> {
    const WHERE: [&str; 3] = ["/media/", "/run/media/", "/mnt/"];
    let places = table.lines().filter_map(|line| line.split(' ').nth(1)).map(unescaped);
    let mut volumes: Vec<PathBuf> = places
        .filter(|place| WHERE.iter().any(|root| place.starts_with(root)) || place == "/mnt")
        .map(PathBuf::from)
        .collect();
    volumes.sort_unstable();
    volumes.dedup();
    volumes
}

/// A path of that table, in which a space is written as `\040`.
fn unescaped(path: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = path.as_bytes();
    while let Some((&first, more)) = rest.split_first() {
        let digits =
            more.get(..3).filter(|_| first == b'\\').and_then(|digits| std::str::from_utf8(digits).ok());
        let byte = digits.and_then(|digits| u8::from_str_radix(digits, 8).ok());
        bytes.push(byte.unwrap_or(first));
        rest = if byte.is_some() { &more[3..] } else { more };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    fn words() -> Words {
        Words::of(&Language::new("en"))
    }

    fn read(folder: &Path) -> Listing {
        Listing::read(folder, &words(), &|_| true)
    }

    fn labels<'l>(
        listing: &'l Listing,
        with_hidden: bool,
        ending: Option<&str>,
        sought: &str,
    ) -> Vec<&'l str> {
        let shown = listing.shown(with_hidden, ending, sought).into_iter();
        shown.map(|at| listing.entries[at].label.as_str()).collect()
    }

    #[test]
    fn folders_come_first_and_two_before_ten() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b10.jisr", "b2.JISR", "a.txt", "جنين.jisr", ".hidden.jisr"] {
            fs::write(folder.path().join(name), name).unwrap();
        }
        fs::create_dir(folder.path().join("z")).unwrap();
        let listing = read(folder.path());
        assert_eq!(labels(&listing, false, Some("jisr"), ""), ["z", "b2.JISR", "b10.jisr", "جنين.jisr"]);
        assert_eq!(labels(&listing, false, None, "A.t"), ["a.txt"]);
        assert_eq!(labels(&listing, true, Some("jisr"), "hid"), [".hidden.jisr"]);
        assert_eq!(listing.entries.iter().find(|entry| entry.label == "a.txt").unwrap().bytes, 5);
    }

    #[test]
    #[cfg(unix)]
    fn links_are_what_they_lead_to() {
        let folder = tempfile::tempdir().unwrap();
        let link = |to: &Path, name: &str| std::os::unix::fs::symlink(to, folder.path().join(name)).unwrap();
        fs::write(folder.path().join("map.jisr"), "{}").unwrap();
        link(Path::new("map.jisr"), "link.jisr");
        link(Path::new("nowhere"), "dangling.jisr");
        link(folder.path(), "circle");
        link(Path::new("/dev/null"), "device.jisr");
        assert_eq!(labels(&read(folder.path()), false, None, ""), ["circle", "link.jisr", "map.jisr"]);
    }

    #[test]
    fn what_cant_be_read_is_said() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        fs::write(&file, "").unwrap();
        assert!(read(&folder.path().join("nowhere")).trouble.unwrap().contains("is not there"));
        assert!(read(&file).trouble.unwrap().contains("is a file"));
        let look = |path: &str| look(&folder.path().join(path), &words(), &|_| true);
        assert_eq!(look("file"), Found::File(file));
        assert!(matches!(look("new"), Found::Nothing { path, .. } if path == folder.path().join("new")));
        assert!(matches!(look(""), Found::Folder(_)));
        let no = folder.path().join("no");
        assert!(matches!(look("no/new"), Found::NoFolder { folder, .. } if folder == no));
        assert!(matches!(look("file/new"), Found::Trouble(_)));
    }

    #[test]
    fn reading_stops_when_nobody_waits() {
        let folder = tempfile::tempdir().unwrap();
        for number in 0..600 {
            fs::write(folder.path().join(format!("{number}.jisr")), "").unwrap();
        }
        assert_eq!(read(folder.path()).entries.len(), 600);
        let some = Listing::read(folder.path(), &words(), &|progress| progress.done < 300);
        assert_eq!(some.entries.len(), 512);
    }

    #[test]
    fn names_are_completed_as_far_as_they_agree() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["Jenin 2008.jisr", "Jenin 2012.jisr", "nablus.jisr", "notes.txt", "جنين.jisr"] {
            fs::write(folder.path().join(name), "").unwrap();
        }
        fs::create_dir(folder.path().join("Maps")).unwrap();
        let listing = read(folder.path());
        let complete = |typed: &str| listing.complete(typed, Some("jisr"));
        assert_eq!(complete("Je").as_deref(), Some("Jenin 20"));
        assert_eq!(complete("je").as_deref(), Some("Jenin 20"), "capitals need not be typed");
        assert_eq!(complete("Jenin 201").as_deref(), Some("Jenin 2012.jisr"));
        assert_eq!(complete("n").as_deref(), Some("nablus.jisr"), "other files don't count");
        assert_eq!(complete("ma").unwrap().trim_end_matches(['/', '\\']), "Maps");
        assert_eq!(complete("جن").as_deref(), Some("جنين.jisr"));
        assert_eq!(complete("x"), None);
    }

    #[test]
    fn a_folder_that_is_not_there_is_made_with_those_above_it() {
        let folder = tempfile::tempdir().unwrap();
        let new = folder.path().join("خرائط").join("2026");
        let path = new.join("x.jisr");
        assert!(matches!(make(&new, &path, &words(), &|_| true), Found::Nothing { .. }));
        assert!(new.is_dir());
        fs::write(&path, "").unwrap();
        assert!(matches!(make(&path.join("more"), &path, &words(), &|_| true), Found::Trouble(_)));
    }

    #[test]
    fn what_is_typed_leads_somewhere() {
        let to = |typed: &str| {
            resolve(Path::new("/work/maps"), Some(Path::new("/home/a")), typed)
                .to_string_lossy()
                .replace('\\', "/")
        };
        assert_eq!(to("x.jisr"), "/work/maps/x.jisr");
        assert_eq!(to(" /maps/x.jisr\n"), "/maps/x.jisr", "as it is pasted");
        assert_eq!(to("../x"), "/work/x");
        assert_eq!(to("../../../.."), "/");
        assert_eq!(to("~"), "/home/a");
        assert_eq!(to("~/b/./c"), "/home/a/b/c");
        assert_eq!(to("~b"), "/work/maps/~b");
        assert_eq!(to("/etc/"), "/etc");
        assert_eq!(parts("a/b/je"), ("a/b/", "je"));
        assert_eq!(parts("je"), ("", "je"));
    }

    #[test]
    fn sticks_are_found_in_the_table_of_mounts() {
        let table = "proc /proc proc rw 0 0\n/dev/sdb1 /media/amal/USB\\040STICK vfat rw 0 0\n\
                     /dev/sdc1 /run/media/amal/\u{62c} ext4 rw 0 0\n/dev/sda1 / ext4 rw 0 0\n";
        let wanted = [PathBuf::from("/media/amal/USB STICK"), PathBuf::from("/run/media/amal/\u{62c}")];
        assert_eq!(mounted(table), wanted);
    }

    #[test]
    fn an_ending_has_something_before_it() {
        for (name, has) in
            [("a.jisr", true), ("a.JISR", true), (".jisr", false), ("jisr", false), ("a.jisr.bak", false)]
        {
            assert_eq!(has_ending(OsStr::new(name), "jisr"), has, "{name}");
        }
    }
}
