//! The file: what is read is written again byte for byte, everything that is wrong is said at once, and no bytes
//! whatever make it panic, hang or take more memory than it should.

#![allow(clippy::unwrap_used, clippy::panic, reason = "A test may stop at the first surprise.")]

#[path = "../maps/mod.rs"]
mod maps;

mod broken;
mod hostile;
mod mutations;
mod problems;
mod remarks;
mod round_trip;
