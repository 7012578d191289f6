//! What is wrong with a file: all of it at once, each with its place, the value found and the nearest legal one.

use std::collections::BTreeSet;

use crate::maps::example::{EXAMPLE, example, example_path, example_with};
use crate::maps::mistakes::{REFERENCES, Said, mistakes, said};
use crate::maps::places::set;
use crate::maps::words::USES;
use crate::maps::{compact, reading};
use jisr::format::jisr::{MOST_ACTORS, MOST_PROBLEMS, MOST_TEXT};
use jisr::model::Fault;
use serde_json::{Value, json};

fn said_of(bytes: &[u8]) -> Vec<Said> {
    said(&reading(bytes).problems)
}

fn one(path: &str, fault: Fault, found: Option<&str>) -> Vec<Said> {
    vec![(path.to_owned(), fault, found.map(str::to_owned), None)]
}

/// Says which of the named checks failed, all of them at once.
fn all_hold(failures: &[String]) {
    assert!(failures.is_empty(), "{} failed:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn each_mistake_is_said_with_its_place_the_value_found_and_the_nearest_legal_one() {
    let mut failures = Vec::new();
    for mistake in mistakes() {
        let said = said_of(&compact(&example_with(mistake.at, mistake.value.clone())));
        if said != mistake.said {
            failures.push(format!("{} = {:?}: {said:?}, not {:?}", mistake.at, mistake.value, mistake.said));
        }
    }
    all_hold(&failures);
}

#[test]
fn all_mistakes_are_said_at_once() {
    let mut map = example();
    let mut expected: Vec<Said> = Vec::new();
    for mistake in mistakes().into_iter().filter(|mistake| mistake.is_local) {
        let is_first = !expected.iter().any(|(path, ..)| *path == example_path(mistake.at));
        if is_first {
            set(&mut map, mistake.at, mistake.value);
            expected.extend(mistake.said);
        }
    }
    assert!(expected.len() > 80, "{}", expected.len());
    let mut said = said_of(&compact(&map));
    said.sort();
    expected.sort();
    // What is wrong with a source may have the mention of another one look different, so only `nearest` may change.
    for (said, expected) in said.iter().zip(&expected) {
        assert_eq!((&said.0, said.1, &said.2), (&expected.0, expected.1, &expected.2));
    }
    assert_eq!(said.len(), expected.len());
}

#[test]
fn a_word_that_no_vocabulary_has_is_refused_and_the_nearest_one_is_named() {
    let mut failures = Vec::new();
    for (pointer, words, _) in USES {
        for word in *words {
            for wrong in [format!("{word}x"), word.to_uppercase(), format!(" {word}"), word.replace('-', "_")]
            {
                if words.contains(&wrong.as_str()) {
                    continue;
                }
                let said = said_of(&compact(&example_with(pointer, Some(json!(wrong)))));
                let expected =
                    vec![(example_path(pointer), Fault::UnknownWord, Some(wrong), Some((*word).to_owned()))];
                if said != expected {
                    failures.push(format!("{said:?}, not {expected:?}"));
                }
            }
        }
        // However strange the word: some legal one is named.
        for wrong in ["", "لجنة", "zzzzzzzzzzzz", "0"] {
            let said = said_of(&compact(&example_with(pointer, Some(json!(wrong)))));
            let nearest = said.first().and_then(|(.., nearest)| nearest.as_deref()).unwrap_or_default();
            if said.len() != 1 || !words.contains(&nearest) {
                failures.push(format!("{wrong:?} at {pointer}: {said:?}"));
            }
        }
    }
    all_hold(&failures);
}

#[test]
fn a_reference_that_is_an_empty_text_is_a_problem() {
    let mut failures = Vec::new();
    for pointer in REFERENCES {
        let said = said_of(&compact(&example_with(pointer, Some(json!("")))));
        if !said.iter().any(|(path, ..)| *path == example_path(pointer)) {
            failures.push(format!("{pointer}: {said:?}"));
        }
    }
    all_hold(&failures);
}

#[test]
fn a_key_that_stands_twice_is_a_problem_at_every_depth() {
    let cases = [
        (r#"{"jisr": 1, "title": "x", "title": "y"}"#, "$.title"),
        (r#"{"jisr": 1, "title": "x", "jisr": 1}"#, "$.jisr"),
        (r#"{"jisr": 1, "title": "x", "actors": [], "ties": [], "actors": []}"#, "$.actors"),
        (r#"{"jisr": 1, "title": "x", "actors": null, "actors": []}"#, "$.actors"),
        (r#"{"jisr": 1, "title": "x", "x-new": 1, "x-new": null}"#, "$['x-new']"),
        (r#"{"jisr": 1, "title": {"en": "x", "ar": "y", "en": "x"}}"#, "$.title.en"),
        (r#"{"jisr": 1, "title": "x", "sources": [{"id": "a", "id": "a"}]}"#, "$.sources[0].id"),
        (r#"{"jisr": 1, "title": "x", "x": [{"a": {"b": 1, "b": 2}}]}"#, "$.x[0].a.b"),
        (r#"{"jisr": 1, "title": "x", "\u0078": 1, "x": 2}"#, "$.x"),
    ];
    for (text, path) in cases {
        assert_eq!(said_of(text.as_bytes()), one(path, Fault::RepeatedKey, None), "{text}");
    }
}

#[test]
fn a_text_over_the_limit_is_a_problem_wherever_it_stands() {
    let long = "a".repeat(MOST_TEXT + 1);
    let short = format!("{}…", "a".repeat(80));
    for pointer in [
        "/notes",
        "/x-new",
        "/actors/6/fields/Houses",
        "/actors/6/notes/en",
        "/layout/x-new",
        "/story/0/lens",
    ] {
        let said = said_of(&compact(&example_with(pointer, Some(json!(long)))));
        assert_eq!(said, one(&example_path(pointer), Fault::TextTooLong, Some(&short)), "{pointer}");
        let said = said_of(&compact(&example_with(pointer, Some(json!(long[1..])))));
        assert_eq!(said, [], "{pointer}");
    }
}

#[test]
fn a_key_over_the_limit_of_texts_is_a_problem_too() {
    let long = "a".repeat(MOST_TEXT + 1);
    for record in ["", "/actors/6", "/actors/6/fields", "/layout", "/partnerships/0/phases"] {
        let said = said_of(&compact(&example_with(&format!("{record}/{long}"), Some(json!(1)))));
        assert!(said.iter().any(|(_, fault, ..)| *fault == Fault::TextTooLong), "below {record:?}");
    }
}

#[test]
fn a_list_over_the_limit_is_a_problem_and_its_beginning_is_read() {
    let _heavy = crate::hostile::one_at_a_time();
    let text = format!(r#"{{"jisr": 1, "title": "x", "actors": [{}0]}}"#, "0,".repeat(MOST_ACTORS));
    let reading = reading(text.as_bytes());
    assert_eq!(reading.map.actors.len(), MOST_ACTORS);
    assert!(reading.problems.len() <= MOST_PROBLEMS + 1);
    // A longer list with nothing else wrong, so that this is all that is said.
    let text = format!(r#"{{"jisr": 1, "title": "x", "story": [{}{{}}]}}"#, "{},".repeat(5_000_000));
    let expected = one("$.story", Fault::ListTooLong, Some("5000000"));
    assert_eq!(said_of(text.as_bytes()), expected);
}

#[test]
fn what_is_to_be_kept_has_a_limit_of_memory_and_where_it_is_passed_is_said() {
    let _heavy = crate::hostile::one_at_a_time();
    // Each shorter than the longest list that is read.
    let numbers = "1,".repeat(3_000_000);
    let own: String = (0..4_000_000).map(|key| format!("\"own-{key}\":\"\",")).collect::<Vec<_>>().concat();
    let actor = r#"{"id":"a","name":"A","kind":"police","level":"national","#;
    for (text, place) in [
        (format!(r#""x-new":{{"first":[{numbers}0],"deeper":[{numbers}0]}}"#), "$['x-new'].deeper"),
        (own.trim_end_matches(',').to_owned(), "$"),
        (format!(r#""actors":[{actor}"fields":{{{own}"a":0}}}}]"#), "$.actors[0].fields"),
    ] {
        // Something wrong and a tie to nobody behind it: nothing is said of what was not read.
        let text =
            format!(r#"{{"jisr":1,"title":"x",{text},"ties":[{{"id":"t","from":"nobody"}}],"as_of":"?"}}"#);
        let problems = reading(text.as_bytes()).problems;
        let [problem] = problems.as_slice() else { panic!("{place}: {problems:?}") };
        assert_eq!((problem.fault, problem.found.as_deref()), (Fault::TooMuchToKeep, Some("512")));
        assert!(problem.path.as_str().starts_with(place), "{}", problem.path);
    }
    // Many records with as much in all, of which nothing is kept, are no problem.
    let evidence = r#""s","#.repeat(900_000);
    let sources = r#""sources":[{"id":"s","citation":"c"}]"#;
    let actors: Vec<String> = (0..7)
        .map(|n| {
            format!(
                r#"{{"id":"a{n}","name":"A","kind":"police","level":"national","evidence":[{evidence}"s"]}}"#
            )
        })
        .collect();
    let text = format!(r#"{{"jisr":1,"title":"x",{sources},"actors":[{}]}}"#, actors.join(","));
    assert_eq!(reading(text.as_bytes()).problems, []);
}

#[test]
fn no_more_problems_are_listed_than_the_limit_and_the_rest_is_counted() {
    for more in [1, 1_000, 3 * MOST_PROBLEMS] {
        let text = format!(
            r#"{{"jisr": 1, "title": "x", "languages": [{}0]}}"#,
            "0,".repeat(MOST_PROBLEMS + more - 1)
        );
        let problems = reading(text.as_bytes()).problems;
        assert_eq!(problems.len(), MOST_PROBLEMS + 1);
        let last = problems.last().unwrap();
        assert_eq!((last.fault, last.path.as_str()), (Fault::MoreProblems, "$"));
        assert_eq!(last.found.as_deref(), Some(more.to_string().as_str()));
    }
}

#[test]
fn every_fault_has_a_test_that_makes_it() {
    let mut made: BTreeSet<Fault> =
        mistakes().iter().flat_map(|m| m.said.iter().map(|said| said.1)).collect();
    // Those with tests of their own above: they need a text that no value has, or a large one.
    made.extend([
        Fault::RepeatedKey,
        Fault::TextTooLong,
        Fault::ListTooLong,
        Fault::MoreProblems,
        Fault::TooMuchToKeep,
    ]);
    let all: BTreeSet<Fault> = Fault::ALL.into_iter().collect();
    assert_eq!(made, all);
    assert_eq!(all.len(), Fault::ALL.len());
    let names: BTreeSet<&str> = all.iter().map(|fault| fault.id()).collect();
    assert_eq!(names.len(), all.len());
}

#[test]
fn a_mistake_leaves_everything_else_as_it_is() {
    let whole = reading(EXAMPLE.as_bytes()).map;
    for mistake in mistakes().into_iter().filter(|mistake| mistake.at.starts_with("/actors/6/")) {
        let map = reading(&compact(&example_with(mistake.at, mistake.value))).map;
        assert_eq!(map.actors[..6], whole.actors[..6]);
        assert_eq!((&map.ties, &map.concerns, &map.layout), (&whole.ties, &whole.concerns, &whole.layout));
        assert_eq!(map.actors.len(), whole.actors.len());
    }
}

#[test]
fn a_map_is_sound_only_if_it_still_says_what_its_file_meant() {
    let harmless = ["/story/0/focus/0", "/actors/6/evidence/0", "/layout/levels/polis", "/actors/0/until"];
    for mistake in mistakes() {
        let is_harmless = mistake.said.iter().all(|said| said.1.is_harmless());
        let map = example_with(mistake.at, mistake.value);
        let sound = reading(&compact(&map)).sound();
        assert_eq!(sound.is_ok(), is_harmless, "{}", mistake.at);
        if let Ok(sound) = sound {
            let written: Value = serde_json::from_slice(&jisr::format::jisr::write(&sound)).unwrap();
            assert_eq!(written.pointer(mistake.at), map.pointer(mistake.at), "kept as it stands");
        }
    }
    assert!(harmless.iter().all(|at| mistakes().iter().any(|mistake| mistake.at == *at)));
}

#[test]
fn a_rating_between_two_has_either_as_the_nearest() {
    let said = said_of(&compact(&example_with("/ties/1/strength", Some(json!(3.5)))));
    let [(path, Fault::NotARating, Some(found), Some(nearest))] = said.as_slice() else { panic!("{said:?}") };
    assert_eq!((path.as_str(), found.as_str()), ("$.ties[1].strength", "3.5"));
    assert!(["3", "4"].contains(&nearest.as_str()), "{nearest}");
}

#[test]
fn what_is_named_as_the_nearest_is_there() {
    // Ids that could not be read are no ids that anybody could have meant.
    for (pointer, value) in
        [("/actors/0/id", Some(json!(3))), ("/actors/0", Some(json!("x"))), ("/sources/0/id", None)]
    {
        let said = said_of(&compact(&example_with(pointer, value)));
        assert!(said.iter().any(|(_, fault, ..)| matches!(fault, Fault::Dangling | Fault::LooseReference)));
        for (path, fault, found, nearest) in said {
            assert_ne!(nearest.as_deref(), Some(""), "{path}: {fault:?}, found {found:?}");
        }
    }
}

#[test]
fn problems_stand_in_the_order_of_their_paths() {
    let paths =
        |map: &Value| -> Vec<String> { said_of(&compact(map)).into_iter().map(|said| said.0).collect() };
    let item =
        |n: usize| if n == 2 { json!({"id": "a"}) } else { json!({"id": format!("s{n}"), "date": "never"}) };
    let sources: Vec<Value> = (0..12).map(item).chain([json!({"id": "a"})]).collect();
    let expected: Vec<String> = (0..12)
        .filter(|n| *n != 2)
        .map(|n| format!("$.sources[{n}].date"))
        .chain(["$.sources[12].id".to_owned()])
        .collect();
    assert_eq!(paths(&json!({"jisr": 1, "title": "x", "sources": sources})), expected);
}

#[test]
fn a_path_leads_to_any_key() {
    let map = json!({"jisr": 1, "title": "x", "layout": {"levels": {"it's": 1, "a\\b": 1, "0": 1, "": 1, "\n": 1}}});
    let paths: BTreeSet<String> = said_of(&compact(&map)).into_iter().map(|(path, ..)| path).collect();
    let keys = [r"it\'s", r"a\\b", "0", "", " "];
    assert_eq!(paths, keys.map(|key| format!("$.layout.levels['{key}']")).into());
}
