//! Searching for the best way from one actor to its ends.

use std::collections::VecDeque;

use super::Route;
use crate::analysis::network::{ActorIx, Network};
use crate::analysis::voice_graph::VoiceGraph;
use crate::model::Rating;

/// Where one actor's channels may lead, and whom they may pass.
pub struct Ways<'a> {
    pub graph: &'a VoiceGraph,
    pub from: ActorIx,
    /// Per actor: whether a channel ends there.
    is_end: Vec<bool>,
    /// Per actor: whether a channel may not pass there.
    is_barred: Vec<bool>,
}

const UNSEEN: u32 = u32::MAX;

/// Where a way leaves its root: the last actor of it, where it may not go next, and whom it may enter at all.
struct Spur<'a> {
    at: ActorIx,
    not_next: &'a [ActorIx],
    may_enter: &'a dyn Fn(ActorIx) -> bool,
}

impl<'a> Ways<'a> {
    pub fn new(network: &Network, graph: &'a VoiceGraph, from: ActorIx, to: Option<ActorIx>) -> Self {
        let mut is_barred: Vec<bool> = network.actors.iter().map(|node| node.decides).collect();
        let is_end = match to {
            None => is_barred.clone(),
            Some(to) => (0..).zip(&is_barred).map(|(ix, _)| ix == to).collect(),
        };
        is_barred[from as usize] = true;
        Self { graph, from, is_end, is_barred }
    }

    pub fn is_end(&self, actor: ActorIx) -> bool {
        self.is_end[actor as usize]
    }

    /// Whether a channel may go through an actor, which is neither its beginning nor an end.
    pub fn may_pass(&self, actor: ActorIx) -> bool {
        !self.is_barred[actor as usize] && !self.is_end(actor)
    }

    /// The best of all channels.
    pub fn best_of_all(&self) -> Option<Route> {
        let mut is_on_root = vec![false; self.graph.len()];
        is_on_root[self.from as usize] = true;
        self.best(&[self.from], &is_on_root, &[], Rating::MAX)
    }

    /// The best of the channels that begin with `root`, whose actors `is_on_root` marks, and after it go on to none of
    /// `not_next`. `most` is the strength of the root's weakest tie. The channel is judged as a whole: behind a weak root
    /// every way on that is no weaker is as good as the strongest, and the shortest of them wins.
    pub fn best(
        &self,
        root: &[ActorIx],
        is_on_root: &[bool],
        not_next: &[ActorIx],
        most: Rating,
    ) -> Option<Route> {
        let spur = *root.last()?;
        let may_enter =
            |actor: ActorIx| self.is_end(actor) || (self.may_pass(actor) && !is_on_root[actor as usize]);
        let mut onward = self.graph.out(spur).filter(|(to, _)| may_enter(*to) && !not_next.contains(to));
        // Most actors of a long channel have no other way on: they need no search.
        onward.next()?;
        let strengths = Rating::ALL.into_iter().rev().filter(|least| *least <= most);
        let spur = Spur { at: spur, not_next, may_enter: &may_enter };
        let way = strengths.into_iter().find_map(|least| self.shortest(&spur, least))?;
        Route::along(self.graph, [root, &way].concat())
    }

    /// The shortest way on from a spur along ties of at least that strength; of equals, the smallest sequence of ids.
    fn shortest(&self, spur: &Spur, least: Rating) -> Option<Vec<ActorIx>> {
        let is_step = |from: ActorIx, to: ActorIx, strength: Rating| {
            strength >= least && (from != spur.at || !spur.not_next.contains(&to))
        };
        // Forward, layer by layer, until a layer has an end; then from the spur along those that lie on a shortest way.
        let mut hops = vec![UNSEEN; self.graph.len()];
        hops[spur.at as usize] = 0;
        let mut open = VecDeque::from([spur.at]);
        let mut ends: Vec<ActorIx> = Vec::new();
        let mut limit = UNSEEN;
        while let Some(actor) = open.pop_front() {
            let next = hops[actor as usize] + 1;
            if next > limit {
                break;
            }
            for (to, _) in self.graph.out(actor).filter(|(to, arc)| is_step(actor, *to, arc.strength)) {
                if hops[to as usize] != UNSEEN || !(spur.may_enter)(to) {
                    continue;
                }
                hops[to as usize] = next;
                if self.is_end(to) {
                    limit = next;
                    ends.push(to);
                } else {
                    open.push_back(to);
                }
            }
        }
        let leads_on = self.leading_to(&ends, &hops, least);
        let mut way = Vec::new();
        let mut actor = spur.at;
        while way.is_empty() || !self.is_end(actor) {
            let next = hops[actor as usize] + 1;
            let mut onward = self.graph.out(actor).filter(|(to, arc)| {
                is_step(actor, *to, arc.strength) && hops[*to as usize] == next && leads_on[*to as usize]
            });
            actor = onward.next()?.0;
            way.push(actor);
        }
        Some(way)
    }

