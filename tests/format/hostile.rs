//! Files made to hurt: too deep, too long, too many. Whatever they are, the answer comes soon and is short.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::maps::example::example_with;
use crate::maps::{compact, valid};
use jisr::format::jisr::{Flaw, MOST_PROBLEMS, MOST_TEXT, Reading, Unreadable, read, write};
use jisr::model::{Fault, Problem};
use serde_json::json;

/// Tests that take much memory or measure time wait for each other.
pub fn one_at_a_time() -> MutexGuard<'static, ()> {
    static HEAVY: Mutex<()> = Mutex::new(());
    HEAVY.lock().unwrap_or_else(PoisonError::into_inner)
}

const START: &str = r#"{"jisr": 1, "title": "x", "#;

/// Far more than any of these files needs on a busy machine, and far less than one needs that is read in quadratic time.
const MOST_TIME: Duration = Duration::from_mins(1);

/// What comes of a file that is made to hurt, after a look at how long it took and how long the answer is.
fn soon(text: &str) -> Result<Reading, Unreadable> {
    let start = Instant::now();
    let outcome = read(text.as_bytes());
    let took = start.elapsed();
    assert!(took < MOST_TIME, "{took:?}");
    if let Ok(reading) = &outcome {
        is_bounded(&reading.problems);
    }
    outcome
}

/// The problems of one file are no more than the limit, and each is short.
fn is_bounded(problems: &[Problem]) {
    assert!(problems.len() <= MOST_PROBLEMS + 1, "{} problems", problems.len());
    for Problem { path, found, nearest, .. } in problems {
        assert!(path.as_str().len() <= 2_000, "a path of {} bytes", path.as_str().len());
        for text in [found, nearest].into_iter().flatten() {
            assert!(text.chars().count() <= 81, "a value of {} bytes is shown", text.len());
        }
    }
}

fn nested(open: &str, close: &str, depth: usize) -> String {
    format!("{}0{}", open.repeat(depth), close.repeat(depth))
}

#[test]
fn nesting_of_128_is_read_and_saved() {
    // The map itself is the first level.
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let text = format!("{START}\"x-new\": {}}}", nested(open, close, 127));
        let reading = soon(&text).unwrap_or_else(|error| panic!("{error:?}"));
        assert_eq!(reading.problems, []);
        assert_eq!(valid(&write(&reading.map)), reading.map);
    }
}

#[test]
fn deeper_nesting_is_refused() {
    let shapes = [("[", "]"), ("{\"a\":", "}"), ("[{\"a\":", "}]")];
    let places = [
        "\"x-new\": ",
        "\"actors\": ",
        "\"actors\": [{\"x-new\": ",
        "\"title\": ",
        "\"layout\": {\"levels\": ",
    ];
    for depth in [128, 129, 10_000, 1_000_000] {
        for (open, close) in shapes {
            for place in places {
                let text = format!("{START}{place}{}", nested(open, close, depth));
                let Err(Unreadable::NotJson { flaw, .. }) = soon(&text) else { panic!("{place}") };
                assert_eq!(flaw, Flaw::TooDeep, "{depth} of {open} at {place}");
            }
            // At the top: of objects too deep, of lists no map; and where it does not end, cut short.
            assert!(soon(&nested(open, close, depth + 1)).is_err());
            assert!(soon(&open.repeat(depth)).is_err());
        }
    }
}

#[test]
fn a_text_of_ten_megabytes_is_said_shortly_wherever_it_stands() {
    for character in ["a", "é", "\u{1}"] {
        let long = character.repeat(10_000_000 / character.len());
        let places =
            ["/title", "/x-new", "/actors/6/id", "/actors/6/kind", "/ties/1/from", "/as_of", "/languages/0"];
        for pointer in places {
            let text = String::from_utf8(compact(&example_with(pointer, Some(json!(long))))).unwrap();
            let problems = soon(&text).unwrap().problems;
            assert_eq!(problems[0].fault, Fault::TextTooLong, "{pointer}");
        }
        // As a key, as a whole file, and without an end.
        let key = format!("{START}\"{}\": {{\"a\": 1, \"a\": 2}}}}", long.replace('\u{1}', "\\u0001"));
        assert!(!soon(&key).unwrap().problems.is_empty());
        assert!(soon(&format!("\"{long}\"")).is_err());
        assert!(soon(&format!("{START}\"x-new\": \"{long}")).is_err());
    }
}

#[test]
fn a_number_of_ten_million_digits_is_read_soon() {
    let digits = "7".repeat(10_000_000);
    for place in [
        "\"x-new\": ",
        "\"as_of\": ",
        "\"actors\": [{\"influence\": ",
        "\"story\": ",
        "\"layout\": {\"levels\": ",
    ] {
        let close = match place {
            "\"actors\": [{\"influence\": " => "}]",
            "\"layout\": {\"levels\": " => "}",
            _ => "",
        };
        soon(&format!("{START}{place}{digits}{close}}}")).unwrap();
    }
}

#[test]
fn thirty_megabytes_of_empty_records_give_a_short_answer() {
    let _heavy = one_at_a_time();
    for (list, items) in [("story", 10_000_000), ("ties", 2_000_000), ("actors", 1_000_001)] {
        let text = format!("{START}\"{list}\": [{}{{}}]}}", "{},".repeat(items));
        let problems = soon(&text).unwrap().problems;
        assert!(!problems.is_empty());
    }
}

