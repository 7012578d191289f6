//! Flows through the window as people go through it: everything is found by what it is and what it is called.

#![cfg(feature = "gui")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::missing_panics_doc,
    reason = "a test stops at the first surprise, and says what it skips"
)]

mod building;
mod files;
mod flows;
mod looking;
mod own;
mod paper;
mod pictures;
mod real;
mod saving;
mod settings;
mod ties;
mod versions;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use egui_kittest::{Harness, HarnessBuilder};
use jisr::app::{Command, Picked, Scripted, Shell};
use jisr::model::Language;
use jisr::session::{Keeper, Motion, Recent, Session, Settings};
use jisr::words::Words;

/// The window of a laptop.
pub const LAPTOP: [f32; 2] = [1366.0, 768.0];
/// The window of a desk.
pub const DESK: [f32; 2] = [1440.0, 900.0];

/// The file of a sample map.
pub fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-maps").join(format!("{name}.jisr"))
}

/// A window without a map, in which these files are picked when one is asked for.
pub fn window(size: [f32; 2], picked: Vec<Option<PathBuf>>) -> Harness<'static, Shell> {
    build(Harness::builder().with_size(size).with_max_steps(40), picked)
}

/// A window in which a frame takes as long as on a screen.
pub fn slow_window(size: [f32; 2]) -> Harness<'static, Shell> {
    build(Harness::builder().with_size(size).with_max_steps(40).with_step_dt(1.0 / 60.0), Vec::new())
}

/// A window of which pictures can be taken.
pub fn window_with_pictures(size: [f32; 2]) -> Harness<'static, Shell> {
    build(Harness::builder().with_size(size).with_max_steps(40).wgpu(), Vec::new())
}

/// A window that keeps versions and drafts in a folder.
pub fn keeping_window(size: [f32; 2], folder: &Path) -> Harness<'static, Shell> {
    let keeper = Keeper::new(Some(folder.to_owned()));
    build_with(Harness::builder().with_size(size).with_max_steps(40), Vec::new(), keeper)
}

/// A window in which asking for a file comes to this, in turn, and that keeps versions and drafts in a folder.
pub fn asking_window(size: [f32; 2], answers: Vec<Picked>, own: &Path) -> Harness<'static, Shell> {
    let keeper = Keeper::new(Some(own.to_owned()));
    build_asking(Harness::builder().with_size(size).with_max_steps(40), answers, keeper)
}

fn build(builder: HarnessBuilder<Shell>, picked: Vec<Option<PathBuf>>) -> Harness<'static, Shell> {
    build_with(builder, picked, Keeper::new(Some(own_folder())))
}

/// A folder that no other window has: a window without one says that it can keep no drafts, some moments after a change.
fn own_folder() -> PathBuf {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("window-{}-{count}", std::process::id()))
}

fn build_with(
    builder: HarnessBuilder<Shell>,
    picked: Vec<Option<PathBuf>>,
    keeper: Keeper,
) -> Harness<'static, Shell> {
    let answers = picked.into_iter().map(|picked| picked.map_or(Picked::Nothing, Picked::File));
    build_asking(builder, answers.collect(), keeper)
}

fn build_asking(
    builder: HarnessBuilder<Shell>,
    answers: Vec<Picked>,
    keeper: Keeper,
) -> Harness<'static, Shell> {
    builder.build_eframe(|creation| {
        // Pictures are taken of what stands still.
        let mut settings = Settings::default();
        settings.motion = Motion::Less;
        let words = Words::of(&Language::new("en"));
        let session = Session::new(words, settings, Recent::load(None), keeper, Arc::new(|| {}));
        Shell::new(session, Box::new(Scripted::new(answers)), &creation.egui_ctx)
    })
}

/// A window with a map in it.
pub fn opened(name: &str, size: [f32; 2]) -> Harness<'static, Shell> {
    open(window(size, Vec::new()), name)
}

/// Opens a sample map.
pub fn open(mut window: Harness<'static, Shell>, name: &str) -> Harness<'static, Shell> {
    window.state_mut().ask(Command::OpenFile(sample(name)));
    settle(&mut window);
    assert!(window.state().session.document.is_some(), "{name} is open");
    window
}

/// Goes on until nothing is being worked out any more.
pub fn settle(window: &mut Harness<'static, Shell>) {
    let start = Instant::now();
    loop {
        window.run_steps(2);
        if !window.state_mut().session.poll() && !window.state().is_reading() {
            break;
        }
        assert!(start.elapsed() < Duration::from_mins(1), "something never ends");
        std::thread::sleep(Duration::from_millis(5));
    }
    window.run_steps(3);
}
