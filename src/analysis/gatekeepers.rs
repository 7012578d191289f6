//! Gatekeepers: actors whom every channel of a voice has to pass.
//!
//! They are the dominators of the voice graph turned round, from a root joined to all decision-makers: an actor
//! dominates a voice if every way from the root to the voice passes it. The method is Semi-NCA (Georgiadis 2005, after
//! Lengauer & Tarjan 1979), near-linear and quick in practice; no channel is ever enumerated.

use std::ops::Range;
use std::sync::Arc;

use super::network::ActorIx;
use super::voice_graph::VoiceGraph;

/// Who has to be passed on the way to a decision-maker.
#[derive(Debug, Clone)]
pub struct Gates {
    /// The last whom every channel of an actor passes after leaving it; `NONE` where there is nobody.
    immediate: Vec<ActorIx>,
    /// For each actor, where in `behind` the voices stand that it is a gatekeeper of.
    ranges: Vec<Range<u32>>,
    /// All heard voices, ordered so that those behind one gatekeeper stand together.
    behind: Arc<[ActorIx]>,
}

/// Some voices out of a list that many share, so that a thousand gatekeepers in a row hold one list between them.
#[derive(Debug, Clone, Default)]
pub struct VoiceList {
    // `None` for an empty list, which then costs nothing.
    all: Option<Arc<[ActorIx]>>,
    range: Range<u32>,
}

impl VoiceList {
    /// The voices, in no particular order.
    pub fn as_slice(&self) -> &[ActorIx] {
        let range = self.range.start as usize..self.range.end as usize;
        self.all.as_ref().and_then(|all| all.get(range)).unwrap_or_default()
    }
}

impl From<Vec<ActorIx>> for VoiceList {
    fn from(voices: Vec<ActorIx>) -> Self {
        let range = 0..u32::try_from(voices.len()).unwrap_or(u32::MAX);
        Self { all: (!voices.is_empty()).then(|| voices.into()), range }
    }
}

const NONE: u32 = u32::MAX;

impl Gates {
    /// Works out the gatekeepers of all actors, and for each the voices behind it.
    pub fn of(graph: &VoiceGraph, is_decision_maker: &[bool], is_voice: impl Fn(ActorIx) -> bool) -> Self {
        let search = Search::of(graph, is_decision_maker);
        let dominators = search.dominators(graph, is_decision_maker);
        let mut immediate = vec![NONE; graph.len()];
        for (number, actor) in search.order.iter().enumerate().skip(1) {
            let gate = search.order[dominators[number] as usize];
            if gate != NONE && !is_decision_maker[gate as usize] {
                immediate[*actor as usize] = gate;
            }
        }
        let (mut ranges, behind) = gather(&search.order, &dominators, graph.len(), is_voice);
        // A channel ends at a decision-maker: it is nobody's gatekeeper.
        for (range, _) in ranges.iter_mut().zip(is_decision_maker).filter(|(_, decides)| **decides) {
            *range = 0..0;
        }
        Self { immediate, ranges, behind: behind.into() }
    }

    /// The gatekeepers of an actor, the nearest first.
    pub fn gatekeepers(&self, actor: ActorIx) -> impl Iterator<Item = ActorIx> {
        let next = |actor: ActorIx| Some(self.immediate[actor as usize]).filter(|gate| *gate != NONE);
        std::iter::successors(next(actor), move |gate| next(*gate))
    }

    /// The voices that an actor is a gatekeeper of.
    pub fn behind(&self, actor: ActorIx) -> VoiceList {
        VoiceList { all: Some(Arc::clone(&self.behind)), range: self.ranges[actor as usize].clone() }
    }

    /// How many voices an actor is a gatekeeper of.
    pub fn holds(&self, actor: ActorIx) -> u32 {
        self.ranges[actor as usize].len().try_into().unwrap_or(u32::MAX)
    }
}

/// A depth-first search from the root, over arcs turned round. The root has number 0 and is no actor.
struct Search {
    /// Actors by number; `NONE` for the root.
    order: Vec<ActorIx>,
    /// Numbers by actor.
    numbers: Vec<u32>,
    /// The number from which each number was first seen.
    parents: Vec<u32>,
}

