//! Other ids for elements of a map, with everything that refers to them.

use std::collections::HashMap;

use serde_json::{Map as Object, Value as Json};

use super::conflict::Part;
use crate::model::{About, Id, Layout, Map, subject_of};

/// Ids and what they become.
pub(super) type Names = HashMap<String, String>;

/// Gives elements of a part other ids. References follow, wherever they stand.
pub(super) fn rename(map: &mut Map, part: Part, names: &Names) {
    match part {
        Part::Sources => sources(map, names),
        Part::Actors => actors(map, names),
        Part::Ties => map.ties.iter_mut().for_each(|tie| put(&mut tie.id, names)),
        Part::Partnerships => {
            map.partnerships.iter_mut().for_each(|it| put(&mut it.id, names));
            map.views.iter_mut().for_each(|view| put_all(&mut view.filter.partnerships, names));
        }
        Part::Consultations => {
            map.consultations.iter_mut().for_each(|it| put(&mut it.id, names));
            map.concerns.iter_mut().for_each(|concern| put_all(&mut concern.raised_in, names));
        }
        Part::Concerns => {
            map.concerns.iter_mut().for_each(|concern| put(&mut concern.id, names));
            map.views.iter_mut().for_each(|view| put_all(&mut view.concern, names));
        }
        Part::ExpectedVoices => map.expected_voices.iter_mut().for_each(|it| put(&mut it.id, names)),
        Part::Levels => {
            map.levels.iter_mut().for_each(|level| put(&mut level.id, names));
            map.actors.iter_mut().for_each(|actor| put(&mut actor.level, names));
            map.actor_kinds.iter_mut().for_each(|kind| put(&mut kind.level, names));
            map.views.iter_mut().for_each(|view| put_all(&mut view.filter.levels, names));
        }
        Part::ActorKinds => {
            map.actor_kinds.iter_mut().for_each(|kind| put(&mut kind.id, names));
            map.actors.iter_mut().for_each(|actor| put(&mut actor.kind, names));
            map.expected_voices.iter_mut().for_each(|it| put_all(&mut it.kinds, names));
            map.views.iter_mut().for_each(|view| put_all(&mut view.filter.kinds, names));
        }
        Part::TieKinds => {
            map.tie_kinds.iter_mut().for_each(|kind| put(&mut kind.id, names));
            map.ties.iter_mut().for_each(|tie| put(&mut tie.kind, names));
        }
        Part::Instruments => map.instruments.iter_mut().for_each(|it| put(&mut it.id, names)),
        Part::Views => {
            map.views.iter_mut().for_each(|view| put(&mut view.id, names));
            map.story.iter_mut().for_each(|step| put_all(&mut step.show, names));
        }
        Part::Comments => map.comments.iter_mut().for_each(|comment| put(&mut comment.id, names)),
        // These have no ids.
        Part::Header | Part::Story | Part::Layout => {}
    }
    map.comments.iter_mut().for_each(|comment| put_about(&mut comment.about, part, names));
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
    map.instruments.iter_mut().for_each(|it| put_all(&mut it.evidence, names));
    let members = map.partnerships.iter_mut().flat_map(|it| &mut it.members);
    members.for_each(|member| put_all(&mut member.evidence, names));
    for concern in &mut map.concerns {
        put_all(concern.transmissions.iter_mut().flat_map(|step| &mut step.evidence), names);
        put_all(concern.response.iter_mut().flat_map(|response| &mut response.evidence), names);
        put_all(concern.fed_back.iter_mut().flat_map(|fed_back| &mut fed_back.evidence), names);
    }
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
        put_all(concern.raised_by.iter_mut().chain(&mut concern.about), names);
        put_all(&mut concern.addressed_to, names);
        put_all(concern.transmissions.iter_mut().flat_map(|step| [&mut step.from, &mut step.to]), names);
        put_all(concern.response.iter_mut().filter_map(|response| response.by.as_mut()), names);
        put_all(concern.fed_back.iter_mut().flat_map(|fed_back| &mut fed_back.to), names);
    }
    map.story.iter_mut().for_each(|step| put_all(&mut step.focus, names));
    map.instruments.iter_mut().for_each(|it| put_all(&mut it.covers, names));
    map.views.iter_mut().for_each(|view| put_all(view.focus.iter_mut().chain(&mut view.centre), names));
    map.not_same.iter_mut().for_each(|pair| put_all([&mut pair.0, &mut pair.1], names));
    places(&mut map.layout, names);
    places(&mut map.places, names);
}

/// Positions go with their actors, in views that this version does not know too.
fn places(layout: &mut Layout, names: &Names) {
    for places in layout.places.values_mut() {
        let renamed = std::mem::take(places).into_iter().map(|(mut actor, place)| {
            put(&mut actor, names);
            (actor, place)
        });
        *places = renamed.collect();
    }
    let renamed = Object::from(std::mem::take(&mut layout.extra)).into_iter().map(|(view, value)| {
        let Json::Object(places) = value else { return (view, value) };
        let name = |id: String| names.get(&id).cloned().unwrap_or(id);
        (view, Json::Object(places.into_iter().map(|(id, place)| (name(id), place)).collect()))
    });
    layout.extra = renamed.collect::<Object<String, Json>>().into();
}

/// What a comment is about goes with its id, also where a finding is about it.
pub(super) fn put_about(about: &mut About, part: Part, names: &Names) {
    match (about, part) {
        (About::Actor(id), Part::Actors) => put(id, names),
        (About::Tie(id), Part::Ties) => put(id, names),
        (About::Partnership(id), Part::Partnerships) => put(id, names),
        (About::Consultation(id), Part::Consultations) => put(id, names),
        (About::Concern(id), Part::Concerns) => put(id, names),
        (About::ExpectedVoice(id), Part::ExpectedVoices) => put(id, names),
        (About::Finding { rule, subject }, part) => {
            for (place, id) in subject.iter_mut().enumerate() {
                if let Some(name) = names.get(id).filter(|_| subject_of(rule, place) == Some(part)) {
                    name.clone_into(id);
                }
            }
        }
        _ => {}
    }
}
