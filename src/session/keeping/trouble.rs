//! Why something could not be saved, and what to do about it.

use std::io;
use std::path::{Path, PathBuf};

use super::fingerprint::Fingerprint;
use crate::words::{Words, args};

/// Why a file was not saved. Unless it says otherwise, nothing was changed; the work is still in memory and can be saved
/// elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    path: PathBuf,
    why: Why,
    reason: String,
    left: Option<Fingerprint>,
}

/// Why a file was not saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// There is no room left.
    DiskFull,
    /// The disk or the file is not to be changed.
    ReadOnly,
    /// This user may not.
    Forbidden,
    /// The folder is not there: a stick was pulled out, say.
    NoFolder,
    /// It is a folder, a device, or something else that is no file.
    NotAFile,
    /// Somebody else has changed the file since it was opened: the caller asks whether to merge, to save a copy, or to
    /// read it again.
    Changed,
    /// A new file was wanted, and one is there.
    Exists,
    /// The file is there as it should be, but the disk did not promise to keep it.
    NotSure,
    /// Something else, which the system names.
    Other,
}

impl Trouble {
    /// Of that file.
    pub(super) fn new(path: &Path, why: Why) -> Self {
        Self { path: path.to_owned(), why, reason: String::new(), left: None }
    }

    /// What the system says of it.
    pub(super) fn of(path: &Path, error: &io::Error) -> Self {
        use io::ErrorKind::{
            AlreadyExists, IsADirectory, NotADirectory, NotFound, PermissionDenied, QuotaExceeded,
            ReadOnlyFilesystem, StorageFull, WriteZero,
        };
        let why = match error.kind() {
            StorageFull | QuotaExceeded | WriteZero => Why::DiskFull,
            ReadOnlyFilesystem => Why::ReadOnly,
            PermissionDenied => Why::Forbidden,
            NotFound | NotADirectory => Why::NoFolder,
            IsADirectory => Why::NotAFile,
            AlreadyExists => Why::Exists,
            _ => Why::Other,
        };
        Self { reason: error.to_string(), ..Self::new(path, why) }
    }

    /// That the disk did not promise to keep what it was given.
    pub(super) fn not_sure(path: &Path, error: &io::Error) -> Self {
        Self { reason: error.to_string(), ..Self::new(path, Why::NotSure) }
    }

    /// What is there now all the same.
    pub(super) fn leaves(self, print: Fingerprint) -> Self {
        Self { left: Some(print), ..self }
    }

    /// What the file is like now where it is [`Why::NotSure`]: it is ours, and nobody else has changed it.
    pub fn left(&self) -> Option<Fingerprint> {
        self.left
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Why.
    pub fn why(&self) -> Why {
        self.why
    }

    /// What happened, where, and what to do, in a sentence or two.
    pub fn text(&self, words: &Words) -> String {
        let file = self.path.display().to_string();
        let message = match self.why {
            Why::DiskFull => "not-saved-disk-full",
            Why::ReadOnly => "not-saved-read-only",
            Why::Forbidden => "not-saved-forbidden",
            Why::NoFolder => "not-saved-no-folder",
            Why::NotAFile => "not-saved-not-a-file",
            Why::Changed => "not-saved-changed",
            Why::Exists => "not-saved-exists",
            Why::NotSure => "not-saved-not-sure",
            Why::Other => "not-saved-other",
        };
        words.say(message, &args([("file", file.into()), ("reason", self.reason.as_str().into())]))
    }

    /// Why alone, for a sentence about something else than a map that was not saved.
    pub fn reason(&self, words: &Words) -> String {
        let message = match self.why {
            Why::DiskFull => "reason-disk-full",
            Why::ReadOnly => "reason-read-only",
            Why::Forbidden => "reason-forbidden",
            Why::NoFolder => "reason-no-folder",
            Why::NotAFile => "reason-not-a-file",
            Why::NotSure => "reason-not-sure",
            Why::Changed | Why::Exists | Why::Other if self.reason.is_empty() => "reason-unknown",
            Why::Changed | Why::Exists | Why::Other => return self.reason.clone(),
        };
        words.text(message)
    }
}
