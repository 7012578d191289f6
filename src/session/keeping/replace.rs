//! A file takes the place of another one, whole or not at all.
//!
//! The new bytes go into a file of their own beside the old one, which nobody else may read; only when the disk has promised
//! to keep them is the new file renamed over the old one, and the folder told to remember that. Whenever this is cut short,
//! the old file or the new one is there.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, SystemTime};

use super::disk::{Disk, NewFile, folder_of};
use super::fingerprint::digest;
use super::trouble::Trouble;

/// What the names of files begin with that are not whole yet. Nothing in them is too much for the oldest of sticks.
const UNFINISHED: &str = ".jisr-saving-";

/// Between making such a file and saying that it is being written nobody needs that long.
const ABANDONED: Duration = Duration::from_secs(2);

/// Where nobody can say whether it is still being written, it is given that long.
const FORGOTTEN: Duration = Duration::from_hours(24);

/// How often another name is tried, where somebody has just taken one.
const TRIES: usize = 16;

/// Puts a file with these bytes where `target` says, in place of what is there; a new one is for this user alone. `target` is
/// no link. On an error what was there is still there, unless the trouble says that it is merely not sure.
pub fn replace(disk: &dyn Disk, target: &Path, bytes: &[u8]) -> Result<(), Trouble> {
    let new = New::write(disk, target, bytes)?;
    new.put()
}

/// A file that is whole and safe, beside the one that it is to replace. It goes when it is not put in its place.
pub struct New<'d> {
    disk: &'d dyn Disk,
    target: PathBuf,
    path: Option<PathBuf>,
    file: Option<Box<dyn NewFile>>,
}

impl<'d> New<'d> {
    /// Writes it, and makes sure of it. If that fails, there is none.
    pub fn write(disk: &'d dyn Disk, target: &Path, bytes: &[u8]) -> Result<Self, Trouble> {
        let (path, mut file) = create_beside(disk, target).map_err(|error| Trouble::of(target, &error))?;
        let written = file.write_all(bytes).and_then(|()| file.flush()).and_then(|()| file.sync());
        let new = Self { disk, target: target.to_owned(), path: Some(path), file: Some(file) };
        written.map_err(|error| Trouble::of(target, &error)).map(|()| new)
    }

    /// Puts it in its place.
    pub fn put(mut self) -> Result<(), Trouble> {
        let (disk, target) = (self.disk, self.target.as_path());
        let trouble = |error: io::Error| Trouble::of(target, &error);
        let is_there = match disk.facts(target) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => false,
            facts => facts.map(|_| true).map_err(trouble)?,
        };
        if cfg!(windows) {
            // Windows moves no file that is open. Elsewhere it is locked until it is in its place.
            self.file = None;
        }
        let Some(new) = &self.path else { return Ok(()) };
        if is_there {
            disk.dress_like(new, target).map_err(trouble)?;
        }
        disk.rename(new, target).map_err(trouble)?;
        self.path = None;
        let folder = folder_of(target);
        disk.sync_folder(folder).map_err(|error| Trouble::not_sure(target, &error))?;
        sweep(disk, target);
        Ok(())
    }
}

impl Drop for New<'_> {
    fn drop(&mut self) {
        self.file = None;
        if let Some(path) = &self.path {
            // What can't be taken away is swept later.
            let _ = self.disk.remove(path);
        }
    }
}

/// A new file beside another one.
fn create_beside(disk: &dyn Disk, target: &Path) -> io::Result<(PathBuf, Box<dyn NewFile>)> {
    let mut tries = 0;
    loop {
        let path = target.with_file_name(format!("{}{}", of_target(target), unique()));
        match disk.create(&path) {
            Ok(file) => return Ok((path, file)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && tries < TRIES => tries += 1,
            Err(error) => return Err(error),
        }
    }
}

/// What the names of unfinished files of a target begin with. The target's own name does not occur: it may be as long as a
/// name can be.
fn of_target(target: &Path) -> String {
    let name = target.file_name().unwrap_or_default().as_encoded_bytes();
    format!("{UNFINISHED}{:016x}-", digest(name) >> 64)
}

/// Takes away what programs that were killed left of a target, and nothing that somebody is still writing or that belongs to
/// another user.
pub fn sweep(disk: &dyn Disk, target: &Path) {
    sweep_all(disk, folder_of(target), &of_target(target));
}

/// Takes away everything that was left unfinished in a folder of the program's own.
pub fn sweep_folder(disk: &dyn Disk, folder: &Path) {
    sweep_all(disk, folder, UNFINISHED);
}

fn sweep_all(disk: &dyn Disk, folder: &Path, prefix: &str) {
    let now = SystemTime::now();
    for name in disk.list(folder).unwrap_or_default() {
        if !name.as_encoded_bytes().starts_with(prefix.as_bytes()) {
            continue;
        }
        let path = folder.join(name);
        let enough = match disk.is_being_written(&path) {
            Ok(false) => ABANDONED,
            Err(error) if error.kind() == io::ErrorKind::Unsupported => FORGOTTEN,
            Ok(true) | Err(_) => continue,
        };
        let modified = disk.facts(&path).ok().and_then(|facts| facts.modified);
        let age = modified.and_then(|modified| now.duration_since(modified).ok());
        if age.is_some_and(|age| age > enough) {
            // What can't be taken away disturbs nobody.
            let _ = disk.remove(&path);
        }
    }
}

/// Digits that nobody else uses at this time.
pub fn unique() -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let all = format!("{}-{}-{count}", std::process::id(), now.as_nanos());
    format!("{:016x}", digest(all.as_bytes()) >> 64)
}
