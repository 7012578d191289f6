//! A word that is sought, compared with one that is there.

use super::index::{UNKNOWN, mask};

/// How a word was found in another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// It is the word, or would be without an article.
    Whole { article: bool },
    /// It begins the word; so many letters come after it.
    Start { rest: usize },
    /// It stands within the word; so many letters are around it.
    Within { rest: usize },
    /// It is the word but for some typos, or begins it and so many letters come after it.
    Typos { typos: usize, rest: Option<usize> },
}

impl Found {
    /// The same, found when articles were left aside.
    pub fn but_for_the_article(self) -> Self {
        match self {
            Self::Whole { .. } => Self::Whole { article: true },
            Self::Start { rest } => Self::Start { rest: rest + 1 },
            other => other,
        }
    }
}

/// How many typos a word of so many letters may have.
fn allowed(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// A word that is sought.
pub struct Pattern {
    letters: Vec<u16>,
    mask: u64,
    /// How many of its letters no text has: each takes a typo.
    unknown: usize,
    /// In which places of the word each letter stands. Empty if the word is longer than 64 letters.
    places: Vec<u64>,
}

impl Pattern {
    /// Prepares a word, with letters below `alphabet_size`.
    pub fn new(letters: &[u16], alphabet_size: usize) -> Self {
        let known: Vec<u16> = letters.iter().copied().filter(|letter| *letter != UNKNOWN).collect();
        let mut places = Vec::new();
        if letters.len() <= 64 {
            places = vec![0; alphabet_size];
            for (place, letter) in letters.iter().enumerate().filter(|(_, letter)| **letter != UNKNOWN) {
                places[usize::from(*letter)] |= 1 << place;
            }
        }
        Self { mask: mask(&known), unknown: letters.len() - known.len(), letters: letters.to_vec(), places }
    }

    /// Whether a word that has letters of this mask may be worth a look. Every letter that it lacks takes a typo, of which
    /// there are never more than two: this settles nearly all words.
    pub fn may_be_in(&self, mask: u64) -> bool {
        let missing = self.mask & !mask;
        let but_one = missing & missing.wrapping_sub(1);
        but_one & but_one.wrapping_sub(1) == 0
    }

    /// How it stands in a word, whose letters are at most those of `mask`.
    pub fn find(&self, word: &[u16], mask: u64) -> Option<Found> {
        let (own, other) = (self.letters.len(), word.len());
        let (within, whole) = (allowed(own), allowed(own.max(other)));
        let allowed = if own + whole < other { within } else { whole };
        let missing = (self.mask & !mask).count_ones() as usize + self.unknown;
        if missing > allowed || own > other + allowed {
            return None;
        }
        if missing == 0 && own <= other {
            if word.starts_with(&self.letters) {
                let rest = other - own;
                return Some(if rest == 0 { Found::Whole { article: false } } else { Found::Start { rest } });
            }
            if own > 1 && contains(word, &self.letters) {
                return Some(Found::Within { rest: other - own });
            }
        }
        if allowed == 0 || self.places.is_empty() { None } else { self.typos(word, within, whole) }
    }

    /// The fewest typos with which it is the word or begins it.
    fn typos(&self, word: &[u16], within: usize, whole: usize) -> Option<Found> {
        let mut best: Option<Found> = None;
        for (length, typos) in (1..).zip(self.distances(word)) {
            let is_whole = length == word.len();
            let is_better = !matches!(best, Some(Found::Typos { typos: best, .. }) if best < typos);
            if typos <= if is_whole { whole } else { within } && is_better {
                best = Some(Found::Typos { typos, rest: (!is_whole).then(|| word.len() - length) });
            }
        }
        best
    }

    /// The distances to the beginnings of a word, of one letter, of two, as far as they matter: how many letters have to
    /// be put in, taken out, replaced or exchanged with the next one, where no part is changed twice (optimal string
    /// alignment). A column of the table is worked out at once in the bits of a number: H. Hyyrö, "A bit-vector
    /// algorithm for computing Levenshtein and Damerau edit distances", Nordic Journal of Computing 10 (2003).
    fn distances<'a>(&'a self, word: &'a [u16]) -> impl Iterator<Item = usize> + 'a {
        let own = self.letters.len();
        let last = 1_u64 << (own.max(1) - 1);
        let (mut up, mut down, mut same, mut before) = (u64::MAX, 0_u64, 0_u64, 0_u64);
        let mut distance = own;
        word.iter().take(own + allowed(usize::MAX)).map(move |letter| {
            let here = self.places.get(usize::from(*letter)).copied().unwrap_or_default();
            let exchanged = ((!same & here) << 1) & before;
            same = ((here & up).wrapping_add(up) ^ up) | here | down | exchanged;
            let (right_up, right_down) = (down | !(same | up), same & up);
            distance += usize::from(right_up & last != 0);
            distance -= usize::from(right_down & last != 0);
            let right_up = right_up << 1 | 1;
            up = right_down << 1 | !(same | right_up);
            down = right_up & same;
            before = here;
            distance
        })
    }
}

/// Whether letters stand somewhere in others.
pub fn contains(letters: &[u16], sought: &[u16]) -> bool {
    letters.windows(sought.len().max(1)).any(|part| part == sought)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn numbers(word: &str) -> Vec<u16> {
        word.bytes().map(|letter| u16::from(letter - b'a')).collect()
    }

    proptest! {
        #[test]
        fn distances_are_those_of_strsim(a in "[a-d]{1,12}", b in "[a-d]{1,14}") {
            let (pattern, word) = (Pattern::new(&numbers(&a), 26), numbers(&b));
            for (length, distance) in (1..).zip(pattern.distances(&word)) {
                prop_assert_eq!(distance, strsim::osa_distance(&a, &b[..length]), "{} {}", a, &b[..length]);
            }
        }

        #[test]
        fn nothing_is_missed_for_its_letters(a in "[a-f]{1,12}", b in "[a-f]{1,12}") {
            let word = numbers(&b);
            let pattern = Pattern::new(&numbers(&a), 26);
            let found = pattern.find(&word, mask(&word)).filter(|_| pattern.may_be_in(mask(&word)));
            let distance = strsim::osa_distance(&a, &b);
            if distance <= allowed(a.len().max(b.len())) {
                prop_assert!(found.is_some(), "{} {}", a, b);
            }
            if let Some(Found::Typos { typos, rest: None }) = found {
                prop_assert_eq!(typos, distance);
            }
        }
    }
}
