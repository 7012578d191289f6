//! Saving on the disk of this machine.

use std::fs;
use std::path::Path;

use jisr::model::Language;
use jisr::session::keeping::{Claim, Expect, KEPT, Keeper, State, Trouble, Why};
use jisr::words::Words;
use tempfile::TempDir;

/// A folder for maps, one for the program, and a keeper.
fn house() -> (TempDir, Keeper) {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("maps")).unwrap();
    let keeper = Keeper::new(Some(folder.path().join("own")));
    (folder, keeper)
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn why(result: Result<impl std::fmt::Debug, Trouble>) -> Why {
    let trouble = result.unwrap_err();
    let text = trouble.text(&Words::of(&Language::new("en")));
    assert!(text.len() > 30 && text.contains(&trouble.path().display().to_string()), "{text}");
    trouble.why()
}

#[test]
fn a_new_file_is_made_and_nothing_beside_it() {
    let (house, keeper) = house();
    let file = house.path().join("maps/m.jisr");
    let saved = keeper.save(&file, b"one", Expect::Nothing).unwrap();
    assert_eq!(fs::read(&file).unwrap(), b"one");
    assert_eq!(names(&house.path().join("maps")), ["m.jisr"]);
    assert_eq!((saved.not_kept, keeper.versions(&file).len()), (None, 0));
    assert_eq!(why(keeper.save(&file, b"two", Expect::Nothing)), Why::Exists);
    assert_eq!(fs::read(&file).unwrap(), b"one");
}

#[test]
fn the_last_versions_are_kept_the_newest_first() {
    let (house, keeper) = house();
    let file = house.path().join("maps/m.jisr");
    for number in 0..10 {
        let saved = keeper.save(&file, format!("{number}").as_bytes(), Expect::Anything).unwrap();
        assert_eq!(saved.not_kept, None);
        // What is saved again as it is, is no version.
        keeper.save(&file, format!("{number}").as_bytes(), Expect::Anything).unwrap();
    }
    let texts = |file: &Path| -> Vec<String> {
        keeper.versions(file).iter().map(|version| fs::read_to_string(&version.path).unwrap()).collect()
    };
    assert_eq!(texts(&file), ["8", "7", "6", "5", "4"]);
    assert_eq!(KEPT, 5);
    // Another file has others, and no file of the program's own lies beside the map.
    assert!(texts(&house.path().join("maps/n.jisr")).is_empty());
    assert_eq!(names(&house.path().join("maps")), ["m.jisr"]);
    let own = house.path().join("own");
    let path = file.canonicalize().unwrap();
    for name in names(&own).iter().chain(&names(&own.join("versions"))) {
        assert!(name.len() <= 64 && name.bytes().all(|byte| byte.is_ascii_alphanumeric()), "{name}");
        assert!(!path.to_str().unwrap().contains(name.as_str()));
    }
}

#[test]
fn a_change_by_somebody_else_is_seen_and_not_saved_over() {
    let (house, keeper) = house();
    let file = house.path().join("maps/m.jisr");
    fs::write(&file, "base").unwrap();
    let (bytes, print) = keeper.read(&file).unwrap();
    assert_eq!((bytes.as_slice(), keeper.state(&file, &print)), (b"base".as_slice(), State::Same));
    // The same content at another time is the same.
    let later = fs::File::open(&file).unwrap();
    later.set_modified(std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000)).unwrap();
    assert_eq!(keeper.state(&file, &print), State::Same);
    fs::write(&file, "else").unwrap();
    assert_eq!(keeper.state(&file, &print), State::Changed);
    assert_eq!(why(keeper.save(&file, b"mine", Expect::This(&print))), Why::Changed);
    assert_eq!(fs::read(&file).unwrap(), b"else");
    // Even if somebody took care that size and time tell nothing.
    let (_, print) = keeper.read(&file).unwrap();
    let time = fs::metadata(&file).unwrap().modified().unwrap();
    fs::write(&file, "ELSE").unwrap();
    fs::File::options().append(true).open(&file).unwrap().set_modified(time).unwrap();
    assert_eq!(why(keeper.save(&file, b"mine", Expect::This(&print))), Why::Changed);
    let saved = keeper.save(&file, b"mine", Expect::Anything).unwrap();
    assert_eq!(keeper.state(&file, &saved.print), State::Same);
    assert_eq!(keeper.held(&file, &saved.print), Some(b"mine".to_vec()));
    let after = keeper.save(&file, b"more", Expect::This(&saved.print)).unwrap();
    assert_eq!(keeper.held(&file, &saved.print), Some(b"mine".to_vec()), "what both began with was kept");
    fs::remove_file(&file).unwrap();
    assert_eq!(keeper.state(&file, &after.print), State::Gone);
    keeper.save(&file, b"again", Expect::This(&after.print)).unwrap();
    assert_eq!(fs::read(&file).unwrap(), b"again");
}

