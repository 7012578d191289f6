//! The last versions of each file: what was there before it was saved over.
//!
//! They are in the program's own folder and not beside the file: whoever hands on a folder or a stick hands on the maps that
//! can be seen in it, and not what stood in them a week ago. Each file has a folder named by its path, so that nothing in the
//! names says what is in them.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::disk::Disk;
use super::fingerprint::{Fingerprint, digest};
use super::replace::{replace, sweep_folder, unique};
use super::shelf::note;
use super::trouble::Trouble;
use crate::format::jisr::MOST_BYTES;

/// How many are kept of each file.
pub const KEPT: usize = 5;

const ENDING: &str = ".jisr";

/// What a file once held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Where it is.
    pub path: PathBuf,
    /// When something else was saved over it.
    pub until: Option<SystemTime>,
    /// How many bytes it has.
    pub bytes: u64,
    number: u64,
}

/// The versions of one file, which is named by its whole path.
pub struct Versions<'d> {
    disk: &'d dyn Disk,
    folder: PathBuf,
    /// Whose they are, where that is to be written down.
    target: Option<PathBuf>,
}

impl<'d> Versions<'d> {
    /// Those of a file, in the program's own folder.
    pub fn of(disk: &'d dyn Disk, own: &Path, target: &Path) -> Self {
        let folder = own.join("versions").join(name_of(target));
        Self { disk, folder, target: Some(target.to_owned()) }
    }

    /// Those in a folder, whosesoever they are.
    pub(super) fn in_folder(disk: &'d dyn Disk, folder: PathBuf) -> Self {
        Self { disk, folder, target: None }
    }

    /// All of them, the newest first.
    pub fn list(&self) -> Vec<Version> {
        let mut versions: Vec<Version> = self
            .disk
            .list(&self.folder)
            .unwrap_or_default()
            .iter()
            .filter_map(|name| {
                let name = name.to_str().filter(|name| name.ends_with(ENDING))?;
                let number = name.split_once('-')?.0.parse().ok()?;
                let path = self.folder.join(name);
                let facts = self.disk.facts(&path).ok()?;
                Some(Version { path, until: facts.modified, bytes: facts.bytes, number })
            })
            .collect();
        versions.sort_by(|a, b| (b.number, &b.path).cmp(&(a.number, &a.path)));
        versions
    }

    /// Keeps one more, unless it is the newest already. None is taken away yet: what these bytes are to make room for has
    /// not been saved.
    pub fn keep(&self, bytes: &[u8]) -> Result<(), Trouble> {
        let newest = self.list().into_iter().next();
        if newest.as_ref().is_some_and(|newest| self.read(newest).is_some_and(|known| known == bytes)) {
            return Ok(());
        }
        self.disk.make_folder(&self.folder).map_err(|error| Trouble::of(&self.folder, &error))?;
        if let Some(target) = &self.target {
            note(self.disk, &self.folder, target);
        }
        let number = newest.map_or(1, |newest| newest.number.saturating_add(1));
        let name = format!("{number:06}-{}{ENDING}", unique());
        replace(self.disk, &self.folder.join(name), bytes)
    }

    /// Takes away all but the newest ones.
    pub fn prune(&self) {
        for old in self.list().into_iter().skip(KEPT) {
            // One too many is no harm.
            let _ = self.disk.remove(&old.path);
        }
        sweep_folder(self.disk, &self.folder);
    }

    /// The version with a fingerprint: what two people began with, when both have changed it.
    pub fn find(&self, print: &Fingerprint) -> Option<Vec<u8>> {
        self.list().iter().filter_map(|version| self.read(version)).find(|bytes| print.is_of(bytes))
    }

    fn read(&self, version: &Version) -> Option<Vec<u8>> {
        self.disk.read(&version.path, MOST_BYTES as u64).ok()
    }
}

/// A name for a path that any disk can bear, and that does not say which path it is.
pub fn name_of(target: &Path) -> String {
    format!("{:032x}", digest(target.as_os_str().as_encoded_bytes()))
}
