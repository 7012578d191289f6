//! A map as the window draws it, names and all, and what can be counted in such a picture.

use std::sync::Arc;

use jisr::analysis::{Analysis, Evidence, TieIx, analyze};
use jisr::model::terms::View;
use jisr::model::{Language, Map};
use jisr::picture::geometry::{Point, Rect, Size, distance_to_line};
use jisr::picture::labels::{Label, labels, rooms};
use jisr::picture::layout::{Asked, Before, Ground, Layout, MARK, layout};
use jisr::picture::lens::{Lens, Seen};
use jisr::picture::names::{Name, names, short_names};
use jisr::picture::palette::Theme;
use jisr::picture::ruler::{Weight, width};
use jisr::picture::scene::{Anchor, Caption, Given, Scene, scene};
use jisr::words::Words;

/// What is left for a picture in a window of 1366 × 768, of 1440 × 900, and with wider panels in each.
pub const CANVASES: [Size; 4] =
    [Size::new(797.0, 621.0), Size::new(871.0, 753.0), Size::new(740.0, 640.0), Size::new(830.0, 700.0)];
/// The sample maps.
pub const SAMPLES: [&str; 3] = ["jenin-2008", "jenin-2012", "valley-training"];
/// The languages that names are read in.
pub const LANGUAGES: [&str; 2] = ["en", "ar"];

/// A sample map.
pub fn sample(name: &str) -> Map {
    let path = format!("{}/sample-maps/{name}.jisr", env!("CARGO_MANIFEST_DIR"));
    let bytes = std::fs::read(path).unwrap();
    jisr::format::jisr::read(&bytes).unwrap().sound().unwrap()
}

/// A picture.
pub struct Drawn {
    /// The map and what it says.
    pub analysis: Arc<Analysis>,
    /// The names.
    pub names: Vec<Name>,
    /// The room that they take, with the words under them.
    pub rooms: Vec<Name>,
    /// The ties that are drawn.
    pub ties: Vec<TieIx>,
    /// Where everything is.
    pub layout: Layout,
    /// The same, for the picture after the next edit.
    pub before: Before,
    /// What it looks like.
    pub scene: Scene,
    /// How much smaller it is drawn to fit into its room.
    pub zoom: f32,
    /// The names that are shown.
    pub labels: Vec<Label>,
    /// The reader's words.
    pub words: Words,
    /// Whether they run from right to left.
    pub is_right_to_left: bool,
}

/// Draws a map in a view, for a room of that size.
pub fn drawn(map: Map, view: View, language: &str, size: Size) -> Drawn {
    drawn_after(map, view, language, size, None)
}

/// The same, after another picture of much the same map.
pub fn drawn_after(map: Map, view: View, language: &str, size: Size, before: Option<&Before>) -> Drawn {
    let analysis = Arc::new(analyze(Arc::new(map), Evidence::All));
    let network = &analysis.network;
    let words = Words::of(&Language::new(language));
    let names = if view == View::Matrix {
        short_names(network, words.language(), 126.0)
    } else {
        names(network, words.language())
    };
    let ties: Vec<TieIx> =
        (0..).zip(&network.ties).filter(|(_, link)| link.is_active).map(|(tie, _)| tie).collect();
    let is_right_to_left = Language::new(language).base() == "ar";
    let rooms = if view == View::Matrix { names.clone() } else { rooms(&analysis, &names) };
    let asked =
        Asked { network, view, size, names: &rooms, ties: &ties, centre: None, is_right_to_left, before };
    let layout = layout(asked, &|_| true).unwrap();
    let before = Before::of(asked, &layout);
    let palette = Theme::Light.palette();
    let seen = Seen::new(&analysis, Lens::Voices, palette);
    let cell = layout.grounds.iter().find_map(|ground| match ground {
        Ground::Table { cell, .. } => Some(*cell),
        _ => None,
    });
    let scene = scene(Given {
        analysis: &analysis,
        ties: &ties,
        layout: &layout,
        mark: cell.map_or(MARK, |cell| cell * 0.38),
        names: &names,
        seen: &seen,
        palette,
        is_shown: &vec![true; network.actors.len()],
        classes: &|_| true,
        spotlight: None,
        words: &words,
        is_right_to_left,
    });
    let extent = scene.extent;
    let zoom = (size.width / extent.width()).min(size.height / extent.height()).clamp(0.02, 1.0);
    let labels = labels(&scene.marks, &names, zoom, extent, extent, |_| false);
    drop(seen);
    Drawn { analysis, names, rooms, ties, layout, before, scene, zoom, labels, words, is_right_to_left }
}

/// Which ways lead through what is not theirs.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Through {
    /// Marks.
    pub marks: usize,
    /// Names that are shown.
    pub names: usize,
}

impl Drawn {
    fn mark(&self, at: usize) -> Rect {
        let mark = &self.scene.marks[at];
        Rect::around(mark.at, Size::new(2.0 * mark.radius, 2.0 * mark.radius))
    }

    /// Pairs of marks that overlap, of names that do, and of a name and a mark: by definition, pair by pair.
    pub fn overlaps(&self) -> usize {
        let marks: Vec<Rect> = (0..self.scene.marks.len()).map(|at| self.mark(at)).collect();
        let mut overlaps = 0;
        for (at, mark) in marks.iter().enumerate() {
            overlaps += marks[at + 1..].iter().filter(|other| other.overlaps(mark)).count();
        }
        for (at, label) in self.labels.iter().enumerate() {
            overlaps += self.labels[at + 1..].iter().filter(|other| other.room.overlaps(&label.room)).count();
            overlaps += marks.iter().filter(|mark| mark.overlaps(&label.room)).count();
        }
        overlaps
    }

