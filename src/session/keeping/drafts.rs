//! Drafts: what was worked on and not saved, found again at the next start.
//!
//! A draft is two files of one name: the map (`.jisr`), and beside it what it is a draft of (`.json`). A third one (`.lock`)
//! is locked by whoever writes the draft, as long as that process lives; the system gives the lock up for those that are
//! killed. What it is a draft of is written first, so that a map is never there without.

use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde_json::{Value as Json, json};

use super::Keeper;
use super::disk::{Access, Disk, Lock};
use super::fingerprint::{Fingerprint, State};
use super::replace::{replace, sweep_folder, unique};
use super::text::difference_text;
use super::trouble::{Trouble, Why};
use crate::format::jisr::{MOST_BYTES, read};
use crate::model::Map;
use crate::model::merge::Difference;
use crate::words::{Words, args};

/// The small file beside a draft is never larger.
const MOST_NOTE: u64 = 1 << 20;

/// What something is a draft of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct About {
    /// The file; `None` for a map that was never saved.
    pub path: Option<PathBuf>,
    /// What that file was like when it was opened or saved last.
    pub print: Option<Fingerprint>,
}

/// Work that was not saved, by a program that is no longer there. As long as this is held no other window is offered it.
#[derive(Debug)]
pub struct Draft {
    /// What it is a draft of.
    pub about: About,
    /// When it was written, where the disk remembers that.
    pub when: Option<SystemTime>,
    /// What has become of the file meanwhile.
    pub original: Original,
    /// How it differs from the file as that is now; `None` where there is nothing to compare.
    pub difference: Option<Difference>,
    /// The map; `None` if the draft can't be read as one.
    pub map: Option<Map>,
    pub(super) slot: Slot,
    keeper: Keeper,
}

/// What has become of the file of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Original {
    /// There never was one.
    New,
    /// It is as it was.
    Same,
    /// Somebody else has changed it.
    Changed,
    /// It is not there any more.
    Gone,
    /// It is there, and can't be read as a map.
    Unreadable,
}

impl Keeper {
    /// The drafts of programs that are no longer there, the newest first. A draft that holds what its file holds is thrown
    /// away instead.
    pub fn drafts(&self) -> Vec<Draft> {
        let Some(folder) = self.drafts_folder() else { return Vec::new() };
        let disk = self.disk();
        sweep_folder(disk, &folder);
        let mut drafts = Vec::new();
        for name in disk.list(&folder).unwrap_or_default() {
            let Some((id, ending)) = name.to_str().and_then(|name| name.split_once('.')) else { continue };
            // Each is met once: by its map if there is one, or else by what is left of it.
            let slot_of = |ending| folder.join(format!("{id}.{ending}"));
            if ending != "jisr" && disk.facts(&slot_of("jisr")).is_ok() {
                continue;
            }
            let Some(slot) = Slot::of_the_dead(disk, &folder, id) else { continue };
            drafts.extend(self.draft(slot));
        }
        drafts.sort_by_key(|draft| std::cmp::Reverse(draft.when));
        drafts
    }

    pub(super) fn drafts_folder(&self) -> Option<PathBuf> {
        self.folder().map(|folder| folder.join("drafts"))
    }

    /// The draft in a slot; nothing, and the slot cleared, where there is nothing to be recovered.
    fn draft(&self, slot: Slot) -> Option<Draft> {
        let disk = self.disk();
        let bytes = match disk.read(&slot.path("jisr"), MOST_BYTES as u64 + 1) {
            Ok(bytes) => bytes,
            Err(error) => {
                if error.kind() == io::ErrorKind::NotFound {
                    // It was killed before it had written anything, or while it was throwing everything away.
                    let _ = slot.end(disk);
                }
                return None;
            }
        };
        let about = slot.about(disk);
        let original = about.path.as_ref().map(|path| disk.read(path, MOST_BYTES as u64 + 1));
        if original.as_ref().is_some_and(|there| there.as_ref().is_ok_and(|there| *there == bytes)) {
            let _ = slot.end(disk);
            return None;
        }
        let map = map_of(&bytes);
        let there = original.as_ref().and_then(|there| there.as_ref().ok()).map(|there| map_of(there));
        let what = match (&about.path, &original, &there) {
            (None, ..) | (_, None, _) => Original::New,
            (_, Some(Err(_)), _) => Original::Gone,
            (_, _, Some(None) | None) => Original::Unreadable,
            (Some(path), ..) => match about.print.as_ref().map(|print| print.state(disk, path)) {
                Some(State::Same) => Original::Same,
                _ => Original::Changed,
            },
        };
        let difference = there.flatten().zip(map.as_ref()).map(|(old, new)| Difference::between(&old, new));
        let when = disk.facts(&slot.path("jisr")).ok().and_then(|facts| facts.modified);
        Some(Draft { about, when, original: what, difference, map, slot, keeper: self.clone() })
    }
}

impl Draft {
    /// The bytes of the draft, for whoever wants to look at one that can't be read as a map.
    pub fn bytes(&self) -> io::Result<Vec<u8>> {
        self.keeper.disk().read(&self.slot.path("jisr"), MOST_BYTES as u64 + 1)
    }

    /// Throws it away.
    pub fn discard(self) -> Result<(), Trouble> {
        self.slot.end(self.keeper.disk())
    }

