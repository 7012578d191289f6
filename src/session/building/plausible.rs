//! Which kinds of tie two actors are likely to have, so that the first few of a menu are those that one wants.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::model::terms::{Formality, Sector, TieClass, Tier, VoiceDirection};
use crate::model::{
    Actor, ActorTraits, Id as _, Ladder, Map, TieKindId, TieTraits, Vocabulary, built_in_actor_kinds,
    built_in_tie_kinds,
};

use Way::{Across, Any, Down, Not, Up};
use Who::{
    Academia, Armed, Business, Civil, Committee, Community, Core, Customary, Everybody, External, Force,
    Justice, LocalGovernment, Media, Oversight, Political, Society, State, Trainer,
};

/// Every kind of tie that a map may use, built in or its own, once each, the most plausible from one actor to another
/// first. Both may be actors that the map does not have yet.
///
/// It rests on three things, and on nothing that was measured elsewhere:
///
/// 1. `RULES`, a table of what the kinds mean for two actors of such sectors, formality and levels: command goes down
///    within the state and reports go up, money and training come from outside, mediation from customary leaders,
///    oversight from those who control, and so on. The points say which of two meanings is the likelier, no more.
/// 2. What this map does already: of the ties between two such sectors in the same direction of the ladder, the share
///    that a kind has. Authors see the same relation again and again, and have kinds of their own.
/// 3. Manners: an adverse kind is never offered first, and a kind that ties the two already comes after all others. An
///    adverse one is first only where every cooperative kind ties them already.
///
/// Of the 323 ties of the sample maps, each taken out of its map and asked for, the kind that was drawn is the first in 55 of
/// 100, among the first three in 80 and among the first five in 91 (79 and 91 on an empty map); in the order of how often
/// the kinds occur in these very maps it is 12, 34 and 46. The table was written by people who had seen the maps.
///
/// Equal points are in the order of the documentation, the map's own kinds last. Costs one look at every tie.
pub fn tie_kinds(map: &Map, from: &Actor, to: &Actor) -> Vec<TieKindId> {
    let habits = Habits::of(map);
    let taken: BTreeSet<&TieKindId> = map
        .ties
        .iter()
        .filter(|tie| {
            let is_mutual = tie.mutual.unwrap_or_else(|| habits.is_mutual(&tie.kind));
            (tie.from == from.id && tie.to == to.id) || (is_mutual && tie.from == to.id && tie.to == from.id)
        })
        .map(|tie| &tie.kind)
        .collect();
    let (from, to) = (habits.end(from), habits.end(to));
    let shares = habits.shares(&from, &to);
    ranked(map, &taken, |kind, traits| {
        points(kind, traits, &from, &to) + shares.get(kind).copied().unwrap_or_default()
    })
}

/// The same for an actor whose partner is not known yet: the kinds that are plausible on average, whoever it may be.
pub fn tie_kinds_from(map: &Map, from: &Actor) -> Vec<TieKindId> {
    let from = end(map, &map.vocabulary(), from);
    let partners: Vec<End> = built_in_actor_kinds()
        .map(|(kind, traits)| End { kind, formality: traits.formality, ..End::usual(traits, map.ladder()) })
        .collect();
    ranked(map, &BTreeSet::new(), |kind, traits| {
        partners.iter().map(|to| points(kind, traits, &from, to)).sum()
    })
}

/// The likeliest kind by `RULES` alone, without a look at the ties of the map: for thousands of pairs at once.
pub fn usual_kind(map: &Map, from: &Actor, to: &Actor) -> TieKindId {
    let vocabulary = map.vocabulary();
    let (from, to) = (end(map, &vocabulary, from), end(map, &vocabulary, to));
    let kinds = ranked(map, &BTreeSet::new(), |kind, traits| points(kind, traits, &from, &to));
    kinds.into_iter().next().unwrap_or_default()
}

/// All kinds of a map by points, those that are taken last, none that is adverse first.
fn ranked(
    map: &Map,
    taken: &BTreeSet<&TieKindId>,
    points: impl Fn(&str, TieTraits) -> u32,
) -> Vec<TieKindId> {
    let built_in = built_in_tie_kinds().map(|(id, traits)| (TieKindId::from(id), traits));
    let own = map.tie_kinds.iter().map(|kind| (kind.id.clone(), kind.traits));
    let mut kinds: Vec<(bool, u32, TieKindId, bool)> = built_in
        .chain(own)
        .map(|(kind, traits)| {
            let points = points(kind.as_str(), traits);
            (taken.contains(&kind), points, kind, traits.class.is_cooperative())
        })
        .collect();
    // Stable, so that equal ones stay in the order of the documentation.
    kinds.sort_by_key(|(is_taken, points, ..)| (*is_taken, u32::MAX - points));
    let first = kinds.iter().position(|(is_taken, .., is_cooperative)| !is_taken && *is_cooperative);
    if let Some(first) = first {
        kinds[..=first].rotate_right(1);
    }
    kinds.into_iter().map(|(_, _, kind, _)| kind).collect()
}

