//! `jisr compare --json`: what changed between two maps.

use serde::Serialize;

use super::bridges::{FindingName, name};
use super::{ScorecardDocument, scorecard};
use crate::analysis::{Analysis, Changes, Comparison};
use crate::model::Id;
use crate::model::terms::Term as _;

/// What changed.
#[derive(Debug, Serialize)]
pub struct ComparisonDocument {
    /// Actors.
    pub actors: ChangesDocument,
    /// Ties.
    pub ties: ChangesDocument,
    /// Findings.
    pub findings: FindingChanges,
    /// Local actors that fare otherwise than before.
    pub voices: Vec<MoveDocument>,
    /// The figures of both.
    pub scorecard: Scorecards,
}

/// Ids that were added, removed and changed.
#[derive(Debug, Serialize)]
pub struct ChangesDocument {
    /// Only in the new map.
    pub added: Vec<String>,
    /// Only in the old one.
    pub removed: Vec<String>,
    /// In both, and not the same.
    pub changed: Vec<String>,
}

/// Findings that closed and opened.
#[derive(Debug, Serialize)]
pub struct FindingChanges {
    /// They no longer hold.
    pub closed: Vec<FindingName>,
    /// They did not hold before.
    pub opened: Vec<FindingName>,
}

/// A local actor that fares otherwise than before.
#[derive(Debug, Serialize)]
pub struct MoveDocument {
    /// Who.
    pub actor: String,
    /// How it fared.
    pub before: &'static str,
    /// How it fares.
    pub after: &'static str,
}

/// The figures of both maps.
#[derive(Debug, Serialize)]
pub struct Scorecards {
    /// The old one.
    pub before: ScorecardDocument,
    /// The new one.
    pub after: ScorecardDocument,
}

/// A comparison of two maps, which it was made from.
pub fn compare(old: &Analysis, new: &Analysis, comparison: &Comparison) -> ComparisonDocument {
    let names = |analysis: &Analysis, places: &[usize]| {
        places.iter().map(|place| name(analysis, &analysis.findings[*place])).collect()
    };
    let voices = comparison.voices.iter().map(|moved| MoveDocument {
        actor: moved.actor.to_string(),
        before: moved.before.id(),
        after: moved.after.id(),
    });
    ComparisonDocument {
        actors: changes(&comparison.actors),
        ties: changes(&comparison.ties),
        findings: FindingChanges {
            closed: names(old, &comparison.closed),
            opened: names(new, &comparison.opened),
        },
        voices: voices.collect(),
        scorecard: Scorecards { before: scorecard(&old.scorecard), after: scorecard(&new.scorecard) },
    }
}

fn changes<I: Id>(changes: &Changes<I>) -> ChangesDocument {
    let ids = |ids: &[I]| ids.iter().map(|id| id.as_str().to_owned()).collect();
    ChangesDocument {
        added: ids(&changes.added),
        removed: ids(&changes.removed),
        changed: ids(&changes.changed),
    }
}
