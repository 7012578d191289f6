//! Where one may want to look for a file: one's own folders, and disks that are connected.

use std::path::PathBuf;

use directories::UserDirs;

use crate::app::icons;
use crate::words::Words;

/// A folder that is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// What it is called.
    pub label: String,
    /// What is drawn before that.
    pub icon: char,
    /// Where it is.
    pub folder: PathBuf,
}

impl Place {
    /// A disk.
    pub fn volume(folder: PathBuf) -> Self {
        let name = folder.file_name().map(|name| name.to_string_lossy().into_owned());
        let label = name.unwrap_or_else(|| folder.display().to_string());
        Self { label, icon: icons::FLOPPY_DISK, folder }
    }
}

/// The home, and the folders that are offered.
pub fn places(words: &Words) -> (Option<PathBuf>, Vec<Place>) {
    let Some(own) = UserDirs::new() else { return (None, Vec::new()) };
    let home = own.home_dir().to_owned();
    let place = |id: &str, icon, folder: PathBuf| Place { label: words.text(id), icon, folder };
    let mut places = vec![place("files-home", icons::HOUSE, home.clone())];
    let others = [
        ("files-documents", own.document_dir()),
        ("files-desktop", own.desktop_dir()),
        ("files-downloads", own.download_dir()),
    ];
    for (id, folder) in others {
        // Some desktops have the home in place of what they don't have.
        let folder = folder.filter(|folder| **folder != *home);
        places.extend(folder.map(|folder| place(id, icons::FOLDER_OPEN, folder.to_owned())));
    }
    (Some(home), places)
}
