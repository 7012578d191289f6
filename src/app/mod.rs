//! The window. It shows a [`Session`](crate::session::Session) and turns what people do into commands; a command is run
//! by `run.rs`, and nothing else changes anything.
//!
//! **Boundary:** the only room that knows egui. Everything that a test without a window could want is in `session`.

#![allow(
    clippy::cast_precision_loss,
    reason = "what is counted here is drawn, and a screen has fewer points than an f32 tells apart"
)]

mod broken;
mod canvas;
mod command;
mod finder;
mod fonts;
mod icons;
mod keymap;
mod pages;
mod panels;
mod picker;
mod quick;
mod run;
mod shell;
mod signals;
mod start;
mod theme;
mod widgets;

pub use command::{Command, Tab};
pub use picker::{FilePicker, FileRequest, Picked, Scripted};
pub use shell::Shell;
pub use start::{Renderer, Start, open};
