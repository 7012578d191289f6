//! The sources that a table cites: those of the map, and those that are to be added to it.

use std::collections::HashMap;

use crate::model::{Id as _, Map, Source, SourceId, Text};
use crate::session::building::fields::Reader;
use crate::session::building::ids::Ids;
use crate::words::fold;

/// Sources that are cited.
pub struct Sources {
    /// Whether those that are not on the map are added.
    adds: bool,
    ids: Ids,
    known: HashMap<String, SourceId>,
    /// Those that are not on the map, as they were first written.
    pub unknown: Vec<String>,
    places: HashMap<String, usize>,
    /// Those that are added.
    pub new: Vec<Source>,
}

/// What a citation is.
pub enum Cited {
    /// A source of the map, or one that is added.
    Source(SourceId),
    /// None that is known.
    Unknown(String),
}

impl Sources {
    /// For a map.
    pub fn new(map: &Map, adds: bool) -> Self {
        let ids = Ids::new(map.sources.iter().map(|source| source.id.as_str()));
        Self {
            adds,
            ids,
            known: HashMap::new(),
            unknown: Vec::new(),
            places: HashMap::new(),
            new: Vec::new(),
        }
    }

    /// The sources of a cell. A citation may have commas in it, so that only semicolons and line breaks stand between two,
    /// unless the map knows each part between commas.
    pub fn cited(&mut self, cell: &str, reader: &Reader) -> Vec<Cited> {
        if let Ok(one) = reader.source(cell) {
            return vec![Cited::Source(one)];
        }
        let parts = |separators: &'static [char]| {
            cell.split(separators).map(str::trim).filter(|part| !part.is_empty())
        };
        let commas: Option<Vec<SourceId>> =
            parts(&[',', '،', ';', '؛', '\n']).map(|part| reader.source(part).ok()).collect();
        if let Some(known) = commas.filter(|known| !known.is_empty()) {
            return known.into_iter().map(Cited::Source).collect();
        }
        parts(&[';', '؛', '\n']).map(|part| self.one(part, reader)).collect()
    }

    fn one(&mut self, citation: &str, reader: &Reader) -> Cited {
        if let Ok(known) = reader.source(citation) {
            return Cited::Source(known);
        }
        let folded = fold(citation);
        let key = if folded.is_empty() { citation.to_owned() } else { folded };
        if !self.places.contains_key(&key) {
            self.places.insert(key.clone(), self.unknown.len());
            self.unknown.push(citation.to_owned());
        }
        if !self.adds {
            return Cited::Unknown(citation.to_owned());
        }
        let (new, ids) = (&mut self.new, &mut self.ids);
        let id = self.known.entry(key).or_insert_with(|| {
            let id: SourceId = ids.named(citation, "source");
            let citation = Text::Plain(citation.to_owned());
            new.push(Source { id: id.clone(), citation, ..Source::default() });
            id
        });
        Cited::Source(id.clone())
    }
}
