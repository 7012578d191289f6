//! Rows pasted from a spreadsheet: what they mean, what is wrong with them, and what they do.

use std::fmt::Write as _;
use std::time::Instant;

use jisr::model::terms::{Confidence, Stance, Status};
use jisr::model::{Actor, Id as _, Language, Map, Rating};
use jisr::session::building::fields::ActorField;
use jisr::session::building::paste::{
    DateChoice, DateOrder, Decision, Options, Paste, Pick, ProblemSort, Reading, Table, TableKind, Use,
};
use jisr::session::starters::{SAMPLES, starter};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::english;
use super::fields::check_named;
use super::maps::{check_all, compact, random::rich_map, valid};

fn few() -> Map {
    let mut map = Map { title: "Few".into(), ..Map::default() };
    for (id, name, kind) in [
        ("police", "Police", "police"),
        ("governor", "Governor's Office", "governors-office"),
        ("camp", "لجنة المخيّم", "camp-committee"),
    ] {
        map.actors.push(Actor::new(id.into(), name.into(), kind.into(), "community".into()));
    }
    map
}

fn read(map: &Map, text: &str) -> Paste {
    read_with(map, text, &Options::default())
}

fn read_with(map: &Map, text: &str, options: &Options) -> Paste {
    Paste::read(&Table::of(text), options, map, &english()).unwrap()
}

fn done(map: &Map, paste: &Paste) -> Map {
    check_named(map, paste.to_edit(&english()).unwrap())
}

fn problems(paste: &Paste) -> Vec<String> {
    let real = paste.problems.iter().filter(|problem| problem.sort != ProblemSort::Remark);
    real.map(|problem| paste.problem_text(problem, &english())).collect()
}

#[test]
fn actors_with_a_heading() {
    let map = few();
    let text = "\u{feff}Name\tType\tLevel\tPower\tStance\tMembers\tSince\tTags\n\
        Women's union\twomen's organisation\tnational\t٤\tChampion\t120\t30.6.2009\ta, b\n\
        Old town elders\t\t\t\t\t\t\t\n\
        \t\t\t\t\t\t\t\n\
        police\t\t\t5\t\t\t2010\t\n\
        لجنه المخيم\t\t\t\tneutral\t\t\t\n\
        Governor’s office\t\t\t\t\t\t\t\n";
    let paste = read(&map, text);
    assert_eq!((paste.kind, paste.has_heading), (TableKind::Actors, true));
    assert_eq!(paste.columns[5].used, Use::Actor(ActorField::Own("Members".into())));
    assert_eq!(
        paste.rows.iter().map(|row| (row.number, row.reading)).collect::<Vec<_>>(),
        [
            (2, Reading::NewActor(0)),
            (3, Reading::NewActor(1)),
            (5, Reading::ChangedActor(0)),
            (6, Reading::ChangedActor(2)),
            (7, Reading::Same),
        ]
    );
    assert!(problems(&paste).is_empty(), "{:?}", paste.problems);
    let named = paste.to_edit(&english()).unwrap();
    assert_eq!(named.deed.text(&english()), "paste 2 new rows, 2 changed");
    let after = done(&map, &paste);
    let [union, elders] = &after.actors[3..] else { panic!() };
    assert_eq!(
        (union.id.to_string(), union.kind.to_string()),
        ("womens-union".into(), "womens-organisation".into())
    );
    assert_eq!((union.influence, union.stance), (Rating::new(4), Some(Stance::Champion)));
    assert_eq!(union.since.unwrap().to_string(), "2009-06-30");
    assert_eq!((union.tags.len(), union.fields.get("Members").unwrap().as_str()), (2, Some("120")));
    assert_eq!(
        (elders.kind.to_string(), elders.level.to_string()),
        ("tribal-leader".into(), "municipal".into())
    );
    assert_eq!(
        (after.actors[0].level.to_string(), after.actors[0].influence),
        ("community".into(), Rating::new(5))
    );
    assert_eq!(after.actors[0].name, map.actors[0].name);
}

