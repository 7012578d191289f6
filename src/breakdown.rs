//! Breakdowns: a mistake of this program ends one piece of work, and not the program.
//!
//! Every frame, every command, every job beside the window, every reader and every command of the command line runs inside
//! [`guarded`]. What a panic says may be of the map ("byte index 4 is inside 'é' of `…`"), so nobody ever sees that: only its place
//! in the source is kept.
//!
//! What can't be caught: an allocation that fails ends the program at once, as do a stack that is used up and a system that ends
//! whoever takes most of its memory. What is large is therefore begun only where the memory that it takes at least can be had
//! ([`guarded_with`]); and drafts are written while one works, so that seconds are lost and not more.

use std::any::Any;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, Once, PoisonError};

/// Where something broke down.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Breakdown {
    /// `FILE:LINE` in the source of this program or of what it is made of; empty where that is not known.
    pub place: String,
    /// Whether nothing broke down, but was not begun, because there is not enough memory for it.
    pub is_memory: bool,
}

impl fmt::Display for Breakdown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.place.is_empty() { "?" } else { &self.place })
    }
}

/// Where something broke down last, on whatever thread: those that share a piece of work hand a panic on to the one that waits
/// for it.
static LAST: Mutex<Option<String>> = Mutex::new(None);

/// From now on a panic prints nothing, and its place is kept. Called once, by what runs the program; a test that fails says why
/// all the same.
pub fn keep_quiet() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        std::panic::set_hook(Box::new(|panic| {
            let place = panic.location().map(|place| format!("{}:{}", short(place.file()), place.line()));
            *LAST.lock().unwrap_or_else(PoisonError::into_inner) = place;
        }));
    });
}

/// Does something that may break down. What it was changing when that happened is for the caller to give up, or to know whole.
pub fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, Breakdown> {
    catch_unwind(AssertUnwindSafe(work)).map_err(caught)
}

/// The same for something that takes at least so many bytes: it is not begun where the system does not give them.
pub fn guarded_with<T>(bytes: usize, work: impl FnOnce() -> T) -> Result<T, Breakdown> {
    let mut room: Vec<u8> = Vec::new();
    let is_there = room.try_reserve_exact(bytes).is_ok();
    // Nobody may come to the conclusion that room which is never used need not be asked for.
    drop(std::hint::black_box(room));
    if is_there { guarded(work) } else { Err(Breakdown { is_memory: true, ..Breakdown::default() }) }
}

/// A panic that somebody caught, without what it says.
pub fn caught(panic: Box<dyn Any + Send>) -> Breakdown {
    // Whatever was thrown might break down once more when it is dropped.
    let _ = catch_unwind(AssertUnwindSafe(|| drop(panic)));
    let last = LAST.lock().unwrap_or_else(PoisonError::into_inner).take();
    Breakdown { place: last.unwrap_or_default(), is_memory: false }
}

/// Without the folders of the machine that this program was built on: they have somebody's name in them.
fn short(file: &str) -> &str {
    let names = ["/registry/src/", "\\registry\\src\\", "/library/", "\\library\\"];
    let after = names.iter().filter_map(|name| file.rfind(name).map(|at| at + name.len())).max();
    after.and_then(|at| file.get(at..)).unwrap_or(file)
}

#[cfg(test)]
mod tests {
    use rayon::prelude::*;

    use super::*;

    #[test]
    fn what_breaks_down_is_caught_and_what_does_not_is_handed_on() {
        assert_eq!(guarded(|| 7), Ok(7));
        assert!(guarded(|| panic!("on purpose")).is_err());
        // Also where several threads share the work.
        let shared = guarded(|| (0..100_u32).into_par_iter().for_each(|one| assert!(one < 50, "on purpose")));
        assert!(shared.is_err());
        assert_eq!(guarded(|| (0..100_u32).into_par_iter().sum::<u32>()), Ok(4950), "and they work on");
    }

    #[test]
    fn what_there_is_no_memory_for_is_not_begun() {
        // More than any machine can address.
        let refused = guarded_with(isize::MAX as usize - 1_024, || panic!("it was begun"));
        assert!(refused.is_err_and(|breakdown| breakdown.is_memory));
        assert_eq!(guarded_with(1 << 20, || 7), Ok(7));
        assert_eq!(guarded_with(0, || 7), Ok(7));
    }

    #[test]
    fn a_place_names_nobody() {
        assert_eq!(
            short("/home/amal/.cargo/registry/src/index-1/serde-1.0.1/src/lib.rs"),
            "index-1/serde-1.0.1/src/lib.rs"
        );
        assert_eq!(short("src/session/job.rs"), "src/session/job.rs");
        assert_eq!(short("/rustc/4a4ef49/library/core/src/str/mod.rs"), "core/src/str/mod.rs");
    }
}
