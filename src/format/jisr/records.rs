//! What the parts of a map are called in the file: each key once, in its order, with what it means.
//!
//! A [`Record`] walks its keys past a [`Fields`]: the reader fills them in, the writer takes them out, and the schema
//! looks at their types.

mod process;
mod telling;

use super::record::{Fields, Record};
use crate::model::edit::Header;
use crate::model::terms::{Formality, Sector, TieClass, Tier, VoiceDirection};
use crate::model::{
    Actor, ActorId, ActorKind, ActorRating, Bag, Level, Source, Text, Tie, TieKind, TiePlan, TieTraits,
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
        f.optional("aim", "The change that every stance is for or against.", &mut self.aim);
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
        f.optional("sensitivity", "Who may see it.", &mut self.sensitivity);
        f.optional("consent", "What those who told it agreed to.", &mut self.consent);
        f.optional("keep_until", "The last day that it may be kept.", &mut self.keep_until);
        f.optional("notes", "Whatever the map's authors want to say of it.", &mut self.notes);
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
        f.optional("aliases", "Other names of it.", &mut self.aliases);
        f.required("kind", "Its kind: a built-in one or the map's own.", &mut self.kind);
        f.required("level", "Its level on the ladder.", &mut self.level);
        f.optional("area", "The places where it is active.", &mut self.area);
        f.optional("formality", "Where it differs from what the kind brings.", &mut self.formality);
        f.optional("functions", "What it does for safety.", &mut self.functions);
        f.optional("represents", "The groups of people for whom it speaks.", &mut self.represents);
        f.optional("influence", "How much it can move, 1 to 5.", &mut self.influence);
        f.optional("interest", "How much it cares, 1 to 5.", &mut self.interest);
        f.optional("legitimacy", "How rightful people hold it to be, 1 to 5.", &mut self.legitimacy);
        f.optional("stance", "Where it stands towards the map's aim.", &mut self.stance);
        f.optional("ratings", "How people see it, each by themselves.", &mut self.ratings);
        f.optional("decides", "Where it differs from what the kind brings.", &mut self.decides);
        f.optional(
            "voice",
            "Whether it counts as a voice, where that differs from what level and kind bring.",
            &mut self.voice,
        );
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

impl Record for ActorRating {
    const NAME: &'static str = "ActorRating";

    fn blank() -> Self {
        Self::default()
    }

    fn fields(&mut self, f: &mut impl Fields) {
        f.optional("by", "Who sees it so.", &mut self.by);
        f.optional("group", "The group of people that they speak for.", &mut self.group);
        f.optional("date", "When.", &mut self.date);
        f.optional("influence", "How much the actor can move, 1 to 5.", &mut self.influence);
        f.optional("interest", "How much it cares, 1 to 5.", &mut self.interest);
        f.optional("legitimacy", "How rightful they hold it to be, 1 to 5.", &mut self.legitimacy);
        f.optional("stance", "Where it stands towards the map's aim.", &mut self.stance);
        f.optional("why", "Why.", &mut self.why);
        f.rest(&mut self.extra);
    }
}

impl Record for TiePlan {
    const NAME: &'static str = "TiePlan";

    fn blank() -> Self {
        Self::default()
    }

    fn fields(&mut self, f: &mut impl Fields) {
        f.optional("owner", "Who brings it about.", &mut self.owner);
        f.optional("due", "By when.", &mut self.due);
        f.optional("note", "Whatever is to be said of it.", &mut self.note);
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
        f.optional("plan", "How a planned tie is to come about.", &mut self.plan);
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
