//! What the line may name: the actors of a map, the kinds of tie, and the words for how a tie is.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::Arc;

use super::time::TimeWords;
use crate::model::terms::{Confidence, Formality, Medium, Status, Term};
use crate::model::{
    Actor, ActorId, ActorKindId, Id as _, LevelId, Map, Rating, Text, TieKindId, built_in_tie_kinds,
};
use crate::session::building::apart;
use crate::session::building::guess::Guesser;
use crate::session::building::wording::{self, known_by};
use crate::words::{Finder, Rank, Words, fold};

/// How many actors of a likely name are looked at.
const SOME: usize = 4;

/// What a map has that the line may name, in a reader's language. It is made once for each state of the map.
pub struct Lexicon {
    pub(super) map: Arc<Map>,
    pub(super) names: Vec<String>,
    /// Folded names, in all languages, and who has them.
    exact: HashMap<String, Vec<usize>>,
    by_id: HashMap<ActorId, usize>,
    finder: Finder<usize>,
    pub(super) guesser: Guesser,
    verbs: HashMap<String, Verb>,
    /// The first form of each kind, which is what completion writes.
    pub(super) kinds: Vec<(TieKindId, String)>,
    longest_verb: usize,
    pub(super) details: Vec<(String, Detail)>,
    pub(super) actor_details: Vec<(String, ActorDetail)>,
    pub(super) time: TimeWords,
}

/// A kind of tie, as it was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verb {
    /// The kind.
    pub kind: TieKindId,
    /// Whether it was said from the other end.
    pub is_turned: bool,
    /// Whether it is what the kind is called, rather than one of its other forms, which may also be nouns: "fund", "train".
    pub is_label: bool,
}

/// What may stand after the colon of a tie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Detail {
    /// Its kind.
    Kind(Verb),
    /// Its strength.
    Strength(Rating),
    /// Whether it is in use.
    Status(Status),
    /// How sure it is.
    Confidence(Confidence),
    /// By what means.
    Medium(Medium),
    /// How formal it is.
    Formality(Formality),
    /// That it holds both ways.
    Mutual,
}

/// What may stand after the colon of an actor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ActorDetail {
    /// Its kind.
    Kind(ActorKindId),
    /// Its level.
    Level(LevelId),
}

/// Whom a phrase means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meant {
    /// This actor is called so.
    Exactly(usize),
    /// Several are called so, or nearly so; the likeliest first.
    OneOf(Vec<usize>),
    /// Nobody is called so, but something like it; the likeliest first.
    Like(Vec<usize>),
    /// Nobody.
    Nobody,
}

impl Lexicon {
    /// For a map, in a reader's language. Reads every name once.
    pub fn new(shared: Arc<Map>, words: &Words) -> Self {
        let map = shared.as_ref();
        let names: Vec<String> =
            map.actors.iter().map(|actor| words.name(&actor.name, &actor.id).to_owned()).collect();
        let mut exact: HashMap<String, Vec<usize>> = HashMap::new();
        for (place, actor) in map.actors.iter().enumerate() {
            for name in actor.name.all().chain([actor.id.as_str()]) {
                let who = exact.entry(fold(name)).or_default();
                if who.last() != Some(&place) {
                    who.push(place);
                }
            }
        }
        // Who is called so comes before who is also called so.
        let mut others: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (place, actor) in map.actors.iter().enumerate().filter(|(_, actor)| !actor.aliases.is_empty()) {
            for name in actor.aliases.iter().flat_map(Text::all).map(fold) {
                let who = others.entry(name).or_default();
                if who.last() != Some(&place) {
                    who.push(place);
                }
            }
        }
        for (name, who) in others {
            exact.entry(name).or_insert(who);
        }
        exact.remove("");
        let texts = |actor: &Actor| {
            actor.names().map(str::to_owned).chain([words.actor_kind(map, &actor.kind)]).collect()
        };
        let finder = Finder::new(map.actors.iter().enumerate().map(|(place, actor)| (place, texts(actor))));
        let (verbs, kinds) = verbs(map, words);
        let longest_verb = verbs.keys().map(|form| form.split(' ').count()).max().unwrap_or_default();
        let details = details(&verbs, words);
        Self {
            names,
            exact,
            by_id: map.actors.iter().enumerate().map(|(place, actor)| (actor.id.clone(), place)).collect(),
            finder,
            guesser: Guesser::new(map, words),
            actor_details: actor_details(map, words),
            verbs,
            kinds,
            longest_verb,
            details,
            time: TimeWords::new(words),
            map: shared,
        }
    }

