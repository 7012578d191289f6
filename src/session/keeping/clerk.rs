//! Small files of the program's own, such as its settings: written beside the window, whole, and for this user alone.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::disk::{Disk, Real, folder_of};
use super::replace::replace;

/// Whoever drops a clerk waits so long for the last state to be written.
const LAST_WAIT: Duration = Duration::from_secs(5);

/// Writes one file. Of several states only the newest is written. That one could not be written disturbs nobody.
#[derive(Debug, Clone, Default)]
pub struct Clerk(Arc<Desk>);

#[derive(Debug, Default)]
struct Desk {
    state: Mutex<State>,
    turn: Condvar,
}

#[derive(Debug, Default)]
struct State {
    newest: Option<(PathBuf, Vec<u8>)>,
    is_writing: bool,
}

impl Clerk {
    /// Writes a file soon.
    pub fn write(&self, file: PathBuf, bytes: Vec<u8>) {
        let mut state = self.0.state();
        state.newest = Some((file, bytes));
        if state.is_writing {
            return;
        }
        let desk = Arc::clone(&self.0);
        let begun = std::thread::Builder::new().name("jisr clerk".to_owned()).spawn(move || desk.work());
        state.is_writing = begun.is_ok();
    }

    /// Waits until what was to be written is written, but not for ever.
    pub fn wait(&self) {
        let state = self.0.state();
        drop(self.0.turn.wait_timeout_while(state, LAST_WAIT, |state| state.is_writing));
    }
}

impl Drop for Clerk {
    fn drop(&mut self) {
        self.wait();
    }
}

impl Desk {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn work(&self) {
        loop {
            let next = {
                let mut state = self.state();
                state.is_writing = state.newest.is_some();
                state.newest.take()
            };
            let Some((file, bytes)) = next else { break };
            put(&file, &bytes);
        }
        self.turn.notify_all();
    }
}

fn put(file: &Path, bytes: &[u8]) {
    let _ = Real.make_folder(folder_of(file));
    // The new file takes the permissions of the old one, so those come first.
    tighten_file(file);
    let _ = replace(&Real, file, bytes);
}

/// Sees to it that nobody else can read a file of the program's own, and what else is in its folder, which is too.
pub fn tighten_file(file: &Path) {
    let folder = folder_of(file);
    let _ = Real.restrict(folder);
    for name in Real.list(folder).unwrap_or_default() {
        let _ = Real.restrict(&folder.join(name));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_state_is_written_and_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("deep/file");
        let clerk = Clerk::default();
        for number in 0..200 {
            clerk.write(file.clone(), format!("{number}").into_bytes());
        }
        drop(clerk);
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "199");
        assert_eq!(
            std::fs::read_dir(folder.path().join("deep")).unwrap().count(),
            1,
            "and nothing beside it"
        );
    }

    #[cfg(unix)]
    #[test]
    fn what_is_there_already_is_for_this_user_alone_after_that() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let (deep, file) = (folder.path().join("deep"), folder.path().join("deep/file"));
        std::fs::create_dir(&deep).unwrap();
        std::fs::write(&file, "old").unwrap();
        for (path, mode) in [(&deep, 0o755), (&file, 0o666)] {
            std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
        }
        let clerk = Clerk::default();
        clerk.write(file.clone(), b"new".to_vec());
        clerk.wait();
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&deep), mode(&file)), (0o700, 0o600));
    }
}
