//! Triangles: three actors each joined to the other two; what clustering, constraint and brokerage are made of.

use super::graph::Rows;
use crate::analysis::network::ActorIx;

/// Two arcs of a triangle between the same two actors, one each way, by their places among all arcs.
#[derive(Debug, Clone, Copy)]
pub struct Side {
    /// From the first to the second.
    pub there: usize,
    /// From the second to the first.
    pub back: usize,
}

/// Three actors each joined to the other two.
#[derive(Debug, Clone, Copy)]
pub struct Triangle {
    /// Who.
    pub actors: [ActorIx; 3],
    /// From the first to the second, from the first to the third, from the second to the third.
    pub sides: [Side; 3],
}

/// Visits each triangle of an undirected graph once, in the same order every time.
///
/// Each tie is looked at from the end with fewer ties (Chiba & Nishizeki 1985): O(ties^1.5), whatever hubs there are.
pub fn for_each_triangle(graph: &Rows, mut visit: impl FnMut(Triangle)) {
    const NOWHERE: u32 = u32::MAX;
    let back = backs(graph);
    let is_after = |a: ActorIx, b: ActorIx| (graph.degree(b), b) > (graph.degree(a), a);
    let later = |actor: ActorIx| {
        let places = graph.range(actor);
        places.zip(graph.row(actor)).filter(move |(_, other)| is_after(actor, **other))
    };
    let mut marks = vec![NOWHERE; graph.actors()];
    for a in (0..).take(graph.actors()) {
        for (place, c) in later(a) {
            marks[*c as usize] = u32::try_from(place).unwrap_or(NOWHERE);
        }
        for (ab, b) in later(a) {
            for (bc, c) in later(*b) {
                let ac = marks[*c as usize];
                if ac != NOWHERE {
                    let side = |place: usize| Side { there: place, back: back[place] as usize };
                    let sides = [side(ab), side(ac as usize), side(bc)];
                    visit(Triangle { actors: [a, *b, *c], sides });
                }
            }
        }
        for (_, c) in later(a) {
            marks[*c as usize] = NOWHERE;
        }
    }
}

/// For each arc of an undirected graph, where the same tie stands in the row of its other end.
fn backs(graph: &Rows) -> Vec<u32> {
    let mut free: Vec<usize> = (0..).take(graph.actors()).map(|actor| graph.range(actor).start).collect();
    let mut backs = Vec::with_capacity(graph.arcs());
    for actor in (0..).take(graph.actors()) {
        for other in graph.row(actor) {
            // Rows are in order, so the arcs into each row come in its order.
            let place = &mut free[*other as usize];
            backs.push(u32::try_from(*place).unwrap_or(u32::MAX));
            *place += 1;
        }
    }
    backs
}
