//! Ratings from 1 to 5.

use std::fmt;

/// A whole number from 1 (least) to 5 (most). "Not rated" is the absence of one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rating(
    // Invariant: 1 ≤ value ≤ 5.
    u8,
);

impl Rating {
    /// The least.
    pub const MIN: Self = Self(1);
    /// The middle, which stands in for the strength of a tie that nobody rated.
    pub const MIDDLE: Self = Self(3);
    /// The most.
    pub const MAX: Self = Self(5);
    /// All five, least first.
    pub const ALL: [Self; 5] = [Self(1), Self(2), Self(3), Self(4), Self(5)];

    /// The rating of that number, if it is one.
    pub const fn new(value: u8) -> Option<Self> {
        if 1 <= value && value <= 5 { Some(Self(value)) } else { None }
    }

    /// The number.
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl fmt::Debug for Rating {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl fmt::Display for Rating {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}
