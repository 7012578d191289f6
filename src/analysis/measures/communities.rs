//! Communities: who keeps more to each other than chance would have it, by the Leiden method.

use std::collections::VecDeque;

use super::graph::Rows;

/// Fixed, so that the same map always has the same communities.
const SEED: u64 = 7;

/// Communities of actors.
#[derive(Debug, Clone, PartialEq)]
pub struct Communities {
    /// Each actor's community, numbered from 0 in the order of their first actors.
    pub of: Vec<u32>,
    /// How many communities there are.
    pub count: u32,
    /// The modularity of these communities, from −0.5 to 1; `None` where there are no ties.
    pub modularity: Option<f64>,
}

/// Communities by the Leiden method (Traag, Waltman & van Eck 2019), which maximises modularity (Newman & Girvan 2004).
/// Undirected, unweighted, merged ties.
pub fn communities(graph: &Rows) -> Communities {
    let ground = Level::of(graph);
    let mut chance = Chance(SEED);
    let mut of: Vec<u32> = (0..).take(ground.nodes()).collect();
    iterate(&ground, &mut of, &mut chance);
    split(&ground, &mut of);
    let modularity =
        (ground.total > 0).then(|| objective(&ground, &of) as f64 / (ground.total as f64).powi(2));
    let count = renumber(&mut of);
    Communities { of, count, modularity }
}

/// A graph whose nodes are actors, or communities of them.
struct Level {
    starts: Vec<u32>,
    arcs: Vec<(u32, u32)>,
    degrees: Vec<u32>,
    total: u64,
}

impl Level {
    fn of(graph: &Rows) -> Self {
        let mut level = Self {
            starts: vec![0],
            arcs: Vec::with_capacity(graph.arcs()),
            degrees: Vec::new(),
            total: graph.arcs() as u64,
        };
        for actor in (0..).take(graph.actors()) {
            level.arcs.extend(graph.row(actor).iter().map(|other| (*other, 1)));
            level.starts.push(level.arcs.len() as u32);
            level.degrees.push(graph.degree(actor) as u32);
        }
        level
    }
    fn nodes(&self) -> usize {
        self.degrees.len()
    }
    fn row(&self, node: u32) -> &[(u32, u32)] {
        &self.arcs[self.starts[node as usize] as usize..self.starts[node as usize + 1] as usize]
    }
    fn score(&self, weight: u32, degree: u32, total: u32) -> i64 {
        (self.total * u64::from(weight)) as i64 - (u64::from(degree) * u64::from(total)) as i64
    }
}

fn iterate(ground: &Level, of: &mut Vec<u32>, chance: &mut Chance) {
    let v = std::env::var("V").is_ok();
    let t = std::time::Instant::now();
    move_nodes(ground, of, chance);
    let mut place: Vec<u32> = (0..).take(ground.nodes()).collect();
    let mut own: Option<Level> = None;
    let mut inner = std::mem::take(of);
    if v {
        eprintln!("  moved {:.3}", t.elapsed().as_secs_f64());
    }
    loop {
        let level = own.as_ref().unwrap_or(ground);
        let count = renumber(&mut inner) as usize;
        if count == level.nodes() {
            break;
        }
        let t = std::time::Instant::now();
        let mut refined = refine(level, &inner, chance);
        let mut parts = renumber(&mut refined) as usize;
        if parts == level.nodes() {
            refined.clone_from(&inner);
            parts = count;
        }
        let t1 = t.elapsed().as_secs_f64();
        let next = aggregate(level, &refined, parts);
        let t2 = t.elapsed().as_secs_f64();
        let mut outer = vec![0; parts];
        for (part, community) in refined.iter().zip(&inner) {
            outer[*part as usize] = *community;
        }
        for place in &mut place {
            *place = refined[*place as usize];
        }
        move_nodes(&next, &mut outer, chance);
        if v {
            eprintln!(
                "  level {} nodes {} arcs: coms {count} parts {parts}; refine {t1:.3} agg {:.3} move {:.3}",
                level.nodes(),
                level.arcs.len(),
                t2 - t1,
                t.elapsed().as_secs_f64() - t2
            );
        }
        inner = outer;
        own = Some(next);
    }
    *of = place.into_iter().map(|node| inner[node as usize]).collect();
}

