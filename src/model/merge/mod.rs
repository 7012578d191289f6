//! Merging two maps that were made from one: three-way, element by element and field by field.
//!
//! Elements are the same if their ids are, unless what they are tells otherwise: an id that means different things on the two
//! sides is one element for each of them, and theirs gets a free id. What one side alone has changed is taken; where both have
//! changed one field to different values, ours is, and that is a conflict; what one side has deleted and the other has changed
//! or still refers to stays, and that is a conflict too. So nothing that is new on either side is lost, nothing that is said
//! of one element is said of another one, the merged map is as valid as the two were, and every decision that was not forced
//! is listed.

mod conflict;
mod difference;
mod element;
mod field;
mod identity;
mod layout;
mod list;
mod order;
mod records;
mod references;
mod renaming;

use std::collections::{BTreeMap, BTreeSet};

use super::{Id as _, Items as _, Ladder, Level, Map, Text};

pub use conflict::{Clash, Conflict, Part};
pub use difference::{Change, Difference};
pub use identity::KeptApart;

use conflict::{Desk, sort};
use identity::align_ids;
use list::merge_list;
use references::{Need, NeedRef, lent, references, targets};
use renaming::{Names, rename};

/// A merged map, and what was not plain about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    /// The map.
    pub map: Map,
    /// What is to be looked at, part by part, in the order of ids.
    pub conflicts: Vec<Conflict>,
    /// Elements of theirs that have another id than there, because that means something else with us; part by part.
    pub kept_apart: Vec<KeptApart>,
}

impl Merged {
    fn plain(map: &Map) -> Self {
        Self { map: map.clone(), conflicts: Vec::new(), kept_apart: Vec::new() }
    }
}

/// What has to stay although one side has deleted it, and what needs it.
type Needed = BTreeMap<Need, BTreeSet<String>>;

/// Merges two maps that were made from one.
///
/// Order: that of ours, unless theirs alone has moved something; what the other side has added stands after the neighbour it
/// had there. Lists whose items have no ids (members, steps of the story and the like) are matched by what their items are
/// about, or else by likeness and place.
///
/// Complexity: near-linear in the size of the three maps, times the length of the longest chain of references that has to
/// be brought back (a tie, its actor, the level of that, at most).
pub fn merge(base: &Map, ours: &Map, theirs: &Map) -> Merged {
    if ours == theirs || base == theirs {
        return Merged::plain(ours);
    }
    if base == ours {
        return Merged::plain(theirs);
    }
    let aligned = align_ids(base, ours, theirs);
    let (base, theirs) = (&*aligned.base, &*aligned.theirs);
    let mut needed = Needed::new();
    loop {
        let mut merged = merge_once(base, ours, theirs, &needed);
        let more = missing(&merged.map, [ours, theirs], &needed);
        if more.is_empty() {
            merged.kept_apart = aligned.kept_apart;
            give_ids_back(&mut merged, aligned.stand_ins);
            return merged;
        }
        needed.extend(more);
    }
}

/// What gave way to something that is not on the merged map after all has its own id again; and no conflict speaks of an id
/// that is on none of the maps.
fn give_ids_back(merged: &mut Merged, stand_ins: Vec<KeptApart>) {
    let there = targets(&merged.map);
    let is_there = |part: Part, id: &str| there.has(&NeedRef(part, id));
    let (stays, goes_back): (Vec<_>, Vec<_>) = merged
        .kept_apart
        .drain(..)
        .partition(|apart| is_there(apart.part, &apart.now) && is_there(apart.part, &apart.was));
    merged.kept_apart = stays;
    for KeptApart { part, was, now } in goes_back.into_iter().chain(stand_ins) {
        rename(&mut merged.map, part, &Names::from([(now.clone(), was.clone())]));
        for conflict in &mut merged.conflicts {
            conflict.rename(part, &now, &was);
        }
    }
    sort(&mut merged.conflicts);
}