#[test]
fn ties_with_a_heading_and_actors_that_are_not_there() {
    let map = few();
    let text = "from;kind;to;strength;status;sure;both ways;Meetings\r\n\
        Police;reports to;Governor's Office;4;active;confirmed;;\"monthly;\nor so\"\r\n\
        Farmers' union;lobbies;police;weak;planned;;yes;\r\n\
        Farmers' Union;advocates to;POLICE;3;;;;\r\n\
        Police;;Farmers' union;;;;;\r\n";
    let paste = read(&map, text);
    assert_eq!(paste.kind, TableKind::Ties);
    assert!(problems(&paste).is_empty(), "{:?}", problems(&paste));
    let readings: Vec<Reading> = paste.rows.iter().map(|row| row.reading).collect();
    // The third says another strength than the second: a tie beside it, unless somebody says otherwise.
    assert_eq!(readings[..3], [Reading::NewTie(0), Reading::NewTie(1), Reading::NewTie(2)]);
    assert!(paste.rows[2].is_asked);
    let after = done(&map, &paste);
    assert_eq!((after.actors.len(), after.ties.len()), (4, 4));
    assert_eq!(after.actors[3].kind, "union".into());
    let [first, second, third, guessed] = &after.ties[..] else { panic!() };
    assert_eq!((third.strength, third.status), (Rating::new(3), Status::Active));
    assert_eq!((first.strength, first.confidence), (Rating::new(4), Confidence::Confirmed));
    assert_eq!(first.fields.get("Meetings").unwrap().as_str(), Some("monthly;\nor so"));
    assert_eq!(
        (second.strength, second.status, second.mutual),
        (Rating::new(2), Status::Planned, Some(true))
    );
    assert!(
        paste.problems.iter().any(|problem| problem.sort == ProblemSort::Remark && problem.row == 5),
        "{:?}",
        paste.problems
    );
    assert!(after.vocabulary().tie_kind(&guessed.kind).is_some());
    // Pasting the same again changes nothing.
    let again = read(&after, &text.replace("\r\nPolice;;Farmers' union;;;;;", ""));
    assert!(again.rows.iter().all(|row| row.reading == Reading::Same), "{:?}", again.rows);
    let out = Options { keep_out_unknown: true, ..Options::default() };
    let out = read_with(&map, text, &out);
    assert_eq!((out.new_actors.len(), out.new_ties.len()), (0, 1));
    assert!(problems(&out)[0].starts_with("Row 3, from: There is no actor"), "{:?}", problems(&out));
}

#[test]
fn without_a_heading_the_content_says_it() {
    let map = few();
    let paste = read(&map, "Police,informs,Governor's Office\nPolice,consults,Elders");
    assert_eq!((paste.kind, paste.has_heading), (TableKind::Ties, false));
    assert_eq!(done(&map, &paste).ties.len(), 2);
    let paste = read(&map, "Police\tGovernor's Office\nلجنة المخيم\tPolice");
    assert_eq!((paste.kind, paste.new_ties.len()), (TableKind::Ties, 2));
    let paste = read(&map, "Camp school\tacademia\tcommunity\t12\nRadio One\tmedia\tnational\t");
    assert_eq!(paste.kind, TableKind::Actors);
    let used: Vec<&Use> = paste.columns.iter().map(|column| &column.used).collect();
    let own = Use::Actor(ActorField::Own("column 4".into()));
    assert_eq!(
        used,
        [&Use::Actor(ActorField::Name), &Use::Actor(ActorField::Kind), &Use::Actor(ActorField::Level), &own]
    );
    // A list of names, even if they sound like kinds.
    let paste = read(&map, "Court\nMedia\nParliament");
    assert_eq!((paste.kind, paste.new_actors.len()), (TableKind::Actors, 3));
}

