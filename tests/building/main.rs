//! Building a map: what somebody types, drops or pastes becomes the edit that it means, or a reason why not.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

mod fields;
mod ids;
mod many;
#[path = "../maps/mod.rs"]
mod maps;
mod paste;
mod plausible;
mod process;
mod quick;

use jisr::model::{Language, Map};
use jisr::session::building::Named;
use jisr::words::Words;

fn english() -> Words {
    Words::of(&Language::new("en"))
}

/// Does what an edit says.
fn apply(map: &mut Map, named: Named) {
    named.edit.apply(map).unwrap();
}
