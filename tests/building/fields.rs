//! Fields set from what is typed, the map's own kinds and levels, and sources.

use jisr::format::jisr::{read, write};
use jisr::model::edit::{Change, Header};
use jisr::model::terms::{
    Confidence, Formality, Reliability, Sector, Stance, Status, TieClass, Tier, VoiceDirection,
};
use jisr::model::{Edit, History, Map, Rating, Text, Tie, TieTraits, validate};
use jisr::session::building::fields::{ActorField, MapField, Reader, TieField, set_actor, set_map, set_tie};
use jisr::session::building::kinds::{
    ActorKindDraft, TieKindDraft, add_actor_kind, add_level, add_tie_kind, change_actor_kind, change_level,
    change_tie_kind, move_level, remove_actor_kind, remove_level, remove_tie_kind,
};
use jisr::session::building::sources::{
    SourceDraft, Subject, add_source, change_source, cite, delete_source, uncite,
};
use jisr::session::building::{Named, Refusal};
use jisr::session::starters::{SAMPLES, starter};
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::maps::{check_all, compact, random::rich_map, valid};
use super::{apply, english};

fn jenin() -> Map {
    starter(SAMPLES[0].1).unwrap()
}

fn set(map: &Map, field: &ActorField, typed: &str) -> Result<Option<Named>, Refusal> {
    set_actor(map, &map.actors[3].id, field, typed, &english())
}

fn set_first_tie(map: &Map, field: &TieField, typed: &str) -> Result<Option<Named>, Refusal> {
    set_tie(map, &map.ties[0].id, field, typed, &english())
}

#[test]
fn dates_are_read_as_people_write_them() {
    let (map, words) = (jenin(), english());
    let reader = Reader::new(&map, &words);
    let date = |typed: &str| reader.date(typed).map(|date| date.map(|date| date.to_string()));
    for (typed, expected) in [
        ("2012", "2012"),
        ("٢٠١٢", "2012"),
        ("۲۰۱۲-۰۶", "2012-06"),
        (" 2012-6-3 ", "2012-06-03"),
        ("2012/06/30", "2012-06-30"),
        ("30.6.2012", "2012-06-30"),
        ("3.4.2012", "2012-04-03"),
        ("30/6/2012", "2012-06-30"),
        ("6/30/2012", "2012-06-30"),
        ("4/4/2012", "2012-04-04"),
        ("06/2012", "2012-06"),
        ("2012-06-30 00:00:00", "2012-06-30"),
        ("2012-06-30T12:30:00Z", "2012-06-30"),
    ] {
        assert_eq!(date(typed).unwrap().as_deref(), Some(expected), "{typed}");
    }
    assert_eq!([date(""), date(" "), date("–")], [Ok(None), Ok(None), Ok(None)]);
    for (typed, said) in [
        ("3/4/2012", "2012-04-03 or 2012-03-04"),
        ("30.6.12", "Write it as"),
        ("yesterday", "Write it as"),
        ("2011-02-29", "2011-02-28"),
        ("31.4.2011", "2011-04-30"),
        ("2012-06-30-01", "Write it as"),
        ("99999999999999999999", "Write it as"),
    ] {
        assert!(date(typed).unwrap_err().0.contains(said), "{typed}: {:?}", date(typed));
    }
}