#[test]
fn thirty_megabytes_of_broken_ties_give_a_short_answer() {
    let _heavy = one_at_a_time();
    let actor = r#"{"id": "a", "name": "A", "kind": "x", "level": "y"}"#;
    let ties = list_of(400_000, |n| {
        format!(r#"{{"id":"T {n}","from":"a-{n}","to":"","kind":"kind-{n}","status":"on"}}"#)
    });
    let text = format!("{START}\"actors\": [{actor}], \"ties\": [{ties}]}}");
    assert!(text.len() > 28_000_000, "{} bytes", text.len());
    let problems = soon(&text).unwrap().problems;
    assert_eq!(problems.len(), MOST_PROBLEMS + 1);
}

#[test]
fn thirty_megabytes_of_mentions_of_nothing_give_a_short_answer() {
    let _heavy = one_at_a_time();
    let text = format!(
        "{START}\"actors\": [{{\"id\": \"a\", \"name\": \"A\", \"kind\": \"police\", \"level\": \"national\", \
         \"evidence\": [{}\"s\"]}}]}}",
        "\"s\",".repeat(4_000_000)
    );
    assert_eq!(soon(&text).unwrap().problems.len(), MOST_PROBLEMS + 1);
}

fn list_of(count: usize, item: impl Fn(usize) -> String) -> String {
    (0..count).map(item).collect::<Vec<_>>().join(",")
}

#[test]
fn many_repeated_ids_are_said_soon_though_the_free_ones_are_taken() {
    let _heavy = one_at_a_time();
    let same = list_of(25_000, |_| r#"{"id":"a"}"#.to_owned());
    let taken = list_of(25_000, |n| format!(r#"{{"id":"a-{}"}}"#, n + 2));
    let problems = soon(&format!("{START}\"sources\": [{same},{taken}]}}")).unwrap().problems;
    assert_eq!(problems.len(), 24_999);
}

#[test]
fn many_unknown_kinds_among_many_own_ones_are_said_soon() {
    let _heavy = one_at_a_time();
    let kinds = list_of(5_000, |n| {
        format!(r#"{{"id":"own-kind-{n}","name":"k","class":"support","mutual":false,"voice":"none"}}"#)
    });
    let ties = list_of(5_000, |n| format!(r#"{{"id":"t{n}","from":"a","to":"a","kind":"a-kind-of-{n}"}}"#));
    let text = format!(
        "{START}\"tie_kinds\": [{kinds}], \"actors\": [{{\"id\":\"a\",\"name\":\"a\",\"kind\":\"police\",\"level\":\"national\"}}], \
         \"ties\": [{ties}]}}"
    );
    assert_eq!(soon(&text).unwrap().problems.len(), 5_000);
}

#[test]
fn many_unknown_levels_on_a_long_ladder_are_said_soon() {
    let _heavy = one_at_a_time();
    let levels = list_of(6_000, |n| format!(r#"{{"id":"own-{n}","name":"k","tier":"local"}}"#));
    let actors =
        list_of(6_000, |n| format!(r#"{{"id":"a{n}","name":"a","kind":"police","level":"unknown-{n}"}}"#));
    let problems =
        soon(&format!("{START}\"levels\": [{levels}], \"actors\": [{actors}]}}")).unwrap().problems;
    assert_eq!(problems.len(), 6_000);
}

#[test]
fn many_references_to_nothing_among_ids_of_a_megabyte_are_said_soon() {
    let _heavy = one_at_a_time();
    let id = "a".repeat(MOST_TEXT);
    let actor = format!(r#"{{"id":"{id}","name":"a","kind":"police","level":"national"}}"#);
    // One that is nothing like the id, and one that is its beginning.
    for other in ["b".repeat(64), "a".repeat(64)] {
        let ties =
            list_of(100, |n| format!(r#"{{"id":"t{n}","from":"{other}","to":"{other}","kind":"informs"}}"#));
        let problems = soon(&format!("{START}\"actors\": [{actor}], \"ties\": [{ties}]}}")).unwrap().problems;
        assert_eq!(problems.iter().filter(|problem| problem.fault == Fault::Dangling).count(), 200);
    }
}

#[test]
fn ids_of_a_megabyte_that_stand_twice_are_shown_shortly() {
    let _heavy = one_at_a_time();
    let sources = list_of(5, |_| format!(r#"{{"id":"{}"}}"#, "a".repeat(MOST_TEXT)));
    let problems = soon(&format!("{START}\"sources\": [{sources}]}}")).unwrap().problems;
    assert_eq!(problems.len(), 4);
}

#[test]
fn many_repeated_lists_are_said_soon() {
    let _heavy = one_at_a_time();
    let lists = "\"ties\":[],".repeat(200_000);
    for rest in ["\"story\":[],".repeat(200_000), list_of(200_000, |n| format!("\"k{n}\":0")) + ","] {
        soon(&format!("{START}{lists}{rest}\"place\": \"\"}}")).unwrap();
    }
}

#[test]
fn problems_below_long_keys_have_short_paths_and_are_said_soon() {
    let _heavy = one_at_a_time();
    let repeated = |times: usize| list_of(times, |_| "\"a\":0".to_owned());
    let one_long = format!("{START}\"{}\": {{{}}}}}", "k".repeat(MOST_TEXT), repeated(50));
    assert!(soon(&one_long).unwrap().problems.len() >= 49);
    for key in ["é".repeat(80), "k".repeat(1_000), "\\u0001".repeat(80)] {
        let (open, close) = (format!("{{\"{key}\":"), "}");
        let deep =
            format!("{START}\"x\": {}{{{}}}{}}}", open.repeat(120), repeated(30_000), close.repeat(120));
        assert_eq!(soon(&deep).unwrap().problems.len(), 29_999);
    }
}
