//! Asking the program what it says of a map. Ids in a row are written as one text: `"a b m"`.

use std::sync::Arc;

use jisr::analysis::{Analysis, Evidence, Scenario, analyze, explain, plan, routes};
use jisr::model::{Language, Map};
use jisr::words::Words;
use jisr::{format, report};
use serde_json::Value;

use crate::draft::Draft;

/// A rule of the contract: its word, its severities, its area, and the lists of a finding that name its subject, id by
/// id.
pub type Row = (&'static str, &'static [&'static str], &'static str, &'static [&'static str]);

const CAPACITIES: &str = "capacities";
const REGULATORY: &str = "regulatory-framework";
const INSTITUTIONAL: &str = "institutional-change";

/// The table of the contract.
#[rustfmt::skip]
pub const RULES: [Row; 42] = [
    ("missing-voice",             &["high"],                  CAPACITIES,    &["expected_voices"]),
    ("isolated-voice",            &["high"],                  CAPACITIES,    &["voices"]),
    ("unheard-voice",             &["high"],                  CAPACITIES,    &["voices"]),
    ("unanswered-voice",          &["medium"],                CAPACITIES,    &["voices"]),
    ("single-gatekeeper",         &["high", "medium", "low"], CAPACITIES,    &["actors"]),
    ("doubtful-gatekeeper",       &["medium"],                CAPACITIES,    &["actors"]),
    ("influential-opponent",      &["medium"],                CAPACITIES,    &["actors"]),
    ("disputed-legitimacy",       &["low"],                   CAPACITIES,    &["actors"]),
    ("weak-channel",              &["low"],                   CAPACITIES,    &["voices"]),
    ("external-only",             &["medium"],                CAPACITIES,    &["voices"]),
    ("contested-channel",         &["medium"],                CAPACITIES,    &["voices"]),
    ("deaf-decision-maker",       &["medium"],                CAPACITIES,    &["actors"]),
    ("patron-dependence",         &["medium"],                CAPACITIES,    &["voices"]),
    ("formal-informal-divide",    &["medium"],                REGULATORY,    &["levels"]),
    ("unaccountable-provider",    &["high"],                  REGULATORY,    &["actors"]),
    ("overlapping-mandate",       &["medium"],                REGULATORY,    &["actors", "actors"]),
    ("no-legal-basis",            &["medium"],                REGULATORY,    &["actors"]),
    ("support-without-oversight", &["medium"],                REGULATORY,    &["actors"]),
    ("co-optation",               &["medium"],                REGULATORY,    &["actors"]),
    ("no-complaints-way",         &["medium"],                INSTITUTIONAL, &[]),
    ("complaints-without-follow-up", &["low"],                INSTITUTIONAL, &[]),
    ("no-partnership",            &["medium"],                INSTITUTIONAL, &[]),
    ("unanchored-partnership",    &["medium"],                INSTITUTIONAL, &["partnerships"]),
    ("one-sided-partnership",     &["medium"],                INSTITUTIONAL, &["partnerships"]),
    ("absent-from-partnership",   &["medium"],                INSTITUTIONAL, &["expected_voices"]),
    ("sponsor-dependence",        &["low"],                   INSTITUTIONAL, &["partnerships"]),
    ("unconvinced-decision-maker", &["medium"],               INSTITUTIONAL, &["actors"]),
    ("weak-principle",            &["low", "note"],           INSTITUTIONAL, &["partnerships", "principles"]),
    ("plan-without-consultation", &["medium"],                INSTITUTIONAL, &["partnerships"]),
    ("plan-without-outcomes",     &["low"],                   INSTITUTIONAL, &["partnerships"]),
    ("overdue-outcome",           &["low"],                   INSTITUTIONAL, &["partnerships"]),
    ("unmeasured-outcome",        &["note"],                  INSTITUTIONAL, &["partnerships"]),
    ("planned-without-owner",     &["note"],                  INSTITUTIONAL, &[]),
    ("no-consultation",           &["medium"],                CAPACITIES,    &[]),
    ("unconsulted-voice",         &["low"],                   CAPACITIES,    &["expected_voices"]),
    ("outnumbered-women",         &["low"],                   CAPACITIES,    &[]),
    ("untransmitted-concern",     &["high"],                  CAPACITIES,    &["concerns"]),
    ("channel-through-accused",   &["medium"],                CAPACITIES,    &["concerns"]),
    ("unanswered-concern",        &["medium"],                CAPACITIES,    &["concerns"]),
    ("feedback-missing",          &["medium"],                CAPACITIES,    &["concerns"]),
    ("unmapped-transmission",     &["note"],                  CAPACITIES,    &["concerns", "actors", "actors"]),
    ("unsourced",                 &["note"],                  CAPACITIES,    &[]),
];

