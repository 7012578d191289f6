//! Random valid maps for property tests. Everything that the analysis reads occurs, and often together: voices, belts,
//! deciders, providers and outsiders; ties that run up the ladder in short steps, so that channels are some hops long,
//! have gatekeepers, or end before they arrive; partnerships, consultations, concerns and expected voices.
//!
//! A map is drawn as a heap of loose parts (`random_parts`) and put together here.

use super::random_parts::{
    Actor, Concern, Consultation, Course, Expected, Instrument, Outcome, OutcomeStatus, Partnership, Role,
    SOURCES, Settings, Span, TIERS, Tie, TieKind, Transmission, actor, concern, consultation, expected,
    instrument, partnership, settings, tie,
};
use super::vocabulary;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Map, Value, json};
use std::ops::RangeInclusive;

/// A random valid map with this many actors.
pub fn map(actors: RangeInclusive<usize>) -> impl Strategy<Value = Value> {
    // Three ties an actor at most; how many of those drawn are used is settled by the density, in tenths of a tie.
    let most_ties = actors.end() * 3;
    let ties = prop_oneof![vec(tie(), 0..=most_ties), vec(tie(), most_ties / 2..=most_ties)];
    let density = prop_oneof![1 => 0..=10_usize, 3 => 10..=30_usize];
    let people = (settings(), vec(actor(), actors), ties, density);
    let rest = (
        vec(partnership(), 0..=2),
        vec(consultation(), 0..=2),
        vec(concern(), 0..=4),
        vec(expected(), 0..=4),
        prop_oneof![2 => vec(instrument(), 0..=0), 1 => vec(instrument(), 1..=3)],
    );
    (people, rest).prop_map(
        |(
            (settings, actors, mut ties, density),
            (partnerships, consultations, concerns, expected, instruments),
        )| {
            ties.truncate(actors.len() * density / 10);
            let parts = Parts {
                settings,
                actors,
                ties,
                partnerships,
                consultations,
                concerns,
                expected,
                instruments,
            };
            parts.put_together()
        },
    )
}

#[derive(Clone, Debug)]
struct Parts {
    settings: Settings,
    actors: Vec<Actor>,
    ties: Vec<Tie>,
    partnerships: Vec<Partnership>,
    consultations: Vec<Consultation>,
    concerns: Vec<Concern>,
    expected: Vec<Expected>,
    instruments: Vec<Instrument>,
}

/// An actor of the map so far: what the parts that refer to it need to know.
struct Placed {
    id: String,
    kind: String,
    tier: String,
    role: Role,
}

impl Parts {
    fn put_together(&self) -> Value {
        let ladder = self.ladder();
        let placed = self.place(&ladder);
        let mut map = Map::new();
        map.insert("jisr".into(), json!(1));
        map.insert("title".into(), json!("A random map"));
        put(&mut map, "as_of", self.settings.as_of);
        let sources = SOURCES.map(|id| json!({"id": id, "citation": id}));
        map.insert("sources".into(), json!(sources));
        if self.settings.own_ladder.is_some() {
            let levels = ladder.iter().map(|(id, tier)| json!({"id": id, "name": id, "tier": tier}));
            map.insert("levels".into(), levels.collect());
        }
        put_items(&mut map, "actor_kinds", self.own_actor_kinds(&ladder));
        put_items(&mut map, "tie_kinds", self.own_tie_kinds());
        put_items(&mut map, "actors", self.actors(&placed, &ladder));
        put_items(&mut map, "ties", self.ties(&placed));
        put_items(&mut map, "partnerships", self.partnerships(&placed));
        put_items(&mut map, "consultations", self.consultations(&placed));
        put_items(&mut map, "concerns", self.concerns(&placed));
        put_items(&mut map, "expected_voices", self.expected_voices(&placed));
        put_items(&mut map, "instruments", self.instruments(&placed));
        let mut map = Value::Object(map);
        if !self.settings.absent_is_null {
            leave_out_nulls(&mut map);
        }
        map
    }

