//! The rules, in the order of the documentation.

use crate::model::terms::{Area, Term};

/// How much a finding matters, the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Somebody is not there, or not heard.
    High,
    /// Something that ought to be mended.
    Medium,
    /// Something to keep an eye on.
    Low,
    /// A remark on the map itself.
    Note,
}

impl Term for Severity {
    const ALL: &'static [Self] = &[Self::High, Self::Medium, Self::Low, Self::Note];

    fn id(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::Medium => "medium",
            Self::Low => "low",
            Self::Note => "note",
        }
    }
}

macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident = $id:literal in $area:ident,)+) => {
        /// A rule; what it holds for is told in `docs/method.md` under its word.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule { $($(#[$doc])* $name,)+ }

        impl Term for Rule {
            const ALL: &'static [Self] = &[$(Self::$name,)+];

            fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)+ }
            }
        }

        impl Rule {
            /// Where what could be done belongs.
            pub fn area(self) -> Area {
                match self { $(Self::$name => Area::$area,)+ }
            }
        }
    };
}

rules! {
    /// An expected voice that no actor is.
    MissingVoice = "missing-voice" in Capacities,
    /// A voice without any active tie.
    IsolatedVoice = "isolated-voice" in Capacities,
    /// A voice with ties and without a channel.
    UnheardVoice = "unheard-voice" in Capacities,
    /// A voice that is heard and gets no answer.
    UnansweredVoice = "unanswered-voice" in Capacities,
    /// An actor whom every channel of some voices passes.
    SingleGatekeeper = "single-gatekeeper" in Capacities,
    /// A gatekeeper who is against it, or whom people do not trust.
    DoubtfulGatekeeper = "doubtful-gatekeeper" in Capacities,
    /// An actor of much influence who is against it.
    InfluentialOpponent = "influential-opponent" in Capacities,
    /// An actor on whose legitimacy people do not agree.
    DisputedLegitimacy = "disputed-legitimacy" in Capacities,
    /// A best channel with a weak tie.
    WeakChannel = "weak-channel" in Capacities,
    /// A voice that is heard only through actors from outside.
    ExternalOnly = "external-only" in Capacities,
    /// A best channel between two who are also against each other.
    ContestedChannel = "contested-channel" in Capacities,
    /// A decision-maker whom no voice reaches.
    DeafDecisionMaker = "deaf-decision-maker" in Capacities,
    /// A voice whose only support beyond its place is one actor from outside.
    PatronDependence = "patron-dependence" in Capacities,
    /// A level on which formal and informal actors do not work together.
    FormalInformalDivide = "formal-informal-divide" in RegulatoryFramework,
    /// A provider whom nobody without force oversees.
    UnaccountableProvider = "unaccountable-provider" in RegulatoryFramework,
    /// Two actors with one mandate, and no authority of one over the other.
    OverlappingMandate = "overlapping-mandate" in RegulatoryFramework,
    /// A provider with a task that no law in force gives it.
    NoLegalBasis = "no-legal-basis" in RegulatoryFramework,
    /// Support from outside for those with force, and none for those who oversee them.
    SupportWithoutOversight = "support-without-oversight" in RegulatoryFramework,
    /// An actor that somebody co-opts.
    CoOptation = "co-optation" in RegulatoryFramework,
    /// Providers, and nobody to complain to.
    NoComplaintsWay = "no-complaints-way" in InstitutionalChange,
    /// Somebody to complain to, and nobody who follows it up.
    ComplaintsWithoutFollowUp = "complaints-without-follow-up" in InstitutionalChange,
    /// No partnership between formal and other actors.
    NoPartnership = "no-partnership" in InstitutionalChange,
    /// A partnership without a paper, or without an authority behind it.
    UnanchoredPartnership = "unanchored-partnership" in InstitutionalChange,
    /// A partnership of formal actors alone, or of others alone.
    OneSidedPartnership = "one-sided-partnership" in InstitutionalChange,
    /// An expected voice that is in no partnership.
    AbsentFromPartnership = "absent-from-partnership" in InstitutionalChange,
    /// A partnership whose body lives on one actor from outside.
    SponsorDependence = "sponsor-dependence" in InstitutionalChange,
    /// A decision-maker who is against it.
    UnconvincedDecisionMaker = "unconvinced-decision-maker" in InstitutionalChange,
    /// A principle rated low, or not at all.
    WeakPrinciple = "weak-principle" in InstitutionalChange,
    /// A plan made without asking.
    PlanWithoutConsultation = "plan-without-consultation" in InstitutionalChange,
    /// A plan of which nobody could tell whether it works.
    PlanWithoutOutcomes = "plan-without-outcomes" in InstitutionalChange,
    /// Something that should have been reached by now.
    OverdueOutcome = "overdue-outcome" in InstitutionalChange,
    /// A plan that is done, and nobody has looked whether it worked.
    UnmeasuredOutcome = "unmeasured-outcome" in InstitutionalChange,
    /// Planned ties that nobody is to bring about, or not by any day.
    PlannedWithoutOwner = "planned-without-owner" in InstitutionalChange,
    /// Nobody was asked.
    NoConsultation = "no-consultation" in Capacities,
    /// An expected voice that was not asked.
    UnconsultedVoice = "unconsulted-voice" in Capacities,
    /// Consultations to which few women came.
    OutnumberedWomen = "outnumbered-women" in Capacities,
    /// A concern that got stuck.
    UntransmittedConcern = "untransmitted-concern" in Capacities,
    /// A concern whose way up passes those whom it is about.
    ChannelThroughAccused = "channel-through-accused" in Capacities,
    /// A concern without an answer.
    UnansweredConcern = "unanswered-concern" in Capacities,
    /// An answer that those who asked do not know of.
    FeedbackMissing = "feedback-missing" in Capacities,
    /// A concern passed on where the map has no tie that carries it.
    UnmappedTransmission = "unmapped-transmission" in Capacities,
    /// Actors or ties without evidence.
    Unsourced = "unsourced" in Capacities,
}
