//! Rules on those who may use force, and on those who ought to work together.

use serde_json::{Value, json};

use crate::check::{ask, finding, fires, fires_as, fires_for, joined, silent};
use crate::draft::{
    actor, actor_kind, chain, donor, governor, level, map, ministry, partnership, police, tie, tie_kind,
    voice,
};

const INACTIVE: [&str; 3] = ["dormant", "broken", "planned"];
const ADVERSE: [&str; 3] = ["contests", "restricts", "co-opts"];

/// A level with a strictly formal and a strictly informal actor, and no active cooperative tie between {formal or
/// hybrid} and {informal or hybrid} actors of it.
#[test]
fn formal_informal_divide() {
    let rule = "formal-informal-divide";
    let of = |id: &str, formality: &str| voice(id).with("formality", formality);
    let all = [
        of("f1", "formal"),
        of("f2", "formal"),
        of("h1", "hybrid"),
        of("h2", "hybrid"),
        of("i1", "informal"),
    ];
    let divided = map(all).and([of("i2", "informal"), governor("g")]);
    fires(&divided, rule, "community");
    // Joined by a tie from one side to the other, hybrid actors being on both.
    for (one, other) in [("f1", "i1"), ("f1", "h1"), ("h1", "i1"), ("h1", "h2")] {
        for (from, to) in [(one, other), (other, one)] {
            for kind in ["informs", "funds", "mediates-for", "coordinates-with", "oversees"] {
                silent(&divided.and([tie(from, kind, to)]), rule);
            }
            for kind in ADVERSE {
                fires(&divided.and([tie(from, kind, to)]), rule, "community");
            }
            for status in INACTIVE {
                fires(&divided.and([tie(from, "informs", to).with("status", status)]), rule, "community");
            }
        }
    }
    // Not by ties of one side, nor by ties to other levels.
    fires(&divided.and([tie("f1", "informs", "f2"), tie("i1", "informs", "i2")]), rule, "community");
    fires(&divided.and([tie("i1", "informs", "g"), tie("h1", "informs", "g")]), rule, "community");
    // Both sides must be there, and strictly.
    silent(&map([of("f1", "formal"), of("h1", "hybrid")]), rule);
    silent(&map([of("i1", "informal"), of("h1", "hybrid")]), rule);
    silent(&map([of("h1", "hybrid"), of("h2", "hybrid")]), rule);
    silent(&map([of("f1", "formal"), of("f2", "formal")]), rule);
    // On one level.
    let two = map([of("f1", "formal"), of("i1", "informal")]);
    fires(&two, rule, "community");
    silent(&two.but("f1", "level", "municipal"), rule);
    // An actor's own formality, or else its kind's.
    silent(&two.but("f1", "formality", Value::Null), rule);
    fires(&two.but("f1", "formality", Value::Null).but("f1", "kind", "village-council"), rule, "community");
    // On any level, local or not.
    fires_for(
        &two.and([donor("x"), actor("y", "union", "international")]),
        rule,
        ["community", "international"],
    );
    let own_ladder = two.and([level("camp", "local")]).but("f1", "level", "camp").but("i1", "level", "camp");
    fires(&own_ladder, rule, "camp");
}

/// A provider (kind with force, formality formal, not external tier) that no actor without force oversees, not counting
/// one that is the actor of a partnership of which the provider is a member.
#[test]
fn unaccountable_provider() {
    let rule = "unaccountable-provider";
    let alone = map([police("p"), governor("g")]);
    fires(&alone, rule, "p");
    // Force, formal, and of the country.
    silent(&alone.but("p", "kind", "court"), rule);
    silent(&alone.but("p", "formality", "informal"), rule);
    silent(&alone.but("p", "formality", "hybrid"), rule);
    silent(&alone.but("p", "level", "international"), rule);
    for level in ["community", "municipal", "national"] {
        fires(&alone.but("p", "level", level), rule, "p");
    }
    for kind in ["armed-group", "private-security"] {
        silent(&alone.but("p", "kind", kind), rule);
        fires(&alone.but("p", "kind", kind).but("p", "formality", "formal"), rule, "p");
    }
    for kind in [
        "national-security-forces",
        "armed-forces",
        "intelligence-service",
        "border-guard",
        "prison-service",
        "foreign-force",
    ] {
        fires(&alone.but("p", "kind", kind), rule, "p");
    }
    let own_kind = alone.and([actor_kind("own")]).but("own", "formality", "formal").but("p", "kind", "own");
    silent(&own_kind, rule);
    fires(&own_kind.but("own", "force", true), rule, "p");
    // Overseen by somebody without force.
    let overseen = alone.and([tie("g", "oversees", "p")]);
    silent(&overseen, rule);
    for kind in ["parliament", "union", "donor", "media"] {
        silent(&overseen.but("g", "kind", kind), rule);
    }
    for kind in ["armed-group", "private-security", "foreign-force"] {
        fires(&overseen.but("g", "kind", kind).but("g", "formality", "informal"), rule, "p");
    }
    fires_for(&overseen.but("g", "kind", "armed-forces"), rule, ["g", "p"]);
    // By an active tie of that kind, that way.
    for status in INACTIVE {
        fires(&overseen.but("g-oversees-p", "status", status), rule, "p");
    }
    for kind in ["directs", "funds", "trains", "consults", "represents"] {
        fires(&overseen.but("g-oversees-p", "kind", kind), rule, "p");
    }
    let turned = alone.and([tie("p", "oversees", "g")]);
    fires(&turned, rule, "p");
    // A tie that is mutual reads from → to nonetheless.
    fires(&turned.but("p-oversees-g", "mutual", true), rule, "p");
    fires(&alone.and([tie("p", "oversees", "p")]), rule, "p");
    // An own kind of tie is no oversight, whatever it is called.
    let own_tie =
        alone.and([tie_kind("controls", "accountability", false, "backward"), tie("g", "controls", "p")]);
    fires(&own_tie, rule, "p");
}

