//! Which items of three lists are the same, and in which order they stand when the lists are merged.

use std::collections::HashMap;
use std::hash::Hash;

/// Three lists whose items are known by tokens: from 0 up those of the base in their order, then those that are new.
pub(super) struct Lists {
    pub(super) base: usize,
    pub(super) ours: Vec<usize>,
    pub(super) theirs: Vec<usize>,
    tokens: usize,
}

impl Lists {
    /// Items are the same if their keys are; of several with one key the first is the first, and so on.
    pub(super) fn by_key<K: Ord + ?Sized>(base: &[&K], ours: &[&K], theirs: &[&K]) -> Self {
        // Sorted, not hashed: keys need an order and nothing else.
        let mut all: Vec<&K> = base.iter().chain(ours).chain(theirs).copied().collect();
        all.sort_unstable();
        all.dedup();
        let number = |keys: &[&K]| -> Vec<usize> {
            keys.iter().map(|key| all.binary_search(key).unwrap_or_default()).collect()
        };
        let base = number(base);
        let matched = |side: &[usize]| match_keys(&base, side);
        let (ours, theirs) = (number(ours), number(theirs));
        Self::of(base.len(), (&ours, matched(&ours)), (&theirs, matched(&theirs)))
    }

    /// From what each item of a side is in the base. Those that are in neither are the same on both sides if their keys
    /// are.
    pub(super) fn of<'k, K: Eq + Hash>(
        base: usize,
        ours: (&'k [K], Vec<Option<usize>>),
        theirs: (&'k [K], Vec<Option<usize>>),
    ) -> Self {
        let mut tokens = base;
        let mut new: HashMap<(&K, usize), usize> = HashMap::new();
        let mut name = |(keys, known): (&'k [K], Vec<Option<usize>>)| -> Vec<usize> {
            let mut times: HashMap<&K, usize> = HashMap::new();
            let token = |(known, key): (Option<usize>, &'k K)| {
                known.unwrap_or_else(|| {
                    let time = times.entry(key).or_insert(0);
                    *time += 1;
                    *new.entry((key, *time)).or_insert_with(|| {
                        tokens += 1;
                        tokens - 1
                    })
                })
            };
            known.into_iter().zip(keys).map(token).collect()
        };
        let (ours, theirs) = (name(ours), name(theirs));
        Self { base, ours, theirs, tokens }
    }

    /// Where each token stands in base, ours and theirs.
    pub(super) fn places(&self) -> Vec<[Option<usize>; 3]> {
        let mut places = vec![[None; 3]; self.tokens];
        for (token, place) in places.iter_mut().enumerate().take(self.base) {
            place[0] = Some(token);
        }
        for (list, side) in [&self.ours, &self.theirs].into_iter().enumerate() {
            for (place, token) in side.iter().enumerate() {
                places[*token][list + 1] = Some(place);
            }
        }
        places
    }
}

/// Which item of the base each item of a side is, by their keys.
pub(super) fn match_keys<K: Eq + Hash>(base: &[K], side: &[K]) -> Vec<Option<usize>> {
    let mut places = HashMap::with_capacity(base.len());
    let mut times: HashMap<&K, usize> = HashMap::with_capacity(base.len());
    for (place, key) in base.iter().enumerate() {
        let time = times.entry(key).or_insert(0);
        *time += 1;
        places.insert((key, *time), place);
    }
    times.clear();
    let find = |key| {
        let time = times.entry(key).or_insert(0);
        *time += 1;
        places.get(&(key, *time)).copied()
    };
    side.iter().map(find).collect()
}

/// The order of a merged list.
pub(super) struct Order {
    /// The tokens that are kept.
    pub(super) tokens: Vec<usize>,
    /// Whether both sides have moved what they have in common, in different ways.
    pub(super) is_contested: bool,
}

/// Lays the kept items out: in the order of ours, unless theirs alone has moved what was there. What only the other side has
/// stands after the neighbour it had there, and after what is new on this side at the same place.
pub(super) fn lay_out(lists: &Lists, is_kept: impl Fn(usize) -> bool) -> Order {
    let has = |side: &[usize]| {
        let mut has = vec![false; lists.tokens];
        for token in side {
            has[*token] = true;
        }
        has
    };
    let (in_ours, in_theirs) = (has(&lists.ours), has(&lists.theirs));
    let common = |side: &[usize]| -> Vec<usize> {
        let is_common = |token: &&usize| **token < lists.base && in_ours[**token] && in_theirs[**token];
        side.iter().filter(is_common).copied().collect()
    };
    let (ours, theirs) = (common(&lists.ours), common(&lists.theirs));
    let (is_ours_moved, is_theirs_moved) = (!ours.is_sorted(), !theirs.is_sorted());
    let is_contested = is_ours_moved && is_theirs_moved && ours != theirs;
    let tokens = if is_theirs_moved && !is_ours_moved {
        braid((&lists.theirs, &in_theirs), (&lists.ours, &in_ours), is_kept)
    } else {
        braid((&lists.ours, &in_ours), (&lists.theirs, &in_theirs), is_kept)
    };
    Order { tokens, is_contested }
}

fn braid(
    (leader, in_leader): (&[usize], &[bool]),
    (follower, in_follower): (&[usize], &[bool]),
    is_kept: impl Fn(usize) -> bool,
) -> Vec<usize> {
    // What follows each item of the leader; at 0 what comes before all of them.
    let mut guests: Vec<Vec<usize>> = vec![Vec::new(); in_leader.len() + 1];
    let mut neighbour = 0;
    for token in follower {
        if in_leader[*token] {
            neighbour = *token + 1;
        } else {
            guests[neighbour].push(*token);
        }
    }
    let mut laid = Vec::with_capacity(leader.len());
    let mut waiting = std::mem::take(&mut guests[0]);
    for token in leader {
        if in_follower[*token] {
            laid.append(&mut waiting);
            waiting = std::mem::take(&mut guests[*token + 1]);
        }
        laid.push(*token);
    }
    laid.append(&mut waiting);
    laid.retain(|token| is_kept(*token));
    laid
}
