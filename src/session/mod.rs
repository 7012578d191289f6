//! One open document, and what somebody does with it: reading it, its answers, what is looked at, its picture.
//!
//! **Boundary:** nothing here knows egui; a test can do everything that the window does.

mod both;
mod breakdowns;
pub mod browse;
pub mod building;
mod carry;
pub mod clock;
pub mod document;
pub mod drawing;
mod editing;
pub mod files;
pub mod filter;
pub mod job;
pub mod keeping;
pub mod look;
mod merging;
mod notes;
pub mod pasting;
mod proposals;
pub mod recent;
mod recovery;
pub mod saving;
mod saving_as;
pub mod settings;
pub mod starters;
pub mod tally;
pub mod versions;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::analysis::{ActorIx, RouteError, Routes, routes};
use crate::breakdown::{Breakdown, guarded_with};
use crate::model::terms::View;
use crate::model::{Language, Map};
use crate::picture::geometry::Size;
use crate::picture::lens::Lens;
use crate::picture::spotlight::Item;
use crate::words::{Words, breakdown_text};
use job::{Poll, Wake};

pub use both::Chosen;
pub use document::{Answers, Document, NotOpened, Source, Supposed};
pub use drawing::{Drawing, Drawn};
pub use filter::Filter;
pub use job::Job;
pub use keeping::{Draft, Fingerprint, Keeper};
pub use look::Look;
pub use pasting::Pasting;
pub use proposals::Proposals;
pub use recent::Recent;
pub use saving::{After, Kept, Question};
pub use settings::{Motion, Settings};

/// How many alternatives to the best channel can be paged through.
const ALTERNATIVES: usize = 5;
/// Up to so many actors and ties a map answers at once, in some milliseconds.
const AT_ONCE: usize = 2_000;

/// What came of opening a file.
type Opened = Result<(Document, Kept), Box<NotOpened>>;
/// A file that is being opened, and the map that was open when that began.
struct Opening {
    path: PathBuf,
    before: Option<Arc<Map>>,
    job: Job<Opened>,
}

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
    /// What stays as somebody likes it.
    pub settings: Settings,
    /// Maps that were opened lately.
    pub recent: Recent,
    /// The ties that would close the most gaps.
    pub proposals: Proposals,
    /// What lies in the way of something, until somebody has answered.
    pub question: Option<Question>,
    /// What is done once the map is saved.
    pub after: Option<After>,
    /// Drafts that programs left behind that are no longer there.
    pub drafts: Vec<Draft>,
    seeking: Option<Job<Vec<Draft>>>,
    keeper: Keeper,
    kept: Kept,
    saves: saving::Saves,
    merging: Option<merging::Merging>,
    restoring: Option<versions::Restoring>,
    /// Two states of one map that somebody looks at.
    both: Option<both::Both>,
    /// Whether what waits for a save is done although something was changed since.
    gives_up: bool,
    /// The document of which the drafts were offered.
    offered: Option<u64>,
    /// Whether it was said that there are drafts of other files.
    told_of_others: bool,
    /// Which burst of typing the last change belongs to.
    burst: Option<u64>,
    /// The language that is spoken where the settings name none.
    usual_language: Language,
    drawing: Drawing,
    opening: Option<Opening>,
    answering: Option<(Supposed, Job<Answers>)>,
    asking: Option<Job<Option<bool>>>,
    system_asks_for_less: bool,
    /// What has to be said and belongs to no place of its own, until somebody has read it.
    pub notes: Vec<String>,
    /// Those of them that hold for one state of the map.
    passing: Vec<notes::Passing>,
    routes: Option<(u64, ActorIx, Found)>,
    /// Which breakdowns were told since the map was opened: what breaks down again and again is told once.
    told: BTreeSet<(&'static str, Breakdown)>,
    revisions: u64,
    wake: Wake,
}

impl Session {
    /// Nothing is open yet. `wake` is called, from any thread, when something that was worked out is there.
    pub fn new(words: Words, settings: Settings, recent: Recent, keeper: Keeper, wake: Wake) -> Self {
        let keeper = keeper.keeping_versions(settings.keeps_drafts);
        Self {
            usual_language: words.language().clone(),
            words,
            document: None,
            not_opened: None,
            look: Look::default(),
            settings,
            recent,
            proposals: Proposals::default(),
            question: None,
            after: None,
            drafts: Vec::new(),
            seeking: None,
            keeper,
            kept: Kept::default(),
            saves: saving::Saves::default(),
            merging: None,
            restoring: None,
            both: None,
            gives_up: false,
            offered: None,
            told_of_others: false,
            burst: None,
            drawing: Drawing::default(),
            opening: None,
            answering: None,
            asking: None,
            system_asks_for_less: false,
            notes: Vec::new(),
            passing: Vec::new(),
            routes: None,
            told: BTreeSet::new(),
            revisions: 0,
            wake,
        }
    }

