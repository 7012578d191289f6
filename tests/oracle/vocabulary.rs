//! The vocabulary of a map, entered afresh from the contract: the default ladder (1.2), the actor kinds (1.3), the
//! tie kinds (1.4) and the five principles (1.5). The column that no rule reads (usual level) is left out.

/// 1.2 "Default ladder, bottom to top": id, tier.
pub const LADDER: &[(&str, &str)] = &[
    ("community", "local"),
    ("municipal", "local"),
    ("governorate", "middle"),
    ("national", "national"),
    ("international", "external"),
];

/// 1.3, one row a kind: id, formality, sector, "`force` = may use force or detain", "`decides` = at a national-tier level, a
/// kind that can act on a community's concern".
pub const ACTOR_KINDS: &[(&str, &str, &str, bool, bool)] = &[
    ("police", "formal", "core-security", true, false),
    ("national-security-forces", "formal", "core-security", true, false),
    ("armed-forces", "formal", "core-security", true, false),
    ("intelligence-service", "formal", "core-security", true, false),
    ("border-guard", "formal", "core-security", true, false),
    ("prison-service", "formal", "core-security", true, false),
    ("head-of-state", "formal", "oversight", false, true),
    ("council-of-ministers", "formal", "oversight", false, true),
    ("ministry", "formal", "oversight", false, true),
    ("parliament", "formal", "oversight", false, true),
    ("audit-body", "formal", "oversight", false, false),
    ("human-rights-commission", "formal", "oversight", false, false),
    ("governors-office", "formal", "local-government", false, false),
    ("municipality", "formal", "local-government", false, false),
    ("village-council", "formal", "local-government", false, false),
    ("court", "formal", "justice", false, false),
    ("prosecution", "formal", "justice", false, false),
    ("tribal-leader", "informal", "customary", false, false),
    ("religious-leader", "informal", "customary", false, false),
    ("camp-committee", "hybrid", "community", false, false),
    ("community-safety-committee", "hybrid", "community", false, false),
    ("business-leader", "informal", "community", false, false),
    ("youth-group", "informal", "community", false, false),
    ("neighbourhood-group", "informal", "community", false, false),
    ("womens-organisation", "informal", "civil-society", false, false),
    ("human-rights-organisation", "informal", "civil-society", false, false),
    ("civil-society-organisation", "informal", "civil-society", false, false),
    ("victims-group", "informal", "civil-society", false, false),
    ("union", "informal", "civil-society", false, false),
    ("media", "informal", "civil-society", false, false),
    ("academia", "informal", "civil-society", false, false),
    ("political-faction", "informal", "political", false, false),
    ("armed-group", "informal", "non-statutory-force", true, false),
    ("private-security", "informal", "non-statutory-force", true, false),
    ("donor", "formal", "external", false, false),
    ("international-organisation", "formal", "external", false, false),
    ("training-mission", "formal", "external", false, false),
    ("foreign-force", "formal", "external", true, false),
];

/// 1.3 "Exclusive functions (two actors holding the same one in the same area need coordination)".
pub const EXCLUSIVE_FUNCTIONS: [&str; 3] = ["arrest", "investigate", "adjudicate"];

/// 1.4, one row a kind: id, class, mutual, voice (`forward` is from→to, `backward` is to→from).
pub const TIE_KINDS: &[(&str, &str, bool, &str)] = &[
    ("informs", "communication", false, "forward"),
    ("reports-to", "authority", false, "forward"),
    ("directs", "authority", false, "forward"),
    ("advocates-to", "communication", false, "forward"),
    ("refers-to", "service", false, "forward"),
    ("consults", "communication", false, "backward"),
    ("covers", "communication", false, "backward"),
    ("oversees", "accountability", false, "backward"),
    ("represents", "representation", false, "backward"),
    ("partners-with", "partnership", true, "both"),
    ("funds", "support", false, "none"),
    ("trains", "support", false, "none"),
    ("equips", "support", false, "none"),
    ("serves", "service", false, "none"),
    ("mediates-for", "service", false, "both"),
    ("contests", "adverse", true, "none"),
    ("restricts", "adverse", false, "none"),
    ("co-opts", "adverse", false, "none"),
    ("member-of", "partnership", false, "both"),
    ("coordinates-with", "partnership", true, "both"),
];

/// 1.5 "Principles, after Edgar, Marshall & Bassett 2006 as adapted by Homel & Homel 2012".
pub const PRINCIPLES: [&str; 5] =
    ["legitimacy-and-voice", "direction-and-strategic-vision", "performance", "accountability", "fairness"];