impl Search {
    fn of(graph: &VoiceGraph, is_decision_maker: &[bool]) -> Self {
        let mut search = Self { order: vec![NONE], numbers: vec![NONE; graph.len()], parents: vec![0] };
        let mut open: Vec<(ActorIx, u32)> = Vec::new();
        for (actor, _) in (0..).zip(is_decision_maker).filter(|(_, decides)| **decides) {
            open.push((actor, 0));
            while let Some((actor, parent)) = open.pop() {
                if search.numbers[actor as usize] != NONE {
                    continue;
                }
                let number = u32::try_from(search.order.len()).unwrap_or(NONE);
                search.numbers[actor as usize] = number;
                search.order.push(actor);
                search.parents.push(parent);
                let unseen = graph.into(actor).filter(|(from, _)| search.numbers[*from as usize] == NONE);
                open.extend(unseen.map(|(from, _)| (from, number)));
            }
        }
        search
    }

    /// The immediate dominator of each number, as a number.
    fn dominators(&self, graph: &VoiceGraph, is_decision_maker: &[bool]) -> Vec<u32> {
        let mut forest = Forest::of(&self.parents);
        let mut semi: Vec<u32> = (0..).take(self.order.len()).collect();
        for number in (1..self.order.len()).rev() {
            let actor = self.order[number];
            let mut least = if is_decision_maker[actor as usize] { 0 } else { self.parents[number] };
            // Who comes before it in the turned graph is whom its voice reaches directly.
            for (to, _) in graph.out(actor) {
                let before = self.numbers[to as usize];
                if before != NONE {
                    least = least.min(forest.least(before, number));
                }
            }
            semi[number] = least;
            forest.labels[number] = least;
        }
        let mut dominators = self.parents.clone();
        for number in 1..self.order.len() {
            let mut above = dominators[number];
            while above > semi[number] {
                above = dominators[above as usize];
            }
            dominators[number] = above;
        }
        dominators
    }
}

/// The part of the search tree that has been worked through, its paths shortened as they are walked.
struct Forest {
    ancestors: Vec<u32>,
    labels: Vec<u32>,
    path: Vec<u32>,
}

impl Forest {
    fn of(parents: &[u32]) -> Self {
        Self { ancestors: parents.to_vec(), labels: (0..).take(parents.len()).collect(), path: Vec::new() }
    }

    /// The least semidominator on the way up from a number, as far as numbers greater than `done` go, which are those
    /// that have been worked through; for one that has not, the number itself.
    fn least(&mut self, number: u32, done: usize) -> u32 {
        let is_linked = |number: u32| number as usize > done;
        if !is_linked(number) {
            return number;
        }
        let mut top = number;
        self.path.clear();
        while is_linked(self.ancestors[top as usize]) {
            self.path.push(top);
            top = self.ancestors[top as usize];
        }
        let root = self.ancestors[top as usize];
        let mut least = self.labels[top as usize];
        while let Some(below) = self.path.pop() {
            least = least.min(self.labels[below as usize]);
            self.labels[below as usize] = least;
            self.ancestors[below as usize] = root;
        }
        self.labels[number as usize]
    }
}

/// Lists the voices so that those below one actor in the dominator tree stand together, and says where.
fn gather(
    order: &[ActorIx],
    dominators: &[u32],
    actors: usize,
    is_voice: impl Fn(ActorIx) -> bool,
) -> (Vec<Range<u32>>, Vec<ActorIx>) {
    let voice_at = |number: usize| number > 0 && is_voice(order[number]);
    let mut sizes: Vec<u32> = (0..order.len()).map(|number| u32::from(voice_at(number))).collect();
    for number in (1..order.len()).rev() {
        sizes[dominators[number] as usize] += sizes[number];
    }
    let mut behind = vec![0; sizes[0] as usize];
    let mut ranges = vec![0..0; actors];
    // Where the next one below each number goes.
    let mut cursors = vec![0_u32; order.len()];
    for number in 1..order.len() {
        let start = &mut cursors[dominators[number] as usize];
        let from = *start;
        *start += sizes[number];
        let own = u32::from(voice_at(number));
        if own == 1 {
            behind[from as usize] = order[number];
        }
        cursors[number] = from + own;
        ranges[order[number] as usize] = from + own..from + sizes[number];
    }
    (ranges, behind)
}
