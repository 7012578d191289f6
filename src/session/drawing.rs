//! The drawing of a document: its layout and its scene, worked out again only when what they depend on has changed.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use super::document::{Document, Supposed};
use super::job::{Job, Poll, Wake, drop_beside};
use super::look::Look;
use crate::analysis::{ActorIx, Analysis, Progress, Stopped, TieIx};
use crate::breakdown::{Breakdown, guarded_with};
use crate::model::terms::View;
use crate::model::{LevelId, Position};
use crate::picture::faces;
use crate::picture::geometry::{Point, Size};
use crate::picture::labels::rooms;
use crate::picture::layout::{Asked, Before, Ground, Layout, MARK, layout};
use crate::picture::lens::Seen;
use crate::picture::names::{Name, names, short_names};
use crate::picture::palette::Theme;
use crate::picture::scene::{Given, Scene, scene};
use crate::picture::spotlight::Spotlight;
use crate::words::Words;

/// Up to so many actors and ties a layout is worked out at once, in some hundredths of a second; above, beside the window.
const AT_ONCE: usize = 250;

/// So many bytes an actor or a tie takes in a picture, at least.
const LEAST: usize = 300;
/// Pictures of more ties are not given up while the window waits.
const LARGE: usize = 5_000;

/// The widest that a name becomes beside a table.
const IN_TABLE: f32 = 126.0;

/// So many actors and ties are remembered as they stood in earlier states of the map.
const REMEMBERED: usize = 200_000;

/// What a layout depends on.
#[derive(Debug, Clone, PartialEq)]
struct LayoutKey {
    opened: u64,
    revision: u64,
    view: View,
    centre: Option<ActorIx>,
    /// The room; absent where nobody moves whatever the room.
    size: Option<(u32, u32)>,
    language: String,
    with_inactive: bool,
    fonts: faces::Generation,
    /// Which state of the map it is, and what is supposed of it: a map that is again as it was is drawn again as it was.
    state: u64,
    supposed: Supposed,
}

impl LayoutKey {
    /// Whether both ask for the same picture, though something may have been done and taken back in between.
    fn is_like(&self, other: &Self) -> bool {
        let revision = self.revision;
        Self { revision, ..other.clone() } == *self
    }
}

/// What a scene depends on, beside its layout.
#[derive(Debug, Clone, PartialEq)]
struct SceneKey {
    look: Look,
    theme: Theme,
    bridges: usize,
}

/// Names, ties, and where everything is.
#[derive(Debug)]
pub struct Placed {
    /// The names.
    pub names: Vec<Name>,
    /// The ties that are drawn.
    pub ties: Vec<TieIx>,
    /// Where everything is.
    pub layout: Layout,
    /// Half the width of a mark.
    pub mark: f32,
    /// Where everybody is from now on; absent in views that are laid out by what the map says alone.
    before: Option<Arc<Before>>,
}

impl Placed {
    /// A place in the picture as a map holds it: in Levels down from where the band of that level began when the map was
    /// first laid out, however far it has been pushed since.
    pub fn position(&self, level: Option<&LevelId>, at: Point) -> Position {
        let band = level.zip(self.before.as_ref()).and_then(|(level, before)| before.band(level));
        let pushed = band.map_or(0.0, |band| band.top - band.origin);
        Position { x: f64::from(at.x), y: f64::from(at.y - pushed) }
    }

    /// How many actors and ties there are.
    fn size(&self) -> usize {
        self.names.len() + self.ties.len()
    }
}

/// A drawing that is ready.
#[derive(Debug, Clone)]
pub struct Drawn {
    /// Where everything is.
    pub placed: Arc<Placed>,
    /// What it looks like.
    pub scene: Arc<Scene>,
    /// Another number for every other layout.
    pub layout_number: u64,
    /// Another number for every other scene.
    pub number: u64,
    /// Of which opening of a map it is, and of which state.
    of: (u64, u64),
}

type Answer = Result<Placed, Stopped>;

/// Draws a document as somebody looks at it.
#[derive(Debug, Default)]
pub struct Drawing {
    wanted: Option<LayoutKey>,
    job: Option<Job<Answer>>,
    /// Where what is wanted broke down.
    lost: Option<Breakdown>,
    placed: Option<(LayoutKey, Arc<Placed>)>,
    /// Where everybody stands in the views where people remember that, whatever else is shown meanwhile; and of which
    /// opening of a map that is.
    stood: BTreeMap<View, (u64, Arc<Before>)>,
    /// Where everything was in states of the map that have been seen, the last one at the end.
    remembered: VecDeque<(LayoutKey, Arc<Placed>)>,
    drawn: Option<(SceneKey, Drawn)>,
    numbers: u64,
}

