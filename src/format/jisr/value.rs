//! The values that a key can hold: how each is read, written, and described.

mod parts;

use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::Value as Json;

use super::reader::{Reader, shown};
use crate::model::terms::{
    Agreement, Confidence, Consent, ConsultationKind, Formality, Function, InstrumentKind, InstrumentStatus,
    Medium, PhaseState, Principle, Reliability, ResponseStatus, Scale, Sector, Sensitivity, Stance, Status,
    Term, TieClass, Tier, VoiceDirection,
};
use crate::model::{
    ActorId, ActorKindId, Bag, CommentId, ConcernId, ConsultationId, Date, DateError, ExpectedVoiceId, Fault,
    Id, InstrumentId, Language, LevelId, PartnershipId, Rating, SavedViewId, SourceId, Text, TieId,
    TieKindId, closest,
};

pub use parts::AnyObject;

/// Something that a key can hold.
pub trait Value: Clone {
    /// Reads it. `None` where it is not what it should be, which the reader has then been told.
    fn read(json: Json, reader: &mut Reader) -> Option<Self>;
    /// Writes it.
    fn write(&self) -> Json;
    /// Whether a file leaves it out, because its absence means the same.
    fn is_default(&self) -> bool {
        false
    }
    /// Describes it.
    fn schema(generator: &mut SchemaGenerator) -> Schema;
}

impl<T: Value> Value for Option<T> {
    fn read(json: Json, reader: &mut Reader) -> Option<Self> {
        T::read(json, reader).map(Some)
    }

    fn write(&self) -> Json {
        self.as_ref().map_or(Json::Null, T::write)
    }

    fn is_default(&self) -> bool {
        self.is_none()
    }

    fn schema(generator: &mut SchemaGenerator) -> Schema {
        T::schema(generator)
    }
}

impl<T: Value> Value for Vec<T> {
    fn read(json: Json, reader: &mut Reader) -> Option<Self> {
        let Json::Array(items) = json else { return reader.wrong(Fault::NotAList, &json) };
        let read = |(index, item)| reader.at_index(index, |reader| T::read(item, reader));
        Some(items.into_iter().enumerate().filter_map(read).collect())
    }

    fn write(&self) -> Json {
        Json::Array(self.iter().map(T::write).collect())
    }

    fn is_default(&self) -> bool {
        self.is_empty()
    }

    fn schema(generator: &mut SchemaGenerator) -> Schema {
        let item = T::schema(generator);
        json_schema!({"type": "array", "items": item})
    }
}

impl Value for String {
    fn read(json: Json, reader: &mut Reader) -> Option<Self> {
        match json {
            Json::String(text) => Some(text),
            other => reader.wrong(Fault::NotText, &other),
        }
    }

    fn write(&self) -> Json {
        Json::from(self.as_str())
    }

    fn schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "string"})
    }
}

impl Value for bool {
    fn read(json: Json, reader: &mut Reader) -> Option<Self> {
        match json {
            Json::Bool(answer) => Some(answer),
            other => reader.wrong(Fault::NotYesOrNo, &other),
        }
    }

    fn write(&self) -> Json {
        Json::Bool(*self)
    }

    /// Where it may be absent at all, it is no then.
    fn is_default(&self) -> bool {
        !self
    }

    fn schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "boolean"})
    }
}

impl Value for u64 {
    fn read(json: Json, reader: &mut Reader) -> Option<Self> {
        match whole_number(&json) {
            Some(number) => Some(number),
            None => reader.wrong(Fault::NotANumber, &json),
        }
    }

    fn write(&self) -> Json {
        Json::from(*self)
    }

    fn schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "integer", "minimum": 0})
    }
}

/// The whole number that a value is, also where it is written as `3.0`.
pub fn whole_number(json: &Json) -> Option<u64> {
    json.as_u64().or_else(|| {
        let number = json.as_f64()?;
        // Beyond 2⁵³ a number with a point may be any of several whole ones.
        let is_whole = number.fract() == 0.0 && (0.0..9e15).contains(&number);
        is_whole.then(|| format!("{number:.0}").parse().ok()).flatten()
    })
}

