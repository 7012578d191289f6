//! What may name something that is not there: it is kept, said, and no problem.

use jisr::format::jisr::write;
use jisr::model::merge::Part;
use jisr::model::{About, Advice, is_there, remarks, subject_of};
use serde_json::{Value, json};

use crate::maps::example::{EXAMPLE, example_path, example_with};
use crate::maps::{compact, valid};

/// Where something may be named that is not there, and what is named.
fn loose() -> Vec<(&'static str, Value)> {
    vec![
        ("/concerns/0/about/0", json!("nobody")),
        ("/concerns/0/addressed_to/1", json!("nobody")),
        ("/instruments/0/covers/0", json!("nobody")),
        ("/views/0/concern", json!("nothing")),
        ("/views/0/centre", json!("nobody")),
        ("/views/0/focus/0", json!("nobody")),
        ("/views/0/filter/kinds/1", json!("no-such-kind")),
        ("/views/0/filter/levels/0", json!("international")),
        ("/views/0/filter/partnerships/0", json!("nothing")),
        ("/story/0/show", json!("nothing")),
        ("/story/0/focus/0", json!("nobody")),
        ("/not_same/0/1", json!("nobody")),
        ("/comments/2/about", json!("actor:nobody")),
        ("/comments/2/about", json!("tie:nobody")),
        ("/comments/2/about", json!("partnership:nothing")),
        ("/comments/2/about", json!("consultation:nothing")),
        ("/comments/2/about", json!("concern:nothing")),
        ("/comments/2/about", json!("expected-voice:nobody")),
        ("/comments/2/about", json!("finding:single-gatekeeper:nobody")),
        ("/comments/2/about", json!("finding:unmapped-transmission:k1:police:nobody")),
        ("/comments/2/about", json!("finding:formal-informal-divide:international")),
        ("/comments/2/about", json!("the weather")),
        ("/comments/2/about", json!("actor:")),
    ]
}

#[test]
fn what_names_nothing_is_kept_and_remarked_and_no_problem() {
    assert_eq!(remarks(&valid(EXAMPLE.as_bytes())), []);
    for (at, named) in loose() {
        let json = example_with(at, Some(named.clone()));
        let map = valid(&compact(&json));
        let remarks = remarks(&map);
        let [remark] = remarks.as_slice() else { panic!("{at}: {remarks:?}") };
        let expected =
            if at.contains("/comments/") { "$.comments[2].about".into() } else { example_path(at) };
        assert_eq!((remark.path.as_str(), remark.advice), (expected.as_str(), Advice::NamesNothing));
        assert_eq!(remark.found.as_deref(), named.as_str());
        let written: Value = serde_json::from_slice(&write(&map)).unwrap();
        assert_eq!(written.pointer(at), Some(&named), "kept as it stands");
    }
}

#[test]
fn positions_of_nobody_are_remarked_in_each_view() {
    for list in ["layout", "places"] {
        let map = valid(&compact(&example_with(&format!("/{list}/levels/polis"), Some(json!([1.0, 2.0])))));
        let paths: Vec<String> = remarks(&map).iter().map(|remark| remark.path.to_string()).collect();
        assert_eq!(paths, [format!("$.{list}.levels.polis")]);
    }
}

#[test]
fn what_comments_are_about_is_looked_up() {
    let map = valid(EXAMPLE.as_bytes());
    for about in [
        "",
        "actor:police",
        "tie:t1",
        "partnership:p1",
        "consultation:c1",
        "concern:k1",
        "expected-voice:women",
        "finding:no-consultation",
        "finding:weak-principle:p1:fairness",
        "finding:missing-voice:women",
        "finding:formal-informal-divide:municipal",
        "finding:a-rule-to-come:whoever",
        "finding:unmapped-transmission:k1:womens-centre:governor",
    ] {
        let about = About::read(about);
        assert!(is_there(&map, &about), "{about}");
    }
    for (at, named) in loose().into_iter().filter(|(at, _)| at.contains("/comments/")) {
        assert!(!is_there(&map, &About::read(named.as_str().unwrap())), "{at}");
    }
}

/// The table of the contract (2.2), where the subject is no actor.
#[test]
fn the_subjects_of_findings_are_those_of_the_contract() {
    use Part::{Actors, Concerns, ExpectedVoices, Levels, Partnerships};
    let parts = |rule: &str| [0, 1, 2, 3].map(|place| subject_of(rule, place));
    for (rule, expected) in [
        ("missing-voice", [Some(ExpectedVoices), None, None, None]),
        ("unconsulted-voice", [Some(ExpectedVoices), None, None, None]),
        ("absent-from-partnership", [Some(ExpectedVoices), None, None, None]),
        ("unheard-voice", [Some(Actors), None, None, None]),
        ("a-rule-to-come", [None; 4]),
        ("no-consultation", [None; 4]),
        ("contested-channel", [Some(Actors), None, None, None]),
        ("formal-informal-divide", [Some(Levels), None, None, None]),
        ("overlapping-mandate", [Some(Actors), Some(Actors), None, None]),
        ("weak-principle", [Some(Partnerships), None, None, None]),
        ("overdue-outcome", [Some(Partnerships), None, None, None]),
        ("channel-through-accused", [Some(Concerns), None, None, None]),
        ("unmapped-transmission", [Some(Concerns), Some(Actors), Some(Actors), None]),
    ] {
        assert_eq!(parts(rule), expected, "{rule}");
    }
}
