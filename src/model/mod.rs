//! What a map *is*: actors of community safety, the ties between them, and what was asked, said and answered.
//!
//! This room holds values and their rules, nothing else: no files, no windows, no graphs.
//!
//! **Boundary:** nothing here reads or writes bytes, and nothing here knows a language that people speak:
//! names come from the map, words come from the catalogues.

mod actor;
mod bag;
mod comment;
mod concern;
mod consultation;
mod date;
pub mod edit;
mod expected_voice;
mod fold;
mod history;
mod id;
pub mod ids;
mod instrument;
mod layout;
mod level;
pub mod merge;
mod not_same;
mod opinion;
mod partnership;
mod problem;
mod rating;
mod remark;
mod saved_view;
mod shared;
mod source;
mod story;
mod subject;
pub mod terms;
mod text;
mod tie;
mod validity;
mod vocabulary;

pub use actor::Actor;
pub use bag::Bag;
pub use comment::{About, Comment};
pub use concern::{Concern, FedBack, Response, Transmission};
pub use consultation::{Attended, Consultation};
pub use date::{Date, DateError};
pub use edit::{Edit, EditError};
pub use expected_voice::ExpectedVoice;
pub use fold::fold;
pub use history::{History, Refused};
pub use id::{
    ActorId, ActorKindId, CommentId, ConcernId, ConsultationId, ExpectedVoiceId, Id, InstrumentId, LevelId,
    PartnershipId, SavedViewId, SourceId, TieId, TieKindId, is_valid_id, slug,
};
pub use instrument::Instrument;
pub use layout::{Layout, Position};
pub use level::{Ladder, Level};
pub use not_same::NotSame;
pub use opinion::ActorRating;
pub use partnership::{Measurement, Member, Outcome, Partnership, Phases, PrincipleRating};
pub use problem::{Fault, JsonPath, Problem, closest, nearest};
pub use rating::Rating;
pub use remark::{Advice, Remark, is_there, remarks};
pub use saved_view::{SavedView, ViewFilter};
pub use shared::{Items, SharedList};
pub use source::Source;
pub use story::Step;
pub use subject::subject_of;
use terms::counts_as_confirmed;
pub use text::{Language, Text};
pub use tie::{Tie, TiePlan};
pub use validity::validate;
pub(crate) use validity::validate_and_count;
pub use vocabulary::{
    ActorKind, ActorTraits, TieKind, TieTraits, Vocabulary, built_in_actor_kinds, built_in_tie_kinds,
};

/// One map: who is there, how they are tied, what they raised, and what came of it.
///
/// The lists keep the order of the file. [`validate`] says what is wrong with a map; every function of the
/// other rooms expects a map without faults.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Map {
    /// What the map is called.
    pub title: Text,
    /// The place that it is about.
    pub place: Text,
    /// The day for which it holds.
    pub as_of: Option<Date>,
    /// The languages its names are given in, the main one first.
    pub languages: Vec<Language>,
    /// Whatever its authors want to say of it.
    pub notes: Text,
    /// The change that every stance is for or against.
    pub aim: Text,
    /// Where its statements come from.
    pub sources: Vec<Source>,
    /// Who is there.
    pub actors: SharedList<Actor>,
    /// Who is tied to whom, and how.
    pub ties: SharedList<Tie>,
    /// Partnerships, with their members, principles and phases.
    pub partnerships: Vec<Partnership>,
    /// Who was asked, when and how.
    pub consultations: Vec<Consultation>,
    /// What was raised, and how it travelled.
    pub concerns: Vec<Concern>,
    /// Who should be here.
    pub expected_voices: Vec<ExpectedVoice>,
    /// Laws and the like.
    pub instruments: Vec<Instrument>,
    /// Ways to look at it that somebody wants to come back to.
    pub views: Vec<SavedView>,
    /// The steps in which the map is told.
    pub story: Vec<Step>,
    /// What people said of its parts.
    pub comments: Vec<Comment>,
    /// The map's own ladder, bottom first; empty for the usual one.
    pub levels: Vec<Level>,
    /// Kinds of actor that this map adds.
    pub actor_kinds: Vec<ActorKind>,
    /// Kinds of tie that this map adds.
    pub tie_kinds: Vec<TieKind>,
    /// Actors that look like one and are two.
    pub not_same: Vec<NotSame>,
    /// Where people have put the actors, view by view.
    pub layout: Layout,
    /// Where the program last drew them.
    pub places: Layout,
    /// How tables of others were read, by name.
    pub mappings: Bag,
    /// Keys of the file that this version does not know.
    pub extra: Bag,
}

impl Map {
    /// The ladder that holds for this map: its own, or else the usual one.
    pub fn ladder(&self) -> Ladder<'_> {
        Ladder::of(&self.levels)
    }

    /// The kinds that hold for this map: the built-in ones and its own.
    pub fn vocabulary(&self) -> Vocabulary<'_> {
        Vocabulary::of(self)
    }

    /// How many ties there are between two actors. Those of an actor to itself count nowhere.
    pub fn tie_count(&self) -> usize {
        self.ties.iter().filter(|tie| !tie.is_to_itself()).count()
    }

    /// The actor of that id.
    pub fn actor(&self, id: &ActorId) -> Option<&Actor> {
        self.actors.iter().find(|actor| actor.id == *id)
    }
}
