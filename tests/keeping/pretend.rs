//! A disk in memory that fails when it is told to, and forgets what it was not asked to keep when the power is cut.
//!
//! It keeps two states: what a program sees, and what would be there after a cut. A file's content is safe once the file was
//! synced; what was made, renamed and removed in a folder is safe once the folder was. Until then a cut may have kept any
//! number of the steps in a folder, in their order, and of a file all, nothing, or a part.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, SystemTime};

use jisr::session::keeping::disk::{Disk, Facts, Lock, NewFile};

/// What goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The step fails.
    Fail(ErrorKind),
    /// A write takes only a part of the bytes, which is no error.
    Short,
    /// A write takes a part of the bytes, and the next one finds the disk full.
    FullMidway,
    /// The step takes long.
    Late,
    /// From this step on the folder is gone: the stick was pulled out.
    Vanish,
    /// From this step on nothing happens any more: the power is cut, or the program killed.
    Cut,
}

/// The steps that can go wrong, in the order in which they were taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    Create,
    Write,
    Sync,
    Dress,
    Rename,
    SyncFolder,
    Remove,
    Read,
    List,
    Facts,
    MakeFolder,
    Lock,
}

#[derive(Debug, Clone, Default)]
struct Content {
    now: Vec<u8>,
    safe: Vec<u8>,
    modified: u64,
}

type Names = BTreeMap<OsString, usize>;

#[derive(Debug, Clone, Default)]
struct Folder {
    now: Names,
    /// What it was after each step since it was synced; the first one is what is safe.
    history: Vec<Names>,
}

#[derive(Debug, Default)]
struct State {
    contents: Vec<Content>,
    folders: BTreeMap<PathBuf, Folder>,
    locks: BTreeSet<PathBuf>,
    steps: Vec<Step>,
    fault: Option<(usize, Fault)>,
    is_over: Option<Fault>,
    is_full: bool,
    clock: u64,
    /// Files that somebody is writing.
    open: BTreeSet<usize>,
    /// At which step, and below which folder, somebody is kept waiting.
    held: Option<(Step, PathBuf)>,
    /// How many wait there now.
    waiting: usize,
}

/// A disk in memory.
#[derive(Debug, Clone, Default)]
pub struct Pretend {
    state: Arc<Mutex<State>>,
    turn: Arc<Condvar>,
}

/// What a cut left of files that were not synced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Torn {
    All,
    Nothing,
    Half,
    Zeros,
}

pub const TORN: [Torn; 4] = [Torn::All, Torn::Nothing, Torn::Half, Torn::Zeros];

impl Pretend {
    /// A disk with these folders.
    pub fn with_folders(folders: &[&str]) -> Self {
        let disk = Self::default();
        for folder in folders {
            disk.make_folder(Path::new(folder)).unwrap();
        }
        disk.state.lock().unwrap().steps.clear();
        disk
    }

    /// Puts a file there, safely.
    pub fn put(&self, path: &str, bytes: &[u8]) {
        let mut state = self.state.lock().unwrap();
        state.clock += 1;
        let content = Content { now: bytes.to_vec(), safe: bytes.to_vec(), modified: state.clock };
        state.contents.push(content);
        let inode = state.contents.len() - 1;
        let (folder, name) = parts(Path::new(path));
        let folder = state.folders.get_mut(&folder).unwrap();
        folder.now.insert(name, inode);
        folder.history = vec![folder.now.clone()];
    }

    /// What a file holds.
    pub fn get(&self, path: impl AsRef<Path>) -> Option<Vec<u8>> {
        let state = self.state.lock().unwrap();
        let inode = state.find(path.as_ref()).ok()?;
        Some(state.contents[inode].now.clone())
    }

    /// The names in a folder.
    pub fn names(&self, folder: &str) -> Vec<String> {
        let state = self.state.lock().unwrap();
        let folder = state.folders.get(Path::new(folder));
        folder
            .map(|folder| folder.now.keys().map(|name| name.to_str().unwrap().to_owned()).collect())
            .unwrap_or_default()
    }

    /// A step of those to come will go wrong, counted from 0.
    pub fn plan(&self, step: usize, fault: Fault) {
        let mut state = self.state.lock().unwrap();
        state.steps.clear();
        state.fault = Some((step, fault));
    }

    /// The disk works again, as it is now.
    pub fn mend(&self) {
        let mut state = self.state.lock().unwrap();
        (state.fault, state.is_over, state.is_full) = (None, None, false);
        state.steps.clear();
    }

    /// From now on whoever takes that step below that folder waits there until [`Self::release`].
    pub fn hold(&self, step: Step, folder: &str) {
        self.state.lock().unwrap().held = Some((step, PathBuf::from(folder)));
    }

    /// Waits until somebody is kept waiting.
    pub fn wait_for_one(&self) {
        let state = self.state.lock().unwrap();
        let wait = self.turn.wait_timeout_while(state, Duration::from_secs(20), |state| state.waiting == 0);
        assert!(!wait.unwrap().1.timed_out(), "nobody came to that step");
    }

