//! Rows pasted from a spreadsheet: what they mean, what is wrong with them, and what they do.

use std::fmt::Write as _;
use std::time::Instant;

use jisr::model::terms::{Confidence, Stance, Status};
use jisr::model::{Actor, Map, Rating};
use jisr::session::building::fields::ActorField;
use jisr::session::building::paste::{Options, Paste, Reading, TableKind, Use};
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
    Paste::read(text, &Options::default(), map, &english()).unwrap()
}

fn done(map: &Map, paste: &Paste) -> Map {
    check_named(map, paste.to_edit(&english()).unwrap())
}

fn problems(paste: &Paste) -> Vec<String> {
    let real = paste.problems.iter().filter(|problem| !problem.is_remark);
    real.map(|problem| paste.problem_text(problem, &english())).collect()
}

#[test]
fn actors_with_a_heading() {
    let map = few();
    let text = "\u{feff}Name\tType\tLevel\tPower\tStance\tMembers\tSince\tTags\n\
        Women's union\twomen's organisation\tnational\t٤\tChampion\t120\t30.6.2009\ta, b\n\
        Old town elders\t\t\t\t\t\t\t\n\
        \t\t\t\t\t\t\t\n\
        police\t\tnational\t5\t\t\t2010\t\n\
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
    assert!(paste.problems.is_empty(), "{:?}", paste.problems);
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
        ("national".into(), Rating::new(5))
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
    assert_eq!(readings[..3], [Reading::NewTie(0), Reading::NewTie(1), Reading::Again]);
    let after = done(&map, &paste);
    assert_eq!((after.actors.len(), after.ties.len()), (4, 3));
    assert_eq!(after.actors[3].kind, "union".into());
    let [first, second, guessed] = &after.ties[..] else { panic!() };
    assert_eq!((first.strength, first.confidence), (Rating::new(4), Confidence::Confirmed));
    assert_eq!(first.fields.get("Meetings").unwrap().as_str(), Some("monthly;\nor so"));
    assert_eq!(
        (second.strength, second.status, second.mutual),
        (Rating::new(3), Status::Planned, Some(true))
    );
    assert!(
        paste.problems.iter().any(|problem| problem.is_remark && problem.row == 5),
        "{:?}",
        paste.problems
    );
    assert!(after.vocabulary().tie_kind(&guessed.kind).is_some());
    // Pasting the same again changes nothing.
    let again = read(&after, &text.replace("\r\nPolice;;Farmers' union;;;;;", ""));
    assert!(again.rows[..2].iter().all(|row| matches!(row.reading, Reading::Same | Reading::ChangedTie(_))));
    assert!(again.new_ties.is_empty() && again.new_actors.is_empty());
    let out = Options { keep_out_unknown: true, ..Options::default() };
    let out = Paste::read(text, &out, &map, &english()).unwrap();
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
fn every_cell_that_can_not_be_read_is_told() {
    let map = few();
    let text = "name,kind,influence,since,until\n\
        A,polise,9,3/4/2012,\n\
        ,police,1,,\n\
        B,police station,,2012,2011\n\
        C,police,high,2012,2013";
    let paste = read(&map, text);
    let told = problems(&paste);
    for (at, said) in [
        "Row 2, kind: There is no kind “polise”",
        "Row 2, influence: “9” is no whole number",
        "Row 2, since: “3/4/2012” may be 2012-04-03 or 2012-03-04",
        "Row 3, name: This row has no name",
        "Row 4, until: It would end",
        "Row 5, influence: “high”",
    ]
    .into_iter()
    .enumerate()
    {
        assert!(told[at].starts_with(said), "{:?} / {said}", told[at]);
    }
    assert_eq!(told.len(), 6);
    assert_eq!(paste.rows[1].reading, Reading::LeftOut);
    let after = done(&map, &paste);
    assert_eq!(after.actors[4].kind, "police".into());
    assert!(after.actors[4].since.is_some() && after.actors[4].until.is_none());
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
    let paste = Paste::read("7\tName\t5\n8\tOther\t2", &options, &map, &english()).unwrap();
    assert_eq!(paste.left_out().count(), 1);
    let after = done(&map, &paste);
    assert_eq!(after.actors[3].name, "Name".into());
    assert_eq!(after.actors[4].interest, Rating::new(2));
    let options = Options { kind: Some(TableKind::Ties), ..Options::default() };
    let why = Paste::read("a\nb", &options, &map, &english()).unwrap_err().0;
    assert!(why.contains("No two columns"));
    // Who is said to be the name is; what was taken for it is listed as left out.
    let options = Options { columns: vec![None, Some(Use::Actor(ActorField::Name))], ..Options::default() };
    let paste = Paste::read("A\tB\tC\nD\tE\tF", &options, &map, &english()).unwrap();
    assert_eq!(paste.left_out().map(|(at, _)| at).collect::<Vec<_>>(), [0]);
    assert_eq!(paste.new_actors[1].name, "E".into());
    for nothing in ["", " \n \n", "name\tkind"] {
        assert!(
            Paste::read(nothing, &Options::default(), &map, &english()).unwrap_err().0.contains("Nothing")
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
        let empty = Map { actors: vec![], ties: vec![], ..full.clone() };
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
        let Ok(paste) = Paste::read(&text, &options, &map, &words) else { return };
        for problem in &paste.problems {
            assert!(!paste.problem_text(problem, &words).is_empty());
            assert!(problem.column.is_none_or(|column| column < paste.columns.len()));
        }
        for row in &paste.rows {
            // A row that is left out is told; a cell without a column is not possible.
            assert!(row.cells.len() <= paste.columns.len());
            let told = paste.problems.iter().any(|problem| problem.row == row.number && !problem.is_remark);
            assert!(row.reading != Reading::LeftOut || told, "{text:?} {row:?}");
            for (cell, column) in row.cells.iter().zip(&paste.columns) {
                assert!(cell.is_empty() || column.used != Use::LeftOut, "{text:?}");
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
        if let Ok(paste) = Paste::read(&text, &Options::default(), &map, &words)
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
        [("good", &good, 50_000, 0), ("bad", &bad, 50_000, 0), ("ties", &ties, 50_000, 49_998)]
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
