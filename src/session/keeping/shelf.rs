//! All versions that are kept, file by file: of maps that are open, and of those that were renamed, moved or deleted since.
//!
//! The folder of a file's versions is named by the digest of its path; the path itself stands in a small file beside them, so
//! that whoever keeps them here can also find them again, and be rid of them.

use std::io;
use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};

use super::Keeper;
use super::disk::Disk;
use super::replace::replace;
use super::trouble::Trouble;
use super::versions::{Version, Versions};
use crate::format::jisr::MOST_BYTES;

/// The small file that says whose versions these are. It is never larger than [`MOST_NOTE`].
const NOTE: &str = "of.json";
const MOST_NOTE: u64 = 1 << 16;

/// The versions of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shelf {
    /// The file; `None` where it is not known: its versions were kept before that was written down.
    pub file: Option<PathBuf>,
    /// Whether the file is there.
    pub is_there: bool,
    /// The versions, the newest first.
    pub versions: Vec<Version>,
    folder: PathBuf,
}

impl Keeper {
    /// All versions that are kept, those of the files whose versions are the newest first.
    pub fn shelves(&self) -> Vec<Shelf> {
        let Some(own) = self.folder() else { return Vec::new() };
        let (disk, all) = (self.disk(), own.join("versions"));
        let folders = disk.list(&all).unwrap_or_default().into_iter().map(|name| all.join(name));
        let read = |folder: PathBuf| {
            let versions = Versions::in_folder(disk, folder.clone()).list();
            let file = noted(disk, &folder);
            let is_there = file.as_ref().is_some_and(|file| disk.facts(file).is_ok());
            (!versions.is_empty()).then_some(Shelf { file, is_there, versions, folder })
        };
        let mut shelves: Vec<Shelf> = folders.filter_map(read).collect();
        shelves
            .sort_by_key(|shelf| std::cmp::Reverse(shelf.versions.first().and_then(|newest| newest.until)));
        shelves
    }

    /// What a version holds.
    pub fn version(&self, version: &Version) -> io::Result<Vec<u8>> {
        self.disk().read(&version.path, MOST_BYTES as u64 + 1)
    }

    /// Keeps a state of a file as a version that was in no file, before something else takes its place.
    pub fn keep_version(&self, path: &Path, bytes: &[u8]) -> Result<(), Trouble> {
        match self.versions_of(path).filter(|_| self.keeps_versions()) {
            Some(versions) => versions.keep(bytes),
            None => Ok(()),
        }
    }

    /// Deletes a version.
    pub fn remove_version(&self, version: &Version) -> Result<(), Trouble> {
        self.disk().remove(&version.path).map_err(|error| Trouble::of(&version.path, &error))
    }

    /// Deletes all versions of a file, and what says whose they were.
    pub fn remove_shelf(&self, all: &Shelf) -> Result<(), Trouble> {
        let disk = self.disk();
        let trouble = |path: &Path, error: io::Error| Trouble::of(path, &error);
        for name in disk.list(&all.folder).map_err(|error| trouble(&all.folder, error))? {
            let path = all.folder.join(name);
            match disk.remove(&path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(trouble(&path, error)),
                _ => {}
            }
        }
        // A save that ran at the same time may have put one more into it; an empty folder says nothing.
        let _ = disk.remove_folder(&all.folder);
        Ok(())
    }
}

/// Writes down whose versions are in a folder. That it can't be is no reason not to keep them.
pub(super) fn note(disk: &dyn Disk, folder: &Path, file: &Path) {
    // A path that is no text can't be found again from here.
    let Some(path) = file.to_str() else { return };
    if noted(disk, folder).as_deref() != Some(file) {
        let text = format!("{:#}\n", json!({ "path": path }));
        let _ = replace(disk, &folder.join(NOTE), text.as_bytes());
    }
}

fn noted(disk: &dyn Disk, folder: &Path) -> Option<PathBuf> {
    let bytes = disk.read(&folder.join(NOTE), MOST_NOTE).ok()?;
    let json: Json = serde_json::from_slice(&bytes).ok()?;
    json["path"].as_str().map(PathBuf::from)
}