    /// Level and tier, bottom first.
    fn ladder(&self) -> Vec<(String, String)> {
        match &self.settings.own_ladder {
            // Named so that some names are those of default levels, on other tiers.
            Some(tiers) => {
                let names = ["hamlet", "governorate", "community", "province", "national", "union", "world"];
                let levels = names.iter().zip(tiers);
                levels.map(|(id, tier)| ((*id).to_string(), (*tier).to_string())).collect()
            }
            None => {
                vocabulary::LADDER.iter().map(|(id, tier)| ((*id).to_string(), (*tier).to_string())).collect()
            }
        }
    }

    fn own_actor_kinds(&self, ladder: &[(String, String)]) -> Vec<Value> {
        let own = self.settings.own_actor_kinds.iter().enumerate();
        own.map(|(number, (formality, sector, force, decides, level))| {
            json!({
                "id": format!("own-kind-{number}"),
                "name": "Own kind",
                "formality": formality,
                "sector": sector,
                "force": force,
                "decides": decides,
                "level": level.get(ladder).0,
            })
        })
        .collect()
    }

    fn own_tie_kinds(&self) -> Vec<Value> {
        let own = self.settings.own_tie_kinds.iter().enumerate();
        own.map(|(number, (class, mutual, voice))| {
            json!({
                "id": format!("own-tie-{number}"),
                "name": "own ties",
                "class": class,
                "mutual": mutual,
                "voice": voice,
            })
        })
        .collect()
    }

    fn all_actor_kinds(&self) -> Vec<String> {
        let own = 0..self.settings.own_actor_kinds.len();
        let built_in = vocabulary::ACTOR_KINDS.iter().map(|row| row.0.to_string());
        own.map(|number| format!("own-kind-{number}")).chain(built_in).collect()
    }

    fn kind_of(&self, actor: &Actor) -> String {
        let kinds: &[&str] = match actor.role {
            Role::Voice => &[
                "tribal-leader",
                "religious-leader",
                "camp-committee",
                "youth-group",
                "neighbourhood-group",
                "womens-organisation",
                "union",
                "municipality",
                "village-council",
            ],
            Role::Belt => &[
                "governors-office",
                "governors-office",
                "community-safety-committee",
                "court",
                "political-faction",
                "media",
                "civil-society-organisation",
            ],
            Role::Provider => &["police", "national-security-forces", "border-guard", "armed-group"],
            Role::Decider => &["head-of-state", "council-of-ministers", "ministry", "parliament"],
            Role::Adviser => &["audit-body", "human-rights-commission", "academia", "police"],
            Role::Outsider => &["donor", "international-organisation", "training-mission", "foreign-force"],
            Role::Own if !self.settings.own_actor_kinds.is_empty() => {
                let number = actor.kind.index(self.settings.own_actor_kinds.len());
                return format!("own-kind-{number}");
            }
            Role::Own | Role::Anything => {
                return actor.kind.get(vocabulary::ACTOR_KINDS).0.to_string();
            }
        };
        (*actor.kind.get(kinds)).to_string()
    }

    fn place(&self, ladder: &[(String, String)]) -> Vec<Placed> {
        let actors = self.actors.iter().enumerate();
        actors
            .map(|(number, actor)| Placed {
                id: actor_id(number),
                kind: self.kind_of(actor),
                tier: level_of(actor, ladder).1.clone(),
                role: actor.role,
            })
            .collect()
    }

    fn actors(&self, placed: &[Placed], ladder: &[(String, String)]) -> Vec<Value> {
        let mut actors = Vec::new();
        for (actor, at) in self.actors.iter().zip(placed) {
            let mut item = Map::new();
            item.insert("id".into(), json!(at.id));
            item.insert("name".into(), json!(at.id));
            item.insert("kind".into(), json!(at.kind));
            item.insert("level".into(), json!(level_of(actor, ladder).0));
            put_list(&mut item, "area", actor.areas.as_ref());
            put(&mut item, "formality", actor.formality);
            put_list(&mut item, "functions", actor.functions.as_ref());
            put_list(&mut item, "represents", actor.represents.as_ref());
            put(&mut item, "legitimacy", actor.legitimacy);
            put(&mut item, "influence", actor.influence);
            put(&mut item, "stance", actor.stance);
            put(&mut item, "voice", actor.voice);
            let ratings = actor.ratings.as_ref().map(|ratings| {
                let rating = |legitimacy: &Option<u8>| json!({"legitimacy": legitimacy});
                ratings.iter().map(rating).collect::<Value>()
            });
            put(&mut item, "ratings", ratings);
            if self.settings.nobody_decides {
                item.insert("decides".into(), json!(false));
            } else {
                put(&mut item, "decides", actor.decides);
            }
            put_span(&mut item, actor.span);
            self.put_evidence(&mut item, actor.evidence.as_ref());
            actors.push(Value::Object(item));
        }
        actors
    }

