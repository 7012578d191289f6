//! The command line: a file a command, over the same library as the window.
//!
//! Results go to standard output, messages to standard error. Exit 0: done; 1: the answer is no; 2: bad input or usage.

mod analyze;
mod arguments;
mod bridges;
mod changes;
mod channels;
mod check;
mod compare;
mod files;
mod merge;
mod metrics;
mod new;
mod page;
mod plan;
mod progress;
mod schema;
mod templates;
mod terminal;
mod usage;

use std::ffi::OsString;
use std::io::{self, BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::breakdown::guarded;
use crate::model::Language;
use crate::words::{Words, args, breakdown_text};

use arguments::{Arguments, Command};

pub use arguments::{Renderer, command};
use page::Page;

/// What was typed.
pub enum Typed {
    /// A command, which was run.
    Ran(ExitCode),
    /// No command: the window is wanted, with a map or without.
    Window {
        /// The map.
        map: Option<PathBuf>,
        /// What is to draw it.
        renderer: Option<Renderer>,
        /// In whose words.
        words: Words,
        /// Whether that language was asked for, and is not just the system's.
        is_language_asked: bool,
    },
}

/// Reads what was typed, the name of the program first, and runs the command.
pub fn run(words_typed: impl IntoIterator<Item = OsString>) -> Typed {
    let typed: Vec<OsString> = words_typed.into_iter().collect();
    let words = Words::of(&language(&typed));
    let arguments = match arguments::parse(&typed, &words) {
        Ok(arguments) => arguments,
        Err(error) => return Typed::Ran(end(usage::explain(&error, &typed, &words))),
    };
    if arguments.command.is_some() {
        // Nothing is printed before a command has its answer, and no file is written but as a whole.
        let outcome = guarded(|| dispatch(arguments, &words)).unwrap_or_else(|breakdown| {
            Err(Failure::said(breakdown_text(&words, "command-broke-down", &breakdown)))
        });
        return Typed::Ran(end(outcome));
    }
    match &arguments.map {
        Some(map) if !map.exists() => Typed::Ran(end(Err(usage::neither_command_nor_map(map, &words)))),
        _ => Typed::Window {
            map: arguments.map,
            renderer: arguments.renderer,
            words,
            is_language_asked: arguments.lang.is_some(),
        },
    }
}

/// Says that the window was left out of this program, and what can be done without it.
pub fn without_window(map: Option<&Path>, words: &Words) -> ExitCode {
    let map = map.unwrap_or(Path::new("sample-maps/jenin-2012.jisr"));
    end(Err(Failure::said(words.say("window-left-out", &args([("map", map.display().to_string().into())])))))
}

/// Prints what came of a command.
fn end(outcome: Outcome) -> ExitCode {
    match outcome.and_then(Done::print) {
        Ok(code) => ExitCode::from(code),
        Err(Failure::ClosedPipe) => ExitCode::SUCCESS,
        Err(Failure::Said(page)) => {
            // Where even standard error is closed there is nobody left to tell.
            let _ = anstream::stderr().write_all(page.render().as_bytes());
            ExitCode::from(2)
        }
    }
}

fn dispatch(arguments: Arguments, words: &Words) -> Outcome {
    if !words.is_translated() {
        let note = words.say("language-missing", &args([("language", words.language().as_str().into())]));
        message(note);
    }
    if let (Some(map), Some(_)) = (&arguments.map, &arguments.command) {
        return Err(usage::neither_command_nor_map(map, words));
    }
    match arguments.command {
        None => Err(Failure::said(words.text("help-jisr"))),
        Some(Command::Check(command)) => check::run(&command, words),
        Some(Command::Analyze(command)) => analyze::run(&command, words),
        Some(Command::Channels(command)) => channels::run(&command, words),
        Some(Command::Bridges(command)) => bridges::run(&command, words),
        Some(Command::Plan(command)) => plan::run(&command, words),
        Some(Command::Metrics(command)) => metrics::run(&command, words),
        Some(Command::Compare(command)) => compare::run(&command, words),
        Some(Command::Merge(command)) => merge::run(&command, words),
        Some(Command::New(command)) => new::run(&command, words),
        Some(Command::Templates(command)) => templates::run(&command, words),
        Some(Command::Schema(command)) => schema::run(&command),
    }
}

/// What a command prints, and how it ends.
pub struct Done {
    text: String,
    is_data: bool,
    code: u8,
}

/// What became of a command.
pub type Outcome = Result<Done, Failure>;

/// Why a command could not be done.
pub enum Failure {
    /// It said why.
    Said(Page),
    /// Nobody reads what it prints, which is no error.
    ClosedPipe,
}

impl Failure {
    /// With that sentence.
    pub fn said(sentence: impl Into<String>) -> Self {
        let mut page = Page::for_messages();
        page.complaint(&sentence.into());
        Self::Said(page)
    }
}

impl Done {
    /// It is done, and a page tells what came of it.
    pub fn page(page: Page) -> Self {
        Self { text: page.render(), is_data: false, code: 0 }
    }

    /// It is done.
    pub fn yes(text: String) -> Outcome {
        Ok(Self { text, is_data: false, code: 0 })
    }

    /// It is done, and what it prints is for other programs.
    pub fn data(text: String) -> Outcome {
        Ok(Self { text, is_data: true, code: 0 })
    }

    fn print(self) -> Result<u8, Failure> {
        // Data goes out as it is; only a page has colours, to be taken out where there is no terminal.
        let written = if self.is_data {
            let mut out = terminal::data_out();
            out.write_all(self.text.as_bytes()).and_then(|()| out.flush())
        } else {
            let mut out = anstream::stdout().lock();
            out.write_all(self.text.as_bytes()).and_then(|()| out.flush())
        };
        printed(written).map(|()| self.code)
    }
}

/// Says something on the side.
pub fn message(sentence: impl Into<String>) {
    let mut page = Page::for_messages();
    page.complaint(&sentence.into());
    // Nothing depends on a message being read.
    let _ = anstream::stderr().write_all(page.render().as_bytes());
}

/// Prints JSON while it is made: as text, the answers of a large map would take far more memory than the map.
pub fn print_json(value: &impl serde::Serialize) -> Outcome {
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let written = serde_json::to_writer_pretty(&mut out, value).map_err(io::Error::from);
    printed(written.and_then(|()| out.write_all(b"\n")).and_then(|()| out.flush()))?;
    Done::data(String::new())
}

/// What came of printing.
fn printed(written: io::Result<()>) -> Result<(), Failure> {
    match written {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Err(Failure::ClosedPipe),
        Err(error) => Err(Failure::said(error.to_string())),
    }
}

/// The language asked for: by `--lang`, or else by the system if there is a catalogue for it.
fn language(typed: &[OsString]) -> Language {
    let mut words = typed.iter().filter_map(|word| word.to_str()).take_while(|word| *word != "--");
    while let Some(word) = words.next() {
        let tag = if word == "--lang" { words.next() } else { word.strip_prefix("--lang=") };
        if let Some(tag) = tag.filter(|tag| Language::is_valid(tag)) {
            return Language::new(&tag.to_ascii_lowercase());
        }
    }
    let of_system = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| {
        let value = std::env::var(name).ok().filter(|value| !value.is_empty())?;
        let tag = value.split(['.', '@']).next().unwrap_or_default().replace('_', "-");
        Language::is_valid(&tag).then(|| Language::new(&tag.to_ascii_lowercase()))
    });
    let has_catalogue =
        |language: &Language| crate::words::languages().any(|known| known.as_str() == language.base());
    of_system.filter(has_catalogue).unwrap_or_else(|| Language::new("en"))
}
