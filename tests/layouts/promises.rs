//! What every view promises on the sample maps, in both languages and in the rooms that windows leave.

use jisr::model::terms::{Term as _, View};
use jisr::model::{Map, Position};
use jisr::picture::geometry::{Point, Rect, Size};
use jisr::picture::layout::{Ground, Placeless};

use super::drawn::{CANVASES, Drawn, LANGUAGES, SAMPLES, drawn, sample};

/// Draws all samples in a view.
fn each(view: View, mut check: impl FnMut(&str, &Drawn, &str)) {
    for name in SAMPLES {
        for language in LANGUAGES {
            for size in CANVASES {
                let here = format!("{name} {language} {} × {}", size.width, size.height);
                check(name, &drawn(sample(name), view, language, size), &here);
            }
        }
    }
}

/// What holds for every picture.
fn check_sound(drawn: &Drawn, here: &str) {
    let layout = &drawn.layout;
    assert_eq!(layout.places.len(), drawn.analysis.network.actors.len(), "{here}");
    assert_eq!(layout.ways.len(), drawn.ties.len(), "{here}");
    assert_eq!(drawn.scene.marks.len(), layout.places.len(), "{here}");
    for place in &layout.places {
        assert!(layout.extent.contains(place.at), "{here}: {place:?} is outside {:?}", layout.extent);
    }
}

#[test]
fn by_levels_every_name_is_read_and_no_tie_is_in_its_way() {
    let mut through_names = Vec::new();
    each(View::Levels, |name, drawn, here| {
        check_sound(drawn, here);
        assert_eq!((drawn.overlaps(), drawn.planned_overlaps()), (0, 0), "{here}");
        let (named, all) = (drawn.named(), drawn.layout.places.len());
        if name.starts_with("jenin") {
            assert_eq!(named, all, "{here}");
            assert_eq!(drawn.hidden_captions(), Vec::<&str>::new(), "{here}");
        } else {
            assert!(named * 10 >= all * 9, "{here}: {named} of {all}");
        }
        let through = drawn.through();
        assert!(through.marks <= 1, "{here}: {through:?}");
        assert!(through.names <= if name.starts_with("jenin") { 3 } else { 20 }, "{here}: {through:?}");
        let most = if name.starts_with("jenin") { 8 } else { 12 };
        assert!(drawn.through_planned() <= most, "{here}: {}", drawn.through_planned());
        let most = if name.starts_with("jenin") { 140 } else { 1_200 };
        assert!(drawn.crossings() <= most, "{here}: {} crossings", drawn.crossings());
        // One of each finding takes many actors, more than fit a small window at full size.
        let least = if name.starts_with("valley-training") { 0.64 } else { 0.69 };
        assert!(drawn.zoom >= least, "{here}: {}", drawn.zoom);
        through_names.push(through.names);
    });
    through_names.sort_unstable();
    assert!(through_names[through_names.len() / 2] <= 1, "{through_names:?}");
}

#[test]
fn in_the_network_nothing_sits_on_anything() {
    each(View::Network, |name, drawn, here| {
        check_sound(drawn, here);
        assert_eq!((drawn.overlaps(), drawn.planned_overlaps()), (0, 0), "{here}");
        assert!(drawn.through().marks <= 1, "{here}: {:?}", drawn.through());
        assert!(drawn.named() * 10 >= drawn.names.len() * 8, "{here}: {}", drawn.named());
        assert_eq!(drawn.hidden_captions(), Vec::<&str>::new(), "{here}");
        if name.starts_with("jenin") {
            assert_eq!(drawn.named(), drawn.names.len(), "{here}");
        }
    });
}

#[test]
fn on_rings_nothing_sits_on_anything() {
    each(View::Rings, |name, drawn, here| {
        check_sound(drawn, here);
        assert_eq!((drawn.overlaps(), drawn.planned_overlaps()), (0, 0), "{here}");
        assert_eq!(drawn.through().marks, 0, "{here}");
        let hidden = drawn.hidden_captions();
        assert!(!hidden.contains(&tray_title(drawn).as_str()), "{here}: {hidden:?}");
        if name.starts_with("jenin") {
            assert_eq!(hidden, Vec::<&str>::new(), "{here}");
        }
    });
}

