//! Ids that mean different things on the two sides: nothing is lost, and nothing that is said of one element is said of another.

use std::collections::{BTreeMap, BTreeSet};

use jisr::format::jisr::write;
use jisr::model::merge::{Clash, KeptApart, Merged, Part, merge};
use jisr::model::terms::{Confidence, View};
use jisr::model::{
    About, Actor, ActorId, Comment, Concern, Consultation, Id as _, Map, Partnership, Position, Rating,
    SavedView, Source, Tie, validate,
};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::identity::{self, Names};
use super::maps::random::rich_map;
use super::maps::{check_all, compact, valid};

fn actor(id: &str, name: &str) -> Actor {
    Actor::new(id.into(), name.into(), "youth-group".into(), "community".into())
}

fn tie(id: &str, from: &str, kind: &str, to: &str) -> Tie {
    Tie::new(id.into(), from.into(), kind.into(), to.into())
}

/// Five actors, and three ties under counted ids.
fn team() -> Map {
    let names = ["Elders", "Women", "Youth", "Governor", "Ministry"];
    let actors = names.iter().map(|name| actor(&name.to_lowercase(), name)).collect();
    let ties = vec![
        tie("t1", "elders", "informs", "governor"),
        tie("t2", "governor", "reports-to", "ministry"),
        tie("t3", "women", "advocates-to", "governor"),
    ];
    Map { title: "Team".into(), actors, ties: ties.into(), ..Map::default() }
}

/// Two people who each draw a fourth tie.
fn drawn() -> [Map; 3] {
    let (base, mut ours, mut theirs) = (team(), team(), team());
    ours.ties.push(tie("t4", "youth", "informs", "women"));
    let mut fourth = tie("t4", "elders", "consults", "women");
    (fourth.strength, fourth.confidence) = (Rating::new(4), Confidence::Confirmed);
    fourth.notes = "Seen in May.".into();
    theirs.ties.push(fourth);
    [base, ours, theirs]
}

fn apart(part: Part, was: &str, now: &str) -> KeptApart {
    KeptApart { part, was: was.to_owned(), now: now.to_owned() }
}

#[test]
fn two_ties_that_got_one_number_are_two_ties() {
    let [base, ours, theirs] = drawn();
    let merged = merge(&base, &ours, &theirs);
    assert_eq!(merged.conflicts, []);
    assert_eq!(merged.kept_apart, [apart(Part::Ties, "t4", "elders-consults-women")]);
    assert!(merged.map.ties.iter().take(4).eq(ours.ties.iter()));
    let expected = Tie { id: "elders-consults-women".into(), ..theirs.ties[3].clone() };
    assert_eq!((merged.map.ties.len(), &merged.map.ties[4]), (5, &expected));
    // From the other side, too.
    let merged = merge(&base, &theirs, &ours);
    assert_eq!(merged.kept_apart, [apart(Part::Ties, "t4", "youth-informs-women")]);
    assert_eq!(merged.map.ties[3], theirs.ties[3]);
    assert_eq!(merged.map.ties[4], Tie { id: "youth-informs-women".into(), ..ours.ties[3].clone() });
}

#[test]
fn what_was_kept_apart_is_not_added_again() {
    let [base, ours, theirs] = drawn();
    let once = merge(&base, &ours, &theirs).map;
    for again in [merge(&base, &once, &theirs), merge(&base, &once, &ours)] {
        assert_eq!(
            (&again.map, again.conflicts.as_slice(), again.kept_apart.as_slice()),
            (&once, [].as_slice(), [].as_slice())
        );
    }
}