#[test]
fn every_cell_that_can_not_be_read_is_told_and_kept() {
    let map = few();
    let text = "name,kind,influence,since,until\n\
        A,polise,0,3/4/2012,\n\
        ,police,1,,\n\
        B,police station,,2012,2011\n\
        C,police,high,2012,2013\n\
        D,police,2.5,N/A,-";
    let paste = read(&map, text);
    let told = problems(&paste);
    let said = [
        "Row 2, kind: There is no kind “polise”",
        "Row 2, influence: “0” is no whole number",
        "Row 2, since: “3/4/2012” may be 2012-04-03 or 2012-03-04",
        "Row 3, name: This row has no name",
        "Row 4, until: It would end",
        "Row 5, influence: “high”",
        "Row 6, influence: “2.5”",
    ];
    assert_eq!(told.len(), said.len(), "{told:?}");
    for (told, said) in told.iter().zip(said) {
        assert!(told.starts_with(said), "{told:?} / {said}");
    }
    assert_eq!(paste.rows[1].reading, Reading::LeftOut);
    let after = done(&map, &paste);
    let own = |at: usize, key: &str| after.actors[at].fields.get(key).and_then(|value| value.as_str());
    assert_eq!(
        (own(3, "kind"), own(3, "influence"), own(3, "since")),
        (Some("polise"), Some("0"), Some("3/4/2012"))
    );
    assert_eq!((&after.actors[4].kind, own(4, "kind")), (&"police".into(), Some("police station")));
    assert_eq!((after.actors[4].until, own(4, "until")), (None, Some("2011")));
    assert_eq!(
        (own(5, "influence"), own(6, "influence"), own(6, "since")),
        (Some("high"), Some("2.5"), None)
    );
}

#[test]
fn who_knows_better_says_so() {
    let map = few();
    let options = Options {
        kind: Some(TableKind::Actors),
        has_heading: Some(false),
        columns: vec![
            Some(Use::LeftOut),
            Some(Use::Actor(ActorField::Name)),
            Some(Use::Actor(ActorField::Interest)),
        ],
        ..Options::default()
    };
    let paste = read_with(&map, "7\tName\t5\n8\tOther\t2", &options);
    assert_eq!(paste.left_out().count(), 1);
    let after = done(&map, &paste);
    assert_eq!(after.actors[3].name, "Name".into());
    assert_eq!(after.actors[4].interest, Rating::new(2));
    let options = Options { kind: Some(TableKind::Ties), ..Options::default() };
    let why = Paste::read(&Table::of("a\nb"), &options, &map, &english()).unwrap_err().0;
    assert!(why.contains("No two columns"));
    // Who is said to be the name is; what was taken for it is a field.
    let options = Options { columns: vec![None, Some(Use::Actor(ActorField::Name))], ..Options::default() };
    let paste = read_with(&map, "A\tB\tC\nD\tE\tF", &options);
    assert_eq!(paste.left_out().count(), 0);
    assert_eq!(paste.new_actors[1].name, "E".into());
    assert_eq!(paste.new_actors[1].fields.get("column 1").unwrap(), "D");
    for nothing in ["", " \n \n", "name\tkind"] {
        assert!(
            Paste::read(&Table::of(nothing), &Options::default(), &map, &english())
                .unwrap_err()
                .0
                .contains("Nothing")
        );
    }
    assert!(read(&map, "name\nPolice").to_edit(&english()).unwrap_err().0.contains("Nothing would change"));
}

