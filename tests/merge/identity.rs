//! Which elements are the same, slowly and from the definition, on the JSON of three maps: every lookup a search.

use std::collections::BTreeMap;

use jisr::model::fold;
use serde_json::{Value, json};

use super::oracle::usual;

/// What is referred to comes first.
pub const ORDER: [&str; 13] = [
    "sources",
    "levels",
    "actor_kinds",
    "tie_kinds",
    "actors",
    "ties",
    "partnerships",
    "consultations",
    "concerns",
    "expected_voices",
    "instruments",
    "views",
    "comments",
];

/// Where ids stand, list by list: `*` is every item of a list, `+` every key of an object.
const PLACES: &[(&str, &[&str])] = &[
    ("sources", &["sources/*/id", "actors/*/evidence/*", "ties/*/evidence/*", "consultations/*/evidence/*"]),
    ("sources", &["concerns/*/evidence/*", "expected_voices/*/source"]),
    ("levels", &["levels/*/id", "actors/*/level", "actor_kinds/*/level"]),
    ("actor_kinds", &["actor_kinds/*/id", "actors/*/kind", "expected_voices/*/kinds/*"]),
    ("tie_kinds", &["tie_kinds/*/id", "ties/*/kind"]),
    ("actors", &["actors/*/id", "ties/*/from", "ties/*/to", "partnerships/*/actor"]),
    ("actors", &["partnerships/*/anchored_in", "partnerships/*/members/*/actor"]),
    ("actors", &["consultations/*/participants/*", "concerns/*/raised_by/*", "concerns/*/fed_back/to/*"]),
    ("actors", &["concerns/*/transmissions/*/from", "concerns/*/transmissions/*/to"]),
    ("actors", &["concerns/*/response/by", "story/*/focus/*", "layout/*/+"]),
    ("ties", &["ties/*/id"]),
    ("partnerships", &["partnerships/*/id"]),
    ("consultations", &["consultations/*/id", "concerns/*/raised_in"]),
    ("concerns", &["concerns/*/id"]),
    ("expected_voices", &["expected_voices/*/id"]),
    ("sources", &["partnerships/*/members/*/evidence/*", "concerns/*/transmissions/*/evidence/*"]),
    (
        "sources",
        &["concerns/*/response/evidence/*", "concerns/*/fed_back/evidence/*", "instruments/*/evidence/*"],
    ),
    ("levels", &["views/*/filter/levels/*"]),
    ("actor_kinds", &["views/*/filter/kinds/*"]),
    ("partnerships", &["views/*/filter/partnerships/*"]),
    ("concerns", &["views/*/concern"]),
    (
        "actors",
        &["concerns/*/about/*", "concerns/*/addressed_to/*", "instruments/*/covers/*", "not_same/*/*"],
    ),
    ("actors", &["views/*/centre", "views/*/focus/*", "places/*/+"]),
    ("instruments", &["instruments/*/id"]),
    ("views", &["views/*/id", "story/*/show"]),
    ("comments", &["comments/*/id"]),
];

/// What comments may be about, by what they say first.
const ABOUT: &[(&str, &str)] = &[
    ("actors", "actor:"),
    ("ties", "tie:"),
    ("partnerships", "partnership:"),
    ("consultations", "consultation:"),
    ("concerns", "concern:"),
    ("expected_voices", "expected-voice:"),
    ("actors", "finding:single-gatekeeper:"),
];

fn rename_about(about: &str, list: &str, names: &Names) -> String {
    for (_, prefix) in ABOUT.iter().filter(|(of, _)| *of == list) {
        if let Some(name) = about.strip_prefix(prefix).and_then(|id| names.get(id)) {
            return format!("{prefix}{name}");
        }
    }
    let Some(ids) = about.strip_prefix("finding:unmapped-transmission:") else { return about.to_owned() };
    let lists = ["concerns", "actors", "actors"];
    let name = |(place, id): (usize, &str)| match names.get(id) {
        Some(name) if lists[place] == list => name.clone(),
        _ => id.to_owned(),
    };
    let ids: Vec<String> = ids.split(':').enumerate().map(name).collect();
    format!("finding:unmapped-transmission:{}", ids.join(":"))
}

