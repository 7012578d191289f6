//! One open document, and what somebody does with it: reading it, its answers, what is looked at, its picture.
//!
//! **Boundary:** nothing here knows egui; a test can do everything that the window does.

pub mod document;
pub mod drawing;
pub mod files;
pub mod filter;
pub mod job;
pub mod keeping;
pub mod look;
mod proposals;
pub mod recent;
pub mod starters;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::analysis::{ActorIx, RouteError, Routes, routes};
use crate::model::terms::View;
use crate::picture::geometry::Size;
use crate::picture::lens::Lens;
use crate::picture::palette::Theme;
use crate::picture::spotlight::Item;
use crate::words::Words;
use job::{Poll, Wake};

pub use document::{Document, NotOpened, Source};
pub use drawing::{Drawing, Drawn};
pub use filter::Filter;
pub use job::Job;
pub use look::Look;
pub use proposals::Proposals;
pub use recent::Recent;

/// How many alternatives to the best channel can be paged through.
const ALTERNATIVES: usize = 5;

/// What came of opening a file.
type Opened = Result<Document, Box<NotOpened>>;
/// How an actor is heard, or why that can't be asked.
type Found = Result<Routes, RouteError>;

/// What is open, and how it is looked at.
pub struct Session {
    /// The reader's words.
    pub words: Words,
    /// The map that is open.
    pub document: Option<Document>,
    /// A file that could not be opened, until somebody has seen why.
    pub not_opened: Option<Box<NotOpened>>,
    /// How the map is looked at.
    pub look: Look,
    /// In which colours.
    pub theme: Theme,
    /// Maps that were opened lately.
    pub recent: Recent,
    /// The ties that would close the most gaps.
    pub proposals: Proposals,
    drawing: Drawing,
    opening: Option<(PathBuf, Job<Opened>)>,
    routes: Option<(u64, ActorIx, Found)>,
    revisions: u64,
    wake: Wake,
}

impl Session {
    /// Nothing is open yet. `wake` is called, from any thread, when something that was worked out is there.
    pub fn new(words: Words, recent: Recent, wake: Wake) -> Self {
        Self {
            words,
            document: None,
            not_opened: None,
            look: Look::default(),
            theme: Theme::Light,
            recent,
            proposals: Proposals::default(),
            drawing: Drawing::default(),
            opening: None,
            routes: None,
            revisions: 0,
            wake,
        }
    }

    /// Begins to open a file; what is open stays so until that has worked.
    pub fn open_file(&mut self, path: &Path) {
        self.revisions += 1;
        let (revision, language) = (self.revisions, self.words.language().clone());
        let file = path.to_owned();
        let work = move |_: &(dyn Fn(crate::analysis::Progress) -> bool + Sync)| {
            Document::open(&file, &Words::of(&language), revision)
        };
        self.opening = Some((path.to_owned(), Job::start(Arc::clone(&self.wake), work)));
    }

    /// The file that is being opened.
    pub fn is_opening(&self) -> Option<&Path> {
        self.opening.as_ref().map(|(path, _)| path.as_path())
    }

    /// Opens a sample or a template; both are part of the program.
    pub fn open_starter(&mut self, source: Source) {
        let (list, name) = match &source {
            Source::Sample(name) => (starters::SAMPLES.as_slice(), *name),
            Source::Template(name) => (starters::TEMPLATES.as_slice(), *name),
            Source::File(path) => return self.open_file(&path.clone()),
        };
        let text = list.iter().find(|(known, _)| *known == name).map(|(_, text)| *text);
        let Some(map) = text.and_then(starters::starter) else { return };
        self.revisions += 1;
        let document = Document::new(source, map, Vec::new(), self.revisions);
        self.show(document);
    }

    /// Closes what is open.
    pub fn close(&mut self) {
        self.document = None;
        self.not_opened = None;
        self.opening = None;
        self.look = Look::default();
        self.proposals = Proposals::default();
    }