#[test]
fn commits_that_are_replayed_one_after_the_other_change_what_they_changed() {
    // Ours drew one tie and one actor; a branch of three commits draws others under the same ids, rates them, ties them.
    let [base, mut ours, mut first] = drawn();
    ours.actors.push(actor("a6", "Traders"));
    first.actors.push(actor("a6", "Drivers"));
    first.ties.push(tie("t5", "a6", "informs", "youth"));
    let mut second = first.clone();
    second.ties[3].strength = Rating::new(5);
    second.actors[5].influence = Rating::new(2);
    let mut third = second.clone();
    third.ties[4].kind = "funds".into();
    third.ties.push(tie("t6", "a6", "informs", "women"));
    let one = merge(&base, &ours, &first);
    let two = merge(&first, &one.map, &second);
    let three = merge(&second, &two.map, &third);
    for merged in [&one, &two, &three] {
        assert_eq!(merged.conflicts, []);
        assert_eq!(validate(&merged.map), []);
    }
    let expected = [
        ("t1", "Elders informs Governor", None),
        ("t2", "Governor reports-to Ministry", None),
        ("t3", "Women advocates-to Governor", None),
        ("t4", "Youth informs Women", None),
        ("elders-consults-women", "Elders consults Women", Rating::new(5)),
        ("t5", "Drivers funds Youth", None),
        ("t6", "Drivers informs Women", None),
    ];
    let told = |map: &Map| -> Vec<(String, String, Option<Rating>)> {
        map.ties.iter().map(|tie| (tie.id.to_string(), spoken(map, tie), tie.strength)).collect()
    };
    let expected = expected.map(|(id, tie, strength)| (id.to_owned(), tie.to_owned(), strength));
    assert_eq!(told(&three.map), expected);
    let named = |name: &str| three.map.actors.iter().find(|actor| actor.name == name.into()).unwrap();
    assert_eq!((named("Traders").influence, named("Drivers").influence), (None, Rating::new(2)));
    // The same from where the branch is ours: nothing is told twice, and nothing lost.
    let merged = merge(&base, &third, &ours);
    let mut ties: Vec<_> = told(&merged.map).into_iter().map(|(_, tie, strength)| (tie, strength)).collect();
    let mut same: Vec<_> = told(&three.map).into_iter().map(|(_, tie, strength)| (tie, strength)).collect();
    ties.sort();
    same.sort();
    assert_eq!(ties, same);
}

fn spoken(map: &Map, tie: &Tie) -> String {
    let name = |id: &ActorId| map.actor(id).unwrap().name.read(&jisr::model::Language::new("en")).to_owned();
    format!("{} {} {}", name(&tie.from), tie.kind, name(&tie.to))
}

#[test]
fn an_actor_with_an_id_of_its_own_takes_along_all_that_refers_to_it() {
    let base = team();
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours.actors.push(actor("a6", "Traders"));
    ours.ties.push(tie("a6-informs-youth", "a6", "informs", "youth"));
    theirs.actors.push(actor("a6", "Drivers"));
    theirs.ties.push(tie("a6-informs-youth", "a6", "informs", "youth"));
    theirs.sources.push(Source { id: "s1".into(), citation: "Visit".into(), ..Source::default() });
    ours.sources.push(Source { id: "s1".into(), citation: "Paper".into(), ..Source::default() });
    theirs.actors[5].evidence = vec!["s1".into()];
    theirs.layout.put(View::Levels, &"a6".into(), Some(Position { x: 1.0, y: 2.0 }));
    theirs.consultations.push(Consultation {
        id: "c1".into(),
        participants: vec!["a6".into()],
        ..Consultation::default()
    });
    theirs.concerns.push(Concern {
        id: "k1".into(),
        text: "Lamps".into(),
        raised_in: Some("c1".into()),
        raised_by: vec!["a6".into()],
        ..Concern::default()
    });
    theirs.partnerships.push(Partnership {
        id: "p1".into(),
        name: "Table".into(),
        actor: Some("a6".into()),
        ..Partnership::default()
    });
    let merged = merge(&base, &ours, &theirs);
    assert_eq!((merged.conflicts.as_slice(), validate(&merged.map)), ([].as_slice(), vec![]));
    // The ties mean different things although both say "a6 informs youth".
    let expected = [
        apart(Part::Sources, "s1", "visit"),
        apart(Part::Actors, "a6", "drivers"),
        apart(Part::Ties, "a6-informs-youth", "drivers-informs-youth"),
    ];
    assert_eq!(merged.kept_apart, expected);
    let text = String::from_utf8(write(&merged.map)).unwrap();
    assert_eq!(text.matches("\"drivers\"").count(), 6, "{text}");
    assert_eq!(merged.map.actors.last().unwrap().evidence, ["visit".into()]);
}