/// One of the two actors, as far as it matters here.
#[derive(Clone, Copy)]
struct End<'m> {
    kind: &'m str,
    sector: Sector,
    formality: Formality,
    force: bool,
    /// The place on the ladder; `None` outside of it, where nothing is above or below.
    rung: Option<usize>,
}

impl<'m> End<'m> {
    fn usual(traits: ActorTraits<'m>, ladder: Ladder) -> Self {
        Self {
            kind: "",
            sector: traits.sector,
            formality: traits.formality,
            force: traits.force,
            rung: rung(ladder, traits.level),
        }
    }
}

fn rung(ladder: Ladder, level: &str) -> Option<usize> {
    ladder.rungs().position(|(id, _, tier)| id == level && tier != Tier::External)
}

fn end<'a>(map: &Map, vocabulary: &Vocabulary, actor: &'a Actor) -> End<'a> {
    let (sector, formality, force) = vocabulary
        .actor_kind(&actor.kind)
        .map_or((Sector::Community, Formality::Informal, false), |traits| {
            (traits.sector, traits.formality, traits.force)
        });
    End {
        kind: actor.kind.as_str(),
        sector,
        formality: actor.formality.unwrap_or(formality),
        force,
        rung: rung(map.ladder(), actor.level.as_str()),
    }
}

/// What a map does already.
struct Habits<'m> {
    map: &'m Map,
    vocabulary: Vocabulary<'m>,
    ends: HashMap<&'m str, End<'m>>,
}

impl<'m> Habits<'m> {
    fn of(map: &'m Map) -> Self {
        let mut habits = Self { map, vocabulary: map.vocabulary(), ends: HashMap::new() };
        habits.ends = map.actors.iter().map(|actor| (actor.id.as_str(), habits.end(actor))).collect();
        habits
    }

    fn end<'a>(&self, actor: &'a Actor) -> End<'a> {
        end(self.map, &self.vocabulary, actor)
    }

    fn is_mutual(&self, kind: &TieKindId) -> bool {
        self.vocabulary.tie_kind(kind).is_some_and(|traits| traits.mutual)
    }

    /// The points that each kind has for its share of the ties between such two.
    fn shares(&self, from: &End, to: &End) -> BTreeMap<&'m str, u32> {
        const ALL: u32 = 40;
        let like = |from: &End, to: &End| (from.sector, to.sector, way(from, to));
        let wanted = like(from, to);
        let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
        let mut all = 0_u32;
        for tie in &self.map.ties {
            let ends = self.ends.get(tie.from.as_str()).zip(self.ends.get(tie.to.as_str()));
            if ends.is_some_and(|(from, to)| like(from, to) == wanted) {
                *counts.entry(tie.kind.as_str()).or_default() += 1;
                all = all.saturating_add(1);
            }
        }
        // A single tie is not a habit yet.
        let share =
            |count: u32| u32::try_from(u64::from(count) * u64::from(ALL) / u64::from(all + 2)).unwrap_or(ALL);
        counts.into_iter().map(|(kind, count)| (kind, share(count))).collect()
    }
}

/// Whom a rule speaks of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Who {
    Everybody,
    /// Any part of the state.
    State,
    Core,
    Oversight,
    LocalGovernment,
    Justice,
    /// Whoever is neither the state, nor armed, nor from outside.
    Society,
    Customary,
    Community,
    Civil,
    Political,
    /// Armed, and not the state's.
    Armed,
    External,
    /// From outside, and armed.
    Force,
    /// A body in which others sit: between formal and informal, of the place.
    Committee,
    Business,
    Media,
    Academia,
    Trainer,
}

impl Who {
    fn is(self, end: &End) -> bool {
        use Sector as S;
        match self {
            Everybody => true,
            State => matches!(end.sector, S::CoreSecurity | S::Oversight | S::LocalGovernment | S::Justice),
            Core => end.sector == S::CoreSecurity,
            Oversight => end.sector == S::Oversight,
            LocalGovernment => end.sector == S::LocalGovernment,
            Justice => end.sector == S::Justice,
            Society => matches!(end.sector, S::Customary | S::Community | S::CivilSociety | S::Political),
            Customary => end.sector == S::Customary,
            Community => end.sector == S::Community,
            Civil => end.sector == S::CivilSociety,
            Political => end.sector == S::Political,
            Armed => end.sector == S::NonStatutoryForce,
            External => end.sector == S::External,
            Force => end.sector == S::External && end.force,
            Committee => end.sector == S::Community && end.formality == Formality::Hybrid,
            Business => end.kind == "business-leader",
            Media => end.kind == "media",
            Academia => end.kind == "academia",
            Trainer => end.kind == "training-mission",
        }
    }
}

