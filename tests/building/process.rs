//! What maps hold for the process, typed: other names, plans, consent, how others see an actor, laws and the like.

use std::collections::BTreeSet;

use jisr::model::terms::{Consent, Function, InstrumentKind, InstrumentStatus, Sensitivity, Stance};
use jisr::model::{Actor, Map, Rating, Source, Text, Tie};
use jisr::session::building::bulk::set_actors;
use jisr::session::building::fields::{
    ActorField, InstrumentField, MapField, RatingField, Reader, SourceField, TieField, Told as _,
    add_instrument, add_rating, delete_instrument, delete_rating, set_actor, set_instrument, set_map,
    set_rating, set_source, set_tie,
};
use jisr::session::building::kinds::{remove_actor_kind, remove_level};
use jisr::session::building::paste::{Options, Paste, Table};
use jisr::session::building::quick::{End, Reading, parse};
use jisr::session::building::removal::remove;
use jisr::words::Words;
use proptest::prelude::*;
use proptest::sample::Index;

use super::english;
use super::fields::check_named;
use super::maps::example::EXAMPLE;
use super::maps::{check_all, compact, random::rich_map, valid};

fn few() -> Map {
    let mut map = Map { title: "Few".into(), ..Map::default() };
    for (id, name, kind) in [
        ("police", "Civil Police", "police"),
        ("governor", "Governor's Office", "governors-office"),
        ("shams", "Shams Network", "human-rights-organisation"),
    ] {
        map.actors.push(Actor::new(id.into(), name.into(), kind.into(), "municipal".into()));
    }
    map.ties.push(Tie::new("t".into(), "shams".into(), "informs".into(), "police".into()));
    map.sources.push(Source { id: "s".into(), citation: "Talks".into(), ..Source::default() });
    map
}

#[test]
fn other_names_are_typed_between_semicolons_and_keep_their_languages() {
    let (mut map, words) = (few(), english());
    let both = Text::ByLanguage(vec![
        (jisr::model::Language::new("en"), "PCP".into()),
        (jisr::model::Language::new("ar"), "الشرطة المدنية".into()),
    ]);
    map.actors[0].aliases = vec![both.clone()];
    let id = map.actors[0].id.clone();
    let set = |map: &Map, typed: &str| set_actor(map, &id, &ActorField::Aliases, typed, &words).unwrap();
    assert_eq!(set(&map, "PCP"), None, "it says so already");
    let map = check_named(&map, set(&map, "PCP; Blue Police, so called؛ PCP").unwrap());
    assert_eq!(map.actors[0].aliases, [both, "Blue Police, so called".into()]);
    assert_eq!(ActorField::Aliases.told(&map.actors[0], &map, &words), "PCP; Blue Police, so called");
    let map = check_named(&map, set(&map, " ; ").unwrap());
    assert_eq!(map.actors[0].aliases, [] as [Text; 0]);
}

#[test]
fn whoever_is_also_called_so_is_found_but_who_is_called_so_comes_first() {
    let (mut map, words) = (few(), english());
    map.actors[0].aliases = vec!["P.C.P.".into(), "الشُّرطة".into(), "Governor's Office".into()];
    let reader = Reader::new(&map, &words);
    assert_eq!(reader.actors_named("pcp"), [] as [jisr::model::ActorId; 0], "folding drops no full stops");
    assert_eq!(reader.actor("p.c.p.").unwrap().to_string(), "police");
    assert_eq!(reader.actor("الشرطه").unwrap().to_string(), "police");
    assert_eq!(reader.actor("governor's office").unwrap().to_string(), "governor");
    // In a line that is typed, and in rows that are pasted.
    let parsed = parse("Shams Network informs P.C.P.", &map, &words);
    let [statement] = parsed.statements.as_slice() else { panic!("{parsed:?}") };
    assert!(matches!(&statement.reading, Reading::Tie(tie) if tie.is_there), "{statement:?}");
    let parsed = parse("P.C.P. reports to governor's office", &map, &words);
    let Reading::Tie(tie) = &parsed.statements[0].reading else { panic!("{parsed:?}") };
    assert_eq!((&tie.from, &tie.to), (&End::Known("police".into()), &End::Known("governor".into())));
    let rows = "Name\tInfluence\nP.C.P.\t4\n";
    let paste = Paste::read(&Table::of(rows), &Options::default(), &map, &words).unwrap();
    let pasted = check_named(&map, paste.to_edit(&words).unwrap());
    assert_eq!((pasted.actors.len(), pasted.actors[0].influence), (3, Rating::new(4)));
}

