//! Concerns: who raised one, how far it came, and where it stopped.

use serde_json::{Value, json};

use crate::check::journey;
use crate::draft::{
    Draft, Entry, actor, concern, consultation, donor, governor, map, ministry, step, step_on, tie, voice,
};

/// A concern `k` that `a` raised, passed on in these steps. No tie: what was passed on was passed on.
fn passed_on<const N: usize>(steps: [Value; N]) -> Draft {
    among(concern("k", ["a"]).with("transmissions", steps))
}

fn among(concern: Entry) -> Draft {
    map([voice("a"), voice("b"), governor("g"), governor("h"), donor("x"), ministry("m"), concern])
}

#[test]
fn from_raised_to_fed_back() {
    assert_eq!(journey(&passed_on([]), "k"), "raised at a");
    assert_eq!(journey(&passed_on([step("a", "g")]), "k"), "on-the-way at g");
    let transmitted = passed_on([step("a", "g"), step("g", "m")]);
    assert_eq!(journey(&transmitted, "k"), "transmitted");
    let answered = transmitted.but("k", "response", json!({"status": "noted"}));
    assert_eq!(journey(&answered, "k"), "answered");
    assert_eq!(
        journey(&answered.but("k", "fed_back", json!({"date": "2012", "to": ["a"]})), "k"),
        "fed-back"
    );
    // That it is there is enough.
    assert_eq!(journey(&answered.but("k", "fed_back", json!({})), "k"), "fed-back");
    assert_eq!(journey(&answered.but("k", "fed_back", Value::Null), "k"), "answered");
}

#[test]
fn whoever_answers_answers() {
    let on_the_way = passed_on([step("a", "g")]);
    for status in ["noted", "accepted", "declined", "acted-on"] {
        for by in ["g", "h", "b", "m"] {
            let answered = on_the_way.but("k", "response", json!({"by": by, "status": status}));
            assert_eq!(journey(&answered, "k"), "answered", "{status} by {by}");
        }
        assert_eq!(journey(&passed_on([]).but("k", "response", json!({"status": status})), "k"), "answered");
    }
    for nothing in [json!({"by": "m", "status": "none"}), json!({"by": "m"}), json!({}), Value::Null] {
        assert_eq!(journey(&on_the_way.but("k", "response", nothing), "k"), "on-the-way at g");
    }
}

#[test]
fn what_was_not_answered_was_not_fed_back() {
    let told = passed_on([step("a", "m")]).but("k", "fed_back", json!({"to": ["a"]}));
    assert_eq!(journey(&told, "k"), "transmitted");
    assert_eq!(journey(&passed_on([]).but("k", "fed_back", json!({"to": ["a"]})), "k"), "raised at a");
}

#[test]
fn a_concern_is_raised_by_those_named_or_else_by_those_who_took_part() {
    let asked = |raised_by: Value| {
        let entry = concern("k", []).with("raised_by", raised_by).with("raised_in", "c");
        among(entry.with("transmissions", [step("g", "h")])).and([consultation("c", ["b", "g"])])
    };
    assert_eq!(journey(&asked(json!([])), "k"), "on-the-way at h");
    assert_eq!(journey(&asked(Value::Null), "k"), "on-the-way at h");
    // Whoever is named, the participants do not have it by being there.
    assert_eq!(journey(&asked(json!(["a"])), "k"), "raised at a");
    assert_eq!(journey(&asked(json!(["a", "g"])), "k"), "on-the-way at h");
    assert_eq!(journey(&asked(json!([])).but("k", "transmissions", json!([])), "k"), "raised at b");
    // Nobody raised it: nobody has it, and it stopped nowhere.
    assert_eq!(journey(&asked(json!([])).but("c", "participants", json!([])), "k"), "raised");
    assert_eq!(journey(&among(concern("k", []).with("transmissions", [step("a", "m")])), "k"), "raised");
}

#[test]
fn it_stops_at_the_first_raiser_where_nothing_was_followed() {
    assert_eq!(journey(&among(concern("k", ["b", "a"])), "k"), "raised at b");
    assert_eq!(
        journey(&among(concern("k", ["b", "a"]).with("transmissions", [step("g", "h")])), "k"),
        "raised at b"
    );
}

