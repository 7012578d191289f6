//! Reading files, and saying why one could not be read.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;

use crate::format::jisr::MOST_BYTES;
use crate::model::nearest;
use crate::words::{Words, args};

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

/// What Linux tells of this process; nothing elsewhere.
pub fn own_status() -> String {
    fs::read_to_string("/proc/self/status").unwrap_or_default()
}

/// Why a file could not be opened, as a sentence.
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
