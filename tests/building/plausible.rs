//! The kinds of tie that are offered: the one that is meant stands near the top.

use std::collections::{BTreeMap, BTreeSet};

use jisr::model::terms::TieClass;
use jisr::model::{Map, Tie, TieId, TieKindId, built_in_tie_kinds};
use jisr::session::building::plausible::{tie_kinds, tie_kinds_from};
use jisr::session::starters::{SAMPLES, starter};
use proptest::prelude::any;
use proptest::sample::Index;

use super::maps::{check_all, compact, random::rich_map, valid};

fn all_kinds(map: &Map) -> BTreeSet<TieKindId> {
    let own = map.tie_kinds.iter().map(|kind| kind.id.clone());
    built_in_tie_kinds().map(|(id, _)| id.into()).chain(own).collect()
}

/// For each tie of a built-in kind: its place in the list that would have been offered before it was drawn. Of a map's own
/// kinds nothing tells between whom they are meant.
fn places(map: &Map, list: impl Fn(&Map, &Tie) -> Vec<TieKindId>) -> Vec<usize> {
    let place = |at: usize| {
        let mut before = map.clone();
        let tie = before.ties.remove(at);
        list(&before, &tie).iter().position(|kind| *kind == tie.kind).unwrap()
    };
    let is_built_in = |at: &usize| map.tie_kinds.iter().all(|kind| kind.id != map.ties[*at].kind);
    (0..map.ties.len()).filter(is_built_in).map(place).collect()
}

fn offered(map: &Map, tie: &Tie) -> Vec<TieKindId> {
    tie_kinds(map, map.actor(&tie.from).unwrap(), map.actor(&tie.to).unwrap())
}

/// How many per cent of the places are among the first so many.
fn within(places: &[usize], first: usize) -> usize {
    places.iter().filter(|place| **place < first).count() * 100 / places.len()
}

#[test]
fn the_kind_that_was_drawn_is_near_the_top() {
    let maps: Vec<Map> = SAMPLES.iter().map(|(_, text)| starter(text).unwrap()).collect();
    let mut counts: BTreeMap<TieKindId, usize> = BTreeMap::new();
    for tie in maps.iter().flat_map(|map| &map.ties) {
        *counts.entry(tie.kind.clone()).or_default() += 1;
    }
    let (mut ours, mut without_habits, mut alphabetical, mut frequent) = (vec![], vec![], vec![], vec![]);
    for map in &maps {
        let own = places(map, offered);
        // On each map by itself, so that a large one does not hide a small one.
        assert!(within(&own, 3) >= 75 && within(&own, 5) >= 85, "{:?}", map.title);
        ours.extend(own);
        without_habits.extend(places(map, |before, tie| {
            offered(&Map { ties: Vec::new().into(), ..before.clone() }, tie)
        }));
        alphabetical.extend(places(map, |_, _| all_kinds(map).into_iter().collect()));
        // Generous: this order knows all answers already.
        frequent.extend(places(map, |_, _| {
            let mut kinds: Vec<_> = all_kinds(map).into_iter().collect();
            kinds.sort_by_key(|kind| usize::MAX - counts.get(kind).copied().unwrap_or_default());
            kinds
        }));
    }
    let [ours, without_habits, alphabetical, frequent] = [ours, without_habits, alphabetical, frequent]
        .map(|places| [1, 3, 5].map(|first| within(&places, first)));
    println!(
        "{ours:?}, without habits {without_habits:?}, alphabetical {alphabetical:?}, frequent {frequent:?}"
    );
    for other in [alphabetical, frequent] {
        assert!(ours.iter().zip(other).all(|(ours, other)| *ours >= other + 30), "{ours:?} {other:?}");
    }
    assert!(without_habits[1] >= 75 && ours[0] >= without_habits[0]);
}

#[test]
fn every_kind_is_there_once_and_what_is_taken_comes_last() {
    check_all(200, &(rich_map(1..=8), any::<Index>(), any::<Index>()), |(map, from, to)| {
        let map = valid(&compact(&map));
        let (from, to) = (from.get(&map.actors), to.get(&map.actors));
        let kinds = tie_kinds(&map, from, to);
        for kinds in [&kinds, &tie_kinds_from(&map, from)] {
            assert_eq!(kinds.iter().cloned().collect::<BTreeSet<_>>(), all_kinds(&map));
            assert_eq!(kinds.len(), all_kinds(&map).len());
        }
        let is_adverse =
            |kind| map.vocabulary().tie_kind(kind).is_some_and(|traits| traits.class == TieClass::Adverse);
        let is_taken = |kind: &TieKindId| {
            map.ties.iter().any(|tie| {
                let is_mutual =
                    tie.mutual.unwrap_or_else(|| map.vocabulary().tie_kind(&tie.kind).unwrap().mutual);
                let ends = (&tie.from, &tie.to);
                tie.kind == *kind && (ends == (&from.id, &to.id) || (is_mutual && ends == (&to.id, &from.id)))
            })
        };
        let free = kinds.iter().filter(|kind| !is_taken(kind)).count();
        assert!(kinds[..free].iter().all(|kind| !is_taken(kind)), "{kinds:?}");
        let has_cooperative = kinds[..free].iter().any(|kind| !is_adverse(kind));
        assert!(!is_adverse(&kinds[0]) || !has_cooperative, "{kinds:?}");
    });
}

fn is_taken(map: &Map, kind: &TieKindId) -> bool {
    map.ties.iter().any(|tie| tie.kind == *kind)
}

#[test]
fn an_adverse_kind_is_first_only_when_nothing_else_is_left() {
    let mut map = starter(SAMPLES[0].1).unwrap();
    let (from, to) = (map.actors[0].clone(), map.actors[1].clone());
    map.ties.clear();
    map.tie_kinds.retain(|kind| kind.id.to_string() == "mistrusts");
    for (at, (kind, _)) in
        built_in_tie_kinds().filter(|(_, traits)| traits.class.is_cooperative()).enumerate()
    {
        let id = TieId::from(format!("t{at}").as_str());
        map.ties.push(Tie::new(id, from.id.clone(), kind.into(), to.id.clone()));
    }
    let kinds = tie_kinds(&map, &from, &to);
    let left: BTreeSet<TieKindId> =
        all_kinds(&map).into_iter().filter(|kind| !is_taken(&map, kind)).collect();
    assert!(["contests", "restricts", "co-opts"].iter().all(|adverse| left.contains(&(*adverse).into())));
    assert_eq!(kinds[..left.len()].iter().cloned().collect::<BTreeSet<_>>(), left);
}
