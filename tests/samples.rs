//! The sample maps and templates: sound, in the form in which they would be saved, and showing what they are to teach.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jisr::analysis::{Analysis, Certainty, ConcernState, Evidence, Rule, Severity, VoiceState, analyze};
use jisr::format::jisr::{read, write};
use jisr::model::terms::{Confidence, Scale, Term};
use jisr::model::{Id, Language, Map, Text};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-maps")
}

fn maps() -> Vec<PathBuf> {
    let mut paths = Vec::new();
    for folder in [folder(), folder().join("templates")] {
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        paths.extend(entries.filter(|path| path.extension().is_some_and(|extension| extension == "jisr")));
    }
    paths.sort();
    assert!(paths.len() >= 9, "four maps and five templates");
    paths
}

fn open(path: &Path) -> Map {
    let reading = read(&fs::read(path).unwrap()).unwrap();
    assert_eq!(reading.problems, [], "{}", path.display());
    reading.map
}

fn sample(name: &str) -> Map {
    open(&folder().join(name))
}

fn analysis(name: &str) -> Analysis {
    analyze(Arc::new(sample(name)), Evidence::All)
}

/// The subjects for which a rule holds, those at risk left out.
fn found(analysis: &Analysis, rule: Rule) -> Vec<String> {
    let of_rule =
        |found: &&jisr::analysis::Finding| found.rule == rule && found.certainty != Some(Certainty::AtRisk);
    analysis.findings.iter().filter(of_rule).map(|found| analysis.subject(found.subject).join(" ")).collect()
}

#[test]
fn every_map_is_sound_and_as_it_would_be_saved() {
    for path in maps() {
        let text = fs::read_to_string(&path).unwrap();
        let saved = String::from_utf8(write(&open(&path))).unwrap();
        if std::env::var_os("JISR_SAVE_SAMPLES").is_some() {
            fs::write(&path, &saved).unwrap();
            continue;
        }
        let differs = text.lines().zip(saved.lines()).find(|(as_is, as_saved)| as_is != as_saved);
        assert_eq!(differs, None, "{}", path.display());
        assert_eq!(text.len(), saved.len(), "{}", path.display());
    }
}

#[test]
fn names_are_in_english_and_arabic() {
    for path in maps() {
        let map = open(&path);
        let texts = map.actors.iter().map(|actor| &actor.name).chain([&map.title]);
        let texts = texts.chain(map.expected_voices.iter().map(|expected| &expected.label));
        for text in texts {
            let Text::ByLanguage(texts) = text else { panic!("{text:?} in {}", path.display()) };
            for language in ["en", "ar"] {
                let is_there =
                    |(tag, text): &(Language, String)| tag.as_str() == language && !text.is_empty();
                assert!(texts.iter().any(is_there), "{texts:?} in {}", path.display());
            }
        }
    }
}

#[test]
fn every_element_of_the_jenin_maps_names_the_paper() {
    for name in ["jenin-2008.jisr", "jenin-2012.jisr"] {
        let map = sample(name);
        let english = Language::new("en");
        let elements = map
            .actors
            .iter()
            .map(|actor| (actor.id.as_str(), &actor.evidence, &actor.notes))
            .chain(map.ties.iter().map(|tie| (tie.id.as_str(), &tie.evidence, &tie.notes)))
            .chain(map.consultations.iter().map(|item| (item.id.as_str(), &item.evidence, &item.notes)))
            .chain(map.concerns.iter().map(|item| (item.id.as_str(), &item.evidence, &item.notes)));
        for (id, evidence, notes) in elements {
            assert!(!evidence.is_empty(), "{id} in {name} has no evidence");
            assert!(notes.read(&english).contains('§'), "{id} in {name} names no section");
        }
    }
}

#[test]
fn what_the_paper_does_not_say_is_marked_as_assumed() {
    for name in ["jenin-2008.jisr", "jenin-2012.jisr"] {
        for tie in sample(name).ties {
            let says_so = tie.notes.read(&Language::new("en")).contains("Assumed");
            if tie.confidence == Confidence::Assumed {
                assert!(says_so, "{} in {name} is assumed and does not say so", tie.id);
            }
        }
    }
}

#[test]
fn jenin_2008_shows_the_five_shortcomings() {
    let analysis = analysis("jenin-2008.jisr");
    let is_strategic = |concern: &str| {
        let concerns = &analysis.network.map.concerns;
        concerns.iter().any(|item| item.id.as_str() == concern && item.scale == Some(Scale::Strategic))
    };
    // No shared objective.
    assert_eq!(found(&analysis, Rule::NoPartnership).len(), 1);
    assert!(found(&analysis, Rule::UntransmittedConcern).iter().any(|concern| is_strategic(concern)));
    // No local ownership.
    assert!(!found(&analysis, Rule::ExternalOnly).is_empty());
    assert_eq!(found(&analysis, Rule::NoConsultation).len(), 1);
    // Governance neglected.
    assert!(!found(&analysis, Rule::OverlappingMandate).is_empty());
    assert!(!found(&analysis, Rule::SupportWithoutOversight).is_empty());
    // Authoritarian, and co-opting.
    assert!(!found(&analysis, Rule::UnaccountableProvider).is_empty());
    assert!(!found(&analysis, Rule::CoOptation).is_empty());
    // Its inconsistencies stand as concerns, on all three scales.
    let scales: BTreeSet<_> =
        analysis.network.map.concerns.iter().filter_map(|concern| concern.scale).collect();
    assert_eq!(scales.len(), 3);
}

