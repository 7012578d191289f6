//! Every step of saving and of autosave fails, falls short, takes long, or is the last one before the power is cut, one after
//! the other: nothing is lost.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use jisr::session::keeping::{About, Autosave, Expect, KEPT, Keeper, Pace, Trouble, Why};

use super::pretend::{Fault, Pretend, Step};
use super::{bytes_of, number_in, numbered};

const FAULTS: [Fault; 12] = [
    Fault::Fail(ErrorKind::StorageFull),
    Fault::Fail(ErrorKind::QuotaExceeded),
    Fault::Fail(ErrorKind::ReadOnlyFilesystem),
    Fault::Fail(ErrorKind::PermissionDenied),
    Fault::Fail(ErrorKind::NotFound),
    Fault::Fail(ErrorKind::Interrupted),
    Fault::Fail(ErrorKind::Other),
    Fault::Short,
    Fault::FullMidway,
    Fault::Late,
    Fault::Vanish,
    Fault::Cut,
];

const FILE: &str = "/maps/m.jisr";

fn keeper(disk: &Pretend) -> Keeper {
    Keeper::on(Arc::new(disk.clone()), Some(PathBuf::from("/own")))
}

/// A disk on which a file was saved often enough that it has all its versions, the last one number 9.
fn with_a_past() -> Pretend {
    let disk = Pretend::with_folders(&["/maps", "/own", "/else"]);
    for number in 0..10 {
        keeper(&disk).save(Path::new(FILE), &bytes_of(number), Expect::Anything).unwrap();
    }
    disk
}

/// The numbers of all versions, each of which is whole.
fn versions(disk: &Pretend) -> Vec<usize> {
    let versions = keeper(disk).versions(Path::new(FILE));
    versions
        .iter()
        .map(|version| number_in(&disk.get(&version.path).unwrap()).expect("it is whole"))
        .collect()
}

fn number_of(disk: &Pretend) -> Option<usize> {
    disk.get(FILE).map(|bytes| number_in(&bytes).expect("it is whole"))
}

/// Lets each step go wrong in each way, and looks at what came of it.
fn each_fault(count: usize, mut check: impl FnMut(usize, Fault)) {
    for step in 0..count {
        for fault in FAULTS {
            check(step, fault);
        }
    }
}

fn steps_of(disk: &Pretend, work: impl FnOnce()) -> Vec<Step> {
    disk.plan(usize::MAX, Fault::Late);
    work();
    disk.steps()
}

fn save(disk: &Pretend) -> Result<(), Trouble> {
    let keeper = keeper(disk);
    let (_, print) = keeper.read(Path::new(FILE)).unwrap_or_else(|_| as_it_was_read());
    keeper.save(Path::new(FILE), &bytes_of(10), Expect::This(&print)).map(drop)
}

/// A print of what was there, where a fault keeps it from being read: the save is what is to be tried.
fn as_it_was_read() -> (Vec<u8>, jisr::session::keeping::Fingerprint) {
    let bytes = bytes_of(9);
    let print = jisr::session::keeping::Fingerprint::of(&bytes, None);
    (bytes, print)
}

