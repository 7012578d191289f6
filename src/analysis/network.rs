//! A map as numbers: actors and ties in the order of their ids, kinds and levels looked up once.

use std::collections::HashMap;
use std::sync::Arc;

use crate::model::terms::{Confidence, Formality, Function, Sector, Status, TieClass, Tier, VoiceDirection};
use crate::model::{
    Actor, ActorId, Concern, ExpectedVoice, Id, LevelId, Map, Partnership, Rating, Tie, TieId, Vocabulary,
};

/// An actor's place among all actors in the order of their ids: comparing places is comparing ids.
pub type ActorIx = u32;

/// A tie's place among all ties in the order of their ids; of an actor's tie to itself, its place among those after
/// [`TO_ITSELF`].
pub type TieIx = u32;

/// The place of the first tie of an actor to itself. Such ties count nowhere, so that they have places of their own.
pub const TO_ITSELF: TieIx = 1 << 31;

/// A map, looked up.
#[derive(Debug, Clone)]
pub struct Network {
    /// The map.
    pub map: Arc<Map>,
    /// The ladder's levels, in the order of their ids.
    pub levels: Vec<Rung>,
    /// The actors, in the order of their ids.
    pub actors: Vec<Node>,
    /// The ties, in the order of their ids, without those of an actor to itself, which count nowhere; supposed ones
    /// after them.
    pub ties: Vec<Link>,
    /// The ties of an actor to itself, in the order of their ids: they are drawn and listed, and count nowhere.
    pub to_itself: Vec<Link>,
    /// Who decides, in the order of ids.
    pub decision_makers: Vec<ActorIx>,
    /// Whether nobody is said to decide, so that every national-tier actor is taken to.
    pub decision_makers_assumed: bool,
    /// How many ties, whatever their status, each actor has with others.
    tied: Arc<[u32]>,
    places: Arc<HashMap<ActorId, ActorIx>>,
    supposed: Vec<Tie>,
    partnerships: Vec<u32>,
    concerns: Vec<u32>,
    expected_voices: Vec<u32>,
}

/// A level of the ladder.
#[derive(Debug, Clone)]
pub struct Rung {
    /// Its id.
    pub id: LevelId,
    /// What it counts as.
    pub tier: Tier,
    /// Its place on the ladder, 0 at the bottom.
    pub at: usize,
}

/// An actor, looked up.
#[derive(Debug, Clone, Copy)]
pub struct Node {
    /// Where it stands in the map.
    at: u32,
    /// The place of its level among the levels in the order of their ids.
    pub level: u32,
    /// Its tier.
    pub tier: Tier,
    /// Its formality: its own, or else its kind's.
    pub formality: Formality,
    /// Its part of the security sector: its kind's.
    pub sector: Sector,
    /// Whether its kind may use force.
    pub force: bool,
    /// Whether it is a decision-maker.
    pub decides: bool,
    /// Whether it is of those whose voices count.
    counts_as_voice: bool,
}

impl Node {
    /// Whether it is a voice: a local actor who speaks for people there, or one that the map says is; never one who
    /// decides.
    pub fn is_voice(&self) -> bool {
        self.counts_as_voice && !self.decides
    }

    /// Whether it is of those who follow up complaints: of justice or oversight.
    pub fn follows_up(&self) -> bool {
        matches!(self.sector, Sector::Justice | Sector::Oversight)
    }

    /// A formal actor with force that belongs to the country.
    pub fn is_provider(&self) -> bool {
        self.force && self.formality == Formality::Formal && self.tier != Tier::External
    }
}

/// What the rules ask of a kind of tie by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// `member-of`.
    MemberOf,
    /// `oversees`.
    Oversees,
    /// `funds`, `trains`, `equips`.
    Supports,
    /// `co-opts`.
    CoOpts,
    /// Every other kind.
    Other,
}

