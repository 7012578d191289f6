//! The keys of partnerships, consultations, concerns, and what they stand on.

use super::super::record::{Fields, Record};
use crate::model::terms::{Confidence, Principle};
use crate::model::{
    Bag, Concern, Consultation, ExpectedVoice, FedBack, Instrument, Measurement, Member, Outcome,
    Partnership, Phases, PrincipleRating, Response, SourceId, Text, Transmission,
};

impl Record for Partnership {
    const NAME: &'static str = "Partnership";

    fn blank() -> Self {
        Self::default()
    }

    fn fields(&mut self, f: &mut impl Fields) {
        f.id("Its id.", &mut self.id);
        f.optional("name", "Its name.", &mut self.name);
        f.optional("actor", "The actor that stands for it on the map.", &mut self.actor);
        f.optional("members", "Who belongs to it.", &mut self.members);
        f.optional("purpose", "What it is for.", &mut self.purpose);
        f.optional("agreement", "On what it rests.", &mut self.agreement);
        f.optional("anchored_in", "The authority in which it is anchored: an actor.", &mut self.anchored_in);
        f.optional(
            "anchor_confidence",
            "How sure people are of that; confirmed unless said otherwise.",
            &mut self.anchor_confidence,
        );
        f.optional("phases", "How far each phase has come.", &mut self.phases);
        f.optional(
            "principles",
            "How it keeps to the five principles, in somebody's judgement.",
            &mut self.principles,
        );
        f.optional("outcomes", "What it wants to reach, and how one would know.", &mut self.outcomes);
        f.optional("sensitivity", "Who may see it.", &mut self.sensitivity);
        f.rest(&mut self.extra);
    }
}

/// How sure people are of a part of a process, and where they know it from.
fn sure(f: &mut impl Fields, confidence: &mut Option<Confidence>, evidence: &mut Vec<SourceId>) {
    f.optional("confidence", "How sure people are of it; confirmed unless said otherwise.", confidence);
    f.optional("evidence", "Where it is known from: ids of sources.", evidence);
}

impl Record for Member {
    const NAME: &'static str = "Member";

    fn blank() -> Self {
        Self::default()
    }

    fn fields(&mut self, f: &mut impl Fields) {
        f.required("actor", "Who: an actor.", &mut self.actor);
        f.optional("role", "As what.", &mut self.role);
        sure(f, &mut self.confidence, &mut self.evidence);
        f.rest(&mut self.extra);
    }
}

impl Record for Phases {
    const NAME: &'static str = "Phases";

    fn blank() -> Self {
        Self::default()
    }

    fn fields(&mut self, f: &mut impl Fields) {
        f.optional("agreement", "Agreeing to work together.", &mut self.agreement);
        f.optional("committee", "Forming the committee.", &mut self.committee);
        f.optional("consultation", "Asking people.", &mut self.consultation);
        f.optional("plan", "Making the plan.", &mut self.plan);
        f.rest(&mut self.extra);
    }
}

impl Record for PrincipleRating {
    const NAME: &'static str = "PrincipleRating";

    fn blank() -> Self {
        Self {
            principle: Principle::LegitimacyAndVoice,
            rating: None,
            rated_by: Text::default(),
            date: None,
            why: Text::default(),
            extra: Bag::default(),
        }
    }

    fn fields(&mut self, f: &mut impl Fields) {
        f.required("principle", "Which principle.", &mut self.principle);
        f.optional("rating", "The judgement, 1 to 5.", &mut self.rating);
        f.optional("rated_by", "Whose it is.", &mut self.rated_by);
        f.optional("date", "When.", &mut self.date);
        f.optional("why", "Why.", &mut self.why);
        f.rest(&mut self.extra);
    }
}

impl Record for Outcome {
    const NAME: &'static str = "Outcome";

    fn blank() -> Self {
        Self::default()
    }

    fn fields(&mut self, f: &mut impl Fields) {
        f.optional("goal", "What is to be reached.", &mut self.goal);
        f.optional("indicator", "By what one would know.", &mut self.indicator);
        f.optional("measure", "How it is measured: qualitative, quantitative.", &mut self.measure);
        f.optional("baseline", "How things stood at first.", &mut self.baseline);
        f.optional("target", "How things are to stand.", &mut self.target);
        f.optional("owner", "Who sees to it.", &mut self.owner);
        f.optional("due", "By when.", &mut self.due);
        f.optional("measurements", "How things stood since.", &mut self.measurements);
        f.optional("status", "How it goes: reached and dropped close it.", &mut self.status);
        f.rest(&mut self.extra);
    }
}

impl Record for Measurement {
    const NAME: &'static str = "Measurement";

    fn blank() -> Self {
        Self::default()
    }

    fn fields(&mut self, f: &mut impl Fields) {
        f.optional("date", "When.", &mut self.date);
        f.optional("value", "How things stood.", &mut self.value);
        f.optional("by", "Who says so.", &mut self.by);
        f.optional("note", "Whatever is to be said of it.", &mut self.note);
        f.rest(&mut self.extra);
    }
}

impl Record for Consultation {
    const NAME: &'static str = "Consultation";

    fn blank() -> Self {
        Self::default()
    }

