//! Saving as another file than the one that is open: a file that is there already is asked about first, by the name under which
//! it is really written.

use std::path::{Path, PathBuf};

use super::Session;
use super::files::{ENDING, with_ending};
use super::keeping::{Expect, Fingerprint, Keeper, Saved, Trouble, Why};
use super::saving::{Question, To};
use crate::words::args;

/// What may be written over.
#[derive(Debug, Clone)]
pub(super) enum Over {
    /// The file that is open, as it was read or saved last; `None`: whatever it is.
    Own(Option<Fingerprint>),
    /// A file that was asked about, as it was then.
    Other(Option<Fingerprint>),
    /// Nothing, but for the file that is open under another name.
    Nothing(Option<(PathBuf, Option<Fingerprint>)>),
}

impl Over {
    /// What is to be expected at a path. It asks the disk.
    fn expect(&self, path: &Path, keeper: &Keeper) -> Expect<'_> {
        let print = match self {
            Self::Own(print) | Self::Other(print) => print,
            Self::Nothing(Some((open, print))) if keeper.is_same(path, open) => print,
            Self::Nothing(_) => return Expect::Nothing,
        };
        print.as_ref().map_or(Expect::Anything, Expect::This)
    }
}

/// Why a file was not saved, and what is there instead.
#[derive(Debug)]
pub(super) struct NotSaved {
    pub(super) trouble: Trouble,
    pub(super) there: Option<Fingerprint>,
}

/// Saves, beside the window.
pub(super) fn save(keeper: &Keeper, path: &Path, bytes: &[u8], over: &Over) -> Result<Saved, Box<NotSaved>> {
    keeper.save(path, bytes, over.expect(path, keeper)).map_err(|trouble| {
        let is_asked = matches!(trouble.why(), Why::Exists | Why::Changed);
        let there = if is_asked { keeper.read(path).ok().map(|(_, print)| print) } else { None };
        Box::new(NotSaved { trouble, there })
    })
}

impl Session {
    /// Begins to save as a file that somebody has named. The ending of maps is added where it is missing; a file that is there
    /// already is not overwritten: that is asked first.
    pub fn save_as(&mut self, path: &Path) {
        let Some(path) = with_ending(path, ENDING) else {
            let file = args([("file", path.display().to_string().into())]);
            self.notes.push(self.words.say("save-no-name", &file));
            self.stays();
            return;
        };
        self.save_to(To::New(path));
    }

    /// Saves over a file that was asked about, as long as it is as it was then.
    pub fn save_over_other(&mut self, path: &Path, there: Option<Fingerprint>) {
        self.save_to(To::OverThis(path.to_owned(), there));
    }
}

/// What is asked where a file was not saved; `None` where there is nothing to ask.
pub(super) fn question(path: &Path, over: &Over, not_saved: &NotSaved) -> Option<Question> {
    let is_own = match over {
        Over::Own(_) => true,
        Over::Other(_) => false,
        // It is the open one by another name, or else nothing could have changed.
        Over::Nothing(_) => not_saved.trouble.why() == Why::Changed,
    };
    let path = path.to_owned();
    match not_saved.trouble.why() {
        Why::Changed if is_own => Some(Question::Changed(path)),
        Why::Changed | Why::Exists => Some(Question::Exists { path, there: not_saved.there }),
        _ => None,
    }
}
