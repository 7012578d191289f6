//! Findings in words.

use super::{Args, Value, Words};
use crate::analysis::{
    ActorIx, Analysis, Certainty, Finding, Rule, Severity, Subject, TieIx, is_overdue, is_unmeasured,
    women_counted,
};
use crate::model::terms::{Function, Principle, Term as _};

/// How many names a sentence names before it says "and … others".
const MOST: usize = 4;

/// A finding in words.
#[derive(Debug, Clone)]
pub struct FindingText {
    /// What it is, short.
    pub title: String,
    /// Why it holds and matters.
    pub why: String,
    /// What could be done.
    pub remedy: String,
    /// Where the rule comes from.
    pub source: String,
}

/// The heading of all findings of one rule and severity.
pub fn rule_heading(words: &Words, rule: Rule, severity: Severity, count: usize) -> String {
    words.say(&format!("rule-{}", message(rule, severity)), &super::args([("count", count.into())]))
}

/// How many of those who are heard are heard on confirmed ties alone, to follow on how many are heard; nothing where nobody is
/// heard, or where no other ties count.
pub fn heard_for_certain(words: &Words, heard: usize, certain: Option<usize>) -> String {
    let told = certain.filter(|_| heard > 0);
    told.map_or_else(String::new, |count| {
        words.say("heard-for-certain", &super::args([("count", count.into())]))
    })
}

/// A finding in words.
pub fn finding_text(words: &Words, analysis: &Analysis, finding: &Finding) -> FindingText {
    let args = arguments(words, analysis, finding);
    let message = message(finding.rule, finding.severity);
    let part = |part: &str| words.say(&format!("finding-{message}-{part}"), &args);
    let supposing = |text: String| match finding.certainty {
        Some(Certainty::AtRisk) => words.say("finding-at-risk", &super::args([("text", text.into())])),
        _ => text,
    };
    FindingText {
        title: supposing(part("title")),
        why: supposing(part("why")),
        remedy: part("remedy"),
        source: words.text(&format!("finding-{}-source", finding.rule.id())),
    }
}

/// What the messages of a rule are called. A note on principles says something else than a low rating.
fn message(rule: Rule, severity: Severity) -> String {
    let variant = if rule == Rule::WeakPrinciple && severity == Severity::Note { "-unrated" } else { "" };
    format!("{}{variant}", rule.id())
}

/// Everything that the messages of a finding may name.
fn arguments(words: &Words, analysis: &Analysis, finding: &Finding) -> Args<'static> {
    let network = &analysis.network;
    let mut voices = finding.voices.as_slice().to_vec();
    voices.sort_unstable();
    let mut args = Args::new();
    let mut set = |name: &'static str, value: Value<'static>| args.set(name, value.0);
    set("actors", words.actors(network, &finding.actors, MOST).into());
    set("actor-count", finding.actors.len().into());
    set("voices", words.actors(network, &voices, MOST).into());
    set("voice-count", voices.len().into());
    set("ties", ties(words, analysis, &finding.ties).into());
    set("tie-count", finding.ties.len().into());
    set("by", words.actors(network, &finding.by, MOST).into());
    set("principles", terms(words, "principle", &finding.principles).into());
    set("principle-count", finding.principles.len().into());
    // What holds only on confirmed ties is told as it is there.
    let confirmed = analysis.confirmed.as_ref().filter(|_| finding.certainty == Some(Certainty::AtRisk));
    let pass = confirmed.unwrap_or(&analysis.pass);
    let strength = voices.first().and_then(|voice| pass.reach.best(*voice));
    if let Subject::Actor(actor) = finding.subject {
        // What holds only on confirmed ties may have others.
        let is_sure = analysis.confirmed.is_some() && finding.certainty != Some(Certainty::AtRisk);
        let count = network.tie_count(actor);
        set("known", count.into());
        set("standing", words.ties_without_use(count, is_sure).into());
    }
    set("strength", u32::from(strength.map_or(0, |(strength, _)| strength.get())).into());
    let stopped = match finding.by.first() {
        Some(actor) => words.actor(network, *actor).to_owned(),
        None => words.text("nobody-named"),
    };
    set("stopped", stopped.into());
    set("subject", subject(words, analysis, finding).into());
    match finding.subject {
        Subject::Expected(ix) => set("expected", expected(words, analysis, ix).into()),
        Subject::Partnership(ix)
            if matches!(finding.rule, Rule::OverdueOutcome | Rule::UnmeasuredOutcome) =>
        {
            set("partnership", partnership(words, analysis, ix).into());
            set("goals", goals(words, analysis, finding.rule, ix).into());
        }
        Subject::Level(ix) => set("level", words.level(network, ix).into()),
        Subject::Partnership(ix) | Subject::Principle(ix, _) => {
            set("partnership", partnership(words, analysis, ix).into());
        }
        Subject::Concern(ix) => set("concern", words.concern_in_short(network, ix).into()),
        Subject::Passing(ix, from, to) => {
            set("concern", words.concern_in_short(network, ix).into());
            set("from", words.actor(network, from).to_owned().into());
            set("to", words.actor(network, to).to_owned().into());
        }
        Subject::Pair(a, b) => set("functions", exclusive_functions(words, analysis, &[a, b]).into()),
        Subject::Actor(actor) if finding.rule == Rule::NoLegalBasis => {
            set("functions", exclusive_functions(words, analysis, &[actor]).into());
        }
        Subject::Actor(actor) if finding.rule == Rule::DisputedLegitimacy => {
            let opinions = network.actor(actor).ratings.iter().filter_map(|opinion| opinion.legitimacy);
            set("least", Words::strength(opinions.clone().min()).into());
            set("most", Words::strength(opinions.max()).into());
        }
        Subject::Map if finding.rule == Rule::OutnumberedWomen => {
            let (women, heads) = women_counted(&network.map);
            set("women", women.to_string().into());
            set("heads", heads.to_string().into());
        }
        Subject::Map | Subject::Actor(_) => {}
    }
    args
}