#[test]
fn what_is_typed_becomes_the_value() {
    let mut map = jenin();
    for (field, typed) in [
        (ActorField::Name, "  Camp committee "),
        (ActorField::Kind, "village COUNCIL"),
        (ActorField::Level, "national"),
        (ActorField::Area, "Jenin; Camp, Camp"),
        (ActorField::Formality, "Formal"),
        (ActorField::Functions, "mediate، handle complaints"),
        (ActorField::Influence, "٤"),
        (ActorField::Interest, "2"),
        (ActorField::Stance, "champion"),
        (ActorField::Decides, "yes"),
        (ActorField::Since, "30.6.2009"),
        (ActorField::Tags, "a, b"),
        (ActorField::Evidence, "dcaf-2009"),
        (ActorField::Own("Members".into()), "12"),
    ] {
        let named = set(&map, &field, typed).unwrap().unwrap_or_else(|| panic!("{field:?}"));
        apply(&mut map, named);
        assert_eq!(set(&map, &field, typed).unwrap(), None, "{field:?} says so already");
    }
    let actor = &map.actors[3];
    assert_eq!(english().read(&actor.name), "Camp committee");
    assert!(actor.name.all().count() == 2, "the Arabic name stays");
    assert_eq!(
        (actor.kind.to_string(), actor.level.to_string()),
        ("village-council".into(), "national".into())
    );
    assert_eq!(actor.area, ["Jenin", "Camp"]);
    assert_eq!((actor.formality, actor.functions.len()), (Some(Formality::Formal), 2));
    assert_eq!((actor.influence, actor.interest), (Rating::new(4), Rating::new(2)));
    assert_eq!((actor.stance, actor.decides), (Some(Stance::Champion), Some(true)));
    assert_eq!((actor.tags.len(), actor.evidence.len()), (2, 1));
    assert_eq!(actor.fields.get("Members").and_then(|value| value.as_str()), Some("12"));
    for field in [ActorField::Stance, ActorField::Tags, ActorField::Since, ActorField::Own("Members".into())]
    {
        let named = set(&map, &field, "").unwrap().unwrap();
        apply(&mut map, named);
    }
    let actor = &map.actors[3];
    assert!(actor.stance.is_none() && actor.tags.is_empty() && actor.since.is_none());
    assert!(actor.fields.get("Members").is_none());
    assert!(validate(&map).is_empty());
}

#[test]
fn ties_and_the_map_likewise() {
    let mut map = jenin();
    let other = english().read(&map.actors[5].name).to_owned();
    for (field, typed) in [
        (TieField::To, other.as_str()),
        (TieField::Kind, "lobbies"),
        (TieField::Mutual, "x"),
        (TieField::Strength, "strong"),
        (TieField::Status, "planned"),
        (TieField::Confidence, "assumed"),
        (TieField::Notes, "Said so."),
    ] {
        let named = set_first_tie(&map, &field, typed).unwrap().unwrap_or_else(|| panic!("{field:?}"));
        apply(&mut map, named);
    }
    let tie = &map.ties[0];
    assert_eq!((&tie.to, tie.kind.to_string()), (&map.actors[5].id, "advocates-to".to_owned()));
    assert_eq!((tie.mutual, tie.strength), (Some(true), Rating::new(4)));
    assert_eq!((tie.status, tie.confidence), (Status::Planned, Confidence::Assumed));
    for (field, typed) in
        [(MapField::Title, "Another"), (MapField::AsOf, "2013"), (MapField::Languages, "en, fr")]
    {
        let named = set_map(&map, &field, typed, &english()).unwrap().unwrap();
        apply(&mut map, named);
    }
    let header = Header::of(&map);
    assert_eq!((header.as_of.unwrap().to_string(), header.languages.len()), ("2013".into(), 2));
}

