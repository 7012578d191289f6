//! Communities: actors that keep more to each other than chance would have it, found by the Leiden method.

use std::collections::VecDeque;

use super::graph::Rows;

/// Fixed, so that the same map always has the same communities.
const SEED: u64 = 7;

/// How often a partition is bettered; it ends earlier where nothing changes for the better.
const ITERATIONS: usize = 3;

/// Up to so many actors, several partitions are sought and joined: quality matters more than speed.
const FEW_ACTORS: usize = 10_000;

/// So many partitions at most.
const MOST_ROUNDS: usize = 256;

/// How many actors and arcs all those partitions may look at together, which keeps them within a second.
const ROUNDS_BUDGET: usize = 1_000_000;

/// Communities of actors. Each is connected; an actor without ties is one by itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Communities {
    /// Each actor's community, numbered from 0 in the order of their first actors.
    pub of: Vec<u32>,
    /// How many communities there are.
    pub count: u32,
    /// The modularity of these communities, from −0.5 to 1; `None` where there are no ties.
    pub modularity: Option<f64>,
}

/// Parts actors into communities, so that ties fall within them and not between them: of the highest modularity that is
/// found (Newman & Girvan 2004; each joined pair counts 1, resolution 1). Finding the very highest is NP-hard.
///
/// `graph` holds each pair in the rows of both ends, as [`TieGraph::both`](super::graph::TieGraph) does.
///
/// The method is that of Traag, Waltman & van Eck 2019, *From Louvain to Leiden: guaranteeing well-connected
/// communities*: actors move while that helps, each community is refined into well-connected parts, the parts become
/// the nodes of the next, smaller graph. Refinement is greedy: a node joins the part that it raises modularity most
/// with, where the paper lets chance choose among the good ones. At most three such iterations. On few actors this is
/// done many times in different orders, and what the best partition so far and the new one agree on becomes the nodes of
/// one more (Ovelgönne & Geyer-Schulz 2012, *An ensemble learning strategy for graph clustering*).
///
/// Time is near-linear in actors and arcs, memory linear.
pub fn communities(graph: &Rows) -> Communities {
    let ground = Level::of(graph);
    let mut chance = Chance(SEED);
    let mut best = ground.settled(&ground.all_alone(), &mut chance);
    for _ in 1..rounds(graph) {
        let other = ground.settled(&ground.all_alone(), &mut chance);
        let start = joined(&ground, &best, &other, &mut chance);
        let both = ground.settled(&start, &mut chance);
        for candidate in [other, both] {
            if candidate.modularity > best.modularity {
                best = candidate;
            }
        }
    }
    best
}

fn rounds(graph: &Rows) -> usize {
    let size = graph.actors() + graph.arcs();
    if graph.actors() > FEW_ACTORS || graph.arcs() == 0 {
        1
    } else {
        (ROUNDS_BUDGET / size).clamp(1, MOST_ROUNDS)
    }
}

/// A partition that begins with what two others agree on: their core groups are moved whole.
fn joined(ground: &Level, a: &Communities, b: &Communities, chance: &mut Chance) -> Vec<u32> {
    let agree = |one: usize, other: usize| a.of[one] == a.of[other] && b.of[one] == b.of[other];
    let (cores, count) = ground.connected_parts(agree);
    let level = ground.aggregated(&cores, count);
    let of = level.iterated(level.all_alone(), chance);
    cores.into_iter().map(|core| of[core as usize]).collect()
}

/// A graph whose nodes are actors, or actors taken together.
struct Level {
    // Invariant: `starts` has one entry more than there are nodes, and begins with 0.
    starts: Vec<u32>,
    /// The other node, and how many pairs join the two; never the node itself. Side by side, since they are asked for
    /// together.
    arcs: Vec<(u32, u32)>,
    /// How many arcs of actors begin in each node, those within it too.
    degrees: Vec<u32>,
    /// How many arcs of actors there are: twice the pairs.
    total: u32,
}

