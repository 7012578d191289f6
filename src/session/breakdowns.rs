//! When something breaks down: what is not saved is written to its draft, and it is said, once.

use super::Session;
use crate::breakdown::Breakdown;
use crate::words::breakdown_text;

impl Session {
    /// Something broke down by a mistake of this program, and the rest goes on. What was not saved is written to its draft at
    /// once. `what` is the message that says so; the same at the same place is said once for each map.
    pub fn broke_down(&mut self, what: &'static str, breakdown: &Breakdown) {
        self.secure();
        if self.told.insert((what, breakdown.clone())) {
            self.notes.push(breakdown_text(&self.words, what, breakdown));
        }
    }

    /// Has what was not saved written to its draft now, and waits for nothing. Also what no draft was asked for yet: whatever broke
    /// down may have been on the way to do so.
    pub fn secure(&mut self) {
        self.keep_draft();
        if let Some(autosave) = &self.kept.autosave {
            autosave.hurry();
        }
    }

    /// Draws and works out once more what broke down.
    pub fn try_again(&mut self) {
        self.told.clear();
        self.drawing.try_again();
        self.refresh();
    }
}

#[cfg(test)]
pub mod tests {
    //! What works beside the window, and at once, is broken on purpose, by what a map is called.

    use std::path::Path;
    use std::sync::Arc;
    use std::time::{Duration, Instant};

    use crate::format::jisr::write;
    use crate::model::{Actor, Language, Map, Text};
    use crate::picture::geometry::Size;
    use crate::session::building::fields::{MapField, set_map};
    use crate::session::keeping::{About, Autosave, Pace};
    use crate::session::{Keeper, Recent, Session, Settings};
    use crate::words::Words;

    /// Breaks down over a map that is called so. Only tests are built with it.
    pub fn break_on_purpose(map: &Map, what: &str) {
        let title = map.title.read(&Language::new("en"));
        assert!(title != format!("break {what}"), "on purpose");
    }

    const ROOM: Size = Size::new(800.0, 600.0);
    /// A machine may have much else to do.
    const PATIENCE: Duration = Duration::from_mins(5);

    fn session(folder: &Path) -> Session {
        let keeper = Keeper::new(Some(folder.to_owned()));
        let words = Words::of(&Language::new("en"));
        Session::new(words, Settings::default(), Recent::load(None), keeper, Arc::new(|| {}))
    }

    /// A map of so many actors without ties, open from a file.
    fn open(session: &mut Session, folder: &Path, count: usize) {
        let actor = |number: usize| {
            let (id, name) = (format!("a{number}"), format!("Actor {number}"));
            Actor::new(
                id.as_str().into(),
                Text::from(name.as_str()),
                "youth-group".into(),
                "community".into(),
            )
        };
        let map = Map { title: Text::from("Map"), actors: (0..count).map(actor).collect(), ..Map::default() };
        let path = folder.join("map.jisr");
        std::fs::write(&path, write(&map)).unwrap();
        session.open_file(&path);
        wait(session);
        assert!(session.document.is_some());
    }

