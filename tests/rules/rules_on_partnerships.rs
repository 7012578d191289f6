//! Rules on partnerships: whether there is one, on what it rests, who is in it, how it works; and who is a member.

use serde_json::{Value, json};

use crate::check::{ask, finding, findings, fires, fires_as, fires_for, joined, silent};
use crate::draft::{
    Draft, actor, consultation, donor, expected_group, expected_kind, governor, map, ministry, partnership,
    rating, tie, tie_kind, voice,
};

/// A voice, a committee, two governors and what a partnership `p` of these members says.
fn partners<const N: usize>(members: [&str; N]) -> Draft {
    map([voice("a"), actor("h", "camp-committee", "community"), governor("g"), governor("k"), ministry("m")])
        .and([partnership("p", members)])
}

/// Listed in `members`, or with an active member-of tie to its `actor`.
#[test]
fn members() {
    let of = |map: &Draft| joined(&finding(map, "one-sided-partnership", "p")["actors"]);
    assert_eq!(of(&partners([])), "");
    assert_eq!(of(&partners(["k", "g"])), "g k");
    // The actor that stands for it is not one by that.
    let stood_for = partners(["g"]).but("p", "actor", "k");
    assert_eq!(of(&stood_for), "g");
    assert_eq!(of(&stood_for.and([tie("m", "member-of", "k")])), "g m");
    assert_eq!(of(&stood_for.and([tie("g", "member-of", "k")])), "g");
    for status in ["dormant", "broken", "planned"] {
        assert_eq!(of(&stood_for.and([tie("m", "member-of", "k").with("status", status)])), "g", "{status}");
    }
    // To its actor, of that kind, and that way.
    assert_eq!(of(&partners(["g"]).and([tie("m", "member-of", "k")])), "g");
    assert_eq!(of(&stood_for.and([tie("m", "member-of", "g")])), "g");
    assert_eq!(of(&stood_for.and([tie("m", "partners-with", "k")])), "g");
    assert_eq!(of(&stood_for.and([tie("k", "member-of", "m")])), "g");
    assert_eq!(of(&stood_for.and([tie("k", "member-of", "m").with("mutual", true)])), "g");
    // Two partnerships may have one actor.
    let twins = stood_for.and([partnership("q", []).with("actor", "k"), tie("m", "member-of", "k")]);
    assert_eq!(joined(&finding(&twins, "one-sided-partnership", "q")["actors"]), "m");
}

/// There are voices, and no partnership has a formal and an informal-or-hybrid member.
#[test]
fn no_partnership() {
    let rule = "no-partnership";
    let none = map([voice("a"), actor("h", "camp-committee", "municipal"), governor("g"), governor("k")]);
    fires(&none, rule, "");
    silent(&none.and([partnership("p", ["a", "g"])]), rule);
    silent(&none.and([partnership("p", ["h", "g"])]), rule);
    fires(&none.and([partnership("p", ["a", "h"])]), rule, "");
    fires(&none.and([partnership("p", ["g", "k"])]), rule, "");
    fires(&none.and([partnership("p", [])]), rule, "");
    // Two halves are no whole.
    let halves = none.and([partnership("p", ["g"]), partnership("q", ["a"])]);
    fires(&halves, rule, "");
    silent(&halves.and([partnership("r", ["g", "a"])]), rule);
    // A member is a member, listed or not.
    let by_tie = none.and([partnership("p", ["g"]).with("actor", "k"), tie("a", "member-of", "k")]);
    silent(&by_tie, rule);
    fires(&by_tie.but("a-member-of-k", "status", "dormant"), rule, "");
    // Without voices nobody asks.
    silent(&map([governor("g"), ministry("m"), donor("x")]), rule);
}