impl Level {
    fn of(graph: &Rows) -> Self {
        let mut level = Self::with_capacity(graph.actors(), graph.arcs());
        for actor in (0..).take(graph.actors()) {
            level.arcs.extend(graph.row(actor).iter().map(|other| (*other, 1)));
            level.end_row();
            level.degrees.push(count(graph.degree(actor)));
        }
        level.total = count(graph.arcs());
        level
    }

    fn with_capacity(nodes: usize, arcs: usize) -> Self {
        let mut starts = Vec::with_capacity(nodes + 1);
        starts.push(0);
        Self { starts, arcs: Vec::with_capacity(arcs), degrees: Vec::with_capacity(nodes), total: 0 }
    }

    fn end_row(&mut self) {
        self.starts.push(count(self.arcs.len()));
    }

    fn nodes(&self) -> usize {
        self.degrees.len()
    }

    fn row(&self, node: usize) -> &[(u32, u32)] {
        &self.arcs[self.starts[node] as usize..self.starts[node + 1] as usize]
    }

    fn all_alone(&self) -> Vec<u32> {
        (0..).take(self.nodes()).collect()
    }

    /// What modularity gains, but for a factor, when nodes of that degree come to others of a sum of degrees, joined to
    /// them so many times. Exact: the first product is below 2⁶³ since no two sets share more arcs than half of all.
    fn gain(&self, joins: u32, degree: u32, others: u32) -> i64 {
        i64::from(self.total) * i64::from(joins) - i64::from(degree) * i64::from(others)
    }

    /// The sum of degrees in each community.
    fn degrees_of(&self, of: &[u32]) -> Vec<u32> {
        let mut sums = vec![0; self.nodes()];
        for (community, degree) in of.iter().zip(&self.degrees) {
            sums[*community as usize] += degree;
        }
        sums
    }

    /// Better and better partitions, each from the one before, to the last that is better; as communities.
    fn settled(&self, of: &[u32], chance: &mut Chance) -> Communities {
        let mut best = self.communities(of);
        for _ in 0..ITERATIONS {
            let next = self.communities(&self.iterated(best.of.clone(), chance));
            if next.modularity <= best.modularity {
                break;
            }
            best = next;
        }
        best
    }

    /// What is connected within the groups of a partition: to part what is not can only help.
    fn communities(&self, of: &[u32]) -> Communities {
        let (of, count) = self.connected_parts(|one, other| of[one] == of[other]);
        Communities { modularity: self.modularity(&of), of, count }
    }

    /// One iteration of the method, from a given partition: moves, then refines and takes together, until no two nodes
    /// share a community.
    fn iterated(&self, mut of: Vec<u32>, chance: &mut Chance) -> Vec<u32> {
        self.move_nodes(&mut of, chance);
        let mut node_of = self.all_alone();
        let mut above = None;
        loop {
            let level: &Self = above.as_ref().unwrap_or(self);
            let communities = renumber(&mut of) as usize;
            if communities == level.nodes() {
                break;
            }
            let mut parts = level.refined(&of, chance);
            let mut count = renumber(&mut parts);
            if count as usize == level.nodes() {
                // Nothing would get smaller: whole communities are taken together.
                parts.clone_from(&of);
                count = renumber(&mut parts);
            }
            let next = level.aggregated(&parts, count);
            let mut next_of = vec![0; next.nodes()];
            for (part, community) in parts.iter().zip(&of) {
                next_of[*part as usize] = *community;
            }
            next.move_nodes(&mut next_of, chance);
            for node in &mut node_of {
                *node = parts[*node as usize];
            }
            of = next_of;
            above = Some(next);
        }
        node_of.into_iter().map(|node| of[node as usize]).collect()
    }

