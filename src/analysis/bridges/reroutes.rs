//! Whose best channel a new arc could lead another way, where that would close a finding: channels between two who are
//! against each other, and channels of a concern that pass those whom it is about.

use std::collections::HashSet;

use super::spread::Spread;
use super::{Standing, weight};
use crate::analysis::findings::{Rule, Severity, Subject};
use crate::analysis::network::{ActorIx, Network};
use crate::analysis::pass::Pass;
use crate::model::Rating;

/// A supposed tie has strength 3: ways along stronger ties stay as they are.
const STRENGTHS: [Rating; 3] = [Rating::ALL[0], Rating::ALL[1], Rating::ALL[2]];

/// Ways that could be shorter by this much or more are counted together.
const MOST_SLACK: usize = 63;

const NEVER: u32 = u32::MAX;

/// Bounds on what an arc closes by leading best channels another way.
pub struct Reroutes {
    /// Per strength: the hops to the nearest decision-maker along ties of at least that, and whether two on that way are
    /// against each other.
    ways: [Way; 3],
    contested: Gains,
    accused: Gains,
}

struct Way {
    hops: Vec<u32>,
    is_contested: Vec<bool>,
    /// Whether it begins with, passes or ends with somebody whom all concerns that count here are about.
    is_accused: Vec<bool>,
}

/// What is to be gained if the way goes through an actor.
#[derive(Default)]
struct Gains {
    /// Per strength and actor: how many channels of that strength could go through it if the way on from there had no
    /// more hops than this place says. Empty where none.
    shorter: [Vec<Vec<u32>>; 3],
    /// Per strength and actor: how many weaker channels could become as strong as that through it.
    stronger: [Vec<u32>; 3],
}

impl Reroutes {
    pub fn of(network: &Network, standing: &Standing) -> Self {
        let pass = &standing.pass;
        let adverse = adverse(network, pass);
        let everywhere = accused_everywhere(network, standing);
        let mut reroutes = Self {
            ways: STRENGTHS.map(|least| Way::of(network, pass, &adverse, &everywhere, least)),
            contested: Gains::default(),
            accused: Gains::default(),
        };
        let mut spread = Spread::new(network.actors.len());
        for finding in &standing.findings {
            match (finding.rule, finding.subject) {
                (Rule::ContestedChannel, Subject::Actor(voice)) => {
                    let is_against = |from: ActorIx, to: ActorIx| adverse.contains(&pair(from, to));
                    reroutes.contested.add(network, pass, voice, &mut spread, &is_against);
                }
                (Rule::ChannelThroughAccused, Subject::Concern(concern)) => {
                    let about = network.places_of(&network.concern(concern).about);
                    let is_about = |_, to: ActorIx| about.binary_search(&to).is_ok();
                    // The ways of all who raised it have to change; it is enough to look at one.
                    if let Some(voice) = finding.voices.as_slice().first() {
                        reroutes.accused.add(network, pass, *voice, &mut spread, &is_about);
                    }
                }
                _ => {}
            }
        }
        reroutes.contested.sum_up();
        reroutes.accused.sum_up();
        reroutes
    }

    /// The most that is gained by leading channels from one actor on to another.
    pub fn bound(&self, from: ActorIx, to: ActorIx) -> i64 {
        if self.contested.is_empty() && self.accused.is_empty() {
            return 0;
        }
        let mut count = 0;
        for (place, way) in self.ways.iter().enumerate() {
            let hops = way.hops[to as usize];
            if hops == NEVER {
                continue;
            }
            if !way.is_contested[to as usize] {
                count += self.contested.at(place, from, hops);
            }
            if !way.is_accused[to as usize] {
                count += self.accused.at(place, from, hops);
            }
        }
        weight(Severity::Medium) * i64::from(count)
    }

    /// The most that is gained by leading channels on from an actor, wherever to.
    pub fn most(&self, from: ActorIx) -> i64 {
        let at = |place| self.contested.at(place, from, 0) + self.accused.at(place, from, 0);
        let count: u32 = (0..3).map(at).sum();
        weight(Severity::Medium) * i64::from(count)
    }
}

impl Way {
    fn of(
        network: &Network,
        pass: &Pass,
        adverse: &Adverse,
        accused_everywhere: &[ActorIx],
        least: Rating,
    ) -> Self {
        let actors = network.actors.len();
        let mut way = Self {
            hops: vec![NEVER; actors],
            is_contested: vec![false; actors],
            is_accused: vec![false; actors],
        };
        for actor in accused_everywhere {
            way.is_accused[*actor as usize] = true;
        }
        for actor in &network.decision_makers {
            way.hops[*actor as usize] = 0;
        }
        if let Some(tree) = pass.reach.tree(least) {
            for actor in &tree.order {
                way.hops[*actor as usize] = tree.hops(*actor).unwrap_or(NEVER);
                if let Some((to, _)) = tree.next(*actor) {
                    way.is_contested[*actor as usize] =
                        way.is_contested[to as usize] || adverse.contains(&pair(*actor, to));
                    way.is_accused[*actor as usize] |= way.is_accused[to as usize];
                }
            }
        }
        way
    }
}

