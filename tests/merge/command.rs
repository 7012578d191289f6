//! `jisr merge` as a user types it, and as git runs it.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use jisr::format::jisr::{read, write};
use jisr::model::{Map, Rating};
use serde_json::Value;

use super::maps::example::EXAMPLE;
use super::maps::valid;

fn jisr(folder: &Path, words: &[&str]) -> Output {
    Command::new(assert_cmd::cargo::cargo_bin!("jisr"))
        .args(words)
        .current_dir(folder)
        .env("COLUMNS", "100")
        .env("LANG", "C")
        .env_remove("LC_ALL")
        .output()
        .unwrap()
}

/// The example with the influence of its first actor, and the title.
fn map(influence: u8, title: &str) -> Map {
    let mut map = valid(EXAMPLE.as_bytes());
    map.actors[0].influence = Rating::new(influence);
    map.title = title.into();
    map
}

fn put(folder: &Path, name: &str, map: &Map) {
    fs::write(folder.join(name), write(map)).unwrap();
}

fn get(folder: &Path, name: &str) -> Map {
    read(&fs::read(folder.join(name)).unwrap()).unwrap().sound().unwrap()
}

#[test]
fn what_is_no_map_is_not_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    put(at, "m.jisr", &map(1, "one"));
    fs::write(at.join("notes.txt"), "precious").unwrap();
    fs::write(at.join("empty"), "").unwrap();
    let merged = |out: &str| jisr(at, &["merge", "m.jisr", "m.jisr", "m.jisr", "-o", out]).status.code();
    assert_eq!(merged("notes.txt"), Some(2));
    assert_eq!(fs::read_to_string(at.join("notes.txt")).unwrap(), "precious");
    assert_eq!((merged("empty"), merged("m.jisr"), merged("new.jisr")), (Some(0), Some(0), Some(0)));
}

#[test]
fn it_ends_with_what_came_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    put(at, "base.jisr", &map(1, "one"));
    put(at, "ours.jisr", &map(2, "one"));
    put(at, "theirs.jisr", &map(1, "two"));
    put(at, "other.jisr", &map(3, "two"));
    let done = jisr(at, &["merge", "base.jisr", "ours.jisr", "theirs.jisr", "-o", "out.jisr"]);
    assert_eq!(done.status.code(), Some(0), "{done:?}");
    assert!(String::from_utf8_lossy(&done.stdout).starts_with("out.jisr: merged without conflicts"));
    assert_eq!(get(at, "out.jisr"), map(2, "two"));
    // Ours may be written over, and an existing file too.
    let done = jisr(at, &["merge", "base.jisr", "ours.jisr", "other.jisr", "-o", "ours.jisr"]);
    assert_eq!(done.status.code(), Some(1));
    let text = String::from_utf8_lossy(&done.stdout).into_owned();
    let place = format!("actors[{}].influence", map(1, "").actors[0].id);
    for part in [place.as_str(), "with 1 conflict to look at", "before:", "Ours is taken."] {
        assert!(text.contains(part), "{text}");
    }
    assert_eq!(get(at, "ours.jisr"), map(2, "two"));
    // As data, and to standard output.
    put(at, "ours.jisr", &map(2, "one"));
    let done = jisr(at, &["merge", "base.jisr", "ours.jisr", "other.jisr", "-o", "out.jisr", "--json"]);
    assert_eq!(done.status.code(), Some(1));
    let told: Value = serde_json::from_slice(&done.stdout).unwrap();
    let conflict = &told["conflicts"][0];
    assert_eq!(
        (&conflict["base"], &conflict["ours"], &conflict["theirs"]),
        (&1.into(), &2.into(), &3.into())
    );
    assert_eq!(
        (conflict["taken"].as_str(), conflict["place"].as_str()),
        (Some("ours"), Some(place.as_str()))
    );
    let done = jisr(at, &["merge", "base.jisr", "ours.jisr", "other.jisr", "-o", "-"]);
    assert_eq!((done.status.code(), valid(&done.stdout)), (Some(1), map(2, "two")));
    assert!(String::from_utf8_lossy(&done.stderr).contains(&place));
}

#[test]
fn what_can_not_be_read_or_written_is_said_and_nothing_is_changed() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    put(at, "m.jisr", &map(1, "one"));
    put(at, "n.jisr", &map(2, "one"));
    fs::write(at.join("broken.jisr"), "{").unwrap();
    let before = fs::read(at.join("m.jisr")).unwrap();
    for words in [
        ["merge", "m.jisr", "m.jisr", "broken.jisr", "-o", "m.jisr"],
        ["merge", "gone.jisr", "m.jisr", "n.jisr", "-o", "m.jisr"],
        ["merge", "m.jisr", "m.jisr", "n.jisr", "-o", "nowhere/m.jisr"],
        ["merge", "m.jisr", "m.jisr", "n.jisr", "-o", "."],
        ["merge", "m.jisr", "m.jisr", "n.jisr", "--json", "--json"],
    ] {
        let done = jisr(at, &words);
        assert_eq!(done.status.code(), Some(2), "{words:?} {done:?}");
        assert!(done.stdout.is_empty() && !done.stderr.is_empty(), "{words:?}");
        assert_eq!(fs::read(at.join("m.jisr")).unwrap(), before);
    }
    // Without a common map everything is new.
    fs::write(at.join("empty"), "").unwrap();
    let done = jisr(at, &["merge", "empty", "m.jisr", "n.jisr", "-o", "out.jisr"]);
    assert_eq!(done.status.code(), Some(1));
    assert_eq!(get(at, "out.jisr"), map(1, "one"));
}

fn git(folder: &Path, words: &[&str]) -> Output {
    Command::new("git")
        .args(["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"])
        .args(words)
        .current_dir(folder)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null")
        .output()
        .unwrap()
}

#[test]
fn git_merges_maps_with_it() {
    if Command::new("git").arg("--version").output().is_err() {
        eprintln!("there is no git here: nothing was tried");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let does = |words: &[&str]| {
        let done = git(at, words);
        assert!(done.status.success(), "{words:?} {done:?}");
    };
    does(&["init", "-q", "-b", "main"]);
    let driver = format!("'{}' merge %O %A %B -o %A", assert_cmd::cargo::cargo_bin!("jisr").display());
    does(&["config", "merge.jisr.driver", &driver]);
    fs::write(at.join(".gitattributes"), "*.jisr merge=jisr\n").unwrap();
    let commit = |map: &Map, message: &str| {
        put(at, "m.jisr", map);
        does(&["add", "-A"]);
        does(&["commit", "-q", "-m", message]);
    };
    commit(&map(1, "one"), "base");
    does(&["checkout", "-q", "-b", "theirs"]);
    commit(&map(1, "two"), "theirs");
    does(&["checkout", "-q", "main"]);
    commit(&map(2, "one"), "ours");
    // The lines of both changes are in one file; the merge is clean.
    does(&["merge", "-q", "--no-edit", "theirs"]);
    assert_eq!(get(at, "m.jisr"), map(2, "two"));
    does(&["checkout", "-q", "-b", "more", "theirs"]);
    commit(&map(4, "two"), "more");
    does(&["checkout", "-q", "main"]);
    let done = git(at, &["merge", "--no-edit", "more"]);
    assert_eq!(done.status.code(), Some(1), "{done:?}");
    let status = git(at, &["status", "--porcelain"]);
    assert!(String::from_utf8_lossy(&status.stdout).contains("UU m.jisr"), "{status:?}");
    // What is there is a map, with ours, and no marks in it.
    assert_eq!(get(at, "m.jisr"), map(2, "two"));
}