/// A tie, looked up.
#[derive(Debug, Clone, Copy)]
pub struct Link {
    /// Where it stands in the map.
    at: u32,
    /// Whose it is.
    pub from: ActorIx,
    /// To whom.
    pub to: ActorIx,
    /// What sort of relation.
    pub class: TieClass,
    /// What the rules ask of its kind.
    pub role: Role,
    /// Which way a voice travels along it, mutuality considered.
    pub voice: VoiceDirection,
    /// Whether it holds both ways alike.
    pub is_mutual: bool,
    /// Its strength.
    pub strength: Rating,
    /// Whether it is in use.
    pub is_active: bool,
    /// Whether it is confirmed.
    pub is_confirmed: bool,
}

impl Link {
    /// Whether it is not adverse.
    pub fn is_cooperative(&self) -> bool {
        self.class.is_cooperative()
    }

    /// Whether it sets its two ends against each other: adverse, and not `co-opts`.
    pub fn is_contest(&self) -> bool {
        !self.is_cooperative() && self.role != Role::CoOpts
    }

    /// Its two ends, the smaller id first.
    pub fn pair(&self) -> (ActorIx, ActorIx) {
        (self.from.min(self.to), self.from.max(self.to))
    }
}

impl Network {
    /// Looks a map up. The map has to be valid ([`validate`](crate::model::validate)): what refers to nothing is left
    /// out.
    pub fn of(map: Arc<Map>) -> Self {
        let rungs = map.ladder().rungs().enumerate();
        let mut levels: Vec<Rung> =
            rungs.map(|(at, (id, _, tier))| Rung { id: LevelId::new(id), tier, at }).collect();
        levels.sort_by(|a, b| a.id.cmp(&b.id));
        let mut actors = nodes(&map, &levels);
        let decision_makers_assumed = !actors.iter().any(|node| node.decides);
        if decision_makers_assumed {
            for node in actors.iter_mut().filter(|node| node.tier == Tier::National) {
                node.decides = true;
            }
        }
        let places: HashMap<_, _> =
            (0..).zip(&actors).map(|(ix, node)| (map.actors[node.at as usize].id.clone(), ix)).collect();
        let (to_itself, ties): (Vec<_>, Vec<_>) =
            links(&map, &places).into_iter().partition(|link| link.from == link.to);
        let mut counts = vec![0; actors.len()];
        for end in ties.iter().flat_map(|link: &Link| [link.from, link.to]) {
            counts[end as usize] += 1;
        }
        Self {
            ties,
            to_itself,
            tied: counts.into(),
            partnerships: in_order(&map.partnerships, |item| &item.id),
            concerns: in_order(&map.concerns, |item| &item.id),
            expected_voices: in_order(&map.expected_voices, |item| &item.id),
            decision_makers: (0..).zip(&actors).filter(|(_, node)| node.decides).map(|(ix, _)| ix).collect(),
            decision_makers_assumed,
            levels,
            actors,
            places: Arc::new(places),
            supposed: Vec::new(),
            map,
        }
    }

    /// The place of an actor.
    pub fn place(&self, actor: &ActorId) -> Option<ActorIx> {
        self.places.get(actor).copied()
    }

    /// What was looked up of the actor at a place.
    pub fn node(&self, actor: ActorIx) -> &Node {
        &self.actors[actor as usize]
    }

    /// The actor at a place.
    pub fn actor(&self, actor: ActorIx) -> &Actor {
        &self.map.actors[self.node(actor).at as usize]
    }

    /// How many ties with others the map holds of an actor, in use or not; what is supposed by [`Self::suppose`] is not of the map.
    pub fn tie_count(&self, actor: ActorIx) -> u32 {
        self.tied[actor as usize]
    }

    /// Whether the actor at a place does that for safety.
    pub fn does(&self, actor: ActorIx, function: Function) -> bool {
        self.actor(actor).functions.contains(&function)
    }