#[test]
fn whatever_goes_wrong_while_saving_the_old_file_or_the_new_one_is_there_whole() {
    let disk = with_a_past();
    let steps = steps_of(&disk, || save(&disk).unwrap());
    for step in
        [Step::Create, Step::Write, Step::Sync, Step::Dress, Step::Rename, Step::SyncFolder, Step::Remove]
    {
        assert!(steps.contains(&step), "{step:?} is among {steps:?}");
    }
    let mut told = std::collections::BTreeSet::new();
    each_fault(steps.len(), |step, fault| {
        let disk = with_a_past();
        let at = format!("step {step}, {:?}: {fault:?}", steps[step]);
        disk.plan(step, fault);
        let result = save(&disk);
        let is_new = match &result {
            Ok(()) => true,
            Err(trouble) => trouble.why() == Why::NotSure,
        };
        if let Err(trouble) = &result {
            told.insert(format!("{:?}", trouble.why()));
        }
        // As long as the power is on, it is what was told.
        assert_eq!(number_of(&disk), Some(if is_new { 10 } else { 9 }), "{at}: {result:?}");
        for after in disk.after_a_cut() {
            let number = number_of(&after);
            assert!(number == Some(10) || (result.is_err() && number == Some(9)), "{at}: {number:?}");
            let versions = versions(&after);
            assert!(versions.len() >= KEPT && versions.len() <= KEPT + 2, "{at}: {versions:?}");
            assert!([8, 7, 6, 5].iter().all(|number| versions.contains(number)), "{at}: {versions:?}");
        }
        // What was not saved is in memory, and can be saved elsewhere.
        disk.mend();
        let elsewhere = Path::new("/else/copy.jisr");
        keeper(&disk).save(elsewhere, &bytes_of(10), Expect::Nothing).unwrap();
        assert_eq!(number_in(&disk.get(elsewhere).unwrap()), Some(10));
        // Nothing lies about, but where it could not be taken away.
        let could_clean = !matches!(fault, Fault::Vanish | Fault::Cut) && steps[step] != Step::Remove;
        if could_clean {
            assert_eq!(disk.names("/maps"), ["m.jisr"], "{at}");
        }
        // And it can be saved again where it was.
        keeper(&disk).save(Path::new(FILE), &bytes_of(11), Expect::Anything).unwrap();
        assert_eq!(number_of(&disk), Some(11));
    });
    let expected = ["DiskFull", "Forbidden", "NoFolder", "NotSure", "Other", "ReadOnly"];
    assert!(told.iter().eq(&expected), "{told:?}");
}

#[test]
fn whatever_goes_wrong_while_a_new_file_is_saved_it_is_there_whole_or_not_at_all() {
    let fresh = || Pretend::with_folders(&["/maps", "/own"]);
    let save = |disk: &Pretend| keeper(disk).save(Path::new(FILE), &bytes_of(1), Expect::Nothing);
    let disk = fresh();
    let steps = steps_of(&disk, || drop(save(&disk).unwrap()));
    each_fault(steps.len(), |step, fault| {
        let disk = fresh();
        disk.plan(step, fault);
        let result = save(&disk);
        for after in disk.after_a_cut() {
            let number = number_of(&after);
            assert!(
                number == Some(1) || (result.is_err() && number.is_none()),
                "{step} {fault:?}: {number:?}"
            );
        }
        disk.mend();
        assert!(save(&disk).is_ok() || number_of(&disk) == Some(1));
    });
}

const BY_HAND: Pace = Pace {
    gather: Duration::from_hours(1),
    within: Duration::from_hours(24),
    again: Duration::from_hours(1),
};

/// What somebody does: changes, saves, changes again; each time waiting for the draft. Tells which number was safe last.
struct Work {
    disk: Pretend,
    /// The number that was promised to be safe, in the draft or in the file.
    promised: usize,
    /// The number that somebody is working on.
    newest: usize,
    was_refused: bool,
}

impl Work {
    fn on(disk: &Pretend) -> Self {
        Self { disk: disk.clone(), promised: 0, newest: 0, was_refused: false }
    }

    fn change(&mut self, autosave: &Autosave, number: usize) {
        self.newest = number;
        autosave.changed(move || bytes_of(number));
        self.wait(autosave, number);
    }

    fn wait(&mut self, autosave: &Autosave, number: usize) {
        match autosave.flush() {
            Ok(()) => self.promised = number,
            Err(trouble) => {
                self.was_refused = true;
                assert_eq!(autosave.trouble(), Some(trouble));
            }
        }
    }