/// All texts at a place.
pub fn texts_at(value: &Value, path: &[&str]) -> Vec<String> {
    match (path, value) {
        ([], Value::String(text)) => vec![text.clone()],
        (["*", rest @ ..], Value::Array(items)) => {
            items.iter().flat_map(|item| texts_at(item, rest)).collect()
        }
        ([key, rest @ ..], Value::Object(object)) => {
            object.get(*key).map(|inner| texts_at(inner, rest)).unwrap_or_default()
        }
        _ => Vec::new(),
    }
}

pub type Names = BTreeMap<String, String>;

/// Renames elements of a list, and all references to them.
pub fn rename(map: &mut Value, list: &str, names: &Names) {
    for place in PLACES.iter().filter(|(of, _)| *of == list).flat_map(|(_, places)| *places) {
        rename_at(map, &place.split('/').collect::<Vec<_>>(), names);
    }
    for comment in map["comments"].as_array_mut().into_iter().flatten() {
        if let Some(about) = comment["about"].as_str().map(str::to_owned) {
            comment["about"] = json!(rename_about(&about, list, names));
        }
    }
}

fn rename_at(value: &mut Value, path: &[&str], names: &Names) {
    match (path, &mut *value) {
        ([], Value::String(id)) => {
            if let Some(name) = names.get(id) {
                name.clone_into(id);
            }
        }
        (["*", rest @ ..], Value::Array(items)) => {
            for item in items {
                rename_at(item, rest, names);
            }
        }
        (["*", rest @ ..], Value::Object(object)) => {
            for item in object.values_mut() {
                rename_at(item, rest, names);
            }
        }
        (["+"], Value::Object(object)) => {
            let name = |id: String| names.get(&id).cloned().unwrap_or(id);
            *object = std::mem::take(object).into_iter().map(|(id, value)| (name(id), value)).collect();
        }
        ([key, rest @ ..], Value::Object(object)) => {
            if let Some(inner) = object.get_mut(*key) {
                rename_at(inner, rest, names);
            }
        }
        _ => {}
    }
}

/// An element of theirs that gets an id of its own.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Apart {
    pub list: &'static str,
    pub was: String,
    /// A name that stands for whatever free id it gets.
    pub stand_in: String,
}

/// Whether each id means the same on all of the maps, so that nothing is renamed whichever side is ours.
pub fn ids_agree([base, ours, theirs]: [&Value; 3]) -> bool {
    let is_left = |side: &Value, other: &Value| {
        let (maps, _) = align([base, side, other]);
        maps[0] == *base && maps[2] == *other
    };
    is_left(ours, theirs) && is_left(theirs, ours)
}

/// The base and theirs with ids that mean the same as with us, and what of theirs is kept apart.
pub fn align([base, ours, theirs]: [&Value; 3]) -> ([Value; 3], Vec<Apart>) {
    let mut maps = [base.clone(), ours.clone(), theirs.clone()];
    let mut all_apart = Vec::new();
    for list in ORDER {
        let items = [0, 1, 2].map(|side| maps[side][list].as_array().cloned().unwrap_or_default());
        let known: Vec<&str> = match (list, items[0].is_empty()) {
            ("levels", true) => usual().into_keys().collect(),
            _ => Vec::new(),
        };
        let (of_base, of_theirs, apart) = align_list(list, &items, &known);
        rename(&mut maps[0], list, &of_base);
        rename(&mut maps[2], list, &of_theirs);
        all_apart.extend(apart);
    }
    (maps, all_apart)
}