#[test]
fn what_can_not_be_written_is_said_and_nothing_is_changed() {
    let (house, keeper) = house();
    let maps = house.path().join("maps");
    assert_eq!(why(keeper.save(&maps, b"x", Expect::Anything)), Why::NotAFile);
    assert_eq!(why(keeper.save(&maps.join("gone/m.jisr"), b"x", Expect::Anything)), Why::NoFolder);
    assert_eq!(why(keeper.save(Path::new("/dev/null"), b"x", Expect::Anything)), Why::NotAFile);
    assert_eq!(why(keeper.save(Path::new(""), b"x", Expect::Anything)), Why::NoFolder);
    assert_eq!(why(keeper.save(Path::new(".."), b"x", Expect::Anything)), Why::NotAFile);
    let file = maps.join("m.jisr");
    fs::write(&file, "kept").unwrap();
    let mut permissions = fs::metadata(&file).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&file, permissions).unwrap();
    assert_eq!(why(keeper.save(&file, b"x", Expect::Anything)), Why::ReadOnly);
    assert_eq!((fs::read(&file).unwrap(), names(&maps)), (b"kept".to_vec(), vec!["m.jisr".to_owned()]));
    // As long as names can be.
    let long = maps.join("x".repeat(250) + ".jisr");
    keeper.save(&long, b"x", Expect::Nothing).unwrap();
}

#[test]
fn without_a_folder_of_its_own_it_saves_all_the_same() {
    let (house, _) = house();
    let keeper = Keeper::new(None);
    let file = house.path().join("maps/m.jisr");
    keeper.save(&file, b"one", Expect::Nothing).unwrap();
    keeper.save(&file, b"two", Expect::Anything).unwrap();
    assert_eq!((fs::read(&file).unwrap(), keeper.versions(&file).len()), (b"two".to_vec(), 0));
    assert!(matches!(keeper.claim(&file), Claim::Unknown));
    assert!(keeper.drafts().is_empty());
}

#[test]
fn a_version_that_can_not_be_kept_is_told_and_the_file_is_saved() {
    let (house, keeper) = house();
    fs::write(house.path().join("own"), "a file where the folder should be").unwrap();
    let file = house.path().join("maps/m.jisr");
    fs::write(&file, "one").unwrap();
    let saved = keeper.save(&file, b"two", Expect::Anything).unwrap();
    assert!(saved.not_kept.is_some());
    assert_eq!(fs::read(&file).unwrap(), b"two");
}

#[test]
fn what_a_killed_program_left_beside_a_file_goes_when_it_is_old() {
    let (house, keeper) = house();
    let maps = house.path().join("maps");
    let file = maps.join("m.jisr");
    keeper.save(&file, b"one", Expect::Nothing).unwrap();
    // Two that were left, told apart by their age, and those of another file.
    let digest = jisr::session::keeping::digest;
    let left = |name: &str, number: u8| {
        maps.join(format!(".jisr-saving-{:016x}-{number:016x}", digest(name.as_bytes()) >> 64))
    };
    let old = std::time::SystemTime::now() - std::time::Duration::from_hours(1);
    for (path, is_old) in [(left("m.jisr", 1), true), (left("m.jisr", 2), false), (left("n.jisr", 3), true)] {
        fs::write(&path, "half").unwrap();
        if is_old {
            fs::File::options().append(true).open(&path).unwrap().set_modified(old).unwrap();
        }
    }
    let there =
        || [("m.jisr", 1), ("m.jisr", 2), ("n.jisr", 3)].map(|(name, number)| left(name, number).exists());
    keeper.save(&file, b"two", Expect::Anything).unwrap();
    assert_eq!(there(), [false, true, true]);
    // As when a map is opened: what somebody is still writing stays, however long ago that began.
    let writing = fs::File::options().append(true).open(left("n.jisr", 3)).unwrap();
    writing.lock().unwrap();
    keeper.sweep(&maps.join("n.jisr"));
    assert_eq!(there(), [false, true, true]);
    drop(writing);
    keeper.sweep(&maps.join("n.jisr"));
    assert_eq!(there(), [false, true, false]);
}

