//! What the parts of a map are called in the file: each key once, in its order, with what it means.
//!
//! A [`Record`] walks its keys past a [`Fields`]: the reader fills them in, the writer takes them out, and the schema
//! looks at their types.

use super::record::{Fields, Record};
use crate::model::edit::Header;
use crate::model::terms::{Formality, Principle, Sector, TieClass, Tier, VoiceDirection};
use crate::model::{
    Actor, ActorId, ActorKind, Bag, Concern, Consultation, ExpectedVoice, FedBack, Level, Member, Outcome,
    Partnership, Phases, PrincipleRating, Response, Source, Step, Text, Tie, TieKind, TieTraits,
    Transmission,
};

/// What a map says of itself: all of it but the lists, which are read and written an item at a time.
impl Record for Header {
    const NAME: &'static str = "Header";

    fn blank() -> Self {
        Self::default()
    }

    fn fields(&mut self, f: &mut impl Fields) {
        f.required("title", "What the map is called.", &mut self.title);
        f.optional("place", "The place that it is about.", &mut self.place);
        f.optional("as_of", "The day for which it holds.", &mut self.as_of);
        f.optional(
            "languages",
            "The languages its names are given in, the main one first.",
            &mut self.languages,
        );
        f.optional("notes", "Whatever its authors want to say of it.", &mut self.notes);
    }
}

impl Record for Source {
    const NAME: &'static str = "Source";

    fn blank() -> Self {
        Self::default()
    }

    fn fields(&mut self, f: &mut impl Fields) {
        f.id("Its id.", &mut self.id);
        f.optional("citation", "How one would cite it.", &mut self.citation);
        f.optional("date", "Of when it is.", &mut self.date);
        f.optional("reliability", "How near it is to what it says.", &mut self.reliability);
        f.rest(&mut self.extra);
    }
}

impl Record for Actor {
    const NAME: &'static str = "Actor";

    fn blank() -> Self {
        Self::new(ActorId::default(), Text::default(), "".into(), "".into())
    }

    fn fields(&mut self, f: &mut impl Fields) {
        f.id("Its id.", &mut self.id);
        f.required("name", "Its name.", &mut self.name);
        f.required("kind", "Its kind: a built-in one or the map's own.", &mut self.kind);
        f.required("level", "Its level on the ladder.", &mut self.level);
        f.optional("area", "The places where it is active.", &mut self.area);
        f.optional("formality", "Where it differs from what the kind brings.", &mut self.formality);
        f.optional("functions", "What it does for safety.", &mut self.functions);
        f.optional("represents", "The groups of people for whom it speaks.", &mut self.represents);
        f.optional("influence", "How much it can move, 1 to 5.", &mut self.influence);
        f.optional("interest", "How much it cares, 1 to 5.", &mut self.interest);
        f.optional("legitimacy", "How rightful people hold it to be, 1 to 5.", &mut self.legitimacy);
        f.optional("stance", "Where it stands towards the partnership.", &mut self.stance);
        f.optional("decides", "Where it differs from what the kind brings.", &mut self.decides);
        f.optional("sensitivity", "Who may see it.", &mut self.sensitivity);
        f.optional("tags", "Words to find it by.", &mut self.tags);
        f.optional("fields", "The authors' own fields.", &mut self.fields);
        f.optional("notes", "Whatever its authors want to say of it.", &mut self.notes);
        f.optional("evidence", "Where this is known from: ids of sources.", &mut self.evidence);
        f.optional("since", "The first day it was there.", &mut self.since);
        f.optional("until", "The last day it was there.", &mut self.until);
        f.rest(&mut self.extra);
    }
}

impl Record for Tie {
    const NAME: &'static str = "Tie";

    fn blank() -> Self {
        Self::new("".into(), ActorId::default(), "".into(), ActorId::default())
    }

