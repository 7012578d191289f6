//! The voice graph: who is a voice, who decides, and which ties carry a voice which way.

use jisr::model::built_in_tie_kinds;
use serde_json::{Value, json};

use crate::check::{ask, ask_at, channel, hearing, joined, score, silent};
use crate::draft::{
    Draft, Entry, actor, actor_kind, chain, donor, governor, level, map, ministry, police, tie, tie_kind,
    voice,
};

/// Whether a voice travels from `a` to the ministry `m`, and whether one comes back.
type Carries = (bool, bool);

const FORWARD: Carries = (true, false);
const BACKWARD: Carries = (false, true);
const BOTH: Carries = (true, true);
const NEITHER: Carries = (false, false);

#[track_caller]
fn carries(tie: Entry) -> Carries {
    carries_in(&map([voice("a"), ministry("m"), tie]))
}

#[track_caller]
fn carries_in(map: &Draft) -> Carries {
    let hearing = hearing(map, "a");
    (hearing["heard"].as_bool().unwrap(), hearing["answered"].as_bool().unwrap())
}

const KINDS: [(&str, Carries); 20] = [
    ("informs", FORWARD),
    ("reports-to", FORWARD),
    ("directs", FORWARD),
    ("advocates-to", FORWARD),
    ("refers-to", FORWARD),
    ("consults", BACKWARD),
    ("covers", BACKWARD),
    ("oversees", BACKWARD),
    ("represents", BACKWARD),
    ("partners-with", BOTH),
    ("funds", NEITHER),
    ("trains", NEITHER),
    ("equips", NEITHER),
    ("serves", NEITHER),
    ("mediates-for", BOTH),
    ("contests", NEITHER),
    ("restricts", NEITHER),
    ("co-opts", NEITHER),
    ("member-of", BOTH),
    ("coordinates-with", BOTH),
];

#[test]
fn each_kind_carries_its_own_way() {
    assert!(built_in_tie_kinds().map(|(id, _)| id).eq(KINDS.map(|(id, _)| id)));
    for (kind, ways) in KINDS {
        assert_eq!(carries(tie("a", kind, "m")), ways, "a {kind} m");
        assert_eq!(carries(tie("m", kind, "a")), (ways.1, ways.0), "m {kind} a");
    }
}

#[test]
fn a_mutual_tie_carries_both_ways_unless_its_kind_carries_none() {
    for (kind, ways) in KINDS {
        let mutual = if ways == NEITHER { NEITHER } else { BOTH };
        assert_eq!(carries(tie("a", kind, "m").with("mutual", true)), mutual, "mutual {kind}");
        // Not to be mutual does not narrow what carries both ways.
        assert_eq!(carries(tie("a", kind, "m").with("mutual", false)), ways, "not mutual {kind}");
        assert_eq!(carries(tie("a", kind, "m").with("mutual", Value::Null)), ways, "{kind}");
    }
}

#[test]
fn own_kinds_carry_as_their_columns_say() {
    for (voice_way, once, mutual) in [
        ("forward", FORWARD, BOTH),
        ("backward", BACKWARD, BOTH),
        ("both", BOTH, BOTH),
        ("none", NEITHER, NEITHER),
    ] {
        let one_way = map([voice("a"), ministry("m"), tie("a", "own", "m")]);
        let one_way = one_way.and([tie_kind("own", "service", false, voice_way)]);
        assert_eq!(carries_in(&one_way), once, "{voice_way}");
        assert_eq!(carries_in(&one_way.but("a-own-m", "mutual", true)), mutual, "{voice_way}, made mutual");
        assert_eq!(carries_in(&one_way.but("own", "mutual", true)), mutual, "mutual {voice_way}");
        let narrowed = one_way.but("own", "mutual", true).but("a-own-m", "mutual", false);
        assert_eq!(carries_in(&narrowed), once, "mutual {voice_way}, made not mutual");
    }
}

#[test]
fn only_active_ties_carry() {
    for (status, ways) in [("active", BOTH), ("dormant", NEITHER), ("broken", NEITHER), ("planned", NEITHER)]
    {
        assert_eq!(carries(tie("a", "partners-with", "m").with("status", status)), ways, "{status}");
    }
}

#[test]
fn dates_alone_filter_nothing() {
    let past = map([voice("a"), ministry("m"), tie("a", "informs", "m").with("until", "1999")]);
    assert_eq!(carries_in(&past), FORWARD);
    assert_eq!(carries_in(&past.but("a", "until", "1999").but("m", "since", "2030")), FORWARD);
}

