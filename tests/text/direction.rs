//! The runs of a line, drawn as a shaper draws them.
//!
//! In these lines capitals stand for Arabic letters, as in Unicode Standard Annex 9, from which some samples are.

use harfrust::{Direction, FontRef, ShapeOptions, ShaperData, UnicodeBuffer};
use jisr::model::Language;
use jisr::words::{Run, is_right_to_left, visual_runs};
use proptest::prelude::*;
use unicode_bidi::{BidiInfo, Level, ParagraphBidiInfo};

/// As many as there are capitals, none of which joins two into one.
const ARABIC: [char; 26] = [
    'ا', 'ب', 'ت', 'ث', 'ج', 'ح', 'خ', 'د', 'ذ', 'ر', 'ز', 'س', 'ش', 'ص', 'ض', 'ط', 'ظ', 'ع', 'غ', 'ف', 'ق',
    'ك', 'م', 'ن', 'ه', 'و',
];

/// Pairs that look the other way from right to left.
const PAIRS: [(char, char); 6] = [('(', ')'), ('[', ']'), ('{', '}'), ('<', '>'), ('«', '»'), ('‹', '›')];

fn arabic(text: &str) -> String {
    let letter = |c: char| if c.is_ascii_uppercase() { ARABIC[c as usize - 'A' as usize] } else { c };
    text.chars().map(letter).collect()
}

fn capitals(text: &str) -> String {
    let letter =
        |c| ('A'..='Z').zip(ARABIC).find(|(_, arabic)| *arabic == c).map_or(c, |(capital, _)| capital);
    text.chars().map(letter).collect()
}

fn mirrored(c: char) -> char {
    PAIRS.iter().find_map(|(a, b)| (c == *a).then_some(*b).or((c == *b).then_some(*a))).unwrap_or(c)
}

/// What stands on the screen, from left to right, when a shaper has done its part.
fn drawn(runs: &[Run]) -> String {
    let shaped = |run: &Run| -> String {
        if run.is_right_to_left { run.text.chars().rev().map(mirrored).collect() } else { run.text.clone() }
    };
    runs.iter().map(shaped).collect()
}

fn check(line: &str, is_right_to_left: bool, expected: &str) {
    let runs = visual_runs(&arabic(line), is_right_to_left);
    assert_eq!(capitals(&drawn(&runs)), expected, "{line}");
}

#[test]
fn a_text_goes_where_its_first_letter_goes() {
    for text in
        ["مركز جنيف (DCAF)", "2012 جنين", "«شمس» SHAMS", "\u{2066}SHAMS\u{2069} شمس", "\n(שלום", "؟ ق"]
    {
        assert!(is_right_to_left(text), "{text}");
    }
    for text in ["", "2012", "٪", "٢٠١٢", "SHAMS مركز «شمس»", "  é ق", "\u{200e}شمس"] {
        assert!(!is_right_to_left(text), "{text}");
    }
}

#[test]
fn a_language_goes_where_its_script_goes() {
    for tag in ["ar", "ar-PS", "he", "fa-IR", "ur", "ckb", "az-Arab", "PA-arab-PK", "AR"] {
        assert!(Language::new(tag).is_right_to_left(), "{tag}");
    }
    for tag in ["en", "fr-CH", "ar-Latn", "ks-Deva-IN", "tr", "", "ara-1994"] {
        assert!(!Language::new(tag).is_right_to_left(), "{tag}");
    }
}

#[test]
fn samples_of_the_annex() {
    check("car means CAR.", false, "car means RAC.");
    check("\u{2067}CAR MEANS car.\u{2069}", false, ".car SNAEM RAC");
    check(
        "he said “\u{2067}CAR MEANS car\u{2069}.” “\u{2067}IT DOES\u{2069},” she agreed.",
        false,
        "he said “car SNAEM RAC.” “SEOD TI,” she agreed.",
    );
    check(
        "DID YOU SAY ’\u{2066}he said “\u{2067}car MEANS CAR\u{2069}”\u{2069}‘?",
        true,
        "?‘he said “RAC SNAEM car”’ YAS UOY DID",
    );
    check("smith (fabrikam ARABIC) HEBREW", true, "WERBEH (CIBARA fabrikam) smith");
    check("ARABIC book(s)", true, "book(s) CIBARA");
    check("it is called \"AN INTRODUCTION TO java\"", false, "it is called \"OT NOITCUDORTNI NA java\"");
    check("called \"\u{2067}AN INTRODUCTION TO java\u{2069}\"", false, "called \"java OT NOITCUDORTNI NA\"");
    check("AB(CD[&ef]!)gh", true, "gh(![ef&]DC)BA");
    check("a(B)c", false, "a(B)c");
    check("\u{202e}abc\u{202c} d", false, "cba d");
}

