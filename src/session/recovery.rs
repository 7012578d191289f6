//! Drafts of what is not saved: keeping one of the map that is open, and offering those that were left behind.

use std::sync::Arc;

use super::document::Source;
use super::job::{Job, Poll};
use super::keeping::{About, Autosave, Claim, Draft, Fingerprint, Original, Pace};
use super::saving::{Kept, Question};
use super::{Document, Session};
use crate::format::jisr::{read, write};
use crate::model::Map;
use crate::model::merge::Difference;
use crate::words::args;

impl Session {
    /// Says that no draft can be written, as long as that is so.
    pub(super) fn poll_autosave(&mut self) {
        let trouble = self.kept.autosave.as_ref().and_then(Autosave::trouble);
        let note = trouble.map(|trouble| {
            let why = args([("why", trouble.reason(&self.words).into())]);
            self.words.say("draft-not-kept", &why)
        });
        if note != self.kept.told {
            self.notes.retain(|known| Some(known) != self.kept.told.as_ref());
            self.notes.extend(note.clone());
            self.kept.told = note;
        }
    }

    /// Begins to keep a draft of what was just opened.
    pub(super) fn keep(&mut self, kept: Kept) {
        let claim = kept.target.as_ref().map(|path| self.keeper.claim(path));
        if matches!(claim, Some(Claim::Theirs)) {
            self.notes.push(self.words.text("open-elsewhere"));
        }
        let about = About { path: kept.target.clone(), print: kept.print };
        let autosave =
            self.settings.keeps_drafts.then(|| Autosave::start(&self.keeper, about, Pace::default()));
        let base = self.document.as_ref().map(|document| Arc::clone(document.map()));
        self.kept = Kept { base, autosave, claim, ..kept };
    }

    /// Keeps drafts of unsaved work, and versions of what is saved over, from now on; or throws away the draft that there is and
    /// keeps none of either. Versions that are there stay until somebody deletes them.
    pub fn keep_drafts(&mut self, keeps: bool) {
        self.settings.keeps_drafts = keeps;
        self.keeper = self.keeper.clone().keeping_versions(keeps);
        if self.document.is_none() {
            return;
        }
        if !keeps {
            self.discard_own_draft();
        } else if self.kept.autosave.is_none() {
            self.forget_told();
            self.kept.autosave = Some(Autosave::start(&self.keeper, self.about(), Pace::default()));
            self.keep_draft();
        }
    }

    /// What a draft of the map that is open is one of.
    fn about(&self) -> About {
        About { path: self.kept.target.clone(), print: self.kept.print }
    }

    /// The map has changed: a draft of it is written soon.
    pub(super) fn keep_draft(&self) {
        let (Some(document), Some(autosave)) = (&self.document, &self.kept.autosave) else { return };
        if document.is_changed() {
            let map = Arc::clone(document.map());
            autosave.is_of(self.about());
            autosave.changed(move || write(&map));
        } else {
            autosave.saved(self.about(), u64::MAX);
        }
    }

    /// Gives up what was not saved.
    pub(super) fn give_up(&mut self) {
        if self.is_unsaved() {
            self.discard_own_draft();
        }
        self.both = None;
        let told = std::mem::take(&mut self.kept).told;
        self.notes.retain(|note| Some(note) != told.as_ref());
    }

    /// The disk may be slow: nobody waits for the draft to go, but the end of the program.
    fn discard_own_draft(&mut self) {
        if let Some(autosave) = self.kept.autosave.take() {
            self.keeper.beside(move || autosave.discard());
        }
    }

    /// Recovers a draft: the map as it was worked on last.
    pub fn recover(&mut self, number: usize) {
        let is_readable = self.drafts.get(number).is_some_and(|draft| draft.map.is_some());
        if !is_readable {
            return;
        }
        let mut draft = self.drafts.remove(number);
        let Some(map) = draft.map.clone() else { return };
        if draft.is_moved && self.is_moved_here(&draft) {
            draft.about = self.about();
        }
        self.revisions += 1;
        let (target, print) = (draft.about.path.clone(), draft.about.print);
        let source = target.clone().map_or(Source::Template("blank"), Source::File);
        let mut document = Document::new(source, map, Vec::new(), self.revisions);
        document.is_recovered();
        self.question = None;
        self.give_up();
        self.offered = Some(document.opened);
        self.show(document);
        let claim = target.as_ref().map(|path| self.keeper.claim(path));
        let held = target.as_ref().zip(print.as_ref());
        let base = held.and_then(|(path, print)| self.keeper.held(path, print));
        let base = base.and_then(|bytes| sound(&bytes)).map(Arc::new);
        // Where drafts are not kept any more this one stays until the map is saved: it was asked for when that was otherwise.
        let autosave = Some(Autosave::resume(draft, Pace::default()));
        self.kept = Kept { target, print, base, claim, autosave, told: None };
    }