    /// The same for marks and names where the layout has left room for them, shown or not.
    pub fn planned_overlaps(&self) -> usize {
        let bodies = self.layout.places.iter().zip(&self.rooms).map(|(place, name)| {
            let mark = Rect::around(place.at, Size::new(2.0 * MARK, 2.0 * MARK));
            [mark, place.side.room(place.at, MARK, name.size)]
        });
        let bodies: Vec<[Rect; 2]> = bodies.collect();
        let mut overlaps = 0;
        for (at, one) in bodies.iter().enumerate() {
            for other in &bodies[at + 1..] {
                overlaps += one
                    .iter()
                    .flat_map(|a| other.iter().map(move |b| a.overlaps(b)))
                    .filter(|is| *is)
                    .count();
            }
        }
        overlaps
    }

    /// How many of the actors have their names shown.
    pub fn named(&self) -> usize {
        self.labels.len()
    }

    /// Which ways lead through marks, and through names, that they have nothing to do with.
    pub fn through(&self) -> Through {
        let mut through = Through::default();
        for line in &self.scene.lines {
            let link = self.analysis.network.link(line.tie.unwrap());
            let is_own = |actor: u32| actor == link.from || actor == link.to;
            let legs = || line.points.windows(2);
            for mark in self.scene.marks.iter().filter(|mark| !is_own(mark.actor)) {
                through.marks += usize::from(
                    legs().any(|leg| distance_to_line(mark.at, leg[0], leg[1]) < mark.radius + 1.0),
                );
            }
            for label in &self.labels {
                let mark = &self.scene.marks[label.mark];
                let size = self.names[mark.actor as usize].size;
                // The letters are what is not to be run through.
                let room = label.room;
                let room =
                    Rect::around(room.centre(), Size::new(size.width.min(room.width()), room.height()))
                        .grown(-1.0);
                through.names +=
                    usize::from(!is_own(mark.actor) && legs().any(|leg| meets(room, leg[0], leg[1])));
            }
        }
        through
    }

    /// The same for names where the layout has left room for them, shown or not.
    pub fn through_planned(&self) -> usize {
        let mut through = 0;
        for line in &self.scene.lines {
            let link = self.analysis.network.link(line.tie.unwrap());
            for (actor, (place, name)) in (0..).zip(self.layout.places.iter().zip(&self.rooms)) {
                let room = place.side.room(place.at, MARK, name.size).grown(-1.0);
                let is_own = actor == link.from || actor == link.to;
                through +=
                    usize::from(!is_own && line.points.windows(2).any(|leg| meets(room, leg[0], leg[1])));
            }
        }
        through
    }

    /// How often ways cross as they are drawn.
    pub fn crossings(&self) -> usize {
        let boxed = |points: &[Point]| {
            points.iter().map(|at| Rect::new(*at, *at)).reduce(|a, b| a.joined(&b)).unwrap_or_default()
        };
        let ways: Vec<(&[Point], Rect)> = self.layout.ways.iter().map(|way| (way, boxed(way))).collect();
        let mut crossings = 0;
        for (at, (one, room)) in ways.iter().enumerate() {
            for (other, _) in ways[at + 1..].iter().filter(|(_, other)| other.grown(1.0).overlaps(room)) {
                for a in one.windows(2) {
                    crossings += other.windows(2).filter(|b| do_cross(a[0], a[1], b[0], b[1])).count();
                }
            }
        }
        crossings
    }

    /// Where the words stand that belong to no actor: they keep their size on the screen, however small the picture is.
    pub fn captions(&self) -> Vec<(&str, Rect)> {
        let room = |caption: &Caption| {
            let weight = if caption.is_bold { Weight::Bold } else { Weight::Regular };
            let wide = width(&caption.text, caption.size, weight) / self.zoom;
            let high = caption.size * 1.3 / self.zoom;
            let left = match caption.anchor {
                Anchor::Left => 0.0,
                Anchor::Middle => wide / 2.0,
                Anchor::Right => wide,
            };
            let corner = caption.at.moved(-left, -high / 2.0);
            Rect::new(corner, corner.moved(wide, high))
        };
        self.scene.captions.iter().map(|caption| (caption.text.as_str(), room(caption))).collect()
    }

    /// Captions that overlap a mark or a name that is shown.
    pub fn hidden_captions(&self) -> Vec<&str> {
        let is_hidden = |room: &Rect| {
            (0..self.scene.marks.len()).any(|at| self.mark(at).overlaps(room))
                || self.labels.iter().any(|label| label.room.overlaps(room))
        };
        self.captions().into_iter().filter(|(_, room)| is_hidden(room)).map(|(text, _)| text).collect()
    }
}

/// Whether a line has a point within a rectangle, by cutting it into pieces of less than a point.
fn meets(room: Rect, from: Point, to: Point) -> bool {
    let leg = Rect::new(from, from).joined(&Rect::new(to, to));
    if !leg.grown(0.01).overlaps(&room) {
        return false;
    }
    let steps = (from.distance(to) * 2.0).ceil().max(1.0);
    let mut step = 0.0;
    while step <= steps {
        let at = from.towards(to, step / steps);
        if at.x > room.min.x && at.x < room.max.x && at.y > room.min.y && at.y < room.max.y {
            return true;
        }
        step += 1.0;
    }
    false
}

/// Whether two lines have a point in common that is not the end of either.
fn do_cross(a: Point, b: Point, c: Point, d: Point) -> bool {
    let side = |p: Point, q: Point, r: Point| (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    side(a, b, c) * side(a, b, d) < 0.0 && side(c, d, a) * side(c, d, b) < 0.0
}