#[test]
fn refusals_say_what_is_wrong_and_what_to_do() {
    let map = jenin();
    let tie_end = format!("#{}", map.ties[0].from);
    let actor = |field, typed: &str| set(&map, &field, typed).unwrap_err().0;
    let tie = |field, typed: &str| set_first_tie(&map, &field, typed).unwrap_err().0;
    for (why, said) in [
        (actor(ActorField::Stance, "oposed"), "Did you mean opposed"),
        (actor(ActorField::Stance, "oposed"), "champion, supportive, neutral, sceptical and opposed"),
        (actor(ActorField::Kind, "polise"), "Did you mean police"),
        (actor(ActorField::Level, "moon"), "no level “moon”"),
        (actor(ActorField::Influence, "6"), "1 to 5"),
        (actor(ActorField::Influence, "3.5"), "1 to 5"),
        (actor(ActorField::Decides, "perhaps"), "neither yes nor no"),
        (actor(ActorField::Evidence, "nobody"), "no source “nobody”"),
        (actor(ActorField::Stance, "!!!"), "no letters"),
        (actor(ActorField::Own(" ".into()), "1"), "needs a name"),
        (tie(TieField::To, "Hamass"), "Did you mean Hamas"),
        (tie(TieField::To, &tie_end), "no tie to itself"),
        (tie(TieField::Kind, ""), "no kind"),
        (
            set_map(&map, &MapField::Title, "", &english())
                .map(|_| ())
                .map_or_else(|why| why.0, |()| "Arabic stays".into()),
            "Arabic stays",
        ),
        (set_map(&map, &MapField::Languages, "english!", &english()).unwrap_err().0, "english!"),
        (actor(ActorField::Notes, &"x".repeat((1 << 20) + 1)), "1 MiB"),
        (
            set_actor(&map, &"nobody".into(), &ActorField::Name, "x", &english()).unwrap_err().0,
            "not on the map",
        ),
    ] {
        assert!(why.contains(said), "{why} / {said}");
    }
    let mut bare = map.clone();
    bare.actors[3].name = Text::Plain("Camp".into());
    assert!(set(&bare, &ActorField::Name, " ").unwrap_err().0.contains("needs a name"));
    bare.actors[3].since = Some("2010".parse().unwrap());
    assert!(set(&bare, &ActorField::Until, "2009").unwrap_err().0.contains("2009"));
    bare.actors[4].name = bare.actors[5].name.clone();
    let twice = english().read(&bare.actors[5].name).to_owned();
    assert!(set_first_tie(&bare, &TieField::To, &twice).unwrap_err().0.contains('#'));
}

#[test]
fn deeds_name_field_and_actor() {
    let map = jenin();
    let deed = set(&map, &ActorField::Stance, "neutral").unwrap().unwrap().deed;
    assert_eq!(deed.text(&english()), "stance of Refugee camp committees");
    let deed = set_first_tie(&map, &TieField::Strength, "2").unwrap().unwrap().deed;
    assert_eq!(deed.text(&english()), "strength of tie United States → The Quartet (the major donors)");
}

/// Whatever is typed into whatever field: refused, or one item is changed, the map stays valid, the file can be read
/// again, and undo gives back the same bytes.
#[test]
fn any_text_in_any_field_keeps_the_map_valid() {
    let typed = prop_oneof![
        any::<String>(),
        select(
            [
                "",
                "1",
                "٣",
                "2012",
                "2012-06-30",
                "yes",
                "police",
                "national",
                "weak",
                "a, b; c",
                "planned",
                "#",
                "-"
            ]
            .map(str::to_owned)
            .to_vec()
        ),
        "[0-9./-]{1,10}",
    ];
    let words = english();
    check_all(300, &(rich_map(1..=6), typed, any::<Index>(), any::<Index>()), |(map, typed, item, field)| {
        let map = valid(&compact(&map));
        let mut actor_fields = ActorField::ALL.to_vec();
        actor_fields.push(ActorField::Own(typed.clone()));
        let actor = item.get(&map.actors).id.clone();
        let mut named = vec![set_actor(&map, &actor, field.get(&actor_fields), &typed, &words)];
        if !map.ties.is_empty() {
            named.push(set_tie(&map, &item.get(&map.ties).id, field.get(TieField::ALL), &typed, &words));
        }
        named.push(set_map(&map, field.get(MapField::ALL), &typed, &words));
        for named in named {
            if let Ok(Some(named)) = named {
                check_named(&map, named);
            }
        }
    });
}

