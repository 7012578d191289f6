//! The line for quick adding: what is typed is what is added.

use std::sync::Arc;

use jisr::format::jisr::write;
use jisr::model::terms::{Confidence, Status};
use jisr::model::{Actor, History, Id as _, Map, Rating, Tie, built_in_tie_kinds, validate};
use jisr::session::building::guess::Guesser;
use jisr::session::building::quick::{CompletionSort, End, Lexicon, Parsed, Reading, Span, SpanSort, parse};
use jisr::session::building::{Deed, Named, Refusal, Thing};
use jisr::session::starters::{SAMPLES, starter};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::maps::{check_all, compact, random::rich_map, valid};
use super::{apply, english};

fn valley() -> Map {
    starter(SAMPLES[2].1).unwrap()
}

/// A map with these actors: name and kind.
fn map(actors: &[(&str, &str)]) -> Map {
    let mut map = Map { title: "Test".into(), ..Map::default() };
    for (at, (name, kind)) in actors.iter().enumerate() {
        let id = format!("a{at}");
        map.actors.push(Actor::new(id.as_str().into(), (*name).into(), (*kind).into(), "community".into()));
    }
    map
}

/// What a line says, statement by statement: `from kind to`, `+name kind level`, `=id`, or `?`.
fn says(map: &Map, line: &str) -> String {
    let words = english();
    let parsed = parse(line, map, &words);
    let end = |end: &End| match end {
        End::Known(id) => id.to_string(),
        End::New(new) => format!("+{}", parsed.creates[*new].name),
    };
    let statements: Vec<String> = parsed
        .statements
        .iter()
        .map(|statement| match (&statement.problem, &statement.reading) {
            (Some(_), _) | (_, Reading::Unclear) => "?".to_owned(),
            (_, Reading::There(id)) => format!("={id}"),
            (_, Reading::NewActor(new)) => {
                let new = &parsed.creates[*new];
                format!("+{} {} {}", new.name, new.guess.kind, new.guess.level)
            }
            (_, Reading::Tie(tie)) => format!("{} {} {}", end(&tie.from), tie.kind, end(&tie.to)),
        })
        .collect();
    statements.join("; ")
}

fn edit(map: &Map, line: &str) -> Result<Named, Refusal> {
    parse(line, map, &english()).to_edit(map, &english())
}

fn added(map: &Map, line: &str) -> Map {
    let mut after = map.clone();
    apply(&mut after, edit(map, line).unwrap());
    after
}

const FEW: [(&str, &str); 4] = [
    ("Police", "police"),
    ("Governor's Office", "governors-office"),
    ("Ministry that informs", "ministry"),
    ("لجنة المخيّم", "camp-committee"),
];

#[test]
fn lines_say_what_they_seem_to_say() {
    let map = map(&FEW);
    for (line, expected) in [
        ("police informs governor's office", "a0 informs a1"),
        ("POLICE  informed   the governors office", "a0 informs a1"),
        ("police reprots to governor", "a0 reports-to a1"),
        ("Police reports to governor", "a0 reports-to a1"),
        ("Police is informed by governor", "a1 informs a0"),
        ("police -> governor: informs, weak", "a0 informs a1"),
        ("police->governor", "a0 coordinates-with a1"),
        ("police <- governor: informs", "a1 informs a0"),
        ("police <-> governor: informs", "a0 informs a1"),
        ("police -> governor: is informed by", "a1 informs a0"),
        ("#a0 funds #a3", "a0 funds a3"),
        // Names that have verbs in them.
        ("Ministry that informs informs police", "a2 informs a0"),
        ("police informs ministry that informs", "a0 informs a2"),
        ("ministry that informs", "=a2"),
        ("\"police informs\" informs police", "+police informs informs a0"),
        ("\"Those who train\"", "+Those who train civil-society-organisation municipal"),
        // In Arabic letters and from right to left.
        ("لجنه المخيم informs police", "a3 informs a0"),
        ("لجنة المخيم ← شرطة الحدود: informs", "a3 informs +شرطة الحدود"),
        ("police ← governor: informs", "a1 informs a0"),
        // New actors.
        ("Women's committee", "+Women's committee womens-organisation municipal"),
        (
            "Women's committee; Women's committee consults police",
            "+Women's committee womens-organisation municipal; +Women's committee consults a0",
        ),
        ("Police station of Hebron", "+Police station of Hebron police governorate"),
        ("Water board: municipality, national", "+Water board municipality national"),
        ("Mothers of the village", "+Mothers of the village womens-organisation community"),
        // What can't be.
        ("police informs", "?"),
        ("informs police", "?"),
        ("police informs police", "a0 informs a0"),
        ("police -> governor: blue", "?"),
        ("#nobody informs police", "?"),
        ("police -> governor -> ministry", "?"),
        ("\"\"", "?"),
        ("police", "=a0"),
        ("", ""),
        (" ; ;; \n", ""),
    ] {
        assert_eq!(says(&map, line), expected, "{line}");
    }
}