    /// Who is kept waiting goes on, and the next one at another step is.
    pub fn release_and_hold(&self, step: Step, folder: &str) {
        self.hold(step, folder);
        self.turn.notify_all();
        // Whoever is on the way from one to the other was told.
        std::thread::sleep(Duration::from_millis(20));
    }

    /// Nobody is kept waiting any more.
    pub fn release(&self) {
        self.state.lock().unwrap().held = None;
        self.turn.notify_all();
    }

    /// The steps that were taken since there was a plan.
    pub fn steps(&self) -> Vec<Step> {
        self.state.lock().unwrap().steps.clone()
    }

    /// Every disk that there may be after a cut: of each folder any number of its last steps has been kept.
    pub fn after_a_cut(&self) -> Vec<Pretend> {
        let state = self.state.lock().unwrap();
        let longest = state.folders.values().map(|folder| folder.history.len()).max().unwrap_or(1);
        let mut disks = Vec::new();
        for kept in 0..=longest {
            for torn in TORN {
                let folders = state.folders.iter().map(|(path, folder)| {
                    let now = folder.history.get(kept).unwrap_or(&folder.now).clone();
                    (path.clone(), Folder { history: vec![now.clone()], now })
                });
                let contents = state.contents.iter().map(|content| {
                    let bytes = content.after_a_cut(torn);
                    Content { now: bytes.clone(), safe: bytes, modified: content.modified }
                });
                let state = State {
                    contents: contents.collect(),
                    folders: folders.collect(),
                    clock: state.clock,
                    ..State::default()
                };
                disks.push(Pretend { state: Arc::new(Mutex::new(state)), turn: Arc::default() });
            }
        }
        disks
    }
}

impl Content {
    fn after_a_cut(&self, torn: Torn) -> Vec<u8> {
        if self.now == self.safe {
            return self.now.clone();
        }
        match torn {
            Torn::All => self.now.clone(),
            Torn::Nothing => self.safe.clone(),
            Torn::Half => self.now[..self.now.len() / 2].to_vec(),
            Torn::Zeros => vec![0; self.now.len()],
        }
    }
}

fn parts(path: &Path) -> (PathBuf, OsString) {
    (path.parent().unwrap().to_owned(), path.file_name().unwrap().to_owned())
}

impl State {
    /// Takes a step, unless it goes wrong. `Some`: how it goes wrong without failing.
    fn step(&mut self, step: Step) -> io::Result<Option<Fault>> {
        match self.is_over {
            Some(Fault::Vanish) => return Err(ErrorKind::NotFound.into()),
            Some(_) => return Err(io::Error::other("nothing happens any more")),
            None => {}
        }
        if self.is_full && step == Step::Write {
            return Err(ErrorKind::StorageFull.into());
        }
        let number = self.steps.len();
        self.steps.push(step);
        let Some(fault) = self.fault.filter(|(at, _)| *at == number).map(|(_, fault)| fault) else {
            return Ok(None);
        };
        match fault {
            Fault::Fail(kind) => Err(kind.into()),
            Fault::Cut => {
                self.is_over = Some(fault);
                Err(io::Error::other("nothing happens any more"))
            }
            Fault::Vanish => {
                self.is_over = Some(fault);
                Err(ErrorKind::NotFound.into())
            }
            Fault::FullMidway => {
                self.is_full = true;
                Ok(Some(fault))
            }
            Fault::Short | Fault::Late => Ok(Some(fault)),
        }
    }

    fn find(&self, path: &Path) -> io::Result<usize> {
        let (folder, name) = parts(path);
        let folder = self.folders.get(&folder).ok_or(ErrorKind::NotFound)?;
        folder.now.get(&name).copied().ok_or_else(|| ErrorKind::NotFound.into())
    }

    fn change(&mut self, folder: &Path, change: impl FnOnce(&mut Names)) -> io::Result<()> {
        let folder = self.folders.get_mut(folder).ok_or(ErrorKind::NotFound)?;
        change(&mut folder.now);
        folder.history.push(folder.now.clone());
        Ok(())
    }
}

impl Pretend {
    fn step(&self, step: Step, path: &Path) -> io::Result<Option<Fault>> {
        let mut state = self.state.lock().unwrap();
        let is_held = |state: &State| {
            state.held.as_ref().is_some_and(|(at, folder)| *at == step && path.starts_with(folder))
        };
        if is_held(&state) {
            state.waiting += 1;
            self.turn.notify_all();
            state = self.turn.wait_while(state, |state| is_held(state)).unwrap();
            state.waiting -= 1;
        }
        let how = state.step(step)?;
        drop(state);
        if how == Some(Fault::Late) {
            std::thread::sleep(Duration::from_millis(2));
        }
        Ok(how)
    }
}

impl Disk for Pretend {
    fn target(&self, path: &Path) -> io::Result<PathBuf> {
        self.step(Step::Facts, path)?;
        let (folder, _) = parts(path);
        let state = self.state.lock().unwrap();
        state.folders.contains_key(&folder).then(|| path.to_owned()).ok_or_else(|| ErrorKind::NotFound.into())
    }

