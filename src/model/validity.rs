//! The rules that hold between the parts of a map: ids that are unique, references that lead somewhere, kinds and
//! levels that exist. What may name something that is not there any more is for [`remarks`](super::remarks).

use std::collections::HashMap;

use super::problem::{LONGEST_WORD, closest, nearest};
use super::vocabulary::{is_built_in_actor_kind, is_built_in_tie_kind};
use super::{
    Actor, ActorId, ActorKindId, Concern, Consultation, Date, Fault, Id, JsonPath, LevelId, Map, Partnership,
    Problem, SourceId, Tie, TieKindId, built_in_actor_kinds, built_in_tie_kinds,
};

/// Everything that is wrong with a map. An empty id stands for one that could not be read:
/// it is passed over here, because its absence has been reported.
pub fn validate(map: &Map) -> Vec<Problem> {
    let (mut problems, more) = validate_and_count(map);
    if more > 0 {
        problems.push(JsonPath::root().fault(Fault::MoreProblems).found(more.to_string()));
    }
    problems
}

/// Everything that is wrong with a map, up to a limit, and how much there is besides.
pub(crate) fn validate_and_count(map: &Map) -> (Vec<Problem>, usize) {
    let mut check = Check::new(map);
    check.ids();
    for (index, actor) in map.actors.iter().enumerate() {
        check.actor(&Place::of("actors", index), actor);
    }
    for (index, tie) in map.ties.iter().enumerate() {
        check.tie(&Place::of("ties", index), tie);
    }
    for (index, partnership) in map.partnerships.iter().enumerate() {
        check.partnership(&Place::of("partnerships", index), partnership);
    }
    for (index, consultation) in map.consultations.iter().enumerate() {
        check.consultation(&Place::of("consultations", index), consultation);
    }
    for (index, concern) in map.concerns.iter().enumerate() {
        check.concern(&Place::of("concerns", index), concern);
    }
    check.expected_voices();
    for (index, instrument) in map.instruments.iter().enumerate() {
        check.evidence(&instrument.evidence, || Place::of("instruments", index).path());
    }
    check.own_kinds();
    (check.problems, check.more)
}

/// The most problems of one map that are told one by one.
const MOST_TOLD: usize = 200_000;

/// A place in the file, which becomes a path only when there is something to report.
#[derive(Clone, Copy)]
struct Place {
    list: &'static str,
    index: usize,
}

impl Place {
    fn of(list: &'static str, index: usize) -> Self {
        Self { list, index }
    }

    fn path(self) -> JsonPath {
        JsonPath::root().key(self.list).index(self.index)
    }

    fn key(self, key: &str) -> JsonPath {
        self.path().key(key)
    }
}

/// Where each id first stands in its list.
type Index<'m> = HashMap<&'m str, usize>;

struct Check<'m> {
    map: &'m Map,
    actors: Index<'m>,
    sources: Index<'m>,
    consultations: Index<'m>,
    levels: Index<'m>,
    own_actor_kinds: Index<'m>,
    own_tie_kinds: Index<'m>,
    problems: Vec<Problem>,
    /// How many problems there are besides.
    more: usize,
    /// How many more ids may be compared in the search for what was meant.
    patience: usize,
}

fn index<'m, T: 'm>(items: impl ExactSizeIterator<Item = &'m T>, id: impl Fn(&'m T) -> &'m str) -> Index<'m> {
    let mut places = Index::with_capacity(items.len());
    for (place, item) in items.enumerate() {
        places.entry(id(item)).or_insert(place);
    }
    places
}

/// Whether a kind of actor is built in, or the map's own.
pub(super) fn is_known_actor_kind(map: &Map, kind: &ActorKindId) -> bool {
    is_built_in_actor_kind(kind.as_str()) || map.actor_kinds.iter().any(|own| own.id == *kind)
}