fn move_nodes(level: &Level, of: &mut [u32], chance: &mut Chance) {
    let nodes = level.nodes();
    let mut totals = vec![0_u32; nodes];
    let mut sizes = vec![0_u32; nodes];
    for (node, c) in of.iter().enumerate() {
        totals[*c as usize] += level.degrees[node];
        sizes[*c as usize] += 1;
    }
    let mut empty: Vec<u32> = (0..).take(nodes).filter(|c| sizes[*c as usize] == 0).collect();
    let mut weights = vec![0_u32; nodes];
    let mut touched = Vec::new();
    let mut queue: VecDeque<u32> = chance.shuffled(nodes).into();
    let mut waits = vec![true; nodes];
    let mut visits = 0usize;
    let mut moves = 0usize;
    let mut work = 0usize;
    while let Some(node) = queue.pop_front() {
        waits[node as usize] = false;
        let row = level.row(node);
        visits += 1;
        work += row.len();
        let degree = level.degrees[node as usize];
        let own = of[node as usize];
        touched.clear();
        for (other, weight) in row {
            let c = of[*other as usize];
            let sum = &mut weights[c as usize];
            if *sum == 0 {
                touched.push(c);
            }
            *sum += weight;
        }
        let mut best = own;
        let mut top = level.score(weights[own as usize], degree, totals[own as usize] - degree);
        for c in &touched {
            let w = std::mem::take(&mut weights[*c as usize]);
            if *c == own {
                continue;
            }
            let score = level.score(w, degree, totals[*c as usize]);
            if score > top {
                best = *c;
                top = score;
            }
        }
        if top < 0
            && let Some(c) = empty.last()
        {
            best = *c;
            empty.pop();
        }
        if best == own {
            continue;
        }
        moves += 1;
        of[node as usize] = best;
        totals[own as usize] -= degree;
        totals[best as usize] += degree;
        sizes[own as usize] -= 1;
        sizes[best as usize] += 1;
        if sizes[own as usize] == 0 {
            empty.push(own);
        }
        for (other, _) in row {
            if of[*other as usize] != best && !waits[*other as usize] {
                waits[*other as usize] = true;
                queue.push_back(*other);
            }
        }
    }
    if std::env::var("V").is_ok() {
        eprintln!(
            "   visits {:.2} n, work {:.2} arcs, moves {:.2} n",
            visits as f64 / nodes as f64,
            work as f64 / level.arcs.len() as f64,
            moves as f64 / nodes as f64
        );
    }
}

fn refine(level: &Level, of: &[u32], chance: &mut Chance) -> Vec<u32> {
    let nodes = level.nodes();
    let mut whole = vec![0_u32; nodes];
    for (node, c) in of.iter().enumerate() {
        whole[*c as usize] += level.degrees[node];
    }
    let mut cuts: Vec<u32> = (0..)
        .take(nodes)
        .map(|node| {
            level
                .row(node)
                .iter()
                .filter(|(o, _)| of[*o as usize] == of[node as usize])
                .map(|(_, w)| *w)
                .sum()
        })
        .collect();
    let mut totals = level.degrees.clone();
    let mut refined: Vec<u32> = (0..).take(nodes).collect();
    let mut alone = vec![true; nodes];
    let mut weights = vec![0_u32; nodes];
    let mut touched = Vec::new();
    for node in chance.shuffled(nodes) {
        let n = node as usize;
        if !alone[n] {
            continue;
        }
        let degree = level.degrees[n];
        let all = whole[of[n] as usize];
        if level.score(cuts[n], degree, all - degree) < 0 {
            continue;
        }
        touched.clear();
        for (other, weight) in level.row(node) {
            if of[*other as usize] != of[n] {
                continue;
            }
            let c = refined[*other as usize];
            let sum = &mut weights[c as usize];
            if *sum == 0 {
                touched.push(c);
            }
            *sum += weight;
        }
        let (mut best, mut top, mut wb) = (node, 0, 0);
        for c in &touched {
            let w = std::mem::take(&mut weights[*c as usize]);
            let t = totals[*c as usize];
            let score = level.score(w, degree, t);
            if score > top && level.score(cuts[*c as usize], t, all - t) >= 0 {
                best = *c;
                top = score;
                wb = w;
            }
        }
        if best == node {
            continue;
        }
        let b = best as usize;
        refined[n] = best;
        alone[b] = false;
        totals[b] += degree;
        totals[n] = 0;
        cuts[b] = cuts[b] + cuts[n] - 2 * wb;
    }
    refined
}

