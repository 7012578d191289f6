//! Files that are no map: other encodings, other JSON, no JSON, and files cut short.

use crate::maps::example::EXAMPLE;
use crate::maps::random::rich_map;
use crate::maps::{check_all, compact, saved, valid};
use jisr::format::jisr::{Flaw, MOST_BYTES, Unreadable, read};

fn refusal(bytes: &[u8]) -> Unreadable {
    read(bytes).map(|reading| reading.problems).unwrap_err()
}

/// The place of broken JSON, and what is wrong there.
fn flaw(bytes: &[u8]) -> (usize, usize, Flaw) {
    match refusal(bytes) {
        Unreadable::NotJson { line, column, flaw, .. } => (line, column, flaw),
        other => panic!("{other:?} for {}", String::from_utf8_lossy(bytes)),
    }
}

fn utf16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes_of).collect()
}

#[test]
fn utf_8_is_read_with_and_without_a_byte_order_mark() {
    let with_mark = [b"\xEF\xBB\xBF", EXAMPLE.as_bytes()].concat();
    assert_eq!(valid(&with_mark), valid(EXAMPLE.as_bytes()));
    assert_eq!(saved(&with_mark), EXAMPLE.as_bytes(), "the mark is not written");
}

#[test]
fn utf_16_is_read_with_a_byte_order_mark() {
    let marked = format!("\u{feff}{}", EXAMPLE.replace("Elected.", "😀"));
    for bytes_of in [u16::to_le_bytes, u16::to_be_bytes] {
        let map = valid(&utf16(&marked, bytes_of));
        assert_eq!(map, valid(EXAMPLE.replace("Elected.", "😀").as_bytes()));
    }
}

#[test]
fn utf_16_without_a_mark_or_cut_in_half_is_refused() {
    for bytes_of in [u16::to_le_bytes, u16::to_be_bytes] {
        refusal(&utf16(EXAMPLE, bytes_of));
        let mut odd = utf16(&format!("\u{feff}{EXAMPLE}"), bytes_of);
        odd.push(b'\n');
        assert!(matches!(refusal(&odd), Unreadable::NotText { .. }));
        let half_a_character: Vec<u8> = [0xFEFF, 0x7B, 0xD83D, 0x7D].into_iter().flat_map(bytes_of).collect();
        assert!(matches!(refusal(&half_a_character), Unreadable::NotText { .. }));
    }
}

#[test]
fn what_is_no_utf_8_is_refused_with_its_place() {
    let cases: [(&[u8], usize, usize); 6] = [
        (b"\xFF", 1, 1),
        (b"{\"jisr\": 1,\n \"title\": \"\xE9t\xE9\"}", 2, 12),
        ("{\"é\":\n\n\"é".as_bytes().split_last().unwrap().1, 3, 2),
        (b"\xEF\xBB\xBF{\xC0\x80}", 1, 2),
        (b"{\"\xED\xA0\x80\": 1}", 1, 3),
        (b"\xF4\x90\x80\x80", 1, 1),
    ];
    for (bytes, line, column) in cases {
        assert_eq!(refusal(bytes), Unreadable::NotText { line, column }, "{bytes:?}");
    }
}

#[test]
fn an_empty_file_is_called_empty() {
    for text in ["", " ", "\n", " \t\r\n ", "\u{feff}", "\u{feff}\n"] {
        assert_eq!(refusal(text.as_bytes()), Unreadable::Empty, "{text:?}");
    }
    assert_eq!(refusal(&utf16("\u{feff}\n", u16::to_le_bytes)), Unreadable::Empty);
}

#[test]
fn json_that_is_no_object_is_no_map() {
    let texts = [
        "[]",
        "3",
        "-3",
        "1.5",
        "1e400",
        "null",
        "true",
        "\"x\"",
        "\"\"",
        "[{\"jisr\": 1}]",
        " [1, [2]] ",
        "[[], {}]",
        "12345678901234567890123",
        "-0",
    ];
    for text in texts {
        assert_eq!(refusal(text.as_bytes()), Unreadable::NotAMap, "{text}");
    }
}

#[test]
fn an_object_is_a_map_however_little_it_holds() {
    for text in ["{}", " { } ", "{\"\": 0}"] {
        let problems = read(text.as_bytes()).unwrap().problems;
        let paths: Vec<&str> = problems.iter().map(|problem| problem.path.as_str()).collect();
        assert_eq!(paths, ["$.jisr", "$.title"], "{text}");
    }
}

