//! Best channels: who reaches a decision-maker, along which ties, and how strongly.
//!
//! A channel is as strong as its weakest tie. The best one is the strongest; of equals the shortest; of equals the one
//! whose actors' ids come first. That order is not made of its parts: behind a weak first tie, the shortest way on is
//! better than the strongest. So there is one tree for each strength: in the tree of strength *s* every actor points to
//! the next on the shortest way along ties of at least *s*; and the best channel of an actor follows the tree of the
//! greatest strength in which it has a place.

use super::network::{ActorIx, TieIx};
use super::voice_graph::VoiceGraph;
use crate::model::Rating;

/// The way from every actor to the nearest decision-maker along ties of some strength at least.
#[derive(Debug, Clone)]
pub struct Tree {
    hops: Vec<u32>,
    next: Vec<(ActorIx, TieIx)>,
    /// Those who have a way, the nearest first; decision-makers at the head.
    pub order: Vec<ActorIx>,
}

const NEVER: u32 = u32::MAX;

impl Tree {
    /// Breadth first, backwards from the decision-makers. O(actors + arcs).
    fn of(graph: &VoiceGraph, decision_makers: &[ActorIx], least: Rating) -> Self {
        let mut hops = vec![NEVER; graph.len()];
        let mut order = decision_makers.to_vec();
        for actor in decision_makers {
            hops[*actor as usize] = 0;
        }
        let mut head = 0;
        while let Some(actor) = order.get(head).copied() {
            head += 1;
            for (from, arc) in graph.into(actor) {
                if arc.strength >= least && hops[from as usize] == NEVER {
                    hops[from as usize] = hops[actor as usize] + 1;
                    order.push(from);
                }
            }
        }
        let mut next = vec![(NEVER, NEVER); graph.len()];
        for actor in &order[decision_makers.len()..] {
            let nearer = hops[*actor as usize] - 1;
            // All shortest ways are of one length, so the smallest sequence starts with the smallest next id; the arcs
            // are in the order of ids.
            let step =
                graph.out(*actor).find(|(to, arc)| arc.strength >= least && hops[*to as usize] == nearer);
            if let Some((to, arc)) = step {
                next[*actor as usize] = (to, arc.tie);
            }
        }
        Self { hops, next, order }
    }

    /// The next actor on the way, and the tie to it. `None` for a decision-maker, and for those without a way.
    pub fn next(&self, actor: ActorIx) -> Option<(ActorIx, TieIx)> {
        Some(self.next[actor as usize]).filter(|(to, _)| *to != NEVER)
    }

    /// How many ties the way has.
    pub fn hops(&self, actor: ActorIx) -> Option<u32> {
        Some(self.hops[actor as usize]).filter(|hops| *hops != NEVER)
    }

    /// The steps of the way: each tie, and the actor it leads to.
    pub fn steps(&self, actor: ActorIx) -> impl Iterator<Item = (ActorIx, TieIx)> {
        std::iter::successors(self.next(actor), |(to, _)| self.next(*to))
    }
}

/// Who lies on whose way in a tree, without walking the ways.
pub struct Nesting {
    /// Per actor: its place in an order in which everyone whose way passes an actor comes right after it.
    places: Vec<u32>,
    /// Per actor: how many have a way that passes it, itself included; 0 for those without a way.
    sizes: Vec<u32>,
}

impl Nesting {
    /// O(actors).
    pub fn of(tree: &Tree) -> Self {
        let actors = tree.next.len();
        let (mut places, mut sizes) = (vec![0; actors], vec![0; actors]);
        for actor in tree.order.iter().rev() {
            sizes[*actor as usize] += 1;
            if let Some((to, _)) = tree.next(*actor) {
                sizes[to as usize] += sizes[*actor as usize];
            }
        }
        let mut free = vec![0; actors];
        let mut first = 0;
        for actor in &tree.order {
            let place = match tree.next(*actor) {
                Some((to, _)) => &mut free[to as usize],
                None => &mut first,
            };
            places[*actor as usize] = *place;
            *place += sizes[*actor as usize];
            free[*actor as usize] = places[*actor as usize] + 1;
        }
        Self { places, sizes }
    }

