//! The measures straight from their definitions, over tables of strengths (0 without a tie), with no thought of speed.

type Table = Vec<Vec<f64>>;

/// Hops from each to each, by trying every actor as a stop (Floyd 1962); infinite where there is no way.
pub fn hops(ties: &Table) -> Table {
    let all = 0..ties.len();
    let hop = |a: usize, b: usize| match () {
        () if a == b => 0.0,
        () if ties[a][b] > 0.0 => 1.0,
        () => f64::INFINITY,
    };
    let mut hops: Table = all.clone().map(|a| all.clone().map(|b| hop(a, b)).collect()).collect();
    for stop in all.clone() {
        for a in all.clone() {
            for b in all.clone() {
                hops[a][b] = f64::min(hops[a][b], hops[a][stop] + hops[stop][b]);
            }
        }
    }
    hops
}

/// How many shortest paths there are from each to each.
fn paths(ties: &Table, hops: &Table) -> Table {
    let actors = ties.len();
    let mut paths = vec![vec![0.0; actors]; actors];
    for from in 0..actors {
        paths[from][from] = 1.0;
        let mut order: Vec<_> = (0..actors).filter(|to| *to != from && hops[from][*to].is_finite()).collect();
        order.sort_by(|a, b| hops[from][*a].total_cmp(&hops[from][*b]));
        for to in order {
            let is_before =
                |last: &usize| ties[*last][to] > 0.0 && is(hops[from][*last] + 1.0, hops[from][to]);
            paths[from][to] = (0..actors).filter(is_before).map(|last| paths[from][last]).sum();
        }
    }
    paths
}

/// Whether two counts are the same.
fn is(a: f64, b: f64) -> bool {
    (a - b).abs() < 0.5
}

pub fn betweenness(ties: &Table) -> Vec<f64> {
    let hops = hops(ties);
    let paths = paths(ties, &hops);
    let all = 0..ties.len();
    let share = |actor: usize, from: usize, to: usize| {
        let is_between = from != to && from != actor && to != actor && hops[from][to].is_finite();
        if is_between && is(hops[from][actor] + hops[actor][to], hops[from][to]) {
            paths[from][actor] * paths[actor][to] / paths[from][to]
        } else {
            0.0
        }
    };
    let pairs = || all.clone().flat_map(|from| all.clone().map(move |to| (from, to)));
    all.clone().map(|actor| pairs().map(|(from, to)| share(actor, from, to)).sum()).collect()
}

pub fn closeness(ties: &Table) -> Vec<f64> {
    let others = count(ties.len()) - 1.0;
    let hops = hops(ties);
    let near = |from: usize| (0..ties.len()).filter(move |to| *to != from).map(move |to| (from, to));
    let all = 0..ties.len();
    all.map(|from| near(from).map(|(from, to)| 1.0 / hops[from][to]).sum::<f64>() / others.max(1.0)).collect()
}

/// The solution of x = 0.15 ÷ n + 0.85 (what comes along ties and from those without), by elimination.
pub fn pagerank(ties: &Table) -> Vec<f64> {
    let actors = ties.len();
    let mut system: Table = vec![vec![0.0; actors + 1]; actors];
    for from in 0..actors {
        let degree = joined(ties, from).len();
        for (to, row) in system.iter_mut().enumerate() {
            let chance = match degree {
                0 => 1.0 / count(actors),
                _ if ties[from][to] > 0.0 => 1.0 / count(degree),
                _ => 0.0,
            };
            row[from] -= 0.85 * chance;
        }
    }
    for (actor, row) in system.iter_mut().enumerate() {
        row[actor] += 1.0;
        row[actors] = 0.15 / count(actors);
    }
    solve(system)
}