/// What a sample says of its ties and actors, written as a table and pasted, is the sample again.
#[test]
fn a_map_written_as_a_table_is_read_again() {
    let words = english();
    for (_, text) in &SAMPLES {
        let full = starter(text).unwrap();
        let name = |actor: &Actor| words.read(&actor.name).to_owned();
        let mut actors = String::from("name\tkind\tlevel\tinfluence\tstance\n");
        for actor in &full.actors {
            let rating = actor.influence.map_or_else(String::new, |rating| rating.to_string());
            let stance = actor.stance.map_or_else(String::new, |stance| words.term("stance", stance));
            let kind = words.actor_kind(&full, &actor.kind);
            let level = words.text(&format!("level-{}", actor.level));
            writeln!(actors, "{}\t{kind}\t{level}\t{rating}\t{stance}", name(actor)).unwrap();
        }
        let empty = Map { actors: vec![].into(), ties: vec![].into(), ..full.clone() };
        let empty = Map {
            partnerships: vec![],
            consultations: vec![],
            concerns: vec![],
            story: vec![],
            layout: jisr::model::Layout::default(),
            ..empty
        };
        let paste = read(&empty, &actors);
        assert!(problems(&paste).is_empty(), "{:?}", problems(&paste));
        let with_actors = done(&empty, &paste);
        for (read, actor) in with_actors.actors.iter().zip(&full.actors) {
            let of = |actor: &Actor| (actor.kind.clone(), actor.level.clone(), actor.influence, actor.stance);
            assert_eq!((of(read), name(read)), (of(actor), name(actor)));
        }
        let end = |id| name(full.actor(id).unwrap());
        let mut ties = String::from("Source\tRelation\tTarget\tWeight\n");
        for tie in &full.ties {
            let rating = tie.strength.map_or_else(String::new, |rating| rating.to_string());
            let kind = words.tie_kind(&full, &tie.kind);
            writeln!(ties, "{}\t{kind}\t{}\t{rating}", end(&tie.from), end(&tie.to)).unwrap();
        }
        let after = done(&with_actors, &read(&with_actors, &ties));
        let said = |map: &Map| {
            let end = |id| name(map.actor(id).unwrap());
            map.ties
                .iter()
                .map(|tie| (end(&tie.from), tie.kind.clone(), end(&tie.to), tie.strength))
                .collect::<Vec<_>>()
        };
        assert_eq!(said(&after), said(&full));
    }
}

fn names(map: &Map) -> Vec<String> {
    map.actors.iter().map(|actor| english().read(&actor.name).to_owned()).collect()
}

#[test]
fn bodies_of_one_short_name_stay_two_unless_somebody_says_otherwise() {
    let map = few();
    let text = "Name\tArabic name\tType\tGovernorate\n\
        Adonis\tجمعية ادونيس\tNGO\tSfax\n\
        Adonis\tجمعية حقوق وطن\tNA\tSfax\n\
        UDC\tالمنظمة الوطنية\tNGO\tTunis\n\
        UDC\tجمعية العاطلين\tNGO\tKairouan\n\
        adonis \tجمعية ادونيس\t\tSfax\n\
        Police\t\tMinistry\t\n";
    let paste = read(&map, text);
    assert_eq!(paste.columns[1].used, Use::NameIn(Language::new("ar")));
    let asked: Vec<usize> = paste.rows.iter().filter(|row| row.is_asked).map(|row| row.number).collect();
    assert_eq!(asked, [3, 5, 7]);
    let after = done(&map, &paste);
    assert_eq!(names(&after)[3..], ["Adonis", "Adonis", "UDC", "UDC", "Police"].map(str::to_owned));
    let arabic = |at: usize| after.actors[at].name.all().nth(1).map(str::to_owned);
    assert_eq!(arabic(3).as_deref(), Some("جمعية ادونيس"));
    assert_eq!(arabic(4).as_deref(), Some("جمعية حقوق وطن"));
    assert_eq!(paste.rows[4].reading, Reading::Merged(2));
    assert!(paste.problems.iter().any(|problem| problem.row == 6 && problem.text.contains("“adonis”")));
    // Who says that they are one gets one, and is asked which of the values counts.
    let options =
        Options { rows: [(5, Decision::Same(0)), (7, Decision::Skip)].into(), ..Options::default() };
    let paste = read_with(&map, text, &options);
    assert_eq!((paste.rows[3].reading, paste.rows[5].reading), (Reading::Merged(4), Reading::LeftOut));
    assert_eq!(names(&done(&map, &paste))[3..], ["Adonis", "Adonis", "UDC"].map(str::to_owned));
    let conflict = paste.conflicts.iter().find(|conflict| conflict.row == 5).unwrap();
    assert_eq!((conflict.column, conflict.pick), (1, Pick::Keep));
    assert_eq!(conflict.here, "جمعية العاطلين");
    let all = Options { all_asked: Some(Decision::Same(0)), ..Options::default() };
    assert_eq!(read_with(&map, text, &all).new_actors.len(), 2);
}

