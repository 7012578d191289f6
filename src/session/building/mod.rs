//! Building a map: from what somebody typed, chose, dropped or pasted to an [`Edit`](crate::model::Edit) with a name, or
//! to the reason why not.
//!
//! Everything here reads a map and gives an edit *for that map*: it names places in its lists, so it is to be applied
//! before anything else is done to it. Nothing here changes a map, and nothing here knows a window.

pub mod add;
pub mod bulk;
pub mod dates;
mod deed;
pub mod duplicate;
pub mod fields;
pub mod guess;
pub mod kinds;
pub mod paste;
pub mod plausible;
pub mod put;
pub mod quick;
pub mod removal;
pub mod sources;
pub mod together;
mod views;
pub mod whole;
mod wording;

use crate::model::{Actor, Id as _, LevelId, Map};
use crate::words::{Words, args};

pub use crate::model::ids;
pub use deed::{Deed, Named, Refusal, Thing};

/// What a level of a map is called.
pub fn level_name(map: &Map, level: &LevelId, words: &Words) -> String {
    match map.ladder().rungs().find(|(id, ..)| *id == level.as_str()) {
        Some((_, Some(name), _)) => words.name(name, level).to_owned(),
        Some((id, None, _)) => words.text(&format!("level-{id}")),
        None => level.to_string(),
    }
}

/// An actor with what tells it apart from others of its name: kind, level, area, id.
pub fn apart(map: &Map, actor: &Actor, words: &Words) -> String {
    let area: Vec<&str> = actor.area.iter().map(String::as_str).collect();
    let what = args([
        ("name", words.name(&actor.name, &actor.id).into()),
        ("kind", words.actor_kind(map, &actor.kind).into()),
        ("level", level_name(map, &actor.level, words).into()),
        ("area", words.list(&area, 2).into()),
        ("id", actor.id.as_str().into()),
    ]);
    words.say(if area.is_empty() { "actor-apart" } else { "actor-apart-area" }, &what)
}
