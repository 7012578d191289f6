//! Distances on paper that follow distances in ties: stress majorisation, one actor at a time (Gansner, Koren and North
//! 2004), from a start by pivots (Brandes and Pich 2006). In large groups each actor heeds its neighbours, some of those
//! two ties away, and pivots that stand for all others (Ortmann, Klimenta and Brandes 2017).

use super::Work;
use crate::analysis::{ActorIx, Stopped};
use crate::model::Id as _;
use crate::picture::layout::Asked;
use crate::picture::layout::tangle::Tangle;

/// Up to so many actors, everybody heeds everybody.
const MOST_EXACT: usize = 220;
/// How many actors stand for all others, in a larger group.
const PIVOTS: usize = 40;
/// Of those two ties away, so many are heeded.
const TWO_AWAY: usize = 6;
/// How often everybody moves: in a small group, and in a large one.
const ITERATIONS: (usize, usize) = (120, 60);
/// How strongly levels draw up and down, beside the ties.
const LEVEL: f64 = 0.07;
/// How far up and down they draw: so many ties, from the bottom to the top of the ladder.
const LADDER: f64 = 2.4;

/// Between how many steps the work on these groups can be stopped.
pub fn steps(groups: &[Vec<ActorIx>]) -> usize {
    groups.iter().map(|group| iterations(group.len())).sum()
}

fn iterations(actors: usize) -> usize {
    if actors <= MOST_EXACT { ITERATIONS.0 } else { ITERATIONS.1 }
}

/// How high up the ladder each actor is, from −½ to ½.
pub fn heights(asked: Asked, group: &[ActorIx]) -> Vec<f64> {
    let network = asked.network;
    let ladder = network.map.ladder();
    let most = (ladder.len() as f64 - 1.0).max(1.0);
    let rungs = network.levels.iter().map(|rung| ladder.position(&rung.id).unwrap_or(0) as f64 / most - 0.5);
    let rungs: Vec<f64> = rungs.collect();
    group.iter().map(|actor| rungs[network.node(*actor).level as usize]).collect()
}

/// A place in units of ties, y down.
pub type Spot = [f64; 2];

