//! What maps once were: the versions that are kept, what differs from now, and having one back.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::building::{Deed, Named, whole};
use super::document::Source;
use super::job::{Job, Poll};
use super::keeping::{Keeper, Shelf, Trouble, Version, difference_text};
use super::saving::Kept;
use super::{Document, Session, clock};
use crate::analysis::{Analysis, Comparison, Evidence, VoiceState, analyze, compare};
use crate::format::jisr::{read, write};
use crate::model::merge::Difference;
use crate::model::{ActorId, Id as _, Map};
use crate::words::{Words, args};

/// Of a longer list of names, the rest are counted.
const MOST: usize = 12;

/// What is deleted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purge {
    /// A version.
    One(Version),
    /// All versions of a file.
    Shelf(Shelf),
    /// All versions of files that are not there.
    Gone,
    /// All versions.
    All,
}

/// A version that was looked at.
#[derive(Debug, Clone)]
pub struct Looked {
    /// Which.
    pub version: Version,
    /// What it holds; otherwise why that can't be known, as a sentence.
    pub held: Result<Held, String>,
}

/// What a version holds.
#[derive(Debug, Clone)]
pub struct Held {
    /// The map.
    pub map: Arc<Map>,
    /// What the map is, in a sentence.
    pub what: String,
    /// What differs from now, in sentences; nothing where there is nothing to compare it with.
    pub differs: Vec<String>,
}

/// The versions, as a page shows them.
#[derive(Default)]
pub struct EarlierVersions {
    /// File by file; those of the map that is open come first.
    pub shelves: Vec<Shelf>,
    /// The one that is looked at.
    pub looked: Option<Looked>,
    /// What is to be deleted, once somebody has said so again.
    pub armed: Option<Purge>,
    /// The map that is open, as the disk has it.
    open: Option<PathBuf>,
    listing: Option<Job<Listed>>,
    looking: Option<Job<Looked>>,
}

/// The shelves, the map that is open as the disk has it, and why something was not deleted.
type Listed = (Vec<Shelf>, Option<PathBuf>, Option<Trouble>);

impl EarlierVersions {
    /// Whether versions are those of the map that is open.
    pub fn is_of_open(&self, versions: &Shelf) -> bool {
        self.open.is_some() && self.open == versions.file
    }

    /// Whether something is still being read.
    pub fn is_working(&self) -> bool {
        self.listing.is_some() || self.looking.is_some()
    }
}

/// A version that takes the place of the map that is open, once that is kept as a version itself.
pub(super) struct Restoring {
    map: Arc<Map>,
    until: String,
    opened: u64,
    job: Job<Result<(), Trouble>>,
}

impl Session {
    /// Whether what was in a file is kept when something else is saved over it.
    pub fn keeps_versions(&self) -> bool {
        self.keeper.keeps_versions()
    }

    /// Lists the versions, beside the window.
    pub fn list_versions(&mut self, page: &mut EarlierVersions) {
        self.purge(page, None);
    }

    /// Deletes versions, and lists those that are left.
    pub fn purge(&mut self, page: &mut EarlierVersions, what: Option<Purge>) {
        let (keeper, open) = (self.keeper.clone(), self.kept.target.clone());
        page.armed = None;
        page.listing = Some(Job::start(Arc::clone(&self.wake), move |_| {
            let trouble = what.and_then(|what| delete(&keeper, &what).err());
            let mut shelves = keeper.shelves();
            shelves.sort_by_key(|shelf| !(open.is_some() && shelf.file == open));
            (shelves, open, trouble)
        }));
    }

    /// Takes in what was read for a page.
    pub fn poll_versions(&mut self, page: &mut EarlierVersions) {
        match page.listing.as_ref().map(Job::poll) {
            Some(Poll::Done((shelves, open, trouble))) => {
                (page.listing, page.open) = (None, open);
                let is_left =
                    |looked: &Looked| shelves.iter().any(|shelf| shelf.versions.contains(&looked.version));
                page.looked = page.looked.take().filter(is_left);
                page.shelves = shelves;
                if let Some(trouble) = trouble {
                    self.notes.push(
                        self.words.say(
                            "versions-not-deleted",
                            &args([("why", trouble.reason(&self.words).into())]),
                        ),
                    );
                }
            }
            Some(Poll::Lost(breakdown)) => {
                page.listing = None;
                self.broke_down("breakdown-command", &breakdown);
            }
            Some(Poll::Working(_)) | None => {}
        }
        match page.looking.as_ref().map(Job::poll) {
            Some(Poll::Done(looked)) => (page.looking, page.looked) = (None, Some(looked)),
            Some(Poll::Lost(breakdown)) => {
                page.looking = None;
                self.broke_down("breakdown-command", &breakdown);
            }
            Some(Poll::Working(_)) | None => {}
        }
    }