/// Whether a kind of tie is built in, or the map's own.
pub(super) fn is_known_tie_kind(map: &Map, kind: &TieKindId) -> bool {
    is_built_in_tie_kind(kind.as_str()) || map.tie_kinds.iter().any(|own| own.id == *kind)
}

impl<'m> Check<'m> {
    fn new(map: &'m Map) -> Self {
        Self {
            map,
            actors: index(map.actors.iter(), |actor| actor.id.as_str()),
            sources: index(map.sources.iter(), |source| source.id.as_str()),
            consultations: index(map.consultations.iter(), |consultation| consultation.id.as_str()),
            levels: map.ladder().rungs().enumerate().map(|(place, (id, _, _))| (id, place)).collect(),
            own_actor_kinds: index(map.actor_kinds.iter(), |kind| kind.id.as_str()),
            own_tie_kinds: index(map.tie_kinds.iter(), |kind| kind.id.as_str()),
            problems: Vec::new(),
            more: 0,
            patience: 1_000_000,
        }
    }

    /// Notes a problem, which is only made where there is room for it.
    fn tell(&mut self, problem: impl FnOnce(&mut Self) -> Problem) {
        if self.problems.len() < MOST_TOLD {
            let problem = problem(self);
            self.problems.push(problem);
        } else {
            self.more += 1;
        }
    }

    /// No id twice in one list.
    fn ids(&mut self) {
        let map = self.map;
        self.unique("sources", map.sources.iter().map(|item| item.id.as_str()));
        self.unique("actors", map.actors.iter().map(|item| item.id.as_str()));
        self.unique("ties", map.ties.iter().map(|item| item.id.as_str()));
        self.unique("partnerships", map.partnerships.iter().map(|item| item.id.as_str()));
        self.unique("consultations", map.consultations.iter().map(|item| item.id.as_str()));
        self.unique("concerns", map.concerns.iter().map(|item| item.id.as_str()));
        self.unique("expected_voices", map.expected_voices.iter().map(|item| item.id.as_str()));
        self.unique("instruments", map.instruments.iter().map(|item| item.id.as_str()));
        self.unique("views", map.views.iter().map(|item| item.id.as_str()));
        self.unique("comments", map.comments.iter().map(|item| item.id.as_str()));
        self.unique("levels", map.levels.iter().map(|item| item.id.as_str()));
        self.unique("actor_kinds", map.actor_kinds.iter().map(|item| item.id.as_str()));
        self.unique("tie_kinds", map.tie_kinds.iter().map(|item| item.id.as_str()));
    }

    fn unique(&mut self, list: &'static str, ids: impl ExactSizeIterator<Item = &'m str>) {
        let mut seen: HashMap<&str, usize> = HashMap::with_capacity(ids.len());
        let mut repeated = Vec::new();
        for (place, id) in ids.enumerate().filter(|(_, id)| !id.is_empty()) {
            let times = seen.entry(id).or_insert(0);
            *times += 1;
            if *times > 1 {
                repeated.push((place, id, *times));
            }
        }
        // From which number on it is not known yet which ones are free, so that each is tried once.
        let mut next: HashMap<&str, usize> = HashMap::new();
        for (place, id, times) in repeated {
            let next = next.entry(id).or_insert(times);
            *next = (*next).max(times);
            while seen.contains_key(format!("{id}-{next}").as_str()) {
                *next += 1;
            }
            let free = (id.len() <= LONGEST_WORD).then(|| format!("{id}-{next}"));
            let path = Place::of(list, place).key("id");
            self.tell(|_| path.fault(Fault::RepeatedId).found(id).nearest(free));
        }
    }

    fn actor(&mut self, place: &Place, actor: &'m Actor) {
        self.actor_kind(&actor.kind, || place.key("kind"));
        self.level(&actor.level, || place.key("level"));
        self.evidence(&actor.evidence, || place.path());
        self.lasts(actor.since, actor.until, *place);
    }

