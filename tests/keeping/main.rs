//! Nothing is lost: saving, versions, drafts, on a disk that works, on one that fails at each step, and under a program that
//! is killed at any time.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "A test may stop at the first surprise."
)]

mod drafts;
mod faults;
mod killed;
mod pretend;
mod saving;
mod sessions;

use jisr::format::jisr::{read, write};
use jisr::model::{Actor, Id as _, Map, Text};

/// A map all of which says one number, so that a mixture of two can be told.
pub fn numbered(number: usize) -> Map {
    let name = || Text::from(format!("number {number}").as_str());
    let actor = |place: usize| {
        Actor::new(format!("a{place}").as_str().into(), name(), "police".into(), "national".into())
    };
    Map { title: name(), actors: (0..40).map(actor).collect(), ..Map::default() }
}

/// Its bytes.
pub fn bytes_of(number: usize) -> Vec<u8> {
    write(&numbered(number))
}

/// Which number bytes are the whole map of.
pub fn number_in(bytes: &[u8]) -> Option<usize> {
    let map = read(bytes).ok()?.sound().ok()?;
    let Text::Plain(title) = &map.title else { return None };
    let number = title.strip_prefix("number ")?.parse().ok()?;
    (map == numbered(number) && map.actors[0].id.as_str() == "a0").then_some(number)
}