#[test]
fn two_windows_on_one_file_learn_of_each_other() {
    let (house, keeper) = house();
    let file = house.path().join("maps/m.jisr");
    fs::write(&file, "one").unwrap();
    let mine = keeper.claim(&file);
    assert!(matches!(mine, Claim::Ours(_)));
    let roundabout = house.path().join("maps/../maps/m.jisr");
    assert!(matches!(keeper.claim(&roundabout), Claim::Theirs));
    assert!(matches!(keeper.claim(&house.path().join("maps/n.jisr")), Claim::Ours(_)));
    // It keeps nobody from saving.
    keeper.save(&file, b"two", Expect::Anything).unwrap();
    drop(mine);
    assert!(matches!(keeper.claim(&file), Claim::Ours(_)));
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};

    #[test]
    fn permissions_and_owner_are_kept() {
        let (house, keeper) = house();
        let file = house.path().join("maps/m.jisr");
        fs::write(&file, "one").unwrap();
        // Only root can give files away; who is not root sees his own kept.
        let _ = std::os::unix::fs::chown(&file, Some(1234), Some(1235));
        for mode in [0o600, 0o640, 0o644, 0o666, 0o755] {
            fs::set_permissions(&file, fs::Permissions::from_mode(mode)).unwrap();
            let before = fs::metadata(&file).unwrap();
            keeper.save(&file, format!("{mode}").as_bytes(), Expect::Anything).unwrap();
            let after = fs::metadata(&file).unwrap();
            assert_eq!((after.mode(), after.uid(), after.gid()), (before.mode(), before.uid(), before.gid()));
            assert_ne!(after.ino(), before.ino(), "it is a new file");
        }
        // What is the program's own is for nobody else.
        let own = house.path().join("own");
        assert_eq!(fs::metadata(&own).unwrap().mode() & 0o777, 0o700);
        for version in keeper.versions(&file) {
            assert_eq!(fs::metadata(&version.path).unwrap().mode() & 0o777, 0o600);
        }
    }

    #[test]
    fn other_names_of_a_file_are_told_once() {
        let (house, keeper) = house();
        let (file, other) = (house.path().join("maps/m.jisr"), house.path().join("maps/other.jisr"));
        fs::write(&file, "one").unwrap();
        fs::hard_link(&file, &other).unwrap();
        assert_eq!(keeper.save(&file, b"two", Expect::Anything).unwrap().other_names, 1);
        assert_eq!((fs::read(&file).unwrap(), fs::read(&other).unwrap()), (b"two".to_vec(), b"one".to_vec()));
        assert_eq!(keeper.save(&file, b"three", Expect::Anything).unwrap().other_names, 0);
    }

    const FOLDER: &str = "JISR_TEST_WITHOUT_UMASK_IN";

    /// Everything in a folder that others than its owner may do anything with.
    fn open_to_others(folder: &Path) -> Vec<std::path::PathBuf> {
        let mut open = Vec::new();
        for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap()) {
            let metadata = entry.metadata().unwrap();
            if metadata.mode() & 0o077 != 0 {
                open.push(entry.path());
            }
            if metadata.is_dir() {
                open.extend(open_to_others(&entry.path()));
            }
        }
        open
    }

    /// What is done where the system keeps nothing from others. In the test run itself it has nothing to do.
    #[test]
    fn the_one_without_a_umask() {
        use jisr::session::keeping::{About, Autosave, Pace};
        let Some(folder) = std::env::var_os(FOLDER).map(std::path::PathBuf::from) else { return };
        let (own, file) = (folder.join("deep/own"), folder.join("m.jisr"));
        let keeper = Keeper::new(Some(own.clone()));
        let autosave = Autosave::start(&keeper, About::default(), Pace::default());
        autosave.changed(|| super::super::bytes_of(1));
        autosave.flush().unwrap();
        let claim = keeper.claim(&file);
        for number in 0..3 {
            keeper.save(&file, format!("{number}").as_bytes(), Expect::Anything).unwrap();
        }
        let mut settings = jisr::session::Settings::load(Some(folder.join("deep/config/settings.json"))).0;
        settings.text_size = 130;
        settings.keep();
        let mut recent = jisr::session::Recent::load(Some(own.join("recent")));
        recent.add(&file);
        drop((settings, recent));
        let names = |folder: &str| fs::read_dir(own.join(folder)).unwrap().count();
        assert!(
            names("drafts") == 3
                && names("versions") == 1
                && names("locks") == 2
                && own.join("recent").exists()
        );
        assert!(folder.join("deep/config/settings.json").exists());
        assert_eq!(open_to_others(&folder), Vec::<std::path::PathBuf>::new());
        drop((claim, autosave));
    }

    #[test]
    fn nothing_is_for_others_whatever_the_system_lets_them_do_with_new_files() {
        let folder = tempfile::tempdir().unwrap();
        let child = std::process::Command::new("sh")
            .args(["-c", r#"umask 000; exec "$0" --exact saving::unix::the_one_without_a_umask"#])
            .arg(std::env::current_exe().unwrap())
            .env(FOLDER, folder.path())
            .output()
            .unwrap();
        assert!(child.status.success(), "{}", String::from_utf8_lossy(&child.stdout));
        assert!(folder.path().join("m.jisr").exists(), "it was really done");
    }

    #[test]
    fn what_was_left_open_to_others_is_closed() {
        let (house, keeper) = house();
        let own = house.path().join("own");
        fs::create_dir_all(own.join("versions/of-a-map")).unwrap();
        fs::create_dir_all(own.join("drafts")).unwrap();
        for file in ["recent", "drafts/one.jisr", "versions/of-a-map/000001-x.jisr"] {
            fs::write(own.join(file), "old").unwrap();
            fs::set_permissions(own.join(file), fs::Permissions::from_mode(0o664)).unwrap();
        }
        // What a link leads to is not ours.
        let elsewhere = house.path().join("elsewhere");
        fs::write(&elsewhere, "theirs").unwrap();
        fs::set_permissions(&elsewhere, fs::Permissions::from_mode(0o644)).unwrap();
        symlink(&elsewhere, own.join("link")).unwrap();
        fs::set_permissions(&own, fs::Permissions::from_mode(0o755)).unwrap();
        keeper.tidy();
        let open = open_to_others(&own);
        assert_eq!(open, [own.join("link")], "a link has no permissions of its own");
        assert_eq!(fs::metadata(&own).unwrap().mode() & 0o777, 0o700);
        assert_eq!(fs::metadata(&elsewhere).unwrap().mode() & 0o777, 0o644);
    }

    #[test]
    fn a_link_stays_one_and_its_target_is_saved() {
        let (house, keeper) = house();
        let maps = house.path().join("maps");
        fs::create_dir(house.path().join("else")).unwrap();
        let target = house.path().join("else/real.jisr");
        fs::write(&target, "one").unwrap();
        symlink("../else/real.jisr", maps.join("link.jisr")).unwrap();
        symlink("link.jisr", maps.join("link-to-link.jisr")).unwrap();
        let link = maps.join("link-to-link.jisr");
        let saved = keeper.save(&link, b"two", Expect::Anything).unwrap();
        assert_eq!(
            (fs::read(&target).unwrap(), saved.target),
            (b"two".to_vec(), target.canonicalize().unwrap())
        );
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(names(&house.path().join("else")), ["real.jisr"]);
        assert_eq!(keeper.versions(&link), keeper.versions(&target));
        // A link to what is not there yet, and one that goes round in a circle.
        symlink("../else/new.jisr", maps.join("dangling.jisr")).unwrap();
        keeper.save(&maps.join("dangling.jisr"), b"new", Expect::Nothing).unwrap();
        assert_eq!(fs::read(house.path().join("else/new.jisr")).unwrap(), b"new");
        symlink("round.jisr", maps.join("round.jisr")).unwrap();
        assert!(keeper.save(&maps.join("round.jisr"), b"x", Expect::Anything).is_err());
    }

    #[test]
    fn a_folder_where_one_may_not_write_is_said_to_be_one() {
        let (house, keeper) = house();
        let maps = house.path().join("maps");
        fs::set_permissions(&maps, fs::Permissions::from_mode(0o500)).unwrap();
        let result = keeper.save(&maps.join("m.jisr"), b"x", Expect::Nothing);
        // Root may everything.
        if let Err(trouble) = result {
            assert_eq!(trouble.why(), Why::Forbidden);
        }
        fs::set_permissions(&maps, fs::Permissions::from_mode(0o700)).unwrap();
    }
}
