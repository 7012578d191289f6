//! Remarks: what is allowed, and yet is perhaps not what was meant. Nothing is refused for it.

use super::{JsonPath, Map};

/// Something that somebody should look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// Where.
    pub path: JsonPath,
    /// Why.
    pub advice: Advice,
    /// Which item of its list it is about.
    pub at: usize,
}

/// Why something should be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Advice {
    /// A tie of an actor to itself. It is drawn and listed, and counts nowhere.
    TieToItself,
}

impl Advice {
    /// All of them.
    pub const ALL: [Self; 1] = [Self::TieToItself];

    /// A short name for machines and catalogues.
    pub fn id(self) -> &'static str {
        match self {
            Self::TieToItself => "tie-to-itself",
        }
    }
}

/// Everything to remark on a map, in the order of its lists.
pub fn remarks(map: &Map) -> Vec<Remark> {
    let ties = map.ties.iter().enumerate().filter(|(_, tie)| tie.is_to_itself());
    let remark =
        |(at, _)| Remark { path: JsonPath::root().key("ties").index(at), advice: Advice::TieToItself, at };
    ties.map(remark).collect()
}