    /// Throws a draft away.
    pub fn discard_draft(&mut self, number: usize) {
        if number < self.drafts.len()
            && let Err(trouble) = self.drafts.remove(number).discard()
        {
            let why = args([("why", trouble.reason(&self.words).into())]);
            self.notes.push(self.words.say("draft-not-gone", &why));
        }
        if self.question == Some(Question::Drafts) && self.drafts_here().is_empty() {
            self.question = None;
        }
    }

    /// Looks for drafts of programs that are no longer there, beside the window.
    pub fn look_for_drafts(&mut self) {
        let (keeper, recent) = (self.keeper.clone(), self.recent.paths.clone());
        self.seeking = Some(Job::start(Arc::clone(&self.wake), move |_| {
            keeper.tidy();
            keeper.drafts_among(&recent)
        }));
    }

    /// Takes in the drafts that were found. Those that are here already are held, and not found again.
    pub(super) fn poll_drafts(&mut self) {
        match self.seeking.as_ref().map(Job::<Vec<Draft>>::poll) {
            Some(Poll::Done(drafts)) => {
                self.drafts.extend(drafts);
                self.seeking = None;
                self.offer_drafts();
            }
            Some(Poll::Lost(breakdown)) => {
                self.seeking = None;
                self.broke_down("breakdown-drafts", &breakdown);
            }
            Some(Poll::Working(_)) | None => {}
        }
    }

    /// The drafts of the file that is open, by their places.
    pub fn drafts_here(&self) -> Vec<usize> {
        (0..self.drafts.len()).filter(|at| self.is_here(&self.drafts[*at])).collect()
    }

    fn is_here(&self, draft: &Draft) -> bool {
        let is_same = draft.about.path.is_some() && draft.about.path == self.kept.target;
        is_same || self.is_moved_here(draft)
    }

    /// Whether the file of a draft is not there any more, and the one that is open holds what it held.
    fn is_moved_here(&self, draft: &Draft) -> bool {
        let is_away = matches!(draft.original, Original::Gone | Original::New);
        let prints = draft.about.print.zip(self.kept.print);
        let is_same = |(draft, here): (Fingerprint, Fingerprint)| {
            (draft.bytes, draft.digest) == (here.bytes, here.digest)
        };
        is_away && self.kept.target.is_some() && prints.is_some_and(is_same)
    }

    /// Asks what becomes of the drafts of the file that is open, once each time that it is opened, and says that there are
    /// drafts of others.
    pub(super) fn offer_drafts(&mut self) {
        let Some(document) = self.document.as_ref().filter(|_| self.both.is_none()) else { return };
        let (opened, there) = (document.opened, Arc::clone(document.map()));
        if self.offered == Some(opened) {
            return;
        }
        self.offered = Some(opened);
        let here = self.drafts_here();
        let moved: Vec<usize> =
            here.iter().copied().filter(|at| self.is_moved_here(&self.drafts[*at])).collect();
        for at in moved {
            let draft = &mut self.drafts[at];
            draft.is_moved = true;
            draft.difference = draft.map.as_ref().map(|map| Difference::between(&there, map));
        }
        if !here.is_empty() && self.question.is_none() {
            self.question = Some(Question::Drafts);
        }
        let others = self.drafts.len() - here.len();
        if others > 0 && !self.told_of_others {
            self.told_of_others = true;
            self.notes.push(self.words.say("drafts-of-others", &args([("count", others.into())])));
        }
    }
}

/// A map, if it is one that may be worked with.
pub(super) fn sound(bytes: &[u8]) -> Option<Map> {
    read(bytes).ok().and_then(|reading| reading.sound().ok())
}
