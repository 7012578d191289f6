//! The fonts that were found on this machine, and the letters that are asked for. What a picture measures with belongs to
//! the whole program: a layout may be under way on any thread.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError, RwLock};

use super::Face;

/// How many fonts had been found: what was measured with fewer has to be measured again.
pub type Generation = usize;

static FOUND: RwLock<Vec<&'static Face>> = RwLock::new(Vec::new());
static COUNT: AtomicUsize = AtomicUsize::new(0);
static WANTED: Mutex<Wanted> = Mutex::new(Wanted { new: BTreeSet::new(), asked: BTreeSet::new() });
static IS_WANTED: AtomicBool = AtomicBool::new(false);

/// Letters that no face has.
struct Wanted {
    /// Those that nobody has looked for yet.
    new: BTreeSet<char>,
    /// Those that were looked for.
    asked: BTreeSet<char>,
}

/// How many fonts there are beside the bundled ones.
pub(super) fn count() -> usize {
    COUNT.load(Ordering::Acquire)
}

/// One of them.
pub(super) fn found(number: usize) -> Option<&'static Face> {
    FOUND.read().unwrap_or_else(PoisonError::into_inner).get(number).copied()
}

/// Asks for the letters of a cluster.
pub(super) fn want(cluster: &str) {
    let mut wanted = WANTED.lock().unwrap_or_else(PoisonError::into_inner);
    for letter in cluster.chars().filter(|letter| !super::is_shapeless(*letter)) {
        if !wanted.asked.contains(&letter) && wanted.new.insert(letter) {
            IS_WANTED.store(true, Ordering::Release);
        }
    }
}

/// How many fonts were found so far.
pub fn generation() -> Generation {
    count()
}

/// Whether letters are asked for that nobody has looked for yet.
pub fn is_wanted() -> bool {
    IS_WANTED.load(Ordering::Acquire)
}

/// The letters that something was to be drawn with and that no font has; each is given once.
pub fn take_wanted() -> BTreeSet<char> {
    let mut wanted = WANTED.lock().unwrap_or_else(PoisonError::into_inner);
    IS_WANTED.store(false, Ordering::Release);
    let new = std::mem::take(&mut wanted.new);
    wanted.asked.extend(&new);
    new
}

/// Adds a font that was found, behind all others. It is kept as long as the program runs.
pub fn add(face: Face) {
    let mut found = FOUND.write().unwrap_or_else(PoisonError::into_inner);
    found.push(Box::leak(Box::new(face)));
    COUNT.store(found.len(), Ordering::Release);
}
