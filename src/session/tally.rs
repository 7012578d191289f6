//! What is counted once for every state of a map: the figures of the foot, who is on which level, what there is to filter by.

use std::collections::BTreeSet;

use crate::analysis::{ActorIx, Analysis, Certainty, VoiceState, percent};
use crate::model::terms::{Sector, Term as _, TieClass};
use crate::model::{ActorKindId, Id as _, LevelId};
use crate::picture::lens::sectors;

/// Everything that panels count.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Tally {
    /// The figures of the foot.
    pub figures: Figures,
    /// Who is on which level, by the places of both; the top of the ladder first, and only levels with somebody on them.
    pub levels: Vec<(u32, Vec<ActorIx>)>,
    /// How many ties of each class there are, none left out that has one.
    pub classes: Vec<(TieClass, usize)>,
    /// What there is to filter by.
    pub choices: Choices,
}

/// The few figures that people ask for first.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Figures {
    /// Voices.
    pub voices: usize,
    /// Those of them that are heard.
    pub heard: usize,
    /// Those of them that are heard on confirmed ties alone; `None` where no others count.
    pub certain: Option<usize>,
    /// Those to whom an answer comes back.
    pub closed: usize,
    /// Those with a second channel.
    pub backed: usize,
    /// Providers of security and justice.
    pub providers: usize,
    /// Those of them whom somebody oversees.
    pub overseen: usize,
    /// Expected voices that are not there.
    pub missing: usize,
    /// The share of ties with evidence, in per cent; `None` without ties.
    pub evidence: Option<usize>,
    /// Findings.
    pub findings: usize,
    /// Those of them that depend on ties that nobody has confirmed.
    pub unsure: usize,
}

/// What there is to filter by, in order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Choices {
    /// The kinds of actors.
    pub kinds: Vec<ActorKindId>,
    /// All levels of the ladder.
    pub levels: Vec<LevelId>,
    /// The parts of the security sector.
    pub sectors: Vec<Sector>,
    /// For whom somebody speaks.
    pub groups: Vec<String>,
    /// The tags of actors.
    pub tags: Vec<String>,
}

impl Tally {
    /// Counts. Linear in actors and ties.
    pub fn of(analysis: &Analysis) -> Self {
        let ties = &analysis.network.ties;
        let count = |class: TieClass| ties.iter().filter(|link| link.class == class).count();
        let classes = TieClass::ALL.iter().map(|class| (*class, count(*class)));
        Self {
            figures: Figures::of(analysis),
            levels: levels(analysis),
            classes: classes.filter(|(_, count)| *count > 0).collect(),
            choices: Choices::of(analysis),
        }
    }
}

impl Figures {
    fn of(analysis: &Analysis) -> Self {
        let voices: Vec<ActorIx> = analysis.network.voices().collect();
        let count = |holds: &dyn Fn(ActorIx) -> bool| voices.iter().filter(|voice| holds(**voice)).count();
        let providers = analysis.network.actors.iter().filter(|node| node.is_provider()).count();
        #[expect(clippy::cast_precision_loss, reason = "a count of actors")]
        let of_providers = |share: f64| whole(share * providers as f64);
        let absent = analysis.expected_voices.iter().filter(|voice| voice.state == VoiceState::Absent);
        let unsure =
            analysis.findings.iter().filter(|finding| finding.certainty == Some(Certainty::Depends)).count();
        Self {
            voices: voices.len(),
            heard: count(&|voice| analysis.pass.is_heard(voice)),
            certain: analysis.heard_for_certain(),
            closed: count(&|voice| analysis.state_of(voice) == VoiceState::LoopClosed),
            backed: count(&|voice| analysis.pass.has_backup(voice)),
            providers,
            overseen: analysis.scorecard.providers_overseen.map_or(0, of_providers),
            missing: absent.count(),
            evidence: analysis.scorecard.ties_with_evidence.map(percent),
            findings: analysis.scorecard.findings.iter().sum(),
            unsure,
        }
    }
}

impl Choices {
    fn of(analysis: &Analysis) -> Self {
        let map = &analysis.network.map;
        let kinds: BTreeSet<_> = map.actors.iter().map(|actor| &actor.kind).collect();
        let groups: BTreeSet<_> = map.actors.iter().flat_map(|actor| &actor.represents).collect();
        let tags: BTreeSet<_> = map.actors.iter().flat_map(|actor| &actor.tags).collect();
        let sectors: BTreeSet<_> = sectors(analysis).into_iter().collect();
        Self {
            kinds: kinds.into_iter().cloned().collect(),
            levels: map.ladder().rungs().map(|(id, _, _)| LevelId::new(id)).collect(),
            sectors: sectors.into_iter().collect(),
            groups: groups.into_iter().cloned().collect(),
            tags: tags.into_iter().cloned().collect(),
        }
    }
}

fn levels(analysis: &Analysis) -> Vec<(u32, Vec<ActorIx>)> {
    let network = &analysis.network;
    let mut on = vec![Vec::new(); network.levels.len()];
    for (actor, node) in (0..).zip(&network.actors) {
        on[node.level as usize].push(actor);
    }
    let mut places: Vec<(usize, u32)> = network.levels.iter().map(|rung| rung.at).zip(0..).collect();
    places.sort_unstable_by(|a, b| b.cmp(a));
    let full = places.into_iter().map(|(_, at)| (at, std::mem::take(&mut on[at as usize])));
    full.filter(|(_, actors)| !actors.is_empty()).collect()
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of a count")]
fn whole(value: f64) -> usize {
    value.round() as usize
}
