//! The bar at the top: the name of the map, the views, the search box; and under it the lenses.

use egui::{Align, Layout, Margin, Panel, Ui, Vec2};

use super::frame;
use crate::app::command::{Command, Queue};
use crate::app::finder::{self, Finder};
use crate::app::icons;
use crate::app::keymap::Keymap;
use crate::app::shell::Panels;
use crate::app::theme::{self, STEP, colour};
use crate::app::widgets::{Text, chip, choice, galley_elided, icon_button, line_swatch, mark_swatch, spoken};
use crate::model::terms::{Term as _, View};
use crate::picture::legend::Swatch;
use crate::picture::lens::Lens;
use crate::picture::palette::Theme;
use crate::picture::ruler::{Weight, width};
use crate::session::{Session, Source};
use crate::words::args;

/// How wide the views are where they unfold from one.
const VIEWS_UNFOLDING: f32 = 130.0;
/// How wide the four buttons at the end of the bar are.
const BUTTONS: f32 = 4.0 * 36.0 + 3.0 * STEP;

/// The bar at the top.
pub fn top_ui(
    ui: &mut Ui,
    session: &Session,
    panels: &Panels,
    finder: &mut Finder,
    keymap: &Keymap,
    queue: &mut Queue,
) {
    let palette = session.settings.theme.palette();
    Panel::top("top").exact_size(theme::TOP).frame(frame(palette, Margin::symmetric(16, 0))).show(ui, |ui| {
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            name_ui(ui, session, panels, queue);
            let room = ui.available_width() - BUTTONS;
            let is_wide = room >= views_width(session) + 4.0 * STEP + finder::NARROWEST;
            let views = if is_wide { views_width(session) } else { VIEWS_UNFOLDING };
            let search = (room - views - 4.0 * STEP).clamp(finder::NARROWEST, finder::WIDEST);
            ui.add_space((room - views - search).max(0.0) / 2.0);
            ui.spacing_mut().item_spacing.x = STEP;
            if is_wide {
                views_ui(ui, session, queue);
            } else {
                unfolding_views_ui(ui, session, queue);
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let say = |id: &str| session.words.text(id);
                if icon_button(
                    ui,
                    palette,
                    icons::SIDEBAR_SIMPLE,
                    &say("command-right-panel"),
                    session.settings.frame.is_right_open,
                )
                .clicked()
                {
                    queue.push(Command::RightPanel);
                }
                let (icon, next) = match session.settings.theme {
                    Theme::Light => (icons::MOON, Theme::Dark),
                    Theme::Dark => (icons::PRINTER, Theme::Print),
                    Theme::Print => (icons::SUN, Theme::Light),
                };
                let label = say(&format!("command-theme-{}", next.id()));
                if icon_button(ui, palette, icon, &label, false).clicked() {
                    queue.push(Command::Theme(next));
                }
                if icon_button(ui, palette, icons::GEAR, &say("command-settings"), panels.is_showing_settings)
                    .clicked()
                {
                    queue.push(Command::Settings);
                }
                if icon_button(ui, palette, icons::KEYBOARD, &say("command-keys"), panels.is_telling_keys)
                    .clicked()
                {
                    queue.push(Command::Keys);
                }
                finder.box_ui(ui, session, keymap, search);
            });
        });
    });
}

/// How wide the views are side by side, in the reader's words.
fn views_width(session: &Session) -> f32 {
    let labels = View::ALL.iter().map(|view| session.words.term("view", *view));
    labels.map(|label| width(&label, theme::BODY, Weight::Bold) + 7.0 * STEP).sum()
}

/// The views, side by side.
fn views_ui(ui: &mut Ui, session: &Session, queue: &mut Queue) {
    let palette = session.settings.theme.palette();
    for view in View::ALL {
        let label = session.words.term("view", *view);
        if chip(ui, palette, &label, session.look.view == *view, false).clicked() {
            queue.push(Command::View(*view));
        }
    }
}

