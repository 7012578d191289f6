//! The plan: what planned ties would do, each alone and all together; and the answers as if they were there.

use serde_json::{Value, json};

use crate::check::{ask, ask_planned, planned};
use crate::draft::{Draft, Entry, chain, governor, map, ministry, police, tie, voice};

/// A voice that is not heard, a governor who is, and a ministry.
fn unheard() -> Draft {
    map([voice("a"), governor("g"), ministry("m")]).and(chain(["g", "m"]))
}

/// Score, and the rules of what closes and opens.
fn effect(effect: &Value) -> (i64, String, String) {
    let rules = |list: &Value| {
        let rules = list.as_array().unwrap().iter().map(|finding| finding["rule"].as_str().unwrap());
        rules.collect::<Vec<_>>().join(" ")
    };
    (effect["score"].as_i64().unwrap(), rules(&effect["closes"]), rules(&effect["opens"]))
}

fn alone(map: &Draft, tie: &str) -> (i64, String, String) {
    let plan = planned(map);
    effect(plan["ties"].as_array().unwrap().iter().find(|entry| entry["tie"] == tie).unwrap())
}

fn together(map: &Draft) -> (i64, String, String) {
    effect(&planned(map)["together"])
}

fn order(map: &Draft) -> String {
    let plan = planned(map);
    let ties = plan["ties"].as_array().unwrap().iter();
    ties.map(|entry| entry["tie"].as_str().unwrap()).collect::<Vec<_>>().join(" ")
}

fn shown(score: i64, closes: &str, opens: &str) -> (i64, String, String) {
    (score, closes.to_owned(), opens.to_owned())
}

#[test]
fn alone_and_together() {
    // On the way up: heard (8), no answer (3), one gatekeeper (1), and the ministry hears somebody (3).
    let up = tie("a", "informs", "g").planned();
    let heard = unheard().and([up.clone()]);
    let gains = "isolated-voice deaf-decision-maker";
    assert_eq!(
        alone(&heard, "a-informs-g"),
        shown(8 + 3 - 3 - 1, gains, "unanswered-voice single-gatekeeper")
    );
    assert_eq!(together(&heard), alone(&heard, "a-informs-g"));
    // Each by itself does less than both: half of a way back carries nobody.
    let both = unheard().and([up, tie("m", "informs", "g").planned(), tie("g", "informs", "a").planned()]);
    assert_eq!(alone(&both, "m-informs-g"), shown(0, "", ""));
    assert_eq!(alone(&both, "g-informs-a"), shown(0, "isolated-voice", "unheard-voice"));
    assert_eq!(together(&both), shown(8 + 3 - 1, gains, "single-gatekeeper"));
    // The greatest score first, then the id.
    assert_eq!(order(&both), "a-informs-g g-informs-a m-informs-g");
}

#[test]
fn all_that_is_planned_is_listed_but_ties_of_an_actor_to_itself() {
    let ties = [
        tie("a", "informs", "g").planned(),
        tie("g", "contests", "a").planned(),
        tie("a", "informs", "a").planned(),
        tie("g", "informs", "a"),
        tie("g", "funds", "a").with("status", "broken"),
    ];
    assert_eq!(order(&unheard().and(ties)), "a-informs-g g-contests-a");
    assert_eq!(planned(&unheard())["ties"], json!([]));
    assert_eq!(together(&unheard()), shown(0, "", ""));
    let only_itself = unheard().and([tie("a", "informs", "a").planned()]);
    assert_eq!(planned(&only_itself)["ties"], json!([]));
    assert_eq!(together(&only_itself), shown(0, "", ""));
}

#[test]
fn adverse_ties_cost() {
    let heard = unheard().and(chain(["a", "g"]));
    let contested = heard.and([tie("g", "contests", "a").planned()]);
    assert_eq!(alone(&contested, "g-contests-a"), shown(-3, "", "contested-channel"));
    let co_opted = heard.and([tie("g", "co-opts", "a").planned()]);
    assert_eq!(alone(&co_opted, "g-co-opts-a"), shown(-3, "", "co-optation"));
    // To an isolated one it is a tie all the same.
    let only = unheard().and([tie("g", "contests", "a").planned()]);
    assert_eq!(alone(&only, "g-contests-a"), shown(0, "isolated-voice", "unheard-voice"));
}

