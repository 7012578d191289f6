//! Maps that nobody expects: everybody gets a place, and nothing panics.

use jisr::model::Map;
use jisr::model::terms::{Term as _, View};
use jisr::picture::geometry::{Point, Size};
use jisr::picture::layout::Ground;
use proptest::prelude::*;

use super::chance::{LEVELS, made_up};
use super::drawn::{CANVASES, Drawn, drawn, drawn_after};

fn is_sound(at: Point) -> bool {
    at.x.is_finite() && at.y.is_finite()
}

/// What holds for every map in every view.
fn check(drawn: &Drawn, here: &str) {
    let (network, layout) = (&drawn.analysis.network, &drawn.layout);
    assert_eq!(layout.places.len(), network.actors.len(), "{here}");
    assert_eq!(layout.ways.len(), drawn.ties.len(), "{here}");
    assert!(layout.places.iter().all(|place| is_sound(place.at)), "{here}");
    assert!(is_sound(layout.extent.min) && is_sound(layout.extent.max), "{here}");
    for ground in &layout.grounds {
        let rect = ground.rect();
        assert!(is_sound(rect.min) && is_sound(rect.max), "{here}: {ground:?}");
        assert!(rect.width() >= 0.0 && rect.height() >= 0.0, "{here}: {ground:?}");
    }
    for (way, tie) in layout.ways.iter().zip(&drawn.ties) {
        let link = network.link(*tie);
        assert!(!way.is_empty() && way.iter().copied().all(is_sound), "{here}");
        if !layout.is_table() {
            assert_eq!(way.first(), Some(&layout.places[link.from as usize].at), "{here}");
            assert_eq!(way.last(), Some(&layout.places[link.to as usize].at), "{here}");
        }
    }
}

/// Draws a map in every view, afresh and after another picture of it.
fn check_all(map: &Map, sizes: &[Size], here: &str) {
    for view in View::ALL {
        for (size, language) in sizes.iter().zip(["en", "ar"].iter().cycle()) {
            let here = format!("{here}: {view:?} {language} {size:?}");
            let afresh = drawn(map.clone(), *view, language, *size);
            check(&afresh, &here);
            check(&drawn_after(map.clone(), *view, language, *size, Some(&afresh.before)), &here);
        }
    }
}

#[test]
fn small_and_odd_maps_in_small_and_odd_rooms() {
    let rooms = [CANVASES[0], Size::new(0.0, 0.0), Size::new(90.0, 2_000.0), Size::new(2_000.0, 90.0)];
    check_all(&Map::default(), &rooms, "nobody");
    check_all(&made_up(&["national"], &[]), &rooms, "one");
    check_all(&made_up(&["national", "community"], &[(0, 1), (1, 0), (0, 1)]), &rooms, "two");
    let chain: Vec<(usize, usize)> = (1..40).map(|at| (at - 1, at)).collect();
    check_all(&made_up(&["community"; 40], &chain), &rooms, "all on one level, in a chain");
    let every: Vec<(usize, usize)> = (0..14).flat_map(|a| (0..a).map(move |b| (a, b))).collect();
    check_all(&made_up(&["governorate"; 14], &every), &rooms, "everybody tied to everybody");
}

#[test]
fn two_thousand_without_ties_and_a_star_of_five_hundred() {
    check_all(&made_up(&vec!["community"; 2_000], &[]), &CANVASES[..1], "without ties");
    let star: Vec<(usize, usize)> = (1..=500).map(|leaf| (leaf, 0)).collect();
    let levels: Vec<&str> =
        std::iter::once("national").chain(std::iter::repeat_n("community", 500)).collect();
    check_all(&made_up(&levels, &star), &CANVASES[..1], "star");
    let star = drawn(made_up(&levels, &star), View::Network, "en", CANVASES[1]);
    let marks = star.layout.places.iter().enumerate();
    let pairs =
        marks.flat_map(|(at, one)| star.layout.places[at + 1..].iter().map(move |other| (one, other)));
    let on_each_other = pairs
        .filter(|(one, other)| (one.at.x - other.at.x).abs() < 29.9 && (one.at.y - other.at.y).abs() < 29.9);
    assert_eq!(on_each_other.count(), 0);
}

/// Any small map: a level for each actor, and ties between any two.
fn maps() -> impl Strategy<Value = Map> {
    (1..26_usize).prop_flat_map(|count| {
        let levels = proptest::collection::vec(0..LEVELS.len(), count);
        let ties = proptest::collection::vec((0..count, 0..count), 0..50);
        (levels, ties).prop_map(|(levels, ties)| {
            let levels: Vec<&str> = levels.into_iter().map(|level| LEVELS[level]).collect();
            made_up(&levels, &ties)
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(24) })]

    #[test]
    fn any_map_is_laid_out_and_nothing_sits_on_anything(map in maps(), right_to_left: bool) {
        let language = if right_to_left { "ar" } else { "en" };
        for view in View::ALL {
            let drawn = drawn(map.clone(), *view, language, CANVASES[1]);
            check(&drawn, &format!("{view:?}"));
            prop_assert_eq!(drawn.overlaps(), 0, "{:?}", view);
            if matches!(view, View::Levels | View::Network) {
                prop_assert_eq!(drawn.planned_overlaps(), 0, "{:?}", view);
            }
        }
    }

    #[test]
    fn after_any_edit_nothing_sits_on_anything(map in maps(), other in maps(), cut in 0..50_usize) {
        let mut edited = map.clone();
        edited.ties.truncate(cut);
        for view in [View::Network, View::Levels] {
            let before = drawn(map.clone(), view, "en", CANVASES[1]);
            for next in [&edited, &other] {
                let after = drawn_after(next.clone(), view, "en", CANVASES[1], Some(&before.before));
                check(&after, &format!("{view:?}"));
                prop_assert_eq!(after.overlaps(), 0, "{:?}", view);
            }
        }
    }

    #[test]
    fn grids_hold_everybody_who_is_rated(map in maps()) {
        let drawn = drawn(map, View::Influence, "en", CANVASES[0]);
        for (actor, place) in (0..).zip(&drawn.layout.places) {
            let node = drawn.analysis.network.actor(actor);
            let is_rated = node.influence.is_some() && node.interest.is_some();
            let is_on_grid = drawn.layout.grounds.iter().any(|ground| {
                matches!(ground, Ground::Grid { rect, .. } if rect.contains(place.at))
            });
            prop_assert_eq!(is_rated, is_on_grid);
        }
    }
}
