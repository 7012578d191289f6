//! Which elements of three maps are the same, where ids alone would say it wrongly.
//!
//! Two people who add different things may give them one id; somebody may delete a thing and use its id for another one; and
//! a map that such a merge has made calls things otherwise than the one that it was made from. So ids are looked through
//! before anything is merged: the base and theirs are renamed, with all that refers to what is renamed, until one id means
//! one thing on all three maps. Ours keeps its ids.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet, VecDeque};

use super::conflict::Part;
use super::element::{Element, content, is_same};
use super::renaming::{Names, rename};
use crate::model::ids::Ids;
use crate::model::vocabulary::{built_in_actor_kinds, built_in_tie_kinds};
use crate::model::{Items as _, Ladder, Map};

/// An element of theirs whose id means something else with us: both stay.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct KeptApart {
    /// In which part.
    pub part: Part,
    /// Its id on their map, which ours has for something else.
    pub was: String,
    /// Its id on the merged map.
    pub now: String,
}

/// The maps with ids that mean one thing on all of them.
pub(super) struct Aligned<'m> {
    pub(super) base: Cow<'m, Map>,
    pub(super) theirs: Cow<'m, Map>,
    pub(super) kept_apart: Vec<KeptApart>,
    /// What only the base has, under ids that stand for those that mean something else now.
    pub(super) stand_ins: Vec<KeptApart>,
}

/// Makes ids mean one thing on all three maps. Near-linear.
pub(super) fn align_ids<'m>(base: &'m Map, ours: &Map, theirs: &'m Map) -> Aligned<'m> {
    let mut aligned = Aligned {
        base: Cow::Borrowed(base),
        theirs: Cow::Borrowed(theirs),
        kept_apart: Vec::new(),
        stand_ins: Vec::new(),
    };
    macro_rules! align {
        ($($list:ident, $reserved:expr;)+) => {$(
            let found = {
                let lists = [aligned.base.$list.whole(), ours.$list.whole(), aligned.theirs.$list.whole()];
                Three::of(lists.each_ref().map(|list| &**list)).align($reserved)
            };
            aligned.take(found);
        )+};
    }
    let usual: Vec<&str> = Ladder::of(&[]).rungs().map(|(id, ..)| id).collect();
    let (actor_kinds, tie_kinds) = (built_in_actor_kinds(), built_in_tie_kinds());
    let actor_kinds: Vec<&str> = actor_kinds.map(|(id, _)| id).collect();
    let tie_kinds: Vec<&str> = tie_kinds.map(|(id, _)| id).collect();
    // What a map without levels of its own stands on is on it, unwritten.
    let unwritten = if base.levels.is_empty() { usual.as_slice() } else { &[] };
    // What is referred to first: what an element is may depend on what it refers to.
    align! {
        sources, Reserved::default();
        levels, Reserved { taken: &usual, known: unwritten };
        actor_kinds, Reserved { taken: &actor_kinds, known: &[] };
        tie_kinds, Reserved { taken: &tie_kinds, known: &[] };
        actors, Reserved::default();
        ties, Reserved::default();
        partnerships, Reserved::default();
        consultations, Reserved::default();
        concerns, Reserved::default();
        expected_voices, Reserved::default();
        instruments, Reserved::default();
        views, Reserved::default();
        comments, Reserved::default();
    }
    aligned
}

/// Ids that have a meaning without being on a list.
#[derive(Default, Clone, Copy)]
struct Reserved<'i> {
    /// No new id may be one of them.
    taken: &'i [&'i str],
    /// These mean one thing on both sides, whatever it is called there.
    known: &'i [&'i str],
}

/// How one list is to be renamed.
struct Renaming {
    part: Part,
    base: Names,
    theirs: Names,
    kept_apart: Vec<KeptApart>,
    stand_ins: Vec<KeptApart>,
}

impl Aligned<'_> {
    fn take(&mut self, found: Renaming) {
        for (map, names) in [(&mut self.base, &found.base), (&mut self.theirs, &found.theirs)] {
            if !names.is_empty() {
                rename(map.to_mut(), found.part, names);
            }
        }
        self.kept_apart.extend(found.kept_apart);
        self.stand_ins.extend(found.stand_ins);
    }
}

/// One list of the three maps.
struct Three<'l, E> {
    base: List<'l, E>,
    ours: List<'l, E>,
    theirs: List<'l, E>,
}

/// A list, and where each id stands in it.
struct List<'l, E> {
    items: &'l [E],
    places: HashMap<&'l str, usize>,
}

