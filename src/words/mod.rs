//! Words: every sentence that a person can read comes from a catalogue in `locales/`, in the reader's language.
//!
//! A message is asked for by its id, with what is to stand in it. A language without a catalogue of its own, or a
//! message that it lacks, falls back to English, in which every message exists (a test sees to that).

mod direction;
mod findings;
mod isolates;
mod names;
mod problems;
mod search;
mod wrap;

use std::borrow::Cow;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::model::Language;

pub use crate::model::fold;
pub use direction::{PlacedRun, Run, is_right_to_left, piece_of_run, placed_runs, visual_runs};
pub use findings::{FindingText, finding_text, heard_for_certain, rule_heading};
pub use isolates::{balanced, base_direction, close_isolates, isolated, without_isolates};
pub use names::name_in;
pub use problems::{breakdown_text, problem_text, remark_text, unreadable_text};
pub use search::{Finder, Hit, Rank};
pub use wrap::{ideographic_breaks, wrap};

/// The catalogues: language by language, file by file.
const CATALOGUES: &[(&str, &[&str])] = &[(
    "en",
    &[
        include_str!("../../locales/en/analysis.ftl"),
        include_str!("../../locales/en/building.ftl"),
        include_str!("../../locales/en/commands.ftl"),
        include_str!("../../locales/en/findings.ftl"),
        include_str!("../../locales/en/keeping.ftl"),
        include_str!("../../locales/en/meanings.ftl"),
        include_str!("../../locales/en/merge.ftl"),
        include_str!("../../locales/en/picture.ftl"),
        include_str!("../../locales/en/problems.ftl"),
        include_str!("../../locales/en/vocabulary.ftl"),
        include_str!("../../locales/en/window.ftl"),
    ],
)];

/// The languages that have a catalogue.
pub fn languages() -> impl Iterator<Item = Language> {
    CATALOGUES.iter().map(|(tag, _)| Language::new(tag))
}

/// What the speakers of a language call it; its tag where that is not known here.
pub fn autonym(language: &Language) -> &str {
    match language.base() {
        "ar" => "العربية",
        "de" => "Deutsch",
        "en" => "English",
        "es" => "Español",
        "fa" => "فارسی",
        "fr" => "Français",
        "he" => "עברית",
        "ku" => "Kurdî",
        "tr" => "Türkçe",
        "ur" => "اردو",
        _ => language.as_str(),
    }
}

/// What stands in a message: names and what they are.
pub type Args<'a> = FluentArgs<'a>;

/// The words of one reader's language.
pub struct Words {
    language: Language,
    // Invariant: the first that has a message says it; the last one is English.
    bundles: Vec<FluentBundle<FluentResource>>,
}

impl Words {
    /// The words of a language.
    pub fn of(language: &Language) -> Self {
        let mut bundles = Vec::new();
        for (tag, files) in CATALOGUES {
            let is_wanted = *tag == language.base();
            if is_wanted {
                bundles.insert(0, bundle(tag, files));
            } else if *tag == "en" {
                bundles.push(bundle(tag, files));
            }
        }
        Self { language: language.clone(), bundles }
    }

    /// The reader's language.
    pub fn language(&self) -> &Language {
        &self.language
    }

    /// Whether the reader's language has a catalogue of its own.
    pub fn is_translated(&self) -> bool {
        languages().any(|language| language.as_str() == self.language.base())
    }

    /// A message in which nothing is to be filled in.
    pub fn text(&self, id: &str) -> String {
        self.say(id, &Args::new())
    }

    /// Whether the sentences go from right to left: those of the catalogue that is spoken, not of the language that was
    /// asked for.
    pub fn is_right_to_left(&self) -> bool {
        self.is_translated() && self.language.is_right_to_left()
    }