fn solve(mut system: Table) -> Vec<f64> {
    let size = system.len();
    for pivot in 0..size {
        let best = (pivot..size).max_by(|a, b| system[*a][pivot].abs().total_cmp(&system[*b][pivot].abs()));
        system.swap(pivot, best.unwrap());
        let by = system[pivot].clone();
        for (_, row) in system.iter_mut().enumerate().filter(|(row, _)| *row != pivot) {
            let factor = row[pivot] / by[pivot];
            for (entry, by) in row.iter_mut().zip(&by) {
                *entry -= factor * by;
            }
        }
    }
    (0..size).map(|row| system[row][size] / system[row][row]).collect()
}

/// What is left of equal values along the greatest eigenvectors of who is tied to whom; the largest is 1.
pub fn eigenvector(ties: &Table) -> Option<Vec<f64>> {
    let actors = ties.len();
    if (0..actors).all(|actor| joined(ties, actor).is_empty()) {
        return None;
    }
    let mut matrix: Table = ties
        .iter()
        .map(|row| row.iter().map(|strength| f64::from(u8::from(*strength > 0.0))).collect())
        .collect();
    let vectors = turn_until_diagonal(&mut matrix);
    let greatest = (0..actors).map(|at| matrix[at][at]).fold(f64::NEG_INFINITY, f64::max);
    let mut values = vec![0.0; actors];
    for at in (0..actors).filter(|at| matrix[*at][*at] > greatest - 1e-9) {
        let sum: f64 = vectors.iter().map(|row| row[at]).sum();
        for (value, row) in values.iter_mut().zip(&vectors) {
            *value += sum * row[at];
        }
    }
    let largest = values.iter().copied().fold(0.0, f64::max);
    Some(values.iter().map(|value| value / largest).collect())
}

/// Jacobi's method for symmetric matrices; gives the eigenvectors, one a column.
fn turn_until_diagonal(matrix: &mut Table) -> Table {
    let size = matrix.len();
    let mut vectors: Table =
        (0..size).map(|row| (0..size).map(|column| f64::from(u8::from(row == column))).collect()).collect();
    for _ in 0..60 {
        for p in 0..size {
            for q in p + 1..size {
                let angle = 0.5 * f64::atan2(2.0 * matrix[p][q], matrix[q][q] - matrix[p][p]);
                let (sine, cosine) = angle.sin_cos();
                for row in matrix.iter_mut().chain(vectors.iter_mut()) {
                    (row[p], row[q]) = (cosine * row[p] - sine * row[q], sine * row[p] + cosine * row[q]);
                }
                let (first, second) = (matrix[p].clone(), matrix[q].clone());
                for column in 0..size {
                    matrix[p][column] = cosine * first[column] - sine * second[column];
                    matrix[q][column] = sine * first[column] + cosine * second[column];
                }
            }
        }
    }
    vectors
}

/// For each k, those left when whoever has fewer than k ties to those left is sent away, again and again.
pub fn cores(ties: &Table) -> Vec<u32> {
    let actors = ties.len();
    let mut cores = vec![0; actors];
    for k in 1..=actors {
        let mut left: Vec<usize> = (0..actors).collect();
        loop {
            let stays =
                |actor: &usize| joined(ties, *actor).iter().filter(|other| left.contains(other)).count() >= k;
            let staying: Vec<usize> = left.iter().copied().filter(stays).collect();
            if staying == left {
                break;
            }
            left = staying;
        }
        for actor in left {
            cores[actor] = u32::try_from(k).unwrap();
        }
    }
    cores
}

/// Per actor its component, from 0 in the order of their first actors.
pub fn components(ties: &Table) -> Vec<u32> {
    let hops = hops(ties);
    let mut of: Vec<Option<u32>> = vec![None; ties.len()];
    let mut next = 0;
    for first in 0..ties.len() {
        if of[first].is_none() {
            for (other, of) in of.iter_mut().enumerate().filter(|(other, _)| hops[first][*other].is_finite())
            {
                assert!(of.is_none(), "{other} is in two components");
                *of = Some(next);
            }
            next += 1;
        }
    }
    of.into_iter().flatten().collect()
}

fn how_many(components: &[u32]) -> u32 {
    components.iter().max().map_or(0, |most| most + 1)
}

