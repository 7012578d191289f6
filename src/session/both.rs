//! A draft and its file, looked at by turns before somebody decides between them. Until then neither is changed.

use std::mem;

use super::keeping::{Draft, changes_text};
use super::saving::Question;
use super::{Document, Session, carry};

/// Two states of one map.
pub struct Both {
    draft: Draft,
    /// The one that is not in the window.
    other: Document,
    /// Whether the one in the window is the draft.
    is_draft: bool,
    /// What differs, a line for each thing.
    changes: Vec<String>,
}

/// What becomes of a draft and its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chosen {
    /// The draft is worked on.
    Draft,
    /// The file is worked on, and the draft thrown away.
    File,
    /// That is decided later: the file is open, and the draft is kept.
    Later,
}

impl Session {
    /// Shows a draft of the file that is open beside that: one at a time, until somebody decides.
    pub fn look_at_both(&mut self, number: usize) {
        let is_here = self.drafts_here().contains(&number) && !self.is_unsaved() && !self.is_saving();
        if !is_here || self.both.is_some() || self.drafts[number].map.is_none() {
            return;
        }
        let draft = self.drafts.remove(number);
        let (Some(map), Some(file)) = (draft.map.clone(), self.document.take()) else { return };
        self.revisions += 1;
        let changes = changes_text(&self.words, file.map(), &map);
        let other = Document::new(file.source.clone(), map, Vec::new(), self.revisions);
        self.document = Some(file);
        self.question = None;
        self.both = Some(Both { draft, other, is_draft: false, changes });
        self.show_other();
    }

    /// Shows the other one. What was looked at stays looked at.
    pub fn show_other(&mut self) {
        let (Some(both), Some(document)) = (&mut self.both, &mut self.document) else { return };
        self.look = carry::carried(&self.look, &document.analysis, &both.other.analysis);
        mem::swap(document, &mut both.other);
        both.is_draft = !both.is_draft;
        self.shows_another();
    }

    /// Whether a draft and its file are looked at and, if so, whether the draft is in the window.
    pub fn looks_at_both(&self) -> Option<bool> {
        self.both.as_ref().map(|both| both.is_draft)
    }

    /// The draft that is looked at beside its file, and what differs, a line for each thing.
    pub fn draft_looked_at(&self) -> Option<(&Draft, &[String])> {
        self.both.as_ref().map(|both| (&both.draft, both.changes.as_slice()))
    }

    /// Decides.
    pub fn choose_of_both(&mut self, chosen: Chosen) {
        if self.looks_at_both() == Some(true) {
            self.show_other();
        }
        let Some(both) = self.both.take() else { return };
        self.drafts.push(both.draft);
        let number = self.drafts.len() - 1;
        match chosen {
            Chosen::Draft => self.recover(number),
            Chosen::File => self.discard_draft(number),
            Chosen::Later => {}
        }
        let others = self.document.as_ref().is_some_and(|document| !document.is_changed());
        if chosen == Chosen::File && others && !self.drafts_here().is_empty() {
            self.question = Some(Question::Drafts);
        }
    }

    /// Another document is in the window, of which nothing was worked out yet.
    fn shows_another(&mut self) {
        self.proposals = super::Proposals::default();
        self.routes = None;
        self.answering = None;
        self.burst = None;
        self.proposals.start_if_quick(self.document.as_ref().map(|document| &document.analysis), &self.wake);
    }
}