/// What a drawing is to show.
#[derive(Clone, Copy)]
pub struct Wanted<'a> {
    /// The document.
    pub document: &'a Document,
    /// How it is looked at.
    pub look: &'a Look,
    /// In which colours.
    pub theme: Theme,
    /// In which room.
    pub size: Size,
    /// In whose words.
    pub words: &'a Words,
    /// The ties that were proposed, by their ends.
    pub bridges: &'a [(ActorIx, ActorIx)],
}

impl Drawing {
    /// The drawing as it is wanted; while that is worked out beside the window, the last one of the same state of the map,
    /// and `None` where there is none.
    pub fn get(&mut self, wanted: Wanted, wake: &Wake) -> Option<Drawn> {
        let key = layout_key(wanted);
        if self.wanted.as_ref() != Some(&key) {
            self.start(key.clone(), wanted, wake);
        }
        match self.job.as_ref().map(Job::poll) {
            Some(Poll::Done(answer)) => {
                self.job = None;
                if let Ok(placed) = answer {
                    self.place(key, placed);
                }
            }
            // The next change asks again; until then what is seen stays.
            Some(Poll::Lost(breakdown)) => (self.job, self.lost) = (None, Some(breakdown)),
            Some(Poll::Working(_)) | None => {}
        }
        let (placed_key, placed) = self.placed.as_ref()?;
        if placed_key.revision != wanted.document.revision {
            return None;
        }
        let placed = Arc::clone(placed);
        let key = SceneKey { look: wanted.look.clone(), theme: wanted.theme, bridges: wanted.bridges.len() };
        if self.drawn.as_ref().is_none_or(|(known, _)| *known != key) {
            self.numbers += 1;
            let scene = Arc::new(draw(wanted, &placed));
            let layout_number = self.drawn.as_ref().map_or(self.numbers, |(_, drawn)| {
                if Arc::ptr_eq(&drawn.placed, &placed) { drawn.layout_number } else { self.numbers }
            });
            let of = (wanted.document.opened, wanted.document.revision);
            let is_large = placed.ties.len() > LARGE;
            let drawn = Drawn { placed, scene, number: self.numbers, layout_number, of };
            let old = self.drawn.replace((key, drawn));
            if is_large {
                drop_beside(old);
            }
        }
        self.drawn.as_ref().map(|(_, drawn)| drawn.clone())
    }

    /// The last drawing of a document as it is now.
    pub fn drawn(&self, document: &Document) -> Option<&Drawn> {
        self.before_change(document).filter(|drawn| drawn.of.1 == document.revision)
    }

    /// The last drawing of a document, though it may have changed since: to be seen until there is another, and not to be
    /// touched, because its numbers of actors and ties may be those of others now.
    pub fn before_change(&self, document: &Document) -> Option<&Drawn> {
        self.drawn.as_ref().map(|(_, drawn)| drawn).filter(|drawn| drawn.of.0 == document.opened)
    }

    /// How far a layout has come that is worked out beside the window.
    pub fn progress(&self) -> Option<Progress> {
        self.job.as_ref().map(Job::progress)
    }

    /// Where the drawing that is wanted broke down; it is tried again when another is wanted.
    pub fn broke_down(&self) -> Option<&Breakdown> {
        self.lost.as_ref()
    }

    /// Tries again what broke down.
    pub fn try_again(&mut self) {
        if self.lost.is_some() {
            self.wanted = None;
        }
    }

    fn start(&mut self, key: LayoutKey, wanted: Wanted, wake: &Wake) {
        if let Some((_, placed)) = self.remembered.iter().rev().find(|(known, _)| known.is_like(&key)) {
            let placed = Arc::clone(placed);
            (self.wanted, self.job, self.lost) = (Some(key.clone()), None, None);
            return self.show(key, placed);
        }
        let analysis = Arc::clone(&wanted.document.analysis);
        let ties = ties(&analysis, wanted.look.filter.with_inactive);
        let (view, size, centre) = (wanted.look.view, wanted.size, wanted.look.centre);
        let language = wanted.words.language().clone();
        self.wanted = Some(key.clone());
        self.lost = None;
        let before = self.stood(&key);
        let actors = analysis.network.actors.len();
        let is_small = actors + ties.len() <= AT_ONCE;
        let least = LEAST * (actors + ties.len());
        let work = move |keep_on: &(dyn Fn(Progress) -> bool + Sync)| {
            #[cfg(test)]
            super::breakdowns::tests::break_on_purpose(&analysis.network.map, "picture");
            // Fifty thousand names take half a second to measure.
            let names = match view {
                View::Matrix => short_names(&analysis.network, &language, IN_TABLE),
                _ => names(&analysis.network, &language),
            };
            let rooms = rooms(&analysis, &names);
            let asked = Asked {
                network: &analysis.network,
                view,
                size,
                names: if view == View::Matrix { &names } else { &rooms },
                ties: &ties,
                centre,
                is_right_to_left: language.is_right_to_left(),
                before: before.as_deref(),
            };
            let layout = layout(asked, keep_on)?;
            let before = is_held(view).then(|| Arc::new(Before::of(asked, &layout)));
            let mark = mark(&layout);
            Ok(Placed { names, ties, layout, mark, before })
        };
        if is_small {
            self.job = None;
            match guarded_with(least, || work(&|_| true)) {
                Ok(Ok(placed)) => self.place(key, placed),
                Ok(Err(Stopped)) => {}
                Err(breakdown) => self.lost = Some(breakdown),
            }
        } else {
            self.job = Some(Job::start_with(Arc::clone(wake), least, work));
        }
    }

