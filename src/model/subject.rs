//! What the findings of the analysis are about: of which part of a map the ids are that name one.
//!
//! A comment on a finding holds the word of its rule and these ids, so the model has to know what they name, and when
//! nothing has the name any more.

use super::merge::Part;

/// Of which part of the map the id at a place of a finding's subject is; `None` where that names no element of the map (a
/// principle, or what this version does not know).
///
/// ```
/// use jisr::model::{merge::Part, subject_of};
/// assert_eq!(subject_of("weak-principle", 0), Some(Part::Partnerships));
/// assert_eq!(subject_of("weak-principle", 1), None);
/// assert_eq!(subject_of("single-gatekeeper", 0), Some(Part::Actors));
/// ```
pub fn subject_of(rule: &str, place: usize) -> Option<Part> {
    let first = match rule {
        "missing-voice" | "absent-from-partnership" | "unconsulted-voice" => Part::ExpectedVoices,
        "formal-informal-divide" => Part::Levels,
        "unanchored-partnership"
        | "one-sided-partnership"
        | "sponsor-dependence"
        | "weak-principle"
        | "plan-without-consultation"
        | "plan-without-outcomes"
        | "overdue-outcome"
        | "unmeasured-outcome" => Part::Partnerships,
        "untransmitted-concern"
        | "channel-through-accused"
        | "unanswered-concern"
        | "feedback-missing"
        | "unmapped-transmission" => Part::Concerns,
        _ => Part::Actors,
    };
    let most = match rule {
        "overlapping-mandate" => 2,
        "unmapped-transmission" => 3,
        _ => 1,
    };
    // Whatever comes after the first is an actor, or no element of the map.
    if place == 0 { Some(first) } else { (place < most).then_some(Part::Actors) }
}
