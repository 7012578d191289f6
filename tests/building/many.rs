//! Many at once: fields, tags, pins, copies, deletions.

use std::collections::BTreeSet;

use jisr::model::edit::remove_actor;
use jisr::model::terms::{Term as _, View};
use jisr::model::{ActorId, Map, Position, TieId};
use jisr::session::building::bulk::{place, release, set_actors, set_ties, tag, untag};
use jisr::session::building::duplicate::duplicate;
use jisr::session::building::fields::{ActorField, TieField, set_actor, set_tie};
use jisr::session::building::removal::remove;
use jisr::session::starters::{SAMPLES, starter};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::fields::check_named;
use super::maps::{check_all, compact, random::rich_map, valid};
use super::{apply, english};

fn jenin() -> Map {
    starter(SAMPLES[0].1).unwrap()
}

fn some_actors(map: &Map, which: &[Index]) -> BTreeSet<ActorId> {
    which.iter().map(|index| index.get(&map.actors).id.clone()).collect()
}

fn some_ties(map: &Map, which: &[Index]) -> BTreeSet<TieId> {
    which.iter().filter(|_| !map.ties.is_empty()).map(|index| index.get(&map.ties).id.clone()).collect()
}

#[test]
fn many_at_once_are_each_one_after_the_other() {
    let words = english();
    let plan = (
        rich_map(1..=7),
        vec(any::<Index>(), 0..5),
        any::<Index>(),
        select(vec!["", "2", "2012", "secret", "x, y"]),
    );
    check_all(200, &plan, |(map, which, field, typed)| {
        let map = valid(&compact(&map));
        let (actors, ties) = (some_actors(&map, &which), some_ties(&map, &which));
        let actor_field = field.get(ActorField::ALL);
        if let Ok(Some(named)) = set_actors(&map, &actors, actor_field, typed, &words) {
            let mut by_hand = map.clone();
            for id in &actors {
                let one = set_actor(&by_hand, id, actor_field, typed, &words).unwrap();
                if let Some(named) = one {
                    apply(&mut by_hand, named);
                }
            }
            assert_eq!(check_named(&map, named), by_hand);
        }
        let tie_field = field.get(TieField::ALL);
        if let Ok(Some(named)) = set_ties(&map, &ties, tie_field, typed, &words) {
            let mut by_hand = map.clone();
            for id in &ties {
                let one = set_tie(&by_hand, id, tie_field, typed, &words).unwrap();
                if let Some(named) = one {
                    apply(&mut by_hand, named);
                }
            }
            assert_eq!(check_named(&map, named), by_hand);
        }
    });
}

#[test]
fn one_that_can_not_is_named_and_none_is_changed() {
    let mut map = jenin();
    map.actors[1].since = Some("2011".parse().unwrap());
    let ids = map.actors[..3].iter().map(|actor| actor.id.clone()).collect();
    let why = set_actors(&map, &ids, &ActorField::Until, "2010", &english()).unwrap_err().0;
    assert!(why.starts_with("Tribal leaders and elders:"), "{why}");
}

#[test]
fn tags_come_and_go() {
    let map = jenin();
    let words = english();
    let actors: BTreeSet<ActorId> = map.actors[..4].iter().map(|actor| actor.id.clone()).collect();
    let ties: BTreeSet<TieId> = map.ties[..2].iter().map(|tie| tie.id.clone()).collect();
    let named = tag(&map, &actors, &ties, " watch ", &words).unwrap().unwrap();
    assert_eq!(named.deed.text(&words), "tag 6 items with “watch”");
    let tagged = check_named(&map, named);
    assert_eq!(tagged.actors.iter().filter(|actor| actor.tags.contains(&"watch".to_owned())).count(), 4);
    assert_eq!(tag(&tagged, &actors, &ties, "watch", &words).unwrap(), None);
    let bare = check_named(&tagged, untag(&tagged, &actors, &ties, "watch").unwrap());
    assert_eq!(bare, map);
    assert!(
        tag(&map, &actors, &ties, " ", &words).is_err() && tag(&map, &actors, &ties, "a, b", &words).is_err()
    );
    assert_eq!(untag(&map, &actors, &ties, "watch"), None);
}