    /// What was looked up of the tie at a place.
    pub fn link(&self, tie: TieIx) -> &Link {
        match tie.checked_sub(TO_ITSELF) {
            Some(place) => &self.to_itself[place as usize],
            None => &self.ties[tie as usize],
        }
    }

    /// Whether there is a tie at a place.
    pub fn has_tie(&self, tie: TieIx) -> bool {
        match tie.checked_sub(TO_ITSELF) {
            Some(place) => (place as usize) < self.to_itself.len(),
            None => (tie as usize) < self.ties.len(),
        }
    }

    /// All ties with their places, those of an actor to itself at the end: for what is drawn and listed.
    pub fn drawn_ties(&self) -> impl Iterator<Item = (TieIx, &Link)> {
        (0..).zip(&self.ties).chain((TO_ITSELF..).zip(&self.to_itself))
    }

    /// The tie at a place.
    pub fn tie(&self, tie: TieIx) -> &Tie {
        let at = self.link(tie).at as usize;
        self.map.ties.get(at).unwrap_or_else(|| &self.supposed[at - self.map.ties.len()])
    }

    /// The place of a tie, by its id; a supposed one has none.
    pub fn tie_place(&self, id: &TieId) -> Option<TieIx> {
        let own = &self.ties[..self.ties.len() - self.supposed.len()];
        let find = |links: &[Link]| {
            let found = links.binary_search_by(|link| self.map.ties[link.at as usize].id.cmp(id));
            found.ok().and_then(|place| u32::try_from(place).ok())
        };
        find(own).or_else(|| find(&self.to_itself).map(|place| TO_ITSELF + place))
    }

    /// Supposes one more tie, between two actors of the map that have no active tie yet, and gives its place: after all
    /// others, whatever its id, which between two such actors never decides anything. `None`, and nothing is supposed,
    /// where it refers to nobody or has no kind.
    pub fn suppose(&mut self, tie: Tie) -> Option<TieIx> {
        let at = u32::try_from(self.map.ties.len() + self.supposed.len()).ok()?;
        let link =
            link(&self.map.vocabulary(), &self.places, at, &tie).filter(|link| link.from != link.to)?;
        self.ties.push(link);
        self.supposed.push(tie);
        u32::try_from(self.ties.len() - 1).ok()
    }

    /// Whether the tie at a place is planned.
    pub fn is_planned(&self, tie: TieIx) -> bool {
        self.tie(tie).status == Status::Planned
    }

    /// Takes a tie of the map to be in use, or not.
    pub fn set_active(&mut self, tie: TieIx, is_active: bool) {
        if let Some(link) = self.ties.get_mut(tie as usize) {
            link.is_active = is_active;
        }
    }

    /// Takes the last supposed tie back.
    pub fn withdraw(&mut self) {
        if self.supposed.pop().is_some() {
            self.ties.pop();
        }
    }

    /// The partnerships, in the order of their ids.
    pub fn partnerships(&self) -> impl ExactSizeIterator<Item = &Partnership> {
        self.partnerships.iter().map(|at| &self.map.partnerships[*at as usize])
    }

    /// The partnership at a place in that order.
    pub fn partnership(&self, place: u32) -> &Partnership {
        &self.map.partnerships[self.partnerships[place as usize] as usize]
    }

    /// The concerns, in the order of their ids.
    pub fn concerns(&self) -> impl ExactSizeIterator<Item = &Concern> {
        self.concerns.iter().map(|at| &self.map.concerns[*at as usize])
    }

    /// The concern at a place in that order.
    pub fn concern(&self, place: u32) -> &Concern {
        &self.map.concerns[self.concerns[place as usize] as usize]
    }

    /// The expected voices, in the order of their ids.
    pub fn expected_voices(&self) -> impl ExactSizeIterator<Item = &ExpectedVoice> {
        self.expected_voices.iter().map(|at| &self.map.expected_voices[*at as usize])
    }

    /// The expected voice at a place in that order.
    pub fn expected_voice(&self, place: u32) -> &ExpectedVoice {
        &self.map.expected_voices[self.expected_voices[place as usize] as usize]
    }

