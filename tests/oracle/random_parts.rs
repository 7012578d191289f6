//! The loose parts of a random map. They refer to each other by an `Index`, which falls on an item of whatever list
//! there is, so that every map that shrinking tries is valid too. `random_maps` puts them together.

use super::vocabulary;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::ops::RangeInclusive;

pub const TIERS: [&str; 4] = ["local", "middle", "national", "external"];
const FORMALITIES: [&str; 3] = ["formal", "hybrid", "informal"];
const SECTORS: [&str; 6] =
    ["customary", "community", "political", "non-statutory-force", "external", "justice"];
const GROUPS: [&str; 4] = ["farmers", "refugees", "women", "youth"];
const AREAS: [&str; 3] = ["north", "old-town", "south"];
pub const SOURCES: [&str; 2] = ["interviews", "survey-2011"];
const DATES: [&str; 7] = ["2009", "2009-06", "2009-06-15", "2010", "2010-02", "2012-02-29", "2012-12-31"];
const FUNCTIONS: [&str; 9] = [
    "arrest",
    "investigate",
    "adjudicate",
    "arrest",
    "patrol",
    "mediate",
    "represent",
    "plan",
    "handle-complaints",
];
const CLASSES: [&str; 8] = [
    "communication",
    "authority",
    "service",
    "accountability",
    "representation",
    "support",
    "partnership",
    "adverse",
];
/// `since` and `until`.
pub type Span = (Option<&'static str>, Option<&'static str>);

const SPANS: [Span; 5] = [
    (Some("2008"), Some("2010")),
    (Some("2009-02-01"), Some("2009-02-01")),
    (Some("2010-03"), Some("2011-01-31")),
    (Some("2009"), None),
    (None, Some("2011-05")),
];

/// A list that may be absent, or there and empty.
pub type List<T> = Option<Vec<T>>;

fn list<T: std::fmt::Debug>(
    item: impl Strategy<Value = T>,
    size: RangeInclusive<usize>,
) -> impl Strategy<Value = List<T>> {
    sometimes(60, vec(item, size))
}

fn index() -> impl Strategy<Value = Index> {
    any::<Index>()
}

/// True so many times in a hundred.
fn chance(percent: u32) -> impl Strategy<Value = bool> {
    prop::bool::weighted(f64::from(percent) / 100.0)
}

/// There so many times in a hundred.
fn sometimes<S: Strategy>(percent: u32, value: S) -> impl Strategy<Value = Option<S::Value>> {
    option::weighted(f64::from(percent) / 100.0, value)
}

fn date() -> impl Strategy<Value = &'static str> {
    select(&DATES[..])
}

/// Of what counts as confirmed where nobody says otherwise.
fn confidence() -> impl Strategy<Value = Option<&'static str>> {
    sometimes(30, select(&["confirmed", "reported", "assumed"][..]))
}

#[derive(Clone, Debug)]
pub struct Settings {
    pub as_of: Option<&'static str>,
    /// Tiers of an own ladder, bottom first.
    pub own_ladder: Option<Vec<&'static str>>,
    pub own_actor_kinds: Vec<(&'static str, &'static str, bool, bool, Index)>,
    pub own_tie_kinds: Vec<(&'static str, bool, &'static str)>,
    /// No national-tier actor decides.
    pub nobody_decides: bool,
    /// All has evidence.
    pub all_sourced: bool,
    /// What is absent is null (or else left out).
    pub absent_is_null: bool,
}

pub fn settings() -> impl Strategy<Value = Settings> {
    let ladder = prop_oneof![
        3 => Just(vec!["local", "middle", "national"]),
        3 => Just(vec!["local", "local", "middle", "middle", "national", "national", "external"]),
        2 => Just(vec!["external", "local", "national"]),
        1 => vec(select(&TIERS[..]), 1..=6),
    ];
    (
        sometimes(60, date()),
        sometimes(20, ladder),
        sometimes(
            30,
            vec(
                (select(&FORMALITIES[..]), select(&SECTORS[..]), any::<bool>(), any::<bool>(), index()),
                1..=3,
            ),
        ),
        sometimes(
            30,
            vec(
                (select(&CLASSES[..]), any::<bool>(), select(&["forward", "backward", "both", "none"][..])),
                1..=3,
            ),
        ),
        chance(6),
        chance(6),
        any::<bool>(),
    )
        .prop_map(
            |(as_of, own_ladder, kinds, tie_kinds, nobody_decides, all_sourced, absent_is_null)| Settings {
                as_of,
                own_ladder,
                own_actor_kinds: kinds.unwrap_or_default(),
                own_tie_kinds: tie_kinds.unwrap_or_default(),
                nobody_decides,
                all_sourced,
                absent_is_null,
            },
        )
}

