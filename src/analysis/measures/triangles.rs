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
    let later = Later::of(graph);
    let mut marks = vec![NOWHERE; graph.actors()];
    for a in (0..).take(graph.actors()) {
        for (c, place) in later.row(a) {
            marks[*c as usize] = *place;
        }
        for (b, ab) in later.row(a) {
            for (c, bc) in later.row(*b) {
                let ac = marks[*c as usize];
                if ac != NOWHERE {
                    let side =
                        |place: u32| Side { there: place as usize, back: back[place as usize] as usize };
                    let sides = [side(*ab), side(ac), side(*bc)];
                    visit(Triangle { actors: [a, *b, *c], sides });
                }
            }
        }
        for (c, _) in later.row(a) {
            marks[*c as usize] = NOWHERE;
        }
    }
}

/// Each tie in the row of the end with fewer ties alone; of equals, of the smaller id. No such row is long: a hub's would
/// be walked again and again if all its ties stood in it.
struct Later {
    starts: Vec<u32>,
    /// The other end, and the tie's place among all arcs.
    ties: Vec<(ActorIx, u32)>,
}

impl Later {
    fn of(graph: &Rows) -> Self {
        let is_after = |a: ActorIx, b: ActorIx| (graph.degree(b), b) > (graph.degree(a), a);
        let mut later = Self { starts: vec![0], ties: Vec::with_capacity(graph.arcs() / 2) };
        for actor in (0..).take(graph.actors()) {
            let row = graph.range(actor).zip(graph.row(actor)).filter(|(_, other)| is_after(actor, **other));
            later.ties.extend(row.map(|(place, other)| (*other, u32::try_from(place).unwrap_or(u32::MAX))));
            later.starts.push(u32::try_from(later.ties.len()).unwrap_or(u32::MAX));
        }
        later
    }

    fn row(&self, actor: ActorIx) -> &[(ActorIx, u32)] {
        &self.ties[self.starts[actor as usize] as usize..self.starts[actor as usize + 1] as usize]
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
