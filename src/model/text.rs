//! Words that the authors of a map wrote: plain, or once for each language.

use std::fmt;

use smol_str::SmolStr;

/// A language tag such as `en`, `ar` or `pt-BR`.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(SmolStr);

impl Language {
    /// Takes the tag as it is; [`Self::is_valid`] says whether a map may hold it.
    pub fn new(tag: &str) -> Self {
        Self(SmolStr::new(tag))
    }

    /// The tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether a tag has the shape of one (BCP 47, loosely): two to eight letters, then parts of letters and digits.
    pub fn is_valid(tag: &str) -> bool {
        let mut parts = tag.split('-');
        let first = parts.next().unwrap_or_default();
        (2..=8).contains(&first.len())
            && first.bytes().all(|byte| byte.is_ascii_alphabetic())
            && parts.all(|part| {
                (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
            })
    }

    /// The part before the first hyphen: `pt` of `pt-BR`.
    pub fn base(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }

    /// Whether it is written from right to left: what its script says, if the tag names one (`az-Arab`, `ks-Deva`), or
    /// else how the language is usually written.
    ///
    /// ```
    /// use jisr::model::Language;
    /// assert!(Language::new("ar-PS").is_right_to_left());
    /// assert!(!Language::new("ar-Latn").is_right_to_left());
    /// ```
    pub fn is_right_to_left(&self) -> bool {
        const SCRIPTS: [&str; 9] = ["adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "syrc", "thaa"];
        const LANGUAGES: [&str; 26] = [
            "ar", "arc", "arz", "azb", "bal", "bqi", "ckb", "dv", "fa", "glk", "he", "iw", "ks", "lrc",
            "mzn", "nqo", "pnb", "prs", "ps", "sd", "sdh", "skr", "syr", "ug", "ur", "yi",
        ];
        let is_one_of = |part: &str, of: &[&str]| of.iter().any(|one| one.eq_ignore_ascii_case(part));
        // Only a script is a part of four letters.
        let is_script = |part: &&str| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_alphabetic());
        match self.0.split('-').skip(1).find(is_script) {
            Some(script) => is_one_of(script, &SCRIPTS),
            None => is_one_of(self.base(), &LANGUAGES),
        }
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Something an author wrote, in one language or in several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Text {
    /// As it stands, whatever the reader's language.
    Plain(String),
    /// Once for each language, in the order of the file.
    ByLanguage(Vec<(Language, String)>),
}

impl Default for Text {
    fn default() -> Self {
        Self::Plain(String::new())
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::Plain(text.to_owned())
    }
}

impl Text {
    /// Whether nobody wrote anything.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Plain(text) => text.is_empty(),
            Self::ByLanguage(texts) => texts.iter().all(|(_, text)| text.is_empty()),
        }
    }

    /// The text for a reader of `language`: in that language, or in its base (`pt` for `pt-BR`), or else what comes first.
    ///
    /// ```
    /// use jisr::model::{Language, Text};
    /// let name = Text::ByLanguage(vec![
    ///     (Language::new("en"), "Governor".into()),
    ///     (Language::new("ar"), "المحافظ".into()),
    /// ]);
    /// assert_eq!(name.read(&Language::new("ar")), "المحافظ");
    /// assert_eq!(name.read(&Language::new("fr")), "Governor");
    /// ```
    pub fn read(&self, language: &Language) -> &str {
        match self {
            Self::Plain(text) => text,
            Self::ByLanguage(texts) => {
                let written = || texts.iter().filter(|(_, text)| !text.is_empty());
                written()
                    .find(|(tag, _)| tag == language)
                    .or_else(|| written().find(|(tag, _)| tag.base() == language.base()))
                    .or_else(|| written().next())
                    .map_or("", |(_, text)| text)
            }
        }
    }

    /// Everything that was written, whatever the language.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        let (plain, several) = match self {
            Self::Plain(text) => (Some(text.as_str()), [].as_slice()),
            Self::ByLanguage(texts) => (None, texts.as_slice()),
        };
        plain.into_iter().chain(several.iter().map(|(_, text)| text.as_str()))
    }
}
