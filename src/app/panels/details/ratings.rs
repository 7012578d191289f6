//! How people see an actor, each by themselves: beside what the map's authors have agreed on.

use egui::Ui;

use super::own::Section;
use crate::app::command::Queue;
use crate::model::{Actor, ActorRating, Map};
use crate::session::Session;
use crate::session::building::fields::{RatingField, add_rating, delete_rating, set_rating};
use crate::words::Words;

/// The ratings of an actor; each is a row that unfolds, and new ones can be added.
pub fn ratings_ui(ui: &mut Ui, session: &Session, map: &Map, actor: &Actor, queue: &mut Queue) {
    let words = &session.words;
    let mut section = Section::new(session, map, queue, "ratings");
    section.heading(ui);
    for (place, rating) in actor.ratings.iter().enumerate() {
        let key = format!("{}-{place}", actor.id);
        if !section.row(ui, &key, &label(rating, words)) {
            continue;
        }
        let fields = RatingField::ALL.iter().cloned();
        section
            .editor(ui, &key)
            .fields(fields, rating, |field, typed| set_rating(map, &actor.id, place, field, typed, words));
        section.removal_ui(ui, &key, std::iter::empty::<((), String)>(), |_| {
            delete_rating(map, &actor.id, place, words)
        });
    }
    let key = format!("{}-new", actor.id);
    section.editor(ui, &key).new_one("ratings-new", |by| add_rating(map, &actor.id, by, words));
}

/// Who, for whom, when.
fn label(rating: &ActorRating, words: &Words) -> String {
    let date = rating.date.map(|date| date.to_string()).unwrap_or_default();
    let parts = [words.read(&rating.by), words.read(&rating.group), date.as_str()];
    let said: Vec<&str> = parts.into_iter().filter(|part| !part.trim().is_empty()).collect();
    if said.is_empty() { words.text("ratings-nobody") } else { said.join(", ") }
}
