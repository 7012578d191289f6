//! The words of all texts, each of them once, in arrays that are read from front to back.

use std::collections::HashMap;
use std::ops::Range;

use crate::words::fold;

/// Arabic articles, some grown together with "and", "in", "so", "like" or "for".
const ARTICLES: [&str; 6] = ["وال", "بال", "فال", "كال", "ال", "لل"];

/// How many letters of a folded word are an article, so that at least two are left.
pub fn article(word: &str) -> usize {
    let has =
        |article: &&&str| word.strip_prefix(**article).is_some_and(|rest| rest.chars().nth(1).is_some());
    ARTICLES.iter().find(has).map_or(0, |article| article.chars().count())
}

/// Letters are numbers in the order in which they first came. One that no text has is this.
pub const UNKNOWN: u16 = u16::MAX;

/// A word that some texts have.
pub struct Word {
    /// Where its letters are in [`Index::letters`].
    pub letters: Range<usize>,
    /// How many of them are an article.
    pub article: usize,
    texts: Range<usize>,
}

/// A text without its spaces.
pub struct Text {
    /// Where its letters are in [`Index::joined`].
    pub letters: Range<usize>,
    /// Which pairs of letters it has.
    pub pairs: u64,
}

/// All texts.
#[derive(Default)]
pub struct Index {
    /// Different words.
    pub words: Vec<Word>,
    /// Which letters they have, word by word: what is read for each question stands close together.
    pub masks: Vec<u64>,
    /// The letters of the words.
    pub letters: Vec<u16>,
    /// All texts, those of an item side by side.
    pub texts: Vec<Text>,
    /// The letters of the texts.
    pub joined: Vec<u16>,
    /// Where the texts of each item end.
    ends: Vec<usize>,
    /// The texts that have a word, word by word.
    places: Vec<usize>,
    /// Each word of each text, as long as texts are added.
    occurrences: Vec<(usize, usize)>,
    alphabet: HashMap<char, u16>,
    known: HashMap<String, usize>,
}

impl Index {
    /// Adds the texts of an item.
    pub fn add(&mut self, texts: &[String]) {
        for text in texts {
            let start = self.joined.len();
            for word in fold(text).split(' ').filter(|word| !word.is_empty()) {
                let place = self.place(word);
                self.occurrences.push((place, self.texts.len()));
                self.joined.extend_from_slice(&self.letters[self.words[place].letters.clone()]);
            }
            let letters = start..self.joined.len();
            self.texts.push(Text { pairs: pairs(&self.joined[letters.clone()]), letters });
        }
        self.ends.push(self.texts.len());
    }

    /// Sorts out which texts have which words, when all are there.
    pub fn finish(&mut self) {
        self.occurrences.sort_unstable();
        self.occurrences.dedup();
        let mut start = 0;
        for (place, word) in self.words.iter_mut().enumerate() {
            let end = start + self.occurrences[start..].partition_point(|(of, _)| *of == place);
            word.texts = start..end;
            start = end;
        }
        self.places = std::mem::take(&mut self.occurrences).into_iter().map(|(_, text)| text).collect();
        self.known = HashMap::new();
    }

    /// The places of the texts of an item.
    pub fn texts_of(&self, item: usize) -> Range<usize> {
        let start = item.checked_sub(1).map_or(0, |before| self.ends[before]);
        start..self.ends[item]
    }

    /// The places of the texts that have a word.
    pub fn texts_with(&self, word: &Word) -> &[usize] {
        &self.places[word.texts.clone()]
    }

    /// The letters of a word as numbers.
    pub fn letters_of(&self, word: &str) -> Vec<u16> {
        word.chars().map(|letter| self.alphabet.get(&letter).copied().unwrap_or(UNKNOWN)).collect()
    }

    /// How many different letters there are.
    pub fn alphabet_size(&self) -> usize {
        self.alphabet.len()
    }

    fn place(&mut self, word: &str) -> usize {
        if let Some(place) = self.known.get(word) {
            return *place;
        }
        let start = self.letters.len();
        for letter in word.chars() {
            // Past so many letters the last ones are taken for one another, which finds too much at worst.
            let next = u16::try_from(self.alphabet.len()).unwrap_or(UNKNOWN).min(UNKNOWN - 1);
            self.letters.push(*self.alphabet.entry(letter).or_insert(next));
        }
        let letters = start..self.letters.len();
        self.masks.push(mask(&self.letters[letters.clone()]));
        self.words.push(Word { letters, article: article(word), texts: 0..0 });
        self.known.insert(word.to_owned(), self.words.len() - 1);
        self.words.len() - 1
    }
}

/// Which letters there are: a bit for each, shared by some.
pub fn mask(letters: &[u16]) -> u64 {
    letters.iter().fold(0, |mask, letter| mask | 1 << (letter % 64))
}

/// Which pairs of letters follow one another: likewise.
pub fn pairs(letters: &[u16]) -> u64 {
    letters.windows(2).fold(0, |mask, pair| {
        let mixed = (u32::from(pair[0]) << 16 | u32::from(pair[1])).wrapping_mul(0x9E37_79B1);
        mask | 1 << (mixed >> 26)
    })
}