#[test]
fn names_with_brackets_and_numbers() {
    check("MARKAZ JNIF (dcaf) 2012", true, "2012 (dcaf) FINJ ZAKRAM");
    check("shams MARKAZ «SMS»", false, "shams SMS» ZAKRAM»");
    check("MARKAZ «SMS» shams", true, "shams «SMS» ZAKRAM");
    check("SMS (shams)", true, "(shams) SMS");
    check("SMS (shams)", false, "SMS (shams)");
    check("police (ALQDS)", false, "police (SDQLA)");
    check("MHKMA (ALQDA)", true, "(ADQLA) AMKHM");
    check("((A))", true, "((A))");
    check("A (", true, ") A");
    check("a )", true, "( a");
    check("", true, "");
    check("abc", true, "abc");
    check("c++ A", true, "A ++c");
    check("l’État & Cie", false, "l’État & Cie");
}

#[test]
fn numbers_are_read_from_left_to_right() {
    check("A 2012 B", true, "B 2012 A");
    check("A ٢٠١٢ B", true, "B ٢٠١٢ A");
    check("A ۲۰۱۲ B", true, "B ۲۰۱۲ A");
    check("ab ٢٠١٢ cd", false, "ab ٢٠١٢ cd");
    check("ab ۲۰۱۲ cd", false, "ab ۲۰۱۲ cd");
    check("۱۲۳ kg", false, "۱۲۳ kg");
    check("A 12% B", true, "B %12 A");
    check("12% of A", false, "12% of A");
    check("A ١٢٪ B", true, "B ٪١٢ A");
    check("A ١٫٥ B", true, "B ١٫٥ A");
    check("ab ۱٫۵٪ cd", false, "ab ۱٫۵٪ cd");
    check("A 3.5 B", true, "B 3.5 A");
    check("A 1/12/2012 B", true, "B 1/12/2012 A");
    check("+970 59 123", true, "123 59 970+");
    check("60% (C)", true, "(C) 60%");
}

#[test]
fn marks_stay_on_their_letters_and_joiners_where_they_join() {
    // A run that is given to the shaper as it is read.
    let run = |text: &str, is_right_to_left| vec![Run { text: text.to_owned(), is_right_to_left }];
    assert_eq!(visual_runs("جِنِّين", true), run("جِنِّين", true));
    assert_eq!(visual_runs("می\u{200c}شود", true), run("می\u{200c}شود", true));
    assert_eq!(visual_runs("ه\u{200d}", true), run("ه\u{200d}", true));
    assert_eq!(visual_runs("Gene\u{300}ve", true), run("Gene\u{300}ve", false));
    // Turned here, mark and all.
    assert_eq!(visual_runs("(\u{301}!", true), run("!)\u{301}", false));
    assert_eq!(visual_runs("👍🏽 👩‍🌾", true), run("👩‍🌾 👍🏽", false));
}

#[test]
fn what_is_not_seen_is_left_out() {
    check("a\u{200e}b\u{ad}c\u{0}d\u{feff}", false, "abcd");
    check("\u{200f}", false, "");
    check("A\nb\tc\r\nd\u{2029}e", false, "A b c  d e");
    check("A\nb", true, "b A");
    // Though not seen, the mark does its part.
    check("A!\u{200f}", false, "!A");
}

