//! Which ties could be, each with a bound on its gain.

use std::cmp::Reverse;

use rayon::prelude::*;

use super::bounds::Bounds;
use super::local::Local;
use super::{BridgeKind, Candidate, GoOn, Standing};
use crate::analysis::network::{ActorIx, Network, Node, Role};
use crate::analysis::progress::Stopped;
use crate::model::Id as _;
use crate::model::terms::Sector;

/// A candidate, and the most that it gains.
pub type Bounded = (i64, Candidate);

/// All candidates of one round.
pub struct Candidates<'a> {
    network: &'a Network,
    bounds: Bounds<'a>,
    local: Local<'a>,
    /// Per level, in the order of their ids: its place on the ladder.
    rungs: Vec<usize>,
    /// Per actor: those with whom no tie is tried, in the order of ids: they have an active one already, or an adverse
    /// one of any status.
    tied: Vec<Vec<ActorIx>>,
    /// Per actor: whether no tie of it is tried at all.
    is_barred: Vec<bool>,
    /// The actors, those with most to gain first, and how much that is.
    order: Vec<(i64, ActorIx)>,
}

impl<'a> Candidates<'a> {
    pub fn of(network: &'a Network, bounds: Bounds<'a>, local: Local<'a>, standing: &Standing) -> Self {
        let rungs = network.levels.iter();
        let rungs = rungs.map(|rung| rung.at).collect();
        let is_barred = barred(network, standing);
        let actors = (0..).take(network.actors.len()).filter(|actor: &ActorIx| !is_barred[*actor as usize]);
        let mut order: Vec<_> = actors.map(|actor| (bounds.most(actor) + local.most(actor), actor)).collect();
        order.sort_unstable_by_key(|(most, actor)| (Reverse(*most), *actor));
        let mut tied = vec![Vec::new(); network.actors.len()];
        for link in network.ties.iter().filter(|link| link.is_active || !link.is_cooperative()) {
            tied[link.from as usize].push(link.to);
            tied[link.to as usize].push(link.from);
        }
        for others in &mut tied {
            others.sort_unstable();
        }
        Self { network, bounds, local, rungs, tied, is_barred, order }
    }

    /// Of two candidates that gain the same, the one that comes first in this order is better.
    pub fn rank(&self, candidate: Candidate) -> (usize, BridgeKind, ActorIx, ActorIx) {
        let Candidate { from, to, kind } = candidate;
        (self.levels_crossed(from, to), kind, from, to)
    }

    /// The best bound of any candidate of those with most to gain: a first guess at how high to look.
    pub fn guess(&self, go_on: GoOn) -> Result<i64, Stopped> {
        const FIRST: usize = 16;
        let mut most = 0;
        for place in 0..FIRST.min(self.order.len()) {
            self.pairs_of(place, most + 1, &mut |bounded| most = most.max(bounded.0));
        }
        self.special(go_on, &mut |bounded| most = most.max(bounded.0))?;
        Ok(most)
    }

    /// The candidates with a bound of at least `least` and less than `below`.
    pub fn between(&self, least: i64, below: i64, go_on: GoOn) -> Result<Vec<Bounded>, Stopped> {
        let of_one = |place: usize| {
            let mut found = Vec::new();
            go_on()?;
            self.pairs_of(place, least, &mut |bounded| {
                if bounded.0 < below {
                    found.push(bounded);
                }
            });
            Ok(found)
        };
        let found: Result<Vec<_>, _> = (0..self.order.len()).into_par_iter().map(of_one).collect();
        let mut found: Vec<_> = found?.into_iter().flatten().collect();
        self.special(go_on, &mut |bounded| {
            if (least..below).contains(&bounded.0) {
                found.push(bounded);
            }
        })?;
        Ok(found)
    }