/// Where the actors of a group stand, in the group's order.
pub fn places(work: &mut Work, group: &[ActorIx]) -> Result<Vec<Spot>, Stopped> {
    let graph = Group::of(work.tangle, group);
    let heights = heights(work.asked, group);
    let is_exact = group.len() <= MOST_EXACT;
    let pivots = graph.pivots(if is_exact { PIVOTS.min(group.len()) } else { PIVOTS });
    let mut places = graph.start(&pivots, &heights, &scatter(work.asked, group));
    let terms = if is_exact { graph.all_terms() } else { graph.some_terms(&pivots) };
    for _ in 0..iterations(group.len()) {
        terms.relax(&mut places, &heights);
        work.step()?;
    }
    Ok(places)
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

/// The actors of one group, by their places in it.
struct Group {
    tangle: Tangle,
}

/// Actors that stand for all others, with everybody's distance from each.
struct Pivots {
    hops: Vec<Vec<u32>>,
    actors: Vec<ActorIx>,
}

impl Group {
    fn of(tangle: &Tangle, group: &[ActorIx]) -> Self {
        if group.len() == tangle.len() {
            let pairs = group
                .iter()
                .flat_map(|actor| tangle.of_actor(*actor).iter().map(move |other| (*actor, *other)));
            return Self { tangle: Tangle::between(group.len(), pairs) };
        }
        let place =
            |actor: ActorIx| group.binary_search(&actor).ok().and_then(|at| ActorIx::try_from(at).ok());
        let pairs = (0..).zip(group).flat_map(|(own, actor)| {
            tangle.of_actor(*actor).iter().filter_map(move |other| Some((own, place(*other)?)))
        });
        Self { tangle: Tangle::between(group.len(), pairs) }
    }

    fn len(&self) -> usize {
        self.tangle.len()
    }

    /// The best tied actor, and then always whoever is farthest from those chosen.
    fn pivots(&self, count: usize) -> Pivots {
        let all = || (0..).take(self.len());
        let mut next = all()
            .max_by_key(|actor: &ActorIx| (self.tangle.of_actor(*actor).len(), std::cmp::Reverse(*actor)));
        let mut pivots = Pivots { hops: Vec::new(), actors: Vec::new() };
        let mut nearest = vec![u32::MAX; self.len()];
        while let Some(pivot) = next.filter(|_| pivots.actors.len() < count) {
            let (hops, _) = self.tangle.hops(pivot);
            for (nearest, hops) in nearest.iter_mut().zip(&hops) {
                *nearest = (*nearest).min(*hops);
            }
            pivots.actors.push(pivot);
            pivots.hops.push(hops);
            next = all()
                .filter(|actor| nearest[*actor as usize] > 0)
                .max_by_key(|actor| (nearest[*actor as usize], std::cmp::Reverse(*actor)));
        }
        pivots
    }

    /// The start: the two main directions of the doubly centred squared distances to the pivots, turned so that the ladder
    /// points up.
    fn start(&self, pivots: &Pivots, heights: &[f64], scatter: &[Spot]) -> Vec<Spot> {
        let columns = centred(pivots, self.len());
        let first = direction(&columns, None);
        let second = direction(&columns, Some(&first));
        let project = |direction: &[f64]| -> Vec<f64> {
            let sum =
                |at: usize| columns.iter().zip(direction).map(|(column, share)| column[at] * share).sum();
            scaled((0..self.len()).map(sum).collect(), pivots)
        };
        let (xs, ys) = (project(&first), project(&second));
        let places = (0..self.len()).map(|at| [xs[at] + scatter[at][0], ys[at] + scatter[at][1]]).collect();
        upright(places, heights, scatter)
    }

    /// Everybody with everybody.
    fn all_terms(&self) -> Terms {
        let mut terms = Terms::default();
        for actor in (0..).take(self.len()) {
            let (hops, _) = self.tangle.hops(actor);
            let others = (0..).zip(&hops).filter(|(other, _)| *other != actor);
            terms.push(others.map(|(other, hops)| Term::new(other, *hops, 1.0)));
        }
        terms
    }

    /// Everybody with its neighbours, some of those two ties away, and the pivots.
    fn some_terms(&self, pivots: &Pivots) -> Terms {
        let regions = pivots.regions(self.len());
        let mut terms = Terms::default();
        for actor in (0..).take(self.len()) {
            let tied = self.tangle.of_actor(actor).iter().map(|other| Term::new(*other, 1, 1.0));
            let two_away = self.two_away(actor).into_iter().map(|other| Term::new(other, 2, 1.0));
            let far = (0..pivots.actors.len()).filter_map(|pivot| {
                let hops = pivots.hops[pivot][actor as usize];
                let stands_for = regions[pivot].partition_point(|inside| 2 * inside <= hops) as f64;
                (hops > 1).then(|| Term::new(pivots.actors[pivot], hops, stands_for))
            });
            terms.push(tied.chain(two_away).chain(far));
        }
        terms
    }

    /// Some actors two ties away, spread over the neighbours, always the next ones after the actor itself, so that many
    /// who hang on one hub all heed different ones.
    fn two_away(&self, actor: ActorIx) -> Vec<ActorIx> {
        let tied = self.tangle.of_actor(actor);
        let mut found = Vec::new();
        for neighbour in tied.iter().take(TWO_AWAY) {
            let beyond = self.tangle.of_actor(*neighbour);
            let own = beyond.partition_point(|other| *other < actor);
            let each = (TWO_AWAY / tied.len().min(TWO_AWAY)).max(1);
            for step in 0..each.min(beyond.len().saturating_sub(1)) {
                // Near ones and far ones in the hub's order, by powers of two.
                let other = beyond[(own + (1 << step)) % beyond.len()];
                if other != actor && !found.contains(&other) && tied.binary_search(&other).is_err() {
                    found.push(other);
                }
            }
        }
        found
    }
}

impl Pivots {
    /// For every pivot the distances, sorted, of those that are nearer to it than to any other.
    fn regions(&self, actors: usize) -> Vec<Vec<u32>> {
        let mut regions = vec![Vec::new(); self.actors.len()];
        for actor in 0..actors {
            let nearest = (0..self.actors.len()).min_by_key(|pivot| self.hops[*pivot][actor]);
            if let Some(pivot) = nearest {
                regions[pivot].push(self.hops[pivot][actor]);
            }
        }
        for region in &mut regions {
            region.sort_unstable();
        }
        regions
    }
}

/// The squared distances to each pivot, doubly centred.
fn centred(pivots: &Pivots, actors: usize) -> Vec<Vec<f64>> {
    let square = |hops: u32| f64::from(hops) * f64::from(hops);
    let count = pivots.actors.len().max(1) as f64;
    let rows: Vec<f64> =
        (0..actors).map(|at| pivots.hops.iter().map(|hops| square(hops[at])).sum::<f64>() / count).collect();
    let all = rows.iter().sum::<f64>() / actors.max(1) as f64;
    let column = |hops: &Vec<u32>| {
        let mean = hops.iter().map(|hops| square(*hops)).sum::<f64>() / actors.max(1) as f64;
        hops.iter().zip(&rows).map(|(hops, row)| -0.5 * (square(*hops) - row - mean + all)).collect()
    };
    pivots.hops.iter().map(column).collect()
}

/// The main direction of what columns span, at right angles to another: power iteration from a fixed start.
fn direction(columns: &[Vec<f64>], not: Option<&[f64]>) -> Vec<f64> {
    let product = |a: &[f64], b: &[f64]| -> f64 { a.iter().zip(b).map(|(a, b)| a * b).sum() };
    let matrix: Vec<Vec<f64>> =
        columns.iter().map(|a| columns.iter().map(|b| product(a, b)).collect()).collect();
    let mut found: Vec<f64> = (0..columns.len()).map(|at| 1.0 / (1.0 + at as f64)).collect();
    for _ in 0..80 {
        if let Some(not) = not {
            let along = product(&found, not);
            found.iter_mut().zip(not).for_each(|(share, not)| *share -= along * not);
        }
        let next: Vec<f64> = matrix.iter().map(|row| product(row, &found)).collect();
        let length = product(&next, &next).sqrt();
        if length < 1e-9 {
            break;
        }
        found = next.into_iter().map(|share| share / length).collect();
    }
    if let Some(not) = not {
        let along = product(&found, not);
        found.iter_mut().zip(not).for_each(|(share, not)| *share -= along * not);
    }
    found
}

/// Scales one axis of the start to about as many units as there are ties from end to end.
fn scaled(values: Vec<f64>, pivots: &Pivots) -> Vec<f64> {
    let farthest = pivots.hops.iter().flatten().copied().max().unwrap_or(1);
    let most = values.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
    if most < 1e-9 {
        return values;
    }
    values.into_iter().map(|value| value / most * f64::from(farthest) / 2.0).collect()
}

/// Turns places so that the ladder points up, and mirrors them so that ids with a scatter to the right are there: which way
/// round a start comes out is an accident.
fn upright(mut places: Vec<Spot>, heights: &[f64], scatter: &[Spot]) -> Vec<Spot> {
    let mean = heights.iter().sum::<f64>() / heights.len().max(1) as f64;
    let (mut x, mut y) = (0.0, 0.0);
    for (place, height) in places.iter().zip(heights) {
        x += place[0] * (height - mean);
        y += place[1] * (height - mean);
    }
    let length = x.hypot(y);
    if length > 1e-6 {
        let (x, y) = (x / length, y / length);
        for place in &mut places {
            // The direction (x, y) becomes up, which is (0, −1).
            *place = [place[1] * x - place[0] * y, -(place[0] * x + place[1] * y)];
        }
    }
    let lean: f64 = places.iter().zip(scatter).map(|(place, scatter)| place[0] * scatter[0]).sum();
    if lean < 0.0 {
        for place in &mut places {
            place[0] = -place[0];
        }
    }
    places
}

/// One actor's wish to be so far from another.
struct Term {
    other: u32,
    distance: f32,
    weight: f32,
}

impl Term {
    /// Wishes weigh less the farther they reach, and more if they stand for many.
    fn new(other: ActorIx, hops: u32, stands_for: f64) -> Self {
        let distance = f64::from(hops);
        let weight = stands_for.max(1.0) / (distance * distance);
        #[expect(clippy::cast_possible_truncation, reason = "a rough weight")]
        Self { other, distance: hops as f32, weight: weight as f32 }
    }
}

/// The wishes of all actors.
#[derive(Default)]
struct Terms {
    // Invariant: those of actor `a` are `terms[ends[a - 1]..ends[a]]`, those of the first start at 0.
    terms: Vec<Term>,
    ends: Vec<usize>,
}

impl Terms {
    fn push(&mut self, terms: impl Iterator<Item = Term>) {
        self.terms.extend(terms);
        self.ends.push(self.terms.len());
    }

    /// Everybody moves to where its wishes are met best, all others staying; in order.
    fn relax(&self, places: &mut [Spot], heights: &[f64]) {
        let mut start = 0;
        for at in 0..places.len() {
            let [x, y] = places[at];
            let (mut sum_x, mut sum_y, mut weights) = (0.0, 0.0, 0.0);
            for term in &self.terms[start..self.ends[at]] {
                let [other_x, other_y] = places[term.other as usize];
                let (weight, distance) = (f64::from(term.weight), f64::from(term.distance));
                let (away_x, away_y) = (x - other_x, y - other_y);
                let share = distance / away_x.hypot(away_y).max(1e-6);
                sum_x += weight * (other_x + away_x * share);
                sum_y += weight * (other_y + away_y * share);
                weights += weight;
            }
            start = self.ends[at];
            if weights > 0.0 {
                let level = LEVEL * weights;
                places[at] = [sum_x / weights, (sum_y - level * heights[at] * LADDER) / (weights + level)];
            }
        }
    }
}
