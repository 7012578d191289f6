//! Where one draft is written: its files, and who may write them.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde_json::{Value as Json, json};

use super::disk::{Disk, Lock};
use super::drafts::About;
use super::fingerprint::Fingerprint;
use super::replace::{replace, unique};
use super::trouble::{Trouble, Why};

/// The small file beside a draft is never larger.
const MOST_NOTE: u64 = 1 << 20;

/// Where one draft is written.
#[derive(Debug)]
pub struct Slot {
    folder: PathBuf,
    id: String,
    /// How often the map has got another name.
    turn: u64,
    /// What is written down beside the map; `None` where there is no map.
    described: Option<About>,
    _lock: Lock,
}

impl Slot {
    /// A new one.
    pub fn new(disk: &dyn Disk, folder: &Path) -> Result<Self, Trouble> {
        let trouble = |error: io::Error| Trouble::of(folder, &error);
        disk.make_folder(folder).map_err(trouble)?;
        let id = unique();
        let path = folder.join(format!("{id}.lock"));
        match lock(disk, &path) {
            Ok(Some(lock)) => {
                Ok(Self { folder: folder.to_owned(), id, turn: 0, described: None, _lock: lock })
            }
            Ok(None) => Err(Trouble::new(&path, Why::Other)),
            Err(error) => Err(trouble(error)),
        }
    }

    /// One that is there already, unless its writer lives.
    pub fn of_the_dead(disk: &dyn Disk, folder: &Path, id: &str) -> Option<Self> {
        let lock = lock(disk, &folder.join(format!("{id}.lock"))).ok().flatten()?;
        let (folder, id) = (folder.to_owned(), id.to_owned());
        let mut slot = Self { folder, id, turn: 0, described: None, _lock: lock };
        let (about, turn) = slot.about(disk);
        // Where nothing says which it is, or that is not there, it is the last one that there is.
        let there = slot.turns(disk);
        let turn = turn.filter(|turn| there.contains(turn));
        slot.turn = turn.or(there.last().copied()).unwrap_or_default();
        slot.described = Some(about).filter(|_| disk.facts(&slot.map()).is_ok());
        Some(slot)
    }

    /// The ids of all slots in a folder.
    pub fn ids(disk: &dyn Disk, folder: &Path) -> BTreeSet<String> {
        let names = disk.list(folder).unwrap_or_default();
        let of = |name: &std::ffi::OsString| {
            let (id, ending) = name.to_str()?.split_once('.')?;
            let id = if ending == "jisr" { turn_of(id).0 } else { id };
            (!id.is_empty() && matches!(ending, "jisr" | "json" | "lock")).then(|| id.to_owned())
        };
        names.iter().filter_map(of).collect()
    }

    /// The map.
    pub fn map(&self) -> PathBuf {
        self.map_at(self.turn)
    }

    /// What it is a draft of.
    pub fn described(&self) -> Option<&About> {
        self.described.as_ref()
    }

    /// Whether there is no draft in it.
    pub fn is_empty(&self) -> bool {
        self.described.is_none()
    }

    /// Writes a map into it, as a draft of something.
    pub fn write(&mut self, disk: &dyn Disk, about: &About, bytes: &[u8]) -> Result<(), Trouble> {
        if self.described.as_ref() == Some(about) {
            return replace(disk, &self.map(), bytes);
        }
        let (before, next) = (self.map(), self.turn + 1);
        let map = || replace(disk, &self.map_at(next), bytes);
        let note = || replace(disk, &self.path("json"), note(about, next).as_bytes());
        // Where there is a draft it is spoken of until the new map is there; where there is none, no map is there without what
        // it is a draft of.
        if self.is_empty() {
            note().and_then(|()| map())?;
        } else {
            map().and_then(|()| note())?;
        }
        (self.turn, self.described) = (next, Some(about.clone()));
        // Nothing speaks of it any more; what stays is taken away with the rest.
        let _ = disk.remove(&before);
        Ok(())
    }