#[test]
fn a_transmission_counts_if_its_from_has_the_concern_by_then() {
    assert_eq!(journey(&passed_on([step("g", "m")]), "k"), "raised at a");
    assert_eq!(journey(&passed_on([step("b", "g"), step("g", "m")]), "k"), "raised at a");
    assert_eq!(journey(&passed_on([step("g", "m"), step("a", "g")]), "k"), "on-the-way at g");
    assert_eq!(journey(&passed_on([step("a", "g"), step("h", "m")]), "k"), "on-the-way at g");
    // Any of those who have it may pass it on, as often as they like.
    assert_eq!(journey(&passed_on([step("a", "g"), step("a", "h")]), "k"), "on-the-way at h");
    assert_eq!(journey(&passed_on([step("a", "g"), step("g", "a")]), "k"), "on-the-way at a");
}

#[test]
fn transmissions_are_followed_by_date_undated_last_then_as_listed() {
    let second_first = [step_on("2011", "g", "m"), step_on("2010", "a", "g")];
    assert_eq!(journey(&passed_on(second_first), "k"), "transmitted");
    let too_early = [step_on("2010", "a", "g"), step_on("2009", "g", "m")];
    assert_eq!(journey(&passed_on(too_early), "k"), "on-the-way at g");
    // Undated last.
    assert_eq!(journey(&passed_on([step("g", "m"), step_on("2010", "a", "g")]), "k"), "transmitted");
    assert_eq!(journey(&passed_on([step_on("2010", "g", "m"), step("a", "g")]), "k"), "on-the-way at g");
    let null_date = json!({"from": "g", "to": "m", "date": null});
    assert_eq!(journey(&passed_on([null_date, step_on("2010", "a", "g")]), "k"), "transmitted");
    // Of one date, as listed.
    let same = |first: Value, second: Value| passed_on([first, second]);
    let (to_g, to_m) = (step_on("2010", "a", "g"), step_on("2010", "g", "m"));
    assert_eq!(journey(&same(to_g.clone(), to_m.clone()), "k"), "transmitted");
    assert_eq!(journey(&same(to_m, to_g), "k"), "on-the-way at g");
    // Where it stopped is the last one followed, which need not be the last one listed.
    let listed_last = [step_on("2011", "a", "h"), step_on("2010", "a", "g")];
    assert_eq!(journey(&passed_on(listed_last), "k"), "on-the-way at h");
}

#[test]
fn dates_compare_as_text() {
    // A year before its months, a month before its days.
    for (earlier, later) in
        [("2010", "2010-01"), ("2010-01", "2010-01-01"), ("2010-09-30", "2010-10"), ("2009-12-31", "2010")]
    {
        let steps = [step_on(later, "g", "m"), step_on(earlier, "a", "g")];
        assert_eq!(journey(&passed_on(steps), "k"), "transmitted", "{earlier} before {later}");
        let steps = [step_on(later, "a", "g"), step_on(earlier, "g", "m")];
        assert_eq!(journey(&passed_on(steps), "k"), "on-the-way at g", "{earlier} before {later}");
    }
}

#[test]
fn it_is_transmitted_once_a_decision_maker_has_it() {
    assert_eq!(journey(&among(concern("k", ["m"])), "k"), "transmitted");
    assert_eq!(journey(&among(concern("k", ["a", "m"])), "k"), "transmitted");
    let took_part = among(concern("k", []).with("raised_in", "c")).and([consultation("c", ["a", "m"])]);
    assert_eq!(journey(&took_part, "k"), "transmitted");
    // It stays so, wherever it goes next.
    assert_eq!(journey(&passed_on([step("a", "m"), step("m", "g")]), "k"), "transmitted");
    // One that is assumed to decide counts; national actors that do not decide do not.
    let to_x = passed_on([step("a", "x")]).but("x", "kind", "academia").but("x", "level", "national");
    assert_eq!(journey(&to_x, "k"), "on-the-way at x");
    assert_eq!(journey(&to_x.but("m", "decides", false), "k"), "transmitted");
}

#[test]
fn ties_play_no_part() {
    let tied = passed_on([]).and([actor("p", "parliament", "national"), tie("a", "informs", "m")]);
    assert_eq!(journey(&tied, "k"), "raised at a");
    let against = passed_on([step("a", "m")]).and([tie("a", "contests", "m")]);
    assert_eq!(journey(&against, "k"), "transmitted");
}