    fn put_evidence(&self, item: &mut Map<String, Value>, evidence: Option<&Vec<&'static str>>) {
        if self.settings.all_sourced {
            item.insert("evidence".into(), json!(SOURCES));
        } else {
            put_list(item, "evidence", evidence);
        }
    }

    fn ties(&self, placed: &[Placed]) -> Vec<Value> {
        let mut ties = Vec::new();
        let mut before = None;
        for (number, tie) in self.ties.iter().enumerate() {
            let Some((from, to)) = self.ends(tie, placed, before) else {
                continue;
            };
            before = Some((from, to));
            let mut item = Map::new();
            // Numbers that leap about, so that list order, number order and id order all differ.
            item.insert("id".into(), json!(format!("t{}", number * 7919 % 100_003)));
            item.insert("from".into(), json!(placed[from].id));
            item.insert("to".into(), json!(placed[to].id));
            item.insert("kind".into(), json!(self.kind_of_tie(tie)));
            put(&mut item, "mutual", tie.mutual);
            put(&mut item, "strength", tie.strength);
            put(&mut item, "formality", tie.formality);
            put(&mut item, "status", tie.status);
            put(&mut item, "confidence", tie.confidence);
            let plan = tie.plan.as_ref().map(|plan| json!({"owner": plan.owner, "due": plan.due}));
            put(&mut item, "plan", plan);
            put_span(&mut item, tie.span);
            self.put_evidence(&mut item, tie.evidence.as_ref());
            ties.push(Value::Object(item));
        }
        ties
    }

    fn kind_of_tie(&self, tie: &Tie) -> String {
        let own = self.settings.own_tie_kinds.len();
        match (tie.course, &tie.kind) {
            (Course::Support, _) => (*tie.from.get(&["funds", "trains", "equips"])).to_string(),
            (Course::Oversight, _) => "oversees".to_string(),
            (Course::Membership, _) => "member-of".to_string(),
            (_, TieKind::BuiltIn(kind)) => (*kind).to_string(),
            (_, TieKind::Own(index)) if own > 0 => format!("own-tie-{}", index.index(own)),
            (_, TieKind::Own(index)) => index.get(vocabulary::TIE_KINDS).0.to_string(),
        }
    }

    /// Places of the two ends; none where there is no actor at all.
    fn ends(&self, tie: &Tie, placed: &[Placed], before: Option<(usize, usize)>) -> Option<(usize, usize)> {
        if placed.is_empty() {
            return None;
        }
        let all = placed.len();
        let any = tie.from.index(all);
        // A place among those where `fits` holds, or else anywhere but at the other end.
        let among = |index: Index, fits: &dyn Fn(&Placed) -> bool| {
            let fitting: Vec<usize> = (0..all).filter(|&place| fits(&placed[place])).collect();
            if fitting.is_empty() { other_than(any, index, all) } else { *index.get(&fitting) }
        };
        let rank = |place: usize| TIERS.iter().position(|tier| *tier == placed[place].tier);
        let is_provider = |at: &Placed| matches!(at.role, Role::Provider);
        Some(match tie.course {
            Course::NextInList => {
                let on = any + 1 + tie.to.index(2);
                // The last ones of the list tie back a little, not round to its beginning.
                if on < all { (any, on) } else { (any, any.saturating_sub(1)) }
            }
            Course::Up => {
                let up = rank(any).map(|rank| (rank + 1).min(2));
                let to = among(tie.to, &|at| TIERS.iter().position(|t| *t == at.tier) == up);
                (any, to)
            }
            Course::Down => {
                let down = rank(any).map(|rank| rank.saturating_sub(1));
                let to = among(tie.to, &|at| TIERS.iter().position(|t| *t == at.tier) == down);
                (any, to)
            }
            Course::Anywhere => (any, other_than(any, tie.to, all)),
            Course::AsBefore => before.unwrap_or((any, other_than(any, tie.to, all))),
            Course::Reversed => {
                let (from, to) = before.unwrap_or((any, other_than(any, tie.to, all)));
                (to, from)
            }
            Course::ToItself => (any, any),
            Course::Support => {
                let from = among(tie.from, &|at| at.tier == "external");
                let to = among(tie.to, &|at| is_provider(at) || at.tier == "local");
                (from, to)
            }
            Course::Oversight => (any, among(tie.to, &is_provider)),
            Course::Membership => {
                let bodies = self.partnerships.iter().filter_map(|p| p.actor);
                let bodies: Vec<usize> = bodies.map(|body| body.index(all)).collect();
                if bodies.is_empty() {
                    (any, other_than(any, tie.to, all))
                } else {
                    (any, *tie.to.get(&bodies))
                }
            }
        })
    }

