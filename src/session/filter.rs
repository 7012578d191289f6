//! Filters: whom and which ties a picture shows. What a map says stays what it is; only less of it is drawn.

use std::collections::BTreeSet;

use crate::analysis::{ActorIx, Analysis, TieIx};
use crate::model::terms::{Confidence, Formality, Sector, Status, TieClass, Tier};
use crate::model::{ActorKindId, LevelId};
use crate::picture::lens::sectors;

/// What is drawn. An empty set stands for everything; several sets have to agree.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filter {
    /// Actors of these kinds.
    pub kinds: BTreeSet<ActorKindId>,
    /// Actors on these levels.
    pub levels: BTreeSet<LevelId>,
    /// Actors of these sectors.
    pub sectors: BTreeSet<Sector>,
    /// Actors of these formalities.
    pub formalities: BTreeSet<Formality>,
    /// Actors who speak for one of these groups.
    pub groups: BTreeSet<String>,
    /// Actors who belong to one of these partnerships, by their places.
    pub partnerships: BTreeSet<u32>,
    /// Actors and ties with one of these words.
    pub tags: BTreeSet<String>,
    /// Ties of which people are so sure.
    pub confidences: BTreeSet<Confidence>,
    /// Classes of ties that are not drawn.
    pub hidden_classes: BTreeSet<TieClass>,
    /// Ties that are not in use, too.
    pub with_inactive: bool,
}

impl Filter {
    /// Whether everything is drawn that is drawn at first.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// How many sets have something in them.
    pub fn count(&self) -> usize {
        [
            !self.kinds.is_empty(),
            !self.levels.is_empty(),
            !self.sectors.is_empty(),
            !self.formalities.is_empty(),
            !self.groups.is_empty(),
            !self.partnerships.is_empty(),
            !self.tags.is_empty(),
            !self.confidences.is_empty(),
            !self.hidden_classes.is_empty(),
        ]
        .into_iter()
        .filter(|is_set| *is_set)
        .count()
    }

    /// Whom to draw, by their places.
    pub fn actors(&self, analysis: &Analysis) -> Vec<bool> {
        let members: BTreeSet<ActorIx> = self
            .partnerships
            .iter()
            .filter_map(|at| analysis.pass.members.get(*at as usize))
            .flatten()
            .copied()
            .collect();
        let sectors = if self.sectors.is_empty() { Vec::new() } else { sectors(analysis) };
        let has_sector = |actor: ActorIx| {
            self.sectors.is_empty()
                || sectors.get(actor as usize).is_some_and(|sector| self.sectors.contains(sector))
        };
        (0..)
            .take(analysis.network.actors.len())
            .map(|actor| has_sector(actor) && self.has_actor(analysis, actor, &members))
            .collect()
    }

    /// Whether to draw a tie whose ends are drawn.
    pub fn has_tie(&self, analysis: &Analysis, tie: TieIx) -> bool {
        let (link, told) = (analysis.network.link(tie), analysis.network.tie(tie));
        let is_in_use = told.status == Status::Active || self.with_inactive;
        is_in_use
            && !self.hidden_classes.contains(&link.class)
            && accepts(&self.confidences, &told.confidence)
    }

    fn has_actor(&self, analysis: &Analysis, actor: ActorIx, members: &BTreeSet<ActorIx>) -> bool {
        let (node, told) = (analysis.network.node(actor), analysis.network.actor(actor));
        // Who is external is neither formal nor informal here.
        let is_external = node.tier == Tier::External;
        let has_formality =
            self.formalities.is_empty() || !is_external && self.formalities.contains(&node.formality);
        accepts(&self.kinds, &told.kind)
            && accepts(&self.levels, &told.level)
            && has_formality
            && any(&self.groups, &told.represents)
            && any(&self.tags, &told.tags)
            && (self.partnerships.is_empty() || members.contains(&actor))
    }
}

fn accepts<T: Ord>(set: &BTreeSet<T>, item: &T) -> bool {
    set.is_empty() || set.contains(item)
}

fn any(set: &BTreeSet<String>, items: &[String]) -> bool {
    set.is_empty() || items.iter().any(|item| set.contains(item))
}

/// Puts an item in, or takes it out.
pub fn toggle<T: Ord>(set: &mut BTreeSet<T>, item: T) {
    if !set.remove(&item) {
        set.insert(item);
    }
}
