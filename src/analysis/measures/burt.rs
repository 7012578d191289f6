//! Burt's structural holes: how much an actor's contacts hem it in, and how many it has that are not each other's.

use super::graph::Rows;
use super::triangles::{Triangle, for_each_triangle};

/// Constraint (Burt 1992, p. 55): Σⱼ (pᵢⱼ + Σₖ pᵢₖ·pₖⱼ)² over an actor's neighbours j, with k those who are neighbours
/// of both, and pᵢⱼ the share of i's strength that is in its tie to j. `None` without neighbours. Undirected, weighted by
/// strength, merged ties. O(ties^1.5).
pub fn constraint(graph: &Rows) -> Vec<Option<f64>> {
    let shares = shares(graph);
    let mut invested = shares.clone();
    for_each_triangle(graph, |Triangle { sides: [ab, ac, bc], .. }| {
        invested[ab.there] += shares[ac.there] * shares[bc.back];
        invested[ab.back] += shares[bc.there] * shares[ac.back];
        invested[ac.there] += shares[ab.there] * shares[bc.there];
        invested[ac.back] += shares[bc.back] * shares[ab.back];
        invested[bc.there] += shares[ab.back] * shares[ac.there];
        invested[bc.back] += shares[ac.back] * shares[ab.there];
    });
    let constraint = |actor| {
        let invested = &invested[graph.range(actor)];
        (!invested.is_empty()).then(|| invested.iter().map(|share| share * share).sum())
    };
    (0..).take(graph.actors()).map(constraint).collect()
}

/// Effective size (Burt 1992, p. 52): Σⱼ (1 − Σₖ pᵢₖ·mⱼₖ) over an actor's neighbours j, with k its other neighbours, and
/// mⱼₖ the strength of j's tie to k ÷ that of j's strongest. `None` without neighbours. Undirected, weighted by strength,
/// merged ties. O(ties^1.5).
pub fn effective_size(graph: &Rows) -> Vec<Option<f64>> {
    let shares = shares(graph);
    let marginals = marginals(graph);
    let mut redundancies = vec![0.0; graph.actors()];
    for_each_triangle(graph, |Triangle { actors: [a, b, c], sides: [ab, ac, bc] }| {
        redundancies[a as usize] +=
            shares[ab.there] * marginals[bc.back] + shares[ac.there] * marginals[bc.there];
        redundancies[b as usize] +=
            shares[ab.back] * marginals[ac.back] + shares[bc.there] * marginals[ac.there];
        redundancies[c as usize] +=
            shares[ac.back] * marginals[ab.back] + shares[bc.back] * marginals[ab.there];
    });
    let size = |(actor, redundancy): (u32, f64)| {
        let degree = graph.degree(actor);
        (degree > 0).then(|| f64::from(u32::try_from(degree).unwrap_or(u32::MAX)) - redundancy)
    };
    (0..).zip(redundancies).map(size).collect()
}

/// Per arc: its share of the strength of all arcs in its row.
fn shares(graph: &Rows) -> Vec<f64> {
    by_row(graph, |strengths| strengths.iter().map(|strength| f64::from(*strength)).sum())
}

/// Per arc: its strength ÷ that of the strongest arc in its row.
fn marginals(graph: &Rows) -> Vec<f64> {
    by_row(graph, |strengths| strengths.iter().max().map_or(1.0, |most| f64::from(*most)))
}

fn by_row(graph: &Rows, whole: impl Fn(&[u32]) -> f64) -> Vec<f64> {
    let mut parts = Vec::with_capacity(graph.arcs());
    for actor in (0..).take(graph.actors()) {
        let strengths = graph.strengths(actor);
        let whole = whole(strengths);
        parts.extend(strengths.iter().map(|strength| f64::from(*strength) / whole));
    }
    parts
}
