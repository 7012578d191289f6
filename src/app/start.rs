//! Starting the window: which renderer draws it, what happens where that one fails, and what is said where there is no
//! display at all.

use std::path::{Path, PathBuf};
use std::process::{Command as Process, ExitCode};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use directories::ProjectDirs;

use super::picker::Dialog;
use super::shell::{Shell, wake};
use super::signals;
use crate::breakdown::caught;
use crate::model::Language;
use crate::session::settings::{SetAside, file_in};
use crate::session::{Keeper, Recent, Session, Settings};
use crate::words::{Words, args};

/// What draws the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Renderer {
    /// OpenGL: starts fastest, and runs in software where there is no graphics card.
    Glow,
    /// Vulkan, Metal, Direct3D.
    Wgpu,
}

impl Renderer {
    /// The one that is tried first on this system.
    pub fn first() -> Self {
        if cfg!(target_os = "windows") { Self::Wgpu } else { Self::Glow }
    }

    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Self::Glow => Self::Wgpu,
            Self::Wgpu => Self::Glow,
        }
    }

    /// Its word.
    pub fn id(self) -> &'static str {
        match self {
            Self::Glow => "glow",
            Self::Wgpu => "wgpu",
        }
    }
}

/// How the window is to start.
#[derive(Debug, Clone)]
pub struct Start {
    /// The map to open.
    pub map: Option<PathBuf>,
    /// The renderer that was asked for; without one, first this system's and then the other.
    pub renderer: Option<Renderer>,
    /// Whether the language was asked for: then the settings have no say in it.
    pub is_language_asked: bool,
}

/// Opens the window and stays until it is closed. `complain` says a sentence where it can't be opened.
pub fn open(start: &Start, words: Words, complain: &dyn Fn(&str)) -> ExitCode {
    if !has_display() {
        complain(&words.text("window-no-display"));
        return ExitCode::from(2);
    }
    let renderer = start.renderer.unwrap_or_else(Renderer::first);
    let language = words.language().clone();
    let why = match attempt(start, renderer, words) {
        Ended::Closed => return ExitCode::SUCCESS,
        Ended::BrokeDown { place } => {
            let words = Words::of(&language);
            complain(&words.say("window-broke-down", &args([("place", place.into())])));
            return ExitCode::from(2);
        }
        Ended::DisplayGone { why } => {
            let words = Words::of(&language);
            complain(&words.say("window-display-gone", &args([("why", why.into())])));
            return ExitCode::from(2);
        }
        Ended::NotOpened { why } => why,
    };
    // A second event loop can't be had in one process: the other renderer is tried by another one.
    if start.renderer.is_none()
        && let Some(code) = again(start, renderer.other(), &language)
    {
        return code;
    }
    let words = Words::of(&language);
    complain(&words.say("window-no-graphics", &args([("why", why.into())])));
    ExitCode::from(2)
}

/// How a window ended.
enum Ended {
    /// Somebody closed it.
    Closed,
    /// It never opened.
    NotOpened {
        /// Why.
        why: String,
    },
    /// It was open, and its display went away. What was not saved is in its draft by now.
    DisplayGone {
        /// Why.
        why: String,
    },
    /// A mistake of this program ended it. What was not saved is in its draft by now.
    BrokeDown {
        /// Where in its source; nothing more is told, since it might be of the map.
        place: String,
    },
}

fn attempt(start: &Start, renderer: Renderer, words: Words) -> Ended {
    let (settings, broken) =
        Settings::load(folder(|folders| folders.config_dir()).map(|folder| file_in(&folder)));
    let options = eframe::NativeOptions {
        renderer: match renderer {
            Renderer::Glow => eframe::Renderer::Glow,
            Renderer::Wgpu => eframe::Renderer::Wgpu,
        },
        viewport: egui::ViewportBuilder::default()
            .with_app_id("jisr")
            .with_inner_size(settings.frame.window)
            .with_min_inner_size([760.0, 480.0])
            .with_drag_and_drop(true),
        ..eframe::NativeOptions::default()
    };
    let (map, is_language_asked) = (start.map.clone(), start.is_language_asked);
    let is_open = Arc::new(AtomicBool::new(false));
    let opens = Arc::clone(&is_open);
    let create = move |creation: &eframe::CreationContext| {
        let recent = folder(|folders| folders.data_local_dir()).map(|folder| folder.join("recent"));
        let keeper = Keeper::new(folder(|folders| folders.data_local_dir()));
        signals::watch(&keeper);
        let mut session =
            Session::new(words, settings, Recent::load(recent), keeper, wake(&creation.egui_ctx));
        if !is_language_asked && session.settings.language.is_some() {
            session.speak(session.settings.language.clone());
        }
        session.ask_system();
        session.look_for_drafts();
        session.notes.extend(broken.map(|broken| settings_set_aside(&broken, &session.words)));
        if let Some(map) = map {
            session.open_file(&map);
        }
        let mut shell = Shell::new(session, Box::new(Dialog::default()), &creation.egui_ctx);
        shell.use_system_fonts(&creation.egui_ctx);
        opens.store(true, Ordering::Relaxed);
        Ok(Box::new(shell) as Box<dyn eframe::App>)
    };
    // Libraries that open graphics libraries at run time may panic where one is missing.
    let run = move || eframe::run_native("Jisr", options, Box::new(create));
    // What a panic says may be of the map: only its place is kept, and nothing is printed. Before there is a window there is no
    // map either, and what it says helps.
    match std::panic::catch_unwind(std::panic::AssertUnwindSafe(run)) {
        Ok(Ok(())) => Ended::Closed,
        Ok(Err(error)) if is_open.load(Ordering::Relaxed) => Ended::DisplayGone { why: error.to_string() },
        Ok(Err(error)) => Ended::NotOpened { why: error.to_string() },
        Err(panic) if is_open.load(Ordering::Relaxed) => {
            Ended::BrokeDown { place: caught(panic).to_string() }
        }
        Err(panic) => {
            let text = panic.downcast_ref::<String>().map(String::as_str);
            let why = text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("panic");
            Ended::NotOpened { why: why.to_owned() }
        }
    }
}

/// Starts the program once more with another renderer, and ends as it does.
fn again(start: &Start, renderer: Renderer, language: &Language) -> Option<ExitCode> {
    let mut process = Process::new(std::env::current_exe().ok()?);
    process.args(["--renderer", renderer.id()]).args(&start.map);
    if start.is_language_asked {
        process.args(["--lang", language.as_str()]);
    }
    let code = process.status().ok()?.code().unwrap_or(2);
    Some(ExitCode::from(u8::try_from(code).unwrap_or(2)))
}

/// Whether there is a screen to open a window on. Other systems than Linux always have one.
fn has_display() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY") || is_set("WAYLAND_SOCKET")
}

/// A folder that the system keeps for this program.
fn folder(which: impl Fn(&ProjectDirs) -> &Path) -> Option<PathBuf> {
    ProjectDirs::from("", "", "jisr").map(|folders| which(&folders).to_owned())
}

/// What is said where the settings could not be read.
fn settings_set_aside(broken: &SetAside, words: &Words) -> String {
    let why = || ("why", broken.why.as_str().into());
    match &broken.to {
        Some(to) => {
            words.say("settings-set-aside", &args([why(), ("file", to.display().to_string().into())]))
        }
        None => words.say("settings-unreadable", &args([why()])),
    }
}
