//! Text in any script: in which order it is drawn, where lines break, how it is found.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

mod direction;
mod folding;
mod searching;
mod sentences;
mod wrapping;