#[test]
fn rows_of_who_does_what_where_gather_into_lists() {
    let map = few();
    let text = "Organisation\tOrg type\tRegion\tActivity\n\
        Action Against Hunger\tInternational NGO\tBomi\tWASH\n\
        Action Against Hunger\tInternational NGO\tBomi\tmediate\n\
        Action Against Hunger\tInternational NGO\tBong\tWASH\n\
        Action Against Hunger\tInternational NGO\tLofa\tCoordination\n\
        BRAC\tInternational NGO\tBong\tWASH\n";
    let paste = read(&map, text);
    let after = done(&map, &paste);
    assert_eq!(names(&after)[3..], ["Action Against Hunger", "BRAC"].map(str::to_owned));
    let actor = &after.actors[3];
    assert_eq!(actor.area, ["Bomi", "Bong", "Lofa"]);
    assert_eq!(actor.functions.len(), 1);
    assert_eq!(actor.fields.get("Activity").unwrap(), "WASH; Coordination");
    assert_eq!(actor.fields.get("Org type").unwrap(), "International NGO");
    assert!(paste.conflicts.is_empty() && paste.rows.iter().all(|row| !row.is_asked));
    // The same again changes nothing.
    assert!(read(&after, text).to_edit(&english()).is_err());
    // Without what is done there, a body of the same name elsewhere is another one.
    let text = "Name,Type,Region\nYouth Council,youth group,Nablus\nYouth Council,youth group,Hebron\n";
    let paste = read(&map, text);
    assert_eq!((paste.new_actors.len(), paste.rows[1].is_asked), (2, true));
    let one = Options { all_asked: Some(Decision::Same(0)), ..Options::default() };
    assert_eq!(read_with(&map, text, &one).new_actors[0].area, ["Nablus", "Hebron"]);
}

#[test]
fn values_that_differ_are_asked_and_what_the_map_says_stays() {
    let mut map = few();
    map.actors[0].influence = Rating::new(2);
    map.actors[0].notes = "Old note".into();
    let text =
        "name\tinfluence\tinterest\tnotes\tMembers\nPolice\t4\t3\tNew note\t120\nPolice\t4\t3\t\t130\n";
    let paste = read(&map, text);
    assert_eq!(paste.conflicts.len(), 4, "{:?}", paste.conflicts);
    let after = done(&map, &paste);
    let said = |map: &Map| {
        let actor = &map.actors[0];
        let members = actor.fields.get("Members").unwrap().as_str().unwrap().to_owned();
        (actor.influence, actor.interest, english().read(&actor.notes).to_owned(), members)
    };
    assert_eq!(said(&after), (Rating::new(2), Rating::new(3), "Old note".into(), "120".into()));
    let options = Options {
        cells: [((2, 1), Pick::Take), ((2, 3), Pick::Both), ((3, 4), Pick::Both)].into(),
        ..Options::default()
    };
    let after = done(&map, &read_with(&map, text, &options));
    assert_eq!(
        said(&after),
        (Rating::new(4), Rating::new(3), "Old note\nNew note".into(), "120; 130".into())
    );
}

