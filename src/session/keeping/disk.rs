//! The disk, as far as keeping maps asks anything of one: a few small steps, each of which may fail.
//!
//! Everything that is kept goes through [`Disk`], so that a test can let any of these steps fail, fall short, take long,
//! or be the last one before the power is cut.

use std::ffi::OsString;
use std::fmt::Debug;
use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// A disk.
pub trait Disk: Debug + Send + Sync {
    /// The file that a path leads to: whole, with links followed, also where there is no such file yet.
    fn target(&self, path: &Path) -> io::Result<PathBuf>;
    /// What is known of a file or a folder without reading it.
    fn facts(&self, path: &Path) -> io::Result<Facts>;
    /// Whether an existing file may be changed: an error if not.
    fn may_write(&self, path: &Path) -> io::Result<()>;
    /// The bytes of a file, at most so many.
    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>>;
    /// A file that was not there before, which nobody else may read. Until it is dropped, [`Disk::is_being_written`] says so
    /// of it.
    fn create(&self, path: &Path) -> io::Result<Box<dyn NewFile>>;
    /// Whether somebody is still writing a file that was made by [`Disk::create`]. An error if that can't be known: it
    /// belongs to another user, say.
    fn is_being_written(&self, path: &Path) -> io::Result<bool>;
    /// Gives a file the owner and the permissions of another one.
    fn dress_like(&self, path: &Path, like: &Path) -> io::Result<()>;
    /// Puts a file in the place of another one, or where there is none.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Sees to it that a folder will remember what was renamed and removed in it.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
    /// Takes a file away.
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Takes an empty folder away, where the disk has such a thing.
    fn remove_folder(&self, _folder: &Path) -> io::Result<()> {
        Ok(())
    }
    /// The names in a folder, sorted.
    fn list(&self, folder: &Path) -> io::Result<Vec<OsString>>;
    /// Makes a folder that is for this user alone, with those above it; one that is there already is left as it is.
    fn make_folder(&self, folder: &Path) -> io::Result<()>;
    /// Takes away whatever others than this user may do with a file or a folder. Links are not followed.
    fn restrict(&self, path: &Path) -> io::Result<()>;
    /// Takes a file, which is made if need be, for oneself until the lock is dropped or the process ends in whatever
    /// way. `None`: somebody else has it.
    fn lock(&self, path: &Path) -> io::Result<Option<Lock>>;
}

/// A file that is being written.
pub trait NewFile: Write {
    /// Sees to it that what was written will still be there when the power is cut.
    fn sync(&mut self) -> io::Result<()>;
}

/// What is known of a file or a folder without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    /// How many bytes it has.
    pub bytes: u64,
    /// When it was changed last, where the disk remembers that.
    pub modified: Option<SystemTime>,
    /// Whether it is a file, and not a folder, a device or a pipe.
    pub is_file: bool,
    /// Whether it is a folder.
    pub is_folder: bool,
    /// Whether somebody has asked that it be left as it is.
    pub is_read_only: bool,
    /// How many names it has on its disk (hard links).
    pub names: u64,
}