    fn partnerships(&self, placed: &[Placed]) -> Vec<Value> {
        let mut partnerships = Vec::new();
        for (number, partnership) in self.partnerships.iter().enumerate() {
            let mut item = Map::new();
            item.insert("id".into(), json!(format!("p{number}")));
            item.insert("name".into(), json!("A partnership"));
            put(&mut item, "actor", pick(partnership.actor, placed));
            if let Some(members) = &partnership.members {
                let ids = distinct_ids(members, placed).into_iter();
                let confidence = partnership.member_confidence.iter().cycle();
                let members = ids
                    .zip(confidence)
                    .map(|(id, confidence)| json!({"actor": id, "role": "member", "confidence": confidence}));
                item.insert("members".into(), members.collect());
            }
            put(&mut item, "agreement", partnership.agreement);
            put(&mut item, "anchored_in", pick(partnership.anchored_in, placed));
            put(&mut item, "anchor_confidence", partnership.anchor_confidence);
            let mut phases = Map::new();
            let names = ["agreement", "committee", "consultation", "plan"];
            for (name, state) in names.iter().zip(partnership.phases) {
                put(&mut phases, name, state);
            }
            item.insert("phases".into(), Value::Object(phases));
            let mut principles = Vec::new();
            for (principle, rating) in &partnership.ratings {
                let mut entry = Map::new();
                entry.insert("principle".into(), json!(principle));
                put(&mut entry, "rating", *rating);
                principles.push(Value::Object(entry));
            }
            if let Some(rating) = partnership.rate_all {
                let all = vocabulary::PRINCIPLES.iter();
                let all = all.map(|principle| json!({"principle": principle, "rating": rating}));
                principles.extend(all);
            }
            item.insert("principles".into(), json!(principles));
            item.insert("outcomes".into(), partnership.outcomes.iter().map(Outcome::item).collect());
            partnerships.push(Value::Object(item));
        }
        partnerships
    }

    fn consultations(&self, placed: &[Placed]) -> Vec<Value> {
        let mut consultations = Vec::new();
        for (number, consultation) in self.consultations.iter().enumerate() {
            let mut item = Map::new();
            item.insert("id".into(), json!(format!("c{number}")));
            item.insert("kind".into(), json!(consultation.kind));
            item.insert("title".into(), json!("A consultation"));
            put(&mut item, "date", consultation.date);
            put_actors(&mut item, "participants", consultation.participants.as_ref(), placed);
            put_list(&mut item, "groups", consultation.groups.as_ref());
            let attended = consultation.attended.map(|[women, men, youth]| {
                let mut heads = Map::new();
                for (group, count) in [("women", women), ("men", men), ("youth", youth)] {
                    if let Some(count) = count {
                        heads.insert(group.into(), json!(count));
                    }
                }
                Value::Object(heads)
            });
            put(&mut item, "attended", attended);
            consultations.push(Value::Object(item));
        }
        consultations
    }

