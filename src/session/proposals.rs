//! The bridges of the open map: not asked for, being worked out, or there.

use std::sync::Arc;

use super::job::{Job, Poll, Wake};
use crate::analysis::{ActorIx, Analysis, Bridge, Progress, Stopped, bridges};
use crate::breakdown::Breakdown;

/// How many are sought.
const TOP: usize = 8;
/// Up to so many actors nobody has to ask for them.
const QUICK: usize = 600;

/// The bridges of the open map.
#[derive(Debug, Default)]
pub enum Proposals {
    /// Nobody asked, or somebody stopped it.
    #[default]
    NotAsked,
    /// Being worked out.
    Working(Job<Result<Vec<Bridge>, Stopped>>),
    /// There.
    Found(Vec<Bridge>),
}

impl Proposals {
    /// Begins to work them out.
    pub fn start(&mut self, analysis: &Arc<Analysis>, wake: &Wake) {
        let analysis = Arc::clone(analysis);
        *self = Self::Working(Job::start(Arc::clone(wake), move |keep_on| {
            #[cfg(test)]
            super::breakdowns::tests::break_on_purpose(&analysis.network.map, "bridges");
            bridges(&analysis, TOP, keep_on)
        }));
    }

    /// The same, where it takes a blink.
    pub fn start_if_quick(&mut self, analysis: Option<&Arc<Analysis>>, wake: &Wake) {
        if let Some(analysis) = analysis.filter(|analysis| analysis.network.actors.len() <= QUICK) {
            self.start(analysis, wake);
        }
    }

    /// Takes them in once they are there; gives where that broke down.
    pub fn poll(&mut self) -> Option<Breakdown> {
        let Self::Working(job) = self else { return None };
        match job.poll() {
            Poll::Working(_) => None,
            Poll::Done(Ok(found)) => {
                *self = Self::Found(found);
                None
            }
            Poll::Done(Err(Stopped)) => {
                *self = Self::NotAsked;
                None
            }
            Poll::Lost(breakdown) => {
                *self = Self::NotAsked;
                Some(breakdown)
            }
        }
    }

    /// How far they have come.
    pub fn progress(&self) -> Option<Progress> {
        match self {
            Self::Working(job) => Some(job.progress()),
            Self::NotAsked | Self::Found(_) => None,
        }
    }

    /// Those that were found.
    pub fn found(&self) -> &[Bridge] {
        match self {
            Self::Found(found) => found,
            Self::NotAsked | Self::Working(_) => &[],
        }
    }

    /// The ends of those that were found.
    pub fn ends(&self) -> Vec<(ActorIx, ActorIx)> {
        self.found().iter().map(|bridge| (bridge.from, bridge.to)).collect()
    }
}