#[test]
fn parallel_and_self_ties_are_kept_and_weights_that_are_no_ratings_too() {
    let map = few();
    let text = "From;To;Relationship;Weight;Comments\n\
        Board;Line;informs;2;monthly list\n\
        Line;Board;informs;4;call-backs\n\
        Board;Line;informs;5;after the flood\n\
        Line;Line;coordinates with;3;shift\n\
        Board;Line;coordinates with;-2;quarrel\n\
        Line;Board;coordinates with;0;\n\
        Board ;line;funds;3;\n\
        Board;Line;trains;1,5;\n\
        Board;Line;informs;2;monthly list\n";
    let paste = read(&map, text);
    let after = done(&map, &paste);
    assert_eq!((after.actors.len(), after.ties.len()), (5, 8));
    assert_eq!(paste.rows[8].reading, Reading::Merged(2));
    let told: Vec<(Option<u8>, Option<&str>)> = after
        .ties
        .iter()
        .map(|tie| (tie.strength.map(Rating::get), tie.fields.get("Weight").and_then(|value| value.as_str())))
        .collect();
    let rated = |rating: u8| (Some(rating), None);
    assert_eq!(
        told,
        [
            rated(2),
            rated(4),
            rated(5),
            rated(3),
            (None, Some("-2")),
            (None, Some("0")),
            rated(3),
            (None, Some("1,5"))
        ]
    );
    assert_eq!(after.ties[3].from, after.ties[3].to);
    assert!(paste.problems.iter().any(|problem| problem.row == 5 && problem.text.contains("itself")));
    assert!(paste.problems.iter().any(|problem| problem.row == 8 && problem.text.contains("“line”")));
    assert!(read(&after, text).to_edit(&english()).is_err(), "the same again changes nothing");
    // A tie of the map is filled where it is empty, and not overwritten.
    let text = "From,To,Type,Weight,Status\nBoard,Line,funds,5,planned\n";
    let paste = read(&after, text);
    assert_eq!((paste.new_ties.len(), paste.conflicts.len()), (0, 2));
    assert!(paste.to_edit(&english()).is_err());
    let other = Options { rows: [(2, Decision::Another)].into(), ..Options::default() };
    assert_eq!(read_with(&after, text, &other).new_ties.len(), 1);
}

#[test]
fn source_beside_target_is_where_a_tie_begins() {
    let map = few();
    for text in ["Source,Target\nA,B\nC,D", "De;À\nA;B\nC;D", "من\tإلى\nA\tB\nC\tD"] {
        let paste = read(&map, text);
        assert_eq!((paste.kind, paste.has_heading), (TableKind::Ties, true), "{text}");
        assert_eq!((paste.new_actors.len(), paste.new_ties.len()), (4, 2), "{text}");
    }
    // A scale in brackets that is not ours, or numbers beyond it, are no ratings.
    for text in ["name,Influence (0-10)\nA,3\nB,4", "name,Influence\nA,3\nB,40"] {
        let paste = read(&map, text);
        assert!(paste.columns[1].has_other_scale && paste.new_actors[0].influence.is_none(), "{text}");
        assert_eq!(paste.new_actors[0].fields.iter().next().unwrap().1, "3");
    }
    assert_eq!(read(&map, "name,Influence (1-5)\nA,3").new_actors[0].influence, Rating::new(3));
    assert_eq!(read(&map, "name,Influence (١-٥)\nA,3.0").new_actors[0].influence, Rating::new(3));
}