    /// The places of actors, in order and once each; those that the map does not have are left out.
    pub fn places_of<'a>(&self, actors: impl IntoIterator<Item = &'a ActorId>) -> Vec<ActorIx> {
        let mut places: Vec<_> = actors.into_iter().filter_map(|actor| self.place(actor)).collect();
        places.sort_unstable();
        places.dedup();
        places
    }

    /// The voices, in the order of ids.
    pub fn voices(&self) -> impl Iterator<Item = ActorIx> {
        (0..).zip(&self.actors).filter(|(_, node)| node.is_voice()).map(|(ix, _)| ix)
    }
}

/// Where the items of a list stand, in the order of their ids.
fn in_order<'m, T: 'm, I: Ord + 'm>(
    items: impl IntoIterator<Item = &'m T>,
    id: impl Fn(&'m T) -> &'m I,
) -> Vec<u32> {
    let mut places: Vec<(&I, u32)> = items.into_iter().map(id).zip(0..).collect();
    places.sort_by(|a, b| a.0.cmp(b.0));
    places.into_iter().map(|(_, at)| at).collect()
}

fn nodes(map: &Map, levels: &[Rung]) -> Vec<Node> {
    let vocabulary = map.vocabulary();
    let ranks: HashMap<&str, u32> = (0..).zip(levels).map(|(rank, rung)| (rung.id.as_str(), rank)).collect();
    let node = |at: u32| {
        let actor = &map.actors[at as usize];
        let kind = vocabulary.actor_kind(&actor.kind)?;
        let level = *ranks.get(actor.level.as_str())?;
        let tier = levels[level as usize].tier;
        let formality = actor.formality.unwrap_or(kind.formality);
        let decides = tier == Tier::National && actor.decides.unwrap_or(kind.decides);
        let counts_as_voice = actor.voice.unwrap_or(tier == Tier::Local && is_peoples(kind.sector));
        let force = kind.force;
        Some(Node { at, level, tier, formality, sector: kind.sector, force, decides, counts_as_voice })
    };
    in_order(&map.actors, |actor| &actor.id).into_iter().filter_map(node).collect()
}

/// Whether local actors of a sector speak for people there. Factions, armed groups and outsiders speak for themselves.
fn is_peoples(sector: Sector) -> bool {
    !matches!(sector, Sector::Political | Sector::NonStatutoryForce | Sector::External)
}

fn links(map: &Map, places: &HashMap<ActorId, ActorIx>) -> Vec<Link> {
    let vocabulary = map.vocabulary();
    let in_order = in_order(&map.ties, |tie| &tie.id).into_iter();
    in_order.filter_map(|at| link(&vocabulary, places, at, &map.ties[at as usize])).collect()
}

fn link(vocabulary: &Vocabulary, places: &HashMap<ActorId, ActorIx>, at: u32, tie: &Tie) -> Option<Link> {
    let kind = vocabulary.tie_kind(&tie.kind)?;
    let (from, to) = (*places.get(&tie.from)?, *places.get(&tie.to)?);
    let is_mutual = tie.mutual.unwrap_or(kind.mutual);
    let voice = match kind.voice {
        VoiceDirection::Forward | VoiceDirection::Backward if is_mutual => VoiceDirection::Both,
        voice => voice,
    };
    let role = match tie.kind.as_str() {
        "member-of" => Role::MemberOf,
        "oversees" => Role::Oversees,
        "funds" | "trains" | "equips" => Role::Supports,
        "co-opts" => Role::CoOpts,
        _ => Role::Other,
    };
    Some(Link {
        at,
        from,
        to,
        class: kind.class,
        role,
        voice,
        is_mutual,
        strength: tie.strength_or_middle(),
        is_active: tie.status == Status::Active,
        is_confirmed: tie.confidence == Confidence::Confirmed,
    })
}