/// Agreement none, verbal or absent, or no `anchored_in` actor that is formal and of middle or national tier.
#[test]
fn unanchored_partnership() {
    let rule = "unanchored-partnership";
    let anchored = partners(["a", "g"]).but("p", "agreement", "written").but("p", "anchored_in", "g");
    silent(&anchored, rule);
    // On paper.
    silent(&anchored.but("p", "agreement", "bylaw"), rule);
    for agreement in [json!("none"), json!("verbal"), Value::Null] {
        fires(&anchored.but("p", "agreement", agreement), rule, "p");
    }
    fires(&partners(["a", "g"]).but("p", "anchored_in", "g"), rule, "p");
    // With an authority: formal, and above the local level, but not from outside.
    fires(&partners(["a", "g"]).but("p", "agreement", "written"), rule, "p");
    fires(&anchored.but("p", "anchored_in", Value::Null), rule, "p");
    silent(&anchored.but("p", "anchored_in", "m"), rule);
    for formality in ["hybrid", "informal"] {
        fires(&anchored.but("g", "formality", formality), rule, "p");
    }
    for (level, holds) in [
        ("community", true),
        ("municipal", true),
        ("governorate", false),
        ("national", false),
        ("international", true),
    ] {
        let moved = anchored.but("g", "level", level);
        if holds { fires(&moved, rule, "p") } else { silent(&moved, rule) }
    }
    // Its anchor need not be a member.
    silent(&anchored.but("p", "anchored_in", "k"), rule);
    // Both at once are one finding.
    fires(&partners(["a", "g"]), rule, "p");
    fires_for(&partners(["a"]).and([partnership("o", ["g"])]), rule, ["o", "p"]);
}

/// Its members lack formal, or lack informal-or-hybrid, actors.
#[test]
fn one_sided_partnership() {
    let rule = "one-sided-partnership";
    fires(&partners([]), rule, "p");
    fires(&partners(["g"]), rule, "p");
    fires(&partners(["g", "k", "m"]), rule, "p");
    fires(&partners(["a"]), rule, "p");
    fires(&partners(["h"]), rule, "p");
    fires(&partners(["a", "h"]), rule, "p");
    silent(&partners(["a", "g"]), rule);
    silent(&partners(["h", "g"]), rule);
    // An actor's own formality counts.
    fires(&partners(["a", "g"]).but("a", "formality", "formal"), rule, "p");
    silent(&partners(["g", "k"]).but("k", "formality", "hybrid"), rule);
    // A member by a tie completes it, as long as the tie is active.
    let by_tie = partners(["g"]).but("p", "actor", "k").and([tie("a", "member-of", "k")]);
    silent(&by_tie, rule);
    fires(&by_tie.but("a-member-of-k", "status", "broken"), rule, "p");
    silent(&map([voice("a"), governor("g")]), rule);
    // Even where nobody is a voice.
    fires(&map([governor("g"), partnership("p", ["g"])]), rule, "p");
}

/// An expected voice that the map has, of which no matching actor is a member of any partnership (only where a
/// partnership exists).
#[test]
fn absent_from_partnership() {
    let rule = "absent-from-partnership";
    let expecting = partners(["g"]).and([expected_kind("e", "tribal-leader")]);
    fires(&expecting, rule, "e");
    silent(&partners(["g", "a"]).and([expected_kind("e", "tribal-leader")]), rule);
    // One of them, in any partnership, listed or not.
    let two = expecting.and([voice("b")]);
    fires(&two, rule, "e");
    silent(&two.and([partnership("q", ["b"])]), rule);
    fires(&two.and([partnership("q", ["h"])]), rule, "e");
    let by_tie = expecting.but("p", "actor", "k").and([tie("a", "member-of", "k")]);
    silent(&by_tie, rule);
    fires(&by_tie.but("a-member-of-k", "status", "dormant"), rule, "e");
    // One who represents a listed group will do.
    let of_women = partners(["g"]).and([expected_group("e", "women")]).but("a", "represents", ["women"]);
    fires(&of_women, rule, "e");
    silent(&of_women.but("g", "represents", ["women"]), rule);
    // Whom the map does not have is missing, not absent.
    silent(&expecting.but("e", "kinds", ["union"]), rule);
    // Without a partnership nobody is absent from one.
    silent(&map([voice("a"), expected_kind("e", "tribal-leader")]), rule);
    fires_for(&expecting.and([expected_kind("d", "camp-committee")]), rule, ["d", "e"]);
}

const PRINCIPLES: [&str; 5] =
    ["accountability", "direction-and-strategic-vision", "fairness", "legitimacy-and-voice", "performance"];

/// A partnership that all principles but fairness are rated high for, and fairness like that.
fn rated<const N: usize>(fairness: [u8; N]) -> Draft {
    let others = PRINCIPLES.into_iter().filter(|principle| *principle != "fairness");
    let all =
        others.map(|principle| rating(principle, 4)).chain(fairness.map(|given| rating("fairness", given)));
    partners(["a", "g"]).but("p", "principles", all.collect::<Vec<_>>())
}

