//! Actors side by side, for a start.

use super::{Asked, Layout, Place, straight};
use crate::picture::geometry::{Point, Rect};

pub fn layout(asked: Asked) -> Layout {
    let places: Vec<Place> = (0..asked.network.actors.len())
        .map(|n| Place {
            at: Point::new(60.0 + (n % 8) as f32 * 120.0, 60.0 + (n / 8) as f32 * 90.0),
            ..Place::default()
        })
        .collect();
    Layout { extent: Rect::of_size(asked.size), ways: straight(asked, &places), places, ..Layout::default() }
}
