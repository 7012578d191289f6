//! Other ids for elements of a map, with everything that refers to them.

use std::collections::HashMap;

use super::conflict::Part;
use super::unknown;
use crate::model::{Id, Map};

/// Ids and what they become.
pub(super) type Names = HashMap<String, String>;

/// Gives elements of a part other ids. References follow, wherever they stand.
pub(super) fn rename(map: &mut Map, part: Part, names: &Names) {
    match part {
        Part::Sources => sources(map, names),
        Part::Actors => actors(map, names),
        Part::Ties => map.ties.iter_mut().for_each(|tie| put(&mut tie.id, names)),
        Part::Partnerships => map.partnerships.iter_mut().for_each(|it| put(&mut it.id, names)),
        Part::Consultations => {
            map.consultations.iter_mut().for_each(|it| put(&mut it.id, names));
            map.concerns.iter_mut().for_each(|concern| put_all(&mut concern.raised_in, names));
        }
        Part::Concerns => map.concerns.iter_mut().for_each(|concern| put(&mut concern.id, names)),
        Part::ExpectedVoices => map.expected_voices.iter_mut().for_each(|it| put(&mut it.id, names)),
        Part::Levels => {
            map.levels.iter_mut().for_each(|level| put(&mut level.id, names));
            map.actors.iter_mut().for_each(|actor| put(&mut actor.level, names));
            map.actor_kinds.iter_mut().for_each(|kind| put(&mut kind.level, names));
        }
        Part::ActorKinds => {
            map.actor_kinds.iter_mut().for_each(|kind| put(&mut kind.id, names));
            map.actors.iter_mut().for_each(|actor| put(&mut actor.kind, names));
            map.expected_voices.iter_mut().for_each(|it| put_all(&mut it.kinds, names));
        }
        Part::TieKinds => {
            map.tie_kinds.iter_mut().for_each(|kind| put(&mut kind.id, names));
            map.ties.iter_mut().for_each(|tie| put(&mut tie.kind, names));
        }
        // These have no ids.
        Part::Header | Part::Story | Part::Layout => {}
    }
    unknown::rename(map, part, names);
}

fn put<I: Id>(id: &mut I, names: &Names) {
    if let Some(name) = names.get(id.as_str()) {
        *id = I::new(name);
    }
}

fn put_all<'i, I: Id + 'i>(ids: impl IntoIterator<Item = &'i mut I>, names: &Names) {
    ids.into_iter().for_each(|id| put(id, names));
}

fn sources(map: &mut Map, names: &Names) {
    map.sources.iter_mut().for_each(|source| put(&mut source.id, names));
    map.actors.iter_mut().for_each(|actor| put_all(&mut actor.evidence, names));
    map.ties.iter_mut().for_each(|tie| put_all(&mut tie.evidence, names));
    map.consultations.iter_mut().for_each(|it| put_all(&mut it.evidence, names));
    map.concerns.iter_mut().for_each(|concern| put_all(&mut concern.evidence, names));
    map.expected_voices.iter_mut().for_each(|it| put_all(&mut it.source, names));
}

fn actors(map: &mut Map, names: &Names) {
    map.actors.iter_mut().for_each(|actor| put(&mut actor.id, names));
    for tie in &mut map.ties {
        put_all([&mut tie.from, &mut tie.to], names);
    }
    for partnership in &mut map.partnerships {
        put_all(partnership.actor.iter_mut().chain(&mut partnership.anchored_in), names);
        put_all(partnership.members.iter_mut().map(|member| &mut member.actor), names);
    }
    map.consultations.iter_mut().for_each(|it| put_all(&mut it.participants, names));
    for concern in &mut map.concerns {
        put_all(&mut concern.raised_by, names);
        put_all(concern.transmissions.iter_mut().flat_map(|step| [&mut step.from, &mut step.to]), names);
        put_all(concern.response.iter_mut().filter_map(|response| response.by.as_mut()), names);
        put_all(concern.fed_back.iter_mut().flat_map(|fed_back| &mut fed_back.to), names);
    }
    map.story.iter_mut().for_each(|step| put_all(&mut step.focus, names));
    for places in map.layout.places.values_mut() {
        let renamed = std::mem::take(places).into_iter().map(|(mut actor, place)| {
            put(&mut actor, names);
            (actor, place)
        });
        *places = renamed.collect();
    }
}
