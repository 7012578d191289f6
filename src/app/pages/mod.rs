//! Pages that take the whole window, and sheets that lie over it.

mod keys;
mod problems;
mod welcome;

pub use keys::keys_ui;
pub use problems::problems_ui;
pub use welcome::{drop_ui, welcome_ui};
