//! Rules on those who may use force: who oversees them, who supports them, where mandates overlap, who is drawn in.

use std::collections::{BTreeMap, BTreeSet};

use super::{Facts, Finding, Rule, Severity, Subject};
use crate::analysis::network::{ActorIx, Network, Role, TieIx};
use crate::analysis::pass::Pass;
use crate::analysis::reach::reached_from;
use crate::model::terms::{
    Formality::{Formal, Informal},
    Function, InstrumentStatus, Term as _, TieClass, Tier,
};

pub fn find(facts: Facts, found: &mut Vec<Finding>) {
    divide(facts, found);
    unaccountable(facts, found);
    overlapping(facts, found);
    baseless(facts, found);
    support(facts, found);
    co_optation(facts, found);
    complaints(facts, found);
}

/// Levels with strictly formal and strictly informal actors, where nothing joins the two sides.
fn divide(facts: Facts, found: &mut Vec<Finding>) {
    let Facts { network, pass, .. } = facts;
    let mut is_joined = vec![false; network.levels.len()];
    for tie in &pass.ties {
        let link = network.link(*tie);
        let (from, to) = (network.node(link.from), network.node(link.to));
        let joins = |a, b| a != Informal && b != Formal;
        let is_across = joins(from.formality, to.formality) || joins(to.formality, from.formality);
        if link.is_cooperative() && from.level == to.level && is_across {
            is_joined[from.level as usize] = true;
        }
    }
    let mut sides: Vec<(bool, bool, Vec<ActorIx>)> = vec![Default::default(); network.levels.len()];
    for (ix, node) in (0..).zip(&network.actors) {
        let (has_formal, has_informal, actors) = &mut sides[node.level as usize];
        *has_formal |= node.formality == Formal;
        *has_informal |= node.formality == Informal;
        if matches!(node.formality, Formal | Informal) {
            actors.push(ix);
        }
    }
    for (level, (has_formal, has_informal, actors)) in (0..).zip(sides) {
        if has_formal && has_informal && !is_joined[level as usize] {
            let finding = Finding::new(Rule::FormalInformalDivide, Severity::Medium, Subject::Level(level));
            found.push(finding.actors(actors));
        }
    }
}

/// Providers whom nobody without force oversees.
fn unaccountable(facts: Facts, found: &mut Vec<Finding>) {
    let is_overseen = overseen(facts);
    for (ix, _) in (0..).zip(&facts.network.actors).filter(|(_, node)| node.is_provider()) {
        if !is_overseen[ix as usize] {
            let finding = Finding::new(Rule::UnaccountableProvider, Severity::High, Subject::Actor(ix));
            found.push(finding.actors(vec![ix]));
        }
    }
}

/// Per actor: whether an actor without force oversees it, from another table than its own.
pub fn overseen(facts: Facts) -> Vec<bool> {
    let Facts { network, pass, .. } = facts;
    let tables = Tables::of(network, pass);
    let mut is_overseen = vec![false; network.actors.len()];
    for (_, link) in pass.ties_as(network, Role::Oversees) {
        if !network.node(link.from).force && !tables.is_shared(link.from, link.to) {
            is_overseen[link.to as usize] = true;
        }
    }
    is_overseen
}

/// Who sits at whose table: the members of the partnerships that an actor is.
pub struct Tables<'a>(BTreeMap<ActorIx, Vec<&'a [ActorIx]>>);

impl<'a> Tables<'a> {
    /// Of all partnerships.
    pub fn of(network: &Network, pass: &'a Pass) -> Self {
        let mut tables: BTreeMap<ActorIx, Vec<&[ActorIx]>> = BTreeMap::new();
        for (partnership, members) in network.partnerships().zip(&pass.members) {
            if let Some(body) = partnership.actor.as_ref().and_then(|actor| network.place(actor)) {
                tables.entry(body).or_default().push(members);
            }
        }
        Self(tables)
    }