#[test]
fn what_is_written_as_a_verb_is_the_verb() {
    let blank = map(&[]);
    for (line, expected) in [
        ("Horizon Fund informs Hill Elders", "+Horizon Fund informs +Hill Elders"),
        ("Trust informs Hill Elders", "+Trust informs +Hill Elders"),
        ("The Informs Group informs Hill Elders", "+The Informs Group informs +Hill Elders"),
        ("Hill Elders funds The Informs Group", "+Hill Elders funds +The Informs Group"),
        ("horizon fund informs hill elders", "+horizon fund informs +hill elders"),
        ("Fishers and Farmers informs Road to Peace", "+Fishers and Farmers informs +Road to Peace"),
        ("\"Partners Fund\" trains Hill Elders", "+Partners Fund trains +Hill Elders"),
        ("Train the Trainers represents Youth", "+Train the Trainers represents +Youth"),
        ("صندوق الأفق informs شيوخ التل", "+صندوق الأفق informs +شيوخ التل"),
        ("Fonds d'Horizon informs Anciens", "+Fonds d'Horizon informs +Anciens"),
        ("Police fund Hill Elders", "+Police funds +Hill Elders"),
    ] {
        assert_eq!(says(&blank, line), expected, "{line}");
    }
    // Who is on the map counts before how a verb is written.
    let named = map(&[
        ("The Informs Group", "media"),
        ("Police", "police"),
        ("Hill", "union"),
        ("Hill Elders Council", "union"),
    ]);
    assert_eq!(says(&named, "police fund the informs group"), "a1 funds a0");
    assert_eq!(says(&named, "the informs group informs police"), "a0 informs a1");
    assert_eq!(says(&named, "Hill informs Police"), "a2 informs a1");
    // Two words that another name begins with may be a name of their own, and can be.
    let parsed = parse("Hill Elders informs Police", &named, &english());
    let doubt = &parsed.statements[0].doubts[0];
    assert!(
        doubt.text.contains("Hill Elders Council") && doubt.choices[0].insert == "\"Hill Elders\"",
        "{doubt:?}"
    );
}

#[test]
fn two_of_one_name_are_told_apart() {
    let mut two = map(&[("Police", "police"), ("Police", "training-mission"), ("Media", "media")]);
    two.actors[1].area = vec!["Jenin".into()];
    let words = english();
    let lexicon = Lexicon::new(Arc::new(two.clone()), &words);
    let labels: Vec<String> =
        lexicon.complete("pol", 3, &words).into_iter().map(|offer| offer.label).collect();
    assert_eq!(labels.len(), 2);
    assert!(labels.iter().any(|label| label.contains("#a0")), "{labels:?}");
    assert!(labels.iter().any(|label| label.contains("Jenin") && label.contains("#a1")), "{labels:?}");
    let parsed = parse("police informs media", &two, &words);
    let doubt = &parsed.statements[0].doubts[0];
    assert!(doubt.text.contains("#a0") && doubt.choices[0].text.contains("#a1"), "{doubt:?}");
}