    /// Looks at a version, beside the window: what it holds, and what differs from the map that is open, if it is one of its
    /// file, or else from what is in its file now.
    pub fn look_at_version(&self, page: &mut EarlierVersions, of: &Shelf, version: Version) {
        let (keeper, language) = (self.keeper.clone(), self.words.language().clone());
        let open = self.document.as_ref().filter(|_| page.is_of_open(of));
        let now = open.map(|document| Arc::clone(document.map()));
        let file = of.file.clone();
        page.looking = Some(Job::start(Arc::clone(&self.wake), move |_| {
            let words = Words::of(&language);
            let now = now.or_else(|| {
                let (bytes, _) = keeper.read(&file?).ok()?;
                read(&bytes).ok()?.sound().ok().map(Arc::new)
            });
            let held = held(&keeper, &version, now.as_ref(), &words);
            Looked { version, held }
        }));
    }

    /// Makes the map that is open what a version of it was, as one step that can be taken back. As it is now it is kept as a
    /// version first. Nothing is saved yet.
    pub fn restore(&mut self, map: Arc<Map>, until: String) {
        let (Some(document), Some(path)) = (&self.document, self.file().map(Path::to_owned)) else { return };
        let (keeper, now, opened) = (self.keeper.clone(), Arc::clone(document.map()), document.opened);
        let job = Job::start(Arc::clone(&self.wake), move |_| keeper.keep_version(&path, &write(&now)));
        self.restoring = Some(Restoring { map, until, opened, job });
    }

    /// Goes on with that.
    pub(super) fn poll_restoring(&mut self) {
        let Some(restoring) = self.restoring.take() else { return };
        let kept = match restoring.job.poll() {
            Poll::Working(_) => {
                self.restoring = Some(restoring);
                return;
            }
            Poll::Done(kept) => kept.map_err(|trouble| trouble.text(&self.words)),
            Poll::Lost(breakdown) => return self.broke_down("save-lost", &breakdown),
        };
        let Some(document) = self.document.as_ref().filter(|open| open.opened == restoring.opened) else {
            return;
        };
        if let Err(why) = kept {
            // It can be taken back all the same.
            self.notes.push(self.words.say("restored-not-kept", &args([("why", why.into())])));
        }
        let Named { edit, .. } = whole::replace(document.map(), Map::clone(&restoring.map));
        let until = || ("until", restoring.until.as_str().into());
        match self.edit(Named { deed: Deed::Restore(restoring.until.clone()), edit }) {
            Ok(()) => self.say_of_now(self.words.say("restored", &args([until()]))),
            Err(refusal) => self.say_of_now(refusal.0),
        }
    }

    /// Opens a map that lies in no file.
    pub fn open_map(&mut self, map: &Map) {
        self.revisions += 1;
        let mut document = Document::new(Source::Template("blank"), map.clone(), Vec::new(), self.revisions);
        document.is_recovered();
        self.give_up();
        self.show(document);
        self.keep(Kept::default());
        self.keep_draft();
    }
}

fn delete(keeper: &Keeper, what: &Purge) -> Result<(), Trouble> {
    let shelves = |keep: fn(&Shelf) -> bool| keeper.shelves().into_iter().filter(keep);
    match what {
        Purge::One(version) => keeper.remove_version(version),
        Purge::Shelf(shelf) => keeper.remove_shelf(shelf),
        Purge::Gone => shelves(|shelf| !shelf.is_there).try_for_each(|shelf| keeper.remove_shelf(&shelf)),
        Purge::All => shelves(|_| true).try_for_each(|shelf| keeper.remove_shelf(&shelf)),
    }
}