    /// Takes in what was worked out beside the window. Whether something still is.
    pub fn poll(&mut self) -> bool {
        if let Some((path, job)) = self.opening.take() {
            match job.poll() {
                Poll::Working(_) => self.opening = Some((path, job)),
                Poll::Done(Ok(document)) => {
                    self.recent.add(&path);
                    self.show(document);
                }
                Poll::Done(Err(not_opened)) => self.not_opened = Some(not_opened),
                Poll::Lost => {
                    let why = self.words.text("not-opened-lost");
                    self.not_opened = Some(Box::new(NotOpened { path, why, problems: Vec::new() }));
                }
            }
        }
        self.proposals.poll();
        self.opening.is_some() || self.proposals.progress().is_some() || self.drawing.progress().is_some()
    }

    /// Looks at something, or at nothing.
    pub fn look_at(&mut self, item: Option<Item>) {
        self.look.item = item;
        self.look.route = None;
    }

    /// Shows another way of the voice that is looked at; 0 is the best.
    pub fn show_route(&mut self, number: usize) {
        let Some(actor) = self.voice_looked_at() else { return };
        let route = match self.routes(actor) {
            Some(Ok(routes)) if number > 0 => routes.alternatives.get(number - 1).cloned(),
            _ => None,
        };
        self.look.route = route;
    }

    /// Shows the map in another way.
    pub fn show_view(&mut self, view: View) {
        self.look.view = view;
        if view == View::Rings && self.look.centre.is_none() {
            self.look.centre = self.actor_looked_at();
        }
    }

    /// Colours the map by something else.
    pub fn show_lens(&mut self, lens: Lens) {
        self.look.lens = lens;
    }

    /// The actor that is looked at.
    pub fn actor_looked_at(&self) -> Option<ActorIx> {
        match self.look.item {
            Some(Item::Actor(actor)) => Some(actor),
            _ => None,
        }
    }

    /// The actor whose channel is of interest: the one that is looked at, or an expected voice that is one actor.
    pub fn voice_looked_at(&self) -> Option<ActorIx> {
        match self.look.item {
            Some(Item::Actor(actor)) => Some(actor),
            Some(Item::Expected(expected)) => {
                let analysis = &self.document.as_ref()?.analysis;
                let actors = &analysis.expected_voices.get(expected as usize)?.actors;
                // Of several, the one that fares best says how the voice fares.
                actors
                    .iter()
                    .copied()
                    .max_by_key(|actor| (analysis.state_of(*actor), std::cmp::Reverse(*actor)))
            }
            _ => None,
        }
    }

    /// How an actor is heard, worked out once.
    pub fn routes(&mut self, actor: ActorIx) -> Option<&Result<Routes, RouteError>> {
        let document = self.document.as_ref()?;
        let is_known = matches!(&self.routes, Some((revision, known, _)) if *revision == document.revision && *known == actor);
        if !is_known {
            let found = routes(&document.analysis, actor, None, ALTERNATIVES);
            self.routes = Some((document.revision, actor, found));
        }
        self.routes.as_ref().map(|(_, _, found)| found)
    }

    /// Begins to work the bridges out.
    pub fn propose(&mut self) {
        if let Some(document) = &self.document {
            self.proposals.start(&document.analysis, &self.wake);
        }
    }

    /// The drawing for a room of that size; `None` as long as the first one is being worked out.
    pub fn draw(&mut self, size: Size) -> Option<Drawn> {
        let document = self.document.as_ref()?;
        let bridges = self.proposals.ends();
        let wanted = drawing::Wanted {
            document,
            look: &self.look,
            theme: self.theme,
            size,
            words: &self.words,
            bridges: &bridges,
        };
        self.drawing.get(wanted, &self.wake)
    }

    fn show(&mut self, document: Document) {
        self.look = Look { view: self.look.view, ..Look::default() };
        self.not_opened = None;
        self.proposals = Proposals::default();
        self.routes = None;
        self.document = Some(document);
        self.proposals.start_if_quick(self.document.as_ref().map(|document| &document.analysis), &self.wake);
    }
}
