//! What somebody does while the disk is slow: saving again, elsewhere, closing, opening, taking back, merging. What the window
//! calls saved is on the disk, and what is on no disk is in a draft.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use jisr::model::{Language, Map, Text};
use jisr::session::building::whole::replace;
use jisr::session::keeping::{Expect, Keeper, Original, Why};
use jisr::session::{After, Chosen, Question, Recent, Session, Settings};
use jisr::words::Words;

use super::pretend::{Fault, Pretend, Step};
use super::{bytes_of, number_in, numbered};

const FILE: &str = "/maps/m.jisr";
const OTHER: &str = "/maps/other.jisr";

fn keeper(disk: &Pretend) -> Keeper {
    Keeper::on(Arc::new(disk.clone()), Some(PathBuf::from("/own")))
}

fn disk() -> Pretend {
    let disk = Pretend::with_folders(&["/maps", "/own"]);
    disk.put(FILE, &bytes_of(0));
    disk
}

/// A session in which a file is open.
fn open(disk: &Pretend, file: &str) -> Session {
    open_with(disk, file, true)
}

/// The same. Where no drafts are kept, only the save takes steps.
fn open_with(disk: &Pretend, file: &str, keeps_drafts: bool) -> Session {
    let words = Words::of(&Language::new("en"));
    let mut settings = Settings::default();
    settings.keeps_drafts = keeps_drafts;
    let mut session = Session::new(words, settings, Recent::load(None), keeper(disk), Arc::new(|| {}));
    session.open_file(Path::new(file));
    settle(&mut session);
    assert!(session.document.is_some(), "{:?}", session.not_opened);
    session
}

fn settle(session: &mut Session) {
    let start = Instant::now();
    while session.poll() {
        assert!(start.elapsed() < Duration::from_secs(30), "something never ends");
        std::thread::sleep(Duration::from_millis(1));
    }
}

fn now(session: &Session) -> Arc<Map> {
    Arc::clone(session.document.as_ref().unwrap().map())
}

fn edit(session: &mut Session, number: usize) {
    let named = replace(&now(session), numbered(number));
    session.edit(named).unwrap();
}

fn number(disk: &Pretend, file: &str) -> Option<usize> {
    disk.get(file).map(|bytes| number_in(&bytes).expect("it is whole"))
}

fn save(session: &mut Session) {
    let file = session.file().unwrap().to_owned();
    session.save(&file);
}

/// Change number 1 is being saved, and that is kept waiting in the midst of it.
fn while_saving() -> (Pretend, Session) {
    while_saving_with(true)
}

fn while_saving_with(keeps_drafts: bool) -> (Pretend, Session) {
    let disk = disk();
    let mut session = open_with(&disk, FILE, keeps_drafts);
    edit(&mut session, 1);
    hold(&disk, &mut session);
    (disk, session)
}

/// Saves, which is kept waiting in the midst of it.
fn hold(disk: &Pretend, session: &mut Session) {
    disk.hold(Step::Sync, "/maps");
    save(session);
    disk.wait_for_one();
}

/// The drafts that the next start finds.
fn drafts(disk: &Pretend) -> Vec<(Option<usize>, Original)> {
    let drafts = keeper(disk).drafts();
    drafts.iter().map(|draft| (number_in(&draft.bytes().unwrap()), draft.original)).collect()
}

#[test]
fn a_second_save_waits_for_the_first_and_the_file_ends_with_the_newest() {
    let (disk, mut session) = while_saving();
    for later in [2, 3] {
        edit(&mut session, later);
        save(&mut session);
    }
    session.poll();
    assert!(session.is_unsaved() && session.is_saving());
    assert_eq!(number(&disk, FILE), Some(0));
    disk.release();
    settle(&mut session);
    assert_eq!((number(&disk, FILE), session.is_unsaved()), (Some(3), false));
    assert_eq!(session.question, None);
    drop(session);
    assert!(drafts(&disk).is_empty());
    let versions = keeper(&disk).versions(Path::new(FILE));
    let kept: Vec<_> = versions.iter().map(|version| number(&disk, version.path.to_str().unwrap())).collect();
    assert_eq!(kept, [Some(1), Some(0)], "what waited was saved once, as it was last");
}