    fn tie(&mut self, place: &Place, tie: &'m Tie) {
        self.refers_to_actor(&tie.from, || place.key("from"));
        self.refers_to_actor(&tie.to, || place.key("to"));
        self.tie_kind(&tie.kind, || place.key("kind"));
        self.evidence(&tie.evidence, || place.path());
        self.lasts(tie.since, tie.until, *place);
    }

    fn partnership(&mut self, place: &Place, partnership: &'m Partnership) {
        if let Some(actor) = &partnership.actor {
            self.refers_to_actor(actor, || place.key("actor"));
        }
        for (index, member) in partnership.members.iter().enumerate() {
            let path = || place.key("members").index(index);
            self.refers_to_actor(&member.actor, || path().key("actor"));
            self.evidence(&member.evidence, path);
        }
        if let Some(actor) = &partnership.anchored_in {
            self.refers_to_actor(actor, || place.key("anchored_in"));
        }
    }

    fn consultation(&mut self, place: &Place, consultation: &'m Consultation) {
        self.refer_to_actors(&consultation.participants, || place.key("participants"));
        self.evidence(&consultation.evidence, || place.path());
    }

    fn concern(&mut self, place: &Place, concern: &'m Concern) {
        let raised_in = concern.raised_in.as_ref().map(Id::as_str);
        if let Some(id) = raised_in.filter(|id| !id.is_empty() && !self.consultations.contains_key(id)) {
            self.tell(|check| {
                let near = check.near(id, check.map.consultations.iter().map(|item| item.id.as_str()));
                place.key("raised_in").fault(Fault::Dangling).found(id).nearest(near)
            });
        }
        self.refer_to_actors(&concern.raised_by, || place.key("raised_by"));
        for (index, step) in concern.transmissions.iter().enumerate() {
            let path = || place.key("transmissions").index(index);
            self.refers_to_actor(&step.from, || path().key("from"));
            self.refers_to_actor(&step.to, || path().key("to"));
            self.evidence(&step.evidence, path);
        }
        if let Some(response) = &concern.response {
            if let Some(actor) = &response.by {
                self.refers_to_actor(actor, || place.key("response").key("by"));
            }
            self.evidence(&response.evidence, || place.key("response"));
        }
        if let Some(fed_back) = &concern.fed_back {
            self.evidence(&fed_back.evidence, || place.key("fed_back"));
            self.refer_to_actors(&fed_back.to, || place.key("fed_back").key("to"));
        }
        self.evidence(&concern.evidence, || place.path());
    }

    fn expected_voices(&mut self) {
        for (index, expected) in self.map.expected_voices.iter().enumerate() {
            let place = Place::of("expected_voices", index);
            for (index, kind) in expected.kinds.iter().enumerate() {
                self.actor_kind(kind, || place.key("kinds").index(index));
            }
            if let Some(source) = &expected.source {
                self.mentions_source(source, || place.key("source"));
            }
        }
    }

    fn own_kinds(&mut self) {
        for (index, kind) in self.map.actor_kinds.iter().enumerate() {
            let place = Place::of("actor_kinds", index);
            if is_built_in_actor_kind(kind.id.as_str()) {
                self.tell(|_| place.key("id").fault(Fault::BuiltInKind).found(kind.id.as_str()));
            }
            self.level(&kind.level, || place.key("level"));
        }
        for (index, kind) in self.map.tie_kinds.iter().enumerate() {
            if is_built_in_tie_kind(kind.id.as_str()) {
                let path = Place::of("tie_kinds", index).key("id");
                self.tell(|_| path.fault(Fault::BuiltInKind).found(kind.id.as_str()));
            }
        }
    }

    fn actor_kind(&mut self, kind: &ActorKindId, path: impl FnOnce() -> JsonPath) {
        let id = kind.as_str();
        if id.is_empty() || is_built_in_actor_kind(id) || self.own_actor_kinds.contains_key(id) {
            return;
        }
        self.tell(|check| {
            let own = check.map.actor_kinds.iter().map(|kind| kind.id.as_str());
            let near = check.near_kind(id, built_in_actor_kinds().map(|(id, _)| id), own);
            path().fault(Fault::UnknownKind).found(id).nearest(near)
        });
    }

