//! What differs between two states of a map, thing by thing.

use std::collections::BTreeMap;

use crate::model::merge::Difference;
use crate::model::{Id as _, Items as _, Map, SharedList, Tie};
use crate::words::{Words, args};

/// What differs, in lines of one thing each: first what came, then what was changed, then what went. What has no name of its
/// own is counted in one more line. Near-linear.
pub fn changes_text(words: &Words, old: &Map, new: &Map) -> Vec<String> {
    let mut changes = Changes { words, added: Vec::new(), changed: Vec::new(), removed: Vec::new() };
    let tie = |map: &Map, tie: &Tie| {
        let end =
            |id| map.actor(id).map_or_else(|| id.to_string(), |actor| words.name(&actor.name, id).to_owned());
        let (from, to) = (end(&tie.from), end(&tie.to));
        let verb = words.tie_kind(map, &tie.kind);
        words.say("tie-in-words", &args([("from", from.into()), ("verb", verb.into()), ("to", to.into())]))
    };
    macro_rules! named {
        ($($list:ident: $name:ident),+) => {
            $(changes.list(
                (&old.$list.whole(), &new.$list.whole()),
                |item| item.id.as_str().to_owned(),
                |_, item| words.name(&item.$name, &item.id).to_owned(),
                (old, new),
            );)+
        };
    }
    named!(actors: name);
    changes.list((&old.ties.whole(), &new.ties.whole()), |tie| tie.id.as_str().to_owned(), tie, (old, new));
    named!(partnerships: name, consultations: title, concerns: text, sources: citation, levels: name);
    named!(actor_kinds: name, tie_kinds: name, instruments: name, views: name);
    changes.list(
        (&old.expected_voices, &new.expected_voices),
        |voice| voice.id.as_str().to_owned(),
        |_, voice| voice.id.as_str().to_owned(),
        (old, new),
    );
    let mut lines = changes.lines();
    // Steps of the story, the title and the like.
    let rest = Difference::between(&rest_of(old), &rest_of(new));
    if !rest.is_empty() {
        lines.push(super::difference_text(words, &rest));
    }
    lines
}

/// A map without the things that have names.
fn rest_of(map: &Map) -> Map {
    Map {
        actors: SharedList::default(),
        ties: SharedList::default(),
        partnerships: Vec::new(),
        consultations: Vec::new(),
        concerns: Vec::new(),
        sources: Vec::new(),
        levels: Vec::new(),
        actor_kinds: Vec::new(),
        tie_kinds: Vec::new(),
        expected_voices: Vec::new(),
        instruments: Vec::new(),
        views: Vec::new(),
        ..map.clone()
    }
}

struct Changes<'w> {
    words: &'w Words,
    added: Vec<String>,
    changed: Vec<String>,
    removed: Vec<String>,
}

impl Changes<'_> {
    fn list<T: PartialEq>(
        &mut self,
        (old, new): (&[T], &[T]),
        id: impl Fn(&T) -> String,
        name: impl Fn(&Map, &T) -> String,
        (old_map, new_map): (&Map, &Map),
    ) {
        let before: BTreeMap<String, &T> = old.iter().map(|item| (id(item), item)).collect();
        let after: BTreeMap<String, &T> = new.iter().map(|item| (id(item), item)).collect();
        for item in new {
            match before.get(&id(item)) {
                None => self.added.push(name(new_map, item)),
                Some(known) if *known != item => self.changed.push(name(new_map, item)),
                Some(_) => {}
            }
        }
        let gone = old.iter().filter(|item| !after.contains_key(&id(item)));
        self.removed.extend(gone.map(|item| name(old_map, item)));
    }

    fn lines(self) -> Vec<String> {
        let families = [
            ("difference-added", self.added),
            ("difference-changed", self.changed),
            ("difference-removed", self.removed),
        ];
        let say = |message, name: String| self.words.say(message, &args([("what", name.into())]));
        families
            .into_iter()
            .flat_map(|(message, names)| names.into_iter().map(move |name| say(message, name)))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Actor, Language, Text};

    #[test]
    fn each_thing_that_differs_has_its_line() {
        let actor = |id: &str, name: &str| {
            Actor::new(id.into(), Text::from(name), "police".into(), "national".into())
        };
        let old = Map { actors: vec![actor("a", "Alpha"), actor("b", "Beta")].into(), ..Map::default() };
        let mut new =
            Map { actors: vec![actor("a", "Alpha Group"), actor("c", "Gamma")].into(), ..Map::default() };
        new.ties.push(Tie::new("t".into(), "a".into(), "informs".into(), "c".into()));
        new.title = Text::from("Another");
        let lines = changes_text(&Words::of(&Language::new("en")), &old, &new);
        let expected = [
            "Added: Gamma.",
            "Added: Alpha Group → informs → Gamma.",
            "Changed: Alpha Group.",
            "Removed: Beta.",
            "Changed: title.",
        ];
        assert_eq!(lines, expected);
        assert!(changes_text(&Words::of(&Language::new("en")), &new, &new).is_empty());
    }
}