    /// Waits for what is worked out beside the session.
    fn wait(session: &mut Session) {
        let start = Instant::now();
        while session.poll() {
            assert!(start.elapsed() < PATIENCE, "something never ends");
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    /// The same, and for the picture, or for where it broke down.
    fn draw(session: &mut Session) {
        let start = Instant::now();
        // A picture may be that of the state before, once.
        for _ in 0..2 {
            while session.draw(ROOM).is_none() && session.drawing_broke_down().is_none() || session.poll() {
                assert!(start.elapsed() < PATIENCE, "something never ends");
                std::thread::sleep(Duration::from_millis(2));
            }
        }
    }

    fn call(session: &mut Session, title: &str) {
        let map = session.document.as_ref().unwrap().map();
        let named = set_map(map, &MapField::Title, title, &session.words).unwrap().unwrap();
        session.edit(named).unwrap();
        wait(session);
    }

    fn drafts(folder: &Path) -> Vec<String> {
        let entries = std::fs::read_dir(folder.join("drafts")).into_iter().flatten();
        let paths = entries.map(|entry| entry.unwrap().path());
        paths
            .filter(|path| path.extension().is_some_and(|is| is == "jisr"))
            .filter_map(|path| std::fs::read_to_string(path).ok())
            .collect()
    }

    fn has_draft_of(folder: &Path, text: &str) -> bool {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if drafts(folder).iter().any(|draft| draft.contains(text)) {
                return true;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        false
    }

    /// A small map answers at once, a large one beside the window.
    const SIZES: [usize; 2] = [3, 2_100];

    #[test]
    fn answers_that_break_down_are_told_and_the_work_is_kept() {
        for count in SIZES {
            let folder = tempfile::tempdir().unwrap();
            let mut session = session(folder.path());
            open(&mut session, folder.path(), count);
            let before = Arc::clone(&session.document.as_ref().unwrap().analysis);
            call(&mut session, "break answers");
            let document = session.document.as_ref().unwrap();
            assert!(Arc::ptr_eq(&before, &document.analysis), "the answers of before are still there");
            assert_eq!(document.map().title, Text::from("break answers"), "and so is what was done");
            assert_eq!(session.notes.len(), 1, "{:?}", session.notes);
            assert!(
                session.notes[0].starts_with("The answers could not be worked out"),
                "{}",
                session.notes[0]
            );
            assert!(has_draft_of(folder.path(), "break answers"), "{count}");
            session.undo();
            wait(&mut session);
            assert!(!Arc::ptr_eq(&before, &session.document.as_ref().unwrap().analysis), "it answers again");
            assert_eq!(session.notes.len(), 1);
        }
    }

    #[test]
    fn a_picture_that_breaks_down_is_told_until_another_is_wanted() {
        for count in SIZES {
            let folder = tempfile::tempdir().unwrap();
            let mut session = session(folder.path());
            open(&mut session, folder.path(), count);
            call(&mut session, "break picture");
            draw(&mut session);
            assert!(session.drawing_broke_down().is_some(), "{count}");
            call(&mut session, "A picture");
            draw(&mut session);
            assert!(session.drawing_broke_down().is_none() && session.draw(ROOM).is_some(), "{count}");
        }
    }

    #[test]
    fn a_save_that_breaks_down_saves_nothing_by_half() {
        let folder = tempfile::tempdir().unwrap();
        let mut session = session(folder.path());
        open(&mut session, folder.path(), 3);
        let path = folder.path().join("map.jisr");
        let before = std::fs::read(&path).unwrap();
        call(&mut session, "break save");
        session.save(&path);
        wait(&mut session);
        assert_eq!(std::fs::read(&path).unwrap(), before);
        assert!(session.is_unsaved());
        assert!(
            session.notes.iter().any(|note| note.starts_with("Saving broke down")),
            "{:?}",
            session.notes
        );
        assert!(has_draft_of(folder.path(), "break save"));
        call(&mut session, "Saved");
        session.save(&path);
        wait(&mut session);
        assert!(!session.is_unsaved());
    }

    #[test]
    fn a_draft_in_a_hurry_waits_for_no_other_change() {
        let folder = tempfile::tempdir().unwrap();
        let keeper = Keeper::new(Some(folder.path().to_owned()));
        let hour = Duration::from_hours(1);
        let autosave =
            Autosave::start(&keeper, About::default(), Pace { gather: hour, again: hour, within: hour });
        autosave.changed(|| b"a map".to_vec());
        autosave.hurry();
        assert!(has_draft_of(folder.path(), "a map"));
    }

    #[test]
    fn bridges_that_break_down_are_told_once() {
        let folder = tempfile::tempdir().unwrap();
        let mut session = session(folder.path());
        open(&mut session, folder.path(), 3);
        call(&mut session, "break bridges");
        session.propose();
        wait(&mut session);
        assert_eq!(session.notes.len(), 1, "{:?}", session.notes);
        assert!(session.notes[0].starts_with("Which ties would close most gaps"), "{}", session.notes[0]);
    }
}