#[test]
fn what_is_changed_while_it_is_saved_is_not_saved() {
    let changes: [fn(&mut Session); 4] = [
        |session| edit(session, 2),
        |session| session.undo(),
        // Another state at the same place of the history.
        |session| {
            session.undo();
            edit(session, 2);
        },
        // Typed on, as a part of what is being saved.
        |session| {
            let map = now(session);
            session.edit_on(replace(&map, numbered(2)), 7).unwrap();
        },
    ];
    for (which, change) in changes.into_iter().enumerate() {
        let disk = disk();
        let mut session = open(&disk, FILE);
        let map = now(&session);
        session.edit_on(replace(&map, numbered(1)), 7).unwrap();
        disk.hold(Step::Sync, "/maps");
        save(&mut session);
        disk.wait_for_one();
        change(&mut session);
        let window = number_in(&jisr::format::jisr::write(&now(&session)));
        disk.release();
        settle(&mut session);
        assert_eq!((number(&disk, FILE), session.is_unsaved()), (Some(1), true), "{which}");
        drop(session);
        assert_eq!(drafts(&disk), [(window, Original::Same)], "{which}: a draft of the file as it is now");
    }
}

#[test]
fn going_back_to_what_was_saved_is_saved() {
    let (disk, mut session) = while_saving();
    edit(&mut session, 2);
    disk.release();
    settle(&mut session);
    session.undo();
    assert!(!session.is_unsaved());
    session.undo();
    assert!(session.is_unsaved());
    session.redo();
    assert!(!session.is_unsaved());
}

#[test]
fn saving_elsewhere_waits_too_and_what_is_saved_then_goes_there() {
    let (disk, mut session) = while_saving();
    edit(&mut session, 2);
    session.save(Path::new(OTHER));
    edit(&mut session, 3);
    // The map is still the one of the first file, and will be that of the other one.
    save(&mut session);
    disk.release();
    settle(&mut session);
    assert_eq!((number(&disk, FILE), number(&disk, OTHER)), (Some(1), Some(3)));
    assert_eq!((session.file(), session.is_unsaved()), (Some(Path::new(OTHER)), false));
    edit(&mut session, 4);
    save(&mut session);
    settle(&mut session);
    assert_eq!((number(&disk, FILE), number(&disk, OTHER)), (Some(1), Some(4)));
}

#[test]
fn where_a_save_fails_the_next_one_is_tried_and_what_was_said_goes_once_one_has_worked() {
    let (disk, mut session) = while_saving_with(false);
    edit(&mut session, 2);
    save(&mut session);
    disk.plan(0, Fault::Fail(std::io::ErrorKind::StorageFull));
    disk.release();
    settle(&mut session);
    assert_eq!((number(&disk, FILE), session.is_unsaved()), (Some(2), false));
    assert!(session.notes.is_empty(), "{:?}", session.notes);
    // Alone it is said, and what was to be done after it is not done.
    edit(&mut session, 3);
    assert!(!session.may_close(After::Quit));
    session.question = None;
    session.after = Some(After::Quit);
    hold(&disk, &mut session);
    disk.plan(0, Fault::Fail(std::io::ErrorKind::StorageFull));
    disk.release();
    settle(&mut session);
    assert!(session.is_unsaved() && session.what_waited().is_none() && session.after.is_none());
    assert!(session.notes.iter().any(|note| note.contains("disk is full")), "{:?}", session.notes);
    save(&mut session);
    settle(&mut session);
    assert_eq!((number(&disk, FILE), session.notes.len()), (Some(3), 0), "{:?}", session.notes);
}