    /// Of `from` those whose way passes one of `others` or ends with it, and of `others` those who are met so. Not by walking
    /// ways: a thousand who speak of a thousand others would take too long. O((from + others) × log).
    fn meeting(&self, from: &[ActorIx], others: &[ActorIx]) -> (Vec<ActorIx>, Vec<ActorIx>) {
        let place = |actor: &ActorIx| self.places[*actor as usize];
        // Who meets an actor comes right after it in the order, so many of them.
        let mut spans: Vec<(u32, u32)> =
            others.iter().map(|actor| (place(actor), self.sizes[*actor as usize])).collect();
        spans.retain(|(_, size)| *size > 0);
        spans.sort_unstable();
        let mut ends: Vec<u32> = Vec::with_capacity(spans.len());
        for (first, size) in &spans {
            ends.push(ends.last().copied().unwrap_or_default().max(first + size));
        }
        let meets = |actor: &&ActorIx| {
            let before = spans.partition_point(|(first, _)| *first < place(actor));
            before.checked_sub(1).is_some_and(|last| place(actor) < ends[last])
        };
        let meeting: Vec<ActorIx> = from.iter().filter(meets).copied().collect();
        let mut places: Vec<u32> = meeting.iter().map(place).collect();
        places.sort_unstable();
        let is_met = |actor: &&ActorIx| {
            let first = place(actor);
            let next = places.partition_point(|place| *place <= first);
            places.get(next).is_some_and(|next| next - first < self.sizes[**actor as usize])
        };
        let met = others.iter().filter(is_met).copied().collect();
        (meeting, met)
    }
}

/// The best channels of all actors.
#[derive(Debug, Clone)]
pub struct Reach {
    // Invariant: one tree for each strength that occurs, the greatest first.
    trees: Vec<(Rating, Tree)>,
    // Which tree an actor's best channel follows; `trees.len()` for none.
    best: Vec<u8>,
}

impl Reach {
    /// One tree for each strength that occurs among the arcs. O(strengths × (actors + arcs)), so linear.
    pub fn of(graph: &VoiceGraph, decision_makers: &[ActorIx]) -> Self {
        let occurs = graph.strengths();
        let strengths = Rating::ALL.into_iter().rev().filter(|rating| occurs[usize::from(rating.get()) - 1]);
        let trees: Vec<_> = strengths.map(|least| (least, Tree::of(graph, decision_makers, least))).collect();
        let nothing = u8::try_from(trees.len()).unwrap_or(u8::MAX);
        let mut best = vec![nothing; graph.len()];
        for (place, (_, tree)) in (0..nothing).zip(&trees).rev() {
            for actor in &tree.order {
                best[*actor as usize] = place;
            }
        }
        Self { trees, best }
    }

    /// The strength of an actor's best channel, and the tree it follows. `None` without a channel, and for a
    /// decision-maker, who needs none.
    pub fn best(&self, actor: ActorIx) -> Option<(Rating, &Tree)> {
        let (strength, tree) = self.trees.get(usize::from(self.best[actor as usize]))?;
        tree.next(actor).map(|_| (*strength, tree))
    }

    /// Who lies on whose way, for each tree.
    pub fn nestings(&self) -> Vec<Nesting> {
        self.trees.iter().map(|(_, tree)| Nesting::of(tree)).collect()
    }

    /// Of `from` those whose best channel passes one of `others` or ends with it, and of `others` those who are met so; both
    /// in the order of ids, as they are given.
    pub fn meeting(
        &self,
        nestings: &[Nesting],
        from: &[ActorIx],
        others: &[ActorIx],
    ) -> (Vec<ActorIx>, Vec<ActorIx>) {
        let (mut meeting, mut met) = (Vec::new(), Vec::new());
        for (tree, nesting) in nestings.iter().enumerate() {
            let follows = |actor: &ActorIx| usize::from(self.best[*actor as usize]) == tree;
            let from: Vec<ActorIx> = from.iter().copied().filter(follows).collect();
            let (more, others) = nesting.meeting(&from, others);
            meeting.extend(more);
            met.extend(others);
        }
        for actors in [&mut meeting, &mut met] {
            actors.sort_unstable();
            actors.dedup();
        }
        (meeting, met)
    }

