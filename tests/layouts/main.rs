//! The layouts of the window, with the names that it shows: what they promise on the sample maps, after edits, and on maps
//! that nobody expects. Everything is counted pair by pair, from what is drawn.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "a test stops at the first surprise; counts are small"
)]

mod chance;
mod drawn;
mod edits;
mod loops;
mod promises;
mod table;
mod unusual;
