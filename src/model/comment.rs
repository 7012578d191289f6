//! Comments: what somebody wants to say of a part of a map, or of what the program finds in it.

use std::fmt;

use super::terms::Sensitivity;
use super::{
    ActorId, Bag, CommentId, ConcernId, ConsultationId, Date, ExpectedVoiceId, Id, PartnershipId, Text, TieId,
};

/// Something that somebody said of a part of the map.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Comment {
    /// Its id.
    pub id: CommentId,
    /// What it is about.
    pub about: About,
    /// What is said.
    pub text: Text,
    /// Who says it.
    pub by: Text,
    /// When.
    pub date: Option<Date>,
    /// Whether nothing is left to be done about it.
    pub settled: bool,
    /// Who may see it.
    pub sensitivity: Sensitivity,
    /// Keys that this version does not know.
    pub extra: Bag,
}

/// What a comment is about. A file writes it as one text, `actor:police`; what it names need not be there any more.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum About {
    /// The map.
    #[default]
    Map,
    /// An actor.
    Actor(ActorId),
    /// A tie.
    Tie(TieId),
    /// A partnership.
    Partnership(PartnershipId),
    /// A consultation.
    Consultation(ConsultationId),
    /// A concern.
    Concern(ConcernId),
    /// An expected voice.
    ExpectedVoice(ExpectedVoiceId),
    /// What a rule of the analysis finds, by the words of its subject. See [`subject_of`](super::subject_of).
    Finding {
        /// The word of the rule.
        rule: String,
        /// The ids that name what it is about.
        subject: Vec<String>,
    },
    /// Nothing that this version knows, as it stands.
    Other(String),
}

impl About {
    /// From the text in a file. Whatever it says, [`Display`](fmt::Display) gives it back.
    ///
    /// ```
    /// use jisr::model::About;
    /// assert_eq!(About::read("actor:police"), About::Actor("police".into()));
    /// assert_eq!(About::read("weather").to_string(), "weather");
    /// ```
    pub fn read(text: &str) -> Self {
        let other = || Self::Other(text.to_owned());
        if text.is_empty() {
            return Self::Map;
        }
        match text.split_once(':') {
            Some((_, "")) | None => other(),
            Some(("actor", id)) => Self::Actor(Id::new(id)),
            Some(("tie", id)) => Self::Tie(Id::new(id)),
            Some(("partnership", id)) => Self::Partnership(Id::new(id)),
            Some(("consultation", id)) => Self::Consultation(Id::new(id)),
            Some(("concern", id)) => Self::Concern(Id::new(id)),
            Some(("expected-voice", id)) => Self::ExpectedVoice(Id::new(id)),
            Some(("finding", finding)) => {
                let mut words = finding.split(':').map(str::to_owned);
                let rule = words.next().unwrap_or_default();
                Self::Finding { rule, subject: words.collect() }
            }
            Some(_) => other(),
        }
    }
}

impl fmt::Display for About {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Map => Ok(()),
            Self::Actor(id) => write!(f, "actor:{id}"),
            Self::Tie(id) => write!(f, "tie:{id}"),
            Self::Partnership(id) => write!(f, "partnership:{id}"),
            Self::Consultation(id) => write!(f, "consultation:{id}"),
            Self::Concern(id) => write!(f, "concern:{id}"),
            Self::ExpectedVoice(id) => write!(f, "expected-voice:{id}"),
            Self::Finding { rule, subject } => {
                write!(f, "finding:{rule}")?;
                subject.iter().try_for_each(|word| write!(f, ":{word}"))
            }
            Self::Other(text) => f.write_str(text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_comment_is_about_is_written_as_it_was_read() {
        for text in [
            "",
            "actor:a",
            "actor:",
            "actor",
            "tie:t:1",
            "finding:",
            "finding:x",
            "finding:x:",
            "finding:x:a:b",
            "expected-voice:women",
            "weather",
            ":",
            "Actor:a",
            "concern:k1",
            "consultation:c",
            "partnership:p",
        ] {
            assert_eq!(About::read(text).to_string(), text);
        }
    }
}
