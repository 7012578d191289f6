//! Putting another state of the map in the place of the one that is open, as one edit.

use super::{Deed, Named, Thing};
use crate::model::edit::{Change, Header};
use crate::model::terms::{Term as _, View};
use crate::model::{Edit, Map};

/// The edit that makes one map the other. Lists are replaced item by item from where they differ.
pub fn replace(map: &Map, by: Map) -> Named {
    let mut edits = Vec::new();
    edits.push(Edit::Header(Box::new(Header::of(&by))));
    list(&map.sources, by.sources, Edit::Source, &mut edits);
    list(&map.levels, by.levels, Edit::Level, &mut edits);
    list(&map.actor_kinds, by.actor_kinds, Edit::ActorKind, &mut edits);
    list(&map.tie_kinds, by.tie_kinds, Edit::TieKind, &mut edits);
    list(&map.actors.to_vec(), by.actors.into_iter().collect(), Edit::Actor, &mut edits);
    list(&map.ties.to_vec(), by.ties.into_iter().collect(), Edit::Tie, &mut edits);
    list(&map.consultations, by.consultations, Edit::Consultation, &mut edits);
    list(&map.partnerships, by.partnerships, Edit::Partnership, &mut edits);
    list(&map.concerns, by.concerns, Edit::Concern, &mut edits);
    list(&map.expected_voices, by.expected_voices, Edit::ExpectedVoice, &mut edits);
    list(&map.instruments, by.instruments, Edit::Instrument, &mut edits);
    list(&map.views, by.views, Edit::SavedView, &mut edits);
    list(&map.story, by.story, Edit::Step, &mut edits);
    list(&map.comments, by.comments, Edit::Comment, &mut edits);
    list(&map.not_same, by.not_same, Edit::NotSame, &mut edits);
    edits.push(Edit::Drawn(Box::new(by.places)));
    edits.push(Edit::Mappings(by.mappings));
    for view in View::ALL {
        let (old, new) = (map.layout.places.get(view), by.layout.places.get(view));
        let actors = old.into_iter().chain(new).flat_map(|places| places.keys());
        for actor in actors.collect::<std::collections::BTreeSet<_>>() {
            let position = new.and_then(|places| places.get(actor)).copied();
            if old.and_then(|places| places.get(actor)).copied() != position {
                edits.push(Edit::Place { view: *view, actor: actor.clone(), position });
            }
        }
    }
    Named { deed: Deed::Change(Thing::Map), edit: Edit::Batch(edits) }
}

/// The edits that make one list the other.
fn list<T: PartialEq>(old: &[T], new: Vec<T>, edit: impl Fn(Change<T>) -> Edit, edits: &mut Vec<Edit>) {
    for at in (new.len()..old.len()).rev() {
        edits.push(edit(Change::Remove { at }));
    }
    for (at, item) in new.into_iter().enumerate() {
        match old.get(at) {
            Some(same) if *same == item => {}
            Some(_) => edits.push(edit(Change::replace(at, item))),
            None => edits.push(edit(Change::Insert { at, item: Box::new(item) })),
        }
    }
}
