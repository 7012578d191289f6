//! One map that is open: where it came from, and what it says.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::files;
use crate::analysis::{Analysis, Evidence, analyze};
use crate::format::jisr::{Unreadable, read};
use crate::model::{Map, Problem};
use crate::words::{Words, unreadable_text};

/// Where a map came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A file.
    File(PathBuf),
    /// A sample map, by its name.
    Sample(&'static str),
    /// A template, by its name.
    Template(&'static str),
}

/// A map that is open, and what it says.
#[derive(Debug)]
pub struct Document {
    /// Where it came from.
    pub source: Source,
    /// What it says; it holds the map.
    pub analysis: Arc<Analysis>,
    /// What is wrong with the file without changing its meaning.
    pub remarks: Vec<Problem>,
    /// Another number for every other state of the map.
    pub revision: u64,
}

/// Why a file was not opened, and everything that is known about it.
#[derive(Debug)]
pub struct NotOpened {
    /// The file.
    pub path: PathBuf,
    /// Why, in a sentence.
    pub why: String,
    /// Everything that is wrong in it, where it could be read at all.
    pub problems: Vec<Problem>,
}

impl Document {
    /// A map and what it says.
    pub fn new(source: Source, map: Map, remarks: Vec<Problem>, revision: u64) -> Self {
        let analysis = Arc::new(analyze(Arc::new(map), Evidence::All));
        Self { source, analysis, remarks, revision }
    }

    /// Reads a file and works out what it says. A file with problems that matter is not opened: something would be missing
    /// from what is shown.
    pub fn open(path: &Path, words: &Words, revision: u64) -> Result<Self, Box<NotOpened>> {
        let failed = |why, problems| Box::new(NotOpened { path: path.to_owned(), why, problems });
        let bytes = files::bytes(path)
            .map_err(|error| failed(files::why_not_read(path, &error, words), Vec::new()))?;
        let reading =
            read(&bytes).map_err(|unreadable| failed(why_unreadable(&unreadable, words), Vec::new()))?;
        let remarks = reading.problems.clone();
        match reading.sound() {
            Ok(map) => Ok(Self::new(Source::File(path.to_owned()), map, remarks, revision)),
            Err(problems) => Err(failed(words.text("not-opened-problems"), problems)),
        }
    }

    /// The map.
    pub fn map(&self) -> &Map {
        &self.analysis.network.map
    }

    /// What it is called.
    pub fn title<'a>(&'a self, words: &Words) -> &'a str {
        words.read(&self.map().title)
    }
}

fn why_unreadable(unreadable: &Unreadable, words: &Words) -> String {
    let why = unreadable_text(words, unreadable);
    match unreadable {
        Unreadable::NotJson { excerpt, .. } => format!("{why}\n{excerpt}⟵"),
        _ => why,
    }
}
