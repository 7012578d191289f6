//! Levels on the sample maps: nothing on anything, in both languages and in both windows; and on unpleasant maps.

use std::sync::Arc;

use super::order::{crossings, pairs};
use super::*;
use crate::analysis::Network;
use crate::model::terms::Tier;
use crate::model::{Actor, Language, Level, Map};
use crate::picture::geometry::Size;
use crate::picture::labels::overlapping;
use crate::picture::names::{Name, names};
use crate::session::starters::{SAMPLES, starter};
use crate::words::Words;

/// The canvas in the window of a laptop, and of a desk.
const CANVASES: [Size; 2] = [Size::new(796.0, 620.0), Size::new(870.0, 752.0)];

fn laid(map: Map, size: Size, language: &str, check: impl Fn(Asked, &Layout)) {
    let network = Network::of(Arc::new(map));
    let names = names(&network, &Words::of(&Language::new(language)));
    let ties: Vec<u32> =
        (0..).zip(&network.ties).filter(|(_, link)| link.is_active).map(|(tie, _)| tie).collect();
    let asked = Asked {
        network: &network,
        view: View::Levels,
        size,
        names: &names,
        ties: &ties,
        centre: None,
        is_right_to_left: language == "ar",
    };
    let found = layout(asked, &|_| true).unwrap();
    let again = layout(asked, &|_| true).unwrap();
    assert_eq!(found, again, "the same map always looks the same");
    assert!(found.places.iter().all(|place| place.at.x.is_finite() && place.at.y.is_finite()));
    assert_eq!((found.places.len(), found.ways.len()), (network.actors.len(), ties.len()));
    check(asked, &found);
}

fn sample(name: &str) -> Map {
    SAMPLES.iter().find(|(known, _)| *known == name).and_then(|(_, text)| starter(text)).unwrap()
}

fn rooms(names: &[Name], layout: &Layout) -> Vec<(Rect, Rect)> {
    let room = |(place, name): (&Place, &Name)| {
        let mark = Rect::around(place.at, Size::new(2.0 * MARK, 2.0 * MARK));
        (mark, place.side.room(place.at, MARK, name.size))
    };
    layout.places.iter().zip(names).map(room).collect()
}

#[test]
fn no_name_lies_on_a_name_or_a_mark() {
    for (name, _) in SAMPLES {
        for size in CANVASES {
            for language in ["en", "ar"] {
                laid(sample(name), size, language, |asked, layout| {
                    let rooms = rooms(asked.names, layout);
                    assert_eq!(overlapping(&rooms), [], "{name} {language} {size:?}");
                });
            }
        }
    }
}

#[test]
fn both_jenin_maps_fit_as_they_are_and_the_valley_nearly() {
    for (name, least) in [("jenin-2008", 0.97), ("jenin-2012", 0.97), ("valley-training", 0.5)] {
        for size in CANVASES {
            laid(sample(name), size, "en", |_, layout| {
                let zoom = (size.width / layout.extent.width()).min(size.height / layout.extent.height());
                assert!(zoom >= least, "{name} at {size:?}: {zoom}");
            });
        }
    }
}

#[test]
fn ties_keep_off_marks_that_are_not_their_ends() {
    for (name, most) in [("jenin-2008", 0), ("jenin-2012", 2), ("valley-training", 14)] {
        laid(sample(name), CANVASES[1], "en", |asked, layout| {
            let mut through = Vec::new();
            for (tie, way) in asked.ties.iter().zip(layout.ways.iter()) {
                let link = asked.network.link(*tie);
                for (actor, place) in (0..).zip(&layout.places) {
                    let is_end = actor == link.from || actor == link.to;
                    let touches = way.windows(2).any(|pair| {
                        crate::picture::geometry::distance_to_line(place.at, pair[0], pair[1]) < MARK - 2.0
                    });
                    if touches && !is_end {
                        through.push((
                            asked.network.tie(*tie).id.to_string(),
                            asked.network.actor(actor).id.to_string(),
                        ));
                    }
                }
            }
            assert!(through.len() <= most, "{name}: {through:?}");
        });
    }
}

#[test]
fn ties_of_one_pair_run_apart() {
    laid(sample("valley-training"), CANVASES[0], "en", |asked, layout| {
        for (a, first) in asked.ties.iter().enumerate() {
            for (b, second) in asked.ties.iter().enumerate().skip(a + 1) {
                if asked.network.link(*first).pair() == asked.network.link(*second).pair() {
                    let middle = |way: usize| crate::picture::trim::middle(layout.ways.get(way));
                    assert!(middle(a).distance(middle(b)) > 3.0, "ties {first} and {second}");
                }
            }
        }
    });
}

#[test]
fn the_order_has_fewer_crossings_than_that_of_ids() {
    for (name, _) in SAMPLES {
        laid(sample(name), CANVASES[1], "en", |asked, layout| {
            let found = crossings(&pairs(asked), &|actor| layout.places[actor as usize].at);
            let bands = levels_from_top(asked);
            let width = width(asked, &bands);
            let mut plain: Vec<Band> = bands
                .iter()
                .map(|(level, actors)| Band {
                    level: *level,
                    rows: rows(asked, actors, width),
                    span: (0.0, 0.0),
                })
                .collect();
            stack(&mut plain, asked.size.height);
            let plain = place::places(asked, &plain, width);
            let by_id = crossings(&pairs(asked), &|actor| plain[actor as usize].at);
            assert!(found * 10 <= by_id * 8, "{name}: {found} of {by_id}");
        });
    }
}

#[test]
fn unpleasant_maps_are_laid_out() {
    let sizes = [Size::new(0.0, 0.0), Size::new(200.0, 100.0), Size::new(5_000.0, 90.0)];
    let actor = |number: usize, level: &str| {
        Actor::new(format!("a{number}").as_str().into(), "A name".into(), "police".into(), level.into())
    };
    let mut one = Map::default();
    one.actors.push(actor(0, "national"));
    let crowd = Map { actors: (0..200).map(|number| actor(number, "community")).collect(), ..Map::default() };
    let rung = |number: usize| Level {
        id: format!("l{number}").as_str().into(),
        name: "A level".into(),
        tier: Tier::Local,
        extra: crate::model::Bag::default(),
    };
    let ladder = Map {
        levels: (0..12).map(rung).collect(),
        actors: (0..24).map(|number| actor(number, &format!("l{}", number % 12))).collect(),
        ..Map::default()
    };
    for map in [Map::default(), one, crowd, ladder] {
        for size in sizes {
            laid(map.clone(), size, "en", |asked, layout| {
                assert_eq!(overlapping(&rooms(asked.names, layout)), []);
            });
        }
    }
}

#[test]
fn work_that_is_told_to_stop_stops() {
    let network = Network::of(Arc::new(sample("jenin-2012")));
    let names = names(&network, &Words::of(&Language::new("en")));
    let asked = Asked {
        network: &network,
        view: View::Levels,
        size: CANVASES[0],
        names: &names,
        ties: &[],
        centre: None,
        is_right_to_left: false,
    };
    assert_eq!(layout(asked, &|_| false), Err(Stopped));
}