/// What a shaper with the bundled font makes of it, asked for nothing but the letters.
fn shaped(runs: &[Run]) -> String {
    let font = FontRef::new(include_bytes!("../../assets/fonts/Vazirmatn-Regular.ttf")).unwrap();
    let data = ShaperData::new(&font);
    let shape = |text: &str| {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        let is_right_to_left = buffer.direction() == Direction::RightToLeft;
        (data.shaper(&font).build().shape(buffer, ShapeOptions::new()), is_right_to_left)
    };
    let alone = |c: char| shape(&c.to_string()).0.glyph_infos()[0].glyph_id;
    let mut seen = String::new();
    for run in runs {
        let (glyphs, is_right_to_left) = shape(&run.text);
        assert_eq!(is_right_to_left, run.is_right_to_left, "{run:?}");
        for glyph in glyphs.glyph_infos() {
            let c = run.text[glyph.cluster as usize..].chars().next().unwrap();
            let is_mirrored = mirrored(c) != c && glyph.glyph_id == alone(mirrored(c));
            seen.push(if is_mirrored { mirrored(c) } else { c });
        }
    }
    seen
}

#[test]
fn a_real_shaper_draws_it_so() {
    for (line, base) in [
        ("MARKAZ JNIF (dcaf) 2012", true),
        ("MARKAZ «SMS» shams", true),
        ("shams MARKAZ «SMS»", false),
        ("((A)) [b]", true),
        ("A ١٫٥ B ۱٫۵٪ c", true),
        ("ab ۱٫۵٪ cd (۲۰) A", false),
        ("60% (C)", true),
    ] {
        let runs = visual_runs(&arabic(line), base);
        assert_eq!(shaped(&runs), drawn(&runs), "{line}");
    }
}

/// What the annex says should stand on the screen, letter by letter (rules L2 and L4).
fn by_the_annex(line: &str, is_right_to_left: bool) -> String {
    let base = if is_right_to_left { Level::rtl() } else { Level::ltr() };
    let levels = ParagraphBidiInfo::new(line, Some(base)).reordered_levels_per_char(0..line.len());
    let letters: Vec<char> = line.chars().collect();
    let see = |at: usize| if levels[at].is_rtl() { mirrored(letters[at]) } else { letters[at] };
    BidiInfo::reorder_visual(&levels).into_iter().map(see).collect()
}

fn sorted(text: &str) -> Vec<char> {
    let mut letters: Vec<char> = text.chars().map(|c| c.min(mirrored(c))).collect();
    letters.sort_unstable();
    letters
}

proptest! {
    #[test]
    fn letters_stand_where_the_annex_says(line in "[a-cA-C1-3١-٣۱-۳٫٪%.,/+()«»\\[\\] –]{0,24}", base: bool) {
        let line = arabic(&line);
        prop_assert_eq!(drawn(&visual_runs(&line, base)), by_the_annex(&line, base));
    }

    #[test]
    fn shapers_guess_what_a_run_says(line in "[a-cA-C1-3١-٣۱-۳٫٪%.()«» ]{0,16}", base: bool) {
        let runs = visual_runs(&arabic(&line), base);
        prop_assert_eq!(shaped(&runs), drawn(&runs));
    }

    #[test]
    fn no_letter_is_lost(line in "\\PC*", base: bool) {
        let runs = visual_runs(&line, base);
        let all: String = runs.iter().map(|run| run.text.as_str()).collect();
        let unseen = |c: &char| "\u{ad}\u{61c}\u{180e}\u{200b}\u{feff}".contains(*c) || ('\u{200e}'..='\u{200f}').contains(c)
            || ('\u{202a}'..='\u{202e}').contains(c) || ('\u{2060}'..='\u{206f}').contains(c) || ('\u{fff9}'..='\u{fffb}').contains(c);
        let seen: String = line.chars().filter(|c| !unseen(c)).collect();
        // Pairs beyond those of this test are few; what counts is how many there are.
        prop_assert_eq!(all.chars().count(), seen.chars().count());
        if all.chars().all(char::is_alphanumeric) {
            prop_assert_eq!(sorted(&all), sorted(&seen));
        }
    }

    #[test]
    fn a_line_all_from_left_to_right_is_one_run(line in "[a-z][a-z0-9 ().,'é-]{0,30}[a-z]", base: bool) {
        prop_assert_eq!(visual_runs(&line, base), [Run { text: line.clone(), is_right_to_left: false }]);
    }

    #[test]
    fn any_string_will_do(line in any::<String>(), base: bool) {
        visual_runs(&line, base);
    }
}