#[test]
fn a_time_is_understood_or_refused() {
    let few = map(&FEW);
    let time = |line: &str| {
        let tie = added(&few, line).ties.pop().unwrap();
        let date =
            |date: Option<jisr::model::Date>| date.map_or_else(|| "-".to_owned(), |date| date.to_string());
        assert_eq!((tie.from.to_string(), tie.to.to_string()), ("a0".into(), "a1".into()), "{line}");
        format!("{} {}", date(tie.since), date(tie.until))
    };
    for (line, expected) in [
        ("police informs governor since 2023", "2023 -"),
        ("police informs governor until March 2012", "- 2012-03"),
        ("police informs governor from 2010 to 2012", "2010 2012"),
        ("police informs governor from 2010-06 until 30.6.2012: weak", "2010-06 2012-06-30"),
        ("police informs governor: weak, since 2023", "2023 -"),
        ("police informs governor: 2010–2012", "2010 2012"),
        ("police informs governor depuis mars 2012", "2012-03 -"),
        ("police informs governor منذ ٢٠١٢", "2012 -"),
    ] {
        assert_eq!(time(line), expected, "{line}");
    }
    for line in [
        "police informs governor since 3/4/2012",
        "police informs governor since 2010-02-30",
        "police informs governor from 2012 to 2010",
        "police informs governor: since spring",
        "police since 2012",
    ] {
        assert_eq!(says(&few, line), "?", "{line}");
    }
    let new = added(&few, "Youth Club since 2012").actors.pop().unwrap();
    assert_eq!((english().read(&new.name), new.since), ("Youth Club", "2012".parse().ok()));
    // Without a date it is a name, and a name of the map is one.
    for name in ["Friends since school", "Women from Camp 2", "Horizon Fund"] {
        assert!(says(&few, name).starts_with(&format!("+{name} ")), "{}", says(&few, name));
    }
    let named = map(&[("Class since 2010", "union"), ("Police", "police")]);
    assert_eq!(says(&named, "police informs class since 2010"), "a1 informs a0");
    assert!(says(&few, "\"Class since 2010\"").starts_with("+Class since 2010 "));
}

#[test]
fn a_level_that_was_guessed_is_said() {
    let few = map(&FEW);
    let doubts = |line: &str| -> Vec<String> {
        let parsed = parse(line, &few, &english());
        parsed.statements[0].doubts.iter().map(|doubt| doubt.text.clone()).collect()
    };
    let is_said = |line: &str| doubts(line).iter().any(|doubt| doubt == "level guessed: Municipal");
    assert!(is_said("Women of the town"), "{:?}", doubts("Women of the town"));
    assert!(is_said("police informs Women of the town"));
    assert!(!is_said("Women of the town: municipal") && !is_said("Women"));
}

#[test]
fn what_stands_after_the_colon_is_kept() {
    let map = map(&FEW);
    let line = "police informs governor: very strong, planned, assumed, both ways, phone or online, informal";
    let tie = added(&map, line).ties.pop().unwrap();
    assert_eq!(
        (tie.strength, tie.status, tie.confidence),
        (Rating::new(5), Status::Planned, Confidence::Assumed)
    );
    assert_eq!((tie.mutual, tie.medium.is_some(), tie.formality.is_some()), (Some(true), true, true));
    assert_eq!(added(&map, "police -> governor: informs, ٤").ties[0].strength, Rating::new(4));
    // A kind that is mutual by itself need not say so.
    assert_eq!(added(&map, "police <-> governor: partners with").ties[0].mutual, None);
}

#[test]
fn a_line_does_what_one_would_do_by_hand() {
    let before = map(&FEW);
    let after = added(&before, "Elders of the camp mediates for police; elders of the camp informs governor");
    let mut by_hand = before.clone();
    let kind = "tribal-leader".into();
    by_hand.actors.push(Actor::new(
        "elders-of-the-camp".into(),
        "Elders of the camp".into(),
        kind,
        "community".into(),
    ));
    for (kind, to) in [("mediates-for", "a0"), ("informs", "a1")] {
        let id = format!("elders-of-the-camp-{kind}-{to}");
        by_hand.ties.push(Tie::new(id.as_str().into(), "elders-of-the-camp".into(), kind.into(), to.into()));
    }
    assert_eq!(after, by_hand);
}

#[test]
fn deeds_have_names() {
    let map = map(&FEW);
    let name = |line: &str| edit(&map, line).unwrap().deed.text(&english());
    assert_eq!(name("police -> governor: informs"), "tie Police → Governor's Office");
    assert_eq!(name("Youth club"), "add Youth club");
    assert_eq!(name("Youth club; Elders"), "add 2 actors");
    assert_eq!(name("Youth club informs police"), "add one actor and one tie");
    assert_eq!(
        edit(&map, "police -> governor: informs").unwrap().deed,
        Deed::Add(Thing::Tie("Police".into(), "Governor's Office".into()))
    );
}

#[test]
fn refusals_say_what_to_do() {
    let map = added(&map(&FEW), "police informs governor");
    let why = |line: &str| edit(&map, line).unwrap_err().0;
    assert!(why("").contains("Type a name"));
    assert!(why("police informs governor").contains("already"));
    assert!(why("police").contains("already"));
    assert!(why("police informs").contains("Whom?"));
    assert!(why("police -> governor: blue").contains("“blue”"));
}