/// Whether there are more components once the actor has lost all its ties, itself not counted.
pub fn articulations(ties: &Table) -> Vec<bool> {
    let before = how_many(&components(ties));
    let is_articulation = |actor: usize| {
        let mut without = ties.clone();
        without[actor].fill(0.0);
        for row in &mut without {
            row[actor] = 0.0;
        }
        how_many(&components(&without)) - 1 > before
    };
    (0..ties.len()).map(is_articulation).collect()
}

/// The pairs without whose tie there are more components.
pub fn bridges(ties: &Table) -> Vec<(u32, u32)> {
    let before = how_many(&components(ties));
    let mut bridges = Vec::new();
    for a in 0..ties.len() {
        for b in joined(ties, a).into_iter().filter(|b| *b > a) {
            let mut without = ties.clone();
            without[a][b] = 0.0;
            without[b][a] = 0.0;
            if how_many(&components(&without)) > before {
                bridges.push((u32::try_from(a).unwrap(), u32::try_from(b).unwrap()));
            }
        }
    }
    bridges
}

pub fn clustering(ties: &Table) -> Vec<Option<f64>> {
    let of = |actor: usize| {
        let others = joined(ties, actor);
        let pairs: Vec<_> =
            others.iter().flat_map(|a| others.iter().map(move |b| (*a, *b))).filter(|(a, b)| a < b).collect();
        let tied = pairs.iter().filter(|(a, b)| ties[*a][*b] > 0.0).count();
        (!pairs.is_empty()).then(|| count(tied) / count(pairs.len()))
    };
    (0..ties.len()).map(of).collect()
}

/// How much of its strength the first has in its tie to the second.
fn share(ties: &Table, a: usize, b: usize) -> f64 {
    ties[a][b] / ties[a].iter().sum::<f64>()
}

pub fn constraint(ties: &Table) -> Vec<Option<f64>> {
    let of = |ego: usize| {
        let others = joined(ties, ego);
        let by = |other: &usize| {
            let through =
                others.iter().filter(|q| *q != other).map(|q| share(ties, ego, *q) * share(ties, *q, *other));
            (share(ties, ego, *other) + through.sum::<f64>()).powi(2)
        };
        (!others.is_empty()).then(|| others.iter().map(by).sum())
    };
    (0..ties.len()).map(of).collect()
}

pub fn effective_size(ties: &Table) -> Vec<Option<f64>> {
    let of = |ego: usize| {
        let others = joined(ties, ego);
        let adds = |other: &usize| {
            let strongest = ties[*other].iter().copied().fold(0.0, f64::max);
            let shared = others.iter().filter(|q| *q != other);
            1.0 - shared.map(|q| share(ties, ego, *q) * ties[*other][*q] / strongest).sum::<f64>()
        };
        (!others.is_empty()).then(|| others.iter().map(adds).sum())
    };
    (0..ties.len()).map(of).collect()
}

/// Coordinator, itinerant, gatekeeper, representative, liaison.
pub fn brokerage(ties: &Table, group: &[u32]) -> Vec<[u64; 5]> {
    let all = 0..ties.len();
    let mut roles = vec![[0; 5]; ties.len()];
    for a in all.clone() {
        for b in all.clone() {
            for c in all.clone() {
                let is_open = ties[a][b] > 0.0 && ties[b][c] > 0.0 && a != c && ties[a][c] <= 0.0;
                let role = match (group[a], group[b], group[c]) {
                    _ if !is_open => continue,
                    (x, y, z) if x == y && y == z => 0,
                    (x, _, z) if x == z => 1,
                    (_, y, z) if y == z => 2,
                    (x, y, _) if x == y => 3,
                    _ => 4,
                };
                roles[b][role] += 1;
            }
        }
    }
    roles
}

/// Whom an actor is joined to.
pub fn joined(ties: &Table, actor: usize) -> Vec<usize> {
    (0..ties.len()).filter(|other| ties[actor][*other] > 0.0).collect()
}

pub fn count(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap())
}
