//! Several actors that are looked at together: what they have in common, to be changed at once.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::Arc;

use egui::{Id, Ui};

use super::editor::Editor;
use super::{MOST, buttons_ui, title};
use crate::app::command::{Command, Queue};
use crate::app::icons;
use crate::app::theme::{self, STEP};
use crate::app::widgets::{Text, button, row};
use crate::model::{ActorId, Id as _, Map};
use crate::picture::ruler::Weight;
use crate::picture::spotlight::Item;
use crate::session::building::bulk;
use crate::session::building::fields::ActorField;
use crate::session::building::together::Together;
use crate::session::{Document, Session};
use crate::words::args;

/// The tab of details, while several actors are looked at.
pub fn several_ui(ui: &mut Ui, session: &Session, document: &Document, queue: &mut Queue) {
    let (words, palette) = (&session.words, session.settings.theme.palette());
    let chosen = &session.look.chosen;
    let together = together(ui, session, document);
    title(ui, session, &words.say("several", &args([("count", chosen.len().into())])));
    let ties = words.say("several-ties", &args([("count", together.ties.len().into())]));
    Text::new(&ties).size(theme::QUIET).ink(palette.second_ink).show(ui);
    ui.add_space(2.0 * STEP);
    buttons_ui(ui, session, &[Command::Duplicate, Command::Without, Command::Delete], queue);
    fields_ui(ui, session, document.map(), &together, queue);
    names_ui(ui, session, document, queue);
}

/// What they have in common, worked out once for each choice and each state of the map.
fn together(ui: &Ui, session: &Session, document: &Document) -> Arc<Together> {
    let mut hasher = DefaultHasher::new();
    (document.revision, &session.look.chosen).hash(&mut hasher);
    let (id, key) = (Id::unique("together"), hasher.finish());
    let known = ui.data(|data| data.get_temp::<(u64, Arc<Together>)>(id));
    if let Some((_, together)) = known.filter(|(known, _)| *known == key) {
        return together;
    }
    let network = &document.analysis.network;
    let actors: BTreeSet<ActorId> =
        session.look.chosen.iter().map(|actor| network.actor(*actor).id.clone()).collect();
    let together = Arc::new(Together::of(document.map(), actors, &session.words));
    ui.data_mut(|data| data.insert_temp(id, (key, Arc::clone(&together))));
    together
}

fn fields_ui(ui: &mut Ui, session: &Session, map: &Map, together: &Together, queue: &mut Queue) {
    let (words, Together { actors, ties, .. }) = (&session.words, together);
    heading(ui, session, "several-change");
    // A line that was begun belongs to those for whom it was begun.
    let subject = format!("several-{}-{}", actors.len(), actors.first().map_or("", |id| id.as_str()));
    let mut editor = Editor::new(ui, session, map, &subject, queue);
    editor.fields_of_many(&together.of_actors, |field, typed| {
        bulk::set_actors(map, actors, field, typed, words)
    });
    editor.new_one("field-own-new", |name| {
        let empty = words.text("field-own-empty");
        bulk::set_actors(map, actors, &ActorField::Own(name.to_owned()), &empty, words)
    });
    tags_ui(ui, session, map, together, &subject, queue);
    if ties.is_empty() {
        return;
    }
    heading(ui, session, "several-change-ties");
    let mut editor = Editor::new(ui, session, map, &subject, queue).within("ties");
    editor.fields_of_many(&together.of_ties, |field, typed| bulk::set_ties(map, ties, field, typed, words));
}

/// Tags come and go one by one: what else somebody is tagged with stays.
fn tags_ui(ui: &mut Ui, session: &Session, map: &Map, together: &Together, subject: &str, queue: &mut Queue) {
    let (words, palette) = (&session.words, session.settings.theme.palette());
    let Together { actors, ties, .. } = together;
    let mut editor = Editor::new(ui, session, map, subject, queue);
    editor.new_one("several-tag", |tag| bulk::tag(map, actors, ties, tag, words));
    ui.add_space(STEP);
    ui.horizontal_wrapped(|ui| {
        for (tag, count) in together.tags.iter().take(MOST) {
            let what = args([("tag", tag.as_str().into()), ("count", (*count).into())]);
            let label = words.say("several-untag", &what);
            if button(ui, palette, Some(icons::X), &label, false).clicked() {
                queue.change(Ok(bulk::untag(map, actors, ties, tag)));
            }
        }
    });
}

fn heading(ui: &mut Ui, session: &Session, message: &str) {
    let ink = session.settings.theme.palette().ink;
    ui.add_space(3.0 * STEP);
    Text::new(&session.words.text(message)).weight(Weight::Bold).ink(ink).show(ui);
}

fn names_ui(ui: &mut Ui, session: &Session, document: &Document, queue: &mut Queue) {
    let (words, palette) = (&session.words, session.settings.theme.palette());
    let chosen = &session.look.chosen;
    heading(ui, session, "several-who");
    for actor in chosen.iter().take(MOST) {
        let name = words.actor(&document.analysis.network, *actor);
        let response = row(ui, palette, name, false, |ui, rect| {
            Text::new(name).ink(palette.ink).paint(ui, rect.left_center(), rect.width());
        });
        if response.clicked() {
            queue.push(Command::Look(Some(Item::Actor(*actor))));
        }
    }
    if chosen.len() > MOST {
        let more = args([("count", (chosen.len() - MOST).into())]);
        Text::new(&words.say("left-more", &more)).size(theme::QUIET).ink(palette.second_ink).show(ui);
    }
}
