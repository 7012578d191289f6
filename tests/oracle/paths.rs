//! The voice graph and everything that is asked of it: best channels, ways back, gatekeepers. Nothing here is clever.
//! In a small map the best channel is found by walking every simple path; in a larger one by a breadth-first search
//! for each strength from 5 down; a gatekeeper is found by taking the actor out and looking again.

use super::reading::{Map, Tie};
use std::collections::BTreeMap;

/// Above this number of actors the simple paths are too many to be walked one by one.
pub const WALK_ALL_PATHS_UP_TO: usize = 10;

#[derive(Clone)]
pub struct Arc {
    pub strength: u64,
    pub tie: String,
}

/// "**Voice graph**: a directed graph on actors; an arc u→v where an *active* tie lets a voice travel from u to v
/// (1.4)." For each actor, where it reaches in one step and by which arc.
pub struct VoiceGraph {
    pub arcs: Vec<BTreeMap<usize, Arc>>,
}

/// "**Channel** of a voice: a directed path in the voice graph from it to a decision-maker that meets no other
/// decision-maker on the way."
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Channel {
    pub actors: Vec<usize>,
    pub ties: Vec<String>,
    /// "Its **strength** is that of its weakest tie."
    pub strength: u64,
}

impl Channel {
    pub fn hops(&self) -> usize {
        self.ties.len()
    }

    /// The actors strictly inside: neither the voice nor the decision-maker at the end.
    pub fn inside(&self) -> &[usize] {
        &self.actors[1..self.actors.len() - 1]
    }

    /// "**Best channel**: greatest strength, then fewest hops, then the smallest sequence of actor ids."
    fn is_better_than(&self, other: &Channel) -> bool {
        if self.strength != other.strength {
            return self.strength > other.strength;
        }
        if self.hops() != other.hops() {
            return self.hops() < other.hops();
        }
        self.actors < other.actors
    }
}

impl VoiceGraph {
    /// "Parallel arcs keep the strongest (equal: the smallest tie id)."
    pub fn of(map: &Map, ties: &[&Tie]) -> VoiceGraph {
        let mut arcs: Vec<BTreeMap<usize, Arc>> = vec![BTreeMap::new(); map.actors.len()];
        for tie in ties {
            let mut ways = Vec::new();
            if tie.carries_forward {
                ways.push((tie.from, tie.to));
            }
            if tie.carries_backward {
                ways.push((tie.to, tie.from));
            }
            for (from, to) in ways {
                let replaces = match arcs[from].get(&to) {
                    None => true,
                    Some(held) => {
                        tie.strength > held.strength || (tie.strength == held.strength && tie.id < held.tie)
                    }
                };
                if replaces {
                    let arc = Arc { strength: tie.strength, tie: tie.id.clone() };
                    arcs[from].insert(to, arc);
                }
            }
        }
        VoiceGraph { arcs }
    }

    pub fn has_arc(&self, from: usize, to: usize) -> bool {
        self.arcs[from].contains_key(&to)
    }

    /// Whether a voice that starts at `from` gets to any of `targets` without ever meeting an actor that is left out.
    pub fn reaches(&self, from: usize, targets: &[usize], left_out: &[usize]) -> bool {
        let mut met = vec![false; self.arcs.len()];
        for &actor in left_out {
            met[actor] = true;
        }
        if met[from] {
            return false;
        }
        met[from] = true;
        let mut waiting = vec![from];
        while let Some(actor) = waiting.pop() {
            if targets.contains(&actor) {
                return true;
            }
            for &next in self.arcs[actor].keys() {
                if !met[next] {
                    met[next] = true;
                    waiting.push(next);
                }
            }
        }
        false
    }

    /// "**Answered**: it has a way back", a path "from some decision-maker to the voice".
    pub fn has_way_back(&self, map: &Map, voice: usize) -> bool {
        map.decision_makers.iter().any(|&decision_maker| self.reaches(decision_maker, &[voice], &[]))
    }

