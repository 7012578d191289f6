//! Saving a file so that it is never lost: what was there is kept as a version, what is new takes its place whole.

use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::Keeper;
use super::disk::{Facts, Lock};
use super::fingerprint::Fingerprint;
use super::replace::New;
use super::trouble::{Trouble, Why};
use super::versions::{Versions, name_of};
use crate::format::jisr::MOST_BYTES;

/// What is expected to be there before a file is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expect<'f> {
    /// Whatever it is, it may go: the user was asked.
    Anything,
    /// Nothing yet.
    Nothing,
    /// What was read or saved last. If it has gone meanwhile, it is made again.
    This(&'f Fingerprint),
}

/// A file that was saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// What it is like now.
    pub print: Fingerprint,
    /// Where it is, with links followed.
    pub target: PathBuf,
    /// Why what was there before could not be kept as a version, if so.
    pub not_kept: Option<Trouble>,
    /// How many other names (hard links) the old file had, which still lead to what it held.
    pub other_names: u64,
}

/// How long one save waits for another one of the same file.
const PATIENCE: Duration = Duration::from_mins(1);
/// How often it looks whether that is done.
const LOOKS: Duration = Duration::from_millis(20);

impl Keeper {
    /// Saves bytes as a file. On an error nothing was changed, unless it is [`Why::NotSure`]. Whoever else saves that file by
    /// this program at the same time, in another window too, is waited for.
    pub fn save(&self, path: &Path, bytes: &[u8], expect: Expect) -> Result<Saved, Trouble> {
        let disk = self.disk();
        let _busy = self.is_busy();
        let target = disk.target(path).map_err(|error| Trouble::of(path, &error))?;
        let _turn = self.turn(&target);
        let old = self.look_at(path, &target)?;
        refuse(path, old.as_ref(), expect)?;
        let new = New::write(disk, &target, bytes)?;
        // On a slow disk that took long: what is there now may be newer than what was there before.
        let old = self.look_at(path, &target)?;
        refuse(path, old.as_ref(), expect)?;
        let own = self.folder().filter(|_| self.keeps_versions());
        let versions = own.map(|own| Versions::of(disk, own, &target));
        // A version that can't be kept is no reason to lose what is new.
        let kept = versions.as_ref().zip(old.as_ref()).map_or(Ok(()), |(versions, old)| match &old.bytes {
            Some(before) if before != bytes => versions.keep(before),
            Some(_) => Ok(()),
            None => Err(Trouble::new(&target, Why::Other)),
        });
        let put = new.put();
        let print = || Fingerprint::of(bytes, disk.facts(&target).ok().as_ref());
        put.map_err(|trouble| match trouble.why() {
            Why::NotSure => trouble.leaves(print()),
            _ => trouble,
        })?;
        if let Some(versions) = versions {
            versions.prune();
        }
        let other_names = old.map_or(0, |old| old.facts.names.saturating_sub(1));
        Ok(Saved { print: print(), target, not_kept: kept.err(), other_names })
    }

    /// The turn to save a file; without one it is saved all the same, and only looked at once more before it is replaced.
    fn turn(&self, target: &Path) -> Option<Lock> {
        let folder = self.folder()?.join("locks");
        self.disk().make_folder(&folder).ok()?;
        let path = folder.join(format!("{}.saving", name_of(target)));
        let start = Instant::now();
        loop {
            match self.disk().lock(&path) {
                Ok(Some(turn)) => return Some(turn),
                Ok(None) if start.elapsed() < PATIENCE => std::thread::sleep(LOOKS),
                Ok(None) | Err(_) => return None,
            }
        }
    }

    /// What is there before something is saved; `None` for nothing, a trouble for what can't be saved over.
    fn look_at(&self, path: &Path, target: &Path) -> Result<Option<Old>, Trouble> {
        let disk = self.disk();
        let trouble = |error: io::Error| Trouble::of(path, &error);
        let facts = match disk.facts(target) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            facts => facts.map_err(trouble)?,
        };
        if !facts.is_file {
            return Err(Trouble::new(path, Why::NotAFile));
        }
        if facts.is_read_only {
            return Err(Trouble::new(path, Why::ReadOnly));
        }
        disk.may_write(target).map_err(trouble)?;
        let bytes = disk.read(target, MOST_BYTES as u64 + 1).map_err(trouble)?;
        Ok(Some(Old { facts, bytes: Some(bytes).filter(|bytes| bytes.len() <= MOST_BYTES) }))
    }
}

struct Old {
    facts: Facts,
    /// `None`: too many to be a map.
    bytes: Option<Vec<u8>>,
}

fn refuse(path: &Path, old: Option<&Old>, expect: Expect) -> Result<(), Trouble> {
    let why = match (expect, old) {
        (Expect::Nothing, Some(_)) => Why::Exists,
        (Expect::This(print), Some(Old { bytes: Some(bytes), .. })) if !print.is_of(bytes) => Why::Changed,
        (Expect::This(print), Some(Old { bytes: None, facts })) if print.bytes != facts.bytes => Why::Changed,
        _ => return Ok(()),
    };
    Err(Trouble::new(path, why))
}
