//! Saving the map that is open, keeping a draft of what is not saved yet, and what is asked where something is in the way.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::document::Source;
use super::job::{Job, Poll};
use super::keeping::{
    About, Autosave, Claim, Draft, Expect, Fingerprint, Pace, Saved, Trouble, Why, conflict_place,
    conflict_text, kept_apart_text,
};
use super::{Document, Session, building};
use crate::format::jisr::{read, write};
use crate::model::Map;
use crate::model::merge::merge;
use crate::words::args;

/// So many conflicts, and things kept apart, are told one by one after a merge.
const MOST_TOLD: usize = 5;

/// What lies in the way of something, until somebody has answered.
#[derive(Debug, Clone, PartialEq)]
pub enum Question {
    /// The map is not saved: what is to become of it before something else is done?
    Unsaved(After),
    /// Somebody else has changed the file since it was opened.
    Changed(PathBuf),
}

/// What is done once the map is saved, or given up.
#[derive(Debug, Clone, PartialEq)]
pub enum After {
    /// Back to the welcome page.
    Welcome,
    /// Open that file.
    Open(PathBuf),
    /// Open a sample or a template.
    OpenStarter(Source),
    /// Let somebody pick a file.
    Pick,
    /// Close the window.
    Quit,
}

/// How the map that is open is kept.
#[derive(Default)]
pub struct Kept {
    /// What its file was like when it was read or written last.
    pub(super) print: Option<Fingerprint>,
    /// What that file held: what we and others begin with, should others change it too.
    base: Option<Arc<Map>>,
    pub(super) autosave: Option<Autosave>,
    claim: Option<Claim>,
    /// Whether it was said that no draft can be written.
    is_told: bool,
}

/// Saving under way: as which step of the history, and where.
pub(super) struct Saving {
    step: usize,
    map: Arc<Map>,
    path: PathBuf,
    job: Job<Result<Saved, Trouble>>,
}

impl Session {
    /// Where the map would be saved without asking; `None` where somebody has to say so first.
    pub fn file(&self) -> Option<&Path> {
        match &self.document.as_ref()?.source {
            Source::File(path) => Some(path),
            Source::Sample(_) | Source::Template(_) => None,
        }
    }

    /// Whether something is open that was changed and not saved.
    pub fn is_unsaved(&self) -> bool {
        self.document.as_ref().is_some_and(Document::is_changed)
    }

    /// Whether saving is under way.
    pub fn is_saving(&self) -> bool {
        self.saving.is_some()
    }

    /// Begins to save, beside the window. What stood in the file before is kept as a version. A file that somebody else has
    /// changed meanwhile is not overwritten: that is asked first.
    pub fn save(&mut self, path: &Path) {
        let is_ours = self.file() == Some(path);
        let expect = if is_ours { self.kept.print } else { None };
        self.save_over(path, expect);
    }

    fn save_over(&mut self, path: &Path, expect: Option<Fingerprint>) {
        let Some(document) = &self.document else { return };
        let (map, keeper, to) = (Arc::clone(document.map()), self.keeper.clone(), path.to_owned());
        let written = Arc::clone(&map);
        let job = Job::start(Arc::clone(&self.wake), move |_| {
            #[cfg(test)]
            super::breakdowns::tests::break_on_purpose(&written, "save");
            // Where somebody picked a file by the dialog, the dialog has asked whether it may go.
            keeper.save(&to, &write(&written), expect.as_ref().map_or(Expect::Anything, Expect::This))
        });
        let step = document.history().position();
        self.saving = Some(Saving { step, map, path: path.to_owned(), job });
    }

    /// Says once that no draft can be written, as long as that is so.
    pub(super) fn poll_autosave(&mut self) {
        let trouble = self.kept.autosave.as_ref().and_then(Autosave::trouble);
        if let Some(trouble) = trouble.as_ref().filter(|_| !self.kept.is_told) {
            let why = args([("why", trouble.text(&self.words).into())]);
            self.notes.push(self.words.say("draft-not-kept", &why));
        }
        self.kept.is_told = trouble.is_some();
    }

