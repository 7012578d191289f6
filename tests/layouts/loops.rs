//! Ties of actors to themselves: in every view there is a loop beside the mark or, in a table, a cell of the diagonal; and nothing
//! else is drawn otherwise for them.

use jisr::analysis::TO_ITSELF;
use jisr::model::Map;
use jisr::model::Tie;
use jisr::model::terms::{Status, Term as _, View};
use jisr::picture::scene::{Line, Scene};
use jisr::picture::spotlight::Spotlight;

use super::drawn::{CANVASES, drawn, sample};

/// A sample in which every fifth actor has ties to itself, more the later it stands.
fn with_loops(name: &str) -> (Map, usize) {
    let mut map = sample(name);
    let ids: Vec<_> = map.actors.iter().step_by(5).map(|actor| actor.id.clone()).collect();
    let mut count = 0;
    for (number, id) in ids.iter().enumerate() {
        for nth in 0..=number % 4 {
            let kind = if nth == 1 { "partners-with" } else { "informs" };
            map.ties.push(Tie::new(
                format!("zz{number}-{nth}").as_str().into(),
                id.clone(),
                kind.into(),
                id.clone(),
            ));
            count += 1;
        }
    }
    (map, count)
}

fn loops(scene: &Scene) -> Vec<&Line> {
    scene.lines.iter().filter(|line| line.tie.is_some_and(|tie| tie >= TO_ITSELF)).collect()
}

#[test]
fn every_tie_to_itself_is_drawn_in_every_view_and_moves_nothing() {
    for (name, language) in [("jenin-2008", "en"), ("jenin-2012", "ar")] {
        for view in View::ALL.iter().copied() {
            let plain = drawn(sample(name), view, language, CANVASES[1]);
            let (map, count) = with_loops(name);
            let drawn = drawn(map, view, language, CANVASES[1]);
            let here = format!("{view:?} of {name} in {language}");
            assert_eq!(drawn.layout, plain.layout, "{here}: nobody moves");
            let network = &drawn.analysis.network;
            assert_eq!(network.to_itself.len(), count);
            if view == View::Matrix {
                let cells: Vec<_> = drawn.scene.cells.iter().filter(|cell| cell.tie >= TO_ITSELF).collect();
                assert_eq!(cells.len(), count, "{here}");
                for cell in cells {
                    let place = drawn.layout.places[network.link(cell.tie).from as usize].at;
                    let column = drawn.layout.column(network.link(cell.tie).from).unwrap();
                    let middle = cell.rect.centre();
                    assert!((middle.y - place.y).abs() < 0.5 && (middle.x - column.x).abs() < 0.5, "{here}");
                }
                assert!(loops(&drawn.scene).is_empty());
                continue;
            }
            let loops = loops(&drawn.scene);
            assert_eq!(loops.len(), count, "{here}");
            assert!(drawn.scene.lines.windows(2).all(|pair| pair[0].tie < pair[1].tie), "{here}: in order");
            for line in loops {
                let actor = network.link(line.tie.unwrap()).from;
                let mark = drawn.scene.marks.iter().find(|mark| mark.actor == actor).unwrap();
                assert!(line.points.len() > 8, "{here}");
                for point in &line.points {
                    let away = point.distance(mark.at);
                    assert!(away > mark.radius && away < 4.5 * mark.radius, "{here}: {away}");
                    assert!(drawn.scene.extent.contains(*point), "{here}: it is in the picture");
                }
            }
        }
    }
}

#[test]
fn whoever_is_looked_at_has_its_own_ties_lit_and_what_is_not_in_use_stays_away() {
    let (mut map, _) = with_loops("jenin-2012");
    map.ties.last_mut().unwrap().status = Status::Broken;
    let drawn = drawn(map, View::Levels, "en", CANVASES[1]);
    let network = &drawn.analysis.network;
    let mut broken = 0;
    for (tie, link) in network.drawn_ties().filter(|(tie, _)| *tie >= TO_ITSELF) {
        let lit = Spotlight::neighbourhood(&drawn.analysis, link.from);
        assert_eq!(lit.ties.contains(&tie), link.is_active);
        assert!(lit.ties.is_sorted());
        assert_eq!(network.tie_place(&network.tie(tie).id), Some(tie), "it is found by its id");
        assert!(network.has_tie(tie));
        broken += usize::from(!link.is_active);
    }
    assert_eq!(broken, 1);
    assert!(!network.has_tie(TO_ITSELF + u32::try_from(network.to_itself.len()).unwrap()));
}
