//! Records: the parts of a map that are objects in the file. What their keys are is said in `records.rs`; how keys are
//! read, written and described is said here, once for all of them.

use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::{Map as Object, Value as Json, json};

use super::reader::Reader;
use super::value::{Value, named};
use crate::model::{Bag, Fault, Id, is_valid_id, slug};

/// Something that goes past the keys of a record.
pub trait Fields {
    /// The key `id`, by which others refer to this record.
    fn id<T: Id + Value>(&mut self, meaning: &'static str, slot: &mut T);
    /// A key that has to be there, what it means, and the field that holds it.
    fn required<T: Value>(&mut self, key: &'static str, meaning: &'static str, slot: &mut T);
    /// A key that may be absent, what it means, and the field that holds it.
    fn optional<T: Value>(&mut self, key: &'static str, meaning: &'static str, slot: &mut T);
    /// The keys that are not among the fields.
    fn rest(&mut self, extra: &mut Bag);
}

/// A part of a map that is an object in the file.
pub trait Record: Clone {
    /// What it is called in the schema.
    const NAME: &'static str;
    /// One of which nothing is known, to be filled in.
    fn blank() -> Self;
    /// Walks its keys, in the order of the file.
    fn fields(&mut self, f: &mut impl Fields);
}

impl<R: Record> Record for Box<R> {
    const NAME: &'static str = R::NAME;

    fn blank() -> Self {
        Self::new(R::blank())
    }

    fn fields(&mut self, f: &mut impl Fields) {
        R::fields(self, f);
    }
}

impl<R: Record> Value for R {
    fn read(json: Json, reader: &mut Reader) -> Option<Self> {
        match json {
            Json::Object(object) => Some(read_record(object, reader)),
            other => reader.wrong(Fault::NotAnObject, &other),
        }
    }

    fn write(&self) -> Json {
        Json::Object(write_record(self.clone()))
    }

    fn is_default(&self) -> bool {
        write_record(self.clone()).is_empty()
    }

    fn schema(generator: &mut SchemaGenerator) -> Schema {
        record_schema::<R>(generator)
    }
}

/// Reads a record from its object.
fn read_record<R: Record>(object: Object<String, Json>, reader: &mut Reader) -> R {
    let mut record = R::blank();
    record.fields(&mut FromObject { object, reader });
    record
}

/// Fills the fields of a record from an object.
pub struct FromObject<'r> {
    /// What has not been taken yet.
    pub object: Object<String, Json>,
    /// To be told what is wrong.
    pub reader: &'r mut Reader,
}

/// What became of a key.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Taken {
    Absent,
    Wrong,
    Read,
}

impl FromObject<'_> {
    /// Reads the value of a key into its field.
    fn take<T: Value>(&mut self, key: &'static str, slot: &mut T) -> Taken {
        // `shift_remove` keeps the order of the keys that remain, which are the unknown ones.
        let Some(json) = self.object.shift_remove(key).filter(|json| !json.is_null()) else {
            return Taken::Absent;
        };
        match self.reader.at_key(key, |reader| T::read(json, reader)) {
            None => Taken::Wrong,
            Some(value) => {
                *slot = value;
                Taken::Read
            }
        }
    }

    /// Notes that a key is not there.
    pub fn missing(&mut self, key: &'static str) {
        self.reader.problem(self.reader.here().key(key).fault(Fault::Missing));
    }
}

impl Fields for FromObject<'_> {
    fn id<T: Id + Value>(&mut self, _: &'static str, slot: &mut T) {
        match self.take("id", slot) {
            Taken::Absent => self.missing("id"),
            Taken::Read if !is_valid_id(slot.as_str()) => {
                let problem = self.reader.here().key("id").fault(Fault::NotAnId).found(slot.as_str());
                self.reader.problem(problem.nearest(slug(slot.as_str())));
            }
            Taken::Read | Taken::Wrong => {}
        }
    }

    fn required<T: Value>(&mut self, key: &'static str, _: &'static str, slot: &mut T) {
        if self.take(key, slot) == Taken::Absent {
            self.missing(key);
        }
    }

    fn optional<T: Value>(&mut self, key: &'static str, _: &'static str, slot: &mut T) {
        self.take(key, slot);
    }

    fn rest(&mut self, extra: &mut Bag) {
        *extra = std::mem::take(&mut self.object).into();
        self.reader.keep(extra);
    }
}

/// The object of a record.
pub fn write_record(mut record: impl Record) -> Object<String, Json> {
    let mut writer = Writer::default();
    record.fields(&mut writer);
    writer.object
}

/// Takes the fields out of a record that nobody needs any more.
#[derive(Default)]
struct Writer {
    object: Object<String, Json>,
}

impl Writer {
    fn put(&mut self, key: &str, slot: &impl Value) {
        self.object.insert(key.to_owned(), slot.write());
    }
}

impl Fields for Writer {
    fn id<T: Id + Value>(&mut self, _: &'static str, slot: &mut T) {
        self.put("id", slot);
    }

    fn required<T: Value>(&mut self, key: &'static str, _: &'static str, slot: &mut T) {
        self.put(key, slot);
    }

    fn optional<T: Value>(&mut self, key: &'static str, _: &'static str, slot: &mut T) {
        if !slot.is_default() {
            self.put(key, slot);
        }
    }

    fn rest(&mut self, extra: &mut Bag) {
        self.object.extend(Object::from(std::mem::take(extra)));
    }
}

/// The schema of a record, once among the definitions.
fn record_schema<R: Record>(generator: &mut SchemaGenerator) -> Schema {
    named(generator, R::NAME, |generator| {
        let mut shape = Shape::of(generator);
        R::blank().fields(&mut shape);
        let Shape { properties, required, .. } = shape;
        json_schema!({"type": "object", "properties": properties, "required": required})
    })
}

/// Looks at the fields of a record, and notes what they hold.
pub struct Shape<'g> {
    generator: &'g mut SchemaGenerator,
    /// Key by key.
    pub properties: Object<String, Json>,
    /// The keys that have to be there.
    pub required: Vec<Json>,
}

impl<'g> Shape<'g> {
    /// Of no field yet.
    pub fn of(generator: &'g mut SchemaGenerator) -> Self {
        Self { generator, properties: Object::new(), required: Vec::new() }
    }
}

impl Fields for Shape<'_> {
    fn id<T: Id + Value>(&mut self, meaning: &'static str, _: &mut T) {
        let schema = json!({"type": "string", "pattern": "^[a-z0-9][a-z0-9-]*$", "description": meaning});
        self.properties.insert("id".to_owned(), schema);
        self.required.push(Json::from("id"));
    }

    fn required<T: Value>(&mut self, key: &'static str, meaning: &'static str, _: &mut T) {
        let mut schema = T::schema(self.generator);
        schema.insert("description".to_owned(), Json::from(meaning));
        self.properties.insert(key.to_owned(), schema.to_value());
        self.required.push(Json::from(key));
    }

    fn optional<T: Value>(&mut self, key: &'static str, meaning: &'static str, _: &mut T) {
        let schema = T::schema(self.generator);
        self.properties.insert(key.to_owned(), or_null(&schema, meaning));
    }

    fn rest(&mut self, _: &mut Bag) {}
}

/// Null means absent.
pub fn or_null(schema: &Schema, meaning: &str) -> Json {
    json!({"description": meaning, "anyOf": [schema, {"type": "null"}]})
}
