//! Brokerage: between which groups an actor stands.

use super::graph::TieGraph;
use super::triangles::{Side, Triangle, for_each_triangle};
use crate::analysis::network::ActorIx;

/// How often an actor is the broker of two others, in each of five roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Roles {
    /// All three of one group.
    pub coordinator: u64,
    /// Between two of one group, itself of another.
    pub itinerant: u64,
    /// From another group into its own.
    pub gatekeeper: u64,
    /// From its own group to another.
    pub representative: u64,
    /// All three of different groups.
    pub liaison: u64,
}

impl Roles {
    fn of(&mut self, from: u32, own: u32, to: u32) -> &mut u64 {
        match (from == own, own == to, from == to) {
            (true, true, _) => &mut self.coordinator,
            (false, true, _) => &mut self.gatekeeper,
            (true, false, _) => &mut self.representative,
            (false, false, true) => &mut self.itinerant,
            (false, false, false) => &mut self.liaison,
        }
    }
}

/// The five roles of Gould & Fernandez (1989): for each actor b, how many pairs a → b → c there are, of different actors
/// and without an arc a → c, by whether they are of one group. Raw counts, directed, merged arcs. `group_of` gives each
/// actor's group, by any number.
///
/// All pairs are counted by group at once, and those that are closed or return are taken off again: O(actors × groups +
/// ties^1.5).
pub fn brokerage(graph: &TieGraph, group_of: &[u32]) -> Vec<Roles> {
    let mut groups = group_of.to_vec();
    groups.sort_unstable();
    groups.dedup();
    // Numbered without gaps, so that they can be counted in a list.
    let place =
        |group: &u32| u32::try_from(groups.partition_point(|other| other < group)).unwrap_or(u32::MAX);
    let group_of: Vec<u32> = group_of.iter().map(place).collect();
    let mut counts = vec![(0, 0); groups.len()];
    let mut roles: Vec<_> =
        (0..).take(graph.out.actors()).map(|b| all_pairs(graph, &group_of, &mut counts, b)).collect();
    let is_arc = arcs(graph);
    for_each_triangle(&graph.both, |Triangle { actors: [a, b, c], sides: [ab, ac, bc] }| {
        let back = |side: Side| Side { there: side.back, back: side.there };
        // Each of the three in the middle, both ways.
        for ([from, middle, to], [first, second, closing]) in [
            ([a, b, c], [ab, bc, ac]),
            ([c, b, a], [back(bc), back(ab), back(ac)]),
            ([b, a, c], [back(ab), ac, bc]),
            ([c, a, b], [back(ac), ab, back(bc)]),
            ([a, c, b], [ac, back(bc), ab]),
            ([b, c, a], [bc, back(ac), back(ab)]),
        ] {
            if is_arc[first.there] && is_arc[second.there] && is_arc[closing.there] {
                let group = |actor: ActorIx| group_of[actor as usize];
                *roles[middle as usize].of(group(from), group(middle), group(to)) -= 1;
            }
        }
    });
    roles
}

/// All pairs of one who comes in and another who goes out, whether closed or not. `counts` has a place for each group.
fn all_pairs(graph: &TieGraph, group_of: &[u32], counts: &mut [(u64, u64)], broker: ActorIx) -> Roles {
    let mut roles = Roles::default();
    let (into, out) = (graph.into.row(broker), graph.out.row(broker));
    if into.is_empty() || out.is_empty() {
        return roles;
    }
    counts.fill((0, 0));
    for from in into {
        counts[group_of[*from as usize] as usize].0 += 1;
    }
    for to in out {
        counts[group_of[*to as usize] as usize].1 += 1;
    }
    let own = group_of[broker as usize];
    let (own_in, own_out) = counts[own as usize];
    let (all_in, all_out) = (into.len() as u64, out.len() as u64);
    roles.coordinator = own_in * own_out;
    roles.gatekeeper = (all_in - own_in) * own_out;
    roles.representative = own_in * (all_out - own_out);
    roles.itinerant = counts.iter().map(|(into, out)| into * out).sum::<u64>() - roles.coordinator;
    roles.liaison = (all_in - own_in) * (all_out - own_out) - roles.itinerant;
    // Out to the very one who came in.
    for other in into.iter().filter(|other| out.binary_search(other).is_ok()) {
        let group = group_of[*other as usize];
        *roles.of(group, own, group) -= 1;
    }
    roles
}

/// Per arc of the undirected graph: whether there is an arc that way.
fn arcs(graph: &TieGraph) -> Vec<bool> {
    let mut is_arc = Vec::with_capacity(graph.both.arcs());
    for actor in (0..).take(graph.both.actors()) {
        let mut out = graph.out.row(actor).iter().peekable();
        for other in graph.both.row(actor) {
            is_arc.push(out.next_if(|to| *to == other).is_some());
        }
    }
    is_arc
}
