//! Picking a file: with the system's own dialog, beside the window, or as a test says. Where the system has no dialog, or
//! has one that does not answer, that is said, and the window asks on a page of its own.

#[cfg(all(unix, not(target_os = "macos")))]
mod portal;
mod system;
#[cfg(all(unix, not(target_os = "macos")))]
mod zenity;

use std::path::PathBuf;

use crate::session::job::Wake;

pub use system::Dialog;

/// A file that is asked for: a map, or whatever else is read or written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRequest {
    /// What is asked for, in words.
    pub title: String,
    /// What such files are called, in words.
    pub kind: String,
    /// The ending of such files, without its dot.
    pub ending: &'static str,
    /// What all files are called, in words.
    pub all: String,
    /// The name that is proposed for a new file; `None` where an existing one is asked for.
    pub name: Option<String>,
    /// Where to begin.
    pub folder: Option<PathBuf>,
}

/// What came of a question for a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Picked {
    /// Still asking.
    Waiting,
    /// That one.
    File(PathBuf),
    /// None: the dialog was closed.
    Nothing,
    /// There is no dialog on this system, or it doesn't answer.
    NoDialog,
}

/// Asks somebody for a file.
pub trait FilePicker {
    /// Begins to ask.
    fn ask(&mut self, request: &FileRequest, wake: Wake);
    /// What came of it; `None` where nothing was asked. Anything but [`Picked::Waiting`] is said once.
    fn poll(&mut self) -> Option<Picked>;
    /// Asks no longer: what is picked after all counts for nothing.
    fn stop(&mut self);
}

/// Answers as a test says.
#[derive(Debug, Default)]
pub struct Scripted {
    /// What comes of each question, in turn; nothing is picked once they are used up.
    pub answers: Vec<Picked>,
    next: Option<Picked>,
}

impl Scripted {
    /// Answers so, in turn. What is [`Picked::Waiting`] waits until it is stopped.
    pub fn new(answers: Vec<Picked>) -> Self {
        Self { answers, next: None }
    }
}

impl FilePicker for Scripted {
    fn ask(&mut self, _request: &FileRequest, wake: Wake) {
        self.next = Some(if self.answers.is_empty() { Picked::Nothing } else { self.answers.remove(0) });
        wake();
    }

    fn poll(&mut self) -> Option<Picked> {
        match self.next {
            Some(Picked::Waiting) => Some(Picked::Waiting),
            _ => self.next.take(),
        }
    }

    fn stop(&mut self) {
        self.next = None;
    }
}
