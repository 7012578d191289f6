//! Audience: how many decision-makers an actor's voice can reach.

use crate::analysis::network::ActorIx;
use crate::analysis::voice_graph::VoiceGraph;

/// So many are looked for at once, one bit each.
const AT_ONCE: usize = 512;

type Bits = [u64; AT_ONCE / 64];

const NEVER: u32 = u32::MAX;

/// For each actor, how many of `hearers` (each named once) its voice can reach, itself not counted, through whomever.
///
/// Actors who reach each other reach the same ones: strongly connected components (Tarjan 1972) are looked at as one, and
/// what they reach is passed from one to the next as sets of bits. O((actors + arcs) × hearers ÷ 512).
pub fn audience(graph: &VoiceGraph, hearers: &[ActorIx]) -> Vec<u32> {
    let circles = Circles::of(graph);
    let mut counts = vec![0_u32; circles.starts.len() - 1];
    let mut reached = vec![Bits::default(); counts.len()];
    for hearers in hearers.chunks(AT_ONCE) {
        reached.fill(Bits::default());
        for (bit, hearer) in hearers.iter().enumerate() {
            reached[circles.of[*hearer as usize] as usize][bit / 64] |= 1 << (bit % 64);
        }
        for circle in 0..counts.len() {
            // Those that a circle leads to were completed before it.
            let mut bits = reached[circle];
            for next in circles.next(circle) {
                for (bits, more) in bits.iter_mut().zip(reached[*next as usize]) {
                    *bits |= more;
                }
            }
            reached[circle] = bits;
            counts[circle] += bits.iter().map(|word| word.count_ones()).sum::<u32>();
        }
    }
    let mut audience: Vec<u32> = circles.of.iter().map(|circle| counts[*circle as usize]).collect();
    for hearer in hearers {
        audience[*hearer as usize] -= 1;
    }
    audience
}

/// The strongly connected components, in an order in which each comes after all that it leads to.
struct Circles {
    /// Per actor: its component.
    of: Vec<u32>,
    /// Where in `nexts` those start that each component leads to.
    starts: Vec<usize>,
    nexts: Vec<u32>,
}

impl Circles {
    fn of(graph: &VoiceGraph) -> Self {
        let of = Search::new(graph).components();
        let mut arcs: Vec<(u32, u32)> = Vec::new();
        for (actor, circle) in (0..).zip(&of) {
            let to = graph.row(actor).iter().map(|to| of[*to as usize]);
            arcs.extend(to.filter(|to| to != circle).map(|to| (*circle, to)));
        }
        arcs.sort_unstable();
        arcs.dedup();
        let count = of.iter().max().map_or(0, |last| *last as usize + 1);
        let starts = (0..=count).map(|circle| arcs.partition_point(|(from, _)| (*from as usize) < circle));
        Self { starts: starts.collect(), nexts: arcs.iter().map(|(_, to)| *to).collect(), of }
    }

    fn next(&self, circle: usize) -> &[u32] {
        &self.nexts[self.starts[circle]..self.starts[circle + 1]]
    }
}

struct Search<'a> {
    graph: &'a VoiceGraph,
    /// Per actor: when it was first seen.
    numbers: Vec<u32>,
    /// Per actor: the smallest number it leads back to.
    lowest: Vec<u32>,
    of: Vec<u32>,
    count: u32,
    seen: u32,
    /// Actors whose component is not complete.
    waiting: Vec<ActorIx>,
    /// The way to where the search is, and how far each row is looked through.
    open: Vec<(ActorIx, usize)>,
}

impl<'a> Search<'a> {
    fn new(graph: &'a VoiceGraph) -> Self {
        let never = vec![NEVER; graph.len()];
        let (numbers, lowest, of) = (never.clone(), never.clone(), never);
        Self { graph, numbers, lowest, of, count: 0, seen: 0, waiting: Vec::new(), open: Vec::new() }
    }

    fn components(mut self) -> Vec<u32> {
        for actor in (0..).take(self.graph.len()) {
            if self.numbers[actor as usize] == NEVER {
                self.enter(actor);
                self.run();
            }
        }
        self.of
    }

    fn enter(&mut self, actor: ActorIx) {
        self.numbers[actor as usize] = self.seen;
        self.lowest[actor as usize] = self.seen;
        self.seen += 1;
        self.waiting.push(actor);
        self.open.push((actor, 0));
    }

    fn run(&mut self) {
        while let Some((actor, place)) = self.open.last_mut() {
            let actor = *actor;
            let lowest = &mut self.lowest[actor as usize];
            if let Some(to) = self.graph.row(actor).get(*place) {
                *place += 1;
                if self.numbers[*to as usize] == NEVER {
                    self.enter(*to);
                } else if self.of[*to as usize] == NEVER {
                    *lowest = (*lowest).min(self.numbers[*to as usize]);
                }
                continue;
            }
            let lowest = *lowest;
            self.open.pop();
            if let Some((before, _)) = self.open.last() {
                let above = &mut self.lowest[*before as usize];
                *above = (*above).min(lowest);
            }
            if lowest == self.numbers[actor as usize] {
                self.complete(actor);
            }
        }
    }

    /// All that wait since an actor was entered are its component.
    fn complete(&mut self, first: ActorIx) {
        while let Some(actor) = self.waiting.pop() {
            self.of[actor as usize] = self.count;
            if actor == first {
                break;
            }
        }
        self.count += 1;
    }
}