fn comment(id: &str, about: &str) -> Comment {
    Comment { id: id.into(), about: About::read(about), text: id.into(), ..Comment::default() }
}

fn abouts(map: &Map) -> Vec<String> {
    map.comments.iter().map(|comment| comment.about.to_string()).collect()
}

#[test]
fn a_comment_goes_with_what_it_is_about_and_never_comes_to_be_about_anything_else() {
    let [base, mut ours, mut theirs] = drawn();
    ours.actors.push(actor("a6", "Traders"));
    theirs.actors.push(actor("a6", "Drivers"));
    theirs.comments = [
        ("one", "tie:t4"),
        ("two", "actor:a6"),
        ("three", "finding:overlapping-mandate:a6:elders"),
        // Nobody is called so: it stays about nobody, whatever ids are given now.
        ("four", "actor:drivers"),
        ("five", "concern:a6"),
    ]
    .map(|(id, about)| comment(id, about))
    .to_vec();
    ours.comments = vec![comment("six", "tie:t4"), comment("seven", "actor:a6")];
    let merged = merge(&base, &ours, &theirs);
    assert_eq!(merged.conflicts, []);
    let expected = [apart(Part::Actors, "a6", "drivers-2"), apart(Part::Ties, "t4", "elders-consults-women")];
    assert_eq!(merged.kept_apart, expected);
    let mut about = abouts(&merged.map);
    about.sort();
    let mut expected = [
        "tie:elders-consults-women",
        "actor:drivers-2",
        "finding:overlapping-mandate:drivers-2:elders",
        "actor:drivers",
        "concern:a6",
        "tie:t4",
        "actor:a6",
    ];
    expected.sort_unstable();
    assert_eq!(about, expected);
}

#[test]
fn a_comment_keeps_nothing_and_stays_when_it_is_about_nothing_any_more() {
    let (base, mut ours, mut theirs) = (team(), team(), team());
    ours.ties.remove(0);
    theirs.comments = vec![comment("one", "tie:t1")];
    for (ours, theirs) in [(&ours, &theirs), (&theirs, &ours)] {
        let merged = merge(&base, ours, theirs);
        assert_eq!((merged.conflicts.as_slice(), merged.map.ties.len()), ([].as_slice(), 2));
        assert_eq!(abouts(&merged.map), ["tie:t1"]);
    }
    // A view and a law keep whom they name, as all else does.
    let mut ours = base.clone();
    ours.actors.retain(|actor| actor.id.as_str() != "youth");
    theirs.views = vec![SavedView {
        id: "v".into(),
        name: "V".into(),
        focus: vec!["youth".into()],
        ..SavedView::default()
    }];
    let merged = merge(&base, &ours, &theirs);
    assert!(merged.map.actor(&"youth".into()).is_some());
    let told: Vec<(String, Clash)> =
        merged.conflicts.iter().map(|conflict| (conflict.place(), conflict.clash)).collect();
    assert_eq!(told, [("actors[youth]".to_owned(), Clash::StillNeeded)]);
}

#[test]
fn what_each_has_said_of_how_sure_a_membership_is_is_a_conflict_whatever_the_words() {
    let mut base = team();
    let member = |confidence| jisr::model::Member { actor: "women".into(), confidence, ..Default::default() };
    base.partnerships.push(Partnership {
        id: "p1".into(),
        name: "Table".into(),
        members: vec![member(None)],
        ..Partnership::default()
    });
    let side = |confidence| {
        let mut map = base.clone();
        map.partnerships[0].members[0] = member(Some(confidence));
        map
    };
    let merged = merge(&base, &side(Confidence::Assumed), &side(Confidence::Reported));
    let told: Vec<_> =
        merged.conflicts.iter().map(|conflict| (conflict.place(), conflict.theirs.clone())).collect();
    let place = "partnerships[p1].members[women].confidence".to_owned();
    assert_eq!(told, [(place, Some(json!("reported")))]);
    assert_eq!(merged.map.partnerships[0].members[0].confidence, Some(Confidence::Assumed));
}