/// Median rating (even count: mean of the middle two) of a principle ≤ 2; subject: partnership, principle.
#[test]
fn weak_principle() {
    let rule = "weak-principle";
    fires_as(&rated([1]), rule, "p fairness", "low");
    fires_as(&rated([2]), rule, "p fairness", "low");
    for given in [3, 4, 5] {
        silent(&rated([given]), rule);
    }
    // The middle one, in whatever order.
    fires(&rated([5, 1, 2]), rule, "p fairness");
    fires(&rated([2, 5, 2, 1, 5]), rule, "p fairness");
    silent(&rated([1, 5, 3]), rule);
    silent(&rated([1, 3, 1, 3, 3]), rule);
    // The mean of the middle two.
    fires(&rated([3, 1]), rule, "p fairness");
    silent(&rated([3, 2]), rule);
    silent(&rated([1, 4]), rule);
    fires(&rated([5, 1, 3, 1]), rule, "p fairness");
    silent(&rated([5, 2, 3, 1]), rule);
    // A rating that nobody gave is none.
    let with_null = |given: u8| {
        let mut ratings = rated([given]).json()["partnerships"][0]["principles"].as_array().unwrap().clone();
        ratings.extend([json!({"principle": "fairness"}), json!({"principle": "fairness", "rating": null})]);
        partners(["a", "g"]).but("p", "principles", ratings)
    };
    fires_as(&with_null(2), rule, "p fairness", "low");
    silent(&with_null(3), rule);
    // Principle by principle, partnership by partnership.
    let all_weak: Vec<_> = PRINCIPLES.map(|principle| rating(principle, 1)).into();
    let all = partners(["a", "g"]).but("p", "principles", all_weak.clone());
    fires_for(
        &all,
        rule,
        PRINCIPLES.map(|principle| format!("p {principle}")).each_ref().map(String::as_str),
    );
    let two = rated([1]).and([partnership("o", ["a"])]).but("o", "principles", all_weak[..1].to_vec());
    let low: Vec<_> = findings(&ask(&two), rule).iter().map(|item| joined(&item["subject"])).collect();
    assert_eq!(low, ["o accountability", "p fairness", "o"]);
}

/// Unrated principles: one note a partnership; subject: partnership.
#[test]
fn weak_principle_not_rated() {
    let rule = "weak-principle";
    let unrated = |map: &Draft| joined(&finding(map, rule, "p")["principles"]);
    fires_as(&rated([]), rule, "p", "note");
    assert_eq!(unrated(&rated([])), "fairness");
    silent(&rated([3]), rule);
    let none = partners(["a", "g"]);
    fires_as(&none, rule, "p", "note");
    assert_eq!(unrated(&none), PRINCIPLES.join(" "));
    fires_as(
        &none.but("p", "principles", [json!({"principle": "fairness", "rating": null})]),
        rule,
        "p",
        "note",
    );
    // Both forms side by side, the graver first.
    let both = none.but("p", "principles", [rating("fairness", 1)]);
    fires_for(&both, rule, ["p fairness", "p"]);
    assert_eq!(finding(&both, rule, "p fairness")["severity"], "low");
    assert_eq!(finding(&both, rule, "p")["severity"], "note");
    fires_for(&none.and([partnership("o", [])]), rule, ["o", "p"]);
    silent(&map([voice("a")]), rule);
}

/// Plan under way or done, consultation not done.
#[test]
fn plan_without_consultation() {
    let rule = "plan-without-consultation";
    let phases = |plan: Value, consultation: Value| {
        partners(["a", "g"]).but("p", "phases", json!({"plan": plan, "consultation": consultation}))
    };
    for begun in ["under-way", "done"] {
        for consultation in [json!("not-started"), json!("under-way"), Value::Null] {
            fires(&phases(json!(begun), consultation), rule, "p");
        }
        silent(&phases(json!(begun), json!("done")), rule);
        fires(&partners(["a"]).but("p", "phases", json!({"plan": begun})), rule, "p");
    }
    for not_begun in [json!("not-started"), Value::Null] {
        silent(&phases(not_begun, json!("not-started")), rule);
    }
    silent(&partners(["a", "g"]), rule);
    // The other phases do not matter, nor do consultations elsewhere in the map.
    let others = json!({"plan": "done", "agreement": "done", "committee": "done"});
    fires(&partners(["a"]).but("p", "phases", others).and([consultation("c", ["a"])]), rule, "p");
}