    /// Whether one actor is a partnership of which the other is a member: nobody oversees from the same table.
    pub fn is_shared(&self, body: ActorIx, member: ActorIx) -> bool {
        let mut tables = self.0.get(&body).into_iter().flatten();
        tables.any(|members| members.binary_search(&member).is_ok())
    }
}

/// Where thousands of actors share a mandate and no area is given, every two of them are a pair: past these, the point is
/// made, and the memory is not.
const MOST_PAIRS: usize = 1_000_000;

/// Two actors with one exclusive function on one level and in one area, neither of whom has authority over the other:
/// talking does not settle a mandate.
fn overlapping(facts: Facts, found: &mut Vec<Finding>) {
    let Facts { network, .. } = facts;
    let mut holders: BTreeMap<(u32, &'static str), Vec<ActorIx>> = BTreeMap::new();
    for (ix, node) in (0..).zip(&network.actors) {
        for function in
            Function::ALL.iter().filter(|function| function.is_exclusive() && network.does(ix, **function))
        {
            holders.entry((node.level, function.id())).or_default().push(ix);
        }
    }
    let mut pairs: BTreeSet<(ActorIx, ActorIx)> = BTreeSet::new();
    for holders in holders.into_values() {
        add_neighbours(facts, &holders, &mut |a, b| {
            if pairs.len() < MOST_PAIRS {
                pairs.insert((a, b));
            }
        });
    }
    if pairs.is_empty() {
        return;
    }
    for tie in &facts.pass.ties {
        let link = network.link(*tie);
        if link.class == TieClass::Authority {
            pairs.remove(&link.pair());
        }
    }
    for (a, b) in pairs {
        let finding = Finding::new(Rule::OverlappingMandate, Severity::Medium, Subject::Pair(a, b));
        found.push(finding.actors([a, b]));
    }
}

/// The pairs among some actors that share an area, an actor without one sharing every area.
fn add_neighbours(facts: Facts, actors: &[ActorIx], add: &mut dyn FnMut(ActorIx, ActorIx)) {
    let mut by_area: BTreeMap<&str, Vec<ActorIx>> = BTreeMap::new();
    let mut everywhere = Vec::new();
    for actor in actors {
        let area = &facts.network.actor(*actor).area;
        if area.is_empty() {
            everywhere.push(*actor);
        }
        for place in area {
            by_area.entry(place).or_default().push(*actor);
        }
    }
    for here in by_area.values() {
        for (place, a) in here.iter().enumerate() {
            here[place + 1..].iter().filter(|b| *b != a).for_each(|b| add(*a.min(b), *a.max(b)));
        }
    }
    for a in everywhere {
        actors.iter().filter(|b| **b != a).for_each(|b| add(a.min(*b), a.max(*b)));
    }
}

/// Providers with an exclusive function that no instrument in force gives them; asked only where the map has instruments.
fn baseless(facts: Facts, found: &mut Vec<Finding>) {
    let network = facts.network;
    if network.map.instruments.is_empty() {
        return;
    }
    // Per provider: the functions that it is given, where not all are.
    let mut given: BTreeMap<ActorIx, Option<BTreeSet<&'static str>>> = BTreeMap::new();
    for law in network.map.instruments.iter().filter(|law| law.status == InstrumentStatus::InForce) {
        for actor in network.places_of(&law.covers) {
            let functions = given.entry(actor).or_insert_with(|| Some(BTreeSet::new()));
            match functions {
                Some(functions) if !law.functions.is_empty() => {
                    functions.extend(law.functions.iter().map(|function| function.id()));
                }
                all => *all = None,
            }
        }
    }
    let is_given = |actor: ActorIx, function: Function| match given.get(&actor) {
        Some(Some(functions)) => functions.contains(function.id()),
        Some(None) => true,
        None => false,
    };
    for (ix, _) in (0..).zip(&network.actors).filter(|(_, node)| node.is_provider()) {
        let mut tasks = Function::ALL.iter().filter(|task| task.is_exclusive() && network.does(ix, **task));
        if tasks.any(|task| !is_given(ix, *task)) {
            let finding = Finding::new(Rule::NoLegalBasis, Severity::Medium, Subject::Actor(ix));
            found.push(finding.actors(vec![ix]));
        }
    }
}

/// Actors with force that are supported from outside, while nobody who oversees them is.
fn support(facts: Facts, found: &mut Vec<Finding>) {
    let Facts { network, pass, .. } = facts;
    let mut gifts: BTreeMap<ActorIx, Vec<TieIx>> = BTreeMap::new();
    for (tie, link) in pass.ties_as(network, Role::Supports) {
        if network.node(link.from).tier == Tier::External {
            gifts.entry(link.to).or_default().push(tie);
        }
    }
    let mut is_balanced = vec![false; network.actors.len()];
    for (_, link) in pass.ties_as(network, Role::Oversees) {
        is_balanced[link.to as usize] |= gifts.contains_key(&link.from);
    }
    for (actor, ties) in &gifts {
        let node = network.node(*actor);
        if node.force && node.tier != Tier::External && !is_balanced[*actor as usize] {
            let finding =
                Finding::new(Rule::SupportWithoutOversight, Severity::Medium, Subject::Actor(*actor));
            found.push(finding.actors(vec![*actor]).by(givers(facts, ties)).ties(ties.clone()));
        }
    }
}

/// Those whom somebody co-opts, but for outsiders.
fn co_optation(facts: Facts, found: &mut Vec<Finding>) {
    let Facts { network, pass, .. } = facts;
    let mut onto: BTreeMap<ActorIx, Vec<TieIx>> = BTreeMap::new();
    for (tie, link) in pass.ties_as(network, Role::CoOpts) {
        if network.node(link.to).tier != Tier::External {
            onto.entry(link.to).or_default().push(tie);
        }
    }
    for (actor, ties) in onto {
        let is_voice = network.node(actor).is_voice();
        let finding = Finding::new(Rule::CoOptation, Severity::Medium, Subject::Actor(actor));
        let voices = if is_voice { vec![actor] } else { Vec::new() };
        found.push(finding.actors(vec![actor]).by(givers(facts, &ties)).ties(ties).voices(voices));
    }
}

/// Those whose ties these are, in the order of ids and once each.
fn givers(facts: Facts, ties: &[TieIx]) -> Vec<ActorIx> {
    let from: BTreeSet<_> = ties.iter().map(|tie| facts.network.link(*tie).from).collect();
    from.into_iter().collect()
}

/// Providers, and nobody to complain to; or somebody from whom a complaint leads to nobody who follows it up.
fn complaints(facts: Facts, found: &mut Vec<Finding>) {
    let Facts { network, pass, .. } = facts;
    let actors = (0..).zip(&network.actors);
    let providers: Vec<_> = actors.filter(|(_, node)| node.is_provider()).map(|(ix, _)| ix).collect();
    let takes = |actor: &ActorIx| network.does(*actor, Function::HandleComplaints);
    let desks: Vec<ActorIx> = (0..).take(network.actors.len()).filter(takes).collect();
    if desks.is_empty() {
        if !providers.is_empty() {
            found.push(Finding::new(Rule::NoComplaintsWay, Severity::Medium, Subject::Map).actors(providers));
        }
        return;
    }
    let is_reached = reached_from(&pass.graph, desks.iter().copied(), |_| true);
    let is_followed_up = (0..)
        .zip(&network.actors)
        .any(|(ix, node): (ActorIx, _)| node.follows_up() && is_reached[ix as usize]);
    if !is_followed_up {
        let finding = Finding::new(Rule::ComplaintsWithoutFollowUp, Severity::Low, Subject::Map);
        found.push(finding.actors(desks));
    }
}