#[test]
fn what_was_guessed_is_said_and_choosing_otherwise_works() {
    let mut map = map(&FEW);
    map.actors.push(Actor::new(
        "old".into(),
        "Police of the old town".into(),
        "police".into(),
        "community".into(),
    ));
    let words = english();
    // Two that begin alike: the other one, or a new one, can be chosen.
    let parsed = parse("polic informs governor", &map, &words);
    let doubt = parsed.statements[0].doubts.first().unwrap();
    assert!(doubt.text.contains("more than one"));
    let chosen: Vec<String> = doubt
        .choices
        .iter()
        .map(|choice| {
            let mut line = "polic informs governor".to_owned();
            line.replace_range(choice.range.clone(), &choice.insert);
            says(&map, &line)
        })
        .collect();
    assert_eq!(chosen, ["old informs a1", "+polic informs a1"]);
    // A name with a verb in it, of somebody who is not there yet.
    assert!(says(&map, "Partners for Peace").starts_with("+Partners for Peace "));
    for line in ["Police that partners", "Women who train"] {
        let choice = &parse(line, &map, &words).statements[0].doubts[0].choices[0];
        let mut quoted = line.to_owned();
        quoted.replace_range(choice.range.clone(), &choice.insert);
        assert!(says(&map, &quoted).starts_with(&format!("+{line} ")), "{quoted}");
    }
    // The kind that was guessed can be said instead.
    let line = "police -> governor";
    let parsed = parse(line, &map, &words);
    for choice in &parsed.statements[0].doubts[0].choices {
        let mut other = line.to_owned();
        other.replace_range(choice.range.clone(), &choice.insert);
        assert!(parse(&other, &map, &words).statements[0].doubts.is_empty(), "{other}");
    }
}

#[test]
fn completion_offers_what_begins_so() {
    let map = map(&FEW);
    let words = english();
    let lexicon = Lexicon::new(Arc::new(map.clone()), &words);
    let offers = |line: &str| -> Vec<String> {
        let offered = lexicon.complete(line, line.len(), &words);
        offered.into_iter().map(|completion| completion.insert).collect()
    };
    assert_eq!(offers("pol")[0], "Police");
    assert!(offers("police ")[0] == "informs", "{:?}", offers("police "));
    assert_eq!(offers("police rep")[..2], ["reports to", "represents"]);
    assert_eq!(offers("police reports t")[0], "reports to");
    assert_eq!(offers("police informs gov"), ["Governor's Office"]);
    assert_eq!(offers("police informs ").len(), 4);
    assert_eq!(offers("police informs governor: wea")[0], "weak");
    assert_eq!(offers("police -> governor: in")[0], "informs");
    assert_eq!(offers("Youth club: mun"), ["Municipal", "Municipality"]);
    assert!(offers("x;police informs المخي")[0].contains("لجنة"));
}

#[test]
fn what_is_completed_is_read_as_such() {
    let map = valley();
    let words = english();
    let lexicon = Lexicon::new(Arc::new(map.clone()), &words);
    for (place, actor) in map.actors.iter().enumerate() {
        let name = words.read(&actor.name);
        let offered = lexicon.complete(name, name.len(), &words);
        let spelled = offered.iter().find(|offer| offer.sort == CompletionSort::Actor).unwrap();
        let line = format!("{} funds #{}", spelled.insert, map.actors[(place + 1) % map.actors.len()].id);
        let parsed = lexicon.parse(&line, &words);
        let Reading::Tie(tie) = &parsed.statements[0].reading else { panic!("{line}") };
        assert_eq!(tie.from, End::Known(actor.id.clone()), "{line}");
    }
}

#[test]
fn every_tie_of_the_samples_can_be_typed() {
    for (sample, text) in &SAMPLES {
        let full = starter(text).unwrap();
        let bare = Map { ties: Vec::new().into(), ..full.clone() };
        let words = english();
        let lexicon = Lexicon::new(Arc::new(bare.clone()), &words);
        for tie in &full.ties {
            let name = |id| words.read(&full.actor(id).unwrap().name).to_owned();
            let verb = words.tie_kind(&full, &tie.kind);
            let line = format!("{} {verb} {}", name(&tie.from).to_uppercase(), name(&tie.to));
            let edit = lexicon.parse(&line, &words).to_edit(&bare, &words);
            let mut after = bare.clone();
            apply(&mut after, edit.unwrap_or_else(|refusal| panic!("{sample}: {line}: {refusal:?}")));
            let new = after.ties.pop().unwrap();
            assert_eq!((&new.from, &new.kind, &new.to), (&tie.from, &tie.kind, &tie.to), "{sample}: {line}");
            assert_eq!(after.actors, bare.actors, "{line}");
        }
    }
}

