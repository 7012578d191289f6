//! The JSON Schema of a map, from the very keys that are read and written.

use schemars::generate::SchemaSettings;
use serde_json::{Value as Json, json};

use super::VERSION;
use super::record::{Record as _, Shape, or_null};
use super::value::{AnyObject, Value as _};
use crate::model::edit::Header;
use crate::model::{
    Actor, ActorKind, Comment, Concern, Consultation, ExpectedVoice, Instrument, Layout, Level, NotSame,
    Partnership, SavedView, Source, Step, Tie, TieKind,
};

/// The JSON Schema (draft 2020-12) of a `.jisr` file.
///
/// It says what a schema can say: keys, types, vocabularies. That references lead somewhere, and ids are unique, is for
/// [`validate`](crate::model::validate).
pub fn schema() -> Json {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let mut shape = Shape::of(&mut generator);
    Header::blank().fields(&mut shape);
    let Shape { mut properties, mut required, .. } = shape;
    required.insert(0, Json::from("jisr"));
    properties
        .insert("jisr".to_owned(), json!({"const": VERSION, "description": "The version of the format."}));
    let lists = [
        ("sources", "Where its statements come from.", Vec::<Source>::schema(&mut generator)),
        ("actors", "Who is there.", Vec::<Actor>::schema(&mut generator)),
        ("ties", "Who is tied to whom, and how.", Vec::<Tie>::schema(&mut generator)),
        ("partnerships", "Partnerships.", Vec::<Partnership>::schema(&mut generator)),
        ("consultations", "Who was asked, when and how.", Vec::<Consultation>::schema(&mut generator)),
        ("concerns", "What was raised, and how it travelled.", Vec::<Concern>::schema(&mut generator)),
        ("expected_voices", "Who should be here.", Vec::<ExpectedVoice>::schema(&mut generator)),
        ("instruments", "Laws and the like.", Vec::<Instrument>::schema(&mut generator)),
        ("views", "Ways to look at it, under a name.", Vec::<SavedView>::schema(&mut generator)),
        ("story", "The steps in which the map is told.", Vec::<Step>::schema(&mut generator)),
        ("comments", "What people said of its parts.", Vec::<Comment>::schema(&mut generator)),
        ("levels", "The map's own ladder, bottom first.", Vec::<Level>::schema(&mut generator)),
        ("actor_kinds", "Kinds of actor that this map adds.", Vec::<ActorKind>::schema(&mut generator)),
        ("tie_kinds", "Kinds of tie that this map adds.", Vec::<TieKind>::schema(&mut generator)),
        ("not_same", "Pairs of actors that are two.", Vec::<NotSame>::schema(&mut generator)),
        ("layout", "Where people have put the actors.", Layout::schema(&mut generator)),
        ("places", "Where the program last drew the actors.", Layout::schema(&mut generator)),
        ("mappings", "How tables of others were read, by name.", AnyObject::schema(&mut generator)),
    ];
    for (key, meaning, schema) in lists {
        properties.insert(key.to_owned(), or_null(&schema, meaning));
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Jisr map",
        "description": "A map of the actors of community safety, version 1. Keys that are not named here are kept.",
        "type": "object",
        "properties": properties,
        "required": required,
        "$defs": generator.take_definitions(true),
    })
}
