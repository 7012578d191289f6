//! The kinds that a new tie may be of, the plausible ones first.

use egui::{Area, Frame, Id, Key, Margin, Order, Pos2, Role, Ui};

use super::Sight;
use super::build::Building;
use crate::analysis::SupposedTie;
use crate::app::command::{Command, Queue};
use crate::app::theme::{self, STEP};
use crate::app::widgets::{Text, edit, is_pressed_elsewhere, row, scroll, spoken};
use crate::model::{ActorId, TieKindId};
use crate::picture::ruler::Weight;
use crate::session::Document;
use crate::session::building::{add, plausible};
use crate::words::{args, fold};

/// A tie whose kind is being chosen.
pub struct Choice {
    from: ActorId,
    to: ActorId,
    at: Pos2,
    kinds: Vec<TieKindId>,
    typed: String,
    chosen: usize,
    /// Whether the tie is only tried.
    tries: bool,
    is_new: bool,
}

impl Choice {
    /// Of a tie between two actors of the map.
    pub fn new(document: &Document, from: ActorId, to: ActorId, at: Pos2, tries: bool) -> Option<Self> {
        let map = document.map();
        let kinds = plausible::tie_kinds(map, map.actor(&from)?, map.actor(&to)?);
        Some(Self { from, to, at, kinds, typed: String::new(), chosen: 0, tries, is_new: true })
    }
}

/// A menu of them, with a line to find one by its name. Enter takes the one that is marked, Escape none.
pub fn kinds_ui(ui: &Ui, mut choice: Choice, sight: Sight, queue: &mut Queue) -> Building {
    let Some(document) = &sight.session.document else { return Building::Nothing };
    let (words, palette) = (&sight.session.words, sight.session.settings.theme.palette());
    let map = document.map();
    let wanted = fold(choice.typed.trim());
    let label = |kind: &TieKindId| words.tie_kind(map, kind);
    let kinds: Vec<(TieKindId, String)> = choice
        .kinds
        .iter()
        .map(|kind| (kind.clone(), label(kind)))
        .filter(|(_, label)| fold(label).contains(&wanted))
        .collect();
    let (down, up, enter, escape) = ui.input(|input| {
        let is = |key| input.key_pressed(key);
        (is(Key::ArrowDown), is(Key::ArrowUp), is(Key::Enter), is(Key::Escape))
    });
    choice.chosen = if down { choice.chosen + 1 } else { choice.chosen.saturating_sub(usize::from(up)) };
    choice.chosen = choice.chosen.min(kinds.len().saturating_sub(1));
    let mut taken = enter.then_some(choice.chosen).filter(|_| !choice.is_new);
    let name = |id: &ActorId| map.actor(id).map_or("", |actor| words.name(&actor.name, id)).to_owned();
    let ends = args([("from", name(&choice.from).into()), ("to", name(&choice.to).into())]);
    let title = words.say(if choice.tries { "try-tie-title" } else { "add-tie-title" }, &ends);
    let hint = words.text("add-tie-hint");
    let area = Area::new(Id::unique("kinds")).order(Order::Foreground).fixed_pos(choice.at).constrain(true);
    let shown = area.show(ui.ctx(), |ui| {
        Frame::popup(ui.style()).inner_margin(Margin::same(10)).show(ui, |ui| {
            ui.set_width(250.0);
            Text::new(&title).weight(Weight::Bold).ink(palette.ink).show(ui);
            let line = edit(ui, &mut choice.typed, false, |line| line.hint_text(&hint).desired_width(240.0));
            line.widget_info(|| spoken(Role::TextInput, &hint));
            if choice.is_new {
                line.request_focus();
            }
            ui.add_space(STEP);
            scroll(260.0).show(ui, |ui| {
                for (at, (_, label)) in kinds.iter().enumerate() {
                    let response = row(ui, palette, label, at == choice.chosen, |ui, rect| {
                        Text::new(label).ink(palette.ink).paint(ui, rect.left_center(), rect.width());
                    });
                    if response.clicked() {
                        taken = Some(at);
                    }
                }
                if kinds.is_empty() {
                    let none = words.text("finder-nothing");
                    Text::new(&none).size(theme::QUIET).ink(palette.second_ink).show(ui);
                }
            });
        });
    });
    let is_elsewhere = is_pressed_elsewhere(ui.ctx(), &shown.response);
    if let Some((kind, _)) = taken.and_then(|at| kinds.get(at)) {
        let tie = SupposedTie { from: choice.from, kind: kind.clone(), to: choice.to };
        queue.push(if choice.tries {
            Command::Try(tie)
        } else {
            match add::tie(map, &tie, words) {
                Ok(named) => Command::Add(Box::new(named)),
                Err(refusal) => Command::Say(refusal.0),
            }
        });
        return Building::Nothing;
    }
    if escape || (is_elsewhere && !choice.is_new) {
        return Building::Nothing;
    }
    choice.is_new = false;
    Building::Kind(choice)
}