/// How often the kind and the level of an actor are guessed right from its name alone.
#[test]
fn names_say_what_actors_are() {
    let (mut said, mut right, mut level, mut all) = (0, 0, 0, 0);
    for (_, text) in &SAMPLES {
        let map = starter(text).unwrap();
        let guesser = Guesser::new(&map, &english());
        for actor in &map.actors {
            let guess = guesser.guess(english().read(&actor.name));
            all += 1;
            said += usize::from(guess.is_kind_named);
            right += usize::from(guess.is_kind_named && guess.kind == actor.kind);
            level += usize::from(guess.level == actor.level);
            if guess.is_kind_named && guess.kind != actor.kind {
                println!("{} → {} not {}", english().read(&actor.name), guess.kind, actor.kind);
            }
        }
    }
    println!("{said} of {all} said, {right} right, level {level}");
    assert!(said * 100 >= all * 75 && right * 100 >= said * 85, "{said} of {all}, {right} right");
    assert!(level * 100 >= all * 65, "{level} of {all}");
}

/// Pieces of lines, so that random ones are read in every way.
fn pieces() -> impl Strategy<Value = String> {
    let pieces = [
        "police",
        "Governor's Office",
        " ",
        "  ",
        "informs",
        " informs ",
        "reports to",
        "->",
        "<-",
        "<->",
        "→",
        "←",
        ":",
        ": ",
        ", ",
        ",",
        ";",
        "\n",
        "\"",
        "“",
        "”",
        "«",
        "»",
        "#",
        "#a0",
        "#zz",
        "weak",
        "4",
        "both ways",
        "لجنة المخيم",
        "ش",
        "\u{202e}",
        "é",
        "e\u{301}",
        "'",
        "ministry that informs",
        "\u{0}",
        "👩‍👩‍👧",
        "is funded by",
        "municipal",
        "؛",
        "،",
    ];
    prop_oneof![
        4 => vec(select(pieces.to_vec()), 0..14).prop_map(|pieces| pieces.concat()),
        1 => any::<String>(),
        1 => ".{0,40}",
    ]
}

fn check_spans(line: &str, spans: &[Span]) {
    let mut end = 0;
    for span in spans {
        assert!(span.range.start >= end && span.range.end > span.range.start, "{line:?} {spans:?}");
        assert!(line.get(span.range.clone()).is_some(), "{line:?} {span:?}");
        end = span.range.end;
    }
}

fn check_choices(line: &str, parsed: &Parsed) {
    for choice in parsed.statements.iter().flat_map(|s| &s.doubts).flat_map(|doubt| &doubt.choices) {
        assert!(line.get(choice.range.clone()).is_some(), "{line:?} {choice:?}");
    }
}

#[test]
fn any_line_gives_spans_in_order_and_an_edit_that_keeps_the_map_valid() {
    let map = map(&FEW);
    let words = english();
    let lexicon = Lexicon::new(Arc::new(map.clone()), &words);
    let before = write(&map);
    check_all(4000, &(pieces(), any::<usize>()), |(line, caret)| {
        let parsed = lexicon.parse(&line, &words);
        check_spans(&line, &parsed.spans);
        check_choices(&line, &parsed);
        for offer in lexicon.complete(&line, caret % (line.len() + 2), &words) {
            assert!(line.get(offer.range.clone()).is_some(), "{line:?} {offer:?}");
        }
        // Every letter that is no space is in a span.
        let covered = |at: usize| parsed.spans.iter().any(|span| span.range.contains(&at));
        for (at, letter) in line.char_indices() {
            assert!(letter.is_whitespace() || covered(at), "{line:?} at {at}: {:?}", parsed.spans);
        }
        let Ok(named) = parsed.to_edit(&map, &words) else { return };
        let mut after = map.clone();
        let mut history = History::default();
        history.run(&mut after, named.deed, named.edit).unwrap_or_else(|why| panic!("{line:?} {why:?}"));
        assert!(validate(&after).is_empty() && write(&after) != before, "{line:?}");
        history.undo(&mut after).unwrap();
        assert_eq!(write(&after), before, "{line:?}");
    });
}