    fn fields(&mut self, f: &mut impl Fields) {
        f.id("Its id.", &mut self.id);
        f.optional("kind", "How people were asked.", &mut self.kind);
        f.optional("title", "What it was called.", &mut self.title);
        f.optional("date", "When it was.", &mut self.date);
        f.optional("place", "Where it was.", &mut self.place);
        f.optional("attendance", "How many came.", &mut self.attendance);
        f.optional("participants", "The actors who took part.", &mut self.participants);
        f.optional("groups", "The groups of people who took part.", &mut self.groups);
        f.optional("attended", "How many came of each group. Groups may overlap.", &mut self.attended);
        f.optional("sensitivity", "Who may see it.", &mut self.sensitivity);
        f.optional("evidence", "Where this is known from: ids of sources.", &mut self.evidence);
        f.optional("notes", "Whatever its authors want to say of it.", &mut self.notes);
        f.rest(&mut self.extra);
    }
}

impl Record for Concern {
    const NAME: &'static str = "Concern";

    fn blank() -> Self {
        Self::default()
    }

    fn fields(&mut self, f: &mut impl Fields) {
        f.id("Its id.", &mut self.id);
        f.optional("text", "What it is.", &mut self.text);
        f.optional("scale", "On what scale it lies.", &mut self.scale);
        f.optional("raised_in", "The consultation in which it came up.", &mut self.raised_in);
        f.optional("raised_by", "Who raised it; else all who took part in raised_in.", &mut self.raised_by);
        f.optional("about", "The actors whose conduct it is about.", &mut self.about);
        f.optional("addressed_to", "The actors for whom it is meant.", &mut self.addressed_to);
        f.optional("transmissions", "Each time it was passed on.", &mut self.transmissions);
        f.optional("response", "What it was answered with.", &mut self.response);
        f.optional("fed_back", "How those who raised it learned of the answer.", &mut self.fed_back);
        f.optional("sensitivity", "Who may see it.", &mut self.sensitivity);
        f.optional("evidence", "Where this is known from: ids of sources.", &mut self.evidence);
        f.optional("notes", "Whatever its authors want to say of it.", &mut self.notes);
        f.rest(&mut self.extra);
    }
}

impl Record for Transmission {
    const NAME: &'static str = "Transmission";

    fn blank() -> Self {
        Self::default()
    }

    fn fields(&mut self, f: &mut impl Fields) {
        f.required("from", "Who passed it on: an actor.", &mut self.from);
        f.required("to", "To whom: an actor.", &mut self.to);
        f.optional("date", "When.", &mut self.date);
        f.optional("medium", "By what means.", &mut self.medium);
        sure(f, &mut self.confidence, &mut self.evidence);
        f.rest(&mut self.extra);
    }
}

impl Record for Response {
    const NAME: &'static str = "Response";

    fn blank() -> Self {
        Self::default()
    }

    fn fields(&mut self, f: &mut impl Fields) {
        f.optional("by", "Who answered: an actor.", &mut self.by);
        f.optional("status", "What the answer was.", &mut self.status);
        f.optional("date", "When.", &mut self.date);
        f.optional("text", "In what words.", &mut self.text);
        sure(f, &mut self.confidence, &mut self.evidence);
        f.rest(&mut self.extra);
    }
}

impl Record for FedBack {
    const NAME: &'static str = "FedBack";

    fn blank() -> Self {
        Self::default()
    }

    fn fields(&mut self, f: &mut impl Fields) {
        f.optional("date", "When.", &mut self.date);
        f.optional("to", "To whom: actors.", &mut self.to);
        sure(f, &mut self.confidence, &mut self.evidence);
        f.rest(&mut self.extra);
    }
}

impl Record for ExpectedVoice {
    const NAME: &'static str = "ExpectedVoice";

    fn blank() -> Self {
        Self::default()
    }

    fn fields(&mut self, f: &mut impl Fields) {
        f.id("Its id.", &mut self.id);
        f.optional("label", "Who it is.", &mut self.label);
        f.optional("kinds", "Kinds of actor that would be this voice.", &mut self.kinds);
        f.optional("groups", "Groups of people for whom an actor would have to speak.", &mut self.groups);
        f.optional("why", "Why it is expected.", &mut self.why);
        f.optional("source", "Who says so: the id of a source.", &mut self.source);
        f.optional("sensitivity", "Who may see it.", &mut self.sensitivity);
        f.rest(&mut self.extra);
    }
}

impl Record for Instrument {
    const NAME: &'static str = "Instrument";

    fn blank() -> Self {
        Self::default()
    }

    fn fields(&mut self, f: &mut impl Fields) {
        f.id("Its id.", &mut self.id);
        f.required("name", "What it is called.", &mut self.name);
        f.optional("kind", "What it is.", &mut self.kind);
        f.optional("status", "Whether it holds; in force unless said otherwise.", &mut self.status);
        f.optional("covers", "The actors to whom it gives something to do.", &mut self.covers);
        f.optional("functions", "What it gives them to do; else whatever they do.", &mut self.functions);
        f.optional("date", "Of when it is.", &mut self.date);
        f.optional("sensitivity", "Who may see it.", &mut self.sensitivity);
        f.optional("evidence", "Where this is known from: ids of sources.", &mut self.evidence);
        f.optional("notes", "Whatever the map's authors want to say of it.", &mut self.notes);
        f.rest(&mut self.extra);
    }
}
