//! The page as it is shown. Everything can be done by keys: the line has the focus, the arrows choose a row, Enter goes in or
//! takes it, Tab completes, Alt and the arrow up lead out of the folder, Escape closes.

use egui::{Id, Key, Modifiers, Role, ScrollArea, Ui, WidgetInfo, vec2};

use super::list::list_ui;
use super::{FilePage, Outcome};
use crate::app::icons;
use crate::app::keymap::take_alone;
use crate::app::theme::{self, STEP, colour};
use crate::app::widgets::{Text, button, chip, edit, galley, icon_button, row, sheet};
use crate::picture::ruler::Weight;
use crate::session::Session;
use crate::words::args;

/// How wide the page and the column of places are.
const WIDTH: f32 = 860.0;
const PLACES: f32 = 170.0;
/// What is around the rows takes so much of the height, as long as that was not seen.
pub(super) const AROUND: f32 = 330.0;
/// A folder above the one that is shown is told by so many letters.
const LETTERS: usize = 28;

/// The page, while it is open. `Some`: what it has come to.
pub fn files_ui(ui: &Ui, session: &Session, page: &mut FilePage) -> Option<Outcome> {
    if let Some(outcome) = page.poll(&session.words) {
        return Some(outcome);
    }
    // These come before the line of text, which would take them.
    keys(ui, page, session);
    let palette = session.settings.theme.palette();
    let mut outcome = None;
    let room = ui.ctx().content_rect().height() - 24.0;
    let mut rows = 0.0;
    let shown = sheet(ui, "files", WIDTH, |ui| {
        let title = page.request.title.clone();
        Text::new(&title).size(theme::LARGE).weight(Weight::Bold).ink(palette.ink).show(ui);
        if page.is_instead {
            let why = session.words.text("files-instead");
            Text::new(&why).size(theme::QUIET).ink(palette.second_ink).show(ui);
        }
        ui.add_space(STEP);
        trail_ui(ui, page, session);
        ui.add_space(STEP);
        let height = (room - page.around).clamp(96.0, 400.0);
        rows = height;
        ui.horizontal_top(|ui| {
            ui.vertical(|ui| {
                ui.set_width(PLACES);
                places_ui(ui, page, session, height);
            });
            ui.add_space(2.0 * STEP);
            ui.vertical(|ui| list_ui(ui, page, session, height));
        });
        ui.add_space(STEP);
        line_ui(ui, page, session);
        told_ui(ui, page, session);
        ui.add_space(2.0 * STEP);
        outcome = buttons_ui(ui, page, session);
    });
    let around = shown.response.rect.height() - rows;
    if (around - page.around).abs() > 0.5 {
        page.around = around;
        ui.ctx().request_repaint();
    }
    if shown.should_close() {
        outcome = Some(Outcome::Nothing);
    }
    outcome
}

fn keys(ui: &Ui, page: &mut FilePage, session: &Session) {
    let is_at_line = ui.memory(|memory| memory.has_focus(Id::unique("files-line")));
    let out = ui.input_mut(|input| {
        let is_out = |event: &egui::Event| {
            matches!(event, egui::Event::Key { key: Key::ArrowUp, pressed: true, modifiers, .. }
                if *modifiers == Modifiers::ALT)
        };
        let before = input.events.len();
        input.events.retain(|event| !is_out(event));
        input.events.len() < before
    });
    if let Some(parent) = page.parent().filter(|_| out).map(std::path::Path::to_owned) {
        page.go(parent, &session.words);
    }
    if !is_at_line {
        return;
    }
    for (key, by) in [(Key::ArrowDown, 1), (Key::ArrowUp, -1), (Key::PageDown, 10), (Key::PageUp, -10)] {
        for _ in 0..take_alone(ui, key) {
            page.step(by);
        }
    }
    if let Some(completed) = page.completion()
        && take_alone(ui, Key::Tab) > 0
    {
        page.line = completed;
        page.wants_focus = true;
        page.typed(&session.words);
    }
    if take_alone(ui, Key::Enter) > 0 {
        page.take(&session.words);
    }
}

/// The folders above the one that is shown, each to be gone to.
fn trail_ui(ui: &mut Ui, page: &mut FilePage, session: &Session) {
    let palette = session.settings.theme.palette();
    let folder = page.listing.folder.clone();
    let mut above: Vec<_> = folder.ancestors().collect();
    above.reverse();
    let name = |path: &std::path::Path| {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        let name = name.unwrap_or_else(|| path.display().to_string());
        let is_long = name.chars().count() > LETTERS;
        if is_long { name.chars().take(LETTERS - 1).chain(['…']).collect() } else { name }
    };
    // The last ones say where one is; those before them are behind the first that is shown. They stay in one line.
    let mut left = ui.available_width() - 60.0;
    let fit = above.iter().rev().take_while(|path| {
        left -= galley(ui.ctx(), &Text::new(&name(path)).weight(Weight::Bold)).size().x + 6.0 * STEP + 2.0;
        left > 0.0
    });
    let hidden = above.len() - fit.count().clamp(1, 5).min(above.len());
    let mut chosen = None;
    ui.horizontal(|ui| {
        let up = session.words.text("files-up");
        if icon_button(ui, palette, icons::UNDO, &up, false).clicked() {
            chosen = folder.parent().map(std::path::Path::to_owned);
        }
        ui.spacing_mut().item_spacing.x = 2.0;
        for (at, path) in above.iter().enumerate().skip(hidden) {
            let name = name(path);
            let name = if at == hidden && hidden > 0 { format!("… {name}") } else { name };
            let response = chip(ui, palette, &name, at + 1 == above.len(), false);
            if response.on_hover_text(path.display().to_string()).clicked() {
                chosen = Some((*path).to_owned());
            }
        }
    });
    if let Some(chosen) = chosen {
        page.go(chosen, &session.words);
    }
}

