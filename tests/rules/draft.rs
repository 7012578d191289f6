//! Writing a map in a few words. Everything in it is confirmed and has evidence, unless said otherwise.

use serde_json::{Value, json};

/// A map in the making.
#[derive(Clone)]
pub struct Draft(Value);

/// What stands in one of a map's lists.
#[derive(Clone)]
pub struct Entry {
    list: &'static str,
    fields: Value,
}

/// A map with these entries.
pub fn map(entries: impl IntoIterator<Item = Entry>) -> Draft {
    let empty = json!({"jisr": 1, "title": "A map", "sources": [{"id": "s", "citation": "A source"}]});
    Draft(empty).and(entries)
}

impl Draft {
    /// The map with more entries.
    pub fn and(&self, entries: impl IntoIterator<Item = Entry>) -> Self {
        let mut map = self.0.clone();
        for Entry { list, fields } in entries {
            if map.get(list).is_none() {
                map[list] = json!([]);
            }
            map[list].as_array_mut().unwrap().push(fields);
        }
        Self(map)
    }

    /// The map with one entry changed in one respect.
    #[track_caller]
    pub fn but(&self, id: &str, key: &str, value: impl Into<Value>) -> Self {
        let mut map = self.0.clone();
        let lists = map.as_object_mut().unwrap().values_mut().filter_map(Value::as_array_mut);
        let mut entries: Vec<_> = lists.flatten().filter(|entry| entry["id"] == id).collect();
        assert_eq!(entries.len(), 1, "entries of the id {id}");
        entries[0][key] = value.into();
        Self(map)
    }

    /// The map as it holds for that day.
    pub fn as_of(&self, date: &str) -> Self {
        let mut map = self.0.clone();
        map["as_of"] = date.into();
        Self(map)
    }

    /// The map as a file has it.
    pub fn json(&self) -> &Value {
        &self.0
    }
}

impl Entry {
    /// The entry with one more respect.
    pub fn with(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.fields[key] = value.into();
        self
    }

    /// A tie that nobody confirmed.
    pub fn reported(self) -> Self {
        self.with("confidence", "reported")
    }

    /// A tie that somebody plans.
    pub fn planned(self) -> Self {
        self.with("status", "planned")
    }

    /// A tie of that strength.
    pub fn strength(self, strength: u8) -> Self {
        self.with("strength", strength)
    }
}

/// An actor.
pub fn actor(id: &str, kind: &str, level: &str) -> Entry {
    let fields = json!({"id": id, "name": id, "kind": kind, "level": level, "evidence": ["s"]});
    Entry { list: "actors", fields }
}

/// A local actor: informal, without force.
pub fn voice(id: &str) -> Entry {
    actor(id, "tribal-leader", "community")
}

/// A formal actor between the local ones and the national ones, without force.
pub fn governor(id: &str) -> Entry {
    actor(id, "governors-office", "governorate")
}

/// A decision-maker.
pub fn ministry(id: &str) -> Entry {
    actor(id, "ministry", "national")
}

/// A provider.
pub fn police(id: &str) -> Entry {
    actor(id, "police", "governorate")
}

/// An external actor.
pub fn donor(id: &str) -> Entry {
    actor(id, "donor", "international")
}

/// A tie, active and confirmed; its id is what it says: `a-informs-b`.
pub fn tie(from: &str, kind: &str, to: &str) -> Entry {
    let id = format!("{from}-{kind}-{to}");
    let fields =
        json!({"id": id, "from": from, "kind": kind, "to": to, "confidence": "confirmed", "evidence": ["s"]});
    Entry { list: "ties", fields }
}

/// Ties that inform from each of these actors to the next, and so make a channel.
pub fn chain<const N: usize>(actors: [&str; N]) -> Vec<Entry> {
    actors.windows(2).map(|pair| tie(pair[0], "informs", pair[1])).collect()
}

/// A partnership of these members.
pub fn partnership<const N: usize>(id: &str, members: [&str; N]) -> Entry {
    let members = members.map(|actor| json!({"actor": actor}));
    Entry { list: "partnerships", fields: json!({"id": id, "members": members.as_slice()}) }
}

/// A rating of a principle, for a partnership's `principles`.
pub fn rating(principle: &str, rating: u8) -> Value {
    json!({"principle": principle, "rating": rating})
}

/// A consultation with these participants.
pub fn consultation<const N: usize>(id: &str, participants: [&str; N]) -> Entry {
    Entry { list: "consultations", fields: json!({"id": id, "participants": participants.as_slice()}) }
}

/// A concern that these actors raised.
pub fn concern<const N: usize>(id: &str, raised_by: [&str; N]) -> Entry {
    Entry { list: "concerns", fields: json!({"id": id, "raised_by": raised_by.as_slice()}) }
}

/// A transmission without a date, for a concern's `transmissions`.
pub fn step(from: &str, to: &str) -> Value {
    json!({"from": from, "to": to})
}

/// A transmission of that date.
pub fn step_on(date: &str, from: &str, to: &str) -> Value {
    json!({"date": date, "from": from, "to": to})
}

/// An instrument in force that covers these actors, whatever they do.
pub fn instrument<const N: usize>(id: &str, covers: [&str; N]) -> Entry {
    Entry { list: "instruments", fields: json!({"id": id, "name": id, "covers": covers.as_slice()}) }
}

/// An expected voice that no actor can be: it lists neither kinds nor groups.
pub fn expected(id: &str) -> Entry {
    Entry { list: "expected_voices", fields: json!({"id": id}) }
}

/// An expected voice that actors of a kind are.
pub fn expected_kind(id: &str, kind: &str) -> Entry {
    expected(id).with("kinds", [kind])
}

/// An expected voice that actors who represent a group are.
pub fn expected_group(id: &str, group: &str) -> Entry {
    expected(id).with("groups", [group])
}

/// A level of the map's own ladder.
pub fn level(id: &str, tier: &str) -> Entry {
    Entry { list: "levels", fields: json!({"id": id, "name": id, "tier": tier}) }
}

/// A kind of actor of the map's own: hybrid, without force, usually local.
pub fn actor_kind(id: &str) -> Entry {
    let fields = json!({
        "id": id, "name": id, "formality": "hybrid", "sector": "community",
        "force": false, "decides": false, "level": "community",
    });
    Entry { list: "actor_kinds", fields }
}

/// A kind of tie of the map's own.
pub fn tie_kind(id: &str, class: &str, mutual: bool, voice: &str) -> Entry {
    let fields = json!({"id": id, "name": id, "class": class, "mutual": mutual, "voice": voice});
    Entry { list: "tie_kinds", fields }
}