impl Value for Text {
    fn read(json: Json, reader: &mut Reader) -> Option<Self> {
        match json {
            Json::String(text) => Some(Self::Plain(text)),
            Json::Object(texts) => {
                let mut read = Vec::with_capacity(texts.len());
                for (tag, text) in texts.into_iter().filter(|(_, text)| !text.is_null()) {
                    if !Language::is_valid(&tag) {
                        reader.problem(reader.here().fault(Fault::NotALanguage).found(&tag));
                    }
                    if let Some(text) = reader.at_key(&tag, |reader| String::read(text, reader)) {
                        read.push((Language::new(&tag), text));
                    }
                }
                Some(Self::ByLanguage(read))
            }
            other => reader.wrong(Fault::NotText, &other),
        }
    }

    fn write(&self) -> Json {
        match self {
            Self::Plain(text) => Json::from(text.as_str()),
            Self::ByLanguage(texts) => Json::Object(
                texts
                    .iter()
                    .map(|(tag, text)| (tag.as_str().to_owned(), Json::from(text.as_str())))
                    .collect(),
            ),
        }
    }

    fn is_default(&self) -> bool {
        *self == Self::default() || *self == Self::ByLanguage(Vec::new())
    }

    fn schema(generator: &mut SchemaGenerator) -> Schema {
        named(generator, "Text", |_| {
            json_schema!({
                "description": "Plain, or once for each language.",
                "anyOf": [
                    {"type": "string"},
                    {
                        "type": "object",
                        "propertyNames": {"pattern": LANGUAGE_PATTERN},
                        "additionalProperties": {"type": ["string", "null"]}
                    }
                ]
            })
        })
    }
}

/// What [`Language::is_valid`] asks of a tag.
const LANGUAGE_PATTERN: &str = "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$";

impl Value for Language {
    fn read(json: Json, reader: &mut Reader) -> Option<Self> {
        let tag = String::read(json, reader)?;
        if !Self::is_valid(&tag) {
            reader.problem(reader.here().fault(Fault::NotALanguage).found(&tag));
        }
        Some(Self::new(&tag))
    }

    fn write(&self) -> Json {
        Json::from(self.as_str())
    }

    fn schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "string", "pattern": LANGUAGE_PATTERN})
    }
}

impl Value for Date {
    fn read(json: Json, reader: &mut Reader) -> Option<Self> {
        // A bare year is often written as a number.
        let text = if json.is_number() { json.to_string() } else { String::read(json, reader)? };
        match text.parse() {
            Ok(date) => Some(date),
            Err(DateError::NotADate) => {
                reader.problem(reader.here().fault(Fault::NotADate).found(&text));
                None
            }
            Err(DateError::Impossible(near)) => {
                let problem = reader.here().fault(Fault::ImpossibleDate).found(&text);
                reader.problem(problem.nearest(Some(near.to_string())));
                None
            }
        }
    }

    fn write(&self) -> Json {
        Json::String(self.to_string())
    }

    fn schema(generator: &mut SchemaGenerator) -> Schema {
        named(generator, "Date", |_| {
            json_schema!({
                "description": "YYYY, YYYY-MM or YYYY-MM-DD.",
                "type": "string",
                "pattern": "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
            })
        })
    }
}

impl Value for Rating {
    fn read(json: Json, reader: &mut Reader) -> Option<Self> {
        let rating = whole_number(&json).and_then(|number| u8::try_from(number).ok()).and_then(Self::new);
        if rating.is_none() {
            // Read from its digits, for a number beyond all machine numbers has a nearest rating as well.
            let number = json.as_number().and_then(|number| number.to_string().parse::<f64>().ok());
            let near = number.map(|number| number.clamp(1.0, 5.0).round().to_string());
            reader.problem(reader.here().fault(Fault::NotARating).found(shown(&json)).nearest(near));
        }
        rating
    }

