//! How much a tie could gain at most, without trying it: what each of its arcs opens to voices.
//!
//! A bound is a sum over what findings say about voices. Most parts are exact, because what an arc u→v does falls into
//! what depends on u alone (who would be heard through it, who would gain a way round a gatekeeper) and what depends on v
//! alone (how it is heard itself). What is left out would only lower the score: new best channels that are contested,
//! gatekeepers among those newly heard.

use rayon::prelude::*;

use super::reroutes::Reroutes;
use super::spread::Spread;
use super::{Standing, weight};
use crate::analysis::findings::{Rule, Severity, gates};
use crate::analysis::network::{ActorIx, Network};
use crate::analysis::reach::{reached_from, reaching};
use crate::model::Rating;
use crate::model::terms::Tier;

const HIGH: i64 = weight(Severity::High);
const MEDIUM: i64 = weight(Severity::Medium);
const LOW: i64 = weight(Severity::Low);

/// Of the voices behind a gatekeeper, so many are followed to see who is round it.
const SAMPLE: usize = 16;

/// Bounds on the gain of an arc.
pub struct Bounds<'a> {
    network: &'a Network,
    standing: &'a Standing,
    /// Heard, or deciding.
    is_heard: Vec<bool>,
    /// Heard along ties of strength 3 at least, or deciding.
    is_strong: Vec<bool>,
    /// Reached by some voice.
    is_voiced: Vec<bool>,
    newly: Vec<Newly>,
    tree: DominatorTree,
    /// Per actor: the gatekeepers round whom voices would find a way through it, and what that gains.
    round: Vec<Vec<(ActorIx, i64)>>,
    /// Per actor: what voices gain that are heard through it along strong ties.
    stronger: Vec<i64>,
    /// Per actor: what voices gain that reach it without external actors.
    at_home: Vec<i64>,
    /// Per actor: what voices gain that an answer reaches from it.
    answered: Vec<i64>,
    /// Per actor: what decision-makers gain that voices reach from it.
    reached: Vec<i64>,
    reroutes: Reroutes,
    complaints: Option<Complaints>,
}

/// The unheard voices that reach an unheard actor: how many they are.
#[derive(Debug, Clone, Copy, Default)]
struct Newly {
    voices: i64,
    /// To whom an answer comes as it is.
    answered: i64,
    /// To whom it would come if it came to that actor.
    answered_through: i64,
    /// Who reach it without external actors.
    at_home: i64,
    /// Who reach it along strong ties.
    strong: i64,
    /// What that actor weighs as their gatekeeper.
    gate: i64,
}

impl<'a> Bounds<'a> {
    /// O(actors × what one of them reaches), on all cores.
    pub fn of(network: &'a Network, standing: &'a Standing) -> Self {
        let pass = &standing.pass;
        let strong = Rating::ALL[2];
        let decides = |actor: ActorIx| network.node(actor).decides;
        let flags = |holds: &dyn Fn(ActorIx) -> bool| -> Vec<bool> {
            (0..).take(network.actors.len()).map(holds).collect()
        };
        let bounds = Self {
            network,
            standing,
            is_heard: flags(&|actor| decides(actor) || pass.is_heard(actor)),
            is_strong: flags(&|actor| {
                decides(actor) || pass.reach.best(actor).is_some_and(|(strength, _)| strength >= strong)
            }),
            is_voiced: reached_from(&pass.graph, network.voices(), |_| true),
            newly: Vec::new(),
            tree: DominatorTree::of(network, standing),
            round: ways_round(network, standing),
            stronger: Vec::new(),
            at_home: Vec::new(),
            answered: Vec::new(),
            reached: Vec::new(),
            reroutes: Reroutes::of(network, standing),
            complaints: Complaints::of(network, standing),
        };
        Self {
            newly: bounds.newly(),
            stronger: bounds.stronger(strong),
            at_home: bounds.at_home(),
            answered: bounds.answered(),
            reached: bounds.reached(),
            ..bounds
        }
    }

