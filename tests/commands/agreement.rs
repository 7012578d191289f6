//! What is stated in several places is the same in all of them: the figures of the window, the sheet, the JSON, `check`,
//! `compare` and `merge`, on maps with every sort of tie.

use std::fs;
use std::sync::Arc;

use jisr::analysis::{Analysis, Evidence, analyze};
use jisr::format::jisr::read;
use jisr::model::Map;
use jisr::session::tally::Tally;
use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use super::maps::random_maps;
use super::{err, jisr_in, out};

/// What one place says of a map; what it says nothing of is `None`.
#[derive(Debug, Default, PartialEq, Clone)]
struct Said {
    actors: Option<u64>,
    ties: Option<u64>,
    voices: Option<u64>,
    heard: Option<u64>,
    answered: Option<u64>,
    findings: Option<[u64; 4]>,
    evidence: Option<Share>,
}

/// A share of ties.
#[derive(Debug, PartialEq, Clone, Copy)]
enum Share {
    /// In whole per cent.
    Percent(u64),
    /// There is nothing to divide by.
    Undefined,
}

impl From<Option<u64>> for Share {
    fn from(percent: Option<u64>) -> Self {
        percent.map_or(Self::Undefined, Self::Percent)
    }
}

/// Random maps as the oracle has them, each with ties of all sorts added: to itself, parallel, not in use, dated.
fn maps() -> Vec<Value> {
    let mut runner = TestRunner::deterministic();
    let maps = (0..8).map(|_| random_maps::map(1..=14).new_tree(&mut runner).unwrap().current());
    let mut maps: Vec<Value> = maps.map(with_all_sorts_of_ties).collect();
    maps.push(json!({"jisr": 1, "title": "Nobody"}));
    maps
}

