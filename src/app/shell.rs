//! The program as egui sees it: `logic` runs what was asked for, `ui` shows what there is.

use std::sync::Arc;

use egui::{Context, Ui};

use super::broken::{Broken, Part};
use super::canvas::{Canvas, canvas_ui};
use super::command::{Command, Queue, Tab};
use super::finder::Finder;
use super::fonts::SystemFonts;
use super::keymap::{self, Keymap, pressed};
use super::picker::FilePicker;
use super::quick::QuickAdd;
use super::widgets::set_direction;
use super::{pages, panels, run, theme};
use crate::picture::faces;
use crate::picture::palette::Theme;
use crate::session::Session;
use crate::session::versions::EarlierVersions;

/// The window: a session, and what is remembered of how it is shown.
pub struct Shell {
    /// What is open.
    pub session: Session,
    pub(super) canvas: Canvas,
    pub(super) finder: Finder,
    pub(super) quick: QuickAdd,
    pub(super) panels: Panels,
    pub(super) picker: Box<dyn FilePicker>,
    pub(super) queue: Queue,
    pub(super) keymap: Keymap,
    /// Rows that were pasted, until somebody has said what becomes of them.
    pub(super) pasting: Option<pages::PastePage>,
    pub(super) broken: Broken,
    /// The file that is asked for by the system's dialog, or by the window's own page.
    pub(super) asking: Option<run::files::Asking>,
    pub(super) file_page: Option<Box<pages::FilePage>>,
    /// What maps once were, while that is shown.
    pub(super) versions: Option<Box<EarlierVersions>>,
    /// Whether the window may close without being asked again.
    pub(super) is_leaving: bool,
    /// Whether a line of text had the focus in the frame before.
    was_typing: bool,
    applied: Option<Theme>,
    fonts: SystemFonts,
    /// With how many fonts of this machine texts are laid out.
    generation: faces::Generation,
}

/// Which panels are open, and what they show.
#[derive(Debug, Clone, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is open or not, whatever the others are")]
pub struct Panels {
    /// The tab of the panel on the right.
    pub tab: Tab,
    /// Whether the dates of the map are in sight.
    pub is_showing_dates: bool,
    /// Whether the history is listed.
    pub is_showing_steps: bool,
    /// Whether the keys are listed.
    pub is_telling_keys: bool,
    /// The command that gets the keys that are pressed next.
    pub awaits_keys: Option<Command>,
    /// Whether the settings are shown.
    pub is_showing_settings: bool,
    /// Whether what can be filtered by is unfolded.
    pub is_filter_open: bool,
}

impl Shell {
    /// The window of a session.
    pub fn new(session: Session, picker: Box<dyn FilePicker>, ctx: &Context) -> Self {
        let generation = faces::generation();
        theme::install_fonts(ctx);
        let keymap = Keymap::of(&session.settings.keys);
        Self {
            session,
            canvas: Canvas::default(),
            finder: Finder::default(),
            quick: QuickAdd::default(),
            panels: Panels::default(),
            picker,
            queue: Queue::default(),
            keymap,
            pasting: None,
            broken: Broken::default(),
            asking: None,
            file_page: None,
            versions: None,
            is_leaving: false,
            was_typing: false,
            applied: None,
            fonts: SystemFonts::default(),
            generation,
        }
    }

    /// Draws letters that no bundled font has with the fonts of this machine, where it has some.
    pub fn use_system_fonts(&mut self, ctx: &Context) {
        self.fonts.look(wake(ctx));
    }

    /// Asks for something, as a widget would.
    pub fn ask(&mut self, command: Command) {
        self.queue.push(command);
    }

    /// Whether something is being read for a page that is open.
    pub fn is_reading(&self) -> bool {
        let page = self.file_page.as_ref().is_some_and(|page| page.is_reading());
        page || self.versions.as_ref().is_some_and(|page| page.is_working())
    }

    /// Does what was asked for, and takes in what was worked out.
    pub fn step(&mut self, ctx: &Context) {
        self.doing(|shell| shell.take_in(ctx));
        for command in self.queue.take() {
            self.doing(|shell| run::run(shell, command, ctx));
        }
        self.doing(|shell| shell.keep_settings(ctx));
        ctx.set_zoom_factor(f32::from(self.session.settings.text_size) / 100.0);
        if self.applied != Some(self.session.settings.theme) {
            theme::apply(ctx, self.session.settings.theme);
            self.applied = Some(self.session.settings.theme);
        }
    }

    /// What has come: files that were dropped or picked, answers, keys.
    fn take_in(&mut self, ctx: &Context) {
        for file in ctx.input(|input| input.raw.dropped_files.clone()) {
            self.queue.push(Command::OpenFile(file.path().to_owned()));
        }
        run::files::poll_picker(self, ctx);
        self.session.poll();
        self.poll_pasting();
        self.take_fonts(ctx);
        run::files::closing(self, ctx);
        run::files::go_on(self, ctx);
        self.keys(ctx);
    }