/// In which direction of the ladder a tie goes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Way {
    Any,
    Up,
    Down,
    /// On the same level, or to or from outside the ladder.
    Across,
    /// Any but up.
    Not,
}

fn way(from: &End, to: &End) -> Way {
    match from.rung.zip(to.rung) {
        Some((from, to)) if from < to => Up,
        Some((from, to)) if from > to => Down,
        _ => Across,
    }
}

/// The points of a kind between two actors: those of the first rule that speaks of them.
fn points(kind: &str, traits: TieTraits, from: &End, to: &End) -> u32 {
    let is_built_in = RULES.iter().any(|rule| rule.0 == kind);
    let like = if is_built_in { kind } else { stand_in(traits) };
    let going = way(from, to);
    let fits = |wanted: Way| wanted == Any || wanted == going || (wanted == Not && going != Up);
    let rule =
        RULES.iter().find(|(of, who, way, whom, _)| *of == like && who.is(from) && fits(*way) && whom.is(to));
    let points = rule.map_or(0, |(.., points)| *points);
    // A kind of the map's own is there because somebody wanted it, yet means what only its authors know.
    if is_built_in { points } else { points * 3 / 4 }
}

/// The built-in kind that is most like one of the map's own.
fn stand_in(traits: TieTraits) -> &'static str {
    match (traits.class, traits.voice) {
        (TieClass::Communication, VoiceDirection::Backward) => "consults",
        (TieClass::Communication, _) => "informs",
        (TieClass::Authority, VoiceDirection::Forward) => "reports-to",
        (TieClass::Authority, _) => "directs",
        (TieClass::Support, _) => "funds",
        (TieClass::Service, _) => "serves",
        (TieClass::Accountability, _) => "oversees",
        (TieClass::Representation, _) => "represents",
        (TieClass::Partnership, _) if traits.mutual => "partners-with",
        (TieClass::Partnership, _) => "member-of",
        (TieClass::Adverse, _) => "contests",
    }
}

