//! Saving the map that is open, one save after the other, and what is asked where something is in the way.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::document::{Source, State};
use super::job::{Job, Poll};
use super::keeping::{About, Autosave, Claim, Fingerprint, Saved};
use super::saving_as::{self, NotSaved, Over};
use super::{Document, Keeper, Session};
use crate::format::jisr::write;
use crate::model::Map;
use crate::words::args;

/// What lies in the way of something, until somebody has answered.
#[derive(Debug, Clone, PartialEq)]
pub enum Question {
    /// The map is not saved: what is to become of it before something else is done?
    Unsaved(After),
    /// Somebody else has changed the file since it was opened.
    Changed(PathBuf),
    /// There are drafts of the file that is open.
    Drafts,
    /// There is a file already where the map is to be saved.
    Exists {
        /// The file as it would be written.
        path: PathBuf,
        /// What it is like.
        there: Option<Fingerprint>,
    },
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
    /// Recover a draft.
    Recover(usize),
    /// Open a version of a map as a new one.
    OpenMap(Arc<Map>),
    /// Close the window.
    Quit,
}

/// How the map that is open is kept.
#[derive(Default)]
pub struct Kept {
    /// Its file, whole and with links followed.
    pub(super) target: Option<PathBuf>,
    /// What its file was like when it was read or written last.
    pub(super) print: Option<Fingerprint>,
    /// What that file held: what we and others begin with, should others change it too.
    pub(super) base: Option<Arc<Map>>,
    pub(super) autosave: Option<Autosave>,
    pub(super) claim: Option<Claim>,
    /// What was said of drafts that can't be written, as long as that is so.
    pub(super) told: Option<String>,
}

impl Kept {
    /// Of a file that was just read.
    pub(super) fn of(keeper: &Keeper, path: &Path, print: Fingerprint) -> Self {
        Self { target: Some(keeper.whole(path)), print: Some(print), ..Self::default() }
    }
}

/// What is being saved, and what waits for that: never two at a time, or the older one might end up on the disk.
#[derive(Default)]
pub struct Saves {
    running: Option<Running>,
    waiting: VecDeque<Wanted>,
    /// What was said of saves that failed, until one has worked.
    failed: Vec<String>,
}

/// Something that is to be saved, as it was when that was asked for.
#[derive(Clone)]
struct Wanted {
    to: To,
    opened: u64,
    state: State,
    map: Arc<Map>,
    /// How many changes the draft was told of by then.
    told: u64,
}

/// Where something is saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum To {
    /// Where the map is by then: a save elsewhere may come first.
    Where,
    /// In that file, over whatever is there, since somebody was asked.
    Over(PathBuf),
    /// In that file, over what was there when somebody was asked.
    OverThis(PathBuf, Option<Fingerprint>),
    /// In that file, which is not there yet.
    New(PathBuf),
}

/// A save under way.
struct Running {
    wanted: Wanted,
    path: PathBuf,
    over: Over,
    since: Instant,
    job: Job<Result<Saved, Box<NotSaved>>>,
}

