//! Clustering: whether those whom an actor is joined to are joined to each other.

use super::graph::Rows;
use super::triangles::for_each_triangle;

/// The local clustering coefficient (Watts & Strogatz 1998): pairs of an actor's neighbours that are joined ÷ pairs of its
/// neighbours. `None` with fewer than two. Undirected, unweighted, merged ties. O(ties^1.5).
pub fn clustering(graph: &Rows) -> Vec<Option<f64>> {
    let mut triangles = vec![0_u32; graph.actors()];
    for_each_triangle(graph, |triangle| {
        for actor in triangle.actors {
            triangles[actor as usize] += 1;
        }
    });
    let coefficient = |(actor, triangles): (u32, u32)| {
        let degree = f64::from(u32::try_from(graph.degree(actor)).unwrap_or(u32::MAX));
        (degree >= 2.0).then(|| f64::from(triangles) / (degree * (degree - 1.0) / 2.0))
    };
    (0..).zip(triangles).map(coefficient).collect()
}