#[test]
fn what_somebody_else_saves_in_the_midst_of_a_save_is_not_saved_over() {
    let (disk, mut session) = while_saving();
    edit(&mut session, 2);
    save(&mut session);
    disk.put(FILE, &bytes_of(9));
    disk.release();
    settle(&mut session);
    assert_eq!(session.question, Some(Question::Changed(PathBuf::from(FILE))));
    assert_eq!((number(&disk, FILE), session.is_unsaved(), session.is_saving()), (Some(9), true, false));
    assert_eq!(disk.names("/maps"), ["m.jisr"]);
    session.question = None;
    session.save_anyway(Path::new(FILE));
    settle(&mut session);
    assert_eq!((number(&disk, FILE), session.is_unsaved()), (Some(2), false));
    let kept = keeper(&disk).versions(Path::new(FILE));
    assert_eq!(number(&disk, kept[0].path.to_str().unwrap()), Some(9));
}

#[test]
fn two_windows_save_one_after_the_other() {
    let disk = disk();
    let (one, two) = (keeper(&disk), keeper(&disk));
    let (_, print) = one.read(Path::new(FILE)).unwrap();
    disk.hold(Step::Rename, "/maps");
    let save = |keeper: Keeper, number: usize| {
        std::thread::spawn(move || keeper.save(Path::new(FILE), &bytes_of(number), Expect::This(&print)))
    };
    let first = save(one, 1);
    disk.wait_for_one();
    let second = save(two, 2);
    std::thread::sleep(Duration::from_millis(100));
    disk.release();
    assert!(first.join().unwrap().is_ok());
    assert_eq!(second.join().unwrap().unwrap_err().why(), Why::Changed);
    assert_eq!(number(&disk, FILE), Some(1));
}

#[test]
fn the_window_closes_once_what_it_shows_is_saved() {
    let (disk, mut session) = while_saving();
    assert!(!session.may_close(After::Quit));
    assert_eq!(session.question, None, "it is being saved: nothing is asked");
    assert_eq!(session.what_waited(), None);
    disk.release();
    settle(&mut session);
    assert_eq!((number(&disk, FILE), session.what_waited()), (Some(1), Some(After::Quit)));
}

#[test]
fn what_is_changed_after_that_is_asked_about() {
    let (disk, mut session) = while_saving();
    assert!(!session.may_close(After::Quit));
    edit(&mut session, 2);
    disk.release();
    settle(&mut session);
    assert_eq!(session.question, Some(Question::Unsaved(After::Quit)));
    assert_eq!(session.what_waited(), None);
    // And never closes by itself later.
    session.question = None;
    save(&mut session);
    settle(&mut session);
    assert_eq!(session.what_waited(), None);
}

#[test]
fn what_is_given_up_is_given_up_only_once_the_rest_is_saved() {
    for fails in [false, true] {
        let (disk, mut session) = while_saving_with(!fails);
        edit(&mut session, 2);
        assert!(!session.may_close(After::Quit));
        assert_eq!(session.question.take(), Some(Question::Unsaved(After::Quit)));
        assert!(!session.gives_up_for(&After::Quit));
        assert_eq!(session.what_waited(), None);
        if fails {
            disk.plan(0, Fault::Fail(std::io::ErrorKind::StorageFull));
        }
        disk.release();
        settle(&mut session);
        assert_eq!(number(&disk, FILE), Some(usize::from(!fails)));
        // What was thought to be saved, and was not, is still in the window.
        assert_eq!(session.what_waited(), (!fails).then_some(After::Quit));
        if !fails {
            session.close();
            drop(session);
            assert!(drafts(&disk).is_empty());
        }
    }
}

#[test]
fn another_map_is_opened_after_what_is_being_saved() {
    let (disk, mut session) = while_saving();
    disk.put(OTHER, &bytes_of(5));
    assert!(!session.may_close(After::Open(PathBuf::from(OTHER))));
    disk.release();
    settle(&mut session);
    assert_eq!(session.what_waited(), Some(After::Open(PathBuf::from(OTHER))));
    // It is being opened while what is still open is changed and saved.
    disk.hold(Step::Sync, "/maps");
    edit(&mut session, 2);
    save(&mut session);
    disk.wait_for_one();
    session.open_file(Path::new(OTHER));
    for _ in 0..50 {
        session.poll();
        std::thread::sleep(Duration::from_millis(1));
    }
    assert_eq!(*now(&session), numbered(2));
    disk.release();
    settle(&mut session);
    assert_eq!((number(&disk, FILE), number(&disk, OTHER)), (Some(2), Some(5)));
    assert_eq!((&*now(&session), session.file()), (&numbered(5), Some(Path::new(OTHER))));
    edit(&mut session, 6);
    save(&mut session);
    settle(&mut session);
    assert_eq!((number(&disk, FILE), number(&disk, OTHER)), (Some(2), Some(6)));
}