    fn fields(&mut self, f: &mut impl Fields) {
        f.id("Its id.", &mut self.id);
        f.required("from", "Whose tie it is: an actor.", &mut self.from);
        f.required("to", "To whom: an actor.", &mut self.to);
        f.required("kind", "Its kind: a built-in one or the map's own.", &mut self.kind);
        f.optional(
            "mutual",
            "Whether it holds both ways, where that differs from the kind.",
            &mut self.mutual,
        );
        f.optional(
            "strength",
            "How strong it is, 1 to 5; counts as 3 where nobody rated it.",
            &mut self.strength,
        );
        f.optional("formality", "How far it stands on written rules.", &mut self.formality);
        f.optional("status", "Whether it is in use; active unless said otherwise.", &mut self.status);
        f.optional("confidence", "How sure we are; reported unless said otherwise.", &mut self.confidence);
        f.optional("medium", "By what means something travels along it.", &mut self.medium);
        f.optional("sensitivity", "Who may see it.", &mut self.sensitivity);
        f.optional("tags", "Words to find it by.", &mut self.tags);
        f.optional("fields", "The authors' own fields.", &mut self.fields);
        f.optional("notes", "Whatever its authors want to say of it.", &mut self.notes);
        f.optional("evidence", "Where this is known from: ids of sources.", &mut self.evidence);
        f.optional("since", "The first day it held.", &mut self.since);
        f.optional("until", "The last day it held.", &mut self.until);
        f.rest(&mut self.extra);
    }
}

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
        f.optional("phases", "How far each phase has come.", &mut self.phases);
        f.optional(
            "principles",
            "How it keeps to the five principles, in somebody's judgement.",
            &mut self.principles,
        );
        f.optional("outcomes", "What it wants to reach, and how one would know.", &mut self.outcomes);
        f.rest(&mut self.extra);
    }
}

impl Record for Member {
    const NAME: &'static str = "Member";

    fn blank() -> Self {
        Self::default()
    }

    fn fields(&mut self, f: &mut impl Fields) {
        f.required("actor", "Who: an actor.", &mut self.actor);
        f.optional("role", "As what.", &mut self.role);
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
        f.optional("status", "How it goes.", &mut self.status);
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
        f.rest(&mut self.extra);
    }
}

impl Record for Step {
    const NAME: &'static str = "Step";

    fn blank() -> Self {
        Self::default()
    }

    fn fields(&mut self, f: &mut impl Fields) {
        f.optional("caption", "What is said.", &mut self.caption);
        f.optional("view", "The view to show it in.", &mut self.view);
        f.optional("focus", "The actors in the light.", &mut self.focus);
        f.optional("lens", "The lens to look through.", &mut self.lens);
        f.optional("findings", "The rules whose findings are shown.", &mut self.findings);
        f.rest(&mut self.extra);
    }
}

impl Record for Level {
    const NAME: &'static str = "Level";

    fn blank() -> Self {
        Self { id: "".into(), name: Text::default(), tier: Tier::Local, extra: Bag::default() }
    }

    fn fields(&mut self, f: &mut impl Fields) {
        f.id("Its id.", &mut self.id);
        f.required("name", "Its name.", &mut self.name);
        f.required("tier", "What it counts as in every analysis.", &mut self.tier);
        f.rest(&mut self.extra);
    }
}

impl Record for ActorKind {
    const NAME: &'static str = "ActorKind";

    fn blank() -> Self {
        Self {
            id: "".into(),
            name: Text::default(),
            formality: Formality::Formal,
            sector: Sector::Community,
            force: false,
            decides: false,
            level: "".into(),
            extra: Bag::default(),
        }
    }

    fn fields(&mut self, f: &mut impl Fields) {
        f.id("Its id.", &mut self.id);
        f.required("name", "Its name.", &mut self.name);
        f.required("formality", "The formality of its actors.", &mut self.formality);
        f.required("sector", "Its part of the security sector.", &mut self.sector);
        f.required("force", "Whether it may use force or detain.", &mut self.force);
        f.required("decides", "Whether it can act on a community's concern.", &mut self.decides);
        f.required("level", "The level where such actors usually are.", &mut self.level);
        f.rest(&mut self.extra);
    }
}

impl Record for TieKind {
    const NAME: &'static str = "TieKind";

    fn blank() -> Self {
        let traits = TieTraits { class: TieClass::Communication, mutual: false, voice: VoiceDirection::None };
        Self { id: "".into(), name: Text::default(), traits, extra: Bag::default() }
    }

    fn fields(&mut self, f: &mut impl Fields) {
        f.id("Its id.", &mut self.id);
        f.required("name", "Its name, as a verb between two actors.", &mut self.name);
        f.required("class", "What sort of relation it is.", &mut self.traits.class);
        f.required("mutual", "Whether such ties hold both ways.", &mut self.traits.mutual);
        f.required("voice", "Along which direction a voice can travel.", &mut self.traits.voice);
        f.rest(&mut self.extra);
    }
}
