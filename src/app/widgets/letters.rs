//! Whether shapes that are kept from one frame to the next still show the letters that they were made of.

use std::sync::Arc;

use egui::{Context, Galley};

use super::{Text, galley};

/// The state of the texture that holds the letters: shapes with letters in them may be shown again as long as it is equal.
///
/// A laid-out text holds places in that texture. egui makes the texture anew when it is nearly full, with other fonts, and
/// with another way to smooth letters (a dark theme has one of its own), and afterwards something else stands at those
/// places. Its size and how full it is do not tell: a new one fills up again before anybody looks. But egui then throws
/// away all that it has laid out itself, so a text that it lays out anew, though it was asked for in the frame before, says
/// that the texture is another one. What is laid out also depends on how many pixels a point has; so does this.
#[derive(Debug, Clone)]
pub struct Letters(Arc<Galley>);

impl Letters {
    /// As it is now. To be asked for in every frame: after one in which nobody asked it counts as another.
    pub fn of(ctx: &Context) -> Self {
        Self(galley(ctx, &Text::new("·")))
    }
}

impl PartialEq for Letters {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}
