//! What an actor may be, judged by its name: "Police station of the old town" is police, on the level where police is.

use std::collections::HashMap;

use super::wording;
use crate::model::terms::Tier;
use crate::model::{ActorKindId, LevelId, Map, Vocabulary, built_in_actor_kinds};
use crate::words::Words;

/// The kind of an actor whose name says nothing, until somebody says more.
pub const DEFAULT_KIND: &str = "civil-society-organisation";

/// What an actor of some name may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guess {
    /// Its kind.
    pub kind: ActorKindId,
    /// Whether the name says so; otherwise it is [`DEFAULT_KIND`], and somebody has to look.
    pub is_kind_named: bool,
    /// Its level.
    pub level: LevelId,
    /// Whether the name says so; otherwise it is where such actors usually are.
    pub is_level_named: bool,
}

/// Judges actors by their names.
///
/// The words are those of the catalogues (`actor-kind-…`, `actor-words-…`, `level-…`, `level-words-…`) and what the map
/// calls its own kinds and levels. A phrase of a kind counts before another one if it stands before the first joint ("of",
/// "for"), then if it has more words, then if it stands later, as a noun does after what describes it; in writing from
/// right to left, if it stands earlier. Of the 165 actors of the sample maps the English names of 152 say a kind, and 143 of
/// these the one that the authors gave; the level is right for 132. The lists were written by people who had seen the maps.
/// Looking at a name costs a few look-ups for each of its words.
#[derive(Debug)]
pub struct Guesser {
    kinds: HashMap<String, ActorKindId>,
    levels: HashMap<String, LevelId>,
    joints: Vec<String>,
    /// Where actors of each kind usually are, on this map's ladder.
    usual: HashMap<ActorKindId, LevelId>,
    bottom: LevelId,
}

/// The longest phrase, in words.
const LONGEST: usize = 5;

impl Guesser {
    /// For a map, in a reader's language.
    pub fn new(map: &Map, words: &Words) -> Self {
        let mut kinds = HashMap::new();
        let mut usual = HashMap::new();
        let vocabulary = map.vocabulary();
        let own = map
            .actor_kinds
            .iter()
            .map(|kind| (kind.id.clone(), kind.name.all().map(str::to_owned).collect()));
        let built_in = built_in_actor_kinds().map(|(id, _)| {
            let mut phrases = vec![words.text(&format!("actor-kind-{id}"))];
            phrases.extend(wording::phrases(words, &format!("actor-words-{id}")));
            (ActorKindId::from(id), phrases)
        });
        for (kind, phrases) in own.chain(built_in) {
            usual.insert(kind.clone(), usual_level(map, &vocabulary, &kind));
            for phrase in phrases {
                kinds.entry(stems(&phrase).join(" ")).or_insert_with(|| kind.clone());
            }
        }
        let mut levels = HashMap::new();
        for (id, name, _) in map.ladder().rungs() {
            let phrases: Vec<String> = match name {
                Some(name) => name.all().map(str::to_owned).collect(),
                None => wording::phrases(words, &format!("level-words-{id}"))
                    .chain([words.text(&format!("level-{id}"))])
                    .collect(),
            };
            for phrase in phrases {
                levels.entry(stems(&phrase).join(" ")).or_insert_with(|| LevelId::from(id));
            }
        }
        kinds.remove("");
        levels.remove("");
        let joints = wording::phrases(words, "name-joints").collect();
        let bottom = map.ladder().rungs().next().map_or_else(LevelId::default, |(id, ..)| id.into());
        Self { kinds, levels, joints, usual, bottom }
    }

    /// What an actor of that name may be.
    pub fn guess(&self, name: &str) -> Guess {
        let words = stems(name);
        let head = words.iter().position(|word| self.joints.contains(word)).unwrap_or(words.len());
        let is_turned = crate::words::is_right_to_left(name);
        let kind = found(&words, &self.kinds).max_by_key(|(start, length, _)| {
            let place = if is_turned { words.len() - start } else { start + length };
            (*start < head, *length, place)
        });
        let said = kind.map_or(0..0, |(start, length, _)| start..start + length);
        // What names the kind says nothing of the level: National Security Forces are in every district.
        let level = found(&words, &self.levels)
            .filter(|(start, length, _)| *start >= said.end || start + length <= said.start)
            .max_by_key(|(start, length, _)| (*start < head, *length));
        self.of(kind.map(|(.., kind)| kind), level.map(|(.., level)| level))
    }

    /// What an actor is of whom the kind, the level, both or nothing is said.
    pub fn of(&self, kind: Option<&ActorKindId>, level: Option<&LevelId>) -> Guess {
        let is_kind_named = kind.is_some();
        let kind = kind.cloned().unwrap_or_else(|| DEFAULT_KIND.into());
        Guess {
            level: level.or_else(|| self.usual.get(&kind)).unwrap_or(&self.bottom).clone(),
            kind,
            is_kind_named,
            is_level_named: level.is_some(),
        }
    }
}

/// Where actors of a kind usually are: on the level that the kind names, or else, on a ladder that has no such level, on
/// the first one of its tier.
fn usual_level(map: &Map, vocabulary: &Vocabulary, kind: &ActorKindId) -> LevelId {
    let ladder = map.ladder();
    let level = vocabulary.actor_kind(kind).map_or("", |traits| traits.level);
    let is_there = ladder.rungs().any(|(id, ..)| id == level);
    let usual = Map::default();
    let tier = usual.ladder().tier(&level.into()).unwrap_or(Tier::Local);
    let nearest = ladder.rungs().find(|(.., other)| *other == tier).or_else(|| ladder.rungs().next());
    if is_there { level.into() } else { nearest.map_or_else(LevelId::default, |(id, ..)| id.into()) }
}

/// The phrases of a name that are known: where, how many words, and what they say.
fn found<'a, T>(
    words: &'a [String],
    known: &'a HashMap<String, T>,
) -> impl Iterator<Item = (usize, usize, &'a T)> {
    (0..words.len()).flat_map(move |start| {
        let longest = LONGEST.min(words.len() - start);
        (1..=longest).filter_map(move |length| {
            Some((start, length, known.get(&words[start..start + length].join(" "))?))
        })
    })
}

/// The words of a name without Arabic articles and the -s of a plural, so that "the camps' committees" are a committee.
fn stems(name: &str) -> Vec<String> {
    let stem = |word: &str| {
        let bare = word.strip_prefix("ال").filter(|rest| rest.chars().nth(1).is_some()).unwrap_or(word);
        let single = bare.strip_suffix('s').filter(|rest| rest.len() > 2 && !rest.ends_with('s'));
        single.unwrap_or(bare).to_owned()
    };
    wording::words(name).iter().map(|word| stem(word)).collect()
}
