//! The window's own page to pick a file from, for desktops without a dialog and for whoever likes it better: a line to type a
//! path in, what is in its folder, and where else to look. Folders are read beside the window, however long that takes.

mod list;
mod places;
mod show;

use std::path::{Path, PathBuf};

use crate::app::picker::FileRequest;
use crate::session::browse::{Found, Listing, look, make, parts, resolve, volumes};
use crate::session::files::with_ending;
use crate::session::job::{Poll, Wake};
use crate::session::{Job, Session};
use crate::words::Words;

pub use show::files_ui;

use places::{Place, places};

/// What the page has come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// That file was picked.
    File(PathBuf),
    /// It was closed.
    Nothing,
}

/// Why a path is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wish {
    /// To show the folder that is typed.
    Show,
    /// To take the file that is typed, or to go into the folder.
    Take,
}

/// The page.
#[expect(clippy::struct_excessive_bools, reason = "each is so or not, whatever the others are")]
pub struct FilePage {
    request: FileRequest,
    /// Whether it stands in for a dialog that there is not.
    is_instead: bool,
    home: Option<PathBuf>,
    places: Vec<Place>,
    recent: Vec<PathBuf>,
    /// Where what is typed begins.
    base: PathBuf,
    line: String,
    /// The folder that is shown, and which of its rows are.
    listing: Listing,
    rows: Vec<usize>,
    /// The row that is chosen, among those that are shown.
    chosen: Option<usize>,
    with_all: bool,
    with_hidden: bool,
    looking: Option<(Wish, Job<Found>)>,
    seeking: Option<Job<Vec<PathBuf>>>,
    note: Option<String>,
    /// A folder that is not there, and what was to be saved in it.
    missing: Option<(PathBuf, PathBuf)>,
    /// So much of the height is taken by what is around the rows.
    around: f32,
    /// Whether the line is to have the focus, with its caret at the end.
    wants_focus: bool,
    /// Whether the chosen row is to be brought into sight.
    wants_sight: bool,
    wake: Wake,
}

impl FilePage {
    /// The page for a request.
    pub fn new(request: FileRequest, session: &Session, is_instead: bool, wake: Wake) -> Self {
        let (home, places) = places(&session.words);
        let begin = request.folder.clone().or_else(|| home.clone()).unwrap_or_else(|| PathBuf::from("."));
        // What is typed is shown as a whole path: where one is should never have to be guessed.
        let base = std::path::absolute(&begin).unwrap_or(begin);
        let listing = Listing { folder: base.clone(), entries: Vec::new(), more: 0, trouble: None };
        let line = request.name.clone().unwrap_or_default();
        let seeking = Some(Job::start(wake.clone(), |_| volumes()));
        let recent = if request.name.is_none() { session.recent.paths.clone() } else { Vec::new() };
        let mut page = Self {
            request,
            is_instead,
            home,
            places,
            recent,
            base: base.clone(),
            line,
            listing,
            rows: Vec::new(),
            chosen: None,
            with_all: false,
            with_hidden: false,
            looking: None,
            seeking,
            note: None,
            missing: None,
            around: show::AROUND,
            wants_focus: true,
            wants_sight: false,
            wake,
        };
        page.look(Wish::Show, base, &session.words);
        page
    }

    /// Whether something is being read.
    pub fn is_reading(&self) -> bool {
        self.looking.is_some()
    }

    /// Whether a new file is named.
    fn is_saving(&self) -> bool {
        self.request.name.is_some()
    }