    /// Those from whom a shortest way leads to one of the ends.
    fn leading_to(&self, ends: &[ActorIx], hops: &[u32], least: Rating) -> Vec<bool> {
        let mut leads_on = vec![false; self.graph.len()];
        let mut open = ends.to_vec();
        for end in ends {
            leads_on[*end as usize] = true;
        }
        while let Some(actor) = open.pop() {
            for (from, arc) in self.graph.into(actor) {
                let is_before =
                    hops[from as usize] != UNSEEN && hops[from as usize] + 1 == hops[actor as usize];
                if arc.strength >= least && is_before && !leads_on[from as usize] {
                    leads_on[from as usize] = true;
                    open.push(from);
                }
            }
        }
        leads_on
    }

    /// Those on the best channel without whom there is none. Every channel passes a gatekeeper, so the best one does.
    pub fn gatekeepers(&self, best: &Route) -> Vec<ActorIx> {
        let inside = &best.actors[1..best.actors.len() - 1];
        let mut gatekeepers: Vec<ActorIx> =
            inside.iter().copied().filter(|actor| !self.is_heard_without(*actor)).collect();
        gatekeepers.sort_unstable();
        gatekeepers
    }

    fn is_heard_without(&self, without: ActorIx) -> bool {
        let mut seen = vec![false; self.graph.len()];
        let mut open = vec![self.from];
        seen[without as usize] = true;
        while let Some(actor) = open.pop() {
            for (to, _) in self.graph.out(actor) {
                if self.is_end(to) {
                    return true;
                }
                if self.may_pass(to) && !seen[to as usize] {
                    seen[to as usize] = true;
                    open.push(to);
                }
            }
        }
        false
    }

    /// The best way from some end back to the actor.
    pub fn back(&self) -> Option<Route> {
        Rating::ALL.into_iter().rev().find_map(|least| {
            // How far everyone is from the actor, backwards; then forward from the nearest end with the smallest id.
            let mut hops = vec![UNSEEN; self.graph.len()];
            hops[self.from as usize] = 0;
            let mut open = VecDeque::from([self.from]);
            let mut first: Option<ActorIx> = None;
            while let Some(actor) = open.pop_front() {
                let next = hops[actor as usize] + 1;
                if first.is_some_and(|first| hops[first as usize] < next) {
                    break;
                }
                for (from, _) in self.graph.into(actor).filter(|(_, arc)| arc.strength >= least) {
                    if hops[from as usize] != UNSEEN {
                        continue;
                    }
                    if self.is_end(from) {
                        hops[from as usize] = next;
                        first = Some(first.map_or(from, |first| first.min(from)));
                    } else if self.may_pass(from) {
                        hops[from as usize] = next;
                        open.push_back(from);
                    }
                }
            }
            let mut way = vec![first?];
            while let Some(actor) = way.last().copied().filter(|actor| *actor != self.from) {
                let nearer = hops[actor as usize] - 1;
                let is_step =
                    |to: ActorIx| hops[to as usize] == nearer && (to == self.from || self.may_pass(to));
                way.push(self.graph.out(actor).find(|(to, arc)| arc.strength >= least && is_step(*to))?.0);
            }
            Route::along(self.graph, way)
        })
    }
}
