//! Lenses: what an actor's colour, size and outline stand for, and how a tie is drawn. One at a time; form tells
//! formality and line tells the class of a tie whatever the lens.

use super::palette::{Colour, Palette};
use super::scene::{Badge, Tone};
use crate::analysis::{ActorIx, Analysis, Belt, ConcernState, TieIx, VoiceState};
use crate::model::terms::{Confidence, Formality, Sector, Tier};
use crate::words::{Words, args};

/// What a picture is coloured by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Lens {
    /// Heard, not answered, not heard.
    #[default]
    Voices,
    /// Formal, informal, hybrid.
    Formality,
    /// The parts of the security sector.
    Sector,
    /// Who carries the voices of others: the more, the larger.
    Belts,
    /// How sure every tie is.
    Confidence,
    /// How rightful people hold an actor to be.
    Legitimacy,
    /// For whom an actor speaks.
    Groups,
    /// Who belongs to a partnership.
    Partnership,
    /// How far one concern came, by its place.
    Concern(u32),
}

impl Lens {
    /// All of them; the concern is the first.
    pub const ALL: [Self; 9] = [
        Self::Voices,
        Self::Formality,
        Self::Sector,
        Self::Belts,
        Self::Confidence,
        Self::Legitimacy,
        Self::Groups,
        Self::Partnership,
        Self::Concern(0),
    ];

    /// Its word.
    pub fn id(self) -> &'static str {
        match self {
            Self::Voices => "voices",
            Self::Formality => "formality",
            Self::Sector => "sector",
            Self::Belts => "belts",
            Self::Confidence => "confidence",
            Self::Legitimacy => "legitimacy",
            Self::Groups => "groups",
            Self::Partnership => "partnership",
            Self::Concern(_) => "concern",
        }
    }

    /// Whether a map has what the lens shows.
    pub fn fits(self, analysis: &Analysis) -> bool {
        let map = &analysis.network.map;
        match self {
            Self::Legitimacy => map.actors.iter().any(|actor| actor.legitimacy.is_some()),
            Self::Groups => map.actors.iter().any(|actor| !actor.represents.is_empty()),
            Self::Partnership => !map.partnerships.is_empty(),
            Self::Concern(concern) => (concern as usize) < map.concerns.len(),
            _ => true,
        }
    }
}

/// A map seen through a lens.
pub struct Seen<'a> {
    pub(super) analysis: &'a Analysis,
    pub(super) palette: &'a Palette,
    pub(super) lens: Lens,
    /// The groups that are told apart, those with most actors first.
    pub(super) groups: Vec<&'a str>,
    /// By place: whether an actor belongs to a partnership; for a concern, whether it has it.
    pub(super) has: Vec<bool>,
    /// By place: the part of the security sector, where the lens shows it.
    pub(super) sectors: Vec<Sector>,
    /// By place: the belts, where the lens shows them.
    belts: Vec<Option<Belt>>,
    most: u32,
}

impl<'a> Seen<'a> {
    /// Sees a map through a lens.
    pub fn new(analysis: &'a Analysis, lens: Lens, palette: &'a Palette) -> Self {
        let network = &analysis.network;
        let mut has = vec![false; network.actors.len()];
        match lens {
            Lens::Partnership => {
                for actor in analysis.pass.members.iter().flatten() {
                    has[*actor as usize] = true;
                }
            }
            Lens::Concern(concern) => {
                for actor in concern_actors(analysis, concern) {
                    has[actor as usize] = true;
                }
            }
            _ => {}
        }
        let most = analysis.belts.iter().map(|belt| belt.holds + belt.carries).max().unwrap_or(0);
        let groups = if lens == Lens::Groups { groups(analysis, palette.series.len()) } else { Vec::new() };
        let sectors = if lens == Lens::Sector { sectors(analysis) } else { Vec::new() };
        let mut belts = Vec::new();
        if lens == Lens::Belts {
            belts.resize(network.actors.len(), None);
            for belt in &analysis.belts {
                belts[belt.actor as usize] = Some(*belt);
            }
        }
        Self { analysis, palette, lens, groups, has, sectors, belts, most }
    }

    /// How an actor looks.
    pub fn actor(&self, actor: ActorIx) -> Tone {
        let node = self.analysis.network.node(actor);
        let own = self.formality(node.tier, node.formality);
        match self.lens {
            Lens::Voices if node.is_voice() => match self.analysis.state_of(actor) {
                VoiceState::LoopClosed => Tone::full(own),
                VoiceState::Heard => Tone::ringed(own, self.palette.warn),
                _ => Tone::hollow(self.palette.bad),
            },
            Lens::Voices | Lens::Formality | Lens::Confidence => Tone::full(own),
            Lens::Sector => Tone::full(self.palette.series[self.sectors[actor as usize] as usize]),
            Lens::Belts => {
                let load = self.belts[actor as usize].map_or(0, |belt| belt.holds + belt.carries);
                if load == 0 {
                    return Tone { scale: 0.7, ..Tone::full(self.palette.tie) };
                }
                // Areas, not widths, are compared by eye.
                let share = load as f32 / self.most.max(1) as f32;
                Tone { scale: 0.8 + 0.8 * share.sqrt(), ..Tone::full(self.palette.accent) }
            }
            Lens::Legitimacy => {
                let rating = self.analysis.network.actor(actor).legitimacy;
                rating.map_or_else(
                    || Tone::hollow(self.palette.tie),
                    |rating| Tone::full(self.palette.scale[usize::from(rating.get()) - 1]),
                )
            }
            Lens::Groups => {
                let speaks = &self.analysis.network.actor(actor).represents;
                let group = self.groups.iter().position(|group| speaks.iter().any(|one| one == group));
                match group {
                    Some(group) => Tone::full(self.palette.series[group]),
                    None if speaks.is_empty() => Tone::hollow(self.palette.tie),
                    None => Tone::full(self.palette.tie),
                }
            }
            Lens::Partnership | Lens::Concern(_) if self.has[actor as usize] => {
                Tone::full(self.palette.accent)
            }
            Lens::Partnership | Lens::Concern(_) => Tone::hollow(self.palette.tie),
        }
    }

