//! Merging: its laws on random maps and edits, a slow oracle, and the command, by hand and under git.

#![allow(clippy::unwrap_used, clippy::panic, reason = "A test may stop at the first surprise.")]

#[path = "merge/apart.rs"]
mod apart;
#[path = "merge/command.rs"]
mod command;
#[path = "merge/identity.rs"]
mod identity;
mod maps;
#[path = "merge/oracle.rs"]
mod oracle;

use std::collections::BTreeSet;

use jisr::format::jisr::write;
use jisr::model::edit::{Change, Header, remove_actor, remove_consultation, remove_source};
use jisr::model::merge::{Clash, Conflict, Merged, Part, merge};
use jisr::model::terms::{Term as _, View};
use jisr::model::{Actor, Bag, Edit, History, Id as _, Map, Position, Rating, Text, Tie, validate};
use maps::example::EXAMPLE;
use maps::random::rich_map;
use maps::{check_all, compact, valid};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;

/// Something to be done to a map, before it is known which map.
type Plan = (u8, u8, Index, Index);

fn plans() -> impl Strategy<Value = Vec<Plan>> {
    vec((0..30_u8, 0..9_u8, any::<Index>(), any::<Index>()), 0..=8)
}

/// An edit of a map, with the parts of another one; `None` where there is nothing to be edited.
fn edit(map: &Map, donor: &Map, (list, act, at, other): &Plan) -> Option<Edit> {
    macro_rules! of {
        ($field:ident, $edit:ident) => {
            Edit::$edit(change(
                &map.$field.to_vec(),
                &donor.$field.to_vec(),
                *act,
                *at,
                *other,
                |item, from| item.id = from.id.clone(),
            )?)
        };
    }
    Some(match list {
        0 => of!(sources, Source),
        1..=4 => of!(actors, Actor),
        5..=7 => of!(ties, Tie),
        8 => of!(partnerships, Partnership),
        9 => of!(consultations, Consultation),
        10 => of!(concerns, Concern),
        11 => of!(expected_voices, ExpectedVoice),
        12 => of!(levels, Level),
        13 => of!(actor_kinds, ActorKind),
        14 => of!(tie_kinds, TieKind),
        15 => Edit::Step(change(&map.story, &donor.story, *act, *at, *other, |_, _| ())?),
        16 => {
            let (mut header, new) = (Header::of(map), Header::of(donor));
            match act % 5 {
                0 => header.title = new.title,
                1 => header.notes = new.notes,
                4 => header.aim = new.aim,
                2 => (header.as_of, header.place) = (new.as_of, new.place),
                _ => header.languages = new.languages,
            }
            Edit::Header(Box::new(header))
        }
        17 => Edit::Place {
            view: View::ALL[other.index(View::ALL.len())],
            actor: pick(&map.actors, *at)?.id.clone(),
            position: (*act > 1).then_some(Position { x: f64::from(*act), y: 1.5 }),
        },
        18 => remove_actor(map, &pick(&map.actors, *at)?.id),
        19 => remove_consultation(map, &pick(&map.consultations, *at)?.id),
        20 => remove_source(map, &pick(&map.sources, *at)?.id),
        24 => of!(instruments, Instrument),
        25 => of!(views, SavedView),
        26 | 27 => of!(comments, Comment),
        28 => Edit::NotSame(change(&map.not_same, &donor.not_same, *act, *at, *other, |_, _| ())?),
        29 if act % 2 == 0 => Edit::Drawn(Box::new(donor.places.clone())),
        29 => Edit::Mappings(donor.mappings.clone()),
        _ => {
            let place = at.index(map.actors.len().max(1));
            let (mut actor, from) = (map.actors.get(place)?.clone(), pick(&donor.actors, *other)?);
            graft(&mut actor, from, *act);
            Edit::Actor(Change::replace(place, actor))
        }
    })
}

/// One field of an actor becomes that of another one.
fn graft(actor: &mut Actor, from: &Actor, field: u8) {
    let from = from.clone();
    match field {
        0 => actor.name = from.name,
        1 => actor.fields = from.fields,
        2 => actor.extra = from.extra,
        3 => actor.tags = from.tags,
        4 => actor.represents = from.represents,
        5 => actor.since = from.since,
        6 => actor.until = from.until,
        7 => (actor.notes, actor.voice) = (from.notes, from.voice),
        _ => (actor.influence, actor.sensitivity) = (from.influence, from.sensitivity),
    }
}

