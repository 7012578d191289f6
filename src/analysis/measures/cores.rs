//! Cores: how deep an actor stands inside the map.

use super::graph::Rows;
use crate::analysis::network::ActorIx;

/// Core numbers (Seidman 1983): the greatest k for which an actor belongs to a group in which everyone is joined to k
/// others of the group. Undirected, unweighted, merged ties.
///
/// By taking away those with the fewest ties first, kept in order by counting (Batagelj & Zaveršnik 2003). O(actors +
/// ties).
pub fn core_numbers(graph: &Rows) -> Vec<u32> {
    let actors = graph.actors();
    let mut degrees: Vec<u32> =
        (0..).take(actors).map(|actor| u32::try_from(graph.degree(actor)).unwrap_or(u32::MAX)).collect();
    let most = degrees.iter().max().map_or(0, |most| *most as usize);
    // Where those of each degree start in the order by degree.
    let mut starts = vec![0_u32; most + 2];
    for degree in &degrees {
        starts[*degree as usize + 1] += 1;
    }
    for degree in 0..=most {
        starts[degree + 1] += starts[degree];
    }
    let mut places = vec![0_u32; actors];
    let mut order: Vec<ActorIx> = vec![0; actors];
    let mut free = starts.clone();
    for (actor, degree) in (0..).zip(&degrees) {
        let place = &mut free[*degree as usize];
        places[actor as usize] = *place;
        order[*place as usize] = actor;
        *place += 1;
    }
    for place in 0..actors {
        let actor = order[place];
        let core = degrees[actor as usize];
        for other in graph.row(actor) {
            let degree = degrees[*other as usize];
            if degree > core {
                // It changes places with the first of its degree, and is then the last of the degree below.
                let (own, first) = (places[*other as usize], starts[degree as usize]);
                let head = order[first as usize];
                order[own as usize] = head;
                places[head as usize] = own;
                order[first as usize] = *other;
                places[*other as usize] = first;
                starts[degree as usize] += 1;
                degrees[*other as usize] -= 1;
            }
        }
    }
    degrees
}
