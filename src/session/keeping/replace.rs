//! A file takes the place of another one, whole or not at all.
//!
//! The new bytes go into a file of their own beside the old one; only when the disk has promised to keep them is the new
//! file renamed over the old one, and the folder told to remember that. Whenever this is cut short, the old file or the new
//! one is there.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, SystemTime};

use super::disk::{Access, Disk, folder_of};
use super::fingerprint::digest;
use super::trouble::Trouble;

/// What the names of files begin with that are not whole yet. Nothing in them is too much for the oldest of sticks.
const UNFINISHED: &str = ".jisr-saving-";

/// Whoever writes a file touches it more often than that.
const ABANDONED: Duration = Duration::from_mins(2);

/// How often another name is tried, where somebody has just taken one.
const TRIES: usize = 16;

/// Puts a file with these bytes where `target` says, in place of what is there. `target` is no link. On an error what was
/// there is still there, unless the trouble says that it is merely not sure.
pub fn replace(disk: &dyn Disk, target: &Path, bytes: &[u8], access: Access) -> Result<(), Trouble> {
    let trouble = |error: io::Error| Trouble::of(target, &error);
    let is_there = match disk.facts(target) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => false,
        facts => facts.map(|_| true).map_err(trouble)?,
    };
    // Whoever may not see the old file shall not see the new one either, not even while it is being written.
    let access = if is_there { Access::Private } else { access };
    let new = write_beside(disk, target, bytes, access).map_err(trouble)?;
    let put = || {
        if is_there {
            disk.dress_like(&new, target)?;
        }
        disk.rename(&new, target)
    };
    if let Err(error) = put() {
        let _ = disk.remove(&new);
        return Err(trouble(error));
    }
    let folder = folder_of(target);
    disk.sync_folder(folder).map_err(|error| Trouble::not_sure(target, &error))?;
    sweep(disk, folder, target);
    Ok(())
}

/// Writes a new file beside another one and makes sure of it. If that fails, there is none.
fn write_beside(disk: &dyn Disk, target: &Path, bytes: &[u8], access: Access) -> io::Result<PathBuf> {
    let mut tries = 0;
    let (path, mut file) = loop {
        let path = target.with_file_name(format!("{}{}", of_target(target), unique()));
        match disk.create(&path, access) {
            Ok(file) => break (path, file),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && tries < TRIES => tries += 1,
            Err(error) => return Err(error),
        }
    };
    let written = file.write_all(bytes).and_then(|()| file.flush()).and_then(|()| file.sync());
    // Closed before it is renamed or removed: Windows moves no file that is open.
    drop(file);
    match written {
        Ok(()) => Ok(path),
        Err(error) => {
            let _ = disk.remove(&path);
            Err(error)
        }
    }
}

/// What the names of unfinished files of a target begin with. The target's own name does not occur: it may be as long as a
/// name can be.
fn of_target(target: &Path) -> String {
    let name = target.file_name().unwrap_or_default().as_encoded_bytes();
    format!("{UNFINISHED}{:016x}-", digest(name) >> 64)
}

/// Takes away what was left of a target by programs that were killed in the midst of it. Times are those of one disk, so no
/// clock has to be right.
fn sweep(disk: &dyn Disk, folder: &Path, target: &Path) {
    let changed = |path: &Path| disk.facts(path).ok().and_then(|facts| facts.modified);
    if let Some(now) = changed(target) {
        sweep_all(disk, folder, &of_target(target), now);
    }
}

/// Takes away everything that was left unfinished in a folder of the program's own.
pub fn sweep_folder(disk: &dyn Disk, folder: &Path) {
    sweep_all(disk, folder, UNFINISHED, SystemTime::now());
}

fn sweep_all(disk: &dyn Disk, folder: &Path, prefix: &str, now: SystemTime) {
    for name in disk.list(folder).unwrap_or_default() {
        if !name.as_encoded_bytes().starts_with(prefix.as_bytes()) {
            continue;
        }
        let path = folder.join(name);
        let modified = disk.facts(&path).ok().and_then(|facts| facts.modified);
        let age = modified.and_then(|modified| now.duration_since(modified).ok());
        if age.is_some_and(|age| age > ABANDONED) {
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
