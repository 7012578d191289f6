//! What commands do that open, save and close.

use egui::{Context, ViewportCommand};

use crate::app::command::{Answer, Command};
use crate::app::shell::{Asked, Shell, wake};
use crate::session::{After, Question};

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
    let words = &shell.session.words;
    shell.asked = Asked::WhatToOpen;
    shell.picker.ask(words.text("open-title"), words.text("open-kind"), wake(ctx));
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
    let name = file
        .unwrap_or_else(|| format!("{}.jisr", document.title(&session.words).replace(['/', '\\', ':'], " ")));
    shell.asked = Asked::WhereToSave;
    let (title, kind) = (session.words.text("save-title"), session.words.text("open-kind"));
    shell.picker.ask_where(title, kind, name, wake(ctx));
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
        (Some(Question::Changed(_)), Answer::Copy) => save_as(shell, ctx),
        (Some(Question::Changed(path)), Answer::Reload) => {
            shell.session.stays();
            shell.session.open_file(&path);
        }
        (Some(Question::Changed(path)), Answer::Save) => shell.session.save_anyway(&path),
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
pub fn picked(shell: &mut Shell, path: std::path::PathBuf) {
    let command = match shell.asked {
        Asked::WhatToOpen => Command::OpenFile(path),
        Asked::WhereToSave => Command::SaveTo(path),
    };
    shell.queue.push(command);
}
