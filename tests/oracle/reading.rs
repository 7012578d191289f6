//! The map as the oracle sees it: plain lists read straight from the JSON, with every default of 1.1 already filled in
//! and every kind and level looked up. Actors are sorted by id, and the rest of the oracle speaks of an actor by its
//! place in that list, so that the order of places is the order of ids.

use super::vocabulary;
use serde_json::Value;

pub struct Map {
    pub title: Value,
    pub as_of: Value,
    /// Sorted by id.
    pub actors: Vec<Actor>,
    /// Without the ties of an actor to itself: "Ties of an actor to itself count nowhere."
    pub ties: Vec<Tie>,
    /// Level ids, bottom first.
    pub levels: Vec<String>,
    pub partnerships: Vec<Partnership>,
    pub consultations: Vec<Consultation>,
    pub concerns: Vec<Concern>,
    pub instruments: Vec<Instrument>,
    pub expected_voices: Vec<Expected>,
    /// Places of the decision-makers, in order.
    pub decision_makers: Vec<usize>,
    pub decision_makers_assumed: bool,
}

pub struct Actor {
    pub id: String,
    pub kind: String,
    pub level: String,
    pub tier: String,
    pub formality: String,
    pub sector: String,
    pub force: bool,
    pub decides: bool,
    pub functions: Vec<String>,
    pub areas: Vec<String>,
    pub represents: Vec<String>,
    pub stance: String,
    pub influence: Option<u64>,
    pub legitimacy: Option<u64>,
    /// What the `ratings` say of its legitimacy, those that say nothing of it left out.
    pub legitimacy_ratings: Vec<u64>,
    /// "the actor's own `voice`", if it has one
    pub voice: Option<bool>,
    pub has_evidence: bool,
}

#[allow(clippy::struct_excessive_bools, reason = "Each is one column of the contract, read for itself.")]
pub struct Tie {
    pub id: String,
    pub from: usize,
    pub to: usize,
    pub kind: String,
    pub class: String,
    pub cooperative: bool,
    /// A voice can travel from `from` to `to`.
    pub carries_forward: bool,
    /// A voice can travel from `to` to `from`.
    pub carries_backward: bool,
    pub strength: u64,
    pub active: bool,
    pub planned: bool,
    /// Of its `plan`: by whom, and by when.
    pub has_owner: bool,
    pub has_due: bool,
    pub confirmed: bool,
    pub has_evidence: bool,
}

pub struct Partnership {
    pub id: String,
    pub actor: Option<usize>,
    pub listed: Vec<Member>,
    pub agreement: String,
    pub anchored_in: Option<usize>,
    /// Of `anchor_confidence`.
    pub anchor_confirmed: bool,
    pub consultation_phase: String,
    pub plan_phase: String,
    /// Principle and rating; entries without a rating are not here ("absent = not rated").
    pub ratings: Vec<(String, u64)>,
    pub outcomes: Vec<Outcome>,
}

pub struct Member {
    pub actor: usize,
    pub confirmed: bool,
}

pub struct Outcome {
    pub has_indicator: bool,
    pub has_measurement: bool,
    /// "of `status`, exactly the plain strings `reached` and `dropped` close an outcome, all else leaves it open"
    pub status: Value,
    pub due: Option<String>,
}

impl Outcome {
    pub fn is_dropped(&self) -> bool {
        self.status == "dropped"
    }

    pub fn is_open(&self) -> bool {
        self.status != "reached" && self.status != "dropped"
    }
}

/// "laws and the like"
pub struct Instrument {
    /// "absent: in-force"
    pub status: String,
    pub covers: Vec<String>,
    pub functions: Vec<String>,
}

pub struct Consultation {
    pub id: String,
    pub participants: Vec<usize>,
    pub groups: Vec<String>,
    /// How many of a group came, where `attended` counts it.
    pub attended: Vec<(String, u64)>,
}

impl Consultation {
    pub fn heads(&self, group: &str) -> Option<u64> {
        self.attended.iter().find(|(counted, _)| counted == group).map(|(_, heads)| *heads)
    }
}

pub struct Concern {
    pub id: String,
    /// "its raisers are `raised_by`, or else the participants of `raised_in`", in list order.
    pub raisers: Vec<usize>,
    /// In list order.
    pub transmissions: Vec<Transmission>,
    pub response_status: String,
    pub response_confirmed: bool,
    pub has_fed_back: bool,
    pub fed_back_confirmed: bool,
    /// "ids of actors whose conduct it is about"; ids that name nobody are no actors.
    pub about: Vec<String>,
}

pub struct Transmission {
    pub from: usize,
    pub to: usize,
    pub date: Option<String>,
    pub confirmed: bool,
}