#[test]
fn a_plan_a_voice_and_the_aim_are_set_and_taken_away() {
    let (map, words) = (few(), english());
    let tie = &map.ties[0].id;
    let mut planned = map.clone();
    for (field, typed) in
        [(TieField::PlanOwner, "The committee"), (TieField::PlanDue, "6/2013"), (TieField::PlanNote, "Soon.")]
    {
        let named = set_tie(&planned, tie, &field, typed, &words).unwrap().unwrap();
        planned = check_named(&planned, named);
        let told = field.told(&planned.ties[0], &planned, &words);
        assert_eq!(set_tie(&planned, tie, &field, &told, &words).unwrap(), None);
    }
    let plan = planned.ties[0].plan.as_ref().unwrap();
    assert_eq!((words.read(&plan.owner), plan.due.unwrap().to_string()), ("The committee", "2013-06".into()));
    assert!(set_tie(&planned, tie, &TieField::PlanDue, "soon", &words).is_err());
    for field in [TieField::PlanOwner, TieField::PlanDue, TieField::PlanNote] {
        planned = check_named(&planned, set_tie(&planned, tie, &field, "", &words).unwrap().unwrap());
    }
    assert_eq!(planned, map, "a plan that says nothing is none");
    // Of several at once.
    let all = map.actors.iter().map(|actor| actor.id.clone()).collect();
    let silent =
        check_named(&map, set_actors(&map, &all, &ActorField::Voice, "no", &words).unwrap().unwrap());
    assert!(silent.actors.iter().all(|actor| actor.voice == Some(false)));
    let aimed = set_map(&map, &MapField::Aim, "A plan for safety", &words).unwrap().unwrap();
    assert_eq!(aimed.deed.text(&words), "aim of the map");
    assert_eq!(check_named(&map, aimed).aim, "A plan for safety".into());
}

#[test]
fn what_informants_were_promised_is_kept_with_the_source() {
    let (mut map, words) = (few(), english());
    for (field, typed) in [
        (SourceField::Sensitivity, "secret"),
        (SourceField::Consent, "limited"),
        (SourceField::KeepUntil, "2030"),
        (SourceField::Notes, "At home."),
    ] {
        let named = set_source(&map, &"s".into(), &field, typed, &words).unwrap().unwrap();
        map = check_named(&map, named);
        assert_eq!(set_source(&map, &"s".into(), &field, typed, &words).unwrap(), None);
    }
    let source = &map.sources[0];
    assert_eq!((source.sensitivity, source.consent), (Sensitivity::Secret, Some(Consent::Limited)));
    assert_eq!(
        (source.keep_until.unwrap().to_string(), words.read(&source.notes)),
        ("2030".into(), "At home.")
    );
    assert!(set_source(&map, &"s".into(), &SourceField::KeepUntil, "ever", &words).is_err());
}

#[test]
fn ratings_are_added_changed_and_taken_away() {
    let (map, words) = (few(), english());
    let police = &map.actors[0].id;
    let mut rated = check_named(&map, add_rating(&map, police, "A shopkeeper", &words).unwrap().unwrap());
    for (field, typed) in [
        (RatingField::Group, "traders"),
        (RatingField::Date, "2012-03"),
        (RatingField::Influence, "٤"),
        (RatingField::Legitimacy, "2"),
        (RatingField::Stance, "sceptical"),
        (RatingField::Why, "They come late."),
    ] {
        let named = set_rating(&rated, police, 0, &field, typed, &words).unwrap().unwrap();
        assert_eq!(named.deed.text(&words), "ratings of Civil Police");
        rated = check_named(&rated, named);
    }
    let rating = &rated.actors[0].ratings[0];
    assert_eq!((rating.influence, rating.legitimacy), (Rating::new(4), Rating::new(2)));
    assert_eq!((rating.stance, rated.actors[0].influence), (Some(Stance::Sceptical), None));
    assert!(set_rating(&rated, police, 1, &RatingField::Why, "x", &words).is_err());
    assert!(delete_rating(&rated, police, 1, &words).is_err());
    assert_eq!(check_named(&rated, delete_rating(&rated, police, 0, &words).unwrap()), map);
}

