//! Open → save.

use crate::maps::example::{EXAMPLE, example, example_with};
use crate::maps::places::{PARTS, Record, essence, records, set};
use crate::maps::random::rich_map;
use crate::maps::words::{USES, VIEW};
use crate::maps::{check_all, compact, reading, saved, saved_value, valid};
use jisr::format::jisr::write;
use jisr::model::{Fault, remarks};
use serde_json::{Value, json};

/// What is saved, opened and saved again is the same byte for byte, and is UTF-8 JSON of the agreed look.
fn is_stable(bytes: &[u8]) {
    let first = saved(bytes);
    let second = saved(&first);
    assert_eq!(String::from_utf8_lossy(&first), String::from_utf8_lossy(&second));
    assert_eq!(valid(&first), valid(&second));
    let text = String::from_utf8(first).unwrap();
    assert!(text.starts_with("{\n  \"jisr\": 1,\n  \"title\": "), "{text}");
    assert!(text.ends_with("\n}\n") && !text.contains('\r'), "{text}");
}

/// Nothing that a map says is lost or changed by saving it.
fn says_the_same(map: &Value) {
    let written = saved_value(map);
    let (mut before, mut after) = (essence(map), essence(&written));
    // Places are numbers that a view works with; everywhere else a number keeps its digits.
    for side in [&mut before, &mut after] {
        places_as_numbers(side);
    }
    assert_eq!(before, after);
}

fn places_as_numbers(map: &mut Value) {
    for layout in ["layout", "places"] {
        let views = map.get_mut(layout).and_then(Value::as_object_mut).into_iter().flatten();
        for (_, view) in views.filter(|(key, _)| VIEW.contains(&key.as_str())) {
            for (_, place) in view.as_object_mut().into_iter().flatten() {
                for number in place.as_array_mut().into_iter().flatten() {
                    *number = json!(format!("{:?}", number.as_f64().unwrap()));
                }
            }
        }
    }
}

#[test]
fn saving_any_map_twice_gives_the_same_bytes() {
    check_all(1_500, &rich_map(0..=12), |map| {
        is_stable(&compact(&map));
        is_stable(&serde_json::to_vec_pretty(&map).unwrap());
    });
}

#[test]
fn saving_any_map_changes_nothing_that_it_says() {
    check_all(1_500, &rich_map(0..=12), |map| says_the_same(&map));
}

#[test]
fn the_order_of_keys_in_a_file_does_not_change_what_is_saved() {
    let mut map = example();
    for (_, pointer) in records(&map) {
        let object = map.pointer_mut(&pointer).unwrap().as_object_mut().unwrap();
        *object = std::mem::take(object).into_iter().rev().collect();
    }
    assert!(!String::from_utf8(compact(&map)).unwrap().starts_with("{\"jisr\""));
    assert_eq!(String::from_utf8(saved(&compact(&map))).unwrap(), EXAMPLE);
}

#[test]
fn every_key_of_the_contract_is_read_and_written_in_its_place() {
    assert_eq!(String::from_utf8(saved(EXAMPLE.as_bytes())).unwrap(), EXAMPLE);
}