#[test]
fn what_ends_the_session_waits_for_the_save() {
    let (disk, mut session) = while_saving();
    edit(&mut session, 2);
    let other_end = disk.clone();
    let releasing = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(200));
        other_end.release();
    });
    drop(session);
    releasing.join().unwrap();
    assert_eq!((number(&disk, FILE), disk.names("/maps")), (Some(1), vec!["m.jisr".to_owned()]));
    assert_eq!(drafts(&disk)[0].0, Some(2));
}

#[test]
fn a_signal_finds_the_newest_state_in_the_draft() {
    let (disk, mut session) = while_saving();
    edit(&mut session, 2);
    let from_elsewhere = keeper_of(&session);
    let start = Instant::now();
    from_elsewhere.finish(Duration::from_millis(300));
    assert!(start.elapsed() < Duration::from_secs(5), "what hangs is not waited for");
    // The program is killed now.
    for after in disk.after_a_cut() {
        assert_eq!(drafts(&after).iter().map(|draft| draft.0).max(), Some(Some(2)));
    }
    disk.release();
}

fn keeper_of(session: &Session) -> Keeper {
    session.keeper().clone()
}

#[test]
fn a_draft_that_holds_more_than_was_saved_is_never_away() {
    let (disk, mut session) = while_saving();
    edit(&mut session, 2);
    keeper_of(&session).finish(Duration::from_millis(50));
    let is_safe = |at: &str| {
        for after in disk.after_a_cut() {
            let newest = drafts(&after).into_iter().filter_map(|draft| draft.0).max();
            assert_eq!(newest.or(number(&after, FILE)), Some(2), "{at}");
        }
    };
    is_safe("before it is saved");
    // The draft is written anew, as one of the file as it is now: at no step of that is it away.
    disk.release_and_hold(Step::Sync, "/own/drafts");
    settle(&mut session);
    disk.wait_for_one();
    is_safe("while the new draft is written");
    for step in [Step::Rename, Step::SyncFolder, Step::Remove] {
        disk.release_and_hold(step, "/own/drafts");
        disk.wait_for_one();
        is_safe(&format!("at {step:?}"));
    }
    disk.release();
    drop(session);
    assert_eq!(drafts(&disk), [(Some(2), Original::Same)]);
}

#[test]
fn what_the_disk_did_not_confirm_is_not_somebody_elses_change() {
    let disk = disk();
    let mut session = open_with(&disk, FILE, false);
    edit(&mut session, 1);
    disk.hold(Step::SyncFolder, "/maps");
    save(&mut session);
    disk.wait_for_one();
    disk.plan(0, Fault::Fail(std::io::ErrorKind::Other));
    disk.release();
    settle(&mut session);
    assert!(session.is_unsaved(), "nobody can be sure of it");
    assert!(session.notes.iter().any(|note| note.contains("did not confirm")), "{:?}", session.notes);
    edit(&mut session, 2);
    save(&mut session);
    settle(&mut session);
    assert_eq!((&session.question, number(&disk, FILE)), (&None, Some(2)));
    assert!(!session.is_unsaved() && session.notes.is_empty(), "{:?}", session.notes);
}

