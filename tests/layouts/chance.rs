//! Maps made up by number: so many actors on levels, tied as asked.

use jisr::model::{Actor, Map, Rating, Tie};

/// The rungs of the usual ladder.
pub const LEVELS: [&str; 5] = ["community", "municipal", "governorate", "national", "international"];

/// A map of actors at levels with names of several lengths, tied by number; every third one is rated.
pub fn made_up(levels: &[&str], ties: &[(usize, usize)]) -> Map {
    let mut map = Map::default();
    for (number, level) in levels.iter().enumerate() {
        let id = format!("actor-{number:04}");
        // Measuring long names takes longest of all, and thousands of them are not read.
        let words = if levels.len() > 200 { 0 } else { number % 3 };
        let name = format!("{} {number}", "Committee of elders and neighbours ".repeat(words));
        let kind = if number % 4 == 0 { "tribal-leader" } else { "police" };
        let mut actor = Actor::new(id.as_str().into(), name.trim().into(), kind.into(), (*level).into());
        if number % 3 == 0 {
            actor.influence = Some(Rating::ALL[number % 5]);
            actor.interest = Some(Rating::ALL[number / 5 % 5]);
        }
        map.actors.push(actor);
    }
    for (number, (from, to)) in ties.iter().enumerate().filter(|(_, (from, to))| from != to) {
        let ends = |at: usize| map.actors[at].id.clone();
        let id = format!("t{number:05}");
        map.ties.push(Tie::new(id.as_str().into(), ends(*from), "informs".into(), ends(*to)));
    }
    map
}

/// Numbers without a pattern that anybody would see; the same ones every time.
pub struct Chance(pub u64);

impl Chance {
    /// Some number below another.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end.max(1)
    }
}
