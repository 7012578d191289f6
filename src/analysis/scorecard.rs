//! The scorecard: a map in a dozen figures. What cannot be had, because there is nothing to divide by, is `None`.

use super::concerns::ConcernState;
use super::findings::{Certainty, Facts, Finding, overseen};
use super::network::{ActorIx, Network};
use super::pass::Pass;
use super::scenario::is_supposed;
use crate::model::terms::Formality;

/// A map in a dozen figures. Shares are between 0 and 1.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scorecard {
    /// Voices heard ÷ voices.
    pub voices_heard: Option<f64>,
    /// Voices heard and answered ÷ voices.
    pub loops_closed: Option<f64>,
    /// Voices heard and without a gatekeeper ÷ voices.
    pub with_backup: Option<f64>,
    /// Expected voices that some actor is ÷ expected voices.
    pub expected_present: Option<f64>,
    /// Ties on best channels that join an informal or hybrid actor to a formal one, once for each channel ÷ heard
    /// voices.
    pub crossings_per_voice: Option<f64>,
    /// The E-I index of Krackhardt & Stern (1988) on formality: (pairs tied across groups − pairs tied within) ÷ pairs
    /// tied; from −1 (everyone among themselves) to 1.
    pub mixing: Option<f64>,
    /// Providers overseen by an actor without force that sits at another table ÷ providers.
    pub providers_overseen: Option<f64>,
    /// Concerns answered ÷ concerns.
    pub concerns_answered: Option<f64>,
    /// Ties with evidence ÷ ties, whatever their status; those that are only supposed count on neither side.
    pub ties_with_evidence: Option<f64>,
    /// Findings by severity, the gravest first; without those that hold only if unconfirmed ties fail.
    pub findings: [usize; 4],
}

/// A share in whole per cent, as everybody reads it who is shown it: 12.5 are 13.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share is between 0 and 1")]
pub fn percent(share: f64) -> usize {
    (share * 100.0).round() as usize
}

/// The figures of a map.
pub fn scorecard(facts: Facts, findings: &[Finding]) -> Scorecard {
    let Facts { network, pass, matches, journeys } = facts;
    let voices: Vec<ActorIx> = network.voices().collect();
    let share_of_voices = |holds: &dyn Fn(ActorIx) -> bool| share(voices.iter().copied(), holds);
    let providers = (0..).zip(&network.actors).filter(|(_, node)| node.is_provider()).map(|(ix, _)| ix);
    let is_overseen = overseen(facts);
    let mut counts = [0; 4];
    for finding in findings.iter().filter(|finding| finding.certainty != Some(Certainty::AtRisk)) {
        counts[finding.severity as usize] += 1;
    }
    Scorecard {
        voices_heard: share_of_voices(&|voice| pass.is_heard(voice)),
        loops_closed: share_of_voices(&|voice| pass.is_heard(voice) && pass.is_answered[voice as usize]),
        with_backup: share_of_voices(&|voice| pass.has_backup(voice)),
        expected_present: share(matches.iter(), |matching| !matching.actors.is_empty()),
        crossings_per_voice: crossings_per_voice(network, pass, &voices),
        mixing: mixing(network, pass),
        providers_overseen: share(providers, |provider: ActorIx| is_overseen[provider as usize]),
        concerns_answered: share(journeys.iter(), |journey| journey.state >= ConcernState::Answered),
        // What is only tried is neither with evidence nor without.
        ties_with_evidence: share(
            (0..count(network.ties.len())).map(|tie| network.tie(tie)).filter(|tie| !is_supposed(tie)),
            |tie| !tie.evidence.is_empty(),
        ),
        findings: counts,
    }
}

/// How many of some items hold ÷ how many there are.
fn share<T>(items: impl Iterator<Item = T>, holds: impl Fn(T) -> bool) -> Option<f64> {
    let (mut all, mut holding) = (0_u32, 0_u32);
    for item in items {
        all += 1;
        holding += u32::from(holds(item));
    }
    (all > 0).then(|| f64::from(holding) / f64::from(all))
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

fn crossings_per_voice(network: &Network, pass: &Pass, voices: &[ActorIx]) -> Option<f64> {
    let is_formal = |actor: ActorIx| network.node(actor).formality == Formality::Formal;
    let crossings = pass.reach.sum_along(|tree, actor, after: u32| {
        after + tree.next(actor).map_or(0, |(to, _)| u32::from(is_formal(actor) != is_formal(to)))
    });
    let (mut heard, mut sum) = (0_u32, 0.0);
    for crossings in voices.iter().filter_map(|voice| crossings[*voice as usize]) {
        heard += 1;
        sum += f64::from(crossings);
    }
    (heard > 0).then(|| sum / f64::from(heard))
}

/// Over pairs of actors with at least one cooperative tie between them, whichever way.
fn mixing(network: &Network, pass: &Pass) -> Option<f64> {
    let links = pass.ties.iter().map(|tie| network.link(*tie)).filter(|link| link.is_cooperative());
    let mut pairs: Vec<_> = links.map(super::network::Link::pair).collect();
    pairs.sort_unstable();
    pairs.dedup();
    let is_across = |(a, b): &(ActorIx, ActorIx)| network.node(*a).formality != network.node(*b).formality;
    share(pairs.iter(), is_across).map(|across| 2.0 * across - 1.0)
}