#[test]
fn by_2012_jenin_is_heard_and_what_remained_is_seen() {
    let (before, after) = (analysis("jenin-2008.jisr"), analysis("jenin-2012.jisr"));
    let heard = |analysis: &Analysis| analysis.scorecard.voices_heard.unwrap();
    let closed = |analysis: &Analysis| analysis.scorecard.loops_closed.unwrap();
    assert!(heard(&before) < 0.3 && heard(&after) > 0.8);
    assert!(closed(&before) < 0.1 && closed(&after) > 0.5);
    for gone in [Rule::NoPartnership, Rule::NoConsultation] {
        assert_eq!(found(&after, gone), [""; 0]);
    }
    for still_there in [Rule::SingleGatekeeper, Rule::UntransmittedConcern, Rule::OverlappingMandate] {
        assert!(!found(&after, still_there).is_empty(), "{still_there:?}");
    }
    // What the paper concludes: without anchorage it does not last (§7, §8), and support from outside is needed (§6, §8).
    for concluded in [Rule::UnanchoredPartnership, Rule::SponsorDependence] {
        assert_eq!(found(&after, concluded), ["jenin-community-safety"], "{concluded:?}");
    }
    let ids = |map: &Map| map.actors.iter().map(|actor| actor.id.clone()).collect::<BTreeSet<_>>();
    let shared = ids(&before.network.map).intersection(&ids(&after.network.map)).count();
    assert!(shared * 10 >= before.network.map.actors.len() * 9, "the two maps compare");
    let phases = &after.network.map.partnerships[0].phases;
    assert!(phases.consultation.is_some() && phases.committee.is_some() && phases.plan.is_some());
}

#[test]
fn the_valley_has_an_example_of_every_rule() {
    let valley = [analysis("valley-training.jisr"), analysis("valley-before.jisr")];
    let everything = || valley.iter().flat_map(|analysis| &analysis.findings);
    for rule in Rule::ALL {
        assert!(everything().any(|finding| finding.rule == *rule), "no {} in the valley", rule.id());
    }
    let of = |rule: Rule| everything().filter(move |finding| finding.rule == rule);
    for severity in [Severity::High, Severity::Medium, Severity::Low] {
        assert!(of(Rule::SingleGatekeeper).any(|finding| finding.severity == severity), "{severity:?}");
    }
    for severity in [Severity::Low, Severity::Note] {
        assert!(of(Rule::WeakPrinciple).any(|finding| finding.severity == severity), "{severity:?}");
    }
    for certainty in [Certainty::Certain, Certainty::Depends, Certainty::AtRisk] {
        assert!(everything().any(|finding| finding.certainty == Some(certainty)), "{certainty:?}");
    }
    for state in ConcernState::ALL {
        let has_state = |analysis: &Analysis| analysis.journeys.iter().any(|journey| journey.state == *state);
        assert!(valley.iter().any(has_state), "{state:?}");
    }
    for state in VoiceState::ALL {
        let has_state =
            |analysis: &Analysis| analysis.expected_voices.iter().any(|fares| fares.state == *state);
        assert!(valley.iter().any(has_state), "{state:?}");
    }
    let actors = valley[0].network.map.actors.len();
    assert!((50..=70).contains(&actors), "{actors} actors");
}

/// The trainer's sheet says of each finding what the analysis says: `- `rule` [`id`, `id`] severity, certainty - why`.
#[test]
fn the_trainers_answers_are_those_of_the_analysis() {
    let sheet = fs::read_to_string(folder().join("valley-training.answers.md")).unwrap();
    let (training, before) = sheet.split_once("\n# valley-before.jisr").expect("a part on the valley before");
    for (part, name) in [(training, "valley-training.jisr"), (before, "valley-before.jisr")] {
        let mut told: BTreeMap<String, usize> = BTreeMap::new();
        for line in part.lines().filter(|line| line.starts_with("- `")) {
            let (answer, why) = line.split_once(" - ").expect(line);
            assert!(why.len() > 20, "{line} gives no reason");
            *told.entry(answer.to_owned()).or_default() += 1;
        }
        let mut worked_out: BTreeMap<String, usize> = BTreeMap::new();
        let analysis = analysis(name);
        for finding in &analysis.findings {
            let subject: Vec<_> =
                analysis.subject(finding.subject).into_iter().map(|id| format!("`{id}`")).collect();
            let (rule, severity) = (finding.rule.id(), finding.severity.id());
            let certainty = finding.certainty.unwrap().id();
            let answer = format!("- `{rule}` [{}] {severity}, {certainty}", subject.join(", "));
            *worked_out.entry(answer).or_default() += 1;
        }
        assert_eq!(told, worked_out, "{name}");
    }
}

#[test]
fn templates_bring_expected_voices_and_no_facts() {
    for path in maps().iter().filter(|path| path.parent().unwrap().ends_with("templates")) {
        let map = open(path);
        let is_blank = path.file_stem().unwrap() == "blank";
        assert_eq!(map.expected_voices.is_empty(), is_blank, "{}", path.display());
        assert!(!map.notes.is_empty() && map.ties.is_empty() && map.concerns.is_empty());
        for expected in &map.expected_voices {
            assert!(!expected.why.is_empty(), "{} in {}", expected.id, path.display());
            assert!(expected.source.is_some(), "{} in {}", expected.id, path.display());
        }
    }
}
