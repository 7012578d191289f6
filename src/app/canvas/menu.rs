//! What can be done with what is under the pointer: the menu of the right button.

use egui::{Response, Ui};

use super::build::{Building, level_at};
use super::naming::Naming;
use super::{Canvas, Sight};
use crate::app::command::{Command, Queue};
use crate::app::widgets::{Text, row};
use crate::model::Id as _;
use crate::picture::spotlight::Item;
use crate::session::Session;

/// What the menu was opened on.
#[derive(Default)]
pub struct Menu {
    on: Option<Item>,
}

/// Opens and shows the menu.
pub fn menu_ui(ui: &Ui, canvas: &mut Canvas, response: &Response, sight: Sight, queue: &mut Queue) {
    let pressed =
        ui.input(|input| input.pointer.secondary_pressed().then(|| input.pointer.interact_pos()).flatten());
    if let Some(pointer) = pressed.filter(|pointer| sight.room.contains(*pointer)) {
        let place = canvas.camera.to_picture(pointer, sight.room);
        canvas.menu.on = canvas.touch.item_at(sight.drawn.number, &sight.drawn.scene, canvas.camera, place);
        // Whoever is looked at together stays so.
        let is_chosen =
            matches!(canvas.menu.on, Some(Item::Actor(actor)) if sight.session.look.chosen.contains(&actor));
        if canvas.menu.on.is_some() && !is_chosen {
            queue.push(Command::Look(canvas.menu.on));
        }
    }
    response.context_menu(|ui| {
        ui.set_min_width(230.0);
        let session = sight.session;
        match canvas.menu.on {
            Some(Item::Actor(actor)) => {
                if let Some(document) = &session.document {
                    let id = document.analysis.network.actor(actor).id.as_str();
                    entry(ui, session, "menu-tie", Command::QuickAdd(format!("#{id} ")), queue);
                }
                for command in
                    [Command::Centre, Command::Without, Command::Duplicate, Command::Release, Command::Delete]
                {
                    named(ui, session, command, queue);
                }
            }
            Some(Item::Tie(_)) => named(ui, session, Command::Delete, queue),
            _ => {
                if word(ui, session, "menu-add-here")
                    && let (Some(document), Some(pointer)) =
                        (&session.document, response.interact_pointer_pos())
                {
                    let at = canvas.camera.to_picture(pointer, sight.room);
                    let level = level_at(sight.drawn, &document.analysis, at);
                    canvas.building = Building::Naming(Naming::new(pointer, at, level));
                    ui.close();
                }
                for command in [
                    Command::QuickAdd(String::new()),
                    Command::ChooseAll,
                    Command::Fit,
                    Command::Undo,
                    Command::Redo,
                    Command::ConfirmedOnly,
                ] {
                    named(ui, session, command, queue);
                }
            }
        }
    });
}

/// A command under its own name.
fn named(ui: &mut Ui, session: &Session, command: Command, queue: &mut Queue) {
    if let Some(message) = command.message() {
        entry(ui, session, &message, command, queue);
    }
}

fn entry(ui: &mut Ui, session: &Session, message: &str, command: Command, queue: &mut Queue) {
    if word(ui, session, message) {
        queue.push(command);
        ui.close();
    }
}

fn word(ui: &mut Ui, session: &Session, message: &str) -> bool {
    let (text, palette) = (session.words.text(message), session.settings.theme.palette());
    let response = row(ui, palette, &text, false, |ui, rect| {
        Text::new(&text).ink(palette.ink).paint(ui, rect.left_center(), rect.width());
    });
    response.clicked()
}
