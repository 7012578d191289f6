//! Pictures of the window, compared with those that somebody has looked at.
//!
//! They are rendered in software. Where there is nothing to render with they are skipped, which is said; where
//! `JISR_RENDER` is set, as in CI, that is a failure. `UPDATE_SNAPSHOTS=true` takes them anew.

use std::sync::OnceLock;

use egui_kittest::{SnapshotOptions, SnapshotResults};
use jisr::app::Command;
use jisr::model::terms::{Term as _, View};
use jisr::picture::palette::Theme;
use jisr::picture::spotlight::Item;

use super::{DESK, LAPTOP, open, settle, window_with_pictures};

/// Whether there is something to render with; asked in another process, because some systems answer with a crash.
pub fn can_render() -> bool {
    static CAN: OnceLock<bool> = OnceLock::new();
    *CAN.get_or_init(|| {
        if std::env::var_os("JISR_PROBE").is_some() {
            return true;
        }
        let probe = std::process::Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "pictures::probe", "--nocapture"])
            .env("JISR_PROBE", "1")
            .output();
        let can = probe.is_ok_and(|probe| probe.status.success());
        if !can {
            assert!(std::env::var_os("JISR_RENDER").is_none(), "there is nothing to render with");
            eprintln!("skipped: pictures of the window, because there is no Vulkan or OpenGL to render them with (apt install mesa-vulkan-drivers)");
        }
        can
    })
}

#[test]
fn probe() {
    if std::env::var_os("JISR_PROBE").is_some() {
        let mut window = window_with_pictures([64.0, 64.0]);
        window.run_steps(1);
        window.render().expect("something to render with");
    }
}

/// Software renderers differ in the last bit of a colour and at soft edges, but not in more than a few pixels.
fn options() -> SnapshotOptions {
    SnapshotOptions::new().threshold(1.2).max_failed_pixels(60_usize)
}

#[test]
fn every_view_of_every_sample_in_both_themes() {
    if !can_render() {
        return;
    }
    let mut results = SnapshotResults::new();
    for sample in ["jenin-2008", "jenin-2012", "valley-training"] {
        let mut window = open(window_with_pictures(DESK), sample);
        for theme in [Theme::Light, Theme::Dark] {
            for view in View::ALL {
                window.state_mut().ask(Command::Theme(theme));
                window.state_mut().ask(Command::View(*view));
                settle(&mut window);
                let name = format!("{sample}-{}-{}", view.id(), theme.id());
                results.add(window.try_snapshot_options(&name, &options()));
            }
        }
        results.extend_harness(&mut window);
    }
}

#[test]
fn what_is_looked_at_is_lit() {
    if !can_render() {
        return;
    }
    let mut results = SnapshotResults::new();
    let mut window = open(window_with_pictures(DESK), "jenin-2012");
    let camp = {
        let network = &window.state().session.document.as_ref().unwrap().analysis.network;
        network.place(&"camp-committee".into()).unwrap()
    };
    window.state_mut().ask(Command::Look(Some(Item::Actor(camp))));
    settle(&mut window);
    results.add(window.try_snapshot_options("channel", &options()));
    window.state_mut().ask(Command::Theme(Theme::Print));
    settle(&mut window);
    results.add(window.try_snapshot_options("channel-print", &options()));
    results.extend_harness(&mut window);
}

#[test]
fn the_welcome_page_and_a_small_window() {
    if !can_render() {
        return;
    }
    let mut results = SnapshotResults::new();
    let mut welcome = window_with_pictures(LAPTOP);
    settle(&mut welcome);
    results.add(welcome.try_snapshot_options("welcome", &options()));
    let mut laptop = open(window_with_pictures(LAPTOP), "jenin-2012");
    results.add(laptop.try_snapshot_options("laptop", &options()));
    results.extend_harness(&mut welcome);
    results.extend_harness(&mut laptop);
}

/// Without any colour, forms and lines still tell who is who: a picture to look at, and beside it what can be counted.
#[test]
fn the_map_without_colours() {
    if !can_render() {
        return;
    }
    let mut window = open(window_with_pictures(DESK), "jenin-2012");
    let mut picture = window.render().expect("a picture");
    for pixel in picture.pixels_mut() {
        let [red, green, blue, _] = pixel.0.map(f32::from);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 255")]
        let grey = (0.2126 * red + 0.7152 * green + 0.0722 * blue).round() as u8;
        pixel.0 = [grey, grey, grey, 255];
    }
    let mut results = SnapshotResults::new();
    results.add(egui_kittest::try_image_snapshot_options(&picture, "grey", &options()));
    results.extend_harness(&mut window);
}
