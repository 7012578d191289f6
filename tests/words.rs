//! The catalogues: every message that the program asks for is there, and none that nobody asks for.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use jisr::analysis::{ConcernState, Rule, Severity, VoiceState};
use jisr::model::terms::{
    Area, Confidence, Consent, Formality, Function, InstrumentKind, InstrumentStatus, Medium, Principle,
    Reliability, Sector, Sensitivity, Stance, Status, Term, TieClass, Tier, View, VoiceDirection,
};
use jisr::model::{Advice, Fault, Language, Map, built_in_actor_kinds, built_in_tie_kinds};
use jisr::picture::lens::Lens;
use jisr::picture::palette::Theme;
use jisr::session::building::fields::{
    ActorField, ActorKindField, InstrumentField, LevelField, MapField, RatingField, SourceField, TieField,
    TieKindField,
};
use jisr::session::starters::SAMPLES;
use jisr::words::{Words, languages};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() {
            found.extend(files(&entry, extension));
        } else if entry.extension().is_some_and(|is| is == extension) {
            found.push(entry);
        }
    }
    found
}

/// The ids of all messages of a language.
fn catalogue(language: &str) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    for path in files(&root().join("locales").join(language), "ftl") {
        for line in fs::read_to_string(&path).unwrap().lines() {
            let Some((id, _)) = line.split_once(" =") else { continue };
            if id.starts_with(|first: char| first.is_ascii_lowercase()) && !id.contains(' ') {
                assert!(ids.insert(id.to_owned()), "{id} stands twice in {language}");
            }
        }
    }
    assert!(ids.len() > 200, "the catalogue of {language} was found");
    ids
}

/// Messages whose id stands in the code as a whole, and those made of a family and a word.
fn asked_for() -> BTreeSet<String> {
    let mut ids = literals();
    let mut family = |name: &str, words: &mut dyn Iterator<Item = &'static str>| {
        ids.extend(words.map(|word| format!("{name}-{word}")));
    };
    family("function", &mut Function::ALL.iter().map(|term| term.id()));
    family("principle", &mut Principle::ALL.iter().map(|term| term.id()));
    family("area", &mut Area::ALL.iter().map(|term| term.id()));
    family("certainty", &mut ["certain", "depends", "at-risk"].into_iter());
    family("severity", &mut Severity::ALL.iter().map(|term| term.id()));
    family("voice-state", &mut VoiceState::ALL.iter().map(|term| term.id()));
    family("concern-state", &mut ConcernState::ALL.iter().map(|term| term.id()));
    family("problem", &mut Fault::ALL.iter().map(|fault| fault.id()));
    family("remark", &mut Advice::ALL.iter().map(|advice| advice.id()));
    family("tie-kind", &mut built_in_tie_kinds().map(|(id, _)| id));
    family("actor-kind", &mut built_in_actor_kinds().map(|(id, _)| id));
    family("formality", &mut Formality::ALL.iter().map(|term| term.id()));
    family("sector", &mut Sector::ALL.iter().map(|term| term.id()));
    family("tie-class", &mut TieClass::ALL.iter().map(|term| term.id()));
    family("confidence", &mut Confidence::ALL.iter().map(|term| term.id()));
    family("status", &mut Status::ALL.iter().map(|term| term.id()));
    family("medium", &mut Medium::ALL.iter().map(|term| term.id()));
    family("stance", &mut Stance::ALL.iter().map(|term| term.id()));
    family("sensitivity", &mut Sensitivity::ALL.iter().map(|term| term.id()));
    family("voice-brief", &mut VoiceState::ALL.iter().map(|term| term.id()));
    family("state-short", &mut ["unheard", "heard"].into_iter());
    family("view", &mut View::ALL.iter().map(|term| term.id()));
    family("command-view", &mut View::ALL.iter().map(|term| term.id()));
    family("lens", &mut Lens::ALL.iter().map(|lens| lens.id()));
    family("command-lens", &mut Lens::ALL.iter().map(|lens| lens.id()));
    family("theme", &mut Theme::ALL.iter().map(|theme| theme.id()));
    family("command-theme", &mut Theme::ALL.iter().map(|theme| theme.id()));
    family("command-tab", &mut ["channel", "findings", "bridges", "details"].into_iter());
    family("legend-legitimacy", &mut ["1", "2", "3", "4", "5"].into_iter());
    family("sample", &mut SAMPLES.iter().map(|(name, _)| *name));
    for form in ["tie-forms", "tie-passive"] {
        family(form, &mut built_in_tie_kinds().map(|(id, _)| id));
    }
    family("actor-words", &mut built_in_actor_kinds().map(|(id, _)| id));
    family("strength-words", &mut ["1", "2", "3", "4", "5"].into_iter());
    let actor_fields = ActorField::ALL.iter().map(ActorField::id);
    let columns: BTreeSet<&str> = actor_fields.chain(TieField::ALL.iter().map(TieField::id)).collect();
    family("heading", &mut columns.iter().copied());
    let fields = || columns.iter().copied().chain(MapField::ALL.iter().map(MapField::id));
    let instrument = || InstrumentField::ALL.iter().map(InstrumentField::id);
    family("column", &mut fields().chain(instrument()).chain(["ratings"]));
    let own =
        LevelField::ALL.iter().map(LevelField::id).chain(ActorKindField::ALL.iter().map(ActorKindField::id));
    let own = own.chain(TieKindField::ALL.iter().map(TieKindField::id));
    let own = own.chain(SourceField::ALL.iter().map(SourceField::id)).chain(instrument());
    let own: Vec<&str> = own.chain(RatingField::ALL.iter().map(RatingField::id)).collect();
    family("field", &mut fields().chain(own.iter().copied()));
    family("meaning", &mut fields().chain(own.iter().copied()));
    for list in
        ["own-levels", "own-actor-kinds", "own-tie-kinds", "own-instruments", "own-sources", "ratings"]
    {
        family(list, &mut ["hint"].into_iter());
    }
    family("tier", &mut Tier::ALL.iter().map(|term| term.id()));
    family("voice-direction", &mut VoiceDirection::ALL.iter().map(|term| term.id()));
    family("consent", &mut Consent::ALL.iter().map(|term| term.id()));
    family("instrument", &mut InstrumentKind::ALL.iter().map(|term| term.id()));
    family("instrument-status", &mut InstrumentStatus::ALL.iter().map(|term| term.id()));
    family("reliability", &mut Reliability::ALL.iter().map(|term| term.id()));
    let figures = ["heard", "closed", "backup", "overseen", "missing", "evidence"];
    ids.extend(figures.map(|figure| format!("figure-{figure}-hint")));
    let usual = Map::default();
    let levels: Vec<String> = usual.ladder().rungs().map(|(id, _, _)| format!("level-{id}")).collect();
    ids.extend(levels.iter().map(|level| level.replacen("level-", "level-words-", 1)));
    ids.extend(levels);
    // A voice that is not on the map is an expected one: the sheet has no list of them.
    let listed = VoiceState::ALL.iter().filter(|state| **state != VoiceState::Absent);
    ids.extend(listed.map(|state| format!("sheet-voices-{}", state.id())));
    for rule in Rule::ALL.iter().map(|rule| rule.id()) {
        ids.insert(format!("rule-{rule}"));
        ids.extend(["title", "why", "remedy", "source"].map(|part| format!("finding-{rule}-{part}")));
    }
    let unrated = "weak-principle-unrated";
    ids.insert(format!("rule-{unrated}"));
    ids.extend(["title", "why", "remedy"].map(|part| format!("finding-{unrated}-{part}")));
    ids.extend(help());
    ids
}