    /// "**Gatekeeper** of a voice: an actor, neither the voice nor a decision-maker, that lies on *every* channel of
    /// it." So: one without which the voice has no channel left. Where there is no channel there is no gatekeeper.
    pub fn gatekeepers(&self, map: &Map, voice: usize) -> Vec<usize> {
        if !self.reaches(voice, &map.decision_makers, &[]) {
            return Vec::new();
        }
        (0..map.actors.len())
            .filter(|&actor| actor != voice && !map.is_decision_maker(actor))
            .filter(|&actor| !self.reaches(voice, &map.decision_makers, &[actor]))
            .collect()
    }

    /// "**External only**: heard, but not once all *other* external-tier actors are left out."
    pub fn is_external_only(&self, map: &Map, voice: usize) -> bool {
        let external: Vec<usize> = (0..map.actors.len())
            .filter(|&actor| actor != voice && map.actors[actor].is_external())
            .collect();
        self.reaches(voice, &map.decision_makers, &[])
            && !self.reaches(voice, &map.decision_makers, &external)
    }

    /// The best channel of a voice, or none where it has no channel.
    pub fn best_channel(&self, map: &Map, voice: usize) -> Option<Channel> {
        if map.actors.len() <= WALK_ALL_PATHS_UP_TO {
            self.best_by_walking_all_paths(map, voice)
        } else {
            self.best_by_thresholds(map, voice)
        }
    }

    pub fn best_by_walking_all_paths(&self, map: &Map, voice: usize) -> Option<Channel> {
        let mut best = None;
        let start = Channel { actors: vec![voice], ties: Vec::new(), strength: u64::MAX };
        self.walk(map, &start, &mut best);
        best
    }

    /// Goes on from the end of `so_far` in every possible way; at a decision-maker the path is a channel and ends.
    fn walk(&self, map: &Map, so_far: &Channel, best: &mut Option<Channel>) {
        let end = *so_far.actors.last().unwrap();
        for (&next, arc) in &self.arcs[end] {
            if so_far.actors.contains(&next) {
                continue;
            }
            let mut longer = so_far.clone();
            longer.actors.push(next);
            longer.ties.push(arc.tie.clone());
            longer.strength = longer.strength.min(arc.strength);
            if !map.is_decision_maker(next) {
                self.walk(map, &longer, best);
            } else if best.as_ref().is_none_or(|held| longer.is_better_than(held)) {
                *best = Some(longer);
            }
        }
    }

    /// The greatest strength with which any decision-maker is reached is the strength of the best channel. With the
    /// weaker arcs left out, the search then goes hop by hop and holds, for each actor first met at that hop, the
    /// smallest sequence that leads to it: every such sequence is a sequence to one met a hop before, and that actor.
    pub fn best_by_thresholds(&self, map: &Map, voice: usize) -> Option<Channel> {
        (1..=5).rev().find_map(|strength| self.shortest_at_least(map, voice, strength))
    }

    fn shortest_at_least(&self, map: &Map, voice: usize, strength: u64) -> Option<Channel> {
        let mut met = vec![voice];
        let mut at_this_hop: Vec<Vec<usize>> = vec![vec![voice]];
        while !at_this_hop.is_empty() {
            let mut at_next_hop: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
            for sequence in &at_this_hop {
                for (&next, arc) in &self.arcs[*sequence.last().unwrap()] {
                    if arc.strength < strength || met.contains(&next) {
                        continue;
                    }
                    let mut longer = sequence.clone();
                    longer.push(next);
                    match at_next_hop.get(&next) {
                        Some(held) if *held <= longer => {}
                        _ => {
                            at_next_hop.insert(next, longer);
                        }
                    }
                }
            }
            let arrived = at_next_hop
                .iter()
                .filter(|&(&actor, _)| map.is_decision_maker(actor))
                .map(|(_, sequence)| sequence)
                .min();
            if let Some(sequence) = arrived {
                return Some(self.channel_along(sequence));
            }
            met.extend(at_next_hop.keys());
            at_this_hop = at_next_hop.into_values().collect();
        }
        None
    }

    fn channel_along(&self, sequence: &[usize]) -> Channel {
        let arcs: Vec<&Arc> = sequence.windows(2).map(|step| &self.arcs[step[0]][&step[1]]).collect();
        Channel {
            actors: sequence.to_vec(),
            ties: arcs.iter().map(|arc| arc.tie.clone()).collect(),
            strength: arcs.iter().map(|arc| arc.strength).min().unwrap(),
        }
    }
}