fn pick<T>(items: &[T], at: Index) -> Option<&T> {
    (!items.is_empty()).then(|| at.get(items))
}

fn change<T: Clone>(
    list: &[T],
    donor: &[T],
    act: u8,
    at: Index,
    other: Index,
    name: fn(&mut T, &T),
) -> Option<Change<T>> {
    let place = if list.is_empty() { None } else { Some(at.index(list.len())) };
    Some(match act {
        0..=2 => Change::Insert { at: at.index(list.len() + 1), item: Box::new(pick(donor, other)?.clone()) },
        3 => Change::Remove { at: place? },
        4 => Change::Move { from: place?, to: other.index(list.len()) },
        // All of another one but its id.
        _ => {
            let mut item = pick(donor, other)?.clone();
            name(&mut item, &list[place?]);
            Change::replace(place?, item)
        }
    })
}

/// What somebody has made of a map, step by valid step.
fn edited(base: &Map, donor: &Map, plans: &[Plan]) -> Map {
    let mut map = base.clone();
    let mut history = History::default();
    for plan in plans {
        if let Some(edit) = edit(&map, donor, plan) {
            // What would break the map was not done.
            let _ = history.run(&mut map, (), edit);
        }
    }
    map
}

fn three_maps() -> impl Strategy<Value = ([Value; 3], [Vec<Plan>; 2])> {
    let map = || rich_map(0..=6);
    (map(), map(), map(), plans(), plans()).prop_map(|(a, b, c, d, e)| ([a, b, c], [d, e]))
}

/// Runs a check on a map and what two people have made of it.
fn check_three(cases: u32, check: impl Fn(&Map, &Map, &Map)) {
    check_all(cases, &three_maps(), |(maps, plans)| {
        let [base, first, second] = maps.map(|map| valid(&compact(&map)));
        // Both sides take from both donors, so that they also add the same.
        let mut all = first.clone();
        all.actors.extend(second.actors.iter().cloned());
        check(&base, &edited(&base, &all, &plans[0]), &edited(&base, &second, &plans[1]));
    });
}

fn is_same(merged: &Merged, map: &Map) {
    assert_eq!(merged.conflicts, []);
    assert_eq!(String::from_utf8_lossy(&write(&merged.map)), String::from_utf8_lossy(&write(map)));
}

#[test]
fn what_one_side_alone_has_changed_is_taken_as_it_is() {
    check_three(1_500, |base, ours, theirs| {
        for side in [ours, theirs] {
            is_same(&merge(base, base, side), side);
            is_same(&merge(base, side, base), side);
            is_same(&merge(base, side, side), side);
        }
    });
}

#[test]
fn what_is_merged_is_valid_and_nothing_new_is_dropped() {
    check_three(1_500, |base, ours, theirs| {
        let Merged { map, .. } = merge(base, ours, theirs);
        assert_eq!(validate(&map), []);
        assert_eq!(write(&valid(&write(&map))), write(&map));
        macro_rules! nothing_is_dropped {
            ($($list:ident),+) => {$(
                let ids = |map: &Map| map.$list.iter().map(|item| item.id.clone()).collect::<BTreeSet<_>>();
                let (before, after) = (ids(base), ids(&map));
                for id in ids(ours).union(&ids(theirs)) {
                    // What only its id tells from what was there, or from ours, is that.
                    let is_known = || oracle::is_known_otherwise(base, [ours, theirs], stringify!($list), id.as_str());
                    assert!(before.contains(id) || after.contains(id) || is_known(), "{id}");
                    // Nor what both have left there.
                    let is_left = ids(ours).contains(id) && ids(theirs).contains(id);
                    assert!(!is_left || after.contains(id) || is_known(), "{id}");
                }
            )+};
        }
        nothing_is_dropped!(
            sources,
            actors,
            ties,
            partnerships,
            consultations,
            concerns,
            expected_voices,
            instruments,
            views,
            comments,
            levels,
            actor_kinds,
            tie_kinds
        );
        if !ids_agree(base, ours, theirs) {
            // A step that only names somebody otherwise is not new.
            return;
        }
        for step in ours.story.iter().chain(&theirs.story).filter(|step| !base.story.contains(step)) {
            let captions: Vec<&Text> = map.story.iter().map(|step| &step.caption).collect();
            let merged = merge(base, ours, theirs);
            let is_told = merged.conflicts.iter().any(|conflict| conflict.part == Part::Story);
            assert!(
                captions.contains(&&step.caption) || is_told || shares_a_language(&captions, &step.caption)
            );
        }
    });
}

