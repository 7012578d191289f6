//! What a person can start from: templates of fresh maps, and sample maps. They are part of the program.

use std::sync::LazyLock;

use crate::format::jisr::read;
use crate::model::{Map, Text};

/// The templates, name by name, in the order in which they are offered.
pub const TEMPLATES: [(&str, &str); 5] = [
    ("blank", include_str!("../../sample-maps/templates/blank.jisr")),
    (
        "community-safety-committee",
        include_str!("../../sample-maps/templates/community-safety-committee.jisr"),
    ),
    ("local-security-council", include_str!("../../sample-maps/templates/local-security-council.jisr")),
    (
        "decentralised-consultation",
        include_str!("../../sample-maps/templates/decentralised-consultation.jisr"),
    ),
    ("municipal-peace-agreement", include_str!("../../sample-maps/templates/municipal-peace-agreement.jisr")),
];

/// The sample maps, name by name, in the order in which they are offered.
pub const SAMPLES: [(&str, &str); 4] = [
    ("jenin-2012", include_str!("../../sample-maps/jenin-2012.jisr")),
    ("jenin-2008", include_str!("../../sample-maps/jenin-2008.jisr")),
    ("valley-training", include_str!("../../sample-maps/valley-training.jisr")),
    ("valley-before", include_str!("../../sample-maps/valley-before.jisr")),
];

/// The map that the text of a template or sample holds. They are part of the program, and a test reads them all.
pub fn starter(text: &str) -> Option<Map> {
    read(text.as_bytes()).ok()?.sound().ok()
}

/// What a starter is called, and what its authors say of it.
#[derive(Debug, Clone)]
pub struct Card {
    /// Its name in the program.
    pub name: &'static str,
    /// What it is called.
    pub title: Text,
    /// What its authors say of it.
    pub notes: Text,
}

/// The samples, for choosing one.
pub static SAMPLE_CARDS: LazyLock<Vec<Card>> = LazyLock::new(|| cards(&SAMPLES));
/// The templates, for choosing one.
pub static TEMPLATE_CARDS: LazyLock<Vec<Card>> = LazyLock::new(|| cards(&TEMPLATES));

fn cards(list: &[(&'static str, &'static str)]) -> Vec<Card> {
    let card = |(name, text): &(&'static str, &'static str)| {
        let Map { title, notes, .. } = starter(text)?;
        Some(Card { name, title, notes })
    };
    list.iter().filter_map(card).collect()
}
