//! Merging again, slowly, from the definition, on the JSON of the three maps: no tokens, no tables, every lookup a search.
//!
//! Lists whose items have no ids are beyond it: their fields are taken from the answer that is looked at, and left out of what is
//! compared.

use std::collections::{BTreeMap, BTreeSet};

use jisr::format::jisr::{read, write};
use jisr::model::merge::{KeptApart, Merged};
use jisr::model::{Date, Fault, Map};
use serde_json::{Map as Object, Value, json};

use super::identity::{self, Apart, Names, align};

pub const LISTS: [&str; 13] = [
    "sources",
    "actors",
    "ties",
    "partnerships",
    "consultations",
    "concerns",
    "expected_voices",
    "instruments",
    "views",
    "comments",
    "levels",
    "actor_kinds",
    "tie_kinds",
];

/// Fields whose items have no ids.
const OPAQUE: [&str; 6] = ["members", "principles", "outcomes", "transmissions", "ratings", "aliases"];

/// Objects, whose absence is that of all they hold.
const OBJECTS: [&str; 22] = [
    "title", "place", "notes", "citation", "name", "purpose", "role", "text", "label", "why", "caption",
    "rated_by", "goal", "phases", "fields", "aim", "owner", "note", "by", "filter", "attended", "mappings",
];