    /// Where work is kept.
    pub fn keeper(&self) -> &Keeper {
        &self.keeper
    }

    /// What calls the window when something that was worked out beside it is there.
    pub fn wake(&self) -> &Wake {
        &self.wake
    }

    /// The same for a map that is so large that everything about its names is worked out beside the window.
    pub fn wake_if_large(&self) -> Option<&Wake> {
        let map = self.document.as_ref()?.map();
        (map.actors.len() + map.ties.len() > AT_ONCE).then_some(&self.wake)
    }

    /// Begins to open a file; what is open stays so until that has worked.
    pub fn open_file(&mut self, path: &Path) {
        self.revisions += 1;
        let (revision, language) = (self.revisions, self.words.language().clone());
        // Whatever folder is another one later, or for another program: it is this file.
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let (file, keeper) = (path.clone(), self.keeper.clone());
        let work = move |_: &(dyn Fn(crate::analysis::Progress) -> bool + Sync)| {
            let (document, print) = Document::open(&file, &keeper, &Words::of(&language), revision)?;
            keeper.sweep(&file);
            Ok((document, Kept::of(&keeper, &file, print)))
        };
        let before = self.document.as_ref().map(|document| Arc::clone(document.map()));
        self.opening = Some(Opening { path, before, job: Job::start(Arc::clone(&self.wake), work) });
    }

    /// The file that is being opened.
    pub fn is_opening(&self) -> Option<&Path> {
        self.opening.as_ref().map(|opening| opening.path.as_path())
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
        self.give_up();
        self.show(document);
        self.keep(Kept::default());
    }

    /// Closes what is open.
    pub fn close(&mut self) {
        self.give_up();
        self.document = None;
        self.question.take_if(|question| *question == Question::Drafts);
        self.not_opened = None;
        self.opening = None;
        self.answering = None;
        self.merging = None;
        self.look = Look::default();
        self.proposals = Proposals::default();
    }

    /// Takes in what was worked out beside the window. Whether something still is.
    pub fn poll(&mut self) -> bool {
        // What is being saved is in its file before another map takes the place of this one.
        let opening = if self.is_saving() { None } else { self.opening.take() };
        if let Some(Opening { path, before, job }) = opening {
            match job.poll() {
                Poll::Working(_) => self.opening = Some(Opening { path, before, job }),
                // What was changed while the file was being read was never asked about.
                Poll::Done(Ok(_)) if self.is_changed_since(before.as_ref()) => {
                    self.question = Some(Question::Unsaved(After::Open(path)));
                }
                Poll::Done(Ok((document, kept))) => {
                    self.recent.add(&path);
                    self.give_up();
                    self.show(document);
                    self.keep(kept);
                    // Programs may have ended since that was last looked at. Those that are being looked for are held.
                    if self.seeking.is_none() {
                        self.look_for_drafts();
                    }
                }
                Poll::Done(Err(not_opened)) => self.not_opened = Some(not_opened),
                Poll::Lost(breakdown) => {
                    let why = breakdown_text(&self.words, "not-opened-lost", &breakdown);
                    self.not_opened = Some(Box::new(NotOpened { path, why, problems: Vec::new() }));
                }
            }
        }
        if let Some((supposed, job)) = self.answering.take() {
            match job.poll() {
                Poll::Working(_) => self.answering = Some((supposed, job)),
                Poll::Done(answers) => self.answer(answers, supposed),
                // What was shown is shown on.
                Poll::Lost(breakdown) => self.broke_down("breakdown-answers", &breakdown),
            }
        }
        match self.asking.as_ref().map(Job::poll) {
            Some(Poll::Done(said)) => {
                self.system_asks_for_less = said.unwrap_or(false);
                self.asking = None;
            }
            Some(Poll::Lost(_)) => self.asking = None,
            Some(Poll::Working(_)) | None => {}
        }
        self.poll_saving();
        self.poll_merging();
        self.poll_restoring();
        self.poll_autosave();
        self.poll_drafts();
        self.forget_passed();
        if let Some(breakdown) = self.proposals.poll() {
            self.broke_down("breakdown-bridges", &breakdown);
        }
        self.opening.is_some()
            || self.answering.is_some()
            || self.is_saving()
            || self.merging.is_some()
            || self.restoring.is_some()
            || self.seeking.is_some()
            || self.proposals.progress().is_some()
            || self.drawing.progress().is_some()
    }

    /// Whether what is open is not saved, and another map than it was then.
    fn is_changed_since(&self, before: Option<&Arc<Map>>) -> bool {
        let now = self.document.as_ref().map(Document::map);
        let is_same = now.zip(before).is_some_and(|(now, before)| Arc::ptr_eq(now, before));
        self.is_unsaved() && !is_same
    }

