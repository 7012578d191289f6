//! Autosave: a thread that writes what is being worked on to a draft, soon after it was changed, and nobody waits for it.

use std::fmt;
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::Keeper;
use super::drafts::{About, Draft};
use super::slot::Slot;
use super::trouble::{Trouble, Why};
use crate::breakdown::guarded;

/// Makes the bytes of a map. It is called by the thread that writes: no window has to wait for a large map. A map that is
/// locked is locked here too.
pub type Encode = Box<dyn Fn() -> Vec<u8> + Send>;

/// How soon a draft is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// How long changes are gathered from the first one on, where there is time for that.
    pub gather: Duration,
    /// Within how long a change is to be in its draft. Where writing takes long, less is gathered.
    pub within: Duration,
    /// After how long it is tried again when it failed.
    pub again: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        let second = Duration::from_secs(1);
        Self { gather: 2 * second, within: 5 * second, again: 5 * second }
    }
}

impl Pace {
    /// How long changes are gathered where writing took so long the last time: not long where it takes little, since whatever
    /// takes the whole program away at once, as a display that goes does, takes what is not written yet. What comes while a draft
    /// is being written waits for that and then for its own. As long as nothing was written nobody knows how long that takes: the
    /// first draft is written early.
    fn wait(self, took: Option<Duration>) -> Duration {
        let time = took.map_or(self.within / 10, |took| {
            took.saturating_mul(10)
                .max(self.within / 16)
                .min(self.within.saturating_sub(took.saturating_mul(3)))
        });
        self.gather.min(time)
    }
}

/// The draft of one open map. Dropped, it writes the last state down; only [`Self::discard`] and [`Self::saved`] take the
/// draft away.
pub struct Autosave {
    line: Arc<Line>,
    thread: Option<JoinHandle<()>>,
}

/// What the window and the thread have in common.
pub(super) struct Line {
    state: Mutex<State>,
    turn: Condvar,
    pace: Pace,
}

#[derive(Default)]
struct State {
    about: About,
    /// The newest state of the map that is in no draft yet, and the number of the change that led to it.
    newest: Option<(u64, Encode)>,
    /// When it is to be written.
    due: Option<Instant>,
    /// How many changes were told.
    told: u64,
    /// The last change that is in the draft, or is being written into it.
    held: u64,
    /// How long writing took the last time.
    took: Option<Duration>,
    /// Whether somebody waits for it.
    is_urgent: bool,
    /// Whether what is in the draft was saved.
    is_saved: bool,
    end: Option<End>,
    trouble: Option<Trouble>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Keep,
    Discard,
}

/// What the thread is to do next.
enum Task {
    Write((u64, Encode), About),
    Clear,
    End(End),
}

impl Autosave {
    /// Of a map that was just opened or made. Nothing is written before something is changed.
    pub fn start(keeper: &Keeper, about: About, pace: Pace) -> Self {
        Self::with(Writer { keeper: keeper.clone(), slot: None }, about, pace)
    }

    /// Of a map that was recovered: its draft stays until the map is saved or thrown away.
    pub fn resume(draft: Draft, pace: Pace) -> Self {
        let keeper = draft.keeper().clone();
        let Draft { about, slot, .. } = draft;
        Self::with(Writer { keeper, slot: Some(slot) }, about, pace)
    }

    fn with(writer: Writer, about: About, pace: Pace) -> Self {
        let state = Mutex::new(State { about, ..State::default() });
        let line = Arc::new(Line { state, turn: Condvar::new(), pace });
        writer.keeper.under_way.drafts(&line);
        let other_end = Arc::clone(&line);
        let run = move || writer.run(&other_end);
        let thread = std::thread::Builder::new().name("jisr draft".to_owned()).spawn(run).ok();
        Self { line, thread }
    }

    /// The map was changed. Of several states only the newest is written.
    pub fn changed(&self, encode: impl Fn() -> Vec<u8> + Send + 'static) {
        let mut state = self.line.state();
        state.told += 1;
        state.newest = Some((state.told, Box::new(encode)));
        let wait = self.line.pace.wait(state.took);
        state.due = state.due.or_else(|| Instant::now().checked_add(wait));
        self.line.turn.notify_all();
    }

    /// What the next draft is one of.
    pub fn is_of(&self, about: About) {
        self.line.state().about = about;
    }

    /// How many changes were told: what is saved now holds them all.
    pub fn told(&self) -> u64 {
        self.line.state().told
    }

    /// A file holds the map as it was after so many changes. Where nothing was changed since, the draft goes. Where something
    /// was, a draft that holds it stays until it is written anew, as one of the file as that is now.
    pub fn saved(&self, about: About, told: u64) {
        let mut state = self.line.state();
        state.about = about;
        if state.told <= told {
            (state.newest, state.due, state.is_saved) = (None, None, true);
        } else {
            state.is_saved = state.held <= told;
            state.due = Some(Instant::now());
        }
        self.line.turn.notify_all();
    }

    /// Writes the newest state now, and waits for it.
    pub fn flush(&self) -> Result<(), Trouble> {
        let is_written = self.line.wait(|| self.is_alive());
        if is_written { self.line.state().trouble.clone().map_or(Ok(()), Err) } else { Err(broken_down()) }
    }

    /// Writes the newest state now, and does not wait for it.
    pub fn hurry(&self) {
        let mut state = self.line.state();
        if state.newest.is_some() {
            state.due = Some(Instant::now());
        }
        self.line.turn.notify_all();
    }

