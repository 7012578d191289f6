//! The system's own dialog. It may take as long as it likes: it is asked on a thread of its own.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use super::{FilePicker, FileRequest, Picked};
use crate::session::Job;
use crate::session::job::{Poll, Wake};

/// A desktop that has not begun to show a dialog by then will not be waited for.
const PATIENCE: Duration = Duration::from_secs(8);

/// What came of asking by a dialog.
pub(super) enum Answer {
    /// That file.
    File(PathBuf),
    /// The dialog was closed.
    Closed,
    /// There is no dialog of that sort, or it failed.
    Failed,
}

/// How far asking has come, as both threads see it.
#[derive(Debug, Default)]
pub(super) struct Stage {
    is_shown: AtomicBool,
    is_stopped: AtomicBool,
}

impl Stage {
    /// Says that a dialog is open now: from then on only whoever sits there decides how long it takes.
    pub(super) fn show(&self) {
        self.is_shown.store(true, Ordering::Relaxed);
    }

    /// Whether nobody waits any more.
    pub(super) fn is_stopped(&self) -> bool {
        self.is_stopped.load(Ordering::Relaxed)
    }
}

/// A question by the system's own dialog.
struct Asking {
    job: Job<Answer>,
    stage: Arc<Stage>,
    since: Instant,
}

/// The system's own dialog.
#[derive(Default)]
pub struct Dialog {
    asking: Option<Asking>,
}

impl FilePicker for Dialog {
    fn ask(&mut self, request: &FileRequest, wake: Wake) {
        self.stop();
        let (request, stage) = (request.clone(), Arc::new(Stage::default()));
        let shared = Arc::clone(&stage);
        let job = Job::start(wake, move |_| by_system(&request, &shared));
        self.asking = Some(Asking { job, stage, since: Instant::now() });
    }

    fn poll(&mut self) -> Option<Picked> {
        let Asking { job, stage, since } = self.asking.as_ref()?;
        let picked = match job.poll() {
            Poll::Working(_) if stage.is_shown.load(Ordering::Relaxed) || since.elapsed() < PATIENCE => {
                return Some(Picked::Waiting);
            }
            Poll::Working(_) | Poll::Lost(_) | Poll::Done(Answer::Failed) => Picked::NoDialog,
            Poll::Done(Answer::File(path)) => Picked::File(path),
            Poll::Done(Answer::Closed) => Picked::Nothing,
        };
        self.stop();
        Some(picked)
    }

    fn stop(&mut self) {
        if let Some(asking) = self.asking.take() {
            asking.stage.is_stopped.store(true, Ordering::Relaxed);
        }
    }
}

impl Drop for Dialog {
    fn drop(&mut self) {
        self.stop();
    }
}

/// First the portal, which every desktop of today has, and then the dialog of GNOME as a program.
#[cfg(all(unix, not(target_os = "macos")))]
fn by_system(request: &FileRequest, stage: &Stage) -> Answer {
    match super::portal::ask(request, stage) {
        Answer::Failed if !stage.is_stopped() => super::zenity::ask(request, stage),
        answer => answer,
    }
}

/// Here a dialog is always there: that nothing was picked says that it was closed.
#[cfg(not(all(unix, not(target_os = "macos"))))]
fn by_system(request: &FileRequest, stage: &Stage) -> Answer {
    stage.show();
    let mut dialog = rfd::FileDialog::new()
        .set_title(&request.title)
        .add_filter(&request.kind, &[request.ending])
        .add_filter(&request.all, &["*"]);
    if let Some(folder) = &request.folder {
        dialog = dialog.set_directory(folder);
    }
    let picked = match &request.name {
        Some(name) => dialog.set_file_name(name).save_file(),
        None => dialog.pick_file(),
    };
    picked.map_or(Answer::Closed, Answer::File)
}
