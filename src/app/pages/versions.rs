//! What maps once were: which versions are kept, what differs from now, having one back, and being rid of them.

use egui::Ui;

use crate::app::command::{Command, Queue};
use crate::app::icons;
use crate::app::theme::{self, STEP};
use crate::app::widgets::{ROW, SCROLL_BAR, Text, button, row, scroll, sheet};
use crate::picture::palette::Palette;
use crate::picture::ruler::Weight;
use crate::session::Session;
use crate::session::keeping::{KEPT, Shelf, Version};
use crate::session::versions::{EarlierVersions, Held, Looked, Purge, until};
use crate::words::args;

/// What else there is on the page takes so much of its height.
const AROUND: f32 = 250.0;

/// What somebody wants of the page.
enum Wish {
    Look(Shelf, Version),
    Arm(Purge),
    Disarm,
    Purge(Purge),
    Close,
}

/// A sheet over the window with all versions, while it is open.
pub fn versions_ui(
    ui: &Ui,
    session: &mut Session,
    open: &mut Option<Box<EarlierVersions>>,
    queue: &mut Queue,
) {
    let Some(page) = open else { return };
    session.poll_versions(page);
    let mut wish = None;
    let shown = sheet(ui, "versions", 720.0, |ui| {
        let (words, palette) = (&session.words, session.settings.theme.palette());
        let title = words.text("versions-title");
        Text::new(&title).size(theme::LARGE).weight(Weight::Bold).ink(palette.ink).show(ui);
        let kept = if session.keeps_versions() { "versions-kept" } else { "versions-not-kept" };
        let kept = words.say(kept, &args([("count", KEPT.into())]));
        Text::new(&kept).size(theme::QUIET).ink(palette.second_ink).show(ui);
        ui.add_space(2.0 * STEP);
        let height = (ui.ctx().content_rect().height() - AROUND).clamp(120.0, 520.0);
        scroll(height).id_salt("versions").show(ui, |ui| {
            wish = shelves_ui(ui, session, page, queue);
        });
        ui.add_space(3.0 * STEP);
        if let Some(asked) = foot_ui(ui, session, page) {
            wish = Some(asked);
        }
    });
    match wish {
        Some(Wish::Look(shelf, version)) => session.look_at_version(page, &shelf, version),
        Some(Wish::Arm(purge)) => page.armed = Some(purge),
        Some(Wish::Disarm) => page.armed = None,
        Some(Wish::Purge(purge)) => session.purge(page, Some(purge)),
        Some(Wish::Close) => *open = None,
        // Escape leaves the question first.
        None if shown.should_close() && page.armed.take().is_none() => *open = None,
        None => {}
    }
}

fn shelves_ui(ui: &mut Ui, session: &Session, page: &EarlierVersions, queue: &mut Queue) -> Option<Wish> {
    let (words, palette) = (&session.words, session.settings.theme.palette());
    let mut wish = None;
    if page.shelves.is_empty() {
        let said = if page.is_working() { "files-looking" } else { "versions-none" };
        Text::new(&words.text(said)).ink(palette.second_ink).show(ui);
    }
    for shelf in &page.shelves {
        heading_ui(ui, session, page, shelf);
        for version in &shelf.versions {
            let looked = page.looked.as_ref().filter(|looked| looked.version == *version);
            if version_ui(ui, session, shelf, version, looked.is_some()) {
                wish = Some(Wish::Look(shelf.clone(), version.clone()));
            }
            if let Some(looked) = looked {
                wish = looked_ui(ui, session, page, shelf, looked, queue).or(wish);
            }
        }
        let purge = Purge::Shelf(shelf.clone());
        let all = words.say("versions-delete-shelf", &args([("count", shelf.versions.len().into())]));
        if button(ui, palette, Some(icons::TRASH), &all, false).clicked() {
            wish = Some(Wish::Arm(purge));
        }
        ui.add_space(4.0 * STEP);
    }
    wish
}

/// Whose versions these are.
fn heading_ui(ui: &mut Ui, session: &Session, page: &EarlierVersions, shelf: &Shelf) {
    let (words, palette) = (&session.words, session.settings.theme.palette());
    let name = match &shelf.file {
        Some(file) => file.display().to_string(),
        None => words.text("versions-of-unknown"),
    };
    Text::new(&name).size(theme::HEADING).weight(Weight::Bold).ink(palette.ink).show(ui);
    let state = match (page.is_of_open(shelf), shelf.is_there, &shelf.file) {
        (true, ..) => "versions-of-open",
        (_, true, _) => "versions-of-other",
        (_, false, Some(_)) => "versions-of-gone",
        (_, false, None) => "versions-of-unknown-what",
    };
    Text::new(&words.text(state)).size(theme::QUIET).ink(palette.second_ink).show(ui);
}