/// Who does what to whom, and how likely that is among the kinds: the first rule that fits counts.
#[rustfmt::skip]
static RULES: [(&str, Who, Way, Who, u32); 101] = [
    // Voices go up; who knows something tells it.
    ("informs", Society, Up, Everybody, 72),
    ("informs", Media, Any, Everybody, 66),
    ("informs", Society, Any, Everybody, 55),
    ("informs", State, Any, Everybody, 48),
    ("informs", Everybody, Any, Everybody, 44),
    ("advocates-to", Civil, Up, Oversight, 84),
    ("advocates-to", Political, Up, Oversight, 80),
    ("advocates-to", External, Any, Oversight, 62),
    ("advocates-to", Society, Up, Oversight, 60),
    ("advocates-to", Civil, Up, State, 56),
    ("advocates-to", Society, Up, State, 48),
    ("advocates-to", Society, Any, External, 35),
    ("advocates-to", Everybody, Any, Everybody, 10),
    // Who decides or serves asks those for whom it does.
    ("consults", State, Down, Society, 74),
    ("consults", External, Any, Society, 64),
    ("consults", Civil, Not, Society, 60),
    ("consults", State, Any, Society, 60),
    ("consults", Society, Any, Customary, 50),
    ("consults", Everybody, Any, Everybody, 20),
    ("covers", Media, Any, Everybody, 70),
    ("covers", Everybody, Any, Everybody, 1),
    // Command and report are of the state, and of those who are paid to guard.
    ("reports-to", State, Up, State, 90),
    ("reports-to", Oversight, Across, Oversight, 62),
    ("reports-to", Committee, Any, LocalGovernment, 50),
    ("reports-to", State, Across, State, 45),
    ("reports-to", Armed, Any, Business, 60),
    ("reports-to", Everybody, Any, Everybody, 12),
    ("directs", State, Down, State, 90),
    ("directs", Oversight, Across, Oversight, 45),
    ("directs", State, Across, Core, 45),
    ("directs", Business, Any, Armed, 60),
    ("directs", Society, Any, Armed, 45),
    ("directs", External, Any, Core, 35),
    ("directs", Everybody, Any, Everybody, 8),
    ("oversees", Oversight, Down, Core, 86),
    ("oversees", Justice, Any, Core, 66),
    ("oversees", Committee, Any, Core, 62),
    ("oversees", Oversight, Any, State, 60),
    ("oversees", LocalGovernment, Any, Core, 52),
    ("oversees", Civil, Any, Core, 52),
    ("oversees", Civil, Any, State, 40),
    ("oversees", Everybody, Any, Everybody, 6),
    // Committees, councils and associations stand for people who live where they are.
    ("represents", Committee, Not, Society, 78),
    ("represents", LocalGovernment, Across, Society, 70),
    ("represents", Civil, Not, Society, 62),
    ("represents", Society, Not, Society, 48),
    ("represents", Everybody, Any, Everybody, 8),
    // Working together, among equals first.
    ("partners-with", Civil, Across, Civil, 68),
    ("partners-with", Society, Any, LocalGovernment, 58),
    ("partners-with", Core, Any, Society, 56),
    ("partners-with", Society, Across, Society, 56),
    ("partners-with", External, Any, Civil, 55),
    ("partners-with", Justice, Any, Society, 52),
    ("partners-with", Everybody, Any, Everybody, 28),
    ("coordinates-with", Core, Across, Core, 80),
    ("coordinates-with", Justice, Across, Justice, 78),
    ("coordinates-with", LocalGovernment, Across, LocalGovernment, 70),
    ("coordinates-with", State, Across, State, 64),
    ("coordinates-with", Customary, Any, LocalGovernment, 56),
    ("coordinates-with", External, Any, Core, 52),
    ("coordinates-with", Core, Any, External, 60),
    ("coordinates-with", Society, Any, State, 46),
    ("coordinates-with", Civil, Any, Society, 46),
    ("coordinates-with", Everybody, Any, Everybody, 30),
    ("member-of", Everybody, Not, Committee, 88),
    ("member-of", Everybody, Any, Committee, 92),
    ("member-of", External, Any, External, 66),
    ("member-of", Community, Any, Community, 45),
    ("member-of", Society, Any, Civil, 40),
    ("member-of", Society, Any, Political, 40),
    ("member-of", Everybody, Any, Everybody, 5),
    // Money, training and equipment come from outside, or down from those who have the budget.
    ("funds", External, Any, Civil, 78),
    ("funds", External, Any, Everybody, 72),
    ("funds", Oversight, Down, State, 60),
    ("funds", Business, Any, Society, 35),
    ("funds", Everybody, Any, Everybody, 4),
    ("trains", Trainer, Any, Everybody, 95),
    ("trains", External, Any, Core, 82),
    ("trains", Academia, Any, Everybody, 56),
    ("trains", External, Any, Everybody, 50),
    ("trains", Everybody, Any, Everybody, 5),
    ("equips", External, Any, Core, 70),
    ("equips", Oversight, Down, Core, 40),
    ("equips", Everybody, Any, Everybody, 3),
    // Services go to people; disputes to elders; cases to courts.
    ("serves", Civil, Not, Society, 64),
    ("serves", Justice, Any, Society, 62),
    ("serves", External, Any, Community, 60),
    ("serves", State, Any, Society, 54),
    ("serves", Everybody, Any, Everybody, 8),
    ("mediates-for", Customary, Any, Everybody, 72),
    ("mediates-for", Committee, Any, Society, 38),
    ("mediates-for", Everybody, Any, Everybody, 6),
    ("refers-to", Core, Any, Justice, 82),
    ("refers-to", Customary, Any, Customary, 56),
    ("refers-to", Society, Any, State, 40),
    ("refers-to", Everybody, Any, Everybody, 12),
    // Against each other.
    ("restricts", Core, Any, Society, 50),
    ("restricts", Force, Any, Everybody, 58),
    ("restricts", Everybody, Any, Everybody, 7),
    ("contests", Everybody, Any, Everybody, 34),
    ("co-opts", Political, Any, Society, 52),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_rule_of_each_kind_but_one_speaks_of_everybody() {
        for (kind, _) in built_in_tie_kinds().filter(|(kind, _)| *kind != "co-opts") {
            let last = RULES.iter().rfind(|rule| rule.0 == kind);
            assert!(
                last.is_some_and(|rule| rule.1 == Everybody && rule.2 == Any && rule.3 == Everybody),
                "{kind}"
            );
        }
    }

    #[test]
    fn no_rule_stands_behind_one_that_says_it_already() {
        for (place, rule) in RULES.iter().enumerate() {
            let hides = |other: &&(&str, Who, Way, Who, u32)| {
                other.0 == rule.0
                    && (other.1 == rule.1 || other.1 == Everybody)
                    && (other.2 == rule.2 || other.2 == Any)
                    && (other.3 == rule.3 || other.3 == Everybody)
            };
            assert!(!RULES[..place].iter().any(|other| hides(&other)), "{} {place}", rule.0);
        }
    }
}