    /// The most that an arc gains. `back` says that there would be an arc the other way too.
    pub fn arc(&self, from: ActorIx, to: ActorIx, back: bool) -> i64 {
        let (u, v) = (from as usize, to as usize);
        let is_answered = &self.standing.pass.is_answered;
        let mut gain = self.complaints.as_ref().map_or(0, |complaints| complaints.arc(from, to));
        if is_answered[u] && !is_answered[v] {
            gain += self.answered[v];
        }
        if self.is_voiced[u] && !self.is_voiced[v] {
            gain += self.reached[v];
        }
        if !self.is_heard[v] || self.network.node(from).decides {
            return gain;
        }
        if !self.is_heard[u] && self.newly[u].voices > 0 {
            gain += self.heard(from, to, back);
        }
        let is_round = |gate: ActorIx| gate != to && !self.tree.is_above(gate, to);
        gain += self.round[u].iter().filter(|(gate, _)| is_round(*gate)).map(|(_, gain)| gain).sum::<i64>();
        if self.is_strong[v] {
            gain += self.stronger[u];
        }
        if self.is_heard_at_home(to) {
            gain += self.at_home[u];
        }
        gain + self.reroutes.bound(from, to)
    }

    /// What is gained by those who are heard at last, less what is then said of them.
    fn heard(&self, from: ActorIx, to: ActorIx, back: bool) -> i64 {
        let (u, v) = (from as usize, to as usize);
        let newly = &self.newly[u];
        let is_answered = &self.standing.pass.is_answered;
        let answered = match (is_answered[u], is_answered[v]) {
            (true, false) => newly.voices,
            (false, true) if back => newly.answered_through,
            _ => newly.answered,
        };
        let strong = if self.is_strong[v] { newly.strong } else { 0 };
        let at_home = if self.is_heard_at_home(to) { newly.at_home } else { 0 };
        HIGH * newly.voices
            - MEDIUM * (newly.voices - answered)
            - LOW * (newly.voices - strong)
            - MEDIUM * (newly.voices - at_home)
            - newly.gate
            - self.tree.burden(to, newly.voices)
    }

    /// The most that an arc from an actor gains, and an arc to it: no arc between two gains more than the two together.
    pub fn most(&self, actor: ActorIx) -> i64 {
        let place = actor as usize;
        let newly = &self.newly[place];
        let answered =
            if self.standing.pass.is_answered[place] { newly.voices } else { newly.answered_through };
        let heard = HIGH * newly.voices
            - MEDIUM * (newly.voices - answered)
            - LOW * (newly.voices - newly.strong)
            - MEDIUM * (newly.voices - newly.at_home)
            - newly.gate;
        heard.max(0)
            + self.round[place].iter().map(|(_, gain)| gain).sum::<i64>()
            + self.stronger[place]
            + self.at_home[place]
            + self.reroutes.most(actor)
            + self.complaints.as_ref().map_or(0, |complaints| complaints.most(actor))
            + self.answered[place]
            + self.reached[place]
    }

    /// Whether others are heard through an actor without anybody external.
    fn is_heard_at_home(&self, actor: ActorIx) -> bool {
        self.is_at_home(actor) && self.standing.pass.is_heard_at_home[actor as usize]
    }

    fn is_at_home(&self, actor: ActorIx) -> bool {
        self.network.node(actor).tier != Tier::External
    }

    /// For each actor that `counts` accepts, what `gain` makes of those whom `spread` reaches from it.
    fn each<T: Send + Default>(
        &self,
        counts: impl Fn(ActorIx) -> bool + Sync,
        gain: impl Fn(ActorIx, &mut Spread) -> T + Sync,
    ) -> Vec<T> {
        let actors = self.network.actors.len();
        let gain_of = |spread: &mut Spread, actor: usize| {
            let actor = ActorIx::try_from(actor).unwrap_or(ActorIx::MAX);
            if counts(actor) { gain(actor, spread) } else { T::default() }
        };
        (0..actors).into_par_iter().map_init(|| Spread::new(actors), gain_of).collect()
    }

