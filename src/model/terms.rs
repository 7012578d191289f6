//! The closed vocabularies of a map: words that a file may use in one place, and no others.

/// A closed list of words.
pub trait Term: Copy + Eq + 'static {
    /// Every word of the list, in the order of the documentation.
    const ALL: &'static [Self];
    /// The word as a file writes it.
    fn id(self) -> &'static str;
    /// The word that a file wrote.
    fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|term| term.id() == id)
    }
}

macro_rules! terms {
    ($($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $id:literal,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$variant_doc])* $variant,)+ }

        impl Term for $name {
            const ALL: &'static [Self] = &[$(Self::$variant,)+];
            fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)+ }
            }
        }
    )+};
}

terms! {
    /// How far an actor, or a tie, stands on written rules.
    Formality {
        /// Set up by law or decree.
        Formal = "formal",
        /// Between the two: chosen by people and recognised by the state, say.
        Hybrid = "hybrid",
        /// Standing on custom, trust or membership.
        Informal = "informal",
    }
    /// Whether a tie is in use.
    Status {
        /// In use now; the only state in which a tie carries anything.
        Active = "active",
        /// Not used for a while.
        Dormant = "dormant",
        /// Ended badly.
        Broken = "broken",
        /// Meant to come.
        Planned = "planned",
    }
    /// How sure we are of a tie.
    Confidence {
        /// Seen, or told by several who know.
        Confirmed = "confirmed",
        /// Told by someone.
        Reported = "reported",
        /// Supposed by the map's authors.
        Assumed = "assumed",
    }
    /// By what means something travels.
    Medium {
        /// Two parties talking.
        Bilateral = "bilateral",
        /// A meeting.
        Meeting = "meeting",
        /// Press, radio, television.
        Media = "media",
        /// An official channel.
        Official = "official",
        /// A letter or a report.
        Written = "written",
        /// Telephone or the internet.
        PhoneOrOnline = "phone-or-online",
    }
    /// Where an actor stands towards the map's aim.
    Stance {
        /// Leads it.
        Champion = "champion",
        /// Is for it.
        Supportive = "supportive",
        /// Neither.
        Neutral = "neutral",
        /// Doubts it.
        Sceptical = "sceptical",
        /// Is against it.
        Opposed = "opposed",
    }
    /// Who may see something.
    #[derive(Default)]
    Sensitivity {
        /// Anyone.
        #[default]
        Open = "open",
        /// The partners.
        Restricted = "restricted",
        /// The map's authors alone.
        Secret = "secret",
    }
    /// On what a partnership rests.
    Agreement {
        /// Nothing.
        None = "none",
        /// A word given.
        Verbal = "verbal",
        /// A paper signed.
        Written = "written",
        /// A rule of an authority.
        Bylaw = "bylaw",
    }
    /// How far a phase has come.
    PhaseState {
        /// Not begun.
        NotStarted = "not-started",
        /// Begun.
        UnderWay = "under-way",
        /// Done.
        Done = "done",
    }
    /// The four phases of a community safety partnership (Morgan & Homel 2011).
    Phase {
        /// Agreeing to work together.
        Agreement = "agreement",
        /// Forming the committee.
        Committee = "committee",
        /// Asking people.
        Consultation = "consultation",
        /// Making the plan.
        Plan = "plan",
    }
    /// How people were asked.
    ConsultationKind {
        /// A public meeting.
        TownHall = "town-hall",
        /// A small group, on a theme.
        FocusGroup = "focus-group",
        /// Two parties.
        Bilateral = "bilateral",
        /// Questions to many.
        Survey = "survey",
        /// Working together for a day or more.
        Workshop = "workshop",
    }
    /// On what scale a concern lies (§5 of the paper).
    Scale {
        /// What security is for.
        Strategic = "strategic",
        /// Laws, mandates and oversight.
        Institutional = "institutional",
        /// What happens on the ground.
        Operational = "operational",
    }
    /// What a concern was answered with.
    #[derive(Default)]
    ResponseStatus {
        /// Nothing.
        #[default]
        None = "none",
        /// "We have heard it."
        Noted = "noted",
        /// "We will."
        Accepted = "accepted",
        /// "We will not."
        Declined = "declined",
        /// Something was done.
        ActedOn = "acted-on",
    }
    /// How near a source is to what it says.
    Reliability {
        /// In print.
        Published = "published",
        /// From somebody who was there.
        FirstHand = "first-hand",
        /// From somebody who was told.
        SecondHand = "second-hand",
        /// Not known.
        Unknown = "unknown",
    }
    /// What those who told something agreed to.
    Consent {
        /// That it is told.
        Given = "given",
        /// That it is told to some, or in part.
        Limited = "limited",
        /// Nothing: nobody asked them, or they said no.
        None = "none",
        /// Not known.
        Unknown = "unknown",
    }
    /// What a law or the like is.
    InstrumentKind {
        /// A law that a parliament made.
        Law = "law",
        /// A decree of whoever governs.
        Decree = "decree",
        /// A rule of an authority.
        Bylaw = "bylaw",
        /// Something given to somebody to do.
        Mandate = "mandate",
        /// A paper that several signed.
        Agreement = "agreement",
    }
    /// Whether a law or the like holds.
    #[derive(Default)]
    InstrumentStatus {
        /// It holds.
        #[default]
        InForce = "in-force",
        /// It is being written.
        Draft = "draft",
        /// It is being looked at again.
        UnderReview = "under-review",
        /// It does not hold any more.
        Repealed = "repealed",
    }
    /// What a level counts as in every analysis.
    Tier {
        /// Where the voices are.
        Local = "local",
        /// Between.
        Middle = "middle",
        /// Where decisions are made.
        National = "national",
        /// Outside the country's own institutions.
        External = "external",
    }
    /// The part of the security sector that a kind of actor belongs to (after the OECD DAC handbook, 2007).
    Sector {
        /// Police, army, prisons: those who may use force.
        CoreSecurity = "core-security",
        /// Those who direct and control them.
        Oversight = "oversight",
        /// Governors, municipalities, village councils.
        LocalGovernment = "local-government",
        /// Courts and prosecution.
        Justice = "justice",
        /// Tribal and religious leaders.
        Customary = "customary",
        /// Committees and groups of the place.
        Community = "community",
        /// Organised citizens and media.
        CivilSociety = "civil-society",
        /// Factions and parties.
        Political = "political",
        /// Armed, and not the state's.
        NonStatutoryForce = "non-statutory-force",
        /// Donors, missions, foreign forces.
        External = "external",
    }
    /// What an actor does for safety.
    Function {
        /// Arrests people.
        Arrest = "arrest",
        /// Patrols.
        Patrol = "patrol",
        /// Investigates crimes.
        Investigate = "investigate",
        /// Judges cases.
        Adjudicate = "adjudicate",
        /// Settles disputes.
        Mediate = "mediate",
        /// Controls those who use force.
        Oversee = "oversee",
        /// Makes laws.
        Legislate = "legislate",
        /// Pays.
        Fund = "fund",
        /// Trains.
        Train = "train",
        /// Speaks for a cause.
        Advocate = "advocate",
        /// Makes things known.
        Inform = "inform",
        /// Speaks for a group.
        Represent = "represent",
        /// Shelters and guards.
        Protect = "protect",
        /// Plans.
        Plan = "plan",
        /// Takes complaints and follows them up.
        HandleComplaints = "handle-complaints",
    }
    /// What sort of relation a kind of tie is.
    TieClass {
        /// Telling and asking.
        Communication = "communication",
        /// Command and report.
        Authority = "authority",
        /// Money, training, equipment.
        Support = "support",
        /// Doing something for somebody.
        Service = "service",
        /// Calling to account.
        Accountability = "accountability",
        /// Standing for somebody.
        Representation = "representation",
        /// Working together.
        Partnership = "partnership",
        /// Against each other.
        Adverse = "adverse",
    }
    /// Along which direction of a tie a voice can travel.
    VoiceDirection {
        /// From its `from` to its `to`.
        Forward = "forward",
        /// From its `to` to its `from`.
        Backward = "backward",
        /// Both ways.
        Both = "both",
        /// Neither.
        None = "none",
    }
    /// The five principles of a good partnership (Edgar, Marshall & Bassett 2006; Homel & Homel 2012).
    Principle {
        /// Power is rightly held, and those affected are heard.
        LegitimacyAndVoice = "legitimacy-and-voice",
        /// There is a sense of direction.
        DirectionAndStrategicVision = "direction-and-strategic-vision",
        /// It answers people's needs.
        Performance = "performance",
        /// Those who decide answer for it, in the open.
        Accountability = "accountability",
        /// It keeps to the law and treats people equally.
        Fairness = "fairness",
    }
    /// Where community safety and the reform of the security sector meet (§7 of the paper).
    Area {
        /// What people are able to do.
        Capacities = "capacities",
        /// Laws, rules, mandates.
        RegulatoryFramework = "regulatory-framework",
        /// How institutions are built.
        InstitutionalChange = "institutional-change",
    }
    /// The ways to draw a map.
    View {
        /// Bands by level.
        Levels = "levels",
        /// By forces.
        Network = "network",
        /// Around one actor.
        Rings = "rings",
        /// Influence by interest.
        Influence = "influence",
        /// A table.
        Matrix = "matrix",
    }
}

impl Function {
    /// Whether two actors who both hold it in one place need to coordinate.
    pub fn is_exclusive(self) -> bool {
        matches!(self, Self::Arrest | Self::Investigate | Self::Adjudicate)
    }
}

impl TieClass {
    /// Every class but the adverse one.
    pub fn is_cooperative(self) -> bool {
        self != Self::Adverse
    }
}

/// Whether something counts in what is certain, where nothing said of it means that nobody doubts it.
pub(in crate::model) fn counts_as_confirmed(confidence: Option<Confidence>) -> bool {
    confidence.is_none_or(|confidence| confidence == Confidence::Confirmed)
}
