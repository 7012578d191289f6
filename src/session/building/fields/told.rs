//! What a field says, as it would be typed: setting it to that changes nothing.

use super::reader::told_names;
use super::{ActorField, Choices, MapField, TieField};
use crate::model::terms::Term;
use crate::model::{Actor, ActorId, Bag, Date, Id, Map, Rating, SourceId, Text, Tie};
use crate::session::building::level_name;
use crate::words::Words;

/// A field of something, as it is shown.
pub trait Told<T> {
    /// The word for it.
    fn id(&self) -> &'static str;

    /// What it is called.
    fn label(&self, words: &Words) -> String {
        label(self.id(), words)
    }

    /// What it means; nothing is known of the authors' own.
    fn meaning(&self, words: &Words) -> Option<String> {
        Some(meaning(self.id(), words))
    }

    /// What it says.
    fn told(&self, item: &T, map: &Map, words: &Words) -> String;

    /// What there is to choose from; nothing where anything may be typed.
    fn choices(&self) -> Option<Choices>;

    /// Whether nothing may stand there.
    fn may_be_empty(&self) -> bool {
        false
    }

    /// Whether it has several lines.
    fn is_long(&self) -> bool {
        false
    }
}

/// What all of many say in a field; nothing where they differ.
pub fn common<'t, T: 't>(
    field: &impl Told<T>,
    items: impl IntoIterator<Item = &'t T>,
    map: &Map,
    words: &Words,
) -> Option<String> {
    let mut told = items.into_iter().map(|item| field.told(item, map, words));
    let first = told.next()?;
    told.all(|other| other == first).then_some(first)
}

impl Told<Actor> for ActorField {
    fn id(&self) -> &'static str {
        self.id()
    }

    fn label(&self, words: &Words) -> String {
        match self {
            Self::Own(name) => name.clone(),
            field => label(field.id(), words),
        }
    }

    fn meaning(&self, words: &Words) -> Option<String> {
        (!matches!(self, Self::Own(_))).then(|| meaning(self.id(), words))
    }

    fn told(&self, actor: &Actor, map: &Map, words: &Words) -> String {
        match self {
            Self::Name => text(&actor.name, words),
            Self::Aliases => told_names(&actor.aliases, words),
            Self::Kind => words.actor_kind(map, &actor.kind),
            Self::Level => level_name(map, &actor.level, words),
            Self::Area => list(&actor.area),
            Self::Formality => optional("formality", actor.formality, words),
            Self::Functions => {
                let functions: Vec<String> =
                    actor.functions.iter().map(|function| words.term("function", *function)).collect();
                list(&functions)
            }
            Self::Represents => list(&actor.represents),
            Self::Influence => rating(actor.influence),
            Self::Interest => rating(actor.interest),
            Self::Legitimacy => rating(actor.legitimacy),
            Self::Stance => optional("stance", actor.stance, words),
            Self::Decides => yes_or_no(actor.decides, words),
            Self::Voice => yes_or_no(actor.voice, words),
            Self::Sensitivity => words.term("sensitivity", actor.sensitivity),
            Self::Tags => list(&actor.tags),
            Self::Notes => text(&actor.notes, words),
            Self::Evidence => sources(&actor.evidence),
            Self::Since => date(actor.since),
            Self::Until => date(actor.until),
            Self::Own(key) => own(&actor.fields, key),
        }
    }

    fn choices(&self) -> Option<Choices> {
        Some(match self {
            Self::Kind => Choices::ActorKinds,
            Self::Level => Choices::Levels,
            Self::Formality => Choices::Formality,
            Self::Stance => Choices::Stance,
            Self::Sensitivity => Choices::Sensitivity,
            Self::Influence | Self::Interest | Self::Legitimacy => Choices::Rating,
            Self::Decides | Self::Voice => Choices::YesOrNo,
            _ => return None,
        })
    }

    fn may_be_empty(&self) -> bool {
        !matches!(self, Self::Name | Self::Kind | Self::Level | Self::Sensitivity)
    }

    fn is_long(&self) -> bool {
        *self == Self::Notes
    }
}