    /// Whom a phrase means.
    pub fn meant(&self, phrase: &str) -> Meant {
        let folded = fold(phrase);
        match self.exact.get(&folded).map(Vec::as_slice) {
            Some([one]) => return Meant::Exactly(*one),
            Some(several) => return Meant::OneOf(several.to_vec()),
            None => {}
        }
        let mut hits = self.finder.find(phrase, SOME);
        hits.retain(|hit| self.has_its_number(&folded, *hit.item));
        let Some(best) = hits.first().map(|hit| hit.rank) else { return Meant::Nobody };
        // A name that is found by its kind alone is not worse than one found by a word of its own.
        let places = hits.iter().filter(|hit| hit.rank == best).map(|hit| *hit.item).collect();
        if best <= Rank::Words { Meant::OneOf(places) } else { Meant::Like(places) }
    }

    /// Whether an actor has what numbers a name: "Station 3" is never "Station 2", nor "Club c" a club of another letter,
    /// however alike they are.
    fn has_its_number(&self, folded: &str, actor: usize) -> bool {
        let last = folded.rsplit(' ').next().filter(|_| folded.contains(' '));
        let is_letter = |word: &&str| word.chars().count() == 1;
        let is_number = |word: &&str| word.chars().all(char::is_numeric);
        let numbers: Vec<&str> = folded.split(' ').filter(is_number).chain(last.filter(is_letter)).collect();
        let has = |name: &str| {
            let name = fold(name);
            numbers.iter().all(|number| name.split(' ').any(|word| word == *number))
        };
        numbers.is_empty() || self.map.actors[actor].name.all().any(has)
    }

    /// The actors whose names begin or go on as a phrase does, the likeliest first.
    pub fn likely(&self, phrase: &str, most: usize) -> Vec<usize> {
        if fold(phrase).is_empty() {
            return (0..self.names.len().min(most)).collect();
        }
        self.finder.find(phrase, most).into_iter().map(|hit| *hit.item).collect()
    }

    /// The actor of an id.
    pub fn of_id(&self, id: &str) -> Option<usize> {
        self.by_id.get(&ActorId::from(id)).copied()
    }

    /// Whether somebody of the map is called so.
    pub fn is_called(&self, name: &str) -> bool {
        self.exact.contains_key(&fold(name))
    }

    /// Whether another actor has a name of this one, so that the name alone does not say who is meant.
    pub fn has_namesake(&self, actor: usize) -> bool {
        self.exact.get(&fold(&self.names[actor])).is_some_and(|who| who.len() > 1)
    }

    /// An actor as it is offered: by its name, and where others have it by what tells them apart.
    pub fn offered(&self, actor: usize, words: &Words) -> String {
        match self.map.actors.get(actor).filter(|_| self.has_namesake(actor)) {
            Some(named) => apart(&self.map, named, words),
            None => self.names[actor].clone(),
        }
    }

    /// Whether an actor alone is called so.
    pub fn is_name_of(&self, name: &str, actor: usize) -> bool {
        self.exact.get(&fold(name)).is_some_and(|who| *who == [actor])
    }

    /// Where words that are a kind of tie stand among the words of a statement, each as a range of their places.
    pub fn verbs_in(&self, words: &[String]) -> Vec<(Range<usize>, Verb)> {
        let mut found = Vec::new();
        for start in 0..words.len() {
            for end in start + 1..=words.len().min(start + self.longest_verb) {
                if let Some(verb) = self.verbs.get(&known_by(&join(&words[start..end]))) {
                    found.push((start..end, verb.clone()));
                }
            }
        }
        if found.is_empty() { self.misspelled(words) } else { found }
    }

    /// The same with a slip of the finger: one in a form of five letters or more, two in one of nine or more.
    fn misspelled(&self, words: &[String]) -> Vec<(Range<usize>, Verb)> {
        // Forms of one length in words are compared, so that "reprots to" is found and "reports" alone is not.
        let mut found = Vec::new();
        for (start, _) in words.iter().enumerate() {
            for end in start + 1..=words.len().min(start + self.longest_verb).min(start + 3) {
                let typed = join(&words[start..end]);
                let allowed = match typed.chars().count() {
                    0..=4 => continue,
                    5..=8 => 1,
                    _ => 2,
                };
                let forms = self.verbs.iter().filter(|(form, _)| form.split(' ').count() == end - start);
                let near = forms
                    .map(|(form, verb)| (strsim::osa_distance(form, &typed), form, verb))
                    .filter(|(distance, ..)| *distance <= allowed)
                    .min_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)));
                found.extend(near.map(|(.., verb)| (start..end, verb.clone())));
            }
        }
        found
    }

    /// What a phrase after the colon of a tie says.
    pub fn detail(&self, phrase: &str) -> Option<Detail> {
        let folded = known_by(phrase);
        self.details.iter().find(|(form, _)| *form == folded).map(|(_, detail)| detail.clone())
    }

    /// What a phrase after the colon of an actor says.
    pub fn actor_detail(&self, phrase: &str) -> Option<ActorDetail> {
        let folded = known_by(phrase);
        self.actor_details.iter().find(|(form, _)| *form == folded).map(|(_, detail)| detail.clone())
    }

    /// How the kind of a tie is written.
    pub fn form<'a>(&'a self, kind: &'a TieKindId) -> &'a str {
        self.kinds.iter().find(|(id, _)| id == kind).map_or(kind.as_str(), |(_, form)| form)
    }
}