#[test]
fn a_group_moves_as_one() {
    let map = jenin();
    let to = |at: usize, x: f64| (map.actors[at].id.clone(), Position { x, y: 2.0 });
    let places = [to(0, 1.0), to(1, 5.0), to(2, f64::NAN), ("nobody".into(), Position { x: 0.0, y: 0.0 })];
    let named = place(&map, View::Network, &places).unwrap();
    assert_eq!(named.deed.text(&english()), "move 2 actors");
    let moved = check_named(&map, named);
    assert_eq!(moved.layout.place(View::Network, &map.actors[1].id), Some(Position { x: 5.0, y: 2.0 }));
    assert_eq!(place(&moved, View::Network, &places), None);
    let all = map.actors.iter().map(|actor| actor.id.clone()).collect();
    assert_eq!(check_named(&moved, release(&moved, View::Network, &all).unwrap()), map);
    assert_eq!(release(&map, View::Network, &all), None);
}

#[test]
fn copies_have_free_names_and_their_ties() {
    let words = english();
    let map = jenin();
    let one: BTreeSet<ActorId> = [map.actors[16].id.clone()].into();
    let named = duplicate(&map, &one, true, &words).unwrap();
    assert_eq!(named.deed.text(&words), "duplicate Palestinian Civil Police");
    let after = check_named(&map, named);
    let copy = after.actors.last().unwrap();
    assert_eq!(words.read(&copy.name), "Palestinian Civil Police (2)");
    assert!(copy.name.all().all(|name| name.ends_with(" (2)")));
    let of = |map: &Map, id: &ActorId| map.ties.iter().filter(|tie| tie.from == *id || tie.to == *id).count();
    assert_eq!(of(&after, &copy.id), of(&map, &map.actors[16].id));
    let again = duplicate(&after, &[copy.id.clone()].into(), false, &words).unwrap();
    let third = check_named(&after, again);
    assert_eq!(words.read(&third.actors.last().unwrap().name), "Palestinian Civil Police (3)");
    assert!(duplicate(&map, &["nobody".into()].into(), true, &words).is_err());
}

#[test]
fn copies_of_many_keep_what_ties_them() {
    let words = english();
    check_all(150, &(rich_map(1..=7), vec(any::<Index>(), 1..5)), |(map, which)| {
        let map = valid(&compact(&map));
        let actors = some_actors(&map, &which);
        let after = check_named(&map, duplicate(&map, &actors, true, &words).unwrap());
        assert_eq!(after.actors.len(), map.actors.len() + actors.len());
        let touched =
            map.ties.iter().filter(|tie| actors.contains(&tie.from) || actors.contains(&tie.to)).count();
        assert_eq!(after.ties.len(), map.ties.len() + touched);
        // No tie of a copy leads to the original of another copy.
        for tie in &after.ties[map.ties.len()..] {
            assert!(!actors.contains(&tie.from) && !actors.contains(&tie.to));
        }
        let bare = check_named(&map, duplicate(&map, &actors, false, &words).unwrap());
        assert_eq!(bare.ties, map.ties);
    });
}

#[test]
fn deleting_many_is_deleting_each() {
    let words = english();
    check_all(
        200,
        &(rich_map(1..=8), vec(any::<Index>(), 0..4), vec(any::<Index>(), 0..4)),
        |(map, which, ties)| {
            let map = valid(&compact(&map));
            let (actors, ties) = (some_actors(&map, &which), some_ties(&map, &ties));
            let Ok(removal) = remove(&map, &actors, &ties, &words) else {
                assert!(actors.is_empty() && ties.is_empty());
                return;
            };
            assert!(!removal.text(&words).is_empty());
            let mut by_hand = map.clone();
            for actor in &actors {
                remove_actor(&by_hand, actor).apply(&mut by_hand).unwrap();
            }
            by_hand.ties.retain(|tie| !ties.contains(&tie.id));
            assert_eq!(removal.actors, map.actors.len() - by_hand.actors.len());
            assert_eq!(removal.ties, map.ties.len() - by_hand.ties.len());
            let differ = map.concerns.iter().zip(&by_hand.concerns).filter(|(a, b)| a != b).count();
            assert_eq!(removal.concerns, differ);
            let differ = map.partnerships.iter().zip(&by_hand.partnerships).filter(|(a, b)| a != b).count();
            assert_eq!(removal.partnerships, differ);
            assert_eq!(check_named(&map, removal.named), by_hand);
        },
    );
}

#[test]
fn what_goes_is_said_beforehand() {
    let map = jenin();
    let actors: BTreeSet<ActorId> = ["police".into()].into();
    let id = map.actors[16].id.clone();
    let actors = if map.actor(&"police".into()).is_some() { actors } else { [id].into() };
    let removal = remove(&map, &actors, &BTreeSet::new(), &english()).unwrap();
    let text = removal.text(&english());
    assert!(text.starts_with(&format!("Deleted: one actor and {} ties", removal.ties)), "{text}");
    assert!(text.contains("one partnership"), "{text}");
    assert_eq!(View::ALL.len(), 5);
}
