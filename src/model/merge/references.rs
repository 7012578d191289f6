//! Who refers to what on a map.

use std::collections::HashSet;

use super::conflict::Part;
use crate::model::vocabulary::{is_built_in_actor_kind, is_built_in_tie_kind};
use crate::model::{ActorId, ActorKindId, Concern, Id as _, LevelId, Map, SourceId};

/// Something that is referred to: the part it is in, and its id.
pub(super) type Need = (Part, String);

/// The same, lent.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct NeedRef<'m>(pub(super) Part, pub(super) &'m str);

impl NeedRef<'_> {
    pub(super) fn owned(self) -> Need {
        (self.0, self.1.to_owned())
    }
}

/// Lends it.
pub(super) fn lent((part, id): &Need) -> NeedRef<'_> {
    NeedRef(*part, id)
}

/// The elements of a map that have ids.
pub(super) struct Targets<'m>(HashSet<NeedRef<'m>>);

impl Targets<'_> {
    /// Whether it is there, or built in. Levels are those of the ladder that holds.
    pub(super) fn has(&self, need: &NeedRef) -> bool {
        match need {
            NeedRef(_, "") => true,
            NeedRef(Part::ActorKinds, kind) if is_built_in_actor_kind(kind) => true,
            NeedRef(Part::TieKinds, kind) if is_built_in_tie_kind(kind) => true,
            need => self.0.contains(need),
        }
    }
}

/// All elements of a map that have ids: everything that can be referred to, among them.
pub(super) fn targets(map: &Map) -> Targets<'_> {
    let mut there = HashSet::new();
    macro_rules! add {
        ($($field:ident: $part:ident,)+) => {
            $(there.extend(map.$field.iter().map(|item| NeedRef(Part::$part, item.id.as_str())));)+
        };
    }
    add! {
        sources: Sources,
        actors: Actors,
        ties: Ties,
        partnerships: Partnerships,
        consultations: Consultations,
        concerns: Concerns,
        expected_voices: ExpectedVoices,
        instruments: Instruments,
        views: Views,
        comments: Comments,
        actor_kinds: ActorKinds,
        tie_kinds: TieKinds,
    }
    there.extend(map.ladder().rungs().map(|(id, ..)| NeedRef(Part::Levels, id)));
    Targets(there)
}

/// Everything that is referred to on a map, each with a way to say by whom. Left out are the
/// layout and the places, the pairs that are two, what is commented, and what saved views leave out: none of it keeps anything.
pub(super) fn references<'m>(map: &'m Map, tell: &mut dyn FnMut(NeedRef<'m>, &dyn Fn() -> String)) {
    for actor in &map.actors {
        let mut user = User { part: Part::Actors, id: actor.id.as_str(), tell };
        user.actor_kind(&actor.kind);
        user.level(&actor.level);
        user.sources(&actor.evidence);
    }
    for tie in &map.ties {
        let mut user = User { part: Part::Ties, id: tie.id.as_str(), tell };
        user.actors([&tie.from, &tie.to]);
        user.refers(Part::TieKinds, tie.kind.as_str());
        user.sources(&tie.evidence);
    }
    for partnership in &map.partnerships {
        let mut user = User { part: Part::Partnerships, id: partnership.id.as_str(), tell };
        user.actors(partnership.actor.iter().chain(&partnership.anchored_in));
        user.actors(partnership.members.iter().map(|member| &member.actor));
        user.sources(partnership.members.iter().flat_map(|member| &member.evidence));
    }
    for consultation in &map.consultations {
        let mut user = User { part: Part::Consultations, id: consultation.id.as_str(), tell };
        user.actors(&consultation.participants);
        user.sources(&consultation.evidence);
    }
    for concern in &map.concerns {
        of_concern(&mut User { part: Part::Concerns, id: concern.id.as_str(), tell }, concern);
    }
    for expected in &map.expected_voices {
        let mut user = User { part: Part::ExpectedVoices, id: expected.id.as_str(), tell };
        expected.kinds.iter().for_each(|kind| user.actor_kind(kind));
        user.sources(&expected.source);
    }
    for instrument in &map.instruments {
        let mut user = User { part: Part::Instruments, id: instrument.id.as_str(), tell };
        user.actors(&instrument.covers);
        user.sources(&instrument.evidence);
    }
    for view in &map.views {
        let mut user = User { part: Part::Views, id: view.id.as_str(), tell };
        user.actors(view.focus.iter().chain(&view.centre));
        if let Some(concern) = &view.concern {
            user.refers(Part::Concerns, concern.as_str());
        }
    }
    for step in &map.story {
        let mut user = User { part: Part::Story, id: "", tell };
        user.actors(&step.focus);
        if let Some(view) = &step.show {
            user.refers(Part::Views, view.as_str());
        }
    }
    for kind in &map.actor_kinds {
        User { part: Part::ActorKinds, id: kind.id.as_str(), tell }.level(&kind.level);
    }
}

fn of_concern<'m>(user: &mut User<'_, 'm>, concern: &'m Concern) {
    let fed_back = concern.fed_back.iter();
    user.actors(concern.raised_by.iter().chain(fed_back.clone().flat_map(|fed_back| &fed_back.to)));
    user.actors(concern.about.iter().chain(&concern.addressed_to));
    user.actors(concern.transmissions.iter().flat_map(|step| [&step.from, &step.to]));
    user.actors(concern.response.iter().filter_map(|response| response.by.as_ref()));
    user.sources(&concern.evidence);
    user.sources(concern.transmissions.iter().flat_map(|step| &step.evidence));
    user.sources(concern.response.iter().flat_map(|response| &response.evidence));
    user.sources(fed_back.flat_map(|fed_back| &fed_back.evidence));
    if let Some(consultation) = &concern.raised_in {
        user.refers(Part::Consultations, consultation.as_str());
    }
}

/// An element that refers to others.
struct User<'t, 'm> {
    part: Part,
    id: &'m str,
    tell: &'t mut dyn FnMut(NeedRef<'m>, &dyn Fn() -> String),
}

impl<'m> User<'_, 'm> {
    fn refers(&mut self, part: Part, id: &'m str) {
        let (user, of) = (self.id, self.part.id());
        let name = || if user.is_empty() { of.to_owned() } else { format!("{of}[{user}]") };
        (self.tell)(NeedRef(part, id), &name);
    }

    fn actors(&mut self, actors: impl IntoIterator<Item = &'m ActorId>) {
        for actor in actors {
            self.refers(Part::Actors, actor.as_str());
        }
    }

    fn sources(&mut self, sources: impl IntoIterator<Item = &'m SourceId>) {
        for source in sources {
            self.refers(Part::Sources, source.as_str());
        }
    }

    fn actor_kind(&mut self, kind: &'m ActorKindId) {
        self.refers(Part::ActorKinds, kind.as_str());
    }

    fn level(&mut self, level: &'m LevelId) {
        self.refers(Part::Levels, level.as_str());
    }
}