/// When a version was replaced, as the page says it: to the second where another one of its file was in the same minute.
pub fn until(version: &Version, of: &Shelf, words: &Words) -> String {
    let minute = |version: &Version| version.until.and_then(clock::local);
    let own = minute(version);
    let is_alone = of.versions.iter().filter(|other| minute(other) == own).count() < 2;
    let exact = version.until.and_then(clock::local_to_the_second).filter(|_| !is_alone);
    exact.or(own).unwrap_or_else(|| words.text("version-no-time"))
}

fn held(keeper: &Keeper, version: &Version, now: Option<&Arc<Map>>, words: &Words) -> Result<Held, String> {
    let unreadable = || words.text("version-unreadable");
    let bytes = keeper.version(version).map_err(|_| unreadable())?;
    let map = read(&bytes).ok().and_then(|reading| reading.sound().ok()).ok_or_else(unreadable)?;
    let map = Arc::new(map);
    let what = args([
        ("title", words.read(&map.title).into()),
        ("actors", map.actors.len().into()),
        ("ties", map.ties.len().into()),
    ]);
    let differs = now.map_or_else(Vec::new, |now| differs(&map, now, words));
    Ok(Held { what: words.say("version-what", &what), differs, map })
}

/// What differs between a version and now, in sentences.
fn differs(then: &Arc<Map>, now: &Arc<Map>, words: &Words) -> Vec<String> {
    let difference = Difference::between(then, now);
    let text = difference_text(words, &difference);
    if text.is_empty() {
        return vec![words.text("version-same")];
    }
    let analysis = |map: &Arc<Map>| analyze(Arc::clone(map), Evidence::All);
    let (then, now) = (analysis(then), analysis(now));
    let comparison = compare(&then, &now);
    let mut said = vec![text];
    said.extend(names(&comparison, &then, &now, words));
    said.extend(voices(&comparison, &then, &now, words));
    let count = |analysis: &Analysis| analysis.scorecard.findings.iter().sum::<usize>();
    let (before, after) = (count(&then), count(&now));
    if before != after {
        said.push(words.say("version-findings", &args([("before", before.into()), ("after", after.into())])));
    }
    said
}

/// Who came and who went.
fn names(comparison: &Comparison, then: &Analysis, now: &Analysis, words: &Words) -> Vec<String> {
    let lists = [
        ("version-actors-added", &comparison.actors.added, now),
        ("version-actors-removed", &comparison.actors.removed, then),
        ("version-actors-changed", &comparison.actors.changed, now),
    ];
    let say = |(id, actors, analysis): (&str, &Vec<ActorId>, &Analysis)| {
        let names: Vec<&str> = actors.iter().map(|actor| name(analysis, actor, words)).collect();
        (!names.is_empty()).then(|| words.say(id, &args([("names", words.list(&names, MOST).into())])))
    };
    lists.into_iter().filter_map(say).collect()
}

/// Whose voice fares otherwise.
fn voices(comparison: &Comparison, then: &Analysis, now: &Analysis, words: &Words) -> Vec<String> {
    let mut ways: Vec<(VoiceState, VoiceState)> =
        comparison.voices.iter().map(|moved| (moved.after, moved.before)).collect();
    ways.sort_unstable_by(|a, b| b.cmp(a));
    ways.dedup();
    let say = |(after, before): (VoiceState, VoiceState)| {
        let moved = comparison.voices.iter().filter(|moved| (moved.after, moved.before) == (after, before));
        let is_there = |actor: &ActorId| now.network.place(actor).is_some();
        let name = |actor| name(if is_there(actor) { now } else { then }, actor, words);
        let names: Vec<&str> = moved.map(|moved| name(&moved.actor)).collect();
        let what = args([
            ("names", words.list(&names, MOST).into()),
            ("before", words.term("voice-state", before).into()),
            ("after", words.term("voice-state", after).into()),
        ]);
        words.say("changes-voices", &what)
    };
    ways.into_iter().map(say).collect()
}

fn name<'n>(analysis: &'n Analysis, actor: &'n ActorId, words: &'n Words) -> &'n str {
    let place = analysis.network.place(actor);
    place.map_or(actor.as_str(), |place| words.actor(&analysis.network, place))
}
