//! Where lines break.

use std::cell::Cell;

use jisr::words::wrap;
use proptest::prelude::*;

#[allow(clippy::cast_precision_loss, reason = "lines here are short")]
fn letters(text: &str) -> f32 {
    text.chars().count() as f32
}

fn check(text: &str, width: f32, expected: &[&str]) {
    assert_eq!(wrap(text, width, &letters), expected, "{text}");
}

#[test]
fn lines_break_between_words() {
    check("", 5.0, &[""]);
    check("   ", 5.0, &[""]);
    check("Jenin", 5.0, &["Jenin"]);
    check("Jenin Camp Popular Committee", 12.0, &["Jenin Camp", "Popular", "Committee"]);
    check("Jenin Camp", 10.0, &["Jenin Camp"]);
    check("  two   spaces  ", 12.0, &["two   spaces"]);
    check("  two   spaces  ", 8.0, &["two", "spaces"]);
    check("اللجنة الشعبية لمخيم جنين", 14.0, &["اللجنة الشعبية", "لمخيم جنين"]);
}

#[test]
fn breaks_of_the_author_stay() {
    check("a\nb", 9.0, &["a", "b"]);
    check("a\r\n\r\nb\n", 9.0, &["a", "", "b", ""]);
    check("a\u{2028}b\u{85}c", 9.0, &["a", "b", "c"]);
}

#[test]
fn long_words_break_in_need() {
    check("abcdefgh", 3.0, &["abc", "def", "gh"]);
    check("ab cdefghi jk", 4.0, &["ab", "cdef", "ghi", "jk"]);
    check("ab cdefgh jk", 4.0, &["ab", "cdef", "gh", "jk"]);
    check("ab cdefg jk", 4.0, &["ab", "cdef", "g jk"]);
    check("abc", 0.0, &["a", "b", "c"]);
    check("abc", -1.0, &["a", "b", "c"]);
    check("abc de", f32::INFINITY, &["abc de"]);
    // Marks stay with their letters, and a family in one piece.
    check("e\u{301}e\u{301}e\u{301}", 4.0, &["e\u{301}e\u{301}", "e\u{301}"]);
    check("👩‍👩‍👧x", 2.0, &["👩‍👩‍👧", "x"]);
}

#[test]
fn compound_words_break_behind_hyphens() {
    check("civil-military talks", 8.0, &["civil-", "military", "talks"]);
    check("Tall al-Zanbaq", 8.0, &["Tall", "al-Zanba", "q"]);
    check("2008-2012", 5.0, &["2008-", "2012"]);
    check("and/or police/courts", 7.0, &["and/or", "police/", "courts"]);
}

#[test]
fn marks_do_not_stand_alone_at_the_edge() {
    check("Qui parle ?", 9.0, &["Qui", "parle ?"]);
    check("dit : « oui »", 8.0, &["dit :", "« oui »"]);
    check("Peace – a plan", 6.0, &["Peace", "– a", "plan"]);
    check("Peace – a plan", 7.0, &["Peace –", "a plan"]);
    check("60 % de Jenin", 5.0, &["60 %", "de", "Jenin"]);
    check("a\u{a0}b c", 4.0, &["a\u{a0}b", "c"]);
}

#[test]
fn a_long_text_is_measured_about_once() {
    let measured = Cell::new(0);
    let measure = |text: &str| {
        measured.set(measured.get() + text.len());
        letters(text)
    };
    for text in
        ["word ".repeat(20_000), "x".repeat(100_000), "! ".repeat(50_000), "ab-cde-fgh ".repeat(9_000)]
    {
        measured.set(0);
        wrap(&text, 60.0, &measure);
        assert!(measured.get() < 12 * text.len(), "{} {}", measured.get(), text.len());
    }
}

proptest! {
    #[test]
    fn nothing_is_lost_and_everything_fits(text in "[a-dé\u{301}ابج1 «»!:\n-]{0,60}", width in 0_u8..20) {
        let width = f32::from(width);
        let lines = wrap(&text, width, &letters);
        let solid = |text: &str| text.split_whitespace().collect::<String>();
        prop_assert_eq!(solid(&lines.concat()), solid(&text));
        prop_assert!(lines.len() > text.matches('\n').count());
        for line in &lines {
            prop_assert!(letters(line) <= width || line.chars().filter(|c| *c != '\u{301}').count() <= 1, "{line}");
            prop_assert_eq!(line.trim(), line);
        }
    }

    #[test]
    fn a_line_takes_what_it_can(text in "[a-d]{1,6}( [a-d]{1,6}){0,12}", width in 6_u8..20) {
        let lines = wrap(&text, f32::from(width), &letters);
        prop_assert_eq!(lines.join(" "), text);
        for pair in lines.windows(2) {
            let next = pair[1].split(' ').next().unwrap();
            prop_assert!(letters(&pair[0]) + 1.0 + letters(next) > f32::from(width));
        }
    }

    #[test]
    fn any_string_will_do(text in any::<String>(), width in any::<f32>()) {
        prop_assert!(!wrap(&text, width, &letters).is_empty());
    }
}
