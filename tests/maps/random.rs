//! Random valid maps in which everything occurs: what [`super::random_maps`] draws for the analysis, and besides it
//! texts in several languages, own fields, a story, a layout, and unknown keys at every depth.

use super::places::{Record, records, set};
use super::process;
use super::random_maps;
use super::words::{
    CONFIDENCE, CONSENT, FORMALITY, FUNCTION, MEDIUM, RELIABILITY, RESPONSE, SCALE, SENSITIVITY, STANCE,
    STATUS, VIEW,
};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Map, Value, json};
use std::ops::RangeInclusive;

/// A random valid map with this many actors.
pub fn rich_map(actors: RangeInclusive<usize>) -> impl Strategy<Value = Value> {
    let parts = (
        vec(known(), 0..=14),
        vec(unknown(), 0..=8),
        vec(step(), 0..=2),
        vec(place(), 0..=5),
        vec(process::extra(), 0..=9),
    );
    (random_maps::map(actors), parts).prop_map(|(mut map, (known, unknown, steps, places, extras))| {
        let ids: Vec<Value> =
            map["actors"].as_array().into_iter().flatten().map(|a| a["id"].clone()).collect();
        if !steps.is_empty() {
            map["story"] = steps.into_iter().map(|step| step.of(&ids)).collect();
        }
        for (view, actor, (x, y)) in places {
            if !ids.is_empty() {
                map["layout"][view][actor.get(&ids).as_str().unwrap()] = json!([x, y]);
            }
        }
        for (number, extra) in extras.into_iter().enumerate() {
            let _ = process::put(&mut map, number, extra);
        }
        for (kind, index, key, value) in known {
            sprinkle(&mut map, Some(kind), index, key, value);
        }
        for (index, key, value) in unknown {
            sprinkle(&mut map, None, index, &key, value);
        }
        map
    })
}

/// Puts a value under a key of one of the records of a kind, if there is any; or of any kind.
fn sprinkle(map: &mut Value, kind: Option<Record>, index: Index, key: &str, value: Value) {
    let mut places = records(map);
    places.retain(|(other, _)| kind.is_none_or(|kind| kind == *other));
    if !places.is_empty() {
        let (_, pointer) = index.get(&places);
        set(map, &format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1")), Some(value));
    }
}

/// What a key holds that refers to nothing.
#[derive(Debug, Clone, Copy)]
enum Sort {
    Text,
    Rating,
    Date,
    Word(&'static [&'static str]),
    Words(&'static [&'static str]),
    Texts,
    Fields,
    YesOrNo,
    Count,
    Languages,
}