/// Plan under way or done, no outcome with an indicator.
#[test]
fn plan_without_outcomes() {
    let rule = "plan-without-outcomes";
    let outcome = |indicator: Value| json!({"goal": "Fewer feuds", "indicator": indicator});
    for begun in ["under-way", "done"] {
        let planned = partners(["a", "g"]).but("p", "phases", json!({"plan": begun, "consultation": "done"}));
        fires(&planned, rule, "p");
        fires(&planned.but("p", "outcomes", [json!({"goal": "Fewer feuds"})]), rule, "p");
        for nothing in [json!(""), Value::Null] {
            fires(&planned.but("p", "outcomes", [outcome(nothing)]), rule, "p");
        }
        silent(&planned.but("p", "outcomes", [outcome(json!("Feuds settled in a year"))]), rule);
        silent(&planned.but("p", "outcomes", [outcome(json!({"en": "Feuds settled in a year"}))]), rule);
        // One is enough.
        silent(&planned.but("p", "outcomes", [outcome(Value::Null), outcome(json!("Feuds settled"))]), rule);
    }
    silent(&partners(["a", "g"]), rule);
    silent(&partners(["a", "g"]).but("p", "phases", json!({"plan": "not-started"})), rule);
    silent(
        &partners(["a", "g"]).but("p", "phases", json!({"consultation": "done", "committee": "done"})),
        rule,
    );
}

/// The partnership's actor has active ties of class support onto it, all from one and the same external actor.
#[test]
fn sponsor_dependence() {
    let rule = "sponsor-dependence";
    let body = partners(["a", "g"]).and([governor("b"), donor("x"), donor("y")]).but("p", "actor", "b");
    silent(&body, rule);
    for kind in ["funds", "trains", "equips"] {
        let sponsored = body.and([tie("x", kind, "b")]);
        fires_as(&sponsored, rule, "p", "low");
        assert_eq!(joined(&finding(&sponsored, rule, "p")["ties"]), format!("x-{kind}-b"));
        silent(&body.and([tie("b", kind, "x")]), rule);
        // Not by somebody of the country, not with a second one, from outside or not.
        silent(&sponsored.but("x", "level", "national"), rule);
        for other in ["y", "g"] {
            silent(&sponsored.and([tie(other, kind, "b")]), rule);
            fires(&sponsored.and([tie(other, kind, "b").with("status", "planned")]), rule, "p");
        }
        for status in ["dormant", "broken", "planned"] {
            silent(&sponsored.but(&format!("x-{kind}-b"), "status", status), rule);
        }
        // The body, not its members, and no partnership without one.
        silent(&body.and([tie("x", kind, "g")]), rule);
        silent(&sponsored.but("p", "actor", Value::Null), rule);
    }
    // Two ties of one sponsor; a tie of another class beside them.
    let twice = body.and([tie("x", "funds", "b"), tie("x", "trains", "b")]);
    fires(&twice, rule, "p");
    fires(&twice.and([tie("g", "serves", "b"), tie("y", "informs", "b")]), rule, "p");
    silent(&body.and([tie("x", "serves", "b")]), rule);
    // An own kind of that class; two partnerships of one body.
    let own = body.and([tie_kind("houses", "support", false, "none"), tie("x", "houses", "b")]);
    fires(&own, rule, "p");
    fires_for(&twice.and([partnership("o", []).with("actor", "b")]), rule, ["o", "p"]);
}

/// A decision-maker whose stance is sceptical or opposed.
#[test]
fn unconvinced_decision_maker() {
    let rule = "unconvinced-decision-maker";
    let with_stance =
        |stance: &str| map([ministry("m").with("stance", stance), governor("g").with("stance", stance)]);
    for stance in ["sceptical", "opposed"] {
        fires_as(&with_stance(stance), rule, "m", "medium");
        silent(&with_stance(stance).and([ministry("n")]).but("m", "decides", false), rule);
        // One that is only assumed to decide.
        fires(&with_stance(stance).but("m", "decides", false), rule, "m");
    }
    for stance in ["champion", "supportive", "neutral"] {
        silent(&with_stance(stance), rule);
    }
    silent(&with_stance("opposed").but("m", "stance", Value::Null), rule);
}