    fn write(&self) -> Json {
        Json::from(self.get())
    }

    fn schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "integer", "minimum": 1, "maximum": 5})
    }
}

/// The authors' own fields: an object of texts, numbers, yes or no.
impl Value for Bag {
    fn read(json: Json, reader: &mut Reader) -> Option<Self> {
        let Json::Object(object) = json else { return reader.wrong(Fault::NotAnObject, &json) };
        for (key, value) in object.iter().filter(|(_, value)| value.is_object() || value.is_array()) {
            reader.at_key(key, |reader| reader.wrong::<()>(Fault::NotASimpleValue, value));
        }
        let bag = Self::from(object);
        reader.keep(&bag);
        Some(bag)
    }

    fn write(&self) -> Json {
        Json::Object(self.clone().into())
    }

    fn is_default(&self) -> bool {
        self.is_empty()
    }

    fn schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object",
            "additionalProperties": {"type": ["string", "number", "boolean", "null"]}
        })
    }
}

macro_rules! ids {
    ($($name:ident),+) => {$(
        impl Value for $name {
            fn read(json: Json, reader: &mut Reader) -> Option<Self> {
                let text = String::read(json, reader)?;
                if text.is_empty() {
                    reader.problem(reader.here().fault(Fault::NotAnId).found(""));
                    return None;
                }
                Some(Self::new(&text))
            }
            fn write(&self) -> Json {
                Json::from(self.as_str())
            }
            fn schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({"type": "string", "minLength": 1})
            }
        }
    )+};
}

ids!(
    ActorId,
    TieId,
    PartnershipId,
    ConsultationId,
    ConcernId,
    ExpectedVoiceId,
    SourceId,
    CommentId,
    SavedViewId,
    InstrumentId,
    LevelId,
    ActorKindId,
    TieKindId
);

macro_rules! terms {
    ($($name:ident $(= $default:ident)?),+ $(,)?) => {$(
        impl Value for $name {
            fn read(json: Json, reader: &mut Reader) -> Option<Self> {
                let word = String::read(json, reader)?;
                let term = Self::from_id(&word);
                if term.is_none() {
                    let near = closest(&word, Self::ALL.iter().map(|term| term.id()));
                    reader.problem(reader.here().fault(Fault::UnknownWord).found(&word).nearest(near));
                }
                term
            }
            fn write(&self) -> Json {
                Json::from(self.id())
            }
            $(fn is_default(&self) -> bool {
                *self == Self::$default
            })?
            fn schema(generator: &mut SchemaGenerator) -> Schema {
                named(generator, stringify!($name), |_| {
                    let words: Vec<_> = Self::ALL.iter().map(|term| term.id()).collect();
                    json_schema!({"type": "string", "enum": words})
                })
            }
        }
    )+};
}

terms!(
    Agreement,
    Confidence = Reported,
    Consent,
    ConsultationKind,
    Formality,
    Function,
    InstrumentKind,
    InstrumentStatus = InForce,
    Medium,
    PhaseState,
    Principle,
    Reliability,
    ResponseStatus = None,
    Scale,
    Sector,
    Sensitivity = Open,
    Stance,
    Status = Active,
    TieClass,
    Tier,
    VoiceDirection,
);

/// A schema that stands once among the definitions, referred to wherever it is used.
pub fn named(
    generator: &mut SchemaGenerator,
    name: &str,
    schema: impl FnOnce(&mut SchemaGenerator) -> Schema,
) -> Schema {
    if !generator.definitions().contains_key(name) {
        // Taken before its content is made, should that refer to it.
        generator.definitions_mut().insert(name.to_owned(), Json::Bool(true));
        let content = schema(generator).to_value();
        generator.definitions_mut().insert(name.to_owned(), content);
    }
    Schema::new_ref(format!("#/$defs/{name}"))
}