/// The map that a file of it would give, without any problem.
#[track_caller]
fn read(map: &Draft) -> Map {
    let bytes = serde_json::to_vec(map.json()).unwrap();
    let reading = format::jisr::read(&bytes).unwrap();
    assert!(reading.problems.is_empty(), "{:?} in {}", reading.problems, map.json());
    reading.map
}

/// The analysis of a map.
#[track_caller]
pub fn analysis(map: &Draft, evidence: Evidence) -> Analysis {
    analyze(Arc::new(read(map)), evidence)
}

/// An analysis as machines read it.
pub fn document(analysis: &Analysis) -> Value {
    serde_json::to_value(report::json::analysis(analysis, &Words::of(&Language::new("en")))).unwrap()
}

/// What the program says of a map.
#[track_caller]
pub fn ask(map: &Draft) -> Value {
    document(&analysis(map, Evidence::All))
}

/// What the program says of a map on confirmed ties alone.
#[track_caller]
pub fn ask_confirmed_only(map: &Draft) -> Value {
    document(&analysis(map, Evidence::ConfirmedOnly))
}

/// What the program says of a map as it was at a date.
#[track_caller]
pub fn ask_at(map: &Draft, date: &str) -> Value {
    let scenario = Scenario { at: Some(date.parse().unwrap()), ..Scenario::default() };
    document(&analyze(Arc::new(scenario.apply(&read(map))), Evidence::All))
}

/// What the program says of a map as if every planned tie were there.
#[track_caller]
pub fn ask_planned(map: &Draft) -> Value {
    let scenario = Scenario { planned: true, ..Scenario::default() };
    document(&analyze(Arc::new(scenario.apply(&read(map))), Evidence::All))
}

/// What the program says of the planned ties of a map.
#[track_caller]
pub fn planned(map: &Draft) -> Value {
    let analysis = analysis(map, Evidence::All);
    let plan = plan(&analysis, &|_| true).unwrap();
    serde_json::to_value(report::json::plan(&analysis, &plan, &Words::of(&Language::new("en")))).unwrap()
}

/// The rule finds exactly this in the map, and for certain.
#[track_caller]
pub fn fires(map: &Draft, rule: &str, subject: &str) {
    fires_for(map, rule, [subject]);
}

/// The rule finds exactly these in the map, in this order, and for certain.
#[track_caller]
pub fn fires_for<const N: usize>(map: &Draft, rule: &str, subjects: [&str; N]) {
    finds(map, rule, &subjects.map(|subject| (subject, "certain")));
}

/// The rule finds exactly this in the map, for certain, and takes it as seriously as that.
#[track_caller]
pub fn fires_as(map: &Draft, rule: &str, subject: &str, severity: &str) {
    fires(map, rule, subject);
    assert_eq!(finding(map, rule, subject)["severity"], severity, "{rule} {subject} in {}", map.json());
}

/// The rule finds nothing in the map.
#[track_caller]
pub fn silent(map: &Draft, rule: &str) {
    finds(map, rule, &[]);
}

/// The rule finds exactly this in the map, and only as long as unconfirmed ties count.
#[track_caller]
pub fn depends(map: &Draft, rule: &str, subject: &str) {
    finds(map, rule, &[(subject, "depends")]);
}

/// The rule finds exactly this in the map, and only if unconfirmed ties fail.
#[track_caller]
pub fn at_risk(map: &Draft, rule: &str, subject: &str) {
    finds(map, rule, &[(subject, "at-risk")]);
}

/// The rule finds exactly these subjects, each as sure as that; each finding as the table of the contract has it.
#[track_caller]
pub fn finds(map: &Draft, rule: &str, expected: &[(&str, &str)]) {
    let (_, severities, area, lists) = RULES.into_iter().find(|row| row.0 == rule).unwrap();
    let found = findings(&ask(map), rule);
    let shown = |finding: &Value| (joined(&finding["subject"]), text(&finding["certainty"]));
    let expected: Vec<_> =
        expected.iter().map(|(id, certainty)| ((*id).to_owned(), (*certainty).to_owned())).collect();
    assert_eq!(found.iter().map(shown).collect::<Vec<_>>(), expected, "{rule} in {}", map.json());
    for finding in &found {
        assert!(severities.contains(&finding["severity"].as_str().unwrap()), "severity of {finding}");
        assert_eq!(finding["area"], area, "area of {finding}");
        for (id, list) in finding["subject"].as_array().unwrap().iter().zip(lists) {
            assert!(finding[list].as_array().unwrap().contains(id), "{list} of {finding}");
        }
    }
}

