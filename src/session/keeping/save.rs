//! Saving a file so that it is never lost: what was there is kept as a version, what is new takes its place whole.

use std::io;
use std::path::{Path, PathBuf};

use super::Keeper;
use super::disk::{Access, Facts};
use super::fingerprint::Fingerprint;
use super::replace::replace;
use super::trouble::{Trouble, Why};
use super::versions::Versions;
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
}

impl Keeper {
    /// Saves bytes as a file. On an error nothing was changed, unless it is [`Why::NotSure`].
    pub fn save(&self, path: &Path, bytes: &[u8], expect: Expect) -> Result<Saved, Trouble> {
        let disk = self.disk();
        let target = disk.target(path).map_err(|error| Trouble::of(path, &error))?;
        let old = self.look_at(path, &target)?;
        refuse(path, old.as_ref(), expect)?;
        let versions = self.folder().map(|own| Versions::of(disk, own, &target));
        // A version that can't be kept is no reason to lose what is new.
        let kept = versions.as_ref().zip(old.as_ref()).map_or(Ok(()), |(versions, old)| match &old.bytes {
            Some(before) if before != bytes => versions.keep(before),
            Some(_) => Ok(()),
            None => Err(Trouble::new(&target, Why::Other)),
        });
        replace(disk, &target, bytes, Access::Usual)?;
        if let Some(versions) = versions {
            versions.prune();
        }
        let facts = disk.facts(&target).ok();
        Ok(Saved { print: Fingerprint::of(bytes, facts.as_ref()), target, not_kept: kept.err() })
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
