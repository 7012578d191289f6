//! What may not reach a terminal as it is: text of a map is written by anybody, and control characters and marks of
//! direction in it could rewrite what is around them.

use std::fmt;
use std::io::{self, IsTerminal as _, Write};

/// Where data for other programs goes: standard output, byte for byte; in a terminal, where somebody looks at it, with
/// everything escaped that a terminal would obey, as JSON escapes it.
pub fn data_out() -> Box<dyn Write> {
    let out = io::stdout();
    if out.is_terminal() { Box::new(Escaping::new(out.lock())) } else { Box::new(out.lock()) }
}

/// Whether a terminal would obey a character, or reorder what is around it.
pub fn is_obeyed(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Writes `\u009b` for a character that a terminal would obey. JSON means the same by it, since such characters stand in
/// its strings alone.
struct Escaping<W: Write> {
    out: W,
    /// The first bytes of a character whose others have not come yet.
    begun: Vec<u8>,
}

impl<W: Write> Escaping<W> {
    fn new(out: W) -> Self {
        Self { out, begun: Vec::new() }
    }
}

impl<W: Write> Write for Escaping<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.begun.extend_from_slice(bytes);
        let whole = match std::str::from_utf8(&self.begun) {
            Err(error) if error.error_len().is_none() => error.valid_up_to(),
            _ => self.begun.len(),
        };
        let rest = self.begun.split_off(whole);
        let escaped = escaped(&String::from_utf8_lossy(&self.begun));
        self.begun = rest;
        self.out.write_all(escaped.as_bytes())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        if is_obeyed(letter) && !matches!(letter, '\n' | '\t') {
            let mut units = [0; 2];
            for unit in letter.encode_utf16(&mut units) {
                // Writing into a string never fails.
                let _ = fmt::Write::write_fmt(&mut escaped, format_args!("\\u{unit:04x}"));
            }
        } else {
            escaped.push(letter);
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_would_obey_is_escaped_and_means_the_same() {
        let name = "a\u{7f}\u{9b}31m\u{202e}b\u{2068}c\u{2069}\u{200f}\u{2028}\u{85}مركز 👩‍👧";
        let json = serde_json::to_string_pretty(&serde_json::json!({ "name": name })).unwrap();
        for size in 1..9 {
            let mut out = Escaping::new(Vec::new());
            for part in json.as_bytes().chunks(size) {
                out.write_all(part).unwrap();
            }
            let text = String::from_utf8(out.out).unwrap();
            assert!(!text.chars().any(|letter| is_obeyed(letter) && letter != '\n'), "{text:?}");
            assert!(text.contains("\\u009b31m\\u202eb"), "{text}");
            let read: serde_json::Value = serde_json::from_str(&text).unwrap();
            assert_eq!(read["name"], name);
        }
    }
}
