//! After a change everybody stands where they stood, and nobody new comes to sit on anybody.

use std::collections::BTreeMap;

use jisr::model::edit::remove_actor;
use jisr::model::terms::View;
use jisr::model::{Actor, ActorId, Id as _, Map, Text, Tie};
use jisr::picture::geometry::Point;

use super::chance::Chance;
use super::drawn::{CANVASES, Drawn, LANGUAGES, SAMPLES, drawn, drawn_after, sample};

/// Where somebody stands: in Levels in the band of that level, from its upper edge.
type Stand = (String, Point);

/// Where everybody stands; as in a mirror, if so asked.
fn stands(drawn: &Drawn, is_mirrored: bool) -> BTreeMap<ActorId, Stand> {
    let network = &drawn.analysis.network;
    let top: BTreeMap<u32, f32> = drawn.layout.bands().map(|(level, rect)| (level, rect.min.y)).collect();
    let extent = drawn.layout.extent;
    let stand = |(actor, place): (u32, &jisr::picture::layout::Place)| {
        let level = network.actors[actor as usize].level;
        let x = if is_mirrored { extent.min.x + extent.max.x - place.at.x } else { place.at.x };
        let at = Point::new(x, place.at.y - top.get(&level).copied().unwrap_or_default());
        let level = if top.is_empty() { "" } else { network.levels[level as usize].id.as_str() };
        (network.actor(actor).id.clone(), (level.to_owned(), at))
    };
    (0..).zip(&drawn.layout.places).map(stand).collect()
}

/// Those who stand elsewhere now, of those who are in both pictures and on the same level.
fn moved(before: &Drawn, after: &Drawn) -> Vec<String> {
    let before = stands(before, before.is_right_to_left != after.is_right_to_left);
    let after = stands(after, false);
    let moved = |(actor, (level, at)): (&ActorId, &Stand)| {
        let (now, to) = after.get(actor)?;
        (now == level && at.distance(*to) > 0.02).then(|| format!("{actor}: {at:?} → {to:?}"))
    };
    before.iter().filter_map(moved).collect()
}

/// A sample after one tie or one actor less or more, in several ways.
fn edited(name: &str) -> Vec<(String, Map)> {
    let mut maps = Vec::new();
    for part in 0..4 {
        let mut map = sample(name);
        let tie = map.ties.remove(part * map.ties.len() / 4);
        maps.push((format!("without {:?}", tie.id), map));
        let mut map = sample(name);
        let (from, to) = (part * map.actors.len() / 5, (part + 1) * map.actors.len() / 5);
        let ends = [from, to].map(|at| map.actors[at].id.clone());
        map.ties.push(Tie::new("zz-new".into(), ends[0].clone(), "informs".into(), ends[1].clone()));
        maps.push((format!("{:?} tied to {:?}", ends[0], ends[1]), map));
        let mut map = sample(name);
        let actor = map.actors[part * map.actors.len() / 4].id.clone();
        remove_actor(&map, &actor).apply(&mut map).unwrap();
        maps.push((format!("without {actor:?}"), map));
        let mut map = sample(name);
        let model = map.actors[part * map.actors.len() / 4].clone();
        map.actors.push(Actor::new(
            "mm-new".into(),
            "A new actor of some kind".into(),
            model.kind,
            model.level,
        ));
        map.ties.push(Tie::new("zz-new".into(), "mm-new".into(), "informs".into(), model.id.clone()));
        maps.push((format!("with somebody who informs {:?}", model.id), map));
    }
    maps
}

/// Whom the bands of one picture stand above in another: bands are only ever pushed, as a whole and in their order.
fn check_pushed(before: &Drawn, after: &Drawn, here: &str) {
    let (old, new) = (before.layout.bands(), after.layout.bands());
    for ((_, old), (_, new)) in old.zip(new) {
        assert!(
            new.min.y > old.min.y - 0.01 && new.height() > old.height() - 0.01,
            "{here}: {old:?} {new:?}"
        );
    }
}

fn check_an_edit(view: View) {
    for name in SAMPLES {
        for language in LANGUAGES {
            let before = drawn(sample(name), view, language, CANVASES[1]);
            for (what, map) in edited(name) {
                let here = format!("{view:?} {name} {language} {what}");
                let after = drawn_after(map, view, language, CANVASES[2], Some(&before.before));
                assert_eq!(moved(&before, &after), Vec::<String>::new(), "{here}");
                check_pushed(&before, &after, &here);
                assert_eq!(after.overlaps(), 0, "{here}");
                assert!(after.through().marks <= before.through().marks + 1, "{here}: {:?}", after.through());
            }
        }
    }
}

#[test]
fn in_the_network_an_edit_moves_nobody() {
    check_an_edit(View::Network);
}

#[test]
fn by_levels_an_edit_moves_nobody() {
    check_an_edit(View::Levels);
}

