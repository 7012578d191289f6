//! Fonts of this machine, for letters that no bundled font has: looked for beside the window, once something is to be drawn
//! with them, by reading the folders in which the system keeps fonts.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use fontdb::{Database, FaceInfo, ID, Style};

use crate::picture::faces::{self, Face};
use crate::session::Job;
use crate::session::job::{Poll, Wake};

/// A larger file is not read: it would stay in memory, and it is pictures in colours that make fonts so large.
const LARGEST: usize = 128 << 20;

/// What looks for fonts.
#[derive(Default)]
pub struct SystemFonts {
    /// What wakes the window; without it nobody looks.
    wake: Option<Wake>,
    /// The fonts of this machine, read once.
    all: Arc<Mutex<Option<Database>>>,
    job: Option<Job<Vec<Face>>>,
}

impl SystemFonts {
    /// Looks for fonts from now on.
    pub fn look(&mut self, wake: Wake) {
        self.wake = Some(wake);
    }

    /// Takes in what was found, and looks for what is asked for by now. Whether somebody is looking.
    pub fn poll(&mut self) -> bool {
        match self.job.as_ref().map(Job::poll) {
            Some(Poll::Done(found)) => {
                self.job = None;
                found.into_iter().for_each(faces::add);
            }
            Some(Poll::Lost(_)) => self.job = None,
            Some(Poll::Working(_)) | None => {}
        }
        let Some(wake) = self.wake.as_ref().filter(|_| self.job.is_none() && faces::is_wanted()) else {
            return self.job.is_some();
        };
        let (wanted, all) = (faces::take_wanted(), Arc::clone(&self.all));
        self.job = Some(Job::start(Arc::clone(wake), move |_| {
            let mut all = all.lock().unwrap_or_else(PoisonError::into_inner);
            let all = all.get_or_insert_with(|| {
                let mut all = Database::new();
                all.load_system_fonts();
                all
            });
            find(all, wanted)
        }));
        true
    }

    /// Whether there is something to look for that nobody looks for yet.
    pub fn is_behind(&self) -> bool {
        self.wake.is_some() && self.job.is_none() && faces::is_wanted()
    }
}

/// Fonts that together draw as many of the wanted letters as can be drawn here: the plainest first, and among those that
/// are as plain, the one that has most of them.
fn find(all: &Database, mut wanted: BTreeSet<char>) -> Vec<Face> {
    let wish = Wish::of(&wanted);
    let mut candidates: Vec<(u32, &FaceInfo, BTreeSet<char>)> = Vec::new();
    for info in all.faces().filter(|info| info.style == Style::Normal) {
        let has = all.with_face_data(info.id, |bytes, index| {
            if bytes.len() > LARGEST { BTreeSet::new() } else { faces::drawn_of(bytes, index, &wanted) }
        });
        if let Some(has) = has.filter(|has| !has.is_empty()) {
            candidates.push((wish.distance(info), info, has));
        }
    }
    candidates.sort_by(|a, b| (a.0, &a.1.post_script_name).cmp(&(b.0, &b.1.post_script_name)));
    let mut found = Vec::new();
    while !wanted.is_empty() {
        let count = |has: &BTreeSet<char>| has.intersection(&wanted).count();
        let best = candidates
            .iter()
            .map(|(distance, info, has)| (*distance, std::cmp::Reverse(count(has)), info, has))
            .filter(|(_, count, _, _)| count.0 > 0)
            .min_by_key(|(distance, count, _, _)| (*distance, *count));
        let Some((_, _, info, has)) = best else { break };
        wanted = wanted.difference(has).copied().collect();
        found.extend(load(all, info.id));
    }
    found
}

/// A font, kept in memory as long as the program runs.
fn load(all: &Database, id: ID) -> Option<Face> {
    let (bytes, index) = all.with_face_data(id, |bytes, index| (bytes.to_vec(), index))?;
    Face::of(bytes.leak(), index)
}

/// Which of several fonts with the same letters is wished for.
struct Wish {
    /// What the name ends with of a font for Chinese, Japanese or Korean: they share letters that each writes in its way.
    ending: &'static str,
}

impl Wish {
    fn of(wanted: &BTreeSet<char>) -> Self {
        let has = |from: char, to: char| wanted.range(from..=to).next().is_some();
        let ending = match (has('\u{3040}', '\u{30ff}'), has('\u{ac00}', '\u{d7a3}')) {
            (true, _) => "JP",
            (_, true) => "KR",
            _ => "SC",
        };
        Self { ending }
    }

    /// How far a font is from what is wished for: an upright one without serifs and of usual weight, made for its letters
    /// and not for all that there are.
    fn distance(&self, info: &FaceInfo) -> u32 {
        let family = info.families.first().map_or("", |(name, _)| name.as_str());
        let says = |word: &str| family.contains(word);
        let last = ["LastResort", "Last Resort", "Unifont", "Fallback", "Symbola", "Tofu"];
        let kind = if last.into_iter().any(says) {
            6
        } else if info.monospaced || says("Mono") {
            4
        } else if ["Serif", "Naskh", "Nastaliq", "Kufi", "Ming", "Song", "Display", "UI"]
            .into_iter()
            .any(says)
        {
            2
        } else {
            u32::from(!says("Noto Sans"))
        };
        let language = u32::from(says("CJK") && !family.ends_with(self.ending));
        kind * 10_000 + language * 2_000 + u32::from(info.weight.0.abs_diff(400))
    }
}