fn with_all_sorts_of_ties(mut map: Value) -> Value {
    let ids: Vec<String> = map["actors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|actor| actor["id"].as_str().unwrap().to_owned())
        .collect();
    let (first, last) = (ids[0].clone(), ids[ids.len() - 1].clone());
    let sorts = [
        json!({}),
        json!({"status": "broken"}),
        json!({"status": "planned"}),
        json!({"status": "dormant", "evidence": []}),
        json!({"since": "2010", "until": "2012-06"}),
        json!({"confidence": "assumed", "strength": 1}),
    ];
    if map["ties"].is_null() {
        map["ties"] = json!([]);
    }
    let ties = map["ties"].as_array_mut().unwrap();
    for (number, sort) in sorts.iter().enumerate() {
        for (form, (from, to)) in [("self", (&first, &first)), ("pair", (&first, &last))] {
            let mut tie =
                json!({"id": format!("zz-{form}-{number}"), "from": from, "to": to, "kind": "informs"});
            tie.as_object_mut().unwrap().extend(sort.as_object().unwrap().clone());
            ties.push(tie);
        }
    }
    map
}

fn sound(map: &Value) -> Map {
    read(&serde_json::to_vec(map).unwrap()).unwrap().sound().unwrap()
}

fn of_window(analysis: &Analysis) -> Said {
    let Tally { figures, classes, levels, .. } = Tally::of(analysis);
    let count = |count: usize| Some(count as u64);
    Said {
        actors: count(levels.iter().map(|(_, actors)| actors.len()).sum()),
        ties: count(classes.iter().map(|(_, count)| count).sum()),
        voices: count(figures.voices),
        heard: count(figures.heard),
        answered: count(figures.closed),
        evidence: Some(figures.evidence.map(|percent| percent as u64).into()),
        findings: Some(analysis.scorecard.findings.map(|count| count as u64)),
    }
}

fn of_json(document: &Value) -> Said {
    let voices = document["voices"].as_array().unwrap();
    let count =
        |holds: &dyn Fn(&Value) -> bool| Some(voices.iter().filter(|voice| holds(voice)).count() as u64);
    let of_severity = |severity: &str| {
        let findings = document["findings"].as_array().unwrap().iter();
        findings
            .filter(|finding| finding["severity"] == severity && finding["certainty"] != "at-risk")
            .count() as u64
    };
    Said {
        actors: document["map"]["actors"].as_u64(),
        ties: document["map"]["ties"].as_u64(),
        voices: Some(voices.len() as u64),
        heard: count(&|voice| voice["heard"] == true),
        answered: count(&|voice| voice["heard"] == true && voice["answered"] == true),
        findings: Some(["high", "medium", "low", "note"].map(of_severity)),
        evidence: Some(percent(&document["scorecard"]["ties_with_evidence"]).into()),
    }
}

/// What the scorecard says: shares, with how many voices there are from elsewhere.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "a share of a few voices"
)]
fn of_scorecard(card: &Value, voices: u64) -> Said {
    let of_voices = |key: &str| card[key].as_f64().map_or(0.0, |share| share * voices as f64).round() as u64;
    Said {
        voices: Some(voices),
        heard: Some(of_voices("voices_heard")),
        answered: Some(of_voices("loops_closed")),
        findings: Some(["high", "medium", "low", "note"].map(|key| card["findings"][key].as_u64().unwrap())),
        evidence: Some(percent(&card["ties_with_evidence"]).into()),
        ..Said::default()
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share is from 0 to 1")]
fn percent(share: &Value) -> Option<u64> {
    share.as_f64().map(|share| (share * 100.0).round() as u64)
}

/// The number before a word, in a text of one line.
fn number_before(text: &str, word: &str) -> Option<u64> {
    let before = text.split(word).next().filter(|before| before.len() < text.len())?;
    let digits = before.trim_end().rsplit(|c: char| !c.is_ascii_alphanumeric()).next()?;
    if digits == "None" { Some(0) } else { digits.parse().ok() }
}

fn of_sheet(text: &str) -> Said {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let either = |one: &str, many: &str| number_before(&line, many).or_else(|| number_before(&line, one));
    let voices = number_before(&line, " local actors is heard")
        .or_else(|| number_before(&line, " local actors are heard"));
    let findings = line.rsplit("findings: ").next().unwrap();
    let heard = voices.and_then(|voices| number_before(&line, &format!(" of {voices} local actors")));
    let answered = if line.contains("For none of them an answer") {
        Some(0)
    } else {
        number_before(&line, " of them an answer can come back")
    };
    Said {
        actors: either(" actor,", " actors,"),
        ties: either(" tie ", " ties "),
        voices,
        heard,
        answered: answered.filter(|_| voices.is_some()),
        findings: Some(
            [" high", " medium", " low", " note"].map(|word| number_before(findings, word).unwrap()),
        ),
        evidence: Some(number_before(&line, " % of the ties name a source").into()),
    }
}

/// Whether two places agree in all of which both say something.
fn agree(place: &str, said: &Said, expected: &Said, map: &Value) {
    let told = |left: &Option<u64>, right: &Option<u64>| left.is_none() || right.is_none() || left == right;
    let is_same = told(&said.actors, &expected.actors)
        && told(&said.ties, &expected.ties)
        && told(&said.voices, &expected.voices)
        && told(&said.heard, &expected.heard)
        && told(&said.answered, &expected.answered)
        && (said.findings.is_none() || said.findings == expected.findings)
        && (said.evidence.is_none() || said.evidence == expected.evidence);
    assert!(is_same, "{place} says {said:?}, the window {expected:?}, of {map}");
}

#[test]
fn what_is_stated_in_several_places_is_the_same_in_all() {
    let folder = tempfile::tempdir().unwrap();
    let run = |words: &[&str]| {
        let output = jisr_in(folder.path(), words);
        assert_eq!(output.status.code(), Some(0), "{words:?}: {}{}", out(&output), err(&output));
        out(&output)
    };
    let parsed = |text: String| -> Value { serde_json::from_str(&text).unwrap() };
    let mut told = 0;
    for map in maps() {
        fs::write(folder.path().join("m.jisr"), serde_json::to_vec(&map).unwrap()).unwrap();
        let window = of_window(&analyze(Arc::new(sound(&map)), Evidence::All));
        let all = map["ties"].as_array().map_or(0, Vec::len) as u64;
        let to_itself =
            map["ties"].as_array().into_iter().flatten().filter(|tie| tie["from"] == tie["to"]).count()
                as u64;
        assert_eq!(window.ties, Some(all - to_itself), "ties of an actor to itself count nowhere: {map}");
        let document = parsed(run(&["analyze", "m.jisr", "--json"]));
        agree("the JSON", &of_json(&document), &window, &map);
        agree("the scorecard", &of_scorecard(&document["scorecard"], window.voices.unwrap()), &window, &map);
        let sheet = of_sheet(&run(&["analyze", "m.jisr"]));
        agree("the sheet", &sheet, &window, &map);
        assert!(sheet.actors.is_some() && sheet.ties.is_some(), "{sheet:?}");
        told += u32::from(sheet.heard.is_some() && sheet.answered.is_some());
        let compared = parsed(run(&["compare", "m.jisr", "m.jisr", "--json"]));
        for side in ["before", "after"] {
            assert_eq!(compared["scorecard"][side], document["scorecard"], "{side} of {map}");
        }
        let check = run(&["check", "m.jisr"]);
        let line = check.split_whitespace().collect::<Vec<_>>().join(" ");
        let counts = Said {
            actors: number_before(&line, " actors, ").or_else(|| number_before(&line, " actor, ")),
            ties: number_before(&line, " ties)").or_else(|| number_before(&line, " tie)")),
            ..Said::default()
        };
        assert!(counts.actors.is_some() && counts.ties.is_some(), "{line}");
        agree("check", &counts, &window, &map);
        let checked = parsed(run(&["check", "m.jisr", "--json"]));
        let remarks = checked["files"][0]["remarks"].as_array().unwrap();
        assert_eq!(
            remarks.iter().filter(|remark| remark["remark"] == "tie-to-itself").count() as u64,
            to_itself
        );
        let merged = parsed(run(&["merge", "m.jisr", "m.jisr", "m.jisr", "-o", "out.jisr", "--json"]));
        let counts =
            Said { actors: merged["actors"].as_u64(), ties: merged["ties"].as_u64(), ..Said::default() };
        agree("merge", &counts, &window, &map);
        fs::remove_file(folder.path().join("out.jisr")).unwrap();
    }
    assert!(told > 2, "the sheet was understood: {told}");
}

#[test]
fn a_tie_to_itself_is_remarked_and_counts_nowhere() {
    let folder = tempfile::tempdir().unwrap();
    let map = json!({"jisr": 1, "title": "Self", "actors": [
        {"id": "a", "name": "Fund", "kind": "union", "level": "community"},
        {"id": "b", "name": "Club", "kind": "youth-group", "level": "community"}],
        "ties": [
            {"id": "s1", "from": "a", "to": "a", "kind": "informs"},
            {"id": "x", "from": "b", "to": "a", "kind": "informs", "status": "broken"}]});
    fs::write(folder.path().join("m.jisr"), serde_json::to_vec(&map).unwrap()).unwrap();
    let check = jisr_in(folder.path(), &["check", "m.jisr"]);
    assert_eq!(check.status.code(), Some(0), "a remark is no problem");
    let text = out(&check).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("m.jisr: no problems (2 actors, 1 tie)"), "{text}");
    assert!(text.contains("1 remark") && text.contains("ties[0] Fund informs itself"), "{text}");
    let sheet = out(&jisr_in(folder.path(), &["analyze", "m.jisr", "--explain"]));
    assert!(sheet.contains("1 tie, none active: Fund"), "{sheet}");
    assert!(!sheet.contains("No ties on the map"), "{sheet}");
}

/// Comments outlive what they are about, and views whom they show.
#[test]
fn what_names_nothing_any_more_is_remarked_and_analysed_all_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let map = json!({"jisr": 1, "title": "Loose", "actors": [
        {"id": "a", "name": "Fund", "kind": "union", "level": "community"}],
        "comments": [{"id": "c", "about": "actor:gone", "text": "Are they still there?"}],
        "views": [{"id": "v", "name": "All", "focus": ["gone"]}], "layout": {"levels": {"gone": [1, 2]}}});
    fs::write(folder.path().join("m.jisr"), serde_json::to_vec(&map).unwrap()).unwrap();
    let check = jisr_in(folder.path(), &["check", "m.jisr"]);
    assert_eq!(check.status.code(), Some(0), "a remark is no problem");
    let text = out(&check).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        text.contains("3 remarks") && text.contains("comments[0].about") && text.contains("actor:gone"),
        "{text}"
    );
    let document: Value =
        serde_json::from_str(&out(&jisr_in(folder.path(), &["check", "m.jisr", "--json"]))).unwrap();
    let remarks: Vec<&str> = document["files"][0]["remarks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|remark| remark["path"].as_str().unwrap())
        .collect();
    assert_eq!(remarks, ["$.views[0].focus[0]", "$.comments[0].about", "$.layout.levels.gone"]);
    assert_eq!(jisr_in(folder.path(), &["analyze", "m.jisr"]).status.code(), Some(0));
}

