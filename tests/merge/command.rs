//! `jisr merge` as a user types it, and as git runs it.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use jisr::format::jisr::{read, write};
use jisr::model::{Id as _, Map, Rating, Tie};
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
    let name = map(1, "").actors[0].name.read(&jisr::model::Language::new("en")).to_owned();
    let named = format!("Actor {name}: Influence");
    for part in [named.as_str(), place.as_str(), "with 1 conflict to look at", "before:", "Ours is taken."] {
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

/// The example with one more tie, drawn by somebody, under an id that everybody would give it.
fn with_tie(from: &str, to: &str, strength: u8) -> Map {
    let mut map = valid(EXAMPLE.as_bytes());
    let mut tie = Tie::new("t-new".into(), from.into(), "informs".into(), to.into());
    tie.strength = Rating::new(strength);
    map.ties.push(tie);
    map
}

#[test]
fn what_is_kept_apart_is_listed_and_is_no_conflict() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let base = valid(EXAMPLE.as_bytes());
    let [first, second, third] = [0, 1, 2].map(|place: usize| base.actors[place].clone());
    put(at, "base.jisr", &base);
    put(at, "ours.jisr", &with_tie(first.id.as_str(), second.id.as_str(), 1));
    put(at, "theirs.jisr", &with_tie(first.id.as_str(), third.id.as_str(), 5));
    let files = ["merge", "base.jisr", "ours.jisr", "theirs.jisr", "-o"];
    let done = jisr(at, &[files.as_slice(), &["out.jisr"]].concat());
    assert_eq!(done.status.code(), Some(0), "{done:?}");
    let text = String::from_utf8_lossy(&done.stdout).split_whitespace().collect::<Vec<_>>().join(" ");
    let english = jisr::model::Language::new("en");
    let name = |actor: &jisr::model::Actor| actor.name.read(&english).to_owned();
    let told = format!("Tie {} informs {} (", name(&first), name(&third));
    assert!(text.contains(&told) && text.contains("t-new"), "{told}\n{text}");
    let merged = get(at, "out.jisr");
    assert_eq!(merged.ties.len(), base.ties.len() + 2);
    let strengths: Vec<_> = merged.ties[base.ties.len()..].iter().map(|tie| tie.strength).collect();
    assert_eq!(strengths, [Rating::new(1), Rating::new(5)]);
    // As data; and beside the map on standard output.
    let done = jisr(at, &[files.as_slice(), &["out.jisr", "--json"]].concat());
    let told: Value = serde_json::from_slice(&done.stdout).unwrap();
    let apart = &told["kept_apart"][0];
    assert_eq!((&apart["part"], &apart["was"]), (&"ties".into(), &"t-new".into()));
    assert_eq!(apart["now"], merged.ties.last().unwrap().id.as_str());
    let done = jisr(at, &[files.as_slice(), &["-"]].concat());
    assert_eq!((done.status.code(), valid(&done.stdout)), (Some(0), merged));
    assert!(String::from_utf8_lossy(&done.stderr).contains("t-new"));
}

#[cfg(unix)]
#[test]
fn each_input_is_read_once_so_that_it_may_be_a_pipe() {
    use std::io::Write as _;
    use std::process::Stdio;
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let maps = [map(1, "one"), map(2, "one"), map(1, "two")];
    for (piped, words) in
        [["/dev/stdin", "b", "c"], ["a", "/dev/stdin", "c"], ["a", "b", "-"], ["-", "b", "c"]]
            .iter()
            .map(|words| (words.iter().position(|word| word.len() > 1 || *word == "-").unwrap(), words))
    {
        for (name, map) in ["a", "b", "c"].iter().zip(&maps) {
            put(at, name, map);
        }
        let mut child = Command::new(assert_cmd::cargo::cargo_bin!("jisr"))
            .args(["merge", words[0], words[1], words[2], "-o", "out.jisr"])
            .current_dir(at)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(&write(&maps[piped])).unwrap();
        let done = child.wait_with_output().unwrap();
        assert_eq!(done.status.code(), Some(0), "{words:?} {done:?}");
        assert_eq!(get(at, "out.jisr"), map(2, "two"));
    }
    let done = jisr(at, &["merge", "-", "-", "a", "-o", "out.jisr"]);
    assert_eq!(done.status.code(), Some(2), "{done:?}");
}

#[cfg(unix)]
#[test]
fn nobody_sees_the_merged_map_who_may_not_see_what_it_is_made_of() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let names = ["base.jisr", "ours.jisr", "theirs.jisr"];
    for (modes, before, expected) in [
        ([0o600, 0o600, 0o600], None, 0o600),
        ([0o644, 0o600, 0o644], None, 0o600),
        ([0o644, 0o644, 0o600], None, 0o600),
        ([0o644, 0o644, 0o644], None, 0o644),
        ([0o664, 0o660, 0o664], None, 0o660),
        ([0o444, 0o444, 0o444], None, 0o644),
        ([0o600, 0o600, 0o600], Some(0o644), 0o600),
        ([0o644, 0o644, 0o644], Some(0o600), 0o600),
    ] {
        let set = |name: &str, mode| {
            fs::set_permissions(at.join(name), fs::Permissions::from_mode(mode)).unwrap();
        };
        let _ = fs::remove_file(at.join("out.jisr"));
        for ((name, mode), map) in names.iter().zip(modes).zip([map(1, "a"), map(2, "a"), map(1, "b")]) {
            let _ = fs::remove_file(at.join(name));
            put(at, name, &map);
            set(name, mode);
        }
        if let Some(mode) = before {
            put(at, "out.jisr", &map(5, "before"));
            set("out.jisr", mode);
        }
        let done = jisr(at, &["merge", names[0], names[1], names[2], "-o", "out.jisr"]);
        assert_eq!(done.status.code(), Some(0), "{done:?}");
        let mode = fs::metadata(at.join("out.jisr")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, expected, "{modes:?} {before:?}");
        assert_eq!(get(at, "out.jisr"), map(2, "b"));
    }
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
