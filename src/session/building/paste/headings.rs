//! What the headings of columns mean, in the languages of the catalogue, and what they say of the unit in brackets.

use std::collections::{BTreeSet, HashMap};

use super::Use;
use crate::model::Language;
use crate::session::building::fields::{ActorField, TieField};
use crate::session::building::wording::{self, known_by};
use crate::words::Words;

/// What headings may mean, for rows of one kind.
pub struct Headings {
    /// What the fields are called: these count first.
    labels: HashMap<String, Use>,
    /// What else they may be called; several things for some words ("source").
    others: HashMap<String, Vec<Use>>,
}

impl Headings {
    /// Of tables of actors.
    pub fn of_actors(words: &Words) -> Self {
        let mut headings = Self::new(ActorField::ALL, ActorField::id, Use::Actor, words);
        for (list, tag) in [("heading-name-en", "en"), ("heading-name-fr", "fr"), ("heading-name-ar", "ar")] {
            for word in wording::phrases(words, list) {
                headings.others.entry(known_by(&word)).or_default().push(Use::NameIn(Language::new(tag)));
            }
        }
        headings
    }

    /// Of tables of ties.
    pub fn of_ties(words: &Words) -> Self {
        Self::new(TieField::ALL, TieField::id, Use::Tie, words)
    }

    fn new<F: Clone>(
        all: &[F],
        id: impl Fn(&F) -> &'static str,
        of: impl Fn(F) -> Use,
        words: &Words,
    ) -> Self {
        let (mut labels, mut others): (HashMap<_, _>, HashMap<_, Vec<Use>>) = Default::default();
        for field in all {
            for word in [words.text(&format!("column-{}", id(field))), id(field).to_owned()] {
                labels.entry(known_by(&word)).or_insert_with(|| of(field.clone()));
            }
            for word in wording::phrases(words, &format!("heading-{}", id(field))) {
                others.entry(known_by(&word)).or_default().push(of(field.clone()));
            }
        }
        Self { labels, others }
    }

    /// What each heading means, nothing twice: what fields are called first, then words that mean one thing, then the others.
    pub fn read(&self, headings: &[String]) -> Vec<Option<Use>> {
        let forms: Vec<Vec<String>> = headings.iter().map(|heading| forms(heading)).collect();
        let mut taken: BTreeSet<Use> = BTreeSet::new();
        let mut uses: Vec<Option<Use>> = vec![None; headings.len()];
        for pass in 0..3 {
            for (used, forms) in uses.iter_mut().zip(&forms).filter(|(used, _)| used.is_none()) {
                let mut meant = forms.iter().flat_map(|form| self.meant(form, pass));
                let free = meant.find(|one| !taken.contains(one) && Self::may_be(one, pass, &taken));
                if let Some(free) = free {
                    taken.insert(free.clone());
                    *used = Some(free.clone());
                }
            }
        }
        uses
    }

    fn meant(&self, form: &str, pass: usize) -> &[Use] {
        let label = self.labels.get(form).map(std::slice::from_ref).unwrap_or_default();
        let others = self.others.get(form).map(Vec::as_slice).unwrap_or_default();
        match (pass, others.len()) {
            (0, _) => label,
            (1, 1) | (2, 2..) => others,
            _ => &[],
        }
    }

    /// "Source" beside "target" is where a tie begins; without it, it is where something is known from.
    fn may_be(used: &Use, pass: usize, taken: &BTreeSet<Use>) -> bool {
        pass < 2 || *used != Use::Tie(TieField::From) || taken.contains(&Use::Tie(TieField::To))
    }
}

/// A heading as it may be known: all of it, without its brackets and the scale after it, and each of two languages.
fn forms(heading: &str) -> Vec<String> {
    let mut forms: Vec<String> = Vec::new();
    let bare = without_brackets(heading);
    let parts = bare.split(['/', '|', '\n']).filter(|part| !part.trim().is_empty());
    for part in [heading, bare.as_str()].into_iter().chain(parts) {
        let folded = known_by(part);
        let unscaled =
            folded.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == ' ').to_owned();
        for form in [folded, unscaled] {
            if !form.is_empty() && !forms.contains(&form) {
                forms.push(form);
            }
        }
    }
    forms
}

fn without_brackets(heading: &str) -> String {
    let mut depth = 0_usize;
    let mut bare = String::new();
    for letter in heading.chars() {
        match letter {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            _ if depth == 0 => bare.push(letter),
            _ => {}
        }
    }
    bare
}

/// The highest number of the scale that a heading states in brackets: 10 of "Influence (0-10)".
pub fn scale(heading: &str) -> Option<u32> {
    let brackets = heading.split(['(', '[']).nth(1)?;
    let brackets = crate::session::building::fields::plain_number(brackets.split([')', ']']).next()?);
    let numbers = brackets.split(|letter: char| !letter.is_ascii_digit());
    numbers.filter_map(|number| number.parse().ok()).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ties(headings: &[&str]) -> String {
        let words = Words::of(&Language::new("en"));
        let headings: Vec<String> = headings.iter().map(|heading| (*heading).to_owned()).collect();
        let read = Headings::of_ties(&words).read(&headings);
        let names = read.iter().map(|used| match used {
            Some(Use::Tie(field)) => field.id(),
            _ => "?",
        });
        names.collect::<Vec<_>>().join(" ")
    }

    fn actors(headings: &[&str]) -> String {
        let words = Words::of(&Language::new("en"));
        let headings: Vec<String> = headings.iter().map(|heading| (*heading).to_owned()).collect();
        let read = Headings::of_actors(&words).read(&headings);
        let names = read.iter().map(|used| match used {
            Some(Use::Actor(field)) => field.id().to_owned(),
            Some(Use::NameIn(language)) => format!("name-{language}"),
            _ => "?".to_owned(),
        });
        names.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn headings_are_known_in_three_languages() {
        assert_eq!(ties(&["Source", "Target", "Relationship", "Weight"]), "from to kind strength");
        assert_eq!(ties(&["Source", "From", "To"]), "evidence from to");
        assert_eq!(ties(&["Source", "Actor 1", "Actor 2"]), "evidence from to");
        assert_eq!(ties(&["De", "À", "Type de lien", "Poids", "Remarques"]), "from to kind strength notes");
        assert_eq!(ties(&["Source", "Cible", "Relation"]), "from to kind");
        assert_eq!(ties(&["من", "إلى", "نوع العلاقة", "القوة", "ملاحظات"]), "from to kind strength notes");
        assert_eq!(ties(&["المصدر", "الهدف"]), "from to");
        assert_eq!(actors(&["Nom", "Catégorie", "Niveau", "Gouvernorat"]), "name kind level area");
        assert_eq!(actors(&["الاسم", "النوع", "المحافظة", "منذ"]), "name kind area since");
        assert_eq!(actors(&["Name", "Arabic name", "Name (French)"]), "name name-ar name-fr");
        assert_eq!(
            actors(&["Nom / Name", "Influence (1-5)", "Interest [1–5]", "Source"]),
            "name influence interest evidence"
        );
        assert_eq!(actors(&["Organisation", "Org type", "Region", "Activity"]), "name kind area functions");
    }

    #[test]
    fn a_scale_is_read_in_brackets() {
        for (heading, expected) in [
            ("Influence (1-5)", Some(5)),
            ("Weight [0–10]", Some(10)),
            ("القوة (١-٥)", Some(5)),
            ("Weight (kg)", None),
            ("Weight", None),
        ] {
            assert_eq!(scale(heading), expected, "{heading}");
        }
    }
}