#[test]
fn instruments_are_added_changed_and_taken_away() {
    let (map, words) = (few(), english());
    let (id, named) = add_instrument(&map, "Police Law", &words).unwrap();
    assert_eq!((id.to_string(), named.deed.text(&words).contains("Police Law")), ("police-law".into(), true));
    let mut law = check_named(&map, named);
    for (field, typed) in [
        (InstrumentField::Kind, "law"),
        (InstrumentField::Status, "draft"),
        (InstrumentField::Covers, "Civil Police; #governor"),
        (InstrumentField::Functions, "arrest, investigate"),
        (InstrumentField::Date, "2011"),
        (InstrumentField::Evidence, "Talks"),
        (InstrumentField::Notes, "Never passed."),
    ] {
        let named = set_instrument(&law, &id, &field, typed, &words).unwrap().unwrap();
        law = check_named(&law, named);
        let told = field.told(&law.instruments[0], &law, &words);
        assert_eq!(set_instrument(&law, &id, &field, &told, &words).unwrap(), None, "{field:?}: {told}");
    }
    let instrument = &law.instruments[0];
    assert_eq!((instrument.kind, instrument.status), (Some(InstrumentKind::Law), InstrumentStatus::Draft));
    assert_eq!(instrument.covers, ["police".into(), "governor".into()]);
    assert_eq!(instrument.functions, [Function::Arrest, Function::Investigate]);
    assert_eq!(InstrumentField::Covers.told(instrument, &law, &words), "Civil Police; Governor's Office");
    assert!(set_instrument(&law, &id, &InstrumentField::Covers, "Nobody", &words).is_err());
    assert!(set_instrument(&law, &id, &InstrumentField::Name, " ", &words).is_err());
    assert!(add_instrument(&map, " ", &words).is_err());
    assert_eq!(check_named(&law, delete_instrument(&law, &id, &words).unwrap()), map);
}

#[test]
fn what_goes_is_drawn_by_no_view_and_covered_by_no_law() {
    let (map, words) = (valid(EXAMPLE.as_bytes()), english());
    let gone = remove(&map, &["womens-centre".into()].into(), &BTreeSet::new(), &words).unwrap();
    assert_eq!((gone.views, gone.instruments, gone.steps), (1, 0, 0));
    assert!(gone.text(&words).contains("one saved view"), "{}", gone.text(&words));
    let gone = remove(&map, &["police".into()].into(), &BTreeSet::new(), &words).unwrap();
    assert!(gone.text(&words).contains("one law or the like"), "{}", gone.text(&words));
    let less = check_named(&map, gone.named);
    assert!(less.not_same.is_empty() && less.concerns[0].about.is_empty());
    assert_eq!(less.comments, map.comments, "what people said of it stays");
    let named = remove_level(&map, &"municipal".into(), Some(&"governorate".into()), &words).unwrap();
    let drawn: Vec<String> =
        check_named(&map, named).views[0].filter.levels.iter().map(ToString::to_string).collect();
    assert_eq!(drawn, ["governorate", "community"]);
    let named = remove_actor_kind(&map, &"notable-family".into(), Some(&"media".into()), &words).unwrap();
    let drawn: Vec<String> =
        check_named(&map, named).views[0].filter.kinds.iter().map(ToString::to_string).collect();
    assert_eq!(drawn, ["womens-organisation", "media"]);
}

/// Whatever is typed into whatever field: refused, or the map stays valid and undo gives back the same bytes; and what a
/// field then says changes nothing when it is typed again.
#[test]
fn any_text_in_any_of_these_fields_keeps_the_map_valid() {
    let typed = prop_oneof![
        any::<String>(),
        "[a-z;, ]{0,9}",
        "[0-9./-]{1,10}",
        Just("law".to_owned()),
        Just("#a".to_owned())
    ];
    let words = english();
    check_all(300, &(rich_map(1..=6), typed, any::<Index>(), any::<Index>()), |(map, typed, item, field)| {
        let map = valid(&compact(&map));
        let actor = item.get(&map.actors.to_vec()).clone();
        for (place, rating) in actor.ratings.iter().enumerate() {
            let field = field.get(RatingField::ALL);
            let set = |typed: &str| set_rating(&map, &actor.id, place, field, typed, &words);
            // A text loses the spaces around it.
            if field.choices().is_some() || *field == RatingField::Date {
                assert_eq!(set(&field.told(rating, &map, &words)), Ok(None), "{field:?}");
            }
            set(&typed).into_iter().flatten().for_each(|named| _ = check_named(&map, named));
        }
        for instrument in &map.instruments {
            let field = field.get(InstrumentField::ALL);
            let set = |typed: &str| set_instrument(&map, &instrument.id, field, typed, &words);
            set(&typed).into_iter().flatten().for_each(|named| _ = check_named(&map, named));
        }
        for source in &map.sources {
            let field = field.get(SourceField::ALL);
            let set = |typed: &str| set_source(&map, &source.id, field, typed, &words);
            set(&typed).into_iter().flatten().for_each(|named| _ = check_named(&map, named));
        }
        said_again(&map, &actor, &words);
        if let Ok((_, named)) = add_instrument(&map, &typed, &words) {
            check_named(&map, named);
        }
        add_rating(&map, &actor.id, &typed, &words)
            .into_iter()
            .flatten()
            .for_each(|named| _ = check_named(&map, named));
    });
}

fn said_again(map: &Map, actor: &Actor, words: &Words) {
    let told = ActorField::Aliases.told(actor, map, words);
    assert_eq!(set_actor(map, &actor.id, &ActorField::Aliases, &told, words), Ok(None), "{told}");
}