    /// Moves each node to the community that it gains most in, and asks its neighbours again when it has moved, until
    /// nobody gains. Ends, since modularity rises with each move and is counted in whole numbers.
    fn move_nodes(&self, of: &mut [u32], chance: &mut Chance) {
        let mut sums = self.degrees_of(of);
        let mut unused = unused(of);
        let mut joins = Joins::new(self.nodes());
        let mut queue = VecDeque::from(chance.order(self.nodes()));
        let mut waits = vec![true; self.nodes()];
        while let Some(place) = queue.pop_front() {
            let node = place as usize;
            waits[node] = false;
            let (own, degree) = (of[node], self.degrees[node]);
            for (other, weight) in self.row(node) {
                joins.add(of[*other as usize], *weight);
            }
            let stays = self.gain(joins.to(own), degree, sums[own as usize] - degree);
            let mut best = (stays, own);
            for (community, weight) in joins.drain().filter(|(community, _)| *community != own) {
                let gain = self.gain(weight, degree, sums[community as usize]);
                if gain > best.0 {
                    best = (gain, community);
                }
            }
            if best.0 < 0
                && let Some(alone) = unused.pop()
            {
                best = (0, alone);
            }
            let (_, to) = best;
            if to == own {
                continue;
            }
            of[node] = to;
            sums[own as usize] -= degree;
            sums[to as usize] += degree;
            if sums[own as usize] == 0 {
                unused.push(own);
            }
            for (other, _) in self.row(node) {
                let is_asked = &mut waits[*other as usize];
                if !*is_asked && of[*other as usize] != to {
                    *is_asked = true;
                    queue.push_back(*other);
                }
            }
        }
    }

    /// Parts each community into well-connected parts: every node begins alone, and as long as it is, may join the part
    /// of its community that it gains most with. Nodes and parts that are badly joined to the rest of their community
    /// stay apart.
    fn refined(&self, of: &[u32], chance: &mut Chance) -> Vec<u32> {
        let whole = self.degrees_of(of);
        let mut parts = self.all_alone();
        let mut sums = self.degrees.clone();
        let mut outward = self.joins_to_own(of);
        let mut is_alone = vec![true; self.nodes()];
        let mut joins = Joins::new(self.nodes());
        for place in chance.order(self.nodes()) {
            let node = place as usize;
            let all = whole[of[node] as usize];
            let is_well_joined =
                |part: usize, sum: u32, outward: &[u32]| self.gain(outward[part], sum, all - sum) >= 0;
            if !is_alone[node] || !is_well_joined(node, sums[node], &outward) {
                continue;
            }
            for (other, weight) in self.row(node) {
                if of[*other as usize] == of[node] {
                    joins.add(parts[*other as usize], *weight);
                }
            }
            let mut best = None;
            let mut most = 0;
            for (part, weight) in joins.drain() {
                let sum = sums[part as usize];
                let gain = self.gain(weight, sums[node], sum);
                if gain > most && is_well_joined(part as usize, sum, &outward) {
                    most = gain;
                    best = Some((part, weight));
                }
            }
            if let Some((part, weight)) = best {
                let to = part as usize;
                parts[node] = part;
                is_alone[to] = false;
                sums[to] += sums[node];
                outward[to] = (outward[to] + outward[node]).saturating_sub(weight).saturating_sub(weight);
            }
        }
        parts
    }

    /// How often each node is joined to others of its community.
    fn joins_to_own(&self, of: &[u32]) -> Vec<u32> {
        let joins = |node: usize| {
            let own = self.row(node).iter().filter(|(other, _)| of[*other as usize] == of[node]);
            own.map(|(_, weight)| weight).sum()
        };
        (0..self.nodes()).map(joins).collect()
    }

    /// The graph whose nodes are groups of this one's, numbered from 0.
    fn aggregated(&self, of: &[u32], groups: u32) -> Self {
        let (starts, members) = members(of, groups);
        let mut next = Self::with_capacity(groups as usize, 0);
        next.total = self.total;
        let mut joins = Joins::new(groups as usize);
        for (group, bounds) in (0..groups).zip(starts.windows(2)) {
            let mut degree = 0;
            for node in &members[bounds[0]..bounds[1]] {
                degree += self.degrees[*node];
                for (other, weight) in self.row(*node) {
                    joins.add(of[*other as usize], *weight);
                }
            }
            next.degrees.push(degree);
            next.arcs.extend(joins.drain().filter(|(other, _)| *other != group));
            next.end_row();
        }
        next
    }