    /// Takes in what came of saving.
    pub(super) fn poll_saving(&mut self) {
        let Some(Saving { step, map, path, job }) = self.saving.take() else { return };
        match job.poll() {
            Poll::Working(_) => self.saving = Some(Saving { step, map, path, job }),
            Poll::Done(Ok(saved)) => self.saved((step, map), path, saved),
            Poll::Done(Err(trouble)) if trouble.why() == Why::Changed => {
                self.question = Some(Question::Changed(path));
            }
            Poll::Done(Err(trouble)) => {
                self.after = None;
                self.notes.push(trouble.text(&self.words));
            }
            Poll::Lost(breakdown) => {
                self.after = None;
                self.broke_down("save-lost", &breakdown);
            }
        }
    }

    fn saved(&mut self, (step, map): (usize, Arc<Map>), path: PathBuf, saved: Saved) {
        let Some(document) = &mut self.document else { return };
        if self.kept.claim.is_none() || document.source != Source::File(path.clone()) {
            self.kept.claim = Some(self.keeper.claim(&path));
        }
        document.is_saved(Source::File(path.clone()), step);
        (self.kept.print, self.kept.base) = (Some(saved.print), Some(map));
        if let Some(trouble) = saved.not_kept {
            self.notes.push(trouble.text(&self.words));
        }
        self.recent.add(&path);
        if let Some(autosave) = &self.kept.autosave {
            autosave.saved(About { path: Some(path), print: self.kept.print });
        }
        // What was changed while it was being saved is in no file yet.
        self.keep_draft();
    }

    /// Begins to keep a draft of what was just opened.
    pub(super) fn keep(&mut self, print: Option<Fingerprint>) {
        let path = self.file().map(Path::to_owned);
        let claim = path.as_ref().map(|path| self.keeper.claim(path));
        if matches!(claim, Some(Claim::Theirs)) {
            self.notes.push(self.words.text("open-elsewhere"));
        }
        let about = About { path, print };
        let autosave =
            self.settings.keeps_drafts.then(|| Autosave::start(&self.keeper, about, Pace::default()));
        let base = self.document.as_ref().map(|document| Arc::clone(document.map()));
        self.kept = Kept { print, base, claim, autosave, is_told: false };
    }

    /// Keeps drafts of unsaved work from now on, or throws away the one that there is and keeps none.
    pub fn keep_drafts(&mut self, keeps: bool) {
        self.settings.keeps_drafts = keeps;
        let Some(document) = &self.document else { return };
        if !keeps {
            if let Some(autosave) = self.kept.autosave.take() {
                autosave.discard();
            }
        } else if self.kept.autosave.is_none() {
            let path = match &document.source {
                Source::File(path) => Some(path.clone()),
                Source::Sample(_) | Source::Template(_) => None,
            };
            let about = About { path, print: self.kept.print };
            self.kept.autosave = Some(Autosave::start(&self.keeper, about, Pace::default()));
            self.keep_draft();
        }
    }

    /// The map has changed: a draft of it is written soon.
    pub(super) fn keep_draft(&self) {
        let (Some(document), Some(autosave)) = (&self.document, &self.kept.autosave) else { return };
        if document.is_changed() {
            let map = Arc::clone(document.map());
            autosave.changed(move || write(&map));
        } else {
            autosave.saved(About { path: self.file().map(Path::to_owned), print: self.kept.print });
        }
    }

    /// Gives up what was not saved.
    pub(super) fn give_up(&mut self) {
        if let Some(autosave) = std::mem::take(&mut self.kept).autosave
            && self.is_unsaved()
        {
            autosave.discard();
        }
    }

    /// Does something that closes the map; asks first where it is not saved. Whether it can be done at once.
    pub fn may_close(&mut self, after: After) -> bool {
        if self.is_unsaved() {
            self.question = Some(Question::Unsaved(after));
            return false;
        }
        true
    }

