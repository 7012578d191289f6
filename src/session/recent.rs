//! Maps that were opened lately, remembered from one start to the next.
//!
//! Only the paths are kept, in one small file that is for this user alone, and only on this machine.

use std::fs;
use std::path::{Path, PathBuf};

use super::keeping::Clerk;

/// How many are remembered.
const MOST: usize = 8;

/// Maps that were opened lately, the last first.
#[derive(Debug, Clone, Default)]
pub struct Recent {
    /// Their paths.
    pub paths: Vec<PathBuf>,
    file: Option<PathBuf>,
    clerk: Clerk,
}

impl Recent {
    /// Those that a file remembers, one path a line; none where there is no such file. `None`: nothing is kept.
    pub fn load(file: Option<PathBuf>) -> Self {
        let text = file.as_deref().and_then(|file| fs::read_to_string(file).ok()).unwrap_or_default();
        let paths = text.lines().filter(|line| !line.is_empty()).map(PathBuf::from).take(MOST).collect();
        Self { paths, file, clerk: Clerk::default() }
    }

    /// Remembers one more. That it could not be written down is no reason to disturb anybody.
    pub fn add(&mut self, path: &Path) {
        let whole = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        self.paths.retain(|known| *known != whole);
        self.paths.insert(0, whole);
        self.paths.truncate(MOST);
        self.keep();
    }

    /// Forgets one, which is no longer there.
    pub fn forget(&mut self, path: &Path) {
        self.paths.retain(|known| known != path);
        self.keep();
    }

    fn keep(&self) {
        let Some(file) = &self.file else { return };
        let lines: Vec<&str> = self.paths.iter().filter_map(|path| path.to_str()).collect();
        self.clerk.write(file.clone(), lines.join("\n").into_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_one_comes_first_and_is_there_at_the_next_start() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("deep/recent");
        let mut recent = Recent::load(Some(file.clone()));
        for number in 0..12 {
            recent.add(&folder.path().join(format!("{number}.jisr")));
        }
        recent.add(&folder.path().join("7.jisr"));
        recent.clerk.wait();
        let again = Recent::load(Some(file));
        assert_eq!(again.paths, recent.paths);
        assert_eq!((again.paths.len(), again.paths[0].file_name()), (MOST, Some("7.jisr".as_ref())));
    }
}