    fn ending(&self) -> Option<&'static str> {
        (!self.with_all).then_some(self.request.ending)
    }

    fn look(&mut self, wish: Wish, path: PathBuf, words: &Words) {
        self.missing = None;
        let language = words.language().clone();
        let job = Job::start(self.wake.clone(), move |keep_on| look(&path, &Words::of(&language), keep_on));
        self.looking = Some((wish, job));
    }

    /// Takes in what was read. `Some`: a file was picked.
    pub fn poll(&mut self, words: &Words) -> Option<Outcome> {
        if let Some(Poll::Done(found)) = self.seeking.as_ref().map(Job::poll) {
            self.seeking = None;
            self.places.extend(found.into_iter().map(Place::volume));
        }
        let (wish, job) = self.looking.take()?;
        let found = match job.poll() {
            Poll::Done(found) => found,
            Poll::Lost(_) => Found::Trouble(words.text("folder-lost")),
            Poll::Working(_) => {
                self.looking = Some((wish, job));
                return None;
            }
        };
        match (wish, found) {
            (_, Found::Folder(listing)) => self.show(*listing, wish),
            (Wish::Take, Found::File(path)) => return Some(Outcome::File(path)),
            (Wish::Take, Found::Nothing { path, .. }) if self.is_saving() => {
                return Some(Outcome::File(path));
            }
            (Wish::Take, Found::NoFolder { folder, why }) => {
                let path = resolve(&self.base, self.home.as_deref(), &self.line);
                self.missing = self.is_saving().then_some((folder, path));
                self.note = Some(why);
            }
            (Wish::Take, Found::Nothing { why, .. })
            | (_, Found::Trouble(why))
            | (Wish::Show, Found::NoFolder { why, .. }) => self.note = Some(why),
            (Wish::Show, Found::File(_) | Found::Nothing { .. }) => {}
        }
        None
    }

    fn show(&mut self, listing: Listing, wish: Wish) {
        self.note.clone_from(&listing.trouble);
        if listing.trouble.is_some() && listing.entries.is_empty() && wish == Wish::Take {
            return;
        }
        if wish == Wish::Take {
            self.base.clone_from(&listing.folder);
            self.line = self.request.name.clone().unwrap_or_default();
            self.wants_focus = true;
        }
        self.listing = listing;
        self.seek();
    }

    /// Makes the folder that is not there, and takes what was to be saved in it.
    fn make_folder(&mut self, words: &Words) {
        let Some((folder, path)) = self.missing.take() else { return };
        let language = words.language().clone();
        self.note = None;
        let job = Job::start(self.wake.clone(), move |keep_on| {
            make(&folder, &path, &Words::of(&language), keep_on)
        });
        self.looking = Some((Wish::Take, job));
    }

    /// Goes to a folder.
    fn go(&mut self, folder: PathBuf, words: &Words) {
        self.keep_name();
        self.look(Wish::Take, folder, words);
    }

    /// The name that was typed for a new file stays from folder to folder.
    fn keep_name(&mut self) {
        let (_, name) = parts(&self.line);
        if self.is_saving() && !name.is_empty() {
            self.request.name = Some(name.to_owned());
        }
    }

    /// Takes what is typed or, where nothing is, what is chosen.
    fn take(&mut self, words: &Words) {
        // Whoever types chooses no more; and what is no text can't be typed, but chosen.
        let path = match self.chosen.and_then(|row| self.rows.get(row)).map(|at| &self.listing.entries[*at]) {
            Some(entry) => self.listing.folder.join(&entry.name),
            None if self.line.trim().is_empty() => return,
            None => resolve(&self.base, self.home.as_deref(), &self.line),
        };
        self.note = None;
        self.look(Wish::Take, path, words);
    }

    /// What a new file would be called, as a whole path.
    fn written(&self) -> Option<PathBuf> {
        let path = resolve(&self.base, self.home.as_deref(), &self.line);
        let (_, name) = parts(&self.line);
        if !self.is_saving() || name.trim().is_empty() {
            None
        } else {
            with_ending(&path, self.request.ending)
        }
    }

    /// Something was typed: the folder of it is shown, and what has the name in its own.
    fn typed(&mut self, words: &Words) {
        (self.note, self.missing, self.chosen) = (None, None, None);
        let folder = self.typed_folder();
        if folder == self.listing.folder {
            self.seek();
        } else {
            self.look(Wish::Show, folder, words);
        }
    }

    fn typed_folder(&self) -> PathBuf {
        resolve(&self.base, self.home.as_deref(), parts(&self.line).0)
    }

    /// Which rows are shown.
    fn seek(&mut self) {
        let (_, name) = parts(&self.line);
        // While a new file is named, those that are there are shown for its folder's sake.
        let sought = if self.is_saving() || self.chosen.is_some() { "" } else { name };
        let with_hidden = self.with_hidden || (name.starts_with('.') && !self.is_saving());
        self.rows = self.listing.shown(with_hidden, self.ending(), sought);
        self.chosen = self.chosen.filter(|row| *row < self.rows.len());
    }

    /// What the line becomes with Tab, where that is more.
    fn completion(&self) -> Option<String> {
        let (folder, name) = parts(&self.line);
        if name.is_empty() || self.typed_folder() != self.listing.folder {
            return None;
        }
        let completed = format!("{folder}{}", self.listing.complete(name, self.ending())?);
        (completed != self.line).then_some(completed)
    }

    /// Chooses the row that lies so far from the one that is chosen.
    fn step(&mut self, by: isize) {
        let Some(last) = self.rows.len().checked_sub(1) else { return };
        let next = match self.chosen {
            Some(row) => row.saturating_add_signed(by).min(last),
            None if by < 0 => last,
            None => 0,
        };
        self.choose(next);
    }

    fn choose(&mut self, row: usize) {
        let Some(entry) = self.rows.get(row).map(|at| &self.listing.entries[*at]) else { return };
        (self.chosen, self.wants_sight) = (Some(row), true);
        if !entry.is_folder {
            let (folder, _) = parts(&self.line);
            self.line = format!("{folder}{}", entry.label);
        }
    }

    fn parent(&self) -> Option<&Path> {
        self.listing.folder.parent()
    }
}