#[test]
fn what_is_changed_while_two_changes_are_put_together_is_in_it_too() {
    let disk = disk();
    let mut session = open(&disk, FILE);
    let set = |map: &mut Map, actor: usize, notes: &str| map.actors[actor].notes = Text::from(notes);
    let change = |session: &mut Session, actor: usize| {
        let mut map = (*now(session)).clone();
        set(&mut map, actor, "ours");
        let named = replace(&now(session), map);
        session.edit(named).unwrap();
    };
    change(&mut session, 1);
    let mut theirs = numbered(0);
    set(&mut theirs, 2, "theirs");
    disk.put(FILE, &jisr::format::jisr::write(&theirs));
    save(&mut session);
    settle(&mut session);
    assert_eq!(session.question.take(), Some(Question::Changed(PathBuf::from(FILE))));
    disk.hold(Step::Read, "/maps");
    session.merge_with_file(Path::new(FILE));
    disk.wait_for_one();
    change(&mut session, 3);
    // Nothing is saved before somebody has seen what comes of it.
    save(&mut session);
    disk.release();
    settle(&mut session);
    let mut expected = theirs.clone();
    set(&mut expected, 1, "ours");
    set(&mut expected, 3, "ours");
    assert_eq!(*now(&session), expected);
    let asks_to_look = |session: &Session| session.notes.iter().any(|note| note.contains("and save"));
    assert!(asks_to_look(&session), "{:?}", session.notes);
    assert!(session.is_unsaved() && disk.get(FILE) == Some(jisr::format::jisr::write(&theirs)));
    save(&mut session);
    settle(&mut session);
    assert_eq!((disk.get(FILE), session.is_unsaved()), (Some(jisr::format::jisr::write(&expected)), false));
    assert!(!asks_to_look(&session), "who has saved need not be told to: {:?}", session.notes);
}

#[test]
fn a_conflict_is_told_with_both_values_until_it_is_read() {
    let disk = disk();
    let mut session = open(&disk, FILE);
    let noted = |notes: &str| {
        let mut map = numbered(0);
        map.actors[1].notes = Text::from(notes);
        map
    };
    let named = replace(&now(&session), noted("meets on Fridays"));
    session.edit(named).unwrap();
    disk.put(FILE, &jisr::format::jisr::write(&noted("meets no more")));
    session.merge_with_file(Path::new(FILE));
    settle(&mut session);
    let told = |session: &Session| {
        session.notes.iter().any(|note| note.contains("meets on Fridays") && note.contains("meets no more"))
    };
    assert!(told(&session), "{:?}", session.notes);
    save(&mut session);
    settle(&mut session);
    assert!(told(&session), "{:?}", session.notes);
}

#[test]
fn what_was_said_of_a_state_goes_with_it() {
    let mut session = open(&disk(), FILE);
    session.say_of_now("Refused".to_owned());
    session.notes.push("Read me".to_owned());
    settle(&mut session);
    assert_eq!(
        session.notes,
        ["Read me", "Refused"].map(str::to_owned).into_iter().rev().collect::<Vec<_>>()
    );
    edit(&mut session, 1);
    settle(&mut session);
    assert_eq!(session.notes, ["Read me"]);
}

/// A disk on which a program was killed that had changed the file, and the number of each change.
fn with_drafts(numbers: &[usize]) -> Pretend {
    let disk = disk();
    let mut sessions: Vec<Session> = numbers.iter().map(|_| open(&disk, FILE)).collect();
    for (session, number) in sessions.iter_mut().zip(numbers) {
        edit(session, *number);
    }
    drop(sessions);
    disk
}

#[test]
fn a_draft_is_offered_whenever_its_file_is_opened() {
    let disk = with_drafts(&[4]);
    let mut session = open(&disk, FILE);
    assert_eq!((session.question.take(), session.drafts_here()), (Some(Question::Drafts), vec![0]));
    assert_eq!(*now(&session), numbered(0), "nothing is recovered unasked");
    // Decided later: it is there at the next opening.
    drop(session);
    let mut session = open(&disk, FILE);
    assert_eq!(session.question.take(), Some(Question::Drafts));
    session.recover(0);
    assert_eq!((&*now(&session), session.is_unsaved()), (&numbered(4), true));
    save(&mut session);
    settle(&mut session);
    assert_eq!((number(&disk, FILE), session.is_unsaved()), (Some(4), false));
    drop(session);
    assert!(drafts(&disk).is_empty());
}

#[test]
fn of_other_files_it_is_said_that_there_are_drafts() {
    let disk = with_drafts(&[4]);
    disk.put(OTHER, &bytes_of(5));
    let session = open(&disk, OTHER);
    assert_eq!(session.question, None);
    assert!(session.notes.iter().any(|note| note.contains("another map")), "{:?}", session.notes);
}

