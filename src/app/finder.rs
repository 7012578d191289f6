//! The search box: actors, ties, findings, commands, however they are spelled.

use std::sync::Arc;

use egui::{Align2, Area, Frame, Id, Key, Margin, Order, Role, Stroke, Ui, Vec2};

use super::command::{Command, Queue};
use super::icons;
use super::keymap::Keymap;
use super::theme::{self, colour};
use super::widgets::{Text, edit, is_pressed_elsewhere, row, scroll, spoken};
use crate::analysis::{Analysis, Certainty};
use crate::picture::spotlight::Item;
use crate::session::Session;
use crate::session::job::Beside;
use crate::words::{self, Words, finding_text};

/// How wide the box is at least, and at most.
pub const NARROWEST: f32 = 120.0;
/// See [`NARROWEST`].
pub const WIDEST: f32 = 268.0;

/// How many answers are shown.
const MOST: usize = 12;
/// On a map with more ties or findings than that, only actors and commands are searched.
const MANY: usize = 20_000;

/// The search box, and what it has found.
pub struct Finder {
    query: String,
    wants_focus: bool,
    is_open: bool,
    chosen: usize,
    /// Whether Enter was pressed while the map was still being read.
    wants_choice: bool,
    /// Where the box is.
    at: egui::Rect,
    /// What can be found in each state of what is shown; large maps are read beside the window.
    entries: Beside<Option<u64>, words::Finder<Entry>>,
}

/// Something that can be found.
#[derive(Debug, Clone, PartialEq)]
struct Entry {
    command: Command,
    title: String,
    /// What sort of thing it is.
    sort: &'static str,
}

impl Default for Finder {
    fn default() -> Self {
        Self {
            query: String::new(),
            wants_focus: false,
            is_open: false,
            chosen: 0,
            wants_choice: false,
            at: egui::Rect::ZERO,
            entries: Beside::default(),
        }
    }
}

impl Finder {
    /// Puts the caret into the box.
    pub fn open(&mut self) {
        self.wants_focus = true;
    }

    /// The box, as it stands in the bar at the top.
    pub fn box_ui(&mut self, ui: &mut Ui, session: &Session, keymap: &Keymap, width: f32) {
        let palette = session.settings.theme.palette();
        let hint = session.words.text("finder-hint");
        let keys =
            keymap.keys(&Command::Find).map_or_else(String::new, |keys| ui.ctx().format_shortcut(&keys));
        let (rect, _) = ui.allocate_exact_size(Vec2::new(width, 32.0), egui::Sense::hover());
        self.at = rect;
        ui.painter().rect_filled(rect, theme::ROUND_SMALL, colour(palette.band));
        let icon = rect.left_center() + Vec2::new(16.0, 0.0);
        ui.painter().text(
            icon,
            Align2::CENTER_CENTER,
            icons::MAGNIFYING_GLASS,
            theme::icon_font(15.0),
            colour(palette.second_ink),
        );
        if self.query.is_empty() {
            Text::new(&keys)
                .size(theme::SMALL)
                .ink(palette.second_ink)
                .paint_before(ui, rect.right_center() - Vec2::new(10.0, 0.0));
        }
        let inner =
            egui::Rect::from_min_max(rect.min + Vec2::new(30.0, 4.0), rect.max - Vec2::new(52.0, 4.0));
        let place =
            egui::UiBuilder::new().max_rect(inner).layout(egui::Layout::left_to_right(egui::Align::Center));
        let line = |ui: &mut Ui| {
            edit(ui, &mut self.query, false, |line| {
                line.id(Id::unique("finder"))
                    .hint_text(egui::RichText::new(&hint).color(colour(palette.second_ink)))
                    .frame(Frame::NONE)
                    .desired_width(f32::INFINITY)
                    .min_size(inner.size())
                    .align(egui::Align2::LEFT_CENTER)
                    .margin(Margin::ZERO)
            })
        };
        let response = ui.scope_builder(place, line).inner;
        response.widget_info(|| spoken(Role::TextInput, &hint));
        if self.wants_focus {
            response.request_focus();
            self.wants_focus = false;
        }
        if response.has_focus() {
            let stroke = Stroke::new(1.5, colour(palette.accent));
            ui.painter().rect_stroke(rect, theme::ROUND_SMALL, stroke, egui::StrokeKind::Inside);
            self.is_open = true;
        }
        if response.changed() {
            self.chosen = 0;
        }
    }