/// What a rule found, of whatever certainty.
pub fn findings(answers: &Value, rule: &str) -> Vec<Value> {
    let all = answers["findings"].as_array().unwrap();
    all.iter().filter(|finding| finding["rule"] == rule).cloned().collect()
}

/// One finding.
#[track_caller]
pub fn finding(map: &Draft, rule: &str, subject: &str) -> Value {
    let found = findings(&ask(map), rule);
    found.into_iter().find(|finding| joined(&finding["subject"]) == subject).unwrap()
}

/// How sure a finding is; nothing where the rule does not find it.
#[track_caller]
pub fn certainty(map: &Draft, rule: &str, subject: &str) -> String {
    let found = findings(&ask(map), rule);
    let found = found.iter().find(|finding| joined(&finding["subject"]) == subject);
    found.map_or(String::new(), |finding| text(&finding["certainty"]))
}

/// The unconfirmed ties on which alone a finding hangs, once it is explained.
#[track_caller]
pub fn depends_on(map: &Draft, rule: &str, subject: &str) -> String {
    let mut analysis = analysis(map, Evidence::All);
    let is_meant = |finding: &Value| finding["rule"] == rule && joined(&finding["subject"]) == subject;
    let place = document(&analysis)["findings"].as_array().unwrap().iter().position(is_meant).unwrap();
    assert!(explain(&mut analysis, &[place], || true));
    joined(&document(&analysis)["findings"][place]["depends_on"])
}

/// How a voice is heard.
#[track_caller]
pub fn hearing(map: &Draft, voice: &str) -> Value {
    entry(&ask(map)["voices"], "actor", voice)
}

/// The actors of a voice's best channel; nothing where it is not heard.
#[track_caller]
pub fn channel(map: &Draft, voice: &str) -> String {
    joined(&hearing(map, voice)["channel"])
}

/// The gatekeepers of a voice.
#[track_caller]
pub fn gatekeepers(map: &Draft, voice: &str) -> String {
    joined(&hearing(map, voice)["gatekeepers"])
}

/// How an actor is heard in detail, and answered.
#[track_caller]
pub fn routes_of(map: &Draft, actor: &str) -> Value {
    let analysis = analysis(map, Evidence::All);
    let from = analysis.network.place(&actor.into()).unwrap();
    let routes = routes(&analysis, from, None, 0).unwrap();
    serde_json::to_value(report::json::channels(&analysis.network, &routes)).unwrap()
}

/// The belts with what they hold and carry, in order: `["g 2 3"]`.
#[track_caller]
pub fn belts(map: &Draft) -> Vec<String> {
    let belts = ask(map)["belts"].as_array().unwrap().clone();
    let shown =
        |belt: &Value| format!("{} {} {}", belt["actor"].as_str().unwrap(), belt["holds"], belt["carries"]);
    belts.iter().map(shown).collect()
}

/// An expected voice.
#[track_caller]
pub fn expected_voice(map: &Draft, id: &str) -> Value {
    entry(&ask(map)["expected_voices"], "id", id)
}

/// How far a concern came, and where it stopped: `"on-the-way at g"`.
#[track_caller]
pub fn journey(map: &Draft, concern: &str) -> String {
    let found = entry(&ask(map)["concerns"], "id", concern);
    let state = found["state"].as_str().unwrap();
    found["stopped_at"].as_str().map_or(state.to_owned(), |actor| format!("{state} at {actor}"))
}

/// A figure of the scorecard.
#[track_caller]
pub fn score(map: &Draft, figure: &str) -> Value {
    ask(map)["scorecard"].as_object().unwrap()[figure].clone()
}

/// Ids in a row; nothing for null.
pub fn joined(ids: &Value) -> String {
    let ids = ids.as_array().into_iter().flatten();
    ids.map(|id| id.as_str().unwrap()).collect::<Vec<_>>().join(" ")
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

#[track_caller]
fn entry(list: &Value, key: &str, id: &str) -> Value {
    list.as_array().unwrap().iter().find(|entry| entry[key] == id).unwrap().clone()
}
