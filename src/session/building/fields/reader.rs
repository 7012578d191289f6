//! What somebody typed into a field, as the value that it means, or as the reason why it means none.

use std::cell::{Cell, OnceCell};
use std::collections::{HashMap, HashSet};

use super::dates::{NoDate, date, plain_number};
use crate::format::jisr::MOST_TEXT;
use crate::model::terms::{
    Confidence, Consent, Formality, Function, InstrumentKind, InstrumentStatus, Medium, Reliability, Sector,
    Sensitivity, Stance, Status, Term, TieClass, Tier, VoiceDirection,
};
use crate::model::{
    Actor, ActorId, ActorKindId, Date, Id, Language, LevelId, Map, Rating, SourceId, Text, TieKindId,
    built_in_actor_kinds, built_in_tie_kinds, nearest,
};
use crate::session::building::wording::{self, known_by};
use crate::session::building::{Refusal, level_name};
use crate::words::{Words, args, fold};

/// Among more than these nobody is looked for whose name is only like the one typed: it would take too long.
const FEW: usize = 5_000;

/// How many refusals of one reader look for what was meant.
const PATIENCE: usize = 500;

/// How many words of a closed list a refusal names.
const MOST_NAMED: usize = 8;

/// Reads what is typed for one map, in a reader's language. Made once for many fields, since it looks every name up once.
pub struct Reader<'m> {
    /// The map.
    pub map: &'m Map,
    /// The reader's words.
    pub words: &'m Words,
    terms: HashMap<&'static str, Vec<Named>>,
    by_term: HashMap<&'static str, HashMap<String, &'static str>>,
    /// Who has which name; looked up when first asked for.
    actors: OnceCell<HashMap<String, Vec<ActorId>>>,
    actor_kinds: HashMap<String, ActorKindId>,
    tie_kinds: HashMap<String, TieKindId>,
    levels: HashMap<String, LevelId>,
    sources: HashMap<String, SourceId>,
    yes: Vec<String>,
    no: Vec<String>,
    strengths: HashMap<String, Rating>,
    /// The kinds of tie that hold both ways by themselves.
    mutual: HashSet<TieKindId>,
    /// How many more refusals may look for what was meant, for a table in which everything is wrong would otherwise take
    /// minutes to say so.
    patience: Cell<usize>,
}

/// A label, and its folded form.
struct Named {
    label: String,
    folded: String,
}

impl<'m> Reader<'m> {
    /// For a map, in a reader's language.
    pub fn new(map: &'m Map, words: &'m Words) -> Self {
        let mut reader = Self {
            map,
            words,
            terms: HashMap::new(),
            by_term: HashMap::new(),
            actors: OnceCell::new(),
            actor_kinds: HashMap::new(),
            tie_kinds: HashMap::new(),
            levels: HashMap::new(),
            sources: HashMap::new(),
            yes: wording::phrases(words, "words-yes").collect(),
            no: wording::phrases(words, "words-no").collect(),
            strengths: HashMap::new(),
            mutual: HashSet::new(),
            patience: Cell::new(PATIENCE),
        };
        reader.learn_terms();
        reader.learn_names();
        reader
    }

    fn learn_terms(&mut self) {
        self.learn::<Formality>("formality");
        self.learn::<Status>("status");
        self.learn::<Confidence>("confidence");
        self.learn::<Medium>("medium");
        self.learn::<Stance>("stance");
        self.learn::<Sensitivity>("sensitivity");
        self.learn::<Function>("function");
        self.learn::<Sector>("sector");
        self.learn::<Tier>("tier");
        self.learn::<TieClass>("tie-class");
        self.learn::<VoiceDirection>("voice-direction");
        self.learn::<Reliability>("reliability");
        self.learn::<Consent>("consent");
        self.learn::<InstrumentKind>("instrument");
        self.learn::<InstrumentStatus>("instrument-status");
        for rating in Rating::ALL {
            let forms = wording::phrases(self.words, &format!("strength-words-{rating}"));
            self.strengths.extend(forms.map(|form| (form, rating)));
        }
    }

    fn learn<T: Term>(&mut self, family: &'static str) {
        let (mut named, mut known) = (Vec::new(), HashMap::new());
        for term in T::ALL {
            let label = self.words.term(family, *term);
            known.insert(known_by(&label), term.id());
            known.entry(known_by(term.id())).or_insert(term.id());
            named.push(Named { folded: known_by(&label), label });
        }
        self.terms.insert(family, named);
        self.by_term.insert(family, known);
    }

