//! Problems: what is wrong with a map, where, and what would be right.

use std::cmp::Ordering;
use std::fmt::{self, Write as _};

/// Where in a file something is, as a JSON path: `$.ties[3].kind`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct JsonPath(String);

/// The length in bytes from which on a path is cut short.
const LONGEST_PATH: usize = 1_000;

/// As people order them: item 2 before item 10.
impl Ord for JsonPath {
    fn cmp(&self, other: &Self) -> Ordering {
        fn parts(path: &str) -> impl Iterator<Item = (Option<u64>, &str)> {
            path.split(['[', ']', '.']).map(|part| (part.parse().ok(), part))
        }
        parts(&self.0).cmp(parts(&other.0))
    }
}

impl PartialOrd for JsonPath {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl JsonPath {
    /// The whole file.
    pub fn root() -> Self {
        Self("$".to_owned())
    }

    /// A key of what this path leads to.
    pub fn key(&self, key: &str) -> Self {
        if self.0.len() > LONGEST_PATH {
            return self.cut_short();
        }
        let is_plain = key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
            && key.bytes().next().is_some_and(|first| !first.is_ascii_digit());
        let mut path = self.0.clone();
        // The bracket form of RFC 9535 for keys that the dotted form cannot hold. Writing to a string cannot fail.
        let _ = if is_plain {
            write!(path, ".{}", shorten(key))
        } else {
            write!(path, "['{}']", shorten(key).replace('\\', "\\\\").replace('\'', "\\'"))
        };
        Self(path)
    }

    /// An item of what this path leads to.
    pub fn index(&self, index: usize) -> Self {
        if self.0.len() > LONGEST_PATH {
            return self.cut_short();
        }
        Self(format!("{}[{index}]", self.0))
    }

    /// No place that a person could look at lies so deep under such long keys.
    fn cut_short(&self) -> Self {
        if self.0.ends_with('…') { self.clone() } else { Self(format!("{}…", self.0)) }
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for JsonPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One thing that is wrong with a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub path: JsonPath,
    /// What.
    pub fault: Fault,
    /// The value that was found, shortened where it is long.
    pub found: Option<String>,
    /// The nearest value that would be right.
    pub nearest: Option<String>,
}

impl Problem {
    /// The same, with the value that was found.
    pub fn found(mut self, value: impl AsRef<str>) -> Self {
        self.found = Some(shorten(value.as_ref()));
        self
    }

    /// The same, with the nearest value that would be right.
    pub fn nearest(mut self, value: Option<impl Into<String>>) -> Self {
        self.nearest = value.map(Into::into);
        self
    }
}

impl JsonPath {
    /// A problem of that kind at this place.
    pub fn fault(self, fault: Fault) -> Problem {
        Problem { path: self, fault, found: None, nearest: None }
    }
}

/// What can be wrong with a map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fault {
    /// A key that has to be there is not.
    Missing,
    /// A key stands twice in one object.
    RepeatedKey,
    /// A text was expected.
    NotText,
    /// A whole number of 0 or more was expected.
    NotANumber,
    /// Yes or no was expected.
    NotYesOrNo,
    /// A list was expected.
    NotAList,
    /// An object was expected.
    NotAnObject,
    /// A text, a number, or yes or no was expected.
    NotASimpleValue,
    /// A place `[x, y]` was expected.
    NotAPosition,
    /// Two ids `["a", "b"]` were expected.
    NotAPair,
    /// A word that its vocabulary does not have.
    UnknownWord,
    /// A kind of actor or tie that neither the vocabulary nor the map has.
    UnknownKind,
    /// A level that is not on the map's ladder.
    UnknownLevel,
    /// A tag that is no language.
    NotALanguage,
    /// Not `[a-z0-9][a-z0-9-]*`.
    NotAnId,
    /// Not a whole number from 1 to 5.
    NotARating,
    /// Not written as a date.
    NotADate,
    /// A day that never was.
    ImpossibleDate,
    /// The last day lies before the first.
    EndsBeforeItBegins,
    /// An id that stands twice in its list.
    RepeatedId,
    /// A reference to something that the map does not have.
    Dangling,
    /// A reference, on which no answer depends, to a source that the map does not have. It is kept as it stands.
    LooseReference,
    /// An own kind with the name of a built-in one.
    BuiltInKind,
    /// A text of more than the limit.
    TextTooLong,
    /// A list of more items than the limit.
    ListTooLong,
    /// Keys that this version does not know, and own fields, of more than the limit.
    TooMuchToKeep,
    /// The version of the file is not one that this program reads.
    OtherVersion,
    /// More problems than can be listed.
    MoreProblems,
}

impl Fault {
    /// All of them, in the order of their declaration.
    pub const ALL: [Self; 28] = [
        Self::Missing,
        Self::RepeatedKey,
        Self::NotText,
        Self::NotANumber,
        Self::NotYesOrNo,
        Self::NotAList,
        Self::NotAnObject,
        Self::NotASimpleValue,
        Self::NotAPosition,
        Self::NotAPair,
        Self::UnknownWord,
        Self::UnknownKind,
        Self::UnknownLevel,
        Self::NotALanguage,
        Self::NotAnId,
        Self::NotARating,
        Self::NotADate,
        Self::ImpossibleDate,
        Self::EndsBeforeItBegins,
        Self::RepeatedId,
        Self::Dangling,
        Self::LooseReference,
        Self::BuiltInKind,
        Self::TextTooLong,
        Self::ListTooLong,
        Self::TooMuchToKeep,
        Self::OtherVersion,
        Self::MoreProblems,
    ];