/// What ends the program waits so long for what is being written.
const LAST_WAIT: Duration = Duration::from_secs(20);

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
        self.both.is_none() && self.document.as_ref().is_some_and(Document::is_changed)
    }

    /// Whether saving is under way.
    pub fn is_saving(&self) -> bool {
        self.saves.running.is_some() || !self.saves.waiting.is_empty()
    }

    /// The file that is being saved, where that takes longer than a moment.
    pub fn is_saving_long(&self) -> Option<&Path> {
        let running = self.saves.running.as_ref()?;
        (running.since.elapsed() > Duration::from_millis(400)).then_some(running.path.as_path())
    }

    /// Whether what is in the window is what is being saved, or waits for that.
    fn is_being_saved(&self) -> bool {
        let Some(document) = &self.document else { return false };
        let running = self.saves.running.iter().map(|running| &running.wanted);
        running
            .chain(&self.saves.waiting)
            .any(|wanted| (wanted.opened, wanted.state) == (document.opened, document.present_state()))
    }

    /// Begins to save, beside the window; while something else is being saved, this waits. What stood in the file before is
    /// kept as a version. A file that somebody else has changed meanwhile is not overwritten: that is asked first.
    pub fn save(&mut self, path: &Path) {
        if self.file() == Some(path) {
            self.save_to(To::Where);
        } else {
            self.save_as(path);
        }
    }

    /// Saves over what somebody else has saved; that is kept as a version.
    pub fn save_anyway(&mut self, path: &Path) {
        self.save_to(To::Over(path.to_owned()));
    }

    pub(super) fn save_to(&mut self, to: To) {
        if self.both.is_some() || self.merging.is_some() {
            let why = if self.both.is_some() { "both-refuses" } else { "merge-not-done" };
            self.say_of_now(self.words.text(why));
            return;
        }
        let Some(document) = &self.document else { return };
        let wanted = Wanted {
            to,
            opened: document.opened,
            state: document.present_state(),
            map: Arc::clone(document.map()),
            told: self.kept.autosave.as_ref().map_or(0, Autosave::told),
        };
        // What is typed next is another step: this one may lie in a file soon.
        self.burst = None;
        match self.saves.waiting.back_mut().filter(|last| last.to == wanted.to) {
            Some(last) => *last = wanted,
            None => self.saves.waiting.push_back(wanted),
        }
        self.save_next();
    }

    fn save_next(&mut self) {
        if self.saves.running.is_some() {
            return;
        }
        let Some(wanted) = self.saves.waiting.pop_front() else { return };
        let is_open = self.document.as_ref().is_some_and(|document| document.opened == wanted.opened);
        let own = self.file().filter(|_| is_open).map(|own| (own.to_owned(), self.kept.print));
        let (path, over) = match (&wanted.to, own) {
            (To::Over(path), _) => (path.clone(), Over::Own(None)),
            (To::OverThis(path, there), _) => (path.clone(), Over::Other(*there)),
            (To::New(path), own) => (path.clone(), Over::Nothing(own)),
            (To::Where, Some((path, print))) => (path, Over::Own(print)),
            // That map is open no more, and has no place of its own.
            (To::Where, None) => return self.save_next(),
        };
        let (keeper, to, map) = (self.keeper.clone(), path.clone(), Arc::clone(&wanted.map));
        let may_go = over.clone();
        let job = Job::start(Arc::clone(&self.wake), move |_| {
            #[cfg(test)]
            super::breakdowns::tests::break_on_purpose(&map, "save");
            saving_as::save(&keeper, &to, &write(&map), &may_go)
        });
        self.saves.running = Some(Running { wanted, path, over, since: Instant::now(), job });
    }

    /// Takes in what came of saving.
    pub(super) fn poll_saving(&mut self) {
        let Some(running) = self.saves.running.take() else { return };
        match running.job.poll() {
            Poll::Working(_) => self.saves.running = Some(running),
            Poll::Done(Ok(saved)) => self.saved(running.wanted, running.path, saved),
            Poll::Done(Err(not_saved)) => self.not_saved(&running, &not_saved),
            Poll::Lost(breakdown) => {
                self.stays();
                self.broke_down("save-lost", &breakdown);
            }
        }
        self.save_next();
    }

    fn saved(&mut self, wanted: Wanted, path: PathBuf, saved: Saved) {
        let failed = std::mem::take(&mut self.saves.failed);
        self.notes.retain(|note| !failed.contains(note));
        let file = || ("file", path.display().to_string().into());
        if let Some(trouble) = saved.not_kept {
            let why = args([file(), ("why", trouble.reason(&self.words).into())]);
            self.save_failed_beside(self.words.say("version-not-kept", &why));
        }
        if saved.other_names > 0 {
            let count = usize::try_from(saved.other_names).unwrap_or(usize::MAX);
            self.notes.push(self.words.say("other-names", &args([file(), ("count", count.into())])));
        }
        self.recent.add(&path);
        let Some(document) = self.document.as_mut().filter(|document| document.opened == wanted.opened)
        else {
            return;
        };
        if self.kept.claim.is_none() || self.kept.target.as_ref() != Some(&saved.target) {
            // Given up first, should it be the same one.
            self.kept.claim = None;
            self.kept.claim = Some(self.keeper.claim(&path));
        }
        document.is_saved(Source::File(path), wanted.state);
        let is_changed = document.is_changed();
        let target = Some(saved.target);
        (self.kept.print, self.kept.base, self.kept.target) =
            (Some(saved.print), Some(wanted.map), target.clone());
        if let Some(autosave) = &self.kept.autosave {
            let told = if is_changed { wanted.told } else { u64::MAX };
            autosave.saved(About { path: target, print: self.kept.print }, told);
        }
        if is_changed {
            // What was changed while it was being saved is in no file yet.
            self.keep_draft();
            if !self.is_being_saved() && !self.gives_up {
                self.question = self.after.take().map(Question::Unsaved).or(self.question.take());
            }
        }
    }

    fn not_saved(&mut self, running: &Running, not_saved: &NotSaved) {
        let Running { wanted, path, over, .. } = running;
        let trouble = &not_saved.trouble;
        let is_open = self.document.as_ref().is_some_and(|document| document.opened == wanted.opened);
        if let Some(left) = trouble.left().filter(|_| is_open && self.file() == Some(path)) {
            // It is ours, although nobody can be sure that it will stay.
            (self.kept.print, self.kept.base) = (Some(left), Some(Arc::clone(&wanted.map)));
        }
        if let Some(question) = saving_as::question(path, over, not_saved) {
            // Whatever else was to be saved there would meet the same.
            self.saves.waiting.retain(|next| next.to != wanted.to);
            if is_open && self.saves.waiting.is_empty() {
                self.question = Some(question);
                return;
            }
        }
        self.save_failed(trouble.text(&self.words));
    }

    /// What waited for that save waits no longer.
    fn save_failed(&mut self, note: String) {
        (self.after, self.gives_up) = (None, false);
        self.save_failed_beside(note);
    }

    fn save_failed_beside(&mut self, note: String) {
        self.notes.retain(|known| *known != note);
        self.notes.push(note.clone());
        self.saves.failed.push(note);
    }

    /// Does something that closes the map; waits where it is being saved, and asks first where it is not saved. Whether it can
    /// be done at once.
    pub fn may_close(&mut self, after: After) -> bool {
        let is_unsaved = self.is_unsaved();
        if self.is_saving() && (self.is_being_saved() || !is_unsaved) {
            self.after = Some(after);
            return false;
        }
        if is_unsaved {
            self.question = Some(Question::Unsaved(after));
            return false;
        }
        true
    }

    /// What is open is not saved again before something is done. What is being saved already is waited for: whether that is
    /// over.
    pub fn gives_up_for(&mut self, after: &After) -> bool {
        self.saves.waiting.clear();
        let is_over = !self.is_saving();
        if !is_over {
            (self.after, self.gives_up) = (Some(after.clone()), true);
        }
        is_over
    }

    /// What was to be done once the map is saved, now that nothing is in its way any more.
    pub fn what_waited(&mut self) -> Option<After> {
        let is_in_the_way = self.is_saving()
            || self.merging.is_some()
            || self.question.is_some()
            || (self.is_unsaved() && !self.gives_up);
        if is_in_the_way {
            return None;
        }
        self.gives_up = false;
        self.after.take()
    }

    /// There is another draft from now on, which knows nothing of the changes that are being saved.
    pub(super) fn forget_told(&mut self) {
        let running = self.saves.running.iter_mut().map(|running| &mut running.wanted);
        running.chain(&mut self.saves.waiting).for_each(|wanted| wanted.told = 0);
    }

    /// Nothing waits any more for the map to be saved.
    pub fn stays(&mut self) {
        (self.after, self.gives_up) = (None, false);
    }
}

/// Whatever ends the session, what is being written is written to its end.
impl Drop for Session {
    fn drop(&mut self) {
        self.kept.autosave = None;
        self.keeper.wait_for_saves(LAST_WAIT);
    }
}
