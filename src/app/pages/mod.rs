//! Pages that take the whole window, and sheets that lie over it.

mod dialog;
mod drafts;
pub mod files;
mod keys;
mod notes;
mod paste;
mod problems;
mod question;
mod settings;
mod versions;
mod waiting;
mod welcome;

pub use dialog::dialog_ui;
pub use drafts::drafts_ui;
pub use files::{FilePage, files_ui};
pub use keys::keys_ui;
pub use notes::notes_ui;
pub use paste::{PastePage, paste_ui};
pub use problems::problems_ui;
pub use question::question_ui;
pub use settings::settings_ui;
pub use versions::versions_ui;
pub use waiting::waiting_ui;
pub use welcome::{drop_ui, welcome_ui};