/// Does it, sees that the map is valid, a file of it says the same, and undoing gives back the same bytes.
pub fn check_named(map: &Map, named: Named) -> Map {
    let (before, mut after, mut history) = (write(map), map.clone(), History::default());
    let words = english();
    assert!(!named.deed.text(&words).is_empty());
    history.run(&mut after, named.deed, named.edit).unwrap_or_else(|why| panic!("{why:?}"));
    assert!(after != *map, "something is done");
    let bytes = write(&after);
    let reading = read(&bytes).unwrap();
    assert!(reading.problems.is_empty(), "{:?}", reading.problems);
    assert!(write(&reading.map) == bytes, "a file of it says the same");
    let done = after.clone();
    history.undo(&mut after).unwrap();
    assert!(write(&after) == before, "undone");
    history.redo(&mut after).unwrap();
    assert!(write(&after) == bytes, "done again");
    done
}

fn family() -> ActorKindDraft {
    ActorKindDraft {
        name: "Notable family".into(),
        formality: Formality::Informal,
        sector: Sector::Customary,
        force: false,
        decides: false,
        level: "community".into(),
    }
}

#[test]
fn own_kinds_of_actor_come_change_and_go() {
    let words = english();
    let map = jenin();
    let (id, named) = add_actor_kind(&map, &family(), &words).unwrap();
    assert_eq!(id.to_string(), "notable-family");
    let mut map = check_named(&map, named);
    assert!(add_actor_kind(&map, &family(), &words).unwrap_err().0.contains("already"));
    let police = ActorKindDraft { name: "POLICE".into(), ..family() };
    assert!(add_actor_kind(&map, &police, &words).is_err());
    let moon = ActorKindDraft { level: "moon".into(), name: "X".into(), ..family() };
    assert!(add_actor_kind(&map, &moon, &words).is_err());
    map.actors[0].kind = id.clone();
    map.actors[1].kind = id.clone();
    map.expected_voices[0].kinds = vec![id.clone(), "media".into()];
    let forceful = ActorKindDraft { force: true, ..family() };
    let changed = change_actor_kind(&map, &id, &forceful, &words).unwrap().unwrap();
    assert!(check_named(&map, changed).actor_kinds[0].force);
    assert_eq!(change_actor_kind(&map, &id, &family(), &words).unwrap(), None);
    let why = remove_actor_kind(&map, &id, None, &words).unwrap_err().0;
    assert!(why.starts_with("3 items"), "{why}");
    assert!(remove_actor_kind(&map, &id, Some(&id), &words).is_err());
    assert!(remove_actor_kind(&map, &"police".into(), None, &words).unwrap_err().0.contains("built in"));
    let after = check_named(&map, remove_actor_kind(&map, &id, Some(&"media".into()), &words).unwrap());
    assert!(after.actor_kinds.is_empty() && after.actors[1].kind.to_string() == "media");
    assert_eq!(after.expected_voices[0].kinds, ["media".into()]);
}

#[test]
fn own_kinds_of_tie_come_change_and_go() {
    let words = english();
    let map = jenin();
    let traits = TieTraits { class: TieClass::Partnership, mutual: true, voice: VoiceDirection::Both };
    let draft = TieKindDraft { name: "is kin of".into(), traits };
    let (id, named) = add_tie_kind(&map, &draft, &words).unwrap();
    let mut map = check_named(&map, named);
    map.ties[0].kind = id.clone();
    let none = TieTraits { voice: VoiceDirection::None, ..traits };
    let named = change_tie_kind(&map, &id, &TieKindDraft { traits: none, ..draft }, &words).unwrap();
    check_named(&map, named.unwrap());
    assert!(remove_tie_kind(&map, &id, None, &words).unwrap_err().0.starts_with("One item"));
    let after = check_named(&map, remove_tie_kind(&map, &id, Some(&"informs".into()), &words).unwrap());
    assert_eq!(after.ties[0].kind, "informs".into());
    assert_eq!(after.tie_kinds.len(), jenin().tie_kinds.len());
}