    /// The tree of the ways along ties of a strength at least; `None` where no tie is so strong.
    pub fn tree(&self, least: Rating) -> Option<&Tree> {
        self.trees.iter().rev().find(|(strength, _)| *strength >= least).map(|(_, tree)| tree)
    }

    /// Adds up something along all trees. For each tree and each actor with a way in it, nearest first: `step` is given
    /// the tree, the actor, and what it gave for the next actor on the way. The result holds, for each actor with a
    /// channel, what `step` gave along its best channel.
    pub fn sum_along<T: Copy + Default>(&self, step: impl Fn(&Tree, ActorIx, T) -> T) -> Vec<Option<T>> {
        let mut sums = vec![None; self.best.len()];
        for (place, (_, tree)) in self.trees.iter().enumerate() {
            let mut along = vec![T::default(); self.best.len()];
            for actor in &tree.order {
                let Some((to, _)) = tree.next(*actor) else { continue };
                let sum = step(tree, *actor, along[to as usize]);
                along[*actor as usize] = sum;
                if usize::from(self.best[*actor as usize]) == place {
                    sums[*actor as usize] = Some(sum);
                }
            }
        }
        sums
    }

    /// For each actor, how many of `origins` have it strictly inside their best channel.
    pub fn carries(&self, origins: impl Iterator<Item = ActorIx>) -> Vec<u32> {
        let mut starts = vec![0_u32; self.best.len()];
        for origin in origins {
            starts[origin as usize] = 1;
        }
        let mut carries = vec![0_u32; self.best.len()];
        for (place, (_, tree)) in self.trees.iter().enumerate() {
            let mut through = vec![0_u32; self.best.len()];
            for actor in tree.order.iter().rev() {
                let Some((to, _)) = tree.next(*actor) else { continue };
                let inside = through[*actor as usize];
                carries[*actor as usize] += inside;
                let follows = usize::from(self.best[*actor as usize]) == place;
                through[to as usize] += inside + if follows { starts[*actor as usize] } else { 0 };
            }
        }
        carries
    }
}

/// Everyone who can be reached from some actors, they included. O(actors + arcs).
pub fn reached_from(
    graph: &VoiceGraph,
    starts: impl Iterator<Item = ActorIx>,
    may_pass: impl Fn(ActorIx) -> bool,
) -> Vec<bool> {
    spread(graph.len(), starts, may_pass, |actor, visit| graph.out(actor).for_each(|(to, _)| visit(to)))
}

/// Everyone who can reach some actors, they included. O(actors + arcs).
pub fn reaching(
    graph: &VoiceGraph,
    ends: impl Iterator<Item = ActorIx>,
    may_pass: impl Fn(ActorIx) -> bool,
) -> Vec<bool> {
    spread(graph.len(), ends, may_pass, |actor, visit| graph.into(actor).for_each(|(from, _)| visit(from)))
}

fn spread(
    actors: usize,
    starts: impl Iterator<Item = ActorIx>,
    may_pass: impl Fn(ActorIx) -> bool,
    neighbours: impl Fn(ActorIx, &mut dyn FnMut(ActorIx)),
) -> Vec<bool> {
    let mut seen = vec![false; actors];
    let mut open: Vec<ActorIx> = starts.filter(|actor| may_pass(*actor)).collect();
    for actor in &open {
        seen[*actor as usize] = true;
    }
    while let Some(actor) = open.pop() {
        neighbours(actor, &mut |other| {
            if !seen[other as usize] && may_pass(other) {
                seen[other as usize] = true;
                open.push(other);
            }
        });
    }
    seen
}
