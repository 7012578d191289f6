//! Who is reached from one actor, over and over again, without clearing the slate each time.

use crate::analysis::network::ActorIx;

/// A search breadth first that can be run many times.
pub struct Spread {
    seen: Vec<u32>,
    run: u32,
    /// Whom the last run reached, the nearest first; the start at the head.
    pub reached: Vec<ActorIx>,
}

impl Spread {
    pub fn new(actors: usize) -> Self {
        Self { seen: vec![0; actors], run: 0, reached: Vec::new() }
    }

    /// Reaches everyone from `start`; `visit` is given an actor and a function to name its neighbours to.
    pub fn from(&mut self, start: ActorIx, visit: impl Fn(ActorIx, &mut dyn FnMut(ActorIx))) -> &[ActorIx] {
        self.run += 1;
        self.reached.clear();
        self.reached.push(start);
        self.seen[start as usize] = self.run;
        let mut head = 0;
        while let Some(actor) = self.reached.get(head).copied() {
            head += 1;
            visit(actor, &mut |other| {
                if self.seen[other as usize] != self.run {
                    self.seen[other as usize] = self.run;
                    self.reached.push(other);
                }
            });
        }
        &self.reached
    }

    /// Whether the last run reached an actor.
    pub fn has(&self, actor: ActorIx) -> bool {
        self.seen[actor as usize] == self.run
    }
}