#[test]
fn at_a_date_only_what_was_there_then_counts() {
    let heard_at = |map: &Draft, date: &str| ask_at(map, date)["scorecard"]["voices_heard"] == 1.0;
    let always = map([voice("a"), ministry("m"), tie("a", "informs", "m")]);
    assert!(heard_at(&always, "1999-12-31"));
    // A tie, from its first day to its last one; either may be open.
    let since = always.but("a-informs-m", "since", "2010-05-01");
    let until = always.but("a-informs-m", "until", "2012-06-30");
    let both = since.but("a-informs-m", "until", "2012-06-30");
    for (date, after_since, before_until) in [
        ("2010-04-30", false, true),
        ("2010-05-01", true, true),
        ("2012-06-30", true, true),
        ("2012-07-01", true, false),
    ] {
        assert_eq!(heard_at(&since, date), after_since, "{date}");
        assert_eq!(heard_at(&until, date), before_until, "{date}");
        assert_eq!(heard_at(&both, date), after_since && before_until, "{date}");
    }
    // A tie needs both its ends.
    for end in ["a", "m"] {
        let ended = always.but(end, "until", "2012-06-30");
        assert_eq!(ask_at(&ended, "2012-06-30")["map"]["ties"], 1);
        assert_eq!(ask_at(&ended, "2012-07-01")["map"]["ties"], 0);
        assert_eq!(ask_at(&ended, "2012-07-01")["map"]["actors"], 1);
    }
    // What is not active is not, whatever the date.
    assert!(!heard_at(&both.but("a-informs-m", "status", "dormant"), "2011-01-01"));
}

/// The strength and the tie on which `a` is heard by `m` along parallel ties.
#[track_caller]
fn strongest<const N: usize>(ties: [Entry; N]) -> (Value, String) {
    let hearing = hearing(&map([voice("a"), ministry("m")]).and(ties), "a");
    (hearing["strength"].clone(), joined(&hearing["ties"]))
}

#[test]
fn parallel_arcs_keep_the_strongest_and_of_equals_the_smallest_id() {
    let informs = |id: &str, strength| tie("a", "informs", "m").with("id", id).strength(strength);
    let consults = |id: &str, strength| tie("m", "consults", "a").with("id", id).strength(strength);
    assert_eq!(strongest([informs("t1", 2), informs("t2", 4)]), (json!(4), "t2".into()));
    assert_eq!(strongest([informs("t2", 4), informs("t1", 2)]), (json!(4), "t2".into()));
    assert_eq!(strongest([informs("t2", 4), informs("t1", 4)]), (json!(4), "t1".into()));
    assert_eq!(strongest([informs("t10", 4), informs("t9", 4)]), (json!(4), "t10".into()));
    // Parallel are all that carry that way, whichever way they read.
    assert_eq!(strongest([informs("t1", 2), consults("t2", 4)]), (json!(4), "t2".into()));
    assert_eq!(strongest([informs("t2", 4), consults("t1", 4)]), (json!(4), "t1".into()));
    // A tie that carries the other way, or nothing, or no more, is not.
    assert_eq!(strongest([informs("t1", 2), tie("m", "informs", "a").strength(5)]), (json!(2), "t1".into()));
    assert_eq!(strongest([informs("t1", 2), tie("a", "serves", "m").strength(5)]), (json!(2), "t1".into()));
    let dormant = informs("t2", 5).with("status", "dormant");
    assert_eq!(strongest([informs("t1", 2), dormant]), (json!(2), "t1".into()));
}

#[test]
fn a_tie_that_nobody_rated_counts_as_three() {
    assert_eq!(strongest([tie("a", "informs", "m")]).0, json!(3));
    let rated = |strength| tie("a", "informs", "m").with("id", "t2").strength(strength);
    let unrated = || tie("a", "informs", "m").with("id", "t1");
    assert_eq!(strongest([unrated(), rated(2)]).1, "t1");
    assert_eq!(strongest([unrated(), rated(4)]).1, "t2");
}

#[test]
fn ties_of_an_actor_to_itself_count_nowhere() {
    let plain = map([voice("a"), police("p"), ministry("m"), tie("a", "informs", "m")]);
    let own = |actor: &str, kind: &str| tie(actor, kind, actor).with("evidence", json!([])).strength(5);
    let with_own = plain.and([
        own("a", "partners-with"),
        own("a", "co-opts"),
        own("a", "contests"),
        own("p", "oversees"),
        own("m", "informs").with("status", "dormant"),
    ]);
    assert_eq!(ask(&with_own), ask(&plain));
    silent(&with_own, "unsourced");
    assert_eq!(score(&with_own, "ties_with_evidence"), json!(1.0));
}

