//! Bridges: which new ties would close the most gaps.
//!
//! Every tie that could be is a candidate; its score is what all findings weigh before it, less what they weigh with it.
//! The best one is put in place, and the next is sought. Scores are exact: a candidate is passed over only where an
//! upper bound on its score ([`bounds`]) shows that it cannot be the best.

mod bounds;
mod candidates;
mod local;
mod reroutes;
mod round;
mod spread;

use super::concerns::Journey;
use super::findings::Finding;
use super::network::{ActorIx, Network};
use super::progress::{KeepOn, Progress, Stopped, asked};
use super::scenario::supposed_evidence;
use super::standing::{Effect, Given, Standing, weight};
use super::{Analysis, Evidence, expected_voices};
use crate::model::terms::{Confidence, Status};
use crate::model::{Id as _, Tie, TieId, TieKindId};

/// The kinds of tie that are tried; of two that score alike, the earlier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BridgeKind {
    /// Into an actor that a partnership names as itself, from any level.
    MemberOf,
    /// On one level, or to the next.
    Informs,
    /// On one level, or to the next.
    CoordinatesWith,
    /// From an actor whose task it is to look into things, to a provider, on one level or the next.
    Oversees,
}

impl BridgeKind {
    /// The kind of tie.
    pub fn tie_kind(self) -> TieKindId {
        TieKindId::new(match self {
            Self::MemberOf => "member-of",
            Self::Informs => "informs",
            Self::CoordinatesWith => "coordinates-with",
            Self::Oversees => "oversees",
        })
    }
}

/// A tie that is not there, and what it would change.
#[derive(Debug, Clone)]
pub struct Bridge {
    /// Whose it would be.
    pub from: ActorIx,
    /// To whom.
    pub to: ActorIx,
    /// Of what kind.
    pub kind: BridgeKind,
    /// How much less all findings would weigh, the bridges before it in place.
    pub score: u32,
    /// The findings that it closes, the gravest first.
    pub closes: Vec<Finding>,
    /// The findings that it opens, the gravest first.
    pub opens: Vec<Finding>,
    /// The findings that stay and matter less, as they were.
    pub eases: Vec<Finding>,
    /// The findings that stay and matter more, as they would be.
    pub worsens: Vec<Finding>,
}

/// The ties that would close the most gaps and do no harm (`candidates`), at most `top`, each sought with those before it in place; fewer where
/// nothing more scores above nothing. On all active ties, whatever the analysis counted.
///
/// A supposed tie has strength 3, is active and confirmed, and has evidence. Findings weigh 8 (high), 3 (medium), 1
/// (low) and 0 (note). Equal scores: fewer levels crossed, then the order of [`BridgeKind`], then the ids of both ends.
///
/// Complexity: pairs of actors on the same level or the next for the bounds, and for each candidate that no bound rules
/// out, one more pass over actors and ties; in practice a handful a bridge.
pub fn bridges(analysis: &Analysis, top: usize, keep_on: KeepOn) -> Result<Vec<Bridge>, Stopped> {
    let mut network = analysis.network.clone();
    let matches = expected_voices::matches(&network);
    let journeys = Journey::all(&network, Evidence::All);
    let given = Given { matches: &matches, journeys: &journeys };
    let mut before = Standing::of(&network, given);
    let mut found = Vec::new();
    while found.len() < top {
        let progress = Progress { done: found.len(), of: top };
        let go_on = || asked(keep_on, progress);
        let Some(best) = round::best(&network, given, &before, &go_on)? else { break };
        network.suppose(best.tie(&network));
        let after = Standing::of(&network, given);
        let Effect { score, closes, opens, eases, worsens } = Effect::of(&before, &after);
        found.push(Bridge {
            from: best.from,
            to: best.to,
            kind: best.kind,
            score: u32::try_from(score).unwrap_or_default(),
            closes,
            opens,
            eases,
            worsens,
        });
        before = after;
    }
    Ok(found)
}

/// Asks whether to go on.
type GoOn<'a> = &'a (dyn Fn() -> Result<(), Stopped> + Sync);

/// A tie that could be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Candidate {
    from: ActorIx,
    to: ActorIx,
    kind: BridgeKind,
}

impl Candidate {
    fn tie(self, network: &Network) -> Tie {
        let id = |actor| network.actor(actor).id.clone();
        let tie = Tie::new(TieId::new("bridge"), id(self.from), self.kind.tie_kind(), id(self.to));
        Tie {
            status: Status::Active,
            confidence: Confidence::Confirmed,
            evidence: supposed_evidence(),
            ..tie
        }
    }
}