#[test]
fn a_draft_follows_a_file_that_was_moved() {
    let disk = with_drafts(&[4]);
    disk.put(OTHER, &disk.get(FILE).unwrap());
    // As long as its own file is there, it is a draft of that alone.
    let mut session = open(&disk, OTHER);
    assert_eq!((session.question.take(), session.drafts_here().len()), (None, 0));
    drop(session);
    jisr::session::keeping::Disk::remove(&disk, Path::new(FILE)).unwrap();
    let mut session = open(&disk, OTHER);
    assert_eq!((session.question.take(), session.drafts_here().len()), (Some(Question::Drafts), 1));
    assert!(session.drafts[0].difference.is_some());
    session.recover(0);
    assert_eq!(session.file(), Some(Path::new(OTHER)));
    save(&mut session);
    settle(&mut session);
    assert_eq!((number(&disk, FILE), number(&disk, OTHER)), (None, Some(4)));
}

#[test]
fn two_drafts_of_one_file_are_both_offered() {
    let disk = with_drafts(&[4, 5]);
    let mut session = open(&disk, FILE);
    assert_eq!((session.question.take(), session.drafts_here().len()), (Some(Question::Drafts), 2));
    session.discard_draft(0);
    session.recover(0);
    drop(session);
    assert_eq!(drafts(&disk).len(), 1);
}

#[test]
fn a_draft_and_its_file_are_looked_at_by_turns_before_one_of_them_is_chosen() {
    for chosen in [Chosen::Draft, Chosen::File, Chosen::Later] {
        let disk = with_drafts(&[4]);
        let mut session = open(&disk, FILE);
        session.look_at_both(0);
        assert_eq!((session.looks_at_both(), &*now(&session)), (Some(true), &numbered(4)));
        let (_, changes) = session.draft_looked_at().unwrap();
        assert_eq!(changes.len(), 41, "40 actors and the title");
        session.show_other();
        assert_eq!((session.looks_at_both(), &*now(&session)), (Some(false), &numbered(0)));
        session.show_other();
        // Neither is changed, saved or lost meanwhile.
        let named = replace(&now(&session), numbered(7));
        assert!(session.edit(named).is_err() && !session.is_unsaved());
        session.save(Path::new(FILE));
        settle(&mut session);
        assert_eq!(number(&disk, FILE), Some(0));
        session.choose_of_both(chosen);
        let (window, is_unsaved) = if chosen == Chosen::Draft { (4, true) } else { (0, false) };
        assert_eq!((&*now(&session), session.is_unsaved()), (&numbered(window), is_unsaved), "{chosen:?}");
        drop(session);
        assert_eq!(drafts(&disk).len(), usize::from(chosen != Chosen::File), "{chosen:?}");
    }
}

#[test]
fn who_closes_while_both_are_looked_at_keeps_both() {
    let disk = with_drafts(&[4]);
    let mut session = open(&disk, FILE);
    session.look_at_both(0);
    assert!(session.may_close(After::Quit));
    session.close();
    drop(session);
    assert_eq!((number(&disk, FILE), drafts(&disk)), (Some(0), vec![(Some(4), Original::Same)]));
}

#[test]
fn no_draft_is_kept_where_none_is_wanted_and_those_from_before_are_offered() {
    let disk = with_drafts(&[4]);
    let mut session = open(&disk, FILE);
    session.question = None;
    session.keep_drafts(false);
    edit(&mut session, 1);
    assert_eq!(session.drafts_here().len(), 1);
    keeper_of(&session).finish(Duration::from_secs(1));
    assert_eq!(drafts(&disk), [], "the old one is held, and there is no other");
    // In the midst of a save they are wanted again.
    disk.hold(Step::Sync, "/maps");
    save(&mut session);
    disk.wait_for_one();
    session.keep_drafts(true);
    edit(&mut session, 2);
    disk.release();
    settle(&mut session);
    drop(session);
    let mut left = drafts(&disk);
    left.sort_by_key(|draft| draft.0);
    assert_eq!(left, [(Some(2), Original::Same), (Some(4), Original::Changed)]);
}