/// Nobody oversees from the same table.
#[test]
fn who_sits_with_a_provider_does_not_oversee_it() {
    let rule = "unaccountable-provider";
    let overseen = map([police("p"), governor("g"), governor("h"), tie("g", "oversees", "p")]);
    silent(&overseen, rule);
    let table = overseen.and([partnership("t", ["p", "h"]).with("actor", "g")]);
    fires(&table, rule, "p");
    // The scorecard counts the same.
    assert_eq!(ask(&table)["scorecard"]["providers_overseen"], json!(0.0));
    assert_eq!(ask(&overseen)["scorecard"]["providers_overseen"], json!(1.0));
    // Its actor, with the provider among its members, listed or by a tie.
    silent(&table.but("t", "actor", Value::Null), rule);
    silent(&table.but("t", "actor", "h"), rule);
    silent(&table.but("t", "members", json!([{"actor": "h"}])), rule);
    let by_tie = overseen.and([partnership("t", ["h"]).with("actor", "g"), tie("p", "member-of", "g")]);
    fires(&by_tie, rule, "p");
    for status in INACTIVE {
        silent(&by_tie.but("p-member-of-g", "status", status), rule);
    }
    // Somebody else who oversees it will do; so will another table.
    silent(&table.and([tie("h", "oversees", "p")]), rule);
    let two = table.and([police("q"), tie("g", "oversees", "q")]);
    fires(&two, rule, "p");
}

/// Two actors with a common exclusive function, on the same level, sharing an area (or either has none), and no active
/// tie of class authority between them.
#[test]
fn overlapping_mandate() {
    let rule = "overlapping-mandate";
    let two = map([
        police("p").with("functions", ["arrest"]),
        governor("q").with("functions", ["arrest"]),
        voice("a"),
    ]);
    fires(&two, rule, "p q");
    // A common function, and an exclusive one.
    let both = |p: &[&str], q: &[&str]| two.but("p", "functions", json!(p)).but("q", "functions", json!(q));
    for function in ["arrest", "investigate", "adjudicate"] {
        fires(&both(&[function], &[function]), rule, "p q");
        fires(&both(&["patrol", function], &[function, "plan"]), rule, "p q");
    }
    for function in [
        "patrol",
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
    ] {
        silent(&both(&[function], &[function]), rule);
    }
    silent(&both(&["handle-complaints"], &["handle-complaints"]), rule);
    silent(&both(&["arrest"], &["investigate"]), rule);
    silent(&both(&["arrest"], &[]), rule);
    // Two in common are one finding.
    fires(&both(&["arrest", "investigate"], &["investigate", "arrest"]), rule, "p q");
    // On the same level.
    silent(&two.but("q", "level", "municipal"), rule);
    fires(&two.but("q", "level", "community").but("p", "level", "community"), rule, "p q");
    // In a common area; who has none is everywhere.
    let areas = |p: &[&str], q: &[&str]| two.but("p", "area", json!(p)).but("q", "area", json!(q));
    silent(&areas(&["Jenin"], &["Tubas"]), rule);
    fires(&areas(&["Jenin"], &["Jenin"]), rule, "p q");
    fires(&areas(&["Jenin", "Tubas"], &["Nablus", "Tubas"]), rule, "p q");
    fires(&areas(&["Jenin", "Tubas"], &["Tubas", "Jenin"]), rule, "p q");
    fires(&areas(&["Jenin"], &[]), rule, "p q");
    fires(&areas(&[], &["Jenin"]), rule, "p q");
    // Talking does not settle a mandate.
    for kind in ["coordinates-with", "informs", "funds", "oversees", "member-of", "partners-with"] {
        fires(&two.and([tie("p", kind, "q")]), rule, "p q");
    }
    // Authority does, whichever way.
    let own = two.and([tie_kind("commands", "authority", false, "none")]);
    silent(&own.and([tie("p", "commands", "q")]), rule);
    for kind in ["directs", "reports-to"] {
        silent(&two.and([tie("p", kind, "q")]), rule);
        silent(&two.and([tie("q", kind, "p")]), rule);
        for status in INACTIVE {
            fires(&two.and([tie("p", kind, "q").with("status", status)]), rule, "p q");
        }
    }
    for kind in ADVERSE {
        fires(&two.and([tie("p", kind, "q")]), rule, "p q");
    }
    fires(&two.and(chain(["p", "a", "q"])), rule, "p q");
    // The pair by id, pair by pair.
    let three = two.and([police("o").with("functions", ["arrest"])]);
    fires_for(&three, rule, ["o p", "o q", "p q"]);
    fires_for(&three.and([tie("q", "directs", "p")]), rule, ["o p", "o q"]);
    let apart = areas(&["Jenin"], &["Tubas"]).and([police("o").with("functions", ["arrest"])]);
    fires_for(&apart, rule, ["o p", "o q"]);
}

