//! Degrees, and what follows from them for the map as a whole.

use super::graph::{Rows, TieGraph};
use crate::analysis::network::ActorIx;

/// Density (Wasserman & Faust 1994): arcs ÷ ordered pairs of actors. `None` below two actors.
pub fn density(graph: &TieGraph) -> Option<f64> {
    let actors = as_number(graph.out.actors());
    (actors >= 2.0).then(|| as_number(graph.out.arcs()) / (actors * (actors - 1.0)))
}

/// Reciprocity: arcs that have one the other way ÷ arcs. `None` without arcs.
pub fn reciprocity(graph: &TieGraph) -> Option<f64> {
    let arcs = graph.out.arcs();
    let returned = |actor: ActorIx| {
        graph.out.row(actor).iter().filter(|to| graph.into.row(actor).binary_search(to).is_ok()).count()
    };
    let returned: usize = (0..).take(graph.out.actors()).map(returned).sum();
    (arcs > 0).then(|| as_number(returned) / as_number(arcs))
}

/// Degree centralisation (Freeman 1978): Σ (greatest degree − degree) ÷ what it is in a star of as many. Undirected. `None`
/// below three actors.
pub fn centralization(graph: &Rows) -> Option<f64> {
    let actors = graph.actors();
    let degrees = || (0..).take(actors).map(|actor| graph.degree(actor));
    let most = degrees().max()?;
    let differences: usize = degrees().map(|degree| most - degree).sum();
    (actors >= 3).then(|| as_number(differences) / (as_number(actors - 1) * as_number(actors - 2)))
}

/// How strong all ties of an actor are together. Undirected.
pub fn strength(graph: &Rows, actor: ActorIx) -> u64 {
    graph.strengths(actor).iter().map(|strength| u64::from(*strength)).sum()
}

#[allow(clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
fn as_number(count: usize) -> f64 {
    count as f64
}
