//! On which unconfirmed ties a finding hangs: those whose removal alone would flip it.

use std::collections::{BTreeMap, BTreeSet};

use super::findings::{Certainty, Facts, Finding, find};
use super::network::TieIx;
use super::pass::Pass;
use super::{Analysis, expected_voices};

/// More than this many are no explanation.
const MOST: usize = 5;

/// Fills in `depends_on` of the findings at these places, where unconfirmed ties count.
///
/// For each unconfirmed tie that touches an actor of such a finding, or lies on the best channel of one, everything is
/// worked out once more without it: O(such ties × (actors + ties)). `keep_on` is asked before each finding and before
/// each tie; when it answers no, the result is `false`, and findings of which not every tie was tried are left empty.
pub fn explain(analysis: &mut Analysis, places: &[usize], mut keep_on: impl FnMut() -> bool) -> bool {
    if analysis.confirmed.is_none() {
        return true;
    }
    let touching = unconfirmed_by_actor(analysis);
    let mut asked: BTreeMap<TieIx, Vec<usize>> = BTreeMap::new();
    let mut untried: BTreeMap<usize, usize> = BTreeMap::new();
    for place in places {
        if !keep_on() {
            return false;
        }
        let ties = candidates(analysis, &touching, &analysis.findings[*place]);
        untried.insert(*place, ties.len());
        for tie in ties {
            asked.entry(tie).or_default().push(*place);
        }
    }
    let matches = expected_voices::matches(&analysis.network);
    let mut flips: BTreeMap<usize, Vec<TieIx>> = BTreeMap::new();
    for (tie, places) in asked {
        if !keep_on() {
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
            untried.entry(place).and_modify(|ties| *ties -= 1);
        }
    }
    for (place, ties) in flips {
        if ties.len() <= MOST && untried.get(&place) == Some(&0) {
            analysis.findings[place].depends_on = ties;
        }
    }
    untried.values().all(|ties| *ties == 0)
}

/// Per actor: the unconfirmed ties that touch it.
fn unconfirmed_by_actor(analysis: &Analysis) -> Vec<Vec<TieIx>> {
    let Analysis { network, pass, .. } = analysis;
    let mut touching = vec![Vec::new(); network.actors.len()];
    for tie in &pass.ties {
        let link = network.link(*tie);
        if !link.is_confirmed {
            touching[link.from as usize].push(*tie);
            touching[link.to as usize].push(*tie);
        }
    }
    touching
}

/// The unconfirmed ties that touch a finding's actors or lie on their best channels.
fn candidates(analysis: &Analysis, touching: &[Vec<TieIx>], finding: &Finding) -> BTreeSet<TieIx> {
    let Analysis { network, pass, .. } = analysis;
    let mut ties = BTreeSet::new();
    for actor in &finding.actors {
        ties.extend(&touching[*actor as usize]);
        if let Some((_, tree)) = pass.reach.best(*actor) {
            let along = tree.steps(*actor).map(|(_, tie)| tie);
            ties.extend(along.filter(|tie| !network.link(*tie).is_confirmed));
        }
    }
    ties
}