/// An actor with force, not of external tier, gets active funds / trains / equips from an external actor, and no actor
/// that oversees it gets any.
#[test]
fn support_without_oversight() {
    let rule = "support-without-oversight";
    let people = map([police("p"), governor("g"), donor("x"), donor("y")]);
    silent(&people, rule);
    for kind in ["funds", "trains", "equips"] {
        fires(&people.and([tie("x", kind, "p")]), rule, "p");
        silent(&people.and([tie("p", kind, "x")]), rule);
        silent(&people.and([tie("p", kind, "x").with("mutual", true)]), rule);
    }
    for kind in ["serves", "informs", "directs", "partners-with"] {
        silent(&people.and([tie("x", kind, "p")]), rule);
    }
    let armed = people.and([tie("x", "equips", "p")]);
    for status in INACTIVE {
        silent(&armed.but("x-equips-p", "status", status), rule);
    }
    // From an external actor: by its level, not by its kind.
    silent(&armed.but("x", "level", "national"), rule);
    fires(&armed.but("x", "kind", "ministry"), rule, "p");
    // To one with force, formal or not, but not of external tier itself.
    silent(&armed.but("p", "kind", "court"), rule);
    fires(&armed.but("p", "kind", "armed-group"), rule, "p");
    fires(&armed.but("p", "formality", "hybrid"), rule, "p");
    silent(&armed.but("p", "level", "international"), rule);
    // An overseer that gets some, too, of any kind and from any external actor.
    let overseen = armed.and([tie("g", "oversees", "p")]);
    fires(&overseen, rule, "p");
    for kind in ["funds", "trains", "equips"] {
        silent(&overseen.and([tie("x", kind, "g")]), rule);
        silent(&overseen.and([tie("y", kind, "g")]), rule);
        fires(&overseen.and([tie("y", kind, "g").with("status", "planned")]), rule, "p");
        fires(&overseen.and([tie("g", kind, "y")]), rule, "p");
    }
    fires(&overseen.and([tie("y", "serves", "g")]), rule, "p");
    let balanced = overseen.and([tie("y", "funds", "g")]);
    fires(&balanced.but("y", "level", "national"), rule, "p");
    fires(&balanced.but("g-oversees-p", "status", "dormant"), rule, "p");
    fires(&balanced.but("g-oversees-p", "kind", "directs"), rule, "p");
    fires(&armed.and([tie("p", "oversees", "g"), tie("y", "funds", "g")]), rule, "p");
    // Any that oversees it: one is enough, whoever it is.
    silent(&balanced.and([ministry("m"), tie("m", "oversees", "p")]), rule);
    silent(&balanced.but("g", "kind", "tribal-leader"), rule);
    // One with force that oversees is supported without oversight itself.
    fires(&balanced.but("g", "kind", "armed-forces"), rule, "g");
    // One finding, however many support it.
    fires(&armed.and([tie("x", "funds", "p"), tie("y", "trains", "p")]), rule, "p");
}

