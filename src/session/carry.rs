//! Carrying a look over to another state of the same map: what is looked at stays looked at, as long as it is there.
//!
//! Answers speak of places, and places move when somebody comes or goes; ids do not.

use super::look::Look;
use crate::analysis::{ActorIx, Analysis, TieIx};
use crate::model::Id;
use crate::picture::lens::Lens;
use crate::picture::spotlight::Item;

/// The same look at what is shown now.
pub fn carried(look: &Look, old: &Analysis, new: &Analysis) -> Look {
    let carry = Carry { old, new };
    Look {
        view: look.view,
        lens: carry.lens(look.lens),
        item: look.item.and_then(|item| carry.item(item)),
        chosen: look.chosen.iter().filter_map(|actor| carry.actor(*actor)).collect(),
        // Another way among those of another map is anybody's guess.
        route: None,
        filter: super::Filter {
            partnerships: look.filter.partnerships.iter().filter_map(|at| carry.partnership(*at)).collect(),
            ..look.filter.clone()
        },
        centre: look.centre.and_then(|actor| carry.actor(actor)),
    }
}

struct Carry<'a> {
    old: &'a Analysis,
    new: &'a Analysis,
}

impl Carry<'_> {
    fn item(&self, item: Item) -> Option<Item> {
        let (old, new) = (&self.old.network, &self.new.network);
        match item {
            Item::Actor(actor) => self.actor(actor).map(Item::Actor),
            Item::Belt(actor) => {
                let actor = self.actor(actor)?;
                self.new.belts.iter().any(|belt| belt.actor == actor).then_some(Item::Belt(actor))
            }
            Item::Tie(tie) => self.tie(tie).map(Item::Tie),
            Item::Finding(finding) => self.finding(finding).map(Item::Finding),
            Item::Expected(at) => {
                let id = &old.expected_voice(at).id;
                place(new.expected_voices().map(|voice| &voice.id), id).map(Item::Expected)
            }
            // They are worked out anew.
            Item::Bridge(_) => None,
            Item::Level(at) => {
                let id = &old.levels.get(at as usize)?.id;
                place(new.levels.iter().map(|rung| &rung.id), id).map(Item::Level)
            }
        }
    }

    fn actor(&self, actor: ActorIx) -> Option<ActorIx> {
        ((actor as usize) < self.old.network.actors.len())
            .then(|| self.new.network.place(&self.old.network.actor(actor).id))
            .flatten()
    }

    fn tie(&self, tie: TieIx) -> Option<TieIx> {
        self.old
            .network
            .has_tie(tie)
            .then(|| self.new.network.tie_place(&self.old.network.tie(tie).id))
            .flatten()
    }

    /// The same rule on the same subject.
    fn finding(&self, finding: usize) -> Option<usize> {
        let finding = self.old.findings.get(finding)?;
        let subject = self.old.subject(finding.subject);
        self.new
            .findings
            .iter()
            .position(|other| other.rule == finding.rule && self.new.subject(other.subject) == subject)
    }

    fn partnership(&self, at: u32) -> Option<u32> {
        let old = self.old.network.partnerships().nth(at as usize)?;
        place(self.new.network.partnerships().map(|partnership| &partnership.id), &old.id)
    }

    fn lens(&self, lens: Lens) -> Lens {
        let Lens::Concern(at) = lens else { return lens };
        let old = self.old.network.concerns().nth(at as usize);
        let found =
            old.and_then(|old| place(self.new.network.concerns().map(|concern| &concern.id), &old.id));
        found.map_or(Lens::Voices, Lens::Concern)
    }
}

fn place<'a, I: Id + 'a>(mut ids: impl Iterator<Item = &'a I>, wanted: &I) -> Option<u32> {
    ids.position(|id| id == wanted).and_then(|place| u32::try_from(place).ok())
}