    fn concerns(&self, placed: &[Placed]) -> Vec<Value> {
        let mut concerns = Vec::new();
        for (number, concern) in self.concerns.iter().enumerate() {
            let mut item = Map::new();
            item.insert("id".into(), json!(format!("k{number}")));
            item.insert("text".into(), json!("A concern"));
            let raised_in = if self.consultations.is_empty() {
                None
            } else {
                concern.raised_in.map(|index| index.index(self.consultations.len()))
            };
            put(&mut item, "raised_in", raised_in.map(|number| format!("c{number}")));
            put_actors(&mut item, "raised_by", concern.raised_by.as_ref(), placed);

            let mut holders: Vec<usize> = match &concern.raised_by {
                Some(raisers) if !placed.is_empty() => {
                    raisers.iter().map(|raiser| raiser.index(placed.len())).collect()
                }
                _ => Vec::new(),
            };
            if holders.is_empty()
                && let Some(number) = raised_in
                && let Some(participants) = &self.consultations[number].participants
            {
                holders.extend(participants.iter().map(|index| index.index(placed.len().max(1))));
            }
            let mut transmissions = Vec::new();
            for transmission in &concern.transmissions {
                if placed.len() < 2 {
                    break;
                }
                let (from, to) = transmission.ends(&holders, placed);
                holders.push(to);
                let mut entry = Map::new();
                entry.insert("from".into(), json!(placed[from].id));
                entry.insert("to".into(), json!(placed[to].id));
                put(&mut entry, "date", transmission.date);
                put(&mut entry, "confidence", transmission.confidence);
                transmissions.push(Value::Object(entry));
            }
            put_items(&mut item, "transmissions", transmissions);

            if let Some((by, status, confidence)) = concern.response {
                let mut response = Map::new();
                put(&mut response, "by", pick(Some(by), placed));
                response.insert("status".into(), json!(status));
                put(&mut response, "confidence", confidence);
                item.insert("response".into(), Value::Object(response));
            }
            if let Some((to, confidence)) = &concern.fed_back {
                let mut fed_back = Map::new();
                fed_back.insert("date".into(), json!("2012"));
                put_actors(&mut fed_back, "to", to.as_ref(), placed);
                put(&mut fed_back, "confidence", *confidence);
                item.insert("fed_back".into(), Value::Object(fed_back));
            }
            put_actors(&mut item, "about", concern.about.as_ref(), placed);
            concerns.push(Value::Object(item));
        }
        concerns
    }

    fn instruments(&self, placed: &[Placed]) -> Vec<Value> {
        let mut instruments = Vec::new();
        for (number, instrument) in self.instruments.iter().enumerate() {
            let mut item = Map::new();
            item.insert("id".into(), json!(format!("i{number}")));
            item.insert("name".into(), json!("A law"));
            put(&mut item, "status", instrument.status);
            put_actors(&mut item, "covers", instrument.covers.as_ref(), placed);
            put_list(&mut item, "functions", instrument.functions.as_ref());
            instruments.push(Value::Object(item));
        }
        instruments
    }

    fn expected_voices(&self, placed: &[Placed]) -> Vec<Value> {
        let kinds = self.all_actor_kinds();
        let mut expected_voices = Vec::new();
        for (number, expected) in self.expected.iter().enumerate() {
            let mut listed: Vec<&str> = Vec::new();
            if let (Some(like), false) = (&expected.like, placed.is_empty()) {
                listed.extend(like.iter().map(|index| index.get(placed).kind.as_str()));
            }
            if let Some(index) = expected.any_kind {
                listed.push(index.get(&kinds[..]).as_str());
            }
            listed.dedup();
            let mut item = Map::new();
            item.insert("id".into(), json!(format!("e{number}")));
            item.insert("label".into(), json!("An expected voice"));
            item.insert("kinds".into(), json!(listed));
            put_list(&mut item, "groups", expected.groups.as_ref());
            expected_voices.push(Value::Object(item));
        }
        expected_voices
    }
}