    /// Why the newest state could not be written, as long as that is so.
    pub fn trouble(&self) -> Option<Trouble> {
        let told = self.line.state().trouble.clone();
        told.or_else(|| (!self.is_alive()).then(broken_down))
    }

    /// Throws the draft away, with all that was not saved.
    pub fn discard(mut self) {
        self.end(End::Discard);
    }

    fn is_alive(&self) -> bool {
        self.thread.as_ref().is_some_and(|thread| !thread.is_finished())
    }

    fn end(&mut self, end: End) {
        self.line.state().end.get_or_insert(end);
        self.line.turn.notify_all();
        if let Some(thread) = self.thread.take() {
            // It can only have failed by a fault of its own; the draft is as it was last written.
            let _ = thread.join();
        }
    }
}

impl Drop for Autosave {
    fn drop(&mut self) {
        self.end(End::Keep);
    }
}

/// The thread has ended by a fault of its own, or could never begin.
fn broken_down() -> Trouble {
    Trouble::new(Path::new(""), Why::Other)
}

impl fmt::Debug for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Line").finish_non_exhaustive()
    }
}

impl fmt::Debug for Autosave {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Autosave").finish_non_exhaustive()
    }
}

impl Line {
    /// A thread that fell does not take the state with it: each change of it is whole.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Asks for the newest state to be written, and waits as long as somebody `goes_on`. Whether it was.
    fn wait(&self, goes_on: impl Fn() -> bool) -> bool {
        let mut state = self.state();
        state.is_urgent = true;
        self.turn.notify_all();
        while state.is_urgent {
            if !goes_on() {
                return false;
            }
            let wait = self.turn.wait_timeout(state, Duration::from_millis(100));
            state = wait.unwrap_or_else(PoisonError::into_inner).0;
        }
        true
    }

    /// Writes the newest state now, and waits for it, but not longer than that.
    pub(super) fn flush(&self, within: Duration) {
        let start = Instant::now();
        self.wait(|| start.elapsed() < within);
    }

    /// Waits for something to do.
    fn next(&self) -> Task {
        let mut state = self.state();
        loop {
            if state.end == Some(End::Discard) {
                return Task::End(End::Discard);
            }
            if state.is_saved {
                state.is_saved = false;
                return Task::Clear;
            }
            let now = Instant::now();
            let is_due = state.is_urgent || state.end.is_some() || state.due.is_some_and(|due| due <= now);
            if is_due && let Some(newest) = state.newest.take() {
                state.due = None;
                state.held = newest.0;
                return Task::Write(newest, state.about.clone());
            }
            if let Some(end) = state.end {
                return Task::End(end);
            }
            // Whoever waited for the newest state waited for nothing: it is written.
            if state.is_urgent {
                state.is_urgent = false;
                self.turn.notify_all();
            }
            let due = state.due.filter(|_| state.newest.is_some());
            state = match due.map(|due| due.saturating_duration_since(now)) {
                Some(left) => self.turn.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0,
                None => self.turn.wait(state).unwrap_or_else(PoisonError::into_inner),
            };
        }
    }

    /// Notes what came of writing.
    fn written(&self, newest: (u64, Encode), result: Result<(), Trouble>, took: Duration) {
        let mut state = self.state();
        state.trouble = result.err();
        state.took = Some(took);
        if state.trouble.is_some() {
            // Something newer may have come meanwhile. At the end there is no other time to wait for.
            if state.newest.is_none() && state.end.is_none() {
                state.newest = Some(newest);
            }
            if state.newest.is_some() {
                state.due = Instant::now().checked_add(self.pace.again);
            }
            state.is_urgent = false;
        }
        self.turn.notify_all();
    }

    /// Notes what came of throwing a draft away.
    fn cleared(&self, result: Result<(), Trouble>) {
        self.state().trouble = result.err();
        self.turn.notify_all();
    }
}

/// What the thread has to itself.
struct Writer {
    keeper: Keeper,
    slot: Option<Slot>,
}

impl Writer {
    fn run(mut self, line: &Line) {
        loop {
            match line.next() {
                Task::Write(newest, about) => {
                    let start = Instant::now();
                    // A mistake in writing a map down is no end of keeping drafts: it is told, and tried again.
                    let result =
                        guarded(|| self.write(&about, &newest.1())).unwrap_or_else(|_| Err(broken_down()));
                    line.written(newest, result, start.elapsed());
                }
                Task::Clear => line.cleared(self.clear()),
                Task::End(end) => {
                    let slot = self.slot.take();
                    if let Some(slot) = slot.filter(|slot| slot.is_empty() || end == End::Discard) {
                        // What can't be taken away is offered at the next start, which is the lesser evil.
                        let _ = slot.end(self.keeper.disk());
                    }
                    return;
                }
            }
        }
    }

    fn write(&mut self, about: &About, bytes: &[u8]) -> Result<(), Trouble> {
        let disk = self.keeper.disk();
        let slot = match &mut self.slot {
            Some(slot) => slot,
            none => {
                let folder = self.keeper.drafts_folder();
                let folder = folder.ok_or_else(|| Trouble::new(Path::new("drafts"), Why::NoFolder))?;
                none.insert(Slot::new(disk, &folder)?)
            }
        };
        slot.write(disk, about, bytes)
    }

    fn clear(&mut self) -> Result<(), Trouble> {
        self.slot.as_mut().map_or(Ok(()), |slot| slot.clear(self.keeper.disk()))
    }
}
