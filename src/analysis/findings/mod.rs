//! Findings: what is missing or at risk, rule by rule; a file for each family of rules.

mod concerns;
mod consultation;
mod evidence;
pub mod gates;
mod list;
mod partnerships;
mod plans;
mod providers;
mod rule;
mod voices;

use super::concerns::Journey;
use super::expected_voices::Match;
use super::gatekeepers::VoiceList;
use super::network::{ActorIx, Network, TieIx};
use super::pass::Pass;
use crate::model::terms::Principle;

pub use consultation::women_counted;
pub use list::ActorList;
pub use partnerships::{is_overdue, is_unmeasured};
pub use providers::{Tables, overseen};
pub use rule::{Rule, Severity};

/// How sure a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// It holds on all active ties, and on the confirmed ones alone.
    Certain,
    /// It holds only as long as unconfirmed ties are counted.
    Depends,
    /// It would hold if unconfirmed ties failed.
    AtRisk,
}

impl Certainty {
    /// The word for it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Certain => "certain",
            Self::Depends => "depends",
            Self::AtRisk => "at-risk",
        }
    }
}

/// What a finding is about. Numbers are places in the order of ids, so subjects order as their ids do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// The map as a whole.
    Map,
    /// An actor.
    Actor(ActorIx),
    /// Two actors, the smaller id first.
    Pair(ActorIx, ActorIx),
    /// A level.
    Level(u32),
    /// An expected voice.
    Expected(u32),
    /// A partnership.
    Partnership(u32),
    /// A principle in a partnership, by its word.
    Principle(u32, &'static str),
    /// A concern.
    Concern(u32),
    /// A concern passed from one actor to another.
    Passing(u32, ActorIx, ActorIx),
}

/// One thing that is missing or at risk.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The rule that it comes from.
    pub rule: Rule,
    /// What it is about.
    pub subject: Subject,
    /// How much it matters.
    pub severity: Severity,
    /// How sure it is; `None` where only confirmed ties were looked at.
    pub certainty: Option<Certainty>,
    /// The unconfirmed ties on which alone it hangs; worked out on request.
    pub depends_on: Vec<TieIx>,
    /// The actors it is about.
    pub actors: ActorList,
    /// Other actors that play a part: who co-opts, who supports, who stands between.
    pub by: Vec<ActorIx>,
    /// The ties it is about.
    pub ties: Vec<TieIx>,
    /// The voices that it concerns.
    pub voices: VoiceList,
    /// The principles it is about.
    pub principles: Vec<Principle>,
}

impl Finding {
    fn new(rule: Rule, severity: Severity, subject: Subject) -> Self {
        Self {
            rule,
            subject,
            severity,
            certainty: None,
            depends_on: Vec::new(),
            actors: ActorList::default(),
            by: Vec::new(),
            ties: Vec::new(),
            voices: VoiceList::default(),
            principles: Vec::new(),
        }
    }

    fn actors(mut self, actors: impl Into<ActorList>) -> Self {
        self.actors = actors.into();
        self
    }

    fn by(mut self, by: Vec<ActorIx>) -> Self {
        self.by = by;
        self
    }

    fn ties(mut self, ties: Vec<TieIx>) -> Self {
        self.ties = ties;
        self
    }

    fn voices(mut self, voices: impl Into<VoiceList>) -> Self {
        self.voices = voices.into();
        self
    }

    /// Which finding it is: two passes agree on one if rule and subject are the same.
    pub fn key(&self) -> (Rule, Subject) {
        (self.rule, self.subject)
    }
}

/// What the rules look at.
#[derive(Clone, Copy)]
pub struct Facts<'a> {
    /// The map.
    pub network: &'a Network,
    /// What follows from the ties.
    pub pass: &'a Pass,
    /// Who the expected voices are.
    pub matches: &'a [Match],
    /// How far the concerns came.
    pub journeys: &'a [Journey],
}

/// All findings of one pass, in the order of the rules and then of the subjects.
pub fn find(facts: Facts) -> Vec<Finding> {
    let mut found = Vec::new();
    voices::find(facts, &mut found);
    gates::find(facts, &mut found);
    gates::opponents(facts, &mut found);
    gates::disputed(facts, &mut found);
    providers::find(facts, &mut found);
    partnerships::find(facts, &mut found);
    consultation::find(facts, &mut found);
    concerns::find(facts, &mut found);
    plans::find(facts, &mut found);
    evidence::find(facts, &mut found);
    // No two have one key.
    found.sort_unstable_by_key(Finding::key);
    found
}

/// Joins the findings on all ties with those on confirmed ties alone: each gets its certainty, and severity and lists
/// from the first where it holds there. Both in the order of [`find`]; those that are at risk come last.
pub fn join(mut all: Vec<Finding>, confirmed: Vec<Finding>) -> Vec<Finding> {
    let mut confirmed = confirmed.into_iter().peekable();
    let mut at_risk = Vec::new();
    // There may be a million of them: they stay where they are.
    for finding in &mut all {
        while let Some(other) = confirmed.next_if(|other| other.key() < finding.key()) {
            at_risk.push(other);
        }
        let is_in_both = confirmed.next_if(|other| other.key() == finding.key()).is_some();
        finding.certainty = Some(if is_in_both { Certainty::Certain } else { Certainty::Depends });
    }
    let at_risk = at_risk.into_iter().chain(confirmed);
    all.extend(at_risk.map(|finding| Finding { certainty: Some(Certainty::AtRisk), ..finding }));
    all
}

/// Puts findings in the order in which people see them: the gravest first, then rule by rule, then by subject.
pub fn rank(findings: &mut [Finding]) {
    findings.sort_unstable_by_key(|finding| (finding.severity, finding.key()));
}