    /// Recovers a draft: the map as it was worked on last.
    pub fn recover(&mut self, number: usize) {
        if number >= self.drafts.len() {
            return;
        }
        let draft = self.drafts.remove(number);
        let Some(map) = draft.map.clone() else { return };
        self.revisions += 1;
        let source = draft.about.path.clone().map_or(Source::Template("blank"), Source::File);
        let print = draft.about.print;
        let mut document = Document::new(source, map, Vec::new(), self.revisions);
        document.is_recovered();
        self.show(document);
        let claim = self.file().map(|path| self.keeper.claim(path));
        let held = self.file().zip(print.as_ref()).and_then(|(path, print)| self.keeper.held(path, print));
        let base = held.and_then(|bytes| sound(&bytes)).map(Arc::new);
        let autosave = Some(Autosave::resume(draft, Pace::default()));
        self.kept = Kept { print, base, claim, autosave, is_told: false };
    }

    /// Throws a draft away.
    pub fn discard_draft(&mut self, number: usize) {
        if number < self.drafts.len()
            && let Err(trouble) = self.drafts.remove(number).discard()
        {
            self.notes.push(trouble.text(&self.words));
        }
    }

    /// Looks for drafts of programs that are no longer there, beside the window.
    pub fn look_for_drafts(&mut self) {
        let keeper = self.keeper.clone();
        self.seeking = Some(Job::start(Arc::clone(&self.wake), move |_| keeper.drafts()));
    }

    /// Takes in the drafts that were found.
    pub(super) fn poll_drafts(&mut self) {
        match self.seeking.as_ref().map(Job::<Vec<Draft>>::poll) {
            Some(Poll::Done(drafts)) => (self.drafts, self.seeking) = (drafts, None),
            Some(Poll::Lost(breakdown)) => {
                self.seeking = None;
                self.broke_down("breakdown-drafts", &breakdown);
            }
            Some(Poll::Working(_)) | None => {}
        }
    }

    /// The file was changed by somebody else: both changes are put together, as one step that can be taken back; where
    /// both changed the same, ours stays and that is said. Nothing is saved yet.
    pub fn merge_with_file(&mut self, path: &Path) {
        let Some(document) = &self.document else { return };
        let read = self.keeper.read(path).ok();
        let theirs = read.and_then(|(bytes, print)| Some((sound(&bytes)?, print)));
        let (Some(base), Some((theirs, print))) = (&self.kept.base, theirs) else {
            self.notes.push(self.words.text("merge-unreadable"));
            return;
        };
        let merged = merge(base, document.map(), &theirs);
        let count = merged.conflicts.len();
        self.notes.push(self.words.say("merged", &args([("conflicts", count.into())])));
        for conflict in merged.conflicts.iter().take(MOST_TOLD) {
            let place = conflict_place(&self.words, &merged, conflict);
            let what = conflict_text(&self.words, &merged, conflict);
            let told = [("place", place.into()), ("what", what.into())];
            self.notes.push(self.words.say("conflict-told", &args(told)));
        }
        let apart = merged.kept_apart.as_slice();
        if !apart.is_empty() {
            let mut told = vec![self.words.say("merge-apart", &args([("count", apart.len().into())]))];
            told.extend(
                apart.iter().take(MOST_TOLD).map(|apart| kept_apart_text(&self.words, &merged, apart)),
            );
            self.notes.push(told.join(" "));
        }
        let named = building::whole::replace(document.map(), merged.map);
        (self.kept.print, self.kept.base) = (Some(print), Some(Arc::new(theirs)));
        if let Err(refusal) = self.edit(named) {
            self.notes.push(refusal.0);
        }
    }

    /// Saves over what somebody else has saved; that is kept as a version.
    pub fn save_anyway(&mut self, path: &Path) {
        self.save_over(path, None);
    }
}

/// A map, if it is one that may be worked with.
fn sound(bytes: &[u8]) -> Option<Map> {
    read(bytes).ok().and_then(|reading| reading.sound().ok())
}