fn merge_once(base: &Map, ours: &Map, theirs: &Map, needed: &Needed) -> Merged {
    let mut desk = Desk::new(needed);
    macro_rules! field {
        ($field:ident) => {
            desk.field(stringify!($field), Some(&base.$field), &ours.$field, &theirs.$field)
        };
    }
    let (title, place, as_of) = (field!(title), field!(place), field!(as_of));
    let (languages, notes, aim) = (field!(languages), field!(notes), field!(aim));
    let (mut not_same, mappings) = (field!(not_same), field!(mappings));
    let extra = desk.extra(Some(&base.extra), &ours.extra, &theirs.extra);
    macro_rules! list {
        ($field:ident, $part:ident) => {{
            desk.enter(Part::$part);
            merge_list(&base.$field.whole(), &ours.$field.whole(), &theirs.$field.whole(), &mut desk)
        }};
    }
    let actors = list!(actors, Actors);
    desk.enter(Part::Levels);
    let levels = with_usual_levels(list!(levels, Levels), &mut desk);
    let layout = layout::merge(base, ours, theirs, &actors, &mut desk);
    let places = layout::merge_drawn(base, ours, theirs, &actors, &mut desk);
    let gone = layout::Gone::of([base, ours, theirs], &actors);
    not_same.retain(|pair| !gone.has(&pair.0) && !gone.has(&pair.1));
    let map = Map {
        title,
        place,
        as_of,
        languages,
        notes,
        aim,
        sources: list!(sources, Sources),
        actors: actors.into(),
        ties: list!(ties, Ties).into(),
        partnerships: list!(partnerships, Partnerships),
        consultations: list!(consultations, Consultations),
        concerns: list!(concerns, Concerns),
        expected_voices: list!(expected_voices, ExpectedVoices),
        instruments: list!(instruments, Instruments),
        views: list!(views, Views),
        story: list!(story, Story),
        comments: list!(comments, Comments),
        levels,
        actor_kinds: list!(actor_kinds, ActorKinds),
        tie_kinds: list!(tie_kinds, TieKinds),
        not_same,
        layout,
        places,
        mappings,
        extra,
    };
    Merged { map, conflicts: desk.done(), kept_apart: Vec::new() }
}

/// Where one side has made a ladder of its own and the other still stands on the usual one, rungs of that are added, named
/// by their ids: what they are called is for the catalogues, and then for the map's authors.
fn with_usual_levels(mut levels: Vec<Level>, desk: &mut Desk) -> Vec<Level> {
    let usual: Vec<_> = Ladder::of(&[]).rungs().collect();
    for (place, (id, _, tier)) in usual.iter().enumerate() {
        if !desk.is_needed(id) || levels.iter().any(|level| level.id.as_str() == *id) {
            continue;
        }
        // Above the nearest usual rung below it, or else at the bottom.
        let below = usual[..place].iter().rev();
        let at = below
            .filter_map(|(below, ..)| levels.iter().position(|level| level.id.as_str() == *below))
            .map(|at| at + 1)
            .next();
        let level =
            Level { id: (*id).into(), name: Text::from(*id), tier: *tier, extra: super::Bag::default() };
        levels.insert(at.unwrap_or(0), level);
        desk.still_needed(id, None, None);
    }
    levels
}

/// What is referred to, was on one of the sides, and is not on the merged map.
fn missing(merged: &Map, sides: [&Map; 2], needed: &Needed) -> Needed {
    let mut wanted = Needed::new();
    let there = targets(merged);
    references(merged, &mut |need, user| {
        if !there.has(&need) {
            wanted.entry(need.owned()).or_default().insert(user());
        }
    });
    if wanted.is_empty() {
        return wanted;
    }
    let on_sides = sides.map(targets);
    // What refers to nothing on a side already is left as it stands.
    let mut loose = BTreeSet::new();
    for (side, there) in sides.iter().zip(&on_sides) {
        references(side, &mut |need, _| {
            if !there.has(&need) {
                loose.insert(need.owned());
            }
        });
    }
    wanted.retain(|need, _| {
        let was_there = on_sides.iter().any(|side| side.has(&lent(need)));
        was_there && !loose.contains(need) && !needed.contains_key(need)
    });
    wanted
}