fn version_ui(ui: &mut Ui, session: &Session, shelf: &Shelf, version: &Version, is_looked_at: bool) -> bool {
    let (words, palette) = (&session.words, session.settings.theme.palette());
    let kilobytes = usize::try_from(version.bytes.div_ceil(1024)).unwrap_or(usize::MAX);
    let size = words.say("files-size", &args([("kilobytes", kilobytes.into())]));
    let said = words.say("version-until", &args([("until", until(version, shelf, words).into())]));
    let response = row(ui, palette, &said, is_looked_at, |ui, rect| {
        let weight = if is_looked_at { Weight::Bold } else { Weight::Regular };
        Text::new(&said).weight(weight).ink(palette.ink).paint(ui, rect.left_center(), rect.width() - 100.0);
        Text::new(&size)
            .size(theme::QUIET)
            .ink(palette.second_ink)
            .paint_before(ui, rect.right_center() - egui::vec2(SCROLL_BAR, 0.0));
    });
    response.clicked()
}

/// What the version that is looked at holds, and what can be done with it.
fn looked_ui(
    ui: &mut Ui,
    session: &Session,
    page: &EarlierVersions,
    shelf: &Shelf,
    looked: &Looked,
    queue: &mut Queue,
) -> Option<Wish> {
    let (words, palette) = (&session.words, session.settings.theme.palette());
    ui.indent("looked", |ui| {
        match &looked.held {
            Err(why) => _ = Text::new(why).ink(palette.bad).show(ui),
            Ok(held) => held_ui(ui, palette, held),
        }
        ui.add_space(STEP);
        ui.horizontal_wrapped(|ui| {
            if let Ok(held) = &looked.held {
                let until = until(&looked.version, shelf, words);
                // Of a map that is not open, or that lies nowhere any more, it becomes a new one.
                let is_open = page.is_of_open(shelf);
                let restore = words.text("version-restore");
                if is_open && button(ui, palette, Some(icons::HISTORY), &restore, true).clicked() {
                    queue.push(Command::Restore(held.map.clone(), until));
                }
                let as_new = words.text("version-open");
                if button(ui, palette, Some(icons::MAP_TRIFOLD), &as_new, !is_open).clicked() {
                    queue.push(Command::OpenMap(held.map.clone()));
                }
            }
            let delete = words.text("version-delete");
            let is_pressed = button(ui, palette, Some(icons::TRASH), &delete, false).clicked();
            is_pressed.then(|| Wish::Arm(Purge::One(looked.version.clone())))
        })
        .inner
    })
    .inner
}

fn held_ui(ui: &mut Ui, palette: &Palette, held: &Held) {
    Text::new(&held.what).weight(Weight::Medium).ink(palette.ink).show(ui);
    for said in &held.differs {
        Text::new(said).size(theme::QUIET).ink(palette.ink).show(ui);
    }
}

/// What is deleted only once that was said twice, and the way out.
fn foot_ui(ui: &mut Ui, session: &Session, page: &EarlierVersions) -> Option<Wish> {
    let (words, palette) = (&session.words, session.settings.theme.palette());
    let count = |keep: fn(&Shelf) -> bool| -> usize {
        page.shelves.iter().filter(|shelf| keep(shelf)).map(|shelf| shelf.versions.len()).sum()
    };
    let (gone, all) = (count(|shelf| !shelf.is_there), count(|_| true));
    let mut wish = None;
    ui.set_min_height(ROW);
    if let Some(armed) = &page.armed {
        let count = match armed {
            Purge::One(_) => 1,
            Purge::Shelf(shelf) => shelf.versions.len(),
            Purge::Gone => gone,
            Purge::All => all,
        };
        let question = words.say("versions-delete-sure", &args([("count", count.into())]));
        Text::new(&question).weight(Weight::Bold).ink(palette.bad).show(ui);
        ui.horizontal_wrapped(|ui| {
            if button(ui, palette, Some(icons::TRASH), &words.text("versions-delete-yes"), true).clicked() {
                wish = Some(Wish::Purge(armed.clone()));
            }
            if button(ui, palette, None, &words.text("unsaved-cancel"), false).clicked() {
                wish = Some(Wish::Disarm);
            }
        });
        return wish;
    }
    ui.horizontal_wrapped(|ui| {
        if button(ui, palette, None, &words.text("close"), true).clicked() {
            wish = Some(Wish::Close);
        }
        for (id, count, purge) in
            [("versions-delete-gone", gone, Purge::Gone), ("versions-delete-all", all, Purge::All)]
        {
            let label = words.say(id, &args([("count", count.into())]));
            if count > 0 && button(ui, palette, Some(icons::TRASH), &label, false).clicked() {
                wish = Some(Wish::Arm(purge));
            }
        }
    });
    wish
}
