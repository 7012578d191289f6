//! Remarks: what is allowed, and yet is perhaps not what was meant. Nothing is refused for it.

use std::collections::HashSet;

use super::merge::Part;
use super::problem::shorten;
use super::terms::Term as _;
use super::validity::is_known_actor_kind;
use super::{About, ActorId, Comment, Id, JsonPath, Layout, Map, SavedView, subject_of};

/// Something that somebody should look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// Where.
    pub path: JsonPath,
    /// Why.
    pub advice: Advice,
    /// Which item of its list it is about.
    pub at: usize,
    /// What was found there, shortened where it is long.
    pub found: Option<String>,
}

/// Why something should be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Advice {
    /// A tie of an actor to itself. It is drawn and listed, and counts nowhere.
    TieToItself,
    /// It names something that the map does not have, or does not have any more. It is kept as it stands.
    NamesNothing,
}

impl Advice {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::TieToItself, Self::NamesNothing];

    /// A short name for machines and catalogues.
    pub fn id(self) -> &'static str {
        match self {
            Self::TieToItself => "tie-to-itself",
            Self::NamesNothing => "names-nothing",
        }
    }
}

/// Everything to remark on a map, list by list.
pub fn remarks(map: &Map) -> Vec<Remark> {
    let mut look = Look::at(map);
    for (at, tie) in map.ties.iter().enumerate().filter(|(_, tie)| tie.is_to_itself()) {
        let path = JsonPath::root().key("ties").index(at);
        let found = Some(shorten(tie.from.as_str()));
        look.remarks.push(Remark { path, advice: Advice::TieToItself, at, found });
    }
    for (at, concern) in map.concerns.iter().enumerate() {
        look.actors(at, &concern.about, || item("concerns", at).key("about"));
        look.actors(at, &concern.addressed_to, || item("concerns", at).key("addressed_to"));
    }
    for (at, instrument) in map.instruments.iter().enumerate() {
        look.actors(at, &instrument.covers, || item("instruments", at).key("covers"));
    }
    for (at, view) in map.views.iter().enumerate() {
        look.view(at, view);
    }
    for (at, step) in map.story.iter().enumerate() {
        if let Some(view) = &step.show {
            look.id(at, Part::Views, view, || item("story", at).key("show"));
        }
        look.actors(at, &step.focus, || item("story", at).key("focus"));
    }
    for (at, comment) in map.comments.iter().enumerate() {
        look.comment(at, comment);
    }
    for (at, pair) in map.not_same.iter().enumerate() {
        look.id(at, Part::Actors, &pair.0, || item("not_same", at).index(0));
        look.id(at, Part::Actors, &pair.1, || item("not_same", at).index(1));
    }
    look.layout("layout", &map.layout);
    look.layout("places", &map.places);
    look.remarks
}

fn item(list: &str, at: usize) -> JsonPath {
    JsonPath::root().key(list).index(at)
}

/// Whether what a comment is about is on the map. Worked out for one comment; linear in what it may be about.
pub fn is_there(map: &Map, about: &About) -> bool {
    match about {
        About::Map => true,
        About::Other(_) => false,
        about => named(about).iter().all(|(part, id)| ids(map, *part).any(|known| known == *id)),
    }
}

/// The elements that a comment names.
fn named(about: &About) -> Vec<(Part, &str)> {
    match about {
        About::Map | About::Other(_) => Vec::new(),
        About::Actor(id) => vec![(Part::Actors, id.as_str())],
        About::Tie(id) => vec![(Part::Ties, id.as_str())],
        About::Partnership(id) => vec![(Part::Partnerships, id.as_str())],
        About::Consultation(id) => vec![(Part::Consultations, id.as_str())],
        About::Concern(id) => vec![(Part::Concerns, id.as_str())],
        About::ExpectedVoice(id) => vec![(Part::ExpectedVoices, id.as_str())],
        About::Finding { rule, subject } => {
            let places = subject.iter().enumerate();
            places.filter_map(|(place, id)| Some((subject_of(rule, place)?, id.as_str()))).collect()
        }
    }
}

