//! Picking a file: with the system's own dialog, beside the window, or as a test says.

use std::path::PathBuf;
use std::sync::Arc;

use crate::session::Job;
use crate::session::job::{Poll, Wake};

/// What came of a question for a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Picked {
    /// Still asking.
    Waiting,
    /// That one.
    File(PathBuf),
    /// None: the dialog was closed, or there is none on this system.
    Nothing,
}

/// Asks somebody for a file.
pub trait FilePicker {
    /// Begins to ask for a map to open.
    fn ask(&mut self, title: String, kind: String, wake: Wake);
    /// Begins to ask where to save a map, and under which name.
    fn ask_where(&mut self, title: String, kind: String, name: String, wake: Wake);
    /// What came of it; `None` where nothing was asked.
    fn poll(&mut self) -> Option<Picked>;
}

/// The system's own dialog. It may take as long as it likes: it is asked on a thread of its own.
#[derive(Debug, Default)]
pub struct Dialog {
    job: Option<Job<Option<PathBuf>>>,
}

impl FilePicker for Dialog {
    fn ask(&mut self, title: String, kind: String, wake: Wake) {
        self.job = Some(Job::start(wake, move |_| {
            rfd::FileDialog::new().set_title(title).add_filter(kind, &["jisr"]).pick_file()
        }));
    }

    fn ask_where(&mut self, title: String, kind: String, name: String, wake: Wake) {
        self.job = Some(Job::start(wake, move |_| {
            let dialog = rfd::FileDialog::new().set_title(title).add_filter(kind, &["jisr"]);
            let path = dialog.set_file_name(name).save_file()?;
            // Some dialogs add the ending, and some leave that to the program.
            Some(if path.extension().is_some() { path } else { path.with_extension("jisr") })
        }));
    }

    fn poll(&mut self) -> Option<Picked> {
        let picked = match self.job.as_ref()?.poll() {
            Poll::Working(_) => return Some(Picked::Waiting),
            Poll::Done(Some(path)) => Picked::File(path),
            Poll::Done(None) | Poll::Lost(_) => Picked::Nothing,
        };
        self.job = None;
        Some(picked)
    }
}

/// Answers as a test says.
#[derive(Debug, Default)]
pub struct Scripted {
    /// What is picked, in turn.
    pub answers: Vec<Option<PathBuf>>,
    next: Option<Picked>,
}

impl Scripted {
    /// Picks these, in turn.
    pub fn new(answers: Vec<Option<PathBuf>>) -> Self {
        Self { answers, next: None }
    }
}

impl FilePicker for Scripted {
    fn ask(&mut self, _title: String, _kind: String, wake: Wake) {
        let answer = if self.answers.is_empty() { None } else { self.answers.remove(0) };
        self.next = Some(answer.map_or(Picked::Nothing, Picked::File));
        let wake: Arc<dyn Fn() + Send + Sync> = wake;
        wake();
    }

    fn ask_where(&mut self, title: String, kind: String, _name: String, wake: Wake) {
        self.ask(title, kind, wake);
    }

    fn poll(&mut self) -> Option<Picked> {
        self.next.take()
    }
}
