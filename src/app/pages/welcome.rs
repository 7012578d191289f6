//! The welcome page: sample maps to look at, maps opened lately, templates to begin with.

use egui::{Align, CentralPanel, Frame, Layout, Margin, ScrollArea, Ui, Vec2};

use crate::app::command::{Command, Queue};
use crate::app::icons;
use crate::app::theme::{self, STEP, colour};
use crate::app::widgets::{Text, button, card, icon_button};
use crate::picture::palette::Theme;
use crate::picture::ruler::Weight;
use crate::session::Session;
use crate::session::starters::{Card, SAMPLE_CARDS, TEMPLATE_CARDS};

/// The widest that the page becomes.
const WIDEST: f32 = 940.0;

/// The page that is shown while nothing is open.
pub fn welcome_ui(ui: &mut Ui, session: &Session, queue: &mut Queue) {
    let palette = session.settings.theme.palette();
    CentralPanel::default().frame(Frame::new().fill(colour(palette.paper))).show(ui, |ui| {
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            let side = ((ui.available_width() - WIDEST) / 2.0).max(24.0);
            let frame = Frame::new().inner_margin(Margin { left: 0, right: 0, top: 44, bottom: 24 });
            frame.show(ui, |ui| {
                ui.horizontal_top(|ui| {
                    ui.add_space(side);
                    ui.vertical(|ui| {
                        ui.set_width((ui.available_width() - side).min(WIDEST));
                        page_ui(ui, session, queue);
                    });
                });
            });
        });
    });
}

fn page_ui(ui: &mut Ui, session: &Session, queue: &mut Queue) {
    let (words, palette) = (&session.words, session.settings.theme.palette());
    ui.horizontal(|ui| {
        Text::new("Jisr").size(theme::DISPLAY).weight(Weight::Bold).ink(palette.accent).show(ui);
        Text::new("جسر").size(theme::DISPLAY).weight(Weight::Regular).ink(palette.second_ink).show(ui);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let (icon, next) = if session.settings.theme == Theme::Dark {
                (icons::SUN, Theme::Light)
            } else {
                (icons::MOON, Theme::Dark)
            };
            let label = words.text(&format!("command-theme-{}", next.id()));
            if icon_button(ui, palette, icons::GEAR, &words.text("command-settings"), false).clicked() {
                queue.push(Command::Settings);
            }
            if icon_button(ui, palette, icon, &label, false).clicked() {
                queue.push(Command::Theme(next));
            }
        });
    });
    Text::new(&words.text("welcome-question")).size(theme::LARGE).ink(palette.ink).show(ui);
    ui.add_space(STEP);
    Text::new(&words.text("welcome-what")).ink(palette.second_ink).show(ui);
    ui.add_space(4.0 * STEP);
    ui.horizontal(|ui| {
        if button(ui, palette, Some(icons::FOLDER_OPEN), &words.text("command-open"), true).clicked() {
            queue.push(Command::Open);
        }
        Text::new(&words.text("welcome-drop")).size(theme::QUIET).ink(palette.second_ink).show(ui);
    });
    if let Some(path) = session.is_opening() {
        let opening = crate::words::args([("file", path.display().to_string().into())]);
        Text::new(&words.say("opening", &opening)).ink(palette.accent).show(ui);
    }
    if !session.drafts.is_empty() {
        ui.add_space(6.0 * STEP);
        left_drafts_ui(ui, session, queue);
    }
    ui.add_space(6.0 * STEP);
    samples_ui(ui, session, queue);
    if !session.recent.paths.is_empty() {
        ui.add_space(6.0 * STEP);
        recent_ui(ui, session, queue);
    }
    ui.add_space(6.0 * STEP);
    templates_ui(ui, session, queue);
}

fn heading_ui(ui: &mut Ui, session: &Session, title: &str, hint: &str) {
    let (words, palette) = (&session.words, session.settings.theme.palette());
    Text::new(&words.text(title)).size(theme::LARGE).weight(Weight::Bold).ink(palette.ink).show(ui);
    Text::new(&words.text(hint)).size(theme::QUIET).ink(palette.second_ink).show(ui);
    ui.add_space(2.0 * STEP);
}

/// Cards side by side, as many as fit, all of one row of one height.
fn cards_ui(
    ui: &mut Ui,
    session: &Session,
    cards: &[(String, String, Command)],
    lines: f32,
    queue: &mut Queue,
) {
    let palette = session.settings.theme.palette();
    let room = ui.available_width();
    let columns = if room > 700.0 { 2 } else { 1 };
    let gap = 3.0 * STEP;
    let width = (room - gap * (columns - 1) as f32) / columns as f32;
    for row in cards.chunks(columns) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            for (title, what, command) in row {
                ui.allocate_ui_with_layout(Vec2::new(width, 0.0), Layout::top_down(Align::Min), |ui| {
                    ui.set_width(width);
                    let response = card(ui, palette, title, false, |ui| {
                        ui.set_min_height(24.0 + 17.0 * lines);
                        Text::new(title).size(theme::HEADING).weight(Weight::Bold).ink(palette.ink).show(ui);
                        let short = shortened(what, lines, ui.available_width());
                        Text::new(&short).size(theme::QUIET).ink(palette.second_ink).show(ui);
                    });
                    if response.clicked() {
                        queue.push(command.clone());
                    }
                });
            }
        });
        ui.add_space(STEP);
    }
}