impl Told<Tie> for TieField {
    fn id(&self) -> &'static str {
        self.id()
    }

    fn label(&self, words: &Words) -> String {
        match self {
            Self::Own(name) => name.clone(),
            field => label(field.id(), words),
        }
    }

    fn meaning(&self, words: &Words) -> Option<String> {
        (!matches!(self, Self::Own(_))).then(|| meaning(self.id(), words))
    }

    fn told(&self, tie: &Tie, map: &Map, words: &Words) -> String {
        let name =
            |id: &ActorId| map.actor(id).map_or_else(|| id.to_string(), |actor| text(&actor.name, words));
        match self {
            Self::From => name(&tie.from),
            Self::Kind => words.tie_kind(map, &tie.kind),
            Self::To => name(&tie.to),
            Self::Mutual => yes_or_no(tie.mutual, words),
            Self::Strength => rating(tie.strength),
            Self::Formality => optional("formality", tie.formality, words),
            Self::Status => words.term("status", tie.status),
            Self::Confidence => words.term("confidence", tie.confidence),
            Self::Medium => optional("medium", tie.medium, words),
            Self::PlanOwner => tie.plan.as_ref().map_or_else(String::new, |plan| text(&plan.owner, words)),
            Self::PlanDue => date(tie.plan.as_ref().and_then(|plan| plan.due)),
            Self::PlanNote => tie.plan.as_ref().map_or_else(String::new, |plan| text(&plan.note, words)),
            Self::Sensitivity => words.term("sensitivity", tie.sensitivity),
            Self::Tags => list(&tie.tags),
            Self::Notes => text(&tie.notes, words),
            Self::Evidence => sources(&tie.evidence),
            Self::Since => date(tie.since),
            Self::Until => date(tie.until),
            Self::Own(key) => own(&tie.fields, key),
        }
    }

    fn choices(&self) -> Option<Choices> {
        Some(match self {
            Self::Kind => Choices::TieKinds,
            Self::Formality => Choices::Formality,
            Self::Status => Choices::Status,
            Self::Confidence => Choices::Confidence,
            Self::Medium => Choices::Medium,
            Self::Sensitivity => Choices::Sensitivity,
            Self::Strength => Choices::Rating,
            Self::Mutual => Choices::YesOrNo,
            _ => return None,
        })
    }

    fn may_be_empty(&self) -> bool {
        !matches!(
            self,
            Self::From | Self::Kind | Self::To | Self::Status | Self::Confidence | Self::Sensitivity
        )
    }

    fn is_long(&self) -> bool {
        matches!(self, Self::Notes | Self::PlanNote)
    }
}

impl Told<Map> for MapField {
    fn id(&self) -> &'static str {
        self.id()
    }

    fn told(&self, _: &Map, map: &Map, words: &Words) -> String {
        match self {
            Self::Title => text(&map.title, words),
            Self::Place => text(&map.place, words),
            Self::AsOf => date(map.as_of),
            Self::Languages => {
                let languages: Vec<String> = map.languages.iter().map(ToString::to_string).collect();
                list(&languages)
            }
            Self::Notes => text(&map.notes, words),
            Self::Aim => text(&map.aim, words),
        }
    }

    fn choices(&self) -> Option<Choices> {
        None
    }

    fn may_be_empty(&self) -> bool {
        *self != Self::Title
    }

    fn is_long(&self) -> bool {
        matches!(self, Self::Notes | Self::Aim)
    }
}

fn label(id: &str, words: &Words) -> String {
    words.text(&format!("field-{id}"))
}

fn meaning(id: &str, words: &Words) -> String {
    words.text(&format!("meaning-{id}"))
}

pub(super) fn text(text: &Text, words: &Words) -> String {
    words.read(text).to_owned()
}

pub(super) fn list(items: &[String]) -> String {
    items.join(", ")
}

/// Sources by their ids: a citation may have any sign in it.
pub(super) fn sources(ids: &[SourceId]) -> String {
    let ids: Vec<&str> = ids.iter().map(Id::as_str).collect();
    ids.join("; ")
}

pub(super) fn rating(rating: Option<Rating>) -> String {
    rating.map_or_else(String::new, |rating| rating.get().to_string())
}

pub(super) fn date(date: Option<Date>) -> String {
    date.map_or_else(String::new, |date| date.to_string())
}

pub(super) fn optional(family: &str, term: Option<impl Term>, words: &Words) -> String {
    term.map_or_else(String::new, |term| words.term(family, term))
}

pub(super) fn yes_or_no(said: Option<bool>, words: &Words) -> String {
    said.map_or_else(String::new, |said| words.text(if said { "yes" } else { "no" }))
}

fn own(fields: &Bag, key: &str) -> String {
    fields.texts().find(|(name, _)| *name == key).map_or_else(String::new, |(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;
    use crate::session::building::fields::{set_actor, set_map, set_tie};
    use crate::session::starters::{SAMPLES, starter};

    #[test]
    fn what_is_told_typed_again_changes_nothing_and_every_choice_is_understood() {
        let words = Words::of(&Language::new("en"));
        for (name, text) in SAMPLES {
            let map = starter(text).unwrap();
            for actor in map.actors.iter().take(12) {
                for field in ActorField::ALL {
                    let told = field.told(actor, &map, &words);
                    let set = set_actor(&map, &actor.id, field, &told, &words);
                    assert_eq!(set, Ok(None), "{name}: {field:?} of {}: {told}", actor.id);
                }
            }
            for tie in map.ties.iter().take(12) {
                for field in TieField::ALL {
                    let told = field.told(tie, &map, &words);
                    let set = set_tie(&map, &tie.id, field, &told, &words);
                    assert_eq!(set, Ok(None), "{name}: {field:?} of {}: {told}", tie.id);
                }
            }
            for field in MapField::ALL {
                let told = field.told(&map, &map, &words);
                assert_eq!(set_map(&map, field, &told, &words), Ok(None), "{name}: {field:?}: {told}");
            }
            let (actor, tie) = (&map.actors[0].id, &map.ties[0].id);
            for field in ActorField::ALL {
                for choice in field.choices().into_iter().flat_map(|choices| choices.labels(&map, &words)) {
                    set_actor(&map, actor, field, &choice, &words).unwrap();
                }
            }
            for field in TieField::ALL {
                for choice in field.choices().into_iter().flat_map(|choices| choices.labels(&map, &words)) {
                    set_tie(&map, tie, field, &choice, &words).unwrap();
                }
            }
        }
    }
}