/// The example as the contract (1.1) gives it, with its empty lists, nulls and dots.
const AS_GIVEN: &str = r#"{
  "jisr": 1,
  "title": {"en": "Jenin 2012: the partnership", "ar": "..."},
  "place": "Jenin Governorate", "as_of": "2012-06-30", "languages": ["en", "ar"], "notes": "",
  "sources": [{"id": "homel-masson-2016", "citation": "...", "date": "2016", "reliability": "published"}],
  "actors": [{
    "id": "camp-committee", "name": {"en": "Jenin Camp Popular Committee", "ar": "..."},
    "kind": "camp-committee", "level": "community", "area": ["Jenin camp"],
    "formality": "hybrid", "functions": ["represent", "mediate"], "represents": ["refugees"],
    "influence": 4, "interest": 5, "legitimacy": 4, "stance": "supportive",
    "decides": false, "sensitivity": "open", "tags": [], "fields": {"Members": "11"},
    "notes": "", "evidence": ["homel-masson-2016"], "since": "2009-02-01", "until": null
  }],
  "ties": [{
    "id": "t1", "from": "camp-committee", "to": "steering-committee", "kind": "member-of", "mutual": false,
    "strength": 4, "formality": "formal", "status": "active", "confidence": "confirmed", "medium": "meeting",
    "sensitivity": "open", "tags": [], "fields": {}, "notes": "", "evidence": ["homel-masson-2016"],
    "since": null, "until": null
  }],
  "partnerships": [{
    "id": "p1", "name": "Community Safety Steering Committee", "actor": "steering-committee",
    "members": [{"actor": "camp-committee", "role": "member"}], "purpose": "...",
    "agreement": "written", "anchored_in": "governor",
    "phases": {"agreement": "done", "committee": "done", "consultation": "done", "plan": "under-way"},
    "principles": [{"principle": "legitimacy-and-voice", "rating": 4, "rated_by": "...", "date": "2012", "why": "..."}],
    "outcomes": [{"goal": "...", "indicator": "...", "measure": "qualitative", "baseline": "...", "status": "open"}]
  }],
  "consultations": [{
    "id": "c1", "kind": "town-hall", "title": "...", "date": "2009", "place": "Jenin", "attendance": 100,
    "participants": ["police"], "groups": ["women"], "evidence": ["dcaf-2009"], "notes": ""
  }],
  "concerns": [{
    "id": "k1", "text": "...", "scale": "strategic", "raised_in": "c1", "raised_by": ["womens-centre"],
    "transmissions": [{"from": "womens-centre", "to": "governor", "date": "2010", "medium": "bilateral"}],
    "response": {"by": "council-of-ministers", "status": "accepted", "date": "2012", "text": "..."},
    "fed_back": {"date": "2012", "to": ["womens-centre"]}, "evidence": []
  }],
  "expected_voices": [{
    "id": "women", "label": "Women's rights advocates", "kinds": ["womens-organisation"], "groups": ["women"],
    "why": "...", "source": "homel-masson-2016"
  }],
  "story": [{"caption": "...", "view": "levels", "focus": ["camp-committee"], "lens": "voices", "findings": []}],
  "levels": [], "actor_kinds": [], "tie_kinds": [],
  "layout": {"levels": {"camp-committee": [120.0, 40.0]}}
}"#;

#[test]
fn the_example_of_the_contract_lacks_only_the_actors_and_the_source_that_it_does_not_list() {
    let reading = reading(AS_GIVEN.as_bytes());
    for problem in &reading.problems {
        assert!(matches!(problem.fault, Fault::Dangling | Fault::LooseReference), "{problem:?}");
    }
    assert_eq!(reading.problems.len(), 10, "{:#?}", reading.problems);
    assert_eq!(remarks(&reading.map), [], "it lists whom its story and its layout name");
    let written: Value = serde_json::from_slice(&write(&reading.map)).unwrap();
    assert_eq!(essence(&written), essence(&serde_json::from_str(AS_GIVEN).unwrap()));
}

/// JSON of a newer version: every sort of value, and numbers with digits that no machine number holds.
const UNKNOWN: &str = r##"{"a": [1.10, 12345678901234567890123, -0, 0.1000000000000000055511151231257827, 1e+400, -0.0],
    "": null, "b": {"id": "A B", "kind": null, "deep": [[], {}, [[{"jisr": 7}]]]},
    "t": "\u0000\u001f\"\\/\u007f\u2028 لجنة 😀", "u": [true, false, null, ""], "$ref": "#"}"##;

#[test]
fn unknown_keys_survive_in_every_kind_of_record() {
    let unknown: Value = serde_json::from_str(UNKNOWN).unwrap();
    let places = records(&example());
    for kind in PARTS.iter().map(|(_, _, part)| *part).chain([Record::Map]) {
        assert!(places.iter().any(|(other, _)| *other == kind), "the example has no {kind:?}");
    }
    let keys = ["x-new", "Title", "", "مفتاح", "a.b['c']", "~/"];
    // In each record by itself, and then in all of them at once.
    let mut everywhere = example();
    for (kind, pointer) in &places {
        let mut map = example();
        for key in keys {
            for map in [&mut map, &mut everywhere] {
                map.pointer_mut(pointer).unwrap()[key] = unknown.clone();
            }
        }
        let written = saved_value(&map);
        assert_eq!(written, map, "{kind:?} at {pointer}");
        let object = written.pointer(pointer).unwrap().as_object().unwrap();
        let last: Vec<&str> = object.keys().rev().take(keys.len()).rev().map(String::as_str).collect();
        assert_eq!(last, keys, "unknown keys stand last and in their order, {kind:?} at {pointer}");
        is_stable(&compact(&map));
    }
    assert_eq!(saved_value(&everywhere), everywhere);
    is_stable(&compact(&everywhere));
}

