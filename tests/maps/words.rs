//! The closed vocabularies of a map, entered afresh from the contract (1.1 to 1.5), and every place that uses one.

pub const FORMALITY: &[&str] = &["formal", "hybrid", "informal"];
pub const STATUS: &[&str] = &["active", "dormant", "broken", "planned"];
pub const CONFIDENCE: &[&str] = &["confirmed", "reported", "assumed"];
pub const MEDIUM: &[&str] = &["bilateral", "meeting", "media", "official", "written", "phone-or-online"];
pub const STANCE: &[&str] = &["champion", "supportive", "neutral", "sceptical", "opposed"];
pub const SENSITIVITY: &[&str] = &["open", "restricted", "secret"];
pub const AGREEMENT: &[&str] = &["none", "verbal", "written", "bylaw"];
pub const PHASE_STATE: &[&str] = &["not-started", "under-way", "done"];
pub const CONSULTATION: &[&str] = &["town-hall", "focus-group", "bilateral", "survey", "workshop"];
pub const SCALE: &[&str] = &["strategic", "institutional", "operational"];
pub const RESPONSE: &[&str] = &["none", "noted", "accepted", "declined", "acted-on"];
pub const RELIABILITY: &[&str] = &["published", "first-hand", "second-hand", "unknown"];
pub const CONSENT: &[&str] = &["given", "limited", "none", "unknown"];
pub const INSTRUMENT: &[&str] = &["law", "decree", "bylaw", "mandate", "agreement"];
pub const INSTRUMENT_STATUS: &[&str] = &["in-force", "draft", "under-review", "repealed"];
pub const TIER: &[&str] = &["local", "middle", "national", "external"];
pub const VOICE: &[&str] = &["forward", "backward", "both", "none"];
pub const SECTOR: &[&str] = &[
    "core-security",
    "oversight",
    "local-government",
    "justice",
    "customary",
    "community",
    "civil-society",
    "political",
    "non-statutory-force",
    "external",
];
pub const FUNCTION: &[&str] = &[
    "arrest",
    "patrol",
    "investigate",
    "adjudicate",
    "mediate",
    "oversee",
    "legislate",
    "fund",
    "train",
    "advocate",
    "inform",
    "represent",
    "protect",
    "plan",
    "handle-complaints",
];
pub const CLASS: &[&str] = &[
    "communication",
    "authority",
    "support",
    "service",
    "accountability",
    "representation",
    "partnership",
    "adverse",
];
pub const PRINCIPLE: &[&str] =
    &["legitimacy-and-voice", "direction-and-strategic-vision", "performance", "accountability", "fairness"];
pub const VIEW: &[&str] = &["levels", "network", "rings", "influence", "matrix"];

/// Where each vocabulary is used in the example, and what its absence means there.
pub const USES: &[(&str, &[&str], Option<&str>)] = &[
    ("/sources/2/reliability", RELIABILITY, None),
    ("/actors/6/formality", FORMALITY, None),
    ("/actors/6/functions/0", FUNCTION, None),
    ("/actors/6/stance", STANCE, None),
    ("/actors/6/sensitivity", SENSITIVITY, Some("open")),
    ("/ties/1/formality", FORMALITY, None),
    ("/ties/1/status", STATUS, Some("active")),
    ("/ties/1/confidence", CONFIDENCE, Some("reported")),
    ("/ties/1/medium", MEDIUM, None),
    ("/ties/1/sensitivity", SENSITIVITY, Some("open")),
    // Whether a partnership without a word on its agreement is one without an agreement is for the analysis to say:
    // `none` that somebody wrote stays written.
    ("/partnerships/0/agreement", AGREEMENT, None),
    ("/partnerships/0/phases/agreement", PHASE_STATE, None),
    ("/partnerships/0/phases/committee", PHASE_STATE, None),
    ("/partnerships/0/phases/consultation", PHASE_STATE, None),
    ("/partnerships/0/phases/plan", PHASE_STATE, None),
    ("/partnerships/0/principles/0/principle", PRINCIPLE, None),
    ("/consultations/0/kind", CONSULTATION, None),
    ("/consultations/0/sensitivity", SENSITIVITY, Some("open")),
    ("/concerns/0/scale", SCALE, None),
    ("/concerns/0/transmissions/0/medium", MEDIUM, None),
    ("/concerns/0/response/status", RESPONSE, Some("none")),
    ("/concerns/0/sensitivity", SENSITIVITY, Some("open")),
    ("/sources/2/sensitivity", SENSITIVITY, Some("open")),
    ("/sources/2/consent", CONSENT, None),
    ("/actors/6/ratings/0/stance", STANCE, None),
    // Of what is confirmed unless said otherwise, every word that somebody wrote stays written.
    ("/partnerships/0/members/0/confidence", CONFIDENCE, None),
    ("/partnerships/0/anchor_confidence", CONFIDENCE, None),
    ("/partnerships/0/sensitivity", SENSITIVITY, Some("open")),
    ("/concerns/0/transmissions/0/confidence", CONFIDENCE, None),
    ("/concerns/0/response/confidence", CONFIDENCE, None),
    ("/concerns/0/fed_back/confidence", CONFIDENCE, None),
    ("/expected_voices/0/sensitivity", SENSITIVITY, Some("open")),
    ("/instruments/0/kind", INSTRUMENT, None),
    ("/instruments/0/status", INSTRUMENT_STATUS, Some("in-force")),
    ("/instruments/0/functions/0", FUNCTION, None),
    ("/instruments/0/sensitivity", SENSITIVITY, Some("open")),
    ("/views/0/filter/sectors/0", SECTOR, None),
    ("/views/0/filter/formalities/0", FORMALITY, None),
    ("/views/0/filter/confidences/0", CONFIDENCE, None),
    ("/views/0/filter/hidden_classes/0", CLASS, None),
    ("/story/0/sensitivity", SENSITIVITY, Some("open")),
    ("/comments/0/sensitivity", SENSITIVITY, Some("open")),
    ("/levels/4/tier", TIER, None),
    ("/actor_kinds/1/formality", FORMALITY, None),
    ("/actor_kinds/1/sector", SECTOR, None),
    ("/tie_kinds/1/class", CLASS, None),
    ("/tie_kinds/1/voice", VOICE, None),
];
