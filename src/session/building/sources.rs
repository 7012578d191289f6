//! Sources, and for what they are the evidence.

use super::fields::{Reader, gone, tie_thing};
use super::ids::Ids;
use super::{Deed, Named, Refusal, Thing};
use crate::model::edit::{Change, remove_source};
use crate::model::terms::{Consent, Reliability, Sensitivity};
use crate::model::{
    ActorId, ConcernId, ConsultationId, Date, Edit, Id as _, Map, Source, SourceId, Text, TieId,
};
use crate::words::Words;

/// A source as somebody typed it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SourceDraft {
    /// How one would cite it.
    pub citation: String,
    /// Of when it is; empty if that is not known.
    pub date: String,
    /// How near it is to what it says.
    pub reliability: Option<Reliability>,
    /// Who may see it.
    pub sensitivity: Sensitivity,
    /// What those who told it agreed to.
    pub consent: Option<Consent>,
    /// The last day that it may be kept; empty if nobody said.
    pub keep_until: String,
    /// What the authors want to say of it.
    pub notes: String,
}

/// What a source can be the evidence for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// An actor.
    Actor(ActorId),
    /// A tie.
    Tie(TieId),
    /// A consultation.
    Consultation(ConsultationId),
    /// A concern.
    Concern(ConcernId),
}

impl SourceDraft {
    /// One that changes nothing.
    pub fn of(source: &Source, words: &Words) -> Self {
        Self {
            citation: words.read(&source.citation).to_owned(),
            date: date(source.date),
            reliability: source.reliability,
            sensitivity: source.sensitivity,
            consent: source.consent,
            keep_until: date(source.keep_until),
            notes: words.read(&source.notes).to_owned(),
        }
    }
}

/// Adds a source, and gives its id.
pub fn add_source(map: &Map, draft: &SourceDraft, words: &Words) -> Result<(SourceId, Named), Refusal> {
    let mut ids = Ids::new(map.sources.iter().map(|source| source.id.as_str()));
    let mut source = Source { id: ids.named(&draft.citation, "source"), ..Source::default() };
    put(draft, &mut source, map, words)?;
    let deed = Deed::Add(Thing::One(source.citation.clone()));
    Ok((source.id.clone(), Named { deed, edit: Edit::Source(Change::push(&map.sources, source)) }))
}

/// Makes a source what somebody typed. Nothing where it is so already.
pub fn change_source(
    map: &Map,
    id: &SourceId,
    draft: &SourceDraft,
    words: &Words,
) -> Result<Option<Named>, Refusal> {
    let at = map.sources.iter().position(|source| source.id == *id).ok_or_else(|| gone(words))?;
    let mut source = map.sources[at].clone();
    put(draft, &mut source, map, words)?;
    let deed = Deed::Change(Thing::One(map.sources[at].citation.clone()));
    Ok((source != map.sources[at]).then(|| Named { deed, edit: Edit::Source(Change::replace(at, source)) }))
}

/// Takes a source out of the map and out of all evidence.
pub fn delete_source(map: &Map, id: &SourceId, words: &Words) -> Result<Named, Refusal> {
    let source = map.sources.iter().find(|source| source.id == *id).ok_or_else(|| gone(words))?;
    Ok(Named { deed: Deed::Remove(Thing::One(source.citation.clone())), edit: remove_source(map, id) })
}

/// Gives a source as evidence for something. Nothing where it is given already.
pub fn cite(map: &Map, of: &Subject, source: &SourceId, words: &Words) -> Result<Option<Named>, Refusal> {
    if !map.sources.iter().any(|known| known.id == *source) {
        return Err(gone(words));
    }
    change_evidence(map, of, words, Deed::Cite, |evidence| {
        if !evidence.contains(source) {
            evidence.push(source.clone());
        }
    })
}

/// Adds a source and gives it as evidence for something, as one step.
pub fn cite_new(map: &Map, of: &Subject, draft: &SourceDraft, words: &Words) -> Result<Named, Refusal> {
    let (source, added) = add_source(map, draft, words)?;
    let cited = change_evidence(map, of, words, Deed::Cite, |evidence| evidence.push(source.clone()))?;
    let cited = cited.ok_or_else(|| gone(words))?;
    Ok(Named { deed: cited.deed, edit: Edit::Batch(vec![added.edit, cited.edit]) })
}

/// Gives a source as evidence no more. Nothing where it is not given.
pub fn uncite(map: &Map, of: &Subject, source: &SourceId, words: &Words) -> Result<Option<Named>, Refusal> {
    change_evidence(map, of, words, Deed::Uncite, |evidence| evidence.retain(|other| other != source))
}

fn put(draft: &SourceDraft, source: &mut Source, map: &Map, words: &Words) -> Result<(), Refusal> {
    let reader = Reader::new(map, words);
    if draft.citation.trim() != words.read(&source.citation) {
        reader.put_text(&mut source.citation, &draft.citation)?;
    }
    if source.citation.is_empty() {
        return Err(Refusal(words.text("refused-no-citation")));
    }
    source.date = reader.date(&draft.date)?;
    source.reliability = draft.reliability;
    (source.sensitivity, source.consent) = (draft.sensitivity, draft.consent);
    source.keep_until = reader.date(&draft.keep_until)?;
    if draft.notes.trim() != words.read(&source.notes) {
        reader.put_text(&mut source.notes, &draft.notes)?;
    }
    Ok(())
}

fn date(date: Option<Date>) -> String {
    date.map_or_else(String::new, |date| date.to_string())
}

fn change_evidence(
    map: &Map,
    of: &Subject,
    words: &Words,
    deed: fn(Thing) -> Deed,
    change: impl Fn(&mut Vec<SourceId>),
) -> Result<Option<Named>, Refusal> {
    /// The edit of an item of a list whose evidence changes.
    macro_rules! item {
        ($list:ident, $id:expr, $edit:ident, $thing:expr) => {{
            let at = map.$list.iter().position(|item| item.id == *$id).ok_or_else(|| gone(words))?;
            let mut item = map.$list[at].clone();
            change(&mut item.evidence);
            let thing: Thing = $thing(at);
            (item != map.$list[at])
                .then(|| Named { deed: deed(thing), edit: Edit::$edit(Change::replace(at, item)) })
        }};
    }
    let one = |text: &Text| Thing::One(text.clone());
    Ok(match of {
        Subject::Actor(id) => item!(actors, id, Actor, |at: usize| one(&map.actors[at].name)),
        Subject::Tie(id) => item!(ties, id, Tie, |at: usize| tie_thing(map, at)),
        Subject::Consultation(id) => {
            item!(consultations, id, Consultation, |at: usize| one(&map.consultations[at].title))
        }
        Subject::Concern(id) => item!(concerns, id, Concern, |at: usize| one(&map.concerns[at].text)),
    })
}