#[test]
fn broken_json_is_said_with_line_and_column() {
    use Flaw::{CutShort, Syntax};
    let cases = [
        ("{", 1, 1, CutShort),
        ("{\"jisr\": 1", 1, 10, CutShort),
        ("{\"jisr\": 1,\n  \"title\": \"x", 2, 13, CutShort),
        ("{\"jisr\": tru", 1, 12, CutShort),
        ("x", 1, 1, Syntax),
        ("\u{0}", 1, 1, Syntax),
        ("{\"jisr\": 1,\n  \"title\": x}", 2, 12, Syntax),
        ("{\"jisr\": 1,\r\n\r\n  \"title\": x}", 3, 12, Syntax),
        ("{\"jisr\": 1 \"title\": 2}", 1, 12, Syntax),
        ("{\"jisr\": 1,}", 1, 12, Syntax),
        ("{'jisr': 1}", 1, 2, Syntax),
        ("{\"jisr\": 01}", 1, 11, Syntax),
        ("{\"jisr\": NaN}", 1, 10, Syntax),
        // What people see is counted: characters, not bytes.
        ("{\"é\": \"المحافظ\", x}", 1, 18, Syntax),
        ("{\"مفتاح\": 1,\n \"é\": 1,, }", 2, 9, Syntax),
        // Quotation marks that a word processor has made round.
        ("{\"jisr\": 1, “title”: \"Jenin\"}", 1, 13, Syntax),
        ("{\"jisr\": 1,\n  \"title\": “Jenin”, \"place\": \"Jenin Governorate\"}", 2, 12, Syntax),
        ("{\"jisr\": 1, \"title\": \"Jenin\"}\u{a0}", 1, 30, Syntax),
    ];
    let mut failures = Vec::new();
    for (text, line, column, what) in cases {
        let found = flaw(text.as_bytes());
        if found != (line, column, what) {
            failures.push(format!("{found:?}, not {:?}: {text:?}", (line, column, what)));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn the_excerpt_is_the_line_up_to_the_flaw_and_short() {
    for before in ["", "é", &"é".repeat(30), &"ab".repeat(100_000)] {
        let text = format!("{{\"jisr\": 1,\n\"title\": \"{before}\" x, \"place\": \"not shown\"}}");
        let Unreadable::NotJson { excerpt, .. } = refusal(text.as_bytes()) else { panic!() };
        assert!(excerpt.ends_with("\" x") && excerpt.chars().count() <= 60, "{excerpt}");
    }
}

#[test]
fn nothing_may_follow_the_map() {
    for rest in ["x", "{}", ",", "]", "}", "\u{0}", "\u{0}\u{0}\u{0}", "// a remark", "\u{feff}"] {
        let (line, _, what) = flaw(format!("{EXAMPLE}{rest}").as_bytes());
        assert_eq!((line, what), (1 + EXAMPLE.lines().count(), Flaw::Syntax), "{rest:?}");
    }
    for rest in ["\n\n", " ", "\r\n\t"] {
        assert_eq!(saved(format!("{EXAMPLE}{rest}").as_bytes()), EXAMPLE.as_bytes());
    }
}

/// A map cut short anywhere before its last bracket is refused as cut short, and with a place that is in it.
fn is_refused_wherever_it_is_cut(bytes: &[u8]) {
    let end = bytes.iter().rposition(|byte| *byte == b'}').unwrap();
    assert_eq!(refusal(&[]), Unreadable::Empty);
    for cut in 1..=end {
        let rest = &bytes[..cut];
        let Ok(text) = std::str::from_utf8(rest) else {
            assert!(matches!(refusal(rest), Unreadable::NotText { .. }));
            continue;
        };
        let (line, column, what) = flaw(rest);
        assert_eq!(what, Flaw::CutShort, "cut at byte {cut}");
        assert_eq!(line, 1 + text.matches('\n').count(), "cut at byte {cut}");
        let last = text.rsplit('\n').next().unwrap().chars().count();
        assert_eq!(column, last.max(1), "cut at byte {cut}");
    }
}

#[test]
fn a_file_cut_short_at_any_byte_is_refused() {
    is_refused_wherever_it_is_cut(EXAMPLE.as_bytes());
    check_all(12, &rich_map(1..=3), |map| is_refused_wherever_it_is_cut(&compact(&map)));
}

#[test]
fn a_file_of_utf_16_cut_short_at_any_byte_is_refused() {
    let text = format!("\u{feff}{}", &EXAMPLE[..1_500]);
    for bytes_of in [u16::to_le_bytes, u16::to_be_bytes] {
        let bytes = utf16(&text, bytes_of);
        for cut in 0..bytes.len() {
            refusal(&bytes[..cut]);
        }
    }
}

#[test]
fn a_file_over_the_limit_is_refused_unread() {
    let _heavy = crate::hostile::one_at_a_time();
    let mut bytes = vec![b' '; MOST_BYTES + 1];
    assert_eq!(refusal(&bytes), Unreadable::TooLarge { most: MOST_BYTES });
    bytes.pop();
    assert_eq!(refusal(&bytes), Unreadable::Empty);
}
