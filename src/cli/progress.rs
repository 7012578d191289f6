//! How far long work has come, on the last line of the terminal while it lasts.

use std::io::{IsTerminal as _, Write as _};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use crate::analysis::Progress;

/// Work that ends sooner than this needs no such line, and more often nobody can read it.
const INTERVAL: Duration = Duration::from_millis(500);

/// Shows how far work has come, where somebody looks.
pub struct Ticker {
    is_watched: bool,
    last: Mutex<(Instant, bool)>,
}

impl Ticker {
    pub fn new() -> Self {
        let is_watched = std::io::stderr().is_terminal();
        Self { is_watched, last: Mutex::new((Instant::now(), false)) }
    }

    /// To be called as work goes on, from whichever thread. It always goes on: who wants it to stop, stops the program.
    pub fn goes_on(&self, progress: Progress) -> bool {
        if self.is_watched
            && let Ok(mut last) = self.last.try_lock()
            && last.0.elapsed() >= INTERVAL
        {
            *last = (Instant::now(), true);
            let _ = write!(anstream::stderr(), "\r{} / {} …", progress.done, progress.of);
        }
        true
    }
}

impl Drop for Ticker {
    fn drop(&mut self) {
        let has_written = self.last.lock().is_ok_and(|last| last.1);
        if has_written {
            // Back to the start of the line, and the line cleared.
            let _ = write!(anstream::stderr(), "\r\u{1b}[K");
        }
    }
}