/// The ids of a list that a comment may name, or a view.
fn ids(map: &Map, part: Part) -> Box<dyn Iterator<Item = &str> + '_> {
    macro_rules! of {
        ($list:ident) => {
            Box::new(map.$list.iter().map(|item| item.id.as_str()))
        };
    }
    match part {
        Part::Actors => of!(actors),
        Part::Ties => of!(ties),
        Part::Partnerships => of!(partnerships),
        Part::Consultations => of!(consultations),
        Part::Concerns => of!(concerns),
        Part::ExpectedVoices => of!(expected_voices),
        Part::Views => of!(views),
        Part::Levels => Box::new(map.ladder().rungs().map(|(id, ..)| id).collect::<Vec<_>>().into_iter()),
        _ => Box::new(std::iter::empty()),
    }
}

/// A look at a map.
struct Look<'m> {
    map: &'m Map,
    known: HashSet<(Part, &'m str)>,
    remarks: Vec<Remark>,
}

impl<'m> Look<'m> {
    fn at(map: &'m Map) -> Self {
        let mut look = Self { map, known: HashSet::new(), remarks: Vec::new() };
        let is_asked_for = |part| match part {
            Part::Actors => true,
            Part::Ties => map.comments.iter().any(|comment| matches!(comment.about, About::Tie(_))),
            Part::Partnerships
            | Part::Consultations
            | Part::Concerns
            | Part::ExpectedVoices
            | Part::Views
            | Part::Levels => !(map.comments.is_empty() && map.views.is_empty() && map.story.is_empty()),
            _ => false,
        };
        for part in Part::ALL.into_iter().filter(|part| is_asked_for(*part)) {
            look.known.extend(ids(map, part).map(|id| (part, id)));
        }
        look
    }

    fn dangles(&mut self, at: usize, found: &str, path: JsonPath) {
        self.remarks.push(Remark { path, advice: Advice::NamesNothing, at, found: Some(shorten(found)) });
    }

    fn id(&mut self, at: usize, part: Part, id: &impl Id, path: impl FnOnce() -> JsonPath) {
        if !self.known.contains(&(part, id.as_str())) {
            self.dangles(at, id.as_str(), path());
        }
    }

    fn ids<I: Id>(&mut self, at: usize, part: Part, ids: &[I], path: impl Fn() -> JsonPath) {
        for (place, id) in ids.iter().enumerate() {
            self.id(at, part, id, || path().index(place));
        }
    }

    fn actors(&mut self, at: usize, actors: &[ActorId], path: impl Fn() -> JsonPath) {
        self.ids(at, Part::Actors, actors, path);
    }

    fn view(&mut self, at: usize, view: &SavedView) {
        let path = || item("views", at);
        if let Some(concern) = &view.concern {
            self.id(at, Part::Concerns, concern, || path().key("concern"));
        }
        if let Some(centre) = &view.centre {
            self.id(at, Part::Actors, centre, || path().key("centre"));
        }
        self.actors(at, &view.focus, || path().key("focus"));
        let filter = || path().key("filter");
        for (place, kind) in view.filter.kinds.iter().enumerate() {
            if !is_known_actor_kind(self.map, kind) {
                self.dangles(at, kind.as_str(), filter().key("kinds").index(place));
            }
        }
        self.ids(at, Part::Levels, &view.filter.levels, || filter().key("levels"));
        self.ids(at, Part::Partnerships, &view.filter.partnerships, || filter().key("partnerships"));
    }

    fn comment(&mut self, at: usize, comment: &Comment) {
        let is_there = match &comment.about {
            About::Map => true,
            About::Other(_) => false,
            about => named(about).iter().all(|name| self.known.contains(name)),
        };
        if !is_there {
            self.dangles(at, &comment.about.to_string(), item("comments", at).key("about"));
        }
    }

    fn layout(&mut self, key: &str, layout: &Layout) {
        for (view, places) in &layout.places {
            for (at, actor) in places.keys().enumerate() {
                self.id(at, Part::Actors, actor, || {
                    JsonPath::root().key(key).key(view.id()).key(actor.as_str())
                });
            }
        }
    }
}
