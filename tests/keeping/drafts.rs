//! Drafts on the disk of this machine.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

use jisr::format::jisr::write;
use jisr::model::merge::{Change, Part};
use jisr::model::{Language, Map, Text, Tie};
use jisr::session::keeping::{About, Autosave, Draft, Expect, Keeper, Original, Pace};
use jisr::words::Words;
use tempfile::TempDir;

use super::{bytes_of, number_in, numbered};

const AT_ONCE: Pace =
    Pace { gather: Duration::ZERO, within: Duration::ZERO, again: Duration::from_millis(5) };
const NEVER: Pace = Pace {
    gather: Duration::from_hours(1),
    within: Duration::from_hours(24),
    again: Duration::from_hours(1),
};

struct House {
    folder: TempDir,
    keeper: Keeper,
    file: PathBuf,
    about: About,
}

/// A house with map number 0 in a file that is open.
fn house() -> House {
    let folder = tempfile::tempdir().unwrap();
    let keeper = Keeper::new(Some(folder.path().join("own")));
    let file = folder.path().join("m.jisr");
    let saved = keeper.save(&file, &bytes_of(0), Expect::Nothing).unwrap();
    let about = About { path: Some(file.clone()), print: Some(saved.print) };
    House { folder, keeper, file, about }
}

impl House {
    fn left(&self) -> Vec<String> {
        let drafts = fs::read_dir(self.folder.path().join("own/drafts"));
        drafts.into_iter().flatten().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

    fn only_draft(&self) -> Draft {
        let mut drafts = self.keeper.drafts();
        assert_eq!(drafts.len(), 1);
        drafts.remove(0)
    }
}

fn text(draft: &Draft) -> String {
    draft.text(&Words::of(&Language::new("en")), SystemTime::now())
}

fn change(autosave: &Autosave, number: usize) {
    autosave.changed(move || bytes_of(number));
}

#[test]
fn what_was_changed_is_a_draft_once_its_writer_is_gone_and_not_before() {
    let house = house();
    let autosave = Autosave::start(&house.keeper, house.about.clone(), AT_ONCE);
    assert!(house.left().is_empty(), "nothing was changed yet");
    change(&autosave, 1);
    autosave.flush().unwrap();
    assert!(house.keeper.drafts().is_empty(), "its writer lives");
    drop(autosave);
    let draft = house.only_draft();
    assert_eq!((draft.original, &draft.about), (Original::Same, &house.about));
    assert_eq!(number_in(&draft.bytes().unwrap()), Some(1));
    assert_eq!(draft.map, Some(numbered(1)));
    let said = text(&draft);
    assert!(said.contains("m.jisr that was not saved."), "{said}");
    assert!(said.ends_with("Less than a minute ago. Changed: 40 actors and title."), "{said}");
    // Who holds it is offered it alone.
    assert!(house.keeper.drafts().is_empty());
    drop(draft);
    house.only_draft().discard().unwrap();
    assert!(house.keeper.drafts().is_empty() && house.left().is_empty());
}

#[test]
fn a_draft_is_written_soon_and_of_several_states_only_the_newest() {
    let house = house();
    let pace = Pace {
        gather: Duration::from_millis(150),
        within: Duration::from_secs(10),
        again: Duration::from_secs(1),
    };
    let autosave = Autosave::start(&house.keeper, house.about.clone(), pace);
    let (tell, told) = std::sync::mpsc::channel();
    let start = Instant::now();
    for number in 1..=40 {
        let tell = tell.clone();
        autosave.changed(move || {
            tell.send(number).unwrap();
            bytes_of(number)
        });
        std::thread::sleep(Duration::from_millis(10));
    }
    let first = told.recv().unwrap();
    assert!(first < 40 && start.elapsed() >= pace.gather, "not each one, and not only the last: {first}");
    autosave.flush().unwrap();
    drop(autosave);
    drop(tell);
    let written: Vec<usize> = told.iter().collect();
    assert!(written.len() < 20 && written.last() == Some(&40), "{written:?}");
    assert_eq!(house.only_draft().map, Some(numbered(40)));
    assert!(Pace::default().within <= Duration::from_secs(5));
}

#[test]
fn the_last_state_is_written_when_it_is_closed_unless_it_is_thrown_away() {
    let house = house();
    let autosave = Autosave::start(&house.keeper, house.about.clone(), NEVER);
    change(&autosave, 7);
    drop(autosave);
    assert_eq!(house.only_draft().map, Some(numbered(7)));
    house.only_draft().discard().unwrap();
    for is_written in [false, true] {
        let autosave = Autosave::start(&house.keeper, house.about.clone(), NEVER);
        change(&autosave, 8);
        if is_written {
            autosave.flush().unwrap();
        }
        autosave.discard();
        assert!(house.keeper.drafts().is_empty() && house.left().is_empty());
    }
    drop(Autosave::start(&house.keeper, house.about.clone(), NEVER));
    assert!(house.left().is_empty());
}

#[test]
fn saving_takes_the_draft_away_and_what_is_changed_after_that_is_another_one() {
    let house = house();
    let autosave = Autosave::start(&house.keeper, About::default(), AT_ONCE);
    change(&autosave, 1);
    autosave.flush().unwrap();
    let saved = house.keeper.save(&house.file, &bytes_of(1), Expect::Anything).unwrap();
    let about = About { path: Some(house.file.clone()), print: Some(saved.print) };
    autosave.saved(about.clone(), u64::MAX);
    autosave.flush().unwrap();
    assert!(house.left().iter().all(|name| name.split('.').nth(1) == Some("lock")), "{:?}", house.left());
    change(&autosave, 2);
    autosave.flush().unwrap();
    drop(autosave);
    let draft = house.only_draft();
    assert_eq!(
        (&draft.about, draft.map.as_ref(), draft.original),
        (&about, Some(&numbered(2)), Original::Same)
    );
}

#[test]
fn a_recovered_draft_stays_until_it_is_saved() {
    let house = house();
    let autosave = Autosave::start(&house.keeper, house.about.clone(), AT_ONCE);
    change(&autosave, 1);
    drop(autosave);
    // Recovered, and the program fell again before anything was changed.
    drop(Autosave::resume(house.only_draft(), AT_ONCE));
    let autosave = Autosave::resume(house.only_draft(), AT_ONCE);
    change(&autosave, 2);
    drop(autosave);
    let draft = house.only_draft();
    assert_eq!((draft.map.as_ref(), &draft.about), (Some(&numbered(2)), &house.about));
    let autosave = Autosave::resume(draft, AT_ONCE);
    autosave.saved(house.about.clone(), u64::MAX);
    drop(autosave);
    assert!(house.keeper.drafts().is_empty() && house.left().is_empty());
}

#[test]
fn it_is_said_what_has_become_of_the_original() {
    let draft_after = |is_new: bool, meanwhile: fn(&Path)| {
        let house = house();
        let about = if is_new { About::default() } else { house.about.clone() };
        let autosave = Autosave::start(&house.keeper, about, AT_ONCE);
        change(&autosave, 1);
        drop(autosave);
        meanwhile(&house.file);
        let draft = house.only_draft();
        (draft.original, draft.difference.is_some(), text(&draft))
    };
    let (original, has_difference, said) = draft_after(true, |_| ());
    assert_eq!((original, has_difference), (Original::New, false));
    assert!(said.starts_with("“number 1”, a new map that was not saved."), "{said}");
    let (original, has_difference, said) = draft_after(false, |file| fs::write(file, bytes_of(9)).unwrap());
    assert_eq!((original, has_difference), (Original::Changed, true));
    assert!(said.contains("changed by somebody else"), "{said}");
    let (original, has_difference, said) = draft_after(false, |file| fs::remove_file(file).unwrap());
    assert_eq!((original, has_difference), (Original::Gone, false));
    assert!(said.contains("is not there any more"), "{said}");
    let (original, has_difference, said) = draft_after(false, |file| fs::write(file, "{").unwrap());
    assert_eq!((original, has_difference), (Original::Unreadable, false));
    assert!(said.contains("can’t be read as a map"), "{said}");
}

#[test]
fn what_differs_is_counted() {
    let house = house();
    let autosave = Autosave::start(&house.keeper, house.about.clone(), AT_ONCE);
    autosave.changed(|| {
        let mut map = numbered(0);
        map.title = Text::from("Another");
        map.actors.remove(3);
        map.actors[0].notes = Text::from("seen");
        for id in ["n1", "n2", "n3"] {
            map.actors.push(jisr::model::Actor::new(
                id.into(),
                id.into(),
                "police".into(),
                "national".into(),
            ));
        }
        map.ties.push(Tie::new("t1".into(), "a0".into(), "informs".into(), "a1".into()));
        write(&map)
    });
    drop(autosave);
    let draft = house.only_draft();
    let difference = draft.difference.clone().unwrap();
    let actors = Change { added: 3, removed: 1, changed: 1 };
    let ties = Change { added: 1, ..Change::default() };
    assert_eq!(difference.lists, [(Part::Actors, actors), (Part::Ties, ties)]);
    assert_eq!(difference.header, ["title"]);
    let said = text(&draft);
    assert!(
        said.ends_with("Added: 3 actors and 1 tie. Changed: 1 actor and title. Removed: 1 actor."),
        "{said}"
    );
}

#[test]
fn a_draft_that_holds_what_the_file_holds_is_none() {
    let house = house();
    let autosave = Autosave::start(&house.keeper, house.about.clone(), AT_ONCE);
    change(&autosave, 0);
    drop(autosave);
    assert!(house.keeper.drafts().is_empty() && house.left().is_empty());
}

#[test]
fn several_maps_have_a_draft_each_the_newest_first() {
    let house = house();
    for number in 1..=3 {
        let autosave = Autosave::start(&house.keeper, About::default(), AT_ONCE);
        change(&autosave, number);
        drop(autosave);
        std::thread::sleep(Duration::from_millis(20));
    }
    let maps: Vec<Option<Map>> = house.keeper.drafts().into_iter().map(|draft| draft.map).collect();
    assert_eq!(maps, [Some(numbered(3)), Some(numbered(2)), Some(numbered(1))]);
}

#[test]
fn what_is_broken_in_the_folder_of_drafts_does_no_harm() {
    let house = house();
    let folder = house.folder.path().join("own/drafts");
    fs::create_dir_all(folder.join("a-folder.jisr")).unwrap();
    fs::write(folder.join("cut.jisr"), &bytes_of(1)[..100]).unwrap();
    fs::write(folder.join("alone.json"), "{}").unwrap();
    fs::write(folder.join("odd.json"), [0xff, 0xfe]).unwrap();
    fs::write(folder.join("odd.jisr"), bytes_of(2)).unwrap();
    fs::write(folder.join("noending"), "").unwrap();
    let drafts = house.keeper.drafts();
    let mut read: Vec<bool> = drafts.iter().map(|draft| draft.map.is_some()).collect();
    read.sort_unstable();
    assert_eq!(read, [false, true], "what can't be read as a map is offered too");
    let unreadable = drafts.iter().find(|draft| draft.map.is_none()).unwrap();
    assert_eq!(unreadable.bytes().unwrap(), &bytes_of(1)[..100]);
    assert!(text(unreadable).contains("can’t be read as a map"));
    assert!(!folder.join("alone.json").exists());
}

#[test]
fn a_draft_that_can_not_be_written_is_told_and_tried_again() {
    let house = house();
    let own = house.folder.path().join("own");
    fs::create_dir_all(&own).unwrap();
    fs::write(own.join("drafts"), "a file where the folder should be").unwrap();
    let autosave = Autosave::start(&house.keeper, house.about.clone(), AT_ONCE);
    change(&autosave, 5);
    assert!(autosave.flush().is_err() && autosave.trouble().is_some());
    fs::remove_file(own.join("drafts")).unwrap();
    let start = Instant::now();
    while autosave.trouble().is_some() {
        assert!(start.elapsed() < Duration::from_secs(20));
        std::thread::sleep(Duration::from_millis(5));
    }
    drop(autosave);
    assert_eq!(house.only_draft().map, Some(numbered(5)));
    let nowhere = Autosave::start(&Keeper::new(None), About::default(), AT_ONCE);
    change(&nowhere, 1);
    assert!(nowhere.flush().is_err());
}

#[test]
fn a_draft_of_an_earlier_version_is_one_of_the_file_that_holds_what_it_was_made_from() {
    let house = house();
    let drafts = house.folder.path().join("own/drafts");
    fs::create_dir_all(&drafts).unwrap();
    let twin = house.folder.path().join("twin");
    fs::create_dir(&twin).unwrap();
    fs::write(twin.join("m.jisr"), bytes_of(3)).unwrap();
    let write_old = || {
        let print = house.about.print.unwrap();
        let note = serde_json::json!({
            "path": "team/m.jisr",
            "fingerprint": {"bytes": print.bytes, "modified": null, "digest": format!("{:032x}", print.digest)},
        });
        fs::write(drafts.join("00.json"), note.to_string()).unwrap();
        fs::write(drafts.join("00.jisr"), bytes_of(1)).unwrap();
    };
    write_old();
    // One of the files that were opened lately holds what it began with.
    let known = [twin.join("m.jisr"), house.file.clone()];
    let draft = house.keeper.drafts_among(&known).remove(0);
    assert_eq!((draft.original, &draft.unplaced), (Original::Same, &None));
    assert_eq!(draft.about.path, Some(house.file.canonicalize().unwrap()));
    // Worked on, it is one of that file from then on.
    let autosave = Autosave::resume(draft, AT_ONCE);
    change(&autosave, 2);
    drop(autosave);
    let draft = house.only_draft();
    assert_eq!((&draft.map, draft.original), (&Some(numbered(2)), Original::Same));
    draft.discard().unwrap();
    assert!(house.left().is_empty(), "{:?}", house.left());
    // Where no file is the one, that is said, and it is a new map.
    write_old();
    let draft = house.keeper.drafts_among(&known[..1]).remove(0);
    assert_eq!((draft.original, &draft.about.path), (Original::New, &None));
    let said = text(&draft);
    assert!(said.contains("team/m.jisr") && said.contains("a new map"), "{said}");
}

#[test]
fn a_file_that_was_saved_after_the_draft_is_said_to_be_newer() {
    let house = house();
    let autosave = Autosave::start(&house.keeper, house.about.clone(), AT_ONCE);
    change(&autosave, 1);
    drop(autosave);
    fs::write(&house.file, bytes_of(9)).unwrap();
    let file = fs::File::options().append(true).open(&house.file).unwrap();
    for (modified, is_older) in [
        (SystemTime::now() + Duration::from_mins(1), true),
        (SystemTime::now() - Duration::from_mins(1), false),
    ] {
        file.set_modified(modified).unwrap();
        let draft = house.only_draft();
        assert_eq!((draft.is_older, text(&draft).contains("after this work")), (is_older, is_older));
    }
}

#[cfg(unix)]
#[test]
fn a_file_whose_name_is_no_text_is_found_again() {
    use std::os::unix::ffi::OsStrExt as _;
    let house = house();
    let file = house.folder.path().join(std::ffi::OsStr::from_bytes(b"m\xff.jisr"));
    fs::write(&file, bytes_of(0)).unwrap();
    let about = About { path: Some(house.keeper.whole(&file)), print: None };
    let autosave = Autosave::start(&house.keeper, about.clone(), AT_ONCE);
    change(&autosave, 1);
    drop(autosave);
    assert_eq!(house.only_draft().about, about);
}

#[test]
fn a_draft_gets_another_name_where_it_becomes_one_of_something_else() {
    let house = house();
    let autosave = Autosave::start(&house.keeper, About::default(), AT_ONCE);
    change(&autosave, 1);
    autosave.flush().unwrap();
    let told = autosave.told();
    change(&autosave, 2);
    autosave.flush().unwrap();
    // Saved as it was before the second change: the draft stays, as one of the file.
    autosave.saved(house.about.clone(), told);
    change(&autosave, 2);
    autosave.flush().unwrap();
    assert_eq!(house.left().len(), 3, "{:?}", house.left());
    drop(autosave);
    let draft = house.only_draft();
    assert_eq!((&draft.about, &draft.map), (&house.about, &Some(numbered(2))));
}
