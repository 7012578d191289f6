//! References under keys that this version keeps without reading them: they follow all the same when something gets another
//! id, or else a comment on one tie would be a comment on another one.

use serde_json::{Map as Object, Value as Json};

use super::conflict::Part;
use super::renaming::Names;
use crate::model::{Bag, Map};

/// Where ids stand under the keys of a map that its format has room for: `*` is every item, `+` every key.
const OF_MAP: [(Part, &str); 11] = [
    (Part::Actors, "views/*/centre"),
    (Part::Actors, "views/*/focus/*"),
    (Part::Concerns, "views/*/concern"),
    (Part::Levels, "views/*/filter/levels/*"),
    (Part::ActorKinds, "views/*/filter/kinds/*"),
    (Part::TieKinds, "views/*/filter/kinds/*"),
    (Part::Partnerships, "views/*/filter/partnerships/*"),
    (Part::Actors, "places/*/+"),
    (Part::Actors, "not_same/*/*"),
    (Part::Actors, "instruments/*/covers/*"),
    (Part::Sources, "instruments/*/evidence/*"),
];

/// What a comment is about begins with what it is.
const ABOUT: [(Part, &str); 6] = [
    (Part::Actors, "actor:"),
    (Part::Ties, "tie:"),
    (Part::Partnerships, "partnership:"),
    (Part::Consultations, "consultation:"),
    (Part::Concerns, "concern:"),
    (Part::ExpectedVoices, "expected-voice:"),
];

/// Renames elements of a part under these keys.
pub(super) fn rename(map: &mut Map, part: Part, names: &Names) {
    for (_, place) in OF_MAP.iter().filter(|(of, _)| *of == part) {
        put(&mut map.extra, place, names);
    }
    if let Some((_, prefix)) = ABOUT.iter().find(|(of, _)| *of == part) {
        let prefixed = |id: &String| format!("{prefix}{id}");
        let names: Names = names.iter().map(|(id, name)| (prefixed(id), prefixed(name))).collect();
        put(&mut map.extra, "comments/*/about", &names);
    }
    if part == Part::Actors {
        put(&mut map.layout.extra, "*/+", names);
        for concern in &mut map.concerns {
            put(&mut concern.extra, "about/*", names);
            put(&mut concern.extra, "addressed_to/*", names);
        }
    }
    if part == Part::Sources {
        let members = map.partnerships.iter_mut().flat_map(|it| &mut it.members).map(|it| &mut it.extra);
        let bags = map.concerns.iter_mut().flat_map(|concern| {
            let passed_on = concern.transmissions.iter_mut().map(|step| &mut step.extra);
            let response = concern.response.iter_mut().map(|response| &mut response.extra);
            passed_on.chain(response).chain(concern.fed_back.iter_mut().map(|it| &mut it.extra))
        });
        members.chain(bags).for_each(|bag| put(bag, "evidence/*", names));
    }
}

fn put(bag: &mut Bag, place: &str, names: &Names) {
    let path: Vec<&str> = place.split('/').collect();
    if bag.is_empty() || path.first().is_some_and(|key| *key != "*" && bag.get(key).is_none()) {
        return;
    }
    let mut whole = Json::Object(std::mem::take(bag).into());
    put_at(&mut whole, &path, names);
    if let Json::Object(whole) = whole {
        *bag = whole.into();
    }
}

fn put_at(value: &mut Json, path: &[&str], names: &Names) {
    match (path, value) {
        ([], Json::String(id)) => {
            if let Some(name) = names.get(id.as_str()) {
                name.clone_into(id);
            }
        }
        (["+"], Json::Object(object)) => {
            let name = |id: String| names.get(&id).cloned().unwrap_or(id);
            let renamed: Object<String, Json> =
                std::mem::take(object).into_iter().map(|(id, value)| (name(id), value)).collect();
            *object = renamed;
        }
        (["*", rest @ ..], Json::Array(items)) => {
            for item in items {
                put_at(item, rest, names);
            }
        }
        (["*", rest @ ..], Json::Object(object)) => {
            for item in object.values_mut() {
                put_at(item, rest, names);
            }
        }
        ([key, rest @ ..], Json::Object(object)) => {
            if let Some(inner) = object.get_mut(*key) {
                put_at(inner, rest, names);
            }
        }
        _ => {}
    }
}
