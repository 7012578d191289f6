//! Rules on voices: who is missing, who is not heard, and how well the others are.

use serde_json::{Value, json};

use crate::check::{ask, finding, fires, fires_for, joined, silent};
use crate::draft::{
    Draft, actor, actor_kind, chain, donor, expected_group, expected_kind, governor, map, ministry, tie,
    tie_kind, voice,
};

const INACTIVE: [&str; 3] = ["dormant", "broken", "planned"];

/// A voice `a`, another `b`, a governor and a ministry.
fn people() -> Draft {
    map([voice("a"), voice("b"), governor("g"), ministry("m")])
}

/// An expected voice matches no actor (its kind is listed; or it represents a listed group and is of local or middle
/// tier).
#[test]
fn missing_voice() {
    let rule = "missing-voice";
    let unions = map([voice("a"), expected_kind("e", "union")]);
    fires(&unions, rule, "e");
    silent(&unions.and([actor("u", "union", "municipal")]), rule);
    silent(&unions.and([actor("u", "union", "international")]), rule);
    silent(&unions.but("e", "kinds", ["union", "tribal-leader"]), rule);
    let women = map([voice("a"), expected_group("e", "women")]);
    fires(&women, rule, "e");
    silent(&women.but("a", "represents", ["women"]), rule);
    fires(&women.but("a", "represents", ["youth"]), rule, "e");
    silent(&women.and([governor("g").with("represents", ["women"])]), rule);
    // Who speaks for everybody from above is not that voice.
    fires(&women.and([ministry("m").with("represents", ["women"])]), rule, "e");
    fires(&women.and([donor("x").with("represents", ["women"])]), rule, "e");
    // Either is enough; neither is not.
    silent(&women.but("e", "kinds", ["tribal-leader"]), rule);
    fires(&women.but("e", "kinds", ["union"]), rule, "e");
    fires_for(&women.and([expected_kind("d", "union")]), rule, ["d", "e"]);
    silent(&people(), rule);
}

/// A voice has no active tie of any kind.
#[test]
fn isolated_voice() {
    let rule = "isolated-voice";
    let lonely = map([voice("a"), governor("g"), ministry("m")]);
    fires(&lonely, rule, "a");
    // Any kind of tie, whichever way it reads, whatever it carries.
    for kind in ["informs", "serves", "funds", "contests", "restricts", "co-opts", "member-of", "oversees"] {
        silent(&lonely.and([tie("a", kind, "g")]), rule);
        silent(&lonely.and([tie("g", kind, "a")]), rule);
        for status in INACTIVE {
            fires(&lonely.and([tie("a", kind, "g").with("status", status)]), rule, "a");
        }
    }
    fires(&lonely.and([tie("a", "informs", "a")]), rule, "a");
    fires(&lonely.and([tie("g", "informs", "m")]), rule, "a");
    // Only of voices.
    silent(&lonely.but("a", "level", "governorate"), rule);
    fires(&lonely.but("a", "level", "municipal"), rule, "a");
}

/// A voice has an active tie but no channel.
#[test]
fn unheard_voice() {
    let rule = "unheard-voice";
    let people = map([voice("a"), governor("g"), ministry("m")]);
    silent(&people, rule);
    for mute in [
        tie("a", "informs", "g"),
        tie("a", "serves", "m"),
        tie("m", "informs", "a"),
        tie("a", "contests", "m"),
    ] {
        fires(&people.and([mute.clone()]), rule, "a");
        silent(&people.and([mute.with("status", "dormant")]), rule);
    }
    let unheard = people.and([tie("a", "informs", "g")]);
    silent(&unheard.and([tie("g", "informs", "m")]), rule);
    silent(&unheard.and([tie("a", "informs", "m")]), rule);
    fires(&unheard.and([tie("m", "informs", "g")]), rule, "a");
    fires(&unheard.and([tie("a", "informs", "m").with("status", "planned")]), rule, "a");
    // Only of voices.
    silent(&unheard.but("a", "level", "governorate"), rule);
}

/// Heard, not answered.
#[test]
fn unanswered_voice() {
    let rule = "unanswered-voice";
    let heard = map([voice("a"), governor("g"), ministry("m"), tie("a", "informs", "m")]);
    fires(&heard, rule, "a");
    silent(&heard.but("a-informs-m", "mutual", true), rule);
    silent(&heard.and([tie("m", "informs", "a")]), rule);
    silent(&heard.and(chain(["m", "g", "a"])), rule);
    fires(&heard.and(chain(["g", "a"])), rule, "a");
    fires(&heard.and([tie("m", "informs", "a").with("status", "dormant")]), rule, "a");
    // Not heard is another matter.
    silent(&heard.but("a-informs-m", "status", "dormant"), rule);
    silent(&heard.but("a", "level", "governorate"), rule);
}

