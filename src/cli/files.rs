//! Files on the command line: `-` stands for standard input and output.

use std::fs::OpenOptions;
use std::io::{self, Write as _};
use std::path::Path;

use super::Failure;
use super::page::Page;
use crate::format::jisr::{Reading, Unreadable, read};
use crate::model::{Map, Problem};
use crate::session::files::{bytes, why_not_read};
use crate::words::{Words, args, problem_text, unreadable_text};

/// The bytes of a file, or why it can't be opened, said.
pub fn read_bytes(path: &Path, words: &Words) -> Result<Vec<u8>, Failure> {
    bytes(path).map_err(|error| not_read(path, &error, words))
}

/// What a file holds, or why it can't be read, said.
fn reading(path: &Path, bytes: &[u8], words: &Words) -> Result<Reading, Failure> {
    read(bytes).map_err(|unreadable| {
        let mut page = Page::for_messages();
        unreadable_page(&mut page, path, &unreadable, words);
        Failure::Said(page)
    })
}

/// The map of a file; where it has problems that matter, all of them, said.
pub fn map(path: &Path, words: &Words) -> Result<Map, Failure> {
    map_of(path, &read_bytes(path, words)?, words)
}

/// The same of a file that was read already.
pub fn map_of(path: &Path, bytes: &[u8], words: &Words) -> Result<Map, Failure> {
    let reading = reading(path, bytes, words)?;
    let remarks = reading.problems.len();
    match reading.sound() {
        Ok(map) => {
            if remarks > 0 {
                let args = args([("file", path.display().to_string().into()), ("count", remarks.into())]);
                super::message(words.say("file-has-remarks", &args));
            }
            Ok(map)
        }
        Err(problems) => {
            let mut page = Page::for_messages();
            problems_page(&mut page, path, &problems, words);
            Err(Failure::Said(page))
        }
    }
}

/// All problems of a file.
pub fn problems_page(page: &mut Page, path: &Path, problems: &[Problem], words: &Words) {
    let name = path.display().to_string();
    page.complaint(
        &words.say("file-has-problems", &args([("file", name.into()), ("count", problems.len().into())])),
    );
    for problem in problems {
        page.entry(problem.path.as_str(), &problem_text(words, problem));
    }
}

/// Why a file could not be read, and where.
pub fn unreadable_page(page: &mut Page, path: &Path, unreadable: &Unreadable, words: &Words) {
    let reason = unreadable_text(words, unreadable);
    let args = args([("file", path.display().to_string().into()), ("reason", reason.into())]);
    page.complaint(&words.say("file-unreadable", &args));
    if let Unreadable::NotJson { excerpt, .. } = unreadable {
        page.literal(&format!("{excerpt}⟵"));
    }
}

/// Why a file could not be opened.
pub fn not_read(path: &Path, error: &io::Error, words: &Words) -> Failure {
    Failure::said(why_not_read(path, error, words))
}

/// Whether a map may take the place of what is there: nothing, an empty file, or another map. Anything else would be lost.
pub fn may_replace(path: &Path, words: &Words) -> Result<(), Failure> {
    // Only a file is looked into: a pipe would be emptied by that.
    let is_file = std::fs::metadata(path).is_ok_and(|metadata| metadata.is_file());
    let held = if is_file { bytes(path).unwrap_or_default() } else { Vec::new() };
    if held.is_empty() || read(&held).is_ok() {
        return Ok(());
    }
    let name = args([("file", path.display().to_string().into())]);
    Err(Failure::said(words.say("file-is-no-map", &name)))
}

/// Writes a map that is not there yet, for this user alone: whom it is shared with is for its author to say.
pub fn write_new(path: &Path, bytes: &[u8], words: &Words) -> Result<(), Failure> {
    let name = || ("file", path.display().to_string().into());
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(path).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    written.map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => Failure::said(words.say("file-exists", &args([name()]))),
        io::ErrorKind::NotFound => Failure::said(words.say("file-no-folder", &args([name()]))),
        _ => not_written(path, &error, words),
    })
}

/// Why a file could not be written.
pub fn not_written(path: &Path, error: &io::Error, words: &Words) -> Failure {
    let what = [("file", path.display().to_string().into()), ("reason", error.to_string().into())];
    Failure::said(words.say("file-not-written", &args(what)))
}
