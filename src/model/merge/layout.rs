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
    let kept: BTreeSet<&ActorId> = actors.iter().map(|actor| &actor.id).collect();
    let known: BTreeSet<&ActorId> =
        [base, ours, theirs].iter().flat_map(|map| &map.actors).map(|actor| &actor.id).collect();
    let mut places = BTreeMap::new();
    for view in View::ALL {
        let of = |map: &'_ Map| map.layout.places.get(view).cloned().unwrap_or_default();
        let mut merged = merge_places(*view, [&of(base), &of(ours), &of(theirs)], desk);
        merged.retain(|actor, _| kept.contains(actor) || !known.contains(actor));
        if !merged.is_empty() {
            places.insert(*view, merged);
        }
    }
    desk.drop_conflicts(Part::Layout, |id| {
        let id = ActorId::from(id);
        !kept.contains(&id) && known.contains(&id)
    });
    let extra = desk.extra(Some(&base.layout.extra), &ours.layout.extra, &theirs.layout.extra);
    Layout { places, extra }
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
