//! Drafts: what was worked on and not saved, found again at the next start.
//!
//! A draft is two files: what it is a draft of (`ID.json`), and the map (`ID.jisr`, later `ID-1.jisr` and so on), which the
//! first one names. A third one (`ID.lock`) is locked by whoever writes the draft, as long as that process lives; the system
//! gives the lock up for those that are killed. A map that is a draft of something else than the one before gets a new name,
//! and is there before the first file speaks of it: whenever this is cut short, both belong together.

use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::Keeper;
use super::disk::Facts;
use super::fingerprint::{Fingerprint, State};
use super::replace::sweep_folder;
use super::slot::Slot;
use super::text::difference_text;
use super::trouble::Trouble;
use crate::format::jisr::{MOST_BYTES, read};
use crate::model::Map;
use crate::model::merge::Difference;
use crate::words::{Words, args};

/// What something is a draft of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct About {
    /// The file: whole and with links followed, so that it is found from any folder. `None` for a map that was never saved.
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
    /// Whether the file was written after the draft.
    pub is_older: bool,
    /// The path that an earlier version wrote down, where it did not say from which folder and no known file is the one.
    pub unplaced: Option<PathBuf>,
    /// Whether the file is not there any more, and the one that is open holds what it held.
    pub is_moved: bool,
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
        self.drafts_among(&[])
    }

    /// The same. Earlier versions did not write down from which folder a file was opened: which of the `known` files it is, is
    /// told by what it holds.
    pub fn drafts_among(&self, known: &[PathBuf]) -> Vec<Draft> {
        let Some(folder) = self.drafts_folder() else { return Vec::new() };
        let disk = self.disk();
        sweep_folder(disk, &folder);
        let ids = Slot::ids(disk, &folder);
        let slots = ids.iter().filter_map(|id| Slot::of_the_dead(disk, &folder, id));
        let mut drafts: Vec<Draft> = slots.filter_map(|slot| self.draft(slot, known)).collect();
        drafts.sort_by_key(|draft| std::cmp::Reverse(draft.when));
        drafts
    }

    pub(super) fn drafts_folder(&self) -> Option<PathBuf> {
        self.folder().map(|folder| folder.join("drafts"))
    }

    /// The draft in a slot; nothing, and the slot cleared, where there is nothing to be recovered.
    fn draft(&self, slot: Slot, known: &[PathBuf]) -> Option<Draft> {
        let disk = self.disk();
        let bytes = match disk.read(&slot.map(), MOST_BYTES as u64 + 1) {
            Ok(bytes) => bytes,
            Err(error) => {
                if error.kind() == io::ErrorKind::NotFound {
                    // It was killed before it had written anything, or while it was throwing everything away.
                    let _ = slot.end(disk);
                }
                return None;
            }
        };
        let (about, unplaced) = self.placed(slot.described().cloned().unwrap_or_default(), known);
        let there = about.path.as_ref().map(|path| disk.read(path, MOST_BYTES as u64 + 1));
        if there.as_ref().is_some_and(|there| there.as_ref().is_ok_and(|there| *there == bytes)) {
            let _ = slot.end(disk);
            return None;
        }
        let map = map_of(&bytes);
        let old = there.as_ref().and_then(|there| there.as_ref().ok()).map(|there| map_of(there));
        let original = match (&about.path, &there, &old) {
            (None, ..) | (_, None, _) => Original::New,
            (_, Some(Err(_)), _) => Original::Gone,
            (_, _, Some(None) | None) => Original::Unreadable,
            (Some(path), ..) => match about.print.as_ref().map(|print| print.state(disk, path)) {
                Some(State::Same) => Original::Same,
                _ => Original::Changed,
            },
        };
        let difference = old.flatten().zip(map.as_ref()).map(|(old, new)| Difference::between(&old, new));
        let modified = |facts: io::Result<Facts>| facts.ok().and_then(|facts| facts.modified);
        let when = modified(disk.facts(&slot.map()));
        let file = about.path.as_ref().and_then(|path| modified(disk.facts(path)));
        let is_older =
            original == Original::Changed && file.zip(when).is_some_and(|(file, when)| file > when);
        let keeper = self.clone();
        let is_moved = false;
        Some(Draft { about, when, original, is_older, unplaced, is_moved, difference, map, slot, keeper })
    }

    /// What something is a draft of, found from anywhere; and the path, where it can't be found any more.
    fn placed(&self, about: About, known: &[PathBuf]) -> (About, Option<PathBuf>) {
        let Some(path) = about.path.clone().filter(|path| !path.is_absolute()) else { return (about, None) };
        let here = std::env::current_dir().map(|folder| folder.join(&path)).ok();
        let known = known.iter().filter(|known| known.file_name() == path.file_name());
        let is_it = |file: &&PathBuf| {
            let bytes = self.disk().read(file, MOST_BYTES as u64 + 1);
            about.print.as_ref().zip(bytes.ok()).is_some_and(|(print, bytes)| print.is_of(&bytes))
        };
        let found = here.iter().chain(known).find(is_it).map(|file| self.whole(file));
        match found {
            Some(file) => (About { path: Some(file), ..about }, None),
            None => (About { path: None, ..about }, Some(path)),
        }
    }

    /// A path from which a file is found from any folder: with links followed where that can be done.
    pub fn whole(&self, path: &Path) -> PathBuf {
        let absolute = || std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        self.disk().target(path).unwrap_or_else(|_| absolute())
    }
}

impl Draft {
    /// The bytes of the draft, for whoever wants to look at one that can't be read as a map.
    pub fn bytes(&self) -> io::Result<Vec<u8>> {
        self.keeper.disk().read(&self.slot.map(), MOST_BYTES as u64 + 1)
    }

    /// Throws it away.
    pub fn discard(self) -> Result<(), Trouble> {
        self.slot.end(self.keeper.disk())
    }

    /// What was worked on, when, and what differs, in sentences.
    pub fn text(&self, words: &Words, now: SystemTime) -> String {
        let file = self.about.path.as_ref().map(|path| path.display().to_string());
        let file = || ("file", file.clone().unwrap_or_default().into());
        let unplaced = self.unplaced.as_ref().map(|path| path.display().to_string());
        let title = |map: &Map| ("title", words.read(&map.title).to_owned().into());
        let what = match (&self.map, unplaced) {
            (None, _) => words.say("draft-unreadable", &args([file()])),
            (Some(map), Some(path)) => {
                words.say("draft-unplaced", &args([title(map), ("file", path.into())]))
            }
            (Some(map), None) if self.about.path.is_none() => words.say("draft-new", &args([title(map)])),
            (Some(_), None) => words.say("draft-of", &args([file()])),
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
        let moved = self.is_moved.then(|| words.text("draft-moved"));
        let older = self.is_older.then(|| words.text("draft-older"));
        let difference = self.difference.as_ref().map(|difference| difference_text(words, difference));
        let sentences: Vec<String> = [Some(what), when, original, moved, older, difference]
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