    /// Takes in fonts that were found.
    fn take_fonts(&mut self, ctx: &Context) {
        self.fonts.poll();
        let generation = faces::generation();
        if self.generation != generation {
            self.generation = generation;
            theme::install_fonts(ctx);
        }
        set_direction(ctx, self.session.words.is_right_to_left());
    }

    /// Shows everything, part by part: one that breaks down takes no other with it.
    pub fn show(&mut self, ui: &mut Ui) {
        if self.session.document.is_none() {
            self.part(ui, Part::Welcome, |s, ui| pages::welcome_ui(ui, &s.session, &mut s.queue));
        } else {
            self.show_map(ui);
        }
        self.part(ui, Part::Found, |s, ui| s.finder.results_ui(ui, &s.session, &mut s.queue));
        self.part(ui, Part::Steps, |s, ui| panels::steps_ui(ui, &s.session, &mut s.panels, &mut s.queue));
        self.part(ui, Part::Quick, |s, ui| s.quick.show(ui, &s.session, &mut s.queue));
        self.part(ui, Part::Problems, |s, ui| pages::problems_ui(ui, &mut s.session, &mut s.queue));
        self.part(ui, Part::Keys, |s, ui| {
            pages::keys_ui(ui, &s.session, &mut s.panels, &s.keymap, &mut s.queue);
        });
        self.part(ui, Part::Settings, |s, ui| {
            pages::settings_ui(ui, &s.session, &mut s.panels, &mut s.queue);
        });
        self.part(ui, Part::Drop, |s, ui| pages::drop_ui(ui, &s.session));
        self.part(ui, Part::Paste, |s, ui| {
            pages::paste_ui(ui, &mut s.session, &mut s.pasting, &mut s.queue);
        });
        self.part(ui, Part::Versions, |s, ui| {
            pages::versions_ui(ui, &mut s.session, &mut s.versions, &mut s.queue);
        });
        self.part(ui, Part::Question, |s, ui| pages::question_ui(ui, &s.session, &mut s.queue));
        self.part(ui, Part::Drafts, |s, ui| pages::drafts_ui(ui, &s.session, &mut s.queue));
        self.part(ui, Part::Waiting, |s, ui| pages::waiting_ui(ui, &s.session, &mut s.queue));
        self.part(ui, Part::Dialog, |s, ui| {
            let asking = s.asking.as_ref().filter(|_| s.file_page.is_none());
            pages::dialog_ui(ui, &s.session, asking, &mut s.queue);
        });
        self.part(ui, Part::Files, |s, ui| {
            let outcome = s.file_page.as_mut().and_then(|page| pages::files_ui(ui, &s.session, page));
            if let Some(outcome) = outcome {
                run::files::page_closed(s, outcome);
            }
        });
        self.part(ui, Part::Notes, |s, ui| pages::notes_ui(ui, &mut s.session));
    }

    fn show_map(&mut self, ui: &mut Ui) {
        self.part(ui, Part::Top, |s, ui| {
            panels::top_ui(ui, &s.session, &s.panels, &mut s.finder, &s.keymap, &mut s.queue);
        });
        self.part(ui, Part::Lenses, |s, ui| panels::lenses_ui(ui, &s.session, &s.panels, &mut s.queue));
        self.part(ui, Part::Foot, |s, ui| panels::foot_ui(ui, &s.session, &s.panels, &mut s.queue));
        if self.session.settings.frame.is_left_open {
            self.part(ui, Part::Left, |s, ui| {
                panels::left_ui(ui, &mut s.session, &mut s.panels, &mut s.queue);
            });
        }
        if self.session.settings.frame.is_right_open {
            self.part(ui, Part::Right, |s, ui| {
                panels::right_ui(ui, &mut s.session, &s.panels, &mut s.queue);
            });
        }
        self.part(ui, Part::Both, |s, ui| panels::both_ui(ui, &s.session, &mut s.queue));
        self.part(ui, Part::Trying, |s, ui| panels::trying_ui(ui, &s.session, &mut s.queue));
        if self.panels.is_showing_dates {
            self.part(ui, Part::Dates, |s, ui| panels::dates_ui(ui, &s.session, &mut s.queue));
        }
        self.part(ui, Part::Canvas, |s, ui| {
            egui::CentralPanel::default()
                .frame(egui::Frame::NONE)
                .show(ui, |ui| canvas_ui(ui, &mut s.canvas, &mut s.session, &mut s.queue));
        });
    }

