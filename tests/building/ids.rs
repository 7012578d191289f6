//! Ids of what is added: always ids, never twice, always the same.

use std::collections::BTreeSet;

use jisr::analysis::SupposedTie;
use jisr::model::{ActorId, Id as _, Map, is_valid_id};
use jisr::session::building::add;
use jisr::session::building::duplicate::duplicate;
use jisr::session::building::ids::Ids;
use jisr::session::building::quick::parse;
use jisr::session::starters::{SAMPLES, starter};
use proptest::collection::vec;
use proptest::prelude::*;

use super::maps::check_all;
use super::{apply, english};

#[test]
fn any_names_give_ids_that_are_free() {
    let name = prop_oneof![any::<String>(), "[ا-ي ]{0,12}", "[a-b -]{0,3}", "[А-я]{0,6}", "[א-ת]{0,6}"];
    check_all(1500, &(vec(name, 0..25), vec("[a-b]{1,2}(-[2-4])?", 0..6)), |(names, taken)| {
        let give = || {
            let mut ids = Ids::new(taken.iter().map(String::as_str));
            let named = names.iter().map(|name| ids.named::<ActorId>(name, "actor")).collect::<Vec<_>>();
            let [from, to] = [0, 1].map(|at| named.get(at).cloned().unwrap_or_else(|| "a".into()));
            (named, ids.of_tie(&from, &"informs".into(), &to))
        };
        let (ids, tie) = give();
        let mut seen: BTreeSet<&str> = taken.iter().map(String::as_str).collect();
        for id in ids.iter().map(ActorId::as_str).chain([tie.as_str()]) {
            assert!(is_valid_id(id), "{id:?} {names:?}");
            assert!(seen.insert(id), "{id} is taken: {names:?}");
            assert!(id.len() <= 80, "{id}");
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

#[test]
fn what_is_added_is_called_by_what_it_is_however_it_is_added() {
    let words = english();
    let mut map = Map { title: "Test".into(), ..Map::default() };
    let line = "Fish Sellers informs Port Police; شرطة الميناء informs Port Police";
    let named = parse(line, &map, &words).to_edit(&map, &words).unwrap();
    apply(&mut map, named);
    let told = |map: &Map| -> Vec<String> { map.ties.iter().map(|tie| tie.id.to_string()).collect() };
    let drawn = "fish-sellers-informs-port-police";
    let arabic = "shrta-al-myna-informs-port-police";
    assert_eq!(told(&map), [drawn, arabic]);
    // By a drag, a second one between the same two.
    let ends =
        |from: &str, to: &str| SupposedTie { from: from.into(), kind: "informs".into(), to: to.into() };
    let named = add::tie(&map, &ends("fish-sellers", "port-police"), &words).unwrap();
    apply(&mut map, named);
    // As a copy.
    let named = duplicate(&map, &["fish-sellers".into()].into(), true, &words).unwrap();
    apply(&mut map, named);
    let copies = ["fish-sellers-2-informs-port-police", "fish-sellers-2-informs-port-police-2"];
    assert_eq!(
        told(&map),
        [&[drawn, arabic, "fish-sellers-informs-port-police-2"], copies.as_slice()].concat()
    );
}