    /// What stands under the name of an actor, where silence is to be seen.
    pub fn badge(&self, actor: ActorIx, words: &Words) -> Option<Badge> {
        let (analysis, palette) = (self.analysis, self.palette);
        let badge = |text: String, ink, wash| Some(Badge { text, ink, wash });
        match self.lens {
            Lens::Voices if analysis.network.node(actor).is_voice() => match analysis.state_of(actor) {
                VoiceState::LoopClosed | VoiceState::Absent => None,
                VoiceState::Heard => badge(words.text("state-short-heard"), palette.warn, palette.warn_wash),
                VoiceState::Isolated => {
                    badge(words.without_active_ties(analysis, &[actor]), palette.bad, palette.bad_wash)
                }
                state @ VoiceState::Unheard => {
                    badge(words.term("state-short", state), palette.bad, palette.bad_wash)
                }
            },
            Lens::Belts => {
                let belt = self.belts[actor as usize]?;
                let load = args([("holds", belt.holds.into()), ("carries", belt.carries.into())]);
                badge(words.say("belt-load", &load), palette.accent, palette.accent_wash)
            }
            Lens::Concern(concern) => {
                let journey = analysis.journeys.get(concern as usize)?;
                (journey.stopped_at == Some(actor)).then_some(())?;
                badge(words.text("concern-stopped-here"), palette.bad, palette.bad_wash)
            }
            _ => None,
        }
    }

    /// The colour of a tie that is neither adverse nor lit, and how wide it is; `None` where its class alone decides.
    pub fn tie(&self, tie: TieIx) -> Option<(Colour, f32)> {
        if self.lens != Lens::Confidence {
            return None;
        }
        Some(self.confidence(self.analysis.network.tie(tie).confidence))
    }

    /// The colour and the width of a tie of which people are so sure.
    pub(super) fn confidence(&self, confidence: Confidence) -> (Colour, f32) {
        match confidence {
            Confidence::Confirmed => (self.palette.accent, 2.0),
            Confidence::Reported => (self.palette.warn, 1.4),
            Confidence::Assumed => (self.palette.bad, 1.0),
        }
    }

    /// The colour of formality.
    pub(super) fn formality(&self, tier: Tier, formality: Formality) -> Colour {
        match (tier, formality) {
            (Tier::External, _) => self.palette.external,
            (_, Formality::Formal) => self.palette.formal,
            (_, Formality::Informal) => self.palette.informal,
            (_, Formality::Hybrid) => self.palette.hybrid,
        }
    }
}

/// The part of the security sector to which each actor belongs, by its kind.
pub fn sectors(analysis: &Analysis) -> Vec<Sector> {
    let network = &analysis.network;
    let vocabulary = network.map.vocabulary();
    let sector = |actor| {
        let kind = vocabulary.actor_kind(&network.actor(actor).kind);
        kind.map_or(Sector::Community, |kind| kind.sector)
    };
    (0..).take(network.actors.len()).map(sector).collect()
}

/// The groups for whom most actors speak.
fn groups(analysis: &Analysis, most: usize) -> Vec<&str> {
    let mut counts = std::collections::BTreeMap::<&str, usize>::new();
    for group in analysis.network.map.actors.iter().flat_map(|actor| &actor.represents) {
        *counts.entry(group).or_default() += 1;
    }
    let mut groups: Vec<_> = counts.into_iter().collect();
    groups.sort_by_key(|(group, count)| (std::cmp::Reverse(*count), *group));
    groups.into_iter().take(most).map(|(group, _)| group).collect()
}

/// Those who have a concern: who raised it, who passed it on, whom it reached, who answered.
pub fn concern_actors(analysis: &Analysis, concern: u32) -> Vec<ActorIx> {
    let network = &analysis.network;
    if concern as usize >= analysis.journeys.len() {
        return Vec::new();
    }
    let told = network.concern(concern);
    let passed = told.transmissions.iter().flat_map(|passing| [&passing.from, &passing.to]);
    let raised = told.raised_by.iter();
    let answered = told.response.iter().filter_map(|response| response.by.as_ref());
    let has_answer = analysis.journeys[concern as usize].state >= ConcernState::Answered;
    network.places_of(raised.chain(passed).chain(answered.filter(|_| has_answer)))
}