impl<'l, E: Element> List<'l, E> {
    fn of(items: &'l [E]) -> Self {
        Self { items, places: items.iter().enumerate().map(|(at, item)| (item.id(), at)).collect() }
    }

    fn place(&self, item: &E) -> Option<usize> {
        self.places.get(item.id()).copied()
    }
}

/// What each item of the base is on a side, and which items of the side are none of the base's.
struct Side {
    of_base: Vec<Option<usize>>,
    is_new: Vec<bool>,
}

impl Side {
    fn pair(&mut self, base: usize, side: usize) {
        self.of_base[base] = Some(side);
        self.is_new[side] = false;
    }
}

impl<'l, E: Element> Three<'l, E> {
    fn of([base, ours, theirs]: [&'l [E]; 3]) -> Self {
        Self { base: List::of(base), ours: List::of(ours), theirs: List::of(theirs) }
    }

    fn align(&self, reserved: Reserved) -> Renaming {
        let (mut ours, mut theirs) =
            (self.side(&self.ours, &self.theirs), self.side(&self.theirs, &self.ours));
        if E::IS_ONE_WHOLE {
            self.split(&mut ours, &mut theirs);
        }
        let same_new = self.same_new(&ours.is_new, &theirs.is_new, reserved.known);
        self.rename(&ours, &theirs, &same_new, reserved.taken)
    }

    /// Finds the items of the base on a side: by their ids, unless that id means something else there.
    fn side(&self, side: &List<E>, other: &List<E>) -> Side {
        let mut found =
            Side { of_base: vec![None; self.base.items.len()], is_new: vec![true; side.items.len()] };
        let mut astray = Vec::new();
        for (at, item) in self.base.items.iter().enumerate() {
            match side.place(item) {
                Some(place) if is_same(item, &side.items[place]) => found.pair(at, place),
                place => astray.push((at, place)),
            }
        }
        if astray.is_empty() {
            return found;
        }
        let mut index = Index::of(side.items, &found.is_new);
        // What the base has too is more likely to be that, with another name.
        index.same_only(|place| !self.base.places.contains_key(side.items[place].id()));
        for (at, place) in &mut astray {
            let item = &self.base.items[*at];
            // What is not there was deleted, unless it is there as it was, word for word, and the other side still has it.
            let elsewhere = match place {
                Some(_) => index.equal(item).or_else(|| index.same(item)),
                None if other.place(item).is_some() => index.equal(item),
                None => None,
            };
            if let Some(elsewhere) = elsewhere {
                found.pair(*at, elsewhere);
                *place = None;
            }
        }
        // Where the other side has nothing of that id, there is nothing that could be taken for something else.
        for (at, place) in astray {
            if let Some(place) = place.filter(|place| found.is_new[*place])
                && !(other.place(&self.base.items[at]).is_some()
                    && self.base.items[at].is_replaced_by(&side.items[place]))
            {
                found.pair(at, place);
            }
        }
        found
    }

    /// What each side has made something else of, and not the same, is as if each had added it.
    fn split(&self, ours: &mut Side, theirs: &mut Side) {
        for (at, item) in self.base.items.iter().enumerate() {
            if let (Some(with_us), Some(with_them)) = (ours.of_base[at], theirs.of_base[at]) {
                let (our_item, their_item) = (&self.ours.items[with_us], &self.theirs.items[with_them]);
                if !is_same(item, our_item) && !is_same(item, their_item) && !is_same(our_item, their_item) {
                    (ours.of_base[at], theirs.of_base[at]) = (None, None);
                    (ours.is_new[with_us], theirs.is_new[with_them]) = (true, true);
                }
            }
        }
    }

    /// Which new item of ours each new item of theirs is: one of its id that is the same thing; or else, where that id means
    /// something else with us, one that is equal to it, as it was left by an earlier merge of the two.
    fn same_new(
        &self,
        is_new_of_ours: &[bool],
        is_new_of_theirs: &[bool],
        known: &[&str],
    ) -> Vec<Option<usize>> {
        let mut is_left = is_new_of_ours.to_vec();
        let mut same = vec![None; self.theirs.items.len()];
        let mut colliding = Vec::new();
        for (at, item) in self.theirs.items.iter().enumerate().filter(|(at, _)| is_new_of_theirs[*at]) {
            let Some(place) = self.ours.place(item) else { continue };
            let is_one = known.contains(&item.id()) || is_same(item, &self.ours.items[place]);
            if is_one && is_left[place] {
                is_left[place] = false;
                same[at] = Some(place);
            } else {
                colliding.push(at);
            }
        }
        if !colliding.is_empty() {
            let mut index = Index::of(self.ours.items, &is_left);
            for at in colliding {
                same[at] = index.equal(&self.theirs.items[at]);
            }
        }
        same
    }

    /// Gives each thing the id that it has with us; what is not there keeps its own, or gets a free one where that means
    /// something else with us.
    fn rename(&self, ours: &Side, theirs: &Side, same_new: &[Option<usize>], reserved: &[&str]) -> Renaming {
        let lists = [&self.base, &self.ours, &self.theirs];
        // Worked out only where one is needed.
        let mut ids: Option<Ids> = None;
        let mut free_id = |item: &E| {
            let ids = ids.get_or_insert_with(|| {
                let all = lists.into_iter().flat_map(|list| list.items).map(E::id);
                Ids::new(all.chain(reserved.iter().copied()))
            });
            item.free_id(ids)
        };
        let mut renaming = Renaming {
            part: E::PART,
            base: Names::new(),
            theirs: Names::new(),
            kept_apart: Vec::new(),
            stand_ins: Vec::new(),
        };
        let put = |names: &mut Names, item: &E, id: &str| {
            if item.id() != id {
                names.insert(item.id().to_owned(), id.to_owned());
            }
        };
        let mut used: HashSet<&str> = self.ours.places.keys().copied().collect();
        for (at, item) in self.base.items.iter().enumerate() {
            let their_item = theirs.of_base[at].map(|at| &self.theirs.items[at]);
            if let Some(with_us) = ours.of_base[at] {
                let id = self.ours.items[with_us].id();
                put(&mut renaming.base, item, id);
                if let Some(their_item) = their_item {
                    put(&mut renaming.theirs, their_item, id);
                }
            } else if used.insert(item.id()) {
                if let Some(their_item) = their_item {
                    put(&mut renaming.theirs, their_item, item.id());
                }
            } else {
                let now = free_id(their_item.unwrap_or(item));
                put(&mut renaming.base, item, &now);
                if let Some(their_item) = their_item {
                    put(&mut renaming.theirs, their_item, &now);
                    let was = their_item.id().to_owned();
                    renaming.kept_apart.push(KeptApart { part: E::PART, was, now });
                } else {
                    let was = item.id().to_owned();
                    renaming.stand_ins.push(KeptApart { part: E::PART, was, now });
                }
            }
        }
        for (at, item) in self.theirs.items.iter().enumerate().filter(|(at, _)| theirs.is_new[*at]) {
            if let Some(place) = same_new[at] {
                put(&mut renaming.theirs, item, self.ours.items[place].id());
            } else if !used.insert(item.id()) {
                let now = free_id(item);
                put(&mut renaming.theirs, item, &now);
                renaming.kept_apart.push(KeptApart { part: E::PART, was: item.id().to_owned(), now });
            }
        }
        renaming
    }
}

/// Items of a list by what they are and by all that they say.
struct Index {
    equal: HashMap<String, VecDeque<usize>>,
    same: HashMap<String, VecDeque<usize>>,
    is_left: Vec<bool>,
}

impl Index {
    fn of<E: Element>(items: &[E], is_in: &[bool]) -> Self {
        let mut index = Self { equal: HashMap::new(), same: HashMap::new(), is_left: is_in.to_vec() };
        for (at, item) in items.iter().enumerate().filter(|(at, _)| is_in[*at]) {
            index.equal.entry(content(item)).or_default().push_back(at);
            for identity in item.identities() {
                index.same.entry(identity).or_default().push_back(at);
            }
        }
        index
    }

    /// Knows by what they are only these; by all that they say, still all of them.
    fn same_only(&mut self, is_in: impl Fn(usize) -> bool) {
        self.same.values_mut().for_each(|places| places.retain(|place| is_in(*place)));
    }

    /// The first that says the same and was not given yet.
    fn equal<E: Element>(&mut self, item: &E) -> Option<usize> {
        first(self.equal.get_mut(&content(item))?, &mut self.is_left)
    }

    /// The first that is the same and was not given yet.
    fn same<E: Element>(&mut self, item: &E) -> Option<usize> {
        let identities = item.identities();
        identities.iter().find_map(|identity| first(self.same.get_mut(identity)?, &mut self.is_left))
    }
}

fn first(places: &mut VecDeque<usize>, is_left: &mut [bool]) -> Option<usize> {
    let place = std::iter::from_fn(|| places.pop_front()).find(|place| is_left[*place])?;
    is_left[place] = false;
    Some(place)
}
