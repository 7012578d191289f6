//! What is being written at this moment, so that whatever ends the program can wait for it.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, Weak};
use std::time::{Duration, Instant};

use super::Keeper;
use super::autosave::Line;

/// What is being written, and the drafts that are open.
#[derive(Debug, Default)]
pub struct UnderWay {
    state: Mutex<State>,
    turn: Condvar,
}

#[derive(Debug, Default)]
struct State {
    saves: usize,
    drafts: Vec<Weak<Line>>,
}

/// Held as long as something is being saved.
pub struct Busy(Arc<UnderWay>);

impl UnderWay {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// There is a draft of a map that is open.
    pub fn drafts(&self, line: &Arc<Line>) {
        let drafts = &mut self.state().drafts;
        drafts.retain(|known| known.strong_count() > 0);
        drafts.push(Arc::downgrade(line));
    }
}

impl Drop for Busy {
    fn drop(&mut self) {
        self.0.state().saves -= 1;
        self.0.turn.notify_all();
    }
}

impl Keeper {
    /// Says that something is being saved.
    pub(super) fn is_busy(&self) -> Busy {
        self.under_way.state().saves += 1;
        Busy(Arc::clone(&self.under_way))
    }

    /// Does something that nobody waits for but the end of the program.
    pub fn beside(&self, work: impl FnOnce() + Send + 'static) {
        let busy = self.is_busy();
        let run = move || {
            work();
            drop(busy);
        };
        // Where no thread can be had it is not done. Nothing depends on it.
        let _ = std::thread::Builder::new().name("jisr beside".to_owned()).spawn(run);
    }

    /// The program is about to end, for whatever reason: writes every draft that is not written yet, then waits for what is
    /// being saved, and for neither longer than it is given. Any thread may call this.
    pub fn finish(&self, within: Duration) {
        let start = Instant::now();
        let drafts: Vec<Arc<Line>> = self.under_way.state().drafts.iter().filter_map(Weak::upgrade).collect();
        for line in drafts {
            line.flush(within.saturating_sub(start.elapsed()));
        }
        self.wait_for_saves(within.saturating_sub(start.elapsed()));
    }

    /// Waits until nothing is being saved, and not longer. Whether that is so.
    pub fn wait_for_saves(&self, within: Duration) -> bool {
        let state = self.under_way.state();
        let waited = self.under_way.turn.wait_timeout_while(state, within, |state| state.saves > 0);
        waited.unwrap_or_else(PoisonError::into_inner).0.saves == 0
    }
}