    fn save(&mut self, autosave: &Autosave, number: usize) {
        match keeper(&self.disk).save(Path::new(FILE), &bytes_of(number), Expect::Anything) {
            Ok(saved) => {
                self.promised = self.promised.max(number);
                autosave.saved(About { path: Some(PathBuf::from(FILE)), print: Some(saved.print) }, u64::MAX);
                // Whether the draft could be taken away matters to nobody.
                let _ = autosave.flush();
            }
            Err(_) => self.was_refused = true,
        }
    }

    /// From the first change to the last; the draft is left.
    fn day(&mut self) -> Autosave {
        let (_, print) = keeper(&self.disk).read(Path::new(FILE)).unwrap_or_else(|_| as_it_was_read());
        let about = About { path: Some(PathBuf::from(FILE)), print: Some(print) };
        let autosave = Autosave::start(&keeper(&self.disk), about, BY_HAND);
        self.change(&autosave, 1);
        self.change(&autosave, 2);
        self.save(&autosave, 2);
        self.change(&autosave, 3);
        self.change(&autosave, 4);
        autosave
    }
}

fn with_a_map() -> Pretend {
    let disk = Pretend::with_folders(&["/maps", "/own", "/else"]);
    disk.put(FILE, &bytes_of(0));
    disk
}

/// What the next start finds: the newest of what is in the file and in drafts, and how many drafts are offered.
fn next_start(disk: &Pretend) -> (usize, usize) {
    let drafts = keeper(disk).drafts();
    let numbers = drafts.iter().map(|draft| number_in(&draft.bytes().unwrap()).expect("a draft is whole"));
    let newest = numbers.chain(number_of(disk)).max().unwrap();
    (newest, drafts.len())
}

#[test]
fn whatever_goes_wrong_with_autosave_the_next_start_offers_what_was_promised() {
    let disk = with_a_map();
    let steps = steps_of(&disk, || drop(Work::on(&disk).day()));
    assert!(steps.len() > 60, "{}", steps.len());
    each_fault(steps.len(), |step, fault| {
        let disk = with_a_map();
        let mut work = Work::on(&disk);
        let at = format!("step {step}, {:?}: {fault:?}", steps[step]);
        disk.plan(step, fault);
        let autosave = work.day();
        // The power is cut now, or was at that step.
        for after in disk.after_a_cut() {
            let (newest, drafts) = next_start(&after);
            assert!(drafts <= 1, "{at}: {drafts} drafts");
            assert!(
                (work.promised..=work.newest).contains(&newest),
                "{at}: {newest}, promised {}",
                work.promised
            );
        }
        if fault == Fault::Cut {
            drop(autosave);
            return;
        }
        // It goes on, and the disk works again: the work is still in memory.
        disk.mend();
        autosave.flush().unwrap();
        assert_eq!(autosave.trouble(), None, "{at}");
        for after in disk.after_a_cut() {
            assert_eq!(next_start(&after).0, 4, "{at}");
        }
        drop(autosave);
        let (newest, drafts) = next_start(&disk);
        assert_eq!((newest, drafts), (4, 1), "{at}");
    });
}

#[test]
fn a_stick_that_is_pulled_out_takes_nothing_with_it() {
    let stick = with_a_map();
    let own = Pretend::with_folders(&["/own", "/else"]);
    // The maps are on the stick, the program's own folder is not.
    let autosave = Autosave::start(&keeper(&own), About { path: Some(FILE.into()), print: None }, BY_HAND);
    autosave.changed(|| bytes_of(1));
    stick.plan(0, Fault::Vanish);
    let trouble = keeper(&stick).save(Path::new(FILE), &bytes_of(1), Expect::Anything).unwrap_err();
    assert_eq!(trouble.why(), Why::NoFolder);
    autosave.flush().unwrap();
    let elsewhere = keeper(&own).save(Path::new("/else/m.jisr"), &bytes_of(1), Expect::Nothing).unwrap();
    assert_eq!(number_in(&own.get(elsewhere.target).unwrap()), Some(1));
    drop(autosave);
    let drafts = keeper(&own).drafts();
    assert_eq!(drafts[0].map, Some(numbered(1)));
}
