//! The voice graph: an arc from one actor to another where an active tie lets a voice travel that way.

use petgraph::Directed;
use petgraph::csr::Csr;

use super::network::{ActorIx, Network, TieIx};
use crate::model::Rating;
use crate::model::terms::VoiceDirection;

/// The strongest tie along which a voice travels from one actor to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arc {
    /// Its strength.
    pub strength: Rating,
    /// The tie; of equals, the one with the smallest id.
    pub tie: TieIx,
}

/// Arcs by the actor they leave, and by the actor they reach; each list in the order of ids.
#[derive(Debug, Clone)]
pub struct VoiceGraph {
    out: Csr<(), Arc, Directed, ActorIx>,
    into: Csr<(), Arc, Directed, ActorIx>,
}

impl VoiceGraph {
    /// The arcs of these ties. Of parallel arcs the strongest is kept; equals: the smallest tie id.
    pub fn of(network: &Network, ties: &[TieIx]) -> Self {
        let mut arcs = Vec::with_capacity(ties.len() * 2);
        for tie in ties {
            let link = network.link(*tie);
            let arc = Arc { strength: link.strength, tie: *tie };
            if matches!(link.voice, VoiceDirection::Forward | VoiceDirection::Both) {
                arcs.push((link.from, link.to, arc));
            }
            if matches!(link.voice, VoiceDirection::Backward | VoiceDirection::Both) {
                arcs.push((link.to, link.from, arc));
            }
        }
        arcs.sort_unstable_by_key(|(from, to, arc)| {
            let pair = u64::from(*from) << 32 | u64::from(*to);
            (pair, std::cmp::Reverse(arc.strength), arc.tie)
        });
        arcs.dedup_by_key(|(from, to, _)| (*from, *to));
        let actors = network.actors.len();
        let into = compact(&turned(&arcs, actors), actors);
        Self { out: compact(&arcs, actors), into }
    }

    /// How many actors there are.
    pub fn len(&self) -> usize {
        self.out.node_count()
    }

    /// Whether there is no actor.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whom an actor's voice reaches directly, in the order of ids.
    pub fn out(&self, actor: ActorIx) -> impl Iterator<Item = (ActorIx, Arc)> {
        self.out.neighbors_slice(actor).iter().copied().zip(self.out.edges_slice(actor).iter().copied())
    }

    /// Whom an actor's voice reaches directly, in the order of ids, without the ties.
    pub fn row(&self, actor: ActorIx) -> &[ActorIx] {
        self.out.neighbors_slice(actor)
    }

    /// Whose voice reaches an actor directly, in the order of ids.
    pub fn into(&self, actor: ActorIx) -> impl Iterator<Item = (ActorIx, Arc)> {
        self.into.neighbors_slice(actor).iter().copied().zip(self.into.edges_slice(actor).iter().copied())
    }

    /// The arc from one actor to another.
    pub fn arc(&self, from: ActorIx, to: ActorIx) -> Option<Arc> {
        let place = self.out.neighbors_slice(from).binary_search(&to).ok()?;
        Some(self.out.edges_slice(from)[place])
    }

    /// Which strengths occur.
    pub fn strengths(&self) -> [bool; 5] {
        let mut occurs = [false; 5];
        for actor in (0..).take(self.len()) {
            for arc in self.out.edges_slice(actor) {
                occurs[usize::from(arc.strength.get()) - 1] = true;
            }
        }
        occurs
    }
}

/// The same arcs, the other way round, in the order of the actors they reach and then of those they leave.
fn turned(arcs: &[(ActorIx, ActorIx, Arc)], actors: usize) -> Vec<(ActorIx, ActorIx, Arc)> {
    // A counting sort: what is sorted by one end stays so within the other.
    let mut starts = vec![0_usize; actors + 1];
    for (_, to, _) in arcs {
        starts[*to as usize + 1] += 1;
    }
    for actor in 0..actors {
        starts[actor + 1] += starts[actor];
    }
    let Some(first) = arcs.first() else { return Vec::new() };
    let mut turned = vec![*first; arcs.len()];
    for (from, to, arc) in arcs {
        turned[starts[*to as usize]] = (*to, *from, *arc);
        starts[*to as usize] += 1;
    }
    turned
}

fn compact(arcs: &[(ActorIx, ActorIx, Arc)], actors: usize) -> Csr<(), Arc, Directed, ActorIx> {
    // The arcs are sorted and without doubles, which is all that can go wrong.
    let mut graph = Csr::from_sorted_edges(arcs).unwrap_or_else(|_| Csr::new());
    while graph.node_count() < actors {
        graph.add_node(());
    }
    graph
}