fn join(words: &[String]) -> String {
    words.join(" ")
}

/// All forms of all kinds, and how each kind is called first.
fn verbs(map: &Map, words: &Words) -> (HashMap<String, Verb>, Vec<(TieKindId, String)>) {
    let mut forms = HashMap::new();
    let mut kinds = Vec::new();
    let mut add = |form: &str, kind: &TieKindId, (is_turned, is_label)| {
        let verb = Verb { kind: kind.clone(), is_turned, is_label };
        // What a kind is called counts before what else it may be called: names come first, kind by kind.
        forms.entry(known_by(form)).or_insert(verb);
    };
    for own in &map.tie_kinds {
        for name in own.name.all().chain([own.id.as_str()]) {
            add(name, &own.id, (false, true));
        }
        kinds.push((own.id.clone(), words.tie_kind(map, &own.id)));
    }
    let built_in: Vec<TieKindId> = built_in_tie_kinds().map(|(id, _)| id.into()).collect();
    for kind in &built_in {
        let name = words.tie_kind(map, kind);
        add(&name, kind, (false, true));
        add(kind.as_str(), kind, (false, true));
        kinds.push((kind.clone(), name));
    }
    for kind in &built_in {
        wording::phrases(words, &format!("tie-forms-{kind}"))
            .for_each(|form| add(&form, kind, (false, false)));
        wording::phrases(words, &format!("tie-passive-{kind}"))
            .for_each(|form| add(&form, kind, (true, true)));
    }
    forms.remove("");
    (forms, kinds)
}

/// What may stand after the colon of a tie, the kinds last.
fn details(verbs: &HashMap<String, Verb>, words: &Words) -> Vec<(String, Detail)> {
    let mut details = Vec::new();
    for rating in Rating::ALL {
        details.push((rating.to_string(), Detail::Strength(rating)));
        let forms = wording::phrases(words, &format!("strength-words-{rating}"));
        details.extend(forms.map(|form| (form, Detail::Strength(rating))));
    }
    terms("status", words, Detail::Status, &mut details);
    terms("confidence", words, Detail::Confidence, &mut details);
    terms("formality", words, Detail::Formality, &mut details);
    terms("medium", words, Detail::Medium, &mut details);
    details.extend(wording::phrases(words, "words-mutual").map(|form| (form, Detail::Mutual)));
    let mut kinds: Vec<_> =
        verbs.iter().map(|(form, verb)| (form.clone(), Detail::Kind(verb.clone()))).collect();
    kinds.sort_unstable_by(|a, b| a.0.cmp(&b.0));
    details.extend(kinds);
    details
}

/// The words of a closed list: as the catalogue has them, and as a file does.
fn terms<T: Term>(
    family: &str,
    words: &Words,
    detail: impl Fn(T) -> Detail,
    details: &mut Vec<(String, Detail)>,
) {
    for term in T::ALL {
        details.push((known_by(&words.term(family, *term)), detail(*term)));
        details.push((known_by(term.id()), detail(*term)));
    }
}

fn actor_details(map: &Map, words: &Words) -> Vec<(String, ActorDetail)> {
    let own = map.actor_kinds.iter().map(|kind| kind.id.clone());
    let built_in = crate::model::built_in_actor_kinds().map(|(id, _)| ActorKindId::from(id));
    let mut details = Vec::new();
    for kind in own.chain(built_in) {
        details.push((known_by(&words.actor_kind(map, &kind)), ActorDetail::Kind(kind.clone())));
        details.push((known_by(kind.as_str()), ActorDetail::Kind(kind)));
    }
    for (id, name, _) in map.ladder().rungs() {
        let level = LevelId::from(id);
        let name = name
            .map_or_else(|| words.text(&format!("level-{id}")), |name| words.name(name, &level).to_owned());
        details.push((known_by(&name), ActorDetail::Level(level.clone())));
        details.push((known_by(id), ActorDetail::Level(level)));
    }
    details
}
