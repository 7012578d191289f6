//! The table: rows level by level from the top of the ladder, and within a level so that tied actors are near each other.

use jisr::model::Id as _;
use jisr::model::terms::View;

use super::drawn::{CANVASES, Drawn, SAMPLES, drawn, sample};

/// The rows, from the top.
fn rows(drawn: &Drawn) -> Vec<u32> {
    let mut rows: Vec<u32> = (0..drawn.layout.places.len() as u32).collect();
    rows.sort_by(|a, b| {
        drawn.layout.places[*a as usize].at.y.total_cmp(&drawn.layout.places[*b as usize].at.y)
    });
    rows
}

/// How many rungs up somebody is.
fn height(drawn: &Drawn, actor: u32) -> usize {
    let level = &drawn.analysis.network.actor(actor).level;
    drawn.analysis.network.map.ladder().rungs().position(|(id, _, _)| id == level.as_str()).unwrap()
}

/// The sum over all tied pairs of how many rows they are apart: by definition.
fn apart(drawn: &Drawn, rows: &[u32]) -> usize {
    let row = |actor: u32| rows.iter().position(|other| *other == actor).unwrap();
    let pairs = drawn.ties.iter().map(|tie| drawn.analysis.network.link(*tie).pair());
    let pairs: std::collections::BTreeSet<(u32, u32)> = pairs.collect();
    pairs.into_iter().map(|(a, b)| row(a).abs_diff(row(b))).sum()
}

#[test]
fn rows_go_down_the_ladder_and_tied_actors_are_nearer_than_by_ids() {
    for name in SAMPLES {
        let drawn = drawn(sample(name), View::Matrix, "en", CANVASES[1]);
        let rows = rows(&drawn);
        let heights: Vec<usize> = rows.iter().map(|actor| height(&drawn, *actor)).collect();
        assert!(heights.is_sorted_by(|a, b| a >= b), "{name}: {heights:?}");
        let mut by_ids = rows.clone();
        by_ids.sort_by_key(|actor| (std::cmp::Reverse(height(&drawn, *actor)), *actor));
        let (found, plain) = (apart(&drawn, &rows), apart(&drawn, &by_ids));
        assert!(found * 10 < plain * 9, "{name}: {found}, by ids {plain}");
        // No exchange of neighbours on a level makes it better.
        for at in 1..rows.len() {
            if heights[at] == heights[at - 1] {
                let mut other = rows.clone();
                other.swap(at, at - 1);
                assert!(apart(&drawn, &other) >= found, "{name}: row {at}");
            }
        }
    }
}

#[test]
fn a_tie_is_the_cell_of_its_giver_and_its_receiver() {
    for language in ["en", "ar"] {
        let drawn = drawn(sample("jenin-2012"), View::Matrix, language, CANVASES[1]);
        for (tie, way) in drawn.ties.iter().zip(drawn.layout.ways.iter()) {
            let link = drawn.analysis.network.link(*tie);
            let [cell] = way else { panic!("{way:?}") };
            let row = drawn.layout.places[link.from as usize].at.y;
            let column = drawn.layout.column(link.to).unwrap().x;
            assert!((cell.y - row).abs() < 0.01 && (cell.x - column).abs() < 0.01, "{cell:?}");
        }
    }
}
