//! Ids: short names by which the parts of a map refer to each other, a type of its own for each list.

use std::fmt;

use smol_str::SmolStr;

/// What every id can do.
pub trait Id: Clone + Ord + std::hash::Hash + fmt::Debug + fmt::Display + Default {
    /// Takes the text as it is; [`is_valid_id`] says whether a map may hold it.
    fn new(text: &str) -> Self;
    /// The id as text.
    fn as_str(&self) -> &str;
}

/// Whether a text is an id: `[a-z0-9][a-z0-9-]*`.
pub fn is_valid_id(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    text.as_bytes().first().is_some_and(|first| plain(*first))
        && text.bytes().all(|byte| plain(byte) || byte == b'-')
}

/// The id nearest to a text: lower case, accents dropped where that is plain, everything else a hyphen. `None` where
/// no letter or digit is left (an Arabic name, say).
///
/// ```
/// assert_eq!(jisr::model::slug("Governor's Office").as_deref(), Some("governors-office"));
/// assert_eq!(jisr::model::slug("لجنة"), None);
/// ```
pub fn slug(text: &str) -> Option<String> {
    let mut id = String::with_capacity(text.len().min(64));
    for character in text.chars().take(64) {
        let lower = character.to_ascii_lowercase();
        if lower.is_ascii_lowercase() || lower.is_ascii_digit() {
            id.push(lower);
        } else if matches!(lower, '\'' | '’') {
            // An apostrophe joins: governor's → governors.
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    id.truncate(id.trim_end_matches('-').len());
    (!id.is_empty()).then_some(id)
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(SmolStr);

        impl Id for $name {
            fn new(text: &str) -> Self {
                Self(SmolStr::new(text))
            }
            fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self::new(text)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&self.0, f)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }
    )+};
}

ids! {
    /// Names an actor.
    ActorId;
    /// Names a tie.
    TieId;
    /// Names a partnership.
    PartnershipId;
    /// Names a consultation.
    ConsultationId;
    /// Names a concern.
    ConcernId;
    /// Names an expected voice.
    ExpectedVoiceId;
    /// Names a source.
    SourceId;
    /// Names a comment.
    CommentId;
    /// Names a saved view.
    SavedViewId;
    /// Names a law or the like.
    InstrumentId;
    /// Names a level of the ladder.
    LevelId;
    /// Names a kind of actor, built in or the map's own.
    ActorKindId;
    /// Names a kind of tie, built in or the map's own.
    TieKindId;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_lower_case_letters_digits_and_inner_hyphens() {
        for good in ["a", "7", "camp-committee", "t1", "a-"] {
            assert!(is_valid_id(good), "{good}");
        }
        for bad in ["", "-a", "A", "camp committee", "لجنة", "a_b"] {
            assert!(!is_valid_id(bad), "{bad}");
        }
    }

    #[test]
    fn a_slug_is_always_an_id() {
        for text in ["Camp Committee", "  --x", "Été 2012", "a'b", "١٢"] {
            if let Some(id) = slug(text) {
                assert!(is_valid_id(&id), "{text} → {id}");
            }
        }
    }
}
