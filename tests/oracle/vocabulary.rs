//! The vocabulary of a map, entered afresh from the contract: the default ladder (1.2), the actor kinds (1.3), the
//! tie kinds (1.4) and the five principles (1.5). Columns that no rule reads (sector, usual level) are left out.

/// 1.2 "Default ladder, bottom to top": id, tier.
pub const LADDER: &[(&str, &str)] = &[
    ("community", "local"),
    ("municipal", "local"),
    ("governorate", "middle"),
    ("national", "national"),
    ("international", "external"),
];

/// 1.3, one row a kind: id, formality, "`force` = may use force or detain", "`decides` = at a national-tier level, a
/// kind that can act on a community's concern".
pub const ACTOR_KINDS: &[(&str, &str, bool, bool)] = &[
    ("police", "formal", true, false),
    ("national-security-forces", "formal", true, false),
    ("armed-forces", "formal", true, false),
    ("intelligence-service", "formal", true, false),
    ("border-guard", "formal", true, false),
    ("prison-service", "formal", true, false),
    ("head-of-state", "formal", false, true),
    ("council-of-ministers", "formal", false, true),
    ("ministry", "formal", false, true),
    ("parliament", "formal", false, true),
    ("audit-body", "formal", false, false),
    ("human-rights-commission", "formal", false, false),
    ("governors-office", "formal", false, false),
    ("municipality", "formal", false, false),
    ("village-council", "formal", false, false),
    ("court", "formal", false, false),
    ("prosecution", "formal", false, false),
    ("tribal-leader", "informal", false, false),
    ("religious-leader", "informal", false, false),
    ("camp-committee", "hybrid", false, false),
    ("community-safety-committee", "hybrid", false, false),
    ("business-leader", "informal", false, false),
    ("youth-group", "informal", false, false),
    ("neighbourhood-group", "informal", false, false),
    ("womens-organisation", "informal", false, false),
    ("human-rights-organisation", "informal", false, false),
    ("civil-society-organisation", "informal", false, false),
    ("victims-group", "informal", false, false),
    ("union", "informal", false, false),
    ("media", "informal", false, false),
    ("academia", "informal", false, false),
    ("political-faction", "informal", false, false),
    ("armed-group", "informal", true, false),
    ("private-security", "informal", true, false),
    ("donor", "formal", false, false),
    ("international-organisation", "formal", false, false),
    ("training-mission", "formal", false, false),
    ("foreign-force", "formal", true, false),
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