    /// The pairs of one actor with all that come after it in the order, as far as a bound of `least` can be reached.
    fn pairs_of(&self, place: usize, least: i64, visit: &mut dyn FnMut(Bounded)) {
        let (most, a) = self.order[place];
        for (other, b) in self.order[place + 1..].iter().copied() {
            if most + other < least {
                break;
            }
            if self.levels_crossed(a, b) > 1 || self.is_tied(a, b) {
                continue;
            }
            let mut offer = |gain, from, to, kind| {
                if gain >= least {
                    visit((gain, Candidate { from, to, kind }));
                }
            };
            let local = self.local.tie(a, b);
            let (there, back) = (self.bounds.arc(a, b, false), self.bounds.arc(b, a, false));
            for (from, to, gain) in [(a, b, there), (b, a, back)] {
                if self.may_inform(from, to) {
                    offer(local + gain, from, to, BridgeKind::Informs);
                }
            }
            // It is mutual: of the two that come to the same, the one from the smaller id is first.
            offer(local + self.both(a, b), a.min(b), a.max(b), BridgeKind::CoordinatesWith);
            // A voice travels up from those who are overseen.
            for (from, to, gain) in [(a, b, back), (b, a, there)] {
                if self.may_oversee(from, to) && self.local.oversees(from, to) == 0 {
                    offer(local + gain, from, to, BridgeKind::Oversees);
                }
            }
        }
    }

    /// Memberships, and oversight that closes something by itself.
    fn special(&self, go_on: GoOn, visit: &mut dyn FnMut(Bounded)) -> Result<(), Stopped> {
        let may = |actor: &ActorIx| !self.is_barred[*actor as usize];
        let actors = || (0..).take(self.network.actors.len()).filter(may);
        for to in self.local.partnerships().filter(may) {
            go_on()?;
            for from in actors().filter(|from| *from != to && !self.is_tied(*from, to)) {
                let gain = self.local.tie(from, to) + self.both(from, to) + self.local.joins(from, to);
                visit((gain, Candidate { from, to, kind: BridgeKind::MemberOf }));
            }
        }
        for to in self.local.to_oversee().filter(may) {
            go_on()?;
            for from in actors().filter(|from| *from != to && self.may_oversee(*from, to)) {
                let more = self.local.oversees(from, to);
                if more > 0 && self.levels_crossed(from, to) <= 1 && !self.is_tied(from, to) {
                    let gain = self.local.tie(from, to) + self.bounds.arc(to, from, false) + more;
                    visit((gain, Candidate { from, to, kind: BridgeKind::Oversees }));
                }
            }
        }
        Ok(())
    }

    fn both(&self, a: ActorIx, b: ActorIx) -> i64 {
        self.bounds.arc(a, b, true) + self.bounds.arc(b, a, true)
    }

    /// Those without force are not asked to carry what people say to those with it.
    fn may_inform(&self, from: ActorIx, to: ActorIx) -> bool {
        self.network.node(from).force || !self.network.node(to).force
    }

    fn may_oversee(&self, from: ActorIx, to: ActorIx) -> bool {
        let node = self.network.node(from);
        let has_the_task = node.follows_up()
            || matches!(self.network.actor(from).kind.as_str(), "human-rights-organisation" | "media");
        !node.force && has_the_task && self.network.node(to).is_provider()
    }

    fn is_tied(&self, a: ActorIx, b: ActorIx) -> bool {
        let (a, b) = if self.tied[a as usize].len() <= self.tied[b as usize].len() { (a, b) } else { (b, a) };
        self.tied[a as usize].binary_search(&b).is_ok()
    }

    fn levels_crossed(&self, a: ActorIx, b: ActorIx) -> usize {
        let rung = |actor: ActorIx| self.rungs[self.network.node(actor).level as usize];
        rung(a).abs_diff(rung(b))
    }
}

/// Per actor: whether no tie of it is tried, since that might do harm: a faction, an armed group, a foreign force, or one
/// whom somebody co-opts.
fn barred(network: &Network, standing: &Standing) -> Vec<bool> {
    let is_harmful = |(ix, node): (ActorIx, &Node)| {
        matches!(node.sector, Sector::Political | Sector::NonStatutoryForce)
            || network.actor(ix).kind.as_str() == "foreign-force"
    };
    let mut is_barred: Vec<bool> = (0..).zip(&network.actors).map(is_harmful).collect();
    for (_, link) in standing.pass.ties_as(network, Role::CoOpts) {
        is_barred[link.to as usize] = true;
    }
    is_barred
}
