//! Jisr maps the formal and informal actors of community safety, and says who among the local ones is heard at
//! national level, through whom, whether an answer comes back, and who is missing.
//!
//! A **map** ([`model::Map`]) holds actors (a camp committee, a police force, a ministry) on the levels of a ladder, and
//! ties between them, each of a kind that says which way a *voice* can travel along it. Beside them it holds what was
//! done about being heard: partnerships, consultations, concerns and how they travelled, and the voices that one would
//! expect in such a place.
//!
//! The rooms of the house, and the one way the arrows go:
//!
//! - [`model`]: what a map is, what makes it valid, how it is edited;
//! - [`format`](mod@format): bytes ↔ model, with every problem and its place;
//! - [`analysis`]: model → answers, as pure functions;
//! - [`words`]: everything that a person can read, from the catalogues;
//! - [`report`]: model and answers → what leaves the program;
//! - [`cli`]: a file a command.
//!
//! From bytes to an answer:
//!
//! ```
//! use std::sync::Arc;
//! use jisr::{analysis, format, model, words};
//!
//! let bytes = br#"{"jisr": 1, "title": "Two actors",
//!   "actors": [
//!     {"id": "elders", "name": "Elders", "kind": "tribal-leader", "level": "community"},
//!     {"id": "cabinet", "name": "Cabinet", "kind": "council-of-ministers", "level": "national"}],
//!   "ties": [{"id": "t1", "from": "elders", "to": "cabinet", "kind": "informs"}]}"#;
//! let map = format::jisr::read(bytes).unwrap().sound().unwrap();
//!
//! let answers = analysis::analyze(Arc::new(map), analysis::Evidence::All);
//! let elders = answers.network.place(&model::ActorId::from("elders")).unwrap();
//! assert!(answers.pass.is_heard(elders) && !answers.pass.is_answered[elders as usize]);
//!
//! let english = words::Words::of(&model::Language::new("en"));
//! let unanswered = answers.findings.iter().find(|found| found.rule == analysis::Rule::UnansweredVoice).unwrap();
//! let text = words::finding_text(&english, &answers, unanswered);
//! assert_eq!(text.title, "No way back for an answer to Elders");
//! ```

pub mod analysis;
#[cfg(feature = "gui")]
pub mod app;
pub mod breakdown;
pub mod cli;
pub mod format;
pub mod model;
pub mod picture;
pub mod report;
pub mod session;
pub mod words;