    fn newly(&self) -> Vec<Newly> {
        let pass = &self.standing.pass;
        let graph = &pass.graph;
        let is_voice = |actor: &&ActorIx| self.network.node(**actor).is_voice();
        let count = |reached: &[ActorIx]| as_count(reached.iter().filter(is_voice).count());
        let strong = Rating::ALL[2];
        self.each(
            |actor| !self.is_heard[actor as usize],
            |actor, spread| {
                // Nobody who is unheard is reached by a way through somebody heard.
                let unheard = |actor: ActorIx, visit: &mut dyn FnMut(ActorIx)| {
                    let from = graph.into(actor).map(|(from, _)| from);
                    from.filter(|from| !self.is_heard[*from as usize]).for_each(visit);
                };
                let before: Vec<ActorIx> = spread.from(actor, unheard).to_vec();
                let voices = count(&before);
                if voices == 0 {
                    return Newly::default();
                }
                let is_answered = |actor: &&ActorIx| pass.is_answered[**actor as usize];
                let answered = before.iter().filter(is_voice).filter(is_answered).count();
                let strong = spread.from(actor, |actor, visit| {
                    let arcs = graph.into(actor).filter(|(_, arc)| arc.strength >= strong);
                    let from = arcs.map(|(from, _)| from);
                    from.filter(|from| !self.is_heard[*from as usize]).for_each(visit);
                });
                let strong = count(strong);
                let at_home = count(spread.from(actor, |actor, visit| {
                    let from = graph.into(actor).map(|(from, _)| from);
                    let from = from.filter(|from| self.is_at_home(actor) && !self.is_heard[*from as usize]);
                    from.for_each(visit);
                }));
                spread.from(actor, |actor, visit| {
                    let to = graph.out(actor).map(|(to, _)| to);
                    to.filter(|to| !pass.is_answered[*to as usize]).for_each(visit);
                });
                let is_answered_through =
                    |actor: &&ActorIx| pass.is_answered[**actor as usize] || spread.has(**actor);
                let answered_through = before.iter().filter(is_voice).filter(is_answered_through).count();
                let own = i64::from(self.network.node(actor).is_voice());
                Newly {
                    voices,
                    answered: as_count(answered),
                    answered_through: as_count(answered_through),
                    at_home,
                    strong,
                    gate: gate_weight(self.network, actor, voices - own),
                }
            },
        )
    }

    fn stronger(&self, strong: Rating) -> Vec<i64> {
        let graph = &self.standing.pass.graph;
        let is_weak = |actor: &&ActorIx| {
            let place = **actor as usize;
            self.network.node(**actor).is_voice() && self.is_heard[place] && !self.is_strong[place]
        };
        self.each(
            |actor| !self.is_strong[actor as usize],
            |actor, spread| {
                let reached = spread.from(actor, |actor, visit| {
                    let arcs = graph.into(actor).filter(|(_, arc)| arc.strength >= strong);
                    arcs.for_each(|(from, _)| visit(from));
                });
                LOW * as_count(reached.iter().filter(is_weak).count())
            },
        )
    }

    fn at_home(&self) -> Vec<i64> {
        let pass = &self.standing.pass;
        let graph = &pass.graph;
        let is_external_only =
            |actor: &&ActorIx| self.network.node(**actor).is_voice() && pass.is_external_only(**actor);
        if !self.network.voices().any(|voice| pass.is_external_only(voice)) {
            return vec![0; self.network.actors.len()];
        }
        self.each(
            |actor| !pass.is_heard_at_home[actor as usize],
            |actor, spread| {
                let reached = spread.from(actor, |actor, visit| {
                    // A voice from outside may begin a way that leads on at home.
                    let from = graph.into(actor).map(|(from, _)| from);
                    from.filter(|_| self.is_at_home(actor)).for_each(visit);
                });
                MEDIUM * as_count(reached.iter().filter(is_external_only).count())
            },
        )
    }