/// Best channel's strength ≤ 2.
#[test]
fn weak_channel() {
    let rule = "weak-channel";
    let heard = people().and(chain(["a", "g", "m"]));
    silent(&heard, rule);
    for (strength, is_weak) in [(1, true), (2, true), (3, false), (4, false), (5, false)] {
        for tie in ["a-informs-g", "g-informs-m"] {
            let rated = heard.but(tie, "strength", strength);
            if is_weak { fires(&rated, rule, "a") } else { silent(&rated, rule) }
        }
    }
    // The best one counts, not all.
    let weak = heard.but("a-informs-g", "strength", 2);
    silent(&weak.and([tie("a", "informs", "m").strength(3)]), rule);
    fires(&weak.and([tie("a", "informs", "m").strength(2)]), rule, "a");
    silent(&weak.and([tie("a", "advocates-to", "g").strength(3)]), rule);
    // Who is not heard has no weak channel.
    silent(&weak.but("g-informs-m", "status", "dormant"), rule);
    silent(&weak.but("a", "level", "governorate"), rule);
}

/// A voice is external-only: heard, but not once external-tier actors are left out.
#[test]
fn external_only() {
    let rule = "external-only";
    let abroad = people().and([donor("x")]).and(chain(["a", "x", "m"]));
    fires(&abroad, rule, "a");
    silent(&abroad.but("x", "level", "governorate"), rule);
    silent(&abroad.and(chain(["a", "g", "m"])), rule);
    fires(&abroad.and(chain(["a", "g"])), rule, "a");
    fires(&abroad.and([tie("a", "informs", "m").with("status", "dormant")]), rule, "a");
    fires_for(&abroad.and(chain(["b", "a"])), rule, ["a", "b"]);
    silent(&abroad.but("x-informs-m", "status", "dormant"), rule);
    silent(&abroad.but("a", "level", "governorate"), rule);
}

/// Two neighbours on a voice's best channel also have an active adverse tie of another kind than `co-opts`.
#[test]
fn contested_channel() {
    let rule = "contested-channel";
    let heard = people().and([governor("h")]).and(chain(["a", "g", "h", "m"]));
    silent(&heard, rule);
    // Who is drawn in is not against the other.
    for (one, other) in [("a", "g"), ("g", "h"), ("h", "m")] {
        silent(&heard.and([tie(one, "co-opts", other)]), rule);
        silent(&heard.and([tie(other, "co-opts", one)]), rule);
    }
    for kind in ["contests", "restricts"] {
        for (one, other) in [("a", "g"), ("g", "h"), ("h", "m")] {
            fires(&heard.and([tie(one, kind, other)]), rule, "a");
            fires(&heard.and([tie(other, kind, one)]), rule, "a");
        }
        // Not between those who are no neighbours there.
        silent(&heard.and([tie("a", kind, "h")]), rule);
        silent(&heard.and([tie("b", kind, "g")]), rule);
    }
    let contested = heard.and([tie("g", "contests", "h")]);
    for status in INACTIVE {
        silent(&contested.but("g-contests-h", "status", status), rule);
    }
    // Not off the best channel, nor where there is none.
    silent(&contested.and(chain(["a", "b", "m"])), rule);
    silent(&contested.but("h-informs-m", "status", "dormant"), rule);
    silent(&contested.but("a", "level", "governorate"), rule);
    // Once for each voice, however many are against each other.
    fires_for(&contested.and([tie("h", "restricts", "g"), tie("b", "informs", "a")]), rule, ["a", "b"]);
    let own_kind = heard.and([tie_kind("feuds", "adverse", true, "none"), tie("g", "feuds", "h")]);
    fires(&own_kind, rule, "a");
    silent(&own_kind.but("feuds", "class", "service"), rule);
}

/// A decision-maker that no voice has any path to in the voice graph, through other decision-makers too.
#[test]
fn deaf_decision_maker() {
    let rule = "deaf-decision-maker";
    let deaf = people();
    fires(&deaf, rule, "m");
    silent(&deaf.and([tie("a", "informs", "m")]), rule);
    silent(&deaf.and(chain(["a", "g", "m"])), rule);
    fires(&deaf.and(chain(["a", "g"])), rule, "m");
    fires(&deaf.and([tie("m", "informs", "a")]), rule, "m");
    fires(&deaf.and([tie("a", "informs", "m").with("status", "dormant")]), rule, "m");
    // Through another decision-maker, too, though that makes no channel.
    let two = deaf.and([ministry("n"), tie("a", "informs", "m")]);
    fires(&two, rule, "n");
    silent(&two.and([tie("m", "informs", "n")]), rule);
    silent(&two.and(chain(["m", "g", "n"])), rule);
    // From a voice, not from just anybody.
    fires(&deaf.and([tie("g", "informs", "m")]), rule, "m");
    // Who does not decide need not hear; who is assumed to decide must.
    let silent_academia = two.but("n", "kind", "academia");
    silent(&silent_academia, rule);
    fires(&silent_academia.but("m", "decides", false), rule, "n");
    // Nobody to be heard: deaf all the same.
    fires(&map([ministry("m")]), rule, "m");
}

