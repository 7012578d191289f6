//! What a tie changes by itself, wherever a voice travels: patrons, oversight, membership. These gains are exact, but for
//! what a membership opens.

use super::{Given, Standing, weight};
use crate::analysis::findings::{Rule, Severity, Subject, Tables};
use crate::analysis::network::{ActorIx, Network, Role};
use crate::model::terms::{
    Formality::{self, Formal, Informal},
    Tier,
};

const HIGH: i64 = weight(Severity::High);
const MEDIUM: i64 = weight(Severity::Medium);

/// What is to be gained at both ends of a tie.
pub struct Local<'a> {
    network: &'a Network,
    /// Per actor: its patron, where it depends on one.
    patrons: Vec<Option<ActorIx>>,
    /// Per actor: whether it works with anybody beyond the local level.
    is_beyond: Vec<bool>,
    /// Per level: whether its formal and informal actors do not work together.
    is_divided: Vec<bool>,
    /// Per provider: what oversight by anybody would close, and by one who is supported from outside besides.
    oversight: Vec<(i64, i64)>,
    is_supported: Vec<bool>,
    tables: Tables<'a>,
    /// Per actor: what its membership in any partnership would close.
    absences: Vec<i64>,
    /// The partnerships of each actor that is one: whether each has formal members, and others.
    partnerships: Vec<(ActorIx, Vec<(bool, bool)>)>,
    is_without_partnership: bool,
}

impl<'a> Local<'a> {
    pub fn of(network: &'a Network, given: Given, standing: &'a Standing) -> Self {
        let actors = network.actors.len();
        let mut local = Self {
            network,
            patrons: vec![None; actors],
            is_beyond: vec![false; actors],
            tables: Tables::of(network, &standing.pass),
            is_divided: vec![false; network.levels.len()],
            oversight: vec![(0, 0); actors],
            is_supported: vec![false; actors],
            absences: vec![0; actors],
            partnerships: named(network, standing),
            is_without_partnership: false,
        };
        for finding in &standing.findings {
            match (finding.rule, finding.subject) {
                (Rule::PatronDependence, Subject::Actor(voice)) => {
                    local.patrons[voice as usize] = finding.by.first().copied();
                }
                (Rule::FormalInformalDivide, Subject::Level(level)) => {
                    local.is_divided[level as usize] = true;
                }
                (Rule::UnaccountableProvider, Subject::Actor(actor)) => {
                    local.oversight[actor as usize].0 = HIGH;
                }
                (Rule::SupportWithoutOversight, Subject::Actor(actor)) => {
                    local.oversight[actor as usize].1 = MEDIUM;
                }
                (Rule::AbsentFromPartnership, Subject::Expected(expected)) => {
                    for actor in &given.matches[expected as usize].actors {
                        local.absences[*actor as usize] += MEDIUM;
                    }
                }
                (Rule::NoPartnership, _) => local.is_without_partnership = true,
                _ => {}
            }
        }
        for link in standing.pass.ties.iter().map(|tie| network.link(*tie)) {
            if link.is_cooperative() {
                local.is_beyond[link.from as usize] |= network.node(link.to).tier != Tier::Local;
                local.is_beyond[link.to as usize] |= network.node(link.from).tier != Tier::Local;
            }
            if link.role == Role::Supports && network.node(link.from).tier == Tier::External {
                local.is_supported[link.to as usize] = true;
            }
        }
        local
    }

    /// What any cooperative tie between two actors gains.
    pub fn tie(&self, a: ActorIx, b: ActorIx) -> i64 {
        let (left, right) = (self.network.node(a), self.network.node(b));
        let joins = |a: Formality, b: Formality| a != Informal && b != Formal;
        let is_across = joins(left.formality, right.formality) || joins(right.formality, left.formality);
        let joined = left.level == right.level && self.is_divided[left.level as usize] && is_across;
        MEDIUM * i64::from(joined) + self.patron(a, b) + self.patron(b, a)
    }

    /// The most that a tie gains at one of its ends.
    pub fn most(&self, actor: ActorIx) -> i64 {
        let place = actor as usize;
        let level = self.network.node(actor).level as usize;
        // A level that is joined counts for the one end and for the other.
        MEDIUM * (i64::from(self.is_divided[level]) + i64::from(self.patrons[place].is_some()))
    }

    fn patron(&self, near: ActorIx, far: ActorIx) -> i64 {
        let tier = self.network.node(far).tier;
        let voice = self.network.node(near).is_voice();
        match self.patrons[near as usize] {
            Some(patron) if patron != far && tier != Tier::Local => MEDIUM,
            None if voice && tier == Tier::External && !self.is_beyond[near as usize] => -MEDIUM,
            _ => 0,
        }
    }

    /// What it gains besides that one actor oversees another.
    pub fn oversees(&self, from: ActorIx, to: ActorIx) -> i64 {
        let (alone, supported) = self.oversight[to as usize];
        let alone = if self.tables.is_shared(from, to) { 0 } else { alone };
        alone + if self.is_supported[from as usize] { supported } else { 0 }
    }

    /// The providers whom it helps to be overseen.
    pub fn to_oversee(&self) -> impl Iterator<Item = ActorIx> {
        (0..).zip(&self.oversight).filter(|(_, gains)| **gains != (0, 0)).map(|(actor, _)| actor)
    }

    /// The actors that partnerships name as themselves, in the order of ids.
    pub fn partnerships(&self) -> impl Iterator<Item = ActorIx> {
        self.partnerships.iter().map(|(actor, _)| *actor)
    }

    /// What it gains besides that one actor becomes a member of another.
    pub fn joins(&self, from: ActorIx, to: ActorIx) -> i64 {
        let Ok(place) = self.partnerships.binary_search_by_key(&to, |(actor, _)| *actor) else { return 0 };
        let is_formal = self.network.node(from).formality == Formal;
        let mended = self.partnerships[place].1.iter().filter(|(formal, other)| {
            !(*formal && *other) && (*formal || is_formal) && (*other || !is_formal)
        });
        let mended = i64::try_from(mended.count()).unwrap_or(i64::MAX);
        let first = i64::from(self.is_without_partnership && mended > 0);
        MEDIUM * (mended + first) + self.absences[from as usize]
    }
}

/// The actors that partnerships name as themselves, and whether each partnership has formal members, and others.
fn named(network: &Network, standing: &Standing) -> Vec<(ActorIx, Vec<(bool, bool)>)> {
    let mut named: std::collections::BTreeMap<ActorIx, Vec<(bool, bool)>> = std::collections::BTreeMap::new();
    for (partnership, members) in network.partnerships().zip(&standing.pass.members) {
        if let Some(actor) = partnership.actor.as_ref().and_then(|actor| network.place(actor)) {
            let is_formal = |member: &ActorIx| network.node(*member).formality == Formal;
            let sides = (members.iter().any(is_formal), members.iter().any(|member| !is_formal(member)));
            named.entry(actor).or_default().push(sides);
        }
    }
    named.into_iter().collect()
}