    /// Whether the map still says what it means: nothing was left out in reading it, and no answer depends on it.
    pub fn is_harmless(self) -> bool {
        matches!(self, Self::LooseReference | Self::EndsBeforeItBegins)
    }

    /// A short name for machines and catalogues.
    pub fn id(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::RepeatedKey => "repeated-key",
            Self::NotText => "not-text",
            Self::NotANumber => "not-a-number",
            Self::NotYesOrNo => "not-yes-or-no",
            Self::NotAList => "not-a-list",
            Self::NotAnObject => "not-an-object",
            Self::NotASimpleValue => "not-a-simple-value",
            Self::NotAPosition => "not-a-position",
            Self::NotAPair => "not-a-pair",
            Self::UnknownWord => "unknown-word",
            Self::UnknownKind => "unknown-kind",
            Self::UnknownLevel => "unknown-level",
            Self::NotALanguage => "not-a-language",
            Self::NotAnId => "not-an-id",
            Self::NotARating => "not-a-rating",
            Self::NotADate => "not-a-date",
            Self::ImpossibleDate => "impossible-date",
            Self::EndsBeforeItBegins => "ends-before-it-begins",
            Self::RepeatedId => "repeated-id",
            Self::Dangling => "dangling",
            Self::LooseReference => "loose-reference",
            Self::BuiltInKind => "built-in-kind",
            Self::TextTooLong => "text-too-long",
            Self::ListTooLong => "list-too-long",
            Self::TooMuchToKeep => "too-much-to-keep",
            Self::OtherVersion => "other-version",
            Self::MoreProblems => "more-problems",
        }
    }
}

/// The candidate nearest to a word, if any is near enough to be what was meant.
///
/// ```
/// let kinds = ["police", "court", "media"];
/// assert_eq!(jisr::model::nearest("polcie", kinds), Some("police"));
/// assert_eq!(jisr::model::nearest("zebra", kinds), None);
/// ```
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let (candidate, likeness) = most_like(word, candidates)?;
    (likeness >= 0.5).then_some(candidate)
}

/// The candidate nearest to a word, however far: for a vocabulary so short that any hint helps.
pub fn closest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    most_like(word, candidates).map(|(candidate, _)| candidate)
}

/// No word that anybody means is longer.
pub(super) const LONGEST_WORD: usize = 64;

fn most_like<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<(&'c str, f64)> {
    // A longer word is no id of ours, and the distance costs length times length.
    let word: String = word.trim().chars().take(LONGEST_WORD).collect();
    let word = word.to_lowercase().replace(['_', ' '], "-");
    candidates
        .into_iter()
        .filter(|candidate| (1..=LONGEST_WORD).contains(&candidate.len()))
        .map(|candidate| (candidate, likeness(&word, candidate)))
        .max_by(|(a, likeness_a), (b, likeness_b)| likeness_a.total_cmp(likeness_b).then(b.cmp(a)))
}

/// From 0 to 1: 1 − edit distance ÷ length, a swap of two letters being one edit; at least 0.6 for a beginning.
fn likeness(word: &str, candidate: &str) -> f64 {
    let by_edits = strsim::normalized_damerau_levenshtein(word, candidate);
    let is_beginning = word.len() >= 3 && (candidate.starts_with(word) || word.starts_with(candidate));
    if is_beginning { by_edits.max(0.6) } else { by_edits }
}

/// A value as a message can show it: at most 80 characters, on one line.
pub(super) fn shorten(value: &str) -> String {
    const MOST: usize = 80;
    let mut short: String = value.chars().take(MOST).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if value.chars().nth(MOST).is_some() {
        short.push('…');
    }
    short
}
