//! Lists of words that the catalogues hold for reading what people type.

use std::borrow::Cow;

use crate::words::{Words, fold};

/// The phrases of a message that lists them between commas, folded.
pub fn phrases(words: &Words, message: &str) -> std::vec::IntoIter<String> {
    let list = words.text(message);
    let phrases: Vec<String> = list.split([',', '،']).map(fold).filter(|phrase| !phrase.is_empty()).collect();
    phrases.into_iter()
}

/// The words of a text, folded and spelled in one way.
pub fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    folded.split(' ').filter(|word| !word.is_empty()).map(|word| spelled(word).into_owned()).collect()
}

/// What words of a vocabulary are known by, however they are written: folded, and spelled in one way.
///
/// Names are not known by that: two bodies may differ in the spelling of theirs.
pub fn known_by(text: &str) -> String {
    words(text).join(" ")
}

/// English words that are spelled in two ways, the American one first; those in -ize follow a rule.
const TWICE: [(&str, &str); 24] = [
    ("behavior", "behaviour"),
    ("behaviors", "behaviours"),
    ("center", "centre"),
    ("centers", "centres"),
    ("color", "colour"),
    ("counselor", "counsellor"),
    ("counselors", "counsellors"),
    ("defense", "defence"),
    ("enrollment", "enrolment"),
    ("fulfillment", "fulfilment"),
    ("harbor", "harbour"),
    ("honor", "honour"),
    ("labor", "labour"),
    ("laborer", "labourer"),
    ("laborers", "labourers"),
    ("license", "licence"),
    ("licenses", "licences"),
    ("neighbor", "neighbour"),
    ("neighborhood", "neighbourhood"),
    ("neighborhoods", "neighbourhoods"),
    ("neighboring", "neighbouring"),
    ("neighbors", "neighbours"),
    ("program", "programme"),
    ("programs", "programmes"),
];

/// What follows the z of such words as "organization" and "analyze".
const AFTER_Z: [&str; 9] = ["ation", "ations", "ational", "e", "ed", "er", "ers", "es", "ing"];

/// A folded word as it is spelled in the catalogues.
fn spelled(word: &str) -> Cow<'_, str> {
    if let Ok(at) = TWICE.binary_search_by_key(&word, |(american, _)| american) {
        return Cow::Borrowed(TWICE[at].1);
    }
    let parts = word.rsplit_once('z').filter(|(before, after)| {
        // "Size" and "prize" have another z.
        before.chars().count() > 3 && before.ends_with(['i', 'y']) && AFTER_Z.contains(after)
    });
    parts.map_or(Cow::Borrowed(word), |(before, after)| Cow::Owned(format!("{before}s{after}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_are_spelled_in_two_ways_are_known_by_one() {
        for (typed, known) in [
            ("International Organization", "international organisation"),
            ("Women's Organizations", "womens organisations"),
            ("neighborhood CENTER", "neighbourhood centre"),
            ("Labor union", "labour union"),
            ("Type of organization", "type of organisation"),
            ("analyzed, organizes", "analysed organises"),
            ("prize size Citizens", "prize size citizens"),
            ("منظمة دولية", "منظمه دوليه"),
        ] {
            assert_eq!(known_by(typed), known, "{typed}");
        }
        assert!(TWICE.is_sorted(), "it is sought by halves");
    }
}
