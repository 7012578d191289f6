//! What is in a folder, row by row; only those in sight are drawn.

use egui::{Align2, Ui, vec2};

use super::{FilePage, Wish};
use crate::app::icons;
use crate::app::theme::{self, STEP, colour};
use crate::app::widgets::{ROW, SCROLL_BAR, Text, row, scroll};
use crate::picture::ruler::Weight;
use crate::session::browse::Entry;
use crate::session::{Session, clock};
use crate::words::args;

/// The widths of the columns on the right.
const WHEN: f32 = 130.0;
const SIZE: f32 = 80.0;

/// The rows.
pub fn list_ui(ui: &mut Ui, page: &mut FilePage, session: &Session, height: f32) {
    let palette = session.settings.theme.palette();
    let mut pressed = None;
    let mut area = scroll(height).id_salt("files");
    if let Some(chosen) = page.chosen.filter(|_| std::mem::take(&mut page.wants_sight)) {
        let top = chosen as f32 * ROW;
        area = area.vertical_scroll_offset((top - height / 2.0).max(0.0));
    }
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        area.auto_shrink([false, false]).show_rows(ui, ROW, page.rows.len(), |ui, shown| {
            for at in shown {
                let entry = &page.listing.entries[page.rows[at]];
                let said = label(session, entry);
                let response = row(ui, palette, &said, page.chosen == Some(at), |ui, rect| {
                    let (icon, ink) = if entry.is_folder {
                        (icons::FOLDER_OPEN, palette.second_ink)
                    } else {
                        (icons::MAP_TRIFOLD, palette.accent)
                    };
                    let left = rect.left_center();
                    let font = theme::icon_font(15.0);
                    ui.painter().text(left + vec2(8.0, 0.0), Align2::CENTER_CENTER, icon, font, colour(ink));
                    let weight = if entry.is_folder { Weight::Medium } else { Weight::Regular };
                    let room = rect.width() - 28.0 - WHEN - SIZE;
                    Text::new(&entry.label).weight(weight).ink(palette.ink).paint(
                        ui,
                        left + vec2(24.0, 0.0),
                        room,
                    );
                    details_ui(ui, session, entry, rect);
                });
                if response.clicked() {
                    pressed = Some((at, response.double_clicked()));
                }
            }
        });
    });
    if let Some((at, is_twice)) = pressed {
        press(page, session, at, is_twice);
    }
    foot_ui(ui, page, session);
}

/// A folder is gone into, a file chosen; pressed twice it is taken.
fn press(page: &mut FilePage, session: &Session, at: usize, is_twice: bool) {
    let entry = &page.listing.entries[page.rows[at]];
    if entry.is_folder {
        let folder = page.listing.folder.join(&entry.name);
        page.go(folder, &session.words);
        return;
    }
    let path = page.listing.folder.join(&entry.name);
    page.choose(at);
    page.wants_sight = false;
    if is_twice {
        page.look(Wish::Take, path, &session.words);
    }
}

/// What a screen reader says of a row.
fn label(session: &Session, entry: &Entry) -> String {
    if entry.is_folder {
        session.words.say("files-folder", &args([("name", entry.label.as_str().into())]))
    } else {
        entry.label.clone()
    }
}

fn details_ui(ui: &Ui, session: &Session, entry: &Entry, rect: egui::Rect) {
    if entry.is_folder {
        return;
    }
    let palette = session.settings.theme.palette();
    let quiet = |text: &str, right: f32| {
        let text = Text::new(text).size(theme::QUIET).ink(palette.second_ink);
        text.paint_before(ui, rect.right_center() - vec2(right, 0.0));
    };
    quiet(&size(session, entry.bytes), SCROLL_BAR);
    if let Some(when) = entry.modified.and_then(clock::local) {
        quiet(&when, SIZE);
    }
}

fn size(session: &Session, bytes: u64) -> String {
    // What is not empty has at least one.
    let kilobytes = usize::try_from(bytes.div_ceil(1024)).unwrap_or(usize::MAX);
    session.words.say("files-size", &args([("kilobytes", kilobytes.into())]))
}

/// What is not in the rows: that there are none, or too many, or that they are still being read.
fn foot_ui(ui: &mut Ui, page: &FilePage, session: &Session) {
    let (words, palette) = (&session.words, session.settings.theme.palette());
    let working = page.looking.as_ref().map(|(_, job)| job.progress().done).filter(|done| *done > 0);
    let said = match working {
        Some(done) => words.say("files-reading", &args([("count", done.into())])),
        None if page.looking.is_some() => words.text("files-looking"),
        None if page.listing.more > 0 => words.say("left-more", &args([("count", page.listing.more.into())])),
        // Why nothing of it is shown stands below the line.
        None if page.listing.trouble.is_some() => String::new(),
        None if page.rows.is_empty() && page.listing.entries.is_empty() => words.text("files-empty"),
        None if page.rows.is_empty() => {
            words.say("files-none-shown", &args([("count", page.listing.entries.len().into())]))
        }
        None => words.say("files-count", &args([("count", page.rows.len().into())])),
    };
    ui.add_space(STEP);
    Text::new(&said).size(theme::SMALL).ink(palette.second_ink).show(ui);
}
