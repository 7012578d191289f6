//! Naming a new actor in the place where it will stand.

use egui::{Area, Frame, Id, Key, Margin, Order, Pos2, Role, Stroke, Ui};

use super::Sight;
use super::build::Building;
use crate::app::command::{Command, Queue};
use crate::app::theme::{self, STEP, colour};
use crate::app::widgets::{Text, edit, spoken};
use crate::model::LevelId;
use crate::model::terms::View;
use crate::picture::geometry::Point;
use crate::session::building::add;

/// A name that is being typed.
pub struct Naming {
    screen: Pos2,
    at: Point,
    level: Option<LevelId>,
    name: String,
    is_new: bool,
}

impl Naming {
    /// Nothing is typed yet.
    pub fn new(screen: Pos2, at: Point, level: Option<LevelId>) -> Self {
        Self { screen, at, level, name: String::new(), is_new: true }
    }
}

/// A line to type the name in. Enter adds the actor, Escape does not.
pub fn naming_ui(ui: &Ui, mut naming: Naming, sight: Sight, queue: &mut Queue) -> Building {
    let Some(document) = &sight.session.document else { return Building::Nothing };
    let (words, palette) = (&sight.session.words, sight.session.settings.theme.palette());
    let hint = words.text("add-actor-hint");
    let area = Area::new(Id::unique("naming")).order(Order::Foreground).fixed_pos(naming.screen);
    let (is_done, is_left) = area
        .show(ui.ctx(), |ui| {
            let frame = Frame::popup(ui.style()).stroke(Stroke::new(1.5, colour(palette.accent)));
            frame
                .inner_margin(Margin::symmetric(10, 6))
                .show(ui, |ui| {
                    ui.set_width(220.0);
                    let response = edit(ui, &mut naming.name, false, |line| {
                        line.hint_text(&hint).frame(Frame::NONE).desired_width(220.0)
                    });
                    response.widget_info(|| spoken(Role::TextInput, &hint));
                    if naming.is_new {
                        response.request_focus();
                    }
                    let quiet = Text::new(&words.text("add-actor-keys"))
                        .size(theme::SMALL)
                        .ink(palette.second_ink)
                        .show(ui);
                    ui.add_space(STEP / 2.0);
                    let enter = ui.input(|input| input.key_pressed(Key::Enter));
                    let is_elsewhere = response.clicked_elsewhere() && quiet.clicked_elsewhere();
                    (
                        response.lost_focus() && enter,
                        !naming.is_new && (is_elsewhere || response.lost_focus()),
                    )
                })
                .inner
        })
        .inner;
    naming.is_new = false;
    if is_done {
        // In Levels a band has room; elsewhere the place that was pointed at is meant.
        let view = sight.session.look.view;
        let is_place = matches!(view, View::Network | View::Levels);
        let position = sight.drawn.placed.position(naming.level.as_ref(), naming.at);
        let place = is_place.then_some((view, position));
        queue.push(match add::actor(document.map(), &naming.name, naming.level.as_ref(), place, words) {
            Ok(named) => Command::Add(Box::new(named)),
            Err(refusal) => Command::Say(refusal.0),
        });
        return Building::Nothing;
    }
    if is_left || ui.input(|input| input.key_pressed(Key::Escape)) {
        return Building::Nothing;
    }
    Building::Naming(naming)
}