#[test]
fn dates_are_read_where_they_can_only_mean_one_day() {
    let map = few();
    let text = "Name\tStart date\tEnd date\n\
        A\tspring 2010\t2012\n\
        B\t11/17/05\t8/17/08\n\
        C\t01/03/2011\t03/2012\n\
        D\tMar-12\t31.12.2013\n\
        E\t2010/2011\tc. 2015\n\
        F\t2011-12-12 00:00:00\t2014-11-06T21:49:27\n\
        G\t40544\t2012.0\n\
        H\t٢٠١٠\t٢٠١٢-٠٦\n\
        I\t1432 H\t2010-02-30\n\
        J\t2013\t2011\n";
    let paste = read(&map, text);
    let after = done(&map, &paste);
    let told = |after: &Map| -> Vec<String> {
        let actors = after.actors.iter().skip(3);
        let date = |date: Option<jisr::model::Date>, own: Option<&serde_json::Value>| match (date, own) {
            (Some(date), None) => date.to_string(),
            (None, Some(own)) => format!("“{}”", own.as_str().unwrap()),
            _ => "?".to_owned(),
        };
        actors
            .map(|actor| {
                let since = date(actor.since, actor.fields.get("Start date"));
                format!("{since} {}", date(actor.until, actor.fields.get("End date")))
            })
            .collect()
    };
    let expected = [
        "“spring 2010” 2012",
        "2005-11-17 2008-08-17",
        "2011-01-03 2012-03",
        "2012-03 2013-12-31",
        "“2010/2011” “c. 2015”",
        "2011-12-12 2014-11-06",
        "“40544” 2012",
        "2010 2012-06",
        "“1432 H” “2010-02-30”",
        "2013 “2011”",
    ];
    assert_eq!(told(&after), expected);
    // Each that is not plainly written is said, with what it was taken for.
    let said = |row: usize| paste.problems.iter().filter(|problem| problem.row == row).count();
    assert_eq!([2, 3, 4, 5, 6, 7, 8, 10, 11].map(|row| said(row) > 0), [true; 9]);
    let mut options = Options::default();
    options.dates.insert(1, DateChoice::Order(DateOrder::DayFirst));
    options.serials.insert(1, true);
    let other = done(&map, &read_with(&map, text, &options));
    assert_eq!(told(&other)[2], "2011-03-01 2012-03");
    assert_eq!(told(&other)[6], "2011-01-01 2012");
    // Nothing proves it: it is asked, and stays a text until somebody answers.
    let paste = read(&map, "name,since\nA,01/03/2011\nB,02/04/2011\n");
    let dates = paste.columns[1].dates.unwrap();
    assert_eq!((dates.order, dates.ambiguous, paste.new_actors[0].since), (None, 2, None));
}

#[test]
fn sources_that_are_not_there_are_added_when_somebody_says_so() {
    let map = few();
    let text = "name\tsource\nA\tHomel, P. (2016); Interview 3\nB\tinterview 3\nC\tNA\n";
    let paste = read(&map, text);
    assert_eq!(paste.unknown_sources, ["Homel, P. (2016)", "Interview 3"]);
    let without = done(&map, &paste);
    assert!(without.sources.is_empty());
    assert_eq!(without.actors[3].fields.get("source").unwrap(), "Homel, P. (2016); Interview 3");
    let paste = read_with(&map, text, &Options { adds_sources: true, ..Options::default() });
    let after = done(&map, &paste);
    assert_eq!((after.sources.len(), after.actors[3].evidence.len()), (2, 2));
    assert_eq!(after.actors[4].evidence, [after.sources[1].id.clone()]);
    assert!(after.actors[3].fields.is_empty() && problems(&paste).is_empty());
}

#[test]
fn a_name_of_several_is_asked_for_the_ends_of_ties() {
    let mut map = few();
    map.actors.push(Actor::new("police-2".into(), "Police".into(), "police".into(), "national".into()));
    let text = "from,kind,to\nPolice,informs,Governor's Office\n";
    let paste = read(&map, text);
    assert_eq!((paste.unclear_names.len(), paste.rows[0].reading), (1, Reading::LeftOut));
    let chosen = Options { names: [("police".into(), "police-2".into())].into(), ..Options::default() };
    let paste = read_with(&map, text, &chosen);
    assert_eq!(paste.new_ties[0].from, "police-2".into());
}

fn tables() -> impl Strategy<Value = String> {
    let cells = [
        "Police",
        "Governor's Office",
        "name",
        "kind",
        "from",
        "to",
        "level",
        "informs",
        "police",
        "2012",
        "4",
        "٣",
        "",
        "",
        "x",
        "yes",
        "\"a\nb\"",
        "\"",
        "national",
        "لجنة المخيم",
        "#police",
        "weak",
        "planned",
        "31.2.2011",
        "since",
        "until",
        "\u{feff}",
        "\u{202e}",
        "-",
        "own",
        "tags",
        "a, b",
    ];
    let table = (vec(vec(select(cells.to_vec()), 1..6), 0..7), select(vec!["\t", ",", ";"]));
    let table = table.prop_map(|(rows, between)| {
        rows.into_iter().map(|row| row.join(between)).collect::<Vec<_>>().join("\n")
    });
    prop_oneof![5 => table, 1 => any::<String>()]
}

