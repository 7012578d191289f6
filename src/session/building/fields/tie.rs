//! The fields of a tie.

use super::{Reader, fields, put_own, since, sources, until};
use crate::model::terms::{Confidence, Status};
use crate::model::{Tie, TiePlan};
use crate::session::building::{Deed, Refusal, Thing};

fields! {
    /// A field of a tie.
    TieField {
        /// Whose tie it is.
        From = "from",
        /// Its kind.
        Kind = "kind",
        /// To whom.
        To = "to",
        /// Whether it holds both ways, where that differs from what its kind brings.
        Mutual = "mutual",
        /// How strong it is.
        Strength = "strength",
        /// How formal it is.
        Formality = "formality",
        /// Whether it is in use.
        Status = "status",
        /// How sure it is.
        Confidence = "confidence",
        /// By what means something travels along it.
        Medium = "medium",
        /// Who brings a planned tie about.
        PlanOwner = "plan-owner",
        /// By when.
        PlanDue = "plan-due",
        /// What is to be said of the plan.
        PlanNote = "plan-note",
        /// Who may see it.
        Sensitivity = "sensitivity",
        /// Words to find it by.
        Tags = "tags",
        /// What its authors want to say of it.
        Notes = "notes",
        /// Where this is known from.
        Evidence = "evidence",
        /// The first day it held.
        Since = "since",
        /// The last day it held.
        Until = "until",
    }
    /// A field of the authors' own.
    Own
}

impl TieField {
    /// Puts what was typed into a tie. On a refusal the tie is as it was.
    pub(in crate::session::building) fn put(
        &self,
        tie: &mut Tie,
        typed: &str,
        reader: &Reader,
    ) -> Result<(), Refusal> {
        match self {
            Self::From => tie.from = reader.actor(typed)?,
            Self::To => tie.to = reader.actor(typed)?,
            Self::Kind => tie.kind = reader.tie_kind(typed)?,
            Self::Mutual => tie.mutual = reader.yes_or_no(typed)?,
            Self::Strength => tie.strength = reader.rating(typed)?,
            Self::Formality => tie.formality = reader.term("formality", typed)?,
            Self::Status => tie.status = reader.term("status", typed)?.unwrap_or(Status::Active),
            Self::Confidence => {
                tie.confidence = reader.term("confidence", typed)?.unwrap_or(Confidence::Reported);
            }
            Self::Medium => tie.medium = reader.term("medium", typed)?,
            Self::PlanOwner => planned(tie, |plan| reader.put_text(&mut plan.owner, typed))?,
            Self::PlanDue => planned(tie, |plan| reader.date(typed).map(|due| plan.due = due))?,
            Self::PlanNote => planned(tie, |plan| reader.put_text(&mut plan.note, typed))?,
            Self::Sensitivity => tie.sensitivity = reader.term("sensitivity", typed)?.unwrap_or_default(),
            Self::Tags => tie.tags = reader.list(typed)?,
            Self::Notes => reader.put_text(&mut tie.notes, typed)?,
            Self::Evidence => tie.evidence = sources(typed, reader)?,
            Self::Since => tie.since = since(typed, tie.until, reader)?,
            Self::Until => tie.until = until(typed, tie.since, reader)?,
            Self::Own(key) => put_own(&mut tie.fields, key, typed, reader)?,
        }
        Ok(())
    }

    /// What setting it is called.
    pub(in crate::session::building) fn deed(&self, thing: Thing) -> Deed {
        match self {
            Self::Own(key) => Deed::SetOwn(key.clone(), thing),
            field => Deed::Set(field.id(), thing),
        }
    }
}

/// Changes how a tie is to come about; what says nothing any more goes. On a refusal nothing changes.
fn planned(tie: &mut Tie, change: impl FnOnce(&mut TiePlan) -> Result<(), Refusal>) -> Result<(), Refusal> {
    let before = tie.plan.as_deref().cloned().unwrap_or_default();
    let mut plan = before.clone();
    change(&mut plan)?;
    if plan != before {
        tie.plan = (plan != TiePlan::default()).then(|| Box::new(plan));
    }
    Ok(())
}