pub struct Expected {
    pub id: String,
    pub kinds: Vec<String>,
    pub groups: Vec<String>,
}

impl Actor {
    pub fn is_formal(&self) -> bool {
        self.formality == "formal"
    }

    pub fn is_informal(&self) -> bool {
        self.formality == "informal"
    }

    pub fn is_hybrid(&self) -> bool {
        self.formality == "hybrid"
    }

    /// "**Voice**: an actor on a `local`-tier level whose sector is not political, non-statutory-force or external; an
    /// actor's own `voice` decides otherwise" (that a decision-maker never is one, see [`Map::is_voice`]).
    fn may_be_voice(&self) -> bool {
        let speaks_for_others =
            ["political", "non-statutory-force", "external"].contains(&self.sector.as_str());
        self.voice.unwrap_or(self.tier == "local" && !speaks_for_others)
    }

    pub fn is_external(&self) -> bool {
        self.tier == "external"
    }

    /// "a provider (kind with force, formality formal, not external tier)"
    pub fn is_provider(&self) -> bool {
        self.force && self.is_formal() && !self.is_external()
    }
}

impl Map {
    pub fn read(map: &Value) -> Map {
        let levels = levels(map);
        let mut actors: Vec<Actor> =
            items(map, "actors").iter().map(|actor| read_actor(map, &levels, actor)).collect();
        actors.sort_by(|a, b| a.id.cmp(&b.id));
        let place = |id: &str| {
            actors.iter().position(|actor| actor.id == id).unwrap_or_else(|| panic!("no actor {id}"))
        };

        let mut ties: Vec<Tie> = items(map, "ties").iter().map(|tie| read_tie(map, tie, &place)).collect();
        ties.retain(|tie| tie.from != tie.to);

        let partnerships = items(map, "partnerships")
            .iter()
            .map(|partnership| read_partnership(partnership, &place))
            .collect();
        let consultations: Vec<Consultation> = items(map, "consultations")
            .iter()
            .map(|consultation| Consultation {
                id: text(consultation, "id").unwrap(),
                participants: texts(consultation, "participants").iter().map(|id| place(id)).collect(),
                groups: texts(consultation, "groups"),
                attended: present(consultation, "attended")
                    .and_then(Value::as_object)
                    .into_iter()
                    .flatten()
                    .filter_map(|(group, heads)| Some((group.clone(), heads.as_u64()?)))
                    .collect(),
            })
            .collect();
        let concerns = items(map, "concerns")
            .iter()
            .map(|concern| read_concern(concern, &consultations, &place))
            .collect();
        let instruments = items(map, "instruments")
            .iter()
            .map(|instrument| Instrument {
                status: text_or(instrument, "status", "in-force"),
                covers: texts(instrument, "covers"),
                functions: texts(instrument, "functions"),
            })
            .collect();
        let expected_voices = items(map, "expected_voices")
            .iter()
            .map(|expected| Expected {
                id: text(expected, "id").unwrap(),
                kinds: texts(expected, "kinds"),
                groups: texts(expected, "groups"),
            })
            .collect();

        // "**Decision-maker**: a `national`-tier actor that `decides` (its own flag, or else its kind's). Where a map
        // has none, every national-tier actor is one (`decision_makers_assumed: true`)."
        let national: Vec<usize> = (0..actors.len()).filter(|&a| actors[a].tier == "national").collect();
        let deciding: Vec<usize> = national.iter().copied().filter(|&a| actors[a].decides).collect();
        let decision_makers_assumed = deciding.is_empty();
        let decision_makers = if decision_makers_assumed { national } else { deciding };

        Map {
            title: title(map),
            as_of: map.get("as_of").cloned().unwrap_or(Value::Null),
            actors,
            ties,
            levels: levels.into_iter().map(|(id, _)| id).collect(),
            partnerships,
            consultations,
            concerns,
            instruments,
            expected_voices,
            decision_makers,
            decision_makers_assumed,
        }
    }

    pub fn is_decision_maker(&self, actor: usize) -> bool {
        self.decision_makers.contains(&actor)
    }

    /// "a decision-maker never is one"
    pub fn is_voice(&self, actor: usize) -> bool {
        self.actors[actor].may_be_voice() && !self.is_decision_maker(actor)
    }

    /// Places of the voices, in order.
    pub fn voices(&self) -> Vec<usize> {
        (0..self.actors.len()).filter(|&a| self.is_voice(a)).collect()
    }

    pub fn id(&self, actor: usize) -> String {
        self.actors[actor].id.clone()
    }

    pub fn ids(&self, actors: &[usize]) -> Vec<String> {
        actors.iter().map(|&a| self.id(a)).collect()
    }
}