/// Whether some text has all the words of another one, in other languages too.
fn shares_a_language(texts: &[&Text], text: &Text) -> bool {
    texts.iter().any(|other| text.all().all(|words| other.all().any(|other| other == words)))
}

fn ids_agree(base: &Map, ours: &Map, theirs: &Map) -> bool {
    let json = [base, ours, theirs].map(oracle::json_of);
    identity::ids_agree([&json[0], &json[1], &json[2]])
}

fn swapped(conflict: &Conflict) -> Conflict {
    let Conflict { ours, theirs, .. } = conflict.clone();
    Conflict { ours: theirs, theirs: ours, ..conflict.clone() }
}

#[test]
fn conflicts_are_the_same_from_the_other_side() {
    check_three(2_000, |base, ours, theirs| {
        let (here, there) = (merge(base, ours, theirs), merge(base, theirs, ours));
        if !ids_agree(base, ours, theirs) {
            // Which of two things has to take another id depends on which side is called ours, and with it every place.
            return;
        }
        let there: Vec<Conflict> = there.conflicts.iter().map(swapped).collect();
        // Which side is taken decides what is still needed.
        let is_plain = here.conflicts.iter().all(|conflict| conflict.clash != Clash::BothChanged);
        let told = |conflicts: &[Conflict]| -> Vec<String> {
            let counts = |conflict: &&Conflict| {
                let depends = matches!(conflict.clash, Clash::StillNeeded | Clash::EndsBeforeItBegins);
                is_plain || !(depends || conflict.part == Part::Layout)
            };
            let mut told: Vec<String> =
                conflicts.iter().filter(counts).map(|conflict| format!("{conflict:?}")).collect();
            told.sort();
            told
        };
        assert_eq!(told(&here.conflicts), told(&there));
    });
}

#[test]
fn it_says_what_the_oracle_says() {
    check_three(2_000, |base, ours, theirs| {
        let merged = merge(base, ours, theirs);
        let expected = oracle::merge([base, ours, theirs], &merged);
        let found = oracle::json_of(&merged.map);
        for list in oracle::LISTS {
            let plain = |elements: &std::collections::BTreeMap<String, Value>| -> Vec<Value> {
                elements.values().cloned().map(oracle::unordered).collect()
            };
            let (found, expected) = (plain(&oracle::elements(&found, list)), plain(&expected.lists[list]));
            assert!(oracle::is_like(&found, &expected), "{list}: {found:#?} is not {expected:#?}");
        }
        assert_eq!(oracle::header(&found), expected.header);
        let places: BTreeSet<(String, &str)> = merged
            .conflicts
            .iter()
            .map(|conflict| (conflict.place(), conflict.clash.id()))
            .filter(|(place, clash)| !oracle::is_opaque(place) && *clash != "both-moved")
            .collect();
        assert_eq!(places, expected.conflicts);
    });
}