fn aggregate(level: &Level, of: &[u32], count: usize) -> Level {
    let mut ends = vec![0_u32; count + 1];
    for c in of {
        ends[*c as usize + 1] += 1;
    }
    for c in 0..count {
        ends[c + 1] += ends[c];
    }
    let mut members = vec![0_u32; of.len()];
    for (node, c) in (0..).zip(of) {
        members[ends[*c as usize] as usize] = node;
        ends[*c as usize] += 1;
    }
    let mut next = Level { starts: vec![0], arcs: Vec::new(), degrees: vec![0; count], total: level.total };
    let mut weights = vec![0_u32; count];
    let mut touched = Vec::new();
    let mut start = 0;
    for c in 0..count {
        for node in &members[start..ends[c] as usize] {
            next.degrees[c] += level.degrees[*node as usize];
            for (other, weight) in level.row(*node) {
                let o = of[*other as usize];
                if o as usize == c {
                    continue;
                }
                let sum = &mut weights[o as usize];
                if *sum == 0 {
                    touched.push(o);
                }
                *sum += weight;
            }
        }
        start = ends[c] as usize;
        next.arcs.extend(touched.drain(..).map(|o| (o, std::mem::take(&mut weights[o as usize]))));
        next.starts.push(next.arcs.len() as u32);
    }
    next
}

fn split(level: &Level, of: &mut Vec<u32>) {
    let nodes = level.nodes();
    let mut part = vec![u32::MAX; nodes];
    let mut stack = Vec::new();
    let mut count = 0;
    for first in (0..).take(nodes) {
        if part[first as usize] != u32::MAX {
            continue;
        }
        part[first as usize] = count;
        stack.push(first);
        while let Some(node) = stack.pop() {
            for (other, _) in level.row(node) {
                if part[*other as usize] == u32::MAX && of[*other as usize] == of[node as usize] {
                    part[*other as usize] = count;
                    stack.push(*other);
                }
            }
        }
        count += 1;
    }
    *of = part;
}

fn renumber(of: &mut [u32]) -> u32 {
    let mut names = vec![u32::MAX; of.len()];
    let mut count = 0;
    for c in of {
        let name = &mut names[*c as usize];
        if *name == u32::MAX {
            *name = count;
            count += 1;
        }
        *c = *name;
    }
    count
}

fn objective(level: &Level, of: &[u32]) -> i128 {
    let mut totals = vec![0_u64; level.nodes()];
    let mut within = 0_u64;
    for node in (0..).take(level.nodes()) {
        let c = of[node as usize];
        totals[c as usize] += u64::from(level.degrees[node as usize]);
        for (o, w) in level.row(node) {
            if of[*o as usize] == c {
                within += u64::from(*w);
            }
        }
    }
    i128::from(within) * i128::from(level.total)
        - totals.iter().map(|t| i128::from(*t) * i128::from(*t)).sum::<i128>()
}

struct Chance(u64);
impl Chance {
    fn below(&mut self, end: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^= mixed >> 31;
        (((mixed >> 32) * u64::from(end)) >> 32) as u32
    }
    fn shuffled(&mut self, count: usize) -> Vec<u32> {
        let mut order: Vec<u32> = (0..).take(count).collect();
        for at in (1..count).rev() {
            let to = self.below(at as u32 + 1) as usize;
            order.swap(at, to);
        }
        order
    }
}
