//! Files on the command line: `-` stands for standard input and output.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write as _};
use std::path::Path;

use super::Failure;
use super::page::Page;
use crate::format::jisr::{MOST_BYTES, Reading, Unreadable, read};
use crate::model::{Map, Problem, nearest};
use crate::words::{Words, args, problem_text, unreadable_text};

/// The bytes of a file, as far as any file is read; one byte more tells that it is too large.
pub fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = MOST_BYTES as u64 + 1;
    if path.as_os_str() == "-" {
        io::stdin().lock().take(most).read_to_end(&mut bytes)?;
    } else {
        let file = File::open(path)?;
        // A folder opens on some systems and fails only when it is read.
        file.take(most).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

/// What a file holds, or why it can't be read, said.
pub fn reading(path: &Path, words: &Words) -> Result<Reading, Failure> {
    let bytes = bytes(path).map_err(|error| not_read(path, &error, words))?;
    read(&bytes).map_err(|unreadable| {
        let mut page = Page::for_messages();
        unreadable_page(&mut page, path, &unreadable, words);
        Failure::Said(page)
    })
}

/// The map of a file; where it has problems that matter, all of them, said.
pub fn map(path: &Path, words: &Words) -> Result<Map, Failure> {
    let reading = reading(path, words)?;
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

/// The same, as a sentence.
pub fn why_not_read(path: &Path, error: &io::Error, words: &Words) -> String {
    let name = || ("file", path.display().to_string().into());
    match error.kind() {
        io::ErrorKind::NotFound => no_such_file(path, words),
        io::ErrorKind::PermissionDenied => words.say("file-forbidden", &args([name()])),
        io::ErrorKind::IsADirectory => words.say("file-is-a-folder", &args([name()])),
        _ => words.say("file-not-read", &args([name(), ("reason", error.to_string().into())])),
    }
}

/// There is no such file; perhaps one of nearly that name beside it was meant.
pub fn no_such_file(path: &Path, words: &Words) -> String {
    let sentence = words.say("file-missing", &args([("file", path.display().to_string().into())]));
    let meant = near_file(path).map(|near| format!(" {}", words.did_you_mean(&near)));
    sentence + &meant.unwrap_or_default()
}

fn near_file(path: &Path) -> Option<String> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let entries = fs::read_dir(folder.unwrap_or(Path::new("."))).ok()?;
    let mut names: Vec<String> =
        entries.flatten().filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort_unstable();
    let near = nearest(path.file_name()?.to_str()?, names.iter().map(String::as_str))?.to_owned();
    Some(folder.map_or_else(|| near.clone(), |folder| folder.join(&near).display().to_string()))
}

/// Writes a file that is not there yet.
pub fn write_new(path: &Path, bytes: &[u8], words: &Words) -> Result<(), Failure> {
    let name = || ("file", path.display().to_string().into());
    let written = OpenOptions::new().write(true).create_new(true).open(path).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    written.map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => Failure::said(words.say("file-exists", &args([name()]))),
        io::ErrorKind::NotFound => Failure::said(words.say("file-no-folder", &args([name()]))),
        _ => {
            let reason = error.to_string();
            Failure::said(words.say("file-not-written", &args([name(), ("reason", reason.into())])))
        }
    })
}