    fn tie_kind(&mut self, kind: &TieKindId, path: impl FnOnce() -> JsonPath) {
        let id = kind.as_str();
        if id.is_empty() || is_built_in_tie_kind(id) || self.own_tie_kinds.contains_key(id) {
            return;
        }
        self.tell(|check| {
            let own = check.map.tie_kinds.iter().map(|kind| kind.id.as_str());
            let near = check.near_kind(id, built_in_tie_kinds().map(|(id, _)| id), own);
            path().fault(Fault::UnknownKind).found(id).nearest(near)
        });
    }

    fn level(&mut self, level: &LevelId, path: impl FnOnce() -> JsonPath) {
        let id = level.as_str();
        if id.is_empty() || self.levels.contains_key(id) {
            return;
        }
        self.tell(|check| {
            let ladder = check.map.ladder();
            let near =
                check.has_patience(ladder.len()).then(|| closest(id, ladder.rungs().map(|(id, _, _)| id)));
            path().fault(Fault::UnknownLevel).found(id).nearest(near.flatten())
        });
    }

    fn refer_to_actors(&mut self, actors: &[ActorId], path: impl Fn() -> JsonPath) {
        for (index, actor) in actors.iter().enumerate() {
            self.refers_to_actor(actor, || path().index(index));
        }
    }

    fn refers_to_actor(&mut self, actor: &ActorId, path: impl FnOnce() -> JsonPath) {
        let id = actor.as_str();
        if !id.is_empty() && !self.actors.contains_key(id) {
            self.tell(|check| {
                let near = check.near(id, check.map.actors.iter().map(|actor| actor.id.as_str()));
                path().fault(Fault::Dangling).found(id).nearest(near)
            });
        }
    }

    fn evidence(&mut self, evidence: &[SourceId], of: impl Fn() -> JsonPath) {
        for (index, source) in evidence.iter().enumerate() {
            self.mentions_source(source, || of().key("evidence").index(index));
        }
    }

    fn mentions_source(&mut self, source: &SourceId, path: impl FnOnce() -> JsonPath) {
        let id = source.as_str();
        if !id.is_empty() && !self.sources.contains_key(id) {
            self.tell(|check| {
                let near = check.near(id, check.map.sources.iter().map(|source| source.id.as_str()));
                path().fault(Fault::LooseReference).found(id).nearest(near)
            });
        }
    }

    /// The nearest of many: as long as there is patience left, for a file where everything dangles would otherwise
    /// take minutes to say so.
    fn near(&mut self, id: &str, candidates: impl ExactSizeIterator<Item = &'m str>) -> Option<&'m str> {
        self.has_patience(candidates.len()).then(|| nearest(id, candidates)).flatten()
    }

    /// The nearest kind: as long as there is patience also among the map's own.
    fn near_kind(
        &mut self,
        id: &str,
        built_in: impl Iterator<Item = &'m str>,
        own: impl ExactSizeIterator<Item = &'m str>,
    ) -> Option<&'m str> {
        let own = self.has_patience(own.len()).then_some(own);
        closest(id, built_in.chain(own.into_iter().flatten()))
    }

    fn has_patience(&mut self, comparisons: usize) -> bool {
        let left = self.patience.checked_sub(comparisons);
        self.patience = left.unwrap_or(self.patience);
        left.is_some()
    }

    fn lasts(&mut self, since: Option<Date>, until: Option<Date>, place: Place) {
        if let (Some(since), Some(until)) = (since, until)
            && !since.may_precede(until)
        {
            let problem = place
                .key("until")
                .fault(Fault::EndsBeforeItBegins)
                .found(until.to_string())
                .nearest(Some(since.to_string()));
            self.tell(|_| problem);
        }
    }
}