#[test]
fn names_in_any_language_and_aliases_tell_that_two_are_one() {
    let base = team();
    let one = |name: Value, aliases: Value| {
        let text = json!({"jisr": 1, "title": "t", "actors": [
            {"id": "x", "name": name, "aliases": aliases, "kind": "police", "level": "municipal"}]});
        let mut map = base.clone();
        map.actors.extend(valid(&serde_json::to_vec(&text).unwrap()).actors);
        map
    };
    let is_one = |ours: &Map, theirs: &Map| merge(&base, ours, theirs).map.actors.len() == 6;
    let english = one(json!("Harbour Police"), json!([]));
    let both = one(json!({"en": "harbour  police", "ar": "شرطة الميناء"}), json!([]));
    let arabic = one(json!("شُرطة المينـاء"), json!([]));
    let other = one(json!("Coast Guard"), json!([{"en": "Harbour police"}, "CG"]));
    let fifth = one(json!("Port Watch"), json!(["cg"]));
    assert!(is_one(&english, &both) && is_one(&both, &arabic) && is_one(&english, &other));
    assert!(is_one(&other, &fifth) && is_one(&fifth, &other));
    assert!(!is_one(&english, &arabic) && !is_one(&english, &fifth));
    // Of another kind or level it is another one.
    let mut elsewhere = english.clone();
    elsewhere.actors[5].level = "national".into();
    assert!(!is_one(&english, &elsewhere));
    assert_eq!(merge(&base, &english, &elsewhere).kept_apart, [apart(Part::Actors, "x", "harbour-police")]);
    // Only what cannot be spelled is numbered.
    let cjk = one(json!("警察"), json!([]));
    assert_eq!(merge(&base, &english, &cjk).kept_apart, [apart(Part::Actors, "x", "actor")]);
    assert_eq!(merge(&base, &english, &arabic).kept_apart, [apart(Part::Actors, "x", "shrta-al-myna")]);
}

#[test]
fn an_id_that_was_taken_for_something_else_carries_nothing_over() {
    let base = team();
    // We delete the third tie and draw another one under its id; they confirm the third tie.
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours.ties[2] = tie("t3", "youth", "funds", "elders");
    (theirs.ties[2].confidence, theirs.ties[2].strength) = (Confidence::Confirmed, Rating::new(5));
    for (ours, theirs) in [(&ours, &theirs), (&theirs, &ours)] {
        let merged = merge(&base, ours, theirs);
        let told: BTreeMap<String, (Confidence, Option<Rating>)> = merged
            .map
            .ties
            .iter()
            .map(|tie| (spoken(&merged.map, tie), (tie.confidence, tie.strength)))
            .collect();
        assert_eq!(told["Youth funds Elders"], (Confidence::Reported, None));
        assert_eq!(told["Women advocates-to Governor"], (Confidence::Confirmed, Rating::new(5)));
        assert_eq!(merged.conflicts.len(), 1, "{:?}", merged.conflicts);
        assert_eq!(merged.conflicts[0].clash, Clash::ChangedAndDeleted);
    }
    // Where they have not touched it, ours is as it was drawn, under its id.
    let mut theirs = base.clone();
    theirs.title = "Other".into();
    for (one, other) in [(&ours, &theirs), (&theirs, &ours)] {
        let merged = merge(&base, one, other);
        assert_eq!((&merged.map.ties, merged.kept_apart.as_slice()), (&ours.ties, [].as_slice()));
        assert_eq!(merged.conflicts, []);
    }
}