/// An active co-opts tie onto an actor not of external tier; one finding per actor.
#[test]
fn co_optation() {
    let rule = "co-optation";
    let people = map([voice("a"), governor("g"), governor("h"), ministry("m")]);
    silent(&people, rule);
    let voice_co_opted = people.and([tie("h", "co-opts", "a")]);
    fires(&voice_co_opted, rule, "a");
    for status in INACTIVE {
        silent(&voice_co_opted.but("h-co-opts-a", "status", status), rule);
    }
    for level in ["municipal", "governorate", "national"] {
        fires(&voice_co_opted.but("a", "level", level), rule, "a");
    }
    silent(&voice_co_opted.but("a", "level", "international"), rule);
    fires(&voice_co_opted.but("a", "kind", "donor"), rule, "a");
    for kind in ["contests", "restricts", "funds"] {
        silent(&voice_co_opted.but("h-co-opts-a", "kind", kind), rule);
    }
    // Onto it: not from it, mutual or not.
    fires(&people.and([tie("a", "co-opts", "h")]), rule, "h");
    fires(&people.and([tie("a", "co-opts", "h").with("mutual", true)]), rule, "h");
    // Whether it carries anybody does not matter, nor whether it decides.
    let onto_g = people.and([tie("h", "co-opts", "g")]);
    fires(&onto_g, rule, "g");
    fires(&people.and([tie("h", "co-opts", "m")]), rule, "m");
    // One finding an actor, whoever co-opts it; it names the ties.
    let twice = onto_g.and([tie("m", "co-opts", "g"), tie("m", "co-opts", "a")]);
    fires_for(&twice, rule, ["a", "g"]);
    assert_eq!(joined(&finding(&twice, rule, "g")["ties"]), "h-co-opts-g m-co-opts-g");
}

/// There is a provider, and no actor with function handle-complaints.
#[test]
fn no_complaints_way() {
    let rule = "no-complaints-way";
    let policed = map([police("p"), voice("a")]);
    fires_as(&policed, rule, "", "medium");
    fires(&policed.and([police("q")]), rule, "");
    for other in ["a", "p"] {
        silent(&policed.but(other, "functions", ["inform", "handle-complaints"]), rule);
        fires(&policed.but(other, "functions", ["inform", "oversee"]), rule, "");
    }
    // No provider: not formal, not of the country, without force.
    silent(&map([voice("a")]), rule);
    silent(&policed.but("p", "formality", "informal"), rule);
    silent(&policed.but("p", "level", "international"), rule);
    silent(&policed.but("p", "kind", "court"), rule);
}

/// There are actors with function handle-complaints, and none of them is, or has any path in the voice graph to, an
/// actor of sector justice or oversight.
#[test]
fn complaints_without_follow_up() {
    let rule = "complaints-without-follow-up";
    let takes = |id: &str| voice(id).with("functions", ["inform", "handle-complaints"]);
    let desk = map([takes("a"), governor("g"), actor("c", "court", "governorate")]);
    fires_as(&desk, rule, "", "low");
    assert_eq!(joined(&finding(&desk, rule, "")["actors"]), "a");
    // Nobody takes any: that is another matter.
    silent(&desk.but("a", "functions", ["inform"]), rule);
    // A way on, of any length, along which a voice travels.
    silent(&desk.and([tie("a", "refers-to", "c")]), rule);
    silent(&desk.and(chain(["a", "g", "c"])), rule);
    silent(&desk.and([tie("c", "consults", "a")]), rule);
    fires(&desk.and([tie("c", "informs", "a")]), rule, "");
    fires(&desk.and([tie("a", "serves", "c")]), rule, "");
    for status in INACTIVE {
        fires(&desk.and([tie("a", "refers-to", "c").with("status", status)]), rule, "");
    }
    // To one of justice or oversight: also through decision-makers, also to one.
    for (kind, follows_up) in [
        ("prosecution", true),
        ("parliament", true),
        ("ministry", true),
        ("audit-body", true),
        ("human-rights-commission", true),
        ("human-rights-organisation", false),
        ("police", false),
        ("media", false),
    ] {
        let there = desk.and([tie("a", "refers-to", "c")]).but("c", "kind", kind);
        if follows_up { silent(&there, rule) } else { fires(&there, rule, "") }
    }
    silent(&desk.and([ministry("m")]).and(chain(["a", "m"])), rule);
    // One of them is enough, and one that is of justice itself has followed up already.
    silent(&desk.and([takes("b"), tie("b", "refers-to", "c")]), rule);
    silent(&desk.but("c", "functions", ["handle-complaints"]), rule);
    fires(&desk.but("g", "functions", ["handle-complaints"]), rule, "");
}