#[test]
fn null_means_absent() {
    let plain = map([
        voice("a"),
        police("p"),
        ministry("m"),
        tie("a", "partners-with", "p"),
        tie("p", "reports-to", "m"),
    ]);
    let mut with_nulls = plain.clone();
    for actor in ["a", "p", "m"] {
        for key in
            ["area", "formality", "functions", "represents", "legitimacy", "stance", "decides", "until"]
        {
            with_nulls = with_nulls.but(actor, key, Value::Null);
        }
    }
    for tie in ["a-partners-with-p", "p-reports-to-m"] {
        for key in ["mutual", "strength", "formality", "status", "medium", "since", "until"] {
            with_nulls = with_nulls.but(tie, key, Value::Null);
        }
    }
    assert_eq!(ask(&with_nulls), ask(&plain));
    let unconfirmed = plain.but("a-partners-with-p", "confidence", Value::Null);
    assert_eq!(ask(&unconfirmed), ask(&plain.but("a-partners-with-p", "confidence", "reported")));
}

/// The voices of a map.
#[track_caller]
fn voices(map: &Draft) -> String {
    let voices = ask(map)["voices"].as_array().unwrap().clone();
    joined(&voices.iter().map(|voice| voice["actor"].clone()).collect())
}

#[test]
fn voices_are_actors_of_a_local_level_who_speak_for_people_there() {
    let everywhere = map([
        police("g"),
        actor("a", "police", "community"),
        actor("b", "donor", "municipal"),
        actor("c", "tribal-leader", "governorate"),
        actor("d", "tribal-leader", "national"),
        actor("e", "tribal-leader", "international"),
    ]);
    assert_eq!(voices(&everywhere), "a");
    let own_ladder = map([
        level("quarter", "local"),
        level("ring", "middle"),
        level("street", "local"),
        actor("a", "ministry", "street"),
        actor("f", "political-faction", "street"),
        actor("g", "armed-group", "quarter"),
        actor("b", "tribal-leader", "ring"),
        actor("c", "tribal-leader", "quarter"),
    ]);
    assert_eq!(voices(&own_ladder), "a c");
}

/// The decision-makers of a map, and whether they had to be assumed.
#[track_caller]
fn decision_makers(map: &Draft) -> (String, bool) {
    let answers = ask(map);
    (joined(&answers["decision_makers"]), answers["decision_makers_assumed"].as_bool().unwrap())
}

#[test]
fn decision_makers_are_national_actors_that_decide() {
    let said = |ids: &str| (ids.to_owned(), false);
    for kind in ["head-of-state", "council-of-ministers", "ministry", "parliament"] {
        assert_eq!(
            decision_makers(&map([actor("x", kind, "national"), ministry("m")])),
            said("m x"),
            "{kind}"
        );
    }
    for kind in ["audit-body", "human-rights-commission", "academia", "police", "foreign-force"] {
        assert_eq!(decision_makers(&map([actor("x", kind, "national"), ministry("m")])), said("m"), "{kind}");
    }
    // Its own flag, or else its kind's.
    let two = map([actor("x", "academia", "national"), ministry("m"), ministry("n")]);
    assert_eq!(decision_makers(&two), said("m n"));
    assert_eq!(decision_makers(&two.but("x", "decides", true)), said("m n x"));
    assert_eq!(decision_makers(&two.but("n", "decides", false)), said("m"));
    assert_eq!(decision_makers(&two.but("n", "decides", Value::Null)), said("m n"));
    // On another level nobody is one, flag or no flag.
    for level in ["community", "municipal", "governorate", "international"] {
        let elsewhere = two.but("n", "level", level).but("n", "decides", true);
        assert_eq!(decision_makers(&elsewhere), said("m"), "{level}");
    }
    let own_kind = two.and([actor_kind("own"), actor("o", "own", "national")]);
    assert_eq!(decision_makers(&own_kind), said("m n"));
    assert_eq!(decision_makers(&own_kind.but("own", "decides", true)), said("m n o"));
}

#[test]
fn where_nobody_decides_every_national_actor_is_assumed_to() {
    let assumed = |ids: &str| (ids.to_owned(), true);
    let nobody = map([
        ministry("m").with("decides", false),
        actor("x", "academia", "national"),
        governor("g").with("decides", true),
        donor("d"),
        voice("a"),
    ]);
    assert_eq!(decision_makers(&nobody), assumed("m x"));
    assert_eq!(channel(&nobody.and([tie("a", "informs", "x")]), "a"), "a x");
    assert_eq!(decision_makers(&nobody.but("x", "decides", true)), ("x".into(), false));
    // A ministry that is not on a national level decides nothing, so it does not keep the others from it.
    assert_eq!(decision_makers(&nobody.but("m", "level", "governorate")), assumed("x"));
    assert_eq!(decision_makers(&map([voice("a"), governor("g")])), assumed(""));
}

#[test]
fn nobody_is_heard_where_nobody_decides() {
    let headless = map([voice("a"), governor("g"), donor("d")]).and(chain(["a", "g", "d"]));
    assert_eq!(carries_in(&headless), NEITHER);
}