/// Optional keys that refer to nothing, most of which the maps for the analysis do not have.
const FREE: &[(Record, &str, Sort)] = &[
    (Record::Map, "place", Sort::Text),
    (Record::Map, "as_of", Sort::Date),
    (Record::Map, "languages", Sort::Languages),
    (Record::Map, "notes", Sort::Text),
    (Record::Source, "citation", Sort::Text),
    (Record::Source, "date", Sort::Date),
    (Record::Source, "reliability", Sort::Word(RELIABILITY)),
    (Record::Source, "sensitivity", Sort::Word(SENSITIVITY)),
    (Record::Source, "consent", Sort::Word(CONSENT)),
    (Record::Source, "keep_until", Sort::Date),
    (Record::Source, "notes", Sort::Text),
    (Record::Actor, "voice", Sort::YesOrNo),
    (Record::Partnership, "sensitivity", Sort::Word(SENSITIVITY)),
    (Record::Outcome, "owner", Sort::Text),
    (Record::ExpectedVoice, "sensitivity", Sort::Word(SENSITIVITY)),
    (Record::Rating, "why", Sort::Text),
    (Record::Rating, "interest", Sort::Rating),
    (Record::Measurement, "note", Sort::Text),
    (Record::Instrument, "notes", Sort::Text),
    (Record::Filter, "groups", Sort::Texts),
    (Record::Filter, "tags", Sort::Texts),
    (Record::Actor, "name", Sort::Text),
    (Record::Actor, "area", Sort::Texts),
    (Record::Actor, "formality", Sort::Word(FORMALITY)),
    (Record::Actor, "functions", Sort::Words(FUNCTION)),
    (Record::Actor, "represents", Sort::Texts),
    (Record::Actor, "influence", Sort::Rating),
    (Record::Actor, "interest", Sort::Rating),
    (Record::Actor, "legitimacy", Sort::Rating),
    (Record::Actor, "stance", Sort::Word(STANCE)),
    (Record::Actor, "decides", Sort::YesOrNo),
    (Record::Actor, "sensitivity", Sort::Word(SENSITIVITY)),
    (Record::Actor, "tags", Sort::Texts),
    (Record::Actor, "fields", Sort::Fields),
    (Record::Actor, "notes", Sort::Text),
    (Record::Tie, "mutual", Sort::YesOrNo),
    (Record::Tie, "strength", Sort::Rating),
    (Record::Tie, "formality", Sort::Word(FORMALITY)),
    (Record::Tie, "status", Sort::Word(STATUS)),
    (Record::Tie, "confidence", Sort::Word(CONFIDENCE)),
    (Record::Tie, "medium", Sort::Word(MEDIUM)),
    (Record::Tie, "sensitivity", Sort::Word(SENSITIVITY)),
    (Record::Tie, "tags", Sort::Texts),
    (Record::Tie, "fields", Sort::Fields),
    (Record::Tie, "notes", Sort::Text),
    (Record::Partnership, "name", Sort::Text),
    (Record::Partnership, "purpose", Sort::Text),
    (Record::Member, "role", Sort::Text),
    (Record::Principle, "rated_by", Sort::Text),
    (Record::Principle, "date", Sort::Date),
    (Record::Principle, "why", Sort::Text),
    (Record::Outcome, "measure", Sort::Text),
    (Record::Outcome, "baseline", Sort::Text),
    (Record::Consultation, "title", Sort::Text),
    (Record::Consultation, "place", Sort::Text),
    (Record::Consultation, "attendance", Sort::Count),
    (Record::Consultation, "sensitivity", Sort::Word(SENSITIVITY)),
    (Record::Consultation, "notes", Sort::Text),
    (Record::Concern, "text", Sort::Text),
    (Record::Concern, "scale", Sort::Word(SCALE)),
    (Record::Concern, "sensitivity", Sort::Word(SENSITIVITY)),
    (Record::Concern, "notes", Sort::Text),
    (Record::Transmission, "medium", Sort::Word(MEDIUM)),
    (Record::Response, "status", Sort::Word(RESPONSE)),
    (Record::Response, "date", Sort::Date),
    (Record::Response, "text", Sort::Text),
    (Record::FedBack, "date", Sort::Date),
    (Record::ExpectedVoice, "label", Sort::Text),
    (Record::ExpectedVoice, "why", Sort::Text),
    (Record::Level, "name", Sort::Text),
    (Record::ActorKind, "name", Sort::Text),
    (Record::TieKind, "name", Sort::Text),
];

fn known() -> impl Strategy<Value = (Record, Index, &'static str, Value)> {
    (select(FREE), any::<Index>())
        .prop_flat_map(|((kind, key, sort), index)| (Just(kind), Just(index), Just(key), value_of(sort)))
}

fn value_of(sort: Sort) -> BoxedStrategy<Value> {
    let word = |words: &'static [&'static str]| select(words).prop_map(Value::from);
    match sort {
        Sort::Text => text().boxed(),
        Sort::Rating => (1..=5_u8).prop_map(Value::from).boxed(),
        Sort::Date => select(&["2009", "2010-02", "2012-02-29"][..]).prop_map(Value::from).boxed(),
        Sort::Word(words) => word(words).boxed(),
        Sort::Words(words) => vec(word(words), 0..=3).prop_map(Value::from).boxed(),
        Sort::Texts => vec(string(), 0..=3).prop_map(Value::from).boxed(),
        Sort::Fields => vec((string(), leaf()), 0..=3).prop_map(object).boxed(),
        Sort::YesOrNo => any::<bool>().prop_map(Value::from).boxed(),
        Sort::Count => prop_oneof![Just(0), any::<u64>()].prop_map(Value::from).boxed(),
        Sort::Languages => vec(select(LANGUAGES), 0..=3).prop_map(Value::from).boxed(),
    }
}

fn object(entries: Vec<(String, Value)>) -> Value {
    Value::Object(entries.into_iter().collect::<Map<_, _>>())
}

const LANGUAGES: &[&str] = &["en", "ar", "fr", "pt-BR", "zh-Hant-TW"];

