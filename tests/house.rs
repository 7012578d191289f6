//! The rooms of the house keep to their boundaries.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

use std::fs;
use std::path::{Path, PathBuf};

use jisr::analysis::Rule;
use jisr::model::terms::Term as _;

/// What no file of a room may mention, but for the rooms that may.
const RULES: [(&str, &[&str]); 14] = [
    ("crate::{", &["cli"]),
    ("std::{", &[]),
    ("std::fs", &["cli", "session"]),
    ("println!", &["cli"]),
    ("egui", &["app"]),
    ("std::net", &[]),
    ("crate::cli", &["cli"]),
    ("crate::app", &["app"]),
    ("crate::session", &["session", "app", "cli"]),
    ("crate::picture", &["picture", "report", "session", "app", "cli"]),
    ("crate::report", &["report", "session", "app", "cli"]),
    ("crate::words", &["words", "picture", "report", "session", "app", "cli"]),
    ("crate::analysis", &["analysis", "words", "picture", "report", "session", "app", "cli"]),
    ("crate::format", &["format", "words", "report", "session", "app", "cli"]),
];

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

fn code() -> Vec<(PathBuf, String)> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let read =
        |path: PathBuf| (path.strip_prefix(&source).unwrap().to_owned(), fs::read_to_string(&path).unwrap());
    let code: Vec<_> = files(&source).into_iter().map(read).collect();
    assert!(code.len() > 30, "the sources were found");
    code
}

#[test]
fn no_room_reaches_where_it_may_not() {
    // Tests may look around.
    for (path, text) in code().into_iter().filter(|(path, _)| !path.iter().any(|part| part == "tests")) {
        let room = path.iter().next().unwrap().to_str().unwrap().trim_end_matches(".rs");
        // A comment may name what the code may not.
        let lines = text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"));
        for (number, line) in lines {
            for (word, rooms) in RULES {
                let may = rooms.contains(&room) || matches!(room, "lib" | "main");
                assert!(may || !line.contains(word), "{}:{} mentions {word}", path.display(), number + 1);
            }
        }
    }
}

#[test]
fn every_file_opens_with_what_it_is_for() {
    for (path, text) in code() {
        assert!(text.starts_with("//! "), "{}", path.display());
    }
}

#[test]
fn no_file_takes_minutes_to_scroll() {
    for (path, text) in code() {
        let lines = text.lines().count();
        assert!(lines <= 600, "{} has {lines} lines: divide it by meaning", path.display());
    }
}

#[test]
fn the_method_explains_every_rule_under_its_word() {
    let method = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/method.md");
    let method = fs::read_to_string(method).unwrap();
    let headings: Vec<&str> = method.lines().filter_map(|line| line.strip_prefix("### ")).collect();
    for rule in Rule::ALL {
        assert!(headings.contains(&rule.id()), "docs/method.md has no heading {}", rule.id());
    }
}
