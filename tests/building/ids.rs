//! Ids of what is added: always ids, never twice, always the same.

use std::collections::BTreeSet;

use jisr::model::{ActorId, Id as _, TieId, is_valid_id};
use jisr::session::building::ids::Ids;
use jisr::session::starters::{SAMPLES, starter};
use proptest::collection::vec;
use proptest::prelude::*;

use super::maps::check_all;

#[test]
fn any_names_give_ids_that_are_free() {
    let name = prop_oneof![any::<String>(), "[ا-ي ]{0,12}", "[a-b -]{0,3}", "[А-я]{0,6}", "[א-ת]{0,6}"];
    check_all(1500, &(vec(name, 0..25), vec("[a-b]{1,2}(-[2-4])?", 0..6)), |(names, taken)| {
        let give = || {
            let mut ids = Ids::new(taken.iter().map(String::as_str));
            let named = names.iter().map(|name| ids.named::<ActorId>(name, "actor")).collect::<Vec<_>>();
            (named, ids.numbered::<TieId>("t"))
        };
        let (ids, tie) = give();
        let mut seen: BTreeSet<&str> = taken.iter().map(String::as_str).collect();
        for id in ids.iter().map(ActorId::as_str).chain([tie.as_str()]) {
            assert!(is_valid_id(id), "{id:?} {names:?}");
            assert!(seen.insert(id), "{id} is taken: {names:?}");
            assert!(id.len() <= 60, "{id}");
        }
        assert_eq!(give(), (ids, tie), "the same again");
    });
}

#[test]
fn arabic_names_of_the_samples_tell_their_actors_apart() {
    for (sample, text) in &SAMPLES {
        let map = starter(text).unwrap();
        let mut ids = Ids::default();
        for actor in &map.actors {
            let arabic = actor.name.read(&jisr::model::Language::new("ar"));
            let id: ActorId = ids.named(arabic, "actor");
            // No vowels, but letters enough, and no number: no two names are spelled alike.
            assert!(id.as_str().len() >= 4 && !id.as_str().ends_with("-2"), "{sample}: {arabic} → {id}");
        }
    }
}
