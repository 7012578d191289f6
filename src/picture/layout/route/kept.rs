//! The ways that ties keep after a change: those whose ends have not moved, unless something has come to be in the way.

use std::collections::HashMap;

use super::obstacles::Obstacles;
use crate::analysis::{ActorIx, TieIx};
use crate::picture::geometry::{Point, Rect};
use crate::picture::layout::before::Before;
use crate::picture::layout::{Asked, Place};
use crate::picture::names::Name;

/// So much a name may grow before it is as if it had come anew.
const SAME: f32 = 0.5;

/// The ways of a picture before a change, and what is new in the one after it.
pub struct Kept<'a> {
    asked: Asked<'a>,
    before: &'a Before,
    /// Per actor: where it stands, if it stood there before.
    stays: Vec<Option<Point>>,
    /// The marks and names of those who do not, and of those who are called something else.
    new: Obstacles,
    /// How many ties each pair had before, as far as they are drawn now.
    ties: HashMap<(ActorIx, ActorIx), usize>,
}

impl<'a> Kept<'a> {
    /// What is kept of a picture by those places. O(actors + ties).
    pub fn of(asked: Asked<'a>, before: &'a Before, places: &[Place], names: &[Name], extent: Rect) -> Self {
        let mut stays = Vec::with_capacity(places.len());
        let (mut new, mut new_names) = (Vec::new(), Vec::new());
        for (actor, (place, name)) in (0..).zip(places.iter().zip(names)) {
            let stood = before.stood(asked, actor).filter(|stood| stood.is_recent);
            let is_there = stood.is_some_and(|stood| stood.whole == place.at);
            let is_same = stood.is_some_and(|stood| {
                let size = asked.names[actor as usize].size;
                (stood.name.width - size.width).abs() < SAME && (stood.name.height - size.height).abs() < SAME
            });
            stays.push(is_there.then_some(place.at));
            if !is_there || !is_same {
                new.push(*place);
                new_names.push(name.clone());
            }
        }
        let mut ties = HashMap::new();
        for tie in asked.ties.iter().filter(|tie| before.path(&asked.network.tie(**tie).id).is_some()) {
            *ties.entry(asked.network.link(*tie).pair()).or_default() += 1;
        }
        let new = Obstacles::of(&new, &new_names, &[], extent.grown(1.0));
        Self { asked, before, stays, new, ties }
    }

    /// The ways that the ties of a pair keep, from the end where each begins; `None` where they have to be found anew.
    pub fn paths(&self, ends: (ActorIx, ActorIx), ties: &[TieIx]) -> Option<Vec<Vec<Point>>> {
        if self.ties.get(&ends).copied().unwrap_or_default() != ties.len() {
            return None;
        }
        let path = |tie: &TieIx| {
            let path = self.before.path(&self.asked.network.tie(*tie).id)?;
            // A tie may have come to tie somebody else.
            let link = self.asked.network.link(*tie);
            let (from, to) = (self.stays[link.from as usize]?, self.stays[link.to as usize]?);
            if path.first() != Some(&from) || path.last() != Some(&to) {
                return None;
            }
            let hits = self.new.hits(path, (ActorIx::MAX, ActorIx::MAX), f32::MAX);
            (hits.marks == 0 && hits.names == 0).then(|| path.to_vec())
        };
        ties.iter().map(path).collect()
    }
}