    /// A name as a block of its own within a sentence, as [`isolated`] makes it.
    pub fn apart<'t>(&self, name: &'t str) -> Cow<'t, str> {
        isolated(name, self.is_right_to_left())
    }

    /// A message, everything that is put into it set apart as [`isolated`] does. Without one of that id, the id itself, so
    /// that something is there to be reported.
    pub fn say(&self, id: &str, args: &Args) -> String {
        let is_apart = |value: &FluentValue| match value {
            FluentValue::String(text) => matches!(isolated(text, self.is_right_to_left()), Cow::Borrowed(_)),
            _ => true,
        };
        if args.iter().all(|(_, value)| is_apart(value)) {
            return self.say_bare(id, args);
        }
        let mut apart = Args::new();
        for (name, value) in args.iter() {
            let value = match value {
                FluentValue::String(text) => {
                    FluentValue::String(Cow::Owned(isolated(text, self.is_right_to_left()).into_owned()))
                }
                other => other.clone(),
            };
            apart.set(name.to_owned(), value);
        }
        self.say_bare(id, &apart)
    }

    /// The same with nothing set apart: for what goes into a map.
    pub fn say_bare(&self, id: &str, args: &Args) -> String {
        for bundle in &self.bundles {
            if let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) {
                let mut errors = Vec::new();
                let text = bundle.format_pattern(pattern, Some(args), &mut errors);
                debug_assert!(errors.is_empty(), "{id}: {errors:?}");
                return text.into_owned();
            }
        }
        debug_assert!(false, "no message {id}");
        id.to_owned()
    }

    /// "Did you mean …?"
    pub fn did_you_mean(&self, meant: &str) -> String {
        self.say("did-you-mean", &args([("meant", meant.into())]))
    }

    /// Names as a list that reads: "A, B and C"; past `most` of them: "A, B and 7 others".
    pub fn list(&self, names: &[&str], most: usize) -> String {
        let count = names.len();
        let is_cut = count > most.max(1).saturating_add(1);
        let shown = names.iter().take(if is_cut { most.max(1) } else { count });
        let shown: Vec<_> = shown.map(|name| isolated(name, self.is_right_to_left())).collect();
        // Where one of several names is a list itself, commas would not tell where it ends.
        let and = self.text("list-and");
        let has_list =
            names.len() > 2 && names.iter().any(|name| name.contains([',', '،', ';']) || name.contains(&and));
        let comma = self.text(if has_list { "list-semicolon" } else { "list-comma" });
        match shown.as_slice() {
            [] => String::new(),
            [one] if !is_cut => one.to_string(),
            _ if is_cut => self.say(
                "list-more",
                &args([("first", shown.join(&comma).into()), ("more", (count - shown.len()).into())]),
            ),
            _ if has_list => shown.join(&comma),
            [first @ .., last] => self.say(
                "list-end",
                &args([("first", first.join(&comma).into()), ("last", last.as_ref().into())]),
            ),
        }
    }
}

/// What stands in a message.
pub fn args<'a, const N: usize>(values: [(&'static str, Value<'a>); N]) -> Args<'a> {
    values.into_iter().map(|(name, value)| (name, value.0)).collect()
}

/// Something that can stand in a message: a text or a number.
pub struct Value<'a>(FluentValue<'a>);

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self(FluentValue::String(Cow::Borrowed(text)))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self(FluentValue::String(Cow::Owned(text)))
    }
}

impl From<usize> for Value<'_> {
    fn from(number: usize) -> Self {
        Self(FluentValue::from(number))
    }
}

impl From<u32> for Value<'_> {
    fn from(number: u32) -> Self {
        Self(FluentValue::from(number))
    }
}

fn bundle(tag: &str, files: &[&str]) -> FluentBundle<FluentResource> {
    let language: LanguageIdentifier = tag.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new(vec![language]);
    // Only what needs it is set apart, by `Words::say`: a file or a terminal may show the marks as boxes.
    bundle.set_use_isolating(false);
    for file in files {
        let resource = FluentResource::try_new((*file).to_owned()).unwrap_or_else(|(resource, errors)| {
            debug_assert!(false, "{tag}: {errors:?}");
            resource
        });
        let added = bundle.add_resource(resource);
        debug_assert!(added.is_ok(), "{tag}: {added:?}");
    }
    bundle
}
