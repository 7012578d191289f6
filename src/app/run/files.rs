//! What commands do that open, save and close.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use egui::{Context, ViewportCommand};

use crate::app::command::{Answer, Command};
use crate::app::pages::FilePage;
use crate::app::pages::files::Outcome;
use crate::app::picker::{FileRequest, Picked};
use crate::app::shell::{Shell, wake};
use crate::session::files::{ENDING, name_for};
use crate::session::{After, Question};
use crate::words::args;

/// How often it is looked whether the system's dialog has begun to answer.
const BEAT: Duration = Duration::from_millis(250);

/// A file that is asked for.
pub struct Asking {
    request: FileRequest,
    asked: Asked,
    /// Since when.
    pub since: Instant,
}

/// What a file is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    /// A map to open.
    WhatToOpen,
    /// Where to save the map that has that number.
    WhereToSave(u64),
}

/// Opens, or asks first what becomes of what is not saved.
pub fn leave(shell: &mut Shell, after: After, ctx: &Context) {
    if shell.session.may_close(after.clone()) {
        go(shell, after, ctx);
    }
}

fn go(shell: &mut Shell, after: After, ctx: &Context) {
    match after {
        After::Welcome => shell.session.close(),
        After::Open(path) => shell.session.open_file(&path),
        After::OpenStarter(source) => shell.session.open_starter(source),
        After::OpenMap(map) => shell.session.open_map(&map),
        After::Pick => ask_for_file(shell, ctx),
        After::Recover(number) => shell.session.recover(number),
        After::Quit => {
            shell.session.close();
            leave_at_once(shell, ctx);
        }
    }
}

/// Closes the window without asking anything any more.
pub fn leave_at_once(shell: &mut Shell, ctx: &Context) {
    shell.is_leaving = true;
    ctx.send_viewport_cmd(ViewportCommand::Close);
}

fn ask_for_file(shell: &mut Shell, ctx: &Context) {
    let request = request(shell, "open-title", None);
    ask(shell, request, Asked::WhatToOpen, ctx);
}

/// What is asked of somebody about maps: by that title, or for a new one of that name.
fn request(shell: &Shell, title: &str, name: Option<String>) -> FileRequest {
    let words = &shell.session.words;
    // Where the map that is open lies, or the last one that was.
    let near = shell.session.file().or(shell.session.recent.paths.first().map(PathBuf::as_path));
    FileRequest {
        title: words.text(title),
        kind: words.text("open-kind"),
        ending: ENDING,
        all: words.text("open-all"),
        name,
        folder: near.and_then(Path::parent).map(Path::to_owned).filter(|folder| folder.is_absolute()),
    }
}

fn ask(shell: &mut Shell, request: FileRequest, asked: Asked, ctx: &Context) {
    // A second dialog would leave the first one without anybody who listens to it.
    shell.picker.stop();
    shell.file_page = None;
    let is_own = shell.session.settings.own_file_page;
    if !is_own {
        shell.picker.ask(&request, wake(ctx));
    }
    shell.asking = Some(Asking { request, asked, since: Instant::now() });
    if is_own {
        show_page(shell, false, ctx);
    }
}

/// Shows the window's own page; `is_instead` of a dialog that there is not.
pub fn show_page(shell: &mut Shell, is_instead: bool, ctx: &Context) {
    shell.picker.stop();
    let Some(Asking { request, .. }) = &shell.asking else { return };
    let page = FilePage::new(request.clone(), &shell.session, is_instead, wake(ctx));
    shell.file_page = Some(Box::new(page));
}

/// Asks for a file no longer: nothing is done that waited for it.
pub fn stop_asking(shell: &mut Shell) {
    shell.picker.stop();
    (shell.asking, shell.file_page) = (None, None);
    shell.session.stays();
}