    fn learn_names(&mut self) {
        let (map, words) = (self.map, self.words);
        let own = map.actor_kinds.iter().map(|kind| kind.id.clone());
        for kind in own.chain(built_in_actor_kinds().map(|(id, _)| id.into())) {
            self.actor_kinds.entry(known_by(&words.actor_kind(map, &kind))).or_insert_with(|| kind.clone());
            self.actor_kinds.entry(known_by(kind.as_str())).or_insert(kind);
        }
        let own = map.tie_kinds.iter().map(|kind| kind.id.clone());
        let built_in: Vec<TieKindId> = built_in_tie_kinds().map(|(id, _)| id.into()).collect();
        let vocabulary = map.vocabulary();
        for kind in own.chain(built_in.iter().cloned()) {
            if vocabulary.tie_kind(&kind).is_some_and(|traits| traits.mutual) {
                self.mutual.insert(kind.clone());
            }
            self.tie_kinds.entry(known_by(&words.tie_kind(map, &kind))).or_insert_with(|| kind.clone());
            self.tie_kinds.entry(known_by(kind.as_str())).or_insert(kind);
        }
        for kind in built_in {
            for form in wording::phrases(words, &format!("tie-forms-{kind}")) {
                self.tie_kinds.entry(known_by(&form)).or_insert_with(|| kind.clone());
            }
        }
        for (id, ..) in map.ladder().rungs() {
            let level = LevelId::from(id);
            self.levels.entry(known_by(&level_name(map, &level, words))).or_insert_with(|| level.clone());
            self.levels.entry(known_by(id)).or_insert(level);
        }
        for source in &map.sources {
            for name in source.citation.all().chain([source.id.as_str()]) {
                self.sources.entry(fold(name)).or_insert_with(|| source.id.clone());
            }
        }
    }

    /// A refusal that names what was typed.
    pub fn refuse(&self, id: &str, typed: &str) -> Refusal {
        Refusal(self.words.say(id, &args([("typed", short(typed).into())])))
    }

