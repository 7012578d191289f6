//! One pass over the map: all that follows from one choice of ties. "**Certainty**: all is worked out twice, on all
//! active ties and on `confirmed` ones alone", so there are two passes, worked out in the same way.

use super::paths::{Channel, VoiceGraph};
use super::reading::{Map, Partnership, Tie};

pub struct Pass<'a> {
    pub map: &'a Map,
    /// "In the confirmed pass, those with `reported` or `assumed` are not there."
    confirmed_only: bool,
    /// The active ties of this pass.
    pub ties: Vec<&'a Tie>,
    pub graph: VoiceGraph,
    /// Every voice, in the order of ids.
    pub voices: Vec<Voice>,
    /// Ranked.
    pub belts: Vec<Belt>,
}

pub struct Voice {
    pub actor: usize,
    /// "**Heard**: the voice has a channel."
    pub channel: Option<Channel>,
    pub answered: bool,
    pub gatekeepers: Vec<usize>,
    pub external_only: bool,
}

impl Voice {
    pub fn heard(&self) -> bool {
        self.channel.is_some()
    }

    /// "**Loop closed**: both."
    pub fn loop_closed(&self) -> bool {
        self.heard() && self.answered
    }

    /// "**Backup**: heard, and with no gatekeeper."
    pub fn backup(&self) -> bool {
        self.heard() && self.gatekeepers.is_empty()
    }
}

/// "**Transmission belt**: an actor strictly inside somebody's best channel, or somebody's gatekeeper."
pub struct Belt {
    pub actor: usize,
    /// "`holds` = voices it is a gatekeeper of."
    pub holds: usize,
    /// "`carries` = voices whose best channel it is strictly inside of"
    pub carries: usize,
}

impl<'a> Pass<'a> {
    pub fn new(map: &'a Map, confirmed_only: bool) -> Pass<'a> {
        let ties: Vec<&Tie> =
            map.ties.iter().filter(|tie| tie.active && (tie.confirmed || !confirmed_only)).collect();
        let graph = VoiceGraph::of(map, &ties);
        let voices: Vec<Voice> = map
            .voices()
            .into_iter()
            .map(|actor| Voice {
                actor,
                channel: graph.best_channel(map, actor),
                answered: graph.has_way_back(map, actor),
                gatekeepers: graph.gatekeepers(map, actor),
                external_only: graph.is_external_only(map, actor),
            })
            .collect();
        let belts = belts(map, &voices);
        Pass { map, confirmed_only, ties, graph, voices, belts }
    }

    /// Whether something beside the ties that is confirmed, or is not, is there in this pass.
    pub fn has(&self, confirmed: bool) -> bool {
        confirmed || !self.confirmed_only
    }

    /// Whether an actor has an active tie of any kind.
    pub fn has_any_tie(&self, actor: usize) -> bool {
        self.ties.iter().any(|tie| tie.from == actor || tie.to == actor)
    }

    /// Active ties between two actors, whichever way they read.
    fn between(&self, a: usize, b: usize) -> impl Iterator<Item = &&'a Tie> {
        self.ties.iter().filter(move |tie| (tie.from == a && tie.to == b) || (tie.from == b && tie.to == a))
    }

    pub fn cooperate(&self, a: usize, b: usize) -> bool {
        self.between(a, b).any(|tie| tie.cooperative)
    }

    /// "an active adverse tie of another kind than `co-opts`"
    pub fn contend(&self, a: usize, b: usize) -> bool {
        self.between(a, b).any(|tie| !tie.cooperative && tie.kind != "co-opts")
    }

    /// "active tie of class authority between them"
    pub fn have_authority_between(&self, a: usize, b: usize) -> bool {
        self.between(a, b).any(|tie| tie.class == "authority")
    }

    /// The actors at the `from` end of active ties of one of these kinds onto `to`: "Rules that name a tie kind read
    /// it from→to, mutual or not".
    pub fn sources(&self, kinds: &[&str], to: usize) -> Vec<usize> {
        self.ties
            .iter()
            .filter(|tie| tie.to == to && kinds.contains(&tie.kind.as_str()))
            .map(|tie| tie.from)
            .collect()
    }

    /// "no actor without force `oversees`, not counting one that is the `actor` of a partnership of which the provider
    /// is a member" turned round: one does.
    pub fn is_overseen(&self, provider: usize) -> bool {
        let mut overseers = self.sources(&["oversees"], provider).into_iter();
        overseers.any(|overseer| {
            let mut partnerships = self.map.partnerships.iter();
            let same_table = partnerships.any(|partnership| {
                partnership.actor == Some(overseer) && self.is_member(provider, partnership)
            });
            !self.map.actors[overseer].force && !same_table
        })
    }

    /// "**Member** of a partnership: listed in `members`, or with an active `member-of` tie to its `actor`."
    pub fn is_member(&self, actor: usize, partnership: &Partnership) -> bool {
        let by_tie =
            partnership.actor.is_some_and(|body| self.sources(&["member-of"], body).contains(&actor));
        let by_list =
            partnership.listed.iter().any(|member| member.actor == actor && self.has(member.confirmed));
        by_list || by_tie
    }

    pub fn members(&self, partnership: &Partnership) -> Vec<usize> {
        (0..self.map.actors.len()).filter(|&actor| self.is_member(actor, partnership)).collect()
    }

    /// Each gatekeeper of anybody, in the order of ids, with the voices that it gates.
    pub fn gatekeepers(&self) -> Vec<(usize, Vec<usize>)> {
        (0..self.map.actors.len())
            .map(|actor| {
                let gated = self
                    .voices
                    .iter()
                    .filter(|voice| voice.gatekeepers.contains(&actor))
                    .map(|voice| voice.actor)
                    .collect::<Vec<usize>>();
                (actor, gated)
            })
            .filter(|(_, gated)| !gated.is_empty())
            .collect()
    }
}

/// "Ranked by holds, carries, id."
fn belts(map: &Map, voices: &[Voice]) -> Vec<Belt> {
    let mut belts: Vec<Belt> = (0..map.actors.len())
        .map(|actor| Belt {
            actor,
            holds: voices.iter().filter(|voice| voice.gatekeepers.contains(&actor)).count(),
            carries: voices
                .iter()
                .filter_map(|voice| voice.channel.as_ref())
                .filter(|channel| channel.inside().contains(&actor))
                .count(),
        })
        .filter(|belt| belt.holds > 0 || belt.carries > 0)
        .collect();
    belts.sort_by(|a, b| {
        let most_held = b.holds.cmp(&a.holds);
        let most_carried = b.carries.cmp(&a.carries);
        most_held.then(most_carried).then(a.actor.cmp(&b.actor))
    });
    belts
}