    /// Where everybody stands in the view that is wanted; nowhere in a map that was not seen in it since it was opened.
    fn stood(&self, key: &LayoutKey) -> Option<Arc<Before>> {
        let (_, before) = self.stood.get(&key.view).filter(|(opened, _)| *opened == key.opened)?;
        Some(Arc::clone(before))
    }

    fn place(&mut self, key: LayoutKey, placed: Placed) {
        self.show(key, Arc::new(placed));
    }

    fn show(&mut self, key: LayoutKey, placed: Arc<Placed>) {
        if let Some(before) = &placed.before {
            self.stood.insert(key.view, (key.opened, Arc::clone(before)));
        }
        self.remembered.retain(|(known, _)| known.opened == key.opened && !known.is_like(&key));
        self.remembered.push_back((key.clone(), Arc::clone(&placed)));
        let mut size: usize = self.remembered.iter().map(|(_, placed)| placed.size()).sum();
        while size > REMEMBERED
            && let Some((_, oldest)) = self.remembered.pop_front()
        {
            size -= oldest.size();
        }
        let is_large = placed.ties.len() > LARGE;
        let old = (self.placed.replace((key, placed)), self.drawn.take());
        if is_large {
            drop_beside(old);
        }
    }
}

/// Whether everybody stays where they are in a view, whatever is done to the map or to the window.
fn is_held(view: View) -> bool {
    matches!(view, View::Levels | View::Network)
}

fn layout_key(wanted: Wanted) -> LayoutKey {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a window is no billions of points wide"
    )]
    let points = |length: f32| length.max(0.0) as u32;
    LayoutKey {
        opened: wanted.document.opened,
        revision: wanted.document.revision,
        view: wanted.look.view,
        centre: wanted.look.centre.filter(|_| wanted.look.view == View::Rings),
        size: (!is_held(wanted.look.view)).then(|| (points(wanted.size.width), points(wanted.size.height))),
        language: wanted.words.language().to_string(),
        with_inactive: wanted.look.filter.with_inactive,
        state: wanted.document.state(),
        supposed: wanted.document.supposed.clone(),
        fonts: faces::generation(),
    }
}

/// The ties that can be drawn. Those that are not in use would only be in the way, unless somebody asks for them.
fn ties(analysis: &Analysis, with_inactive: bool) -> Vec<TieIx> {
    let links = (0..).zip(&analysis.network.ties);
    links.filter(|(_, link)| link.is_active || with_inactive).map(|(tie, _)| tie).collect()
}

/// In a table marks are as large as its cells allow.
fn mark(layout: &Layout) -> f32 {
    let cell = layout.grounds.iter().find_map(|ground| match ground {
        Ground::Table { cell, .. } => Some(*cell),
        _ => None,
    });
    cell.map_or(MARK, |cell| cell * 0.38)
}

fn draw(wanted: Wanted, placed: &Placed) -> Scene {
    let analysis = &wanted.document.analysis;
    let palette = wanted.theme.palette();
    let seen = Seen::new(analysis, wanted.look.lens, palette);
    let filter = &wanted.look.filter;
    let spotlight = match (&wanted.look.item, &wanted.look.route) {
        (Some(_), Some(route)) => Some(Spotlight::along(route)),
        (Some(item), None) => Some(Spotlight::on(analysis, *item, wanted.bridges)),
        (None, _) if !wanted.look.chosen.is_empty() => Some(Spotlight::among(analysis, &wanted.look.chosen)),
        (None, _) => None,
    };
    scene(Given {
        analysis,
        ties: &placed.ties,
        layout: &placed.layout,
        mark: placed.mark,
        names: &placed.names,
        seen: &seen,
        palette,
        is_shown: &filter.actors(analysis),
        classes: &|tie| filter.has_tie(analysis, tie),
        spotlight: spotlight.as_ref(),
        words: wanted.words,
        is_right_to_left: wanted.words.language().is_right_to_left(),
    })
}
