//! Where the actors of a group start before forces act: by their distances to a few pivots (Brandes and Pich 2006), the
//! ladder upwards. The nearer the start is to the end, the sooner that is reached, and the more surely it is the same end.

use crate::analysis::ActorIx;
use crate::model::Id as _;
use crate::picture::layout::Asked;
use crate::picture::layout::tangle::Tangle;

/// How many actors stand for all others.
const PIVOTS: usize = 40;
/// How many steps of power iteration the start takes down the page.
const STEPS_DOWN: usize = 1;
/// The same across it.
const STEPS_ACROSS: usize = 3;

/// A place in units of ties, y down.
pub type Spot = [f64; 2];

/// Who is tied to whom within a group, by the places of its actors in it (which are in order).
pub fn within(tangle: &Tangle, group: &[ActorIx]) -> Tangle {
    if group.len() == tangle.len() {
        let pairs =
            group.iter().flat_map(|actor| tangle.of_actor(*actor).iter().map(move |other| (*actor, *other)));
        return Tangle::between(group.len(), pairs);
    }
    let place = |actor: ActorIx| group.binary_search(&actor).ok().and_then(|at| ActorIx::try_from(at).ok());
    let pairs = (0..).zip(group).flat_map(|(own, actor)| {
        tangle.of_actor(*actor).iter().filter_map(move |other| Some((own, place(*other)?)))
    });
    Tangle::between(group.len(), pairs)
}

/// The starts of the actors of a group, tied as `tangle` says. Of all directions in the space of squared distances to the
/// pivots, down the page runs one near to that of the ladder, and across it one near to that of a scatter by ids, each drawn
/// towards the main directions of the space by a few steps of power iteration. Main directions alone would be an accident
/// where several are nearly alike: one tie more, and the picture is turned or mirrored. O(pivots × (actors + ties)).
pub fn start(asked: Asked, group: &[ActorIx], tangle: &Tangle) -> Vec<Spot> {
    let (heights, scatter) = (heights(asked, group), scatter(asked, group));
    let hops = pivots(tangle);
    let columns = centred(&hops, group.len());
    let downwards: Vec<f64> =
        heights.iter().zip(&scatter).map(|(height, scatter)| scatter[1] * 0.1 - height).collect();
    let across: Vec<f64> = scatter.iter().map(|scatter| scatter[0]).collect();
    let space = Space::of(&columns);
    let down = space.direction(&downwards, STEPS_DOWN, None);
    let across = space.direction(&across, STEPS_ACROSS, Some(&down));
    let (xs, ys) = (scaled(space.project(&across), &hops), scaled(space.project(&down), &hops));
    (0..group.len()).map(|at| [xs[at] + scatter[at][0], ys[at] + scatter[at][1]]).collect()
}

/// How high up the ladder each actor is, from −½ to ½.
fn heights(asked: Asked, group: &[ActorIx]) -> Vec<f64> {
    let network = asked.network;
    let most = (network.levels.len() as f64 - 1.0).max(1.0);
    let rungs = network.levels.iter().map(|rung| rung.at as f64 / most - 0.5);
    let rungs: Vec<f64> = rungs.collect();
    group.iter().map(|actor| rungs[network.node(*actor).level as usize]).collect()
}

/// For every actor of a group a small move that depends on its id alone: those who hang on the same neighbours would
/// start from the very same place.
fn scatter(asked: Asked, group: &[ActorIx]) -> Vec<Spot> {
    let scattered = |actor: &ActorIx| {
        // FNV-1a, and the finish of splitmix64.
        let id = asked.network.actor(*actor).id.as_str();
        let hash = id.bytes().fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
        });
        let mixed = (hash ^ (hash >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        let share = |bits: u64| (bits & 0xFFFF) as f64 / 65536.0 - 0.5;
        [share(mixed >> 16) * 0.8, share(mixed >> 40) * 0.8]
    };
    group.iter().map(scattered).collect()
}

/// Everybody's distances from each pivot: the best tied actor, and then always whoever is farthest from those chosen.
fn pivots(tangle: &Tangle) -> Vec<Vec<u32>> {
    let all = || (0..).take(tangle.len());
    let ties = |actor: ActorIx| tangle.of_actor(actor).len();
    let mut next = all().max_by_key(|actor: &ActorIx| (ties(*actor), std::cmp::Reverse(*actor)));
    let mut pivots = Vec::new();
    let mut nearest = vec![u32::MAX; tangle.len()];
    while let Some(pivot) = next.filter(|_| pivots.len() < PIVOTS) {
        let (hops, _) = tangle.hops(pivot);
        for (nearest, hops) in nearest.iter_mut().zip(&hops) {
            *nearest = (*nearest).min(*hops);
        }
        pivots.push(hops);
        let others = all().filter(|actor| nearest[*actor as usize] > 0);
        next = others.max_by_key(|actor| (nearest[*actor as usize], std::cmp::Reverse(*actor)));
    }
    pivots
}

/// The squared distances to each pivot, doubly centred.
fn centred(pivots: &[Vec<u32>], actors: usize) -> Vec<Vec<f64>> {
    let square = |hops: u32| f64::from(hops) * f64::from(hops);
    let count = pivots.len().max(1) as f64;
    let rows: Vec<f64> =
        (0..actors).map(|at| pivots.iter().map(|hops| square(hops[at])).sum::<f64>() / count).collect();
    let all = rows.iter().sum::<f64>() / actors.max(1) as f64;
    let column = |hops: &Vec<u32>| {
        let mean = hops.iter().map(|hops| square(*hops)).sum::<f64>() / actors.max(1) as f64;
        hops.iter().zip(&rows).map(|(hops, row)| -0.5 * (square(*hops) - row - mean + all)).collect()
    };
    pivots.iter().map(column).collect()
}

/// What the columns of distances span.
struct Space<'a> {
    columns: &'a [Vec<f64>],
    /// The products of all pairs of columns.
    products: Vec<Vec<f64>>,
}

impl<'a> Space<'a> {
    fn of(columns: &'a [Vec<f64>]) -> Self {
        Self {
            products: columns.iter().map(|a| columns.iter().map(|b| product(a, b)).collect()).collect(),
            columns,
        }
    }

    /// A direction near to given values of the actors, some steps nearer to the main direction, at right angles to another.
    fn direction(&self, values: &[f64], steps: usize, not: Option<&[f64]>) -> Vec<f64> {
        let mut found: Vec<f64> = self.columns.iter().map(|column| product(column, values)).collect();
        for step in 0..=steps {
            if step > 0 {
                found = self.products.iter().map(|row| product(row, &found)).collect();
            }
            if let Some(not) = not {
                let along = product(&found, not);
                found.iter_mut().zip(not).for_each(|(share, not)| *share -= along * not);
            }
            let length = product(&found, &found).sqrt().max(1e-12);
            for share in &mut found {
                *share /= length;
            }
        }
        found
    }

    /// Where everybody is along a direction.
    fn project(&self, direction: &[f64]) -> Vec<f64> {
        let actors = self.columns.first().map_or(0, Vec::len);
        let place =
            |at: usize| self.columns.iter().zip(direction).map(|(column, share)| column[at] * share).sum();
        (0..actors).map(place).collect()
    }
}

fn product(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// Scales one axis of the start to about as many units as there are ties from end to end.
fn scaled(values: Vec<f64>, pivots: &[Vec<u32>]) -> Vec<f64> {
    let farthest = pivots.iter().flatten().copied().max().unwrap_or(1);
    let most = values.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
    if most < 1e-9 {
        return values;
    }
    values.into_iter().map(|value| value / most * f64::from(farthest) / 2.0).collect()
}