fn align_list(list: &'static str, items: &[Vec<Value>; 3], known: &[&str]) -> (Names, Names, Vec<Apart>) {
    let [base, ours, theirs] = items;
    let (mut with_us, mut with_them) = (side(list, base, ours, theirs), side(list, base, theirs, ours));
    if list == "ties" {
        for at in 0..base.len() {
            if let (Some(our), Some(their)) = (with_us[at], with_them[at]) {
                let three = [&base[at], &ours[our], &theirs[their]];
                let differ = |a: usize, b: usize| !is_same(list, three[a], three[b]);
                if differ(0, 1) && differ(0, 2) && differ(1, 2) {
                    (with_us[at], with_them[at]) = (None, None);
                }
            }
        }
    }
    let new = |items: &[Value], of_base: &[Option<usize>]| -> Vec<usize> {
        (0..items.len()).filter(|at| !of_base.contains(&Some(*at))).collect()
    };
    let mut new_ours = new(ours, &with_us);
    let new_theirs = new(theirs, &with_them);
    // What both have added: of one id, or else equal.
    let mut added: BTreeMap<usize, usize> = BTreeMap::new();
    for at in &new_theirs {
        let with_us = |our: &usize| {
            let is_one = || is_same(list, &ours[*our], &theirs[*at]) || known.contains(&id(&theirs[*at]));
            id(&ours[*our]) == id(&theirs[*at]) && is_one()
        };
        if let Some(our) = new_ours.iter().position(with_us) {
            added.insert(*at, new_ours.remove(our));
        }
    }
    let is_ours = |wanted: &str| ours.iter().any(|item| id(item) == wanted);
    for at in &new_theirs {
        if added.contains_key(at) || !is_ours(id(&theirs[*at])) {
            continue;
        }
        let is_equal = |our: &usize| content(&ours[*our]) == content(&theirs[*at]);
        if let Some(our) = new_ours.iter().position(is_equal) {
            added.insert(*at, new_ours.remove(our));
        }
    }
    // The names.
    let (mut of_base, mut of_theirs, mut apart) = (Names::new(), Names::new(), Vec::new());
    let mut used: Vec<String> = ours.iter().map(|item| id(item).to_owned()).collect();
    let stand_in = |number: usize| format!("stand-in-{list}-{number}").replace('_', "-");
    for at in 0..base.len() {
        let was = id(&base[at]).to_owned();
        let is_taken = used.contains(&was);
        let now = match with_us[at] {
            Some(our) => id(&ours[our]).to_owned(),
            None if is_taken => stand_in(at),
            None => was.clone(),
        };
        if let Some(their) = with_them[at] {
            if with_us[at].is_none() && is_taken {
                apart.push(Apart { list, was: id(&theirs[their]).to_owned(), stand_in: now.clone() });
            }
            of_theirs.insert(id(&theirs[their]).to_owned(), now.clone());
        }
        used.push(now.clone());
        of_base.insert(was, now);
    }
    for at in new_theirs {
        let was = id(&theirs[at]).to_owned();
        let now = match added.get(&at) {
            Some(our) => id(&ours[*our]).to_owned(),
            None if used.contains(&was) => {
                let stand_in = stand_in(base.len() + at);
                apart.push(Apart { list, was: was.clone(), stand_in: stand_in.clone() });
                stand_in
            }
            None => was.clone(),
        };
        used.push(now.clone());
        of_theirs.insert(was, now);
    }
    (of_base, of_theirs, apart)
}