fn places_ui(ui: &mut Ui, page: &mut FilePage, session: &Session, height: f32) {
    let (words, palette) = (&session.words, session.settings.theme.palette());
    let (mut to, mut taken) = (None, None);
    let entry = |ui: &mut Ui, icon: char, label: &str, said: &str, is_here: bool| {
        row(ui, palette, said, is_here, |ui, rect| {
            let at = rect.left_center();
            let font = theme::icon_font(15.0);
            let ink = colour(palette.second_ink);
            ui.painter().text(at + vec2(8.0, 0.0), egui::Align2::CENTER_CENTER, icon, font, ink);
            Text::new(label).ink(palette.ink).paint(ui, at + vec2(24.0, 0.0), rect.width() - 24.0);
        })
    };
    ScrollArea::vertical().id_salt("places").max_height(height).auto_shrink([false, true]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for place in &page.places {
            let is_here = place.folder == page.listing.folder;
            if entry(ui, place.icon, &place.label, &place.label, is_here).clicked() {
                to = Some(place.folder.clone());
            }
        }
        if !page.recent.is_empty() {
            ui.add_space(2.0 * STEP);
            let heading = words.text("welcome-recent");
            Text::new(&heading).size(theme::SMALL).ink(palette.second_ink).show(ui);
        }
        for path in &page.recent {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let said = words.say("files-recent", &args([("name", name.as_str().into())]));
            let response = entry(ui, icons::CLOCK, &name, &said, false);
            if response.on_hover_text(path.display().to_string()).clicked() {
                taken = Some(path.clone());
            }
        }
    });
    if let Some(to) = to {
        page.go(to, words);
    }
    if let Some(path) = taken {
        page.look(super::Wish::Take, path, words);
    }
}

/// The line to type a name or a path in.
fn line_ui(ui: &mut Ui, page: &mut FilePage, session: &Session) {
    let palette = session.settings.theme.palette();
    let label = session.words.text(if page.is_saving() { "files-name" } else { "files-path" });
    // Tab leads on where there is nothing to complete.
    let completes = page.completion().is_some();
    let id = Id::unique("files-line");
    let response = edit(ui, &mut page.line, false, |line| {
        line.id(id).hint_text(&label).desired_width(f32::INFINITY).lock_focus(completes)
    });
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, &label));
    let stroke = egui::Stroke::new(1.0, colour(palette.accent));
    ui.painter().rect_stroke(response.rect, theme::ROUND_SMALL, stroke, egui::StrokeKind::Inside);
    if std::mem::take(&mut page.wants_focus) {
        response.request_focus();
        select(ui, page, id);
    }
    if response.changed() {
        page.typed(&session.words);
    }
}

/// Puts the caret at the end; of a new file's name, all but the ending is marked, to be typed over.
fn select(ui: &Ui, page: &FilePage, id: Id) {
    let count = page.line.chars().count();
    let ending = page.request.ending.len() + 1;
    let is_proposed = page.request.name.as_ref() == Some(&page.line);
    let mut state = egui::text_edit::TextEditState::load(ui.ctx(), id).unwrap_or_default();
    let at = |index: usize| egui::text::CCursor::new(index);
    let range = if is_proposed {
        egui::text::CCursorRange::two(at(0), at(count.saturating_sub(ending)))
    } else {
        egui::text::CCursorRange::one(at(count))
    };
    state.cursor.set_char_range(Some(range));
    state.store(ui.ctx(), id);
}

/// What is wrong, or what the new file will be called.
fn told_ui(ui: &mut Ui, page: &mut FilePage, session: &Session) {
    let (words, palette) = (&session.words, session.settings.theme.palette());
    let (said, ink) = match (&page.note, page.written()) {
        (Some(note), _) => (note.clone(), palette.bad),
        (None, Some(path)) => {
            let file = args([("file", path.display().to_string().into())]);
            (words.say("files-written", &file), palette.second_ink)
        }
        (None, None) => (words.text("files-keys"), palette.second_ink),
    };
    Text::new(&said).size(theme::QUIET).ink(ink).show(ui);
    if page.missing.is_some() {
        ui.add_space(STEP);
        if button(ui, palette, Some(icons::FOLDER_OPEN), &words.text("files-make-folder"), false).clicked() {
            page.make_folder(words);
        }
    }
}

fn buttons_ui(ui: &mut Ui, page: &mut FilePage, session: &Session) -> Option<Outcome> {
    let (words, palette) = (&session.words, session.settings.theme.palette());
    let mut outcome = None;
    ui.horizontal_wrapped(|ui| {
        let take = words.text(if page.is_saving() { "files-save" } else { "files-open" });
        if button(ui, palette, None, &take, true).clicked() {
            page.take(words);
        }
        if button(ui, palette, None, &words.text("unsaved-cancel"), false).clicked() {
            outcome = Some(Outcome::Nothing);
        }
        ui.add_space(4.0 * STEP);
        let (kind, all) = (page.request.kind.clone(), page.request.all.clone());
        let mut is_changed = false;
        for (label, is_all) in [(kind, false), (all, true)] {
            if chip(ui, palette, &label, page.with_all == is_all, true).clicked() {
                (page.with_all, is_changed) = (is_all, true);
            }
        }
        if chip(ui, palette, &words.text("files-hidden"), page.with_hidden, true).clicked() {
            (page.with_hidden, is_changed) = (!page.with_hidden, true);
        }
        if is_changed {
            page.chosen = None;
            page.seek();
        }
    });
    outcome
}