/// Held as long as something is nobody else's.
#[derive(Debug)]
pub struct Lock(#[expect(dead_code, reason = "It is held, never looked at.")] Box<dyn Debug + Send + Sync>);

impl Lock {
    /// Of whatever gives it up when it is dropped.
    pub fn new(held: impl Debug + Send + Sync + 'static) -> Self {
        Self(Box::new(held))
    }
}

/// The disk of this machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct Real;

/// More links than that lead round in a circle.
const MOST_LINKS: usize = 40;

impl Disk for Real {
    fn target(&self, path: &Path) -> io::Result<PathBuf> {
        let mut path = path.to_owned();
        for _ in 0..MOST_LINKS {
            let known = fs::canonicalize(&path);
            if known.as_ref().err().is_none_or(|error| error.kind() != io::ErrorKind::NotFound) {
                return known;
            }
            // Not there yet, or a link to what is not there yet.
            let Ok(link) = fs::read_link(&path) else {
                let name = path.file_name().ok_or(io::ErrorKind::NotFound)?;
                return Ok(fs::canonicalize(folder_of(&path))?.join(name));
            };
            path = folder_of(&path).join(link);
        }
        Err(io::ErrorKind::NotFound.into())
    }

    fn facts(&self, path: &Path) -> io::Result<Facts> {
        let metadata = fs::metadata(path)?;
        Ok(Facts {
            bytes: metadata.len(),
            modified: metadata.modified().ok(),
            is_file: metadata.is_file(),
            is_folder: metadata.is_dir(),
            is_read_only: metadata.permissions().readonly(),
            #[cfg(unix)]
            names: std::os::unix::fs::MetadataExt::nlink(&metadata),
            #[cfg(not(unix))]
            names: 1,
        })
    }

    fn may_write(&self, path: &Path) -> io::Result<()> {
        OpenOptions::new().append(true).open(path).map(drop)
    }

    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        File::open(path)?.take(most).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        let file = private(OpenOptions::new().write(true).create_new(true)).open(path)?;
        // Where a disk knows no locks, only the age of a file tells whether it was abandoned.
        let _ = file.try_lock();
        Ok(Box::new(file))
    }

    fn is_being_written(&self, path: &Path) -> io::Result<bool> {
        match OpenOptions::new().read(true).write(true).open(path)?.try_lock() {
            Ok(()) => Ok(false),
            Err(TryLockError::WouldBlock) => Ok(true),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }

    fn dress_like(&self, path: &Path, like: &Path) -> io::Result<()> {
        let metadata = fs::metadata(like)?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::{MetadataExt as _, chown};
            let own = fs::metadata(path)?;
            // Only root can give a file away, and only members can give it to a group: whoever may not keeps it.
            if own.uid() != metadata.uid() {
                let _ = chown(path, Some(metadata.uid()), None);
            }
            if own.gid() != metadata.gid() {
                let _ = chown(path, None, Some(metadata.gid()));
            }
        }
        // Where a disk has no permissions, as on most sticks, there are none to lose.
        match fs::set_permissions(path, metadata.permissions()) {
            Err(error)
                if !matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::PermissionDenied) =>
            {
                Err(error)
            }
            _ => Ok(()),
        }
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        // Windows opens no folder as a file, and writes names down by itself.
        #[cfg(unix)]
        match File::open(folder)?.sync_all() {
            // Some disks, mostly those of other machines, know no such thing.
            Err(error)
                if !matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) =>
            {
                return Err(error);
            }
            _ => {}
        }
        #[cfg(not(unix))]
        let _ = folder;
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        fs::remove_dir(folder)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        let mut names = Vec::new();
        for entry in fs::read_dir(folder)? {
            names.push(entry?.file_name());
        }
        names.sort_unstable();
        Ok(names)
    }

    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        let mut builder = DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.recursive(true).create(folder)
    }

    fn restrict(&self, path: &Path) -> io::Result<()> {
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let metadata = fs::symlink_metadata(path)?;
            let mode = metadata.permissions().mode();
            if !metadata.is_symlink() && mode & 0o077 != 0 {
                fs::set_permissions(path, fs::Permissions::from_mode(mode & 0o700))?;
            }
        }
        #[cfg(not(unix))]
        let _ = path;
        Ok(())
    }

    fn lock(&self, path: &Path) -> io::Result<Option<Lock>> {
        let mut options = OpenOptions::new();
        let file = private(options.read(true).write(true).create(true).truncate(false)).open(path)?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Lock::new(file))),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }
}

/// What is made is for this user alone, whatever the system would let others do with new files.
fn private(options: &mut OpenOptions) -> &OpenOptions {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options
}

impl NewFile for File {
    fn sync(&mut self) -> io::Result<()> {
        self.sync_all()
    }
}

/// The folder that a file is in: the one where the program is for a mere name.
pub fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}