    fn answered(&self) -> Vec<i64> {
        let pass = &self.standing.pass;
        let graph = &pass.graph;
        let is_waiting = |actor: &&ActorIx| self.network.node(**actor).is_voice() && pass.is_heard(**actor);
        self.each(
            |actor| !pass.is_answered[actor as usize],
            |actor, spread| {
                let reached = spread.from(actor, |actor, visit| {
                    let to = graph.out(actor).map(|(to, _)| to);
                    to.filter(|to| !pass.is_answered[*to as usize]).for_each(visit);
                });
                MEDIUM * as_count(reached.iter().filter(is_waiting).count())
            },
        )
    }

    fn reached(&self) -> Vec<i64> {
        let graph = &self.standing.pass.graph;
        let decides = |actor: &&ActorIx| self.network.node(**actor).decides;
        self.each(
            |actor| !self.is_voiced[actor as usize],
            |actor, spread| {
                let reached = spread.from(actor, |actor, visit| {
                    let to = graph.out(actor).map(|(to, _)| to);
                    to.filter(|to| !self.is_voiced[*to as usize]).for_each(visit);
                });
                MEDIUM * as_count(reached.iter().filter(decides).count())
            },
        )
    }
}

/// The way of complaints to those who follow them up, where there is none.
struct Complaints {
    /// Per actor: whether a complaint reaches it.
    is_reached: Vec<bool>,
    /// Per actor: whether from there it would reach somebody who follows it up.
    leads_on: Vec<bool>,
}

impl Complaints {
    fn of(network: &Network, standing: &Standing) -> Option<Self> {
        let finding = standing.findings.iter().find(|found| found.rule == Rule::ComplaintsWithoutFollowUp)?;
        let graph = &standing.pass.graph;
        let ends = (0..).zip(&network.actors).filter(|(_, node)| node.follows_up()).map(|(ix, _)| ix);
        Some(Self {
            is_reached: reached_from(graph, finding.actors.iter().copied(), |_| true),
            leads_on: reaching(graph, ends, |_| true),
        })
    }

    fn arc(&self, from: ActorIx, to: ActorIx) -> i64 {
        LOW * i64::from(self.is_reached[from as usize] && self.leads_on[to as usize])
    }

    fn most(&self, actor: ActorIx) -> i64 {
        LOW * i64::from(self.is_reached[actor as usize] || self.leads_on[actor as usize])
    }
}

/// The dominator tree of those who are heard, and what it weighs if more are behind an actor.
struct DominatorTree {
    /// Per actor: where it and those behind it stand in the tree, first to last.
    spans: Vec<(u32, u32)>,
    /// Per actor: what one, two, three or more voices weigh on it and its gatekeepers, besides those behind them now.
    burdens: Vec<[i64; 3]>,
}

impl DominatorTree {
    fn of(network: &Network, standing: &Standing) -> Self {
        let gates = &standing.pass.gates;
        let actors = network.actors.len();
        let mut behind: Vec<Vec<ActorIx>> = vec![Vec::new(); actors];
        let mut open = Vec::new();
        for actor in (0..).take(actors) {
            match gates.gatekeepers(actor).next() {
                Some(gate) => behind[gate as usize].push(actor),
                None => open.push((actor, false)),
            }
        }
        let mut tree = Self { spans: vec![(0, 0); actors], burdens: vec![[0; 3]; actors] };
        let mut number = 0;
        while let Some((actor, is_done)) = open.pop() {
            let place = actor as usize;
            if is_done {
                tree.spans[place].1 = number;
                continue;
            }
            number += 1;
            tree.spans[place].0 = number;
            if !network.node(actor).decides {
                let holds = i64::from(gates.holds(actor));
                let above =
                    gates.gatekeepers(actor).next().map_or([0; 3], |gate| tree.burdens[gate as usize]);
                let now = gate_weight(network, actor, holds);
                tree.burdens[place] = [1, 2, 3].map(|more| gate_weight(network, actor, holds + more) - now);
                for (burden, above) in tree.burdens[place].iter_mut().zip(above) {
                    *burden += above;
                }
            }
            open.push((actor, true));
            open.extend(behind[place].iter().map(|actor| (*actor, false)));
        }
        tree
    }

