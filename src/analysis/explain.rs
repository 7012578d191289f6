//! On which unconfirmed ties a finding hangs: those whose removal alone would flip it.

use std::collections::{BTreeMap, BTreeSet};

use super::findings::{Certainty, Facts, Finding, find};
use super::network::{ActorIx, TieIx};
use super::pass::Pass;
use super::{Analysis, expected_voices};

/// More than this many are no explanation.
const MOST: usize = 5;

/// Fills in `depends_on` of the findings at these places, where unconfirmed ties count.
///
/// For each unconfirmed tie that touches an actor of such a finding, or lies on the best channel of one, everything is
/// worked out once more without it: O(such ties × (actors + ties)). `keep_on` is asked before each; when it answers no,
/// the rest is left out, and the result is `false`.
pub fn explain(analysis: &mut Analysis, places: &[usize], mut keep_on: impl FnMut() -> bool) -> bool {
    if analysis.confirmed.is_none() {
        return true;
    }
    let mut asked: BTreeMap<TieIx, Vec<usize>> = BTreeMap::new();
    for place in places {
        for tie in candidates(analysis, &analysis.findings[*place]) {
            asked.entry(tie).or_default().push(*place);
        }
    }
    let matches = expected_voices::matches(&analysis.network);
    let mut flips: BTreeMap<usize, Vec<TieIx>> = BTreeMap::new();
    let mut is_complete = true;
    for (tie, places) in asked {
        is_complete = keep_on();
        if !is_complete {
            break;
        }
        let network = &analysis.network;
        let pass = Pass::without(network, tie);
        let left = find(Facts { network, pass: &pass, matches: &matches, journeys: &analysis.journeys });
        for place in places {
            let finding = &analysis.findings[place];
            let holds = finding.certainty != Some(Certainty::AtRisk);
            let would_hold = left.binary_search_by_key(&finding.key(), Finding::key).is_ok();
            if holds != would_hold {
                flips.entry(place).or_default().push(tie);
            }
        }
    }
    for (place, ties) in flips {
        analysis.findings[place].depends_on = if ties.len() <= MOST { ties } else { Vec::new() };
    }
    is_complete
}

/// The unconfirmed ties that touch a finding's actors or lie on their best channels.
fn candidates(analysis: &Analysis, finding: &Finding) -> BTreeSet<TieIx> {
    let Analysis { network, pass, .. } = analysis;
    let is_unconfirmed = |tie: &TieIx| !network.link(*tie).is_confirmed;
    let is_about = |actor: &ActorIx| finding.actors.contains(actor);
    let touches = |tie: &&TieIx| {
        let link = network.link(**tie);
        is_about(&link.from) || is_about(&link.to)
    };
    let mut ties: BTreeSet<TieIx> =
        pass.ties.iter().filter(touches).copied().filter(is_unconfirmed).collect();
    for actor in &finding.actors {
        if let Some((_, tree)) = pass.reach.best(*actor) {
            ties.extend(tree.steps(*actor).map(|(_, tie)| tie).filter(is_unconfirmed));
        }
    }
    ties
}