/// The views, where there is no room for them side by side.
fn unfolding_views_ui(ui: &mut Ui, session: &Session, queue: &mut Queue) {
    let chosen = session.words.term("view", session.look.view);
    let combo =
        egui::ComboBox::from_id_salt("views").width(VIEWS_UNFOLDING - 4.0 * STEP).selected_text(&chosen);
    let shown = combo.show_ui(ui, |ui| {
        for view in View::ALL {
            let label = session.words.term("view", *view);
            if choice(ui, session.look.view == *view, &label).clicked() {
                queue.push(Command::View(*view));
            }
        }
    });
    shown.response.widget_info(|| spoken(egui::Role::ComboBox, &chosen));
}

fn name_ui(ui: &mut Ui, session: &Session, panels: &Panels, queue: &mut Queue) {
    let palette = session.settings.theme.palette();
    let Some(document) = &session.document else { return };
    if icon_button(ui, palette, icons::HOUSE, &session.words.text("command-welcome"), false).clicked() {
        queue.push(Command::Welcome);
    }
    if icon_button(ui, palette, icons::FOLDER_OPEN, &session.words.text("command-open"), false).clicked() {
        queue.push(Command::Open);
    }
    let save = session.words.text("command-save");
    let can_save = session.is_unsaved() || session.file().is_none();
    let asked =
        ui.add_enabled_ui(can_save, |ui| icon_button(ui, palette, icons::FLOPPY_DISK, &save, false)).inner;
    if asked.clicked() {
        queue.push(Command::Save);
    }
    let (undo, redo) = session.next_steps();
    let (words, can) = (&session.words, |step: &Option<String>| step.is_some());
    let hint = |id: &str, with: &str, step: &Option<String>| match step {
        Some(step) => words.say(with, &args([("what", step.as_str().into())])),
        None => words.text(id),
    };
    for (icon, (id, with), step, command) in [
        (icons::UNDO, ("command-undo", "command-undo-what"), &undo, Command::Undo),
        (icons::REDO, ("command-redo", "command-redo-what"), &redo, Command::Redo),
    ] {
        let asked = ui
            .add_enabled_ui(can(step), |ui| icon_button(ui, palette, icon, &hint(id, with, step), false))
            .inner;
        if asked.clicked() {
            queue.push(command);
        }
    }
    if icon_button(ui, palette, icons::HISTORY, &words.text("command-steps"), panels.is_showing_steps)
        .clicked()
    {
        queue.push(Command::Steps);
    }
    if icon_button(ui, palette, icons::PLUS, &words.text("command-quick-add"), false).clicked() {
        queue.push(Command::QuickAdd(String::new()));
    }
    Text::new("Jisr").size(theme::LARGE).weight(Weight::Bold).ink(palette.accent).show(ui);
    let room = (ui.available_width() - views_width(session) - finder::WIDEST - BUTTONS - 8.0 * STEP)
        .clamp(48.0, 330.0);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(room, theme::TOP), egui::Sense::hover());
    let title =
        Text::new(document.title(&session.words)).size(theme::HEADING).weight(Weight::Bold).ink(palette.ink);
    let source = match &document.source {
        Source::File(path) => {
            path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
        }
        Source::Sample(_) => session.words.text("source-sample"),
        Source::Template(_) => session.words.text("source-template"),
    };
    // What was never saved says so already.
    let source = if session.is_saving_long().is_some() {
        format!("{} · {}", session.words.apart(&source), session.words.text("source-saving"))
    } else if session.is_unsaved() && !matches!(document.source, Source::Template(_)) {
        format!("{} · {}", session.words.apart(&source), session.words.text("source-changed"))
    } else {
        source
    };
    title.paint(ui, rect.left_center() - Vec2::new(0.0, 8.0), room);
    let quiet = Text::new(&source).size(theme::SMALL).ink(palette.second_ink);
    quiet.paint(ui, rect.left_center() + Vec2::new(0.0, 9.0), room);
    let whole = format!("{}, {source}", document.title(&session.words));
    response.widget_info(|| spoken(egui::Role::Label, &whole));
}

