//! The ladder: from the camp, village or quarter up to the nation, and beyond.

use super::terms::Tier;
use super::{Bag, Id, LevelId, Text};

/// One rung of a map's own ladder.
#[derive(Debug, Clone, PartialEq)]
pub struct Level {
    /// Its id.
    pub id: LevelId,
    /// Its name.
    pub name: Text,
    /// What it counts as in every analysis.
    pub tier: Tier,
    /// Keys that this version does not know.
    pub extra: Bag,
}

/// The ladder that holds for a map, bottom first.
#[derive(Debug, Clone, Copy)]
pub struct Ladder<'m> {
    own: &'m [Level],
}

const USUAL: [(&str, Tier); 5] = [
    ("community", Tier::Local),
    ("municipal", Tier::Local),
    ("governorate", Tier::Middle),
    ("national", Tier::National),
    ("international", Tier::External),
];

impl<'m> Ladder<'m> {
    /// A map's own levels, or else the usual ladder.
    pub fn of(own: &'m [Level]) -> Self {
        Self { own }
    }

    /// How many rungs it has.
    pub fn len(self) -> usize {
        if self.own.is_empty() { USUAL.len() } else { self.own.len() }
    }

    /// A ladder is never empty: without rungs of its own a map has the usual ones.
    pub fn is_empty(self) -> bool {
        false
    }

    /// The rungs, bottom first: id, the map's own name for it (`None` on the usual ladder, whose names are in the
    /// catalogues), and tier.
    pub fn rungs(self) -> impl Iterator<Item = (&'m str, Option<&'m Text>, Tier)> {
        let usual = if self.own.is_empty() { USUAL.as_slice() } else { &[] };
        let own = self.own.iter().map(|level| (level.id.as_str(), Some(&level.name), level.tier));
        usual.iter().map(|(id, tier)| (*id, None, *tier)).chain(own)
    }

    /// The place of a level on the ladder, 0 at the bottom.
    pub fn position(self, level: &LevelId) -> Option<usize> {
        self.rungs().position(|(id, _, _)| id == level.as_str())
    }

    /// The tier of a level.
    pub fn tier(self, level: &LevelId) -> Option<Tier> {
        self.rungs().find(|(id, _, _)| *id == level.as_str()).map(|(_, _, tier)| tier)
    }
}
