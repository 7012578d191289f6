//! Lists: which items stay, which are merged, which conflict.

use std::borrow::Cow;

use serde_json::Value as Json;

use super::conflict::{Clash, Desk};
use super::order::{Lists, lay_out, match_keys};

/// An item of a list.
pub(super) trait Entry: Clone + PartialEq {
    /// Whether an item that has another key may still be the same one, changed: where there are no ids.
    const BY_LIKENESS: bool = false;
    /// Whether an item is told by its number before, and not by its key.
    const BY_NUMBER: bool = false;
    /// Whether the order of the list says something.
    const IN_ORDER: bool = false;
    /// By what it is known from one version to the next: its id, or what it is about.
    fn key(&self) -> Cow<'_, str>;
    /// As it stands in a file.
    fn shown(&self) -> Json;
    /// The keys and values of it that say something; none for a mere word.
    fn parts(&self) -> Vec<(&'static str, Json)> {
        Vec::new()
    }
    /// Merges two items that both differ from what was there, and from each other.
    fn merge(base: Option<&Self>, ours: &Self, theirs: &Self, desk: &mut Desk) -> Self;
}

/// Merges a list.
pub(super) fn merge_list<E: Entry>(base: &[E], ours: &[E], theirs: &[E], desk: &mut Desk) -> Vec<E> {
    // What has to stay may be what one side alone has deleted.
    if !desk.needs_any() {
        if ours == theirs || base == theirs {
            return ours.to_vec();
        }
        if base == ours {
            return theirs.to_vec();
        }
    }
    let lists = align_all(base, ours, theirs);
    let mut merged: Vec<Option<E>> = Vec::new();
    for (token, [in_base, in_ours, in_theirs]) in lists.places().into_iter().enumerate() {
        let three = Three {
            base: in_base.map(|place| &base[place]),
            ours: in_ours.map(|place| &ours[place]),
            theirs: in_theirs.map(|place| &theirs[place]),
        };
        merged.push(three.merge(token, desk));
    }
    let order = lay_out(&lists, |token| merged[token].is_some());
    if E::IN_ORDER && order.is_contested {
        let keys = |list: &[E]| Some(list.iter().map(|item| Json::from(item.key())).collect());
        desk.clash(Clash::BothMoved, [keys(base), keys(ours), keys(theirs)]);
    }
    order.tokens.into_iter().filter_map(|token| merged[token].take()).collect()
}

/// One item on the three lists.
struct Three<'l, E> {
    base: Option<&'l E>,
    ours: Option<&'l E>,
    theirs: Option<&'l E>,
}

impl<E: Entry> Three<'_, E> {
    /// What becomes of it; `None` if it goes.
    fn merge(&self, token: usize, desk: &mut Desk) -> Option<E> {
        match (self.base, self.ours, self.theirs) {
            (base, Some(ours), Some(theirs)) => Some(if ours == theirs || base == Some(theirs) {
                ours.clone()
            } else if base == Some(ours) {
                theirs.clone()
            } else {
                desk.within(&self.name(token), |desk| E::merge(base, ours, theirs, desk))
            }),
            (None, ours, theirs) => ours.or(theirs).cloned(),
            (Some(base), Some(left), None) | (Some(base), None, Some(left)) => {
                self.one_has_deleted(base, left, token, desk)
            }
            (Some(_), None, None) => None,
        }
    }

    fn one_has_deleted(&self, base: &E, left: &E, token: usize, desk: &mut Desk) -> Option<E> {
        let sides = |value: Json| (self.ours.map(|_| value.clone()), self.theirs.map(|_| value.clone()));
        if left == base {
            let key = left.key();
            if !desk.is_needed(&key) {
                return None;
            }
            let (ours, theirs) = sides(left.shown());
            desk.still_needed(&key, ours, theirs);
        } else {
            let [before, after] = changes(base, left);
            let (ours, theirs) = sides(after);
            let values = [Some(before), ours, theirs];
            desk.within(&self.name(token), |desk| desk.clash(Clash::ChangedAndDeleted, values));
        }
        Some(left.clone())
    }

    /// What it is called in a conflict: the same, whichever side is called ours.
    fn name(&self, token: usize) -> String {
        match self.base {
            Some(base) if !E::BY_NUMBER => base.key().into_owned(),
            Some(_) => (token + 1).to_string(),
            None => self.ours.or(self.theirs).map(|item| item.key().into_owned()).unwrap_or_default(),
        }
    }
}

/// The parts that differ, before and after.
pub(super) fn changes<E: Entry>(before: &E, after: &E) -> [Json; 2] {
    let (before, after) = (before.parts(), after.parts());
    let differing = |parts: &[(&'static str, Json)], others: &[(&'static str, Json)]| {
        parts.iter().filter(|part| !others.contains(part)).map(|(key, value)| (*key, value.clone())).collect()
    };
    [differing(&before, &after), differing(&after, &before)]
}

fn align_all<E: Entry>(base: &[E], ours: &[E], theirs: &[E]) -> Lists {
    let keys = |list| <[E]>::iter(list).map(Entry::key).collect::<Vec<_>>();
    let (with_us, with_them) = (keys(ours), keys(theirs));
    Lists::of(base.len(), (&with_us, align(base, ours)), (&with_them, align(base, theirs)))
}

/// How far one looks for an item that was changed so much that its key is another one.
const NEAR: usize = 8;

/// Which item of a list each item of a later version of it was. Near-linear.
pub(super) fn align<E: Entry>(base: &[E], side: &[E]) -> Vec<Option<usize>> {
    let keys = |list| <[E]>::iter(list).map(Entry::key).collect::<Vec<_>>();
    let mut known = match_keys(&keys(base), &keys(side));
    if !E::BY_LIKENESS {
        return known;
    }
    let mut is_free = vec![true; base.len()];
    for place in known.iter().flatten() {
        is_free[*place] = false;
    }
    // Where one would be, had it stayed after the same neighbour.
    let mut next = 0;
    for (item, known) in side.iter().zip(&mut known) {
        if known.is_none() {
            let mut near = (next..base.len()).take(NEAR).filter(|place| is_free[*place]);
            *known = near.find(|place| are_alike(&base[*place], item));
        }
        if let Some(place) = *known {
            is_free[place] = false;
            next = place + 1;
        }
    }
    known
}

/// Whether at least half of what either says is the same.
fn are_alike<E: Entry>(one: &E, other: &E) -> bool {
    let (one, other) = (one.parts(), other.parts());
    let same = one.iter().filter(|part| other.contains(part)).count();
    let all = one.len() + other.len() - same;
    same > 0 && same * 2 >= all
}