/// A tie that is only tried is on neither side of ties with evidence, whatever the sources of a map are called.
#[test]
fn a_tried_tie_changes_no_share_of_evidence() {
    let folder = tempfile::tempdir().unwrap();
    let map = json!({"jisr": 1, "title": "Tried", "sources": [{"id": "supposed", "citation": "A book"}],
        "actors": [
            {"id": "a", "name": "Fund", "kind": "union", "level": "community"},
            {"id": "b", "name": "Club", "kind": "youth-group", "level": "community"},
            {"id": "c", "name": "Ministry", "kind": "ministry", "level": "national"}],
        "ties": [
            {"id": "t1", "from": "a", "to": "b", "kind": "informs", "evidence": ["supposed"]},
            {"id": "t2", "from": "b", "to": "a", "kind": "informs"}]});
    fs::write(folder.path().join("m.jisr"), serde_json::to_vec(&map).unwrap()).unwrap();
    let share = |words: &[&str]| -> (Value, Value) {
        let output = jisr_in(folder.path(), &[&["analyze", "m.jisr", "--json"], words].concat());
        let document: Value = serde_json::from_str(&out(&output)).unwrap();
        let unsourced = document["findings"]
            .as_array()
            .unwrap()
            .iter()
            .find(|finding| finding["rule"] == "unsourced")
            .cloned();
        (document["scorecard"]["ties_with_evidence"].clone(), unsourced.unwrap()["ties"].clone())
    };
    assert_eq!(share(&[]), (json!(0.5), json!(["t2"])));
    assert_eq!(share(&["--with", "a:informs:c"]), (json!(0.5), json!(["t2"])));
}