/// What an actor is there for: decides among which kinds and on which tier it is drawn.
#[derive(Clone, Copy, Debug)]
pub enum Role {
    Voice,
    Belt,
    Provider,
    Decider,
    Adviser,
    Outsider,
    Own,
    Anything,
}

#[derive(Clone, Debug)]
pub struct Actor {
    pub role: Role,
    pub kind: Index,
    pub level: Index,
    pub formality: Option<&'static str>,
    pub decides: Option<bool>,
    pub functions: List<&'static str>,
    pub areas: List<&'static str>,
    pub represents: List<&'static str>,
    pub stance: Option<&'static str>,
    pub legitimacy: Option<u8>,
    pub influence: Option<u8>,
    pub voice: Option<bool>,
    /// The legitimacy in each of its `ratings`.
    pub ratings: List<Option<u8>>,
    pub span: Option<Span>,
    pub evidence: List<&'static str>,
}

pub fn actor() -> impl Strategy<Value = Actor> {
    let role = prop_oneof![
        34 => Just(Role::Voice),
        22 => Just(Role::Belt),
        12 => Just(Role::Provider),
        12 => Just(Role::Decider),
        4 => Just(Role::Adviser),
        8 => Just(Role::Outsider),
        4 => Just(Role::Own),
        4 => Just(Role::Anything),
    ];
    let stances = ["champion", "supportive", "neutral", "sceptical", "opposed"];
    (
        (role, index(), index()),
        sometimes(15, select(&FORMALITIES[..])),
        sometimes(8, any::<bool>()),
        list(select(&FUNCTIONS[..]), 0..=2),
        list(select(&AREAS[..]), 0..=2),
        list(select(&GROUPS[..]), 0..=1),
        sometimes(50, select(stances.to_vec())),
        (sometimes(50, 1..=5_u8), sometimes(50, 2..=5_u8)),
        (sometimes(8, any::<bool>()), sometimes(25, vec(sometimes(80, 1..=5_u8), 0..=3))),
        sometimes(15, select(&SPANS[..])),
        list(select(&SOURCES[..]), 0..=2),
    )
        .prop_map(
            |(
                (role, kind, level),
                formality,
                decides,
                functions,
                areas,
                represents,
                stance,
                (legitimacy, influence),
                (voice, ratings),
                span,
                evidence,
            )| Actor {
                role,
                kind,
                level,
                formality,
                decides,
                functions,
                areas,
                represents,
                stance,
                legitimacy,
                influence,
                voice,
                ratings,
                span,
                evidence,
            },
        )
}

/// Between whom a tie runs.
#[derive(Clone, Copy, Debug)]
pub enum Course {
    /// One or two places on in the list of actors: makes long chains.
    NextInList,
    /// Onto an actor one tier up.
    Up,
    /// Onto an actor one tier down.
    Down,
    Anywhere,
    /// Between the ends of the tie before.
    AsBefore,
    /// The tie before, the other way round.
    Reversed,
    ToItself,
    /// From an outsider to a provider or to a voice.
    Support,
    /// Onto a provider.
    Oversight,
    /// Into the actor of a partnership.
    Membership,
}

#[derive(Clone, Debug)]
pub struct Tie {
    pub course: Course,
    pub from: Index,
    pub to: Index,
    pub kind: TieKind,
    pub mutual: Option<bool>,
    pub strength: Option<u8>,
    pub status: Option<&'static str>,
    pub confidence: Option<&'static str>,
    pub formality: Option<&'static str>,
    pub plan: Option<Plan>,
    pub span: Option<Span>,
    pub evidence: List<&'static str>,
}

/// By whom a tie is brought about, and by when; a tie of whatever status may have one.
#[derive(Clone, Debug)]
pub struct Plan {
    pub owner: Option<&'static str>,
    pub due: Option<&'static str>,
}

