//! Building a map: what somebody types, drops or pastes becomes the edit that it means, or a reason why not.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

#[path = "../maps/mod.rs"]
mod maps;
mod plausible;
