//! What maps hold for the process, for perspectives and for plans (1.6 of the contract), drawn by chance and put into a map.

use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

use super::random::{any_json, text};
use super::words::{
    CLASS, CONFIDENCE, FORMALITY, FUNCTION, INSTRUMENT, INSTRUMENT_STATUS, SECTOR, SENSITIVITY, STANCE, VIEW,
};

/// Something to be put into a map, before it is known which map.
pub type Extra = (u8, [Index; 3], Value, Value, u8);

pub fn extra() -> impl Strategy<Value = Extra> {
    let three = [any::<Index>(), any::<Index>(), any::<Index>()];
    (0..16_u8, three, text(), any_json(), any::<u8>())
}

/// The id of an item of a list.
fn id(map: &Value, list: &str, at: Index) -> Option<Value> {
    let items = map[list].as_array()?;
    (!items.is_empty()).then(|| at.get(items)["id"].clone())
}

fn push(whole: &mut Value, key: &str, item: Value) {
    match whole[key].as_array_mut() {
        Some(items) => items.push(item),
        None => whole[key] = json!([item]),
    }
}

/// An item of a list, to be changed.
fn item<'m>(map: &'m mut Value, path: &[&str], at: Index) -> Option<&'m mut Value> {
    let (last, outer) = path.split_last()?;
    let mut here = map;
    for key in outer {
        let items = here.get_mut(*key)?.as_array_mut()?;
        let place = (!items.is_empty()).then(|| at.index(items.len()))?;
        here = &mut items[place];
    }
    let here = here.get_mut(*last)?;
    match here {
        Value::Array(items) => {
            let place = (!items.is_empty()).then(|| at.index(items.len()))?;
            Some(&mut items[place])
        }
        Value::Object(_) => Some(here),
        _ => None,
    }
}

fn word(words: &[&str], bits: u8) -> Value {
    json!(words[usize::from(bits) % words.len()])
}

fn date(bits: u8) -> Value {
    json!(["2009", "2010-02", "2012-02-29", "2013"][usize::from(bits) % 4])
}

/// A key that is there only now and then.
fn maybe(bits: u8, value: Value) -> Value {
    if bits & 1 == 0 { Value::Null } else { value }
}

/// Puts it in. `None` where the map has nothing that it could be said of.
pub fn put(map: &mut Value, number: usize, (what, [a, b, c], text, json, bits): Extra) -> Option<()> {
    let bit = |place: u8| bits >> place;
    match what {
        0 => map["aim"] = text,
        1 | 2 => {
            let comment = json!({
                "id": format!("comment-{}", number % 5), "about": about(map, [a, b, c], bits), "text": text,
                "by": maybe(bit(1), json!("A trainer")), "date": maybe(bit(2), date(bits)),
                "settled": bit(3) & 1 == 1, "sensitivity": maybe(bit(4), word(SENSITIVITY, bits)),
            });
            push_new(map, "comments", comment);
        }
        3 | 4 => {
            let covers: Vec<Value> = [a, b].into_iter().filter_map(|at| id(map, "actors", at)).collect();
            let instrument = json!({
                "id": format!("instrument-{}", number % 5), "name": text, "covers": covers,
                "kind": maybe(bit(1), word(INSTRUMENT, bits)), "status": maybe(bit(2), word(INSTRUMENT_STATUS, bits)),
                "functions": [word(FUNCTION, bits)], "date": maybe(bit(3), date(bits)),
                "evidence": id(map, "sources", c).into_iter().collect::<Vec<_>>(),
                "sensitivity": maybe(bit(4), word(SENSITIVITY, bits)),
            });
            push_new(map, "instruments", instrument);
        }
        5 | 6 => {
            let view = view(map, number, [a, b, c], (text, bits));
            push_new(map, "views", view);
        }
        7 => {
            let show = id(map, "views", b);
            let step = item(map, &["story"], a)?;
            (step["show"], step["title"]) = (show.into(), text);
            (step["at"], step["compare_at"]) = (maybe(bit(1), date(bits)), maybe(bit(2), date(bit(3))));
            (step["notes"], step["sensitivity"]) = (json!("Wait."), word(SENSITIVITY, bits));
        }
        8 => {
            let actor = item(map, &["actors"], a)?;
            let rating = json!({
                "by": maybe(bit(1), json!("Somebody")), "group": text, "date": date(bits), "influence": 1 + bits % 5,
                "legitimacy": maybe(bit(2), json!(1 + bit(2) % 5)), "stance": maybe(bit(3), word(STANCE, bits)),
            });
            push(actor, "ratings", rating);
        }
        9 => push(item(map, &["actors"], a)?, "aliases", text),
        10 => {
            let tie = item(map, &["ties"], a)?;
            tie["plan"] = json!({"owner": text, "due": maybe(bit(1), date(bits)), "note": maybe(bit(2), json!("Soon."))});
        }
        11 => {
            let pair = json!([id(map, "actors", a)?, id(map, "actors", b)?]);
            push(map, "not_same", pair);
        }
        12 => {
            let actor = id(map, "actors", a)?;
            map["places"][VIEW[usize::from(bits) % VIEW.len()]][actor.as_str()?] =
                json!([f64::from(bits), -0.5]);
        }
        13 => map["mappings"][format!("Survey {}", bits % 3)] = json,
        14 => sure(map, [a, b, c], bits)?,
        _ => follow_up(map, [a, b], &text, bits)?,
    }
    Some(())
}

