//! Settings: what stays as somebody likes it.

use egui::Ui;

use crate::app::command::{Command, Queue};
use crate::app::icons;
use crate::app::shell::Panels;
use crate::app::theme::{self, STEP};
use crate::app::widgets::{Text, button, chip, scroll, sheet};
use crate::model::Language;
use crate::picture::palette::Theme;
use crate::picture::ruler::Weight;
use crate::session::settings::TEXT_SIZES;
use crate::session::{Motion, Session};
use crate::words::{args, autonym, languages};

/// What else there is on the sheet takes so much of its height.
const AROUND: f32 = 170.0;

/// A sheet over the window with the settings.
pub fn settings_ui(ui: &Ui, session: &Session, panels: &mut Panels, queue: &mut Queue) {
    if !panels.is_showing_settings {
        return;
    }
    let (words, palette) = (&session.words, session.settings.theme.palette());
    let shown = sheet(ui, "settings", 560.0, |ui| {
        Text::new(&words.text("settings-title"))
            .size(theme::LARGE)
            .weight(Weight::Bold)
            .ink(palette.ink)
            .show(ui);
        Text::new(&words.text("settings-kept")).size(theme::QUIET).ink(palette.second_ink).show(ui);
        // At 150 % on a small screen they are more than it holds.
        let height = ui.ctx().content_rect().height() - AROUND;
        scroll(height).id_salt("settings").show(ui, |ui| {
            choices_ui(ui, session, queue);
        });
        ui.add_space(4.0 * STEP);
        ui.horizontal(|ui| {
            let keys = words.text("command-keys");
            if button(ui, palette, Some(icons::KEYBOARD), &keys, false).clicked() {
                queue.push(Command::Keys);
            }
            button(ui, palette, None, &words.text("close"), true).clicked()
        })
        .inner
    });
    if shown.inner || shown.should_close() {
        panels.is_showing_settings = false;
    }
}

/// What there is to settle.
fn choices_ui(ui: &mut Ui, session: &Session, queue: &mut Queue) {
    let words = &session.words;
    languages_ui(ui, session, queue);
    let themes = Theme::ALL.iter().map(|theme| {
        let label = words.text(&format!("theme-{}", theme.id()));
        (label, session.settings.theme == *theme, Command::Theme(*theme))
    });
    choice_ui(ui, session, "settings-theme", None, themes, queue);
    let sizes = TEXT_SIZES.into_iter().map(|size| {
        let label = words.say("figure-percent", &args([("percent", usize::from(size).into())]));
        (label, session.settings.text_size == size, Command::TextSize(size))
    });
    choice_ui(ui, session, "settings-text-size", None, sizes, queue);
    let motions = [
        (Motion::System, "settings-as-the-system"),
        (Motion::Full, "settings-motion-full"),
        (Motion::Less, "settings-motion-less"),
    ];
    let motions = motions.into_iter().map(|(motion, label)| {
        (words.text(label), session.settings.motion == motion, Command::Motion(motion))
    });
    choice_ui(ui, session, "settings-motion", None, motions, queue);
    let drafts = [(true, "settings-drafts-kept"), (false, "settings-drafts-not-kept")];
    let drafts = drafts.into_iter().map(|(keeps, label)| {
        (words.text(label), session.settings.keeps_drafts == keeps, Command::KeepDrafts(keeps))
    });
    choice_ui(ui, session, "settings-drafts", Some("settings-drafts-hint"), drafts, queue);
    if let Some(versions) = drafts_foot_ui(ui, session) {
        queue.push(versions);
    }
    let pages = [(false, "settings-files-system"), (true, "settings-files-own")];
    let pages = pages.into_iter().map(|(is_own, label)| {
        let is_chosen = session.settings.own_file_page == is_own;
        (words.text(label), is_chosen, Command::UseOwnFilePage(is_own))
    });
    choice_ui(ui, session, "settings-files", None, pages, queue);
}

/// The way to what is kept already.
fn drafts_foot_ui(ui: &mut Ui, session: &Session) -> Option<Command> {
    let (words, palette) = (&session.words, session.settings.theme.palette());
    let versions = format!("{} …", words.text("command-versions"));
    button(ui, palette, Some(icons::HISTORY), &versions, false).clicked().then_some(Command::Versions)
}

/// The languages that the window speaks, and those in which the map that is open has names.
fn languages_ui(ui: &mut Ui, session: &Session, queue: &mut Queue) {
    let words = &session.words;
    let of_map = session.document.iter().flat_map(|document| document.map().languages.iter().cloned());
    let mut offered: Vec<Language> = languages().collect();
    let spoken = offered.len();
    for language in of_map.chain(session.settings.language.clone()) {
        if !offered.iter().any(|known| known.base() == language.base()) {
            offered.push(language);
        }
    }
    let chosen = session.settings.language.as_ref();
    let system = (words.text("settings-as-the-system"), chosen.is_none(), Command::Language(None));
    let choices = offered.iter().enumerate().map(|(at, language)| {
        let name = autonym(language);
        let label = if at < spoken {
            name.to_owned()
        } else {
            words.say("settings-names-only", &args([("language", name.into())]))
        };
        let is_chosen = chosen.is_some_and(|chosen| chosen.base() == language.base());
        (label, is_chosen, Command::Language(Some(language.clone())))
    });
    let choices: Vec<_> = std::iter::once(system).chain(choices).collect();
    choice_ui(ui, session, "settings-language", None, choices.into_iter(), queue);
}

/// One setting: what it is called, and what there is to choose from.
fn choice_ui(
    ui: &mut Ui,
    session: &Session,
    label: &str,
    hint: Option<&str>,
    choices: impl Iterator<Item = (String, bool, Command)>,
    queue: &mut Queue,
) {
    let (words, palette) = (&session.words, session.settings.theme.palette());
    ui.add_space(3.0 * STEP);
    Text::new(&words.text(label)).weight(Weight::Bold).ink(palette.ink).show(ui);
    if let Some(hint) = hint {
        Text::new(&words.text(hint)).size(theme::QUIET).ink(palette.second_ink).show(ui);
    }
    ui.horizontal_wrapped(|ui| {
        for (label, is_chosen, command) in choices {
            if chip(ui, palette, &label, is_chosen, true).clicked() {
                queue.push(command);
            }
        }
    });
}