#[test]
fn a_planned_tie_beside_an_active_one_adds_what_that_does_not_carry() {
    let weak = tie("a", "informs", "g").strength(1);
    let beside = |other: Entry| {
        let mut other = other.planned();
        other = other.with("id", "beside");
        unheard().and([weak.clone(), other])
    };
    assert_eq!(alone(&beside(tie("a", "informs", "g").strength(4)), "beside"), shown(1, "weak-channel", ""));
    assert_eq!(alone(&beside(tie("a", "informs", "g").strength(2)), "beside"), shown(0, "", ""));
    assert_eq!(alone(&beside(tie("a", "reports-to", "g").strength(1)), "beside"), shown(0, "", ""));
    // Two planned ones beside each other close one gap once.
    let twins = unheard().and([tie("a", "informs", "g").planned(), tie("a", "reports-to", "g").planned()]);
    assert_eq!(alone(&twins, "a-informs-g"), alone(&twins, "a-reports-to-g"));
    assert_eq!(together(&twins), alone(&twins, "a-informs-g"));
    assert_eq!(order(&twins), "a-informs-g a-reports-to-g");
}

#[test]
fn what_only_weighs_less_is_in_neither_list() {
    // Of three voices behind the governor one gets another way: high becomes medium.
    let three = map([voice("a"), voice("b"), voice("c"), governor("g"), governor("h"), ministry("m")])
        .and([chain(["a", "g", "m"]), chain(["b", "g"]), chain(["c", "g"]), chain(["h", "m"])].concat())
        .and([tie("a", "informs", "h").planned()]);
    assert_eq!(alone(&three, "a-informs-h"), shown(5, "", ""));
}

#[test]
fn who_and_when_and_what_nobody_has_taken_on_plays_no_part() {
    let plan = json!({"owner": {"en": "The mayor", "ar": "رئيس البلدية"}, "due": "2030-05"});
    let ties = [
        tie("a", "serves", "g").planned().with("plan", plan),
        tie("g", "serves", "a").planned(),
        tie("m", "serves", "a").planned().with("plan", json!({"owner": "", "note": "?"})),
    ];
    let plan = planned(&unheard().and(chain(["a", "g"])).and(ties));
    let entry = |at: usize, key: &str| plan["ties"][at][key].clone();
    assert_eq!((entry(0, "owner"), entry(0, "due")), (json!("The mayor"), json!("2030-05")));
    assert_eq!((entry(1, "owner"), entry(1, "due")), (Value::Null, Value::Null));
    assert_eq!((entry(2, "owner"), entry(2, "due")), (Value::Null, Value::Null));
    assert_eq!(
        (entry(0, "from"), entry(0, "to"), entry(0, "kind")),
        (json!("a"), json!("g"), json!("serves"))
    );
    assert_eq!(effect(&plan["together"]), shown(0, "", ""));
}

#[test]
fn all_active_ties_count_confirmed_or_not() {
    // It is heard on an unconfirmed tie already: that one holds.
    let heard = unheard().and([tie("a", "informs", "m").reported(), tie("a", "informs", "g").planned()]);
    assert_eq!(alone(&heard, "a-informs-g"), shown(0, "", ""));
    // A planned one is as strong as it says, whatever its confidence.
    let assumed = tie("a", "informs", "g").planned().with("confidence", "assumed").strength(1);
    let gains = "isolated-voice deaf-decision-maker";
    assert_eq!(
        alone(&unheard().and([assumed]), "a-informs-g"),
        shown(8 + 3 - 3 - 1 - 1, gains, "unanswered-voice single-gatekeeper weak-channel")
    );
}

#[test]
fn as_if_all_planned_ties_were_there() {
    let map = unheard().and([
        police("p"),
        tie("a", "informs", "g").planned().reported(),
        tie("g", "informs", "a").planned(),
        tie("a", "informs", "a").planned(),
        tie("m", "oversees", "p").with("status", "broken"),
    ]);
    let active = ["a-informs-g", "g-informs-a"];
    let by_hand = active.iter().fold(map.clone(), |map, tie| map.but(tie, "status", "active"));
    assert_eq!(ask_planned(&map), ask(&by_hand));
    // Each as sure as it says of itself.
    assert_eq!(ask_planned(&map)["voices"][0]["confirmed"]["heard"], false);
    assert_eq!(ask_planned(&map)["voices"][0]["heard"], true);
}