/// Plain, or once for each language, some of which may be null.
pub fn text() -> impl Strategy<Value = Value> {
    let by_language = btree_map(select(LANGUAGES), prop::option::weighted(0.9, string()), 0..=3);
    prop_oneof![
        string().prop_map(Value::from),
        by_language.prop_map(|texts| texts.into_iter().map(|(tag, text)| (tag, Value::from(text))).collect()),
    ]
}

/// Words, scripts of both directions, control characters, what JSON escapes, and what it might.
fn string() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[a-zA-Z ]{0,12}",
        1 => select(&["", "لجنة المخيم", "\u{202e}abc\u{202c}", "\u{0}\u{1}\u{1f}\u{7f}\u{9f}", "\"\\/\u{8}\u{c}\n\r\t"][..])
            .prop_map(str::to_owned),
        1 => select(&["\u{2028}\u{2029}", "\u{feff}", "😀👩‍👩‍👧", "e\u{301}", "null", "1.10", "$", "\u{10ffff}"][..])
            .prop_map(str::to_owned),
        1 => vec(any::<char>(), 0..=8).prop_map(String::from_iter),
    ]
}

/// Numbers with all their digits.
fn number() -> impl Strategy<Value = Value> {
    let digits = [
        "0",
        "-0",
        "1.10",
        "-0.0",
        "1e400",
        "1E-400",
        "12345678901234567890123",
        "-99999999999999999999999",
        "0.1000000000000000055511151231257827",
        "18446744073709551615",
        "18446744073709551616",
        "-9223372036854775809",
        "1e5",
        "1.0",
    ];
    prop_oneof![
        select(digits.to_vec()).prop_map(|digits| serde_json::from_str(digits).unwrap()),
        any::<i64>().prop_map(Value::from),
        any::<f64>()
            .prop_filter("JSON has finite numbers", |number| number.is_finite())
            .prop_map(Value::from),
    ]
}

fn leaf() -> impl Strategy<Value = Value> {
    prop_oneof![
        1 => Just(Value::Null),
        1 => any::<bool>().prop_map(Value::from),
        3 => number(),
        3 => string().prop_map(Value::from),
    ]
}

/// Any JSON, some levels deep.
pub fn any_json() -> impl Strategy<Value = Value> {
    leaf().prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..=4).prop_map(Value::from),
            vec((unknown_key(), inner), 0..=4).prop_map(object),
        ]
    })
}

/// A key that no record has: known ones are lower-case words of some letters.
fn unknown_key() -> impl Strategy<Value = String> {
    prop_oneof![
        2 => "x-[a-z]{1,5}",
        1 => select(&["", "ID", "Title", "jisr ", "é", "مفتاح", "a/b~c", "$ref", "['x']", "\u{0}", "__proto__"][..])
            .prop_map(str::to_owned),
        1 => string().prop_map(|key| format!("{key}?")),
    ]
}

fn unknown() -> impl Strategy<Value = (Index, String, Value)> {
    (any::<Index>(), unknown_key(), any_json())
}

#[derive(Debug, Clone)]
struct Step {
    caption: Value,
    view: Option<&'static str>,
    focus: Vec<Index>,
    lens: Option<String>,
    findings: Vec<&'static str>,
}

fn step() -> impl Strategy<Value = Step> {
    let findings = vec(select(&["single-gatekeeper", "voice-not-heard", "a-rule-to-come"][..]), 0..=2);
    let lens = prop::option::of(string());
    (text(), prop::option::of(select(VIEW)), vec(any::<Index>(), 0..=3), lens, findings)
        .prop_map(|(caption, view, focus, lens, findings)| Step { caption, view, focus, lens, findings })
}

impl Step {
    fn of(self, ids: &[Value]) -> Value {
        let focus = if ids.is_empty() { Vec::new() } else { self.focus };
        let focus: Vec<&Value> = focus.iter().map(|index| index.get(ids)).collect();
        json!({
            "caption": self.caption,
            "view": self.view,
            "focus": focus,
            "lens": self.lens,
            "findings": self.findings,
        })
    }
}

fn place() -> impl Strategy<Value = (&'static str, Index, (f64, f64))> {
    let number = || {
        prop_oneof![
            Just(0.0),
            Just(-0.0),
            -1000.0..1000.0,
            any::<f64>().prop_filter("JSON has finite numbers", |number| number.is_finite())
        ]
    };
    (select(VIEW), any::<Index>(), (number(), number()))
}