#[test]
fn levels_come_change_move_and_go() {
    let words = english();
    let map = jenin();
    let (id, named) = add_level(&map, "Region", Tier::Middle, 3, &words).unwrap();
    let map = check_named(&map, named);
    let ladder: Vec<&str> = map.levels.iter().map(|level| words.read(&level.name)).collect();
    assert_eq!(ladder, ["Community", "Municipal", "Governorate", "Region", "National", "International"]);
    assert!(add_level(&map, "national", Tier::National, 9, &words).unwrap_err().0.contains("already"));
    let named = move_level(&map, &id, 0, &words).unwrap().unwrap();
    assert_eq!(check_named(&map, named).levels[0].id, id);
    assert_eq!(move_level(&map, &id, 3, &words).unwrap(), None);
    let named = change_level(&map, &id, "Area", Tier::Local, &words).unwrap().unwrap();
    assert_eq!(check_named(&map, named).levels[3].tier, Tier::Local);
    let community = "community".into();
    let on_it = map.actors.iter().filter(|actor| actor.level == community).count();
    let why = remove_level(&map, &community, None, &words).unwrap_err().0;
    assert!(why.starts_with(&on_it.to_string()), "{why}");
    let after = check_named(&map, remove_level(&map, &community, Some(&id), &words).unwrap());
    assert_eq!(after.actors.iter().filter(|actor| actor.level == id).count(), on_it);
    check_named(&map, remove_level(&map, &id, None, &words).unwrap());
    let mut one = Map { title: "x".into(), ..Map::default() };
    one.levels = vec![map.levels[0].clone()];
    assert!(remove_level(&one, &community, None, &words).unwrap_err().0.contains("only level"));
    // From the usual ladder, which becomes the map's own.
    let usual = jenin();
    let named = remove_level(&usual, &"municipal".into(), Some(&community), &words).unwrap();
    assert_eq!(check_named(&usual, named).levels.len(), 4);
}

#[test]
fn sources_come_change_are_cited_and_go() {
    let words = english();
    let map = jenin();
    let draft = SourceDraft {
        citation: "Interview with a mukhtar, 2012".into(),
        date: "30.6.2012".into(),
        reliability: Some(Reliability::FirstHand),
    };
    let (id, named) = add_source(&map, &draft, &words).unwrap();
    let map = check_named(&map, named);
    assert!(add_source(&map, &SourceDraft::default(), &words).unwrap_err().0.contains("citation"));
    let bad = SourceDraft { date: "soon".into(), ..draft.clone() };
    assert!(change_source(&map, &id, &bad, &words).is_err());
    assert_eq!(change_source(&map, &id, &draft, &words).unwrap(), None);
    let subjects = [
        Subject::Actor(map.actors[0].id.clone()),
        Subject::Tie(map.ties[0].id.clone()),
        Subject::Consultation(map.consultations[0].id.clone()),
        Subject::Concern(map.concerns[0].id.clone()),
    ];
    let mut cited = map.clone();
    for subject in &subjects {
        let named = cite(&cited, subject, &id, &words).unwrap().unwrap();
        cited = check_named(&cited, named);
        assert_eq!(cite(&cited, subject, &id, &words).unwrap(), None);
    }
    assert!(cited.actors[0].evidence.contains(&id) && cited.concerns[0].evidence.contains(&id));
    assert!(cite(&map, &subjects[0], &"nothing".into(), &words).is_err());
    let after = check_named(&cited, delete_source(&cited, &id, &words).unwrap());
    assert!(!after.actors[0].evidence.contains(&id));
    for subject in &subjects {
        let named = uncite(&cited, subject, &id, &words).unwrap().unwrap();
        cited = check_named(&cited, named);
    }
    assert_eq!(cited, map);
}

#[test]
fn setting_a_field_is_replacing_the_item_by_hand() {
    let map = jenin();
    let by_hand = Tie { strength: Rating::new(2), ..map.ties[0].clone() };
    let named = set_first_tie(&map, &TieField::Strength, "2").unwrap().unwrap();
    assert_eq!(named.edit, Edit::Tie(Change::replace(0, by_hand)));
}