/// What all of some actors do that one alone should do.
fn exclusive_functions(words: &Words, analysis: &Analysis, actors: &[ActorIx]) -> String {
    let is_shared = |function: &Function| actors.iter().all(|actor| analysis.network.does(*actor, *function));
    let all = Function::ALL.iter().copied();
    let shared: Vec<_> = all.filter(|function| function.is_exclusive() && is_shared(function)).collect();
    terms(words, "function", &shared)
}

/// What a partnership wanted to reach, as far as a rule is about it.
fn goals(words: &Words, analysis: &Analysis, rule: Rule, partnership: u32) -> String {
    let network = &analysis.network;
    let outcomes = network.partnership(partnership).outcomes.iter().filter(|outcome| match rule {
        Rule::OverdueOutcome => is_overdue(&network.map, outcome),
        _ => is_unmeasured(outcome),
    });
    let unnamed = words.text("outcome-unnamed");
    let goals: Vec<&str> = outcomes
        .map(|outcome| Some(words.read(&outcome.goal)).filter(|goal| !goal.is_empty()).unwrap_or(&unnamed))
        .collect();
    words.list(&goals, MOST)
}

fn subject(words: &Words, analysis: &Analysis, finding: &Finding) -> String {
    let network = &analysis.network;
    match finding.subject {
        Subject::Map => words.read(&network.map.title).to_owned(),
        Subject::Actor(ix) => words.actor(network, ix).to_owned(),
        Subject::Pair(a, b) => words.actors(network, &[a, b], MOST),
        Subject::Level(ix) => words.level(network, ix),
        Subject::Expected(ix) => expected(words, analysis, ix),
        Subject::Partnership(ix) => partnership(words, analysis, ix),
        Subject::Principle(_, principle) => {
            Principle::from_id(principle).map_or_else(String::new, |term| words.term("principle", term))
        }
        Subject::Concern(ix) | Subject::Passing(ix, _, _) => words.concern_in_short(network, ix),
    }
}

fn expected(words: &Words, analysis: &Analysis, expected: u32) -> String {
    let expected = analysis.network.expected_voice(expected);
    words.name(&expected.label, &expected.id).to_owned()
}

fn partnership(words: &Words, analysis: &Analysis, partnership: u32) -> String {
    let partnership = analysis.network.partnership(partnership);
    words.name(&partnership.name, &partnership.id).to_owned()
}

fn terms(words: &Words, family: &str, terms: &[impl crate::model::terms::Term]) -> String {
    let names: Vec<_> = terms.iter().map(|term| words.term(family, *term)).collect();
    words.list(&names.iter().map(String::as_str).collect::<Vec<_>>(), names.len())
}

fn ties(words: &Words, analysis: &Analysis, ties: &[TieIx]) -> String {
    // A list of thousands is never shown: past the first few, they are only counted.
    let shown: Vec<_> = ties.iter().take(MOST + 1).map(|tie| words.tie(&analysis.network, *tie)).collect();
    let mut names: Vec<_> = shown.iter().map(String::as_str).collect();
    names.resize(ties.len(), "");
    words.list(&names, MOST)
}
