//! Bytes ↔ model: one file a format.
//!
//! **Invariant:** any bytes give a map, or a list of what is wrong with them; in bounded time and memory, and without a
//! panic.

pub mod jisr;