#[test]
fn on_the_grid_nothing_sits_on_anything() {
    each(View::Influence, |_, drawn, here| {
        check_sound(drawn, here);
        assert_eq!((drawn.overlaps(), drawn.planned_overlaps()), (0, 0), "{here}");
        assert!(drawn.through().marks <= 4, "{here}: {:?}", drawn.through());
        let hidden = drawn.hidden_captions();
        assert!(!hidden.contains(&tray_title(drawn).as_str()), "{here}: {hidden:?}");
    });
}

#[test]
fn in_the_table_nothing_sits_on_anything() {
    each(View::Matrix, |name, drawn, here| {
        check_sound(drawn, here);
        assert_eq!(drawn.overlaps(), 0, "{here}");
        let extent = drawn.scene.extent.grown(0.5);
        for label in &drawn.labels {
            assert!(extent.contains(label.room.min) && extent.contains(label.room.max), "{here}: {label:?}");
        }
        if name.starts_with("jenin") {
            assert_eq!(drawn.named(), drawn.names.len(), "{here}");
        }
    });
}

fn tray_title(drawn: &Drawn) -> String {
    let why = drawn.layout.grounds.iter().find_map(|ground| match ground {
        Ground::Tray { why, .. } => Some(*why),
        _ => None,
    });
    drawn.words.text(match why {
        Some(Placeless::Untied) => "tray-untied",
        Some(Placeless::Inactive) => "tray-inactive",
        Some(Placeless::Unreached) => "tray-unreached",
        Some(Placeless::Unrated) | None => "tray-unrated",
    })
}

#[test]
fn the_same_map_gives_the_same_picture() {
    for view in View::ALL {
        let draw = || drawn(sample("jenin-2012"), *view, "en", CANVASES[0]);
        let (one, other) = (draw(), draw());
        assert_eq!(one.layout, other.layout, "{view:?}");
        assert_eq!(one.scene, other.scene, "{view:?}");
        assert_eq!(one.labels, other.labels, "{view:?}");
    }
}

#[test]
fn the_order_in_which_a_file_lists_actors_and_ties_does_not_matter() {
    for view in View::ALL {
        let mut turned = sample("jenin-2012");
        turned.actors.reverse();
        turned.ties.reverse();
        let (one, other) =
            (drawn(sample("jenin-2012"), *view, "en", CANVASES[1]), drawn(turned, *view, "en", CANVASES[1]));
        assert_eq!(one.layout, other.layout, "{view:?}");
    }
}

/// Where the tray is.
fn tray(drawn: &Drawn) -> Option<Rect> {
    drawn.layout.grounds.iter().find_map(|ground| match ground {
        Ground::Tray { rect, .. } => Some(*rect),
        _ => None,
    })
}

/// Who has none of the ties that are drawn.
fn alone(drawn: &Drawn) -> Vec<u32> {
    let network = &drawn.analysis.network;
    let is_tied = |actor: u32| {
        drawn.ties.iter().any(|tie| {
            let link = network.link(*tie);
            link.from == actor || link.to == actor
        })
    };
    (0..network.actors.len() as u32).filter(|actor| !is_tied(*actor)).collect()
}

#[test]
fn whoever_has_no_ties_is_kept_in_the_tray() {
    for view in [View::Network, View::Rings] {
        let mut met = 0;
        each(view, |_, drawn, here| {
            for actor in alone(drawn) {
                let at = drawn.layout.places[actor as usize].at;
                assert!(tray(drawn).is_some_and(|tray| tray.contains(at)), "{view:?} {here}");
                met += 1;
            }
        });
        assert!(met > 0, "the samples have some");
    }
}

