//! Names in sentences: whatever their script, the sentence keeps its order.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use jisr::model::Language;
use jisr::words::{
    Words, args, base_direction, close_isolates, is_right_to_left, isolated, languages, visual_runs,
    without_isolates,
};

/// What stands on the screen, from left to right.
fn drawn(text: &str, is_right_to_left: bool) -> String {
    let mirrored = |letter: char| match letter {
        '(' => ')',
        ')' => '(',
        other => other,
    };
    let shaped = |run: &jisr::words::Run| -> String {
        if run.is_right_to_left { run.text.chars().rev().map(mirrored).collect() } else { run.text.clone() }
    };
    visual_runs(text, is_right_to_left).iter().map(shaped).collect()
}

/// The messages of a language, and in each what is put into it; whether that chooses between variants.
fn messages(language: &str) -> BTreeMap<String, BTreeMap<String, bool>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(language);
    let mut found: BTreeMap<String, BTreeMap<String, bool>> = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        let mut id = None;
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some((name, _)) = line.split_once(" =").filter(|(name, _)| !name.contains(' ')) {
                id = Some(name.to_owned());
            }
            let Some(id) = &id else { continue };
            let inside = found.entry(id.clone()).or_default();
            for part in line.split('$').skip(1) {
                let name: String = part
                    .chars()
                    .take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '-')
                    .collect();
                let chooses = part[name.len()..].trim_start().starts_with("->");
                *inside.entry(name).or_default() |= chooses;
            }
        }
    }
    found
}

#[test]
fn every_message_keeps_its_order_whatever_the_names_in_it() {
    let names = [
        "مركز المرأة (2009)",
        "وجهاء الحي 7",
        "شباب بلا حدود JSF",
        "צה\"ל (1)",
        "2012-06-30",
        "SHAMS (شمس)",
        "Police (3)",
        "ГО «Правозахист»",
        "3 بلدية",
    ];
    let mut checked = 0;
    for language in languages() {
        let words = Words::of(&language);
        let base = language.is_right_to_left();
        for (id, inside) in messages(language.as_str()) {
            let texts: BTreeSet<&String> =
                inside.iter().filter(|(_, chooses)| !**chooses).map(|(name, _)| name).collect();
            if texts.is_empty() {
                continue;
            }
            for shift in 0..names.len() {
                let token = |at: usize| format!("Q{at}Q");
                let name_at = |at: usize| names[(shift + at) % names.len()];
                let said = |of: &dyn Fn(usize) -> String| {
                    let mut given = args([]);
                    inside
                        .iter()
                        .filter(|(_, chooses)| **chooses)
                        .for_each(|(name, _)| given.set(name.clone(), 3));
                    texts.iter().enumerate().for_each(|(at, name)| given.set((*name).clone(), of(at)));
                    words.say(&id, &given)
                };
                let text = said(&|at| name_at(at).to_owned());
                let mut expected = drawn(&said(&token), base);
                for at in 0..texts.len() {
                    let name = name_at(at);
                    expected = expected.replace(&token(at), &drawn(name, is_right_to_left(name)));
                }
                assert_eq!(drawn(&text, base_direction(&text, base)), expected, "{id}: {text}");
                checked += 1;
            }
        }
    }
    assert!(checked > 500, "{checked}");
}

#[test]
fn lists_keep_their_order() {
    let words = Words::of(&Language::new("en"));
    let list = words.list(&["مركز (1)", "بلدية 3", "Police", "شمس"], 9);
    assert_eq!(drawn(&list, false), "(1) زكرم, 3 ةيدلب, Police and سمش");
    let list = words.list(&["مركز (1)", "بلدية 3", "Police", "شمس"], 2);
    assert!(drawn(&list, false).starts_with("(1) زكرم, 3 ةيدلب and 2"), "{list}");
    assert_eq!(words.list(&["مركز"], 2), "\u{2068}مركز\u{2069}");
}

#[test]
fn what_is_put_into_a_sentence_ends_where_it_ends() {
    let words = Words::of(&Language::new("en"));
    for name in ["\u{2069}شمس", "\u{2067}شمس", "\u{202e}Evil Gazette", "شمس\u{202e}", "a\u{2069}\u{2068}ش"]
    {
        let text = words.did_you_mean(name);
        let token = words.did_you_mean("Q");
        let end = token.split('Q').nth(1).unwrap();
        assert!(drawn(&text, false).ends_with(end), "{text:?}");
    }
    // A map in one script has none of the marks.
    assert_eq!(without_isolates(&words.did_you_mean("Police (3)")), words.did_you_mean("Police (3)"));
    assert_eq!(isolated("Genève – «a», 3", false), "Genève – «a», 3");
}

#[test]
fn lines_keep_what_was_set_apart_across_their_ends() {
    let text = "\u{2068}مركز المرأة (2009)\u{2069} informs";
    for at in text.char_indices().map(|(at, _)| at).filter(|at| *at > 0) {
        let mut lines = vec![text[..at].to_owned(), text[at..].to_owned()];
        close_isolates(&mut lines);
        for line in &lines {
            let count = |mark: &[char]| line.chars().filter(|letter| mark.contains(letter)).count();
            assert_eq!(count(&['\u{2066}', '\u{2067}', '\u{2068}']), count(&['\u{2069}']), "{line:?}");
        }
        assert_eq!(without_isolates(&lines.concat()), without_isolates(text));
        let second = drawn(&lines[1], false);
        assert!(second.ends_with("informs") || second.is_empty() || at > text.len() - 8, "{second}");
    }
}

#[test]
fn a_name_goes_as_its_first_letter_and_a_sentence_as_its_language() {
    assert!(base_direction("مركز (2009)", false));
    assert!(!base_direction("SHAMS شمس", false));
    assert!(!base_direction("\u{2068}مركز\u{2069} → informs", false));
    assert!(base_direction("\u{2068}SHAMS\u{2069} ← تُعلم", true));
    assert!(!base_direction("SHAMS", true), "a name alone");
}