#[derive(Clone, Debug)]
pub enum TieKind {
    BuiltIn(&'static str),
    /// One of the map's own, or where it has none any that is built in.
    Own(Index),
}

pub fn tie() -> impl Strategy<Value = Tie> {
    let course = prop_oneof![
        26 => Just(Course::NextInList),
        30 => Just(Course::Up),
        8 => Just(Course::Down),
        10 => Just(Course::Anywhere),
        6 => Just(Course::AsBefore),
        4 => Just(Course::Reversed),
        2 => Just(Course::ToItself),
        5 => Just(Course::Support),
        5 => Just(Course::Oversight),
        4 => Just(Course::Membership),
    ];
    let forward = vec!["informs", "reports-to", "directs", "advocates-to", "refers-to"];
    let backward = vec!["consults", "covers", "oversees", "represents"];
    let both = vec!["partners-with", "mediates-for", "member-of", "coordinates-with"];
    let neither = vec!["funds", "trains", "equips", "serves"];
    let kind = prop_oneof![
        45 => select(forward).prop_map(TieKind::BuiltIn),
        12 => select(backward).prop_map(TieKind::BuiltIn),
        16 => select(both).prop_map(TieKind::BuiltIn),
        8 => select(neither).prop_map(TieKind::BuiltIn),
        9 => select(vec!["contests", "restricts", "co-opts"]).prop_map(TieKind::BuiltIn),
        10 => index().prop_map(TieKind::Own),
    ];
    let status = prop_oneof![
        4 => Just("active"),
        1 => Just("dormant"),
        1 => Just("broken"),
        1 => Just("planned"),
    ];
    let confidence = prop_oneof![
        6 => Just("confirmed"),
        1 => Just("reported"),
        1 => Just("assumed"),
    ];
    (
        (course, index(), index()),
        kind,
        sometimes(10, any::<bool>()),
        sometimes(75, 1..=5_u8),
        sometimes(35, status),
        sometimes(80, confidence),
        (
            sometimes(20, select(&FORMALITIES[..])),
            sometimes(
                50,
                (sometimes(85, select(&["The mayor", "The elders", ""][..])), sometimes(85, date())),
            ),
        ),
        sometimes(10, select(&SPANS[..])),
        list(select(&SOURCES[..]), 0..=2),
    )
        .prop_map(
            |(
                (course, from, to),
                kind,
                mutual,
                strength,
                status,
                confidence,
                (formality, plan),
                span,
                evidence,
            )| {
                Tie {
                    course,
                    from,
                    to,
                    kind,
                    mutual,
                    strength,
                    status,
                    confidence,
                    formality,
                    plan: plan.map(|(owner, due)| Plan { owner, due }),
                    span,
                    evidence,
                }
            },
        )
}

#[derive(Clone, Debug)]
pub struct Partnership {
    pub actor: Option<Index>,
    pub members: List<Index>,
    /// Of each member in turn, over and over.
    pub member_confidence: Vec<Option<&'static str>>,
    pub agreement: Option<&'static str>,
    pub anchored_in: Option<Index>,
    pub anchor_confidence: Option<&'static str>,
    pub phases: [Option<&'static str>; 4],
    /// Every principle once more, with this rating.
    pub rate_all: Option<u8>,
    pub ratings: Vec<(&'static str, Option<u8>)>,
    pub outcomes: Vec<Outcome>,
}

#[derive(Clone, Debug)]
pub struct Outcome {
    pub with_indicator: bool,
    pub status: OutcomeStatus,
    pub due: Option<&'static str>,
    pub measurements: Option<usize>,
}

#[derive(Clone, Copy, Debug)]
pub enum OutcomeStatus {
    Absent,
    Plain(&'static str),
    /// A text by language, which closes no outcome.
    InEnglish(&'static str),
}

fn outcome() -> impl Strategy<Value = Outcome> {
    let words = ["open", "reached", "dropped", "reached", "dropped", "Reached"];
    let status = prop_oneof![
        2 => Just(OutcomeStatus::Absent),
        5 => select(words.to_vec()).prop_map(OutcomeStatus::Plain),
        1 => select(words.to_vec()).prop_map(OutcomeStatus::InEnglish),
    ];
    (chance(50), status, sometimes(50, date()), sometimes(50, 0..=2_usize)).prop_map(
        |(with_indicator, status, due, measurements)| Outcome { with_indicator, status, due, measurements },
    )
}

pub fn partnership() -> impl Strategy<Value = Partnership> {
    let phase = || sometimes(75, select(&["not-started", "under-way", "done", "done"][..]));
    let agreements = ["none", "verbal", "written", "written", "bylaw", "bylaw"];
    (
        sometimes(60, index()),
        (list(index(), 0..=4), vec(confidence(), 1..=3)),
        sometimes(80, select(agreements.to_vec())),
        (sometimes(80, index()), confidence()),
        [phase(), phase(), phase(), phase()],
        sometimes(30, 1..=5_u8),
        vec((select(&vocabulary::PRINCIPLES[..]), sometimes(85, 1..=4_u8)), 0..=7),
        vec(outcome(), 0..=2),
    )
        .prop_map(
            |(
                actor,
                (members, member_confidence),
                agreement,
                (anchored_in, anchor_confidence),
                phases,
                rate_all,
                ratings,
                outcomes,
            )| Partnership {
                actor,
                members,
                member_confidence,
                agreement,
                anchored_in,
                anchor_confidence,
                phases,
                rate_all,
                ratings,
                outcomes,
            },
        )
}

#[derive(Clone, Debug)]
pub struct Instrument {
    pub status: Option<&'static str>,
    pub covers: List<Index>,
    pub functions: List<&'static str>,
}

pub fn instrument() -> impl Strategy<Value = Instrument> {
    let statuses = ["in-force", "in-force", "draft", "under-review", "repealed"];
    (
        sometimes(70, select(statuses.to_vec())),
        list(index(), 0..=4),
        sometimes(40, vec(select(&FUNCTIONS[..]), 0..=2)),
    )
        .prop_map(|(status, covers, functions)| Instrument { status, covers, functions })
}

#[derive(Clone, Debug)]
pub struct Consultation {
    pub kind: &'static str,
    pub date: Option<&'static str>,
    pub participants: List<Index>,
    pub groups: List<&'static str>,
    /// Women, men, youth.
    pub attended: Option<[Option<u32>; 3]>,
}

pub fn consultation() -> impl Strategy<Value = Consultation> {
    let kinds = ["town-hall", "focus-group", "bilateral", "survey", "workshop"];
    let women = prop_oneof![0..=4_u32, Just(30_u32)];
    let men = prop_oneof![0..=12_u32, Just(70_u32)];
    (
        select(kinds.to_vec()),
        sometimes(50, date()),
        list(index(), 0..=4),
        list(select(&GROUPS[..]), 0..=2),
        sometimes(50, (sometimes(85, women), sometimes(85, men), sometimes(20, 0..=9_u32))),
    )
        .prop_map(|(kind, date, participants, groups, attended)| Consultation {
            kind,
            date,
            participants,
            groups,
            attended: attended.map(|(women, men, youth)| [women, men, youth]),
        })
}

#[derive(Clone, Debug)]
pub struct Concern {
    pub raised_in: Option<Index>,
    pub raised_by: List<Index>,
    pub transmissions: Vec<Transmission>,
    pub response: Option<(Index, &'static str, Option<&'static str>)>,
    pub fed_back: Option<(List<Index>, Option<&'static str>)>,
    pub about: List<Index>,
}

#[derive(Clone, Debug)]
pub struct Transmission {
    /// From somebody who has had the concern, in list order; or else from anybody.
    pub from_a_holder: bool,
    /// To a national-tier actor, if there is any.
    pub to_the_top: bool,
    pub from: Index,
    pub to: Index,
    pub date: Option<&'static str>,
    pub confidence: Option<&'static str>,
}

pub fn concern() -> impl Strategy<Value = Concern> {
    let transmission = (chance(75), chance(20), index(), index(), sometimes(60, date()), confidence())
        .prop_map(|(from_a_holder, to_the_top, from, to, date, confidence)| Transmission {
            from_a_holder,
            to_the_top,
            from,
            to,
            date,
            confidence,
        });
    let statuses = ["none", "none", "noted", "accepted", "declined", "acted-on"];
    (
        sometimes(50, index()),
        list(index(), 0..=2),
        vec(transmission, 0..=4),
        sometimes(50, (index(), select(statuses.to_vec()), confidence())),
        sometimes(40, (list(index(), 0..=2), confidence())),
        sometimes(60, vec(index(), 0..=2)),
    )
        .prop_map(|(raised_in, raised_by, transmissions, response, fed_back, about)| Concern {
            raised_in,
            raised_by,
            transmissions,
            response,
            fed_back,
            about,
        })
}

#[derive(Clone, Debug)]
pub struct Expected {
    /// The kinds of these actors are listed, so that somebody matches.
    pub like: List<Index>,
    /// A kind that the map may not have.
    pub any_kind: Option<Index>,
    pub groups: List<&'static str>,
}

pub fn expected() -> impl Strategy<Value = Expected> {
    (list(index(), 0..=1), sometimes(40, index()), list(select(&GROUPS[..]), 0..=1))
        .prop_map(|(like, any_kind, groups)| Expected { like, any_kind, groups })
}