#[test]
fn lines_for_random_maps_keep_them_valid() {
    check_all(60, &(rich_map(1..=8), vec((0..40_usize, 0..40_usize, 0..20_usize), 1..4)), |(map, ties)| {
        let map = valid(&compact(&map));
        let kinds: Vec<&str> = built_in_tie_kinds().map(|(id, _)| id).collect();
        let statements = ties.iter().map(|(from, to, kind)| {
            let id = |at: usize| map.actors[at % map.actors.len()].id.clone();
            format!("#{} {} #{}", id(*from), kinds[*kind], id(*to))
        });
        let line = statements.collect::<Vec<_>>().join("; ");
        let Ok(named) = edit(&map, &line) else { return };
        let mut after = map.clone();
        History::default().run(&mut after, named.deed, named.edit).unwrap();
        assert!(after.ties.len() > map.ties.len(), "{line}");
    });
}

#[test]
fn spans_say_what_was_recognised() {
    let map = map(&FEW);
    let line = "Police informs Youth club: weak, blue";
    let parsed = parse(line, &map, &english());
    let spans: Vec<(&str, SpanSort)> =
        parsed.spans.iter().map(|span| (&line[span.range.clone()], span.sort)).collect();
    assert_eq!(
        spans,
        [
            ("Police", SpanSort::Actor),
            ("informs", SpanSort::Kind),
            ("Youth club", SpanSort::NewActor),
            (":", SpanSort::Mark),
            ("weak", SpanSort::Detail),
            (",", SpanSort::Mark),
            ("blue", SpanSort::Unknown),
        ]
    );
}

#[test]
fn what_is_numbered_is_never_another_number() {
    let map = map(&[
        ("Station 2", "police"),
        ("Rain Club a", "youth-group"),
        ("Rain Club b", "youth-group"),
        ("Committee of 12 families", "neighbourhood-group"),
        ("مركز المرأة ٣", "womens-organisation"),
    ]);
    for (line, expected) in [
        ("Station 3 informs station 2", "+Station 3 informs a0"),
        ("Rain Club c informs station 2", "+Rain Club c informs a0"),
        ("rain club b informs station 2", "a2 informs a0"),
        ("Committee of 2 families informs station 2", "+Committee of 2 families informs a0"),
        ("12 families informs station 2", "a3 informs a0"),
        ("مركز المرأة ٤ informs station 2", "+مركز المرأة ٤ informs a0"),
        ("مركز المراة 3 informs station 2", "a4 informs a0"),
    ] {
        assert_eq!(says(&map, line), expected, "{line}");
    }
}

#[test]
fn an_actor_may_be_tied_to_itself_and_that_is_said() {
    let map = map(&FEW);
    let parsed = parse("police coordinates with police: weak", &map, &english());
    let [statement] = parsed.statements.as_slice() else { panic!("{parsed:?}") };
    assert_eq!(statement.problem, None);
    assert!(statement.doubts.iter().any(|doubt| doubt.text.contains("counts nowhere")), "{statement:?}");
    let after = added(&map, "police coordinates with police");
    assert_eq!((after.ties[0].from.as_str(), after.ties[0].to.as_str()), ("a0", "a0"));
    let after = added(&map, "Rain Club informs Rain Club");
    assert_eq!((after.actors.len(), &after.ties[0].from), (5, &after.ties[0].to));
}

#[test]
fn after_a_name_of_the_map_since_begins_a_date() {
    let map = map(&FEW);
    assert_eq!(says(&map, "police informs governor's office since sometimes"), "?");
    assert_eq!(says(&map, "police informs governor's office until then"), "?");
    // Nobody of the map is called what stands before it, or it is often part of a name.
    assert_eq!(says(&map, "police informs friends since school"), "a0 informs +friends since school");
    assert_eq!(says(&map, "police informs police from camp"), "a0 informs +police from camp");
}

#[test]
fn kinds_are_known_in_both_spellings_of_english() {
    let map = map(&FEW);
    for kind in ["women's organisation", "Women's Organization", "womens organization"] {
        let line = format!("Rain: {kind}, municipal");
        assert_eq!(says(&map, &line), "+Rain womens-organisation municipal", "{line}");
    }
    assert_eq!(Guesser::new(&map, &english()).guess("Labor union").kind.as_str(), "union");
}