    /// What was worked on, when, and what differs, in sentences.
    pub fn text(&self, words: &Words, now: SystemTime) -> String {
        let file = self.about.path.as_ref().map(|path| path.display().to_string());
        let file = || ("file", file.clone().unwrap_or_default().into());
        let what = match &self.map {
            None => words.say("draft-unreadable", &args([file()])),
            Some(map) if self.about.path.is_none() => {
                words.say("draft-new", &args([("title", words.read(&map.title).into())]))
            }
            Some(_) => words.say("draft-of", &args([file()])),
        };
        let original = match self.original {
            Original::New | Original::Same => None,
            Original::Changed => Some("draft-original-changed"),
            Original::Gone => Some("draft-original-gone"),
            Original::Unreadable => Some("draft-original-unreadable"),
        };
        let when =
            self.when.and_then(|when| now.duration_since(when).ok()).map(|age| ago(age.as_secs(), words));
        let original = original.map(|message| words.text(message));
        let difference = self.difference.as_ref().map(|difference| difference_text(words, difference));
        let sentences: Vec<String> = [Some(what), when, original, difference]
            .into_iter()
            .flatten()
            .filter(|text| !text.is_empty())
            .collect();
        sentences.join(" ")
    }

    pub(super) fn keeper(&self) -> &Keeper {
        &self.keeper
    }
}

fn ago(seconds: u64, words: &Words) -> String {
    let (message, count) = match seconds {
        0..=5_399 => ("draft-minutes-ago", seconds / 60),
        5_400..=129_599 => ("draft-hours-ago", (seconds + 1_800) / 3_600),
        _ => ("draft-days-ago", (seconds + 43_200) / 86_400),
    };
    words.say(message, &args([("count", usize::try_from(count).unwrap_or(usize::MAX).into())]))
}

fn map_of(bytes: &[u8]) -> Option<Map> {
    read(bytes).ok()?.sound().ok()
}

/// Where one draft is written.
#[derive(Debug)]
pub(super) struct Slot {
    folder: PathBuf,
    id: String,
    _lock: Lock,
}

impl Slot {
    /// A new one.
    pub(super) fn new(disk: &dyn Disk, folder: &Path) -> Result<Self, Trouble> {
        let trouble = |error: io::Error| Trouble::of(folder, &error);
        disk.make_folder(folder).map_err(trouble)?;
        let id = unique();
        let path = folder.join(format!("{id}.lock"));
        match lock(disk, &path) {
            Ok(Some(lock)) => Ok(Self { folder: folder.to_owned(), id, _lock: lock }),
            Ok(None) => Err(Trouble::new(&path, Why::Other)),
            Err(error) => Err(trouble(error)),
        }
    }

    /// One that is there already, unless its writer lives.
    fn of_the_dead(disk: &dyn Disk, folder: &Path, id: &str) -> Option<Self> {
        let lock = lock(disk, &folder.join(format!("{id}.lock"))).ok().flatten()?;
        Some(Self { folder: folder.to_owned(), id: id.to_owned(), _lock: lock })
    }

    fn path(&self, ending: &str) -> PathBuf {
        self.folder.join(format!("{}.{ending}", self.id))
    }

    /// Writes down what it is a draft of. This comes before the first map.
    pub(super) fn describe(&self, disk: &dyn Disk, about: &About) -> Result<(), Trouble> {
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        let json = json!({
            // A path that is no text can't be found again from here: its draft is then that of a new map.
            "path": about.path.as_ref().and_then(|path| path.to_str()),
            "fingerprint": about.print.map(Fingerprint::to_json),
            "since": now.as_secs(),
            "process": std::process::id(),
        });
        replace(disk, &self.path("json"), format!("{json:#}\n").as_bytes(), Access::Private)
    }

    /// Writes the map.
    pub(super) fn write(&self, disk: &dyn Disk, bytes: &[u8]) -> Result<(), Trouble> {
        replace(disk, &self.path("jisr"), bytes, Access::Private)
    }

    /// Throws the draft away; another one may be written.
    pub(super) fn clear(&self, disk: &dyn Disk) -> Result<(), Trouble> {
        let (map, about) = (self.path("jisr"), self.path("json"));
        let removed = disk.remove(&map);
        is_gone(removed).map_err(|error| Trouble::of(&map, &error))?;
        // Made sure of before anything else is said about the slot: an old map would seem to be a draft of that.
        disk.sync_folder(&self.folder).map_err(|error| Trouble::of(&map, &error))?;
        is_gone(disk.remove(&about)).map_err(|error| Trouble::of(&about, &error))
    }

    /// Throws the draft away, and the slot.
    pub(super) fn end(self, disk: &dyn Disk) -> Result<(), Trouble> {
        self.clear(disk)?;
        // Removed while it is still held: whoever opens it now finds nothing beside it.
        let lock = self.path("lock");
        is_gone(disk.remove(&lock)).map_err(|error| Trouble::of(&lock, &error))
    }

    fn about(&self, disk: &dyn Disk) -> About {
        let bytes = disk.read(&self.path("json"), MOST_NOTE).unwrap_or_default();
        let json: Json = serde_json::from_slice(&bytes).unwrap_or_default();
        About {
            path: json["path"].as_str().map(PathBuf::from),
            print: Fingerprint::from_json(&json["fingerprint"]),
        }
    }
}

/// A lock; where a disk knows none, nobody can be asked, and better two are offered a draft than nobody.
fn lock(disk: &dyn Disk, path: &Path) -> io::Result<Option<Lock>> {
    match disk.lock(path) {
        Err(error) if error.kind() == io::ErrorKind::Unsupported => Ok(Some(Lock::new(()))),
        taken => taken,
    }
}

fn is_gone(removed: io::Result<()>) -> io::Result<()> {
    match removed {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        removed => removed,
    }
}
