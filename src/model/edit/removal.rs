//! Removing something together with everything that refers to it, so that nothing is left dangling.

use std::collections::BTreeSet;

use super::{Change, Edit};
use crate::model::{ActorId, ConsultationId, Map, SourceId, TieId};

/// Takes an actor out of the map: with its ties, its places in partnerships, consultations, concerns, instruments, views, the
/// story and the layout. Comments stay, as does all that people said. Nothing for an actor that is not there.
pub fn remove_actor(map: &Map, actor: &ActorId) -> Edit {
    remove_items(map, &BTreeSet::from([actor.clone()]), &BTreeSet::new())
}

/// Takes actors and ties out of the map, as [`remove_actor`] does. Looks at everything once.
pub fn remove_items(map: &Map, actors: &BTreeSet<ActorId>, ties: &BTreeSet<TieId>) -> Edit {
    let mut edits = Vec::new();
    let is_it = |other: &ActorId| actors.contains(other);
    // From the end, so that the places named stay right while the batch is applied.
    for (at, tie) in map.ties.iter().enumerate().rev() {
        if is_it(&tie.from) || is_it(&tie.to) || ties.contains(&tie.id) {
            edits.push(Edit::Tie(Change::Remove { at }));
        }
    }
    replace_changed(map.partnerships.iter(), Edit::Partnership, &mut edits, |partnership| {
        clear_if(&mut partnership.actor, is_it);
        clear_if(&mut partnership.anchored_in, is_it);
        partnership.members.retain(|member| !is_it(&member.actor));
    });
    replace_changed(map.consultations.iter(), Edit::Consultation, &mut edits, |consultation| {
        consultation.participants.retain(|other| !is_it(other));
    });
    replace_changed(map.concerns.iter(), Edit::Concern, &mut edits, |concern| {
        let was_raised_by_it = concern.raised_by.iter().any(is_it);
        concern.raised_by.retain(|other| !is_it(other));
        if was_raised_by_it && concern.raised_by.is_empty() {
            // Or else everybody who took part there would be said to have raised it.
            concern.raised_in = None;
        }
        concern.about.retain(|other| !is_it(other));
        concern.addressed_to.retain(|other| !is_it(other));
        concern.transmissions.retain(|step| !is_it(&step.from) && !is_it(&step.to));
        if let Some(response) = &mut concern.response {
            clear_if(&mut response.by, is_it);
        }
        if let Some(fed_back) = &mut concern.fed_back {
            fed_back.to.retain(|other| !is_it(other));
        }
    });
    replace_changed(map.story.iter(), Edit::Step, &mut edits, |step| {
        step.focus.retain(|other| !is_it(other));
    });
    replace_changed(map.instruments.iter(), Edit::Instrument, &mut edits, |instrument| {
        instrument.covers.retain(|other| !is_it(other));
    });
    replace_changed(map.views.iter(), Edit::SavedView, &mut edits, |view| {
        clear_if(&mut view.centre, is_it);
        view.focus.retain(|other| !is_it(other));
    });
    for (at, pair) in map.not_same.iter().enumerate().rev() {
        if is_it(&pair.0) || is_it(&pair.1) {
            edits.push(Edit::NotSame(Change::Remove { at }));
        }
    }
    let mut drawn = map.places.clone();
    drawn.places.values_mut().for_each(|places| places.retain(|actor, _| !is_it(actor)));
    drawn.places.retain(|_, places| !places.is_empty());
    if drawn != map.places {
        edits.push(Edit::Drawn(Box::new(drawn)));
    }
    for (view, places) in &map.layout.places {
        for actor in places.keys().filter(|actor| is_it(actor)) {
            edits.push(Edit::Place { view: *view, actor: actor.clone(), position: None });
        }
    }
    for (at, other) in map.actors.iter().enumerate().rev() {
        if is_it(&other.id) {
            edits.push(Edit::Actor(Change::Remove { at }));
        }
    }
    Edit::Batch(edits)
}

/// Takes a consultation out of the map; concerns raised in it stay, and no longer say where they came up.
pub fn remove_consultation(map: &Map, consultation: &ConsultationId) -> Edit {
    let mut edits = Vec::new();
    replace_changed(map.concerns.iter(), Edit::Concern, &mut edits, |concern| {
        clear_if(&mut concern.raised_in, |other| other == consultation);
    });
    for (at, other) in map.consultations.iter().enumerate().rev() {
        if other.id == *consultation {
            edits.push(Edit::Consultation(Change::Remove { at }));
        }
    }
    Edit::Batch(edits)
}

/// Takes a source out of the map, and out of all evidence.
pub fn remove_source(map: &Map, source: &SourceId) -> Edit {
    let mut edits = Vec::new();
    let is_other = |other: &SourceId| other != source;
    replace_changed(map.actors.iter(), Edit::Actor, &mut edits, |actor| actor.evidence.retain(is_other));
    replace_changed(map.ties.iter(), Edit::Tie, &mut edits, |tie| tie.evidence.retain(is_other));
    replace_changed(map.partnerships.iter(), Edit::Partnership, &mut edits, |partnership| {
        partnership.members.iter_mut().for_each(|member| member.evidence.retain(is_other));
    });
    replace_changed(map.consultations.iter(), Edit::Consultation, &mut edits, |item| {
        item.evidence.retain(is_other);
    });
    replace_changed(map.concerns.iter(), Edit::Concern, &mut edits, |concern| {
        concern.evidence.retain(is_other);
        concern.transmissions.iter_mut().for_each(|step| step.evidence.retain(is_other));
        concern.response.iter_mut().for_each(|response| response.evidence.retain(is_other));
        concern.fed_back.iter_mut().for_each(|fed_back| fed_back.evidence.retain(is_other));
    });
    replace_changed(map.instruments.iter(), Edit::Instrument, &mut edits, |instrument| {
        instrument.evidence.retain(is_other);
    });
    replace_changed(map.expected_voices.iter(), Edit::ExpectedVoice, &mut edits, |expected| {
        clear_if(&mut expected.source, |other| other == source);
    });
    for (at, other) in map.sources.iter().enumerate().rev() {
        if other.id == *source {
            edits.push(Edit::Source(Change::Remove { at }));
        }
    }
    Edit::Batch(edits)
}

fn clear_if<T>(slot: &mut Option<T>, is_it: impl FnOnce(&T) -> bool) {
    if slot.as_ref().is_some_and(is_it) {
        *slot = None;
    }
}

/// An edit for each item of a list that `change` makes different.
fn replace_changed<'m, T: Clone + PartialEq + 'm>(
    list: impl Iterator<Item = &'m T>,
    edit: fn(Change<T>) -> Edit,
    edits: &mut Vec<Edit>,
    change: impl Fn(&mut T),
) {
    for (at, item) in list.enumerate() {
        let mut changed = item.clone();
        change(&mut changed);
        if changed != *item {
            edits.push(edit(Change::replace(at, changed)));
        }
    }
}