/// What each item of the base is on a side.
fn side(list: &str, base: &[Value], side: &[Value], other: &[Value]) -> Vec<Option<usize>> {
    let mut of_base: Vec<Option<usize>> = vec![None; base.len()];
    let by_id = |item: &Value| side.iter().position(|other| id(other) == id(item));
    for (at, item) in base.iter().enumerate() {
        of_base[at] = by_id(item).filter(|place| is_same(list, item, &side[*place]));
    }
    let astray: Vec<usize> = (0..base.len()).filter(|at| of_base[*at].is_none()).collect();
    let fresh = |of_base: &[Option<usize>]| -> Vec<usize> {
        (0..side.len()).filter(|at| !of_base.contains(&Some(*at))).collect()
    };
    for at in &astray {
        let free = fresh(&of_base);
        let equal = free.iter().copied().find(|place| content(&side[*place]) == content(&base[*at]));
        let same = || {
            // By the first of its names that somebody has.
            let of_name = |name: &String| {
                let is_fresh = |place: &usize| !base.iter().any(|item| id(item) == id(&side[*place]));
                let is_named = |place: &usize| identities(list, &side[*place]).contains(name);
                free.iter().copied().find(|place| is_fresh(place) && is_named(place))
            };
            identities(list, &base[*at]).iter().find_map(of_name)
        };
        of_base[*at] = match by_id(&base[*at]) {
            Some(_) => equal.or_else(same),
            None => equal.filter(|_| other.iter().any(|item| id(item) == id(&base[*at]))),
        };
    }
    for at in astray {
        if of_base[at].is_none() {
            let free = fresh(&of_base);
            let there = by_id(&base[at]).filter(|place| free.contains(place));
            let is_there_too = other.iter().any(|item| id(item) == id(&base[at]));
            of_base[at] = there.filter(|place| !is_there_too || !is_replaced(list, &base[at], &side[*place]));
        }
    }
    of_base
}

fn id(item: &Value) -> &str {
    item["id"].as_str().unwrap()
}

pub fn content(item: &Value) -> Value {
    let mut item = item.clone();
    item["id"] = json!("");
    item
}

fn texts(value: &Value) -> Vec<String> {
    let all: Vec<&str> = match value {
        Value::String(text) => vec![text],
        Value::Object(texts) => texts.values().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    all.into_iter().map(fold).filter(|text| !text.is_empty()).collect()
}

fn names(actor: &Value) -> Vec<String> {
    let aliases = actor["aliases"].as_array().cloned().unwrap_or_default();
    texts(&actor["name"]).into_iter().chain(aliases.iter().flat_map(texts)).collect()
}

fn identities(list: &str, item: &Value) -> Vec<String> {
    let read = |key: &str| texts(&item[key]);
    match list {
        "actors" => {
            names(item).iter().map(|name| format!("{}\t{}\t{name}", item["kind"], item["level"])).collect()
        }
        "ties" => vec![format!("{}\t{}\t{}", item["from"], item["kind"], item["to"])],
        "sources" => read("citation"),
        "concerns" | "comments" => read("text"),
        "expected_voices" => read("label"),
        "consultations" => match (read("title"), &item["date"]) {
            (names, Value::Null) => names,
            (names, date) if names.is_empty() => {
                vec![format!("{}\t{date}\t{}", item["kind"], texts(&item["place"]).join(" "))]
            }
            (names, _) => names,
        },
        "partnerships" => match (read("name"), item["actor"].as_str()) {
            (names, Some(actor)) if names.is_empty() => vec![actor.to_owned()],
            (names, _) => names,
        },
        _ => read("name"),
    }
}

pub fn is_same(list: &str, one: &Value, other: &Value) -> bool {
    let known = identities(list, one);
    one == other || identities(list, other).iter().any(|name| known.contains(name))
}

fn is_replaced(list: &str, before: &Value, after: &Value) -> bool {
    match list {
        "ties" => {
            let kept = ["from", "kind", "to"].iter().filter(|key| before[**key] == after[**key]).count();
            let is_turned = before["from"] == after["to"] && before["to"] == after["from"];
            kept < 2 && !(is_turned && before["kind"] == after["kind"])
        }
        "actors" => {
            let known = names(before);
            before["kind"] != after["kind"]
                && before["level"] != after["level"]
                && !names(after).iter().any(|name| known.contains(name))
        }
        _ => {
            // A name that has to be there and is in no language says nothing.
            let said = |item: &Value| -> BTreeMap<String, Value> {
                let keys = item.as_object().unwrap().clone().into_iter();
                keys.filter(|(_, value)| *value != json!({}) && *value != json!("")).collect()
            };
            let (before_keys, after_keys) = (said(before), said(after));
            let is_kept = |(key, value): (&String, &Value)| key != "id" && after_keys.get(key) == Some(value);
            !is_same(list, before, after)
                && before_keys.len().min(after_keys.len()) > 3
                && !before_keys.iter().any(is_kept)
        }
    }
}
