//! What a session is to be: a list of whole states, a place in it, and what lies in the file.

use std::path::{Path, PathBuf};

use jisr::format::jisr::{read, write};
use jisr::model::{Edit, Map};

/// The list.
pub struct Plain {
    /// The map as bytes: as it was opened, and after each step.
    pub states: Vec<Vec<u8>>,
    /// Which of them is there now.
    pub at: usize,
    /// The file.
    pub file: PathBuf,
    /// What lies in it.
    pub on_disk: Vec<u8>,
    /// The longest that the list has been.
    pub longest: usize,
    /// Which of the states lies in the file.
    saved: Option<usize>,
    burst: Option<u64>,
}

impl Plain {
    /// A file that was just opened.
    pub fn opened(file: &Path) -> Self {
        let on_disk = std::fs::read(file).unwrap();
        let states = vec![on_disk.clone()];
        Self { states, at: 0, file: file.to_owned(), on_disk, longest: 1, saved: Some(0), burst: None }
    }

    /// The map as it is.
    pub fn state(&self) -> &Vec<u8> {
        &self.states[self.at]
    }

    /// Whether that is in no file.
    pub fn is_unsaved(&self) -> bool {
        self.saved != Some(self.at)
    }

    fn map(&self) -> Map {
        read(self.state()).unwrap().sound().unwrap()
    }

    fn changed(&self, edit: Edit) -> Vec<u8> {
        let mut map = self.map();
        edit.apply(&mut map).expect("what a session takes can be done to the map alone");
        write(&map)
    }

    /// A change, if it was taken; what was taken back before it is gone.
    pub fn change(&mut self, edit: Edit, is_taken: bool) {
        self.burst = None;
        if is_taken {
            let state = self.changed(edit);
            self.push(state);
        }
    }

    /// A change of a burst: it makes one step with the one before, unless that lies in the file.
    pub fn type_on(&mut self, edit: Edit, is_taken: bool, burst: u64) {
        let joins = self.burst == Some(burst) && self.at > 0 && self.is_unsaved();
        self.burst = Some(burst);
        if !is_taken {
            return;
        }
        let state = self.changed(edit);
        if joins {
            self.states.truncate(self.at);
            self.states.push(state);
        } else {
            self.push(state);
        }
    }

    fn push(&mut self, state: Vec<u8>) {
        self.saved = self.saved.filter(|saved| *saved <= self.at);
        self.states.truncate(self.at + 1);
        self.states.push(state);
        self.at += 1;
        self.longest = self.longest.max(self.states.len());
    }

    /// Back or on, as far as there are states.
    pub fn go_to(&mut self, step: usize) {
        self.burst = None;
        self.at = step.min(self.states.len() - 1);
    }

    /// The map lies in that file now.
    pub fn save(&mut self, file: &Path) {
        (self.saved, self.file, self.on_disk) = (Some(self.at), file.to_owned(), self.state().clone());
    }

    /// The file is opened again.
    pub fn open(&mut self) {
        (self.states, self.at, self.saved) = (vec![self.on_disk.clone()], 0, Some(0));
    }

    /// What was not saved is there again, without its history.
    pub fn recover(&mut self) {
        (self.states, self.at, self.saved, self.burst) = (vec![self.state().clone()], 0, None, None);
    }
}