    /// Takes the draft away, and keeps the slot.
    pub fn clear(&mut self, disk: &dyn Disk) -> Result<(), Trouble> {
        for turn in self.turns(disk) {
            let map = self.map_at(turn);
            is_gone(disk.remove(&map)).map_err(|error| Trouble::of(&map, &error))?;
        }
        // Made sure of before anything else is said about the slot: an old map would seem to be a draft of that.
        disk.sync_folder(&self.folder).map_err(|error| Trouble::of(&self.folder, &error))?;
        self.described = None;
        let note = self.path("json");
        is_gone(disk.remove(&note)).map_err(|error| Trouble::of(&note, &error))
    }

    /// Throws the draft away, and the slot.
    pub fn end(mut self, disk: &dyn Disk) -> Result<(), Trouble> {
        self.clear(disk)?;
        // Removed while it is still held: whoever opens it now finds nothing beside it.
        let lock = self.path("lock");
        is_gone(disk.remove(&lock)).map_err(|error| Trouble::of(&lock, &error))
    }

    fn path(&self, ending: &str) -> PathBuf {
        self.folder.join(format!("{}.{ending}", self.id))
    }

    fn map_at(&self, turn: u64) -> PathBuf {
        let name = if turn == 0 { format!("{}.jisr", self.id) } else { format!("{}-{turn}.jisr", self.id) };
        self.folder.join(name)
    }

    /// The maps that there are, in the order in which they were made.
    fn turns(&self, disk: &dyn Disk) -> BTreeSet<u64> {
        let names = disk.list(&self.folder).unwrap_or_default();
        let turn = |name: &std::ffi::OsString| {
            let (id, turn) = turn_of(name.to_str()?.strip_suffix(".jisr")?);
            (id == self.id).then_some(turn)
        };
        names.iter().filter_map(turn).collect()
    }

    /// What is written down beside the map, and which of the maps it speaks of.
    fn about(&self, disk: &dyn Disk) -> (About, Option<u64>) {
        let bytes = disk.read(&self.path("json"), MOST_NOTE).unwrap_or_default();
        let json: Json = serde_json::from_slice(&bytes).unwrap_or_default();
        let about =
            About { path: path_from(&json["path"]), print: Fingerprint::from_json(&json["fingerprint"]) };
        // Earlier versions had but one map, and did not say which.
        let turn = json.is_object().then(|| json["turn"].as_u64().unwrap_or_default());
        (about, turn)
    }
}

/// What is written down beside a map.
fn note(about: &About, turn: u64) -> String {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    let json = json!({
        "path": about.path.as_deref().map(path_to),
        "fingerprint": about.print.map(Fingerprint::to_json),
        "turn": turn,
        "since": now.as_secs(),
        "process": std::process::id(),
    });
    format!("{json:#}\n")
}

/// A path as text or, where it is none, as its bytes.
fn path_to(path: &Path) -> Json {
    match path.to_str() {
        Some(text) => text.into(),
        None => path.as_os_str().as_encoded_bytes().into(),
    }
}

fn path_from(json: &Json) -> Option<PathBuf> {
    #[cfg(unix)]
    if let Some(bytes) = json.as_array() {
        let bytes: Option<Vec<u8>> =
            bytes.iter().map(|byte| byte.as_u64().and_then(|byte| u8::try_from(byte).ok())).collect();
        let path: std::ffi::OsString = std::os::unix::ffi::OsStringExt::from_vec(bytes?);
        return Some(path.into());
    }
    json.as_str().map(PathBuf::from)
}

/// The id and the turn that the name of a map is made of.
fn turn_of(stem: &str) -> (&str, u64) {
    let parts = stem.rsplit_once('-').and_then(|(id, turn)| Some((id, turn.parse().ok()?)));
    parts.unwrap_or((stem, 0))
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