/// Elements by id, list by list, and the places of conflicts with what they are.
pub struct Answer {
    pub lists: BTreeMap<&'static str, BTreeMap<String, Value>>,
    pub header: Object<String, Value>,
    pub conflicts: BTreeSet<(String, &'static str)>,
}

pub fn json_of(map: &Map) -> Value {
    serde_json::from_slice(&write(map)).unwrap()
}

pub fn elements(map: &Value, list: &str) -> BTreeMap<String, Value> {
    let items = map[list].as_array().cloned().unwrap_or_default();
    items.into_iter().map(|item| (item["id"].as_str().unwrap().to_owned(), item)).collect()
}

pub fn is_opaque(place: &str) -> bool {
    place.starts_with("story")
        || place.starts_with("layout")
        || place.starts_with("places")
        || place == "languages"
        || OPAQUE.iter().any(|field| place.contains(&format!(".{field}")))
}

/// The header: what stands beside the lists.
pub fn header(map: &Value) -> Object<String, Value> {
    let mut header = map.as_object().unwrap().clone();
    for list in LISTS.iter().chain(&["story", "layout", "places", "not_same", "jisr", "languages"]) {
        header.remove(*list);
    }
    header
}

/// Merges; `found` is the answer that is looked at: which free ids it gave to what is kept apart is taken from there.
pub fn merge(maps: [&Map; 3], found: &Merged) -> Answer {
    let [base, ours, theirs] = maps.map(json_of);
    let is_plain = ours == theirs || base == theirs || base == ours;
    let (json, apart) =
        if is_plain { ([base, ours, theirs], Vec::new()) } else { align([&base, &ours, &theirs]) };
    let now = |apart: &Apart| {
        let is_it = |kept: &&KeptApart| kept.part.id() == apart.list && kept.was == apart.was;
        found.kept_apart.iter().find(is_it).map(|kept| kept.now.clone())
    };
    let mut map = json_of(&found.map);
    for apart in &apart {
        let of = |json: &Value, id: &str| elements(json, apart.list).get(id).map(identity::content);
        if let Some(now) = now(apart) {
            let is_free = |json: &Value| !elements(json, apart.list).contains_key(&now);
            assert!(maps.map(json_of).iter().all(is_free), "{now} is not free");
            identity::rename(&mut map, apart.list, &Names::from([(now, apart.stand_in.clone())]));
        } else if of(&map, &apart.was) == of(&json[2], &apart.stand_in) {
            // Its own id is free again.
            identity::rename(
                &mut map,
                apart.list,
                &Names::from([(apart.was.clone(), apart.stand_in.clone())]),
            );
        }
    }
    let mut answer = merge_aligned(&json, &map);
    for one in &apart {
        let list = &answer.lists[one.list];
        let stays = list.contains_key(&one.stand_in);
        // Its own id, if nothing else has that after all.
        let name = if let Some(now) = now(one) {
            assert!(stays && list.contains_key(&one.was), "{one:?} is not kept apart");
            now
        } else {
            assert!(!stays || !list.contains_key(&one.was), "{one:?} is kept apart");
            one.was.clone()
        };
        if stays {
            answer.rename(one.list, &one.stand_in, &name);
        }
    }
    answer
}

impl Answer {
    /// Calls an element by another id.
    fn rename(&mut self, list: &'static str, id: &str, name: &str) {
        let mut map: Value = self
            .lists
            .iter()
            .map(|(list, elements)| ((*list).to_owned(), elements.values().cloned().collect::<Value>()))
            .collect();
        identity::rename(&mut map, list, &Names::from([(id.to_owned(), name.to_owned())]));
        self.lists = LISTS.into_iter().map(|list| (list, elements(&map, list))).collect();
        let (before, after) = (format!("{list}[{id}]"), format!("{list}[{name}]"));
        self.conflicts = self
            .conflicts
            .iter()
            .map(|(place, clash)| (place.replacen(&before, &after, 1), *clash))
            .collect();
    }
}

fn merge_aligned(json: &[Value; 3], found: &Value) -> Answer {
    let mut needed: BTreeSet<(&'static str, String)> = BTreeSet::new();
    // What may lead nowhere and does so on a side is not brought back for that.
    let loose: BTreeSet<_> =
        mentions_of_nothing(&json[1]).into_iter().chain(mentions_of_nothing(&json[2])).collect();
    loop {
        let mut answer = merge_once(json, found, &needed);
        let mut merged: Value = answer
            .lists
            .iter()
            .map(|(list, of)| ((*list).to_owned(), of.values().cloned().collect::<Value>()))
            .collect();
        merged["story"] = found["story"].clone();
        let mentioned = mentions_of_nothing(&merged).into_iter().filter(|need| !loose.contains(need));
        let more: Vec<_> = missing(&answer, found)
            .into_iter()
            .chain(mentioned)
            .filter(|(list, id)| {
                let is_usual = *list == "levels" && usual().contains_key(id.as_str());
                let is_there = |map: &Value| elements(map, list).contains_key(id);
                is_usual || is_there(&json[1]) || is_there(&json[2])
            })
            .filter(|need| !needed.contains(need))
            .collect();
        if more.is_empty() {
            answer.conflicts.retain(|(place, _)| !is_opaque(place));
            return answer;
        }
        needed.extend(more);
    }
}

pub fn usual() -> BTreeMap<&'static str, &'static str> {
    [
        ("community", "local"),
        ("municipal", "local"),
        ("governorate", "middle"),
        ("national", "national"),
        ("international", "external"),
    ]
    .into()
}

fn merge_once(json: &[Value; 3], found: &Value, needed: &BTreeSet<(&'static str, String)>) -> Answer {
    let mut conflicts = BTreeSet::new();
    let mut lists = BTreeMap::new();
    for list in LISTS {
        let [base, ours, theirs] = [0, 1, 2].map(|side| elements(&json[side], list));
        let there = elements(found, list);
        let mut merged = BTreeMap::new();
        let ids: BTreeSet<&String> = base.keys().chain(ours.keys()).chain(theirs.keys()).collect();
        for id in ids {
            let place = format!("{list}[{id}]");
            let is_needed = needed.contains(&(list, id.clone()));
            let element = match (base.get(id), ours.get(id), theirs.get(id)) {
                (base, Some(ours), Some(theirs)) => {
                    let mut element = value(base, Some(ours), Some(theirs), &place, &mut conflicts).unwrap();
                    for field in OPAQUE {
                        match there.get(id).and_then(|there| there.get(field)) {
                            Some(value) => element[field] = value.clone(),
                            None => _ = element.as_object_mut().unwrap().remove(field),
                        }
                    }
                    if matches!(list, "actors" | "ties") {
                        lasting(&mut element, ours, &place, &mut conflicts);
                    }
                    if list == "ties"
                        && let Some(base) = base
                        && ours != theirs
                        && ours != base
                        && theirs != base
                        && identity::is_same(list, base, ours) != identity::is_same(list, base, theirs)
                    {
                        conflicts.insert((place, "made-another"));
                    }
                    Some(element)
                }
                (None, ours, theirs) => ours.or(theirs).cloned(),
                (Some(base), Some(left), None) | (Some(base), None, Some(left)) => {
                    if left != base {
                        conflicts.insert((place, "changed-and-deleted"));
                        Some(left.clone())
                    } else if is_needed {
                        conflicts.insert((place, "still-needed"));
                        Some(left.clone())
                    } else {
                        None
                    }
                }
                (Some(_), None, None) => None,
            };
            merged.extend(element.map(|element| (id.clone(), element)));
        }
        if list == "levels" {
            for (id, tier) in usual() {
                if needed.contains(&(list, id.to_owned())) && !merged.contains_key(id) {
                    merged.insert(id.to_owned(), json!({"id": id, "name": id, "tier": tier}));
                    conflicts.insert((format!("levels[{id}]"), "still-needed"));
                }
            }
        }
        lists.insert(list, merged);
    }
    let [base, ours, theirs] = [0, 1, 2].map(|side| Value::Object(header(&json[side])));
    let header = value(Some(&base), Some(&ours), Some(&theirs), "", &mut conflicts);
    let header = header.and_then(|header| header.as_object().cloned()).unwrap_or_default();
    Answer { lists, header, conflicts }
}

/// One value, by the definition.
fn value(
    base: Option<&Value>,
    ours: Option<&Value>,
    theirs: Option<&Value>,
    place: &str,
    conflicts: &mut BTreeSet<(String, &'static str)>,
) -> Option<Value> {
    if ours == theirs || base == theirs {
        return ours.cloned();
    }
    if base == ours {
        return theirs.cloned();
    }
    let key = place.rsplit('.').next().unwrap();
    let all = [base, ours, theirs];
    // What is absent, of what may hold several.
    let is_known_object = OBJECTS.contains(&key) && !place.contains(".fields.");
    let objects = all.map(|value| match value {
        Some(Value::Object(object)) => Some(object.clone()),
        Some(Value::String(text)) if is_known_object && text.is_empty() => Some(Object::new()),
        None if is_known_object => Some(Object::new()),
        _ => None,
    });
    if let [before, Some(ours), Some(theirs)] = &objects
        && (before.is_some() || base.is_none() || !is_known_object)
    {
        let before = before.clone().unwrap_or_default();
        let mut merged = Object::new();
        let keys: BTreeSet<&String> = ours.keys().chain(theirs.keys()).chain(before.keys()).collect();
        for key in keys {
            let inner = if place.is_empty() { key.clone() } else { format!("{place}.{key}") };
            let settled = value(before.get(key), ours.get(key), theirs.get(key), &inner, conflicts);
            merged.extend(settled.map(|value| (key.clone(), value)));
        }
        let is_absent = merged.is_empty() && is_known_object;
        return if is_absent { all[1].cloned() } else { Some(Value::Object(merged)) };
    }
    if is_set(place, all) {
        let words = |value: Option<&Value>| value.and_then(Value::as_array).cloned().unwrap_or_default();
        return set(&words(base), &words(ours), &words(theirs));
    }
    conflicts.insert((place.to_owned(), "both-changed"));
    ours.cloned()
}

const SETS: [&str; 19] = [
    "area",
    "functions",
    "represents",
    "tags",
    "evidence",
    "participants",
    "groups",
    "raised_by",
    "kinds",
    "to",
    "about",
    "addressed_to",
    "covers",
    "focus",
    "levels",
    "sectors",
    "formalities",
    "partnerships",
    "confidences",
];

fn is_set(place: &str, values: [Option<&Value>; 3]) -> bool {
    let key = place.rsplit('.').next().unwrap();
    let is_list = |value: &Value| value.is_array();
    (SETS.contains(&key) || key == "hidden_classes")
        && !place.contains(".fields.")
        && values.into_iter().flatten().all(is_list)
}

/// Words with their number of times: what either has more than before is added, what either has less is taken away.
fn set(base: &[Value], ours: &[Value], theirs: &[Value]) -> Option<Value> {
    let count = |list: &[Value], word: &Value| list.iter().filter(|other| *other == word).count();
    let mut words: Vec<&Value> = ours.iter().chain(theirs).collect();
    words.sort_by_key(ToString::to_string);
    words.dedup();
    let mut merged = Vec::new();
    for word in words {
        let (before, with_us, with_them) = (count(base, word), count(ours, word), count(theirs, word));
        // The n-th one stays if both have it, or if one has it and it is new.
        let stays = |n: usize| {
            let (b, o, t) = (n < before, n < with_us, n < with_them);
            if b { o && t } else { o || t }
        };
        merged.extend((0..with_us.max(with_them)).filter(|n| stays(*n)).map(|_| word.clone()));
    }
    (!merged.is_empty()).then_some(Value::Array(merged))
}

fn lasting(element: &mut Value, ours: &Value, place: &str, conflicts: &mut BTreeSet<(String, &'static str)>) {
    let date = |key: &str| element[key].as_str().map(|date| date.parse::<Date>().unwrap());
    let (Some(since), Some(until)) = (date("since"), date("until")) else { return };
    if since.may_precede(until) {
        return;
    }
    conflicts.insert((format!("{place}.until"), "ends-before-it-begins"));
    for key in ["since", "until"] {
        match ours.get(key) {
            Some(date) => element[key] = date.clone(),
            None => _ = element.as_object_mut().unwrap().remove(key),
        }
    }
}

/// Where something may be named that is not there.
const MENTIONS: [(&str, &str); 8] = [
    ("actors", "concerns/*/about/*"),
    ("actors", "concerns/*/addressed_to/*"),
    ("actors", "instruments/*/covers/*"),
    ("actors", "views/*/centre"),
    ("actors", "views/*/focus/*"),
    ("concerns", "views/*/concern"),
    ("views", "story/*/show"),
    ("actors", "story/*/focus/*"),
];

/// What is named there and is not there.
fn mentions_of_nothing(map: &Value) -> Vec<(&'static str, String)> {
    let named = |(list, place): (&'static str, &str)| -> Vec<(&'static str, String)> {
        let there = elements(map, list);
        let found = identity::texts_at(map, &place.split('/').collect::<Vec<_>>());
        found.into_iter().filter(|id| !there.contains_key(id)).map(|id| (list, id)).collect()
    };
    MENTIONS.into_iter().flat_map(named).collect()
}

/// What dangles, as the reader of files sees it.
fn missing(answer: &Answer, found: &Value) -> Vec<(&'static str, String)> {
    let mut map = json!({"jisr": 1, "title": ""});
    for (list, elements) in &answer.lists {
        map[*list] = elements.values().cloned().collect();
    }
    map["story"] = found["story"].clone();
    let problems = read(&serde_json::to_vec(&map).unwrap()).unwrap().problems;
    let target = |problem: &jisr::model::Problem| {
        let path = problem.path.as_str();
        let list = match problem.fault {
            Fault::UnknownLevel => "levels",
            Fault::UnknownKind if path.starts_with("$.ties") => "tie_kinds",
            Fault::UnknownKind => "actor_kinds",
            Fault::LooseReference if path.contains("evidence") || path.ends_with("source") => "sources",
            Fault::Dangling if path.ends_with("raised_in") => "consultations",
            Fault::Dangling | Fault::LooseReference => "actors",
            _ => return None,
        };
        Some((list, problem.found.clone()?))
    };
    problems.iter().filter_map(target).collect()
}

/// Words of sets in no order, so that two elements can be compared.
pub fn unordered(mut element: Value) -> Value {
    fn walk(key: &str, value: &mut Value) {
        match value {
            Value::Array(items) if SETS.contains(&key) || key == "hidden_classes" => {
                items.sort_by_key(ToString::to_string);
            }
            Value::Object(object) if key != "fields" => {
                object.iter_mut().for_each(|(key, value)| walk(&key.clone(), value));
            }
            _ => {}
        }
    }
    walk("", &mut element);
    element
}

/// Whether two lists of elements say the same. What is on no map any more has kept the free id that it was given meanwhile,
/// for its own means something else now: that is not known here, but it is no id of the map.
pub fn is_like(found: &[Value], expected: &[Value]) -> bool {
    let is_one = |(found, expected): (&Value, &Value)| found == expected || is_like_one(found, expected);
    found.len() == expected.len() && found.iter().zip(expected).all(is_one)
}

fn is_like_one(found: &Value, expected: &Value) -> bool {
    match (found, expected) {
        (Value::String(found), Value::String(expected)) => {
            let (found, expected): (Vec<_>, Vec<_>) =
                (found.split(':').collect(), expected.split(':').collect());
            let is_like =
                |(found, expected): (&&str, &&str)| found == expected || expected.starts_with("stand-in-");
            found.len() == expected.len() && found.iter().zip(&expected).all(is_like)
        }
        (Value::Array(found), Value::Array(expected)) => {
            // In whatever order.
            let is_taken = |found: &Value| expected.iter().any(|expected| is_like_one(found, expected));
            found.len() == expected.len() && found.iter().all(is_taken)
        }
        (Value::Object(found), Value::Object(expected)) => {
            let is_like = |(key, value): (&String, &Value)| {
                expected.get(key).is_some_and(|expected| is_like_one(value, expected))
            };
            found.len() == expected.len() && found.iter().all(is_like)
        }
        (found, expected) => found == expected,
    }
}

/// Whether the element of that id on one of the sides is, under another id, on the base or on the other side.
pub fn is_known_otherwise(base: &Map, sides: [&Map; 2], list: &str, id: &str) -> bool {
    let is_it = |one: &Value, other: &Value| {
        identity::content(one) == identity::content(other) || identity::is_same(list, one, other)
    };
    let all: Vec<Value> = [base, sides[0], sides[1]]
        .iter()
        .flat_map(|map| elements(&json_of(map), list).into_values())
        .collect();
    let of_id = all.iter().filter(|item| item["id"] == id);
    of_id.into_iter().any(|item| all.iter().any(|other| other["id"] != id && is_it(item, other)))
}
