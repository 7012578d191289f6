//! The graph that is measured: cooperative ties merged, so that two actors have one arc each way at most.

use crate::analysis::network::{ActorIx, Network};

/// Who is joined to whom and how strongly, in compact rows: memory access, not arithmetic, is what measures cost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows {
    // Invariant: `starts` has one entry more than there are actors, and begins with 0; each row is in the order of ids,
    // without doubles and without the actor itself; `strengths` is as long as `others`.
    starts: Vec<u32>,
    others: Vec<ActorIx>,
    strengths: Vec<u32>,
}

impl Rows {
    /// Merges arcs from one actor to another: strengths are added. Arcs of an actor to itself are left out.
    pub fn of(actors: usize, arcs: &[(ActorIx, ActorIx, u32)]) -> Self {
        // Two counting sorts, by the far end and then by the near one, leave each row in order.
        let by_far = sorted(actors, arcs, |arc| arc.1);
        let in_order = sorted(actors, &by_far, |arc| arc.0);
        let mut rows = Self { starts: vec![0; actors + 1], others: Vec::new(), strengths: Vec::new() };
        let mut last = None;
        for (from, to, strength) in in_order.into_iter().filter(|(from, to, _)| from != to) {
            if last == Some((from, to)) {
                if let Some(sum) = rows.strengths.last_mut() {
                    *sum = sum.saturating_add(strength);
                }
                continue;
            }
            last = Some((from, to));
            rows.others.push(to);
            rows.strengths.push(strength);
            rows.starts[from as usize + 1] += 1;
        }
        for actor in 0..actors {
            rows.starts[actor + 1] += rows.starts[actor];
        }
        rows
    }

    /// How many actors there are.
    pub fn actors(&self) -> usize {
        self.starts.len() - 1
    }

    /// How many arcs there are in all rows.
    pub fn arcs(&self) -> usize {
        self.others.len()
    }

    /// Whom an actor is joined to, in the order of ids.
    pub fn row(&self, actor: ActorIx) -> &[ActorIx] {
        &self.others[self.range(actor)]
    }

    /// How strongly, entry for entry beside [`row`](Self::row).
    pub fn strengths(&self, actor: ActorIx) -> &[u32] {
        &self.strengths[self.range(actor)]
    }

    /// How many an actor is joined to.
    pub fn degree(&self, actor: ActorIx) -> usize {
        self.range(actor).len()
    }

    /// The far ends of all arcs, row after row.
    pub fn others(&self) -> &[ActorIx] {
        &self.others
    }

    /// Where an actor's row stands among all arcs.
    pub fn range(&self, actor: ActorIx) -> std::ops::Range<usize> {
        self.starts[actor as usize] as usize..self.starts[actor as usize + 1] as usize
    }
}

/// A stable counting sort by one end.
fn sorted(
    actors: usize,
    arcs: &[(ActorIx, ActorIx, u32)],
    key: impl Fn(&(ActorIx, ActorIx, u32)) -> ActorIx,
) -> Vec<(ActorIx, ActorIx, u32)> {
    let mut starts = vec![0_usize; actors + 1];
    for arc in arcs {
        starts[key(arc) as usize + 1] += 1;
    }
    for actor in 0..actors {
        starts[actor + 1] += starts[actor];
    }
    let mut sorted = vec![(0, 0, 0); arcs.len()];
    for arc in arcs {
        let place = &mut starts[key(arc) as usize];
        sorted[*place] = *arc;
        *place += 1;
    }
    sorted
}

/// The ties that are measured, three ways.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TieGraph {
    /// From each actor: its ties' direction, mutual ties both ways.
    pub out: Rows,
    /// The same arcs by the actor they reach.
    pub into: Rows,
    /// Without direction, in the rows of both ends; each tie's strength counted once, mutual or not.
    pub both: Rows,
}

impl TieGraph {
    /// The active cooperative ties of a network, or with the adverse ones too.
    pub fn of(network: &Network, with_adverse: bool) -> Self {
        let counts =
            network.ties.iter().filter(|link| link.is_active && (with_adverse || link.is_cooperative()));
        let mut arcs = Vec::new();
        let mut pairs = Vec::new();
        for link in counts {
            let strength = u32::from(link.strength.get());
            arcs.push((link.from, link.to, strength));
            if link.is_mutual {
                arcs.push((link.to, link.from, strength));
            }
            pairs.push((link.from, link.to, strength));
            pairs.push((link.to, link.from, strength));
        }
        let actors = network.actors.len();
        let out = Rows::of(actors, &arcs);
        for (from, to, _) in &mut arcs {
            std::mem::swap(from, to);
        }
        Self { out, into: Rows::of(actors, &arcs), both: Rows::of(actors, &pairs) }
    }
}
