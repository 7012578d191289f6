//! Finding things by what they are called, as people type it: a few letters of each word, in any order and spelling.

mod index;
mod pattern;

use super::fold;
use index::{Index, Word};
use pattern::{Found, Pattern};

/// How much of a question is looked at, in words. Who pastes a page gets what its first words find.
const MOST_WORDS: usize = 12;

/// From how many letters on a question is also sought across the spaces of a text ("alhudhud" in "al-Hudhud").
const ACROSS: usize = 4;

/// What it costs that a word, or a whole question, is found in another text than the title.
const NOT_THE_TITLE: u16 = 4;
/// That the words are found each in another text.
const SCATTERED: u16 = 64;
/// That a little word, as "of", is not found.
const WITHOUT_IT: u16 = 8;
/// That a question is found only if spaces are not looked at.
const RUN_TOGETHER: u16 = 32;

/// Words that hold names together. A question may have them where a name has not; folded, English, French, Arabic.
const LITTLE: [&str; 40] = [
    "a", "an", "and", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with", "au", "aux", "d", "de",
    "des", "du", "en", "et", "l", "la", "le", "les", "ou", "par", "pour", "sur", "un", "une", "s", "الى",
    "او", "على", "عن", "في", "مع", "من", "و",
];

/// How well something was found, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rank {
    /// The question is one of the texts.
    Exact,
    /// A text begins with the question.
    Prefix,
    /// Each word of the question begins a word.
    Words,
    /// Each word of the question stands within a word, or the question within a text.
    Within,
    /// With a slip of the finger or of memory.
    Typo,
}

/// Something that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit<'f, T> {
    /// What was found.
    pub item: &'f T,
    /// By which of its texts; 0 is the title.
    pub text: usize,
    /// How well.
    pub rank: Rank,
}

/// Finds things by their names.
///
/// Texts and questions are compared as [`fold()`] writes them. A question finds what has all of its words, in any order,
/// in its texts: a word may be the beginning of one ("gov off": "Governor's Office"), may stand within one, may lack the
/// Arabic article or have one too many, and may have one typo from four letters on and two from eight on, in a whole
/// word or in the beginning of one. A typo is a letter too many, too few, or another, or two that changed places (optimal
/// string alignment; Hyyrö 2003). Spaces may be missing or too many. Little words ("of", "les", "في") may be too many.
///
/// ```
/// use jisr::words::{Finder, Rank};
/// let names = ["Governor's Office | مكتب المحافظ", "Border Guard | حرس الحدود"];
/// let finder = Finder::new(names.into_iter().map(|name| (name, name.split('|').map(str::to_owned).collect())));
/// for question in ["gov off", "OFFICE OF THE GOVERNOR", "govrenor", "محافظ", "المكتب"] {
///     assert_eq!(finder.find(question, 1)[0].item, &names[0], "{question}");
/// }
/// assert_eq!(finder.find("guard", 9)[0].rank, Rank::Words);
/// assert!(finder.find("ministry", 9).is_empty());
/// ```
pub struct Finder<T> {
    items: Vec<T>,
    index: Index,
}

impl<T> Finder<T> {
    /// Takes things with their texts, of which the first is the title. Reads each text once.
    pub fn new(entries: impl IntoIterator<Item = (T, Vec<String>)>) -> Self {
        let (mut items, mut index) = (Vec::new(), Index::default());
        for (item, texts) in entries {
            items.push(item);
            index.add(&texts);
        }
        index.finish();
        Self { items, index }
    }

    /// How many things there are.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there is nothing to be found.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// What a question finds, at most so many, the best first: by [`Rank`], then by how much of the words was typed and
    /// how few typos it takes, titles before other texts, short texts before long ones, then in the order of the
    /// entries. A question without letters or digits finds nothing.
    ///
    /// O(*words* of the question × different words of all texts + texts).
    pub fn find(&self, question: &str, most: usize) -> Vec<Hit<'_, T>> {
        let question = Question::new(question, &self.index);
        if question.words.is_empty() || most == 0 {
            return Vec::new();
        }
        let costs: Vec<Vec<u16>> = question.words.iter().map(|asked| self.costs(asked)).collect();
        let mut hits: Vec<Score> =
            (0..self.items.len()).filter_map(|item| self.score(item, &question, &costs)).collect();
        if hits.len() > most {
            hits.select_nth_unstable(most - 1);
            hits.truncate(most);
        }
        hits.sort_unstable();
        let hit = |score: Score| Hit { item: &self.items[score.item], text: score.text, rank: score.rank };
        hits.into_iter().map(hit).collect()
    }

    /// What finding one word costs in each of the texts.
    fn costs(&self, asked: &Asked) -> Vec<u16> {
        let mut costs = vec![NOWHERE; self.index.texts.len()];
        for (word, mask) in self.index.words.iter().zip(&self.index.masks) {
            // What lacks too much of the word without its article lacks too much of the whole.
            let found = asked.bare.may_be_in(*mask).then(|| asked.find(word, *mask, &self.index));
            let Some(found) = found.flatten() else { continue };
            for text in self.index.texts_with(word) {
                costs[*text] = costs[*text].min(cost(found));
            }
        }
        costs
    }

    fn score(&self, item: usize, question: &Question, costs: &[Vec<u16>]) -> Option<Score> {
        let texts = self.index.texts_of(item);
        let first = texts.start;
        let one = |text: usize| {
            let by_words = question.sum(|word| costs[word][text]);
            let (rank, cost) = question.whole(text, by_words, &self.index).or(by_words)?;
            let cost = if text == first { cost } else { cost.saturating_add(NOT_THE_TITLE) };
            let length = self.index.texts[text].letters.len();
            Some(Score { rank, cost, length, item, text: text - first })
        };
        let best = texts.clone().filter_map(one).min();
        if texts.len() < 2 || question.words.len() < 2 || best.is_some_and(|best| best.rank <= Rank::Words) {
            return best;
        }
        // Where no text has all words of the question, each may have some.
        let least = |word: usize| texts.clone().map(|text| costs[word][text]).min().unwrap_or(NOWHERE);
        let scattered = question.sum(least).map(|(rank, cost)| {
            let text = texts.clone().min_by_key(|text| costs[0][*text]).map_or(0, |text| text - first);
            let length = self.index.texts[first].letters.len();
            Score { rank, cost: cost.saturating_add(SCATTERED), length, item, text }
        });
        best.into_iter().chain(scattered).min()
    }
}