#[test]
fn any_text_keeps_the_map_valid_and_every_cell_is_somewhere() {
    let words = english();
    let kinds = select(vec![None, Some(TableKind::Actors), Some(TableKind::Ties)]);
    check_all(1500, &(tables(), kinds, any::<bool>()), |(text, kind, keep_out_unknown)| {
        let map = few();
        let options = Options { kind, keep_out_unknown, ..Options::default() };
        let Ok(paste) = Paste::read(&Table::of(&text), &options, &map, &words) else { return };
        for problem in &paste.problems {
            assert!(!paste.problem_text(problem, &words).is_empty());
            assert!(problem.column.is_none_or(|column| column < paste.columns.len()));
        }
        for row in &paste.rows {
            // A row that is left out is told; a cell without a column is not possible.
            assert!(row.cells.len() <= paste.columns.len());
            let told = paste
                .problems
                .iter()
                .any(|problem| problem.row == row.number && problem.sort != ProblemSort::Remark);
            assert!(row.reading != Reading::LeftOut || told, "{text:?} {row:?}");
            for (cell, column) in row.cells.iter().zip(&paste.columns) {
                assert!(["", "-"].contains(&cell.as_str()) || column.used != Use::LeftOut, "{text:?}");
            }
        }
        if let Ok(named) = paste.to_edit(&words) {
            check_named(&map, named);
        }
    });
}

#[test]
fn tables_for_random_maps_keep_them_valid() {
    let words = english();
    check_all(100, &(rich_map(1..=6), tables()), |(map, text)| {
        let map = valid(&compact(&map));
        if let Ok(paste) = Paste::read(&Table::of(&text), &Options::default(), &map, &words)
            && let Ok(named) = paste.to_edit(&words)
        {
            check_named(&map, named);
        }
    });
}

/// Fifty thousand rows, good ones and bad ones; how long it took is printed, not asserted.
#[test]
fn fifty_thousand_rows_are_read() {
    let map = few();
    let mut good = String::from("name\tkind\tlevel\tinfluence\tsince\tnotes\tMembers\n");
    let mut bad = good.clone();
    let mut ties = String::from("from\tkind\tto\tstrength\tnotes\n");
    for at in 0..50_000 {
        writeln!(
            good,
            "Women's group {at}\twomen's organisation\tcommunity\t{}\t2012-06\tSaid so\t{at}",
            at % 5 + 1
        )
        .unwrap();
        writeln!(bad, "Group {at}\tkind {at}\tlevel {at}\t{at}x\tday {at}\t\t").unwrap();
        writeln!(ties, "Group {at}\tinforms\tGroup {}\t{}\tSaid so", at / 2 + 1, at % 5 + 1).unwrap();
    }
    for (name, text, actors, ties) in
        [("good", &good, 50_000, 0), ("bad", &bad, 50_000, 0), ("ties", &ties, 50_000, 50_000)]
    {
        let start = Instant::now();
        let paste = read(&map, text);
        let read = start.elapsed();
        println!("{name}: read in {read:?}, {} problems", paste.problems.len());
        assert_eq!(paste.rows.len(), 50_000);
        assert_eq!((paste.new_actors.len(), paste.new_ties.len()), (actors, ties));
        let mut after = map.clone();
        paste.to_edit(&english()).unwrap().edit.apply(&mut after).unwrap();
        assert!(jisr::model::validate(&after).is_empty());
    }
}

#[test]
fn kinds_and_headings_are_known_in_both_spellings_of_english() {
    let text = "Organization\tType of organization\tCenter\nRain\tWomen's Organization\tx\nSun\tCivil Society Organization\ty\n";
    let paste = read(&few(), text);
    assert_eq!(problems(&paste), Vec::<String>::new());
    let after = done(&few(), &paste);
    let kinds: Vec<&str> = after.actors[3..].iter().map(|actor| actor.kind.as_str()).collect();
    assert_eq!(kinds, ["womens-organisation", "civil-society-organisation"]);
    assert!(after.actors[3..].iter().all(|actor| actor.fields.get("Type of organization").is_none()));
}