    /// What was found, under the box.
    pub fn results_ui(&mut self, ui: &Ui, session: &Session, queue: &mut Queue) {
        if !self.is_open {
            return;
        }
        let ctx = ui.ctx();
        let has_focus = ctx.memory(|memory| memory.has_focus(Id::unique("finder")));
        if ctx.input(|input| input.key_pressed(Key::Escape)) || self.query.trim().is_empty() {
            self.is_open = has_focus
                && self.query.trim().is_empty()
                && !ctx.input(|input| input.key_pressed(Key::Escape));
            if !self.is_open {
                self.query.clear();
            }
            return;
        }
        let found = self.found(session);
        let is_read = self.entries.is_of(&revision(session));
        self.move_choice(ctx, found.len());
        let palette = session.settings.theme.palette();
        let mut done = None;
        let area = Area::new(Id::unique("found"))
            .order(Order::Foreground)
            .fixed_pos(self.at.left_bottom() + Vec2::new(0.0, 6.0));
        let shown = area.show(ctx, |ui| {
            Frame::popup(ui.style()).inner_margin(Margin::same(10)).show(ui, |ui| {
                ui.set_width(380.0);
                if found.is_empty() && is_read {
                    Text::new(&session.words.text("finder-nothing")).ink(palette.second_ink).show(ui);
                }
                scroll(420.0).show(ui, |ui| {
                    for (at, entry) in found.iter().enumerate() {
                        let sort = session.words.text(entry.sort);
                        let said = format!("{} · {sort}", entry.title);
                        let response = row(ui, palette, &said, at == self.chosen, |ui, rect| {
                            let width = Text::new(&sort)
                                .size(theme::SMALL)
                                .ink(palette.second_ink)
                                .paint_before(ui, rect.right_center());
                            Text::new(&entry.title).ink(palette.ink).paint(
                                ui,
                                rect.left_center(),
                                rect.width() - width - 12.0,
                            );
                        });
                        if response.clicked() {
                            done = Some(entry.command.clone());
                        }
                    }
                });
            });
        });
        // What was found in another state of the map may be somebody else now: it is chosen once this one has been read.
        self.wants_choice |= has_focus_enter(ctx);
        done = done.filter(|_| is_read);
        if self.wants_choice && is_read {
            self.wants_choice = false;
            done = found.get(self.chosen).map(|entry| entry.command.clone()).or(done);
        }
        let is_elsewhere = is_pressed_elsewhere(ctx, &shown.response)
            && !ctx.input(|input| input.pointer.interact_pos()).is_some_and(|place| self.at.contains(place));
        if let Some(command) = done {
            queue.push(command);
            self.close(ctx);
        } else if is_elsewhere {
            self.is_open = false;
        }
    }

    fn close(&mut self, ctx: &egui::Context) {
        self.query.clear();
        (self.is_open, self.wants_choice) = (false, false);
        ctx.memory_mut(|memory| memory.surrender_focus(Id::unique("finder")));
    }

    fn move_choice(&mut self, ctx: &egui::Context, count: usize) {
        let (down, up) =
            ctx.input(|input| (input.key_pressed(Key::ArrowDown), input.key_pressed(Key::ArrowUp)));
        if down {
            self.chosen = (self.chosen + 1).min(count.saturating_sub(1));
        }
        if up {
            self.chosen = self.chosen.saturating_sub(1);
        }
    }

    fn found(&mut self, session: &Session) -> Vec<Entry> {
        let revision = revision(session);
        let analysis = session.document.as_ref().map(|document| Arc::clone(&document.analysis));
        let language = session.words.language().clone();
        let read = move || words::Finder::new(entries(analysis.as_deref(), &Words::of(&language)));
        let Some(finder) = self.entries.get(&revision, session.wake_if_large(), read) else {
            return Vec::new();
        };
        finder.find(&self.query, MOST).into_iter().map(|hit| hit.item.clone()).collect()
    }
}

/// Which state of what is shown.
fn revision(session: &Session) -> Option<u64> {
    session.document.as_ref().map(|document| document.revision)
}

fn has_focus_enter(ctx: &egui::Context) -> bool {
    ctx.input(|input| input.key_pressed(Key::Enter))
}

/// Everything that can be found, with all the words by which it can be.
fn entries(analysis: Option<&Analysis>, words: &Words) -> Vec<(Entry, Vec<String>)> {
    let mut entries = Vec::new();
    let mut add = |command: Command, sort: &'static str, texts: Vec<String>| {
        let title = texts.first().cloned().unwrap_or_default();
        entries.push((Entry { command, title, sort }, texts));
    };
    if let Some(analysis) = analysis {
        let network = &analysis.network;
        for actor in (0..).take(network.actors.len()) {
            let told = network.actor(actor);
            let mut texts = vec![words.actor(network, actor).to_owned()];
            texts.extend(told.names().map(str::to_owned));
            texts.push(words.actor_kind(&network.map, &told.kind));
            texts.extend(told.tags.iter().cloned());
            add(Command::Look(Some(Item::Actor(actor))), "sort-actor", texts);
        }
        for (at, _) in (0..).zip(&analysis.expected_voices) {
            let expected = network.expected_voice(at);
            let name = words.name(&expected.label, &expected.id).to_owned();
            add(Command::Look(Some(Item::Expected(at))), "sort-expected", vec![name]);
        }
        if network.ties.len() <= MANY {
            for (tie, _) in network.drawn_ties() {
                add(Command::Look(Some(Item::Tie(tie))), "sort-tie", vec![words.tie(network, tie)]);
            }
        }
        if analysis.findings.len() <= MANY {
            let told = |certainty| certainty != Some(Certainty::AtRisk);
            for (at, finding) in
                analysis.findings.iter().enumerate().filter(|(_, finding)| told(finding.certainty))
            {
                let title = finding_text(words, analysis, finding).title;
                add(Command::Look(Some(Item::Finding(at))), "sort-finding", vec![title]);
            }
        }
    }
    for command in Command::all() {
        if let Some(message) = command.message() {
            add(command, "sort-command", vec![words.text(&message)]);
        }
    }
    entries
}