    fn facts(&self, path: &Path) -> io::Result<Facts> {
        self.step(Step::Facts, path)?;
        let state = self.state.lock().unwrap();
        let content = &state.contents[state.find(path)?];
        Ok(Facts {
            bytes: content.now.len() as u64,
            modified: Some(SystemTime::UNIX_EPOCH + Duration::from_secs(content.modified)),
            is_file: true,
            is_folder: false,
            is_read_only: false,
            names: 1,
        })
    }

    fn may_write(&self, path: &Path) -> io::Result<()> {
        self.step(Step::Facts, path).map(drop)
    }

    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
        self.step(Step::Read, path)?;
        let state = self.state.lock().unwrap();
        let bytes = &state.contents[state.find(path)?].now;
        Ok(bytes[..bytes.len().min(usize::try_from(most).unwrap())].to_vec())
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        self.step(Step::Create, path)?;
        let mut state = self.state.lock().unwrap();
        if state.find(path).is_ok() {
            return Err(ErrorKind::AlreadyExists.into());
        }
        let inode = state.contents.len();
        let (folder, name) = parts(path);
        state.change(&folder, |names| _ = names.insert(name, inode))?;
        state.clock += 1;
        let modified = state.clock;
        state.contents.push(Content { modified, ..Content::default() });
        state.open.insert(inode);
        Ok(Box::new(Open { disk: self.clone(), inode, path: path.to_owned() }))
    }

    fn is_being_written(&self, path: &Path) -> io::Result<bool> {
        let state = self.state.lock().unwrap();
        Ok(state.open.contains(&state.find(path)?))
    }

    fn restrict(&self, _: &Path) -> io::Result<()> {
        Ok(())
    }

    fn dress_like(&self, path: &Path, like: &Path) -> io::Result<()> {
        self.step(Step::Dress, path)?;
        let state = self.state.lock().unwrap();
        state.find(path).and(state.find(like)).map(drop)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step(Step::Rename, to)?;
        let mut state = self.state.lock().unwrap();
        let inode = state.find(from)?;
        let ((folder, old), (other, new)) = (parts(from), parts(to));
        assert_eq!(
            folder, other,
            "what is renamed from folder to folder may be in both or in none after a cut"
        );
        state.change(&folder, |names| {
            names.remove(&old);
            names.insert(new, inode);
        })
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.step(Step::SyncFolder, folder)?;
        let mut state = self.state.lock().unwrap();
        let folder = state.folders.get_mut(folder).ok_or(ErrorKind::NotFound)?;
        folder.history = vec![folder.now.clone()];
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.step(Step::Remove, path)?;
        let mut state = self.state.lock().unwrap();
        state.find(path)?;
        let (folder, name) = parts(path);
        state.change(&folder, |names| _ = names.remove(&name))
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        self.step(Step::List, folder)?;
        let state = self.state.lock().unwrap();
        let folder = state.folders.get(folder).ok_or(ErrorKind::NotFound)?;
        Ok(folder.now.keys().cloned().collect())
    }

    /// Folders are safe at once: they hold nothing that could be lost.
    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        self.step(Step::MakeFolder, folder)?;
        let empty = || Folder { now: Names::new(), history: vec![Names::new()] };
        self.state.lock().unwrap().folders.entry(folder.to_owned()).or_insert_with(empty);
        Ok(())
    }

    fn lock(&self, path: &Path) -> io::Result<Option<Lock>> {
        self.step(Step::Lock, path)?;
        let mut state = self.state.lock().unwrap();
        if !state.locks.insert(path.to_owned()) {
            return Ok(None);
        }
        if state.find(path).is_err() {
            let (folder, name) = parts(path);
            let inode = state.contents.len();
            state.change(&folder, |names| _ = names.insert(name, inode))?;
            state.contents.push(Content::default());
        }
        Ok(Some(Lock::new(Held { disk: self.clone(), path: path.to_owned() })))
    }
}

#[derive(Debug)]
struct Held {
    disk: Pretend,
    path: PathBuf,
}

impl Drop for Held {
    fn drop(&mut self) {
        self.disk.state.lock().unwrap().locks.remove(&self.path);
    }
}

struct Open {
    disk: Pretend,
    inode: usize,
    path: PathBuf,
}

impl Drop for Open {
    fn drop(&mut self) {
        self.disk.state.lock().unwrap().open.remove(&self.inode);
    }
}

impl Write for Open {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let how = self.disk.step(Step::Write, &self.path)?;
        let taken = match how {
            Some(Fault::Short | Fault::FullMidway) => bytes.len().div_ceil(2),
            _ => bytes.len(),
        };
        let mut state = self.disk.state.lock().unwrap();
        state.contents[self.inode].now.extend_from_slice(&bytes[..taken]);
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl NewFile for Open {
    fn sync(&mut self) -> io::Result<()> {
        self.disk.step(Step::Sync, &self.path)?;
        let mut state = self.disk.state.lock().unwrap();
        let content = &mut state.contents[self.inode];
        content.safe = content.now.clone();
        Ok(())
    }
}
