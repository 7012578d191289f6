//! How far long work has come, and whether to go on with it.

/// How far some work has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// How many of its steps are done.
    pub done: usize,
    /// How many there are.
    pub of: usize,
}

/// Asked between two steps of long work, from whichever thread does it: is told how far it has come, and says whether to
/// go on. Work that is told to stop gives [`Stopped`].
pub type KeepOn<'a> = &'a (dyn Fn(Progress) -> bool + Sync);

/// Long work was told to stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stopped;

/// Asks whether to go on.
pub(super) fn asked(keep_on: KeepOn, progress: Progress) -> Result<(), Stopped> {
    if keep_on(progress) { Ok(()) } else { Err(Stopped) }
}
