//! What a map says of itself.

use super::{Reader, fields};
use crate::model::Language;
use crate::model::edit::Header;
use crate::session::building::Refusal;

fields! {
    /// Something that a map says of itself.
    MapField {
        /// What it is called.
        Title = "title",
        /// The place that it is about.
        Place = "place",
        /// The day for which it holds.
        AsOf = "as-of",
        /// The languages its names are given in.
        Languages = "languages",
        /// What its authors want to say of it.
        Notes = "notes",
        /// The change that every stance is for or against.
        Aim = "aim",
    }
}

impl MapField {
    /// Puts what was typed into what a map says of itself.
    pub(super) fn put(&self, header: &mut Header, typed: &str, reader: &Reader) -> Result<(), Refusal> {
        match self {
            Self::Title => {
                reader.put_text(&mut header.title, typed)?;
                if header.title.is_empty() {
                    return Err(Refusal(reader.words.text("refused-no-name")));
                }
            }
            Self::Place => reader.put_text(&mut header.place, typed)?,
            Self::AsOf => header.as_of = reader.date(typed)?,
            Self::Languages => header.languages = languages(typed, reader)?,
            Self::Notes => reader.put_text(&mut header.notes, typed)?,
            Self::Aim => reader.put_text(&mut header.aim, typed)?,
        }
        Ok(())
    }
}

fn languages(typed: &str, reader: &Reader) -> Result<Vec<Language>, Refusal> {
    let language = |tag: String| {
        if Language::is_valid(&tag) {
            Ok(Language::new(&tag))
        } else {
            Err(reader.refuse("refused-not-a-language", &tag))
        }
    };
    reader.list(typed)?.into_iter().map(language).collect()
}
