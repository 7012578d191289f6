//! Eigenvector centrality: how well joined those are to whom an actor is joined.

use super::graph::Rows;
use crate::analysis::network::ActorIx;

/// What is left of the residual when the search is over, relative to the eigenvalue.
const PRECISION: f64 = 1e-13;

/// Entries smaller than this, relative to the largest, are 0.
const NOTHING: f64 = 1e-12;

/// A graph whose two greatest eigenvalues are so close that this is not enough has no value that could be trusted.
const MOST_STEPS: usize = 5_000;

/// Eigenvector centrality (Bonacich 1972): the eigenvector of the greatest eigenvalue, its largest entry 1. Undirected,
/// unweighted, merged ties. Where several components share that eigenvalue, each has the share of it that the search
/// finds from equal values, as power iteration does. `None` where there are no ties, or where two eigenvalues are
/// too close to be told apart.
///
/// By locally optimal conjugate gradients (Knyazev 2001), which need the square root of the steps of power iteration:
/// O(steps × ties).
pub fn eigenvector(graph: &Rows) -> Option<Vec<f64>> {
    if graph.arcs() == 0 {
        return None;
    }
    let vector = greatest(graph)?;
    let most = vector.iter().fold(0.0_f64, |most, entry| most.max(entry.abs()));
    // What is smaller than the precision is what the search left of nothing.
    let entry = |entry: f64| if entry.abs() <= NOTHING * most { 0.0 } else { entry.abs() / most };
    Some(vector.into_iter().map(entry).collect())
}

/// A vector, and what the adjacency matrix makes of it.
#[derive(Clone)]
struct Image {
    vector: Vec<f64>,
    image: Vec<f64>,
}

fn greatest(graph: &Rows) -> Option<Vec<f64>> {
    let mut now = Image::of(graph, vec![1.0; graph.actors()]);
    now.scale(1.0 / norm(&now.vector));
    let mut before: Option<Image> = None;
    for _ in 0..MOST_STEPS {
        let value = dot(&now.vector, &now.image);
        let residual: Vec<f64> =
            now.image.iter().zip(&now.vector).map(|(image, entry)| image - value * entry).collect();
        if norm(&residual) <= PRECISION * value {
            return Some(now.vector);
        }
        let mut basis = vec![now];
        for vector in std::iter::once(Image::of(graph, residual)).chain(before) {
            extend(&mut basis, vector);
        }
        let weights = leading(&basis);
        let mut next = basis[0].clone();
        next.scale(weights[0]);
        // Where to go from here, without where it is: the direction kept for the next step.
        let mut direction: Option<Image> = None;
        for (part, weight) in basis.iter().zip(&weights).skip(1) {
            let mut part = part.clone();
            part.scale(*weight);
            next.add(&part, 1.0);
            match &mut direction {
                Some(direction) => direction.add(&part, 1.0),
                None => direction = Some(part),
            }
        }
        before = direction;
        let length = norm(&next.vector);
        next.scale(1.0 / length);
        now = next;
    }
    None
}

impl Image {
    fn of(graph: &Rows, vector: Vec<f64>) -> Self {
        let entry =
            |actor: ActorIx| graph.row(actor).iter().map(|other| vector[*other as usize]).sum::<f64>();
        let image = (0..).take(graph.actors()).map(entry).collect();
        Self { vector, image }
    }

    fn scale(&mut self, factor: f64) {
        for entry in self.vector.iter_mut().chain(&mut self.image) {
            *entry *= factor;
        }
    }

    fn add(&mut self, other: &Self, factor: f64) {
        for (entry, more) in self.vector.iter_mut().zip(&other.vector) {
            *entry += factor * more;
        }
        for (entry, more) in self.image.iter_mut().zip(&other.image) {
            *entry += factor * more;
        }
    }
}

/// Adds a vector to an orthonormal basis, unless it lies in what the basis spans.
fn extend(basis: &mut Vec<Image>, mut vector: Image) {
    let length = norm(&vector.vector);
    if length == 0.0 {
        return;
    }
    vector.scale(1.0 / length);
    // Twice is enough (Parlett 1980).
    for _ in 0..2 {
        for other in basis.iter() {
            let along = dot(&other.vector, &vector.vector);
            vector.add(other, -along);
        }
        let length = norm(&vector.vector);
        if length < 1e-12 {
            return;
        }
        vector.scale(1.0 / length);
    }
    basis.push(vector);
}

/// The eigenvector of the greatest eigenvalue within an orthonormal basis of three at most, by Jacobi's rotations.
fn leading(basis: &[Image]) -> [f64; 3] {
    let mut matrix = [[0.0; 3]; 3];
    for (row, a) in basis.iter().enumerate() {
        for (column, b) in basis.iter().enumerate() {
            matrix[row][column] = f64::midpoint(dot(&a.vector, &b.image), dot(&b.vector, &a.image));
        }
    }
    let mut vectors = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
    for _ in 0..32 {
        for (p, q) in [(0, 1), (0, 2), (1, 2)] {
            rotate(&mut matrix, &mut vectors, p, q);
        }
    }
    let value = |place: &usize| matrix[*place][*place];
    let best = (0..basis.len()).max_by(|a, b| value(a).total_cmp(&value(b))).unwrap_or_default();
    let leading = vectors.map(|row| row[best]);
    if leading[0] < 0.0 { leading.map(|entry| -entry) } else { leading }
}

/// Makes one pair of entries off the diagonal vanish.
fn rotate(matrix: &mut [[f64; 3]; 3], vectors: &mut [[f64; 3]; 3], p: usize, q: usize) {
    let off = matrix[p][q];
    if off == 0.0 {
        return;
    }
    let theta = (matrix[q][q] - matrix[p][p]) / (2.0 * off);
    let tangent = theta.signum() / (theta.abs() + theta.hypot(1.0));
    let cosine = 1.0 / tangent.hypot(1.0);
    let sine = tangent * cosine;
    for row in matrix.iter_mut().chain(vectors) {
        (row[p], row[q]) = (cosine * row[p] - sine * row[q], sine * row[p] + cosine * row[q]);
    }
    let (first, second) = (matrix[p], matrix[q]);
    matrix[p] = std::array::from_fn(|column| cosine * first[column] - sine * second[column]);
    matrix[q] = std::array::from_fn(|column| sine * first[column] + cosine * second[column]);
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn norm(vector: &[f64]) -> f64 {
    dot(vector, vector).sqrt()
}