#[test]
fn unknown_keys_survive_even_where_the_parser_uses_the_same_name() {
    for value in [json!("12"), json!("abc"), json!(5), json!(null), json!({})] {
        for pointer in ["", "/actors/6", "/layout"] {
            for (before, after) in [(None, None), (Some(1), None), (None, Some(1)), (Some(1), Some(1))] {
                let mut unknown = json!({});
                let keys =
                    [("a", before.map(Value::from)), ("$serde_json::private::Number", Some(value.clone()))];
                for (key, value) in keys.into_iter().chain([("z", after.map(Value::from))]) {
                    if let Some(value) = value {
                        unknown[key] = value;
                    }
                }
                let mut map = example();
                set(&mut map, &format!("{pointer}/x-new"), Some(unknown.clone()));
                let text = String::from_utf8(compact(&map)).unwrap();
                let written = String::from_utf8(saved(text.as_bytes())).unwrap();
                let squeezed: String = written.split('\n').map(str::trim_start).collect();
                let kept = serde_json::to_string(&unknown).unwrap().replace("\":", "\": ");
                assert!(squeezed.contains(&kept), "{kept} below {pointer:?} became something else");
            }
        }
    }
}

#[test]
fn numbers_of_unknown_keys_and_own_fields_keep_their_digits() {
    for digits in ["1.10", "12345678901234567890123", "-0", "-0.0", "1.0", "100", "0.30000000000000000000001"]
    {
        for pointer in ["/x-new", "/actors/6/x-new", "/actors/6/fields/Houses", "/layout/x-new"] {
            let map = example_with(pointer, Some(json!("DIGITS")));
            let text = String::from_utf8(compact(&map)).unwrap().replace("\"DIGITS\"", digits);
            let written = String::from_utf8(saved(text.as_bytes())).unwrap();
            let key = pointer.rsplit('/').next().unwrap();
            assert!(written.contains(&format!("\"{key}\": {digits}")), "{digits} at {pointer}");
        }
    }
    // How an exponent is written may change once; its value may not.
    for digits in ["1e400", "1E400", "1e+400"] {
        let text = format!(r#"{{"jisr": 1, "title": "x", "x-new": {digits}}}"#);
        assert!(String::from_utf8(saved(text.as_bytes())).unwrap().contains(": 1e+400"), "{digits}");
        is_stable(text.as_bytes());
    }
}

#[test]
fn null_is_absent_everywhere() {
    let whole = example();
    let mut pointers = vec!["/title/ar".to_owned(), "/layout/levels/police".to_owned()];
    for (_, record) in records(&whole) {
        let keys = whole.pointer(&record).unwrap().as_object().unwrap().keys();
        pointers.extend(keys.map(|key| format!("{record}/{key}")));
    }
    assert!(pointers.len() > 150, "{} keys", pointers.len());
    for pointer in pointers {
        let (null, absent) = (example_with(&pointer, Some(Value::Null)), example_with(&pointer, None));
        let (null, absent) = (reading(&compact(&null)), reading(&compact(&absent)));
        assert_eq!(null.problems, absent.problems, "{pointer}");
        assert_eq!(null.map, absent.map, "{pointer}");
    }
}

#[test]
fn what_means_the_same_when_absent_is_left_out() {
    let map = json!({
        "jisr": 1, "title": "x", "place": "", "notes": {}, "as_of": null, "languages": [], "sources": [],
        "actors": [{"id": "a", "name": "A", "kind": "police", "level": "national", "sensitivity": "open", "tags": [],
            "fields": {}, "notes": "", "decides": null}],
        "ties": [{"id": "t", "from": "a", "to": "a", "kind": "informs", "status": "active", "confidence": "reported",
            "strength": null, "mutual": null}],
        "partnerships": [{"id": "p", "phases": {}, "members": []}],
        "story": [], "levels": [], "layout": {"levels": {}}, "aim": {}, "comments": [], "not_same": [],
        "places": {"levels": {}}, "mappings": {},
        "consultations": [{"id": "c", "attended": {"women": null}}],
        "instruments": [{"id": "i", "name": "I", "status": "in-force", "covers": []}],
        "views": [{"id": "v", "name": "V", "filter": {"kinds": [], "with_inactive": false}}]
    });
    let expected = json!({
        "jisr": 1, "title": "x",
        "actors": [{"id": "a", "name": "A", "kind": "police", "level": "national"}],
        "ties": [{"id": "t", "from": "a", "to": "a", "kind": "informs"}],
        "partnerships": [{"id": "p"}],
        "consultations": [{"id": "c"}],
        "instruments": [{"id": "i", "name": "I"}],
        "views": [{"id": "v", "name": "V"}]
    });
    assert_eq!(saved_value(&map), expected);
}

#[test]
fn what_differs_from_the_kind_or_from_absence_is_kept() {
    // `false` is said, even where the kind says the same: it is the author's word.
    for (pointer, value) in [
        ("/actors/6/decides", json!(false)),
        ("/ties/1/mutual", json!(false)),
        ("/ties/1/strength", json!(3)),
        ("/consultations/0/attendance", json!(0)),
        ("/partnerships/1/agreement", json!("none")),
        ("/actors/6/voice", json!(false)),
        ("/partnerships/0/members/0/confidence", json!("confirmed")),
        ("/partnerships/0/anchor_confidence", json!("confirmed")),
        ("/consultations/0/attended/men", json!(0)),
        ("/ties/1/plan", json!({})),
        ("/comments/0/about", json!("nobody knows")),
        ("/comments/0/about", json!("finding:a-rule-to-come:x")),
        ("/comments/0/text", json!("")),
        ("/concerns/1/response", json!({})),
        ("/concerns/1/fed_back", json!({})),
        ("/actors/6/name", json!("")),
        ("/title", json!("")),
    ] {
        let map = example_with(pointer, Some(value.clone()));
        assert_eq!(saved_value(&map).pointer(pointer), Some(&value), "{pointer}");
    }
}

#[test]
fn every_word_of_every_vocabulary_is_read_and_written() {
    for (pointer, words, absence) in USES {
        for word in *words {
            let map = example_with(pointer, Some(json!(word)));
            let expected = (*absence != Some(word)).then(|| json!(word));
            assert_eq!(saved_value(&map).pointer(pointer), expected.as_ref(), "{word} at {pointer}");
        }
    }
}

#[test]
fn texts_in_several_languages_keep_their_order_and_every_character() {
    let texts = [
        "{\"ar\":\"ب\",\"en\":\"b\"}",
        "{\"en\":\"b\",\"ar\":\"ب\"}",
        "{\"pt-BR\":\"\",\"zh-Hant-TW\":\"漢\"}",
    ];
    for text in texts {
        let map = example_with("/title", Some(serde_json::from_str(text).unwrap()));
        let written = saved_value(&map);
        assert_eq!(serde_json::to_string(&written["title"]).unwrap(), text);
    }
    let controls: String = (0..=0x9f_u32).filter_map(char::from_u32).collect();
    for text in [controls.as_str(), "\u{2028}\u{2029}\u{feff}\u{fffe}\u{10ffff}", "\u{202e}rtl\u{202c}"] {
        let map = example_with("/title", Some(json!(text)));
        assert_eq!(saved_value(&map)["title"], json!(text));
        is_stable(&compact(&map));
    }
}

#[test]
fn a_whole_number_may_be_written_with_a_point() {
    let text = EXAMPLE.replace("\"strength\": 4", "\"strength\": 4.0").replace(": 100,", ": 1e2,");
    assert_eq!(String::from_utf8(saved(text.as_bytes())).unwrap(), EXAMPLE);
}
