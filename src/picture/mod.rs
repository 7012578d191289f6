//! Pictures: a map and what it says, as shapes and text in plain numbers. The window draws them and so does every
//! export, so what is on the screen is what leaves it.
//!
//! The way leads from [`names`] (how much room each name takes) over [`layout`] (where everybody stands, which way every
//! tie runs) to a [`scene`] (shapes in the colours of a [`palette`], through a [`lens`]).
//!
//! **Boundary:** nothing here knows a screen, a window or a file. Lengths are in points, x to the right, y down.

#![allow(
    clippy::cast_precision_loss,
    reason = "what is counted here is drawn, and a screen has fewer points than an f32 tells apart"
)]

pub mod faces;
pub mod geometry;
mod grounds;
pub mod labels;
pub mod layout;
pub mod legend;
pub mod lens;
pub mod names;
pub mod palette;
pub mod ruler;
pub mod scene;
pub mod spotlight;
pub mod trim;