#[test]
fn a_tie_of_which_both_sides_have_made_another_one_is_two() {
    let base = team();
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours.ties[0].to = "ministry".into();
    ours.ties[0].notes = "Ours.".into();
    theirs.ties[0].from = "youth".into();
    theirs.ties[0].strength = Rating::new(5);
    let merged = merge(&base, &ours, &theirs);
    let told: BTreeSet<String> = merged.map.ties.iter().map(|tie| spoken(&merged.map, tie)).collect();
    assert!(told.contains("Elders informs Ministry") && told.contains("Youth informs Governor"), "{told:?}");
    assert!(!told.contains("Youth informs Ministry"), "nobody has drawn that");
    assert_eq!(merged.map.ties[0], ours.ties[0]);
    // Where only one has, it is one tie, and it is told that the other has said something of what it was.
    let mut theirs = base.clone();
    theirs.ties[0].confidence = Confidence::Confirmed;
    let merged = merge(&base, &ours, &theirs);
    assert_eq!(merged.map.ties.len(), 3);
    let places: Vec<(String, Clash)> =
        merged.conflicts.iter().map(|conflict| (conflict.place(), conflict.clash)).collect();
    assert_eq!(places, [("ties[t1]".to_owned(), Clash::MadeAnother)]);
}

#[test]
fn the_usual_levels_are_one_ladder_in_whatever_words() {
    let base = team();
    let ladder = |names: [&str; 2]| {
        let level = |id: &str, name: &str, tier: &str| json!({"id": id, "name": name, "tier": tier});
        let text = json!({"jisr": 1, "title": "t", "levels":
            [level("community", names[0], "local"), level("national", names[1], "national")]});
        let mut map = base.clone();
        map.levels = valid(&serde_json::to_vec(&text).unwrap()).levels;
        map
    };
    let merged = merge(&base, &ladder(["Quarter", "Nation"]), &ladder(["الحي", "الدولة"]));
    assert_eq!(merged.map.levels.len(), 2);
    assert_eq!((merged.conflicts.len(), merged.kept_apart.len()), (2, 0));
}

/// A tie or an actor that somebody adds: under which id, and what.
type Draw = (u8, u8, u8, u8, u8);

/// A map with what somebody has added to it. Every tie has a note, a strength and a source that only it has.
fn drawn_by(side: &str, base: &Map, draws: &[Draw]) -> Map {
    let mut map = base.clone();
    for (number, (id, from, kind, to, act)) in draws.iter().enumerate() {
        let token = format!("{side}{number}");
        let (actor_id, tie_id): (ActorId, _) =
            (format!("n{}", id % 3).as_str().into(), format!("t{}", 4 + id % 4));
        if act % 3 == 0 && map.actor(&actor_id).is_none() {
            // Of two names, so that both add the same now and then.
            map.actors.push(actor(actor_id.as_str(), &format!("New {} {}", id % 3, from % 2)));
        } else if !map.ties.iter().any(|tie| tie.id.as_str() == tie_id) {
            let end = |at: u8| map.actors[usize::from(at) % map.actors.len()].id.to_string();
            let kind = ["informs", "consults", "funds"][usize::from(kind % 3)];
            if end(*from) == end(*to) {
                continue;
            }
            let mut new = tie(&tie_id, &end(*from), kind, &end(*to));
            map.sources.push(Source {
                id: token.as_str().into(),
                citation: token.as_str().into(),
                ..Source::default()
            });
            new.evidence = vec![token.as_str().into()];
            new.notes = token.as_str().into();
            new.strength = Rating::new(1 + act % 5);
            new.confidence = if act % 2 == 0 { Confidence::Confirmed } else { Confidence::Assumed };
            map.ties.push(new);
        }
    }
    map
}

/// Each tie with the names of its ends, and all that is said of it.
fn claims(map: &Map) -> Vec<(String, String)> {
    let cited = |tie: &Tie| -> BTreeSet<String> {
        let of = |id: &jisr::model::SourceId| map.sources.iter().find(|source| source.id == *id).unwrap();
        tie.evidence.iter().map(|id| format!("{:?}", of(id).citation)).collect()
    };
    let told = |tie: &Tie| {
        (
            spoken(map, tie),
            format!("{:?} {:?} {:?} {:?}", tie.notes, tie.strength, tie.confidence, cited(tie)),
        )
    };
    map.ties.iter().map(told).collect()
}

