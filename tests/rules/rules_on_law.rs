//! The rule on laws: whether providers have one for what they do.

use serde_json::Value;

use crate::check::{fires, fires_for, silent};
use crate::draft::{Draft, governor, instrument, map, police};

const RULE: &str = "no-legal-basis";

/// A police that does these, and a law on somebody else.
fn acting<const N: usize>(functions: [&str; N]) -> Draft {
    map([police("p").with("functions", functions.as_slice()), governor("g"), instrument("of-g", ["g"])])
}

/// A provider with an exclusive function that no instrument in force covers.
#[test]
fn covers_names_the_provider() {
    fires(&acting(["arrest"]), RULE, "p");
    silent(&acting(["arrest"]).and([instrument("of-p", ["p"])]), RULE);
    silent(&acting(["arrest"]).and([instrument("of-all", ["g", "p"])]), RULE);
    silent(&acting(["arrest"]).but("of-g", "covers", ["p"]), RULE);
    fires(&acting(["arrest"]).but("of-g", "covers", Value::Null), RULE, "p");
    // Whom nobody knows it does not cover.
    fires(&acting(["arrest"]).and([instrument("of-x", ["x"])]), RULE, "p");
    // Each for itself.
    let two = acting(["arrest"]).and([police("q").with("functions", ["investigate"])]);
    fires_for(&two, RULE, ["p", "q"]);
    fires(&two.and([instrument("of-p", ["p"])]), RULE, "q");
}

/// Its `functions` name this one, or it has none.
#[test]
fn functions_name_what_is_covered() {
    let both = acting(["arrest", "investigate"]);
    fires(&both, RULE, "p");
    silent(&both.and([instrument("of-p", ["p"])]), RULE);
    fires(&both.and([instrument("of-p", ["p"]).with("functions", ["arrest"])]), RULE, "p");
    fires(&both.and([instrument("of-p", ["p"]).with("functions", ["patrol"])]), RULE, "p");
    silent(&both.and([instrument("of-p", ["p"]).with("functions", ["investigate", "arrest"])]), RULE);
    let apart = |functions: [&str; 2]| {
        let law = |id: &str, function: &str| instrument(id, ["p"]).with("functions", [function]);
        both.and([law("one", functions[0]), law("other", functions[1])])
    };
    silent(&apart(["arrest", "investigate"]), RULE);
    fires(&apart(["arrest", "adjudicate"]), RULE, "p");
    // One that names none covers all, whatever another one names.
    let general = both.and([instrument("of-p", ["p"]), instrument("z", ["p"]).with("functions", ["patrol"])]);
    silent(&general, RULE);
}

/// In force: absent counts as that.
#[test]
fn only_what_is_in_force_counts() {
    let covered = acting(["arrest"]).and([instrument("of-p", ["p"])]);
    silent(&covered.but("of-p", "status", "in-force"), RULE);
    silent(&covered.but("of-p", "status", Value::Null), RULE);
    for status in ["draft", "under-review", "repealed"] {
        fires(&covered.but("of-p", "status", status), RULE, "p");
    }
}

/// Where the map has instruments; a provider; an exclusive function.
#[test]
fn it_is_asked_only_of_providers_and_where_there_are_laws() {
    silent(&map([police("p").with("functions", ["arrest"])]), RULE);
    // A draft is an instrument that the map has.
    let draft = map([police("p").with("functions", ["arrest"]), instrument("d", []).with("status", "draft")]);
    fires(&draft, RULE, "p");
    silent(&acting(["patrol", "protect"]), RULE);
    silent(&acting([]), RULE);
    for function in ["arrest", "investigate", "adjudicate"] {
        fires(&acting([function]), RULE, "p");
    }
    silent(&acting(["arrest"]).but("p", "formality", "hybrid"), RULE);
    silent(&acting(["arrest"]).but("p", "level", "international"), RULE);
    silent(&acting(["arrest"]).but("p", "kind", "court"), RULE);
}
