//! Where people have put the actors: each place is merged on its own, and goes with its actor.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value as Json, json};

use super::conflict::{Clash, Desk, Part};
use crate::model::terms::{Term as _, View};
use crate::model::{Actor, ActorId, Layout, Map, Position};

type Places = BTreeMap<ActorId, Position>;

/// Merges the places of actors. Those of actors that are no longer on the merged map go with them.
pub(super) fn merge(base: &Map, ours: &Map, theirs: &Map, actors: &[Actor], desk: &mut Desk) -> Layout {
    desk.enter(Part::Layout);
    let gone = Gone::of([base, ours, theirs], actors);
    let mut places = BTreeMap::new();
    for view in View::ALL {
        let of = |map: &'_ Map| map.layout.places.get(view).cloned().unwrap_or_default();
        let mut merged = merge_places(*view, [&of(base), &of(ours), &of(theirs)], desk);
        merged.retain(|actor, _| !gone.has(actor));
        if !merged.is_empty() {
            places.insert(*view, merged);
        }
    }
    desk.drop_conflicts(Part::Layout, |id| gone.has(&ActorId::from(id)));
    let extra = desk.extra(Some(&base.layout.extra), &ours.layout.extra, &theirs.layout.extra);
    Layout { places, extra }
}

/// Merges where the program has drawn the actors: a view as it was drawn on one side, for half of two drawings would be
/// neither; nobody has said that they stand there, so nothing of it is a conflict.
pub(super) fn merge_drawn(base: &Map, ours: &Map, theirs: &Map, actors: &[Actor], desk: &mut Desk) -> Layout {
    desk.enter(Part::Header);
    let gone = Gone::of([base, ours, theirs], actors);
    let mut places = BTreeMap::new();
    for view in View::ALL {
        let [before, with_us, with_them] = [base, ours, theirs].map(|map| map.places.places.get(view));
        let taken = if before == with_us { with_them } else { with_us };
        let mut taken = taken.cloned().unwrap_or_default();
        taken.retain(|actor, _| !gone.has(actor));
        if !taken.is_empty() {
            places.insert(*view, taken);
        }
    }
    let extra = desk
        .key("places", |desk| desk.extra(Some(&base.places.extra), &ours.places.extra, &theirs.places.extra));
    Layout { places, extra }
}

/// Which actors are on none of the merged map, and were on one of the three.
pub(super) struct Gone<'m> {
    kept: BTreeSet<&'m ActorId>,
    known: BTreeSet<&'m ActorId>,
}

impl<'m> Gone<'m> {
    pub(super) fn of(maps: [&'m Map; 3], kept: &'m [Actor]) -> Self {
        Self {
            kept: kept.iter().map(|actor| &actor.id).collect(),
            known: maps.into_iter().flat_map(|map| &map.actors).map(|actor| &actor.id).collect(),
        }
    }

    pub(super) fn has(&self, actor: &ActorId) -> bool {
        !self.kept.contains(actor) && self.known.contains(actor)
    }
}

fn merge_places(view: View, sides: [&Places; 3], desk: &mut Desk) -> Places {
    let [base, ours, theirs] = sides;
    let all: BTreeSet<&ActorId> = ours.keys().chain(theirs.keys()).chain(base.keys()).collect();
    let mut merged = Places::new();
    for actor in all {
        let [before, with_us, with_them] = sides.map(|places| places.get(actor).copied());
        if before != with_us && before != with_them && with_us != with_them {
            let show = |place: Option<Position>| place.map(|Position { x, y }| -> Json { json!([x, y]) });
            let values = [show(before), show(with_us), show(with_them)];
            desk.within(&actor.to_string(), |desk| {
                desk.key(view.id(), |desk| desk.clash(Clash::BothChanged, values));
            });
        }
        let taken = if before == with_us { with_them } else { with_us };
        if let Some(place) = taken {
            merged.insert(actor.clone(), place);
        }
    }
    merged
}