    fn refuse_with<'c>(&self, id: &str, typed: &str, candidates: impl Iterator<Item = &'c str>) -> Refusal {
        let Refusal(text) = self.refuse(id, typed);
        if !self.has_patience() {
            return Refusal(text);
        }
        let like = nearest(&fold(typed), candidates);
        Refusal(like.map_or_else(|| text.clone(), |like| format!("{text} {}", self.words.did_you_mean(like))))
    }

    /// A word of a closed list; nothing for nothing.
    pub fn term<T: Term>(&self, family: &'static str, typed: &str) -> Result<Option<T>, Refusal> {
        let folded = known_by(typed);
        if folded.is_empty() {
            return nothing(self, typed);
        }
        let known = self.by_term.get(family).and_then(|known| known.get(&folded));
        if let Some(term) = known.and_then(|id| T::from_id(id)) {
            return Ok(Some(term));
        }
        let named = self.terms.get(family).map(Vec::as_slice).unwrap_or_default();
        let labels: Vec<&str> = named.iter().map(|named| named.label.as_str()).collect();
        let list = self.words.list(&labels, MOST_NAMED);
        let what = args([("typed", short(typed).into()), ("list", list.into())]);
        let text = self.words.say("refused-not-a-word", &what);
        // What is compared is folded; what is said is the label.
        let like = nearest(&folded, named.iter().map(|named| named.folded.as_str()));
        let like = like.and_then(|like| named.iter().find(|named| named.folded == like));
        Err(Refusal(match like {
            Some(like) => format!("{text} {}", self.words.did_you_mean(&like.label)),
            None => text,
        }))
    }

    /// A whole number from 1 to 5, in any digits; nothing for nothing.
    pub fn rating(&self, typed: &str) -> Result<Option<Rating>, Refusal> {
        let folded = fold(typed);
        if folded.is_empty() {
            return nothing(self, typed);
        }
        let rating = plain_number(typed).parse().ok().and_then(Rating::new);
        let said = || self.strengths.get(&folded).copied();
        rating.or_else(said).map(Some).ok_or_else(|| self.refuse("refused-not-a-rating", typed))
    }

    fn has_patience(&self) -> bool {
        let left = self.patience.get();
        self.patience.set(left.saturating_sub(1));
        left > 0
    }

    /// Yes or no; nothing for nothing.
    pub fn yes_or_no(&self, typed: &str) -> Result<Option<bool>, Refusal> {
        let folded = fold(typed);
        // A tick has no letters that folding would leave.
        let is = |list: &[String]| list.contains(&folded);
        match typed.trim() {
            "✓" | "✔" | "☑" => Ok(Some(true)),
            "✗" | "✘" | "☐" => Ok(Some(false)),
            _ if is(&self.yes) => Ok(Some(true)),
            _ if is(&self.no) => Ok(Some(false)),
            _ if folded.is_empty() => nothing(self, typed),
            _ => Err(self.refuse("refused-not-yes-or-no", typed)),
        }
    }

    /// A date as people write it: 2012, 2012-06, 30.6.2012, in any digits; nothing for nothing. Where day and month can't
    /// be told apart it is refused, and both are named.
    pub fn date(&self, typed: &str) -> Result<Option<Date>, Refusal> {
        let plain = plain_number(typed);
        if plain.chars().all(|letter| matches!(letter, '-' | '—')) {
            return Ok(None);
        }
        match date(&plain) {
            Ok(date) => Ok(Some(date)),
            Err(NoDate::None) => Err(self.refuse("refused-not-a-date", typed)),
            Err(NoDate::Impossible(near)) => {
                let what = args([("typed", short(typed).into()), ("nearest", near.to_string().into())]);
                Err(Refusal(self.words.say("refused-impossible-date", &what)))
            }
            Err(NoDate::Two(one, other)) => {
                let what = args([
                    ("typed", short(typed).into()),
                    ("one", one.to_string().into()),
                    ("other", other.to_string().into()),
                ]);
                Err(Refusal(self.words.say("refused-two-dates", &what)))
            }
        }
    }

    /// Other names, between semicolons: a name may have a comma in it. One that is there already stays as it is, in all its
    /// languages.
    pub fn names(&self, known: &[Text], typed: &str) -> Result<Vec<Text>, Refusal> {
        if typed == self.told_names(known) {
            return Ok(known.to_vec());
        }
        let mut names: Vec<Text> = Vec::new();
        for part in typed.split([';', '؛', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
            let name = known.iter().find(|name| self.words.read(name) == part).cloned();
            let name = name.unwrap_or(Text::Plain(self.short_enough(part)?.to_owned()));
            if !names.contains(&name) {
                names.push(name);
            }
        }
        Ok(names)
    }

    /// Other names as they would be typed.
    fn told_names(&self, names: &[Text]) -> String {
        told_names(names, self.words)
    }

    /// Several things between commas or semicolons, none of them twice.
    pub fn list(&self, typed: &str) -> Result<Vec<String>, Refusal> {
        let mut list: Vec<String> = Vec::new();
        for part in typed.split([',', ';', '،', '؛', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
            if !list.iter().any(|known| known == part) {
                list.push(self.short_enough(part)?.to_owned());
            }
        }
        Ok(list)
    }

    /// Puts a text in the reader's language where there are several, or else as it is. Nothing takes it away.
    pub fn put_text(&self, text: &mut Text, typed: &str) -> Result<(), Refusal> {
        let typed = self.short_enough(typed.trim())?;
        let language = self.words.language();
        match text {
            Text::ByLanguage(texts) if Language::is_valid(language.as_str()) => {
                let same = |tag: &Language| tag == language;
                let like = |tag: &Language| tag.base() == language.base();
                let place = texts.iter().position(|(tag, _)| same(tag));
                let place = place.or_else(|| texts.iter().position(|(tag, _)| like(tag)));
                match place {
                    Some(place) if typed.is_empty() => drop(texts.remove(place)),
                    Some(place) => typed.clone_into(&mut texts[place].1),
                    None if typed.is_empty() => {}
                    None => texts.push((language.clone(), typed.to_owned())),
                }
                if texts.is_empty() {
                    *text = Text::default();
                }
            }
            _ => *text = Text::Plain(typed.to_owned()),
        }
        Ok(())
    }

    /// A text that a file can hold.
    pub fn short_enough<'t>(&self, typed: &'t str) -> Result<&'t str, Refusal> {
        if typed.len() <= MOST_TEXT { Ok(typed) } else { Err(self.refuse("refused-too-long", typed)) }
    }

    /// The actor of a name, or of `#` and an id.
    pub fn actor(&self, typed: &str) -> Result<ActorId, Refusal> {
        let id = typed.trim().strip_prefix('#').map(ActorId::from);
        if let Some(id) = id.filter(|id| self.map.actor(id).is_some()) {
            return Ok(id);
        }
        match self.actors_named(typed) {
            [one] => Ok(one.clone()),
            [] => {
                let names = self.map.actors.iter().flat_map(Actor::names);
                let names = (self.map.actors.len() <= FEW).then_some(names);
                Err(self.refuse_with("refused-no-such-actor", typed, names.into_iter().flatten()))
            }
            several => {
                let ids: Vec<String> = several.iter().map(|id| format!("#{id}")).collect();
                let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
                let list = self.words.list(&ids, MOST_NAMED);
                let what = args([("typed", short(typed).into()), ("list", list.into())]);
                Err(Refusal(self.words.say("refused-several-actors", &what)))
            }
        }
    }

    /// Everybody who is called so, in any language.
    pub fn actors_named(&self, typed: &str) -> &[ActorId] {
        let folded = fold(typed);
        let who =
            if folded.is_empty() { None } else { self.actors.get_or_init(|| names(self.map)).get(&folded) };
        who.map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether a cell names a kind of actor.
    pub fn is_actor_kind(&self, cell: &str) -> bool {
        self.actor_kinds.contains_key(&known_by(cell))
    }

    /// Whether a cell names a kind of tie.
    pub fn is_tie_kind(&self, cell: &str) -> bool {
        self.tie_kinds.contains_key(&known_by(cell))
    }

    /// Whether a cell names a level.
    pub fn is_level(&self, cell: &str) -> bool {
        self.levels.contains_key(&known_by(cell))
    }

    /// Whether a cell is a word of a closed list.
    pub fn is_term(&self, family: &str, cell: &str) -> bool {
        self.by_term.get(family).is_some_and(|known| known.contains_key(&known_by(cell)))
    }

    /// Whether a cell is a rating.
    pub fn is_rating(&self, cell: &str) -> bool {
        let rating = plain_number(cell).parse().ok().and_then(Rating::new);
        rating.is_some() || self.strengths.contains_key(&fold(cell))
    }

    /// Whether ties of a kind hold both ways by themselves.
    pub fn is_mutual(&self, kind: &TieKindId) -> bool {
        self.mutual.contains(kind)
    }

    /// A kind of actor, by its name or its id.
    pub fn actor_kind(&self, typed: &str) -> Result<ActorKindId, Refusal> {
        self.one_of("refused-no-such-kind", &self.actor_kinds, typed, &known_by(typed))
    }

    /// A kind of tie, by its name or its id.
    pub fn tie_kind(&self, typed: &str) -> Result<TieKindId, Refusal> {
        self.one_of("refused-no-such-kind", &self.tie_kinds, typed, &known_by(typed))
    }

    /// A level, by its name or its id.
    pub fn level(&self, typed: &str) -> Result<LevelId, Refusal> {
        self.one_of("refused-no-such-level", &self.levels, typed, &known_by(typed))
    }

    /// A source, by its citation or its id.
    pub fn source(&self, typed: &str) -> Result<SourceId, Refusal> {
        self.one_of("refused-no-such-source", &self.sources, typed, &fold(typed))
    }

    fn one_of<I: Id>(
        &self,
        id: &str,
        known: &HashMap<String, I>,
        typed: &str,
        folded: &str,
    ) -> Result<I, Refusal> {
        if let Some(found) = known.get(folded).filter(|_| !folded.is_empty()) {
            return Ok(found.clone());
        }
        if self.patience.get() == 0 {
            return Err(self.refuse(id, typed));
        }
        let mut names: Vec<&str> = known.keys().map(String::as_str).collect();
        names.sort_unstable();
        names.truncate(FEW);
        Err(self.refuse_with(id, typed, names.into_iter()))
    }
}