#[test]
fn nothing_said_of_one_tie_is_said_of_another_whatever_ids_meet() {
    let draw = || (any::<u8>(), any::<u8>(), any::<u8>(), any::<u8>(), any::<u8>());
    check_all(1500, &(vec(draw(), 0..8), vec(draw(), 0..8)), |(ours, theirs)| {
        let base = team();
        let (ours, theirs) = (drawn_by("o", &base, &ours), drawn_by("t", &base, &theirs));
        for (ours, theirs) in [(&ours, &theirs), (&theirs, &ours)] {
            let merged = merge(&base, ours, theirs);
            assert_eq!(validate(&merged.map), []);
            let (with_us, with_them, found) = (claims(ours), claims(theirs), claims(&merged.map));
            // Drawn by both under one id: the same tie, of which both have said something. Ours is there as it was, and what
            // they have said is listed.
            let same = |tie: &&Tie| {
                let other = theirs.ties.iter().find(|other| other.id == tie.id);
                other.is_some_and(|other| spoken(theirs, other) == spoken(ours, tie) && *other != **tie)
            };
            let one: Vec<&Tie> = ours.ties.iter().filter(same).collect();
            let names: BTreeSet<String> = one.iter().map(|tie| spoken(ours, tie)).collect();
            let apart = |told: &[(String, String)]| -> Vec<(String, String)> {
                told.iter().filter(|(tie, _)| !names.contains(tie)).cloned().collect()
            };
            let mut expected = apart(&with_us);
            let old: BTreeSet<_> = claims(&base).into_iter().collect();
            expected.extend(apart(&with_them).into_iter().filter(|told| !old.contains(told)));
            let mut found = apart(&found);
            expected.sort();
            found.sort();
            assert_eq!(found, expected);
            let told = |tie: &&Tie| merged.conflicts.iter().any(|conflict| conflict.id == tie.id.as_str());
            assert!(one.iter().all(told), "{:?}", merged.conflicts);
            assert_eq!(
                merged.map.ties.len(),
                ours.ties.len() + theirs.ties.len() - base.ties.len() - one.len()
            );
            check_again(&base, theirs, &merged);
        }
    });
}

/// Merging the same again changes nothing; nor does what is said of one tie later on reach another one.
fn check_again(base: &Map, theirs: &Map, merged: &Merged) {
    let again = merge(base, &merged.map, theirs);
    assert_eq!(again.map, merged.map);
    assert_eq!(again.kept_apart, []);
    let mut later = theirs.clone();
    for tie in &mut later.ties {
        tie.notes = format!("later {}", spoken(theirs, tie)).as_str().into();
    }
    let more = merge(theirs, &merged.map, &later);
    assert_eq!(more.map.ties.len(), merged.map.ties.len());
    for tie in &more.map.ties {
        let notes = tie.notes.read(&jisr::model::Language::new("en"));
        assert!(
            !notes.starts_with("later") || notes == format!("later {}", spoken(&more.map, tie)),
            "{notes}"
        );
    }
}

#[test]
fn a_new_id_reaches_every_place_that_refers_to_the_old_one() {
    check_all(300, &rich_map(1..=6), |map| {
        // Where one side has other ids for all of a list, and all that refers to them, that is found out.
        let map = valid(&write(&valid(&compact(&map))));
        let json: Value = serde_json::from_slice(&write(&map)).unwrap();
        for list in identity::ORDER {
            let ids: Vec<String> = json[list]
                .as_array()
                .into_iter()
                .flatten()
                .map(|item| item["id"].as_str().unwrap().to_owned())
                .collect();
            let mut renamed = json.clone();
            let names: Names = ids.iter().map(|id| (id.clone(), format!("renamed-{id}"))).collect();
            identity::rename(&mut renamed, list, &names);
            let renamed = valid(&serde_json::to_vec(&renamed).unwrap());
            // They go on from a map on which everything is called otherwise, and say something more.
            let mut theirs = map.clone();
            theirs.notes = "theirs".into();
            let mut ours = renamed.clone();
            ours.place = "ours".into();
            let merged = merge(&map, &ours, &theirs);
            assert_eq!(merged.conflicts, [], "{list}");
            let expected = Map { notes: "theirs".into(), ..ours };
            assert_eq!(write(&merged.map), write(&expected), "{list}");
        }
    });
}