impl Gains {
    fn is_empty(&self) -> bool {
        self.shorter.iter().all(Vec::is_empty) && self.stronger.iter().all(Vec::is_empty)
    }

    /// Counts a voice with everyone through whom its channel could go another way, whom it reaches without a step that
    /// would keep the finding.
    fn add(
        &mut self,
        network: &Network,
        pass: &Pass,
        voice: ActorIx,
        spread: &mut Spread,
        keeps: &dyn Fn(ActorIx, ActorIx) -> bool,
    ) {
        let Some((strength, tree)) = pass.reach.best(voice) else { return };
        let Some(hops) = tree.hops(voice) else { return };
        let place = usize::from(strength.get()) - 1;
        let actors = network.actors.len();
        if let Some(least) = STRENGTHS.get(place) {
            let table = sized(&mut self.shorter[place], actors);
            for (actor, distance) in within(network, pass, voice, *least, hops, keeps) {
                let slack = (hops - 1 - distance) as usize;
                let counts = &mut table[actor as usize];
                counts.resize(counts.len().max(slack.min(MOST_SLACK) + 1), 0);
                counts[slack.min(MOST_SLACK)] += 1;
            }
        }
        // It may become stronger by one, or by two.
        for (place, least) in STRENGTHS.iter().enumerate().skip(place + 1) {
            let table = sized(&mut self.stronger[place], actors);
            let on = |actor: ActorIx, visit: &mut dyn FnMut(ActorIx)| {
                let strong = pass.graph.out(actor).filter(|(_, arc)| arc.strength >= *least);
                strong.for_each(|(to, _)| visit(to));
            };
            for actor in spread.from(voice, on) {
                table[*actor as usize] += 1;
            }
        }
    }

    /// From "exactly so many hops to spare" to "at least so many".
    fn sum_up(&mut self) {
        for counts in self.shorter.iter_mut().flatten() {
            for place in (1..counts.len()).rev() {
                counts[place - 1] += counts[place];
            }
        }
    }

    fn at(&self, place: usize, from: ActorIx, hops: u32) -> u32 {
        let shorter = self.shorter[place].get(from as usize);
        let shorter = shorter.and_then(|counts| counts.get((hops as usize).min(MOST_SLACK)));
        let stronger = self.stronger[place].get(from as usize);
        shorter.copied().unwrap_or_default() + stronger.copied().unwrap_or_default()
    }
}

type Adverse = HashSet<(ActorIx, ActorIx)>;

fn pair(a: ActorIx, b: ActorIx) -> (ActorIx, ActorIx) {
    (a.min(b), a.max(b))
}

fn adverse(network: &Network, pass: &Pass) -> Adverse {
    let links = pass.ties.iter().map(|tie| network.link(*tie));
    links.filter(|link| link.is_contest()).map(crate::analysis::Link::pair).collect()
}

/// Whom all concerns are about whose channel passes somebody whom they are about.
fn accused_everywhere(network: &Network, standing: &Standing) -> Vec<ActorIx> {
    let concerns = standing.findings.iter().filter_map(|finding| match (finding.rule, finding.subject) {
        (Rule::ChannelThroughAccused, Subject::Concern(concern)) => Some(concern),
        _ => None,
    });
    let about = concerns.map(|concern| network.places_of(&network.concern(concern).about));
    let both = |mut some: Vec<ActorIx>, others: Vec<ActorIx>| {
        some.retain(|actor| others.binary_search(actor).is_ok());
        some
    };
    about.reduce(both).unwrap_or_default()
}

fn sized<T: Clone + Default>(table: &mut Vec<T>, actors: usize) -> &mut Vec<T> {
    table.resize(actors, T::default());
    table
}

/// Whom a voice reaches along ties of some strength at least in fewer than so many hops, and in how many; decision-makers
/// are not passed, and no step is taken that `keeps` the finding. Each is reached by the shortest way whose ids come first, as best channels are.
fn within(
    network: &Network,
    pass: &Pass,
    voice: ActorIx,
    least: Rating,
    hops: u32,
    keeps: &dyn Fn(ActorIx, ActorIx) -> bool,
) -> Vec<(ActorIx, u32)> {
    let mut seen = HashSet::from([voice]);
    let mut reached = vec![(voice, 0, false)];
    let mut head = 0;
    while let Some((actor, distance, is_kept)) = reached.get(head).copied() {
        head += 1;
        if distance + 1 >= hops || network.node(actor).decides {
            continue;
        }
        for (to, arc) in pass.graph.out(actor) {
            if arc.strength >= least && seen.insert(to) {
                reached.push((to, distance + 1, is_kept || keeps(actor, to)));
            }
        }
    }
    reached.retain(|(_, _, is_kept)| !is_kept);
    reached.into_iter().map(|(actor, distance, _)| (actor, distance)).collect()
}