    /// Whether one actor is a gatekeeper of another.
    fn is_above(&self, gate: ActorIx, actor: ActorIx) -> bool {
        let (first, last) = self.spans[gate as usize];
        let place = self.spans[actor as usize].0;
        first < place && place <= last
    }

    /// What so many more voices, heard through an actor, weigh on it and its gatekeepers.
    fn burden(&self, actor: ActorIx, voices: i64) -> i64 {
        match voices {
            ..=0 => 0,
            1 => self.burdens[actor as usize][0],
            2 => self.burdens[actor as usize][1],
            3.. => self.burdens[actor as usize][2],
        }
    }
}

/// What an actor weighs as the gatekeeper of so many voices.
fn gate_weight(network: &Network, actor: ActorIx, voices: i64) -> i64 {
    let severity = gates::severity(u32::try_from(voices).unwrap_or_default());
    let doubt = if gates::is_doubtful(network.actor(actor)) { MEDIUM } else { 0 };
    severity.map_or(0, |severity| weight(severity) + doubt)
}

/// Per actor: the gatekeepers round whom voices would find a way if they were heard through it, and what that gains at
/// most. Voices behind a gatekeeper are followed one by one; whom all but two of them miss, gains nothing, because three
/// voices behind a gatekeeper weigh as much as more.
fn ways_round(network: &Network, standing: &Standing) -> Vec<Vec<(ActorIx, i64)>> {
    let gates = &standing.pass.gates;
    let actors = network.actors.len();
    let round_one = |(spread, hits): &mut (Spread, Vec<u32>), gate: usize| {
        let gate = ActorIx::try_from(gate).unwrap_or(ActorIx::MAX);
        let behind = gates.behind(gate);
        let sample = &behind.as_slice()[..behind.as_slice().len().min(SAMPLE)];
        let mut touched = Vec::new();
        for (followed, voice) in (1..).zip(sample) {
            spread.from(*voice, |actor, visit| {
                let to = standing.pass.graph.out(actor).map(|(to, _)| to);
                to.filter(|to| *to != gate).for_each(visit);
            });
            for actor in &spread.reached {
                if hits[*actor as usize] == 0 {
                    touched.push(*actor);
                }
                hits[*actor as usize] += 1;
            }
            if touched.iter().all(|actor| hits[*actor as usize] + 2 < followed) {
                break;
            }
        }
        let holds = as_count(behind.as_slice().len());
        let now = gate_weight(network, gate, holds);
        let mut gains = Vec::new();
        for actor in touched {
            let missed = as_count(sample.len()) - i64::from(std::mem::take(&mut hits[actor as usize]));
            let gain = now - gate_weight(network, gate, missed);
            if gain > 0 {
                gains.push((actor, gate, gain));
            }
        }
        gains
    };
    let is_gate = |gate: &usize| gates.holds(ActorIx::try_from(*gate).unwrap_or(ActorIx::MAX)) > 0;
    let places: Vec<usize> = (0..actors).filter(is_gate).collect();
    let gains: Vec<_> =
        places.into_par_iter().map_init(|| (Spread::new(actors), vec![0; actors]), round_one).collect();
    let mut round = vec![Vec::new(); actors];
    for (actor, gate, gain) in gains.into_iter().flatten() {
        round[actor as usize].push((gate, gain));
    }
    round
}

fn as_count(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}