/// Changes a map in some way; gives what was done.
fn change(map: &mut Map, number: usize, chance: &mut Chance) -> String {
    let kinds = ["police", "youth-group", "ministry", "donor", "tribal-leader"];
    let any = |map: &Map, chance: &mut Chance| map.actors[chance.below(map.actors.len())].id.clone();
    match chance.below(7) {
        0 => {
            let id = ActorId::new(&format!("new-{number}"));
            let level = map.actors[chance.below(map.actors.len())].level.clone();
            let name = Text::from(
                ["Somebody new", "Q", "A group of people with quite a long name"][chance.below(3)],
            );
            map.actors.push(Actor::new(id, name, kinds[chance.below(5)].into(), level));
            "added an actor".to_owned()
        }
        1 | 2 => {
            let (from, to) = (any(map, chance), any(map, chance));
            let id = format!("tie-{number}");
            map.ties.push(Tie::new(id.as_str().into(), from, "informs".into(), to));
            "added a tie".to_owned()
        }
        3 if map.actors.len() > 5 => {
            let actor = any(map, chance);
            remove_actor(map, &actor).apply(map).unwrap();
            format!("removed {actor}")
        }
        4 if !map.ties.is_empty() => {
            let tie = map.ties.remove(chance.below(map.ties.len()));
            format!("removed {}", tie.id)
        }
        5 => {
            let (from, to) = (chance.below(map.actors.len()), chance.below(map.actors.len()));
            let level = map.actors[to].level.clone();
            map.actors[from].level = level;
            "changed a level".to_owned()
        }
        _ => {
            let at = chance.below(map.actors.len());
            map.actors[at].name = Text::from("Renamed, and longer than before");
            "renamed an actor".to_owned()
        }
    }
}

/// Whatever is done to a map, taken back, supposed of it or to its window, everybody else stays; whoever comes back stands
/// where they stood.
#[test]
fn whatever_is_done_nobody_else_moves() {
    for view in [View::Levels, View::Network] {
        for seed in 1..6 {
            let mut chance = Chance(seed);
            let name = SAMPLES[chance.below(2)];
            let mut states = vec![sample(name)];
            let (mut language, mut size) = ("en", CANVASES[0]);
            let mut shown = drawn(states[0].clone(), view, language, size);
            for number in 0..40 {
                let here = match chance.below(6) {
                    0 if states.len() > 1 => {
                        states.pop();
                        "undo".to_owned()
                    }
                    1 => {
                        (language, size) = (LANGUAGES[chance.below(2)], CANVASES[chance.below(4)]);
                        format!("{language} {size:?}")
                    }
                    _ => {
                        let mut map = states[states.len() - 1].clone();
                        let what = change(&mut map, number, &mut chance);
                        states.push(map);
                        what
                    }
                };
                let here = format!("{view:?} {name} {seed} {number} {here}");
                let map = states[states.len() - 1].clone();
                let after = drawn_after(map, view, language, size, Some(&shown.before));
                assert_eq!(moved(&shown, &after), Vec::<String>::new(), "{here}");
                assert_eq!(after.overlaps(), 0, "{here}");
                for (level, rect) in after.layout.bands() {
                    for (actor, place) in (0..).zip(&after.layout.places) {
                        let is_of_band = after.analysis.network.actors[actor].level == level;
                        let is_inside = rect.min.y < place.at.y && place.at.y < rect.max.y;
                        assert!(!is_of_band || is_inside, "{here}: {place:?} {rect:?}");
                    }
                }
                shown = after;
            }
        }
    }
}

#[test]
fn whoever_comes_back_stands_where_they_stood() {
    for view in [View::Levels, View::Network] {
        let whole = drawn(sample("jenin-2012"), view, "en", CANVASES[1]);
        let mut less = sample("jenin-2012");
        let gone: Vec<ActorId> = less.actors.iter().step_by(3).map(|actor| actor.id.clone()).collect();
        for actor in &gone {
            remove_actor(&less.clone(), actor).apply(&mut less).unwrap();
        }
        let without = drawn_after(less, view, "en", CANVASES[1], Some(&whole.before));
        let again = drawn_after(sample("jenin-2012"), view, "en", CANVASES[1], Some(&without.before));
        assert_eq!(moved(&whole, &again), Vec::<String>::new(), "{view:?}");
    }
}

#[test]
fn nothing_has_changed_and_the_picture_is_the_same() {
    for name in SAMPLES {
        for view in [View::Levels, View::Network] {
            let before = drawn(sample(name), view, "en", CANVASES[1]);
            let after = drawn_after(sample(name), view, "en", CANVASES[1], Some(&before.before));
            let (old, new) = (&before.layout, &after.layout);
            assert_eq!(old.extent, new.extent, "{name} {view:?}");
            assert_eq!(old.grounds, new.grounds, "{name} {view:?}");
            assert_eq!(old.places, new.places, "{name} {view:?}");
            for (way, (old, new)) in old.ways.iter().zip(new.ways.iter()).enumerate() {
                assert_eq!(old, new, "{name} {view:?} {way}");
            }
            assert!(old == new, "{name} {view:?}");
        }
    }
}

#[test]
fn a_picture_of_another_view_or_of_nobody_counts_for_nothing() {
    for view in [View::Network, View::Levels] {
        let afresh = drawn(sample("jenin-2012"), view, "en", CANVASES[1]);
        let other = if view == View::Levels { View::Network } else { View::Levels };
        for before in [
            drawn(sample("jenin-2012"), other, "en", CANVASES[1]),
            drawn(Map::default(), view, "en", CANVASES[1]),
        ] {
            let after = drawn_after(sample("jenin-2012"), view, "en", CANVASES[1], Some(&before.before));
            assert_eq!(afresh.layout, after.layout, "{view:?}");
        }
    }
}
