//! Plan, the slow way: each planned tie is written into the map as an active one, then all of them, and everything is
//! worked out again each time.

use super::bridges::{findings, only_in, weight};
use super::rules::Finding;
use serde_json::{Value, json};

/// `plan --json` of 2.4, of a valid map.
pub fn plan(map: &Value) -> Value {
    let before = of_the_rest(map);
    // "All planned ties are listed, adverse kinds too, but those of an actor to itself."
    let planned: Vec<Value> = map["ties"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|tie| tie["status"] == "planned" && tie["from"] != tie["to"])
        .cloned()
        .collect();
    let mut alone: Vec<(i64, String, Value)> = planned
        .iter()
        .map(|tie| {
            let id = tie["id"].as_str().unwrap();
            // "`alone`: the map with that one tie active"
            let (score, closes, opens) = changed(&before, &of_the_rest(&with_active(map, &[id])));
            let shown = json!({
                "tie": id,
                "from": tie["from"],
                "to": tie["to"],
                "kind": tie["kind"],
                "owner": owner(map, tie),
                "due": tie["plan"]["due"],
                "score": score,
                "closes": closes,
                "opens": opens,
            });
            (score, id.to_string(), shown)
        })
        .collect();
    // "Sorted by score, greatest first, then tie id."
    alone.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    let ids: Vec<&str> = planned.iter().map(|tie| tie["id"].as_str().unwrap()).collect();
    // "`together`: with all of them"
    let (score, closes, opens) = changed(&before, &of_the_rest(&with_active(map, &ids)));
    json!({
        "ties": alone.into_iter().map(|(_, _, shown)| shown).collect::<Vec<Value>>(),
        "together": { "score": score, "closes": closes, "opens": opens },
    })
}

/// "the answers as if they were active", for `analyze --planned`
pub fn as_if_active(map: &Value) -> Value {
    let all: Vec<&str> =
        map["ties"].as_array().into_iter().flatten().map(|tie| tie["id"].as_str().unwrap()).collect();
    with_active(map, &all)
}

/// The map with these of its planned ties active.
fn with_active(map: &Value, ids: &[&str]) -> Value {
    let mut map = map.clone();
    for tie in map["ties"].as_array_mut().into_iter().flatten() {
        if tie["status"] == "planned" && ids.contains(&tie["id"].as_str().unwrap()) {
            tie["status"] = json!("active");
        }
    }
    map
}

/// "the rules about planned ties themselves play no part"
fn of_the_rest(map: &Value) -> Vec<Finding> {
    let found = findings(map).into_iter();
    found.filter(|finding| finding.rule != "planned-without-owner").collect()
}

/// "Score, closes and opens as for bridges"
fn changed(before: &[Finding], after: &[Finding]) -> (i64, Vec<Value>, Vec<Value>) {
    (weight(before) - weight(after), only_in(before, after), only_in(after, before))
}

/// A `Text` as one text: of a text by language the first of the map's languages that it has, or else its first.
fn owner(map: &Value, tie: &Value) -> Value {
    let owner = &tie["plan"]["owner"];
    let said = match owner {
        Value::Object(by_language) => {
            let languages = map["languages"].as_array().into_iter().flatten();
            let in_order = languages.filter_map(|language| by_language.get(language.as_str().unwrap()));
            in_order.chain(by_language.values()).find(|text| **text != "").cloned()
        }
        plain => Some(plain.clone()),
    };
    said.filter(|text| *text != "").unwrap_or(Value::Null)
}