    /// The parts within which a path leads over arcs whose ends belong together, numbered in the order of their first
    /// nodes; and how many they are.
    fn connected_parts(&self, belong_together: impl Fn(usize, usize) -> bool) -> (Vec<u32>, u32) {
        let mut parts = vec![u32::MAX; self.nodes()];
        let mut open = Vec::new();
        let mut count = 0;
        for first in 0..self.nodes() {
            if parts[first] != u32::MAX {
                continue;
            }
            parts[first] = count;
            open.push(first);
            while let Some(node) = open.pop() {
                for (other, _) in self.row(node) {
                    let other = *other as usize;
                    if parts[other] == u32::MAX && belong_together(node, other) {
                        parts[other] = count;
                        open.push(other);
                    }
                }
            }
            count += 1;
        }
        (parts, count)
    }

    /// Newman & Girvan's modularity of a partition of actors: the share of ties within communities, less the share that
    /// chance would put there.
    fn modularity(&self, of: &[u32]) -> Option<f64> {
        let total = f64::from(self.total);
        let within: u32 = self.joins_to_own(of).into_iter().sum();
        let by_chance = |degrees: u32| (f64::from(degrees) / total).powi(2);
        let chance: f64 = self.degrees_of(of).into_iter().map(by_chance).sum();
        (self.total > 0).then(|| f64::from(within) / total - chance)
    }
}

/// How often something is joined to each community: sums in an array, and which of them are not 0.
struct Joins {
    sums: Vec<u32>,
    met: Vec<u32>,
}

impl Joins {
    fn new(communities: usize) -> Self {
        Self { sums: vec![0; communities], met: Vec::new() }
    }

    fn add(&mut self, community: u32, weight: u32) {
        let sum = &mut self.sums[community as usize];
        if *sum == 0 {
            self.met.push(community);
        }
        *sum += weight;
    }

    fn to(&self, community: u32) -> u32 {
        self.sums[community as usize]
    }

    /// Gives the sums in the order in which they were met, and leaves none.
    fn drain(&mut self) -> impl Iterator<Item = (u32, u32)> {
        let sums = &mut self.sums;
        self.met.drain(..).map(|community| (community, std::mem::take(&mut sums[community as usize])))
    }
}

/// Numbers that look random and are the same every time (splitmix64, Steele et al. 2014).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        // The upper half is the same on machines of any word.
        usize::try_from((mixed ^ (mixed >> 31)) >> 32).unwrap_or_default() % end.max(1)
    }

    /// All nodes in an order of chance.
    fn order(&mut self, nodes: usize) -> Vec<u32> {
        let mut order: Vec<u32> = (0..).take(nodes).collect();
        for last in (1..nodes).rev() {
            order.swap(last, self.below(last + 1));
        }
        order
    }
}

/// The names, up to the number of nodes, that no community has.
fn unused(of: &[u32]) -> Vec<u32> {
    let mut is_used = vec![false; of.len()];
    for community in of {
        is_used[*community as usize] = true;
    }
    (0..).zip(is_used).filter(|(_, is_used)| !is_used).map(|(community, _)| community).collect()
}

/// Numbers communities from 0 in the order of their first members, and says how many there are.
fn renumber(of: &mut [u32]) -> u32 {
    let mut numbers = vec![u32::MAX; of.len()];
    let mut count = 0;
    for community in of {
        let number = &mut numbers[*community as usize];
        if *number == u32::MAX {
            *number = count;
            count += 1;
        }
        *community = *number;
    }
    count
}

/// The nodes of each group, one group after the other, and where each begins, and the end.
fn members(of: &[u32], groups: u32) -> (Vec<usize>, Vec<usize>) {
    let mut starts = vec![0; groups as usize + 1];
    for group in of {
        starts[*group as usize + 1] += 1;
    }
    for group in 0..groups as usize {
        starts[group + 1] += starts[group];
    }
    let mut next = starts.clone();
    let mut members = vec![0; of.len()];
    for (node, group) in of.iter().enumerate() {
        let place = &mut next[*group as usize];
        members[*place] = node;
        *place += 1;
    }
    (starts, members)
}

/// As what [`Rows`] holds is counted.
fn count(items: usize) -> u32 {
    u32::try_from(items).unwrap_or(u32::MAX)
}
