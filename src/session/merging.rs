//! Putting one's own changes and those of somebody else together, where both have changed a file.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::document::State;
use super::job::{Job, Poll};
use super::keeping::{Fingerprint, Keeper, conflict_place, conflict_text, conflict_values, kept_apart_text};
use super::recovery::sound;
use super::{Session, building};
use crate::model::Map;
use crate::model::merge::{Merged, merge};
use crate::words::args;

/// A merge under way.
pub struct Merging {
    path: PathBuf,
    opened: u64,
    /// The state that is being merged: what is changed meanwhile makes another one of it.
    state: State,
    job: Job<Option<Together>>,
}

/// What is there, and what comes of both.
struct Together {
    theirs: Arc<Map>,
    print: Fingerprint,
    merged: Merged,
}

/// Of more conflicts than these the rest is counted.
const MOST_TOLD: usize = 5;

impl Session {
    /// Whether it is known what both changes began with, so that they can be put together.
    pub fn can_merge(&self) -> bool {
        self.kept.base.is_some()
    }

    /// The file was changed by somebody else: both changes are put together beside the window, as one step that can be taken
    /// back; where both changed the same, ours stays and that is said. Nothing is saved yet.
    pub fn merge_with_file(&mut self, path: &Path) {
        let (keeper, file) = (self.keeper.clone(), path.to_owned());
        self.merge(path, move || read(&keeper, &file));
    }

    fn merge(
        &mut self,
        path: &Path,
        theirs: impl FnOnce() -> Option<(Arc<Map>, Fingerprint)> + Send + 'static,
    ) {
        let Some(document) = &self.document else { return };
        let Some(base) = self.kept.base.clone() else {
            self.notes.push(self.words.text("merge-without-base"));
            return;
        };
        let (opened, state, ours) = (document.opened, document.present_state(), Arc::clone(document.map()));
        let job = Job::start(Arc::clone(&self.wake), move |_| {
            let (theirs, print) = theirs()?;
            let merged = merge(&base, &ours, &theirs);
            Some(Together { theirs, print, merged })
        });
        self.merging = Some(Merging { path: path.to_owned(), opened, state, job });
    }

    /// Takes in what came of merging.
    pub(super) fn poll_merging(&mut self) {
        let Some(Merging { path, opened, state, job }) = self.merging.take() else { return };
        let found = match job.poll() {
            Poll::Working(_) => {
                self.merging = Some(Merging { path, opened, state, job });
                return;
            }
            Poll::Done(found) => found,
            Poll::Lost(breakdown) => return self.broke_down("breakdown-merge", &breakdown),
        };
        let Some(document) = self.document.as_ref().filter(|document| document.opened == opened) else {
            return;
        };
        let Some(Together { theirs, print, merged }) = found else {
            self.notes.push(self.words.text("merge-unreadable"));
            return;
        };
        if document.present_state() != state {
            // What was changed meanwhile is to be in it too.
            self.merge(&path, move || Some((theirs, print)));
            return;
        }
        let (notes, conflicts) = (self.merge_notes(&merged), merged.conflicts.len());
        let named = building::whole::replace(document.map(), merged.map);
        if let Err(refusal) = self.edit(named) {
            self.say_of_now(refusal.0);
            return;
        }
        (self.kept.print, self.kept.base) = (Some(print), Some(theirs));
        // The draft is one of what is in the file now.
        self.keep_draft();
        self.say_of_now(self.words.say("merged", &args([("conflicts", conflicts.into())])));
        self.notes.extend(notes);
    }

    /// What is said of a merge: the first conflicts one by one, with what the file has, and what was kept apart.
    fn merge_notes(&self, merged: &Merged) -> Vec<String> {
        let words = &self.words;
        let told = merged.conflicts.iter().take(MOST_TOLD).map(|conflict| {
            let place = conflict_place(words, merged, conflict);
            let what = conflict_text(words, merged, conflict);
            let told = words.say("conflict-told", &args([("place", place.into()), ("what", what.into())]));
            let values = conflict_values(words, conflict).map(|values| format!(" {values}"));
            told + &values.unwrap_or_default()
        });
        let mut notes: Vec<String> = told.collect();
        let apart = merged.kept_apart.as_slice();
        if !apart.is_empty() {
            let mut told = vec![words.say("merge-apart", &args([("count", apart.len().into())]))];
            told.extend(apart.iter().take(MOST_TOLD).map(|apart| kept_apart_text(words, merged, apart)));
            notes.push(told.join(" "));
        }
        notes
    }
}

fn read(keeper: &Keeper, file: &Path) -> Option<(Arc<Map>, Fingerprint)> {
    let (bytes, print) = keeper.read(file).ok()?;
    Some((Arc::new(sound(&bytes)?), print))
}
