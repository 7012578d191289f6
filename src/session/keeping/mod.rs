//! Keeping work: saving, versions, drafts of what was not saved yet, and seeing that somebody else has changed a file.
//!
//! Everything goes through a [`Keeper`], which knows a disk and the folder that is the program's own. In that folder are
//!
//! - `versions/`: what stood in each file before it was saved over, five deep;
//! - `drafts/`: what is being worked on and was not saved, for the next start after a crash;
//! - `locks/`: which files are open in some window.
//!
//! **Invariant:** whenever a program is killed or the power is cut, a file holds what it held before or what was to be
//! saved, whole; and a draft that was written is there until what it holds was saved or somebody has thrown it away.

mod autosave;
mod changes;
mod clerk;
mod conflict;
pub mod disk;
mod drafts;
mod fingerprint;
mod replace;
mod save;
mod shelf;
mod slot;
mod text;
mod trouble;
mod under_way;
mod versions;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::format::jisr::MOST_BYTES;

pub use autosave::{Autosave, Encode, Pace};
pub use changes::changes_text;
pub use clerk::{Clerk, tighten_file};
pub use conflict::{conflict_place, conflict_text, conflict_values, kept_apart_text};
pub use disk::{Disk, Lock};
pub use drafts::{About, Draft, Original};
pub use fingerprint::{Fingerprint, State, digest};
pub use save::{Expect, Saved};
pub use shelf::Shelf;
pub use text::{difference_text, value_text};
pub use trouble::{Trouble, Why};
pub use versions::{KEPT, Version};

use under_way::UnderWay;
use versions::{Versions, name_of};

/// Where work is kept.
#[derive(Debug, Clone)]
pub struct Keeper {
    disk: Arc<dyn Disk>,
    folder: Option<PathBuf>,
    keeps_versions: bool,
    under_way: Arc<UnderWay>,
}

/// Whose a file is, as far as windows that are open now are concerned.
#[derive(Debug)]
pub enum Claim {
    /// Ours, as long as this is held.
    Ours(Lock),
    /// It is open in another window.
    Theirs,
    /// That can't be known here.
    Unknown,
}

impl Keeper {
    /// On the disk of this machine, with a folder that is the program's own. Without one files are saved all the same, but
    /// there are neither versions nor drafts.
    pub fn new(folder: Option<PathBuf>) -> Self {
        Self::on(Arc::new(disk::Real), folder)
    }

    /// On some disk.
    pub fn on(disk: Arc<dyn Disk>, folder: Option<PathBuf>) -> Self {
        Self { disk, folder, keeps_versions: true, under_way: Arc::default() }
    }

    /// The same, keeping versions or none.
    pub fn keeping_versions(self, keeps_versions: bool) -> Self {
        Self { keeps_versions, ..self }
    }

    /// Whether what was in a file is kept when something else is saved over it.
    pub fn keeps_versions(&self) -> bool {
        self.keeps_versions && self.folder.is_some()
    }

    fn disk(&self) -> &dyn Disk {
        &*self.disk
    }

    fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    /// Reads a file, as far as any file is read, and remembers what it was like.
    pub fn read(&self, path: &Path) -> io::Result<(Vec<u8>, Fingerprint)> {
        // Asked before the file is read: should it change in between, that is seen the next time.
        let facts = self.disk.facts(path).ok();
        let bytes = self.disk.read(path, MOST_BYTES as u64 + 1)?;
        let print = Fingerprint::of(&bytes, facts.as_ref());
        Ok((bytes, print))
    }

    /// How a file stands to what it was like.
    pub fn state(&self, path: &Path, print: &Fingerprint) -> State {
        print.state(self.disk(), path)
    }

    /// Whether two paths lead to one file, links followed. Where that can't be known they don't.
    pub fn is_same(&self, one: &Path, other: &Path) -> bool {
        let targets = self.disk.target(one).ok().zip(self.disk.target(other).ok());
        targets.is_some_and(|(one, other)| one == other)
    }

    /// The versions of a file, the newest first.
    pub fn versions(&self, path: &Path) -> Vec<Version> {
        self.versions_of(path).map(|versions| versions.list()).unwrap_or_default()
    }

    /// What a file held when it had that fingerprint, if that was kept: what two people began with, when both have changed
    /// it.
    pub fn held(&self, path: &Path, print: &Fingerprint) -> Option<Vec<u8>> {
        let bytes = self.disk.target(path).and_then(|target| self.disk.read(&target, MOST_BYTES as u64));
        let now = bytes.ok().filter(|bytes| print.is_of(bytes));
        now.or_else(|| self.versions_of(path)?.find(print))
    }

    /// Says of a file that it is open here, and learns whether it is open elsewhere. This keeps nobody from anything.
    pub fn claim(&self, path: &Path) -> Claim {
        let lock = || {
            let folder = self.folder.as_ref()?.join("locks");
            let target = self.disk.target(path).ok()?;
            self.disk.make_folder(&folder).ok()?;
            // The file of the lock stays: were it removed, two could hold a lock on two files of one name.
            self.disk.lock(&folder.join(name_of(&target))).ok()
        };
        match lock() {
            Some(Some(lock)) => Claim::Ours(lock),
            Some(None) => Claim::Theirs,
            None => Claim::Unknown,
        }
    }

    /// Takes away what programs that were killed while they saved left beside a file, but nothing that is being written.
    pub fn sweep(&self, path: &Path) {
        if let Ok(target) = self.disk.target(path) {
            replace::sweep(self.disk(), &target);
        }
    }

    /// Sees to it that nobody else can read what is the program's own, whatever an earlier version or another program left.
    pub fn tidy(&self) {
        if let Some(folder) = &self.folder {
            tighten(self.disk(), folder, DEEPEST);
        }
    }

    fn versions_of(&self, path: &Path) -> Option<Versions<'_>> {
        let target = self.disk.target(path).ok()?;
        Some(Versions::of(self.disk(), self.folder()?, &target))
    }
}

/// Folders of the program's own are not nested deeper.
const DEEPEST: usize = 3;

fn tighten(disk: &dyn Disk, path: &Path, deep: usize) {
    // What is another user's can't be changed, and is not ours.
    let _ = disk.restrict(path);
    if deep > 0 && disk.facts(path).is_ok_and(|facts| facts.is_folder) {
        for name in disk.list(path).unwrap_or_default() {
            tighten(disk, &path.join(name), deep - 1);
        }
    }
}
