//! The bars and panels around the canvas.

mod belts;
mod both;
mod bridges;
mod channel;
mod dates;
mod details;
mod filters;
mod findings;
mod foot;
mod left;
mod right;
mod steps;
mod top;
mod trying;

pub use both::both_ui;
pub use dates::dates_ui;
pub use foot::foot_ui;
pub use left::left_ui;
pub use right::right_ui;
pub use steps::steps_ui;
pub use top::{lenses_ui, top_ui};
pub use trying::trying_ui;

use egui::{Frame, Margin, Stroke};

use super::theme::colour;
use crate::picture::palette::Palette;

/// The ground of a panel.
fn frame(palette: &Palette, margin: Margin) -> Frame {
    Frame::new().fill(colour(palette.panel)).inner_margin(margin).stroke(Stroke::NONE)
}
