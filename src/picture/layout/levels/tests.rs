//! The view by levels on the samples, on small maps against all orders there are, and on what nobody expects.

use std::sync::Arc;

use super::crossings::crossings;
use super::obstacles::{Hits, Obstacles};
use super::*;
use crate::analysis::{Network, TieIx};
use crate::model::terms::View;
use crate::model::{Actor, ActorId, Language, Level, Map, Tie};
use crate::picture::names::Name;

/// The canvas of a window of 1366 × 768, and of 1440 × 900.
const CANVASES: [Size; 2] = [Size::new(820.0, 600.0), Size::new(860.0, 740.0)];

/// A map that is laid out, and what was asked.
struct Laid {
    network: Network,
    names: Vec<Name>,
    ties: Vec<TieIx>,
    layout: Layout,
}

fn sample(name: &str) -> Map {
    let bytes = std::fs::read(format!("sample-maps/{name}.jisr")).unwrap();
    crate::format::jisr::read(&bytes).unwrap().map
}

fn lay_out(map: Map, language: &str, size: Size) -> Laid {
    let network = Network::of(Arc::new(map));
    let language = Language::new(language);
    let names = (0..).take(network.actors.len());
    let names: Vec<Name> = names.map(|actor| Name::of(network.actor(actor).name.read(&language))).collect();
    let ties: Vec<TieIx> = (0..).take(network.ties.len()).collect();
    let is_right_to_left = language.base() == "ar";
    let (view, centre) = (View::Levels, None);
    let asked = Asked { network: &network, view, size, names: &names, ties: &ties, centre, is_right_to_left };
    let layout = layout(asked, &|_| true).unwrap();
    assert_eq!(layout, super::layout(asked, &|_| true).unwrap(), "the same question, the same answer");
    Laid { layout, names, ties, network }
}

impl Laid {
    fn obstacles(&self) -> Obstacles {
        Obstacles::of(&self.layout.places, &self.names, &[], self.layout.extent)
    }

    /// How many names and marks sit on others.
    fn overlaps(&self) -> usize {
        let all = self.obstacles().all;
        let pairs =
            all.iter().enumerate().flat_map(|(at, one)| all[at + 1..].iter().map(move |other| (one, other)));
        pairs.filter(|(one, other)| one.rect.overlaps(&other.rect)).count()
    }

    /// What all ways together run into.
    fn hits(&self) -> Hits {
        let obstacles = self.obstacles();
        let mut all = Hits::default();
        for (way, tie) in self.layout.ways.iter().zip(&self.ties) {
            let hits = obstacles.hits(way, self.network.link(*tie).pair());
            all.marks += hits.marks;
            all.names += hits.names;
            all.is_outside |= hits.is_outside;
        }
        all
    }

    /// How often ways cross as they are drawn.
    fn drawn_crossings(&self) -> usize {
        let ways: Vec<&[Point]> = self.layout.ways.iter().collect();
        let mut crossings = 0;
        for (at, one) in ways.iter().enumerate() {
            for other in &ways[at + 1..] {
                for a in one.windows(2) {
                    crossings +=
                        other.windows(2).filter(|b| polish::do_cross(a[0], a[1], b[0], b[1])).count();
                }
            }
        }
        crossings
    }

    /// What holds for every map.
    fn check(&self) {
        let layout = &self.layout;
        assert_eq!(layout.places.len(), self.network.actors.len());
        assert_eq!(layout.ways.len(), self.ties.len());
        let is_sound = |at: &Point| at.x.is_finite() && at.y.is_finite();
        assert!(layout.places.iter().all(|place| is_sound(&place.at)));
        assert!(is_sound(&layout.extent.min) && is_sound(&layout.extent.max));
        assert_eq!(layout.grounds.len(), self.network.levels.len(), "a band for each level");
        for (way, tie) in layout.ways.iter().zip(&self.ties) {
            let link = self.network.link(*tie);
            assert!(way.iter().all(is_sound));
            assert_eq!(way.first(), Some(&layout.places[link.from as usize].at));
            assert_eq!(way.last(), Some(&layout.places[link.to as usize].at));
        }
        for (place, node) in layout.places.iter().zip(&self.network.actors) {
            let in_band = layout.grounds.iter().any(|ground| match ground {
                Ground::Band { level, rect, .. } => *level == node.level && rect.contains(place.at),
                _ => false,
            });
            assert!(in_band, "{place:?}");
        }
    }
}

#[test]
fn nothing_sits_on_anything_on_the_samples() {
    for name in ["jenin-2008", "jenin-2012", "valley-before", "valley-training"] {
        for size in CANVASES {
            for language in ["en", "ar"] {
                let laid = lay_out(sample(name), language, size);
                laid.check();
                let (hits, extent) = (laid.hits(), laid.layout.extent);
                println!(
                    "{name} {language} {size:?}: {extent:?}, overlaps {}, {hits:?}, {} crossings",
                    laid.overlaps(),
                    laid.drawn_crossings()
                );
                assert_eq!(laid.overlaps(), 0, "{name} {language} {size:?}");
                let zoom = (size.width / extent.width()).min(size.height / extent.height());
                assert!(zoom >= 0.8, "{name} {language} {size:?}: {zoom}");
                assert_eq!(hits.marks, 0, "{name} {language} {size:?}");
                if name.starts_with("jenin") {
                    assert_eq!(extent, Rect::of_size(size));
                    assert!(hits.names <= 12, "{name} {language} {size:?}");
                }
            }
        }
    }
}