    /// Writes down what somebody has settled, once they have let go of it.
    fn keep_settings(&mut self, ctx: &Context) {
        if ctx.input(|input| input.pointer.any_down()) {
            return;
        }
        let size = ctx.content_rect().size();
        let is_whole = ctx.input(|input| {
            let viewport = input.viewport();
            !viewport.maximized.unwrap_or(false) && !viewport.fullscreen.unwrap_or(false)
        });
        if is_whole && size.x > 1.0 && size.y > 1.0 {
            // Points of the screen, however large everything is shown.
            let size = size * ctx.zoom_factor();
            self.session.settings.frame.window = (size.x, size.y);
        }
        self.session.settings.keep();
    }

    /// Takes in what was read of pasted rows; they go with the map for which they were pasted.
    fn poll_pasting(&mut self) {
        match (&self.session.document, &mut self.pasting) {
            (Some(document), Some(page)) => page.pasting.poll(document.map(), &self.session.words),
            (None, pasting) => *pasting = None,
            (_, None) => {}
        }
    }

    fn keys(&mut self, ctx: &Context) {
        // While it is decided what becomes of rows, keys are for that.
        if self.pasting.is_some() {
            return;
        }
        if self.panels.awaits_keys.is_some() {
            return self.take_keys(ctx);
        }
        let is_typing = ctx.text_edit_focused();
        // Under a sheet nothing is done that could not be seen.
        let is_covered = ctx.memory(|memory| memory.top_modal_layer().is_some());
        let is_asked = self.session.question.is_some() || self.file_page.is_some() || self.versions.is_some();
        let may = |keys, command: &Command| {
            // In a line of text these keys are the line's own.
            let is_of_line = matches!(command, Command::Undo | Command::Redo | Command::ChooseAll);
            !is_asked && !(is_typing && (is_of_line || keymap::is_of_line(keys)))
        };
        self.queue.extend(ctx.input_mut(|input| self.keymap.take(&mut input.events, may)));
        let is_deleting = |input: &egui::InputState| {
            let is = |key| keymap::is_pressed_alone(input, key, false);
            is(egui::Key::Delete) || is(egui::Key::Backspace)
        };
        let pasted = |input: &egui::InputState| {
            input.events.iter().find_map(|event| match event {
                egui::Event::Paste(text) => Some(text.clone()),
                _ => None,
            })
        };
        let asks = |input: &egui::InputState| {
            input
                .events
                .iter()
                .any(|event| matches!(event, egui::Event::Text(text) if text == "?" || text == "؟"))
        };
        let is_free = !is_typing && !is_covered;
        if is_free && ctx.input(asks) {
            self.queue.push(Command::Keys);
        }
        if let Some(text) = ctx.input(pasted).filter(|_| is_free) {
            self.queue.push(Command::Paste(text));
        }
        if is_free && ctx.input(is_deleting) {
            self.queue.push(Command::Delete);
        }
        // Escape leaves a line of text first; egui has taken its focus away by now.
        let was_typing = std::mem::replace(&mut self.was_typing, is_typing);
        if is_free && !was_typing && ctx.input(|input| input.key_pressed(egui::Key::Escape)) {
            self.queue.push(Command::Look(None));
        }
    }
}

impl Shell {
    /// What is pressed becomes the keys of the command that waits for them: Escape leaves it as it is, Backspace takes
    /// its keys away.
    fn take_keys(&mut self, ctx: &Context) {
        let taken = ctx.input_mut(|input| {
            let is_press = |event: &egui::Event| matches!(event, egui::Event::Key { pressed: true, .. });
            let place = input.events.iter().position(is_press)?;
            match input.events.remove(place) {
                egui::Event::Key { key, physical_key, modifiers, .. } => Some((key, physical_key, modifiers)),
                _ => None,
            }
        });
        let Some((key, place, held)) = taken else { return };
        let Some(command) = self.panels.awaits_keys.take() else { return };
        let keys = match key {
            egui::Key::Escape => return,
            egui::Key::Backspace | egui::Key::Delete => None,
            key => Some(pressed(key, place, held)),
        };
        self.queue.push(Command::GiveKeys(Box::new(command), keys));
    }
}

impl eframe::App for Shell {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        self.step(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.show(ui);
        // What was asked for while showing is done at once, not when something moves next.
        if !self.queue.is_empty() || self.fonts.is_behind() {
            ui.ctx().request_repaint();
        }
    }

    fn clear_color(&self, _visuals: &egui::Visuals) -> [f32; 4] {
        theme::colour(self.session.settings.theme.palette().paper).to_normalized_gamma_f32()
    }
}

/// What wakes the window from another thread.
pub fn wake(ctx: &Context) -> crate::session::job::Wake {
    let ctx = ctx.clone();
    Arc::new(move || ctx.request_repaint())
}