/// Every literal in the code that is the id of a message.
fn literals() -> BTreeSet<String> {
    let known = catalogue("en");
    let mut ids = BTreeSet::new();
    for path in files(&root().join("src"), "rs") {
        let code = fs::read_to_string(&path).unwrap();
        for literal in code.split('"').skip(1).step_by(2) {
            if known.contains(literal) {
                ids.insert(literal.to_owned());
            }
        }
        // What is asked for by its id has to be there.
        for call in [".text(\"", ".say(\""] {
            for id in code.split(call).skip(1).filter_map(|rest| rest.split('"').next()) {
                ids.insert(id.to_owned());
            }
        }
    }
    ids
}

/// The help of every command and of everything that can be typed after it.
fn help() -> BTreeSet<String> {
    let words = Words::of(&Language::new("en"));
    let command = jisr::cli::command(&words);
    let mut ids = BTreeSet::new();
    for command in command.get_subcommands().chain([&command]) {
        let name = command.get_name();
        ids.extend([format!("help-{name}"), format!("help-{name}-long"), format!("help-{name}-examples")]);
        for arg in command.get_arguments() {
            let id = arg.get_id().as_str().replace('_', "-");
            let common = ["help", "version", "lang", "json"].contains(&id.as_str());
            ids.insert(if common { format!("help-option-{id}") } else { format!("help-{name}-{id}") });
        }
    }
    ids
}

#[test]
fn every_message_is_there_and_every_one_is_said() {
    let (there, asked_for) = (catalogue("en"), asked_for());
    let missing: Vec<_> = asked_for.difference(&there).collect();
    let unused: Vec<_> = there.difference(&asked_for).collect();
    assert!(missing.is_empty(), "missing: {missing:#?}");
    assert!(unused.is_empty(), "nobody says: {unused:#?}");
    // A file of the catalogue that is not built in would be seen by this test and by nobody else.
    let code = fs::read_to_string(root().join("src/words/mod.rs")).unwrap();
    for file in files(&root().join("locales"), "ftl") {
        let path = file.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
        assert!(code.contains(&path), "{path} is not built in");
    }
}

#[test]
fn every_language_has_the_messages_of_english_and_no_others() {
    let english = catalogue("en");
    for language in languages() {
        assert_eq!(catalogue(language.as_str()), english, "{language}");
    }
}

#[test]
fn a_language_without_a_catalogue_speaks_english() {
    let words = Words::of(&Language::new("xx"));
    assert!(!words.is_translated());
    assert_eq!(words.text("severity-high"), Words::of(&Language::new("en")).text("severity-high"));
}

#[test]
fn a_list_reads_as_one() {
    let words = Words::of(&Language::new("en"));
    let check = |names: &[&str], most: usize, reads: &str| assert_eq!(words.list(names, most), reads);
    check(&[], 3, "");
    check(&["a"], 3, "a");
    check(&["a", "b"], 3, "a and b");
    check(&["a", "b", "c"], 3, "a, b and c");
    check(&["a", "b", "c", "d"], 3, "a, b, c and d");
    check(&["a", "b", "c", "d", "e"], 3, "a, b, c and 2 others");
    check(&["a", "b", "c"], usize::MAX, "a, b and c");
    check(&["a and b", "c", "d"], 3, "a and b; c; d");
    check(&["a, b", "c", "d", "e"], 2, "a, b; c and 2 others");
}