/// The row of lenses, with the legend of the one that is chosen.
pub fn lenses_ui(ui: &mut Ui, session: &Session, panels: &Panels, queue: &mut Queue) {
    let palette = session.settings.theme.palette();
    let Some(document) = &session.document else { return };
    Panel::top("lenses").exact_size(theme::LENSES).frame(frame(palette, Margin::symmetric(16, 0))).show(
        ui,
        |ui| {
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let say = |id: &str| session.words.text(id);
                if icon_button(
                    ui,
                    palette,
                    icons::SIDEBAR_SIMPLE,
                    &say("command-left-panel"),
                    session.settings.frame.is_left_open,
                )
                .clicked()
                {
                    queue.push(Command::LeftPanel);
                }
                if !document.moments.is_empty()
                    && icon_button(ui, palette, icons::CLOCK, &say("command-dates"), panels.is_showing_dates)
                        .clicked()
                {
                    queue.push(Command::Dates);
                }
                ui.add_space(STEP);
                Text::new(&say("lens")).size(theme::QUIET).ink(palette.second_ink).show(ui);
                ui.spacing_mut().item_spacing.x = 1.5 * STEP;
                for lens in Lens::ALL.iter().filter(|lens| lens.fits(&document.analysis)) {
                    let is_chosen = session.look.lens.id() == lens.id();
                    if chip(ui, palette, &say(&format!("lens-{}", lens.id())), is_chosen, true).clicked() {
                        queue.push(Command::Lens(*lens));
                    }
                }
                if let Lens::Concern(chosen) = session.look.lens {
                    concern_ui(ui, session, chosen, queue);
                }
                legend_ui(ui, session);
            });
        },
    );
}

/// Which concern is followed.
fn concern_ui(ui: &mut Ui, session: &Session, chosen: u32, queue: &mut Queue) {
    let Some(document) = &session.document else { return };
    let network = &document.analysis.network;
    let name = |concern| session.words.concern_in_short(network, concern);
    let shown = galley_elided(ui, &Text::new(&name(chosen)), 165.0);
    let response =
        egui::ComboBox::from_id_salt("concern").width(190.0).selected_text(shown).show_ui(ui, |ui| {
            for concern in (0..).take(network.concerns().len()) {
                if choice(ui, concern == chosen, &name(concern)).clicked() {
                    queue.push(Command::Lens(Lens::Concern(concern)));
                }
            }
        });
    let label = session.words.text("lens-concern");
    response.response.widget_info(|| spoken(egui::Role::ComboBox, &label));
}

/// What the colours mean, on the right, as far as there is room.
fn legend_ui(ui: &mut Ui, session: &Session) {
    let palette = session.settings.theme.palette();
    let Some(drawn) = session.drawn() else { return };
    let keys = &drawn.scene.legend;
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = STEP;
        for key in keys.iter().rev() {
            let text = format!("{} {}", session.words.apart(&key.label), key.count);
            let galley = crate::app::widgets::galley(
                ui.ctx(),
                &Text::new(&text).size(theme::SMALL).ink(palette.second_ink),
            );
            if ui.available_width() < galley.size().x + 40.0 {
                break;
            }
            ui.add_space(2.0 * STEP);
            let (rect, response) = ui.allocate_exact_size(galley.size(), egui::Sense::hover());
            ui.painter().galley(rect.min, galley, colour(palette.second_ink));
            response.widget_info(|| spoken(egui::Role::Label, &text));
            let (rect, _) = ui.allocate_exact_size(Vec2::new(18.0, 18.0), egui::Sense::hover());
            match key.swatch {
                Swatch::Mark(shape, tone) => {
                    let smaller = crate::picture::scene::Tone { scale: 1.0, ..tone };
                    mark_swatch(ui, rect.center(), 5.5, shape, smaller, palette);
                }
                Swatch::Line(stroke) => line_swatch(ui, rect, stroke),
            }
        }
    });
}