#[test]
fn the_rated_stand_in_their_cells_and_the_others_in_the_tray() {
    let (mut rated, mut unrated) = (0, 0);
    for language in LANGUAGES {
        let mut map = sample("valley-training");
        map.actors[3].influence = None;
        map.actors[9].interest = None;
        let drawn = drawn(map, View::Influence, language, CANVASES[1]);
        let grid = drawn.layout.grounds.iter().find_map(|ground| match ground {
            Ground::Grid { rect, .. } => Some(*rect),
            _ => None,
        });
        let grid = grid.unwrap();
        for (actor, place) in (0..).zip(&drawn.layout.places) {
            let node = drawn.analysis.network.actor(actor);
            let (Some(influence), Some(interest)) = (node.influence, node.interest) else {
                assert!(tray(&drawn).unwrap().contains(place.at) && !grid.contains(place.at), "{node:?}");
                unrated += 1;
                continue;
            };
            let across = (place.at.x - grid.min.x) / grid.width() * 5.0;
            let across = if language == "ar" { 5.0 - across } else { across };
            let up = (grid.max.y - place.at.y) / grid.height() * 5.0;
            let is_in =
                |share: f32, rating: u8| (f32::from(rating) - 1.0..=f32::from(rating)).contains(&share);
            assert!(is_in(across, interest.get()) && is_in(up, influence.get()), "{language} {:?}", node.id);
            rated += 1;
        }
    }
    assert!(rated > 60 && unrated >= 4, "{rated} {unrated}");
}

#[test]
fn on_rings_everybody_is_as_far_out_as_ties_away() {
    let drawn = drawn(sample("jenin-2012"), View::Rings, "en", CANVASES[1]);
    let network = &drawn.analysis.network;
    let mut radii: Vec<(u32, Point, f32)> = drawn
        .layout
        .grounds
        .iter()
        .filter_map(|ground| match ground {
            Ground::Ring { hops, centre, radius } => Some((*hops, *centre, *radius)),
            _ => None,
        })
        .collect();
    radii.sort_by_key(|ring| ring.0);
    let centre = radii[0].1;
    let middle =
        (0_u32..).zip(&drawn.layout.places).find(|(_, place)| place.at.distance(centre) < 0.01).unwrap().0;
    // By walking outwards, tie by tie.
    let mut hops = vec![None; network.actors.len()];
    hops[middle as usize] = Some(0_u32);
    for _ in 0..network.actors.len() {
        for tie in &drawn.ties {
            let link = network.link(*tie);
            for (from, to) in [(link.from as usize, link.to as usize), (link.to as usize, link.from as usize)]
            {
                if let Some(next) = hops[from].map(|hops: u32| hops + 1) {
                    hops[to] = Some(hops[to].map_or(next, |known: u32| known.min(next)));
                }
            }
        }
    }
    for (place, hops) in drawn.layout.places.iter().zip(hops).filter(|(_, hops)| *hops != Some(0)) {
        match hops {
            Some(hops) => {
                let radius = radii[hops as usize - 1].2;
                assert!((place.at.distance(centre) - radius).abs() < 0.1, "{hops}: {place:?} {radius}");
            }
            None => assert!(tray(&drawn).unwrap().contains(place.at)),
        }
    }
}

fn pinned(map: &mut Map, view: View, at: Point) -> String {
    let actor = map.actors[5].id.clone();
    map.layout.put(view, &actor, Some(Position { x: f64::from(at.x), y: f64::from(at.y) }));
    format!("{actor:?}")
}

#[test]
fn whom_somebody_put_somewhere_stays_there() {
    for view in [View::Levels, View::Network] {
        for language in LANGUAGES {
            let mut map = sample("jenin-2012");
            let at = Point::new(333.0, 222.0);
            let actor = pinned(&mut map, view, at);
            let drawn = drawn(map, view, language, Size::new(871.0, 753.0));
            let network = &drawn.analysis.network;
            let ids = (0..network.actors.len() as u32).map(|actor| format!("{:?}", network.actor(actor).id));
            let place = ids.zip(&drawn.layout.places).find(|(id, _)| *id == actor).unwrap().1;
            assert!(place.at.distance(at) < 0.01, "{view:?} {language}: {place:?}");
            assert_eq!(drawn.overlaps(), 0, "{view:?} {language}");
        }
    }
}
