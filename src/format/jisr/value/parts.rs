//! Values with a shape of their own: positions of actors, heads by group, pairs, what a comment is about.

use std::collections::BTreeMap;

use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::{Map as Object, Value as Json};

use super::super::reader::Reader;
use super::Value;
use crate::model::terms::{Term as _, View};
use crate::model::{About, ActorId, Attended, Bag, Fault, Id as _, Layout, NotSame, Position};

impl Value for Layout {
    fn read(json: Json, reader: &mut Reader) -> Option<Self> {
        let Json::Object(object) = json else { return reader.wrong(Fault::NotAnObject, &json) };
        let mut layout = Self::default();
        for (key, value) in object {
            let Some(view) = View::from_id(&key) else {
                layout.extra.insert(key, value);
                continue;
            };
            let places = reader.at_key(&key, |reader| match value {
                Json::Null => None,
                Json::Object(places) => Some(places_of(places, reader)),
                other => reader.wrong(Fault::NotAnObject, &other),
            });
            if let Some(places) = places.filter(|places| !places.is_empty()) {
                layout.places.insert(view, places);
            }
        }
        Some(layout)
    }

    fn write(&self) -> Json {
        let view = |(view, places): (&View, &BTreeMap<ActorId, Position>)| {
            let place =
                |(actor, at): (&ActorId, &Position)| (actor.to_string(), Json::from(vec![at.x, at.y]));
            (view.id().to_owned(), Json::Object(places.iter().map(place).collect()))
        };
        let mut object: Object<String, Json> = self.places.iter().map(view).collect();
        object.extend(Object::from(self.extra.clone()));
        Json::Object(object)
    }

    fn is_default(&self) -> bool {
        *self == Self::default()
    }

    fn schema(_: &mut SchemaGenerator) -> Schema {
        let position = json_schema!({
            "type": ["array", "null"], "items": {"type": "number"}, "minItems": 2, "maxItems": 2
        });
        let places = json_schema!({"type": ["object", "null"], "additionalProperties": position});
        let views: Object<String, Json> =
            View::ALL.iter().map(|view| (view.id().to_owned(), places.clone().to_value())).collect();
        json_schema!({
            "type": "object",
            "description": "View by view, actor by actor, [x, y].",
            "properties": views
        })
    }
}

fn places_of(places: Object<String, Json>, reader: &mut Reader) -> BTreeMap<ActorId, Position> {
    let mut read = BTreeMap::new();
    for (actor, place) in places.into_iter().filter(|(_, place)| !place.is_null()) {
        let number = |json: &Json| json.as_f64().filter(|number| number.is_finite());
        let position = match place.as_array().map(Vec::as_slice) {
            Some([x, y]) => number(x).zip(number(y)),
            _ => None,
        };
        if let Some((x, y)) = position {
            read.insert(ActorId::new(&actor), Position { x, y });
        } else {
            reader.at_key(&actor, |reader| reader.wrong::<()>(Fault::NotAPosition, &place));
        }
    }
    read
}

/// Groups, and how many heads of each.
impl Value for Attended {
    fn read(json: Json, reader: &mut Reader) -> Option<Self> {
        let Json::Object(groups) = json else { return reader.wrong(Fault::NotAnObject, &json) };
        let read = |(group, heads): (String, Json)| {
            let heads = reader.at_key(&group, |reader| u64::read(heads, reader))?;
            Some((group, heads))
        };
        Some(groups.into_iter().filter(|(_, heads)| !heads.is_null()).filter_map(read).collect())
    }

    fn write(&self) -> Json {
        Json::Object(self.iter().map(|(group, heads)| (group.to_owned(), Json::from(heads))).collect())
    }

    fn is_default(&self) -> bool {
        self.is_empty()
    }

    fn schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "object", "additionalProperties": {"type": ["integer", "null"], "minimum": 0}})
    }
}

impl Value for NotSame {
    fn read(json: Json, reader: &mut Reader) -> Option<Self> {
        let id = |json: &Json| json.as_str().filter(|id| !id.is_empty()).map(ActorId::new);
        let pair = match json.as_array().map(Vec::as_slice) {
            Some([one, other]) => id(one).zip(id(other)),
            _ => None,
        };
        match pair {
            Some((one, other)) => Some(Self(one, other)),
            None => reader.wrong(Fault::NotAPair, &json),
        }
    }

    fn write(&self) -> Json {
        Json::from(vec![self.0.as_str(), self.1.as_str()])
    }

    fn schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "array", "items": {"type": "string", "minLength": 1}, "minItems": 2, "maxItems": 2
        })
    }
}

impl Value for About {
    fn read(json: Json, reader: &mut Reader) -> Option<Self> {
        String::read(json, reader).map(|text| Self::read(&text))
    }

    fn write(&self) -> Json {
        Json::from(self.to_string())
    }

    fn is_default(&self) -> bool {
        *self == Self::Map
    }

    fn schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "string"})
    }
}

/// An object of whatever others put into it.
#[derive(Clone, Default)]
pub struct AnyObject(pub Bag);

impl Value for AnyObject {
    fn read(json: Json, reader: &mut Reader) -> Option<Self> {
        let Json::Object(object) = json else { return reader.wrong(Fault::NotAnObject, &json) };
        let bag = Bag::from(object);
        reader.keep(&bag);
        Some(Self(bag))
    }

    fn write(&self) -> Json {
        Json::Object(self.0.clone().into())
    }

    fn is_default(&self) -> bool {
        self.0.is_empty()
    }

    fn schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "object"})
    }
}