/// Other names as they would be typed.
pub(super) fn told_names(names: &[Text], words: &Words) -> String {
    let names: Vec<&str> = names.iter().map(|name| words.read(name)).collect();
    names.join("; ")
}

/// Who has which name, in any language, and which id.
fn names(map: &Map) -> HashMap<String, Vec<ActorId>> {
    let mut names: HashMap<String, Vec<ActorId>> = HashMap::new();
    let add = |names: &mut HashMap<String, Vec<ActorId>>, name: String, actor: &ActorId| {
        let who = names.entry(name).or_default();
        if who.last() != Some(actor) {
            who.push(actor.clone());
        }
    };
    for actor in &map.actors {
        for name in actor.name.all().chain([actor.id.as_str()]) {
            add(&mut names, fold(name), &actor.id);
        }
    }
    // Who is called so comes before who is also called so.
    let mut others = HashMap::new();
    for actor in map.actors.iter().filter(|actor| !actor.aliases.is_empty()) {
        for name in actor.aliases.iter().flat_map(Text::all).map(fold) {
            if !names.contains_key(&name) {
                add(&mut others, name, &actor.id);
            }
        }
    }
    names.extend(others);
    names
}

/// Nothing, where nothing was typed; signs without letters and digits are not nothing, but for a dash.
fn nothing<T>(reader: &Reader, typed: &str) -> Result<Option<T>, Refusal> {
    let is_dash = typed.trim().chars().all(|letter| matches!(letter, '-' | '–' | '—'));
    if is_dash { Ok(None) } else { Err(reader.refuse("refused-no-letters", typed)) }
}

/// What was typed, short enough to be shown.
fn short(typed: &str) -> String {
    const MOST: usize = 60;
    let mut short: String = typed.trim().chars().take(MOST).collect();
    if typed.trim().chars().nth(MOST).is_some() {
        short.push('…');
    }
    short
}