#[test]
fn edits_of_different_things_never_conflict_and_both_are_there() {
    check_all(
        1_500,
        &(rich_map(2..=7), rich_map(1..=5), vec((0..9_u8, any::<Index>()), 1..=6)),
        |(base, donor, edits)| {
            let (base, donor) = (valid(&compact(&base)), valid(&compact(&donor)));
            let (mut ours, mut theirs) = (base.clone(), base.clone());
            for (place, (field, from)) in edits.iter().enumerate() {
                // Of each actor one field is changed by one side, and another by the other one.
                let actor = place % base.actors.len();
                graft(&mut ours.actors[actor], from.get(&donor.actors.to_vec()), *field);
                graft(&mut theirs.actors[actor], from.get(&donor.actors.to_vec()), (field + 1) % 9);
            }
            ours.actors.insert(
                0,
                Actor::new(
                    "only-ours".into(),
                    "Only Ours".into(),
                    "police".into(),
                    base.actors[0].level.clone(),
                ),
            );
            theirs.actors.push(Actor::new(
                "only-theirs".into(),
                "Only Theirs".into(),
                "police".into(),
                base.actors[0].level.clone(),
            ));
            theirs.ties.push(Tie::new(
                "only-theirs".into(),
                "only-theirs".into(),
                "informs".into(),
                base.actors[1].id.clone(),
            ));
            ours.layout.put(View::Rings, &base.actors[0].id, Some(Position { x: 1.0, y: 2.0 }));
            theirs.layout.put(View::Rings, &base.actors[1].id, Some(Position { x: 3.0, y: 4.0 }));
            // The same field of one actor may have been changed by both after all.
            let fields: BTreeSet<(usize, u8)> = edits
                .iter()
                .enumerate()
                .map(|(place, (field, _))| (place % base.actors.len(), *field))
                .collect();
            let is_disjoint = fields.iter().all(|(actor, field)| {
                !fields.contains(&(*actor, (field + 8) % 9))
                    || fields.iter().filter(|(a, _)| a == actor).count() == 1
            });
            let is_apart = is_disjoint && validate(&ours).is_empty() && validate(&theirs).is_empty();
            if !is_apart {
                return;
            }
            let merged = merge(&base, &ours, &theirs);
            let others: Vec<_> = merged
                .conflicts
                .iter()
                .filter(|conflict| conflict.clash != Clash::EndsBeforeItBegins)
                .collect();
            assert!(others.is_empty(), "{others:#?}");
            assert_eq!(merged.map.actors[0].id.as_str(), "only-ours");
            assert_eq!(merged.map.actors.last().unwrap().id.as_str(), "only-theirs");
            assert_eq!(
                merged.map.layout.place(View::Rings, &base.actors[0].id),
                Some(Position { x: 1.0, y: 2.0 })
            );
            assert_eq!(
                merged.map.layout.place(View::Rings, &base.actors[1].id),
                Some(Position { x: 3.0, y: 4.0 })
            );
            assert_eq!(merged.map.ties.last(), theirs.ties.last());
        },
    );
}

fn example() -> Map {
    valid(EXAMPLE.as_bytes())
}

fn places(merged: &Merged) -> Vec<(String, Clash)> {
    merged.conflicts.iter().map(|conflict| (conflict.place(), conflict.clash)).collect()
}

#[test]
fn fields_languages_words_and_own_keys_are_merged_each_on_its_own() {
    let mut base = example();
    let text = |pairs: &[(&str, &str)]| {
        Text::ByLanguage(
            pairs.iter().map(|(tag, text)| (jisr::model::Language::new(tag), (*text).to_owned())).collect(),
        )
    };
    base.actors[0].name = text(&[("en", "Elders"), ("ar", "x")]);
    base.actors[0].tags = ["a", "b", "c"].map(str::to_owned).to_vec();
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours.actors[0].name = text(&[("en", "The elders"), ("ar", "x"), ("fr", "Anciens")]);
    theirs.actors[0].name = text(&[("en", "Elders"), ("ar", "y")]);
    ours.actors[0].tags = ["new", "a", "b", "c"].map(str::to_owned).to_vec();
    theirs.actors[0].tags = ["a", "c", "late"].map(str::to_owned).to_vec();
    ours.actors[0].fields.insert("Members", "12".into());
    theirs.actors[0].fields.insert("Office", "yes".into());
    ours.actors[0].influence = Rating::new(1);
    theirs.actors[0].influence = Rating::new(2);
    let merged = merge(&base, &ours, &theirs);
    let actor = &merged.map.actors[0];
    assert_eq!(actor.name, text(&[("en", "The elders"), ("ar", "y"), ("fr", "Anciens")]));
    assert_eq!(actor.tags, ["new", "a", "c", "late"]);
    assert!(actor.fields.get("Members").is_some() && actor.fields.get("Office").is_some());
    assert_eq!(actor.influence, Rating::new(1));
    let place = format!("actors[{}].influence", actor.id);
    assert_eq!(places(&merged), [(place, Clash::BothChanged)]);
    let conflict = &merged.conflicts[0];
    assert_eq!((&conflict.ours, &conflict.theirs), (&Some(1.into()), &Some(2.into())));
}

#[test]
fn what_one_side_deletes_and_the_other_needs_stays_with_all_that_it_needs() {
    let mut base = example();
    let lonely = Actor::new("lonely".into(), "Lonely".into(), "police".into(), base.actors[0].level.clone());
    base.actors.push(lonely);
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    remove_actor(&base, &"lonely".into()).apply(&mut ours).unwrap();
    theirs.ties.push(Tie::new("t-new".into(), "lonely".into(), "informs".into(), base.actors[0].id.clone()));
    let merged = merge(&base, &ours, &theirs);
    assert_eq!(merged.map, theirs);
    assert_eq!(places(&merged), [("actors[lonely]".to_owned(), Clash::StillNeeded)]);
    assert_eq!(merged.conflicts[0].needed_by, ["ties[t-new]"]);
    assert_eq!(merged.conflicts[0].ours, None);
    // What was changed stays as it was changed; what was deleted by both goes.
    let mut theirs = base.clone();
    theirs.actors.last_mut().unwrap().notes = "seen".into();
    let merged = merge(&base, &ours, &theirs);
    assert_eq!(merged.map, theirs);
    assert_eq!(places(&merged), [("actors[lonely]".to_owned(), Clash::ChangedAndDeleted)]);
    assert_eq!(merge(&base, &ours, &ours).map, ours);
}