/// "Null = absent, everywhere."
fn present<'a>(item: &'a Value, key: &str) -> Option<&'a Value> {
    item.get(key).filter(|value| !value.is_null())
}

fn items(item: &Value, key: &str) -> Vec<Value> {
    present(item, key).and_then(Value::as_array).cloned().unwrap_or_default()
}

fn text(item: &Value, key: &str) -> Option<String> {
    present(item, key).and_then(Value::as_str).map(str::to_string)
}

fn text_or(item: &Value, key: &str, default: &str) -> String {
    text(item, key).unwrap_or_else(|| default.to_string())
}

fn texts(item: &Value, key: &str) -> Vec<String> {
    items(item, key).iter().filter_map(Value::as_str).map(str::to_string).collect()
}

/// "so is a text that is empty in every language": absent
fn says_something(item: &Value, key: &str) -> bool {
    let is_said = |text: &Value| text.as_str().is_some_and(|text| !text.is_empty());
    match present(item, key) {
        Some(Value::Object(by_language)) => by_language.values().any(is_said),
        Some(plain) => is_said(plain),
        None => false,
    }
}

/// Of members, transmissions, responses, `fed_back`: "absent counts as confirmed".
fn is_confirmed(item: &Value, key: &str) -> bool {
    text_or(item, key, "confirmed") == "confirmed"
}

fn flag(item: &Value, key: &str) -> Option<bool> {
    present(item, key).and_then(Value::as_bool)
}

/// "`Text` is a plain string or `{language: string}`": of the latter the first of the map's languages that it has, or
/// else its first.
fn title(map: &Value) -> Value {
    match map.get("title") {
        Some(Value::Object(by_language)) => texts(map, "languages")
            .iter()
            .find_map(|language| by_language.get(language))
            .or_else(|| by_language.values().next())
            .cloned()
            .unwrap_or(Value::Null),
        Some(plain) => plain.clone(),
        None => Value::Null,
    }
}

/// "A map may replace the ladder in `levels` (`{"id", "name", "tier"}`, bottom first)." Each level with its tier.
fn levels(map: &Value) -> Vec<(String, String)> {
    let own: Vec<(String, String)> = items(map, "levels")
        .iter()
        .map(|level| (text(level, "id").unwrap(), text(level, "tier").unwrap()))
        .collect();
    if !own.is_empty() {
        return own;
    }
    vocabulary::LADDER.iter().map(|(id, tier)| ((*id).to_string(), (*tier).to_string())).collect()
}

/// Formality, sector, force and decides of an actor kind, built in or the map's own.
fn actor_kind(map: &Value, id: &str) -> (String, String, bool, bool) {
    for (built_in, formality, sector, force, decides) in vocabulary::ACTOR_KINDS {
        if *built_in == id {
            return ((*formality).to_string(), (*sector).to_string(), *force, *decides);
        }
    }
    for own in items(map, "actor_kinds") {
        if text(&own, "id").as_deref() == Some(id) {
            return (
                text(&own, "formality").unwrap(),
                text(&own, "sector").unwrap(),
                flag(&own, "force").unwrap(),
                flag(&own, "decides").unwrap(),
            );
        }
    }
    panic!("no actor kind {id}")
}

/// Class, mutual and voice of a tie kind, built in or the map's own.
fn tie_kind(map: &Value, id: &str) -> (String, bool, String) {
    for (built_in, class, mutual, voice) in vocabulary::TIE_KINDS {
        if *built_in == id {
            return ((*class).to_string(), *mutual, (*voice).to_string());
        }
    }
    for own in items(map, "tie_kinds") {
        if text(&own, "id").as_deref() == Some(id) {
            return (
                text(&own, "class").unwrap(),
                flag(&own, "mutual").unwrap(),
                text(&own, "voice").unwrap(),
            );
        }
    }
    panic!("no tie kind {id}")
}

fn read_actor(map: &Value, levels: &[(String, String)], actor: &Value) -> Actor {
    let kind = text(actor, "kind").unwrap();
    let level = text(actor, "level").unwrap();
    let (formality, sector, force, decides) = actor_kind(map, &kind);
    let (_, tier) = levels.iter().find(|(id, _)| *id == level).unwrap();
    Actor {
        id: text(actor, "id").unwrap(),
        tier: tier.clone(),
        // "Defaults: … an actor's `formality` … from the kind"
        formality: text_or(actor, "formality", &formality),
        sector,
        force,
        decides: flag(actor, "decides").unwrap_or(decides),
        functions: texts(actor, "functions"),
        areas: texts(actor, "area"),
        represents: texts(actor, "represents"),
        stance: text_or(actor, "stance", ""),
        influence: present(actor, "influence").and_then(Value::as_u64),
        legitimacy: present(actor, "legitimacy").and_then(Value::as_u64),
        legitimacy_ratings: items(actor, "ratings")
            .iter()
            .filter_map(|rating| present(rating, "legitimacy")?.as_u64())
            .collect(),
        voice: flag(actor, "voice"),
        has_evidence: !items(actor, "evidence").is_empty(),
        kind,
        level,
    }
}