impl Outcome {
    fn item(&self) -> Value {
        let mut outcome = Map::new();
        outcome.insert("goal".into(), json!("Safer roads"));
        put(&mut outcome, "indicator", self.with_indicator.then_some("Accidents a year"));
        let status = match self.status {
            OutcomeStatus::Absent => None,
            OutcomeStatus::Plain(status) => Some(json!(status)),
            OutcomeStatus::InEnglish(status) => Some(json!({"en": status})),
        };
        put(&mut outcome, "status", status);
        put(&mut outcome, "due", self.due);
        let measurements = self.measurements.map(|count| vec![json!({"value": "12"}); count]);
        put(&mut outcome, "measurements", measurements);
        Value::Object(outcome)
    }
}

impl Transmission {
    fn ends(&self, holders: &[usize], placed: &[Placed]) -> (usize, usize) {
        let from = if self.from_a_holder && !holders.is_empty() {
            *self.from.get(holders)
        } else {
            self.from.index(placed.len())
        };
        let top: Vec<usize> =
            (0..placed.len()).filter(|&place| placed[place].tier == "national" && place != from).collect();
        let to = if self.to_the_top && !top.is_empty() {
            *self.to.get(&top)
        } else {
            other_than(from, self.to, placed.len())
        };
        (from, to)
    }
}

/// Ids whose order is neither that of the list nor that of the numbers in them, some the beginning of others.
fn actor_id(number: usize) -> String {
    let letter = ["m", "b", "z", "k", "b-1", "9"][number % 6];
    match number / 6 {
        0 => letter.to_string(),
        more => format!("{letter}{more}"),
    }
}

/// A level of the tier that the actor's role asks for, or where the ladder has none, any.
fn level_of<'a>(actor: &Actor, ladder: &'a [(String, String)]) -> &'a (String, String) {
    let tier = match actor.role {
        Role::Voice => "local",
        Role::Belt | Role::Provider => "middle",
        Role::Decider | Role::Adviser => "national",
        Role::Outsider => "external",
        Role::Own | Role::Anything => "any",
    };
    let fitting: Vec<_> = ladder.iter().filter(|level| level.1 == tier).collect();
    if fitting.is_empty() { actor.level.get(ladder) } else { fitting[actor.level.index(fitting.len())] }
}

/// A place that is not `place`, where there is any other.
fn other_than(place: usize, index: Index, all: usize) -> usize {
    if all < 2 {
        return place;
    }
    (place + 1 + index.index(all - 1)) % all
}

fn pick(index: Option<Index>, placed: &[Placed]) -> Option<String> {
    if placed.is_empty() {
        return None;
    }
    index.map(|index| index.get(placed).id.clone())
}

fn distinct_ids(indices: &[Index], placed: &[Placed]) -> Vec<String> {
    let mut ids = Vec::new();
    for index in indices {
        let id = pick(Some(*index), placed);
        ids.extend(id.filter(|id| !ids.contains(id)));
    }
    ids
}

fn put<T: Into<Value>>(item: &mut Map<String, Value>, key: &str, value: Option<T>) {
    item.insert(key.into(), value.map_or(Value::Null, Into::into));
}

/// An empty list of the map's own items is absent.
fn put_items(item: &mut Map<String, Value>, key: &str, items: Vec<Value>) {
    put(item, key, (!items.is_empty()).then_some(items));
}

fn put_list(item: &mut Map<String, Value>, key: &str, list: Option<&Vec<&'static str>>) {
    let distinct = list.map(|given| {
        let mut distinct = given.clone();
        distinct.sort_unstable();
        distinct.dedup();
        json!(distinct)
    });
    put(item, key, distinct);
}

fn put_actors(item: &mut Map<String, Value>, key: &str, list: Option<&Vec<Index>>, placed: &[Placed]) {
    let ids = list.map(|given| distinct_ids(given, placed));
    put(item, key, ids);
}

fn put_span(item: &mut Map<String, Value>, span: Option<Span>) {
    let (since, until) = span.unwrap_or((None, None));
    put(item, "since", since);
    put(item, "until", until);
}

fn leave_out_nulls(value: &mut Value) {
    match value {
        Value::Object(item) => {
            item.retain(|_, value| !value.is_null());
            item.values_mut().for_each(leave_out_nulls);
        }
        Value::Array(items) => items.iter_mut().for_each(leave_out_nulls),
        _ => {}
    }
}