/// Takes in what the system's dialog has come to.
pub fn poll_picker(shell: &mut Shell, ctx: &Context) {
    match shell.picker.poll() {
        None => {}
        // How long it has been open shows in the window.
        Some(Picked::Waiting) => ctx.request_repaint_after(BEAT),
        Some(Picked::File(path)) => picked(shell, path),
        Some(Picked::Nothing) => stop_asking(shell),
        Some(Picked::NoDialog) => show_page(shell, true, ctx),
    }
}

/// The window's own page has come to something.
pub fn page_closed(shell: &mut Shell, outcome: Outcome) {
    match outcome {
        Outcome::File(path) => picked(shell, path),
        Outcome::Nothing => stop_asking(shell),
    }
}

/// Saves where the map is; where it is nowhere yet, asks where.
pub fn save(shell: &mut Shell, ctx: &Context) {
    match shell.session.file().map(std::path::Path::to_owned) {
        Some(path) => shell.session.save(&path),
        None => save_as(shell, ctx),
    }
}

/// Asks where to save.
pub fn save_as(shell: &mut Shell, ctx: &Context) {
    let session = &shell.session;
    let Some(document) = &session.document else { return };
    let file =
        session.file().and_then(|path| path.file_name()).map(|name| name.to_string_lossy().into_owned());
    let name = file.unwrap_or_else(|| name_for(document.title(&session.words), ENDING));
    let asked = Asked::WhereToSave(document.opened);
    let request = request(shell, "save-title", Some(name));
    ask(shell, request, asked, ctx);
}

/// Does what somebody answered.
pub fn answer(shell: &mut Shell, answer: Answer, ctx: &Context) {
    match (shell.session.question.take(), answer) {
        (Some(Question::Unsaved(after)), Answer::Save) => {
            shell.session.after = Some(after);
            save(shell, ctx);
        }
        (Some(Question::Unsaved(after)), Answer::GiveUp) => {
            if shell.session.gives_up_for(&after) {
                go(shell, after, ctx);
            }
        }
        (Some(Question::Changed(path)), Answer::Merge) => {
            // What comes of it is to be looked through: nothing is closed after that by itself.
            shell.session.stays();
            shell.session.merge_with_file(&path);
        }
        (Some(Question::Changed(_) | Question::Exists { .. }), Answer::Copy) => save_as(shell, ctx),
        (Some(Question::Changed(path)), Answer::Reload) => {
            shell.session.stays();
            shell.session.open_file(&path);
        }
        (Some(Question::Changed(path)), Answer::Save) => shell.session.save_anyway(&path),
        (Some(Question::Exists { path, there }), Answer::Save) => shell.session.save_over_other(&path, there),
        _ => shell.session.stays(),
    }
}

/// What waited for the map to be saved is done once it is.
pub fn go_on(shell: &mut Shell, ctx: &Context) {
    if let Some(after) = shell.session.what_waited() {
        go(shell, after, ctx);
    }
}

/// The window is to be closed: not before what is being saved is in its file, and it was asked what becomes of the rest.
pub fn closing(shell: &mut Shell, ctx: &Context) {
    let is_asked = ctx.input(|input| input.viewport().close_requested());
    if !is_asked || shell.is_leaving {
        return;
    }
    // The end of a session at the desk asks like that too, and may not wait for an answer.
    shell.session.secure();
    if !shell.session.may_close(After::Quit) {
        ctx.send_viewport_cmd(ViewportCommand::CancelClose);
    }
}

/// A file was picked, for what one was asked for.
fn picked(shell: &mut Shell, path: PathBuf) {
    shell.file_page = None;
    let Some(Asking { asked, .. }) = shell.asking.take() else { return };
    match asked {
        Asked::WhatToOpen => shell.queue.push(Command::OpenFile(path)),
        Asked::WhereToSave(map) => {
            let open = shell.session.document.as_ref().map(|document| document.opened);
            if open == Some(map) {
                shell.queue.push(Command::SaveTo(path));
            } else {
                // What would be saved there is not what it was picked for.
                shell.session.stays();
                let file = args([("file", path.display().to_string().into())]);
                shell.session.notes.push(shell.session.words.say("save-other-map", &file));
            }
        }
    }
}
