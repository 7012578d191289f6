//! Changing the map that is open: every change is a named edit in a history without limit, and the answers follow.

use super::Session;
use super::building::{Named, Refusal};
use crate::model::Refused;
use crate::words::problem_text;

impl Session {
    /// Changes the map. A change that would leave it with something wrong is refused, in words.
    pub fn edit(&mut self, named: Named) -> Result<(), Refusal> {
        self.burst = None;
        self.change(named, false)
    }

    /// The same as a part of what was done last, where that was of the same burst: a word as it is typed, say.
    pub fn edit_on(&mut self, named: Named, burst: u64) -> Result<(), Refusal> {
        let goes_on = self.burst == Some(burst);
        let done = self.change(named, goes_on);
        self.burst = Some(burst);
        done
    }

    /// Takes the last change back.
    pub fn undo(&mut self) {
        if let Some(step) = self.position().and_then(|position| position.checked_sub(1)) {
            self.go_to(step);
        }
    }

    /// Does again what was taken back last.
    pub fn redo(&mut self) {
        if let Some(position) = self.position() {
            self.go_to(position + 1);
        }
    }

    /// Goes back or on in the history, to where so many of its steps are done.
    pub fn go_to(&mut self, step: usize) {
        self.burst = None;
        if self.both.is_some() {
            return;
        }
        let Some(document) = &mut self.document else { return };
        // The steps of a history fit the map they were made on.
        if document.go_to(step).is_ok() {
            self.refresh();
        }
    }

    /// What would be taken back, and what would be done again, in words.
    pub fn next_steps(&self) -> (Option<String>, Option<String>) {
        let Some(document) = &self.document else { return (None, None) };
        let history = document.history();
        let name = |step: usize| history.name(step).map(|deed| deed.text(&self.words));
        (history.position().checked_sub(1).and_then(name), name(history.position()))
    }

    fn position(&self) -> Option<usize> {
        self.document.as_ref().map(|document| document.history().position())
    }

    fn change(&mut self, named: Named, goes_on: bool) -> Result<(), Refusal> {
        if self.both.is_some() {
            return Err(Refusal(self.words.text("both-refuses")));
        }
        let Some(document) = &mut self.document else { return Ok(()) };
        match document.edit(named, goes_on) {
            Ok(()) => {
                self.refresh();
                Ok(())
            }
            Err(Refused::Place(_)) => Err(Refusal(self.words.text("edit-outdated"))),
            Err(Refused::Invalid(problems)) => {
                let first = problems.first().map(|problem| problem_text(&self.words, problem));
                Err(Refusal(first.unwrap_or_else(|| self.words.text("edit-outdated"))))
            }
        }
    }

    /// Works the answers out anew.
    pub(super) fn refresh(&mut self) {
        self.keep_draft();
        let supposed = self.document.as_ref().map(|document| document.supposed.clone());
        if let Some(supposed) = supposed {
            self.work_out(supposed);
        }
    }
}