fn read_tie(map: &Value, tie: &Value, place: &impl Fn(&str) -> usize) -> Tie {
    let kind = text(tie, "kind").unwrap();
    let (class, kind_is_mutual, voice) = tie_kind(map, &kind);
    let mutual = flag(tie, "mutual").unwrap_or(kind_is_mutual);
    // "a mutual tie carries both ways, unless its kind carries none"; "`mutual: false` does not narrow a voice of
    // `both`"
    let both = voice == "both" || (mutual && voice != "none");
    let plan = present(tie, "plan").cloned().unwrap_or(Value::Null);
    Tie {
        id: text(tie, "id").unwrap(),
        from: place(&text(tie, "from").unwrap()),
        to: place(&text(tie, "to").unwrap()),
        kind,
        // "Cooperative = every class but `adverse`."
        cooperative: class != "adverse",
        class,
        carries_forward: both || voice == "forward",
        carries_backward: both || voice == "backward",
        // "Defaults: `strength` 3 …, `status` active, `confidence` reported"
        strength: present(tie, "strength").and_then(Value::as_u64).unwrap_or(3),
        active: text_or(tie, "status", "active") == "active",
        planned: text_or(tie, "status", "active") == "planned",
        has_owner: says_something(&plan, "owner"),
        has_due: present(&plan, "due").is_some(),
        confirmed: text_or(tie, "confidence", "reported") == "confirmed",
        has_evidence: !items(tie, "evidence").is_empty(),
    }
}

fn read_partnership(partnership: &Value, place: &impl Fn(&str) -> usize) -> Partnership {
    let phases = present(partnership, "phases").cloned().unwrap_or(Value::Null);
    Partnership {
        id: text(partnership, "id").unwrap(),
        actor: text(partnership, "actor").map(|id| place(&id)),
        listed: items(partnership, "members")
            .iter()
            .map(|member| Member {
                actor: place(&text(member, "actor").unwrap()),
                confirmed: is_confirmed(member, "confidence"),
            })
            .collect(),
        // "`agreement` none" by default
        agreement: text_or(partnership, "agreement", "none"),
        anchored_in: text(partnership, "anchored_in").map(|id| place(&id)),
        anchor_confirmed: is_confirmed(partnership, "anchor_confidence"),
        consultation_phase: text_or(&phases, "consultation", "not-started"),
        plan_phase: text_or(&phases, "plan", "not-started"),
        ratings: items(partnership, "principles")
            .iter()
            .filter_map(|entry| {
                let rating = present(entry, "rating")?.as_u64()?;
                Some((text(entry, "principle")?, rating))
            })
            .collect(),
        outcomes: items(partnership, "outcomes")
            .iter()
            .map(|outcome| Outcome {
                has_indicator: says_something(outcome, "indicator"),
                has_measurement: !items(outcome, "measurements").is_empty(),
                status: present(outcome, "status").cloned().unwrap_or(Value::Null),
                due: text(outcome, "due"),
            })
            .collect(),
    }
}

fn read_concern(concern: &Value, consultations: &[Consultation], place: &impl Fn(&str) -> usize) -> Concern {
    let mut raisers: Vec<usize> = texts(concern, "raised_by").iter().map(|id| place(id)).collect();
    if raisers.is_empty()
        && let Some(raised_in) = text(concern, "raised_in")
    {
        let consultation = consultations.iter().find(|c| c.id == raised_in).unwrap();
        raisers.clone_from(&consultation.participants);
    }
    Concern {
        id: text(concern, "id").unwrap(),
        raisers,
        transmissions: items(concern, "transmissions")
            .iter()
            .map(|transmission| Transmission {
                from: place(&text(transmission, "from").unwrap()),
                to: place(&text(transmission, "to").unwrap()),
                date: text(transmission, "date"),
                confirmed: is_confirmed(transmission, "confidence"),
            })
            .collect(),
        response_status: present(concern, "response")
            .and_then(|response| text(response, "status"))
            .unwrap_or_else(|| "none".to_string()),
        response_confirmed: is_confirmed(&concern["response"], "confidence"),
        has_fed_back: present(concern, "fed_back").is_some(),
        fed_back_confirmed: is_confirmed(&concern["fed_back"], "confidence"),
        about: texts(concern, "about"),
    }
}
