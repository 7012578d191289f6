//! `jisr plan --json`: what the planned ties would do.

use serde::Serialize;

use super::bridges::{FindingName, names};
use crate::analysis::{Analysis, Effect, Plan, PlannedTie};
use crate::words::Words;

/// What the planned ties would do.
#[derive(Debug, Serialize)]
pub struct PlanDocument {
    /// Each by itself, those that gain most first.
    pub ties: Vec<PlannedTieDocument>,
    /// All of them together.
    pub together: EffectDocument,
}

/// A planned tie.
#[derive(Debug, Serialize)]
pub struct PlannedTieDocument {
    /// Which.
    pub tie: String,
    /// Whose it would be.
    pub from: String,
    /// To whom.
    pub to: String,
    /// Of what kind.
    pub kind: String,
    /// Who brings it about.
    pub owner: Option<String>,
    /// By when.
    pub due: Option<String>,
    /// What it would do by itself.
    #[serde(flatten)]
    pub alone: EffectDocument,
}

/// What ties would do.
#[derive(Debug, Serialize)]
pub struct EffectDocument {
    /// How much less all findings would weigh; below nothing where they would weigh more.
    pub score: i64,
    /// The findings that would close.
    pub closes: Vec<FindingName>,
    /// The findings that would open.
    pub opens: Vec<FindingName>,
}

/// The plan of a map.
pub fn plan(analysis: &Analysis, plan: &Plan, words: &Words) -> PlanDocument {
    PlanDocument {
        ties: plan.ties.iter().map(|planned| tie(analysis, planned, words)).collect(),
        together: effect(analysis, &plan.together),
    }
}

fn tie(analysis: &Analysis, planned: &PlannedTie, words: &Words) -> PlannedTieDocument {
    let tie = analysis.network.tie(planned.tie);
    let (owner, due) = words.owner_and_due(tie);
    PlannedTieDocument {
        tie: tie.id.to_string(),
        from: tie.from.to_string(),
        to: tie.to.to_string(),
        kind: tie.kind.to_string(),
        owner: owner.map(str::to_owned),
        due: due.map(|due| due.to_string()),
        alone: effect(analysis, &planned.alone),
    }
}

fn effect(analysis: &Analysis, effect: &Effect) -> EffectDocument {
    EffectDocument {
        score: effect.score,
        closes: names(analysis, &effect.closes),
        opens: names(analysis, &effect.opens),
    }
}