/// A voice that has active cooperative ties to non-local actors, all with one and the same external actor.
#[test]
fn patron_dependence() {
    let rule = "patron-dependence";
    let patron = people().and([donor("x"), donor("y"), tie("x", "funds", "a")]);
    fires(&patron, rule, "a");
    silent(&patron.but("x-funds-a", "status", "dormant"), rule);
    // Any cooperative kind, either way, and more than one tie.
    for kind in ["trains", "serves", "partners-with", "informs", "oversees"] {
        fires(&patron.and([tie("x", kind, "a")]), rule, "a");
        fires(&patron.and([tie("a", kind, "x")]), rule, "a");
        // Somebody else who is not local, from outside or not.
        for other in ["y", "g", "m"] {
            silent(&patron.and([tie(other, kind, "a")]), rule);
            silent(&patron.and([tie("a", kind, other)]), rule);
            fires(&patron.and([tie("a", kind, other).with("status", "broken")]), rule, "a");
        }
        // Neighbours do not free it.
        fires(&patron.and([tie("a", kind, "b")]), rule, "a");
    }
    // Adverse ties neither bind nor free.
    for kind in ["contests", "restricts", "co-opts"] {
        fires(&patron.and([tie("a", kind, "g")]), rule, "a");
        silent(&patron.but("x-funds-a", "kind", kind), rule);
    }
    // One that is not external is no patron; one without any has none.
    silent(&patron.but("x", "level", "governorate"), rule);
    silent(&patron.but("x", "level", "national"), rule);
    fires(&people().but("g", "level", "international").and([tie("g", "serves", "a")]), rule, "a");
    silent(&people().and([tie("a", "partners-with", "b")]), rule);
    // Only of voices.
    silent(&patron.but("a", "level", "governorate"), rule);
}

/// A voice is who stands on a local level, of whatever kind, but for those who speak for themselves.
#[test]
fn who_is_a_voice() {
    let rule = "isolated-voice";
    let one = |kind: &str| map([actor("a", kind, "community"), ministry("m")]);
    for kind in [
        "police",
        "village-council",
        "court",
        "tribal-leader",
        "camp-committee",
        "womens-organisation",
        "media",
        "ministry",
    ] {
        fires(&one(kind), rule, "a");
    }
    // Of sector political, non-statutory force or external.
    for kind in
        ["political-faction", "armed-group", "private-security", "donor", "training-mission", "foreign-force"]
    {
        silent(&one(kind), rule);
        assert_eq!(ask(&one(kind))["scorecard"]["voices_heard"], Value::Null);
    }
    let own = one("own").and([actor_kind("own")]);
    fires(&own, rule, "a");
    for sector in ["political", "non-statutory-force", "external"] {
        silent(&own.but("own", "sector", sector), rule);
    }
    // Local it is by its tier alone: for its neighbours a local faction is no tie beyond the place.
    let patron = map([voice("a"), actor("f", "political-faction", "community"), donor("x")]);
    let patron = patron.and([tie("x", "funds", "a"), tie("f", "serves", "a")]);
    fires(&patron, "patron-dependence", "a");
    silent(&patron.but("f", "level", "governorate"), "patron-dependence");
}

#[test]
fn rules_on_voices_ask_for_the_level_not_the_kind() {
    let own = map([
        actor_kind("own"),
        actor("a", "own", "community"),
        actor("p", "police", "municipal"),
        ministry("m"),
    ]);
    fires_for(&own, "isolated-voice", ["a", "p"]);
    fires_for(&own.and([tie("a", "coordinates-with", "p")]), "unheard-voice", ["a", "p"]);
}

#[test]
fn findings_on_voices_name_the_ties_they_are_about() {
    let weak = people().and(chain(["a", "g", "m"])).but("g-informs-m", "strength", json!(1));
    assert_eq!(joined(&finding(&weak, "weak-channel", "a")["ties"]), "g-informs-m");
    let contested = people().and(chain(["a", "g", "m"])).and([tie("m", "restricts", "g")]);
    assert_eq!(joined(&finding(&contested, "contested-channel", "a")["ties"]), "m-restricts-g");
}