/// As much of a text as so many lines hold.
fn shortened(text: &str, lines: f32, width: f32) -> String {
    let most = lines * width / 6.0;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some hundreds of letters")]
    let most = most.max(20.0) as usize;
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    format!("{}…", whole.trim_end_matches([',', ';', ':', '.']))
}

/// What programs left behind that are no longer there.
fn left_drafts_ui(ui: &mut Ui, session: &Session, queue: &mut Queue) {
    heading_ui(ui, session, "welcome-drafts", "welcome-drafts-hint");
    let (words, palette) = (&session.words, session.settings.theme.palette());
    let now = std::time::SystemTime::now();
    for (at, draft) in session.drafts.iter().enumerate() {
        Text::new(&draft.text(words, now)).ink(palette.ink).show(ui);
        ui.add_space(STEP);
        ui.horizontal(|ui| {
            let can = draft.map.is_some();
            if can && button(ui, palette, Some(icons::HISTORY), &words.text("draft-recover"), true).clicked()
            {
                queue.push(Command::Recover(at));
            }
            // There it is asked what becomes of it, and both can be looked at.
            if let Some(path) = draft.about.path.as_ref().filter(|_| draft.difference.is_some())
                && button(ui, palette, Some(icons::FOLDER_OPEN), &words.text("draft-open-file"), false)
                    .clicked()
            {
                queue.push(Command::OpenFile(path.clone()));
            }
            if button(ui, palette, Some(icons::TRASH), &words.text("draft-discard"), false).clicked() {
                queue.push(Command::DiscardDraft(at));
            }
        });
        ui.add_space(2.0 * STEP);
    }
}

fn samples_ui(ui: &mut Ui, session: &Session, queue: &mut Queue) {
    heading_ui(ui, session, "welcome-samples", "welcome-samples-hint");
    let words = &session.words;
    let cards: Vec<_> = SAMPLE_CARDS
        .iter()
        .map(|card| {
            let what = words.text(&format!("sample-{}", card.name));
            (words.read(&card.title).to_owned(), what, Command::OpenSample(card.name))
        })
        .collect();
    cards_ui(ui, session, &cards, 2.0, queue);
}

fn templates_ui(ui: &mut Ui, session: &Session, queue: &mut Queue) {
    heading_ui(ui, session, "welcome-templates", "welcome-templates-hint");
    let words = &session.words;
    let card = |card: &Card| {
        let (title, notes) = (words.read(&card.title), words.read(&card.notes));
        (title.to_owned(), notes.to_owned(), Command::OpenTemplate(card.name))
    };
    let cards: Vec<_> = TEMPLATE_CARDS.iter().map(card).collect();
    cards_ui(ui, session, &cards, 2.0, queue);
}

fn recent_ui(ui: &mut Ui, session: &Session, queue: &mut Queue) {
    let palette = session.settings.theme.palette();
    heading_ui(ui, session, "welcome-recent", "welcome-recent-hint");
    for path in &session.recent.paths {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let folder = path.parent().map(|folder| folder.display().to_string()).unwrap_or_default();
        let response = crate::app::widgets::row(ui, palette, &name, false, |ui, rect| {
            let at = rect.left_center();
            ui.painter().text(
                at + Vec2::new(8.0, 0.0),
                egui::Align2::CENTER_CENTER,
                icons::MAP_TRIFOLD,
                theme::icon_font(15.0),
                colour(palette.accent),
            );
            Text::new(&name).weight(Weight::Medium).ink(palette.ink).paint(
                ui,
                at + Vec2::new(24.0, 0.0),
                300.0,
            );
            Text::new(&folder).size(theme::QUIET).ink(palette.second_ink).paint(
                ui,
                at + Vec2::new(340.0, 0.0),
                rect.width() - 350.0,
            );
        });
        if response.clicked() {
            queue.push(Command::OpenFile(path.clone()));
        }
    }
}

/// While somebody drags a file over the window: what happens when it is dropped.
pub fn drop_ui(ui: &Ui, session: &Session) {
    if ui.input(|input| input.raw.hovered_files.is_empty()) {
        return;
    }
    let palette = session.settings.theme.palette();
    let room = ui.ctx().content_rect();
    let layer = egui::LayerId::new(egui::Order::Foreground, egui::Id::unique("drop"));
    let painter = ui.ctx().layer_painter(layer);
    painter.rect_filled(room, 0.0, colour(palette.paper.faded(0.85)));
    let frame = room.shrink(24.0);
    painter.rect_stroke(
        frame,
        theme::ROUND,
        egui::Stroke::new(3.0, colour(palette.accent)),
        egui::StrokeKind::Inside,
    );
    let text = session.words.text("drop-here");
    let galley =
        crate::app::widgets::galley(ui.ctx(), &Text::new(&text).size(theme::LARGE).ink(palette.accent));
    painter.galley(room.center() - galley.size() / 2.0, galley, colour(palette.accent));
}