#[test]
fn a_ladder_of_ones_own_meets_an_actor_on_the_usual_one() {
    let actor = |id: &str, level: &str| Actor::new(id.into(), id.into(), "police".into(), level.into());
    let base = Map { title: "t".into(), actors: vec![actor("a", "municipal")].into(), ..Map::default() };
    let mut ours = base.clone();
    let level =
        |id: &str, tier| jisr::model::Level { id: id.into(), name: id.into(), tier, extra: Bag::default() };
    ours.levels = vec![
        level("quarter", jisr::model::terms::Tier::Local),
        level("state", jisr::model::terms::Tier::National),
    ];
    ours.actors[0].level = "quarter".into();
    let mut theirs = base.clone();
    theirs.actors.push(actor("b", "community"));
    for (ours, theirs) in [(&ours, &theirs), (&theirs, &ours)] {
        let merged = merge(&base, ours, theirs);
        assert_eq!(validate(&merged.map), []);
        let ids: Vec<&str> = merged.map.levels.iter().map(|level| level.id.as_str()).collect();
        assert_eq!(ids, ["community", "quarter", "state"]);
        assert_eq!(places(&merged), [("levels[community]".to_owned(), Clash::StillNeeded)]);
    }
}

#[test]
fn order_is_ours_with_what_is_new_after_its_neighbour() {
    let map = |ids: &[&str]| Map {
        actors: ids
            .iter()
            .map(|id| Actor::new((*id).into(), "x".into(), "police".into(), "national".into()))
            .collect(),
        ..Map::default()
    };
    let check = |base: &[&str], ours: &[&str], theirs: &[&str], expected: &[&str]| {
        let merged = merge(&map(base), &map(ours), &map(theirs));
        let ids: Vec<&str> = merged.map.actors.iter().map(|actor| actor.id.as_str()).collect();
        assert_eq!(ids, expected, "{base:?} {ours:?} {theirs:?}");
    };
    check(&["a", "b"], &["a", "x", "b"], &["a", "y", "b"], &["a", "x", "y", "b"]);
    check(&["a", "b"], &["x", "a", "b"], &["y", "a", "b"], &["x", "y", "a", "b"]);
    check(&["a", "b", "c"], &["c", "a", "b"], &["a", "n", "b", "c"], &["c", "a", "n", "b"]);
    check(&["a", "b", "c"], &["a", "n", "b", "c"], &["c", "a", "b"], &["c", "a", "n", "b"]);
    check(&["a", "b", "c"], &["b", "a", "c"], &["a", "c", "b"], &["b", "a", "c"]);
    check(&["a", "b", "c"], &["a", "c"], &["b", "a", "c", "d"], &["a", "c", "d"]);
}

#[test]
fn maps_that_are_large_are_merged_in_a_moment() {
    let actor = |number: usize| {
        Actor::new(format!("a{number}").as_str().into(), "x".into(), "police".into(), "national".into())
    };
    let base = Map { actors: (0..50_000).map(actor).collect(), ..Map::default() };
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours.actors.reverse();
    for actor in &mut theirs.actors {
        actor.notes = "seen".into();
    }
    theirs.actors.extend((50_000..60_000).map(actor));
    let merged = merge(&base, &ours, &theirs);
    assert_eq!((merged.map.actors.len(), merged.conflicts.len()), (60_000, 0));
    assert_eq!(merged.map.actors.iter().filter(|actor| !actor.notes.is_empty()).count(), 50_000);
    // What is new follows its neighbour, which is now the first.
    let first: Vec<&str> = merged.map.actors[..2].iter().map(|actor| actor.id.as_str()).collect();
    assert_eq!(
        (first.as_slice(), merged.map.actors[59_999].id.as_str()),
        (["a49999", "a50000"].as_slice(), "a0")
    );
}