/// How well an item was found; the least is the best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Score {
    rank: Rank,
    cost: u16,
    length: usize,
    item: usize,
    text: usize,
}

/// The cost of a word that is nowhere.
const NOWHERE: u16 = u16::MAX;

/// The cost of a word, so that each rank costs more than those before it.
fn cost(found: Found) -> u16 {
    const STEP: u16 = 256;
    let little = |letters: usize| u16::try_from(letters).unwrap_or(u16::MAX).min(30);
    match found {
        Found::Whole { article: false } => 0,
        Found::Whole { article: true } => 1,
        Found::Start { rest } => 2 + little(rest),
        Found::Within { rest } => STEP + little(rest),
        Found::Typos { typos, rest: None } => 2 * STEP + 64 * little(typos),
        Found::Typos { typos, rest: Some(rest) } => 2 * STEP + 64 * little(typos) + 10 + little(rest),
    }
}

fn rank(cost: u16) -> (Rank, u16) {
    match cost {
        0..=255 => (Rank::Words, cost),
        256..=511 => (Rank::Within, cost - 256),
        _ => (Rank::Typo, cost - 512),
    }
}

/// A question, ready to be compared with thousands of texts.
struct Question {
    words: Vec<Asked>,
    /// Its letters without spaces, and the pairs of them.
    letters: Vec<u16>,
    pairs: u64,
}

impl Question {
    fn new(question: &str, index: &Index) -> Self {
        let folded = fold(question);
        let all: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).take(MOST_WORDS).collect();
        let only_little = all.iter().all(|word| LITTLE.contains(word));
        let asked = |word: &&str| Asked::new(word, index, !only_little && LITTLE.contains(word));
        let letters: Vec<u16> = all.iter().flat_map(|word| index.letters_of(word)).collect();
        Self { words: all.iter().map(asked).collect(), pairs: index::pairs(&letters), letters }
    }

    /// The rank and cost of all words together, if each is somewhere.
    fn sum(&self, cost_of: impl Fn(usize) -> u16) -> Option<(Rank, u16)> {
        let mut sum = (Rank::Words, 0_u16);
        for (place, word) in self.words.iter().enumerate() {
            let (rank, cost) = match cost_of(place) {
                // Somewhere within a word it is there by chance.
                cost if word.is_little && rank(cost).0 > Rank::Words => (Rank::Words, WITHOUT_IT),
                NOWHERE => return None,
                cost => rank(cost),
            };
            sum = (sum.0.max(rank), sum.1.saturating_add(cost));
        }
        Some(sum)
    }

    /// The rank and cost as a part of a text, spaces left aside, if that is better than word by word.
    fn whole(&self, text: usize, by_words: Option<(Rank, u16)>, index: &Index) -> Option<(Rank, u16)> {
        let is_better = |rank| by_words.is_none_or(|(other, _)| rank < other);
        let text = &index.texts[text];
        if self.pairs & !text.pairs != 0 || self.letters.len() > text.letters.len() {
            return None;
        }
        let letters = &index.joined[text.letters.clone()];
        if letters.starts_with(&self.letters) {
            return Some(if letters.len() == self.letters.len() {
                (Rank::Exact, 0)
            } else {
                (Rank::Prefix, 0)
            });
        }
        let is_worth_it = self.letters.len() >= ACROSS && is_better(Rank::Within);
        (is_worth_it && pattern::contains(letters, &self.letters)).then_some((Rank::Within, RUN_TOGETHER))
    }
}

/// A word of a question.
struct Asked {
    full: Pattern,
    /// Without its article, or as it is if it has none.
    bare: Pattern,
    has_article: bool,
    is_little: bool,
}

impl Asked {
    fn new(word: &str, index: &Index, is_little: bool) -> Self {
        let letters = index.letters_of(word);
        let article = index::article(word);
        let bare = Pattern::new(&letters[article..], index.alphabet_size());
        Self {
            full: Pattern::new(&letters, index.alphabet_size()),
            bare,
            has_article: article > 0,
            is_little,
        }
    }

    fn find(&self, word: &Word, mask: u64, index: &Index) -> Option<Found> {
        let full = self.full.find(&index.letters[word.letters.clone()], mask);
        if !self.has_article && word.article == 0 {
            return full;
        }
        let bare = &index.letters[word.letters.start + word.article..word.letters.end];
        let bare = self.bare.find(bare, mask).map(Found::but_for_the_article);
        full.into_iter().chain(bare).min_by_key(|found| cost(*found))
    }
}
