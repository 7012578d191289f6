//! `NAME.jisr`: a map as JSON, UTF-8, two spaces deep, one newline at the end.
//!
//! What a map's parts are called in the file, and in which order they stand, is said once, in `records.rs`: reading,
//! writing and the JSON Schema all follow it.

mod json;
mod read;
mod reader;
mod record;
mod records;
mod schema;
mod value;
mod write;

pub use read::{Flaw, Reading, Unreadable, read};
pub use schema::schema;
pub use write::write;

/// The version of the file format that this program reads and writes.
pub const VERSION: u64 = 1;

/// The largest file that is read, in bytes.
pub const MOST_BYTES: usize = 256 << 20;

/// The longest text that is read, in bytes.
pub const MOST_TEXT: usize = 1 << 20;

/// How many lists and objects may stand in each other.
pub const MOST_DEPTH: usize = 128;

/// The most actors that a map may hold.
pub const MOST_ACTORS: usize = 1_000_000;

/// The most items that any other list may hold; of them, ties.
pub const MOST_ITEMS: usize = 5_000_000;

/// How much memory the keys that this version does not know and the authors' own fields may take, in bytes: as text they
/// take up to fifty times less.
pub const MOST_MEMORY: usize = 512 << 20;

/// The most problems that are listed for one file.
pub const MOST_PROBLEMS: usize = 100_000;
