//! After an edit most stay where they are, and nothing comes to sit on anything.

use jisr::model::edit::remove_actor;
use jisr::model::terms::View;
use jisr::model::{Actor, Map, Tie};

use super::drawn::{CANVASES, Drawn, LANGUAGES, SAMPLES, drawn, drawn_after, sample};

/// How far those moved who are in both pictures, in order.
fn moves(before: &Drawn, after: &Drawn) -> Vec<f32> {
    let (old, new) = (&before.analysis.network, &after.analysis.network);
    let places = (0..).zip(&before.layout.places);
    let moves = places.filter_map(|(actor, place)| {
        let now = new.place(&old.actor(actor).id)?;
        Some(place.at.distance(after.layout.places[now as usize].at))
    });
    let mut moves: Vec<f32> = moves.collect();
    moves.sort_by(f32::total_cmp);
    moves
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

/// The median of how far actors move, edit by edit.
fn medians(view: View) -> Vec<(f32, String)> {
    let mut medians = Vec::new();
    for name in SAMPLES {
        for language in LANGUAGES {
            let size = CANVASES[1];
            let before = drawn(sample(name), view, language, size);
            for (what, map) in edited(name) {
                let here = format!("{view:?} {name} {language} {what}");
                let after = drawn_after(map.clone(), view, language, size, Some(&before.before));
                assert_eq!((after.overlaps(), after.planned_overlaps()), (0, 0), "{here}");
                let moves = moves(&before, &after);
                medians.push((moves[moves.len() / 2], here));
            }
        }
    }
    medians.sort_by(|a, b| a.0.total_cmp(&b.0));
    medians
}

#[test]
fn in_the_network_an_edit_moves_hardly_anybody() {
    let medians = medians(View::Network);
    let (worst, here) = medians.last().unwrap();
    assert!(*worst <= 10.0, "{here}: {worst}");
}

#[test]
fn by_levels_an_edit_moves_few() {
    let medians = medians(View::Levels);
    let typical = medians[medians.len() / 2].0;
    let late = &medians[medians.len() * 9 / 10];
    assert!(typical <= 10.0 && late.0 <= 40.0, "{typical}, {late:?}");
}

#[test]
fn nothing_has_changed_and_nobody_moves() {
    for name in SAMPLES {
        let before = drawn(sample(name), View::Network, "en", CANVASES[1]);
        let after = drawn_after(sample(name), View::Network, "en", CANVASES[1], Some(&before.before));
        assert_eq!(moves(&before, &after).last().copied(), Some(0.0), "{name}");
    }
}

#[test]
fn in_a_room_of_another_size_a_network_keeps_its_shape() {
    let before = drawn(sample("jenin-2012"), View::Network, "en", CANVASES[1]);
    let after = drawn_after(sample("jenin-2012"), View::Network, "en", CANVASES[0], Some(&before.before));
    assert_eq!((after.overlaps(), after.planned_overlaps()), (0, 0));
    // Who was to the left of somebody mostly still is.
    let (old, new) = (&before.layout.places, &after.layout.places);
    let pairs = (0..old.len()).flat_map(|a| (0..a).map(move |b| (a, b)));
    let (mut kept, mut all) = (0, 0);
    for (a, b) in pairs.filter(|(a, b)| (old[*a].at.x - old[*b].at.x).abs() > 60.0) {
        all += 1;
        kept += i32::from((old[a].at.x < old[b].at.x) == (new[a].at.x < new[b].at.x));
    }
    assert!(kept * 10 >= all * 9, "{kept} of {all}");
}

#[test]
fn a_picture_of_another_view_or_of_another_map_counts_for_nothing() {
    for view in [View::Network, View::Levels] {
        let afresh = drawn(sample("jenin-2012"), view, "en", CANVASES[1]);
        let other = if view == View::Levels { View::Network } else { View::Levels };
        for before in [
            drawn(sample("jenin-2012"), other, "en", CANVASES[1]),
            drawn(sample("valley-training"), view, "en", CANVASES[1]),
            drawn(Map::default(), view, "en", CANVASES[1]),
        ] {
            let after = drawn_after(sample("jenin-2012"), view, "en", CANVASES[1], Some(&before.before));
            assert_eq!(afresh.layout, after.layout, "{view:?}");
        }
    }
}