    /// Looks at something, or at nothing.
    pub fn look_at(&mut self, item: Option<Item>) {
        self.look.item = item;
        self.look.chosen.clear();
        self.look.route = None;
    }

    /// Looks at several actors together. One alone is looked at as such.
    pub fn choose(&mut self, actors: impl IntoIterator<Item = ActorIx>) {
        let chosen: BTreeSet<ActorIx> = actors.into_iter().collect();
        let one = chosen.first().copied().filter(|_| chosen.len() == 1);
        self.look_at(one.map(Item::Actor));
        if one.is_none() {
            self.look.chosen = chosen;
        }
    }

    /// The actors that are looked at, one or several.
    pub fn actors_looked_at(&self) -> BTreeSet<ActorIx> {
        if self.look.chosen.is_empty() {
            self.actor_looked_at().into_iter().collect()
        } else {
            self.look.chosen.clone()
        }
    }

    /// Shows what the map would say if something were otherwise. A small map answers at once, a large one beside the
    /// window; until then the last answers stay.
    pub fn suppose(&mut self, supposed: Supposed) {
        let is_new = self.document.as_ref().is_some_and(|document| document.supposed != supposed);
        if is_new || self.answering.is_some() {
            self.work_out(supposed);
        }
    }

    fn work_out(&mut self, supposed: Supposed) {
        let Some(document) = &self.document else { return };
        self.answering = None;
        let map = Arc::clone(document.map());
        if map.actors.len() + map.ties.len() <= AT_ONCE {
            match guarded_with(Answers::least(&map), || Answers::of(&map, &supposed)) {
                Ok(answers) => self.answer(answers, supposed),
                Err(breakdown) => self.broke_down("breakdown-answers", &breakdown),
            }
        } else {
            let asked = supposed.clone();
            let (wake, least) = (Arc::clone(&self.wake), Answers::least(&map));
            let job = Job::start_with(wake, least, move |_| Answers::of(&map, &asked));
            self.answering = Some((supposed, job));
        }
    }

    /// Shows answers; what was looked at stays looked at.
    fn answer(&mut self, answers: Answers, supposed: Supposed) {
        self.revisions += 1;
        let Some(document) = &mut self.document else { return };
        self.look = carry::carried(&self.look, &document.analysis, &answers.analysis);
        document.show(answers, supposed, self.revisions);
        self.proposals = Proposals::default();
        self.proposals.start_if_quick(Some(&document.analysis), &self.wake);
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

    /// Speaks that language from now on; `None` is the one that the program began with.
    pub fn speak(&mut self, language: Option<Language>) {
        let spoken = language.clone().unwrap_or_else(|| self.usual_language.clone());
        self.settings.language = language;
        self.words = Words::of(&spoken);
        self.burst = None;
    }

    /// Whether pictures may move from one layout to the next.
    pub fn may_move(&self) -> bool {
        match self.settings.motion {
            Motion::Full => true,
            Motion::Less => false,
            Motion::System => !self.system_asks_for_less,
        }
    }

    /// Asks the system whether it wants less motion, beside the window: another program answers.
    pub fn ask_system(&mut self) {
        self.asking = Some(Job::start(Arc::clone(&self.wake), |_| settings::system_asks_for_less()));
    }

    /// The drawing for a room of that size; `None` as long as the first one is being worked out.
    pub fn draw(&mut self, size: Size) -> Option<Drawn> {
        let document = self.document.as_ref()?;
        let bridges = self.proposals.ends();
        let wanted = drawing::Wanted {
            document,
            look: &self.look,
            theme: self.settings.theme,
            size,
            words: &self.words,
            bridges: &bridges,
        };
        self.drawing.get(wanted, &self.wake)
    }

    /// The drawing that was asked for last, where it is ready.
    pub fn drawn(&self) -> Option<&Drawn> {
        self.drawing.drawn(self.document.as_ref()?)
    }

    /// Where the drawing that is wanted broke down, if it did.
    pub fn drawing_broke_down(&self) -> Option<&Breakdown> {
        self.drawing.broke_down()
    }

    /// The last drawing of what is open, as it was before it was changed: to be seen, and not to be touched.
    pub fn drawn_before(&self) -> Option<&Drawn> {
        self.drawing.before_change(self.document.as_ref()?)
    }

    fn show(&mut self, document: Document) {
        self.question.take_if(|question| *question == Question::Drafts);
        self.look = Look { view: self.look.view, ..Look::default() };
        self.not_opened = None;
        self.proposals = Proposals::default();
        self.routes = None;
        self.answering = None;
        self.told.clear();
        self.document = Some(document);
        self.proposals.start_if_quick(self.document.as_ref().map(|document| &document.analysis), &self.wake);
    }
}