/// Unless its id is there already.
fn push_new(map: &mut Value, list: &str, item: Value) {
    let is_there = map[list].as_array().into_iter().flatten().any(|other| other["id"] == item["id"]);
    if !is_there {
        push(map, list, item);
    }
}

fn about(map: &Value, [a, b, c]: [Index; 3], bits: u8) -> Value {
    let of = |list: &str, at: Index| id(map, list, at).and_then(|id| id.as_str().map(str::to_owned));
    let kinds = ["actor", "tie", "partnership", "consultation", "concern", "expected-voice"];
    let lists = ["actors", "ties", "partnerships", "consultations", "concerns", "expected_voices"];
    let about = match usize::from(bits % 9) {
        at @ 0..6 => of(lists[at], a).map(|id| format!("{}:{id}", kinds[at])),
        6 => of("actors", a).map(|id| format!("finding:single-gatekeeper:{id}")),
        7 => of("concerns", a)
            .zip(of("actors", b))
            .zip(of("actors", c))
            .map(|((concern, from), to)| format!("finding:unmapped-transmission:{concern}:{from}:{to}")),
        _ => None,
    };
    about.into()
}

fn view(map: &Value, number: usize, [a, b, c]: [Index; 3], (text, bits): (Value, u8)) -> Value {
    let bit = |place: u8| bits >> place;
    let one = |list: &str, at: Index| -> Vec<Value> { id(map, list, at).into_iter().collect() };
    let kinds = map["actors"].as_array().filter(|all| !all.is_empty()).map(|all| b.get(all)["kind"].clone());
    json!({
        "id": format!("view-{}", number % 5), "name": text, "view": word(VIEW, bits), "lens": "voices",
        "concern": id(map, "concerns", c), "centre": id(map, "actors", b), "at": maybe(bit(1), date(bits)),
        "focus": one("actors", a),
        "filter": {
            "kinds": kinds.into_iter().collect::<Vec<_>>(), "sectors": [word(SECTOR, bits)],
            "formalities": [word(FORMALITY, bits)], "groups": ["women"], "partnerships": one("partnerships", a),
            "tags": [], "confidences": [word(CONFIDENCE, bits)], "hidden_classes": [word(CLASS, bits)],
            "with_inactive": bit(2) & 1 == 1,
        },
    })
}

/// How sure something of the process is, and where it is known from.
fn sure(map: &mut Value, [a, b, c]: [Index; 3], bits: u8) -> Option<()> {
    const WHERE: [&[&str]; 4] = [
        &["partnerships", "members"],
        &["concerns", "transmissions"],
        &["concerns", "response"],
        &["concerns", "fed_back"],
    ];
    let evidence: Vec<Value> = id(map, "sources", c).into_iter().collect();
    let actors: Vec<Value> = [a, b].into_iter().filter_map(|at| id(map, "actors", at)).collect();
    if bits % 6 == 4 {
        let concern = item(map, &["concerns"], a)?;
        (concern["about"], concern["addressed_to"]) =
            (json!(actors), json!(actors.iter().skip(1).collect::<Vec<_>>()));
        return Some(());
    }
    if bits % 6 == 5 {
        item(map, &["partnerships"], a)?["anchor_confidence"] = word(CONFIDENCE, bits / 6);
        return Some(());
    }
    let item = item(map, WHERE[usize::from(bits % 6)], a)?;
    item["confidence"] = word(CONFIDENCE, bits / 6);
    item["evidence"] = json!(evidence);
    Some(())
}

/// What an outcome aims at and how it goes; who came.
fn follow_up(map: &mut Value, [a, b]: [Index; 2], text: &Value, bits: u8) -> Option<()> {
    if bits & 1 == 0 {
        item(map, &["consultations"], a)?["attended"] =
            json!({"women": bits, "men": maybe(bits >> 1, json!(b.index(99)))});
        return Some(());
    }
    let outcome = item(map, &["partnerships", "outcomes"], a)?;
    (outcome["target"], outcome["due"]) = (text.clone(), date(bits));
    push(outcome, "measurements", json!({"date": date(bits >> 1), "value": text, "by": "Somebody"}));
    Some(())
}
